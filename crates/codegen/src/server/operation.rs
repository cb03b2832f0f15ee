//! One operation: authenticate, decode and validate, handle, encode.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::security::{self, Alternative, Caller};
use super::tables::Tables;
use crate::names;
use crate::plan::{BodyPlan, ContentKind, FieldPlan, OperationPlan};

/// The method of the stub that runs the operation.
pub(super) fn emit(
    plan: &OperationPlan<'_>,
    alternatives: &[Alternative],
    tables: &mut Tables<'_>,
) -> TokenStream {
    let name = names::ident(&plan.rust_name);
    let request = plan.request_struct();
    let authenticate = authenticate(plan, alternatives);
    let mut parts: Vec<(Ident, Ident)> = Vec::new();
    let mut reads = Vec::new();
    for field in &plan.parameters {
        let local = local(&field.field);
        reads.push(parameter(plan, field, &local, tables));
        parts.push((field.field.clone(), local));
    }
    if let Some(body) = &plan.body {
        let local = format_ident!("body_read");
        reads.push(read_body(plan, body, &local, tables));
        parts.push((format_ident!("body"), local));
    }
    let (decode, build, captures, body_name) = if parts.is_empty() {
        (TokenStream::new(), quote!(#request {}), quote!(_captures), quote!(_body))
    } else {
        let locals: Vec<_> = parts.iter().map(|(_, local)| local).collect();
        let fields = parts.iter().map(|(field, local)| quote!(#field: #local));
        let build = quote!(#request { #(#fields),* });
        let all = if let [only] = &locals[..] {
            quote!(let Some(#only) = #only else)
        } else {
            quote!(let (#(Some(#locals)),*) = (#(#locals),*) else)
        };
        let decode = quote! {
            let mut decoder = Decoder::new(context, captures);
            #(#reads)*
            #all { return Err(decoder.into_rejection()) };
        };
        let body_name = if plan.body.is_some() { quote!(body) } else { quote!(_body) };
        (decode, build, quote!(captures), body_name)
    };
    let limits = if plan.body.is_some() { quote!(limits) } else { quote!(_limits) };
    let context_used = !parts.is_empty() || security::caller(plan.operation) != Caller::None;
    let context = if context_used { quote!(context) } else { quote!(_context) };
    quote! {
        async fn #name(
            &self,
            #captures: &Captures,
            #context: &RequestContext,
            #body_name: Body,
            #limits: Limits,
        ) -> Result<Response, Rejection> {
            #authenticate
            #decode
            let request = #build;
            let response = self.handlers.#name.call(self.service.clone(), caller, request).await?;
            response.encode().map_err(Rejection::Internal)
        }
    }
}

fn authenticate(plan: &OperationPlan<'_>, alternatives: &[Alternative]) -> TokenStream {
    let readers = security::readers(alternatives, plan.operation);
    match security::caller(plan.operation) {
        Caller::None => quote!(let caller = ();),
        Caller::Optional => quote! {
            let caller = match credentials::first_if_any(context, &[#(#readers),*])? {
                Some(credentials) => Some(self.security.authenticate(credentials, context).await?),
                None => None,
            };
        },
        Caller::Required => quote! {
            let credentials = credentials::first(context, &[#(#readers),*])?;
            let caller = self.security.authenticate(credentials, context).await?;
        },
    }
}

/// A local name that no other item of the method has.
fn local(field: &Ident) -> Ident {
    let field = field.to_string();
    format_ident!("{}_read", field.trim_start_matches("r#"))
}

fn parameter(
    plan: &OperationPlan<'_>,
    field: &FieldPlan<'_>,
    local: &Ident,
    tables: &mut Tables<'_>,
) -> TokenStream {
    let table = tables.parameter(&plan.rust_name, field);
    let ty = &field.ty;
    let method = if field.required { quote!(required) } else { quote!(optional) };
    quote!(let #local = decoder.#method::<#ty>(&tables::#table);)
}

fn read_body(
    plan: &OperationPlan<'_>,
    body: &BodyPlan<'_>,
    local: &Ident,
    tables: &mut Tables<'_>,
) -> TokenStream {
    let table = tables.body(&plan.rust_name, body);
    let several = body.variants.len() > 1;
    let arms: Vec<_> = body
        .variants
        .iter()
        .enumerate()
        .map(|(index, content)| {
            let schema = tables.content(&plan.rust_name, content.media_type.schema);
            let ty = &content.ty;
            let read = match content.kind {
                ContentKind::Json | ContentKind::Multipart => {
                    quote!(decoder.json::<#ty>(&sent, &tables::#schema))
                }
                ContentKind::Text => quote!(decoder.text::<#ty>(&sent, &tables::#schema)),
                ContentKind::Bytes => quote!(Some(sent)),
                ContentKind::Form => {
                    let members = tables.form_members(&plan.rust_name, content.media_type.schema);
                    quote!(decoder.form::<#ty>(&sent, &tables::#members, &tables::#schema))
                }
            };
            let bytes = content.kind == ContentKind::Bytes;
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
        let #local = match decoder.body(&tables::#table, body, limits).await? {
            SentBody::Absent => #absent,
            #(#arms,)*
            #none
        };
    }
}

/// The runtime gives no index beyond the table, so the last arm takes all that is left.
fn index_is_last(body: &BodyPlan<'_>, content: &crate::plan::ContentPlan<'_>) -> bool {
    body.variants.last().is_some_and(|last| last.variant == content.variant)
}
