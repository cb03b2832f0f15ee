//! From any value to the tree.

use std::borrow::Cow;
use std::fmt;

use serde::ser::{
    Error as _, Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant,
    SerializeTuple, SerializeTupleStruct, SerializeTupleVariant, Serializer,
};
use serde_json::Error;

use super::number_text::RAW;
use super::{Json, Number};

/// The value as JSON, its numbers as they are.
///
/// # Errors
/// What the value's own `Serialize` finds wrong, or a map whose keys are no text.
pub fn of<T: Serialize + ?Sized>(value: &T) -> Result<Json<'static>, Error> {
    value.serialize(Tree)
}

/// Writes JSON without blanks.
impl fmt::Display for Json<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&serde_json::to_string(self).map_err(|_| fmt::Error)?)
    }
}

impl Serialize for Json<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Number(number) => number.serialize(serializer),
            Self::String(text) => serializer.serialize_str(text),
            Self::Array(items) => serializer.collect_seq(items),
            Self::Object(members) => {
                serializer.collect_map(members.iter().map(|(name, value)| (name, value)))
            }
            Self::File => Err(S::Error::custom("a file is no JSON")),
        }
    }
}

struct Tree;

/// Items of a list, or of what is written as one.
struct Items {
    list: Vec<Json<'static>>,
    variant: Option<&'static str>,
}

/// Members of an object, or of what is written as one.
#[derive(Default)]
struct Members {
    list: Vec<(Cow<'static, str>, Json<'static>)>,
    key: Option<String>,
    variant: Option<&'static str>,
    /// The only member is the text of a JSON value.
    raw: bool,
}

fn within(variant: Option<&'static str>, value: Json<'static>) -> Json<'static> {
    match variant {
        Some(name) => Json::Object(vec![(Cow::Borrowed(name), value)]),
        None => value,
    }
}

impl Items {
    fn push<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.list.push(of(value)?);
        Ok(())
    }

    fn finish(self) -> Json<'static> {
        within(self.variant, Json::Array(self.list))
    }
}

impl Members {
    fn push<T: Serialize + ?Sized>(&mut self, name: Cow<'static, str>, value: &T) -> Result<(), Error> {
        self.list.push((name, of(value)?));
        Ok(())
    }

    fn finish(self) -> Result<Json<'static>, Error> {
        match self.list.as_slice() {
            [(_, Json::String(text))] if self.raw => super::read(text.as_bytes()).map(Json::into_owned),
            _ => Ok(within(self.variant, Json::Object(self.list))),
        }
    }
}

/// A key of a map: text, or what has a text.
fn key<T: Serialize + ?Sized>(key: &T) -> Result<String, Error> {
    match of(key)? {
        Json::String(text) => Ok(text.into_owned()),
        scalar @ (Json::Number(_) | Json::Bool(_)) => Ok(scalar.to_string()),
        _ => Err(Error::custom("key must be a string")),
    }
}

/// Methods that only make a number of their argument.
macro_rules! numbers {
    ($($method:ident $type:ty),*) => {$(
        fn $method(self, value: $type) -> Result<Json<'static>, Error> {
            Ok(Json::Number(value.into()))
        }
    )*};
}

impl Serializer for Tree {
    type Ok = Json<'static>;
    type Error = Error;
    type SerializeSeq = Items;
    type SerializeTuple = Items;
    type SerializeTupleStruct = Items;
    type SerializeTupleVariant = Items;
    type SerializeMap = Members;
    type SerializeStruct = Members;
    type SerializeStructVariant = Members;

    numbers! {
        serialize_i8 i8, serialize_i16 i16, serialize_i32 i32, serialize_i64 i64,
        serialize_u8 u8, serialize_u16 u16, serialize_u32 u32, serialize_u64 u64
    }

