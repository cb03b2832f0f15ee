//! Typed header values.

use serde::de::value::{Error, MapDeserializer, SeqDeserializer, StrDeserializer};
use serde::de::{DeserializeOwned, Deserializer, Error as _, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;
use serde_json::Value;
use unplug_wire::json::{NUMBER_TEXT, Number};
use unplug_wire::parameter::Reading;

/// How a header is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeaderStyle {
    /// Items joined by commas, members as `name,value`.
    Simple,
    /// Members as `name=value`.
    Exploded,
    /// As JSON.
    Json,
    /// Each line is a value of its own.
    Lines,
}

impl HeaderStyle {
    /// Decodes the lines of a header, which HTTP joins by commas: a number or a boolean where the
    /// type asks for one, a list for a sequence, pairs for a map, text otherwise.
    pub(crate) fn read<T: DeserializeOwned>(self, lines: &[&str]) -> Result<T, Error> {
        let whole = || lines.iter().map(|line| line.trim()).collect::<Vec<_>>().join(", ");
        match self {
            Self::Lines => {
                T::deserialize(SeqDeserializer::new(lines.iter().map(|line| HeaderText::new(line, false))))
            }
            Self::Json => serde_json::from_str(&whole()).map_err(Error::custom),
            Self::Simple | Self::Exploded => match lines {
                [only] => self.read_text(only),
                _ => self.read_text(&whole()),
            },
        }
    }

    /// What looks like a number need not be one: where that fits no branch of a union, it is text.
    fn read_text<T: DeserializeOwned>(self, text: &str) -> Result<T, Error> {
        let text = HeaderText::new(text, self == Self::Exploded);
        T::deserialize(text)
            .or_else(|why| T::deserialize(HeaderText { reading: Reading::Text, ..text }).map_err(|_| why))
    }
}

#[derive(Clone, Copy)]
struct HeaderText<'a> {
    text: &'a str,
    explode: bool,
    reading: Reading,
}

impl<'a> HeaderText<'a> {
    fn new(text: &'a str, explode: bool) -> Self {
        Self { text: text.trim(), explode, reading: Reading::Typed }
    }

    /// Arrays and objects are written as JSON.
    fn json(self) -> Option<Value> {
        self.text.starts_with(['{', '[']).then(|| serde_json::from_str(self.text).ok()).flatten()
    }

    /// A list of arrays or objects is JSON without the brackets around it.
    fn json_items(self) -> Option<Vec<Value>> {
        let items = self.text.starts_with(['{', '[']).then(|| format!("[{}]", self.text))?;
        serde_json::from_str(&items).ok()
    }

    fn pairs(self) -> Result<Vec<(&'a str, Self)>, Error> {
        let mut parts = self.text.split(',').map(str::trim).filter(|_| !self.text.is_empty());
        let mut pairs = Vec::new();
        while let Some(part) = parts.next() {
            let pair = if self.explode {
                Some(part.split_once('=').unwrap_or((part, "")))
            } else {
                parts.next().map(|value| (part, value))
            };
            let (name, value) = pair.ok_or_else(|| Error::custom("a member has no value"))?;
            pairs.push((name, HeaderText::new(value, false)));
        }
        Ok(pairs)
    }
}

impl IntoDeserializer<'_, Error> for HeaderText<'_> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

macro_rules! parsed {
    ($($method:ident $visit:ident)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            match self.text.parse() {
                Ok(value) => visitor.$visit(value),
                Err(_) => visitor.visit_str(self.text),
            }
        })*
    };
}

