//! Types that stand for exactly one value.

#![allow(clippy::must_use_candidate, reason = "called by generated code, which uses every result")]

use std::fmt;

use serde_json::Value;

/// Completes a type that stands for one text.
#[doc(hidden)]
#[macro_export]
macro_rules! constant_text {
    ($name:ident, $text:literal) => {
        impl $name {
            /// The only value there is.
            pub const VALUE: &'static str = $text;
        }

        $crate::value::described!($name, $crate::value::schema::constant(Self::VALUE.into()));

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.pad(Self::VALUE)
            }
        }

        impl std::str::FromStr for $name {
            type Err = String;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                if text == Self::VALUE {
                    Ok(Self)
                } else {
                    Err(format!("must be equal to constant {:?}, not {text:?}", Self::VALUE))
                }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(Self::VALUE)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                let expected = $crate::value::Constant(Self::VALUE);
                deserializer.deserialize_str(expected).map(|()| Self)
            }
        }
    };
}

/// Completes a type that stands for one value other than text, given as JSON.
#[doc(hidden)]
#[macro_export]
macro_rules! constant_json {
    ($name:ident, $json:literal) => {
        impl $name {
            /// The only value there is, as a JSON text.
            pub const JSON: &'static str = $json;
        }

        $crate::value::described!($name, $crate::value::schema::constant($crate::value::parsed(Self::JSON)));

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.pad(Self::JSON)
            }
        }

        impl std::str::FromStr for $name {
            type Err = String;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                if text == Self::JSON {
                    Ok(Self)
                } else {
                    Err(format!("must be equal to constant {}, not {text:?}", Self::JSON))
                }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $crate::value::parsed(Self::JSON).serialize(serializer)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                let value = <serde_json::Value as serde::Deserialize>::deserialize(deserializer)?;
                if $crate::value::same(&$crate::value::parsed(Self::JSON), &value) {
                    Ok(Self)
                } else {
                    Err(serde::de::Error::custom(format_args!(
                        "must be equal to constant {}, not {value}",
                        Self::JSON
                    )))
                }
            }
        }
    };
}

pub use crate::{constant_json, constant_text};

/// Reads exactly one text.
pub struct Constant(pub &'static str);

impl serde::de::Visitor<'_> for Constant {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "the constant {:?}", self.0)
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<(), E> {
        if text == self.0 { Ok(()) } else { Err(E::invalid_value(serde::de::Unexpected::Str(text), &self)) }
    }
}

/// A JSON text that the generator wrote. The words among them, which most constants are, need no
/// parser.
#[inline]
pub fn parsed(json: &str) -> Value {
    match json {
        "true" => Value::Bool(true),
        "false" => Value::Bool(false),
        _ => serde_json::from_str(json).unwrap_or_default(),
    }
}

/// Equal as JSON Schema sees it: `1` and `1.0` are the same number.
pub fn same(left: &Value, right: &Value) -> bool {
    match (left, right) {
        (Value::Number(left), Value::Number(right)) => {
            left == right || (left.is_f64() != right.is_f64() && left.as_f64() == right.as_f64())
        }
        (Value::Array(left), Value::Array(right)) => {
            left.len() == right.len() && left.iter().zip(right).all(|(l, r)| same(l, r))
        }
        (Value::Object(left), Value::Object(right)) => {
            let equal = |(name, value)| right.get(name).is_some_and(|other| same(value, other));
            left.len() == right.len() && left.iter().all(equal)
        }
        _ => left == right,
    }
}
