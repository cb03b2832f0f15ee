//! From text to [`Json`] by style.

use std::borrow::Cow;

use super::deep_object;
use super::spec::{Form, Members, ParameterSpec, Style};
use super::text::{DecodeError, Decoded, EncodedText, Reading, query_pairs, read_json, trimmed};
use crate::json::{self, Json, Types};

/// What is there of a parameter; `None` when it is left out.
type Found<'r> = Option<Decoded<'r>>;

impl ParameterSpec {
    /// Decodes a parameter in the path, whose text is percent-encoded.
    ///
    /// # Errors
    /// When the text is no value of the parameter.
    pub fn decode_path<'r>(&self, text: &'r str) -> Decoded<'r> {
        self.read_single(EncodedText::percent(text).read_as(self.reading))
    }

    /// Decodes a query parameter. `pairs` are those of the query string, which several parameters
    /// share.
    ///
    /// # Errors
    /// When what is there is no value of the parameter.
    pub fn decode_query<'r>(
        &self,
        query: &'r str,
        pairs: &mut Option<Vec<(Cow<'r, str>, EncodedText<'r>)>>,
    ) -> Result<Option<Json<'r>>, DecodeError> {
        if matches!(self.style, Style::QueryStringJson | Style::QueryStringText) {
            let whole = (!query.is_empty()).then(|| EncodedText::percent(query));
            return self.given(whole.map(|whole| self.read_single(whole.read_as(self.reading))));
        }
        let pairs = pairs.get_or_insert_with(|| query_pairs(query).collect());
        if let Some(fields) = self.fields {
            let foreign = |name: &str| self.form.members.is_some_and(|members| members.is_foreign(name));
            let own: Vec<_> = pairs.iter().filter(|(name, _)| !foreign(name)).cloned().collect();
            let read = (!own.is_empty()).then(|| fields.decode_pairs(query, own, |_| self.reading));
            return read.transpose().map_err(|(why, _)| why);
        }
        if self.reading == Reading::Typed {
            return self.decode_pairs(pairs);
        }
        let texts = pairs.iter().map(|(name, value)| (name.clone(), value.read_as(self.reading)));
        self.decode_pairs(&texts.collect::<Vec<_>>())
    }

    /// Decodes a parameter from the pairs of a query.
    fn decode_pairs<'r>(
        &self,
        pairs: &[(Cow<'r, str>, EncodedText<'r>)],
    ) -> Result<Option<Json<'r>>, DecodeError> {
        if self.style == Style::DeepObject {
            let found = deep_object::decode(self.name, self.form, pairs);
            if found.is_some() || (self.form.scalar == Types::NONE && self.form.items.is_none()) {
                return self.given(found);
            }
        }
        if let Some(members) = self.spread_members() {
            let spread = read_spread(members, pairs);
            if spread.is_some() || self.form.scalar == Types::NONE {
                return self.given(spread);
            }
        }
        let values = pairs.iter().filter(|(name, _)| name == self.name).map(|(_, value)| *value);
        self.given(self.gathered(values))
    }

    /// Decodes a header from its lines.
    ///
    /// # Errors
    /// When what is there is no value of the parameter.
    pub fn decode_header<'r>(
        &self,
        mut lines: impl Iterator<Item = &'r [u8]>,
    ) -> Result<Option<Json<'r>>, DecodeError> {
        let read = |line: &'r [u8]| {
            let text = std::str::from_utf8(line).map_err(|_| DecodeError::Encoding)?;
            self.read_single(EncodedText::plain(text).read_as(self.reading))
        };
        let Some(first) = lines.next() else { return Ok(None) };
        let mut found = read(first);
        for line in lines {
            // A list may be spread over several headers; nothing else may.
            if self.form.items.is_none() {
                return Err(DecodeError::Repeated);
            }
            found = match (found?, read(line)?) {
                (Json::Array(mut items), Json::Array(more)) => {
                    items.extend(more);
                    Ok(Json::Array(items))
                }
                _ => Err(DecodeError::Repeated),
            };
        }
        self.given(Some(found))
    }

    /// Decodes a cookie parameter from the lines of the `Cookie` header.
    ///
    /// # Errors
    /// When what is there is no value of the parameter.
    pub fn decode_cookie<'r>(
        &self,
        lines: impl Iterator<Item = &'r [u8]>,
    ) -> Result<Option<Json<'r>>, DecodeError> {
        let pairs = lines
            .filter_map(|line| std::str::from_utf8(line).ok())
            .flat_map(|line| line.split(';'))
            .filter_map(|pair| pair.trim_matches([' ', '\t']).split_once('='));
        let encoded = |text| {
            let encoded = match self.style {
                Style::Cookie => EncodedText::plain(text),
                _ => EncodedText::percent(text),
            };
            encoded.read_as(self.reading)
        };
        if let Some(members) = self.spread_members() {
            let pairs: Vec<_> = pairs.map(|(name, value)| (Cow::Borrowed(name), encoded(value))).collect();
            return self.given(read_spread(members, &pairs));
        }
        self.given(
            self.gathered(pairs.filter(|(name, _)| *name == self.name).map(|(_, value)| encoded(value))),
        )
    }

    /// Nothing is `null` but what `allowEmptyValue` lets be empty: it counts as left out.
    fn given<'r>(&self, found: Found<'r>) -> Result<Option<Json<'r>>, DecodeError> {
        found.filter(|read| !matches!(read, Ok(Json::Null)) || self.style.is_json()).transpose()
    }

    fn gathered<'r>(&self, mut values: impl Iterator<Item = EncodedText<'r>>) -> Found<'r> {
        let first = values.next()?;
        let Some(second) = values.next() else {
            return Some(self.read_repeated(&[first]));
        };
        if self.form.items.is_none() || !self.explode {
            return Some(Err(DecodeError::Repeated));
        }
        let all: Vec<_> = [first, second].into_iter().chain(values).collect();
        Some(self.read_repeated(&all))
    }

    /// Reads one value: a path segment, a header, a cookie, a whole query.
    fn read_single<'r>(&self, raw: EncodedText<'r>) -> Decoded<'r> {
        match self.style {
            Style::Json | Style::QueryStringJson => read_json(raw),
            Style::QueryStringText => raw.scalar(self.form.scalar),
            Style::Label => {
                let text = raw.text.strip_prefix('.').ok_or(DecodeError::Syntax)?;
                self.read_list(raw.with(text), if self.explode { "." } else { "," })
            }
            Style::Matrix => self.read_matrix(raw),
            _ => self.read_list(raw, ","),
        }
    }

    fn read_list<'r>(&self, raw: EncodedText<'r>, delimiter: &'static str) -> Decoded<'r> {
        if let Some(form) = self.form.items
            && (self.form.scalar == Types::NONE || raw.text.contains(delimiter))
            && !(self.reading == Reading::Text && self.form.scalar.has(Types::STRING))
        {
            // In a header the commas of JSON values are not encoded.
            if raw.is_plain() && self.form.is_list_of_json() {
                let list = format!("[{}]", raw.text);
                return json::read(list.as_bytes()).map(Json::into_owned).map_err(|_| DecodeError::Syntax);
            }
            let items = raw.split(delimiter).map(|item| trimmed(item).scalar(form.scalar));
            return items.collect::<Result<_, _>>().map(Json::Array);
        }
        match self.form.members {
            Some(members) if self.form.scalar == Types::NONE => {
                read_members(members, raw, delimiter, self.explode)
            }
            _ => raw.scalar(self.form.scalar),
        }
    }

    /// `;name=value`, exploded `;name=1;name=2` or `;a=1;b=2`.
    fn read_matrix<'r>(&self, raw: EncodedText<'r>) -> Decoded<'r> {
        let text = raw.text.strip_prefix(';').ok_or(DecodeError::Syntax)?;
        let own = |part: EncodedText<'r>| {
            let (name, value) = part.split_pair().unwrap_or((part, raw.with("")));
            let name = name.decode().ok_or(DecodeError::Encoding)?;
            if name == self.name { Ok(value) } else { Err(DecodeError::Syntax) }
        };
        if !self.explode {
            return self.read_list(own(raw.with(text))?, ",");
        }
        if let Some(members) = self.form.members {
            return read_members(members, raw.with(text), ";", true);
        }
        let parts: Vec<_> = raw.with(text).split(";").map(own).collect::<Result<_, _>>()?;
        self.read_repeated(&parts)
    }

    /// Reads the values that came under the parameter's name in the query or the cookies.
    fn read_repeated<'r>(&self, values: &[EncodedText<'r>]) -> Decoded<'r> {
        if let (Some(form), true) = (self.form.items, self.explode)
            && (self.form.scalar == Types::NONE || values.len() > 1)
            && self.style != Style::Json
        {
            let items = values.iter().map(|value| value.scalar(form.scalar));
            return items.collect::<Result<_, _>>().map(Json::Array);
        }
        let [value] = values else {
            return Err(DecodeError::Repeated);
        };
        match self.style {
            Style::Json => read_json(*value),
            Style::SpaceDelimited if value.text.contains("%20") => self.read_list(*value, "%20"),
            Style::SpaceDelimited => self.read_list(*value, "+"),
            Style::PipeDelimited if value.text.contains('|') => self.read_list(*value, "|"),
            Style::PipeDelimited if value.text.contains("%7c") => self.read_list(*value, "%7c"),
            Style::PipeDelimited => self.read_list(*value, "%7C"),
            _ => self.read_list(*value, ","),
        }
    }
}

