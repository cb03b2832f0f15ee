//! Emission of the client side: per API a module with `Client`, `Server` and `Credentials`, its
//! types, its operations, and the wire functions that progenitor makes.

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use unplug_openapi::diagnostic::Diagnostic;
use unplug_openapi::ir::Location;

use crate::EmittedFile;
use crate::plan::{OperationPlan, Plan, Role};

mod credentials;
mod decode;
mod direct;
mod facts;
mod multipart;
mod operation;
mod servers;
mod wire;

use credentials::Schemes;
use operation::Way;
use servers::{Servers, call_method, wire_field};

/// The files of one API's client module. What cannot be generated is left out, with a diagnostic
/// that names the operation.
#[must_use]
pub fn emit(plan: &Plan) -> (Vec<EmittedFile>, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let schemes = Schemes::new(plan.api, &mut diagnostics);
    let servers = Servers::new(plan.api);
    let ways: Vec<Way> = plan.operations.iter().map(|operation| way(operation, &mut diagnostics)).collect();
    let wire = wire::frame(plan.api).unwrap_or_else(|why| {
        diagnostics.push(
            Diagnostic::error("client-not-generated", format!("progenitor refused the API: {why}"))
                .remedy("report this: no document should come to this"),
        );
        TokenStream::new()
    });
    let parts: Vec<_> = plan.operations.iter().zip(&ways).collect();
    let file = |name: &str, tokens| EmittedFile {
        path: format!("{}/{name}", crate::names::module(&plan.api.name)),
        tokens,
    };
    let files = vec![
        file("mod.rs", module(plan, &schemes, &servers)),
        file("types.rs", crate::emit::schema_types::emit(&plan.types)),
        file("operations.rs", operations(plan, &parts, &schemes, &servers, &mut diagnostics)),
        file("wire.rs", wire),
    ];
    (files, diagnostics)
}

fn way(operation: &OperationPlan, diagnostics: &mut Vec<Diagnostic>) -> Way {
    let Some(wanted) = operation::wire_operation(operation) else { return Way::Direct };
    wire::request(&wanted).map_or_else(
        |why| {
            diagnostics.push(not_built(operation, &why));
            Way::Direct
        },
        |request| Way::Progenitor(Box::new(request)),
    )
}

fn not_built(operation: &OperationPlan, why: &str) -> Diagnostic {
    let message = format!("progenitor cannot build requests of `{}`: {why}", operation.operation.id);
    at(Diagnostic::note("not-built-by-progenitor", message), &operation.operation.location, "this operation")
        .reason("the generator's own emission builds them instead; nothing is lost")
}

/// Points a diagnostic at a part of the API.
fn at(diagnostic: Diagnostic, location: &Location, text: &str) -> Diagnostic {
    diagnostic.pointer(&location.pointer).label(location.label(text))
}

/// `mod.rs`
fn module(plan: &Plan, schemes: &Schemes, servers: &Servers) -> TokenStream {
    let api = plan.api;
    let doc = format!(" {}", crate::emit::docs::markdown(&api.title).join(" "));
    let credentials = schemes.emit();
    let server = servers.emit();
    let client = client(schemes, servers);
    let secret = schemes.any_secret().then(|| {
        quote!(
            use unplug_wire::value::Secret;
        )
    });
    quote! {
        #![doc = #doc]
        use std::borrow::Cow;
        use std::fmt;
        use std::sync::Arc;

        use progenitor_client::ClientInfo as _;

        use unplug_client_runtime::codegen::{Built, Decode, Shared};
        use unplug_client_runtime::{self as runtime, BuildError, Builder, Call, Credential, Operation, Parts};
        #secret

        /// The types of the schemas.
        #[allow(
            clippy::enum_variant_names,
            clippy::similar_names,
            clippy::struct_excessive_bools,
            clippy::struct_field_names,
            clippy::too_many_lines,
            reason = "names and shapes are the document's"
        )]
        pub mod types;
        #[allow(
            missing_docs,
            clippy::enum_variant_names,
            clippy::large_enum_variant,
            clippy::needless_borrow,
            clippy::needless_borrows_for_generic_args,
            clippy::similar_names,
            clippy::struct_field_names,
            clippy::too_many_lines,
            reason = "names and shapes are the document's, and some statements are progenitor's"
        )]
        mod operations;
        #[allow(
            clippy::all,
            clippy::pedantic,
            dead_code,
            missing_docs,
            unreachable_pub,
            unused_imports,
            unused_mut,
            reason = "the output of progenitor; nothing outside of this module sees it"
        )]
        mod wire;

        #[allow(unused_imports, unreachable_pub, reason = "a document may have no operations")]
        pub use operations::*;

        #credentials
        #server
        #client
    }
}

