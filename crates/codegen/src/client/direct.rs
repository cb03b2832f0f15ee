//! The seam for requests that progenitor cannot build: other methods, styles and media types.
//! They are put together by the runtime's `RequestBuilder` and sent by the same client.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use unplug_openapi::ir::{ParameterIn, ParameterShape, Style};

use super::multipart;
use crate::plan::{ContentKind, ContentPlan, FieldPlan, OperationPlan};

/// The closure that builds the request.
pub(super) fn emit(plan: &OperationPlan) -> TokenStream {
    let path = path(plan);
    let others = plan.parameters.iter().filter_map(write);
    let body = body(plan);
    quote! {
        |wire, operation| {
            let outgoing = RequestBuilder::new(operation) #path #(#others)*;
            #body
            outgoing.build(&wire.client, &wire.baseurl)
        }
    }
}

/// The path, with its holes filled in.
fn path(plan: &OperationPlan) -> TokenStream {
    let mut parts = Vec::new();
    let route = &plan.operation.route;
    let mut rest = route.path.as_str();
    while let Some((before, after)) = rest.split_once('{') {
        let Some((hole, after)) = after.split_once('}') else { break };
        if !before.is_empty() {
            parts.push(quote!(.literal(#before)));
        }
        let field = plan
            .parameters
            .iter()
            .find(|field| field.parameter.parameter_in == ParameterIn::Path && field.parameter.name == hole);
        parts.push(if let Some(field) = field {
            path_parameter(field)
        } else {
            let literal = format!("{{{hole}}}");
            quote!(.literal(#literal))
        });
        rest = after;
    }
    if !rest.is_empty() {
        parts.push(quote!(.literal(#rest)));
    }
    if route.path.contains('{') {
        parts.push(quote!(.whole_path()?));
    }
    parts.extend(route.query.iter().map(|(name, value)| quote!(.fixed(#name, #value))));
    quote!(#(#parts)*)
}

fn path_parameter(field: &FieldPlan) -> TokenStream {
    let name = &field.parameter.name;
    let member = &field.field;
    let reading = reading(field);
    let (style, explode) = match &field.parameter.shape {
        ParameterShape::Schema { style, explode, .. } => (*style, *explode),
        ParameterShape::Content(media_type) if ContentKind::of(&media_type.name) == ContentKind::Json => {
            return quote!(.path_json(#name, &request.#member)?);
        }
        ParameterShape::Content(_) => (Style::Simple, false),
    };
    let style = match style {
        Style::Label => quote!(PathStyle::Label),
        Style::Matrix => quote!(PathStyle::Matrix),
        _ => quote!(PathStyle::Simple),
    };
    quote!(#reading.path(#name, #style, #explode, &request.#member)?)
}

/// `.reading(…)`, where a text could be read as something else than what was written.
fn reading(field: &FieldPlan) -> Option<TokenStream> {
    let reading = field.form.reading(field.parameter.parameter_in)?;
    Some(quote!(.reading(#reading)))
}

/// `.query(…)` and the like for a parameter outside of the path.
fn write(field: &FieldPlan) -> Option<TokenStream> {
    let parameter = field.parameter;
    let name = &parameter.name;
    let member = &field.field;
    let value =
        if field.required { quote!(Some(&request.#member)) } else { quote!(request.#member.as_ref()) };
    let reading = reading(field);
    let (style, explode, reserved) = match &parameter.shape {
        ParameterShape::Schema { style, explode, allow_reserved, .. } => (*style, *explode, *allow_reserved),
        ParameterShape::Content(media_type) => {
            let kind = ContentKind::of(&media_type.name);
            let function = match (parameter.parameter_in, kind) {
                (ParameterIn::Query, ContentKind::Json) => "query_json",
                (ParameterIn::Header, ContentKind::Json) => "header_json",
                (ParameterIn::Cookie, ContentKind::Json) => "cookie_json",
                (ParameterIn::QueryString, ContentKind::Json) => "query_string_json",
                (ParameterIn::QueryString, ContentKind::Form) => "query_string",
                (ParameterIn::QueryString, _) => "query_string_text",
                _ => "",
            };
            if !function.is_empty() {
                let function = format_ident!("{function}");
                return Some(quote!(#reading.#function(#name, #value)?));
            }
            (Style::Simple, false, false)
        }
    };
    let call = match parameter.parameter_in {
        ParameterIn::Path => return None,
        ParameterIn::QueryString => quote!(.query_string(#name, #value)?),
        ParameterIn::Header => quote!(.header(#name, #explode, #value)?),
        ParameterIn::Cookie if style == Style::Cookie => quote!(.cookie_raw(#name, #explode, #value)?),
        ParameterIn::Cookie => quote!(.cookie(#name, #explode, #value)?),
        ParameterIn::Query => {
            let style = format_ident!(
                "{}",
                match style {
                    Style::SpaceDelimited => "SpaceDelimited",
                    Style::PipeDelimited => "PipeDelimited",
                    Style::DeepObject => "DeepObject",
                    _ => "Form",
                }
            );
            quote!(.query(#name, QueryStyle::#style, (#explode, #reserved), #value)?)
        }
    };
    Some(quote!(#reading #call))
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
        "*/*" | "application/*" if content.kind == ContentKind::Json => "application/json",
        "*/*" | "application/*" => "application/octet-stream",
        "text/*" => "text/plain",
        name => name,
    };
    match content.kind {
        ContentKind::Json => quote!(.json(#media_type, body)),
        ContentKind::JsonLines => quote!(.json_lines(#media_type, body)),
        ContentKind::Text | ContentKind::Bytes | ContentKind::EventStream => {
            quote!(.bytes(#media_type, body.clone()))
        }
        ContentKind::Form => quote!(.form(#media_type, body)),
        ContentKind::Multipart => multipart::write(media_type, content.multipart.as_ref()),
    }
}
