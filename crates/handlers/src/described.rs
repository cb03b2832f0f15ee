//! Descriptions that stand in for types which nobody has written yet.
//!
//! `cargo xtask scaffold` writes a handler together with what the document says of it, so that the
//! comparison with the document holds from the start. Types of one's own with `ToSchema` take the
//! place of these as the handler is written.
#![allow(dead_code, reason = "used as long as a scaffolded handler is")]

use serde_json::{Map, Value};
use utoipa::openapi::extensions::Extensions;
use utoipa::openapi::schema::{ObjectBuilder, Schema, SchemaType};
use utoipa::openapi::security::SecurityScheme;
use utoipa::openapi::{OpenApi, RefOr};

/// A JSON Schema as it stands, keyword by keyword.
pub(crate) fn schema(json: &str) -> RefOr<Schema> {
    // A text that is no object says nothing, as the schema `true` does.
    let keywords: Map<String, Value> = serde_json::from_str(json).unwrap_or_default();
    let object = ObjectBuilder::new().schema_type(SchemaType::AnyValue);
    RefOr::T(object.extensions(Some(Extensions::from_iter(keywords))).build().into())
}

/// Adds a security scheme as the document has it.
pub(crate) fn add_security_scheme(description: &mut OpenApi, name: &str, json: &str) {
    if let Ok(scheme) = serde_json::from_str::<SecurityScheme>(json) {
        description.components.get_or_insert_default().add_security_scheme(name, scheme);
    }
}

/// Makes a type whose schema is a JSON text. What it refers to among the components follows, by
/// name.
#[allow(unused_macros, reason = "used as long as a scaffolded handler is")]
macro_rules! described {
    ($($name:ident = $json:literal { $($component:literal = $schema:literal),* $(,)? })*) => {$(
        pub(super) struct $name;

        impl utoipa::PartialSchema for $name {
            fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::Schema> {
                $crate::described::schema($json)
            }
        }

        impl utoipa::ToSchema for $name {
            fn schemas(
                schemas: &mut Vec<(String, utoipa::openapi::RefOr<utoipa::openapi::Schema>)>,
            ) {
                let components: &[(&str, &str)] = &[$(($component, $schema)),*];
                let described = |(name, json): &(&str, &str)| {
                    ((*name).to_owned(), $crate::described::schema(json))
                };
                schemas.extend(components.iter().map(described));
            }
        }
    )*};
}

#[allow(unused_imports, reason = "used as long as a scaffolded handler is")]
pub(crate) use described;
