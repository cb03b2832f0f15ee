//! Parameters: which there are, and whether they are required.

use std::collections::HashMap;

use unplug_openapi::ir::Parameter;

use crate::compare::route::{Slot, slots};
use crate::compare::{Exchange, Subject, Walk};
use crate::rule::{Change, Rule};
use crate::rules::annotations::extension;
use crate::rules::parameter_style;
use crate::spot::Spot;

pub(crate) const ADDED: Rule = Rule {
    id: "parameter-added",
    summary: "There is a parameter that was not there.",
    explanation: "A new required header refuses every request made so far; a new optional one hurts nobody.",
    advice: "Make new parameters optional, with a default that keeps today's behaviour.",
};

pub(crate) const REMOVED: Rule = Rule {
    id: "parameter-removed",
    summary: "A parameter is gone.",
    explanation: "Callers still send it and it is no longer read. Where it was required, the operation does \
        something else without it; where it was optional, nobody is refused.",
    advice: "Go on reading it, and mark it `deprecated`.",
};

pub(crate) const REQUIRED: Rule = Rule {
    id: "parameter-required-changed",
    summary: "A parameter has to be there that had not to, or the reverse.",
    explanation: "`required: true` now and not before refuses callers who leave it out.",
    advice: "Assume a default for callers who leave it out.",
};

pub(crate) const RENAMED: Rule = Rule {
    id: "path-parameter-renamed",
    summary: "A path parameter has another name.",
    explanation: "`/things/{id}` and `/things/{thing_id}` are the same on the wire; the field of the generated \
        request is named after it.",
    advice: "Keep the name by `x-rust-name`.",
};

pub(crate) const DEPRECATED: Rule = Rule {
    id: "parameter-deprecated-changed",
    summary: "A parameter is newly `deprecated`, or no longer.",
    explanation: "`deprecated: true` says that the parameter will go.",
    advice: "Plan for its removal.",
};

pub(crate) fn compare<'a>(walk: &mut Walk<'a>, exchange: &Exchange<'a>) {
    let (before, after) = (slots(exchange.before), slots(exchange.after));
    let mut others: HashMap<&Slot, &'a Parameter> = HashMap::new();
    for (slot, parameter) in &after {
        others.entry(slot).or_insert(parameter);
    }
    for (slot, parameter) in &before {
        match others.remove(slot) {
            Some(other) => pair(walk, exchange, parameter, other),
            None => removed(walk, exchange, parameter),
        }
    }
    for (slot, parameter) in &after {
        if others.contains_key(slot) {
            added(walk, exchange, parameter);
        }
    }
}

/// For example ``the query parameter `teamId` ``.
pub(crate) fn words(parameter: &Parameter) -> String {
    format!("the {} parameter `{}`", parameter.parameter_in, parameter.name)
}

/// Leads to a parameter in a handler's description.
pub(crate) fn hinted<'a>(spot: Spot<'a>, parameter: &Parameter) -> Spot<'a> {
    spot.hint("params(").hint(format!("\"{}\"", parameter.name.to_ascii_lowercase()))
}

fn removed<'a>(walk: &mut Walk<'a>, exchange: &Exchange<'a>, parameter: &'a Parameter) {
    let change = if parameter.required { Change::Moved } else { Change::Harmless };
    let message = walk.words.gone(&words(parameter));
    let spots = (Spot::at(&parameter.location), Spot::at(&exchange.after.location).absent().hint("params("));
    walk.push(exchange.operation, &REMOVED, (change, exchange.request), message, spots);
}

fn added<'a>(walk: &mut Walk<'a>, exchange: &Exchange<'a>, parameter: &'a Parameter) {
    let change = if parameter.required { Change::Narrower } else { Change::Wider };
    let what = words(parameter);
    let what = if parameter.required { format!("{what}, which is required,") } else { what };
    let message = walk.words.added(&what);
    let after = hinted(Spot::at(&parameter.location), parameter);
    let spots = (Spot::at(&exchange.before.location).absent(), after);
    walk.push(exchange.operation, &ADDED, (change, exchange.request), message, spots);
}

