//! Text as it came, and the values that it can stand for.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

use super::DecodeError;
use crate::json::{self, Json, Types};

pub(crate) type Decoded<'r> = Result<Json<'r>, DecodeError>;

/// A piece of text as it came.
#[derive(Clone, Copy, Debug)]
pub struct EncodedText<'r> {
    pub(crate) text: &'r str,
    encoding: Encoding,
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
        Self { text, encoding: Encoding::Plain }
    }

    /// Percent-encoded text.
    #[must_use]
    pub fn percent(text: &'r str) -> Self {
        Self { text, encoding: Encoding::Percent }
    }

    /// Percent-encoded text in which `+` is a space.
    #[must_use]
    pub fn query(text: &'r str) -> Self {
        Self { text, encoding: Encoding::Query }
    }

    pub(crate) fn with(self, text: &'r str) -> Self {
        Self { text, ..self }
    }

    /// The text; `None` when it is not UTF-8.
    #[must_use]
    pub fn decode(self) -> Option<Cow<'r, str>> {
        match self.encoding {
            Encoding::Plain => Some(Cow::Borrowed(self.text)),
            Encoding::Query if self.text.bytes().any(|byte| byte == b'+') => {
                let text = self.text.replace('+', " ");
                let decoded = percent_decode_str(&text).decode_utf8().ok()?;
                Some(Cow::Owned(decoded.into_owned()))
            }
            // Most values have nothing to decode, and are looked at only once then.
            Encoding::Percent | Encoding::Query if !self.text.bytes().any(|byte| byte == b'%') => {
                Some(Cow::Borrowed(self.text))
            }
            Encoding::Percent | Encoding::Query => percent_decode_str(self.text).decode_utf8().ok(),
        }
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
        Ok(scalar(types, text))
    }
}

/// The pairs of a query string or a form body, in order. A name that is not UTF-8 is nobody's.
pub fn query_pairs(query: &str) -> impl Iterator<Item = (Cow<'_, str>, EncodedText<'_>)> {
    query.split('&').filter(|pair| !pair.is_empty()).filter_map(|pair| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        Some((EncodedText::query(name).decode()?, EncodedText::query(value)))
    })
}

/// Whether a text would be decoded as a value of another type.
pub(super) fn is_mistakable(types: Types, text: &str) -> bool {
    types.has(Types::STRING) && !matches!(scalar(types, Cow::Borrowed(text)), Json::String(_))
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
