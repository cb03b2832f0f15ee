//! Emission of the client side: per API a module with `Client`, `Server` and `Credentials`, its
//! types, its operations, and the module that progenitor makes.
//!
//! There are two ways to a request, and one seam between them, in `operation`: functions of the
//! module that `progenitor` makes, where they build the request right (`buildable`), and our own
//! writer where they would not (`direct`). Everything after that is the same for both.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;
use unplug_openapi::diagnostic::Diagnostic;
use unplug_openapi::ir::Location;

use crate::EmittedFile;
use crate::plan::{OperationPlan, Plan, Role};

mod buildable;
mod credentials;
mod decode;
mod direct;
mod facts;
mod multipart;
mod operation;
mod progenitor;
mod servers;

use buildable::Buildable;
use credentials::Schemes;
use operation::Way;
use progenitor::{Function, Names};
use servers::Servers;

/// An operation whose requests progenitor does not build.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DirectOperation {
    /// Method and path.
    pub operation: String,
    /// Why, in words that follow "because".
    pub reason: String,
}

/// What is emitted for the client side of an API.
#[derive(Debug)]
pub struct EmittedClient {
    /// The files of its module.
    pub files: Vec<EmittedFile>,
    /// The operations that our own writer builds; progenitor builds all others.
    pub direct: Vec<DirectOperation>,
    /// What was left out, with the operation that it concerns.
    pub diagnostics: Vec<Diagnostic>,
}

/// Emits one API's client module. What cannot be generated is left out, with a diagnostic that names
/// the operation.
#[must_use]
pub fn emit(plan: &Plan) -> EmittedClient {
    let mut diagnostics = Vec::new();
    let schemes = Schemes::new(plan.api, &mut diagnostics);
    let servers = Servers::new(plan.api);
    let (ways, progenitor) = ways(plan, &mut diagnostics);
    let parts: Vec<_> = plan.operations.iter().zip(&ways).collect();
    let file = |name: &str, tokens| EmittedFile {
        path: format!("{}/{name}", crate::names::module(&plan.api.name)),
        tokens,
    };
    let files = vec![
        file("mod.rs", module(plan, &schemes, &servers)),
        file("types.rs", crate::emit::schema_types::emit(&plan.types)),
        file("operations.rs", operations(plan, &parts, &schemes, &servers, &mut diagnostics)),
        file("progenitor.rs", progenitor),
    ];
    let direct = parts.into_iter().filter_map(|(plan, way)| match way {
        Way::Progenitor(_) => None,
        Way::Direct(reason) => Some(DirectOperation {
            operation: format!("{} {}", plan.operation.method.as_str(), plan.operation.path),
            reason: reason.clone(),
        }),
    });
    EmittedClient { direct: direct.collect(), files, diagnostics }
}

/// Decides how each operation's requests are built, and has progenitor build those that it can.
fn ways<'a>(plan: &'a Plan<'a>, diagnostics: &mut Vec<Diagnostic>) -> (Vec<Way<'a>>, TokenStream) {
    let mut names = Names::new();
    let mut routes = BTreeSet::new();
    let ways: Vec<Way> = plan
        .operations
        .iter()
        .map(|operation| match Buildable::of(operation, &plan.types) {
            Err(reason) => Way::Direct(reason),
            Ok(built) if !routes.insert((built.path, built.method)) => {
                Way::Direct("another operation has the same method and path".to_owned())
            }
            Ok(built) => Way::Progenitor(Function { name: names.claim(&operation.rust_name), built }),
        })
        .collect();
    let functions: Vec<&Function> = ways
        .iter()
        .filter_map(|way| match way {
            Way::Progenitor(function) => Some(function),
            Way::Direct(_) => None,
        })
        .collect();
    let module = progenitor::module(plan.api, &functions).unwrap_or_else(|why| {
        let message = format!("progenitor refused the API: {why}");
        diagnostics.push(
            Diagnostic::error("client-not-generated", message)
                .remedy("report this: no document should come to this"),
        );
        TokenStream::new()
    });
    (ways, module)
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
    let client = client(schemes);
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

        use progenitor_client::{ClientHooks, OperationInfo};

        use unplug_client_runtime::codegen::{
            Attempts, Decode, NotBuilt, RequestBuilder, Sent, Shared,
        };
        use unplug_client_runtime::{
            self as runtime, BuildError, Builder, Call, Credential, Operation, Parts, RequestError,
        };
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
            clippy::similar_names,
            clippy::struct_field_names,
            clippy::too_many_lines,
            reason = "names and shapes are the document's"
        )]
        mod operations;
        #[allow(
            clippy::all,
            clippy::pedantic,
            clippy::unwrap_used,
            dead_code,
            missing_docs,
            unreachable_pub,
            unused_imports,
            unused_mut,
            reason = "the output of progenitor; nothing outside of this module sees it"
        )]
        mod progenitor;

        #[allow(unused_imports, unreachable_pub, reason = "a document may have no operations")]
        pub use operations::*;

        #credentials
        #server
        #client
    }
}

