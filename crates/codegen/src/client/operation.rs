//! The method of one operation: write the parameters, call the wire, decode.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use unplug_openapi::ir::{ParameterLocation, ParameterShape, Style};

use super::decode::{self, Outcome};
use super::direct;
use super::facts::table_name;
use super::servers::{Servers, wire_field};
use super::wire::{Argument, WireOperation, WireParameter, argument_order};
use crate::names;
use crate::plan::{ContentKind, FieldPlan, OperationPlan};
use crate::types::{Shape, docs};

/// How an operation's requests are built.
pub(super) enum Way<'a> {
    /// By progenitor: one function, or two when the body may be left out.
    Progenitor(Vec<WireOperation<'a>>),
    /// By the runtime, because progenitor has no form for it.
    Direct,
}

/// Names that progenitor's functions use for themselves, without their underscores.
const TAKEN: [&str; 9] =
    ["body", "client", "headermap", "info", "request", "response", "result", "self", "url"];

/// Chooses the way. Progenitor gets nothing that it would refuse, write differently, or turn into
/// code that does not compile.
pub(super) fn way<'a>(plan: &'a OperationPlan<'a>) -> Way<'a> {
    let operation = plan.operation;
    let method = match operation.method.as_str() {
        "GET" => "get",
        "PUT" => "put",
        "POST" => "post",
        "DELETE" => "delete",
        "HEAD" => "head",
        "PATCH" => "patch",
        _ => return Way::Direct,
    };
    if !plain_path(plan) {
        return Way::Direct;
    }
    let Some(parameters) = plan.parameters.iter().map(wire_parameter).collect::<Option<Vec<_>>>() else {
        return Way::Direct;
    };
    if !distinct(plan) {
        return Way::Direct;
    }
    let wire = |function: String, parameters: Vec<WireParameter<'a>>, body| WireOperation {
        function,
        operation: &plan.rust_name,
        method,
        path: &operation.route.path,
        parameters,
        body,
    };
    let name = plan.rust_name.clone();
    match &plan.body {
        None => Way::Progenitor(vec![wire(name, parameters, None)]),
        Some(body) => match body.variants.as_slice() {
            [only] if only.kind == ContentKind::Json && only.media_type.name == "application/json" => {
                let mut functions = vec![wire(name.clone(), parameters, Some(body.ty.clone()))];
                if !body.required {
                    let Some(parameters) =
                        plan.parameters.iter().map(wire_parameter).collect::<Option<Vec<_>>>()
                    else {
                        return Way::Direct;
                    };
                    functions.push(wire(format!("{name}_without_body"), parameters, None));
                }
                Way::Progenitor(functions)
            }
            _ => Way::Direct,
        },
    }
}

/// Are the literal parts of the path such that they can stand in a format string and a URL, do the
/// holes and the path parameters agree, and is every hole a segment of its own?
fn plain_path(plan: &OperationPlan) -> bool {
    let path = &plan.operation.route.path;
    if !plan.operation.route.query.is_empty() {
        return false;
    }
    let literal = |c: char| c.is_ascii_alphanumeric() || "-._~/!$&'()*+,;=:@".contains(c);
    let mut holes = Vec::new();
    let mut rest = path.as_str();
    while let Some((before, after)) = rest.split_once('{') {
        let Some((hole, after)) = after.split_once('}') else {
            return false;
        };
        let whole = before.ends_with('/') && (after.is_empty() || after.starts_with('/'));
        if !whole || !before.chars().all(literal) || holes.contains(&hole) {
            return false;
        }
        holes.push(hole);
        rest = after;
    }
    let in_path = plan.parameters.iter().map(|field| field.parameter);
    let in_path: Vec<_> = in_path.filter(|parameter| parameter.location == ParameterLocation::Path).collect();
    rest.chars().all(literal)
        && path.starts_with('/')
        && !path.contains("//")
        && holes.len() == in_path.len()
        && in_path.iter().all(|parameter| holes.contains(&parameter.name.as_str()))
}

/// progenitor turns wire names into identifiers and does not look whether they are distinct.
fn distinct(plan: &OperationPlan) -> bool {
    let mut keys: Vec<String> = TAKEN.iter().map(|name| (*name).to_owned()).collect();
    for field in &plan.parameters {
        let name = &field.parameter.name;
        let unescaped = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
        if !name.starts_with(|c: char| c.is_ascii_alphabetic()) || !name.chars().all(unescaped) {
            return false;
        }
        let key: String = name.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_lowercase();
        if keys.contains(&key) {
            return false;
        }
        keys.push(key);
    }
    true
}

/// The parameter as progenitor can send it, if it can.
fn wire_parameter<'a>(field: &FieldPlan<'a>) -> Option<WireParameter<'a>> {
    let parameter = field.parameter;
    let ParameterShape::Schema { style, explode, allow_reserved, .. } = parameter.shape else {
        return None;
    };
    let (location, list) = match (parameter.location, style) {
        (ParameterLocation::Path, Style::Simple) if field.form.is_plain() => ("path", false),
        (ParameterLocation::Header, Style::Simple) if field.form.is_plain() || field.form.is_plain_list() => {
            ("header", false)
        }
        (ParameterLocation::Query, Style::Form) if !allow_reserved => match &field.shape {
            Shape::Array(_) if explode && field.form.is_plain_list() => ("query", true),
            shape if is_scalar(shape) && field.form.is_plain() => ("query", false),
            _ => return None,
        },
        _ => return None,
    };
    Some(WireParameter { name: &parameter.name, location, required: field.required, list })
}