fn client(schemes: &Schemes, servers: &Servers) -> TokenStream {
    let fields: Vec<_> = (0..servers.groups()).map(wire_field).collect();
    let indices = (0..servers.groups()).map(Literal::usize_unsuffixed);
    let calls = fields.iter().enumerate().map(|(group, field)| {
        let name = call_method(group);
        quote! {
            #[allow(dead_code, reason = "a document may have no operations here")]
            fn #name<T, E>(
                &self,
                operation: &'static Operation,
                build: impl FnOnce(&wire::Client, &'static Operation) -> Built,
                decode: Decode<T, E>,
            ) -> Call<T, E> {
                Call::new(&self.inner.shared, operation, build(&self.inner.#field, operation), decode)
            }
        }
    });
    let new = if schemes.any() {
        quote! {
            /// A client with the usual settings.
            ///
            /// # Errors
            ///
            /// [`BuildError`] when the server's URL or a credential cannot be used.
            pub fn new(server: Server, credentials: Credentials) -> Result<Self, BuildError> {
                Self::builder().server(server).credentials(credentials).build()
            }
        }
    } else {
        quote! {
            /// A client with the usual settings.
            ///
            /// # Errors
            ///
            /// [`BuildError`] when the server's URL cannot be used.
            pub fn new(server: Server) -> Result<Self, BuildError> {
                Self::builder().server(server).build()
            }
        }
    };
    quote! {
        /// The client. Clones share their connections.
        #[derive(Clone)]
        pub struct Client {
            inner: Arc<Inner>,
        }
        #[allow(dead_code, reason = "a document may have no operations")]
        struct Inner {
            #(#fields: wire::Client,)*
            shared: Arc<Shared>,
        }
        impl fmt::Debug for Client {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct("Client")
                    .field("base_url", &self.inner.wire.baseurl())
                    .finish_non_exhaustive()
            }
        }
        impl Client {
            #new
            #(#calls)*
            /// Settings other than the usual ones.
            #[must_use]
            pub fn builder() -> Builder<Self> {
                Builder::default()
            }
        }
        impl runtime::Api for Client {
            type Server = Server;
            type Credentials = Credentials;

            fn assemble(parts: Parts) -> Self {
                let wire = |group: usize| wire::Client {
                    baseurl: parts.base_urls.get(group).cloned().unwrap_or_default(),
                    client: parts.http.clone(),
                };
                let inner = Inner {
                    #(#fields: wire(#indices),)*
                    shared: Arc::new(Shared::new(&parts)),
                };
                Self { inner: Arc::new(inner) }
            }
        }
    }
}

/// `operations.rs`
fn operations(
    plan: &Plan,
    parts: &[(&OperationPlan, &Way)],
    schemes: &Schemes,
    servers: &Servers,
    diagnostics: &mut Vec<Diagnostic>,
) -> TokenStream {
    let messages = crate::emit::messages::emit(plan, Role::Client);
    let methods: Vec<_> = parts
        .iter()
        .map(|(operation, way)| {
            let constant = facts::table(plan.api, schemes, operation, diagnostics);
            operation::method(&plan.types, operation, way, servers, &constant)
        })
        .collect();
    quote! {
        #[allow(unused_imports, reason = "not every document has use for all of them")]
        use super::types;
        #[allow(unused_imports, reason = "not every document has use for all of them")]
        use std::convert::Infallible;
        #[allow(unused_imports, reason = "not every document has use for all of them")]
        use progenitor_client::{QueryParam, RequestBuilderExt as _};
        #[allow(unused_imports, reason = "not every document has use for all of them")]
        use unplug_client_runtime::codegen::{
            HeaderStyle, JSON, Mismatch, RequestBuilder, Streams, encode_path, header, list, only_empty,
            only_json, operation, optional, segment, text, with_body,
        };
        #[allow(unused_imports, reason = "not every document has use for all of them")]
        use unplug_client_runtime::{
            self as runtime, Call, GoneField, Operation, RateLimitField, RateLimitRole, RateLimitSource,
        };
        #[allow(unused_imports, reason = "not every document has use for all of them")]
        use unplug_wire::json::Types;
        #[allow(unused_imports, reason = "not every document has use for all of them")]
        use unplug_wire::multipart;
        #[allow(unused_imports, reason = "not every document has use for all of them")]
        use unplug_wire::parameter::{Form, Members, ParameterSpec, Style};
        use super::Client;

        impl Client {
            #(#methods)*
        }
        #messages
    }
}
