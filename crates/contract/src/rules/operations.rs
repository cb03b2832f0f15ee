//! Operations as such.

use crate::date::Date;
use crate::lifecycle::{Removal, Stability, extension};
use crate::routes::{label, same_id};
use crate::rule::{Check, Mirror, Rule, Scope};
use crate::verdict::Change;

pub(crate) const REMOVED: Rule = Rule {
    id: "operation-removed",
    summary: "An operation is gone.",
    explanation: "`DELETE /things/{id}` was promised and is not there any more, or is served under another path. \
        Operations are matched by method and path; the names of path parameters do not count. One that was \
        `deprecated`, and whose `x-sunset` is past where it has one, was announced to go: that is compatible.",
    advice: "Keep the operation and mark it `deprecated`, or serve the old path as well.",
    reverse: Mirror::Rule("operation-added"),
    opposite: Mirror::Rule("webhook-removed"),
    checks: &[Check::Operation(|part, found| {
        let Some(operation) = part.removed() else { return };
        let Some(other) = same_id(part.apis.1, operation) else {
            let sunset = extension(part.roots.0, &operation.location, "x-sunset");
            let removal = Removal::of(operation.deprecated, sunset, part.today);
            let message = format!("{}{}", part.wording.removed(&part.name), removal.remark());
            return found.push(removal.change(Change::Narrower), message, part.locators.clone());
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

pub(crate) const SUNSET: Rule = Rule {
    id: "sunset-changed",
    summary: "An operation goes on another day (`x-sunset`).",
    explanation: "`x-sunset: 2027-06-30` before and `2027-01-31` now: callers who planned with the later day are too late. \
        A later day, or the first one, hurts nobody.",
    advice: "Keep the day that was announced.",
    reverse: Mirror::Unlike(
        "sunset-changed",
        "an earlier day takes time from callers, a later one gives them some",
    ),
    opposite: Mirror::None("callers choose operations; webhooks come by themselves"),
    scope: Scope::Documents,
    checks: &[Check::Operation(|part, found| {
        let Some((before, after)) = part.both() else { return };
        let one = extension(part.roots.0, &before.location, "x-sunset");
        let other = extension(part.roots.1, &after.location, "x-sunset");
        let day = |text: Option<&str>| text.and_then(|text| text.parse::<Date>().ok());
        let change = match (day(one), day(other)) {
            _ if one == other => return,
            (Some(then), Some(now)) if now < then => Change::Narrower,
            (Some(_), Some(_)) => Change::Harmless,
            _ => Change::Neutral,
        };
        let message = part.wording.differs("`x-sunset`", one, other);
        found.push(change, message, part.keyword("x-sunset", (one.is_some(), other.is_some())));
    })],
    ..Rule::DEFAULT
};

pub(crate) const STABILITY: Rule = Rule {
    id: "stability-level-changed",
    summary: "An operation promises less than it did, or more (`x-stability-level`).",
    explanation: "`draft`, `alpha`, `beta`, `stable`, which is also what holds without the extension. From `stable` to \
        `beta` callers lose a promise. What changes in an operation that is `draft` or `alpha` breaks nobody.",
    advice: "Offer the unstable operation under a path of its own.",
    reverse: Mirror::Unlike(
        "stability-level-changed",
        "callers lose a promise by the one and gain one by the other",
    ),
    opposite: Mirror::None("callers choose operations; webhooks come by themselves"),
    scope: Scope::Documents,
    checks: &[Check::Operation(|part, found| {
        let Some((before, after)) = part.both() else { return };
        let one = extension(part.roots.0, &before.location, "x-stability-level");
        let other = extension(part.roots.1, &after.location, "x-stability-level");
        let change = match (Stability::read(one), Stability::read(other)) {
            _ if one == other => return,
            (Some(then), Some(now)) if now < then => Change::Moved,
            (Some(then), Some(now)) if now > then => Change::Harmless,
            _ => Change::Neutral,
        };
        let message = part.wording.differs("`x-stability-level`", one, other);
        found.push(change, message, part.keyword("x-stability-level", (one.is_some(), other.is_some())));
    })],
    ..Rule::DEFAULT
};
