//! Requests, responses and headers as Rust items.
//!
//! They are plain data: how they travel is the business of the client and server emission.

use proc_macro2::TokenStream;
use quote::quote;
use unplug_openapi::ir::StatusSpec;

use super::{docs, rust_type};
use crate::names::RustName;
use crate::plan::{ContentPlan, FieldPlan, OperationPlan, Payload, Plan, ResponsePlan, Role};
use crate::types::Types;

mod multipart;

/// Request, response and header structs, and the enums over them. The file that takes them needs
/// `use super::types;` and the crate `bytes`.
#[must_use]
pub fn emit(plan: &Plan<'_>, role: Role) -> TokenStream {
    let operations = plan.operations.iter().map(|operation| {
        let request = request(&plan.types, operation, role);
        let responses = operation.responses.iter().map(|r| response(&plan.types, operation, r, role));
        let outcome = match role {
            Role::Client => client_outcome(&plan.types, operation),
            Role::Server => server_outcome(&plan.types, operation),
        };
        quote!(#request #(#responses)* #outcome)
    });
    quote!(#(#operations)*)
}

fn request(types: &Types<'_>, operation: &OperationPlan<'_>, role: Role) -> TokenStream {
    let name = operation.request_struct();
    let parameters = operation.parameters.iter().map(|field| parameter(types, field));
    let body = operation.body.as_ref().map(|body| {
        let docs = docs::described(body.body.description.as_deref(), false);
        let ty = body.body_type().map_or_else(|| quote!(bytes::Bytes), |ty| rust_type::of_body(types, ty));
        let ty = optional(&ty, body.required);
        quote!(#docs pub body: #ty,)
    });
    let all_optional = operation.parameters.iter().all(|field| !field.required)
        && operation.body.as_ref().is_none_or(|body| !body.required);
    let default = all_optional.then(|| quote!(Default,));
    let docs = request_docs(operation, role);
    let multipart = multipart::structs(types, operation);
    let body_enum = operation.body.as_ref().and_then(|body| {
        let about = format!("Body of [`{name}`]: one of several media types.");
        Some(content_enum(types, body.enum_name.as_ref()?, &about, &body.variants))
    });
    quote! {
        #docs
        #[derive(Clone, Debug, #default PartialEq)]
        pub struct #name {
            #(#parameters)*
            #body
        }
        #body_enum
        #multipart
    }
}

/// On the client the operation is described where it is called.
fn request_docs(operation: &OperationPlan<'_>, role: Role) -> TokenStream {
    if role == Role::Client {
        return TokenStream::new();
    }
    // Method and path stand at the handler.
    let operation = operation.operation;
    let mut lines = Vec::new();
    for text in [&operation.summary, &operation.description].into_iter().flatten() {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        lines.extend(docs::markdown(text.trim()));
    }
    if operation.deprecated {
        lines.push(String::new());
        lines.push("**Deprecated.**".to_owned());
    }
    docs::of_lines(&lines)
}

fn parameter(types: &Types<'_>, field: &FieldPlan<'_>) -> TokenStream {
    let parameter = field.parameter;
    let docs = docs::described(parameter.description.as_deref(), parameter.deprecated);
    let name = &field.field;
    let ty = optional(&rust_type::of_shape(types, &field.shape), field.required);
    quote!(#docs pub #name: #ty,)
}

fn response(
    types: &Types<'_>,
    operation: &OperationPlan<'_>,
    plan: &ResponsePlan<'_>,
    role: Role,
) -> TokenStream {
    let name = &plan.struct_name;
    let body_enum = plan.body_enum.as_ref().map(|body| {
        let about = format!("Body of a {} response: one of several media types.", plan.variant);
        content_enum(types, body, &about, &plan.contents)
    });
    if !matches!(plan.payload(), Payload::Struct(_)) {
        return quote!(#body_enum);
    }
    let docs = response_docs(operation, plan);
    let status = plan.carries_status().then(|| status_field(operation, plan, role));
    let headers = plan.headers_struct.as_ref().map(|headers| quote!(pub headers: #headers,));
    let body = plan.body_type().map(|ty| {
        let ty = rust_type::of_body(types, ty);
        quote!(pub body: #ty,)
    });
    let headers_struct = plan.declares_headers.then(|| headers_struct(types, plan));
    let headers_default = plan.headers.iter().all(|header| !header.required);
    let default = (status.is_none() && body.is_none() && headers_default).then(|| quote!(Default,));
    let derives = derives(plan.is_streamed(), default.as_ref());
    quote! {
        #docs
        #derives
        pub struct #name {
            #status
            #headers
            #body
        }
        #headers_struct
        #body_enum
    }
}

/// On the server the status is a type that only holds what the declaration is for; it knows the
/// operation by its response enum.
fn status_field(operation: &OperationPlan<'_>, plan: &ResponsePlan<'_>, role: Role) -> TokenStream {
    let ty = match (role, plan.response.status) {
        (Role::Client, _) | (Role::Server, StatusSpec::Code(_)) => quote!(u16),
        (Role::Server, StatusSpec::Range(class)) => {
            let class = proc_macro2::Literal::u16_unsuffixed(u16::from(class));
            quote!(runtime::RangeStatus<#class>)
        }
        (Role::Server, StatusSpec::Default) => {
            let every = operation.response_enum();
            quote!(runtime::DefaultStatus<#every>)
        }
    };
    quote!(pub status: #ty,)
}

fn response_docs(operation: &OperationPlan<'_>, plan: &ResponsePlan<'_>) -> TokenStream {
    let status = match plan.response.status {
        StatusSpec::Code(code) => format!("{code}"),
        StatusSpec::Range(class) => format!("{class}xx"),
        StatusSpec::Default => "any status that is not declared".to_owned(),
    };
    let id = operation.operation.id.replace('`', " ");
    let description = plan.response.description.trim();
    // One word says no more than the status.
    if !description.contains(char::is_whitespace) {
        return TokenStream::new();
    }
    let mut lines = vec![format!("Answer of `{id}` with {status}."), String::new()];
    lines.extend(docs::markdown(description));
    docs::of_lines(&lines)
}

fn headers_struct(types: &Types<'_>, plan: &ResponsePlan<'_>) -> Option<TokenStream> {
    let name = plan.headers_struct.as_ref()?;
    let default = plan.headers.iter().all(|header| !header.required);
    let default = default.then(|| quote!(Default,));
    let fields = plan.headers.iter().map(|header| {
        let docs = docs::described(header.header.description.as_deref(), false);
        let field = &header.field;
        let ty = optional(&rust_type::of_shape(types, &header.shape), header.required);
        quote!(#docs pub #field: #ty,)
    });
    Some(quote! {
        #[derive(Clone, Debug, #default PartialEq)]
        pub struct #name {
            #(#fields)*
        }
    })
}

fn content_enum(
    types: &Types<'_>,
    name: &RustName,
    about: &str,
    contents: &[ContentPlan<'_>],
) -> TokenStream {
    let docs = docs::of_lines(&[about.to_owned()]);
    let variants = contents.iter().map(|content| {
        let docs = docs::of_lines(&[format!("{}.", docs::code(&content.media_type.name))]);
        let (variant, ty) = (&content.variant, rust_type::of_content(types, &content.ty));
        quote!(#docs #variant(#ty),)
    });
    let derives = derives(contents.iter().any(|content| content.streamed), None);
    quote! {
        #docs
        #derives
        pub enum #name {
            #(#variants)*
        }
    }
}

/// `PSuccess` when there is more than one success, and `PError` when there is any error.
fn client_outcome(types: &Types<'_>, operation: &OperationPlan<'_>) -> TokenStream {
    let successes: Vec<_> = operation.successes().collect();
    let failures: Vec<_> = operation.failures().collect();
    let success = (successes.len() > 1).then(|| {
        let name = RustName::new(&format!("{}Success", operation.prefix));
        outcome(types, &name, &successes)
    });
    let error = (!failures.is_empty()).then(|| {
        let name = RustName::new(&format!("{}Error", operation.prefix));
        outcome(types, &name, &failures)
    });
    quote!(#success #error)
}

fn server_outcome(types: &Types<'_>, operation: &OperationPlan<'_>) -> TokenStream {
    let name = operation.response_enum();
    let responses: Vec<_> = operation.responses.iter().collect();
    let outcome = outcome(types, &name, &responses);
    let structs = responses.iter().filter_map(|plan| match plan.payload() {
        Payload::Struct(ty) => {
            let variant = &plan.variant;
            Some(quote!(#variant: #ty))
        }
        Payload::Nothing | Payload::Body(_) => None,
    });
    let structs: Vec<_> = structs.collect();
    let conversions = (!structs.is_empty()).then(|| quote!(value::from_variants!(#name, #(#structs),*);));
    quote!(#outcome #conversions)
}

/// An enum of responses. It needs no description: its name and variants say what it is.
fn outcome(types: &Types<'_>, name: &RustName, responses: &[&ResponsePlan<'_>]) -> TokenStream {
    let variants = responses.iter().map(|plan| {
        let variant = &plan.variant;
        match plan.payload() {
            Payload::Nothing => quote!(#variant,),
            Payload::Body(ty) => {
                let ty = rust_type::of_body(types, ty);
                quote!(#variant(#ty),)
            }
            Payload::Struct(ty) => quote!(#variant(#ty),),
        }
    });
    let derives = derives(responses.iter().any(|plan| plan.is_streamed()), None);
    quote! {
        #derives
        pub enum #name {
            #(#variants)*
        }
    }
}

/// A stream can be read once, so what holds one has no copies and no equal.
fn derives(streamed: bool, default: Option<&TokenStream>) -> TokenStream {
    if streamed { quote!(#[derive(Debug)]) } else { quote!(#[derive(Clone, Debug, #default PartialEq)]) }
}

fn optional(ty: &TokenStream, required: bool) -> TokenStream {
    if required { quote!(#ty) } else { quote!(Option<#ty>) }
}
