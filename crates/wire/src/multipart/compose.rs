//! Writes a multipart body (RFC 2046, RFC 7578).

use std::collections::BTreeSet;

use bytes::Bytes;

use super::Part;

const BOUNDARY: &str = "unplug-boundary-";
/// Hexadecimal digits behind [`BOUNDARY`].
const DIGITS: usize = 16;

/// The boundary and the body.
///
/// # Errors
/// When a media type or a header has characters that would end its line, or what is no header's name.
pub fn compose(parts: &[Part]) -> Result<(String, Bytes), String> {
    let boundary = boundary(parts);
    let length: usize = parts.iter().map(|part| part.bytes.len() + 200).sum();
    let mut body = Vec::with_capacity(length + 100);
    for part in parts {
        write(&mut body, &["--", &boundary, "\r\n"]);
        if part.name.is_some() || part.file_name.is_some() {
            write(&mut body, &["Content-Disposition: form-data"]);
            for (parameter, value) in [("name", &part.name), ("filename", &part.file_name)] {
                if let Some(value) = value {
                    write(&mut body, &["; ", parameter, "=\"", &escaped(value), "\""]);
                }
            }
            write(&mut body, &["\r\n"]);
        }
        if let Some(content_type) = &part.content_type {
            if content_type.contains(|c: char| c.is_control()) {
                return Err(format!("{content_type:?} is no media type"));
            }
            write(&mut body, &["Content-Type: ", content_type, "\r\n"]);
        }
        for (name, value) in &part.headers {
            if !is_header(name, value) {
                return Err(format!("{name:?} with {value:?} is no header of a part"));
            }
            write(&mut body, &[name, ": ", value, "\r\n"]);
        }
        write(&mut body, &["\r\n"]);
        body.extend_from_slice(&part.bytes);
        write(&mut body, &["\r\n"]);
    }
    write(&mut body, &["--", &boundary, "--\r\n"]);
    Ok((boundary, body.into()))
}

fn write(body: &mut Vec<u8>, pieces: &[&str]) {
    for piece in pieces {
        body.extend_from_slice(piece.as_bytes());
    }
}

/// Whether it is a header that says nothing of what the part itself says.
fn is_header(name: &str, value: &str) -> bool {
    let token = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    let own = ["content-disposition", "content-type", "content-transfer-encoding"];
    !name.is_empty()
        && name.bytes().all(token)
        && !own.iter().any(|own| name.eq_ignore_ascii_case(own))
        && !value.contains(|c: char| c.is_control() && c != '\t')
        && value.trim_matches([' ', '\t']) == value
}

/// As browsers do: only what would end the quotes or the line.
fn escaped(name: &str) -> String {
    name.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A")
}

/// A boundary that no content has. Counting instead of chance keeps requests reproducible.
fn boundary(parts: &[Part]) -> String {
    let mut taken = BTreeSet::new();
    for part in parts {
        collect(&part.bytes, &mut taken);
    }
    let mut number = 0_u64;
    while taken.contains(&number) {
        number += 1;
    }
    format!("{BOUNDARY}{number:0DIGITS$x}")
}

/// The numbers of all boundaries that the content has.
fn collect(content: &[u8], into: &mut BTreeSet<u64>) {
    let prefix = BOUNDARY.as_bytes();
    let mut at = 0;
    while let Some(found) = content[at..].iter().position(|byte| *byte == prefix[0]) {
        at += found;
        if let Some(rest) = content[at..].strip_prefix(prefix)
            && let Some(digits) = rest.get(..DIGITS)
            && let Ok(digits) = std::str::from_utf8(digits)
            && let Ok(number) = u64::from_str_radix(digits, 16)
        {
            into.insert(number);
        }
        at += 1;
    }
}
