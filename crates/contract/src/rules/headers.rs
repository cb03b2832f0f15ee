//! Response headers.

use std::collections::HashMap;

use unplug_openapi::ir::{Header, Response, StatusSpec};

use crate::compare::{Exchange, Subject, Walk};
use crate::rule::{Change, Rule};
use crate::rules::annotations::extension;
use crate::spot::Spot;

pub(crate) const ADDED: Rule = Rule {
    id: "header-added",
    summary: "A response has a header that it had not.",
    explanation: "`X-Left` is new. Clients do not know it, and nobody is hurt.",
    advice: "Nothing, or generate the client again to read it.",
};

pub(crate) const REMOVED: Rule = Rule {
    id: "header-removed",
    summary: "A response no longer has a header.",
    explanation: "A client that reads a header which was required finds nothing there. One that was optional may have \
        been missing before.",
    advice: "Go on sending the header.",
};

pub(crate) const REQUIRED: Rule = Rule {
    id: "header-required-changed",
    summary: "A header is always there that was not, or the reverse.",
    explanation: "`required: true` before and not now: a client that relies on the header may find nothing.",
    advice: "Go on sending it with every response.",
};

pub(crate) const FORM: Rule = Rule {
    id: "header-form-changed",
    summary: "A header is written in another way.",
    explanation: "A header described by `content` is written as JSON, and `explode` decides between `a=1` and `a,1` for \
        objects.",
    advice: "Keep the form; a new one is a new header.",
};

pub(crate) fn compare<'a>(
    walk: &mut Walk<'a>,
    exchange: &Exchange<'a>,
    (before, after): (&'a Response, &'a Response),
    status: StatusSpec,
    spots: &(Spot<'a>, Spot<'a>),
) {
    let response = exchange.request.reversed();
    let mut others: HashMap<String, &'a Header> = HashMap::new();
    for header in &after.headers {
        others.entry(header.name.to_ascii_lowercase()).or_insert(header);
    }
    for header in &before.headers {
        if let Some(other) = others.remove(&header.name.to_ascii_lowercase()) {
            pair(walk, exchange, (header, other), status, &spots.1);
            continue;
        }
        let change = if header.required { Change::Moved } else { Change::Harmless };
        let message = walk.words.gone(&words(header, status));
        let spots = (Spot::at(&header.location), spots.1.clone().absent());
        walk.push(exchange.operation, &REMOVED, (change, response), message, spots);
    }
    for header in after.headers.iter().filter(|header| others.contains_key(&header.name.to_ascii_lowercase()))
    {
        let message = walk.words.added(&words(header, status));
        let spots = (spots.0.clone().absent(), hinted(header, &spots.1));
        walk.push(exchange.operation, &ADDED, (Change::Harmless, response), message, spots);
    }
}

fn words(header: &Header, status: StatusSpec) -> String {
    format!("the header `{}` of the response {status}", header.name)
}

fn hinted<'a>(header: &'a Header, response: &Spot<'a>) -> Spot<'a> {
    let mut spot = Spot::at(&header.location);
    spot.hints.clone_from(&response.hints);
    spot.hint(format!("\"{}\"", header.name.to_ascii_lowercase()))
}

fn pair<'a>(
    walk: &mut Walk<'a>,
    exchange: &Exchange<'a>,
    (before, after): (&'a Header, &'a Header),
    status: StatusSpec,
    response: &Spot<'a>,
) {
    let direction = exchange.request.reversed();
    let what = words(before, status);
    let spots = (Spot::at(&before.location), hinted(after, response));
    if before.required != after.required {
        let change = if after.required { Change::Narrower } else { Change::Wider };
        let word = |required| if required { "required" } else { "optional" };
        let message = walk.words.differ(&what, Some(&word(before.required)), Some(&word(after.required)));
        let (mut one, mut other) = (spots.0.clone().step("required"), spots.1.clone().step("required"));
        (one.absent, other.absent) = (!before.required, !after.required);
        walk.push(exchange.operation, &REQUIRED, (change, direction), message, (one, other));
    }
    if (before.json, before.explode) != (after.json, after.explode) {
        let form = |header: &Header| match (header.json, header.explode) {
            (true, _) => "JSON",
            (false, true) => "exploded text",
            (false, false) => "text",
        };
        let message =
            walk.words.differ(&format!("the form of {what}"), Some(&form(before)), Some(&form(after)));
        walk.push(exchange.operation, &FORM, (Change::Moved, direction), message, spots.clone());
    }
    let limits = (before.rate_limit.as_deref(), after.rate_limit.as_deref());
    extension(walk, exchange, ("x-rate-limit", &what), limits, spots.clone());
    walk.schemas(exchange, direction, (before.schema, after.schema), Subject { label: what, spots });
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

    fn header(header: &str) -> String {
        with(&format!("'200': {{description: Done, headers: {{{header}}}}}"))
    }

    #[test]
    fn headers_come_and_go() {
        let (some, needed) = (
            header("X-A: {schema: {type: string}}"),
            header("x-a: {required: true, schema: {type: string}}"),
        );
        assert_eq!(operations(&header(""), &some), [("header-added", Compatible)]);
        assert_eq!(operations(&some, &header("")), [("header-removed", Compatible)]);
        assert_eq!(operations(&needed, &header("")), [("header-removed", Breaking)]);
        assert_eq!(operations(&needed, &some), [("header-required-changed", Breaking)]);
        assert_eq!(operations(&some, &needed), [("header-required-changed", Compatible)]);
    }

    #[test]
    fn headers_are_written_in_several_ways() {
        let text = header("X-A: {schema: {type: object}}");
        assert_eq!(
            operations(&text, &header("X-A: {explode: true, schema: {type: object}}")),
            [("header-form-changed", Breaking)]
        );
        let json = header("X-A: {content: {application/json: {schema: {type: object}}}}");
        assert_eq!(operations(&text, &json), [("header-form-changed", Breaking)]);
        let limit = header("X-A: {x-rate-limit: limit, schema: {type: object}}");
        assert_eq!(operations(&text, &limit), [("extension-changed", Note)]);
    }
}
