//! Keywords that change nothing on the wire.

use std::collections::BTreeSet;

use unplug_openapi::ir::{RateLimitRole, Schema};

use crate::difference::Differences;
use crate::rule::{Check, Rule, Scope};
use crate::schemas::pair::AlternativePair;
use crate::schemas::values::canonical;
use crate::verdict::Change;

pub(crate) const DEFAULT: Rule = Rule {
    id: "default-changed",
    summary: "Another value is assumed when none is given.",
    explanation: "`default: 20` before and `default: 50` now: a request without `limit` gets more than it did. What \
        is valid stays the same, so it is a note.",
    advice: "Say the value in the request where it matters.",
    scope: Scope::Documents,
    checks: &[Check::Annotation(|pair, found| {
        compare(pair, "default", |schema| schema.default.as_ref().map(canonical), found);
    })],
    ..Rule::DEFAULT
};

pub(crate) const DEPRECATED: Rule = Rule {
    id: "schema-deprecated-changed",
    summary: "A value is newly `deprecated`, or no longer.",
    explanation: "`deprecated: true` says that the member will go. Generated code says so at every use.",
    advice: "Plan for its removal.",
    scope: Scope::Documents,
    checks: &[Check::Annotation(|pair, found| {
        compare(pair, "deprecated", |schema| schema.deprecated.then(|| "true".to_owned()), found);
    })],
    ..Rule::DEFAULT
};

pub(crate) const EXTENSIBLE: Rule = Rule {
    id: "known-values-changed",
    summary: "The known values of an open set have changed.",
    explanation: "`x-extensible-enum` lists known values; any other value is valid as well. A new one gives a \
        generated variant, and one that goes takes it away.",
    advice: "Look at matches over the values by name.",
    scope: Scope::Documents,
    checks: &[Check::Annotation(|pair, found| compare(pair, "x-extensible-enum", known_values, found))],
    ..Rule::DEFAULT
};

pub(crate) const EXTENSION: Rule = Rule {
    id: "extension-changed",
    summary: "An `x-…` keyword has another value.",
    explanation: "Extensions such as `x-rate-limit`, `x-secret` and `x-rust-name` change generated code, not what is \
        on the wire.",
    advice: "Look at what reads the extension.",
    scope: Scope::Documents,
    checks: &[
        Check::Annotation(extensions),
        Check::Operation(|part, found| {
            part.compare_annotation("x-rust-name", |operation| operation.rust_name.as_deref(), found);
        }),
        Check::Parameter(|part, found| {
            part.compare_annotation("x-rust-name", |parameter| parameter.rust_name.as_deref(), found);
        }),
        Check::Header(|part, found| {
            part.compare_annotation(
                "x-rate-limit",
                |header| header.rate_limit.as_ref().map(RateLimitRole::as_str),
                found,
            );
        }),
    ],
    ..Rule::DEFAULT
};

fn compare<'a>(
    pair: &AlternativePair<'a>,
    keyword: &str,
    get: impl Fn(&Schema) -> Option<String>,
    found: &mut Differences<'a>,
) {
    let (before, after) = (pair.before.first(&get), pair.after.first(&get));
    if before.as_ref().map(|(text, _)| text) != after.as_ref().map(|(text, _)| text) {
        pair.report(Change::Neutral, keyword, (before, after), found);
    }
}

fn extensions<'a>(pair: &AlternativePair<'a>, found: &mut Differences<'a>) {
    compare(pair, "x-secret", |schema| schema.secret.then(|| "true".to_owned()), found);
    compare(pair, "x-rust-name", |schema| schema.rust_name.clone(), found);
    let schemas = pair.before.schemas().chain(pair.after.schemas());
    let names: BTreeSet<&String> = schemas.flat_map(|(_, schema)| schema.extensions.keys()).collect();
    for name in names {
        compare(pair, name, |schema| schema.extensions.get(name).map(canonical), found);
    }
}

fn known_values(schema: &Schema) -> Option<String> {
    let mut texts: Vec<String> = schema.extensible_enumeration.as_ref()?.iter().map(canonical).collect();
    texts.sort();
    Some(texts.join(", "))
}
