//! What cannot be decided.

use crate::rule::Rule;

pub(crate) const CANNOT_DECIDE: Rule = Rule {
    id: "cannot-decide",
    summary: "Two schemas differ, and whether they mean the same cannot be told from the text.",
    explanation: "One `pattern` in the place of another, a changed `not` or `if`, a union none of whose branches is \
        found again: which values are valid on both sides is not decided. It is a note instead of a false alarm.",
    advice: "Look at both places. Where a person can tell that they are the same, write them the same way.",
};
