//! Keywords that change nothing on the wire.

use std::fmt::Display;

use unplug_openapi::ir::Schema;

use crate::compare::{Exchange, Walk};
use crate::rule::{Change, Rule};
use crate::schemas::values::canonical;
use crate::schemas::{Found, Out, Pair, View};
use crate::spot::Spot;

pub(crate) const DEFAULT: Rule = Rule {
    id: "default-changed",
    summary: "Another value is assumed when none is given.",
    explanation: "`default: 20` before and `default: 50` now: a request without `limit` gets more than it did. What \
        is valid stays the same, so it is a note.",
    advice: "Say the value in the request where it matters.",
};

pub(crate) const DEPRECATED: Rule = Rule {
    id: "schema-deprecated-changed",
    summary: "A value is newly `deprecated`, or no longer.",
    explanation: "`deprecated: true` says that the member will go. Generated code says so at every use.",
    advice: "Plan for its removal.",
};

pub(crate) const EXTENSIBLE: Rule = Rule {
    id: "known-values-changed",
    summary: "The known values of an open set are others.",
    explanation: "`x-extensible-enum` lists known values; any other value is valid as well. A new one gives a \
        generated variant, and one that goes takes it away.",
    advice: "Look at matches over the values by name.",
};

pub(crate) const DISCRIMINATOR: Rule = Rule {
    id: "discriminator-changed",
    summary: "The branches of a union are told apart by another member, or by other values.",
    explanation: "`discriminator` does not change what is valid, but readers choose the branch by it.",
    advice: "Keep the member and its values.",
};

pub(crate) const EXTENSION: Rule = Rule {
    id: "extension-changed",
    summary: "An `x-…` keyword is another.",
    explanation: "Extensions such as `x-rate-limit`, `x-secret` and `x-rust-name` change generated code, not what is \
        on the wire.",
    advice: "Look at what reads the extension.",
};

/// The text of a keyword.
type Read = fn(&Schema) -> Option<String>;

pub(crate) fn compare<'a>(pair: &Pair<'a>, out: &mut Out<'a>) {
    let keywords: [(&'static Rule, &str, Read); 6] = [
        (&DEFAULT, "default", |schema| schema.default.as_ref().map(canonical)),
        (&DEPRECATED, "deprecated", |schema| schema.deprecated.then(|| "true".to_owned())),
        (&EXTENSIBLE, "x-extensible-enum", known_values),
        (&DISCRIMINATOR, "discriminator", discriminator),
        (&EXTENSION, "x-secret", |schema| schema.secret.then(|| "true".to_owned())),
        (&EXTENSION, "x-rust-name", |schema| schema.rust_name.clone()),
    ];
    for (rule, keyword, get) in keywords {
        let (before, after) = (pair.before.first(get), pair.after.first(get));
        keep(pair, (rule, keyword), (before, after), out);
    }
    let names =
        |view: &View<'a>| view.schemas().flat_map(|(_, schema)| schema.extensions.keys()).collect::<Vec<_>>();
    let mut all = names(&pair.before);
    all.extend(names(&pair.after));
    all.sort_unstable();
    all.dedup();
    for name in all {
        let get = |schema: &Schema| schema.extensions.get(name).map(canonical);
        let (before, after) = (pair.before.first(get), pair.after.first(get));
        keep(pair, (&EXTENSION, name), (before, after), out);
    }
}

fn keep<'a>(
    pair: &Pair<'a>,
    (rule, keyword): (&'static Rule, &str),
    (before, after): (Found<String>, Found<String>),
    out: &mut Out<'a>,
) {
    let (one, other) = (before.as_ref().map(|(text, _)| text), after.as_ref().map(|(text, _)| text));
    if one == other {
        return;
    }
    let what = format!("`{keyword}`");
    let message = pair.sentence(&what, one.map(|text| text as &dyn Display), other.map(|text| text as _));
    out.push(
        rule,
        Change::Neutral,
        message,
        pair.before.spot(before, keyword),
        pair.after.spot(after, keyword),
    );
}

/// An extension on a part of an operation.
pub(crate) fn extension<'a>(
    walk: &mut Walk<'a>,
    exchange: &Exchange<'a>,
    (name, of): (&str, &str),
    (before, after): (Option<&str>, Option<&str>),
    spots: (Spot<'a>, Spot<'a>),
) {
    if !walk.whole_document || before == after {
        return;
    }
    let what = if of.is_empty() { format!("`{name}`") } else { format!("`{name}` of {of}") };
    let message = walk.words.differ(
        &what,
        before.as_ref().map(|text| text as &dyn Display),
        after.as_ref().map(|text| text as &dyn Display),
    );
    let (mut one, mut other) = (spots.0.step(name), spots.1.step(name));
    (one.absent, other.absent) = (before.is_none(), after.is_none());
    walk.push(exchange.operation, &EXTENSION, (Change::Neutral, exchange.request), message, (one, other));
}

fn known_values(schema: &Schema) -> Option<String> {
    let mut texts: Vec<String> = schema.extensible_enumeration.as_ref()?.iter().map(canonical).collect();
    texts.sort();
    Some(texts.join(", "))
}

fn discriminator(schema: &Schema) -> Option<String> {
    let discriminator = schema.discriminator.as_ref()?;
    let mut values: Vec<&str> = discriminator.mapping.keys().map(String::as_str).collect();
    values.sort_unstable();
    Some(format!("`{}` with {}", discriminator.property, values.join(", ")))
}

#[cfg(test)]
mod tests {
    use crate::finding::Severity::Note;
    use crate::testing::{found, none};

    #[test]
    fn annotations_are_notes() {
        for (keyword, rule) in [
            ("default: 1", "default-changed"),
            ("deprecated: true", "schema-deprecated-changed"),
            ("x-extensible-enum: [1]", "known-values-changed"),
            ("x-rate-limit: limit", "extension-changed"),
            ("x-secret: true", "extension-changed"),
            ("x-rust-name: Number", "extension-changed"),
        ] {
            let with = format!("{{type: integer, {keyword}}}");
            found("{type: integer}", &with, rule, [Note, Note]);
            found(&with, "{type: integer}", rule, [Note, Note]);
        }
        none("{type: integer, title: A, description: a}", "{type: integer, title: B}");
    }
}
