//! Schemas against the schemas of types.

use std::collections::BTreeMap;

use serde_json::json;
use unplug_contract::{Description, INTENDED, Options, compare_types};

use super::{json as yaml, load};

pub(crate) const COUNT: usize = CASES.len();

/// A schema, the schema of its type, and what is found: from the one to the other, and back.
const CASES: &[(&str, &str, Option<&str>, Option<&str>)] = &[
    ("{type: integer}", "{type: integer}", None, None),
    ("{type: integer}", "{type: integer, format: int64}", Some("type-narrower"), None),
    ("{type: integer, format: int32}", "{type: integer, format: int64}", None, Some("type-narrower")),
    ("{type: string}", "{type: [string, 'null']}", Some("type-wider"), Some("type-narrower")),
    ("{type: string}", "{type: integer}", Some("type-narrower"), Some("type-narrower")),
    ("{type: string, enum: [a]}", "{type: string}", None, Some("type-narrower")),
    ("{type: string, maxLength: 1, pattern: a}", "{type: string, pattern: a}", None, Some("type-narrower")),
    ("{type: string, enum: [a, b]}", "{type: string, enum: [a]}", Some("type-narrower"), None),
    (
        "{type: object, properties: {a: {type: string}}, required: [a]}",
        "{type: object, properties: {a: {type: string}}}",
        Some("type-wider"),
        Some("type-narrower"),
    ),
    (
        "{type: object, properties: {a: {type: string, readOnly: true}}}",
        "{type: object, properties: {a: {type: string}}}",
        None,
        None,
    ),
    ("{type: object, additionalProperties: false}", "{type: object}", None, Some("type-narrower")),
    ("{type: number}", "{type: integer}", Some("type-narrower"), Some("type-wider")),
    (
        "{anyOf: [{type: string}, {type: array, items: {type: string}}]}",
        "{type: string}",
        Some("type-narrower"),
        Some("type-wider"),
    ),
];

fn found(schema: &str, of: &str) -> Vec<&'static str> {
    let document = |component: &str, schema: &str| {
        json!({
            "openapi": "3.1.0",
            "info": {"title": "Types", "version": "1"},
            "paths": {},
            "components": {"schemas": {component: yaml(schema)}},
        })
    };
    let (_, schema) = load("document.json", &document("a/b", schema));
    let (_, types) = load("types.json", &document("TypeA", of));
    let mapping = BTreeMap::from([("/components/schemas/a~1b".to_owned(), "TypeA".to_owned())]);
    let (before, after) =
        (Description::document(&schema, "in the schema"), Description::document(&types, "in the type"));
    let found = compare_types(&before, &after, &mapping, INTENDED, &Options::default());
    for finding in &found {
        assert!(finding.message.starts_with("`TypeA`"), "{finding:?}");
        assert!(finding.before.source.is_some() && finding.after.source.is_some());
        let severity = if finding.rule == "type-narrower" { "breaking" } else { "note" };
        assert_eq!(finding.severity.as_str(), severity);
    }
    found.iter().map(|finding| finding.rule).collect()
}

#[test]
fn types_that_differ_from_their_schemas_are_found() {
    for (schema, of, there, back) in CASES {
        assert_eq!(found(schema, of), there.iter().copied().collect::<Vec<_>>(), "{schema} → {of}");
        assert_eq!(found(of, schema), back.iter().copied().collect::<Vec<_>>(), "{of} → {schema}");
    }
}

#[test]
fn every_intended_widening_names_rules_and_a_reason() {
    for widening in INTENDED {
        assert!(!widening.reason.is_empty());
        for rule in widening.rules {
            unplug_contract::rules::find(rule).unwrap();
        }
    }
}
