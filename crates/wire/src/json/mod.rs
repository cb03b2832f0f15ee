//! JSON read once, borrowing its text.
//!
//! A request body becomes one [`Json`] tree: strings without escapes point into the body, objects
//! are lists in the order sent. The validator reads the tree and the typed value is built from
//! it, so text is scanned once and there is one answer to what the body says.

use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt;

use serde::de::{self, Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

use crate::charset::without_mark;

mod deserializer;
mod types;

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

/// A JSON number, as exact as Rust's own types are.
#[derive(Clone, Copy, Debug)]
pub enum Number {
    /// Zero or more.
    Unsigned(u64),
    /// Less than zero.
    Negative(i64),
    /// Written with a fraction or an exponent, or beyond 64 bits.
    Float(f64),
}

/// Objects up to this size are searched for repeated names one by one.
const MAX_SEARCHED_MEMBERS: usize = 16;

/// Reads a whole JSON text, which may have a byte order mark. At most 127 levels deep; a name that comes twice in one object is an
/// error, because readers disagree on which one counts.
///
/// # Errors
/// The syntax error, or (category `Data`) the repeated name.
pub fn read(text: &[u8]) -> Result<Json<'_>, serde_json::Error> {
    serde_json::from_slice(without_mark(text))
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

impl Number {
    /// The nearest float.
    #[must_use]
    #[allow(clippy::cast_precision_loss, reason = "the nearest float is what is asked for")]
    pub const fn as_f64(self) -> f64 {
        match self {
            Self::Unsigned(number) => number as f64,
            Self::Negative(number) => number as f64,
            Self::Float(number) => number,
        }
    }

    /// The number when it is whole and fits 128 bits; `1.0` is whole.
    #[must_use]
    pub fn as_integer(self) -> Option<i128> {
        match self {
            Self::Unsigned(number) => Some(i128::from(number)),
            Self::Negative(number) => Some(i128::from(number)),
            Self::Float(number) => whole(number),
        }
    }

    /// Whether it is whole, as JSON Schema's `integer` means it.
    #[must_use]
    pub fn is_integer(self) -> bool {
        match self {
            Self::Unsigned(_) | Self::Negative(_) => true,
            Self::Float(number) => number.is_finite() && number.fract() == 0.0,
        }
    }
}

#[allow(clippy::cast_possible_truncation, reason = "checked: whole, and within the range of the target")]
fn whole(number: f64) -> Option<i128> {
    (number.fract() == 0.0 && number.abs() < 1e38).then_some(number as i128)
}

/// Writes it as Rust writes its own types: without an exponent.
impl fmt::Display for Number {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unsigned(number) => number.fmt(formatter),
            Self::Negative(number) => number.fmt(formatter),
            Self::Float(number) => number.fmt(formatter),
        }
    }
}

impl PartialEq for Number {
    fn eq(&self, other: &Self) -> bool {
        self.partial_cmp(other) == Some(std::cmp::Ordering::Equal)
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        match (self.as_integer(), other.as_integer()) {
            (Some(left), Some(right)) => Some(left.cmp(&right)),
            _ => self.as_f64().partial_cmp(&other.as_f64()),
        }
    }
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

impl<'de> Deserialize<'de> for Json<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(JsonVisitor)
    }
}

struct JsonVisitor;

impl<'de> Visitor<'de> for JsonVisitor {
    type Value = Json<'de>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Json<'de>, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Json<'de>, E> {
        Ok(Json::Bool(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Json<'de>, E> {
        Ok(Json::Number(Number::Unsigned(value)))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Json<'de>, E> {
        Ok(Json::Number(match u64::try_from(value) {
            Ok(value) => Number::Unsigned(value),
            Err(_) => Number::Negative(value),
        }))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Json<'de>, E> {
        Ok(Json::Number(Number::Float(value)))
    }

    fn visit_borrowed_str<E>(self, value: &'de str) -> Result<Json<'de>, E> {
        Ok(Json::String(Cow::Borrowed(value)))
    }

    fn visit_str<E>(self, value: &str) -> Result<Json<'de>, E> {
        Ok(Json::String(Cow::Owned(value.to_owned())))
    }

    fn visit_string<E>(self, value: String) -> Result<Json<'de>, E> {
        Ok(Json::String(Cow::Owned(value)))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<Json<'de>, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = sequence.next_element()? {
            items.push(item);
        }
        Ok(Json::Array(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Json<'de>, A::Error> {
        let mut members: Vec<(Cow<'de, str>, Json<'de>)> = Vec::new();
        // Grown only for large objects: small ones are searched faster than they are hashed.
        let mut names: HashSet<Cow<'de, str>> = HashSet::new();
        while let Some(Name(name)) = map.next_key()? {
            let repeated = if members.len() < MAX_SEARCHED_MEMBERS {
                find(&members, &name).is_some()
            } else {
                if names.is_empty() {
                    names.extend(members.iter().map(|(name, _)| name.clone()));
                }
                !names.insert(name.clone())
            };
            if repeated {
                return Err(de::Error::custom(format_args!("duplicate member '{name}'")));
            }
            let value = map.next_value()?;
            members.push((name, value));
        }
        Ok(Json::Object(members))
    }
}

/// A member's name, borrowed where possible (serde's own `Cow` never borrows).
struct Name<'a>(Cow<'a, str>);

impl<'de> Deserialize<'de> for Name<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct NameVisitor;
        impl<'de> Visitor<'de> for NameVisitor {
            type Value = Name<'de>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a member name")
            }

            fn visit_borrowed_str<E>(self, value: &'de str) -> Result<Name<'de>, E> {
                Ok(Name(Cow::Borrowed(value)))
            }

            fn visit_str<E>(self, value: &str) -> Result<Name<'de>, E> {
                Ok(Name(Cow::Owned(value.to_owned())))
            }

            fn visit_string<E>(self, value: String) -> Result<Name<'de>, E> {
                Ok(Name(Cow::Owned(value)))
            }
        }
        deserializer.deserialize_str(NameVisitor)
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