impl<'de> Deserializer<'de> for HeaderText<'_> {
    type Error = Error;

    parsed! {
        deserialize_bool visit_bool
        deserialize_i8 visit_i8 deserialize_i16 visit_i16 deserialize_i32 visit_i32
        deserialize_i64 visit_i64
        deserialize_u8 visit_u8 deserialize_u16 visit_u16 deserialize_u32 visit_u32
        deserialize_u64 visit_u64
        deserialize_f32 visit_f32 deserialize_f64 visit_f64
    }

    /// A type that takes anything gets what the text looks like.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.reading == Reading::Text {
            return visitor.visit_str(self.text);
        }
        if let Some(value) = self.json() {
            return value.deserialize_any(visitor).map_err(Error::custom);
        }
        let digit = |c: char| c.is_ascii_digit() || c == '-';
        match self.text {
            "true" => visitor.visit_bool(true),
            "false" => visitor.visit_bool(false),
            text if text.starts_with(digit) => match serde_json::from_str::<serde_json::Number>(text) {
                Ok(number) => number.deserialize_any(visitor).map_err(Error::custom),
                Err(_) => visitor.visit_str(text),
            },
            text => visitor.visit_str(text),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_str(self.text)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_str(self.text)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        if name == NUMBER_TEXT && self.text.parse::<Number>().is_ok() {
            return visitor.visit_bytes(self.text.as_bytes());
        }
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        StrDeserializer::<Error>::new(self.text).deserialize_enum(name, variants, visitor)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if let Some(items) = self.json_items() {
            return Value::Array(items).deserialize_seq(visitor).map_err(Error::custom);
        }
        let items = self.text.split(',').map(str::trim).filter(|item| !item.is_empty());
        visitor.visit_seq(SeqDeserializer::new(items.map(|item| HeaderText::new(item, false))))
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if let Some(value) = self.json() {
            return value.deserialize_map(visitor).map_err(Error::custom);
        }
        visitor.visit_map(MapDeserializer::new(self.pairs()?.into_iter()))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.deserialize_map(visitor)
    }

    forward_to_deserialize_any! {
        char bytes byte_buf unit unit_struct i128 u128 tuple tuple_struct identifier ignored_any
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn from_text<T: DeserializeOwned>(text: &str) -> Result<T, Error> {
        HeaderStyle::Simple.read(&[text])
    }

    #[test]
    fn decodes_by_the_wanted_type() {
        assert_eq!(from_text::<i64>(" 57 "), Ok(57));
        assert_eq!(from_text::<u64>("18446744073709551615"), Ok(u64::MAX));
        assert_eq!(from_text::<Option<i64>>("57"), Ok(Some(57)));
        assert_eq!(from_text::<bool>("true"), Ok(true));
        assert_eq!(from_text::<String>("57"), Ok("57".to_owned()));
        assert_eq!(from_text::<Vec<u8>>("1, 2,3"), Ok(vec![1, 2, 3]));
        assert_eq!(from_text::<Vec<String>>(""), Ok(Vec::new()));
        assert!(from_text::<i64>("soon").is_err());
        assert_eq!(from_text::<Value>("5"), Ok(5.into()));
        assert_eq!(from_text::<Value>("five"), Ok("five".into()));
    }

    #[test]
    fn decodes_pairs_lines_and_json() {
        let pairs = BTreeMap::from([("a".to_owned(), 1), ("b".to_owned(), 2)]);
        assert_eq!(from_text::<BTreeMap<String, i64>>("a,1, b,2"), Ok(pairs.clone()));
        assert_eq!(HeaderStyle::Exploded.read(&["a=1", "b=2"]), Ok(pairs.clone()));
        assert_eq!(HeaderStyle::Json.read(&[r#"{"a": 1, "b": 2}"#]), Ok(pairs));
        assert!(from_text::<BTreeMap<String, i64>>("a,1,b").is_err());
        let cookies = ["a=1; Expires=Thu, 01 Jan 2032 00:00:00 GMT", "b=2"];
        assert_eq!(HeaderStyle::Lines.read(&cookies), Ok(cookies.map(str::to_owned).to_vec()));
        let items = vec![BTreeMap::from([("a".to_owned(), 1)]), BTreeMap::from([("a".to_owned(), 2)])];
        assert_eq!(from_text(r#"{"a":1},{"a":2}"#), Ok(items));
    }
}
