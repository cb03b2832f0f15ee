//! A file of the suite as an `OpenAPI` document.

use serde_json::{Map, Value, json};

use super::Draft;
use super::suite::{Group, KeywordFile};

/// Where a schema stands in the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// In the media type itself.
    Inline,
    /// Under `components`, with a reference to it.
    Component,
}

impl Place {
    pub(crate) const ALL: [Self; 2] = [Self::Inline, Self::Component];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Inline => "inline",
            Self::Component => "component",
        }
    }

    /// The path of the operations with the schema of a group.
    pub(crate) fn path(self, group: usize) -> String {
        format!("/group{group}/{}", self.name())
    }

    /// The operation that gets the schema's values.
    pub(crate) fn send(self, group: usize) -> String {
        format!("send{group}_{}", self.name())
    }

    /// The operation that answers the schema's values.
    pub(crate) fn read(self, group: usize) -> String {
        format!("read{group}_{}", self.name())
    }

    /// Where findings about a group's schema point at.
    pub(crate) fn pointers(self, group: usize) -> [String; 2] {
        match self {
            Self::Inline => [format!("/paths/~1group{group}~1inline"), String::new()],
            Self::Component => {
                [format!("/paths/~1group{group}~1component"), format!("/components/schemas/Group{group}")]
            }
        }
    }
}

/// The text of the document.
pub(crate) fn text(draft: &Draft, file: &KeywordFile) -> String {
    let mut paths = Map::new();
    let mut schemas = Map::new();
    for (number, group) in file.groups.iter().enumerate() {
        for place in Place::ALL {
            let at = |role: &str| match place {
                Place::Inline => with_base(draft, &group.schema, &format!("{}-{number}-{role}", file.name)),
                Place::Component => json!({ "$ref": format!("#/components/schemas/Group{number}") }),
            };
            let content = |schema: Value| json!({ "application/json": { "schema": schema } });
            let item = json!({
                "post": {
                    "operationId": place.send(number),
                    "requestBody": { "required": true, "content": content(at("request")) },
                    "responses": { "204": { "description": "valid" } },
                },
                "get": {
                    "operationId": place.read(number),
                    "responses": { "200": { "description": "read", "content": content(at("answer")) } },
                },
            });
            paths.insert(place.path(number), item);
        }
        let name = format!("Group{number}");
        let base = with_base(draft, &group.schema, &format!("{}-{number}", file.name));
        schemas.insert(name.clone(), base);
        for (definition, schema) in &group.definitions {
            schemas.insert(format!("{name}_{definition}"), schema.clone());
        }
    }
    let document = json!({
        "openapi": draft.version,
        "info": { "title": file.name, "version": "1" },
        "paths": paths,
        "components": { "schemas": schemas },
    });
    format!("{document:#}\n")
}

/// The schemas of the suite are documents of their own, within which `#` begins: with an `$id` they
/// are again.
fn with_base(draft: &Draft, schema: &Value, name: &str) -> Value {
    let mut schema = schema.clone();
    if draft.version.starts_with("3.0") {
        return schema;
    }
    if let Some(members) = schema.as_object_mut() {
        let dialect = "https://json-schema.org/draft/2020-12/schema";
        if members.get("$schema").and_then(Value::as_str) == Some(dialect) {
            members.remove("$schema");
        }
        let text = Value::Object(members.clone()).to_string();
        let refers = ["\"$ref\"", "\"$dynamicRef\"", "\"$anchor\""].iter().any(|word| text.contains(word));
        if refers && !members.contains_key("$id") {
            members.insert("$id".to_owned(), json!(format!("https://suite.example/{name}")));
        }
    }
    schema
}

/// A file with the groups that the version of the draft can say.
pub(crate) fn adapted(draft: &Draft, file: KeywordFile) -> KeywordFile {
    if !draft.version.starts_with("3.0") {
        return file;
    }
    let mut kept: Vec<Group> = Vec::new();
    for group in file.groups {
        kept.extend(as_3_0(group, kept.len()));
    }
    KeywordFile { name: file.name, groups: kept }
}

/// The group as 3.0 says it, when it can.
fn as_3_0(mut group: Group, number: usize) -> Option<Group> {
    let members = group.schema.as_object_mut()?;
    members.remove("$schema");
    if let Some(Value::Object(definitions)) = members.remove("definitions") {
        if definitions.keys().any(|name| !name.chars().all(|letter| letter.is_ascii_alphanumeric())) {
            return None;
        }
        group.definitions.extend(definitions);
    }
    let root = format!("#/components/schemas/Group{number}");
    if !say_in_3_0(&mut group.schema, &root) {
        return None;
    }
    group.definitions.iter_mut().all(|(_, schema)| say_in_3_0(schema, &root)).then_some(group)
}

/// Whether 3.0 has all keywords of a schema, whose references are turned into those of the document.
fn say_in_3_0(schema: &mut Value, root: &str) -> bool {
    let Some(members) = schema.as_object_mut() else { return false };
    for (keyword, value) in members.iter_mut() {
        let said = match keyword.as_str() {
            "$ref" => reference(value, root),
            "type" => value.as_str().is_some_and(|name| name != "null"),
            "items" | "not" => say_in_3_0(value, root),
            "additionalProperties" => value.is_boolean() || say_in_3_0(value, root),
            "allOf" | "anyOf" | "oneOf" => {
                value.as_array_mut().is_some_and(|all| all.iter_mut().all(|one| say_in_3_0(one, root)))
            }
            "properties" => {
                value.as_object_mut().is_some_and(|all| all.values_mut().all(|one| say_in_3_0(one, root)))
            }
            "required" | "enum" | "default" | "format" | "title" | "description" | "uniqueItems"
            | "multipleOf" | "maximum" | "exclusiveMaximum" | "minimum" | "exclusiveMinimum"
            | "maxLength" | "minLength" | "pattern" | "maxItems" | "minItems" | "maxProperties"
            | "minProperties" => true,
            _ => false,
        };
        if !said {
            return false;
        }
    }
    true
}

/// `#/definitions/x/…` stands under the components, and `#/…` below the group's schema.
fn reference(value: &mut Value, root: &str) -> bool {
    let Some(within) = value.as_str().and_then(|text| text.strip_prefix('#')) else { return false };
    let target = match within.strip_prefix("/definitions/") {
        Some(rest) => format!("{root}_{rest}"),
        None if within.is_empty() || within.starts_with('/') => format!("{root}{within}"),
        None => return false,
    };
    *value = Value::String(target);
    true
}
