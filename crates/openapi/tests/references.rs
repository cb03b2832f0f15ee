//! What references mean: relative to an `$id`, by an anchor, by the way that leads to a `$dynamicRef`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use std::path::Path;

use serde_json::{Value, json};
use unplug_openapi::ir::{Api, SchemaId};
use unplug_openapi::load::load_text;
use unplug_openapi::syntax::SourceFile;

/// The API of a document of 3.1 with these components' schemas, and the rules of what was said about it.
fn document(schemas: &Value) -> (Api, Vec<&'static str>) {
    let text = json!({
        "openapi": "3.1.0",
        "info": { "title": "T", "version": "1" },
        "paths": {},
        "components": { "schemas": schemas },
    });
    let loaded = load_text("references", SourceFile::new("references.json", text.to_string()), None);
    let rules = loaded.diagnostics.iter().map(|found| found.rule).collect();
    (loaded.document.unwrap().api, rules)
}

fn component(api: &Api, name: &str) -> SchemaId {
    api.schemas.iter().find(|(_, schema)| schema.name.as_deref() == Some(name)).unwrap().0
}

/// Where the schema behind a reference stands.
fn target(api: &Api, id: SchemaId) -> &str {
    let target = api.schemas[id].reference.unwrap();
    &api.schemas[target].location.pointer
}

#[test]
fn references_are_relative_to_the_resource_around_them() {
    let (api, rules) = document(&json!({
        "Root": {
            "$id": "https://example.com/schemas/root.json",
            "properties": {
                "own": { "$ref": "#/$defs/part" },
                "sibling": { "$ref": "other.json" },
                "folder": { "$ref": "folder/within.json" },
                "rooted": { "$ref": "/top.json" },
                "anchor": { "$ref": "other.json#here" },
                "whole": { "$ref": "#" },
                "document": { "$ref": "#/components/schemas/Plain" },
            },
            "$defs": {
                "part": { "$id": "other.json", "$defs": { "a": { "$anchor": "here", "type": "integer" } } },
                "within": { "$id": "folder/within.json", "properties": { "up": { "$ref": "../other.json" } } },
                "top": { "$id": "/top.json" },
            },
        },
        "Plain": { "$anchor": "here", "type": "string" },
        "ByUrn": { "$id": "urn:example:one", "items": { "$ref": "#mine" }, "$defs": { "m": { "$anchor": "mine" } } },
        "Far": { "$ref": "https://example.com/schemas/folder/within.json" },
    }));
    assert_eq!(rules, Vec::<&str>::new());
    let root = &api.schemas[component(&api, "Root")];
    let found = |name: &str| target(&api, root.properties[name]);
    assert_eq!(found("own"), "/components/schemas/Root/$defs/part");
    assert_eq!(found("sibling"), "/components/schemas/Root/$defs/part");
    assert_eq!(found("folder"), "/components/schemas/Root/$defs/within");
    assert_eq!(found("rooted"), "/components/schemas/Root/$defs/top");
    assert_eq!(found("anchor"), "/components/schemas/Root/$defs/part/$defs/a");
    assert_eq!(found("whole"), "/components/schemas/Root");
    assert_eq!(found("document"), "/components/schemas/Plain");
    assert_eq!(target(&api, component(&api, "Far")), "/components/schemas/Root/$defs/within");
    let within = api.schemas[component(&api, "Far")].reference.unwrap();
    assert_eq!(target(&api, api.schemas[within].properties["up"]), "/components/schemas/Root/$defs/part");
    let by_urn = &api.schemas[component(&api, "ByUrn")];
    assert_eq!(target(&api, by_urn.items.unwrap()), "/components/schemas/ByUrn/$defs/m");
}

#[test]
fn an_anchor_belongs_to_its_resource() {
    let (api, rules) = document(&json!({
        "A": { "$id": "a", "properties": { "x": { "$ref": "#name" } }, "$defs": { "d": { "$anchor": "name" } } },
        "B": { "$id": "b", "properties": { "x": { "$ref": "#name" } }, "$defs": { "d": { "$anchor": "name" } } },
        // What looks like a keyword in a value, or among names, is none.
        "C": {
            "enum": [{ "$id": "a", "$anchor": "name" }],
            "properties": { "$id": { "type": "string" }, "enum": { "$anchor": "within" }, "y": { "$ref": "#within" } },
        },
    }));
    assert_eq!(rules, Vec::<&str>::new());
    for name in ["A", "B"] {
        let x = api.schemas[component(&api, name)].properties["x"];
        assert_eq!(target(&api, x), format!("/components/schemas/{name}/$defs/d"));
    }
    let y = api.schemas[component(&api, "C")].properties["y"];
    assert_eq!(target(&api, y), "/components/schemas/C/properties/enum");
}

#[test]
fn what_is_not_in_the_document_is_said() {
    let (api, rules) = document(&json!({
        "A": { "$id": "https://example.com/a", "items": { "$ref": "https://example.com/elsewhere" } },
        "B": { "items": { "$dynamicRef": "#nowhere" } },
        "C": { "items": { "$ref": "https://example.com/a#no" } },
    }));
    assert_eq!(rules, ["unresolved-reference"; 3]);
    assert!(api.schemas[api.schemas[component(&api, "A")].items.unwrap()].allows_everything());
}