/// Reads an object whose members are pairs of their own: `a=1&b=2`. `None` when none of its members
/// is there.
fn read_spread<'r>(members: Members, pairs: &[(Cow<'r, str>, EncodedText<'r>)]) -> Option<Decoded<'r>> {
    let mut found: Vec<(&Cow<'r, str>, Form, Vec<EncodedText<'r>>)> = Vec::new();
    for (name, value) in pairs {
        let Some(form) = members.form(name).filter(|_| !members.is_foreign(name)) else {
            continue;
        };
        match found.iter_mut().find(|(known, ..)| *known == name) {
            Some((_, _, values)) => values.push(*value),
            None => found.push((name, form, vec![*value])),
        }
    }
    let read = found.iter().map(|(name, form, values)| Ok(((*name).clone(), form.gather(values)?)));
    (!found.is_empty()).then(|| read.collect::<Result<_, _>>().map(Json::Object))
}

/// `a=1,b=2` (exploded) or `a,1,b,2`.
fn read_members<'r>(
    members: Members,
    raw: EncodedText<'r>,
    delimiter: &'static str,
    explode: bool,
) -> Decoded<'r> {
    let mut read = Vec::new();
    let mut parts = raw.split(delimiter);
    while let Some(part) = parts.next() {
        let pair = if explode {
            Some(part.split_pair().unwrap_or((part, part.with(""))))
        } else {
            parts.next().map(|value| (part, value))
        };
        let (name, value) = pair.ok_or(DecodeError::Syntax)?;
        let name = trimmed(name).decode().ok_or(DecodeError::Encoding)?;
        if json::find(&read, &name).is_some() {
            return Err(DecodeError::Repeated);
        }
        let form = members.form(&name).unwrap_or(Form::TEXT);
        read.push((name, trimmed(value).scalar(form.scalar)?));
    }
    Ok(Json::Object(read))
}
