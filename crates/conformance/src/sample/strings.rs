//! Strings that fit all lengths, patterns and formats.

use unplug_openapi::ir::Schema;

use super::choice::Choice;
use super::evaluate::Evaluator;
use super::pattern;
use super::text::{self, Destination};

/// Texts that match many expressions which are not understood.
const CANDIDATES: &[&str] = &[
    "a",
    "A",
    "1",
    "abc",
    "ABC",
    "a1",
    "example",
    "example-1",
    "example.com",
    "https://example.com",
    "0",
    "10",
    "2026-11-26",
    "2026-11-26T01:02:03Z",
    "01:02:03",
    "en",
    "en-US",
    "US",
    "USD",
    "a@b.co",
    "+4915112345678",
    "0f8fad5b-d9cb-469f-a165-70867728950e",
    "1.0.0",
    "/a/b",
    "#abcdef",
    "abcdefgh",
    "Abcdef1!",
    "192.0.2.1",
    "P1D",
    "PT1H",
    "-1",
    "1.5",
    "Example Name",
];
/// Lengths of repetitions that are tried for a pattern.
const EXTRAS: u32 = 48;

/// A text for schemas that apply together.
pub(super) fn string<'a>(
    evaluator: &Evaluator<'a>,
    schemas: &[&'a Schema],
    destination: Destination,
    choice: Choice,
) -> Option<String> {
    let patterns: Vec<&'a str> = schemas.iter().filter_map(|schema| schema.pattern.as_deref()).collect();
    let lengths = text::lengths(schemas);
    let fits = |text: &String| {
        let length = text.chars().count() as u64;
        destination.can_hold(text)
            && (lengths.0..=lengths.1).contains(&length)
            && patterns.iter().all(|pattern| evaluator.matches(pattern, text))
    };
    let formats = || schemas.iter().filter_map(|schema| schema.format.as_deref());
    let number = choice.number();
    let formatted = formats().filter_map(|format| text::of_format(format, number));
    let short = formats().filter_map(text::short_of_format).map(str::to_owned);
    if let Some(formatted) = formatted.chain(short).find(|text| fits(text)) {
        return Some(formatted);
    }
    if patterns.is_empty() {
        let plain = text::fitted(&text::plain(destination, number), lengths, number);
        return Some(plain).filter(fits).or_else(|| Some(text::fitted("unplug", lengths, 0)).filter(fits));
    }
    // The shortest first; later choices begin with longer or other texts.
    let first = number % 6;
    let extras = (first..EXTRAS).chain(0..first).chain(u32::try_from(lengths.0));
    let made = extras
        .flat_map(|extra| patterns.iter().filter_map(move |source| pattern::text(source, extra)))
        .flat_map(|text| [text::fitted(&text, lengths, 0), text]);
    let known = CANDIDATES.iter().map(|text| (*text).to_owned());
    made.chain(known).find(fits)
}
