//! The credentials type of an API, from its security schemes.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};
use unplug_openapi::diagnostic::Diagnostic;
use unplug_openapi::ir::{Api, Operation, ParameterIn, SecurityScheme, SecuritySchemeKind};

use super::at;
use crate::emit::docs;
use crate::names::{self, Namespace};

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
        let unknown = |scheme: &&SecurityScheme| matches!(scheme.kind, SecuritySchemeKind::Unknown);
        diagnostics.extend(api.security_schemes.values().filter(unknown).map(left_to_the_user));
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
                    _ => indices.push(index),
                }
            }
            indices.sort_unstable();
            Some(indices)
        };
        operation.security.iter().filter_map(served).collect()
    }

    /// Whether the API asks for credentials at all.
    pub(super) fn any(&self) -> bool {
        !self.alternatives.is_empty()
    }

    /// Whether any scheme takes a secret text.
    pub(super) fn any_secret(&self) -> bool {
        let mut schemes = self.alternatives.iter().flatten().filter_map(|index| self.scheme(*index));
        schemes.any(|scheme| !is_hook(scheme))
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
                let credentials = schemes.iter().map(SchemeFields::credential);
                (
                    quote! {
                        /// What the security schemes of the document ask for.
                        #[derive(Clone, Debug, PartialEq, Eq)]
                        pub struct Credentials { #(#fields),* }
                    },
                    quote! {
                        let Self { #(#names),* } = self;
                        Ok(vec![#(#credentials),*])
                    },
                )
            }
            several => self.emit_enum(several),
        };
        quote! {
            #item
            impl runtime::Credentials for Credentials {
                fn credentials(&self) -> Result<Vec<(usize, Credential)>, BuildError> {
                    #body
                }
            }
        }
    }

    fn emit_enum(&self, alternatives: &[Vec<usize>]) -> (TokenStream, TokenStream) {
        let mut variants = Vec::new();
        let mut arms = Vec::new();
        let mut taken = Namespace::new();
        for alternative in alternatives {
            let schemes = self.fields(alternative);
            let variant: String = alternative.iter().map(|i| names::pascal(&self.name(*i))).collect();
            let variant = names::ident(&taken.claim(&variant));
            let fields = schemes.iter().map(|scheme| scheme.declare(&TokenStream::new()));
            let names = schemes.iter().flat_map(|scheme| &scheme.fields);
            let credentials = schemes.iter().map(SchemeFields::credential);
            let described = alternative.iter().map(|i| self.name(*i)).collect::<Vec<_>>().join(" and ");
            let doc = format!(" {described}");
            variants.push(quote!(#[doc = #doc] #variant { #(#fields),* }));
            arms.push(quote!(Self::#variant { #(#names),* } => Ok(vec![#(#credentials),*])));
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

/// Whether a function of the caller's own makes the header.
fn is_hook(scheme: &SecurityScheme) -> bool {
    match &scheme.kind {
        SecuritySchemeKind::Http { scheme } => scheme == "digest" || !is_token(scheme),
        SecuritySchemeKind::Unknown => true,
        _ => false,
    }
}

/// Whether the text can be the name of an authentication scheme.
fn is_token(text: &str) -> bool {
    !text.is_empty()
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte))
}

fn left_to_the_user(scheme: &SecurityScheme) -> Diagnostic {
    let message = format!("the document does not say what the security scheme `{}` sends", scheme.name);
    at(Diagnostic::warning("unsupported-security-scheme", message), &scheme.location, "not understood")
        .reason(
            "the client takes an `Authorizer` for it, and the server stub hands the request to `Security`",
        )
        .remedy("describe the scheme in the overlay")
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
            SecuritySchemeKind::ApiKey { parameter_in, name } => {
                format!(" Sent in the {} `{name}`.", place(*parameter_in))
            }
            SecuritySchemeKind::Http { scheme } if scheme == "basic" => {
                " Sent as `Authorization: Basic`.".to_owned()
            }
            _ if is_hook(self.scheme) => " Makes the header `Authorization` for each request.".to_owned(),
            SecuritySchemeKind::Http { scheme } if scheme != "bearer" => {
                format!(" Sent as `Authorization: {scheme}`.")
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
            let ty = if is_hook(self.scheme) { quote!(runtime::Authorizer) } else { quote!(Secret) };
            quote!(#[doc = #doc] #described #visibility #field: #ty)
        });
        quote!(#(#fields),*)
    }

    fn credential(&self) -> TokenStream {
        let index = Literal::usize_unsuffixed(self.index);
        let fields = &self.fields;
        let values: Vec<_> = fields.iter().map(|field| quote!(#field.expose())).collect();
        let credential = match &self.scheme.kind {
            SecuritySchemeKind::ApiKey { parameter_in, name } => {
                let function = format_ident!("{}", place(*parameter_in));
                quote!(Credential::#function(#name, #(#values),*)?)
            }
            _ if is_basic(self.scheme) => quote!(Credential::basic(#(#values),*)?),
            _ if is_hook(self.scheme) => quote!(Credential::hook(#(#fields),*)?),
            SecuritySchemeKind::Http { scheme } if scheme != "bearer" => {
                quote!(Credential::scheme(#scheme, #(#values),*)?)
            }
            _ => quote!(Credential::bearer(#(#values),*)?),
        };
        quote!((#index, #credential))
    }
}

fn place(parameter_in: ParameterIn) -> &'static str {
    match parameter_in {
        ParameterIn::Query | ParameterIn::QueryString => "query",
        ParameterIn::Cookie => "cookie",
        ParameterIn::Header | ParameterIn::Path => "header",
    }
}
