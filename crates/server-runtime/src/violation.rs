//! Ways in which a request does not fit its declaration, as data: who answers the request chooses the
//! words. [`Display`](std::fmt::Display) has plain English for those who have none of their own.

use std::borrow::Cow;
use std::fmt;

use unplug_wire::json::Number;
use unplug_wire::parameter::{DecodeError, ParameterIn};

use super::schema::Literal;

/// One way in which a request does not fit its declaration.
#[derive(Clone, Debug, PartialEq)]
pub struct Violation {
    /// The part of the request.
    pub location: Location,
    /// JSON pointer within that part: of the body, or `/name` of a parameter and on within it.
    pub instance_path: String,
    /// The way through the schema of the body or parameter to the one that the value does not fit, in
    /// which [`keyword`](Self::keyword) stands. References are followed without a step.
    pub schema_path: Vec<SchemaStep>,
    /// What should have been there.
    pub expected: Expected,
}

/// A step from a schema to one of its subschemas.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SchemaStep {
    /// The keyword that has the subschema.
    pub keyword: &'static str,
    /// Which of the keyword's subschemas it is.
    pub key: SchemaKey,
}

/// One of the subschemas of a keyword.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SchemaKey {
    /// The only one.
    Only,
    /// The one with this index.
    Index(usize),
    /// The one with this name: a property, or a pattern as its document has it.
    Name(&'static str),
}

