//! Request bodies.

use crate::compare::{Exchange, Walk};
use crate::rule::{Change, Rule};
use crate::rules::media_types::{self, Contents};
use crate::spot::Spot;

pub(crate) const ADDED: Rule = Rule {
    id: "body-added",
    summary: "A request has a body that it had not.",
    explanation: "A required body refuses every request made so far; an optional one hurts nobody.",
    advice: "Make the new body optional.",
};

pub(crate) const REMOVED: Rule = Rule {
    id: "body-removed",
    summary: "A request no longer has a body.",
    explanation: "Callers still send it and it is no longer read. Where it was required, the operation does \
        something else without it.",
    advice: "Go on reading the body.",
};

pub(crate) const REQUIRED: Rule = Rule {
    id: "body-required-changed",
    summary: "The body has to be there that had not to, or the reverse.",
    explanation: "`required: true` now and not before refuses callers who send no body.",
    advice: "Take a missing body for an empty one.",
};

/// Leads to the body in a handler's description.
const HINT: &str = "request_body";

pub(crate) fn compare<'a>(walk: &mut Walk<'a>, exchange: &Exchange<'a>) {
    let (operation, request) = (exchange.operation, exchange.request);
    let whole = |absent: &'a unplug_openapi::ir::Operation| Spot::at(&absent.location).absent();
    match (&exchange.before.body, &exchange.after.body) {
        (None, None) => {}
        (Some(body), None) => {
            let change = if body.required { Change::Moved } else { Change::Harmless };
            let message = walk.words.gone("the request body");
            let spots = (Spot::at(&body.location), whole(exchange.after));
            walk.push(operation, &REMOVED, (change, request), message, spots);
        }
        (None, Some(body)) => {
            let change = if body.required { Change::Narrower } else { Change::Wider };
            let word =
                if body.required { "the request body, which is required," } else { "the request body" };
            let message = walk.words.added(word);
            let spots = (whole(exchange.before), Spot::at(&body.location).hint(HINT));
            walk.push(operation, &ADDED, (change, request), message, spots);
        }
        (Some(before), Some(after)) => {
            let (one, other) = (Spot::at(&before.location), Spot::at(&after.location).hint(HINT));
            if before.required != after.required {
                let change = if after.required { Change::Narrower } else { Change::Wider };
                let word = |required| if required { "required" } else { "optional" };
                let message = walk.words.differ(
                    "the request body",
                    Some(&word(before.required)),
                    Some(&word(after.required)),
                );
                let (mut one, mut other) = (one.clone().step("required"), other.clone().step("required"));
                (one.absent, other.absent) = (!before.required, !after.required);
                walk.push(operation, &REQUIRED, (change, request), message, (one, other));
            }
            let contents = Contents {
                before: &before.contents,
                after: &after.contents,
                subject: "the request body".to_owned(),
                spots: (one, other),
                direction: request,
            };
            media_types::compare(walk, exchange, &contents);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::finding::Severity::{Breaking, Compatible};
    use crate::testing::operations;

    fn with(part: &str) -> String {
        format!(
            "{{operationId: a, parameters: [{{name: id, in: path, required: true, schema: {{type: string}}}}], \
             responses: {{'200': {{description: Done}}}}, {part}}}"
        )
    }

    #[test]
    fn bodies_come_and_go() {
        let body = |required: &str| {
            with(&format!(
                "requestBody: {{{required}content: {{application/json: {{schema: {{type: object}}}}}}}}"
            ))
        };
        let (none, some, needed) = (with("tags: []"), body(""), body("required: true, "));
        assert_eq!(operations(&none, &some), [("body-added", Compatible)]);
        assert_eq!(operations(&none, &needed), [("body-added", Breaking)]);
        assert_eq!(operations(&some, &none), [("body-removed", Compatible)]);
        assert_eq!(operations(&needed, &none), [("body-removed", Breaking)]);
        assert_eq!(operations(&some, &needed), [("body-required-changed", Breaking)]);
        assert_eq!(operations(&needed, &some), [("body-required-changed", Compatible)]);
    }
}
