//! Text as it is sent, and the values that it can stand for.

use std::borrow::Cow;

use memchr::{memchr, memchr2};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use serde::Serialize;

use super::spec::Form;
use crate::json::{self, Json, Types};

/// Why the text of a parameter or a field is no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecodeError {
    /// It is there more than once.
    Repeated,
    /// Its bytes are not UTF-8.
    Encoding,
    /// It is not written in the declared style, or is not JSON.
    Syntax,
}

/// Why a value has no text, in words that follow the parameter's name.
pub type Refusal = String;

pub(crate) type Decoded<'r> = Result<Json<'r>, DecodeError>;

/// A piece of text as it came.
#[derive(Clone, Copy, Debug)]
pub struct EncodedText<'r> {
    pub(crate) text: &'r str,
    encoding: Encoding,
    reading: Reading,
}

/// How a text is read that could be a value of several types.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reading {
    /// As the number, boolean, array or object that it looks like, where the schema has that type.
    #[default]
    Typed,
    /// As text, where the schema has text.
    Text,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Encoding {
    /// As it stands.
    Plain,
    /// Percent-encoded.
    Percent,
    /// Percent-encoded, `+` is a space.
    Query,
}

impl<'r> EncodedText<'r> {
    /// Text as it stands, with nothing encoded.
    #[must_use]
    pub fn plain(text: &'r str) -> Self {
        Self { text, encoding: Encoding::Plain, reading: Reading::Typed }
    }

    /// Percent-encoded text.
    #[must_use]
    pub fn percent(text: &'r str) -> Self {
        Self { text, encoding: Encoding::Percent, reading: Reading::Typed }
    }

    /// Percent-encoded text in which `+` is a space.
    #[must_use]
    pub fn query(text: &'r str) -> Self {
        Self { text, encoding: Encoding::Query, reading: Reading::Typed }
    }

    pub(crate) fn with(self, text: &'r str) -> Self {
        Self { text, ..self }
    }

    pub(crate) fn read_as(self, reading: Reading) -> Self {
        Self { reading, ..self }
    }

    /// The text; `None` when it is not UTF-8.
    #[must_use]
    pub fn decode(self) -> Option<Cow<'r, str>> {
        let bytes = self.text.as_bytes();
        let encoded = match self.encoding {
            Encoding::Plain => None,
            Encoding::Percent => memchr(b'%', bytes),
            Encoding::Query => memchr2(b'%', b'+', bytes),
        };
        // Most values have nothing to decode.
        if encoded.is_none() {
            return Some(Cow::Borrowed(self.text));
        }
        if self.encoding == Encoding::Query {
            let text = self.text.replace('+', " ");
            let decoded = percent_decode_str(&text).decode_utf8().ok()?;
            return Some(Cow::Owned(decoded.into_owned()));
        }
        percent_decode_str(self.text).decode_utf8().ok()
    }

    /// Splits before decoding, so that an encoded delimiter is part of a value.
    pub(crate) fn split(self, delimiter: &'static str) -> impl Iterator<Item = EncodedText<'r>> {
        let parts = if self.text.is_empty() { None } else { Some(self.text.split(delimiter)) };
        parts.into_iter().flatten().map(move |part| self.with(part))
    }

    pub(crate) fn split_pair(self) -> Option<(EncodedText<'r>, EncodedText<'r>)> {
        let (name, value) = self.text.split_once('=')?;
        Some((self.with(name), self.with(value)))
    }

    /// Whether it is as it stands, with nothing encoded.
    pub(crate) fn is_plain(self) -> bool {
        self.encoding == Encoding::Plain
    }

    /// The value that the schema can want.
    pub(crate) fn scalar(self, types: Types) -> Decoded<'r> {
        let text = self.decode().ok_or(DecodeError::Encoding)?;
        if self.reading == Reading::Text && types.has(Types::STRING) {
            return Ok(Json::String(text));
        }
        Ok(scalar(types, text))
    }
}

/// The pairs of a query string or a form body, in order. A name that is not UTF-8 is nobody's.
pub fn query_pairs(query: &str) -> impl Iterator<Item = (Cow<'_, str>, EncodedText<'_>)> {
    let mut rest = Some(query);
    let pairs = std::iter::from_fn(move || {
        let (pair, after) = split_at_byte(rest?, b'&');
        rest = after;
        Some(pair)
    });
    pairs.filter(|pair| !pair.is_empty()).filter_map(|pair| {
        let (name, value) = split_at_byte(pair, b'=');
        Some((EncodedText::query(name).decode()?, EncodedText::query(value.unwrap_or_default())))
    })
}

/// The text before the first such ASCII character, and what follows it if there is one.
#[must_use]
pub fn split_at_byte(text: &str, delimiter: u8) -> (&str, Option<&str>) {
    match memchr(delimiter, text.as_bytes()) {
        Some(end) => (&text[..end], Some(&text[end + 1..])),
        None => (text, None),
    }
}

