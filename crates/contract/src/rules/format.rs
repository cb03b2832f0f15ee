//! `format`.

use crate::rule::{Change, Rule};
use crate::schemas::{Out, Pair};

pub(crate) const FORMAT: Rule = Rule {
    id: "format-changed",
    summary: "Values have another `format`.",
    explanation: "`format: int32` before and `format: int64` now lets a response carry numbers that do not fit 32 \
        bits. `date-time` and `date` have nothing in common. A format that no validator knows, such as `password`, \
        changes nothing on the wire and is a note.",
    advice: "Keep the format; a new one is a new member.",
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

pub(crate) fn numbers<'a>(pair: &Pair<'a>, out: &mut Out<'a>) {
    compare(pair, out, |format| NUMBERS.iter().any(|(name, ..)| *name == format));
}

pub(crate) fn texts<'a>(pair: &Pair<'a>, out: &mut Out<'a>) {
    compare(pair, out, |format| TEXTS.contains(&format));
}

fn compare<'a>(pair: &Pair<'a>, out: &mut Out<'a>, decides: impl Fn(&str) -> bool) {
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
    let quoted = |text: Option<&str>| text.map(|text| format!("`{text}`"));
    let (one, other) = (quoted(one), quoted(other));
    let message =
        pair.sentence("`format`", one.as_ref().map(|text| text as _), other.as_ref().map(|text| text as _));
    let spots = (pair.before.spot(before, "format"), pair.after.spot(after, "format"));
    out.push(&FORMAT, change, message, spots.0, spots.1);
}

fn is_part(one: &str, of: &str) -> bool {
    let number = |name: &str| NUMBERS.iter().find(|(known, ..)| *known == name);
    match (number(one), number(of)) {
        (Some((_, family, width)), Some((_, other, of))) => family == other && width < of,
        _ => PARTS.contains(&(one, of)),
    }
}

#[cfg(test)]
mod tests {
    use crate::finding::Severity::{Breaking, Compatible, Note};
    use crate::testing::{found, none};

    #[test]
    fn formats() {
        let text = |format: &str| format!("{{type: string, format: {format}}}");
        let number = |format: &str| format!("{{type: integer, format: {format}}}");
        found(&number("int32"), &number("int64"), "format-changed", [Compatible, Breaking]);
        found(&text("date"), &text("date-time"), "format-changed", [Breaking, Breaking]);
        found(&text("uri"), &text("uri-reference"), "format-changed", [Compatible, Breaking]);
        found("{type: string}", &text("uuid"), "format-changed", [Breaking, Compatible]);
        found("{type: string}", &text("password"), "format-changed", [Note, Note]);
        none("{type: string, format: binary}", "{type: string, contentMediaType: application/octet-stream}");
    }
}
