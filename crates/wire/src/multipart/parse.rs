//! Reads a multipart body (RFC 2046, RFC 7578).
//!
//! Contents are slices of the body. Names are read as browsers write them: quoted, with `%22`, `%0D`
//! and `%0A` for what would end the quotes or the line, and nothing else escaped. A quote behind a
//! backslash and `filename*`, which RFC 7578 does not want, are read too: other senders write them.

use std::borrow::Cow;

use bytes::Bytes;
use percent_encoding::percent_decode_str;

use super::Part;
use crate::charset::Charset;

/// Most bytes of one part's headers.
const MAX_HEADER_BYTES: usize = 8 * 1024;
/// Most bytes of a boundary, as RFC 2046 has it.
const MAX_BOUNDARY_BYTES: usize = 70;

/// Why a body is not multipart.
pub type Unreadable = &'static str;

/// The boundary that a `Content-Type` names.
#[must_use]
pub fn boundary_of(content_type: &str) -> Option<String> {
    let (_, mut parameters) = parameters(content_type, Escapes::Backslash)?;
    let at = parameters.iter().position(|(name, _)| name.eq_ignore_ascii_case("boundary"))?;
    let boundary = parameters.swap_remove(at).1;
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"'()+_,-./:=? ".contains(&byte);
    let fits = (1..=MAX_BOUNDARY_BYTES).contains(&boundary.len())
        && boundary.bytes().all(allowed)
        && !boundary.ends_with(' ');
    fits.then(|| boundary.into_owned())
}

/// All parts, in order.
///
/// # Errors
/// What is wrong with the body, as the end of a sentence that begins with it.
pub fn parse(body: &Bytes, boundary: &str) -> Result<Vec<Part>, Unreadable> {
    let delimiter = format!("\r\n--{boundary}");
    // The first delimiter has no line before it when there is no preamble.
    let mut next = if body.starts_with(&delimiter.as_bytes()[2..]) {
        after_delimiter(body, delimiter.len() - 2)
    } else {
        None
    };
    if next.is_none() {
        next = find_delimiter(body, 0, delimiter.as_bytes()).map(|(_, next)| next);
    }
    let mut parts = Vec::new();
    loop {
        let start = match next {
            None => return Err("must have the boundary that its media type names"),
            Some(Delimiter::Closing) => return Ok(parts),
            Some(Delimiter::Opening(start)) => start,
        };
        let (part, content) = head(body, start)?;
        // A part may be empty, and then the end of its headers begins the delimiter.
        let from = content.saturating_sub(2);
        let (end, following) = find_delimiter(body, from, delimiter.as_bytes())
            .ok_or("must end with the boundary that its media type names")?;
        let bytes = if end < content { Bytes::new() } else { body.slice(content..end) };
        parts.push(Part { bytes, ..part });
        next = Some(following);
    }
}

/// What follows after a delimiter.
enum Delimiter {
    /// A part, from here.
    Opening(usize),
    /// Nothing.
    Closing,
}

/// The first delimiter from there on: where it begins, and what follows.
fn find_delimiter(body: &[u8], from: usize, delimiter: &[u8]) -> Option<(usize, Delimiter)> {
    let mut at = from;
    while let Some(found) = body.get(at..)?.iter().position(|byte| *byte == b'\r') {
        let begin = at + found;
        if body[begin..].starts_with(delimiter)
            && let Some(following) = after_delimiter(body, begin + delimiter.len())
        {
            return Some((begin, following));
        }
        at = begin + 1;
    }
    None
}

/// Nothing when the line goes on: then it is content that begins as the delimiter does.
fn after_delimiter(body: &[u8], end: usize) -> Option<Delimiter> {
    let rest = body.get(end..)?;
    if rest.starts_with(b"--") {
        return Some(Delimiter::Closing);
    }
    let padding = rest.iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
    rest[padding..].starts_with(b"\r\n").then_some(Delimiter::Opening(end + padding + 2))
}

