//! Media types of request bodies.

use std::borrow::Cow;

use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;
use unplug_wire::multipart::{Escapes, parameters};

/// What the `Content-Type` header says.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Sent<'r> {
    /// No header.
    Nothing,
    /// More than one header, not text, or no media type.
    Malformed,
    /// `type/subtype`, and the charset when one is named.
    Type { essence: &'r str, charset: Option<Cow<'r, str>> },
}

/// Reads the `Content-Type` header.
pub(crate) fn sent(headers: &HeaderMap) -> Sent<'_> {
    let mut values = headers.get_all(CONTENT_TYPE).iter();
    let Some(value) = values.next() else {
        return Sent::Nothing;
    };
    match (value.to_str(), values.next()) {
        (Ok("application/json"), None) => Sent::Type { essence: "application/json", charset: None },
        (Ok(text), None) => parse(text).unwrap_or(Sent::Malformed),
        _ => Sent::Malformed,
    }
}

/// Reads a media type with its parameters.
pub(crate) fn parse(text: &str) -> Option<Sent<'_>> {
    let (essence, parameters) = parameters(text, Escapes::Backslash)?;
    let (kind, subtype) = essence.split_once('/')?;
    if !is_token(kind) || !is_token(subtype) {
        return None;
    }
    let named = parameters.into_iter().rfind(|(name, _)| name.eq_ignore_ascii_case("charset"));
    Some(Sent::Type { essence, charset: named.map(|(_, charset)| charset) })
}

fn is_token(text: &str) -> bool {
    !text.is_empty()
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte))
}

/// Is the text written in UTF-8? ASCII is a part of it.
pub(crate) fn is_utf8(charset: Option<&str>) -> bool {
    charset.is_none_or(|charset| {
        ["utf-8", "utf8", "us-ascii"].iter().any(|known| charset.eq_ignore_ascii_case(known))
    })
}

/// Is no bytes at all still content of this media type? JSON has no such text, and of forms it is
/// taken as a body that was left out.
pub(crate) fn may_be_empty(media_type: &str) -> bool {
    let essence = media_type.split(';').next().unwrap_or_default().trim();
    let json = essence == "application/json" || essence == "text/json" || essence.ends_with("+json");
    let stream = essence == "application/stream+json";
    let form = essence == "application/x-www-form-urlencoded" || essence.starts_with("multipart/");
    // What is behind a range may be JSON.
    let open = matches!(essence, "*/*" | "application/*");
    stream || !(json || form || open)
}

/// The declared media type that covers the one sent: itself, else a range (`text/*`), else `*/*`.
pub(crate) fn position(declared: &[&str], essence: &str) -> Option<usize> {
    let exact = declared.iter().position(|declared| declared.eq_ignore_ascii_case(essence));
    exact
        .or_else(|| {
            let kind = essence.split('/').next()?;
            declared.iter().position(|declared| {
                declared.strip_suffix("/*").is_some_and(|range| range.eq_ignore_ascii_case(kind))
            })
        })
        .or_else(|| declared.iter().position(|declared| *declared == "*/*"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_are_read() {
        let with = |charset: Option<&'static str>| {
            let charset = charset.map(Cow::Borrowed);
            Some(Sent::Type { essence: "application/json", charset })
        };
        assert_eq!(parse("application/json"), with(None));
        assert_eq!(parse("application/json; charset=\"UTF-8\""), with(Some("UTF-8")));
        assert_eq!(parse("application/json;version=1;CHARSET=latin1"), with(Some("latin1")));
        let quoted = r#"application/json; boundary="a;b=\"c"; charset=utf-8"#;
        assert_eq!(parse(quoted), with(Some("utf-8")));
        for bad in ["", "json", "/json", "a/", "a b/c", "a/b; charset", "a/b/c"] {
            assert_eq!(parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn the_nearest_declaration_wins() {
        let declared = ["*/*", "text/*", "application/json"];
        assert_eq!(position(&declared, "Application/JSON"), Some(2));
        assert_eq!(position(&declared, "text/csv"), Some(1));
        assert_eq!(position(&declared, "image/png"), Some(0));
        assert_eq!(position(&declared[1..], "image/png"), None);
    }
}
