//! Generated types against the schemas that they were made from.

use crate::rule::{Check, Mirror, Rule};
use crate::verdict::{Audience, Change, Severity};

pub(crate) const NARROWER: Rule = Rule {
    id: "type-narrower",
    summary: "A generated type refuses values that its schema calls valid.",
    explanation: "A schema of `integer` that became an `i32` cannot hold 3000000000, which the document allows: the \
        client fails on a right answer, or the server refuses a right request.",
    advice: "It is a defect of the generator: report it with the schema.",
    reverse: Mirror::None("a schema and its type do not change places"),
    opposite: Mirror::None("a type is compared as such, in no direction"),
    checks: &[Check::GeneratedType(|change| {
        let reason = "A value that the document calls valid does not fit the generated type.";
        matches!(change, Change::Narrower | Change::Moved).then_some((
            Severity::Breaking,
            Audience::Clients,
            reason,
        ))
    })],
    ..Rule::DEFAULT
};

pub(crate) const WIDER: Rule = Rule {
    id: "type-wider",
    summary: "A generated type holds values that its schema calls invalid.",
    explanation: "The type says less than the document. Some of that is intended, because validation sees to it: open \
        enumerations, lengths, bounds, patterns, formats. What is not on that list is a note.",
    advice: "Look whether validation sees to it; if it is meant, add it to the list of intended widenings.",
    reverse: Mirror::None("a schema and its type do not change places"),
    opposite: Mirror::None("a type is compared as such, in no direction"),
    checks: &[Check::GeneratedType(|change| {
        let reason = "The generated type holds values that the document calls invalid.";
        matches!(change, Change::Wider | Change::Harmless).then_some((
            Severity::Note,
            Audience::Clients,
            reason,
        ))
    })],
    ..Rule::DEFAULT
};