/// Text as the JSON value that the schema can want: a number or boolean where it looks like one
/// and one is wanted, else text, which the schema then judges.
fn scalar(types: Types, text: Cow<'_, str>) -> Json<'_> {
    let number = types.has(Types::NUMBER) || types.has(Types::INTEGER);
    if number && let Some(number) = number_of(&text) {
        return number;
    }
    match &*text {
        "true" if types.has(Types::BOOLEAN) => Json::Bool(true),
        "false" if types.has(Types::BOOLEAN) => Json::Bool(false),
        "" if types.has(Types::NULL) && !types.has(Types::STRING) => {
            // Only `allowEmptyValue` says so: a flag that is there is set, anything else is left out.
            if types.has(Types::BOOLEAN) { Json::Bool(true) } else { Json::Null }
        }
        structure if structure.starts_with(['{', '[']) => {
            structured(types, structure).unwrap_or(Json::String(text))
        }
        _ => Json::String(text),
    }
}

/// An array or object that is written as JSON, where one is wanted.
fn structured(types: Types, text: &str) -> Option<Json<'static>> {
    let wanted = if text.starts_with('{') { Types::OBJECT } else { Types::ARRAY };
    if !types.has(wanted) {
        return None;
    }
    json::read(text.as_bytes()).ok().map(Json::into_owned)
}

fn number_of(text: &str) -> Option<Json<'static>> {
    let digit_ends = text.ends_with(|last: char| last.is_ascii_digit());
    let may_start = text.starts_with(|first: char| first.is_ascii_digit() || first == '-');
    if !(digit_ends && may_start) {
        return None;
    }
    match json::read(text.as_bytes()) {
        Ok(Json::Number(number)) => Some(Json::Number(number)),
        _ => None,
    }
}

/// Lists in headers may have spaces after their commas.
pub(crate) fn trimmed(raw: EncodedText<'_>) -> EncodedText<'_> {
    match raw.encoding {
        Encoding::Plain => raw.with(raw.text.trim_matches([' ', '\t'])),
        Encoding::Percent | Encoding::Query => raw,
    }
}

pub(crate) fn read_json(raw: EncodedText<'_>) -> Decoded<'_> {
    match raw.decode().ok_or(DecodeError::Encoding)? {
        Cow::Borrowed(text) => json::read(text.as_bytes()).map_err(|_| DecodeError::Syntax),
        Cow::Owned(text) => match json::read(text.as_bytes()) {
            Ok(value) => Ok(value.into_owned()),
            Err(_) => Err(DecodeError::Syntax),
        },
    }
}

impl Form {
    /// The values under one name: a list where one is wanted, else only one.
    pub(super) fn gather<'r>(&self, values: &[EncodedText<'r>]) -> Decoded<'r> {
        if let Some(items) = self.items
            && (self.scalar == Types::NONE || values.len() > 1)
        {
            let items = values.iter().map(|value| value.scalar(items.scalar));
            return items.collect::<Result<_, _>>().map(Json::Array);
        }
        match values {
            [only] => only.scalar(self.scalar),
            _ => Err(DecodeError::Repeated),
        }
    }
}

/// Everything but RFC 3986's unreserved characters.
const UNRESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Whether a byte is one of RFC 3986's unreserved characters.
const IS_UNRESERVED: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        table[byte as usize] = byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~');
        byte += 1;
    }
    table
};

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

/// Percent-encodes a path segment. A backslash is encoded too, because URL parsers take it for a
/// slash.
#[must_use]
pub fn encode_path<'t>(segment: impl Into<Cow<'t, str>>) -> String {
    encode(segment.into(), UNRESERVED)
}

/// Percent-encodes a part of a query.
#[must_use]
pub fn encode_query(text: &str, allow_reserved: bool) -> String {
    encode(Cow::Borrowed(text), if allow_reserved { RESERVED } else { UNRESERVED })
}

fn encode(text: Cow<'_, str>, encoded: &'static AsciiSet) -> String {
    // Most values have nothing to encode, and one that is owned already stays as it is.
    if text.bytes().all(|byte| IS_UNRESERVED[usize::from(byte)]) {
        return text.into_owned();
    }
    utf8_percent_encode(&text, encoded).to_string()
}

/// A value as one text, not encoded.
///
/// # Errors
/// When it is null, a list or an object.
pub fn single_text(value: &impl Serialize) -> Result<String, Refusal> {
    match json(value)? {
        Json::String(text) => Ok(text.into_owned()),
        Json::Array(_) | Json::Object(_) => Err("is not a single value".to_owned()),
        other => Ok(other.to_string()),
    }
}

/// The items of a list as texts, not encoded.
///
/// # Errors
/// When it is no list or an empty one, or has an item without a text.
pub fn list_of_texts(value: &impl Serialize) -> Result<Vec<String>, Refusal> {
    match json(value)? {
        Json::Array(items) if items.is_empty() => Err(empty("list")),
        Json::Array(items) => items.iter().map(leaf_text).collect(),
        _ => Err("is not a list".to_owned()),
    }
}

pub(super) fn json(value: &impl Serialize) -> Result<Json<'static>, Refusal> {
    match json::of(value) {
        Ok(Json::Null) => Err("is null, which has no form in a parameter".to_owned()),
        Ok(value) => Ok(value),
        Err(error) => Err(error.to_string()),
    }
}

pub(super) fn empty(kind: &str) -> Refusal {
    format!("is or has an empty {kind}, which this style cannot tell from nothing")
}

/// Nested values have no form in RFC 6570; JSON is what servers that accept them expect.
pub(super) fn leaf_text(value: &Json<'_>) -> Result<String, Refusal> {
    match value {
        Json::String(text) => Ok(text.clone().into_owned()),
        Json::Null => Err("has a null within, which has no form in a parameter".to_owned()),
        other => Ok(other.to_string()),
    }
}

/// [`leaf_text`] of a value that is no longer needed.
pub(super) fn owned_leaf_text(value: Json<'_>) -> Result<String, Refusal> {
    match value {
        Json::String(text) => Ok(text.into_owned()),
        other => leaf_text(&other),
    }
}