fn pair<'a>(walk: &mut Walk<'a>, exchange: &Exchange<'a>, before: &'a Parameter, after: &'a Parameter) {
    let what = words(before);
    let spots = |key: &str, absent: (bool, bool)| {
        let (mut one, mut other) =
            (Spot::at(&before.location).step(key), Spot::at(&after.location).step(key));
        (one.absent, other.absent) = absent;
        (one, hinted(other, after))
    };
    if before.name != after.name && !before.name.eq_ignore_ascii_case(&after.name) {
        let (one, other) = (format!("`{}`", before.name), format!("`{}`", after.name));
        let message = walk.words.differ("the path parameter", Some(&one), Some(&other));
        let change = (Change::Neutral, exchange.request);
        if walk.whole_document {
            walk.push(exchange.operation, &RENAMED, change, message, spots("name", (false, false)));
        }
    }
    if before.required != after.required {
        let change = if after.required { Change::Narrower } else { Change::Wider };
        let word = |required| if required { "required" } else { "optional" };
        let message = walk.words.differ(&what, Some(&word(before.required)), Some(&word(after.required)));
        let spots = spots("required", (!before.required, !after.required));
        walk.push(exchange.operation, &REQUIRED, (change, exchange.request), message, spots);
    }
    if before.deprecated != after.deprecated {
        let of = format!("`deprecated` of {what}");
        let message = walk.words.differ(&of, Some(&before.deprecated), Some(&after.deprecated));
        let spots = spots("deprecated", (!before.deprecated, !after.deprecated));
        walk.push(exchange.operation, &DEPRECATED, (Change::Neutral, exchange.request), message, spots);
    }
    parameter_style::compare(walk, exchange, before, after);
    let spots = (Spot::at(&before.location), hinted(Spot::at(&after.location), after));
    let names = (before.rust_name.as_deref(), after.rust_name.as_deref());
    extension(walk, exchange, ("x-rust-name", &what), names, spots.clone());
    let subject = Subject { label: what, spots };
    walk.schemas(exchange, exchange.request, (before.schema(), after.schema()), subject);
}

#[cfg(test)]
mod tests {
    use crate::finding::Severity::{Breaking, Compatible, Note};
    use crate::testing::operations;

    fn with(parameter: &str) -> String {
        format!(
            "{{operationId: a, parameters: [{{name: id, in: path, required: true, schema: {{type: string}}}}{parameter}], \
             responses: {{'200': {{description: Done}}}}}}"
        )
    }

    #[test]
    fn parameters_come_and_go() {
        let (none, some) = (with(""), with(", {name: b, in: query, schema: {type: string}}"));
        assert_eq!(operations(&none, &some), [("parameter-added", Compatible)]);
        assert_eq!(operations(&some, &none), [("parameter-removed", Compatible)]);
        let needed = with(", {name: b, in: query, required: true, schema: {type: string}}");
        assert_eq!(operations(&none, &needed), [("parameter-added", Breaking)]);
        assert_eq!(operations(&needed, &none), [("parameter-removed", Breaking)]);
        assert_eq!(operations(&some, &needed), [("parameter-required-changed", Breaking)]);
        assert_eq!(operations(&needed, &some), [("parameter-required-changed", Compatible)]);
        let old = with(", {name: b, in: query, deprecated: true, schema: {type: string}}");
        assert_eq!(operations(&some, &old), [("parameter-deprecated-changed", Note)]);
    }

    #[test]
    fn header_names_have_no_case() {
        let header = |name: &str| with(&format!(", {{name: {name}, in: header, schema: {{type: string}}}}"));
        assert_eq!(operations(&header("X-A"), &header("x-a")), []);
        assert_eq!(operations(&header("X-A"), &with("")), [("parameter-removed", Compatible)]);
    }
}
