//! The credentials type of an API, from its security schemes.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};
use unplug_openapi::diagnostic::Diagnostic;
use unplug_openapi::ir::{Api, Operation, ParameterLocation, SecurityScheme, SecuritySchemeKind};

use super::at;
use crate::names::{self, Namespace};
use crate::types::docs;

/// The security schemes of an API that a client can serve, and the alternatives in use.
#[derive(Debug)]
pub(super) struct Schemes<'a> {
    api: &'a Api,
    /// Sets of scheme indices, in the order in which operations name them.
    alternatives: Vec<Vec<usize>>,
}

impl<'a> Schemes<'a> {
    pub(super) fn new(api: &'a Api, diagnostics: &mut Vec<Diagnostic>) -> Self {
        let mut schemes = Self { api, alternatives: Vec::new() };
        for scheme in api.security_schemes.values() {
            if let SecuritySchemeKind::Http { scheme: kind } = &scheme.kind
                && !matches!(kind.as_str(), "bearer" | "basic")
            {
                diagnostics.push(unsupported(scheme, kind));
            }
        }
        for operation in &api.operations {
            for alternative in schemes.alternatives_of(operation) {
                if !alternative.is_empty() && !schemes.alternatives.contains(&alternative) {
                    schemes.alternatives.push(alternative);
                }
            }
        }
        schemes
    }

    /// The alternatives of an operation that a client can serve, as scheme indices.
    pub(super) fn alternatives_of(&self, operation: &Operation) -> Vec<Vec<usize>> {
        let served = |alternative: &unplug_openapi::ir::SecurityRequirement| {
            let mut indices = Vec::new();
            for name in alternative.keys() {
                let (index, _, scheme) = self.api.security_schemes.get_full(name)?;
                match &scheme.kind {
                    // The certificate is part of the connection, not of a request.
                    SecuritySchemeKind::MutualTls => {}
                    SecuritySchemeKind::Http { scheme } if !matches!(scheme.as_str(), "bearer" | "basic") => {
                        return None;
                    }
                    _ => indices.push(index),
                }
            }
            indices.sort_unstable();
            Some(indices)
        };
        operation.security.iter().filter_map(served).collect()
    }

    /// Does the API ask for credentials at all?
    pub(super) fn any(&self) -> bool {
        !self.alternatives.is_empty()
    }

