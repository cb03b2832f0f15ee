//! Strings by format, and in the characters that their place can carry.

use unplug_openapi::ir::Schema;

/// Where a string goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Carrier {
    /// JSON or a body: any text.
    Body,
    /// A query: percent-encoded, so nearly any text.
    Query,
    /// A path: percent-encoded, but neither empty nor dots.
    Path,
    /// A header or cookie, or an item of a list in a parameter: plain words.
    Word,
}

/// A text of a known format; `None` for other formats.
pub(super) fn of_format(format: &str, choice: u32) -> Option<String> {
    let digit = choice % 10;
    Some(match format {
        "uuid" => format!("0f8fad5b-d9cb-469f-a165-7086772895{digit}e"),
        "date" => format!("2026-11-2{digit}"),
        "date-time" | "timestamp" => format!("2026-11-26T01:02:0{digit}Z"),
        "time" => format!("01:02:0{digit}Z"),
        "duration" => format!("P{}D", digit + 1),
        "email" | "idn-email" => format!("ida{digit}@example.com"),
        "hostname" | "idn-hostname" => format!("host{digit}.example.com"),
        "ipv4" | "ip" => format!("192.0.2.{digit}"),
        "ipv6" => format!("2001:db8::{digit}"),
        "uri" | "url" | "iri" | "uri-reference" | "iri-reference" => format!("https://example.com/{digit}"),
        "uri-template" => format!("https://example.com/{digit}/{{id}}"),
        "byte" | "base64" => "dW5wbHVn".to_owned(),
        "json-pointer" => format!("/a/{digit}"),
        "relative-json-pointer" => format!("{digit}/a"),
        "regex" => "^a+$".to_owned(),
        _ => return None,
    })
}

/// Plain texts, the next one for each choice.
pub(super) fn plain(carrier: Carrier, choice: u32) -> String {
    let texts: &[&str] = match carrier {
        Carrier::Body => &["unplug", "größer \"als\" \\ 1", "line\none", "日本語", "a/b?c=d&e#f", "plain"],
        Carrier::Query => &["unplug", "a b", "x&y=z", "größer", "1+1", "100%"],
        Carrier::Path => &["unplug", "a b", "größer", "x-1_y", "a;b", "1+1"],
        Carrier::Word => &["unplug", "alpha", "beta-2", "gamma_3", "Delta4", "e5"],
    };
    let at = usize::try_from(choice).unwrap_or(0) % texts.len();
    texts[at].to_owned()
}

/// The text with as many characters as the schemas ask for.
pub(super) fn fitted(text: &str, schemas: &[&Schema]) -> String {
    let least = schemas.iter().filter_map(|schema| schema.min_length).max().unwrap_or(0);
    let most = schemas.iter().filter_map(|schema| schema.max_length).min().unwrap_or(u64::MAX);
    let least = usize::try_from(least).unwrap_or(usize::MAX).min(1 << 16);
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    let mut characters: Vec<char> = text.chars().take(most).collect();
    while characters.len() < least {
        let next = characters.len() % 10;
        characters.push(char::from(b'0' + u8::try_from(next).unwrap_or(0)));
    }
    characters.into_iter().collect()
}
