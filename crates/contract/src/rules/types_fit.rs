//! Generated types against the schemas that they were made from.

use crate::rule::Rule;

pub(crate) const NARROWER: Rule = Rule {
    id: "type-narrower",
    summary: "A generated type refuses values that its schema calls valid.",
    explanation: "A schema of `integer` that became an `i32` cannot hold 3000000000, which the document allows: the \
        client fails on a right answer, or the server refuses a right request.",
    advice: "It is a defect of the generator: report it with the schema.",
};

pub(crate) const WIDER: Rule = Rule {
    id: "type-wider",
    summary: "A generated type holds values that its schema calls invalid.",
    explanation: "The type says less than the document. Some of that is intended, because validation sees to it: open \
        enumerations, lengths, bounds, patterns, formats. What is not on that list is a note.",
    advice: "Look whether validation sees to it; if it is meant, add it to the list of intended widenings.",
};
