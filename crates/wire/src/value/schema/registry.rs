//! All types of an API, with their schemas in one document.

use std::fmt;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

use super::super::Strict;

/// Where a document has its schemas.
const COMPONENTS: &str = "/components/schemas";

/// A generated type.
#[derive(Clone, Copy)]
pub struct TypeSchema {
    name: &'static str,
    schema: fn(&mut SchemaGenerator) -> Schema,
    read: fn(&Value) -> Result<(), String>,
}

impl fmt::Debug for TypeSchema {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("TypeSchema").field(&self.name).finish()
    }
}

impl TypeSchema {
    /// The type `T`, which is called `name`.
    #[must_use]
    pub fn of<T: JsonSchema + DeserializeOwned>(name: &'static str) -> Self {
        Self {
            name,
            schema: SchemaGenerator::subschema_for::<T>,
            read: |json| T::deserialize(Strict(json)).map(drop).map_err(|error| error.to_string()),
        }
    }

    /// The name of the Rust type in its module.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// Reads a value as the type, as it would be read from the wire.
    ///
    /// # Errors
    /// Why it cannot be.
    pub fn read(&self, json: &Value) -> Result<(), String> {
        (self.read)(json)
    }
}

/// An `OpenAPI` 3.1 document without operations, whose components are the schemas of these types by
/// their Rust names. They say what the types read.
#[must_use]
pub fn type_document(title: &str, types: &[TypeSchema]) -> Value {
    let settings = SchemaSettings::draft2020_12().with(|settings| {
        settings.definitions_path = COMPONENTS.into();
        settings.meta_schema = None;
    });
    let mut generator = settings.into_generator();
    let mut schemas = Map::new();
    for described in types {
        let schema: Value = super::exact((described.schema)(&mut generator)).into();
        // What has a definition of its own comes with the others.
        if schema["$ref"] != json!(format!("#{COMPONENTS}/{}", described.name)) {
            schemas.insert(described.name.to_owned(), schema);
        }
    }
    schemas.extend(generator.take_definitions(true));
    json!({
        "openapi": "3.1.0",
        "info": { "title": title, "version": "" },
        "paths": {},
        "components": { "schemas": schemas },
    })
}
