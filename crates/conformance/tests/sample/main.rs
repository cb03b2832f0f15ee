//! Values that are made from schemas: valid ones, and ones with one keyword broken.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod branches;
mod charsets;
mod random;

use std::collections::BTreeSet;

use jsonschema::error::ValidationErrorKind;
use jsonschema::{Draft, ValidationError, Validator};
use serde_json::{Value, json};
use unplug_conformance::sample::{Broken, Direction, Sampler, Unsampled, Use};
use unplug_openapi::ir::{Api, ParameterIn, SchemaId};
use unplug_openapi::load::load_text;
use unplug_openapi::syntax::SourceFile;

/// An API with one operation, whose body has the schema.
fn api(schema: &Value, components: &Value) -> Api {
    let document = json!({
        "openapi": "3.1.0",
        "info": { "title": "T", "version": "1" },
        "paths": { "/a": { "post": {
            "operationId": "a",
            "requestBody": { "required": true, "content": { "application/json": { "schema": schema } } },
            "responses": { "204": { "description": "Nothing" } }
        } } },
        "components": { "schemas": components }
    });
    let loaded = load_text("t", SourceFile::new("t.json", document.to_string()), None);
    loaded.document.unwrap_or_else(|| panic!("{schema}: {:?}", loaded.diagnostics)).api
}

fn body(api: &Api) -> SchemaId {
    api.operations[0].body.as_ref().unwrap().contents[0].schema.unwrap()
}

/// A validator of the schema as it is written, which shares nothing with the sampler.
fn validator(schema: &Value, components: &Value) -> Validator {
    let mut schema = schema.clone();
    if let Some(members) = schema.as_object_mut() {
        members.insert("components".to_owned(), json!({ "schemas": components }));
    }
    let options = jsonschema::options().with_draft(Draft::Draft202012).should_validate_formats(true);
    options.should_ignore_unknown_formats(true).build(&schema).unwrap()
}

struct Sampled {
    valid: Result<Vec<Value>, Unsampled>,
    broken: Vec<Broken>,
}

/// Samples that were found to be as they should be.
fn sampled(schema: &Value, components: &Value, most: usize) -> Sampled {
    let api = api(schema, components);
    let (sampler, id) = (Sampler::new(&api, 3), body(&api));
    let valid = sampler.valid(id, Direction::Request, Use::Body, most);
    let validator = validator(schema, components);
    let mut broken = Vec::new();
    for (at, value) in valid.iter().flatten().enumerate() {
        assert!(validator.is_valid(value), "{schema}: {value} is not valid");
        assert!(!valid.as_ref().unwrap()[..at].contains(value), "{schema}: {value} is there twice");
        broken.extend(sampler.broken_values(id, value, 40));
    }
    for broken in &broken {
        assert!(!validator.is_valid(&broken.value), "{schema}: {broken:?} is valid");
        let is_there = |place: &String| place.starts_with(broken.pointer.as_str());
        let places: Vec<String> =
            validator.iter_errors(&broken.value).flat_map(|error| places(&error)).collect();
        assert!(places.iter().any(is_there), "{schema}: {broken:?} is broken elsewhere: {places:?}");
    }
    Sampled { valid, broken }
}

/// Where an error is, as JSON pointers: members that must not be there are named by the object's error.
fn places(error: &ValidationError<'_>) -> Vec<String> {
    let whole = error.instance_path().to_string();
    let (ValidationErrorKind::AdditionalProperties { unexpected }
    | ValidationErrorKind::UnevaluatedProperties { unexpected }) = error.kind()
    else {
        return vec![whole];
    };
    let member = |name: &String| format!("{whole}/{}", name.replace('~', "~0").replace('/', "~1"));
    unexpected.iter().map(member).chain([whole.clone()]).collect()
}

/// A schema of which valid values are found, and the keywords that are then broken.
fn keywords(schema: &Value, components: &Value, expected: &[&str]) {
    let Sampled { valid, broken } = sampled(schema, components, 6);
    let valid = valid.unwrap_or_else(|unsampled| panic!("{schema}: {unsampled}"));
    assert!(!valid.is_empty(), "{schema}");
    let found: BTreeSet<&str> = broken.iter().map(|broken| broken.keyword.as_str()).collect();
    for keyword in expected {
        assert!(found.contains(keyword), "{schema}: `{keyword}` is not broken, only {found:?}; {valid:?}");
    }
}