/// Is the type surely written as one piece of text? Definitions of their own may be anything.
fn is_scalar(shape: &Shape) -> bool {
    matches!(
        shape,
        Shape::Boolean | Shape::Integer32 | Shape::Integer | Shape::Number | Shape::String | Shape::Secret
    )
}

/// The public method.
pub(super) fn method(plan: &OperationPlan, way: &Way, servers: &Servers) -> TokenStream {
    let function = names::ident(&plan.rust_name);
    let request = plan.request_struct();
    let Outcome { success, failure, .. } = Outcome::of(plan);
    let table = table_name(plan);
    let decoder = decode::name(plan);
    let doc = documentation(plan);
    let deprecated = plan.operation.deprecated.then(|| quote!(#[deprecated]));
    let wire = wire_field(servers.group(plan.operation).unwrap_or_default());
    let unused = plan.parameters.is_empty() && plan.body.is_none();
    let argument = if unused { quote!(_request) } else { quote!(request) };
    let (written, send) = match way {
        Way::Progenitor(wire_operations) => {
            let written = plan.parameters.iter().map(|field| write_parameter(field, plan));
            (quote!(#(#written)*), send(plan, wire_operations))
        }
        Way::Direct => direct::emit(plan),
    };
    quote! {
        #doc
        #deprecated
        pub async fn #function(
            &self,
            #argument: &#request,
        ) -> Result<Reply<#success>, Error<#failure>> {
            let wire = &self.inner.#wire;
            #written
            self.inner.policy.call(&#table, #send, #decoder).await
        }
    }
}

fn documentation(plan: &OperationPlan) -> TokenStream {
    let operation = plan.operation;
    let mut lines = Vec::new();
    for part in [&operation.summary, &operation.description].into_iter().flatten() {
        lines.extend(docs::markdown(part));
        lines.push(String::new());
    }
    let call = format!("{} {}", operation.method.as_str(), operation.path);
    lines.push(docs::code(&call));
    lines.push(String::new());
    lines.push("# Errors".to_owned());
    lines.push(String::new());
    lines.push("Everything other than a declared success; see [`Error`].".to_owned());
    docs::of_lines(&lines)
}

/// `let id = …;`, the parameter as the wire function takes it.
fn write_parameter(field: &FieldPlan, plan: &OperationPlan) -> TokenStream {
    let parameter = field.parameter;
    let name = &parameter.name;
    let member = &field.field;
    let variable = variable(field);
    let table = table_name(plan);
    let named = quote!(Named { operation: &#table, name: #name });
    let explode = matches!(parameter.shape, ParameterShape::Schema { explode: true, .. });
    let list = matches!(field.shape, Shape::Array(_)) && parameter.location == ParameterLocation::Query;
    let in_header = parameter.location == ParameterLocation::Header;
    let is_text = field.shape == Shape::String && !in_header;
    let (write, as_argument) = if list {
        (quote!(list(value)), quote!(as_ref()))
    } else if in_header {
        (quote!(header(value, #explode)), quote!(as_deref()))
    } else {
        (quote!(text(value)), quote!(as_deref()))
    };
    let value = match (field.required, is_text) {
        (true, true) => quote!(let #variable = request.#member.as_str();),
        (false, true) => quote!(let #variable = request.#member.as_deref();),
        (true, false) => quote! {
            let value = &request.#member;
            let #variable = &#named.#write?;
        },
        (false, false) => quote! {
            let #variable = match &request.#member {
                Some(value) => Some(#named.#write?),
                None => None,
            };
            let #variable = #variable.#as_argument;
        },
    };
    let check = (parameter.location == ParameterLocation::Path).then(|| quote!(#named.segment(#variable)?;));
    quote!(#value #check)
}

fn variable(field: &FieldPlan) -> proc_macro2::Ident {
    let name = field.field.to_string();
    format_ident!("{}_text", name.trim_start_matches("r#"))
}

/// The closure that sends the request once.
fn send(plan: &OperationPlan, wire_operations: &[WireOperation]) -> TokenStream {
    let call = |operation: &WireOperation| {
        let function = names::ident(&operation.function);
        let arguments = argument_order(operation).into_iter().map(|argument| match argument {
            Argument::Body => quote!(body),
            Argument::Parameter(index) => {
                let variable = variable(&plan.parameters[index]);
                quote!(#variable)
            }
        });
        quote!(wire.#function(#(#arguments),*))
    };
    match wire_operations {
        [with_body, without_body] => {
            let (with_body, without_body) = (call(with_body), call(without_body));
            quote! {
                || async move {
                    match &request.body {
                        Some(body) => #with_body.await,
                        None => #without_body.await,
                    }
                }
            }
        }
        [only, ..] => {
            let body = only.body.is_some().then(|| quote!(let body = &request.body;));
            let call = call(only);
            quote!(|| { #body #call })
        }
        [] => TokenStream::new(),
    }
}
