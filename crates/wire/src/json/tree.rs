//! The tree from what any reader of serde has.

use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt;

use serde::de::{self, Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

use super::number_text::RAW;
use super::{Json, Number, find};

/// Objects up to this size are searched for repeated names one by one.
const MAX_SEARCHED_MEMBERS: usize = 16;

/// The members of an object while it is read.
#[derive(Default)]
pub(super) struct Members<'a> {
    list: Vec<(Cow<'a, str>, Json<'a>)>,
    /// Grown only for large objects: small ones are searched faster than they are hashed.
    names: HashSet<Cow<'a, str>>,
}

impl<'a> Members<'a> {
    /// Whether the name has been there before.
    pub(super) fn has(&mut self, name: &str) -> bool {
        if self.list.len() < MAX_SEARCHED_MEMBERS {
            return find(&self.list, name).is_some();
        }
        if self.names.is_empty() {
            self.names.extend(self.list.iter().map(|(name, _)| name.clone()));
        }
        self.names.contains(name)
    }

    pub(super) fn push(&mut self, name: Cow<'a, str>, value: Json<'a>) {
        if !self.names.is_empty() {
            self.names.insert(name.clone());
        }
        self.list.push((name, value));
    }

    pub(super) fn into_object(self) -> Json<'a> {
        Json::Object(self.list)
    }
}

/// What is wrong with an object that has a name twice.
pub(super) fn repeated(name: &str) -> String {
    format!("duplicate member '{name}'")
}

impl<'de> Deserialize<'de> for Json<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(RAW, Raw)
    }
}

/// Reads the text of a value, from `serde_json`; what other readers have goes to [`JsonVisitor`].
struct Raw;

impl<'de> Visitor<'de> for Raw {
    type Value = Json<'de>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a JSON value")
    }

    fn visit_bytes<E: de::Error>(self, text: &[u8]) -> Result<Json<'de>, E> {
        let number = std::str::from_utf8(text).ok().and_then(|text| text.parse().ok());
        number.map(Json::Number).ok_or_else(|| E::invalid_type(de::Unexpected::Bytes(text), &self))
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Json<'de>, D::Error> {
        deserializer.deserialize_any(JsonVisitor)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut raw: A) -> Result<Json<'de>, A::Error> {
        raw.next_key::<de::IgnoredAny>()?;
        let Name(text) = raw.next_value()?;
        match text {
            Cow::Borrowed(text) => super::read(text.as_bytes()),
            Cow::Owned(text) => super::read(text.as_bytes()).map(Json::into_owned),
        }
        .map_err(de::Error::custom)
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
        Ok(Json::Number(value.into()))
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
        let mut members = Members::default();
        while let Some(Name(name)) = map.next_key()? {
            if members.has(&name) {
                return Err(de::Error::custom(repeated(&name)));
            }
            let value = map.next_value()?;
            members.push(name, value);
        }
        Ok(members.into_object())
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
