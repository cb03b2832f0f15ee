//! The JSON Schema (2020-12) of what the generated types read, made from the types themselves.
//!
//! It says what the type accepts, which is not always what the document says: an open set accepts
//! every text, an integer has 64 bits, and keywords that are checked beside the type are not in it.

#![allow(clippy::must_use_candidate, reason = "called by generated code, which uses every result")]

use schemars::transform::{RecursiveTransform, Transform as _};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::{Map, Value, json};

mod choice;
mod registry;

pub use choice::{Choice, Chosen, How, Limit, Rule, union};
pub use registry::{TypeSchema, type_document};
/// For the code that the macros and the derive write.
#[doc(hidden)]
pub use schemars;

/// A struct with named fields. Members without a field are ignored, so they may be anything.
#[derive(Default)]
pub struct Object {
    properties: Map<String, Value>,
    required: Vec<Value>,
    others: Option<Value>,
}

impl Object {
    /// A member that must be there.
    pub fn required<T: JsonSchema>(&mut self, name: &str, generator: &mut SchemaGenerator) {
        self.required.push(json!(name));
        self.optional::<T>(name, generator);
    }

    /// A member that may be left out; when it is there, it is a `T`.
    pub fn optional<T: JsonSchema>(&mut self, name: &str, generator: &mut SchemaGenerator) {
        self.properties.insert(name.to_owned(), generator.subschema_for::<T>().into());
    }

    /// All other members go into this map.
    pub fn others<M: JsonSchema>(&mut self, generator: &mut SchemaGenerator) {
        self.others = M::json_schema(generator).remove("additionalProperties");
    }

    /// The schema of the struct.
    #[must_use]
    pub fn finish(self) -> Schema {
        let mut members = Map::new();
        members.insert("type".to_owned(), json!("object"));
        members.insert("properties".to_owned(), Value::Object(self.properties));
        if !self.required.is_empty() {
            members.insert("required".to_owned(), Value::Array(self.required));
        }
        if let Some(others) = self.others {
            members.insert("additionalProperties".to_owned(), others);
        }
        exact(members.into())
    }
}

/// An open set of texts: any text, of which these are known.
pub fn open_text<T>(known: &[(T, &'static str)]) -> Schema {
    let known: Vec<&str> = known.iter().map(|(_, text)| *text).collect();
    members(json!({ "type": "string", "x-extensible-enum": known }))
}

/// An open set of whole numbers.
pub fn open_integer<T>(known: &[(T, i64)]) -> Schema {
    let known: Vec<i64> = known.iter().map(|(_, number)| *number).collect();
    exact(members(json!({ "type": "integer", "format": "int64", "x-extensible-enum": known })))
}

/// An open set of any values, given as JSON texts.
pub fn open_value<T>(known: &[(T, &'static str)]) -> Schema {
    let known: Vec<Value> = known.iter().map(|(_, text)| super::parsed(text)).collect();
    members(json!({ "x-extensible-enum": known }))
}

/// Exactly one value.
pub fn constant(value: Value) -> Schema {
    let mut members = Map::new();
    members.insert("const".to_owned(), value);
    members.into()
}

impl JsonSchema for super::Secret {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Secret".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        members(json!({ "type": "string", "x-secret": true }))
    }
}

impl JsonSchema for crate::json::Number {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Number".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        members(json!({ "type": "number" }))
    }
}

fn members(value: Value) -> Schema {
    // Only an object or a boolean is a schema, and these are written out here.
    Schema::try_from(value).unwrap_or_default()
}

/// Says with limits what `schemars` says of Rust's numbers with `format`, which validates nothing.
pub fn exact(mut schema: Schema) -> Schema {
    let limits = |schema: &mut Schema| {
        let Some(format) = schema.get("format").and_then(Value::as_str) else { return };
        let (least, most) = match format {
            "int32" => (json!(i32::MIN), json!(i32::MAX)),
            "int64" => (json!(i64::MIN), json!(i64::MAX)),
            "uint64" => (json!(0), json!(u64::MAX)),
            "double" => {
                schema.remove("format");
                return;
            }
            _ => return,
        };
        schema.remove("format");
        schema.insert("minimum".to_owned(), least);
        schema.insert("maximum".to_owned(), most);
    };
    RecursiveTransform(limits).transform(&mut schema);
    schema
}
