//! One request: how its parts are decoded and validated.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::multipart;
use super::tables::Tables;
use crate::emit::rust_type;
use crate::names::RustName;
use crate::plan::{BodyPlan, ContentKind, ContentPlan, FieldPlan, OperationPlan};
use crate::types::Types;

/// `requests.rs`: how each request is read.
pub(super) fn emit(types: &Types<'_>, served: &[OperationPlan<'_>], tables: &mut Tables<'_>) -> TokenStream {
    let requests: Vec<_> = served.iter().map(|plan| request(types, plan, tables)).collect();
    quote! {
        //! How each request is read: decoded, and validated against its schemas.
        #![allow(
            unused_imports,
            clippy::excessive_precision,
            clippy::too_many_lines,
            clippy::unreadable_literal,
            reason = "written from a document: not every operation needs everything, and numbers are as published"
        )]

        use super::operations::*;
        use super::tables::{self, *};
        use super::types;
        use unplug_server_runtime::parameter::Parameter;
        use unplug_server_runtime::request::{BodyTable, Decoder, ReadRequest, SentBody};
        use unplug_server_runtime::schema::{Check, Literal, Schema};
        use unplug_wire::json::{Number, Types};
        use unplug_wire::parameter::{Form, Members, ParameterSpec, Style};

        #(#requests)*
    }
}

fn request(types: &Types<'_>, plan: &OperationPlan<'_>, tables: &mut Tables<'_>) -> TokenStream {
    let (name, response) = (plan.request_struct(), plan.response_enum());
    let mut reads: Vec<(RustName, TokenStream)> =
        plan.parameters.iter().map(|field| (field.field.clone(), parameter(field, tables))).collect();
    let Some(body) = &plan.body else {
        let reads = reads.iter().map(|(field, read)| quote!(#field = #read));
        return quote!(unplug_server_runtime::read_request!(#name -> #response; #(#reads),*););
    };
    let table = tables.body(&plan.rust_name, body);
    if let [only] = body.variants.as_slice()
        && only.kind == ContentKind::Json
    {
        let schema = tables.content(&plan.rust_name, only.media_type.schema);
        let method = if body.required { quote!(json_body) } else { quote!(optional_json_body) };
        reads.push((RustName::new("body"), quote!(#method(&#table, &#schema))));
        let reads = reads.iter().map(|(field, read)| quote!(#field = #read));
        return quote!(unplug_server_runtime::read_request!(#name -> #response, #table; #(#reads),*););
    }
    let local = format_ident!("body");
    let body = read_body(types, plan, body, &local, &table, tables);
    let (fields, locals): (Vec<_>, Vec<_>) =
        reads.iter().map(|(field, _)| (field.clone(), local_name(field))).unzip();
    let reads = reads.iter().map(|(field, read)| {
        let local = local_name(field);
        quote!(let #local = decoder.#read;)
    });
    quote! {
        impl ReadRequest for #name {
            type Response = #response;
            const BODY: Option<&'static BodyTable> = Some(&#table);
            fn read(decoder: &mut Decoder<'_>) -> Option<Self> {
                #(#reads)*
                #body
                Some(Self { #(#fields: #locals?,)* body: body? })
            }
        }
    }
}

/// A local name that is not the decoder's.
fn local_name(field: &RustName) -> RustName {
    if field.unraw() == "decoder" { RustName::new("decoder_") } else { field.clone() }
}

/// The decoder's method with its arguments.
fn parameter(field: &FieldPlan<'_>, tables: &mut Tables<'_>) -> TokenStream {
    let table = tables.parameter(field);
    let method = if field.required { quote!(required) } else { quote!(optional) };
    quote!(#method(#table))
}

fn read_body(
    types: &Types<'_>,
    plan: &OperationPlan<'_>,
    body: &BodyPlan<'_>,
    local: &Ident,
    table: &Ident,
    tables: &mut Tables<'_>,
) -> TokenStream {
    let several = body.variants.len() > 1;
    let arms: Vec<_> = body
        .variants
        .iter()
        .enumerate()
        .map(|(index, content)| {
            let schema = tables.content(&plan.rust_name, content.checked);
            let ty = rust_type::of_content(types, &content.ty);
            let read = match content.kind {
                ContentKind::Multipart => match &content.multipart {
                    None => quote!(decoder.parts(&sent)),
                    Some(parts) => {
                        let table = tables.parts(&plan.rust_name, parts);
                        multipart::read(parts, &table, &schema)
                    }
                },
                ContentKind::Json => quote!(decoder.json::<#ty>(&sent, &tables::#schema)),
                ContentKind::Text => quote!(decoder.text::<#ty>(&sent, &tables::#schema)),
                ContentKind::Bytes | ContentKind::EventStream => quote!(Some(sent)),
                ContentKind::JsonLines => {
                    let whole = content.items.as_ref().is_some_and(|items| items.whole.is_some());
                    let method = if whole { quote!(json_lines_as_array) } else { quote!(json_lines) };
                    quote!(decoder.#method(&sent, &tables::#schema))
                }
                ContentKind::Form => {
                    let fields = tables.form_fields(&plan.rust_name, content.fields.as_ref());
                    quote!(decoder.form::<#ty>(&sent, &tables::#fields, &tables::#schema))
                }
            };
            let bytes = matches!(content.kind, ContentKind::Bytes | ContentKind::EventStream);
            let wrapped = match (several, &body.enum_name) {
                (true, Some(name)) => {
                    let variant = &content.variant;
                    if bytes {
                        quote!(Some(#name::#variant(sent)))
                    } else {
                        quote!(#read.map(#name::#variant))
                    }
                }
                _ => read,
            };
            let optional = if body.required {
                wrapped
            } else if bytes && !several {
                quote!(Some(Some(sent)))
            } else {
                quote!(#wrapped.map(Some))
            };
            let index = proc_macro2::Literal::usize_unsuffixed(index);
            if index_is_last(body, content) {
                quote!(SentBody::Content(_, sent) => #optional)
            } else {
                quote!(SentBody::Content(#index, sent) => #optional)
            }
        })
        .collect();
    // A body without media types takes nothing: the runtime has refused whatever was sent.
    let none = arms.is_empty().then(|| quote!(SentBody::Content(..) => None,));
    let absent = if body.required { quote!(None) } else { quote!(Some(None)) };
    quote! {
        let #local = match decoder.body(&tables::#table) {
            SentBody::Absent => #absent,
            #(#arms,)*
            #none
        };
    }
}

/// The runtime gives no index beyond the table, so the last arm takes all that is left.
fn index_is_last(body: &BodyPlan<'_>, content: &ContentPlan<'_>) -> bool {
    body.variants.last().is_some_and(|last| last.variant == content.variant)
}
