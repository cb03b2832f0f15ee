//! Credentials: one variant for every distinct alternative of the API.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use unplug_openapi::ir::{Operation, ParameterIn, SecurityRequirement, SecuritySchemeKind};

use crate::names::{self, Namespace};
use crate::plan::{OperationPlan, Plan};

/// A distinct alternative.
#[derive(Debug)]
pub(super) struct Alternative {
    schemes: Vec<String>,
    /// Variant of `Credentials`.
    variant: Ident,
    /// Function that reads it from a request.
    reader: Ident,
    /// Fields with their types and the expressions that read them.
    fields: Vec<(Ident, TokenStream, TokenStream)>,
}

/// All distinct alternatives, in the order in which operations name them.
pub(super) fn alternatives(plan: &Plan<'_>, served: &[OperationPlan<'_>]) -> Vec<Alternative> {
    let mut found: Vec<Alternative> = Vec::new();
    let mut variants = Namespace::new();
    let mut readers = Namespace::new();
    let requirements = served.iter().flat_map(|operation| &operation.operation.security);
    for requirement in requirements.filter(|requirement| !requirement.is_empty()) {
        let schemes = scheme_names(requirement);
        if found.iter().any(|known| known.schemes == schemes) {
            continue;
        }
        let mut field_names = Namespace::new();
        let mut words = Vec::new();
        let mut fields = Vec::new();
        for scheme in requirement.keys() {
            let Some(scheme) = plan.api.security_schemes.get(scheme) else { continue };
            let word = names::snake(scheme.rust_name.as_ref().unwrap_or(&scheme.name));
            words.push(word.clone());
            if let Some((ty, read)) = field(&scheme.kind) {
                fields.push((names::ident(&field_names.claim_snake(&word)), ty, read));
            }
        }
        let together = words.join(" ");
        found.push(Alternative {
            schemes,
            variant: names::ident(&variants.claim(&names::pascal(&together))),
            reader: format_ident!("read_{}", readers.claim_snake(&names::snake(&together))),
            fields,
        });
    }
    found
}

fn scheme_names(requirement: &SecurityRequirement) -> Vec<String> {
    let mut schemes: Vec<String> = requirement.keys().cloned().collect();
    schemes.sort();
    schemes
}

/// Type of a scheme's credential, and how it is read; `None` when the document does not say what is
/// sent, and `Security` has to look for itself.
fn field(kind: &SecuritySchemeKind) -> Option<(TokenStream, TokenStream)> {
    let secret = quote!(unplug_wire::value::Secret);
    Some(match kind {
        SecuritySchemeKind::ApiKey { parameter_in: ParameterIn::Query, name } => {
            (secret, quote!(credentials::query(context, #name)))
        }
        SecuritySchemeKind::ApiKey { parameter_in: ParameterIn::Cookie, name } => {
            (secret, quote!(credentials::cookie(context, #name)))
        }
        SecuritySchemeKind::ApiKey { name, .. } => {
            let name = name.to_ascii_lowercase();
            (secret, quote!(credentials::header(context, #name)))
        }
        SecuritySchemeKind::Http { scheme } if scheme == "basic" => {
            (quote!(unplug_server_runtime::Basic), quote!(credentials::basic(context)))
        }
        SecuritySchemeKind::Http { scheme } if scheme == "digest" => {
            (quote!(unplug_server_runtime::Digest), quote!(credentials::digest(context)))
        }
        SecuritySchemeKind::Http { scheme } if scheme != "bearer" => {
            (secret, quote!(credentials::authorization(context, #scheme)))
        }
        SecuritySchemeKind::Http { .. } | SecuritySchemeKind::OAuth2 | SecuritySchemeKind::OpenIdConnect => {
            (secret, quote!(credentials::bearer(context)))
        }
        SecuritySchemeKind::MutualTls => {
            (quote!(unplug_server_runtime::ClientCertificate), quote!(credentials::certificate(context)))
        }
        SecuritySchemeKind::Unknown => return None,
    })
}

/// The readers of an operation's alternatives. Those that find nothing, because the document does
/// not say what is sent, always succeed: they are the last.
pub(super) fn readers(alternatives: &[Alternative], operation: &Operation) -> Vec<Ident> {
    let requirements = operation.security.iter().filter(|requirement| !requirement.is_empty());
    let mut known: Vec<&Alternative> = requirements
        .filter_map(|requirement| {
            let schemes = scheme_names(requirement);
            alternatives.iter().find(|known| known.schemes == schemes)
        })
        .collect();
    known.sort_by_key(|alternative| alternative.fields.is_empty());
    known.into_iter().map(|alternative| alternative.reader.clone()).collect()
}

/// The enum `Credentials` and the functions that read its variants.
pub(super) fn emit(alternatives: &[Alternative]) -> TokenStream {
    let variants = alternatives.iter().map(|alternative| {
        let doc = match &alternative.schemes[..] {
            [scheme] => format!(" `{scheme}`"),
            schemes => format!(" `{}` together", schemes.join("`, `")),
        };
        let variant = &alternative.variant;
        if alternative.fields.is_empty() {
            return quote!(#[doc = #doc] #variant);
        }
        let fields = alternative.fields.iter().map(|(name, ty, _)| {
            let doc = format!(" `{name}`");
            quote!(#[doc = #doc] #name: #ty)
        });
        quote!(#[doc = #doc] #variant { #(#fields),* })
    });
    let readers = alternatives.iter().map(|alternative| {
        let (variant, reader) = (&alternative.variant, &alternative.reader);
        if alternative.fields.is_empty() {
            return quote! {
                fn #reader(_: &RequestContext) -> Found<Credentials> {
                    Ok(Credentials::#variant)
                }
            };
        }
        let fields = alternative.fields.iter().map(|(name, _, read)| quote!(#name: #read?));
        quote! {
            fn #reader(context: &RequestContext) -> Found<Credentials> {
                Ok(Credentials::#variant { #(#fields),* })
            }
        }
    });
    quote! {
        /// The credentials of a request: one variant for each alternative of the document, with
        /// everything that it needs.
        #[derive(Clone, Debug)]
        pub enum Credentials {
            #(#variants),*
        }

        #(#readers)*
    }
}
