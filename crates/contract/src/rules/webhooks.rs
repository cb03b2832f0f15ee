//! Webhooks and callbacks: what an API sends by itself.

use crate::rule::{Check, Mirror, Rule, Scope};
use crate::verdict::Change;

/// Why what comes and what goes are judged apart.
const UNASKED: &str = "a client that waits for the call is hurt; one that did not ask for it does not get it";

pub(crate) const WEBHOOK_ADDED: Rule = Rule {
    id: "webhook-added",
    summary: "The API sends a webhook that it did not.",
    explanation: "`orderShipped` is new. Whoever did not ask for it does not get it.",
    advice: "Ignore webhooks that are not known.",
    reverse: Mirror::Unlike("webhook-removed", UNASKED),
    opposite: Mirror::Rule("operation-added"),
    scope: Scope::Documents,
    checks: &[Check::Webhook(|part, found| part.compare_added(|_| Change::Harmless, found))],
    ..Rule::DEFAULT
};

pub(crate) const WEBHOOK_REMOVED: Rule = Rule {
    id: "webhook-removed",
    summary: "The API no longer sends a webhook.",
    explanation: "A client that waits for `orderShipped` waits in vain.",
    advice: "Go on sending it until nobody waits for it.",
    reverse: Mirror::Unlike("webhook-added", UNASKED),
    opposite: Mirror::Rule("operation-removed"),
    scope: Scope::Documents,
    checks: &[Check::Webhook(|part, found| part.compare_removed(|_| Change::Moved, found))],
    ..Rule::DEFAULT
};

pub(crate) const CALLBACK_ADDED: Rule = Rule {
    id: "callback-added",
    summary: "An operation leads to a callback that it did not.",
    explanation: "The request body names a URL that is newly called.",
    advice: "Answer callbacks that are not known with an error rather than with nothing.",
    reverse: Mirror::Unlike("callback-removed", UNASKED),
    opposite: Mirror::Rule("operation-added"),
    scope: Scope::Documents,
    checks: &[Check::Callback(|part, found| part.compare_added(|_| Change::Harmless, found))],
    ..Rule::DEFAULT
};

pub(crate) const CALLBACK_REMOVED: Rule = Rule {
    id: "callback-removed",
    summary: "An operation no longer leads to a callback.",
    explanation: "A client that waits for the call waits in vain.",
    advice: "Go on calling until nobody waits for it.",
    reverse: Mirror::Unlike("callback-added", UNASKED),
    opposite: Mirror::Rule("operation-removed"),
    scope: Scope::Documents,
    checks: &[Check::Callback(|part, found| part.compare_removed(|_| Change::Moved, found))],
    ..Rule::DEFAULT
};
