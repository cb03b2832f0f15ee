//! Media types: one way to read them and one way to match them.

use std::borrow::Cow;

use crate::charset::Charset;
use crate::multipart::{Escapes, parameters};

/// `application/json`
pub const JSON: &str = "application/json";

/// A media type as a `Content-Type` header has it.
#[derive(Debug, PartialEq, Eq)]
pub struct MediaType<'t> {
    /// `type/subtype`
    pub essence: &'t str,
    /// The `charset`, when one is named.
    pub charset: Option<Cow<'t, str>>,
}

impl<'t> MediaType<'t> {
    /// Reads a media type with its parameters; `None` when it is none.
    #[must_use]
    pub fn parse(text: &'t str) -> Option<Self> {
        if text == JSON {
            return Some(Self { essence: text, charset: None });
        }
        let (essence, parameters) = parameters(text, Escapes::Backslash)?;
        let (kind, subtype) = essence.split_once('/')?;
        if !is_token(kind) || !is_token(subtype) {
            return None;
        }
        let named = parameters.into_iter().rfind(|(name, _)| name.eq_ignore_ascii_case("charset"));
        Some(Self { essence, charset: named.map(|(_, charset)| charset) })
    }

    /// The encoding of text of it: UTF-8 where none is named. `None` when the one named is not known.
    #[must_use]
    pub fn encoding(&self) -> Option<Charset> {
        self.charset.as_deref().map_or(Some(Charset::UTF_8), Charset::named)
    }

    /// Whether text of it is written in UTF-8; ASCII is a part of that.
    #[must_use]
    pub fn is_utf8(&self) -> bool {
        self.encoding() == Some(Charset::UTF_8)
    }

    /// Whether its content is one JSON text.
    #[must_use]
    pub fn is_json(&self) -> bool {
        let essence = self.essence.to_ascii_lowercase();
        essence.ends_with("/json") || essence.ends_with("+json")
    }
}

fn is_token(text: &str) -> bool {
    !text.is_empty()
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte))
}

/// A media type without its parameters.
#[must_use]
pub fn essence(media_type: &str) -> &str {
    media_type.split(';').next().unwrap_or_default().trim()
}

/// The encoding of text that is sent as `sent` where `declared` is declared: what the message names, else
/// what the document names, else UTF-8. `None` when the message names one that is not known.
#[must_use]
pub fn encoding(sent: &str, declared: &str) -> Option<Charset> {
    if !sent.contains(';') && !declared.contains(';') {
        return Some(Charset::UTF_8);
    }
    match MediaType::parse(sent) {
        // A name that is not known means what the client makes of it that has it from the document.
        Some(sent) if sent.charset.is_some() => sent.encoding().or_else(|| {
            let declared = MediaType::parse(declared)?.charset;
            (declared == sent.charset).then_some(Charset::UTF_8)
        }),
        _ => MediaType::parse(declared).and_then(|declared| declared.encoding()).or(Some(Charset::UTF_8)),
    }
}

/// The encoding in which text of a declared media type is written.
#[must_use]
pub fn encoding_to_write(declared: &str) -> Charset {
    encoding(declared, declared).unwrap_or(Charset::UTF_8)
}

/// Whether no bytes at all are still content of this media type. JSON has no such text; a form without
/// fields has, and where the body may be left out that is what is taken from it.
#[must_use]
pub fn may_be_empty(media_type: &str, required: bool) -> bool {
    let essence = essence(media_type);
    let json = essence == JSON || essence == "text/json" || essence.ends_with("+json");
    let stream = essence == "application/stream+json";
    let form =
        (essence == "application/x-www-form-urlencoded" && !required) || essence.starts_with("multipart/");
    // What is behind a range may be JSON.
    let open = matches!(essence, "*/*" | "application/*");
    stream || !(json || form || open)
}

/// The index of the declared media type that covers the one sent: itself with its parameters, else
/// without them, else a range of it (`text/*`), else `*/*`.
pub fn position<'d>(declared: impl Iterator<Item = &'d str> + Clone, sent: &str) -> Option<usize> {
    // Servers nearly always write it as the document does.
    let same = declared.clone().position(|name| name == sent);
    if same.is_some() {
        return same;
    }
    let plain = |name: &str| name.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    if sent.contains(';') {
        let whole = plain(sent);
        let same = declared.clone().position(|name| plain(name).eq_ignore_ascii_case(&whole));
        if same.is_some() {
            return same;
        }
    }
    let sent = essence(sent);
    let kind = sent.split('/').next().unwrap_or_default();
    let mut exact = declared.clone();
    let mut range = declared.clone();
    let mut all = declared;
    exact
        .position(|name| essence(name).eq_ignore_ascii_case(sent))
        .or_else(|| {
            range.position(|name| {
                essence(name).strip_suffix("/*").is_some_and(|name| name.eq_ignore_ascii_case(kind))
            })
        })
        .or_else(|| all.position(|name| essence(name) == "*/*"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_are_read() {
        let with = |charset: Option<&'static str>| {
            Some(MediaType { essence: JSON, charset: charset.map(Cow::Borrowed) })
        };
        assert_eq!(MediaType::parse("application/json"), with(None));
        assert_eq!(MediaType::parse("application/json; charset=\"UTF-8\""), with(Some("UTF-8")));
        assert_eq!(MediaType::parse("application/json;version=1;CHARSET=latin1"), with(Some("latin1")));
        let quoted = r#"application/json; boundary="a;b=\"c"; charset=utf-8"#;
        assert_eq!(MediaType::parse(quoted), with(Some("utf-8")));
        for bad in ["", "json", "/json", "a/", "a b/c", "a/b; charset", "a/b/c"] {
            assert_eq!(MediaType::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn the_nearest_declaration_wins() {
        let declared = ["*/*", "text/*", "application/json; v=1"];
        let of = |sent| position(declared.into_iter(), sent);
        assert_eq!((of("Application/JSON"), of("text/csv"), of("a/b")), (Some(2), Some(1), Some(0)));
        assert_eq!(position(["text/*"].into_iter(), "a/b"), None);
        let watched = ["application/json", "application/json;stream=watch"];
        assert_eq!(position(watched.into_iter(), "application/json; stream=watch"), Some(1));
        assert_eq!(position(watched.into_iter(), "application/json; charset=utf-8"), Some(0));
    }
}
