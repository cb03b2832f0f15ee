//! Parameters as text: the values, and what cannot be said in text.
//!
//! Text has no types and few delimiters. What would be read as something else than what was given
//! is refused with a [`RequestError`] instead of being sent.

#![allow(clippy::must_use_candidate, reason = "called by generated code, which uses every result")]

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;
use serde_json::Value;

use super::call::NotBuilt;
use super::error::RequestError;
use super::operation::Operation;
use super::style;

pub use super::style::{PathStyle, QueryStyle};

/// Everything but RFC 3986's unreserved characters.
const UNRESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// With `allowReserved`, reserved characters stay, except those that would end or split the query.
const RESERVED: &AsciiSet = &UNRESERVED
    .remove(b':')
    .remove(b'/')
    .remove(b'?')
    .remove(b'@')
    .remove(b'!')
    .remove(b'$')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')')
    .remove(b'*')
    .remove(b',')
    .remove(b';');

/// Percent-encodes a path segment. Used by the generated wire operations too: a backslash must be
/// encoded, because URL parsers take it for a slash.
pub fn encode_path(segment: &str) -> String {
    utf8_percent_encode(segment, UNRESERVED).to_string()
}

/// Percent-encodes a part of a query.
pub fn encode_query(text: &str, allow_reserved: bool) -> String {
    utf8_percent_encode(text, if allow_reserved { RESERVED } else { UNRESERVED }).to_string()
}

/// What a text could be mistaken for by a server that reads it by the types of its schema: bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leaf(pub u8);

impl Leaf {
    const NUMBER: u8 = 1;
    const BOOLEAN: u8 = 2;
    const STRUCTURED: u8 = 4;
    /// All items are JSON, and a list of them is read as such.
    const ONLY_STRUCTURED: u8 = 8;

    fn has(self, bit: u8) -> bool {
        self.0 & bit != 0
    }

    fn mistaken(self, text: &str) -> bool {
        let number = || {
            text.ends_with(|last: char| last.is_ascii_digit())
                && text.starts_with(|first: char| first.is_ascii_digit() || first == '-')
                && serde_json::from_str::<serde_json::Number>(text).is_ok()
        };
        let structured =
            || text.starts_with(['{', '[']) && serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok();
        (self.has(Self::NUMBER) && number())
            || (self.has(Self::BOOLEAN) && matches!(text, "true" | "false"))
            || (self.has(Self::STRUCTURED) && structured())
    }
}

/// How a server reads a parameter, where its value alone does not make that clear.
#[derive(Clone, Copy, Debug)]
#[allow(clippy::struct_excessive_bools, reason = "each stands for itself")]
pub struct Reading {
    /// A single text.
    pub scalar: Leaf,
    /// Items of a list.
    pub items: Leaf,
    /// Members that are not clear.
    pub members: &'static [(&'static str, Leaf)],
    /// Members that are none of the others.
    pub declared: &'static [&'static str],
    /// Other members.
    pub others: Leaf,
    /// May it be one text as well as a list?
    pub single_or_list: bool,
    /// Is a list written as JSON?
    pub json_list: bool,
    /// Is an object written as JSON?
    pub json_object: bool,
    /// Names in the same place that belong to something else; one that ends with a bracket stands
    /// for all that begin so.
    pub foreign: &'static [&'static str],
}

impl Reading {
    /// Everything is as it looks.
    pub const PLAIN: Self = Self {
        scalar: Leaf(0),
        items: Leaf(0),
        members: &[],
        declared: &[],
        others: Leaf(0),
        single_or_list: false,
        json_list: false,
        json_object: false,
        foreign: &[],
    };

    fn member(&self, name: &str) -> Leaf {
        let own = self.members.iter().find(|(member, _)| *member == name);
        match own {
            Some((_, leaf)) => *leaf,
            None if self.declared.contains(&name) => Leaf(0),
            None => self.others,
        }
    }

    fn is_foreign(&self, name: &str) -> bool {
        self.foreign
            .iter()
            .any(|foreign| *foreign == name || (foreign.ends_with('[') && name.starts_with(foreign)))
    }

    /// Are the items of a list read as JSON?
    pub fn json_items(&self) -> bool {
        self.items.has(Leaf::ONLY_STRUCTURED)
    }
}

/// A parameter's value without a style.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Plain {
    Scalar(String),
    List(Vec<String>),
    Members(Vec<(String, String)>),
}

/// Why a value has no text, in words that follow the parameter's name.
pub type Refused = String;

