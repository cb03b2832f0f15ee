//! Takes JSON values apart that come one after the other.

use serde::de::DeserializeOwned;

use super::RECORD_SEPARATOR;
use crate::value;

/// The values of a body that is there as a whole.
///
/// # Errors
/// What is wrong with the first value that is not of this type.
pub fn decode<T: DeserializeOwned>(body: &[u8]) -> Result<Vec<T>, serde_json::Error> {
    texts(body).map(value::read).collect()
}

/// The values' texts of a body that is there as a whole: one per line, or each after a record
/// separator. Whitespace alone is none.
pub fn texts(body: &[u8]) -> impl Iterator<Item = &[u8]> {
    let sequence = body.trim_ascii_start().first() == Some(&RECORD_SEPARATOR);
    let separator = if sequence { RECORD_SEPARATOR } else { b'\n' };
    body.split(move |byte| *byte == separator).map(<[u8]>::trim_ascii).filter(|text| !text.is_empty())
}

/// Takes a stream of JSON values apart, whatever chunks it comes in: one per line, or each after a
/// record separator, and then on as many lines as it likes.
#[derive(Debug, Default)]
pub struct JsonSplitter {
    text: Vec<u8>,
    /// The value began with a record separator.
    sequence: bool,
    /// Open brackets, and whether a string is open, in a value on several lines.
    depth: usize,
    string: bool,
    escaped: bool,
}

impl JsonSplitter {
    /// Reads on: how many bytes are read, and the text of the value that ends there.
    pub fn read(&mut self, chunk: &[u8]) -> (usize, Option<Vec<u8>>) {
        for (at, &byte) in chunk.iter().enumerate() {
            match byte {
                RECORD_SEPARATOR => {
                    let ended = self.end();
                    self.sequence = true;
                    if ended.is_some() {
                        return (at + 1, ended);
                    }
                }
                b'\n' if !self.sequence || (self.depth == 0 && !self.string) => {
                    let sequence = self.sequence;
                    let ended = self.end();
                    if ended.is_some() {
                        return (at + 1, ended);
                    }
                    self.sequence = sequence;
                }
                byte => self.push(byte),
            }
        }
        (chunk.len(), None)
    }

    /// A last value, which needs no line break.
    pub fn finish(&mut self) -> Option<Vec<u8>> {
        self.end()
    }

    /// How many bytes it has taken of a value that has not ended.
    #[must_use]
    pub fn held(&self) -> usize {
        self.text.len()
    }

    fn push(&mut self, byte: u8) {
        self.text.push(byte);
        if !self.sequence {
            return;
        }
        if std::mem::take(&mut self.escaped) {
            return;
        }
        match byte {
            b'\\' if self.string => self.escaped = true,
            b'"' => self.string = !self.string,
            b'{' | b'[' if !self.string => self.depth += 1,
            b'}' | b']' if !self.string => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
    }

    /// Whitespace alone is no value.
    fn end(&mut self) -> Option<Vec<u8>> {
        let text = std::mem::take(self).text;
        let trimmed = text.trim_ascii();
        match trimmed.len() {
            0 => None,
            length if length == text.len() => Some(text),
            _ => Some(trimmed.to_vec()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::texts;

    #[test]
    fn lines_and_sequences_are_told_apart() {
        let of = |body: &'static str| -> Vec<&str> {
            texts(body.as_bytes()).filter_map(|text| std::str::from_utf8(text).ok()).collect()
        };
        assert_eq!(of(" {}\r\n\n[1]"), ["{}", "[1]"]);
        assert_eq!(of("\u{1e}{\n}\n\u{1e}\u{1e}2\n"), ["{\n}", "2"]);
        assert!(of("").is_empty() && of("\n \n").is_empty());
    }
}
