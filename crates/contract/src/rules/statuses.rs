//! The statuses of responses.

use unplug_openapi::ir::{Response, StatusSpec};

use crate::part::Part;
use crate::rule::{Check, Mirror, Rule};
use crate::verdict::Change;

pub(crate) const ADDED: Rule = Rule {
    id: "status-added",
    summary: "A response may have a status that was not declared.",
    explanation: "`409` now, and neither it nor `4XX` nor `default` before: a client is not prepared for it. Where a \
        range or `default` covered it, the response is compared with that one, and the name is only a note.",
    advice: "Declare `default` or ranges, so that clients expect further statuses.",
    reverse: Mirror::Rule("status-removed"),
    opposite: Mirror::None("a request has no status"),
    checks: &[Check::Response(|part, found| part.compare_added(|_| Change::Wider, found))],
    ..Rule::DEFAULT
};

pub(crate) const REMOVED: Rule = Rule {
    id: "status-removed",
    summary: "A declared status is gone.",
    explanation: "Clients are prepared for a `410` that never comes: nobody is hurt. Where a range or `default` now \
        covers the status, the responses are compared.",
    advice: "Look whether clients did something that depends on the status.",
    reverse: Mirror::Rule("status-added"),
    opposite: Mirror::None("a request has no status"),
    checks: &[Check::Response(|part, found| {
        part.compare_removed(|_| Change::Narrower, found);
        if let Some((_, after)) = covered(part, |before, after| before < after) {
            let (now, then) = (part.wording.after, part.wording.before);
            let message = format!("{} is declared apart {then}, but covered by {after} {now}", part.name);
            found.push(Change::Neutral, message, part.locators.clone());
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
fn covered(part: &Part<'_, &Response>, ordered: fn(u8, u8) -> bool) -> Option<(StatusSpec, StatusSpec)> {
    let generality = |response: &Response| match response.status {
        StatusSpec::Code(_) => 0,
        StatusSpec::Range(_) => 1,
        StatusSpec::Default => 2,
    };
    let (before, after) = part.both()?;
    ordered(generality(before), generality(after)).then_some((before.status, after.status))
}
