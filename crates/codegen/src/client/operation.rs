//! The method of one operation: write the parameters, call the wire, decode.

use proc_macro2::TokenStream;
use quote::quote;
use unplug_openapi::ir::{ParameterIn, ParameterShape, Style};

use super::decode::{self, Outcome};
use super::direct;
use super::servers::{Servers, call_method};
use super::wire::{self, WireOperation, WireParameter};
use crate::emit::docs;
use crate::names;
use crate::plan::{ContentKind, FieldPlan, OperationPlan};
use crate::types::{Shape, Types};

/// How an operation's requests are built.
pub(super) enum Way {
    /// By progenitor.
    Progenitor(Box<wire::Request>),
    /// By the runtime, because progenitor has no form for it.
    Direct,
}

/// Names that progenitor's functions use for themselves, without their underscores.
const TAKEN: [&str; 10] =
    ["body", "client", "headermap", "info", "request", "response", "result", "self", "url", "wire"];

/// What progenitor can be asked to build. It gets nothing that it would refuse, write differently,
/// or turn into code that does not compile.
pub(super) fn wire_operation<'a>(plan: &'a OperationPlan<'a>) -> Option<WireOperation<'a>> {
    let operation = plan.operation;
    let method = match operation.method.as_str() {
        "GET" => "get",
        "PUT" => "put",
        "POST" => "post",
        "DELETE" => "delete",
        "HEAD" => "head",
        "PATCH" => "patch",
        _ => return None,
    };
    if !plain_path(plan) || !distinct(plan) {
        return None;
    }
    let body = match &plan.body {
        None => false,
        Some(body) => match body.variants.as_slice() {
            [only] if only.kind == ContentKind::Json && only.media_type.name == "application/json" => {
                body.required
            }
            _ => return None,
        },
    };
    let parameters = plan.parameters.iter().map(wire_parameter).collect::<Option<Vec<_>>>()?;
    Some(WireOperation { method, path: &operation.route.path, parameters, body })
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
    let in_path: Vec<_> = in_path.filter(|parameter| parameter.parameter_in == ParameterIn::Path).collect();
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
        let key = wire::key(name);
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
    let (location, list) = match (parameter.parameter_in, style) {
        (ParameterIn::Path, Style::Simple) if field.form.is_plain() => ("path", false),
        (ParameterIn::Header, Style::Simple) if field.form.is_plain() || field.form.is_plain_list() => {
            ("header", false)
        }
        (ParameterIn::Query, Style::Form) if !allow_reserved => match &field.shape {
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
        Shape::Boolean
            | Shape::Integer32
            | Shape::Integer
            | Shape::Unsigned
            | Shape::Number
            | Shape::String
            | Shape::Secret
    )
}

/// The public method.
pub(super) fn method(
    types: &Types<'_>,
    plan: &OperationPlan,
    way: &Way,
    servers: &Servers,
    constant: &TokenStream,
) -> TokenStream {
    let function = names::ident(&plan.rust_name);
    let request = plan.request_struct();
    let Outcome { success, failure, .. } = Outcome::of(types, plan);
    let doc = documentation(plan);
    let deprecated = plan.operation.deprecated.then(|| quote!(#[deprecated]));
    let call = call_method(servers.group(plan.operation).unwrap_or_default());
    let unused = plan.parameters.is_empty() && plan.body.is_none();
    let argument = if unused { quote!(_request) } else { quote!(request) };
    let build = match way {
        Way::Progenitor(made) => build(plan, made),
        Way::Direct => direct::emit(plan),
    };
    let decode = decode::emit(types, plan);
    quote! {
        #doc
        #deprecated
        pub fn #function(&self, #argument: &#request) -> Call<#success, #failure> {
            self.#call(#constant, #build, #decode)
        }
    }
}

/// The closure that builds the request as progenitor does.
fn build(plan: &OperationPlan, made: &wire::Request) -> TokenStream {
    let written = plan.parameters.iter().zip(&made.variables).map(|(field, variable)| {
        let value = write_parameter(field);
        quote!(let #variable = #value;)
    });
    let wire::Request { statements, builder, .. } = made;
    let body = plan.body.as_ref().map(|body| {
        if body.required {
            quote!(let body = &request.body;)
        } else {
            // progenitor has built a request without one.
            quote!(let body = request.body.as_ref();)
        }
    });
    let optional = plan.body.as_ref().is_some_and(|body| !body.required);
    let built = if optional { quote!(with_body(#builder, body)) } else { quote!(#builder) };
    quote!(|wire, _| { #(#written)* #body #(#statements)* Ok(#built) })
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
    docs::of_lines(&lines)
}

/// The parameter as progenitor's statements take it.
fn write_parameter(field: &FieldPlan) -> TokenStream {
    let parameter = field.parameter;
    let name = &parameter.name;
    let member = &field.field;
    let list = matches!(field.shape, Shape::Array(_)) && parameter.parameter_in == ParameterIn::Query;
    let function = match parameter.parameter_in {
        ParameterIn::Path => quote!(segment),
        ParameterIn::Header => quote!(header),
        _ if list => quote!(list),
        _ => quote!(text),
    };
    if field.required {
        quote!(#function(#name, &request.#member)?)
    } else {
        quote!(optional(#function, #name, request.#member.as_ref())?)
    }
}
