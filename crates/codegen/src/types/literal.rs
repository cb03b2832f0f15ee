//! Constraints on text that need no regular expression.

use serde_json::Value;
use unplug_openapi::ir::{Discriminator, Format, JsonType, Schema, Schemas};

use super::effective::Effective;

/// A constraint on text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Literal {
    /// The text is this.
    Equals(String),
    /// The text is one of these.
    OneOf(Vec<String>),
    /// It begins so.
    StartsWith(String),
    /// It ends so.
    EndsWith(String),
    /// This stands somewhere in it.
    Contains(String),
    /// It has at least so many Unicode code points.
    MinLength(u64),
    /// It has at most so many Unicode code points.
    MaxLength(u64),
    /// It is of a format that the document asserts.
    Format(Format),
}

/// What must hold for a value to be of one variant of a union, beyond its Rust type.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Guard {
    /// Constraints on the value itself, when it is text.
    pub(crate) text: Vec<Literal>,
    /// Constraints on properties that are text, by property name.
    pub(crate) properties: Vec<(String, Vec<Literal>)>,
    /// The only members that are allowed.
    pub(crate) closed: Option<Vec<String>>,
    /// Whether these are all the constraints there are. If not, some were not understood here.
    pub(crate) complete: bool,
}

impl Literal {
    /// The constraints on text in a schema's own keywords, and whether these are all that it has.
    pub(crate) fn of(schemas: &Schemas, schema: &Schema) -> (Vec<Self>, bool) {
        let mut found = Vec::new();
        let mut complete = true;
        if let Some(Value::String(text)) = &schema.constant {
            found.push(Self::Equals(text.clone()));
        }
        if let Some(values) = &schema.enumeration {
            let mut texts: Vec<String> = Vec::new();
            for text in values.iter().filter_map(Value::as_str) {
                if !texts.iter().any(|known| known == text) {
                    texts.push(text.to_owned());
                }
            }
            found.push(Self::OneOf(texts));
        }
        if let Some(pattern) = &schema.pattern {
            match literal_pattern(pattern) {
                Some(literal) => found.push(literal),
                None => complete = false,
            }
        }
        found.extend(schema.min_length.filter(|n| *n > 0).map(Self::MinLength));
        found.extend(schema.max_length.map(Self::MaxLength));
        found.extend(schemas.asserted_format(schema).map(Self::Format));
        (found, complete)
    }
}

/// The tag of the only value that a combination of schemas allows.
pub(super) fn single_tag(effective: &Effective<'_>) -> Option<String> {
    if let Some(constant) = effective.constant() {
        return Discriminator::tag_of(constant);
    }
    match effective.enumeration() {
        Some((values, false)) => match values.as_slice() {
            [only] => Discriminator::tag_of(only),
            _ => None,
        },
        _ => None,
    }
}

/// The only text that a combination of schemas allows.
pub(super) fn single_text(effective: &Effective<'_>) -> Option<String> {
    if let Some(constant) = effective.constant() {
        return constant.as_str().map(str::to_owned);
    }
    match effective.enumeration() {
        Some((values, false)) => match values.as_slice() {
            [only] => only.as_str().map(str::to_owned),
            _ => None,
        },
        _ => None,
    }
}

/// Reads a pattern that is plain text but for `^` at its begin, `$` at its end and escaped
/// punctuation. Everything else is a regular expression, for which this is `None`.
#[must_use]
pub fn literal_pattern(pattern: &str) -> Option<Literal> {
    let (from_start, rest) = match pattern.strip_prefix('^') {
        Some(rest) => (true, rest),
        None => (false, pattern),
    };
    let mut text = String::new();
    let mut to_end = false;
    let mut characters = rest.chars();
    while let Some(character) = characters.next() {
        match character {
            '$' if characters.as_str().is_empty() => to_end = true,
            '\\' => text.push(characters.next().filter(char::is_ascii_punctuation)?),
            '^' | '$' | '.' | '*' | '+' | '?' | '(' | ')' | '[' | ']' | '{' | '}' | '|' => {
                return None;
            }
            plain => text.push(plain),
        }
    }
    Some(match (from_start, to_end) {
        (true, true) => Literal::Equals(text),
        (true, false) => Literal::StartsWith(text),
        (false, true) => Literal::EndsWith(text),
        (false, false) => Literal::Contains(text),
    })
}

/// The JSON type of a value; a number without a fraction is an integer.
pub(crate) fn json_type(value: &Value) -> JsonType {
    match value {
        Value::Null => JsonType::Null,
        Value::Bool(_) => JsonType::Boolean,
        Value::Number(number) if number.is_f64() => JsonType::Number,
        Value::Number(_) => JsonType::Integer,
        Value::String(_) => JsonType::String,
        Value::Array(_) => JsonType::Array,
        Value::Object(_) => JsonType::Object,
    }
}
