//! Request bodies.

use crate::rule::{Check, Mirror, Rule};
use crate::verdict::Change;

pub(crate) const ADDED: Rule = Rule {
    id: "body-added",
    summary: "A request has a new body.",
    explanation: "A required body refuses every request made so far; an optional one hurts nobody.",
    advice: "Make the new body optional.",
    reverse: Mirror::Unlike(
        "body-removed",
        "an optional one that goes is merely ignored; a required one that comes or goes breaks callers",
    ),
    opposite: Mirror::Rule("media-type-added"),
    checks: &[Check::Body(|part, found| {
        part.compare_added_to_request(|body| body.required, found);
    })],
    ..Rule::DEFAULT
};

pub(crate) const REMOVED: Rule = Rule {
    id: "body-removed",
    summary: "A request no longer has a body.",
    explanation: "Callers still send it and it is no longer read. Where it was required, the operation does \
        something else without it.",
    advice: "Go on reading the body.",
    reverse: Mirror::Unlike(
        "body-added",
        "an optional one that goes is merely ignored; a required one that comes or goes breaks callers",
    ),
    opposite: Mirror::Rule("media-type-removed"),
    checks: &[Check::Body(|part, found| {
        part.compare_removed(|body| if body.required { Change::Moved } else { Change::Harmless }, found);
    })],
    ..Rule::DEFAULT
};

pub(crate) const REQUIRED: Rule = Rule {
    id: "body-required-changed",
    summary: "The body is required that was optional, or the reverse.",
    explanation: "`required: true` now and not before refuses callers who send no body.",
    advice: "Take a missing body for an empty one.",
    opposite: Mirror::None("a response has a body or not, as its status says"),
    checks: &[Check::Body(|part, found| part.compare_required(|body| body.required, found))],
    ..Rule::DEFAULT
};
