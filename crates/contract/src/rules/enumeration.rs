//! `enum` and `const`.

use serde_json::Value;

use crate::rule::{Check, Mirror, Rule};
use crate::verdict::Change;

/// How many values a sentence lists.
const MAX_LISTED: usize = 4;

pub(crate) const ADDED: Rule = Rule {
    id: "enum-added",
    summary: "Only listed values are valid, where any was.",
    explanation: "`type: string` before and `enum: [red, green]` now: a request with `blue` is refused. `const` is an \
        `enum` of one value, and a union of them is one `enum`.",
    advice: "Keep the set open in requests; `x-extensible-enum` lists known values without closing it.",
    reverse: Mirror::Rule("enum-removed"),
    checks: &[Check::Values(|pair, found| {
        if let Some(values) = pair.closed() {
            let (before, after) = (pair.wording.before, pair.wording.after);
            let message = format!("only {} valid {after}; {before} any value is", text(&values));
            let change = if pair.is_part() { Change::Narrower } else { Change::Moved };
            found.push(change, message, pair.locators.clone());
        }
    })],
    ..Rule::DEFAULT
};

pub(crate) const REMOVED: Rule = Rule {
    id: "enum-removed",
    summary: "Any value is valid, where only listed ones were.",
    explanation: "`enum: [red, green]` before and `type: string` now: a response may carry `blue`, which a client \
        made for two values does not know.",
    advice: "Read unknown values as such; keep the list where it is a promise.",
    reverse: Mirror::Rule("enum-added"),
    checks: &[Check::Values(|pair, found| {
        if let Some(values) = pair.opened() {
            let (before, after) = (pair.wording.before, pair.wording.after);
            let message = format!("only {} valid {before}; {after} any value is", text(&values));
            let change = if pair.is_part() { Change::Wider } else { Change::Moved };
            found.push(change, message, pair.locators.clone());
        }
    })],
    ..Rule::DEFAULT
};

pub(crate) const VALUE_ADDED: Rule = Rule {
    id: "enum-value-added",
    summary: "A listed set has new values.",
    explanation: "`enum: [red]` before and `enum: [red, blue]` now: requests may send more, and a response may \
        surprise a client that handles `red` alone. The order of the values does not count.",
    advice: "Treat enumerations in responses as open from the beginning.",
    reverse: Mirror::Rule("enum-value-removed"),
    checks: &[Check::Values(|pair, found| {
        let values = pair.gained();
        if !values.is_empty() {
            let (before, after) = (pair.wording.before, pair.wording.after);
            let message = format!("{} valid {after}, but not {before}", text(&values));
            found.push(Change::Wider, message, pair.locators.clone());
        }
    })],
    ..Rule::DEFAULT
};

pub(crate) const VALUE_REMOVED: Rule = Rule {
    id: "enum-value-removed",
    summary: "A listed set has lost values.",
    explanation: "`enum: [red, blue]` before and `enum: [red]` now: a request with `blue` is refused; in a response \
        nobody misses it.",
    advice: "Go on accepting the value in requests, even if it means the same as another.",
    reverse: Mirror::Rule("enum-value-added"),
    checks: &[Check::Values(|pair, found| {
        let values = pair.lost();
        if !values.is_empty() {
            let (before, after) = (pair.wording.before, pair.wording.after);
            let message = format!("{} valid {before}, but not {after}", text(&values));
            found.push(Change::Narrower, message, pair.locators.clone());
        }
    })],
    ..Rule::DEFAULT
};

/// For example `"a", "b" and 3 more are`.
fn text(values: &[&Value]) -> String {
    let listed: Vec<String> = values.iter().take(MAX_LISTED).map(|value| format!("`{value}`")).collect();
    let is = if values.len() == 1 { "is" } else { "are" };
    match values.len().saturating_sub(MAX_LISTED) {
        0 => format!("{} {is}", listed.join(", ")),
        more => format!("{} and {more} more {is}", listed.join(", ")),
    }
}
