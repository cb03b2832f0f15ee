// Generated from specs/kombo.yaml and specs/kombo.overlay.yaml by `cargo xtask codegen`. Do not edit.

//! Requests and responses of each operation.
#![allow(
    missing_docs,
    clippy::doc_markdown,
    clippy::large_enum_variant,
    reason = "texts are taken from the document, and a response is moved once"
)]
#[allow(unused_imports, reason = "not every API has use for all of them")]
use super::types;
#[allow(unused_imports, reason = "not every API has use for all of them")]
use unplug_server_runtime as runtime;
#[allow(unused_imports, reason = "not every API has use for all of them")]
use unplug_wire::value;
/// Delete integration
///
/// Delete the specified integration.
/// **⚠️ This can not be undone!**
#[derive(Clone, Debug, PartialEq)]
pub struct DeleteIntegrationRequest {
    /// DELETE /integrations/:integration_id Parameter
    pub integration_id: String,
    /// DELETE /integrations/:integration_id Request body
    pub body: Option<serde_json::Map<String, serde_json::Value>>,
}

/// Answer of `DeleteIntegrationsIntegrationId` with 200.
///
/// DELETE /integrations/:integration_id Positive response
#[derive(Clone, Debug, PartialEq)]
pub struct DeleteIntegrationOk {
    pub headers: RateLimitHeaders,
    pub body: types::DeleteIntegrationsIntegrationIdPositiveResponse,
}
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RateLimitHeaders {
    /// Calls that one window allows.
    pub ratelimit_limit: Option<i64>,
    /// Calls that are left in the current window.
    pub ratelimit_remaining: Option<i64>,
    /// Seconds until the window ends.
    pub ratelimit_reset: Option<i64>,
}

/// Answer of `DeleteIntegrationsIntegrationId` with any status that is not declared.
///
/// The standard error response with just the platform error codes.
#[derive(Clone, Debug, PartialEq)]
pub struct DeleteIntegrationDefault {
    pub status: runtime::DefaultStatus<DeleteIntegrationResponse>,
    pub headers: RateLimitConcurrencyHeaders,
    pub body: types::ErrorResponseGeneral,
}
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RateLimitConcurrencyHeaders {
    /// Calls that one window allows.
    pub ratelimit_limit: Option<i64>,
    /// Calls that are left in the current window.
    pub ratelimit_remaining: Option<i64>,
    /// Seconds until the window ends.
    pub ratelimit_reset: Option<i64>,
    /// Calls that may be in flight at the same time for one integration.
    pub concurrency_limit: Option<i64>,
    /// Further calls that may be started now for the integration.
    pub concurrency_remaining: Option<i64>,
}
#[derive(Clone, Debug, PartialEq)]
pub enum DeleteIntegrationResponse {
    Ok(DeleteIntegrationOk),
    Default(DeleteIntegrationDefault),
}
value::from_variants!(
    DeleteIntegrationResponse, Ok : DeleteIntegrationOk, Default :
    DeleteIntegrationDefault
);
