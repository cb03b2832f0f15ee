//! Requests, responses and headers as Rust items.
//!
//! They are plain data: how they travel is the business of the client and server emission.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use unplug_openapi::ir::StatusSpec;

use crate::plan::{ContentPlan, FieldPlan, OperationPlan, Plan, ResponsePlan, Side};
use crate::types::docs;

/// All messages of an API.
pub(crate) fn emit(plan: &Plan<'_>, side: Side) -> TokenStream {
    let operations = plan.operations.iter().map(|operation| {
        let request = request(operation);
        let responses = operation.responses.iter().map(|r| response(operation, r, side));
        let outcome = match side {
            Side::Client => client_outcome(operation),
            Side::Server => server_outcome(operation),
        };
        quote!(#request #(#responses)* #outcome)
    });
    quote!(#(#operations)*)
}

fn request(operation: &OperationPlan<'_>) -> TokenStream {
    let name = operation.request_struct();
    let parameters = operation.parameters.iter().map(parameter);
    let body = operation.body.as_ref().map(|body| {
        let docs = docs::attributes(body.body.description.as_deref(), "The body.", false);
        let ty = optional(&body.ty, body.required);
        quote!(#docs pub body: #ty,)
    });
    let all_optional = operation.parameters.iter().all(|field| !field.required)
        && operation.body.as_ref().is_none_or(|body| !body.required);
    let default = all_optional.then(|| quote!(Default,));
    let docs = request_docs(operation);
    let body_enum = operation.body.as_ref().and_then(|body| {
        let about = format!("Body of [`{name}`]: one of several media types.");
        Some(content_enum(body.enum_name.as_ref()?, &about, &body.variants))
    });
    quote! {
        #docs
        #[derive(Clone, Debug, #default PartialEq)]
        pub struct #name {
            #(#parameters)*
            #body
        }
        #body_enum
    }
}

fn request_docs(operation: &OperationPlan<'_>) -> TokenStream {
    let operation = operation.operation;
    let method = format!("{:?}", operation.method).to_uppercase();
    let method = match &operation.method {
        unplug_openapi::ir::Method::Other(name) => name.clone(),
        _ => method,
    };
    let mut lines = vec![format!(
        "Request of `{}`: {}.",
        operation.id.replace('`', " "),
        docs::code(&format!("{method} {}", operation.path)),
    )];
    for text in [&operation.summary, &operation.description].into_iter().flatten() {
        lines.push(String::new());
        lines.extend(docs::markdown(text.trim()));
    }
    if operation.deprecated {
        lines.push(String::new());
        lines.push("**Deprecated.**".to_owned());
    }
    docs::of_lines(&lines)
}

fn parameter(field: &FieldPlan<'_>) -> TokenStream {
    let parameter = field.parameter;
    let fallback = format!("The parameter {}.", docs::code(&parameter.name));
    let description = parameter.description.as_deref();
    let docs = docs::attributes(description, &fallback, parameter.deprecated);
    let name = &field.field;
    let ty = optional(&field.ty, field.required);
    quote!(#docs pub #name: #ty,)
}

fn response(operation: &OperationPlan<'_>, plan: &ResponsePlan<'_>, side: Side) -> TokenStream {
    let name = &plan.struct_name;
    let docs = response_docs(operation, plan);
    let status = plan.carries_status().then(|| status_field(operation, plan, side));
    let headers = plan.headers_struct.as_ref().map(|headers| {
        quote! {
            /// Headers.
            pub headers: #headers,
        }
    });
    let body = plan.body_ty.as_ref().map(|ty| {
        quote! {
            /// Body.
            pub body: #ty,
        }
    });
    let headers_struct = headers_struct(plan);
    let body_enum = plan.body_enum.as_ref().map(|body| {
        let about = format!("Body of [`{name}`]: one of several media types.");
        content_enum(body, &about, &plan.contents)
    });
    let headers_default = plan.headers.iter().all(|header| !header.required);
    let default = (status.is_none() && body.is_none() && headers_default).then(|| quote!(Default,));
    quote! {
        #docs
        #[derive(Clone, Debug, #default PartialEq)]
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
fn status_field(operation: &OperationPlan<'_>, plan: &ResponsePlan<'_>, side: Side) -> TokenStream {
    let ty = match (side, plan.response.status) {
        (Side::Client, _) | (Side::Server, StatusSpec::Code(_)) => quote!(u16),
        (Side::Server, StatusSpec::Range(class)) => {
            let class = proc_macro2::Literal::u16_unsuffixed(u16::from(class));
            quote!(crate::runtime::RangeStatus<#class>)
        }
        (Side::Server, StatusSpec::Default) => {
            let every = operation.response_enum();
            quote!(crate::runtime::DefaultStatus<#every>)
        }
    };
    quote! {
        /// Status of the response.
        pub status: #ty,
    }
}

fn response_docs(operation: &OperationPlan<'_>, plan: &ResponsePlan<'_>) -> TokenStream {
    let status = match plan.response.status {
        StatusSpec::Code(code) => format!("{code} response"),
        StatusSpec::Range(class) => format!("Response with a {class}xx status"),
        StatusSpec::Default => "Response with any status that is not declared".to_owned(),
    };
    let id = operation.operation.id.replace('`', " ");
    let mut lines = vec![format!("{status} of `{id}`.")];
    let description = plan.response.description.trim();
    if !description.is_empty() {
        lines.push(String::new());
        lines.extend(docs::markdown(description));
    }
    docs::of_lines(&lines)
}

fn headers_struct(plan: &ResponsePlan<'_>) -> Option<TokenStream> {
    let name = plan.headers_struct.as_ref()?;
    let about = format!("Headers of [`{}`].", plan.struct_name);
    let docs = docs::of_lines(&[about]);
    let default = plan.headers.iter().all(|header| !header.required);
    let default = default.then(|| quote!(Default,));
    let fields = plan.headers.iter().map(|header| {
        let fallback = format!("The header {}.", docs::code(&header.header.name));
        let docs = docs::attributes(header.header.description.as_deref(), &fallback, false);
        let field = &header.field;
        let ty = optional(&header.ty, header.required);
        quote!(#docs pub #field: #ty,)
    });
    Some(quote! {
        #docs
        #[derive(Clone, Debug, #default PartialEq)]
        pub struct #name {
            #(#fields)*
        }
    })
}

fn content_enum(name: &Ident, about: &str, contents: &[ContentPlan<'_>]) -> TokenStream {
    let docs = docs::of_lines(&[about.to_owned()]);
    let variants = contents.iter().map(|content| {
        let docs = docs::of_lines(&[format!("{}.", docs::code(&content.media_type.name))]);
        let (variant, ty) = (&content.variant, &content.ty);
        quote!(#docs #variant(#ty),)
    });
    quote! {
        #docs
        #[derive(Clone, Debug, PartialEq)]
        pub enum #name {
            #(#variants)*
        }
    }
}

/// `PSuccess` when there is more than one success, and `PError`.
fn client_outcome(operation: &OperationPlan<'_>) -> TokenStream {
    let id = operation.operation.id.replace('`', " ");
    let successes: Vec<_> = operation.successes().collect();
    let failures: Vec<_> = operation.failures().collect();
    let success = (successes.len() > 1).then(|| {
        let name = format_ident!("{}Success", operation.prefix);
        outcome(&name, &format!("Successful responses of `{id}`."), &successes)
    });
    let name = format_ident!("{}Error", operation.prefix);
    let about = if failures.is_empty() {
        format!("Error responses of `{id}`: none is declared, so there is no value.")
    } else {
        format!("Error responses of `{id}` that the document declares.")
    };
    let error = outcome(&name, &about, &failures);
    quote!(#success #error)
}

fn server_outcome(operation: &OperationPlan<'_>) -> TokenStream {
    let name = operation.response_enum();
    let about = format!(
        "Every response that the document declares for `{}`.",
        operation.operation.id.replace('`', " ")
    );
    let responses: Vec<_> = operation.responses.iter().collect();
    outcome(&name, &about, &responses)
}

fn outcome(name: &Ident, about: &str, responses: &[&ResponsePlan<'_>]) -> TokenStream {
    let docs = docs::of_lines(&[about.to_owned()]);
    let variants = responses.iter().map(|plan| {
        let about = match plan.response.status {
            StatusSpec::Code(code) => code.to_string(),
            StatusSpec::Range(class) => format!("{class}xx"),
            StatusSpec::Default => "Any other status".to_owned(),
        };
        let docs = docs::of_lines(&[format!("{about}.")]);
        let (variant, ty) = (&plan.variant, &plan.struct_name);
        quote!(#docs #variant(#ty),)
    });
    let conversions = responses.iter().map(|plan| {
        let (variant, ty) = (&plan.variant, &plan.struct_name);
        quote! {
            impl From<#ty> for #name {
                fn from(response: #ty) -> Self {
                    Self::#variant(response)
                }
            }
        }
    });
    let large = (responses.len() > 1).then(docs::allow_large_variants);
    quote! {
        #docs
        #large
        #[derive(Clone, Debug, PartialEq)]
        pub enum #name {
            #(#variants)*
        }
        #(#conversions)*
    }
}

fn optional(ty: &TokenStream, required: bool) -> TokenStream {
    if required { quote!(#ty) } else { quote!(Option<#ty>) }
}
