//! `responses.rs`: how each declared response is written.

use proc_macro2::TokenStream;
use quote::quote;
use unplug_openapi::ir::StatusSpec;
use unplug_wire::charset::Charset;

use crate::names::RustName;
use crate::plan::{
    ContentKind, ContentPlan, HeaderPlan, OperationPlan, Payload, ResponsePlan, is_set_cookie,
};
use crate::types::Shape;

/// The responses file.
pub(super) fn emit(served: &[OperationPlan<'_>]) -> TokenStream {
    let operations = served.iter().map(|served| operation(served));
    quote! {
        //! How each declared response is written.
        #![allow(unused_imports, reason = "not every API has every kind of response")]

        use axum::response::Response;

        use super::operations::*;
        use unplug_server_runtime::respond::{self, Encode, JSON};
        use unplug_server_runtime::{Cause, DeclaredStatuses, encode_responses, into_response};

        #(#operations)*
    }
}

fn operation(plan: &OperationPlan<'_>) -> TokenStream {
    let response = plan.response_enum();
    let arms: Vec<_> = plan.responses.iter().map(arm).collect();
    let short = plan.responses.iter().all(is_call) && !arms.is_empty();
    let encode = if short {
        quote!(encode_responses!(#response: #(#arms),*);)
    } else {
        let arms = arms.iter().map(|arm| quote!(Self::#arm));
        let encode =
            if plan.responses.is_empty() { quote!(match self {}) } else { quote!(match self { #(#arms),* }) };
        quote! {
            impl Encode for #response {
                fn encode(self) -> Result<Response, Cause> {
                    #encode
                }
            }
            into_response!(#response);
        }
    };
    let is_default = |response: &ResponsePlan<'_>| response.response.status == StatusSpec::Default;
    let declared = plan.responses.iter().any(is_default).then(|| declared(plan, &response));
    let structs = plan.responses.iter().filter_map(single);
    quote! {
        #encode
        #declared
        #(#structs)*
    }
}

/// `Variant(body) => respond::…`
fn arm(response: &ResponsePlan<'_>) -> TokenStream {
    let variant = &response.variant;
    let status = status(response);
    match response.payload() {
        Payload::Nothing => quote!(#variant => respond::nothing(#status)),
        Payload::Body(_) => {
            let body = body(response, &status, &quote!(body));
            quote!(#variant(body) => #body)
        }
        Payload::Struct(_) => quote!(#variant(response) => respond::encoded(response)),
    }
}

/// Whether the arm is one call.
fn is_call(response: &ResponsePlan<'_>) -> bool {
    matches!(response.payload(), Payload::Nothing | Payload::Struct(_)) || response.contents.len() == 1
}

fn status(response: &ResponsePlan<'_>) -> TokenStream {
    match response.response.status {
        StatusSpec::Code(code) => {
            let code = proc_macro2::Literal::u16_unsuffixed(code);
            quote!(#code)
        }
        StatusSpec::Range(_) | StatusSpec::Default => quote!(self.status.code()),
    }
}

/// The encoding of a struct.
fn single(response: &ResponsePlan<'_>) -> Option<TokenStream> {
    let Payload::Struct(name) = response.payload() else { return None };
    let status = status(response);
    let headers: Vec<_> = response.headers.iter().map(header).collect();
    let body = body(response, &status, &quote!(self.body));
    let encode = if headers.is_empty() {
        body
    } else {
        let body = fallible(response, &body);
        quote! {
            let mut response = #body;
            #(#headers)*
            Ok(response)
        }
    };
    Some(quote! {
        impl Encode for #name {
            fn encode(self) -> Result<Response, Cause> {
                #encode
            }
        }
        into_response!(#name);
    })
}

/// Expressions of [`body`] are results; here the response itself is wanted.
fn fallible(response: &ResponsePlan<'_>, body: &TokenStream) -> TokenStream {
    if response.contents.len() > 1 { quote!({ #body }?) } else { quote!(#body?) }
}

/// An expression of type `Result<Response, Cause>`.
fn body(response: &ResponsePlan<'_>, status: &TokenStream, place: &TokenStream) -> TokenStream {
    match (&response.contents[..], &response.body_enum) {
        ([], _) => quote!(respond::nothing(#status)),
        (contents, Some(name)) => {
            let arms = contents.iter().map(|content| {
                let variant = &content.variant;
                let written = written(content, status, &quote!(body));
                quote!(#name::#variant(body) => #written)
            });
            quote!(match #place { #(#arms),* })
        }
        ([content, ..], None) => written(content, status, place),
    }
}

fn written(content: &ContentPlan<'_>, status: &TokenStream, body: &TokenStream) -> TokenStream {
    let name = &content.media_type.name;
    // A range is no type to send, but for those (`image/*`) that say what it is about.
    let name = match (name.as_str(), content.kind) {
        ("*/*" | "application/*", ContentKind::Json) => "application/json",
        ("*/*" | "application/*", _) => "application/octet-stream",
        ("text/*", _) => "text/plain",
        (name, _) => name,
    };
    let text = content.items.as_ref().is_some_and(|items| items.text);
    match content.kind {
        ContentKind::Bytes if content.streamed => {
            let declared = &content.media_type.name;
            quote!(respond::byte_stream(#status, #declared, #name, #body))
        }
        ContentKind::EventStream if text => quote!(respond::text_events(#status, #name, #body)),
        ContentKind::EventStream => quote!(respond::events(#status, #name, #body)),
        ContentKind::JsonLines if content.streamed => quote!(respond::json_lines(#status, #name, #body)),
        ContentKind::JsonLines => quote!(respond::collected_json_lines(#status, #name, &#body)),
        ContentKind::Json if name == "application/json" => quote!(respond::json(#status, JSON, &#body)),
        ContentKind::Json => quote!(respond::json(#status, #name, &#body)),
        ContentKind::Multipart => {
            let name = if content.media_type.name == "multipart/*" { "multipart/mixed" } else { name };
            quote!(respond::multipart(#status, #name, &#body))
        }
        ContentKind::Text => {
            let name = if name.contains("charset") || !name.starts_with("text/") {
                name.to_owned()
            } else {
                format!("{name}; charset=utf-8")
            };
            if unplug_wire::media_type::encoding_to_write(&name) == Charset::UTF_8 {
                quote!(respond::whole(#status, #name, #body))
            } else {
                quote!(respond::text(#status, #name, &#body))
            }
        }
        ContentKind::Bytes => quote!(respond::whole(#status, #name, #body)),
        ContentKind::Form => quote!(respond::form(#status, #name, &#body)),
    }
}

fn header(plan: &HeaderPlan<'_>) -> TokenStream {
    let field = &plan.field;
    let name = plan.header.name.to_ascii_lowercase();
    let set = match plan.shape {
        _ if is_set_cookie(&name) => quote!(respond::header_lines(&mut response, #name, value)?;),
        _ if plan.header.json => quote!(respond::json_header(&mut response, #name, value)?;),
        Shape::String => quote!(respond::header(&mut response, #name, value)?;),
        Shape::Integer => quote!(respond::integer_header(&mut response, #name, *value);),
        Shape::Integer32 => quote!(respond::integer_header(&mut response, #name, i64::from(*value));),
        _ if plan.header.explode => quote!(respond::exploded_header(&mut response, #name, value)?;),
        _ => quote!(respond::typed_header(&mut response, #name, value)?;),
    };
    if plan.required {
        quote! {
            let value = &self.headers.#field;
            #set
        }
    } else {
        quote! {
            if let Some(value) = &self.headers.#field {
                #set
            }
        }
    }
}

/// Which statuses the `default` response may not have.
fn declared(plan: &OperationPlan<'_>, name: &RustName) -> TokenStream {
    let statuses = || plan.responses.iter().map(|response| response.response.status);
    let codes = statuses().filter_map(|status| match status {
        StatusSpec::Code(code) => Some(proc_macro2::Literal::u16_unsuffixed(code)),
        _ => None,
    });
    let classes = statuses().filter_map(|status| match status {
        StatusSpec::Range(class) => Some(proc_macro2::Literal::u8_unsuffixed(class)),
        _ => None,
    });
    quote! {
        impl DeclaredStatuses for #name {
            const CODES: &'static [u16] = &[#(#codes),*];
            const CLASSES: &'static [u16] = &[#(#classes),*];
        }
    }
}
