//! Text in other encodings than UTF-8, by the names that media types have for them.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// An encoding of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Charset(Kind);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Utf8,
    /// ISO 8859-1: each byte is the code point with its number.
    Latin1,
    /// UTF-16 whose byte order the text itself shows.
    Utf16,
    Other(&'static Encoding),
}

impl Charset {
    /// UTF-8, and ASCII as a part of it.
    pub const UTF_8: Self = Self(Kind::Utf8);

    /// The encoding with this name; `None` when it is not known.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let is = |known: &str| name.eq_ignore_ascii_case(known);
        if ["utf-8", "utf8", "us-ascii"].into_iter().any(is) {
            return Some(Self::UTF_8);
        }
        if is("utf-16") {
            return Some(Self(Kind::Utf16));
        }
        let encoding = Encoding::for_label_no_replacement(name.as_bytes())?;
        // Browsers read ISO 8859-1 as the code page of Windows; other programs do not write it so.
        let latin = encoding == WINDOWS_1252 && !name.contains("125");
        Some(Self(if latin { Kind::Latin1 } else { Kind::Other(encoding) }))
    }

    /// The text; `None` when the bytes are none in this encoding.
    #[must_use]
    pub fn decode(self, bytes: &[u8]) -> Option<Cow<'_, str>> {
        let (encoding, bytes) = match self.0 {
            Kind::Utf8 => return std::str::from_utf8(bytes).ok().map(Cow::Borrowed),
            Kind::Latin1 => {
                return Some(bytes.iter().map(|byte| char::from(*byte)).collect::<String>().into());
            }
            Kind::Utf16 => match bytes {
                [0xfe, 0xff, text @ ..] => (UTF_16BE, text),
                [0xff, 0xfe, text @ ..] => (UTF_16LE, text),
                // Without a mark the first letter shows it, when it is one of ASCII.
                [1..=255, 0, ..] => (UTF_16LE, bytes),
                _ => (UTF_16BE, bytes),
            },
            Kind::Other(encoding) => (encoding, bytes),
        };
        encoding.decode_without_bom_handling_and_without_replacement(bytes)
    }

    /// The text in this encoding; `None` when a character has no form in it.
    #[must_use]
    pub fn encode(self, text: &str) -> Option<Vec<u8>> {
        let units = |bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes);
        match self.0 {
            Kind::Utf8 => Some(text.as_bytes().to_vec()),
            Kind::Latin1 => text.chars().map(|character| u8::try_from(u32::from(character)).ok()).collect(),
            Kind::Utf16 => Some([0xfe, 0xff].into_iter().chain(units(u16::to_be_bytes)).collect()),
            Kind::Other(encoding) if encoding == UTF_16BE => Some(units(u16::to_be_bytes).collect()),
            Kind::Other(encoding) if encoding == UTF_16LE => Some(units(u16::to_le_bytes).collect()),
            Kind::Other(encoding) => match encoding.encode(text) {
                (bytes, _, false) => Some(bytes.into_owned()),
                (_, _, true) => None,
            },
        }
    }

    /// JSON in this encoding: characters without a form in it are escaped.
    #[must_use]
    pub fn encode_json(self, json: &str) -> Vec<u8> {
        self.encode(json).unwrap_or_else(|| {
            use std::fmt::Write as _;
            let mut ascii = String::with_capacity(json.len());
            for character in json.chars() {
                if character.is_ascii() {
                    ascii.push(character);
                    continue;
                }
                for unit in character.encode_utf16(&mut [0; 2]) {
                    let _ = write!(ascii, "\\u{unit:04x}");
                }
            }
            self.encode(&ascii).unwrap_or_else(|| ascii.into_bytes())
        })
    }
}

/// JSON without the byte order mark that some programs put before it, and that readers may ignore
/// (RFC 8259, section 8.1).
#[must_use]
pub fn without_mark(json: &[u8]) -> &[u8] {
    json.strip_prefix(b"\xef\xbb\xbf").unwrap_or(json)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;

    #[test]
    fn bytes_of_the_standards() {
        // U+20AC: Windows-1252 has it at 0x80, ISO 8859-15 at 0xA4, UTF-16 as it is, Shift JIS not at all.
        let cases: [(&str, &[u8], &str); 10] = [
            ("iso-8859-1", b"caf\xe9 \x80", "caf\u{e9} \u{80}"),
            ("Latin1", b"\xa4", "\u{a4}"),
            ("windows-1252", b"\x80", "\u{20ac}"),
            ("ISO-8859-15", b"\xa4", "\u{20ac}"),
            ("utf-16", b"\xfe\xff\x20\xac", "\u{20ac}"),
            ("utf-16be", b"\x20\xac", "\u{20ac}"),
            ("UTF-16LE", b"\xac\x20\x3d\xd8\x00\xde", "\u{20ac}\u{1f600}"),
            ("shift_jis", b"\x93\xfa\x96\x7b", "\u{65e5}\u{672c}"),
            ("koi8-r", b"\xc1", "\u{430}"),
            ("us-ascii", b"a", "a"),
        ];
        for (name, bytes, text) in cases {
            let charset = Charset::named(name).unwrap();
            assert_eq!(charset.decode(bytes).as_deref(), Some(text), "{name}");
            assert_eq!(charset.encode(text).as_deref(), Some(bytes), "{name}");
        }
        let utf_16 = Charset::named("utf-16").unwrap();
        for bytes in [&b"\xff\xfea\0"[..], b"a\0", b"\0a"] {
            assert_eq!(utf_16.decode(bytes).as_deref(), Some("a"), "{bytes:?}");
        }
    }

    #[test]
    fn what_cannot_be_told_is_said() {
        assert_eq!(Charset::named("latin-nine"), None);
        assert_eq!(Charset::UTF_8.decode(b"\xff"), None);
        assert_eq!(Charset::named("utf-16le").unwrap().decode(b"a"), None);
        assert_eq!(Charset::named("iso-8859-1").unwrap().encode("\u{20ac}"), None);
        let json = Charset::named("iso-8859-1").unwrap().encode_json("\"\u{e9}\u{20ac}\u{1f600}\"");
        assert_eq!(json, br#""\u00e9\u20ac\ud83d\ude00""#);
    }
}
