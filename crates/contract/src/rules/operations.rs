//! Operations as such.

use crate::routes::{label, same_id};
use crate::rule::{Check, Mirror, Rule};
use crate::verdict::Change;

pub(crate) const REMOVED: Rule = Rule {
    id: "operation-removed",
    summary: "An operation is gone.",
    explanation: "`DELETE /things/{id}` was promised and is not there any more, or is served under another path. \
        Operations are matched by method and path; the names of path parameters do not count.",
    advice: "Keep the operation and mark it `deprecated`, or serve the old path as well.",
    reverse: Mirror::Rule("operation-added"),
    opposite: Mirror::Rule("webhook-removed"),
    checks: &[Check::Operation(|part, found| {
        let Some((operation, other)) = part.removed().and_then(|own| Some((own, same_id(part.apis.1, own)?)))
        else {
            return part.compare_removed(|_| Change::Narrower, found);
        };
        let message = format!(
            "`{}` is `{}` {}, but `{}` {}",
            operation.id,
            label(part.apis.0, operation),
            part.wording.before,
            label(part.apis.1, other),
            part.wording.after
        );
        found.push(Change::Narrower, message, part.locators.clone());
    })],
    ..Rule::DEFAULT
};

pub(crate) const ADDED: Rule = Rule {
    id: "operation-added",
    summary: "There is an operation that was not there.",
    explanation: "`GET /things` is new. In handlers it means that one serves what the document does not have: nobody \
        who reads the document knows of it.",
    advice: "Document it, or take the handler away; a new operation of a vendor can be generated.",
    reverse: Mirror::Rule("operation-removed"),
    opposite: Mirror::Rule("webhook-added"),
    checks: &[Check::Operation(|part, found| part.compare_added(|_| Change::Wider, found))],
    ..Rule::DEFAULT
};

pub(crate) const ID: Rule = Rule {
    id: "operation-id-changed",
    summary: "The `operationId` has changed.",
    explanation: "Nothing on the wire changes, but generated names are made of it, and people who search for the old \
        name find only one side.",
    advice: "Give the operation an `x-rust-name`, so that its Rust name stays.",
    opposite: Mirror::None("a webhook is known by its own name"),
    checks: &[Check::Operation(|part, found| {
        if let Some((before, after)) = part.both()
            && before.id != after.id
        {
            let name = |id: &str| Some(format!("`{id}`"));
            let message = part.wording.differs("`operationId`", name(&before.id), name(&after.id));
            found.push(Change::Neutral, message, part.keyword("operationId", (true, true)));
        }
    })],
    ..Rule::DEFAULT
};

pub(crate) const DEPRECATED: Rule = Rule {
    id: "operation-deprecated-changed",
    summary: "An operation is newly `deprecated`, or no longer.",
    explanation: "`deprecated: true` says that the operation will go.",
    advice: "Look for the operation that takes its place.",
    opposite: Mirror::None("callers choose operations; webhooks come by themselves"),
    checks: &[Check::Operation(|part, found| {
        part.compare_flag("deprecated", |operation| operation.deprecated, Change::Neutral, found);
    })],
    ..Rule::DEFAULT
};
