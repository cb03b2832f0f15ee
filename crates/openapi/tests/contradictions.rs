//! Schemas that contradict themselves are said, where the contradiction comes from.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use serde_json::{Value, json};
use unplug_openapi::ir::JsonType;
use unplug_openapi::load::{Loaded, load_text};
use unplug_openapi::syntax::SourceFile;

fn load(version: &str, schemas: &Value) -> Loaded {
    let text = json!({
        "openapi": version,
        "info": { "title": "T", "version": "1" },
        "paths": {},
        "components": { "schemas": schemas },
    });
    load_text("a", SourceFile::new("a.json", text.to_string()), None)
}

/// Rules and places of what is said about a schema.
fn said(version: &str, schema: &Value) -> Vec<(&'static str, String)> {
    let text = json!({ "type": "string" });
    let whole = json!({ "type": "integer" });
    let loaded = load(version, &json!({ "S": schema, "Text": text, "Whole": whole }));
    assert!(loaded.document.is_some());
    let found = loaded.diagnostics.into_iter();
    found.map(|found| (found.rule, found.pointer.replace("/components/schemas/S", ""))).collect()
}

#[test]
fn schemas_without_a_valid_value_are_said() {
    for version in ["3.0.3", "3.1.0"] {
        for schema in [
            json!({ "allOf": [{ "type": "string" }, { "type": "integer" }] }),
            json!({ "allOf": [{ "$ref": "#/components/schemas/Text" }, { "$ref": "#/components/schemas/Whole" }] }),
            json!({ "type": "object", "allOf": [{ "$ref": "#/components/schemas/Text" }] }),
            json!({ "type": "string", "enum": [1, 2] }),
            json!({ "allOf": [{ "enum": ["a"] }, { "enum": ["b"] }] }),
            json!({ "type": "integer", "minimum": 5, "maximum": 1 }),
            json!({ "allOf": [{ "type": "number", "minimum": 5 }, { "maximum": 4.5 }] }),
            json!({ "type": "string", "minLength": 3, "maxLength": 2 }),
            json!({ "type": "array", "items": {}, "minItems": 3, "maxItems": 2 }),
            json!({ "type": "object", "minProperties": 3, "maxProperties": 2 }),
            json!({ "type": "boolean", "oneOf": [{ "type": "string" }, { "type": "integer" }] }),
        ] {
            assert_eq!(said(version, &schema), [("unsatisfiable-schema", String::new())], "{schema}");
        }
    }
    for schema in [
        json!({ "type": "integer", "const": "a" }),
        json!({ "type": ["string", "null"], "enum": [1] }),
        json!({ "const": "a", "enum": ["b"] }),
        json!({ "type": "number", "exclusiveMinimum": 1, "maximum": 1 }),
        json!({ "$ref": "#/components/schemas/Text", "type": "integer" }),
    ] {
        assert_eq!(said("3.1.0", &schema), [("unsatisfiable-schema", String::new())], "{schema}");
    }
}

#[test]
fn a_contradiction_is_said_once_and_where_it_comes_from() {
    let schemas = json!({
        "Never": { "allOf": [{ "type": "string" }, { "type": "integer" }] },
        "Refers": { "$ref": "#/components/schemas/Never" },
        "Extends": { "allOf": [{ "$ref": "#/components/schemas/Never" }, { "minLength": 2 }] },
        "Has": { "type": "object", "properties": { "a": { "$ref": "#/components/schemas/Never" } } },
    });
    let loaded = load("3.1.0", &schemas);
    let places: Vec<&str> = loaded.diagnostics.iter().map(|found| found.pointer.as_str()).collect();
    assert_eq!(places, ["/components/schemas/Never"]);
}

#[test]
fn what_is_valid_for_some_values_is_not_said() {
    for schema in [
        json!({ "minimum": 5, "maximum": 1 }),
        json!({ "type": ["string", "integer"], "minimum": 5, "maximum": 1 }),
        json!({ "type": "integer", "minimum": 1, "maximum": 1 }),
        json!({ "type": "integer", "enum": [1.0, 2] , "default": 2.0 }),
        json!({ "type": ["string", "null"], "enum": ["a", null], "default": null }),
        json!({ "not": {} }),
        json!({ "allOf": [{ "type": "number" }, { "type": "integer" }] }),
        json!({ "anyOf": [{ "type": "string" }, { "type": "integer" }], "type": "integer" }),
        json!({ "allOf": [{ "type": "string", "format": "uuid" }, { "properties": {} }] }),
    ] {
        assert_eq!(said("3.1.0", &schema), [], "{schema}");
    }
    assert_eq!(
        said("3.0.3", &json!({ "type": "string", "nullable": true, "enum": ["a"], "default": null })),
        []
    );
}

#[test]
fn properties_that_parts_describe_against_each_other_are_said() {
    let schema = json!({ "allOf": [
        { "type": "object", "properties": { "a": { "type": "string" }, "b": { "type": "string" } } },
        { "type": "object", "properties": { "a": { "type": "integer" }, "b": { "minLength": 2 } } },
    ] });
    assert_eq!(said("3.0.3", &schema), [("unsatisfiable-schema", String::new())]);
}

#[test]
fn defaults_and_listed_values_that_are_not_valid_are_said() {
    let value = |place: &str| vec![("enum-value-not-valid", place.to_owned())];
    let default = |place: &str| vec![("default-not-valid", place.to_owned())];
    assert_eq!(said("3.0.3", &json!({ "type": "string", "enum": ["a", 1] })), value("/enum"));
    assert_eq!(said("3.1.0", &json!({ "type": "integer", "enum": [1, 9], "maximum": 5 })), value("/enum"));
    assert_eq!(said("3.0.3", &json!({ "type": "string", "enum": ["a", null] })), value("/enum"));
    assert_eq!(said("3.0.3", &json!({ "type": "integer", "default": "soon" })), default("/default"));
    assert_eq!(
        said("3.1.0", &json!({ "type": "string", "enum": ["a"], "default": "b" })),
        default("/default")
    );
    assert_eq!(said("3.1.0", &json!({ "type": "integer", "minimum": 1, "default": 0 })), default("/default"));
    assert_eq!(said("3.0.3", &json!({ "type": "string", "default": null })), default("/default"));
    let behind = json!({ "allOf": [{ "$ref": "#/components/schemas/Whole" }], "default": "x" });
    assert_eq!(said("3.0.3", &behind), default("/default"));
}

#[test]
fn an_empty_object_beside_another_type_is_read_as_nothing() {
    for version in ["3.0.3", "3.1.0", "3.2.0"] {
        let empty = json!({ "type": "object", "properties": {} });
        for parts in
            [json!([{ "type": "string" }, empty]), json!([empty, { "$ref": "#/components/schemas/Text" }])]
        {
            let loaded = load(version, &json!({ "S": { "allOf": parts }, "Text": { "type": "string" } }));
            let rules: Vec<&str> = loaded.diagnostics.iter().map(|found| found.rule).collect();
            assert_eq!(rules, ["empty-object-ignored"]);
            let api = loaded.document.unwrap().api;
            let (id, schema) = api.schemas.iter().next().unwrap();
            assert_eq!(schema.all_of.len(), 1);
            assert!(api.schemas.types_of(id).has(JsonType::String));
        }
        let kept = json!({ "S": { "allOf": [empty, { "type": "object", "required": ["a"] }] } });
        let loaded = load(version, &kept);
        assert!(loaded.diagnostics.is_empty());
        assert_eq!(loaded.document.unwrap().api.schemas.all[0].all_of.len(), 2);
    }
}
