// Generated from formats.yaml by the test golden.rs. Do not edit.

//! Formats that are asserted
use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;
use progenitor_client::{ClientHooks, OperationInfo};
use unplug_client_runtime::codegen::{
    Attempts, Decode, NotBuilt, RequestBuilder, Sent, Shared,
};
use unplug_client_runtime::{
    self as runtime, BuildError, Builder, Call, Credential, Operation, Parts,
    RequestError,
};
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
/// The document asks for no credentials.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Credentials {}
impl runtime::Credentials for Credentials {
    fn credentials(&self) -> Result<Vec<(usize, Credential)>, BuildError> {
        match *self {}
    }
}
/// The servers that the document names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Server {
    /// Any other, for example one on this machine: the base URL to which the paths of the operations are appended.
    Custom(String),
}
impl runtime::Server for Server {
    fn base_url(&self, _group: usize) -> Cow<'_, str> {
        match self {
            Self::Custom(url) => Cow::Borrowed(url),
        }
    }
    fn first() -> Option<Self> {
        None
    }
}
/// The client. Clones share their connections.
#[derive(Clone)]
pub struct Client {
    shared: Arc<Shared>,
}
impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("base_url", &self.shared.base_url(0))
            .finish_non_exhaustive()
    }
}
impl Client {
    /// A client with the usual settings.
    ///
    /// # Errors
    ///
    /// [`BuildError`] when the server's URL cannot be used.
    pub fn new(server: Server) -> Result<Self, BuildError> {
        Self::builder().server(server).build()
    }
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
        Self {
            shared: Arc::new(Shared::new(parts)),
        }
    }
}
