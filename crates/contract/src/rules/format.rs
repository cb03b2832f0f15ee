//! `format`.

use crate::difference::Differences;
use crate::rule::{Check, Rule};
use crate::schemas::pair::AlternativePair;
use crate::schemas::types::Kind;
use crate::schemas::view::Found;
use crate::verdict::Change;

pub(crate) const FORMAT: Rule = Rule {
    id: "format-changed",
    summary: "Values have another `format`.",
    explanation: "`format: int32` before and `format: int64` now lets a response carry numbers that do not fit 32 \
        bits. `date-time` and `date` have nothing in common. A format that no validator knows, such as `password`, \
        changes nothing on the wire and is a note.",
    advice: "Keep the format; a new one is a new member.",
    checks: &[
        Check::Keyword(&[Kind::Number], |_, pair, found| {
            compare(pair, |format| NUMBERS.iter().any(|(name, ..)| *name == format), found);
        }),
        Check::Keyword(&[Kind::String], |_, pair, found| {
            compare(pair, |format| TEXTS.contains(&format), found);
        }),
    ],
    ..Rule::DEFAULT
};

/// Formats of text that decide what is valid.
const TEXTS: &[&str] = &[
    "date-time",
    "date",
    "time",
    "duration",
    "email",
    "idn-email",
    "hostname",
    "idn-hostname",
    "ipv4",
    "ipv6",
    "uri",
    "uri-reference",
    "iri",
    "iri-reference",
    "uuid",
    "uri-template",
    "json-pointer",
    "relative-json-pointer",
    "regex",
];
/// Formats of numbers, each with its width within its family.
const NUMBERS: &[(&str, char, u8)] = &[
    ("int8", 'i', 8),
    ("int16", 'i', 16),
    ("int32", 'i', 32),
    ("int64", 'i', 64),
    ("uint8", 'u', 8),
    ("uint16", 'u', 16),
    ("uint32", 'u', 32),
    ("uint64", 'u', 64),
    ("float", 'f', 32),
    ("double", 'f', 64),
];
/// Texts of which one kind is a part of the other.
const PARTS: &[(&str, &str)] = &[
    ("email", "idn-email"),
    ("hostname", "idn-hostname"),
    ("uri", "iri"),
    ("uri", "uri-reference"),
    ("iri", "iri-reference"),
    ("uri-reference", "iri-reference"),
    ("uri", "iri-reference"),
];

fn compare<'a>(pair: &AlternativePair<'a>, decides: impl Fn(&str) -> bool, found: &mut Differences<'a>) {
    // Said by `contentEncoding` and `contentMediaType` as well, which are compared instead.
    let own = |format: &&str| !matches!(*format, "byte" | "binary");
    let before = pair.before.first(|schema| schema.format.as_deref().filter(own));
    let after = pair.after.first(|schema| schema.format.as_deref().filter(own));
    let (one, other) = (before.map(|(text, _)| text), after.map(|(text, _)| text));
    if one == other {
        return;
    }
    let change = match (one.filter(|text| decides(text)), other.filter(|text| decides(text))) {
        (None, None) => Change::Neutral,
        (None, Some(_)) => Change::Narrower,
        (Some(_), None) => Change::Wider,
        (Some(one), Some(other)) if is_part(other, one) => Change::Narrower,
        (Some(one), Some(other)) if is_part(one, other) => Change::Wider,
        (Some(_), Some(_)) => Change::Moved,
    };
    let quoted = |found: Found<&str>| found.map(|(text, id)| (format!("`{text}`"), id));
    pair.report(change, "format", (quoted(before), quoted(after)), found);
}

fn is_part(one: &str, of: &str) -> bool {
    let number = |name: &str| NUMBERS.iter().find(|(known, ..)| *known == name);
    match (number(one), number(of)) {
        (Some((_, family, width)), Some((_, other, of))) => family == other && width < of,
        _ => PARTS.contains(&(one, of)),
    }
}
