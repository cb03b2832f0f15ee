//! Parameters: their tables, and from text to [`Json`] by style.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

use super::json::{self, Json};
use super::rejection::Location;
use super::schema::{Schema, Types};

/// A parameter as its document declares it.
#[derive(Debug)]
pub struct Parameter {
    /// Name on the wire; in lower case for a header.
    pub name: &'static str,
    /// Where it travels; never the body.
    pub location: Location,
    /// Must it be there?
    pub required: bool,
    /// How its value is written.
    pub style: Style,
    /// One pair per item or member?
    pub explode: bool,
    /// What the value may be.
    pub form: Form,
    /// Schema of the value.
    pub schema: &'static Schema,
}

impl Parameter {
    /// Text in the path.
    #[must_use]
    pub const fn path(name: &'static str) -> Self {
        Self {
            name,
            location: Location::Path,
            required: true,
            style: Style::Simple,
            explode: false,
            form: Form::TEXT,
            schema: &Schema::STRING,
        }
    }

    /// Text in the query that may be left out.
    #[must_use]
    pub const fn query(name: &'static str) -> Self {
        let path = Self::path(name);
        Self { location: Location::Query, required: false, style: Style::Form, explode: true, ..path }
    }

    /// Text in a header (name in lower case) that may be left out.
    #[must_use]
    pub const fn header(name: &'static str) -> Self {
        Self { location: Location::Header, required: false, ..Self::path(name) }
    }

    /// Text in a cookie that may be left out.
    #[must_use]
    pub const fn cookie(name: &'static str) -> Self {
        Self { location: Location::Cookie, ..Self::query(name) }
    }

    /// It must be there.
    #[must_use]
    pub const fn required(self) -> Self {
        Self { required: true, ..self }
    }

    /// How its value is written, when not as usual at its place.
    #[must_use]
    pub const fn style(self, style: Style, explode: bool) -> Self {
        Self { style, explode, ..self }
    }

    /// A single value of these types.
    #[must_use]
    pub const fn scalar(self, types: Types) -> Self {
        Self { form: Form { scalar: types, items: None, members: None }, ..self }
    }

    /// What the value may be.
    #[must_use]
    pub const fn form(self, form: Form) -> Self {
        Self { form, ..self }
    }

    /// The schema of the value, when it is not just any text.
    #[must_use]
    pub const fn schema(self, schema: &'static Schema) -> Self {
        Self { schema, ..self }
    }
}

impl Form {
    /// One text.
    pub const TEXT: Self = Self { scalar: Types::STRING, items: None, members: None };
}

/// How a value is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the variants are the specification's own words")]
pub enum Style {
    Matrix,
    Label,
    Simple,
    Form,
    SpaceDelimited,
    PipeDelimited,
    DeepObject,
    Cookie,
    /// `content` with a JSON media type
    Json,
    /// 3.2: the whole query string
    QueryString,
}

/// Which JSON values the text of a parameter can stand for. Text has no types of its own, so this
/// comes from the schema.
#[derive(Clone, Copy, Debug)]
pub struct Form {
    /// Types of a single value; none when it is never single.
    pub scalar: Types,
    /// Types of the items, when it may be an array.
    pub items: Option<Types>,
    /// Types of the members, when it may be an object.
    pub members: Option<Members>,
}

/// Members of an object in a parameter.
#[derive(Clone, Copy, Debug)]
pub struct Members {
    /// Declared members with their types.
    pub declared: &'static [(&'static str, Types)],
    /// Types of all others; `None` when no others are taken.
    pub others: Option<Types>,
}

impl Members {
    fn types(&self, name: &str) -> Option<Types> {
        let declared = self.declared.iter().find(|(declared, _)| *declared == name);
        declared.map(|(_, types)| *types).or(self.others)
    }
}

/// Fields of a form body.
#[derive(Debug)]
pub struct Fields {
    /// Declared fields.
    pub declared: &'static [(&'static str, FieldForm)],
    /// All others; `None` when no others are declared, and then they are text.
    pub others: Option<FieldForm>,
}

/// A field of a form body.
#[derive(Clone, Copy, Debug)]
pub struct FieldForm {
    /// Types of each value.
    pub types: Types,
    /// May it come several times? Then it is an array.
    pub repeated: bool,
    /// Is its value written as JSON?
    pub json: bool,
}

impl FieldForm {
    /// One text.
    pub const ONE_TEXT: Self = Self { types: Types::STRING, repeated: false, json: false };
}

