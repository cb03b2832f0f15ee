// Generated from formats.yaml by the test golden.rs. Do not edit.

//! Credentials, handlers, and how the operations are bound to them.
#![allow(
    missing_docs,
    unused_imports,
    clippy::too_many_lines,
    clippy::unnecessary_wraps,
    reason = "written from a document: not every operation needs everything"
)]
use axum::response::Response;
use super::operations::*;
use unplug_server_runtime::binding::{self, Bindings};
use unplug_server_runtime::credentials::{self, Found};
use unplug_server_runtime::service::{self, RouterOptions};
use unplug_server_runtime::{
    HandlerFor, OperationInfo, operation, Rejection, RequestContext,
};
/// Paths of the document's servers: every operation is answered under each, unless it
/// names servers of its own.
pub const BASE_PATHS: &[&str] = &[""];
operation!(ECHO_NOTE : "echoNote", "echo_note", "POST", "/notes", & []);
/// Who may call, and how a request is turned away.
pub trait Security: Send + Sync + 'static {
    /// Renders a rejection in the vendor's own envelope.
    fn reject(&self, rejection: &Rejection, context: &RequestContext) -> Response;
}
struct Authenticator<A>(A);
impl<A: Security> binding::Authenticator for Authenticator<A> {
    type Credentials = std::convert::Infallible;
    type Caller = ();
    async fn authenticate(
        &self,
        credentials: std::convert::Infallible,
        _: &RequestContext,
    ) -> Result<(), Rejection> {
        match credentials {}
    }
    fn reject(&self, rejection: &Rejection, context: &RequestContext) -> Response {
        self.0.reject(rejection, context)
    }
}
/// The handlers of all operations, for the service `S`. One field each: an operation
/// cannot be forgotten.
#[derive(Debug)]
pub struct Handlers<S> {
    /// `POST /notes`
    pub echo_note: HandlerFor<S, (), EchoNoteRequest>,
}
/// A router that answers every path: operations with their handlers, everything else with
/// `security`'s rejection. Request bodies may have up to 1 MiB.
pub fn router<S, A>(handlers: Handlers<S>, security: A, service: S) -> axum::Router
where
    S: Clone + Send + Sync + 'static,
    A: Security,
{
    router_with(handlers, security, service, RouterOptions::default())
}
/// [`router`] with limits or other options of its own.
pub fn router_with<S, A>(
    handlers: Handlers<S>,
    security: A,
    service: S,
    options: impl Into<RouterOptions>,
) -> axum::Router
where
    S: Clone + Send + Sync + 'static,
    A: Security,
{
    let bindings = Bindings::new(Authenticator(security), service, BASE_PATHS)
        .open(&ECHO_NOTE, handlers.echo_note);
    service::router(bindings, options)
}
