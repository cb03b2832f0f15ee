//! `wire.rs`: what progenitor makes of an API.
//!
//! progenitor gets one document per operation, written here, on which it cannot fail: `OpenAPI`
//! 3.0.3, every answer one `*/*` stream, parameters text or lists of text, at most one JSON body.
//! It gives back functions that build the request, send it, and hand over status, headers and
//! bytes. The operations around them write the values and decode the answers by status.

use proc_macro2::TokenStream;
use progenitor::{GenerationSettings, Generator, HooksMode, InterfaceStyle};
use quote::{ToTokens, format_ident, quote};
use serde_json::{Value, json};
use syn::visit_mut::{self, VisitMut};
use unplug_openapi::ir::Api;

/// A call that progenitor can build.
#[derive(Debug)]
pub(super) struct WireOperation<'a> {
    /// Name of the function.
    pub(super) function: String,
    /// Name by which the hooks know the operation.
    pub(super) operation: &'a str,
    /// HTTP method in lower case.
    pub(super) method: &'static str,
    /// Path template.
    pub(super) path: &'a str,
    /// Parameters, all of them text by now.
    pub(super) parameters: Vec<WireParameter<'a>>,
    /// Type of the JSON body, if it is sent.
    pub(super) body: Option<TokenStream>,
}

/// A parameter that progenitor can send.
#[derive(Debug)]
pub(super) struct WireParameter<'a> {
    /// Name on the wire.
    pub(super) name: &'a str,
    /// `path`, `query` or `header`.
    pub(super) location: &'static str,
    /// Must it be there?
    pub(super) required: bool,
    /// One pair per item?
    pub(super) list: bool,
}

/// The order in which progenitor takes the arguments of a function: path parameters as the path
/// has them, then query and body and header parameters, each by name.
pub(super) fn argument_order(operation: &WireOperation) -> Vec<Argument> {
    let mut order: Vec<(u8, usize, &str, Argument)> = operation
        .parameters
        .iter()
        .enumerate()
        .map(|(index, parameter)| {
            let place = operation.path.find(&format!("{{{}}}", parameter.name));
            let rank = match parameter.location {
                "path" => 0,
                "query" => 1,
                _ => 3,
            };
            let place = if rank == 0 { place.unwrap_or_default() } else { 0 };
            (rank, place, parameter.name, Argument::Parameter(index))
        })
        .collect();
    if operation.body.is_some() {
        order.push((2, 0, "", Argument::Body));
    }
    order.sort_by(|a, b| (a.0, a.1, a.2).cmp(&(b.0, b.1, b.2)));
    order.into_iter().map(|(.., argument)| argument).collect()
}

/// An argument of a wire function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Argument {
    /// Index into [`WireOperation::parameters`].
    Parameter(usize),
    /// The body.
    Body,
}

/// The frame that all wire functions of an API stand in.
pub(super) fn frame(api: &Api, functions: &[syn::ImplItemFn]) -> Result<TokenStream, String> {
    let document = document(&api.title, &api.version, &json!({}))?;
    let file = generate(&document)?;
    let items = file.items.into_iter().filter(|item| match item {
        // Empty, or for people: the module is private.
        syn::Item::Mod(module) => module.ident != "types" && module.ident != "prelude",
        syn::Item::Impl(block) => block.trait_.is_some(),
        _ => true,
    });
    let items: Vec<_> = items
        .map(|mut item| {
            EncodePath.visit_item_mut(&mut item);
            item
        })
        .collect();
    Ok(quote! {
        use super::types;
        use crate::runtime::parameter::encode_path;
        #(#items)*
        impl Client {
            #(#functions)*
        }
    })
}

/// The function of one operation.
pub(super) fn function(operation: &WireOperation) -> Result<syn::ImplItemFn, String> {
    let document = document("wire", "1", &paths(operation))?;
    let file = generate(&document)?;
    let functions = file.items.into_iter().flat_map(|item| match item {
        syn::Item::Impl(block) if block.trait_.is_none() => block.items,
        _ => Vec::new(),
    });
    let mut function = functions
        .into_iter()
        .find_map(|item| match item {
            syn::ImplItem::Fn(function) if function.sig.asyncness.is_some() => Some(function),
            _ => None,
        })
        .ok_or("no function came back")?;
    if function.sig.inputs.len() != 1 + argument_order(operation).len() {
        return Err("a parameter was lost".to_owned());
    }
    function.sig.ident = format_ident!("{}", operation.function);
    if let Some(ty) = &operation.body {
        take_body_as(&mut function, ty)?;
    }
    ApiVersion.visit_impl_item_fn_mut(&mut function);
    Ok(function)
}

