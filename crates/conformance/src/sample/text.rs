//! Strings by format, and in the characters that can be sent where they go.

use unplug_openapi::ir::{ParameterIn, Schema};

/// Where a string goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Destination {
    /// JSON or a body: any text.
    Body,
    /// A query: percent-encoded, so nearly any text.
    Query,
    /// A path: percent-encoded, but neither empty nor dots.
    Path,
    /// A header or cookie, or an item of a list in a parameter: plain words.
    Word,
}

impl Destination {
    pub(super) fn of(location: ParameterIn) -> Self {
        match location {
            ParameterIn::Path => Self::Path,
            ParameterIn::Query | ParameterIn::QueryString => Self::Query,
            ParameterIn::Header | ParameterIn::Cookie => Self::Word,
        }
    }

    /// Whether the text can be sent there.
    pub(super) fn can_hold(self, text: &str) -> bool {
        let visible = || !text.is_empty() && !text.contains(char::is_control);
        match self {
            Self::Body => true,
            Self::Query => visible(),
            Self::Path => visible() && text != "." && text != "..",
            Self::Word => {
                let word = text.chars().all(|character| character == ' ' || character.is_ascii_graphic());
                visible() && word && text.trim() == text
            }
        }
    }
}

/// A text of a known format; `None` for other formats.
pub(super) fn of_format(format: &str, choice: u32) -> Option<String> {
    let digit = choice % 10;
    let number = choice % 90 + 10;
    Some(match format {
        "uuid" => format!("0f8fad5b-d9cb-469f-a165-7086772{number:02}95e"),
        "date" => format!("2026-{:02}-2{}", choice / 9 % 12 + 1, choice % 9),
        "date-time" | "timestamp" => format!("2026-11-26T01:{:02}:0{digit}Z", choice / 10 % 60),
        "time" => format!("01:{:02}:0{digit}Z", choice / 10 % 60),
        "duration" => format!("P{}D", choice % 1000 + 1),
        "email" | "idn-email" => format!("ida{number}@example.com"),
        "hostname" | "idn-hostname" => format!("host{number}.example.com"),
        "ipv4" | "ip" => format!("192.0.2.{number}"),
        "ipv6" => format!("2001:db8::{number}"),
        "uri" | "url" | "iri" | "uri-reference" | "iri-reference" => format!("https://example.com/{number}"),
        "uri-template" => format!("https://example.com/{number}/{{id}}"),
        "byte" | "base64" => ["dW5wbHVn", "AP8=", "w7w=", "MTIzNDU2Nzg5MA=="]
            [usize::try_from(choice % 4).unwrap_or(0)]
        .to_owned(),
        "base64url" => ["dW5wbHVn", "AP8"][usize::try_from(choice % 2).unwrap_or(0)].to_owned(),
        "json-pointer" => format!("/a/{number}"),
        "relative-json-pointer" => format!("{digit}/a"),
        "regex" => format!("^a{{{number}}}$"),
        _ => return None,
    })
}

/// A short text of a format, for narrow lengths.
pub(super) fn short_of_format(format: &str) -> Option<&'static str> {
    Some(match format {
        "email" | "idn-email" => "a@b.co",
        "hostname" | "idn-hostname" | "uri-reference" | "iri-reference" | "regex" => "a",
        "ipv4" | "ip" => "1.1.1.1",
        "ipv6" => "::1",
        "uri" | "url" | "iri" | "uri-template" => "a:b",
        "byte" | "base64" => "QQ==",
        "json-pointer" => "/a",
        "relative-json-pointer" => "0",
        "duration" => "P1D",
        _ => return None,
    })
}

/// Plain texts, the next one for each choice.
pub(super) fn plain(destination: Destination, choice: u32) -> String {
    let texts: &[&str] = match destination {
        Destination::Body => {
            &["unplug", "größer \"als\" \\ 1", "line\none", "日本語", "a/b?c=d&e#f", "plain"]
        }
        Destination::Query => &["unplug", "a b", "x&y=z", "größer", "1+1", "100%"],
        Destination::Path => &["unplug", "a b", "größer", "x-1_y", "a;b", "1+1"],
        Destination::Word => &["unplug", "alpha", "beta-2", "gamma_3", "Delta4", "e5"],
    };
    let choice = usize::try_from(choice).unwrap_or(0);
    let text = texts[choice % texts.len()];
    // After a whole turn, texts have to differ from those of the turn before.
    match choice / texts.len() {
        0 => text.to_owned(),
        turn => format!("{text}{turn}"),
    }
}

/// Least and most characters that all schemas allow.
pub(super) fn lengths(schemas: &[&Schema]) -> (u64, u64) {
    let least = schemas.iter().filter_map(|schema| schema.min_length).max().unwrap_or(0);
    let most = schemas.iter().filter_map(|schema| schema.max_length).min().unwrap_or(u64::MAX);
    (least, most)
}

/// The text with as many characters as the schemas ask for. What is cut or added at the end tells
/// the choices apart.
pub(super) fn fitted(text: &str, (least, most): (u64, u64), choice: u32) -> String {
    let least = usize::try_from(least).unwrap_or(usize::MAX).min(1 << 16);
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    let mut characters: Vec<char> = text.chars().collect();
    if characters.len() > most {
        let cut = usize::try_from(choice).unwrap_or(0) % (characters.len() - most + 1);
        characters = characters[cut..cut + most].to_vec();
    }
    // A blank at an end may be lost on the way.
    for at in [0, characters.len().saturating_sub(1)] {
        if let Some(end) = characters.get_mut(at).filter(|end| end.is_whitespace()) {
            *end = 'x';
        }
    }
    while characters.len() < least {
        let next = characters.len() % 10;
        characters.push(char::from(b'0' + u8::try_from(next).unwrap_or(0)));
    }
    characters.into_iter().collect()
}
