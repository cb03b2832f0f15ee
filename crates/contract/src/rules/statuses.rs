//! The statuses of responses.

use unplug_openapi::ir::StatusSpec;

use crate::compare::is_success;
use crate::part::{Answer, Part};
use crate::rule::{Check, Mirror, Rule};
use crate::verdict::{Change, Direction};

/// Why what comes and what goes are judged apart.
const PREPARED: &str = "clients handle errors that they do not know, and wait for a success that they know: one that comes beside \
     another surprises them, and one that goes is missed when it was the only one";

pub(crate) const ADDED: Rule = Rule {
    id: "status-added",
    summary: "A response may have a status that was not declared.",
    explanation: "`202` beside `200`: a client that reads the `200` is not prepared for it. A further error, `409`, is only \
        said where it was silent, and is a note. Where a range or `default` covered the status, the response is \
        compared with that one. A handler that answers what the document does not declare is wrong with every status.",
    advice: "Declare `default` or ranges, so that clients expect further statuses.",
    reverse: Mirror::Unlike("status-removed", PREPARED),
    opposite: Mirror::None("a request has no status"),
    checks: &[Check::Response(|part, found| {
        let answers = part.documents && part.direction == Direction::Response;
        part.compare_added(|own| if answers { added(*own) } else { Change::Wider }, found);
    })],
    ..Rule::DEFAULT
};

fn added(own: Answer<'_>) -> Change {
    let status = own.response.status;
    let redirects = matches!(status, StatusSpec::Code(300..=399) | StatusSpec::Range(3));
    match (is_success(status) || redirects, own.succeeds_elsewhere) {
        (true, true) => Change::Wider,
        (true, false) => Change::Harmless,
        (false, _) => Change::Neutral,
    }
}

pub(crate) const REMOVED: Rule = Rule {
    id: "status-removed",
    summary: "A declared status is gone.",
    explanation: "Clients are prepared for a `410` that never comes: nobody is hurt. But when the only success is gone, \
        they wait for it in vain, and `default` beside nothing else promises none. Where a range or `default` now \
        covers the status, the responses are compared.",
    advice: "Look whether clients did something that depends on the status.",
    reverse: Mirror::Unlike("status-added", PREPARED),
    opposite: Mirror::None("a request has no status"),
    checks: &[Check::Response(|part, found| {
        let answers = part.direction == Direction::Response;
        let only = |own: &Answer<'_>| is_success(own.response.status) && !own.succeeds_elsewhere;
        part.compare_removed(
            |own| if answers && only(own) { Change::Moved } else { Change::Narrower },
            found,
        );
        if let Some((_, after)) = covered(part, |before, after| before < after) {
            let (now, then) = (part.wording.after, part.wording.before);
            let message = format!("{} is declared apart {then}, but covered by {after} {now}", part.name);
            // What may be anything is no success that a client can wait for.
            let waits = answers && after == StatusSpec::Default && part.before.as_ref().is_some_and(only);
            let change = if waits { Change::Moved } else { Change::Neutral };
            found.push(change, message, part.locators.clone());
        }
    })],
    ..Rule::DEFAULT
};

pub(crate) const NAMED: Rule = Rule {
    id: "status-named",
    summary: "A status that was covered in general is declared apart.",
    explanation: "`default` before and `404` besides now: a client made before has no type of its own for the 404, and \
        reads it as the general response.",
    advice: "Nothing, or generate the client again to have the status apart.",
    reverse: Mirror::Rule("status-removed"),
    opposite: Mirror::None("a request has no status"),
    checks: &[Check::Response(|part, found| {
        if let Some((before, _)) = covered(part, |before, after| before > after) {
            let (now, then) = (part.wording.after, part.wording.before);
            let message = format!("{} is declared apart {now}, but covered by {before} {then}", part.name);
            found.push(Change::Neutral, message, part.locators.clone());
        }
    })],
    ..Rule::DEFAULT
};

/// The two statuses when one is declared apart and the other covers it in general, as `ordered` says.
fn covered(part: &Part<'_, Answer<'_>>, ordered: fn(u8, u8) -> bool) -> Option<(StatusSpec, StatusSpec)> {
    let generality = |own: &Answer<'_>| match own.response.status {
        StatusSpec::Code(_) => 0,
        StatusSpec::Range(_) => 1,
        StatusSpec::Default => 2,
    };
    let (before, after) = part.both()?;
    ordered(generality(before), generality(after)).then_some((before.response.status, after.response.status))
}