/// What should have been there.
#[derive(Clone, Debug, PartialEq)]
pub enum Expected {
    /// Nothing at all: the schema is `false`.
    Nothing,
    /// A schema that comes to an end: this one refers to itself.
    End,
    /// `type`: one of these, as the document lists them.
    Type(&'static [&'static str]),
    /// `const`
    Const(&'static Literal),
    /// `enum`: one of these.
    Enum(&'static [Literal]),
    /// `not`
    Not,
    /// `anyOf`. The violations of each branch stand before.
    AnyOf,
    /// `oneOf`. The violations of each branch that does not match stand before.
    OneOf {
        /// How many branches match: none or two, further ones are not tried.
        matching: u8,
    },
    /// `then`, whose violations stand before.
    Then,
    /// `else`, whose violations stand before.
    Else,
    /// `maximum`
    Maximum(Number),
    /// `minimum`
    Minimum(Number),
    /// `exclusiveMaximum`
    ExclusiveMaximum(Number),
    /// `exclusiveMinimum`
    ExclusiveMinimum(Number),
    /// `multipleOf`
    MultipleOf(Number),
    /// `format`
    Format(&'static str),
    /// `maxLength`
    MaxLength(u64),
    /// `minLength`
    MinLength(u64),
    /// `pattern`: the expression as the document has it.
    Pattern(&'static str),
    /// `maxItems`
    MaxItems(u64),
    /// `minItems`
    MinItems(u64),
    /// `items: false`: no item with this index or a higher one.
    NoItemFrom(usize),
    /// `contains`. The violations of each item stand before.
    Contains {
        /// `minContains`, 1 when absent.
        min: u64,
        /// `maxContains`
        max: Option<u64>,
    },
    /// `uniqueItems`: these two are equal.
    UniqueItems {
        /// Index of the first.
        first: usize,
        /// Index of the second.
        second: usize,
    },
    /// `unevaluatedItems: false`: no item with this index.
    NoUnevaluatedItem(usize),
    /// `maxProperties`
    MaxProperties(u64),
    /// `minProperties`
    MinProperties(u64),
    /// `required`: a member or parameter of this name.
    Required(Cow<'static, str>),
    /// `propertyNames`: another name than this. Its violations stand before.
    PropertyName(String),
    /// `additionalProperties: false`: no member of this name.
    NoMember(String),
    /// `dependentRequired`
    DependentRequired {
        /// The member that is there.
        present: &'static str,
        /// All members that it needs.
        needed: &'static [&'static str],
    },
    /// `unevaluatedProperties: false`: no member of this name.
    NoUnevaluatedMember(String),
    /// A body.
    Body,
    /// A body that is sent to its end.
    WholeBody,
    /// One value only.
    Once,
    /// Text in UTF-8.
    Utf8,
    /// Text in the encoding that its media type names.
    NamedEncoding,
    /// Text in the declared style or form.
    DeclaredForm,
    /// JSON; with what is wrong and where.
    Json(String),
    /// JSON objects whose members have different names; with the name and where.
    DistinctMembers(String),
    /// Parts of a multipart body; with what they must have.
    Parts(&'static str),
    /// A value of the declared type; with what is wrong. No keyword of the schema says it.
    DeclaredType(String),
}

impl Expected {
    /// The JSON Schema keyword, `false` for that schema, or `syntax`, `duplicate`, `encoding` for what is
    /// no schema's business.
    #[must_use]
    pub fn keyword(&self) -> &'static str {
        match self {
            Self::Nothing => "false",
            Self::End => "$ref",
            Self::Type(_) | Self::DeclaredType(_) => "type",
            Self::Const(_) => "const",
            Self::Enum(_) => "enum",
            Self::Not => "not",
            Self::AnyOf => "anyOf",
            Self::OneOf { .. } => "oneOf",
            Self::Then | Self::Else => "if",
            Self::Maximum(_) => "maximum",
            Self::Minimum(_) => "minimum",
            Self::ExclusiveMaximum(_) => "exclusiveMaximum",
            Self::ExclusiveMinimum(_) => "exclusiveMinimum",
            Self::MultipleOf(_) => "multipleOf",
            Self::Format(_) => "format",
            Self::MaxLength(_) => "maxLength",
            Self::MinLength(_) => "minLength",
            Self::Pattern(_) => "pattern",
            Self::MaxItems(_) => "maxItems",
            Self::MinItems(_) => "minItems",
            Self::NoItemFrom(_) => "items",
            Self::Contains { .. } => "contains",
            Self::UniqueItems { .. } => "uniqueItems",
            Self::NoUnevaluatedItem(_) => "unevaluatedItems",
            Self::MaxProperties(_) => "maxProperties",
            Self::MinProperties(_) => "minProperties",
            Self::Required(_) | Self::Body => "required",
            Self::PropertyName(_) => "propertyNames",
            Self::NoMember(_) => "additionalProperties",
            Self::DependentRequired { .. } => "dependentRequired",
            Self::NoUnevaluatedMember(_) => "unevaluatedProperties",
            Self::Once | Self::DistinctMembers(_) => "duplicate",
            Self::Utf8 | Self::NamedEncoding => "encoding",
            Self::WholeBody | Self::DeclaredForm | Self::Json(_) | Self::Parts(_) => "syntax",
        }
    }
}

impl From<DecodeError> for Expected {
    fn from(error: DecodeError) -> Self {
        match error {
            DecodeError::Repeated => Self::Once,
            DecodeError::Encoding => Self::Utf8,
            DecodeError::Syntax => Self::DeclaredForm,
        }
    }
}

/// Of a text that is no JSON.
impl From<serde_json::Error> for Expected {
    fn from(error: serde_json::Error) -> Self {
        match error.classify() {
            serde_json::error::Category::Data => Self::DistinctMembers(error.to_string()),
            _ => Self::Json(error.to_string()),
        }
    }
}

impl Violation {
    /// A violation that no keyword of a subschema has found.
    #[must_use]
    pub fn new(location: Location, instance_path: String, expected: Expected) -> Self {
        Self { location, instance_path, schema_path: Vec::new(), expected }
    }

    /// The JSON Schema keyword; see [`Expected::keyword`].
    #[must_use]
    pub fn keyword(&self) -> &'static str {
        self.expected.keyword()
    }

    /// JSON pointer to the keyword, from the schema of the body or parameter on.
    #[must_use]
    pub fn schema_pointer(&self) -> String {
        let mut pointer = String::new();
        for step in &self.schema_path {
            push_escaped(&mut pointer, step.keyword);
            match step.key {
                SchemaKey::Only => {}
                SchemaKey::Index(index) => push_escaped(&mut pointer, &index.to_string()),
                SchemaKey::Name(name) => push_escaped(&mut pointer, name),
            }
        }
        push_escaped(&mut pointer, self.keyword());
        pointer
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}{}: {}", self.location, self.instance_path, self.expected)
    }
}

impl fmt::Display for Expected {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nothing => write!(formatter, "expected nothing"),
            Self::End => write!(formatter, "expected a schema that comes to an end"),
            Self::Type(types) => write!(formatter, "expected {}", types.join(" or ")),
            Self::Const(value) => write!(formatter, "expected {value}"),
            Self::Enum(values) => {
                write!(formatter, "expected one of")?;
                let mut comma = " ";
                values
                    .iter()
                    .try_for_each(|value| write!(formatter, "{}{value}", std::mem::replace(&mut comma, ", ")))
            }
            Self::Not => write!(formatter, "expected a value that `not` does not match"),
            Self::AnyOf => write!(formatter, "expected a value that a schema of `anyOf` matches"),
            Self::OneOf { .. } => {
                write!(formatter, "expected a value that exactly one schema of `oneOf` matches")
            }
            Self::Then => write!(formatter, "expected a value that `then` matches"),
            Self::Else => write!(formatter, "expected a value that `else` matches"),
            Self::Maximum(limit) => write!(formatter, "expected at most {limit}"),
            Self::Minimum(limit) => write!(formatter, "expected at least {limit}"),
            Self::ExclusiveMaximum(limit) => write!(formatter, "expected less than {limit}"),
            Self::ExclusiveMinimum(limit) => write!(formatter, "expected more than {limit}"),
            Self::MultipleOf(divisor) => write!(formatter, "expected a multiple of {divisor}"),
            Self::Format(format) => write!(formatter, "expected {format}"),
            Self::MaxLength(limit) => write!(formatter, "expected at most {limit} characters"),
            Self::MinLength(limit) => write!(formatter, "expected at least {limit} characters"),
            Self::Pattern(source) => write!(formatter, "expected text that matches the pattern {source}"),
            Self::MaxItems(limit) => write!(formatter, "expected at most {limit} items"),
            Self::MinItems(limit) => write!(formatter, "expected at least {limit} items"),
            Self::NoItemFrom(limit) | Self::NoUnevaluatedItem(limit) => {
                write!(formatter, "expected at most {limit} items")
            }
            Self::Contains { min, max: None } => {
                write!(formatter, "expected at least {min} items that `contains` matches")
            }
            Self::Contains { min, max: Some(max) } => {
                write!(formatter, "expected {min} to {max} items that `contains` matches")
            }
            Self::UniqueItems { first, second } => {
                write!(formatter, "expected items that differ, and {first} and {second} are equal")
            }
            Self::MaxProperties(limit) => write!(formatter, "expected at most {limit} members"),
            Self::MinProperties(limit) => write!(formatter, "expected at least {limit} members"),
            Self::Required(name) => write!(formatter, "expected '{name}', which is missing"),
            Self::PropertyName(name) => write!(formatter, "unexpected member name '{name}'"),
            Self::NoMember(name) | Self::NoUnevaluatedMember(name) => {
                write!(formatter, "unexpected member '{name}'")
            }
            Self::DependentRequired { present, needed } => {
                write!(formatter, "expected {} beside '{present}'", needed.join(", "))
            }
            Self::Body => write!(formatter, "expected a body"),
            Self::WholeBody => write!(formatter, "expected the rest of the body"),
            Self::Once => write!(formatter, "given more than once"),
            Self::Utf8 => write!(formatter, "expected UTF-8"),
            Self::NamedEncoding => write!(formatter, "expected the encoding that the media type names"),
            Self::DeclaredForm => write!(formatter, "not written as declared"),
            Self::Json(why) => write!(formatter, "expected JSON: {why}"),
            Self::DistinctMembers(why) => write!(formatter, "{why}"),
            Self::Parts(why) => write!(formatter, "{why}"),
            Self::DeclaredType(why) => write!(formatter, "not of the declared type: {why}"),
        }
    }
}

/// Adds one step to a JSON pointer.
pub(crate) fn push_escaped(pointer: &mut String, name: &str) {
    pointer.push('/');
    for character in name.chars() {
        match character {
            '~' => pointer.push_str("~0"),
            '/' => pointer.push_str("~1"),
            other => pointer.push(other),
        }
    }
}

/// The JSON pointer to a parameter or member of this name; the whole part when it is empty.
pub(crate) fn pointer_to(name: &str) -> String {
    let mut pointer = String::new();
    if !name.is_empty() {
        push_escaped(&mut pointer, name);
    }
    pointer
}

/// A part of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the variants are HTTP's own words")]
pub enum Location {
    Path,
    Query,
    Header,
    Cookie,
    Body,
}

impl From<ParameterIn> for Location {
    fn from(location: ParameterIn) -> Self {
        match location {
            ParameterIn::Path => Self::Path,
            ParameterIn::Query => Self::Query,
            ParameterIn::Header => Self::Header,
            ParameterIn::Cookie => Self::Cookie,
        }
    }
}

impl fmt::Display for Location {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Path => "path",
            Self::Query => "query",
            Self::Header => "header",
            Self::Cookie => "cookie",
            Self::Body => "body",
        })
    }
}
