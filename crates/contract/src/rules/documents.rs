//! Documents as a whole.

use unplug_openapi::diagnostic::{Diagnostic, Severity};

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

pub(crate) const UNREADABLE: Rule = Rule {
    id: "unreadable",
    summary: "The newer document has something that cannot be read, and the older one had not.",
    explanation: "A `$ref` that leads nowhere, or a `type` that does not exist: what stood there is compared with nothing, \
        so that silence would not mean agreement. The finding has the loader's own words and rule.",
    advice: "Correct the document, or record a correction in its overlay.",
    reverse: Mirror::None("what cannot be read has promised nothing"),
    opposite: Mirror::None("a document has no direction"),
    checks: &[Check::Unreadable(unreadable)],
    ..Rule::DEFAULT
};

/// Warnings after which the meaning of a part is lost. Others widen or leave out a detail.
const MEANING_LOST: &[&str] = &[
    "duplicate-parameter",
    "invalid-path",
    "invalid-status",
    "invalid-style",
    "invalid-value",
    "missing-field",
    "reference-cycle",
    "type-mismatch",
    "unknown-security-scheme",
    "unresolved-mapping",
    "unresolved-reference",
];

fn unreadable(diagnostic: &Diagnostic) -> Option<Change> {
    match diagnostic.severity {
        Severity::Error => Some(Change::Moved),
        Severity::Warning if MEANING_LOST.contains(&diagnostic.rule) => Some(Change::Moved),
        Severity::Warning => Some(Change::Undecided),
        Severity::Note => None,
    }
}
