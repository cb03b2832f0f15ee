//! Sets of known values that keep what they do not know.

use std::fmt;
use std::marker::PhantomData;

/// Completes an open set of texts.
#[doc(hidden)]
#[macro_export]
macro_rules! open_text {
    ($name:ident, $($variant:ident = $known:literal),+) => {
        impl $name {
            /// The known values as they stand in JSON.
            pub const KNOWN: &'static [(Self, &'static str)] = &[$((Self::$variant, $known)),+];
        }

        $crate::value::described!(
            $name,
            $crate::value::schema::open_text(Self::KNOWN)
        );

        impl $name {
            /// The text as it stands in JSON.
            #[must_use]
            pub fn as_str(&self) -> &str {
                if let Self::Other(text) = self {
                    return text;
                }
                Self::KNOWN.iter().find(|(variant, _)| variant == self).map_or("", |(_, text)| *text)
            }

            /// Whether the document names the value.
            #[must_use]
            pub fn is_known(&self) -> bool {
                !matches!(self, Self::Other(_))
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                let known = Self::KNOWN.iter().find(|(_, known)| *known == text);
                known.map_or_else(|| Self::Other(text.to_owned()), |(variant, _)| variant.clone())
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                match Self::from(text.as_str()) {
                    Self::Other(_) => Self::Other(text),
                    known => known,
                }
            }
        }

        impl std::str::FromStr for $name {
            type Err = std::convert::Infallible;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Ok(Self::from(text))
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.pad(self.as_str())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                deserializer.deserialize_str($crate::value::Text(std::marker::PhantomData))
            }
        }
    };
}

/// Completes an open set of whole numbers.
#[doc(hidden)]
#[macro_export]
macro_rules! open_integer {
    ($name:ident, $($variant:ident = $known:literal),+) => {
        impl $name {
            /// The known values as they stand in JSON.
            pub const KNOWN: &'static [(Self, i64)] = &[$((Self::$variant, $known)),+];
        }

        $crate::value::described!(
            $name,
            $crate::value::schema::open_integer(Self::KNOWN)
        );

        impl $name {
            /// The number as it stands in JSON.
            #[must_use]
            pub fn as_i64(&self) -> i64 {
                if let Self::Other(number) = self {
                    return *number;
                }
                Self::KNOWN.iter().find(|(variant, _)| variant == self).map_or(0, |(_, number)| *number)
            }

            /// Whether the document names the value.
            #[must_use]
            pub fn is_known(&self) -> bool {
                !matches!(self, Self::Other(_))
            }
        }

        impl From<i64> for $name {
            fn from(number: i64) -> Self {
                let known = Self::KNOWN.iter().find(|(_, known)| *known == number);
                known.map_or(Self::Other(number), |(variant, _)| variant.clone())
            }
        }

        impl std::str::FromStr for $name {
            type Err = std::num::ParseIntError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse::<i64>().map(Self::from)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Display::fmt(&self.as_i64(), formatter)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_i64(self.as_i64())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                <i64 as serde::Deserialize>::deserialize(deserializer).map(Self::from)
            }
        }
    };
}

/// Completes an open set of values of several types, given as JSON texts.
#[doc(hidden)]
#[macro_export]
macro_rules! open_value {
    ($name:ident, $($variant:ident = $known:literal),+) => {
        impl $name {
            /// The known values as JSON texts.
            pub const KNOWN: &'static [(Self, &'static str)] = &[$((Self::$variant, $known)),+];
        }

        $crate::value::described!(
            $name,
            $crate::value::schema::open_value(Self::KNOWN)
        );

        impl $name {
            /// Whether the document names the value.
            #[must_use]
            pub fn is_known(&self) -> bool {
                !matches!(self, Self::Other(_))
            }

            /// The value as JSON.
            #[must_use]
            pub fn to_value(&self) -> serde_json::Value {
                if let Self::Other(value) = self {
                    return value.clone();
                }
                let known = Self::KNOWN.iter().find(|(variant, _)| variant == self);
                known.map_or(serde_json::Value::Null, |(_, json)| $crate::value::parsed(json))
            }
        }

        impl From<serde_json::Value> for $name {
            fn from(value: serde_json::Value) -> Self {
                let same = |json| $crate::value::same(&$crate::value::parsed(json), &value);
                let known = Self::KNOWN.iter().find(|(_, json)| same(json));
                known.map_or(Self::Other(value), |(variant, _)| variant.clone())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.to_value().serialize(serializer)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                <serde_json::Value as serde::Deserialize>::deserialize(deserializer).map(Self::from)
            }
        }
    };
}

/// Makes variants of what they hold.
#[doc(hidden)]
#[macro_export]
macro_rules! from_variants {
    ($name:ident $(, $variant:ident $(in $box:ident)?: $held:ty)+) => {$(
        impl From<$held> for $name {
            fn from(value: $held) -> Self {
                Self::$variant($($box::new)?(value))
            }
        }
    )+};
}

pub use crate::{from_variants, open_integer, open_text, open_value};

/// Reads text into a type that keeps any text, without a copy when the text is a known one.
pub struct Text<T>(pub PhantomData<T>);

impl<T: From<String> + for<'t> From<&'t str>> serde::de::Visitor<'_> for Text<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a string")
    }

    fn visit_str<E>(self, text: &str) -> Result<T, E> {
        Ok(T::from(text))
    }

    fn visit_string<E>(self, text: String) -> Result<T, E> {
        Ok(T::from(text))
    }
}