fn client(schemes: &Schemes) -> TokenStream {
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
            shared: Arc<Shared>,
        }
        impl fmt::Debug for Client {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct("Client").field("base_url", &self.shared.base_url(0)).finish_non_exhaustive()
            }
        }
        impl Client {
            #new
            /// Settings other than the usual ones.
            #[must_use]
            pub fn builder() -> Builder<Self> {
                Builder::default()
            }
            /// A call whose request a function of progenitor's builds.
            #[allow(dead_code, reason = "a document may have no such operations")]
            fn call<T, E, F>(
                &self,
                operation: &'static Operation,
                send: impl FnOnce(progenitor::Client) -> Result<F, NotBuilt>,
                decode: Decode<T, E>,
            ) -> Call<T, E>
            where
                T: Send + 'static,
                E: Send + 'static,
                F: Future<Output = Sent> + Send + 'static,
            {
                let attempts = Attempts::new(&self.shared, operation);
                let base_url = self.shared.base_url(operation.server_group);
                let client = progenitor::Client::new_with_client(
                    base_url,
                    self.shared.http().clone(),
                    Arc::clone(&attempts),
                );
                Call::new(attempts, send(client), decode)
            }
            /// A call whose request progenitor cannot build.
            #[allow(dead_code, reason = "a document may have no such operations")]
            fn call_directly<T, E>(
                &self,
                operation: &'static Operation,
                write: impl FnOnce(RequestBuilder) -> Result<RequestBuilder, RequestError>,
                decode: Decode<T, E>,
            ) -> Call<T, E>
            where
                T: Send + 'static,
                E: Send + 'static,
            {
                let base_url = self.shared.base_url(operation.server_group);
                let request = write(RequestBuilder::new(operation, base_url));
                Call::direct(Attempts::new(&self.shared, operation), request, decode)
            }
        }
        /// Where progenitor's functions hand over: credentials, time limits and attempts are the
        /// runtime's.
        impl ClientHooks<Arc<Attempts>> for progenitor::Client {
            fn pre<E>(
                &self,
                request: &mut reqwest::Request,
                _: &OperationInfo,
            ) -> impl Future<Output = Result<(), progenitor_client::Error<E>>> {
                self.inner.correct(request);
                std::future::ready(Ok(()))
            }
            fn exec(
                &self,
                request: reqwest::Request,
                _: &OperationInfo,
            ) -> impl Future<Output = reqwest::Result<reqwest::Response>> {
                self.inner.execute(request)
            }
        }
        impl runtime::Api for Client {
            type Server = Server;
            type Credentials = Credentials;

            fn assemble(parts: Parts) -> Self {
                Self { shared: Arc::new(Shared::new(parts)) }
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
            let group = servers.group(operation.operation).unwrap_or_default();
            let table = facts::table(plan.api, schemes, operation, group, diagnostics);
            operation::method(&plan.types, operation, way, &table)
        })
        .collect();
    quote! {
        #[allow(unused_imports, reason = "not every document has use for all of them")]
        use super::types;
        #[allow(unused_imports, reason = "not every document has use for all of them")]
        use std::convert::Infallible;
        #[allow(unused_imports, reason = "not every document has use for all of them")]
        use unplug_client_runtime::codegen::{
            HeaderStyle, JSON, Mismatch, Streams, header, list, only_empty, only_json, operation, optional, segment,
            text,
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
        use unplug_wire::parameter::{Fields, Form, Members, ParameterSpec, Style};
        use super::Client;

        impl Client {
            #(#methods)*
        }
        #messages
    }
}
