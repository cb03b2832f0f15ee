//! The media types of bodies.

use crate::part::Content;
use crate::rule::{Check, Mirror, Rule};
use crate::verdict::{Change, Direction};

/// Why the last media type of a response is judged apart.
const LAST: &str =
    "clients wait in vain for a body that no longer comes in any form; a request is `body-removed`";

pub(crate) const ADDED: Rule = Rule {
    id: "media-type-added",
    summary: "A body may be of a further media type.",
    explanation: "A request may newly be `text/csv`: nobody is hurt. A response that may newly be `text/plain` cannot \
        be read by a client made for JSON.",
    advice: "Choose the new form in responses only when `Accept` asks for it.",
    reverse: Mirror::Rule("media-type-removed"),
    checks: &[Check::MediaType(|part, found| part.compare_added(|_| Change::Wider, found))],
    ..Rule::DEFAULT
};

pub(crate) const REMOVED: Rule = Rule {
    id: "media-type-removed",
    summary: "A body may no longer be of a media type.",
    explanation: "Callers who send `text/csv` are refused. A response in fewer forms hurts nobody, unless no body is \
        left at all: then clients wait for one in vain.",
    advice: "Go on accepting the form in requests.",
    reverse: Mirror::Unlike("media-type-added", LAST),
    opposite: Mirror::Unlike("media-type-removed", LAST),
    checks: &[Check::MediaType(|part, found| {
        let response = part.direction == Direction::Response;
        let is_last = |content: &Content<'_>| response && content.is_last;
        part.compare_removed(|own| if is_last(own) { Change::Moved } else { Change::Narrower }, found);
    })],
    ..Rule::DEFAULT
};