/// A part's headers, and where its content begins.
fn head(body: &[u8], start: usize) -> Result<(Part, usize), Unreadable> {
    let mut part = Part::default();
    let mut disposed = false;
    let mut at = start;
    loop {
        let end = (start + MAX_HEADER_BYTES).min(body.len());
        let rest = body.get(at..end).unwrap_or_default();
        let length = rest
            .windows(2)
            .position(|pair| pair == b"\r\n")
            .ok_or("must have parts whose headers come to an end")?;
        let line = &rest[..length];
        at += length + 2;
        if line.is_empty() {
            return Ok((part, at));
        }
        let line = std::str::from_utf8(line).map_err(|_| "must have part headers in UTF-8")?;
        let (name, value) = line.split_once(':').ok_or("must have part headers with names")?;
        let value = value.trim_matches([' ', '\t']);
        if name.eq_ignore_ascii_case("content-disposition") {
            if std::mem::replace(&mut disposed, true) {
                return Err("must have one Content-Disposition in each part");
            }
            disposition(&mut part, value)?;
        } else if name.eq_ignore_ascii_case("content-type") {
            if part.content_type.replace(value.to_owned()).is_some() {
                return Err("must have one Content-Type in each part");
            }
        } else if name.eq_ignore_ascii_case("content-transfer-encoding") {
            let plain = ["7bit", "8bit", "binary"].iter().any(|plain| value.eq_ignore_ascii_case(plain));
            if !plain {
                return Err("must have parts that are sent as they are");
            }
        } else if name.is_empty() || name.contains([' ', '\t']) {
            return Err("must have part headers with names");
        } else {
            part.headers.push((name.to_owned(), value.to_owned()));
        }
    }
}

fn disposition(part: &mut Part, value: &str) -> Result<(), Unreadable> {
    let unfit = "must have parts whose Content-Disposition can be read";
    let (_, parameters) = parameters(value, Escapes::Percent).ok_or(unfit)?;
    let mut encoded = None;
    for (name, value) in parameters {
        if name.eq_ignore_ascii_case("filename*") {
            encoded = extended(&value);
            continue;
        }
        let place = if name.eq_ignore_ascii_case("name") {
            &mut part.name
        } else if name.eq_ignore_ascii_case("filename") {
            &mut part.file_name
        } else {
            continue;
        };
        if place.replace(value.into_owned()).is_some() {
            return Err(unfit);
        }
    }
    // It is the fuller one of both, as RFC 6266 has it.
    part.file_name = encoded.or(part.file_name.take());
    Ok(())
}

/// `UTF-8''na%C3%AFve.txt` (RFC 8187); `None` when it is in another encoding.
fn extended(value: &str) -> Option<String> {
    let (charset, rest) = value.split_once('\'')?;
    let (_, text) = rest.split_once('\'')?;
    let text = percent_decode_str(text).collect::<Vec<u8>>();
    Charset::named(charset)?.decode(&text).map(Cow::into_owned)
}

/// How text in quotes is escaped.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Escapes {
    /// As HTTP has it: a backslash before a character.
    Backslash,
    /// As browsers have it.
    Percent,
}

/// A header's value, and names and values of its parameters.
pub type Parameters<'h> = (&'h str, Vec<(&'h str, Cow<'h, str>)>);

/// Reads `value; name=token; name="text"`.
#[must_use]
pub fn parameters(text: &str, escapes: Escapes) -> Option<Parameters<'_>> {
    let (value, mut rest) = text.split_once(';').unwrap_or((text, ""));
    let mut found = Vec::new();
    loop {
        rest = rest.trim_start_matches([' ', '\t', ';']);
        if rest.is_empty() {
            return Some((value.trim(), found));
        }
        let (name, after) = rest.split_once('=')?;
        let (value, after) = if let Some(quoted) = after.strip_prefix('"') {
            let (value, after) = unquote(quoted, escapes)?;
            let after = after.trim_start_matches([' ', '\t']);
            (value, if after.is_empty() { after } else { after.strip_prefix(';')? })
        } else {
            let (value, after) = after.split_once(';').unwrap_or((after, ""));
            (Cow::Borrowed(value.trim()), after)
        };
        found.push((name.trim(), value));
        rest = after;
    }
}

/// Whether the quote ends the text: one behind a backslash does so only where nothing else follows.
fn is_closing(quoted: &str, quote: usize) -> bool {
    let after = quoted[quote + 1..].trim_start_matches([' ', '\t']);
    !quoted[..quote].ends_with('\\') || after.is_empty() || after.starts_with(';')
}

/// The text up to the closing quote, and what comes after it.
fn unquote(quoted: &str, escapes: Escapes) -> Option<(Cow<'_, str>, &str)> {
    if escapes == Escapes::Percent {
        let end = quoted.match_indices('"').map(|(end, _)| end).find(|end| is_closing(quoted, *end))?;
        let (text, after) = (&quoted[..end], &quoted[end + 1..]);
        if !text.contains(['%', '"']) {
            return Some((Cow::Borrowed(text), after));
        }
        let text = text.replace("\\\"", "\"").replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n");
        return Some((Cow::Owned(text), after));
    }
    let mut text = String::new();
    let mut characters = quoted.char_indices();
    while let Some((index, character)) = characters.next() {
        match character {
            '"' => return Some((Cow::Owned(text), &quoted[index + 1..])),
            '\\' => text.push(characters.next()?.1),
            other => text.push(other),
        }
    }
    None
}
