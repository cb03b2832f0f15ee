//! The statuses of responses.

use unplug_openapi::ir::{Operation, Response, StatusSpec};

use crate::compare::{Exchange, Walk};
use crate::rule::{Change, Rule};
use crate::rules::headers;
use crate::rules::media_types::{self, Contents};
use crate::spot::Spot;

pub(crate) const ADDED: Rule = Rule {
    id: "status-added",
    summary: "A response may have a status that was not declared.",
    explanation: "`409` now, and neither it nor `4XX` nor `default` before: a client is not prepared for it. Where a \
        range or `default` covered it, the response is compared with that one, and the name is only a note.",
    advice: "Declare `default` or ranges, so that clients expect further statuses.",
};

pub(crate) const REMOVED: Rule = Rule {
    id: "status-removed",
    summary: "A declared status is gone.",
    explanation: "Clients are prepared for a `410` that never comes: nobody is hurt. Where a range or `default` now \
        covers the status, the responses are compared.",
    advice: "Look whether clients did something that depends on the status.",
};

pub(crate) const NAMED: Rule = Rule {
    id: "status-named",
    summary: "A status that was covered in general is declared apart.",
    explanation: "`default` before and `404` besides now: a client made before has no type of its own for the 404, and \
        reads it as the general response.",
    advice: "Nothing, or generate the client again to have the status apart.",
};

pub(crate) fn compare<'a>(walk: &mut Walk<'a>, exchange: &Exchange<'a>) {
    let response = exchange.request.reversed();
    for before in &exchange.before.responses {
        match find(exchange.after, before.status) {
            Some(after) if after.status == before.status => pair(walk, exchange, before, after),
            Some(after) => {
                removed(walk, exchange, before, Some(after));
                pair(walk, exchange, before, after);
            }
            None => removed(walk, exchange, before, None),
        }
    }
    for after in &exchange.after.responses {
        let before = find(exchange.before, after.status);
        if before.is_some_and(|before| before.status == after.status) {
            continue;
        }
        let what = format!("the response {}", after.status);
        let spot = Spot::at(&after.location).hint(hint(after.status));
        if let Some(before) = before {
            let message = format!(
                "{what} is declared apart {}, but covered by {} {}",
                walk.words.after, before.status, walk.words.before
            );
            let spots = (Spot::at(&before.location), spot);
            walk.push(exchange.operation, &NAMED, (Change::Neutral, response), message, spots);
            pair(walk, exchange, before, after);
        } else {
            let message = walk.words.added(&what);
            let spots = (Spot::at(&exchange.before.location).absent(), spot);
            walk.push(exchange.operation, &ADDED, (Change::Wider, response), message, spots);
        }
    }
}

fn removed<'a>(
    walk: &mut Walk<'a>,
    exchange: &Exchange<'a>,
    before: &'a Response,
    after: Option<&'a Response>,
) {
    let response = exchange.request.reversed();
    let what = format!("the response {}", before.status);
    let (change, message, spot) = match after {
        Some(after) => (
            Change::Neutral,
            format!(
                "{what} is declared apart {}, but covered by {} {}",
                walk.words.before, after.status, walk.words.after
            ),
            Spot::at(&after.location).hint(hint(after.status)),
        ),
        None => (
            Change::Narrower,
            walk.words.gone(&what),
            Spot::at(&exchange.after.location).absent().hint("responses("),
        ),
    };
    walk.push(exchange.operation, &REMOVED, (change, response), message, (Spot::at(&before.location), spot));
}

fn pair<'a>(walk: &mut Walk<'a>, exchange: &Exchange<'a>, before: &'a Response, after: &'a Response) {
    let spots = (Spot::at(&before.location), Spot::at(&after.location).hint(hint(after.status)));
    let status = if matches!(before.status, StatusSpec::Code(_)) { before.status } else { after.status };
    headers::compare(walk, exchange, (before, after), status, &spots);
    let contents = Contents {
        before: &before.contents,
        after: &after.contents,
        subject: format!("the body of the response {status}"),
        spots,
        direction: exchange.request.reversed(),
    };
    media_types::compare(walk, exchange, &contents);
}

/// Leads to one response in a handler's description.
fn hint(status: StatusSpec) -> String {
    format!("status={status}").to_ascii_lowercase()
}

/// The response for a status: itself, its range, or `default`.
fn find(operation: &Operation, status: StatusSpec) -> Option<&Response> {
    let of = |wanted: StatusSpec| operation.responses.iter().find(move |response| response.status == wanted);
    let range = match status {
        StatusSpec::Code(code) => u8::try_from(code / 100).ok().map(StatusSpec::Range),
        _ => None,
    };
    of(status).or_else(|| range.and_then(of)).or_else(|| of(StatusSpec::Default))
}

#[cfg(test)]
mod tests {
    use crate::finding::Severity::{Breaking, Compatible, Note};
    use crate::testing::operations;

    fn with(responses: &str) -> String {
        format!(
            "{{operationId: a, parameters: [{{name: id, in: path, required: true, schema: {{type: string}}}}], \
             responses: {{{responses}}}}}"
        )
    }

    const DONE: &str = "'200': {description: Done}";

    #[test]
    fn statuses_come_and_go() {
        let taken = format!("{DONE}, '409': {{description: Taken}}");
        assert_eq!(operations(&with(DONE), &with(&taken)), [("status-added", Breaking)]);
        assert_eq!(operations(&with(&taken), &with(DONE)), [("status-removed", Compatible)]);
    }

    #[test]
    fn ranges_and_default_cover_codes() {
        let body = |maximum: u8| {
            format!(
                "{{description: Bad, content: {{application/json: {{schema: {{type: integer, maximum: {maximum}}}}}}}}}"
            )
        };
        let range = with(&format!("{DONE}, 4XX: {}", body(9)));
        let apart = |maximum: u8| with(&format!("{DONE}, 4XX: {}, '404': {}", body(9), body(maximum)));
        assert_eq!(operations(&range, &apart(9)), [("status-named", Note)]);
        assert_eq!(operations(&range, &apart(8)), [("status-named", Note), ("maximum-changed", Compatible)]);
        assert_eq!(operations(&range, &apart(10)), [("status-named", Note), ("maximum-changed", Breaking)]);
        assert_eq!(operations(&apart(8), &range), [("status-removed", Note), ("maximum-changed", Breaking)]);
        let default = with(&format!("{DONE}, default: {}", body(9)));
        assert_eq!(operations(&default, &range), [("status-removed", Compatible), ("status-named", Note)]);
    }
}
