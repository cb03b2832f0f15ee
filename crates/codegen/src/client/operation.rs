//! The method of one operation: how its requests are built, and how its answers are decoded.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::buildable::{Argument, Body, Reason};
use super::decode::{self, Outcome};
use super::direct;
use super::progenitor::Function;
use crate::emit::docs;
use crate::names::{self, Namespace};
use crate::plan::OperationPlan;
use crate::types::Types;

/// How an operation's requests are built.
pub(super) enum Way<'a> {
    /// By a function of the module that progenitor made.
    Progenitor(Function<'a>),
    /// By our own writer, because progenitor cannot.
    Direct(Reason),
}

/// The public method.
pub(super) fn method(types: &Types<'_>, plan: &OperationPlan, way: &Way, table: &TokenStream) -> TokenStream {
    let function = names::ident(&plan.rust_name);
    let request = plan.request_struct();
    let Outcome { success, failure, .. } = Outcome::of(types, plan);
    let doc = documentation(plan);
    let deprecated = plan.operation.deprecated.then(|| quote!(#[deprecated]));
    let unused = plan.parameters.is_empty() && plan.body.is_none();
    let argument = if unused { quote!(_request) } else { quote!(request) };
    let decode = decode::emit(types, plan);
    let call = match way {
        Way::Progenitor(function) => {
            let send = send(function);
            quote!(self.call(#table, #send, #decode))
        }
        Way::Direct(_) => {
            let write = direct::emit(plan);
            quote!(self.call_directly(#table, #write, #decode))
        }
    };
    quote! {
        #doc
        #deprecated
        pub fn #function(&self, #argument: &#request) -> Call<#success, #failure> {
            #call
        }
    }
}

/// The closure that calls progenitor's function. What the function borrows is made here, so that the
/// call borrows nothing.
fn send(function: &Function) -> TokenStream {
    let mut variables = Namespace::new();
    for name in ["client", "request"] {
        variables.take(name);
    }
    let mut written = Vec::new();
    let mut passed = Vec::new();
    for argument in &function.built.parameters {
        let field = &argument.field.field;
        let variable = names::ident(&variables.claim_snake(field.unraw()));
        let value = write(argument);
        written.push(quote!(let #variable = #value;));
        passed.push(pass(argument, &variable));
    }
    if let Some(body) = &function.built.body {
        let variable = names::ident(&variables.claim_snake("body"));
        written.push(quote!(let #variable = request.body.clone();));
        passed.push(match body {
            Body::Json(_) => quote!(&#variable),
            Body::Text(_) | Body::Bytes => quote!(#variable),
        });
    }
    let name = &function.name;
    quote! {
        |client| {
            #(#written)*
            Ok(async move { client.#name(#(#passed),*).await })
        }
    }
}

/// A parameter as text.
fn write(argument: &Argument) -> TokenStream {
    let name = &argument.field.parameter.name;
    let member = &argument.field.field;
    let function = match argument.location {
        "path" => quote!(segment),
        "header" => quote!(header),
        _ if argument.list => quote!(list),
        _ => quote!(text),
    };
    if argument.field.required {
        quote!(#function(#name, &request.#member)?)
    } else {
        quote!(optional(#function, #name, request.#member.as_ref())?)
    }
}

/// The text as progenitor's function takes it.
fn pass(argument: &Argument, variable: &Ident) -> TokenStream {
    match (argument.field.required, argument.list) {
        (true, _) => quote!(&#variable),
        (false, false) => quote!(#variable.as_deref()),
        (false, true) => quote!(#variable.as_ref()),
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
    docs::of_lines(&lines)
}