#[test]
fn the_outermost_dynamic_anchor_of_the_way_is_meant() {
    let (api, rules) = document(&json!({
        "List": {
            "type": "array",
            "items": { "$dynamicRef": "#item" },
            "$defs": { "item": { "$dynamicAnchor": "item" } },
        },
        "Numbers": { "$ref": "#/components/schemas/List", "$defs": { "n": { "$dynamicAnchor": "item", "type": "number" } } },
        "Texts": { "allOf": [{ "$ref": "#/components/schemas/Passing" }], "$defs": { "t": { "$dynamicAnchor": "item", "type": "string" } } },
        // It binds nothing itself, or what lies behind it.
        "Passing": { "$id": "passing", "$ref": "#/components/schemas/List" },
        "Outer": { "$ref": "#/components/schemas/Numbers", "$defs": { "o": { "$dynamicAnchor": "item", "type": "boolean" } } },
        "Fixed": { "type": "array", "items": { "$dynamicRef": "#/components/schemas/List/$defs/item" },
            "$defs": { "f": { "$dynamicAnchor": "item", "type": "null" } } },
        "Both": { "$ref": "#/components/schemas/List", "$dynamicRef": "#item", "$defs": { "b": { "$dynamicAnchor": "item", "minItems": 1 } } },
    }));
    assert_eq!(rules, Vec::<&str>::new());
    // Where the items of a list stand, by way of the component.
    let item = |name: &str| {
        let mut id = component(&api, name);
        while api.schemas[id].items.is_none() {
            let schema = &api.schemas[id];
            id = schema.reference.or(schema.all_of.first().copied()).unwrap();
        }
        target(&api, api.schemas[id].items.unwrap())
    };
    assert_eq!(item("List"), "/components/schemas/List/$defs/item");
    assert_eq!(item("Passing"), "/components/schemas/List/$defs/item");
    assert_eq!(item("Numbers"), "/components/schemas/Numbers/$defs/n");
    assert_eq!(item("Texts"), "/components/schemas/Texts/$defs/t");
    assert_eq!(item("Outer"), "/components/schemas/Outer/$defs/o");
    assert_eq!(item("Fixed"), "/components/schemas/List/$defs/item");
    let both = &api.schemas[component(&api, "Both")];
    assert!(both.reference.is_some());
    assert_eq!(target(&api, both.all_of[0]), "/components/schemas/Both/$defs/b");
}

#[test]
fn a_recursive_schema_that_is_extended_ends() {
    let (api, rules) = document(&json!({
        "Tree": {
            "$id": "tree", "$dynamicAnchor": "node", "type": "object",
            "properties": { "children": { "type": "array", "items": { "$dynamicRef": "#node" } } },
        },
        "Strict": { "$id": "strict", "$dynamicAnchor": "node", "$ref": "tree", "unevaluatedProperties": false },
    }));
    assert_eq!(rules, Vec::<&str>::new());
    let child = |id: SchemaId| {
        let items = api.schemas[api.schemas[id].properties["children"]].items.unwrap();
        api.schemas[items].reference.unwrap()
    };
    let (tree, strict) = (component(&api, "Tree"), component(&api, "Strict"));
    assert_eq!(child(tree), tree);
    assert_eq!(child(api.schemas[strict].reference.unwrap()), strict);
}

#[test]
fn references_of_every_form_lead_somewhere() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/specs/valid/references.yaml");
    let loaded = unplug_openapi::load::load(&path, None);
    assert!(loaded.diagnostics.is_empty(), "{:?}", loaded.diagnostics);
    let api = loaded.document.unwrap().api;
    let make = api.operations.iter().find(|operation| operation.id == "makeThing").unwrap();
    let sent = make.body.as_ref().unwrap().contents[0].schema.unwrap();
    let answered = make.responses[0].contents[0].schema.unwrap();
    assert_eq!(api.schemas[answered].reference, Some(sent));
    let kind = api.schemas[sent].properties["kind"];
    assert!(api.schemas[api.schemas.resolve(kind)].enumeration.is_some());
}

#[test]
fn dependencies_of_older_drafts_are_read_and_said() {
    for version in ["3.0.3", "3.1.0", "3.2.0"] {
        let text = json!({
            "openapi": version,
            "info": { "title": "T", "version": "1" },
            "paths": {},
            "components": { "schemas": { "A": {
                "type": "object",
                "dependencies": { "a": ["b"], "c": { "required": ["d"] }, "e": { "$ref": "#/components/schemas/No" } },
            } } },
        });
        let loaded = load_text("a", SourceFile::new("a.json", text.to_string()), None);
        let rules: Vec<&str> = loaded.diagnostics.iter().map(|found| found.rule).collect();
        assert_eq!(rules, ["keyword-of-older-draft", "unresolved-reference"], "{version}");
        let api = loaded.document.unwrap().api;
        let schema = &api.schemas[component(&api, "A")];
        assert_eq!(schema.dependent_required["a"], ["b"]);
        assert_eq!(api.schemas[schema.dependent_schemas["c"]].required, ["d"]);
    }
}
