// Generated from specs/vercel.json and specs/vercel.overlay.yaml by `cargo xtask codegen`. Do not edit.

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
operation!(
    DELETE_CONFIGURATION : "deleteConfiguration", "delete_configuration", "DELETE",
    "/v1/integrations/configuration/{id}", & [& [("bearerToken", & [])]]
);
/// The credentials of a request: one variant for each alternative of the document, with
/// everything that it needs.
#[derive(Clone, Debug)]
pub enum Credentials {
    /// `bearerToken`
    BearerToken {
        /// `bearer_token`
        bearer_token: unplug_wire::value::Secret,
    },
}
fn read_bearer_token(context: &RequestContext) -> Found<Credentials> {
    Ok(Credentials::BearerToken {
        bearer_token: credentials::bearer(context)?,
    })
}

/// Who may call, and how a request is turned away.
pub trait Security: Send + Sync + 'static {
    /// Who is calling, as handlers get it.
    type Caller: Send + 'static;
    /// Finds out who is calling, before anything else of the request is looked at.
    ///
    /// # Errors
    /// Why the request goes no further. A vendor that checks permissions before the
    /// request's contents answers [`Rejection::Forbidden`] here.
    fn authenticate(
        &self,
        credentials: Credentials,
        context: &RequestContext,
    ) -> impl Future<Output = Result<Self::Caller, Rejection>> + Send;
    /// Renders a rejection in the vendor's own envelope.
    fn reject(&self, rejection: &Rejection, context: &RequestContext) -> Response;
}
struct Authenticator<A>(A);
impl<A: Security> binding::Authenticator for Authenticator<A> {
    type Credentials = Credentials;
    type Caller = A::Caller;
    async fn authenticate(
        &self,
        credentials: Credentials,
        context: &RequestContext,
    ) -> Result<A::Caller, Rejection> {
        self.0.authenticate(credentials, context).await
    }
    fn reject(&self, rejection: &Rejection, context: &RequestContext) -> Response {
        self.0.reject(rejection, context)
    }
}

/// The handlers of all operations, for the service `S`. One field each: an operation
/// cannot be forgotten.
#[derive(Debug)]
pub struct Handlers<S, C> {
    /// `DELETE /v1/integrations/configuration/{id}`: Delete an integration configuration
    pub delete_configuration: HandlerFor<S, C, DeleteConfigurationRequest>,
}

/// A router that answers every path: operations with their handlers, everything else with
/// `security`'s rejection. Request bodies may have up to 1 MiB.
pub fn router<S, A>(
    handlers: Handlers<S, A::Caller>,
    security: A,
    service: S,
) -> axum::Router
where
    S: Clone + Send + Sync + 'static,
    A: Security,
{
    router_with(handlers, security, service, RouterOptions::default())
}

/// [`router`] with limits or other options of its own.
pub fn router_with<S, A>(
    handlers: Handlers<S, A::Caller>,
    security: A,
    service: S,
    options: impl Into<RouterOptions>,
) -> axum::Router
where
    S: Clone + Send + Sync + 'static,
    A: Security,
{
    let bindings = Bindings::new(Authenticator(security), service, BASE_PATHS)
        .secured(
            &DELETE_CONFIGURATION,
            &[read_bearer_token],
            handlers.delete_configuration,
        );
    service::router(bindings, options)
}
