//! Documents as a whole.

use crate::rule::{Check, Mirror, Rule};
use crate::verdict::Change;

pub(crate) const ADDED: Rule = Rule {
    id: "document-added",
    summary: "There is a document that was not there.",
    explanation: "`specs/orders.yaml` is new since the base revision: both crates get a module for it.",
    advice: "Write its handlers.",
    reverse: Mirror::Rule("document-removed"),
    opposite: Mirror::None("a document has no direction"),
    checks: &[Check::Document(|part, found| {
        if part.added().is_some() {
            found.push(Change::Wider, format!("{} is new", part.name), part.locators.clone());
        }
    })],
    ..Rule::DEFAULT
};

pub(crate) const REMOVED: Rule = Rule {
    id: "document-removed",
    summary: "A document is gone.",
    explanation: "`specs/orders.yaml` was there at the base revision: its operations, and the module of the generated \
        client, are gone.",
    advice: "Keep it until nobody uses the module.",
    reverse: Mirror::Rule("document-added"),
    opposite: Mirror::None("a document has no direction"),
    checks: &[Check::Document(|part, found| {
        if part.removed().is_some() {
            found.push(Change::Narrower, format!("{} is gone", part.name), part.locators.clone());
        }
    })],
    ..Rule::DEFAULT
};