impl Plain {
    pub fn of(value: &impl Serialize, reading: &Reading) -> Result<Self, Refused> {
        match json(value)? {
            Value::Array(items) if !reading.json_list => {
                if reading.single_or_list && items.is_empty() {
                    return Err(empty("list"));
                }
                // A list of one item is written as that item is alone, and means the same.
                if let (true, [only]) = (reading.single_or_list, items.as_slice()) {
                    return Ok(Self::Scalar(leaf_text(only, reading.items)?));
                }
                let items = items.iter().map(|item| leaf_text(item, reading.items));
                Ok(Self::List(items.collect::<Result<_, _>>()?))
            }
            Value::Object(members) if !reading.json_object => {
                let members = members.iter().map(|(name, value)| {
                    foreign(name, reading)?;
                    Ok((name.clone(), leaf_text(value, reading.member(name))?))
                });
                Ok(Self::Members(members.collect::<Result<_, Refused>>()?))
            }
            other => Ok(Self::Scalar(leaf_text(&other, reading.scalar)?)),
        }
    }

    /// The pairs of a whole query: a list is one pair for each item.
    pub fn pairs(value: &impl Serialize, reading: &Reading) -> Result<Vec<(String, String)>, Refused> {
        let Value::Object(members) = json(value)? else {
            return Err("is no object, and only its members can make a query".to_owned());
        };
        let mut pairs = Vec::new();
        for (name, value) in members {
            foreign(&name, reading)?;
            let leaf = reading.member(&name);
            match value {
                Value::Array(items) if items.is_empty() => return Err(empty("list")),
                Value::Array(items) => {
                    for item in items {
                        pairs.push((name.clone(), leaf_text(&item, leaf)?));
                    }
                }
                value => pairs.push((name, leaf_text(&value, leaf)?)),
            }
        }
        Ok(pairs)
    }
}

fn foreign(name: &str, reading: &Reading) -> Result<(), Refused> {
    if name.is_empty() {
        return Err("has a member without a name".to_owned());
    }
    if reading.is_foreign(name) {
        return Err(format!("has the member {name}, which is the name of another parameter"));
    }
    Ok(())
}

pub fn json(value: &impl Serialize) -> Result<Value, Refused> {
    match serde_json::to_value(value) {
        Ok(Value::Null) => Err("is null, which has no form in a parameter".to_owned()),
        Ok(value) => Ok(value),
        Err(error) => Err(error.to_string()),
    }
}

pub fn empty(kind: &str) -> Refused {
    format!("is or has an empty {kind}, which this style cannot tell from nothing")
}

/// Nested values have no form in RFC 6570; JSON is what servers that accept them expect.
fn leaf_text(value: &Value, leaf: Leaf) -> Result<String, Refused> {
    match value {
        Value::String(text) if leaf.mistaken(text) => {
            Err(format!("has the text {text:?}, which would be read as a value of another type"))
        }
        Value::String(text) => Ok(text.clone()),
        Value::Null => Err("has a null within, which has no form in a parameter".to_owned()),
        other => Ok(other.to_string()),
    }
}

/// Levels of brackets in style `deepObject`; what lies deeper is JSON.
const DEEP_LEVELS: usize = 4;

/// Style `deepObject`: `name[member]=value`, `name[member][]=item`, `name[member][0][x]=value`.
pub fn deep(name: &str, value: &impl Serialize, reading: &Reading) -> Result<Vec<(String, String)>, Refused> {
    let value = json(value)?;
    if !value.is_object() {
        return Err("is no object, which this style is for".to_owned());
    }
    let mut pairs = Vec::new();
    deeper(name, &value, 0, None, reading, &mut pairs)?;
    Ok(pairs)
}

fn deeper(
    name: &str,
    value: &Value,
    level: usize,
    leaf: Option<Leaf>,
    reading: &Reading,
    pairs: &mut Vec<(String, String)>,
) -> Result<(), Refused> {
    match value {
        Value::Object(members) if level < DEEP_LEVELS => {
            if members.is_empty() {
                return Err(empty("object"));
            }
            for (member, value) in members {
                // Digits alone would be places in a list.
                let digits = member.bytes().all(|byte| byte.is_ascii_digit());
                if member.contains(['[', ']']) || (digits && level > 0) || member.is_empty() {
                    return Err(format!("has the member {member:?}, which cannot stand in brackets"));
                }
                let leaf = leaf.unwrap_or_else(|| reading.member(member));
                let name = format!("{name}[{member}]");
                if reading.is_foreign(&name) {
                    return Err(format!("has the member {name}, which is the name of another parameter"));
                }
                deeper(&name, value, level + 1, Some(leaf), reading, pairs)?;
            }
        }
        Value::Array(items) if level < DEEP_LEVELS => {
            if items.is_empty() {
                return Err(empty("list"));
            }
            let flat = !items.iter().any(|item| item.is_object() || item.is_array());
            for (index, item) in items.iter().enumerate() {
                let name = if flat { format!("{name}[]") } else { format!("{name}[{index}]") };
                deeper(&name, item, level + 1, leaf, reading, pairs)?;
            }
        }
        other => pairs.push((name.to_owned(), leaf_text(other, leaf.unwrap_or(Leaf(0)))?)),
    }
    Ok(())
}

