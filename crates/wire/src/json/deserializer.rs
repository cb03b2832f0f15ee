//! Builds typed values from a [`Json`] tree.
//!
//! Whole floats are taken where an integer is wanted, because JSON Schema has `1.0` an integer.

use serde::de::value::{BorrowedStrDeserializer, Error, MapDeserializer, SeqDeserializer};
use serde::de::{
    self, Deserialize, DeserializeOwned, Deserializer, EnumAccess, IntoDeserializer, Unexpected,
    VariantAccess, Visitor,
};

use super::number_text::RAW;
use super::{Json, Number};

impl Json<'_> {
    /// Builds a typed value.
    ///
    /// # Errors
    /// What the type's own `Deserialize` finds wrong.
    pub fn into_typed<T: DeserializeOwned>(self) -> Result<T, Error> {
        T::deserialize(&self)
    }
}

impl<'de> IntoDeserializer<'de> for &'de Json<'_> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

/// Forwards the integer methods to one that takes whole floats as well.
macro_rules! integers {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            self.visit_integer(visitor)
        }
    )*};
}

impl Json<'_> {
    /// What an error says of a value of another type.
    fn unexpected(&self) -> Unexpected<'_> {
        match self {
            Self::Null => Unexpected::Unit,
            Self::Bool(value) => Unexpected::Bool(*value),
            Self::Number(Number::Unsigned(value)) => Unexpected::Unsigned(*value),
            Self::Number(Number::Negative(value)) => Unexpected::Signed(*value),
            Self::Number(number) => Unexpected::Float(number.as_f64()),
            Self::String(text) => Unexpected::Str(text),
            Self::Array(_) => Unexpected::Seq,
            Self::Object(_) => Unexpected::Map,
            Self::File => Unexpected::Other("a file"),
        }
    }

    fn visit_integer<'de, V: Visitor<'de>>(&'de self, visitor: V) -> Result<V::Value, Error> {
        let Self::Number(number @ (Number::Float(_) | Number::Decimal(_))) = self else {
            return self.deserialize_any(visitor);
        };
        match number.as_integer() {
            Some(integer) if let Ok(integer) = u64::try_from(integer) => visitor.visit_u64(integer),
            Some(integer) if let Ok(integer) = i64::try_from(integer) => visitor.visit_i64(integer),
            _ => self.deserialize_any(visitor),
        }
    }
}

impl<'de> Deserializer<'de> for &'de Json<'_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Json::Null => visitor.visit_unit(),
            Json::File => Err(de::Error::invalid_type(Unexpected::Other("a file"), &visitor)),
            Json::Bool(value) => visitor.visit_bool(*value),
            Json::Number(Number::Unsigned(value)) => visitor.visit_u64(*value),
            Json::Number(Number::Negative(value)) => visitor.visit_i64(*value),
            Json::Number(number) => {
                let float = number.as_f64();
                if float.is_infinite() {
                    return Err(de::Error::custom(format_args!("the number {number} is beyond every float")));
                }
                visitor.visit_f64(float)
            }
            Json::String(text) => visitor.visit_borrowed_str(text),
            Json::Array(items) => {
                let mut items = SeqDeserializer::new(items.iter());
                let value = visitor.visit_seq(&mut items)?;
                items.end()?;
                Ok(value)
            }
            Json::Object(members) => {
                let mut members =
                    MapDeserializer::new(members.iter().map(|(name, value)| (Key(name), value)));
                let value = visitor.visit_map(&mut members)?;
                members.end()?;
                Ok(value)
            }
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Json::Null => visitor.visit_none(),
            value => visitor.visit_some(value),
        }
    }

    /// A type that can hold every number gets its text where no other has it.
    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        match self {
            Json::Number(Number::Decimal(decimal)) if name == RAW => {
                visitor.visit_bytes(decimal.as_str().as_bytes())
            }
            value => visitor.visit_newtype_struct(value),
        }
    }

    /// Only an object: what serde derives for a struct would take an array by the position of its items
    /// as well, and maps would take `null` for an empty one.
    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Json::Object(_) => self.deserialize_any(visitor),
            other => Err(de::Error::invalid_type(other.unexpected(), &visitor)),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.deserialize_map(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match self {
            Json::String(name) => visitor.visit_enum(Variant { name, content: None }),
            Json::Object(members) if let [(name, content)] = members.as_slice() => {
                visitor.visit_enum(Variant { name, content: Some(content) })
            }
            other => other.deserialize_any(visitor),
        }
    }

    integers! {
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_i128
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 deserialize_u128
    }

    serde::forward_to_deserialize_any! {
        bool f32 f64 char str string bytes byte_buf unit unit_struct seq tuple tuple_struct
        identifier ignored_any
    }
}

/// The name of a member.
struct Key<'de>(&'de str);

impl<'de> IntoDeserializer<'de> for Key<'de> {
    type Deserializer = BorrowedStrDeserializer<'de, Error>;

    fn into_deserializer(self) -> Self::Deserializer {
        BorrowedStrDeserializer::new(self.0)
    }
}

/// A variant in serde's own notation: its name alone, or an object with one member.
struct Variant<'de> {
    name: &'de str,
    content: Option<&'de Json<'de>>,
}

impl<'de> EnumAccess<'de> for Variant<'de> {
    type Error = Error;
    type Variant = Content<'de>;

    fn variant_seed<S: de::DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Content<'de>), Error> {
        let name = seed.deserialize(BorrowedStrDeserializer::new(self.name))?;
        Ok((name, Content(self.content)))
    }
}

struct Content<'de>(Option<&'de Json<'de>>);

impl<'de> VariantAccess<'de> for Content<'de> {
    type Error = Error;

    fn unit_variant(self) -> Result<(), Error> {
        match self.0 {
            None => Ok(()),
            Some(content) => Deserialize::deserialize(content),
        }
    }

    fn newtype_variant_seed<S: de::DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, Error> {
        seed.deserialize(self.0.unwrap_or(&Json::Null))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _len: usize, visitor: V) -> Result<V::Value, Error> {
        self.structured(visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.structured(visitor)
    }
}

impl<'de> Content<'de> {
    fn structured<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Some(content) => content.deserialize_any(visitor),
            None => Err(de::Error::invalid_type(Unexpected::UnitVariant, &visitor)),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use std::collections::BTreeMap;

    use serde::Deserialize;

    use crate::json::read;

    #[derive(Debug, Default, Deserialize)]
    #[serde(default)]
    struct Pair {
        foo: Option<i64>,
        bar: Option<String>,
    }

    #[test]
    fn an_array_is_no_struct_and_null_no_map() {
        for text in ["[1,\"a\"]", "[]", "null", "1"] {
            assert!(read(text.as_bytes()).unwrap().into_typed::<Pair>().is_err(), "{text}");
            let map =
                read(text.as_bytes()).unwrap().into_typed::<serde_json::Map<String, serde_json::Value>>();
            assert!(map.is_err(), "{text}");
            assert!(read(text.as_bytes()).unwrap().into_typed::<BTreeMap<String, i64>>().is_err(), "{text}");
        }
        let pair: Pair = read(br#"{"foo":1,"bar":"a"}"#).unwrap().into_typed().unwrap();
        assert_eq!((pair.foo, pair.bar.as_deref()), (Some(1), Some("a")));
    }
}
