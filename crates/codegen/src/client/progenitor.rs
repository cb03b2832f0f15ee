//! The module that progenitor makes of an API, kept as it comes back.
//!
//! progenitor gets one `OpenAPI` 3.0 document with the operations that it builds right. Parameters
//! are text by then and bodies are types of ours, which progenitor calls replacements; every answer
//! is one `*/*` stream, because our own decoders read it by its status.

use ::progenitor::{GenerationSettings, Generator, HooksMode, InterfaceStyle};
use proc_macro2::{Ident, TokenStream};
use quote::quote;
use serde_json::{Map, Value, json};
use unplug_openapi::ir::Api;

use super::buildable::{Body, Buildable};
use crate::names::{self, Namespace};

/// Names of functions that the module or its hooks have already.
const RESERVED: [&str; 6] = ["api_version", "exec", "new", "new_with_client", "post", "pre"];

/// An operation for progenitor, under the name that its function gets.
pub(super) struct Function<'a> {
    /// `operationId` in the document, and the function's name.
    pub(super) name: Ident,
    /// What it builds.
    pub(super) built: Buildable<'a>,
}

/// The names of progenitor's functions.
pub(super) struct Names(Namespace);

impl Names {
    pub(super) fn new() -> Self {
        let mut taken = Namespace::new();
        for name in RESERVED {
            taken.take(name);
        }
        Self(taken)
    }

    /// Takes the name of a method of ours, or a number where progenitor would change it.
    pub(super) fn claim(&mut self, rust_name: &str) -> Ident {
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        let kept = rust_name.chars().all(plain) && names::ident(rust_name) == rust_name;
        names::ident(&self.0.claim_snake(if kept { rust_name } else { "operation" }))
    }
}

/// The module `progenitor.rs`.
///
/// # Errors
/// What progenitor says when it refuses the document.
pub(super) fn module(api: &Api, functions: &[&Function]) -> Result<TokenStream, String> {
    let mut settings = GenerationSettings::default();
    settings
        .with_interface(InterfaceStyle::Positional)
        .with_hooks(HooksMode::Expected)
        .with_inner_type(quote!(std::sync::Arc<unplug_client_runtime::codegen::Attempts>));
    let mut schemas = Map::new();
    let mut paths = Map::new();
    for function in functions {
        let built = &function.built;
        let body = built.body.as_ref().map(|body| match body {
            Body::Json(ty) => {
                // Named so that progenitor keeps the name, by which it knows what to replace.
                let name = format!("Body{}", schemas.len() + 1);
                settings.with_replacement(&name, ty, std::iter::empty());
                let reference = format!("#/components/schemas/{name}");
                schemas.insert(name, json!({}));
                ("application/json", json!({ "$ref": reference }))
            }
            Body::Text(media_type) => (*media_type, json!({ "type": "string" })),
            Body::Bytes => ("application/octet-stream", json!({ "type": "string", "format": "binary" })),
        });
        let item = paths.entry(built.path).or_insert_with(|| json!({}));
        item[built.method] = operation(function, body);
    }
    let document = json!({
        "openapi": "3.0.3",
        "info": { "title": api.title, "version": version(&api.version) },
        "paths": paths,
        "components": { "schemas": schemas },
    });
    let document: openapiv3::OpenAPI = serde_json::from_value(document).map_err(|error| error.to_string())?;
    Generator::new(&settings).generate_tokens(&document).map_err(|error| error.to_string())
}

/// progenitor sends the version in a header, which our hooks take away again; what a header cannot
/// hold would be a panic there.
fn version(version: &str) -> String {
    version.chars().filter(|c| c.is_ascii_graphic() || *c == ' ').collect()
}

fn operation(function: &Function, body: Option<(&str, Value)>) -> Value {
    let parameters: Vec<Value> = function
        .built
        .parameters
        .iter()
        .map(|argument| {
            let text = json!({ "type": "string" });
            let schema = if argument.list { json!({ "type": "array", "items": text }) } else { text };
            json!({
                "name": argument.field.parameter.name,
                "in": argument.location,
                "required": argument.field.required,
                "schema": schema,
            })
        })
        .collect();
    let mut operation = json!({
        "operationId": function.name.to_string(),
        "parameters": parameters,
        "responses": {
            "default": { "description": "", "content": { "*/*": { "schema": {} } } },
        },
    });
    if let Some((media_type, schema)) = body {
        operation["requestBody"] = json!({ "content": { media_type: { "schema": schema } } });
    }
    operation
}