impl Fields {
    /// Reads a form body into an object; the second of an error is the field's name.
    pub(crate) fn read<'r>(&self, body: &'r str) -> Result<Json<'r>, (Unreadable, String)> {
        let mut read: Vec<(Cow<'r, str>, Json<'r>)> = Vec::new();
        for (name, raw) in query_pairs(body) {
            let declared = self.declared.iter().find(|(declared, _)| *declared == name);
            let form = declared.map(|(_, form)| *form).or(self.others).unwrap_or(FieldForm::ONE_TEXT);
            let value = if form.json { read_json(raw) } else { raw.scalar(form.types) };
            let value = value.map_err(|why| (why, name.clone().into_owned()))?;
            let before = read.iter_mut().find(|(known, _)| *known == name);
            match (before, form.repeated) {
                (None, true) => read.push((name, Json::Array(vec![value]))),
                (None, false) => read.push((name, value)),
                (Some((_, Json::Array(items))), true) => items.push(value),
                (Some(_), _) => return Err((Unreadable::Repeated, name.into_owned())),
            }
        }
        Ok(Json::Object(read))
    }
}

/// Why a parameter's text is no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unreadable {
    /// It is there more than once.
    Repeated,
    /// Its bytes are not UTF-8.
    Encoding,
    /// It is not written in the declared style, or is not JSON.
    Syntax,
}

impl Unreadable {
    pub(crate) fn keyword(self) -> &'static str {
        match self {
            Self::Repeated => "duplicate",
            Self::Encoding => "encoding",
            Self::Syntax => "syntax",
        }
    }

    pub(crate) fn message(self) -> &'static str {
        match self {
            Self::Repeated => "must NOT be given more than once",
            Self::Encoding => "must be UTF-8",
            Self::Syntax => "must be written as declared",
        }
    }
}

type Read<'r> = Result<Json<'r>, Unreadable>;

/// A piece of text as it came.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Raw<'r> {
    text: &'r str,
    encoding: Encoding,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Encoding {
    /// As it stands.
    Plain,
    /// Percent-encoded.
    Percent,
    /// Percent-encoded, `+` is a space.
    Query,
}

impl<'r> Raw<'r> {
    pub(crate) fn plain(text: &'r str) -> Self {
        Self { text, encoding: Encoding::Plain }
    }

    pub(crate) fn percent(text: &'r str) -> Self {
        Self { text, encoding: Encoding::Percent }
    }

    fn query(text: &'r str) -> Self {
        Self { text, encoding: Encoding::Query }
    }

    fn with(self, text: &'r str) -> Self {
        Self { text, ..self }
    }

    /// The text; `None` when it is not UTF-8.
    pub(crate) fn decode(self) -> Option<Cow<'r, str>> {
        match self.encoding {
            Encoding::Plain => Some(Cow::Borrowed(self.text)),
            Encoding::Query if self.text.bytes().any(|byte| byte == b'+') => {
                let text = self.text.replace('+', " ");
                let decoded = percent_decode_str(&text).decode_utf8().ok()?;
                Some(Cow::Owned(decoded.into_owned()))
            }
            // Most values have nothing to decode, and are looked at only once then.
            Encoding::Percent | Encoding::Query if !self.text.bytes().any(|byte| byte == b'%') => {
                Some(Cow::Borrowed(self.text))
            }
            Encoding::Percent | Encoding::Query => percent_decode_str(self.text).decode_utf8().ok(),
        }
    }

    /// Splits before decoding, so that an encoded delimiter is part of a value.
    fn split(self, delimiter: &'static str) -> impl Iterator<Item = Raw<'r>> {
        let parts = if self.text.is_empty() { None } else { Some(self.text.split(delimiter)) };
        parts.into_iter().flatten().map(move |part| self.with(part))
    }

    fn split_pair(self) -> Option<(Raw<'r>, Raw<'r>)> {
        let (name, value) = self.text.split_once('=')?;
        Some((self.with(name), self.with(value)))
    }

    fn scalar(self, types: Types) -> Read<'r> {
        let text = self.decode().ok_or(Unreadable::Encoding)?;
        Ok(scalar(types, text))
    }
}

/// The pairs of a query string or a form body, in order. A name that is not UTF-8 is nobody's.
pub(crate) fn query_pairs(query: &str) -> impl Iterator<Item = (Cow<'_, str>, Raw<'_>)> {
    query.split('&').filter(|pair| !pair.is_empty()).filter_map(|pair| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        Some((Raw::query(name).decode()?, Raw::query(value)))
    })
}

/// Text as the JSON value that the schema can want: a number or boolean where it looks like one
/// and one is wanted, else text, which the schema then judges.
fn scalar(types: Types, text: Cow<'_, str>) -> Json<'_> {
    let number = types.has(Types::NUMBER) || types.has(Types::INTEGER);
    if number && let Some(number) = number_of(&text) {
        return number;
    }
    match &*text {
        "true" if types.has(Types::BOOLEAN) => Json::Bool(true),
        "false" if types.has(Types::BOOLEAN) => Json::Bool(false),
        "" if types.has(Types::NULL) && !types.has(Types::STRING) => Json::Null,
        _ => Json::String(text),
    }
}

fn number_of(text: &str) -> Option<Json<'static>> {
    let digit_ends = text.ends_with(|last: char| last.is_ascii_digit());
    let may_start = text.starts_with(|first: char| first.is_ascii_digit() || first == '-');
    if !(digit_ends && may_start) {
        return None;
    }
    match json::read(text.as_bytes()) {
        Ok(Json::Number(number)) => Some(Json::Number(number)),
        _ => None,
    }
}

