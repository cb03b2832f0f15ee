//! `pattern`.

use std::collections::BTreeMap;

use unplug_openapi::ir::SchemaId;

use crate::rule::{Check, Rule};
use crate::schemas::pair::{AlternativePair, one_sided};
use crate::schemas::types::Kind;
use crate::schemas::view::{Found, View};
use crate::verdict::Change;

pub(crate) const PATTERN: Rule = Rule {
    id: "pattern-changed",
    summary: "A text has to match a pattern that it did not have to match, or the reverse.",
    explanation: "`pattern: '^[a-z]+$'` now and none before refuses `A1` in a request. When one pattern takes the \
        place of another, which texts match both is not decided: that is `cannot-decide`.",
    advice: "Check new patterns against texts that are in use.",
    checks: &[Check::Keyword(&[Kind::String], |_, pair, found| match patterns(pair) {
        (None, after @ Some(_)) => pair.report(Change::Narrower, "pattern", (None, after), found),
        (before @ Some(_), None) => pair.report(Change::Wider, "pattern", (before, None), found),
        _ => {}
    })],
    ..Rule::DEFAULT
};

/// The first pattern that only the earlier schema has, and the first that only the later one has.
pub(super) fn patterns(pair: &AlternativePair<'_>) -> (Found<String>, Found<String>) {
    let all = |view: &View<'_>| -> BTreeMap<String, SchemaId> { view.all(|schema| schema.pattern.clone()) };
    let quoted = |(text, id): (&String, &SchemaId)| (format!("`{text}`"), *id);
    let (before, after) = (all(&pair.before), all(&pair.after));
    let (lost, gained) = one_sided(&before, &after);
    (lost.map(quoted), gained.map(quoted))
}
