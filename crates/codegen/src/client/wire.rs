//! What progenitor makes of an API: the wire client in `wire.rs`, and the statements that build each
//! operation's request.
//!
//! progenitor gets one document per operation, written here, on which it cannot fail: `OpenAPI`
//! 3.0.3, every answer one `*/*` stream, parameters text or lists of text, at most one JSON body.
//! Of the function that it gives back the part that builds the request goes into the public method
//! of the operation; sending and reading the answer is the same for all and the runtime's.

use proc_macro2::{Ident, TokenStream};
use progenitor::{GenerationSettings, Generator, HooksMode, InterfaceStyle};
use quote::{ToTokens, format_ident, quote};
use serde_json::{Value, json};
use syn::visit_mut::{self, VisitMut};
use unplug_openapi::ir::Api;

/// A call that progenitor can build.
#[derive(Debug)]
pub(super) struct WireOperation<'a> {
    /// HTTP method in lower case.
    pub(super) method: &'static str,
    /// Path template.
    pub(super) path: &'a str,
    /// Parameters, all of them text by now.
    pub(super) parameters: Vec<WireParameter<'a>>,
    /// Is there a JSON body that must be sent?
    pub(super) body: bool,
}

/// The statements that build a request, and the variables that they read.
pub(super) struct Request {
    /// Each parameter's variable, in the order of [`WireOperation::parameters`].
    pub(super) variables: Vec<Ident>,
    /// Statements before the builder.
    pub(super) statements: Vec<syn::Stmt>,
    /// The expression of the request builder.
    pub(super) builder: syn::Expr,
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

/// The client of `wire.rs`.
pub(super) fn frame(api: &Api) -> Result<TokenStream, String> {
    let document = document(&api.title, &api.version, &json!({}))?;
    let file = generate(&document)?;
    let items = file.items.into_iter().filter(|item| match item {
        // Empty, or for people: the module is private.
        syn::Item::Mod(module) => module.ident != "types" && module.ident != "prelude",
        syn::Item::Impl(block) => block.trait_.is_some(),
        // That hooks exist; the runtime signs requests itself.
        syn::Item::Const(_) => false,
        _ => true,
    });
    Ok(quote!(#(#items)*))
}

/// How progenitor builds the request of an operation.
pub(super) fn request(operation: &WireOperation) -> Result<Request, String> {
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
    ApiVersion.visit_impl_item_fn_mut(&mut function);
    Plain.visit_impl_item_fn_mut(&mut function);
    let arguments: Vec<Ident> = function.sig.inputs.iter().filter_map(argument).collect();
    let variable = |parameter: &WireParameter<'_>| {
        let wanted = key(parameter.name);
        let found = arguments.iter().find(|argument| key(&argument.to_string()) == wanted);
        found.cloned().ok_or_else(|| format!("the parameter {} was lost", parameter.name))
    };
    let variables = operation.parameters.iter().map(variable).collect::<Result<Vec<_>, _>>()?;
    let mut statements = Vec::new();
    for statement in function.block.stmts {
        if let Some(builder) = builder(&statement) {
            return Ok(Request { variables, statements, builder });
        }
        statements.push(statement);
    }
    Err("no request is built".to_owned())
}

/// A wire name or an argument without what progenitor does to make the one into the other.
pub(super) fn key(name: &str) -> String {
    name.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_lowercase()
}

fn argument(input: &syn::FnArg) -> Option<Ident> {
    match input {
        syn::FnArg::Typed(argument) => match argument.pat.as_ref() {
            syn::Pat::Ident(pattern) => Some(pattern.ident.clone()),
            _ => None,
        },
        syn::FnArg::Receiver(_) => None,
    }
}

/// `x` of `let mut request = x.build()?;`
fn builder(statement: &syn::Stmt) -> Option<syn::Expr> {
    let syn::Stmt::Local(local) = statement else { return None };
    let syn::Expr::Try(tried) = local.init.as_ref()?.expr.as_ref() else { return None };
    match tried.expr.as_ref() {
        syn::Expr::MethodCall(call) if call.method == "build" => Some((*call.receiver).clone()),
        _ => None,
    }
}

fn generate(document: &openapiv3::OpenAPI) -> Result<syn::File, String> {
    let mut settings = GenerationSettings::new();
    settings.with_interface(InterfaceStyle::Positional).with_hooks(HooksMode::Expected);
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
        "operationId": "operation",
        "parameters": parameters,
        "responses": {
            "default": { "description": "", "content": { "*/*": { "schema": {} } } },
        },
    });
    if operation.body {
        // The type is put in afterwards; typify never sees it.
        let schema = json!({ "type": "object", "additionalProperties": true });
        wire["requestBody"] = json!({ "content": { "application/json": { "schema": schema } } });
    }
    json!({ operation.path: { operation.method: wire } })
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

/// Makes the statements those of a method of ours: `wire` in place of `self`, and no copy of what is
/// text already.
struct Plain;

impl VisitMut for Plain {
    fn visit_expr_mut(&mut self, expression: &mut syn::Expr) {
        visit_mut::visit_expr_mut(self, expression);
        if let syn::Expr::MethodCall(call) = expression
            && call.method == "to_string"
            && matches!(call.receiver.as_ref(), syn::Expr::Path(_))
        {
            *expression = (*call.receiver).clone();
        }
    }

    fn visit_ident_mut(&mut self, ident: &mut Ident) {
        if ident == "self" {
            *ident = format_ident!("wire");
        }
    }

    /// The arguments of `format!` are tokens to the parser of Rust.
    fn visit_macro_mut(&mut self, call: &mut syn::Macro) {
        let parser = syn::punctuated::Punctuated::<syn::Expr, syn::Token![,]>::parse_terminated;
        if let Ok(mut arguments) = call.parse_body_with(parser) {
            for argument in &mut arguments {
                self.visit_expr_mut(argument);
            }
            arguments.pop_punct();
            call.tokens = arguments.to_token_stream();
        }
    }
}