fn generate(document: &openapiv3::OpenAPI) -> Result<syn::File, String> {
    let mut settings = GenerationSettings::new();
    settings
        .with_interface(InterfaceStyle::Positional)
        .with_hooks(HooksMode::Expected)
        .with_inner_type(quote!(crate::runtime::Keyring));
    let tokens = Generator::new(&settings).generate_tokens(document).map_err(|error| error.to_string())?;
    syn::parse2(tokens).map_err(|error| error.to_string())
}

fn document(title: &str, version: &str, paths: &Value) -> Result<openapiv3::OpenAPI, String> {
    serde_json::from_value(json!({
        "openapi": "3.0.3",
        "info": { "title": title, "version": version },
        "paths": paths,
    }))
    .map_err(|error| error.to_string())
}

fn paths(operation: &WireOperation) -> Value {
    let parameters: Vec<Value> = operation
        .parameters
        .iter()
        .map(|parameter| {
            let text = json!({ "type": "string" });
            let schema = if parameter.list { json!({ "type": "array", "items": text }) } else { text };
            json!({
                "name": parameter.name,
                "in": parameter.location,
                "required": parameter.required,
                "schema": schema,
            })
        })
        .collect();
    let mut wire = json!({
        "operationId": operation.operation,
        "parameters": parameters,
        "responses": {
            "default": { "description": "", "content": { "*/*": { "schema": {} } } },
        },
    });
    if operation.body.is_some() {
        // The type is put in afterwards; typify never sees it.
        let schema = json!({ "type": "object", "additionalProperties": true });
        wire["requestBody"] = json!({ "content": { "application/json": { "schema": schema } } });
    }
    json!({ operation.path: { operation.method: wire } })
}

/// Sets the type of the argument `body`.
fn take_body_as(function: &mut syn::ImplItemFn, ty: &TokenStream) -> Result<(), String> {
    let ty = syn::parse2::<syn::Type>(quote!(&'a #ty)).map_err(|error| error.to_string())?;
    for argument in &mut function.sig.inputs {
        if let syn::FnArg::Typed(argument) = argument
            && argument.pat.to_token_stream().to_string() == "body"
        {
            *argument.ty = ty;
            return Ok(());
        }
    }
    Err("the body was lost".to_owned())
}

/// Takes away the `api-version` header, which no document asks for.
struct ApiVersion;

impl VisitMut for ApiVersion {
    fn visit_block_mut(&mut self, block: &mut syn::Block) {
        block.stmts.retain(|statement| {
            let text = statement.to_token_stream().to_string();
            !(text.starts_with("header_map . append") && text.contains("\"api-version\""))
        });
        let unused = |statement: &syn::Stmt| {
            let text = statement.to_token_stream().to_string();
            text.starts_with("let mut header_map")
        };
        let appended = block.stmts.iter().any(|statement| {
            let text = statement.to_token_stream().to_string();
            !text.starts_with("let mut header_map") && text.contains("header_map . append")
        });
        if !appended && block.stmts.iter().any(unused) {
            block.stmts.retain(|statement| !unused(statement));
            WithoutHeaders.visit_block_mut(block);
        }
        visit_mut::visit_block_mut(self, block);
    }
}

/// Takes away `.headers(header_map)` where nothing is in the map.
struct WithoutHeaders;

impl VisitMut for WithoutHeaders {
    fn visit_expr_mut(&mut self, expression: &mut syn::Expr) {
        if let syn::Expr::MethodCall(call) = expression
            && call.method == "headers"
            && call.args.to_token_stream().to_string() == "header_map"
        {
            let receiver = (*call.receiver).clone();
            *expression = receiver;
        }
        visit_mut::visit_expr_mut(self, expression);
    }
}

/// Takes progenitor's `encode_path` away in favour of the runtime's, which also encodes the
/// backslash that URL parsers take for a slash.
struct EncodePath;

impl VisitMut for EncodePath {
    fn visit_use_group_mut(&mut self, group: &mut syn::UseGroup) {
        let kept = group.items.iter().filter(|tree| match tree {
            syn::UseTree::Name(name) => name.ident != "encode_path",
            _ => true,
        });
        group.items = kept.cloned().collect();
    }
}
