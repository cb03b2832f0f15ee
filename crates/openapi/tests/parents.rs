//! Schemas with a discriminator, and those that extend them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use serde_json::json;
use unplug_openapi::ir::{Api, SchemaId};
use unplug_openapi::load::load_text;
use unplug_openapi::syntax::SourceFile;

fn component(api: &Api, name: &str) -> SchemaId {
    api.schemas.iter().find(|(_, schema)| schema.name.as_deref() == Some(name)).unwrap().0
}

#[test]
fn children_are_found_through_an_all_of_within_all_of() {
    let pet = json!({ "$ref": "#/components/schemas/Pet" });
    let dog = json!({ "$ref": "#/components/schemas/Dog" });
    for version in ["3.0.3", "3.1.0", "3.2.0"] {
        let text = json!({
            "openapi": version,
            "info": { "title": "T", "version": "1" },
            "paths": {},
            "components": { "schemas": {
                "Pet": {
                    "type": "object",
                    "required": ["kind"],
                    "properties": { "kind": { "type": "string" } },
                    "discriminator": { "propertyName": "kind" },
                },
                "Cat": { "allOf": [
                    { "allOf": [pet, { "type": "object", "properties": { "sound": { "type": "string" } } }] },
                    { "properties": { "lives": { "type": "integer" } } },
                ] },
                "Dog": { "allOf": [{ "allOf": [{ "allOf": [pet] }] }] },
                "Puppy": { "allOf": [{ "allOf": [dog] }, { "type": "object", "properties": { "age": {} } }] },
            } },
        });
        let loaded = load_text("a", SourceFile::new("a.json", text.to_string()), None);
        assert!(loaded.diagnostics.is_empty(), "{version}: {:?}", loaded.diagnostics);
        let api = loaded.document.unwrap().api;
        let parent = &api.schemas[component(&api, "Pet")];
        let discriminator = parent.discriminator.as_ref().unwrap();
        let tags: Vec<&str> = discriminator.mapping.keys().map(String::as_str).collect();
        assert_eq!(tags, ["Cat", "Dog", "Puppy", "Pet"], "{version}");
        assert_eq!(parent.any_of.len(), 4);
        // The children extend the parent's own properties, and not the choice among themselves.
        let properties = discriminator.open.unwrap();
        for child in ["Cat", "Dog"] {
            let parts = api.schemas.with_alternatives(component(&api, child));
            assert!(parts.contains(&properties) && !parts.contains(&component(&api, "Pet")), "{child}");
        }
    }
}
