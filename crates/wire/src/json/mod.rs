//! JSON read once, borrowing its text.
//!
//! A request body becomes one [`Json`] tree: strings without escapes point into the body, objects
//! are lists in the order sent, numbers are what was written. The validator reads the tree and the typed
//! value is built from it, so text is scanned once and there is one answer to what the body says.

use std::borrow::Cow;

use crate::charset::without_mark;

mod decimal;
mod deserializer;
mod number;
mod number_text;
mod reader;
mod serializer;
mod tree;
mod types;

pub use decimal::Digits;
pub use number::{Decimal, NotANumber, Number};
pub use number_text::RAW as NUMBER_TEXT;
pub use serializer::of;
pub use types::Types;

/// A JSON value.
#[derive(Clone, Debug)]
pub enum Json<'a> {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number
    Number(Number),
    /// Text
    String(Cow<'a, str>),
    /// Items in order.
    Array(Vec<Json<'a>>),
    /// Members in order; no name comes twice.
    Object(Vec<(Cow<'a, str>, Json<'a>)>),
    /// A file in a multipart body: no JSON, and so nothing that a schema could say anything of.
    File,
}

/// Reads a whole JSON text, which may have a byte order mark. At most 127 levels deep; numbers stay as they
/// were written; a name that comes twice in one object is an error, because readers disagree on which one
/// counts.
///
/// # Errors
/// The syntax error, or (category `Data`) the repeated name.
pub fn read(text: &[u8]) -> Result<Json<'_>, serde_json::Error> {
    reader::read(without_mark(text))
}

impl<'a> Json<'a> {
    /// The member of that name, when this is an object that has it.
    #[must_use]
    pub fn member(&self, name: &str) -> Option<&Json<'a>> {
        match self {
            Self::Object(members) => find(members, name),
            _ => None,
        }
    }

    /// The text, when this is one.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::String(text) => Some(text),
            _ => None,
        }
    }

    /// Whether this is an array or an object.
    #[must_use]
    pub fn is_structured(&self) -> bool {
        matches!(self, Self::Array(_) | Self::Object(_))
    }

    /// Whether this is text.
    #[must_use]
    pub fn is_string(&self) -> bool {
        matches!(self, Self::String(_))
    }

    /// The same value without borrowed text.
    #[must_use]
    pub fn into_owned(self) -> Json<'static> {
        match self {
            Self::Null => Json::Null,
            Self::File => Json::File,
            Self::Bool(value) => Json::Bool(value),
            Self::Number(number) => Json::Number(number),
            Self::String(text) => Json::String(Cow::Owned(text.into_owned())),
            Self::Array(items) => Json::Array(items.into_iter().map(Json::into_owned).collect()),
            Self::Object(members) => {
                let owned = |(name, value): (Cow<'_, str>, Json<'_>)| {
                    (Cow::Owned(name.into_owned()), value.into_owned())
                };
                Json::Object(members.into_iter().map(owned).collect())
            }
        }
    }
}

/// The member of that name.
#[must_use]
pub fn find<'o, 'a>(members: &'o [(Cow<'a, str>, Json<'a>)], name: &str) -> Option<&'o Json<'a>> {
    members.iter().find(|(member, _)| member == name).map(|(_, value)| value)
}

/// Equal as JSON Schema has it: numbers by value, objects whatever the order of their members.
impl PartialEq for Json<'_> {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Null, Self::Null) => true,
            (Self::Bool(left), Self::Bool(right)) => left == right,
            (Self::Number(left), Self::Number(right)) => left == right,
            (Self::String(left), Self::String(right)) => left == right,
            (Self::Array(left), Self::Array(right)) => left == right,
            (Self::Object(left), Self::Object(right)) => {
                left.len() == right.len() && left.iter().all(|(name, value)| find(right, name) == Some(value))
            }
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;

    #[test]
    fn text_without_escapes_is_borrowed() {
        let Json::Object(members) = read(br#"{"a":"b","c":"d\n"}"#).unwrap() else {
            unreachable!("an object was written")
        };
        assert!(matches!(&members[0], (Cow::Borrowed("a"), Json::String(Cow::Borrowed("b")))));
        assert!(matches!(&members[1].1, Json::String(Cow::Owned(text)) if text == "d\n"));
    }

    #[test]
    fn repeated_names_are_errors_in_small_and_large_objects() {
        use std::fmt::Write as _;
        assert!(read(br#"{"a":1,"\u0061":2}"#).unwrap_err().to_string().contains("'a'"));
        let mut text = String::from("{");
        for number in 0..40 {
            let _ = write!(text, "\"m{number}\":0,");
        }
        assert!(read(format!("{text}\"m40\":0}}").as_bytes()).is_ok());
        let error = read(format!("{text}\"m3\":0}}").as_bytes()).unwrap_err();
        assert_eq!(error.classify(), serde_json::error::Category::Data);
    }

    #[test]
    fn deep_nesting_is_an_error_and_no_overflow() {
        let text = "[".repeat(1_000_000);
        assert!(read(text.as_bytes()).unwrap_err().to_string().contains("recursion"));
    }

    #[test]
    fn equality_is_by_value() {
        let pairs = [("1", "1.0"), ("-2", "-2e0"), (r#"{"a":1,"b":[]}"#, r#"{"b":[],"a":1.0}"#)];
        for (left, right) in pairs {
            assert_eq!(read(left.as_bytes()).unwrap(), read(right.as_bytes()).unwrap());
        }
        assert_ne!(read(b"[1,2]").unwrap(), read(b"[2,1]").unwrap());
        assert_ne!(read(b"9007199254740993").unwrap(), read(b"9007199254740992").unwrap());
    }
}
