//! The refusals are written by hand. This keeps them complete: a keyword that a document newly
//! puts on a request needs a case of its own.

use std::collections::BTreeSet;

use serde_json::Value;
use unplug_openapi::ir::{Api, ParameterShape, SchemaId};
use unplug_tests::documents::Vendor;

/// Keywords that can make a value invalid.
const VALIDATING: &[&str] = &[
    "type",
    "const",
    "enum",
    "required",
    "properties",
    "additionalProperties",
    "unevaluatedProperties",
    "patternProperties",
    "propertyNames",
    "dependentRequired",
    "dependentSchemas",
    "minProperties",
    "maxProperties",
    "items",
    "prefixItems",
    "contains",
    "minContains",
    "maxContains",
    "unevaluatedItems",
    "minItems",
    "maxItems",
    "uniqueItems",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
    "minLength",
    "maxLength",
    "pattern",
    "format",
    "allOf",
    "anyOf",
    "oneOf",
    "not",
    "if",
];

fn collect(schema: &Value, found: &mut BTreeSet<String>) {
    match schema {
        Value::Object(members) => {
            for (keyword, value) in members {
                match keyword.as_str() {
                    // Names in here are properties, not keywords.
                    "properties" | "$defs" => {
                        value
                            .as_object()
                            .into_iter()
                            .flatten()
                            .for_each(|(_, schema)| collect(schema, found));
                    }
                    _ => {
                        if VALIDATING.contains(&keyword.as_str()) {
                            found.insert(keyword.clone());
                        }
                        collect(value, found);
                    }
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, found)),
        _ => {}
    }
}

fn keywords(api: &Api, ids: impl IntoIterator<Item = SchemaId>) -> Vec<String> {
    let mut found = BTreeSet::new();
    for id in ids {
        collect(&api.schemas.to_json_schema(id), &mut found);
    }
    found.into_iter().collect()
}

#[test]
fn every_keyword_on_a_request_has_a_case() {
    for (vendor, of_bodies, of_parameters) in [
        // In the module `rocketchat`, with the vendor's messages.
        (Vendor::Rocketchat, &["oneOf", "pattern", "required", "type"][..], &[][..]),
        // In the module `kombo`, and in `any_vendor`: bodies that are no object.
        (Vendor::Kombo, &["type"], &["type"]),
        // In the module `vercel`; every text is a string, so nothing can break `type`.
        (Vendor::Vercel, &[], &["maxLength", "minLength", "type"]),
    ] {
        let document = vendor.document();
        let api = &document.api;
        let operations = || api.operations.iter();
        let bodies = operations().flat_map(|operation| &operation.body).flat_map(|body| &body.contents);
        assert_eq!(keywords(api, bodies.filter_map(|media_type| media_type.schema)), of_bodies);
        let parameters = operations().flat_map(|operation| &operation.parameters);
        let schemas = parameters.filter_map(|parameter| match &parameter.shape {
            ParameterShape::Schema { schema, .. } => Some(*schema),
            ParameterShape::Content(media_type) => media_type.schema,
        });
        assert_eq!(keywords(api, schemas), of_parameters);
    }
}
