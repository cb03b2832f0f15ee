//! Other ways to write a document.

use std::fmt::Write as _;

use serde_json::{Map, Value, json};

/// Members in another order. That of paths, parameters and the like is not changed, because lists
/// have one.
pub(crate) fn shuffled(value: &Value) -> Value {
    match value {
        Value::Array(items) => Value::Array(items.iter().map(shuffled).collect()),
        Value::Object(members) => {
            let mut keys: Vec<&String> = members.keys().collect();
            // Neither the order of the text nor that of the alphabet.
            keys.sort_by_key(|key| key.bytes().rev().collect::<Vec<u8>>());
            keys.into_iter().map(|key| (key.clone(), shuffled(&members[key]))).collect()
        }
        other => other.clone(),
    }
}

/// Block YAML.
pub(crate) fn yaml(value: &Value) -> String {
    let mut text = String::new();
    write(value, 0, &mut text);
    text
}

fn write(value: &Value, depth: usize, into: &mut String) {
    let pad = "  ".repeat(depth);
    match value {
        Value::Object(members) if !members.is_empty() => {
            for (key, member) in members {
                let key = Value::String(key.clone());
                let _ = write!(into, "\n{pad}? {key}\n{pad}: ");
                write(member, depth + 1, into);
            }
        }
        Value::Array(items) if !items.is_empty() => {
            for item in items {
                let _ = write!(into, "\n{pad}- ");
                write(item, depth + 1, into);
            }
        }
        scalar => {
            let _ = write!(into, "{scalar}");
        }
    }
}

/// Keywords whose members are names, not keywords.
const NAMED: &[&str] = &[
    "properties",
    "patternProperties",
    "schemas",
    "parameters",
    "responses",
    "headers",
    "requestBodies",
    "paths",
    "callbacks",
    "content",
    "encoding",
    "variables",
    "mapping",
    "links",
    "securitySchemes",
    "scopes",
];
/// What is no part of a description.
const VALUES: &[&str] = &["example", "examples", "default", "enum"];

/// As 3.1 writes what 3.0 does.
pub(crate) fn to_3_1(document: &Value) -> Value {
    let mut converted = convert(document, false);
    converted["openapi"] = json!("3.1.0");
    converted
}

fn convert(value: &Value, names: bool) -> Value {
    match value {
        Value::Array(items) => Value::Array(items.iter().map(|item| convert(item, false)).collect()),
        Value::Object(members) if names => {
            members.iter().map(|(name, member)| (name.clone(), convert(member, false))).collect()
        }
        Value::Object(members) => keywords(members),
        other => other.clone(),
    }
}

fn keywords(members: &Map<String, Value>) -> Value {
    // 3.0 ignores what stands beside a reference.
    if let Some(reference @ Value::String(_)) = members.get("$ref") {
        return json!({ "$ref": reference });
    }
    let mut converted = Map::new();
    for (key, member) in members {
        let value = if VALUES.contains(&key.as_str()) || key.starts_with("x-") {
            member.clone()
        } else {
            convert(member, NAMED.contains(&key.as_str()))
        };
        converted.insert(key.clone(), value);
    }
    let is_nullable = converted.get("nullable") == Some(&Value::Bool(true));
    let composes = ["allOf", "oneOf", "anyOf"].iter().any(|keyword| converted.contains_key(*keyword));
    let is_schema = converted.contains_key("type") && !converted.contains_key("in");
    if !(is_schema || is_nullable && composes) {
        return Value::Object(converted);
    }
    converted.shift_remove("nullable");
    if is_nullable {
        add_null(&mut converted);
    }
    for (bound, exclusive) in [("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")] {
        if let Some(Value::Bool(flag)) = converted.get(exclusive).cloned() {
            converted.shift_remove(exclusive);
            if flag && let Some(number) = converted.shift_remove(bound) {
                converted.insert(exclusive.to_owned(), number);
            }
        }
    }
    if let Some(example) = converted.shift_remove("example") {
        converted.insert("examples".to_owned(), json!([example]));
    }
    match converted.get("format").and_then(Value::as_str) {
        Some("byte") => {
            converted.shift_remove("format");
            converted.insert("contentEncoding".to_owned(), json!("base64"));
        }
        Some("binary") => {
            converted.shift_remove("format");
            converted.insert("contentMediaType".to_owned(), json!("application/octet-stream"));
        }
        _ => {}
    }
    Value::Object(converted)
}

/// What `nullable` says of the type, of listed values and of compositions.
fn add_null(schema: &mut Map<String, Value>) {
    if let Some(kind) = schema.get("type").cloned() {
        schema.insert("type".to_owned(), json!([kind, "null"]));
    }
    if let Some(Value::Array(values)) = schema.get_mut("enum")
        && !values.contains(&Value::Null)
    {
        values.push(Value::Null);
    }
    let composed: Vec<Value> = ["allOf", "oneOf", "anyOf"]
        .into_iter()
        .filter_map(|keyword| schema.shift_remove(keyword).map(|parts| json!({ keyword: parts })))
        .map(|composed| json!({ "anyOf": [composed, { "type": "null" }] }))
        .collect();
    if !composed.is_empty() {
        schema.insert("allOf".to_owned(), Value::Array(composed));
    }
}
