//! From text to the tree.

use std::borrow::Cow;

use serde::de::{Error as _, IgnoredAny};
use serde_json::Error;

use super::tree::{Members, repeated};
use super::{Json, Number};

/// Arrays and objects within each other.
const MAX_DEPTH: u8 = 127;

/// Reads a whole JSON text.
///
/// # Errors
/// The syntax error, or (category `Data`) the repeated name.
pub(super) fn read(bytes: &[u8]) -> Result<Json<'_>, Error> {
    let Ok(text) = std::str::from_utf8(bytes) else { return Err(syntax_error(bytes, 0)) };
    let mut reader = Reader { text, at: 0, depth: 0 };
    let fault = match reader.value() {
        Ok(value) => {
            reader.blanks();
            if reader.at == bytes.len() {
                return Ok(value);
            }
            Fault::Syntax
        }
        Err(fault) => fault,
    };
    let at = reader.at;
    Err(match fault {
        Fault::Syntax | Fault::Depth => syntax_error(bytes, at),
        Fault::Repeated(name) => error_at(bytes, at, &repeated(&name)),
    })
}

/// The bytes of the number at the beginning, as JSON writes numbers; `None` when there is none.
pub(super) fn number_length(bytes: &[u8]) -> Option<usize> {
    let digits = |from: usize| bytes[from..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let start = usize::from(bytes.first() == Some(&b'-'));
    let mut at = match bytes.get(start) {
        Some(b'0') => start + 1,
        Some(b'1'..=b'9') => start + digits(start),
        _ => return None,
    };
    if bytes.get(at) == Some(&b'.') {
        let count = digits(at + 1);
        if count == 0 {
            return None;
        }
        at += 1 + count;
    }
    if let Some(b'e' | b'E') = bytes.get(at) {
        let sign = usize::from(matches!(bytes.get(at + 1), Some(b'+' | b'-')));
        let count = digits(at + 1 + sign);
        if count == 0 {
            return None;
        }
        at += 1 + sign + count;
    }
    Some(at)
}

enum Fault {
    Syntax,
    Depth,
    Repeated(String),
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    depth: u8,
}

impl<'a> Reader<'a> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn blanks(&mut self) {
        while let Some(b' ' | b'\n' | b'\t' | b'\r') = self.peek() {
            self.at += 1;
        }
    }

    /// The next byte that is no blank.
    fn next(&mut self) -> Option<u8> {
        self.blanks();
        self.peek()
    }

    fn value(&mut self) -> Result<Json<'a>, Fault> {
        match self.next() {
            Some(b'"') => self.string().map(Json::String),
            Some(b'{') => self.nested(Self::object),
            Some(b'[') => self.nested(Self::array),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(b't') => self.word("true", Json::Bool(true)),
            Some(b'f') => self.word("false", Json::Bool(false)),
            Some(b'n') => self.word("null", Json::Null),
            _ => Err(Fault::Syntax),
        }
    }

    fn word(&mut self, word: &str, value: Json<'a>) -> Result<Json<'a>, Fault> {
        if !self.text.as_bytes()[self.at..].starts_with(word.as_bytes()) {
            return Err(Fault::Syntax);
        }
        self.at += word.len();
        Ok(value)
    }

    fn number(&mut self) -> Result<Json<'a>, Fault> {
        let length = number_length(&self.text.as_bytes()[self.at..]).ok_or(Fault::Syntax)?;
        let text = &self.text[self.at..self.at + length];
        self.at += length;
        Ok(Json::Number(Number::written(text)))
    }

    fn nested(&mut self, content: fn(&mut Self) -> Result<Json<'a>, Fault>) -> Result<Json<'a>, Fault> {
        self.at += 1;
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(Fault::Depth);
        }
        let value = content(self)?;
        self.depth -= 1;
        Ok(value)
    }

    fn array(&mut self) -> Result<Json<'a>, Fault> {
        let mut items = Vec::new();
        if self.next() == Some(b']') {
            self.at += 1;
            return Ok(Json::Array(items));
        }
        loop {
            items.push(self.value()?);
            match self.next() {
                Some(b',') => self.at += 1,
                Some(b']') => {
                    self.at += 1;
                    return Ok(Json::Array(items));
                }
                _ => return Err(Fault::Syntax),
            }
        }
    }

    fn object(&mut self) -> Result<Json<'a>, Fault> {
        let mut members = Members::default();
        if self.next() == Some(b'}') {
            self.at += 1;
            return Ok(members.into_object());
        }
        loop {
            if self.next() != Some(b'"') {
                return Err(Fault::Syntax);
            }
            let name = self.string()?;
            if members.has(&name) {
                return Err(Fault::Repeated(name.into_owned()));
            }
            if self.next() != Some(b':') {
                return Err(Fault::Syntax);
            }
            self.at += 1;
            let value = self.value()?;
            members.push(name, value);
            match self.next() {
                Some(b',') => self.at += 1,
                Some(b'}') => {
                    self.at += 1;
                    return Ok(members.into_object());
                }
                _ => return Err(Fault::Syntax),
            }
        }
    }

    /// A string, from its opening quote on.
    fn string(&mut self) -> Result<Cow<'a, str>, Fault> {
        self.at += 1;
        let mut unescaped = String::new();
        loop {
            let start = self.at;
            self.at += plain_length(&self.text.as_bytes()[start..]);
            let plain = &self.text[start..self.at];
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    if unescaped.is_empty() {
                        return Ok(Cow::Borrowed(plain));
                    }
                    unescaped.push_str(plain);
                    return Ok(Cow::Owned(unescaped));
                }
                Some(b'\\') => {
                    self.at += 1;
                    unescaped.push_str(plain);
                    unescaped.push(self.escaped()?);
                }
                _ => return Err(Fault::Syntax),
            }
        }
    }

    /// The character of an escape sequence, from behind its backslash on.
    fn escaped(&mut self) -> Result<char, Fault> {
        let letter = self.peek().ok_or(Fault::Syntax)?;
        self.at += 1;
        Ok(match letter {
            b'"' | b'\\' | b'/' => char::from(letter),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let first = self.four_digits()?;
                let units = if (0xD800..0xDC00).contains(&first) {
                    if !self.text[self.at..].starts_with("\\u") {
                        return Err(Fault::Syntax);
                    }
                    self.at += 2;
                    vec![first, self.four_digits()?]
                } else {
                    vec![first]
                };
                let mut characters = char::decode_utf16(units);
                characters.next().and_then(Result::ok).ok_or(Fault::Syntax)?
            }
            _ => return Err(Fault::Syntax),
        })
    }

    fn four_digits(&mut self) -> Result<u16, Fault> {
        let digits = self.text.as_bytes().get(self.at..self.at + 4).ok_or(Fault::Syntax)?;
        let mut number = 0_u16;
        for digit in digits {
            let digit = char::from(*digit).to_digit(16).ok_or(Fault::Syntax)?;
            number = (number << 4) | u16::try_from(digit).map_err(|_| Fault::Syntax)?;
        }
        self.at += 4;
        Ok(number)
    }
}

