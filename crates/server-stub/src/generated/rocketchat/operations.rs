// Generated from specs/rocketchat.json and specs/rocketchat.overlay.yaml by `cargo xtask codegen`. Do not edit.

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
/// Remove Integration
///
/// Remove an integration from the workspace.
///
/// Any of the following permissions is required:
/// * `manage-incoming-integrations`
/// * `manage-own-incoming-integrations`
/// * `manage-outgoing-integrations`
/// * `manage-own-outgoing-integrations`
/// ### Changelog
/// \| Version      \| Description \|
/// \| ---------------- \| ------------\|
/// \|1.1.0            \| Separate permissions in incoming and outgoing.       \|
/// \|0.49.0            \| Added       \|
#[derive(Clone, Debug, PartialEq)]
pub struct IntegrationsRemoveRequest {
    pub body: types::IntegrationsRemoveBody,
}
#[derive(Clone, Debug, PartialEq)]
pub struct IntegrationsRemoveOk {
    pub headers: XRateLimitHeaders,
    pub body: types::IntegrationsRemoveOkBody,
}
#[derive(Clone, Debug, Default, PartialEq)]
pub struct XRateLimitHeaders {
    /// Calls that one window allows.
    pub x_rate_limit_limit: Option<i64>,
    /// Calls that are left in the current window.
    pub x_rate_limit_remaining: Option<i64>,
    /// When the window ends, in milliseconds since the Unix epoch.
    pub x_rate_limit_reset: Option<i64>,
}

/// Answer of `post-api-v1-integrations.remove` with 400.
///
/// Bad Request
#[derive(Clone, Debug, PartialEq)]
pub struct IntegrationsRemoveBadRequest {
    pub headers: XRateLimitHeaders,
    pub body: types::IntegrationsRemoveBadRequestBody,
}

/// Answer of `post-api-v1-integrations.remove` with 429.
///
/// Too Many Requests
#[derive(Clone, Debug, PartialEq)]
pub struct IntegrationsRemoveTooManyRequests {
    pub headers: XRateLimitHeaders,
    pub body: types::IntegrationsRemoveTooManyRequestsBody,
}
#[derive(Clone, Debug, PartialEq)]
pub enum IntegrationsRemoveResponse {
    Ok(IntegrationsRemoveOk),
    Unauthorized(types::AuthorizationError),
    BadRequest(IntegrationsRemoveBadRequest),
    Forbidden(types::IntegrationsRemoveForbiddenBody),
    TooManyRequests(IntegrationsRemoveTooManyRequests),
}
value::from_variants!(
    IntegrationsRemoveResponse, Ok : IntegrationsRemoveOk, BadRequest :
    IntegrationsRemoveBadRequest, TooManyRequests : IntegrationsRemoveTooManyRequests
);
