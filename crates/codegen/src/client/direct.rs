//! The seam for requests that progenitor cannot build: other methods, styles and media types.
//! They are put together by the runtime's `Outgoing` and sent by the same client.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use unplug_openapi::ir::{ParameterLocation, ParameterShape, Style};

use crate::plan::{ContentKind, ContentPlan, FieldPlan, OperationPlan};

/// The closure that builds the request.
pub(super) fn emit(plan: &OperationPlan) -> TokenStream {
    let path = path(plan);
    let others = plan.parameters.iter().filter_map(|field| {
        let write = write(field)?;
        let member = &field.field;
        Some(if field.required {
            quote! {
                let value = &request.#member;
                let outgoing = outgoing #write?;
            }
        } else {
            quote! {
                let outgoing = match &request.#member {
                    Some(value) => outgoing #write?,
                    None => outgoing,
                };
            }
        })
    });
    let body = body(plan);
    quote! {
        |wire, operation| {
            let outgoing = Outgoing::new(operation) #path;
            #(#others)*
            #body
            outgoing.build(&wire.client, &wire.baseurl)
        }
    }
}

/// The path, with its holes filled in.
fn path(plan: &OperationPlan) -> TokenStream {
    let mut parts = Vec::new();
    let mut rest = plan.operation.path.as_str();
    while let Some((before, after)) = rest.split_once('{') {
        let Some((hole, after)) = after.split_once('}') else { break };
        parts.push(quote!(.literal(#before)));
        let field = plan.parameters.iter().find(|field| {
            field.parameter.location == ParameterLocation::Path && field.parameter.name == hole
        });
        parts.push(if let Some(field) = field {
            path_parameter(field)
        } else {
            let literal = format!("{{{hole}}}");
            quote!(.literal(#literal))
        });
        rest = after;
    }
    parts.push(quote!(.literal(#rest)));
    quote!(#(#parts)*)
}

fn path_parameter(field: &FieldPlan) -> TokenStream {
    let name = &field.parameter.name;
    let member = &field.field;
    let (style, explode) = match field.parameter.shape {
        ParameterShape::Schema { style, explode, .. } => (style, explode),
        ParameterShape::Content(_) => (Style::Simple, false),
    };
    let style = match style {
        Style::Label => quote!(PathStyle::Label),
        Style::Matrix => quote!(PathStyle::Matrix),
        _ => quote!(PathStyle::Simple),
    };
    quote!(.path(#name, #style, #explode, &request.#member)?)
}

/// `.query(…)` and the like for a parameter outside of the path.
fn write(field: &FieldPlan) -> Option<TokenStream> {
    let parameter = field.parameter;
    let name = &parameter.name;
    let (style, explode, reserved) = match parameter.shape {
        ParameterShape::Schema { style, explode, allow_reserved, .. } => (style, explode, allow_reserved),
        ParameterShape::Content(_) if parameter.location == ParameterLocation::Query => {
            return Some(quote!(.query_json(#name, value)));
        }
        ParameterShape::Content(_) => (Style::Simple, false, false),
    };
    Some(match parameter.location {
        ParameterLocation::Path => return None,
        ParameterLocation::QueryString => quote!(.query_string(#name, value)),
        ParameterLocation::Header => quote!(.header(#name, #explode, value)),
        ParameterLocation::Cookie => quote!(.cookie(#name, #explode, value)),
        ParameterLocation::Query => {
            let style = format_ident!(
                "{}",
                match style {
                    Style::SpaceDelimited => "SpaceDelimited",
                    Style::PipeDelimited => "PipeDelimited",
                    Style::DeepObject => "DeepObject",
                    _ => "Form",
                }
            );
            quote!(.query(#name, QueryStyle::#style, (#explode, #reserved), value))
        }
    })
}

fn body(plan: &OperationPlan) -> TokenStream {
    let Some(body) = &plan.body else {
        return TokenStream::new();
    };
    let written = match (&body.enum_name, body.variants.as_slice()) {
        (Some(name), variants) => {
            let arms = variants.iter().map(|content| {
                let variant = &content.variant;
                let write = content_write(content);
                quote!(#name::#variant(body) => outgoing #write?)
            });
            quote!(match body { #(#arms,)* })
        }
        (None, [only, ..]) => {
            let write = content_write(only);
            quote!(outgoing #write?)
        }
        (None, []) => quote!(outgoing),
    };
    if body.variants.is_empty() {
        return TokenStream::new();
    }
    if body.required {
        quote! {
            let body = &request.body;
            let outgoing = #written;
        }
    } else {
        quote! {
            let outgoing = match &request.body {
                Some(body) => #written,
                None => outgoing,
            };
        }
    }
}

fn content_write(content: &ContentPlan) -> TokenStream {
    let media_type = match content.media_type.name.as_str() {
        // A range says what may be sent, and a request has to choose.
        "*/*" | "application/*" => "application/octet-stream",
        "text/*" => "text/plain",
        name => name,
    };
    match content.kind {
        ContentKind::Json => quote!(.json(#media_type, body)),
        ContentKind::Text | ContentKind::Bytes => quote!(.bytes(#media_type, body.clone())),
        ContentKind::Form => quote!(.form(#media_type, body)),
        ContentKind::Multipart => quote!(.multipart(#media_type, body)),
    }
}