/// How many bytes stand before the next quote, backslash or control character: eight at a time.
fn plain_length(bytes: &[u8]) -> usize {
    const ONES: u64 = u64::MAX / 255;
    const HIGH: u64 = ONES << 7;
    let has = |word: u64, byte: u8| {
        let differing = word ^ (ONES * u64::from(byte));
        differing.wrapping_sub(ONES) & !differing
    };
    let (chunks, rest) = bytes.as_chunks::<8>();
    let mut length = 0;
    for chunk in chunks {
        let word = u64::from_le_bytes(*chunk);
        let control = word.wrapping_sub(ONES * 0x20) & !word;
        let found = (control | has(word, b'"') | has(word, b'\\')) & HIGH;
        if found != 0 {
            return length + usize::try_from(found.trailing_zeros() / 8).unwrap_or(0);
        }
        length += 8;
    }
    length + rest.iter().take_while(|byte| **byte >= 0x20 && **byte != b'"' && **byte != b'\\').count()
}

/// What is wrong with a text, in the words of `serde_json`.
fn syntax_error(bytes: &[u8], at: usize) -> Error {
    let error = serde_json::from_slice::<serde_json::Value>(bytes).err();
    // It has no number beyond its floats, but can step over one.
    let error = error.filter(|error| !error.to_string().starts_with("number out of range"));
    error
        .or_else(|| serde_json::from_slice::<IgnoredAny>(bytes).err())
        .unwrap_or_else(|| error_at(bytes, at, "invalid JSON"))
}

