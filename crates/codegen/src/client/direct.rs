//! Requests that progenitor cannot build: other methods, styles and media types. They are put
//! together by the runtime's `RequestBuilder` and sent in the same way.

use proc_macro2::TokenStream;
use quote::quote;
use unplug_openapi::ir::ParameterIn;
use unplug_wire::charset::Charset;
use unplug_wire::media_type::encoding_to_write;

use super::multipart;
use crate::emit::parameter_spec::{self, parameter_spec};
use crate::plan::{ContentKind, ContentPlan, FieldPlan, OperationPlan};

/// The closure that builds the request.
pub(super) fn emit(plan: &OperationPlan) -> TokenStream {
    let path = path(plan);
    let others = plan.parameters.iter().filter(|field| field.parameter.parameter_in != ParameterIn::Path);
    let others = others.map(parameter);
    let body = body(plan);
    quote! {
        |builder| {
            let builder = builder #path #(#others)*;
            #body
            Ok(builder)
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
            parameter(field)
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

fn parameter(field: &FieldPlan) -> TokenStream {
    let spec = parameter_spec(field);
    let member = &field.field;
    let value =
        if field.required { quote!(Some(&request.#member)) } else { quote!(request.#member.as_ref()) };
    quote!(.parameter(const { &#spec }, #value)?)
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
                quote!(#name::#variant(body) => builder #write?)
            });
            quote!(match body { #(#arms,)* })
        }
        (None, [only, ..]) => {
            let write = content_write(only);
            quote!(builder #write?)
        }
        (None, []) => quote!(builder),
    };
    if body.variants.is_empty() {
        return TokenStream::new();
    }
    if body.required {
        quote! {
            let body = &request.body;
            let builder = #written;
        }
    } else {
        quote! {
            let builder = match &request.body {
                Some(body) => #written,
                None => builder,
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
        ContentKind::Text if encoding_to_write(media_type) != Charset::UTF_8 => {
            quote!(.text(#media_type, body))
        }
        ContentKind::Text | ContentKind::Bytes | ContentKind::EventStream => {
            quote!(.bytes(#media_type, body.clone()))
        }
        ContentKind::Form => {
            let fields = parameter_spec::fields(content.fields.as_ref());
            quote!(.form(#media_type, const { &#fields }, body))
        }
        ContentKind::Multipart => multipart::write(media_type, content.multipart.as_ref()),
    }
}
