// Generated from specs/vercel.yaml and specs/vercel.overlay.yaml by `cargo xtask codegen`. Do not edit.

//! Credentials, handlers, and the way of a request through each operation.
#![allow(
    unused_imports,
    clippy::too_many_lines,
    reason = "written from a document: not every operation needs everything"
)]
use axum::body::Body;
use axum::response::Response;
use super::operations::{DeleteConfigurationRequest, DeleteConfigurationResponse};
use super::tables;
use super::types;
use crate::runtime::credentials::{self, Found};
use crate::runtime::dispatch::{self, Limits};
use crate::runtime::request::{Decoder, SentBody};
use crate::runtime::respond::Encode as _;
use crate::runtime::route::Captures;
use crate::runtime::{Handler, OperationInfo, Rejection, RequestContext};
/// Paths of the document's servers: every operation is answered under each, unless it
/// names servers of its own.
pub const BASE_PATHS: &[&str] = &[""];
/// `DELETE /v1/integrations/configuration/{id}`
pub static DELETE_CONFIGURATION: OperationInfo = OperationInfo {
    id: "deleteConfiguration",
    rust_name: "delete_configuration",
    method: "DELETE",
    path: "/v1/integrations/configuration/{id}",
    security: &[&[("bearerToken", &[])]],
};
/// The credentials of a request: one variant for each alternative of the document, with
/// everything that it needs.
#[derive(Clone, Debug)]
pub enum Credentials {
    /// `bearerToken`
    BearerToken {
        /// `bearer_token`
        bearer_token: crate::runtime::Secret,
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

/// The handlers of all operations, for the service `S`. One field each: an operation
/// cannot be forgotten.
#[derive(Debug)]
pub struct Handlers<S, C> {
    /// `DELETE /v1/integrations/configuration/{id}`: Delete an integration configuration
    pub delete_configuration: Handler<
        S,
        C,
        DeleteConfigurationRequest,
        DeleteConfigurationResponse,
    >,
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
    router_with(handlers, security, service, Limits::default())
}

/// [`router`] with limits of its own.
pub fn router_with<S, A>(
    handlers: Handlers<S, A::Caller>,
    security: A,
    service: S,
    limits: Limits,
) -> axum::Router
where
    S: Clone + Send + Sync + 'static,
    A: Security,
{
    dispatch::router(
        Bound {
            handlers,
            security,
            service,
        },
        limits,
    )
}

/// The stub with everything that it calls.
struct Bound<S, A: Security> {
    handlers: Handlers<S, A::Caller>,
    security: A,
    service: S,
}

impl<S, A> dispatch::Stub for Bound<S, A>
where
    S: Clone + Send + Sync + 'static,
    A: Security,
{
    const OPERATIONS: &'static [&'static OperationInfo] = &[&DELETE_CONFIGURATION];
    const BASE_PATHS: &'static [&'static [&'static str]] = &[BASE_PATHS];
    async fn run(
        &self,
        operation: usize,
        captures: &Captures,
        context: &RequestContext,
        body: Body,
        limits: Limits,
    ) -> Result<Response, Rejection> {
        match operation {
            0 => self.delete_configuration(captures, context, body, limits).await,
            _ => Err(Rejection::UnknownPath),
        }
    }
    fn reject(&self, rejection: &Rejection, context: &RequestContext) -> Response {
        self.security.reject(rejection, context)
    }
}

impl<S, A> Bound<S, A>
where
    S: Clone + Send + Sync + 'static,
    A: Security,
{
    async fn delete_configuration(
        &self,
        captures: &Captures,
        context: &RequestContext,
        _body: Body,
        _limits: Limits,
    ) -> Result<Response, Rejection> {
        let credentials = credentials::first(context, &[read_bearer_token])?;
        let caller = self.security.authenticate(credentials, context).await?;
        let mut decoder = Decoder::new(context, captures);
        let id_read = decoder.required::<String>(&tables::DELETE_CONFIGURATION_ID);
        let team_id_read = decoder
            .optional::<String>(&tables::DELETE_CONFIGURATION_TEAM_ID);
        let slug_read = decoder.optional::<String>(&tables::DELETE_CONFIGURATION_SLUG);
        let (Some(id_read), Some(team_id_read), Some(slug_read)) = (
            id_read,
            team_id_read,
            slug_read,
        ) else { return Err(decoder.into_rejection()) };
        let request = DeleteConfigurationRequest {
            id: id_read,
            team_id: team_id_read,
            slug: slug_read,
        };
        let response = self
            .handlers
            .delete_configuration
            .call(self.service.clone(), caller, request)
            .await?;
        response.encode().map_err(Rejection::Internal)
    }
}
