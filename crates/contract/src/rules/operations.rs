//! Operations as such.

use unplug_openapi::ir::Operation;

use crate::compare::route::label;
use crate::compare::{Exchange, Walk};
use crate::rule::{Change, Direction, Rule};
use crate::rules::annotations::extension;
use crate::spot::Spot;

pub(crate) const REMOVED: Rule = Rule {
    id: "operation-removed",
    summary: "An operation is gone.",
    explanation: "`DELETE /things/{id}` was promised and is not there any more, or is served under another path. \
        Operations are matched by method and path; the names of path parameters do not count.",
    advice: "Keep the operation and mark it `deprecated`, or serve the old path as well.",
};

pub(crate) const ADDED: Rule = Rule {
    id: "operation-added",
    summary: "There is an operation that was not there.",
    explanation: "`GET /things` is new. In handlers it means that one serves what the document does not have: nobody \
        who reads the document knows of it.",
    advice: "Document it, or take the handler away; a new operation of a vendor can be generated.",
};

pub(crate) const ID: Rule = Rule {
    id: "operation-id-changed",
    summary: "The `operationId` is another.",
    explanation: "Nothing on the wire changes, but generated names are made of it, and people who search for the old \
        name find only one side.",
    advice: "Give the operation an `x-rust-name`, so that its Rust name stays.",
};

pub(crate) const DEPRECATED: Rule = Rule {
    id: "operation-deprecated-changed",
    summary: "An operation is newly `deprecated`, or no longer.",
    explanation: "`deprecated: true` says that the operation will go.",
    advice: "Look for the operation that takes its place.",
};

/// What both sides say of an operation itself.
pub(crate) fn compare<'a>(walk: &mut Walk<'a>, exchange: &Exchange<'a>) {
    let (before, after) = (exchange.before, exchange.after);
    let spots = |key: &str| {
        (Spot::at(&before.location).step(key), Spot::at(&after.location).step(key).hint("operation_id="))
    };
    let names = (before.rust_name.as_deref(), after.rust_name.as_deref());
    let whole = (Spot::at(&before.location), Spot::at(&after.location));
    extension(walk, exchange, ("x-rust-name", ""), names, whole);
    let neutral = (Change::Neutral, exchange.request);
    if before.id != after.id {
        let (one, other) = (format!("`{}`", before.id), format!("`{}`", after.id));
        let message = walk.words.differ("`operationId`", Some(&one), Some(&other));
        walk.push(exchange.operation, &ID, neutral, message, spots("operationId"));
    }
    if before.deprecated != after.deprecated {
        let message = walk.words.differ("`deprecated`", Some(&before.deprecated), Some(&after.deprecated));
        let (mut one, mut other) = spots("deprecated");
        one.absent = !before.deprecated;
        other.absent = !after.deprecated;
        walk.push(exchange.operation, &DEPRECATED, neutral, message, (one, other));
    }
}

pub(crate) fn gone<'a>(walk: &mut Walk<'a>, operations: &[&'a Operation]) {
    for operation in operations {
        let elsewhere = walk.after.api.operations.iter().find(|other| other.id == operation.id);
        let name = label(walk.before.api, operation);
        let message = match elsewhere {
            Some(other) => format!(
                "`{}` is `{name}` {}, but `{}` {}",
                operation.id,
                walk.words.before,
                label(walk.after.api, other),
                walk.words.after
            ),
            None => walk.words.gone(&format!("the operation `{}`", operation.id)),
        };
        let after = elsewhere.map_or_else(|| Spot::root().step("paths"), |other| Spot::at(&other.location));
        let number = walk.entry(name, operation, elsewhere.unwrap_or(operation));
        let spots = (Spot::at(&operation.location), after.absent().hint("path="));
        walk.push(number, &REMOVED, (Change::Narrower, Direction::Request), message, spots);
    }
}

pub(crate) fn new<'a>(walk: &mut Walk<'a>, operations: &[&'a Operation]) {
    for operation in operations {
        let message = walk.words.added(&format!("the operation `{}`", operation.id));
        let number = walk.entry(label(walk.after.api, operation), operation, operation);
        let spots = (Spot::root().step("paths").absent(), Spot::at(&operation.location).hint("path="));
        walk.push(number, &ADDED, (Change::Wider, Direction::Request), message, spots);
    }
}

#[cfg(test)]
mod tests {
    use crate::finding::Severity::{Breaking, Compatible, Note};
    use crate::testing::documents;

    const A: &str = "paths: {/a: {get: {operationId: a, responses: {'200': {description: All}}}}}";

    #[test]
    fn operations_come_and_go() {
        let none = "paths: {}";
        assert_eq!(documents(A, none), [("operation-removed", Breaking)]);
        assert_eq!(documents(none, A), [("operation-added", Compatible)]);
        let moved = A.replace("/a:", "/b:");
        assert_eq!(documents(A, &moved), [("operation-removed", Breaking), ("operation-added", Compatible)]);
    }

    #[test]
    fn names_and_deprecation_are_notes() {
        let named = A.replace("operationId: a", "operationId: b");
        assert_eq!(documents(A, &named), [("operation-id-changed", Note)]);
        let old = A.replace("operationId: a", "operationId: a, deprecated: true");
        assert_eq!(documents(A, &old), [("operation-deprecated-changed", Note)]);
        let rust = A.replace("operationId: a", "operationId: a, x-rust-name: b");
        assert_eq!(documents(A, &rust), [("extension-changed", Note)]);
    }
}