    fn serialize_bool(self, value: bool) -> Result<Json<'static>, Error> {
        Ok(Json::Bool(value))
    }

    fn serialize_i128(self, value: i128) -> Result<Json<'static>, Error> {
        Ok(Json::Number(Number::written(&value.to_string())))
    }

    fn serialize_u128(self, value: u128) -> Result<Json<'static>, Error> {
        Ok(Json::Number(Number::written(&value.to_string())))
    }

    fn serialize_f32(self, value: f32) -> Result<Json<'static>, Error> {
        self.serialize_f64(f64::from(value))
    }

    fn serialize_f64(self, value: f64) -> Result<Json<'static>, Error> {
        Ok(if value.is_finite() { Json::Number(Number::Float(value)) } else { Json::Null })
    }

    fn serialize_char(self, value: char) -> Result<Json<'static>, Error> {
        Ok(Json::String(Cow::Owned(value.to_string())))
    }

    fn serialize_str(self, value: &str) -> Result<Json<'static>, Error> {
        Ok(Json::String(Cow::Owned(value.to_owned())))
    }

    fn serialize_bytes(self, value: &[u8]) -> Result<Json<'static>, Error> {
        Ok(Json::Array(value.iter().map(|byte| Json::Number((*byte).into())).collect()))
    }

    fn serialize_none(self) -> Result<Json<'static>, Error> {
        Ok(Json::Null)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<Json<'static>, Error> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<Json<'static>, Error> {
        Ok(Json::Null)
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<Json<'static>, Error> {
        Ok(Json::Null)
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
    ) -> Result<Json<'static>, Error> {
        Ok(Json::String(Cow::Borrowed(variant)))
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<Json<'static>, Error> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<Json<'static>, Error> {
        Ok(within(Some(variant), of(value)?))
    }

    fn serialize_seq(self, length: Option<usize>) -> Result<Items, Error> {
        Ok(Items { list: Vec::with_capacity(length.unwrap_or(0)), variant: None })
    }

    fn serialize_tuple(self, length: usize) -> Result<Items, Error> {
        self.serialize_seq(Some(length))
    }

    fn serialize_tuple_struct(self, _: &'static str, length: usize) -> Result<Items, Error> {
        self.serialize_seq(Some(length))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        length: usize,
    ) -> Result<Items, Error> {
        Ok(Items { list: Vec::with_capacity(length), variant: Some(variant) })
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Members, Error> {
        Ok(Members::default())
    }

    fn serialize_struct(self, name: &'static str, _: usize) -> Result<Members, Error> {
        Ok(Members { raw: name == RAW, ..Members::default() })
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Members, Error> {
        Ok(Members { variant: Some(variant), ..Members::default() })
    }
}

impl SerializeSeq for Items {
    type Ok = Json<'static>;
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.push(value)
    }

    fn end(self) -> Result<Json<'static>, Error> {
        Ok(self.finish())
    }
}

impl SerializeTuple for Items {
    type Ok = Json<'static>;
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.push(value)
    }

    fn end(self) -> Result<Json<'static>, Error> {
        Ok(self.finish())
    }
}

impl SerializeTupleStruct for Items {
    type Ok = Json<'static>;
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.push(value)
    }

    fn end(self) -> Result<Json<'static>, Error> {
        Ok(self.finish())
    }
}

impl SerializeTupleVariant for Items {
    type Ok = Json<'static>;
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.push(value)
    }

    fn end(self) -> Result<Json<'static>, Error> {
        Ok(self.finish())
    }
}

impl SerializeMap for Members {
    type Ok = Json<'static>;
    type Error = Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, name: &T) -> Result<(), Error> {
        self.key = Some(key(name)?);
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        let name = self.key.take().ok_or_else(|| Error::custom("a value without a key"))?;
        self.push(Cow::Owned(name), value)
    }

    fn end(self) -> Result<Json<'static>, Error> {
        self.finish()
    }
}

impl SerializeStruct for Members {
    type Ok = Json<'static>;
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Error> {
        self.push(Cow::Borrowed(name), value)
    }

    fn end(self) -> Result<Json<'static>, Error> {
        self.finish()
    }
}

impl SerializeStructVariant for Members {
    type Ok = Json<'static>;
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Error> {
        self.push(Cow::Borrowed(name), value)
    }

    fn end(self) -> Result<Json<'static>, Error> {
        self.finish()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use std::collections::BTreeMap;

    use serde::Serialize;

    use super::*;

    #[derive(Serialize)]
    enum Kind {
        Plain,
        Single(u8),
        Pair(u8, bool),
        Named { a: Option<char>, b: () },
    }

    #[derive(Serialize)]
    struct All {
        kinds: Vec<Kind>,
        keyed: BTreeMap<i32, f64>,
        wide: (i128, f32),
        numbers: Vec<Number>,
    }

    #[test]
    fn the_tree_is_what_serde_json_writes() {
        let numbers = ["1", "-2", "0.5", "1e400", "0.10", "123456789012345678901234567890"];
        let all = All {
            kinds: vec![
                Kind::Plain,
                Kind::Single(1),
                Kind::Pair(2, true),
                Kind::Named { a: Some('x'), b: () },
            ],
            keyed: BTreeMap::from([(-1, 0.25), (7, f64::NAN)]),
            wide: (i128::MAX, 1.5),
            numbers: numbers.iter().map(|text| text.parse().unwrap()).collect(),
        };
        assert_eq!(of(&all).unwrap().to_string(), serde_json::to_string(&all).unwrap());
    }
}