/// A generated operation's parameter, for messages.
#[derive(Clone, Copy, Debug)]
pub struct Named {
    /// The operation.
    pub operation: &'static Operation,
    /// The parameter's name on the wire.
    pub name: &'static str,
}

impl Named {
    pub fn refuse(self, why: &str) -> RequestError {
        let name = self.name;
        RequestError { operation: self.operation, why: format!("the parameter {name} {why}") }
    }

    /// A single value as text.
    pub fn text(self, value: &impl Serialize) -> Result<String, RequestError> {
        match Plain::of(value, &Reading::PLAIN).map_err(|why| self.refuse(&why))? {
            Plain::Scalar(text) => Ok(text),
            _ => Err(self.refuse("is not a single value")),
        }
    }

    /// Style `simple` in a header.
    pub fn header(self, value: &impl Serialize, explode: bool) -> Result<String, RequestError> {
        let plain = Plain::of(value, &Reading::PLAIN).map_err(|why| self.refuse(&why))?;
        style::header(&plain, explode, &Reading::PLAIN).map_err(|why| self.refuse(&why))
    }

    /// Refuses a whole path segment that would lead to another resource: an empty one, and the
    /// dots that URL parsers resolve even when they are percent-encoded.
    pub fn segment(self, text: &str) -> Result<(), RequestError> {
        match text {
            "" => Err(self.refuse("is empty, and the path would be another one")),
            "." | ".." => Err(self.refuse("is made of dots, and the path would be another one")),
            _ => Ok(()),
        }
    }
}

/// A value as one text, for a parameter of an operation's method.
pub fn text(name: &str, value: &impl Serialize) -> Result<String, NotBuilt> {
    match Plain::of(value, &Reading::PLAIN).map_err(|why| refused(name, &why))? {
        Plain::Scalar(text) => Ok(text),
        _ => Err(refused(name, "is not a single value")),
    }
}

/// Style `simple` in a header.
pub fn header(name: &str, value: &impl Serialize) -> Result<String, NotBuilt> {
    let plain = Plain::of(value, &Reading::PLAIN).map_err(|why| refused(name, &why))?;
    style::header(&plain, false, &Reading::PLAIN).map_err(|why| refused(name, &why))
}

/// The items of a list, for an exploded query parameter.
pub fn list(name: &str, value: &impl Serialize) -> Result<Vec<String>, NotBuilt> {
    match Plain::of(value, &Reading::PLAIN).map_err(|why| refused(name, &why))? {
        Plain::List(items) if !items.is_empty() => Ok(items),
        Plain::List(_) => Err(refused(name, &empty("list"))),
        _ => Err(refused(name, "is not a list")),
    }
}

/// A value that is a whole path segment. Refused is what would lead to another resource: an empty
/// one, and the dots that URL parsers resolve even when they are percent-encoded.
pub fn segment(name: &str, value: &impl Serialize) -> Result<String, NotBuilt> {
    let text = text(name, value)?;
    match text.as_str() {
        "" => Err(refused(name, "is empty, and the path would be another one")),
        "." | ".." => Err(refused(name, "is made of dots, and the path would be another one")),
        _ => Ok(text),
    }
}

/// What `write` makes of a parameter that may be left out.
pub fn optional<V, T>(
    write: impl FnOnce(&str, &V) -> Result<T, NotBuilt>,
    name: &str,
    value: Option<&V>,
) -> Result<Option<T>, NotBuilt> {
    value.map(|value| write(name, value)).transpose()
}

fn refused(name: &str, why: &str) -> NotBuilt {
    NotBuilt(format!("the parameter {name} {why}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_backslash_is_no_slash() {
        assert_eq!(encode_path(r"a\..\b c%"), "a%5C..%5Cb%20c%25");
    }

    #[test]
    fn what_would_be_read_as_another_type_is_refused() {
        let any = Leaf(7);
        for text in ["1", "-0.5", "1e3", "true", "false", "{}", "[1]"] {
            assert!(any.mistaken(text), "{text}");
            assert!(!Leaf(0).mistaken(text), "{text}");
        }
        for text in ["", "one", "01", "1 ", "+1", "True", "{", "null", "\"a\"", "-"] {
            assert!(!any.mistaken(text), "{text}");
        }
    }
}