fn error_at(bytes: &[u8], at: usize, what: &str) -> Error {
    let before = &bytes[..at.min(bytes.len())];
    let line = 1 + memchr::memchr_iter(b'\n', before).count();
    let column = before.len() - memchr::memrchr(b'\n', before).map_or(0, |newline| newline + 1);
    Error::custom(format_args!("{what} at line {line} column {column}"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;

    /// `serde_json` is the judge of what JSON is, and of what it says.
    #[test]
    fn what_is_json_is_read_and_nothing_else() {
        for text in [
            "null",
            " true ",
            "[]",
            "{}",
            "[1,2.5,-0,\"a\"]",
            r#"{"a":{"b":[null,false]}}"#,
            "\t[\n1 ,\r2 ]",
            r#""\"\\\/\b\f\n\r\t\u0041\u00e9\ud83e\udd80""#,
            r#""eight by|te""#,
            "\"größer 日本語 🦀 größer\"",
            "\"\u{7f}\"",
            "\"0123456\\n89abcdef\\\"\"",
            "1E5",
            "0.5e-3",
            "",
            " ",
            "nul",
            "truex",
            "[1,]",
            "[1 2]",
            "[",
            "{",
            "{\"a\"}",
            "{\"a\":}",
            "{\"a\":1,}",
            "{a:1}",
            "01",
            "-",
            "1.",
            "1.e5",
            ".5",
            "+1",
            "1e",
            "\"",
            "\"\\",
            "\"\\x\"",
            "\"\\u12\"",
            "\"\\u12g4\"",
            "\"\\ud800\"",
            "\"\\ud800\\u0041\"",
            "\"\\udc00\"",
            "\"a\nb\"",
            "\"12345678\t\"",
            "[1]x",
            "\u{feff}1",
            "//",
            "'a'",
            "NaN",
            "\"\\u+123\"",
        ] {
            let expected = serde_json::from_str::<serde_json::Value>(text);
            match (read(text.as_bytes()), expected) {
                (Ok(value), Ok(expected)) => {
                    assert_eq!(value.into_typed::<serde_json::Value>().unwrap(), expected, "{text}");
                }
                (Err(error), Err(expected)) => {
                    assert_eq!(error.classify(), expected.classify(), "{text}: {error}");
                    assert_eq!(error.line(), expected.line(), "{text}: {error}");
                }
                (value, expected) => unreachable!("{text}: {value:?} {expected:?}"),
            }
        }
        assert!(read(b"\"\xff\"").unwrap_err().is_syntax());
        assert!(read(b"{\"\xc3\":1}").unwrap_err().is_syntax());
    }

    #[test]
    fn every_level_that_is_allowed_is_read() {
        let nested = |levels: usize| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
        assert!(read(nested(127).as_bytes()).is_ok());
        assert!(read(nested(128).as_bytes()).unwrap_err().to_string().contains("recursion limit exceeded"));
    }

    #[test]
    fn a_name_that_comes_twice_is_found_where_it_stands() {
        let error = read(b"{\"a\":1,\n \"a\" :2}").unwrap_err();
        assert_eq!(error.to_string(), "duplicate member 'a' at line 2 column 4");
        assert!(error.is_data());
    }
}
