//! The media types of bodies.

use crate::part::{Content, Elsewhere, Part};
use crate::rule::{Check, Mirror, Rule};
use crate::verdict::{Change, Direction};

/// Why a response is judged apart from a request.
const NEGOTIATED: &str = "clients ask for the form of a response: one that goes is missed by those who ask for it, and one that \
     comes is sent to nobody else";

pub(crate) const ADDED: Rule = Rule {
    id: "media-type-added",
    summary: "A body may be of a further media type.",
    explanation: "A request may newly be `text/csv`: nobody is hurt. Neither is anybody by a response that may newly be \
        `text/plain`, because clients say by `Accept` what they read. What an API sends by itself, in a webhook, \
        nobody has asked for: there a new form cannot be read.",
    advice: "Choose the new form in responses only when `Accept` asks for it.",
    reverse: Mirror::Unlike("media-type-removed", NEGOTIATED),
    opposite: Mirror::Unlike("media-type-added", NEGOTIATED),
    checks: &[Check::MediaType(|part, found| {
        part.compare_added(|own| if own.negotiated { Change::Harmless } else { Change::Wider }, found);
    })],
    ..Rule::DEFAULT
};

pub(crate) const REMOVED: Rule = Rule {
    id: "media-type-removed",
    summary: "A body may no longer be of a media type.",
    explanation: "Callers who send `text/csv` are refused, and clients who ask for `text/csv` do not get it. A range such \
        as `*/*` that becomes one of its media types promises more in a response.",
    advice: "Go on accepting the form in requests, and sending it to those who ask for it.",
    reverse: Mirror::Unlike("media-type-added", NEGOTIATED),
    opposite: Mirror::Unlike("media-type-removed", NEGOTIATED),
    checks: &[Check::MediaType(removed)],
    ..Rule::DEFAULT
};

fn removed<'a>(part: &Part<'a, Content<'a>>, found: &mut crate::difference::Differences<'a>) {
    let is_response = part.direction == Direction::Response;
    part.compare_removed(
        |own| match own.elsewhere {
            Elsewhere::Nothing if is_response => Change::Moved,
            Elsewhere::Others if own.negotiated => Change::Moved,
            _ => Change::Narrower,
        },
        found,
    );
}
