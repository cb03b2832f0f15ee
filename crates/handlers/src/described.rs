//! How handlers describe themselves.
//!
//! A description has two parts, so that it can neither part from the handler nor repeat the
//! document:
//!
//! - **What the Rust types say.** Bodies are described with [`Typed`], by the types of the stub that
//!   the handler really takes and gives back. Their schemas are made from the Rust code. A body that
//!   the handler cannot construct cannot be described, and when a type changes the description does.
//! - **What the handler promises.** Method, path, credentials, parameters, statuses, headers and media
//!   types stand in the handler's `#[utoipa::path(…)]`, and what it promises of texts beyond their
//!   Rust type is added with [`promise`]. These are written by hand on purpose: taken from the stub,
//!   which is made from the document, they would be the document compared with itself. That they
//!   are kept is shown by the tests, which compare every recorded answer with the description and
//!   ask for every described status, header and member to have been seen.
//!
//! `cargo xtask scaffold` writes a handler together with what the document says of it, so that the
//! comparison holds from the start; [`described!`] makes the types for that, and [`Typed`] takes
//! their place as the handler is written.

use std::marker::PhantomData;

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};
use utoipa::openapi::extensions::Extensions;
use utoipa::openapi::schema::{ObjectBuilder, Schema, SchemaType};
use utoipa::openapi::security::SecurityScheme;
use utoipa::openapi::{OpenApi, RefOr};
use utoipa::{PartialSchema, ToSchema};

/// Schemas of components by name, as utoipa collects them.
type Components = Vec<(String, RefOr<Schema>)>;

/// Stands in a description for the Rust type `T`, with the schema that is made from its code.
pub(crate) struct Typed<T>(PhantomData<T>);

impl<T: JsonSchema> PartialSchema for Typed<T> {
    fn schema() -> RefOr<Schema> {
        schemas_of::<T>().0
    }
}

impl<T: JsonSchema> ToSchema for Typed<T> {
    fn schemas(schemas: &mut Components) {
        schemas.extend(schemas_of::<T>().1);
    }
}

/// The schema of a type, and those that it refers to.
fn schemas_of<T: JsonSchema>() -> (RefOr<Schema>, Components) {
    let settings = SchemaSettings::draft2020_12().with(|settings| {
        settings.definitions_path = "/components/schemas".into();
        settings.meta_schema = None;
    });
    let mut generator = settings.into_generator();
    let schema = from_value(T::json_schema(&mut generator).into());
    let definitions = generator.take_definitions(true);
    (schema, definitions.into_iter().map(|(name, schema)| (name, from_value(schema))).collect())
}

fn from_value(mut schema: Value) -> RefOr<Schema> {
    name_widths(&mut schema);
    match schema {
        Value::Object(keywords) => from_keywords(keywords),
        // `true`, as no derived type has `false`.
        _ => from_keywords(Map::new()),
    }
}

/// Says with `format`, as documents do, what the types say with the limits of an `i64`.
fn name_widths(schema: &mut Value) {
    match schema {
        Value::Object(members) => {
            if members.get("minimum") == Some(&json!(i64::MIN))
                && members.get("maximum") == Some(&json!(i64::MAX))
            {
                members.remove("minimum");
                members.remove("maximum");
                members.insert("format".to_owned(), json!("int64"));
            }
            members.values_mut().for_each(name_widths);
        }
        Value::Array(items) => items.iter_mut().for_each(name_widths),
        _ => {}
    }
}

fn from_keywords(keywords: Map<String, Value>) -> RefOr<Schema> {
    let object = ObjectBuilder::new().schema_type(SchemaType::AnyValue);
    RefOr::T(object.extensions(Some(Extensions::from_iter(keywords))).build().into())
}

/// Adds a keyword that the handler promises beyond the Rust type: to a component, or to one of its
/// properties.
pub(crate) fn promise(
    description: &mut OpenApi,
    (component, property): (&str, Option<&str>),
    keyword: &str,
    value: Value,
) {
    let components = description.components.get_or_insert_default();
    let Some(RefOr::T(Schema::Object(schema))) = components.schemas.get_mut(component) else { return };
    let keywords = schema.extensions.get_or_insert_default();
    let Some(property) = property else {
        keywords.insert(keyword.to_owned(), value);
        return;
    };
    let property = keywords.get_mut("properties").and_then(|properties| properties.get_mut(property));
    if let Some(Value::Object(keywords)) = property {
        keywords.insert(keyword.to_owned(), value);
    }
}

/// A JSON Schema as it stands, keyword by keyword.
#[allow(dead_code, reason = "used as long as a scaffolded handler is")]
pub(crate) fn schema(json: &str) -> RefOr<Schema> {
    // A text that is no object says nothing, as the schema `true` does.
    from_keywords(serde_json::from_str(json).unwrap_or_default())
}

/// Adds a security scheme, given as the JSON of the document.
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
