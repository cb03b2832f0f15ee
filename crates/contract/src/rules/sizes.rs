//! Lengths of texts, numbers of items and of members.

use unplug_openapi::ir::Schema;

use crate::difference::Differences;
use crate::rule::{Check, Rule};
use crate::schemas::pair::AlternativePair;
use crate::schemas::types::Kind;

pub(crate) const MIN_LENGTH: Rule = Rule {
    id: "min-length-changed",
    summary: "The minimum length of a text has changed.",
    explanation: "`minLength: 1` now and none before refuses the empty text in a request.",
    advice: "Keep accepting shorter texts, or answer for them in the operation's own words.",
    checks: &[Check::Keyword(&[Kind::String], |_, pair, found| {
        minimum(pair, "minLength", |schema| schema.min_length, found);
    })],
    ..Rule::DEFAULT
};

pub(crate) const MAX_LENGTH: Rule = Rule {
    id: "max-length-changed",
    summary: "The maximum length of a text has changed.",
    explanation: "`maxLength: 255` before and none now: a response may carry a text that a client has no room for.",
    advice: "Keep the length, or announce the longer texts before they are sent.",
    checks: &[Check::Keyword(&[Kind::String], |_, pair, found| {
        maximum(pair, "maxLength", |schema| schema.max_length, found);
    })],
    ..Rule::DEFAULT
};

pub(crate) const MIN_ITEMS: Rule = Rule {
    id: "min-items-changed",
    summary: "The minimum number of items has changed.",
    explanation: "`minItems: 1` now and none before refuses the empty list in a request; the reverse lets a response \
        carry an empty list to a client that takes the first item.",
    advice: "Keep accepting shorter lists; keep sending at least as many.",
    checks: &[Check::Keyword(&[Kind::Array], |_, pair, found| {
        minimum(pair, "minItems", |schema| schema.min_items, found);
    })],
    ..Rule::DEFAULT
};

pub(crate) const MAX_ITEMS: Rule = Rule {
    id: "max-items-changed",
    summary: "The maximum number of items has changed.",
    explanation: "`maxItems: 100` before and `maxItems: 50` now refuses 80 items in a request.",
    advice: "Keep accepting as many, or let callers know of the limit before it holds.",
    checks: &[Check::Keyword(&[Kind::Array], |_, pair, found| {
        maximum(pair, "maxItems", |schema| schema.max_items, found);
    })],
    ..Rule::DEFAULT
};

pub(crate) const UNIQUE_ITEMS: Rule = Rule {
    id: "unique-items-changed",
    summary: "Items have to be unique that did not have to be, or the reverse.",
    explanation: "`uniqueItems: true` now refuses `[1, 1]` in a request.",
    advice: "Drop repeated items on arrival instead of refusing them.",
    checks: &[Check::Keyword(&[Kind::Array], |_, pair, found| {
        let before = pair.before.first(|schema| schema.unique_items.then_some(true));
        let after = pair.after.first(|schema| schema.unique_items.then_some(true));
        pair.compare_limit("uniqueItems", (before, after), |_, _| false, found);
    })],
    ..Rule::DEFAULT
};

pub(crate) const MIN_PROPERTIES: Rule = Rule {
    id: "min-properties-changed",
    summary: "The minimum number of members has changed.",
    explanation: "`minProperties: 1` now and none before refuses `{}` in a request.",
    advice: "Answer an empty object in the operation's own words.",
    checks: &[Check::Keyword(&[Kind::Object], |_, pair, found| {
        minimum(pair, "minProperties", |schema| schema.min_properties, found);
    })],
    ..Rule::DEFAULT
};

pub(crate) const MAX_PROPERTIES: Rule = Rule {
    id: "max-properties-changed",
    summary: "The maximum number of members has changed.",
    explanation: "`maxProperties: 10` now and none before refuses an object with eleven members in a request.",
    advice: "Keep accepting as many, or let callers know of the limit before it holds.",
    checks: &[Check::Keyword(&[Kind::Object], |_, pair, found| {
        maximum(pair, "maxProperties", |schema| schema.max_properties, found);
    })],
    ..Rule::DEFAULT
};

/// A least size; 0 says nothing.
fn minimum<'a>(
    pair: &AlternativePair<'a>,
    keyword: &str,
    get: fn(&Schema) -> Option<u64>,
    found: &mut Differences<'a>,
) {
    let before = pair.before.largest(get).filter(|(size, _)| *size > 0);
    let after = pair.after.largest(get).filter(|(size, _)| *size > 0);
    pair.compare_limit(keyword, (before, after), |one, other| one > other, found);
}

fn maximum<'a>(
    pair: &AlternativePair<'a>,
    keyword: &str,
    get: fn(&Schema) -> Option<u64>,
    found: &mut Differences<'a>,
) {
    let limits = (pair.before.smallest(get), pair.after.smallest(get));
    pair.compare_limit(keyword, limits, |one, other| one < other, found);
}
