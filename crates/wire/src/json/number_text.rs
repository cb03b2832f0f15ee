//! Numbers through serde, which has no type for those that are longer than Rust's own.

use std::fmt;

use serde::de::{self, Deserialize, Deserializer, MapAccess, Visitor};
use serde::ser::{Error as _, Serialize, Serializer};
use serde_json::value::RawValue;

use super::number::{NotANumber, Number};

/// What `serde_json` calls a type that stands for the text of a value. A reader that knows it gives a
/// [`Number`] of this name its text; every other one gives what serde has for numbers.
pub const RAW: &str = "$serde_json::private::RawValue";

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Unsigned(number) => serializer.serialize_u64(*number),
            Self::Negative(number) => serializer.serialize_i64(*number),
            Self::Float(number) => serializer.serialize_f64(*number),
            Self::Decimal(decimal) => serde_json::from_str::<&RawValue>(decimal.as_str())
                .map_err(S::Error::custom)?
                .serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(RAW, NumberVisitor)
    }
}

struct NumberVisitor;

impl<'de> Visitor<'de> for NumberVisitor {
    type Value = Number;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a number")
    }

    fn visit_u64<E>(self, value: u64) -> Result<Number, E> {
        Ok(Number::Unsigned(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Number, E> {
        Ok(value.into())
    }

    fn visit_f64<E>(self, value: f64) -> Result<Number, E> {
        Ok(Number::Float(value))
    }

    /// The text of a number that only a [`Number`] can hold, from a reader of this crate.
    fn visit_bytes<E: de::Error>(self, text: &[u8]) -> Result<Number, E> {
        let text = std::str::from_utf8(text).ok().and_then(|text| text.parse().ok());
        text.ok_or_else(|| E::invalid_type(de::Unexpected::Other("bytes"), &self))
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Number, D::Error> {
        deserializer.deserialize_any(Plain)
    }

    /// The text of any value, from `serde_json`.
    fn visit_map<A: MapAccess<'de>>(self, mut raw: A) -> Result<Number, A::Error> {
        struct Text;
        impl Visitor<'_> for Text {
            type Value = Number;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a number")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Number, E> {
                text.parse().map_err(|NotANumber| mismatch(text, &self))
            }
        }
        impl<'de> de::DeserializeSeed<'de> for Text {
            type Value = Number;

            fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Number, D::Error> {
                deserializer.deserialize_str(self)
            }
        }
        raw.next_key::<de::IgnoredAny>()?;
        raw.next_value_seed(Text)
    }
}

/// Reads what every reader has for numbers.
struct Plain;

impl Visitor<'_> for Plain {
    type Value = Number;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a number")
    }

    fn visit_u64<E>(self, value: u64) -> Result<Number, E> {
        Ok(Number::Unsigned(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Number, E> {
        Ok(value.into())
    }

    fn visit_f64<E>(self, value: f64) -> Result<Number, E> {
        Ok(Number::Float(value))
    }
}

/// The error of a JSON text that is no number, as serde words it.
fn mismatch<E: de::Error>(text: &str, expected: &dyn de::Expected) -> E {
    let unexpected = match text.as_bytes().first() {
        Some(b'{') => de::Unexpected::Map,
        Some(b'[') => de::Unexpected::Seq,
        Some(b't') => de::Unexpected::Bool(true),
        Some(b'f') => de::Unexpected::Bool(false),
        Some(b'n') => de::Unexpected::Unit,
        Some(b'"') => match serde_json::from_str::<String>(text) {
            Ok(text) => return E::invalid_type(de::Unexpected::Str(&text), expected),
            Err(_) => de::Unexpected::Other("string"),
        },
        _ => de::Unexpected::Other("value"),
    };
    E::invalid_type(unexpected, expected)
}
