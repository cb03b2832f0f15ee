//! What a document says of a parameter.

use super::fields::Fields;
use super::text::Reading;
use crate::json::Types;

/// A parameter as its document declares it.
#[derive(Clone, Copy, Debug)]
pub struct ParameterSpec {
    /// Name as published.
    pub name: &'static str,
    /// Where it travels.
    pub location: ParameterIn,
    /// Whether it must be there.
    pub required: bool,
    /// How its value is written.
    pub style: Style,
    /// Whether each item or member is a pair of its own.
    pub explode: bool,
    /// Whether reserved characters stay as they are in a query.
    pub reserved: bool,
    /// What the value may be.
    pub form: Form,
    /// How a text is read that could be a value of several types.
    pub reading: Reading,
    /// The fields of a whole query that is a form, when its `encoding` says how they are written.
    pub fields: Option<&'static Fields>,
}

/// A part of a request that holds parameters (`in`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the variants are the specification's own words")]
pub enum ParameterIn {
    Path,
    Query,
    Header,
    Cookie,
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
    /// Whether the value is one JSON text.
    #[must_use]
    pub const fn is_json(self) -> bool {
        matches!(self, Self::Json | Self::QueryStringJson)
    }
}

impl ParameterSpec {
    /// Text in the path.
    #[must_use]
    pub const fn path(name: &'static str) -> Self {
        Self {
            name,
            location: ParameterIn::Path,
            required: true,
            style: Style::Simple,
            explode: false,
            reserved: false,
            form: Form::TEXT,
            reading: Reading::Typed,
            fields: None,
        }
    }

    /// Text in the query that may be left out.
    #[must_use]
    pub const fn query(name: &'static str) -> Self {
        let path = Self::path(name);
        Self { location: ParameterIn::Query, required: false, style: Style::Form, explode: true, ..path }
    }

    /// Text in a header that may be left out.
    #[must_use]
    pub const fn header(name: &'static str) -> Self {
        Self { location: ParameterIn::Header, required: false, ..Self::path(name) }
    }

    /// Text in a cookie that may be left out.
    #[must_use]
    pub const fn cookie(name: &'static str) -> Self {
        Self { location: ParameterIn::Cookie, ..Self::query(name) }
    }

    /// It must be there.
    #[must_use]
    pub const fn required(self) -> Self {
        Self { required: true, ..self }
    }

    /// How its value is written, when not as usual in its part of the request.
    #[must_use]
    pub const fn style(self, style: Style, explode: bool) -> Self {
        Self { style, explode, ..self }
    }

    /// Reserved characters stay as they are (`allowReserved`).
    #[must_use]
    pub const fn reserved(self) -> Self {
        Self { reserved: true, ..self }
    }

    /// A single value of these types.
    #[must_use]
    pub const fn scalar(self, types: Types) -> Self {
        Self { form: Form { scalar: types, items: None, members: None }, ..self }
    }

    /// The fields of a whole query that is a form.
    #[must_use]
    pub const fn fields(self, fields: &'static Fields) -> Self {
        Self { fields: Some(fields), ..self }
    }

    /// What the value may be.
    #[must_use]
    pub const fn form(self, form: Form) -> Self {
        Self { form, ..self }
    }

    /// The same parameter, read as text wherever it has text; `None` when nothing in it could be text as
    /// well as something else.
    #[must_use]
    pub fn read_as_text(&self) -> Option<Self> {
        (self.form.is_mistakable() || self.fields.is_some())
            .then_some(Self { reading: Reading::Text, ..*self })
    }

    /// The members, when it is an object whose members are pairs under their own names.
    pub(super) fn spread_members(&self) -> Option<Members> {
        let spread = match self.style {
            Style::QueryString => true,
            Style::Form | Style::Cookie | Style::SpaceDelimited | Style::PipeDelimited => self.explode,
            _ => false,
        };
        self.form.members.filter(|_| spread)
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
    /// Nothing is said of it.
    const NONE: Self = Self::single(Types::NONE);

    const fn single(scalar: Types) -> Self {
        Self { scalar, items: None, members: None }
    }

    /// Whether a text in it could be read as something else.
    fn is_mistakable(&self) -> bool {
        let others = Types::STRING.complement().0 & !Types::NULL.0;
        let text = self.scalar.has(Types::STRING);
        (text && (self.scalar.intersects(Types(others)) || self.items.is_some()))
            || self.items.is_some_and(Self::is_mistakable)
            || self.members.is_some_and(|members| {
                let others = members.others.into_iter();
                members.declared.iter().map(|(_, form)| form).chain(others).any(Self::is_mistakable)
            })
    }

    /// Whether it may be anything at all.
    pub(super) fn is_open(&self) -> bool {
        self.items.is_none() && self.members.is_none() && self.scalar == Types::ALL
    }

    /// Whether it may be one text as well as a list.
    pub(super) fn is_single_or_list(&self) -> bool {
        self.items.is_some() && self.scalar != Types::NONE
    }

    /// Whether it is a list of arrays or objects only.
    pub(super) fn is_list_of_json(&self) -> bool {
        self.items.is_some_and(|items| {
            items.scalar != Types::NONE && !items.scalar.intersects(Types::STRUCTURED.complement())
        })
    }

    /// The form of an item, as far as one is known.
    pub(super) fn item(&self) -> Form {
        self.items.copied().unwrap_or(if self.is_open() { Self::OPEN } else { Self::NONE })
    }

    /// The form of the member of that name, as far as one is known.
    pub(super) fn member(&self, name: &str) -> Form {
        let known = self.members.and_then(|members| members.form(name));
        known.unwrap_or(if self.is_open() { Self::OPEN } else { Self::NONE })
    }
}

/// Members of an object in a parameter.
#[derive(Clone, Copy, Debug)]
pub struct Members {
    /// Declared members with their forms.
    pub declared: &'static [(&'static str, Form)],
    /// Form of all others; `None` when no others are taken.
    pub others: Option<&'static Form>,
    /// Names in the same part of the request that belong to something else; one that ends with a
    /// bracket stands for all that begin so.
    pub foreign: &'static [&'static str],
}

impl Members {
    pub(super) fn is_foreign(&self, name: &str) -> bool {
        self.foreign
            .iter()
            .any(|foreign| *foreign == name || (foreign.ends_with('[') && name.starts_with(foreign)))
    }

    pub(super) fn form(&self, name: &str) -> Option<Form> {
        let declared = self.declared.iter().find(|(declared, _)| *declared == name);
        declared.map(|(_, form)| *form).or(self.others.copied())
    }
}
