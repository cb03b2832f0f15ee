//! Parameters: their tables, and from text to [`Json`] by style.

use std::borrow::Cow;

use super::deep_object;
use super::json::{self, Json};
use super::rejection::Location;
use super::schema::{Schema, Types};
use super::text::{Raw, Read, Unreadable, query_pairs, read_json, trimmed};

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
    /// 3.2: the whole query string as a form
    QueryString,
    /// 3.2: the whole query string as JSON
    QueryStringJson,
    /// 3.2: the whole query string as a text
    QueryStringText,
}

impl Style {
    pub(crate) fn is_json(self) -> bool {
        matches!(self, Self::Json | Self::QueryStringJson)
    }
}

/// Which JSON values the text of a parameter can stand for. Text has no types of its own, so this
/// comes from the schema.
#[derive(Clone, Copy, Debug)]
pub struct Form {
    /// Types of a single value; arrays and objects among them are JSON. None when it is never
    /// single.
    pub scalar: Types,
    /// Form of the items, when it may be an array.
    pub items: Option<&'static Form>,
    /// Forms of the members, when it may be an object.
    pub members: Option<Members>,
}

impl Form {
    /// Text
    pub const TEXT: Self = Self::single(Types::STRING);
    /// A whole number
    pub const INTEGER: Self = Self::single(Types::INTEGER);
    /// A number
    pub const NUMBER: Self = Self::single(Types::NUMBER.or(Types::INTEGER));
    /// `true` or `false`
    pub const BOOLEAN: Self = Self::single(Types::BOOLEAN);
    /// Anything: what looks like a value of another type is one, everything else is text.
    pub const OPEN: Self = Self::single(Types::ALL);

    const fn single(scalar: Types) -> Self {
        Self { scalar, items: None, members: None }
    }
}

/// Members of an object in a parameter.
#[derive(Clone, Copy, Debug)]
pub struct Members {
    /// Declared members with their forms.
    pub declared: &'static [(&'static str, Form)],
    /// Form of all others; `None` when no others are taken.
    pub others: Option<&'static Form>,
    /// Names in the same place that belong to something else; one that ends with a bracket stands
    /// for all that begin so.
    pub foreign: &'static [&'static str],
}

impl Members {
    pub(crate) fn is_foreign(&self, name: &str) -> bool {
        self.foreign
            .iter()
            .any(|foreign| *foreign == name || (foreign.ends_with('[') && name.starts_with(foreign)))
    }

    pub(crate) fn form(&self, name: &str) -> Option<Form> {
        let declared = self.declared.iter().find(|(declared, _)| *declared == name);
        declared.map(|(_, form)| *form).or(self.others.copied())
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

impl Parameter {
    /// Reads one value: a path segment, a header, a cookie, a whole query.
    pub(crate) fn read_single<'r>(&self, raw: Raw<'r>) -> Read<'r> {
        match self.style {
            Style::Json | Style::QueryStringJson => read_json(raw),
            Style::QueryStringText => raw.scalar(self.form.scalar),
            Style::Label => {
                let text = raw.text.strip_prefix('.').ok_or(Unreadable::Syntax)?;
                self.read_list(raw.with(text), if self.explode { "." } else { "," })
            }
            Style::Matrix => self.read_matrix(raw),
            _ => self.read_list(raw, ","),
        }
    }

    fn read_list<'r>(&self, raw: Raw<'r>, delimiter: &'static str) -> Read<'r> {
        if let Some(form) = self.form.items
            && (self.form.scalar == Types::NONE || raw.text.contains(delimiter))
        {
            // In a header the commas of JSON values are not encoded.
            let structured = !form.scalar.intersects(Types::STRUCTURED.complement());
            if raw.is_plain() && structured && form.scalar != Types::NONE {
                let list = format!("[{}]", raw.text);
                return json::read(list.as_bytes()).map(Json::into_owned).map_err(|_| Unreadable::Syntax);
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
    fn read_matrix<'r>(&self, raw: Raw<'r>) -> Read<'r> {
        let text = raw.text.strip_prefix(';').ok_or(Unreadable::Syntax)?;
        let own = |part: Raw<'r>| {
            let (name, value) = part.split_pair().unwrap_or((part, raw.with("")));
            let name = name.decode().ok_or(Unreadable::Encoding)?;
            if name == self.name { Ok(value) } else { Err(Unreadable::Syntax) }
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
        if let (Some(form), true) = (self.form.items, self.explode)
            && (self.form.scalar == Types::NONE || values.len() > 1)
            && self.style != Style::Json
        {
            let items = values.iter().map(|value| value.scalar(form.scalar));
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

    /// Is it an object whose members are pairs of their own?
    pub(crate) fn spread(&self) -> Option<Members> {
        let spread = match self.style {
            Style::DeepObject | Style::QueryString => true,
            Style::Form | Style::Cookie | Style::SpaceDelimited | Style::PipeDelimited => self.explode,
            _ => false,
        };
        self.form.members.filter(|_| spread)
    }

    /// Reads such an object: `a=1&b=2` (exploded) or `name[a]=1&name[b]=2` (deepObject). `None`
    /// when none of its members is there.
    pub(crate) fn read_spread<'r>(
        &self,
        members: Members,
        pairs: &[(Cow<'r, str>, Raw<'r>)],
    ) -> Option<Read<'r>> {
        if self.style == Style::DeepObject {
            return deep_object::read(self.name, self.form, members, pairs);
        }
        let mut found: Vec<(&Cow<'r, str>, Form, Vec<Raw<'r>>)> = Vec::new();
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
}

impl Form {
    /// The values under one name: a list where one is wanted, else only one.
    pub(crate) fn gather<'r>(&self, values: &[Raw<'r>]) -> Read<'r> {
        if let Some(items) = self.items
            && (self.scalar == Types::NONE || values.len() > 1)
        {
            let items = values.iter().map(|value| value.scalar(items.scalar));
            return items.collect::<Result<_, _>>().map(Json::Array);
        }
        match values {
            [only] => only.scalar(self.scalar),
            _ => Err(Unreadable::Repeated),
        }
    }
}

/// `a=1,b=2` (exploded) or `a,1,b,2`.
fn read_members<'r>(members: Members, raw: Raw<'r>, delimiter: &'static str, explode: bool) -> Read<'r> {
    let mut read = Vec::new();
    let mut parts = raw.split(delimiter);
    while let Some(part) = parts.next() {
        let pair = if explode {
            Some(part.split_pair().unwrap_or((part, part.with(""))))
        } else {
            parts.next().map(|value| (part, value))
        };
        let (name, value) = pair.ok_or(Unreadable::Syntax)?;
        let name = trimmed(name).decode().ok_or(Unreadable::Encoding)?;
        if json::find(&read, &name).is_some() {
            return Err(Unreadable::Repeated);
        }
        let form = members.form(&name).unwrap_or(Form::TEXT);
        read.push((name, trimmed(value).scalar(form.scalar)?));
    }
    Ok(Json::Object(read))
}