    /// The type `Credentials` and how it travels.
    pub(super) fn emit(&self) -> TokenStream {
        let (item, body) = match self.alternatives.as_slice() {
            [] => (
                quote! {
                    /// The document asks for no credentials.
                    #[derive(Clone, Debug, PartialEq, Eq)]
                    pub enum Credentials {}
                },
                quote!(match *self {}),
            ),
            [only] => {
                let schemes = self.fields(only);
                let fields = schemes.iter().map(|scheme| scheme.declare(&quote!(pub)));
                let names = schemes.iter().flat_map(|scheme| &scheme.fields);
                let carriers = schemes.iter().map(SchemeFields::carrier);
                (
                    quote! {
                        /// What the security schemes of the document ask for.
                        #[derive(Clone, Debug, PartialEq, Eq)]
                        pub struct Credentials { #(#fields),* }
                    },
                    quote! {
                        let Self { #(#names),* } = self;
                        Ok(vec![#(#carriers),*])
                    },
                )
            }
            several => self.emit_enum(several),
        };
        quote! {
            #item
            impl runtime::Credentials for Credentials {
                fn carriers(&self) -> Result<Vec<(usize, Carrier)>, BuildError> {
                    #body
                }
            }
        }
    }

    fn emit_enum(&self, alternatives: &[Vec<usize>]) -> (TokenStream, TokenStream) {
        let mut variants = Vec::new();
        let mut arms = Vec::new();
        for alternative in alternatives {
            let schemes = self.fields(alternative);
            let variant: String = alternative.iter().map(|i| names::pascal(&self.name(*i))).collect();
            let variant = names::ident(&variant);
            let fields = schemes.iter().map(|scheme| scheme.declare(&TokenStream::new()));
            let names = schemes.iter().flat_map(|scheme| &scheme.fields);
            let carriers = schemes.iter().map(SchemeFields::carrier);
            let described = alternative.iter().map(|i| self.name(*i)).collect::<Vec<_>>().join(" and ");
            let doc = format!(" {described}");
            variants.push(quote!(#[doc = #doc] #variant { #(#fields),* }));
            arms.push(quote!(Self::#variant { #(#names),* } => Ok(vec![#(#carriers),*])));
        }
        (
            quote! {
                /// One of the alternatives that the security schemes of the document offer.
                #[derive(Clone, Debug, PartialEq, Eq)]
                pub enum Credentials { #(#variants),* }
            },
            quote!(match self { #(#arms),* }),
        )
    }

    fn scheme(&self, index: usize) -> Option<&'a SecurityScheme> {
        self.api.security_schemes.get_index(index).map(|(_, scheme)| scheme)
    }

    fn name(&self, index: usize) -> String {
        let scheme = self.scheme(index);
        scheme.map_or_else(String::new, |s| s.rust_name.clone().unwrap_or_else(|| s.name.clone()))
    }

    fn fields(&self, alternative: &[usize]) -> Vec<SchemeFields<'a>> {
        let mut taken = Namespace::new();
        let mut claim = |name: &str| names::ident(&taken.claim_snake(&names::snake(name)));
        alternative
            .iter()
            .filter_map(|index| {
                let scheme = self.scheme(*index)?;
                let name = self.name(*index);
                let fields = if is_basic(scheme) {
                    vec![claim(&format!("{name}_user")), claim(&format!("{name}_password"))]
                } else {
                    vec![claim(&name)]
                };
                Some(SchemeFields { index: *index, scheme, fields })
            })
            .collect()
    }
}

fn is_basic(scheme: &SecurityScheme) -> bool {
    matches!(&scheme.kind, SecuritySchemeKind::Http { scheme } if scheme == "basic")
}

fn unsupported(scheme: &SecurityScheme, kind: &str) -> Diagnostic {
    let message = format!("the client cannot authenticate with HTTP `{kind}`");
    at(Diagnostic::warning("unsupported-security-scheme", message), &scheme.origin, "not supported")
        .reason("alternatives that need this scheme are left out of the client's credentials")
        .remedy("offer a bearer, basic or apiKey scheme beside it in the overlay")
}

/// A scheme and the fields that hold its values.
struct SchemeFields<'a> {
    index: usize,
    scheme: &'a SecurityScheme,
    fields: Vec<Ident>,
}

impl SchemeFields<'_> {
    fn declare(&self, visibility: &TokenStream) -> TokenStream {
        let doc = match &self.scheme.kind {
            SecuritySchemeKind::ApiKey { location, name } => {
                format!(" Sent in the {} `{name}`.", place(*location))
            }
            SecuritySchemeKind::Http { scheme } if scheme == "basic" => {
                " Sent as `Authorization: Basic`.".to_owned()
            }
            _ => " Sent as `Authorization: Bearer`.".to_owned(),
        };
        let described = self.scheme.description.as_ref().map(|text| {
            let mut lines = vec![String::new()];
            lines.extend(docs::markdown(text));
            docs::of_lines(&lines)
        });
        let fields = self.fields.iter().enumerate().map(|(position, field)| {
            let described = if position == 0 { described.as_ref() } else { None };
            quote!(#[doc = #doc] #described #visibility #field: Secret)
        });
        quote!(#(#fields),*)
    }

    fn carrier(&self) -> TokenStream {
        let index = Literal::usize_unsuffixed(self.index);
        let values: Vec<_> = self.fields.iter().map(|field| quote!(#field.expose())).collect();
        let carrier = match &self.scheme.kind {
            SecuritySchemeKind::ApiKey { location, name } => {
                let function = format_ident!("{}", place(*location));
                quote!(Carrier::#function(#name, #(#values),*)?)
            }
            _ if is_basic(self.scheme) => quote!(Carrier::basic(#(#values),*)?),
            _ => quote!(Carrier::bearer(#(#values),*)?),
        };
        quote!((#index, #carrier))
    }
}

fn place(location: ParameterLocation) -> &'static str {
    match location {
        ParameterLocation::Query | ParameterLocation::QueryString => "query",
        ParameterLocation::Cookie => "cookie",
        ParameterLocation::Header | ParameterLocation::Path => "header",
    }
}