#[test]
fn types_and_values() {
    for (schema, expected) in [
        (json!({ "type": "string" }), &["type"][..]),
        (json!({ "type": "boolean" }), &["type"]),
        (json!({ "type": "integer" }), &["type"]),
        (json!({ "type": "number" }), &["type"]),
        (json!({ "type": "null" }), &["type"]),
        (json!({ "type": ["string", "null"] }), &["type"]),
        (json!({ "const": { "a": [1, null] } }), &["const"]),
        (json!({ "const": null }), &["const"]),
        (json!({ "enum": ["a", 1, null, true, { "b": [] }] }), &["enum"]),
        (json!({ "type": "string", "enum": ["", "ä\"\n"] }), &["enum"]),
        (json!({ "type": ["integer", "null"], "enum": [1, null] }), &["enum"]),
    ] {
        keywords(&schema, &json!({}), expected);
    }
}

#[test]
fn numbers() {
    for (schema, expected) in [
        (json!({ "type": "integer", "minimum": 5, "maximum": 5 }), &["minimum", "maximum"][..]),
        (
            json!({ "type": "integer", "exclusiveMinimum": -3, "exclusiveMaximum": -1 }),
            &["exclusiveMinimum", "exclusiveMaximum"],
        ),
        (json!({ "type": "integer", "multipleOf": 7, "minimum": 15 }), &["multipleOf", "minimum"]),
        (json!({ "type": "integer", "format": "int32", "minimum": 2_000_000_000 }), &["minimum"]),
        (json!({ "type": "integer", "minimum": 0.5, "maximum": 1.5 }), &["minimum", "maximum"]),
        (json!({ "type": "integer", "multipleOf": 0.5 }), &["type"]),
        (json!({ "allOf": [{ "type": "integer", "multipleOf": 4 }, { "multipleOf": 6 }] }), &["multipleOf"]),
        (
            json!({ "type": "number", "multipleOf": 0.01, "exclusiveMinimum": 0, "maximum": 0.05 }),
            &["multipleOf", "exclusiveMinimum", "maximum"],
        ),
        (
            json!({ "type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 0.001 }),
            &["exclusiveMinimum"],
        ),
        (json!({ "type": "number", "minimum": 1e300 }), &["minimum"]),
    ] {
        keywords(&schema, &json!({}), expected);
    }
}

#[test]
fn integers_stay_within_their_format() {
    let least_and_most = [
        ("int32", i128::from(i32::MIN), i128::from(i32::MAX)),
        ("uint32", 0, i128::from(u32::MAX)),
        ("uint64", 0, i128::from(u64::MAX)),
        ("int64", i128::from(i64::MIN), i128::from(i64::MAX)),
    ];
    for (format, least, most) in least_and_most {
        let schema = json!({ "type": "integer", "format": format });
        for value in sampled(&schema, &json!({}), 12).valid.unwrap() {
            let value = value.as_number().unwrap().as_i128().unwrap();
            assert!((least..=most).contains(&value), "{format}: {value}");
        }
    }
}

#[test]
fn strings() {
    for (schema, expected) in [
        (json!({ "type": "string", "minLength": 40, "maxLength": 41 }), &["minLength", "maxLength"][..]),
        (json!({ "type": "string", "maxLength": 0 }), &["maxLength"]),
        (json!({ "type": "string", "maxLength": 2 }), &["maxLength"]),
        (
            json!({ "type": "string", "pattern": "^[a-z]{3}-\\d+$", "minLength": 9 }),
            &["pattern", "minLength"],
        ),
        (json!({ "type": "string", "pattern": "^(?!a)[a-z]+$" }), &["pattern"]),
        // An expression that takes long to refuse.
        (json!({ "type": "string", "pattern": "^((a+)+)+$" }), &["pattern"]),
        (json!({ "type": "string", "pattern": "^(?=.*\\d)(?=.*[a-z]).{8,}$" }), &["pattern"]),
        (json!({ "allOf": [{ "type": "string", "pattern": "^a" }, { "pattern": "^[ab]+$" }] }), &["pattern"]),
        (json!({ "type": "string", "format": "email", "maxLength": 8 }), &["maxLength"]),
        (json!({ "type": "string", "format": "uuid", "pattern": "^[0-9a-f-]{36}$" }), &["pattern"]),
    ] {
        keywords(&schema, &json!({}), expected);
    }
}

#[test]
fn formats() {
    for format in [
        "uuid",
        "date",
        "date-time",
        "time",
        "email",
        "idn-email",
        "uri",
        "uri-reference",
        "uri-template",
        "iri",
        "iri-reference",
        "hostname",
        "idn-hostname",
        "ipv4",
        "ipv6",
        "byte",
        "base64",
        "binary",
        "regex",
        "json-pointer",
        "relative-json-pointer",
        "duration",
        "password",
        "something-else",
    ] {
        let valid = sampled(&json!({ "type": "string", "format": format }), &json!({}), 4).valid;
        assert!(valid.unwrap_or_else(|unsampled| panic!("{format}: {unsampled}")).len() >= 2, "{format}");
    }
}

#[test]
fn texts_have_characters_that_need_escaping() {
    let values = sampled(&json!({ "type": "string" }), &json!({}), 6).valid.unwrap();
    let has = |is: fn(char) -> bool| values.iter().any(|value| value.as_str().unwrap().chars().any(is));
    assert!(
        has(|character| !character.is_ascii()) && has(|character| character == '"') && has(char::is_control)
    );
}

#[test]
fn arrays() {
    let text = json!({ "type": "string" });
    for (schema, expected) in [
        (
            json!({ "type": "array", "items": text, "minItems": 1, "maxItems": 2 }),
            &["minItems", "maxItems", "type"][..],
        ),
        (
            json!({ "type": "array", "items": { "type": "integer", "minimum": 0, "maximum": 3 }, "uniqueItems": true, "minItems": 4 }),
            &["uniqueItems"],
        ),
        (
            json!({ "type": "array", "items": { "enum": ["a", "b"] }, "uniqueItems": true, "minItems": 2 }),
            &["uniqueItems", "enum"],
        ),
        (
            json!({ "type": "array", "prefixItems": [text, { "type": "integer" }], "items": false, "minItems": 2 }),
            &["items", "type"],
        ),
        (
            json!({ "type": "array", "contains": { "const": 7 }, "minContains": 2, "items": { "type": "integer" } }),
            &["contains"],
        ),
        (json!({ "type": "array", "contains": text, "maxContains": 1 }), &["contains"]),
        (json!({ "type": "array", "prefixItems": [text], "unevaluatedItems": false }), &["unevaluatedItems"]),
        (json!({ "items": false }), &["items"]),
    ] {
        keywords(&schema, &json!({}), expected);
    }
}

#[test]
fn objects() {
    let text = json!({ "type": "string" });
    for (schema, expected) in [
        (
            json!({ "type": "object", "properties": { "a": text }, "required": ["a", "b"] }),
            &["required", "type"][..],
        ),
        (
            json!({ "type": "object", "properties": { "a": text }, "additionalProperties": false }),
            &["additionalProperties"],
        ),
        (
            json!({ "type": "object", "additionalProperties": { "type": "integer" }, "minProperties": 2 }),
            &["additionalProperties", "minProperties"],
        ),
        (
            json!({ "type": "object", "patternProperties": { "^x-": { "type": "integer" } }, "additionalProperties": false, "minProperties": 1 }),
            &["additionalProperties", "minProperties"],
        ),
        (
            json!({ "type": "object", "properties": { "xa": { "maxLength": 3, "type": "string" } }, "patternProperties": { "^x": { "minLength": 2 } }, "required": ["xa"] }),
            &["maxLength", "minLength"],
        ),
        (
            json!({ "type": "object", "propertyNames": { "pattern": "^[a-c]{2}$" }, "minProperties": 3 }),
            &["propertyNames", "minProperties"],
        ),
        (
            json!({ "type": "object", "properties": { "a": text, "b": text, "c": text }, "maxProperties": 2 }),
            &["maxProperties"],
        ),
        (
            json!({ "type": "object", "properties": { "a": text, "b": text }, "dependentRequired": { "a": ["b"] } }),
            &["dependentRequired"],
        ),
        (
            json!({ "type": "object", "properties": { "a": text }, "dependentSchemas": { "a": { "required": ["z"], "properties": { "z": { "type": "integer" } } } } }),
            &["required"],
        ),
        (
            json!({ "allOf": [{ "properties": { "a": text } }], "properties": { "b": text }, "unevaluatedProperties": false, "type": "object" }),
            &["unevaluatedProperties"],
        ),
    ] {
        keywords(&schema, &json!({}), expected);
    }
}

#[test]
fn combinations() {
    let (a, b) = (json!({ "type": "string" }), json!({ "type": "integer" }));
    for (schema, expected) in [
        (json!({ "oneOf": [a, b] }), &["oneOf"][..]),
        (json!({ "anyOf": [a, b, { "type": "null" }] }), &["anyOf"]),
        (json!({ "oneOf": [{ "type": "integer" }, { "type": "number", "minimum": 5 }] }), &["oneOf"]),
        (
            json!({ "type": "object", "properties": { "a": a, "b": b }, "oneOf": [{ "required": ["a"] }, { "required": ["b"] }] }),
            &["oneOf", "required"],
        ),
        (
            json!({ "type": "object", "properties": { "a": a, "b": b }, "not": { "required": ["a", "b"] } }),
            &["not"],
        ),
        (json!({ "not": { "type": "string" } }), &["not"]),
        (json!({ "type": "string", "not": { "enum": ["unplug", "plain"] } }), &["not"]),
        (json!({ "type": "integer", "not": { "const": 1 } }), &["not"]),
        (
            json!({ "allOf": [{ "type": "object", "required": ["a"] }, { "properties": { "a": b } }] }),
            &["required", "type"],
        ),
        (
            json!({ "type": "object", "properties": { "k": { "enum": ["x", "y"] }, "v": {} }, "required": ["k", "v"], "if": { "properties": { "k": { "const": "x" } } }, "then": { "properties": { "v": a } }, "else": { "properties": { "v": b } } }),
            &["enum", "type"],
        ),
        (
            json!({ "oneOf": [{ "type": "object", "properties": { "a": a }, "additionalProperties": false }, { "type": "object", "properties": { "a": a, "b": b }, "additionalProperties": false }] }),
            &["additionalProperties"],
        ),
    ] {
        keywords(&schema, &json!({}), expected);
    }
}

#[test]
fn a_discriminator_is_set_as_its_mapping_says() {
    let components = json!({
        "Pet": {
            "oneOf": [{ "$ref": "#/components/schemas/Cat" }, { "$ref": "#/components/schemas/Dog" }],
            "discriminator": { "propertyName": "kind", "mapping": { "feline": "#/components/schemas/Cat" } }
        },
        "Base": { "type": "object", "required": ["kind"], "properties": { "kind": { "type": "string" } } },
        "Cat": { "allOf": [{ "$ref": "#/components/schemas/Base" }, { "required": ["lives"], "properties": { "lives": { "type": "integer" } }, "not": { "required": ["barks"] } }] },
        "Dog": { "allOf": [{ "$ref": "#/components/schemas/Base" }, { "required": ["barks"], "properties": { "barks": { "type": "boolean" } } }], "not": { "required": ["lives"] } }
    });
    let values = sampled(&json!({ "$ref": "#/components/schemas/Pet" }), &components, 4).valid.unwrap();
    for value in &values {
        assert_eq!(value["kind"], if value.get("lives").is_some() { "feline" } else { "Dog" }, "{value}");
    }
    assert!(
        values.iter().any(|value| value["kind"] == "Dog")
            && values.iter().any(|value| value["kind"] == "feline")
    );
}

#[test]
fn recursion_ends() {
    let components = json!({
        "Tree": { "type": "object", "required": ["children"], "properties": {
            "children": { "type": "array", "items": { "$ref": "#/components/schemas/Tree" } },
            "left": { "$ref": "#/components/schemas/Tree" }
        } },
        "Term": { "oneOf": [
            { "type": "object", "required": ["l", "r"], "properties": { "l": { "$ref": "#/components/schemas/Term" }, "r": { "$ref": "#/components/schemas/Term" } } },
            { "type": "integer" }
        ] }
    });
    keywords(&json!({ "$ref": "#/components/schemas/Tree" }), &components, &["required", "type"]);
    keywords(&json!({ "$ref": "#/components/schemas/Term" }), &components, &["oneOf"]);
}

#[test]
fn what_nothing_fits_is_said_with_a_reason() {
    let components = json!({ "Endless": {
        "type": "object", "required": ["a"], "properties": { "a": { "$ref": "#/components/schemas/Endless" } }
    } });
    for (schema, why) in [
        (json!({ "$ref": "#/components/schemas/Endless" }), "without an end"),
        (json!({ "type": "integer", "minimum": 3, "maximum": 2 }), "within all its limits"),
        (json!({ "type": "integer", "exclusiveMinimum": 1e300 }), "within all its limits"),
        (json!({ "type": "integer", "maximum": -1e300 }), "within all its limits"),
        (json!({ "type": "array", "minItems": 100_000 }), "break `minItems`"),
        (json!({ "type": "string", "minLength": 10_000_000 }), "no text has the length"),
        (json!({ "type": "object", "properties": { "a": false }, "required": ["a"] }), "is `false`"),
        (json!({ "allOf": [{ "type": "string" }, { "type": "integer" }] }), "no type is left"),
        (json!({ "type": "string", "pattern": "^a$", "minLength": 2 }), "no text was found"),
        (json!({ "oneOf": [{ "type": "string" }, { "type": "string" }] }), "break `oneOf`"),
        (json!({ "type": "string", "enum": [1] }), "no value of `const` or `enum`"),
        (
            json!({ "type": "array", "items": { "const": 1 }, "uniqueItems": true, "minItems": 2 }),
            "no item number 2",
        ),
    ] {
        let unsampled = sampled(&schema, &components, 3).valid.expect_err("nothing fits");
        assert!(unsampled.why.contains(why), "{schema}: {unsampled}");
        assert!(unsampled.pointer.starts_with("/paths/~1a/post/requestBody"), "{unsampled}");
    }
}

#[test]
fn the_first_is_minimal_and_the_second_full() {
    let text = json!({ "type": "string" });
    let schema = json!({ "type": "object", "required": ["a"], "properties": {
        "a": text, "b": text, "list": { "type": "array", "items": text }
    } });
    let values = sampled(&schema, &json!({}), 2).valid.unwrap();
    assert_eq!(values[0].as_object().unwrap().len(), 1);
    assert_eq!(values[1].as_object().unwrap().len(), 3);
    assert_eq!(values[1]["list"].as_array().unwrap().len(), 2);
}

#[test]
fn members_of_the_other_side_are_left_out_even_where_they_are_required() {
    let schema = json!({ "type": "object", "required": ["id"], "properties": {
        "id": { "type": "integer", "readOnly": true },
        "made": { "type": "string", "readOnly": true },
        "secret": { "type": "string", "writeOnly": true },
        "name": { "type": "string" }
    } });
    let api = api(&schema, &json!({}));
    let sampler = Sampler::new(&api, 0);
    let names = |direction| {
        let full = sampler.valid(body(&api), direction, Use::Body, 2).unwrap().remove(1);
        full.as_object().unwrap().keys().cloned().collect::<Vec<_>>()
    };
    assert_eq!(names(Direction::Request), ["secret", "name"]);
    assert_eq!(names(Direction::Response), ["id", "made", "name"]);
}

#[test]
fn parameters_can_be_carried() {
    for schema in [
        json!({ "type": "string" }),
        json!({ "type": ["string", "null"], "enum": ["", null, ".", "..", "a", "b\n"] }),
        json!({ "type": "string", "pattern": "^.*$" }),
        json!({ "type": "string", "pattern": "^\\.{0,3}$" }),
        json!({ "type": "array", "items": { "type": ["string", "null"] } }),
        json!({ "type": "object", "properties": { "a": { "type": "string" }, "b": { "type": "array", "items": {} } } }),
    ] {
        let api = api(&schema, &json!({}));
        let sampler = Sampler::new(&api, 0);
        for location in [ParameterIn::Path, ParameterIn::Header, ParameterIn::Query] {
            let values = sampler.valid(body(&api), Direction::Request, Use::Parameter(location), 8).unwrap();
            for value in values {
                let texts: Vec<&Value> = match &value {
                    Value::Array(items) => items.iter().collect(),
                    Value::Object(members) => members.values().collect(),
                    single => vec![single],
                };
                assert!(!texts.is_empty(), "{schema}: {value}");
                for text in texts {
                    let Some(text) = text.as_str() else { panic!("{schema}: {value}") };
                    assert!(!text.is_empty() && !text.contains(char::is_control), "{schema}: {value}");
                    assert!(location != ParameterIn::Path || (text != "." && text != ".."), "{value}");
                    let word = text.trim() == text && text.is_ascii();
                    assert!(location != ParameterIn::Header || word, "{value}");
                }
            }
        }
    }
}

#[test]
fn values_of_an_extensible_enumeration_are_known_ones_and_not_broken() {
    let schema = json!({ "type": "string", "x-extensible-enum": ["a", "b"] });
    let Sampled { valid, broken } = sampled(&schema, &json!({}), 2);
    assert_eq!(valid.unwrap().len(), 2);
    assert!(broken.iter().all(|broken| broken.keyword == "type"), "{broken:?}");
}

#[test]
fn the_same_seed_gives_the_same_values() {
    let schema =
        json!({ "type": "object", "properties": { "a": { "type": "string" }, "b": { "type": "number" } } });
    let api = api(&schema, &json!({}));
    let sample = |seed| {
        let sampler = Sampler::new(&api, seed);
        // What was asked before makes no difference.
        if seed == 5 {
            let _ = sampler.valid(body(&api), Direction::Response, Use::Body, 3);
        }
        let values = sampler.valid(body(&api), Direction::Request, Use::Body, 5).unwrap();
        (serde_json::to_string(&sampler.exchange(&api.operations[0], 2).unwrap()).unwrap(), values)
    };
    assert_eq!(sample(5), sample(5));
    assert_ne!(sample(5), sample(6));
}