impl Parameter {
    /// Reads one value: a path segment, a header, a cookie.
    pub(crate) fn read_single<'r>(&self, raw: Raw<'r>) -> Read<'r> {
        match self.style {
            Style::Json => return read_json(raw),
            Style::Label => {
                let text = raw.text.strip_prefix('.').ok_or(Unreadable::Syntax)?;
                return self.read_list(raw.with(text), if self.explode { "." } else { "," });
            }
            Style::Matrix => return self.read_matrix(raw),
            _ => {}
        }
        self.read_list(raw, ",")
    }

    fn read_list<'r>(&self, raw: Raw<'r>, delimiter: &'static str) -> Read<'r> {
        if let Some(types) = self.form.items
            && (self.form.scalar == Types::NONE || raw.text.contains(delimiter))
        {
            let items = raw.split(delimiter).map(|item| trimmed(item).scalar(types));
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
    fn read_matrix<'r>(&self, raw: Raw<'r>) -> Read<'r> {
        let text = raw.text.strip_prefix(';').ok_or(Unreadable::Syntax)?;
        let own = |part: Raw<'r>| match part.split_pair() {
            Some((name, value)) if name.text == self.name => Ok(value),
            None if part.text == self.name => Ok(raw.with("")),
            _ => Err(Unreadable::Syntax),
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
    pub(crate) fn read_repeated<'r>(&self, values: &[Raw<'r>]) -> Read<'r> {
        if let (Some(types), true) = (self.form.items, self.explode)
            && (self.form.scalar == Types::NONE || values.len() > 1)
            && self.style != Style::Json
        {
            let items = values.iter().map(|value| value.scalar(types));
            return items.collect::<Result<_, _>>().map(Json::Array);
        }
        let [value] = values else {
            return Err(Unreadable::Repeated);
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

    /// Reads an object whose members are pairs of their own: `a=1&b=2` (form, exploded) or
    /// `name[a]=1&name[b]=2` (deepObject). `None` when none of its members is there.
    pub(crate) fn read_spread<'r>(
        &self,
        members: Members,
        pairs: &[(Cow<'r, str>, Raw<'r>)],
    ) -> Option<Read<'r>> {
        let mut read: Vec<(Cow<'r, str>, Json<'r>)> = Vec::new();
        for (name, value) in pairs {
            let member = match self.style {
                Style::DeepObject => name
                    .strip_prefix(self.name)
                    .and_then(|rest| rest.strip_prefix('[')?.strip_suffix(']'))
                    .map(|member| Cow::Owned(member.to_owned())),
                _ => Some(name.clone()),
            };
            let Some(member) = member else { continue };
            let Some(types) = members.types(&member) else {
                if self.style == Style::DeepObject {
                    // Kept for `additionalProperties: false` to refuse.
                    read.push((member, Json::Null));
                }
                continue;
            };
            if json::find(&read, &member).is_some() {
                return Some(Err(Unreadable::Repeated));
            }
            match value.scalar(types) {
                Ok(value) => read.push((member, value)),
                Err(why) => return Some(Err(why)),
            }
        }
        (!read.is_empty()).then_some(Ok(Json::Object(read)))
    }
}

/// `a=1,b=2` (exploded) or `a,1,b,2`.
fn read_members<'r>(members: Members, raw: Raw<'r>, delimiter: &'static str, explode: bool) -> Read<'r> {
    let mut read = Vec::new();
    let mut parts = raw.split(delimiter);
    while let Some(part) = parts.next() {
        let pair = if explode { part.split_pair() } else { parts.next().map(|value| (part, value)) };
        let (name, value) = pair.ok_or(Unreadable::Syntax)?;
        let name = trimmed(name).decode().ok_or(Unreadable::Encoding)?;
        if json::find(&read, &name).is_some() {
            return Err(Unreadable::Repeated);
        }
        let types = members.types(&name).unwrap_or(Types::STRING);
        read.push((name, trimmed(value).scalar(types)?));
    }
    Ok(Json::Object(read))
}

/// Lists in headers may have spaces after their commas.
fn trimmed(raw: Raw<'_>) -> Raw<'_> {
    match raw.encoding {
        Encoding::Plain => raw.with(raw.text.trim_matches([' ', '\t'])),
        Encoding::Percent | Encoding::Query => raw,
    }
}

fn read_json(raw: Raw<'_>) -> Read<'_> {
    match raw.decode().ok_or(Unreadable::Encoding)? {
        Cow::Borrowed(text) => json::read(text.as_bytes()).map_err(|_| Unreadable::Syntax),
        Cow::Owned(text) => match json::read(text.as_bytes()) {
            Ok(value) => Ok(value.into_owned()),
            Err(_) => Err(Unreadable::Syntax),
        },
    }
}
