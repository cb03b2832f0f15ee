//! JSON strings (RFC 8259, section 7).

use super::Span;

/// What is wrong in a string, and where.
pub(super) struct BadString {
    pub(super) span: Span,
    pub(super) message: String,
    pub(super) remedy: &'static str,
}

/// Reads the string whose opening quote is at `start`: its text, and the offset after the
/// closing quote.
pub(super) fn read(text: &str, start: usize) -> Result<(String, usize), BadString> {
    let bytes = text.as_bytes();
    let mut out = String::new();
    let mut run = start + 1;
    let mut at = run;
    loop {
        match bytes.get(at) {
            Some(b'"') => {
                out.push_str(&text[run..at]);
                return Ok((out, at + 1));
            }
            Some(b'\\') => {
                out.push_str(&text[run..at]);
                let (character, after) = escape(text, at)?;
                out.push(character);
                at = after;
                run = at;
            }
            Some(0..0x20) => return Err(control_character(bytes, start, at)),
            Some(_) => at += 1,
            None => {
                return Err(BadString {
                    span: Span::new(start, start + 1),
                    message: "this string has no closing quote".to_owned(),
                    remedy: "close it with `\"`",
                });
            }
        }
    }
}

fn control_character(bytes: &[u8], start: usize, at: usize) -> BadString {
    if matches!(bytes[at], b'\n' | b'\r') {
        return BadString {
            span: Span::new(start, at),
            message: "this string does not end on its line".to_owned(),
            remedy: "close it with `\"`, or write the line break as `\\n`",
        };
    }
    BadString {
        span: Span::new(at, at + 1),
        message: format!("a string holds the control character U+{:04X} as it is", bytes[at]),
        remedy: "write it as an escape such as `\\t` or `\\u0007`",
    }
}

/// Reads the escape whose backslash is at `at`: its character, and the offset after it.
fn escape(text: &str, at: usize) -> Result<(char, usize), BadString> {
    let character = match text.as_bytes().get(at + 1) {
        Some(b'"') => '"',
        Some(b'\\') => '\\',
        Some(b'/') => '/',
        Some(b'b') => '\u{8}',
        Some(b'f') => '\u{c}',
        Some(b'n') => '\n',
        Some(b'r') => '\r',
        Some(b't') => '\t',
        Some(b'u') => return unicode(text, at),
        _ => {
            let end = text[at + 1..].chars().next().map_or(at + 1, |character| at + 1 + character.len_utf8());
            return Err(BadString {
                span: Span::new(at, end),
                message: format!("`{}` is no escape", &text[at..end].escape_debug()),
                remedy: r#"the escapes are `\"` `\\` `\/` `\b` `\f` `\n` `\r` `\t` and `\uXXXX`; write a backslash as `\\`"#,
            });
        }
    };
    Ok((character, at + 2))
}

/// Reads `\uXXXX`, or two of them that make one character.
fn unicode(text: &str, at: usize) -> Result<(char, usize), BadString> {
    let first = unit(text, at)?;
    match first {
        0xD800..0xDC00 => {
            let second = if text[at + 6..].starts_with("\\u") { unit(text, at + 6)? } else { 0 };
            if !(0xDC00..0xE000).contains(&second) {
                return Err(half_pair(at));
            }
            let code = 0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00);
            char::from_u32(code).map(|character| (character, at + 12)).ok_or_else(|| half_pair(at))
        }
        code => char::from_u32(code).map(|character| (character, at + 6)).ok_or_else(|| half_pair(at)),
    }
}

/// The four digits of the `\u` at `at`.
fn unit(text: &str, at: usize) -> Result<u32, BadString> {
    text.get(at + 2..at + 6)
        .filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))
        .and_then(|digits| u32::from_str_radix(digits, 16).ok())
        .ok_or_else(|| BadString {
            span: Span::new(at, at + 2),
            message: "`\\u` needs four hexadecimal digits".to_owned(),
            remedy: "write for example `\\u00e9`",
        })
}

fn half_pair(at: usize) -> BadString {
    BadString {
        span: Span::new(at, at + 6),
        message: "this escape is one half of a surrogate pair".to_owned(),
        remedy: "write both halves, for example `\\ud83d\\ude00`, or the character itself",
    }
}
