//! The `Server` type of an API, from the servers of its document.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;
use unplug_openapi::ir::{Api, Operation, Server};

use crate::emit::docs;
use crate::names::{self, Namespace};

/// Groups of operations that share their servers. Group 0 has those of the document.
#[derive(Debug)]
pub(super) struct Servers<'a> {
    api: &'a Api,
    /// The servers of each further group.
    overrides: Vec<&'a [Server]>,
}

impl<'a> Servers<'a> {
    pub(super) fn new(api: &'a Api) -> Self {
        let mut servers = Self { api, overrides: Vec::new() };
        for operation in &api.operations {
            if servers.group(operation).is_none() {
                servers.overrides.push(&operation.servers);
            }
        }
        servers
    }

    pub(super) fn groups(&self) -> usize {
        1 + self.overrides.len()
    }

    /// The group of an operation; `None` while it is not recorded.
    pub(super) fn group(&self, operation: &Operation) -> Option<usize> {
        if operation.servers.is_empty() {
            return Some(0);
        }
        let same =
            |group: &&[Server]| group.iter().map(|s| &s.url).eq(operation.servers.iter().map(|s| &s.url));
        self.overrides.iter().position(same).map(|index| index + 1)
    }

    /// The enum `Server`, with one variant per absolute URL and one for any other.
    pub(super) fn emit(&self) -> TokenStream {
        let named = self.named();
        let variants = named.iter().map(NamedServer::variant);
        let arms = named.iter().map(NamedServer::url_arm);
        let first = if let Some(server) = named.iter().find(|server| server.has_defaults()) {
            let value = server.default_value();
            quote!(Some(#value))
        } else {
            quote!(None)
        };
        let groups = (!self.overrides.is_empty()).then(|| {
            let groups = Literal::usize_unsuffixed(self.groups());
            quote!(fn groups() -> usize { #groups })
        });
        let overridden = self.override_arms();
        let group = if self.overrides.is_empty() { quote!(_group) } else { quote!(group) };
        let checks: Vec<_> = named.iter().filter_map(NamedServer::check_arm).collect();
        let check = (!checks.is_empty()).then(|| {
            let others = (checks.len() <= named.len()).then(|| quote!(_ => Ok(()),));
            quote! {
                fn check(&self) -> Result<(), BuildError> {
                    match self {
                        #(#checks,)*
                        #others
                    }
                }
            }
        });
        let custom = match self.api.servers.first().map(Server::base_path) {
            Some(path) if !path.is_empty() => format!(
                " Any other, for example one on this machine: the base URL to which the paths of the \
                 operations are appended. The document's own base path is `{path}`."
            ),
            _ => " Any other, for example one on this machine: the base URL to which the paths of the \
                  operations are appended."
                .to_owned(),
        };
        quote! {
            /// The servers that the document names.
            #[derive(Clone, Debug, PartialEq, Eq)]
            pub enum Server {
                #(#variants,)*
                #[doc = #custom]
                Custom(String),
            }
            impl runtime::Server for Server {
                fn base_url(&self, #group: usize) -> Cow<'_, str> {
                    #overridden
                    match self {
                        #(#arms,)*
                        Self::Custom(url) => Cow::Borrowed(url),
                    }
                }
                #check
                #groups
                fn first() -> Option<Self> {
                    #first
                }
            }
        }
    }

    /// Operations with servers of their own go there. A custom server stands in for all of them,
    /// with the base path that those operations have in place of the document's own.
    fn override_arms(&self) -> TokenStream {
        let general = self.api.servers.first().map(Server::base_path).unwrap_or_default();
        let arms = self.overrides.iter().enumerate().filter_map(|(index, servers)| {
            let group = Literal::usize_unsuffixed(index + 1);
            let path = servers.first()?.base_path();
            let custom = quote! {
                if group == #group && let Self::Custom(url) = self {
                    return runtime::codegen::with_base_path(url, #general, #path);
                }
            };
            let own = if let Some(server) = servers.iter().find(|server| is_absolute(&server.url)) {
                let url = server.default_url();
                quote!(Cow::Borrowed(#url))
            } else {
                // A relative URL is below the document's own server.
                quote!(Cow::Owned(runtime::codegen::with_path(&self.base_url(0), #path)))
            };
            let own = quote!(if group == #group && !matches!(self, Self::Custom(_)) { return #own; });
            let custom = (path != general).then_some(custom);
            Some(quote!(#own #custom))
        });
        quote!(#(#arms)*)
    }

    fn named(&self) -> Vec<NamedServer<'a>> {
        let mut taken = Namespace::new();
        taken.take("Custom");
        let absolute: Vec<_> = self.api.servers.iter().filter(|s| is_absolute(&s.url)).collect();
        let single = absolute.len() == 1;
        absolute
            .into_iter()
            .map(|server| {
                let wanted = match &server.name {
                    Some(name) if name.chars().any(char::is_alphanumeric) => names::pascal(name),
                    _ if single => "Published".to_owned(),
                    _ => names::pascal(&host(&server.url)),
                };
                let name = names::ident(&taken.claim(&wanted));
                let mut fields = Namespace::new();
                let claim = |variable: &String| {
                    (variable.clone(), names::ident(&fields.claim_snake(&names::snake(variable))))
                };
                let undeclared = holes(&server.url).filter(|hole| !server.variables.contains_key(*hole));
                let undeclared: Vec<String> = undeclared.map(str::to_owned).collect();
                let variables = server.variables.keys().chain(&undeclared).map(claim).collect();
                NamedServer { server, name, variables }
            })
            .collect()
    }
}

struct NamedServer<'a> {
    server: &'a Server,
    name: Ident,
    /// Name in the template, name of the field.
    variables: Vec<(String, Ident)>,
}

impl NamedServer<'_> {
    fn variant(&self) -> TokenStream {
        let name = &self.name;
        let described = self.server.description.as_deref().unwrap_or_default();
        let doc = match described {
            "" => format!(" <{}>", self.server.url),
            text => format!(" {}: <{}>", docs::markdown(text).join(" "), self.server.url),
        };
        if self.variables.is_empty() {
            return quote!(#[doc = #doc] #name);
        }
        let fields = self.variables.iter().map(|(variable, field)| {
            let Some(variable) = self.server.variables.get(variable) else {
                return quote!(#[doc = " A part of the URL that the document says nothing about."] #field: String);
            };
            let described = match &variable.description {
                Some(text) => docs::markdown(text).join(" "),
                None => "A part of the URL.".to_owned(),
            };
            let allowed = match variable.values.as_slice() {
                [] => String::new(),
                values => format!(" One of `{}`.", values.join("`, `")),
            };
            let doc = format!(" {described} Default: `{}`.{allowed}", variable.default);
            quote!(#[doc = #doc] #field: String)
        });
        quote!(#[doc = #doc] #name { #(#fields),* })
    }

    fn url_arm(&self) -> TokenStream {
        let name = &self.name;
        let url = &self.server.url;
        if self.variables.is_empty() {
            return quote!(Self::#name => Cow::Borrowed(#url));
        }
        let fields = self.variables.iter().map(|(_, field)| field);
        let replaced = self.variables.iter().map(|(variable, field)| {
            let hole = format!("{{{variable}}}");
            quote!(.replace(#hole, #field))
        });
        quote!(Self::#name { #(#fields),* } => Cow::Owned(#url #(#replaced)*))
    }

    /// Whether every variable has a value when none is given.
    fn has_defaults(&self) -> bool {
        self.variables.iter().all(|(variable, _)| self.server.variables.contains_key(variable))
    }

    /// Refuses values that the document does not list.
    fn check_arm(&self) -> Option<TokenStream> {
        let name = &self.name;
        let checks: Vec<_> = self
            .variables
            .iter()
            .filter_map(|(variable, field)| {
                let values = &self.server.variables.get(variable)?.values;
                let check = quote!(runtime::codegen::one_of(#variable, #field, &[#(#values),*])?;);
                (!values.is_empty()).then_some((field, check))
            })
            .collect();
        if checks.is_empty() {
            return None;
        }
        let fields = checks.iter().map(|(field, _)| field);
        let calls = checks.iter().map(|(_, check)| check);
        Some(quote!(Self::#name { #(#fields,)* .. } => { #(#calls)* Ok(()) }))
    }

    fn default_value(&self) -> TokenStream {
        let name = &self.name;
        if self.variables.is_empty() {
            return quote!(Self::#name);
        }
        let fields = self.variables.iter().map(|(variable, field)| {
            let declared = self.server.variables.get(variable);
            let default = declared.map_or("", |variable| variable.default.as_str());
            quote!(#field: #default.to_owned())
        });
        quote!(Self::#name { #(#fields),* })
    }
}

/// A template may begin with a variable, which may then hold the scheme.
fn is_absolute(url: &str) -> bool {
    url.starts_with("http://") || url.starts_with("https://") || url.starts_with('{')
}

/// The names between braces, in order.
fn holes(url: &str) -> impl Iterator<Item = &str> {
    url.split('{').skip(1).filter_map(|part| part.split_once('}')).map(|(name, _)| name)
}

fn host(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split('/').next().unwrap_or_default().to_owned()
}
