// Generated from specs/rocketchat.json and specs/rocketchat.overlay.yaml by `cargo xtask codegen`. Do not edit.

//! Requests and responses of each operation.
#![allow(
    clippy::doc_markdown,
    clippy::large_enum_variant,
    reason = "the words are the document's, and a response is moved once"
)]
#[allow(unused_imports, reason = "an API may have no types of its own")]
use super::types;
/// Request of `post-api-v1-integrations.remove`: `POST /api/v1/integrations.remove`.
///
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
    /// The body.
    pub body: types::IntegrationsRemoveBody,
}

/// 200 response of `post-api-v1-integrations.remove`.
#[derive(Clone, Debug, PartialEq)]
pub struct IntegrationsRemoveOk {
    /// Headers.
    pub headers: IntegrationsRemoveOkHeaders,
    /// Body.
    pub body: types::IntegrationsRemoveOkBody,
}

/// Headers of [`IntegrationsRemoveOk`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct IntegrationsRemoveOkHeaders {
    /// Calls that one window allows.
    pub x_rate_limit_limit: Option<i64>,
    /// Calls that are left in the current window.
    pub x_rate_limit_remaining: Option<i64>,
    /// When the window ends, in milliseconds since the Unix epoch.
    pub x_rate_limit_reset: Option<i64>,
}

/// 401 response of `post-api-v1-integrations.remove`.
///
/// Unauthorized
#[derive(Clone, Debug, PartialEq)]
pub struct IntegrationsRemoveUnauthorized {
    /// Body.
    pub body: types::AuthorizationError,
}

/// 400 response of `post-api-v1-integrations.remove`.
///
/// Bad Request
#[derive(Clone, Debug, PartialEq)]
pub struct IntegrationsRemoveBadRequest {
    /// Headers.
    pub headers: IntegrationsRemoveBadRequestHeaders,
    /// Body.
    pub body: types::IntegrationsRemoveBadRequestBody,
}

/// Headers of [`IntegrationsRemoveBadRequest`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct IntegrationsRemoveBadRequestHeaders {
    /// Calls that one window allows.
    pub x_rate_limit_limit: Option<i64>,
    /// Calls that are left in the current window.
    pub x_rate_limit_remaining: Option<i64>,
    /// When the window ends, in milliseconds since the Unix epoch.
    pub x_rate_limit_reset: Option<i64>,
}

/// 403 response of `post-api-v1-integrations.remove`.
///
/// Forbidden
#[derive(Clone, Debug, PartialEq)]
pub struct IntegrationsRemoveForbidden {
    /// Body.
    pub body: types::IntegrationsRemoveForbiddenBody,
}

/// 429 response of `post-api-v1-integrations.remove`.
///
/// Too Many Requests
#[derive(Clone, Debug, PartialEq)]
pub struct IntegrationsRemoveTooManyRequests {
    /// Headers.
    pub headers: IntegrationsRemoveTooManyRequestsHeaders,
    /// Body.
    pub body: types::IntegrationsRemoveTooManyRequestsBody,
}

/// Headers of [`IntegrationsRemoveTooManyRequests`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct IntegrationsRemoveTooManyRequestsHeaders {
    /// Calls that one window allows.
    pub x_rate_limit_limit: Option<i64>,
    /// Calls that are left in the current window.
    pub x_rate_limit_remaining: Option<i64>,
    /// When the window ends, in milliseconds since the Unix epoch.
    pub x_rate_limit_reset: Option<i64>,
}

/// Every response that the document declares for `post-api-v1-integrations.remove`.
#[allow(
    clippy::large_enum_variant,
    reason = "the sizes are the document's; a box would be in everybody's way"
)]
#[derive(Clone, Debug, PartialEq)]
pub enum IntegrationsRemoveResponse {
    /// 200.
    Ok(IntegrationsRemoveOk),
    /// 401.
    Unauthorized(IntegrationsRemoveUnauthorized),
    /// 400.
    BadRequest(IntegrationsRemoveBadRequest),
    /// 403.
    Forbidden(IntegrationsRemoveForbidden),
    /// 429.
    TooManyRequests(IntegrationsRemoveTooManyRequests),
}

impl From<IntegrationsRemoveOk> for IntegrationsRemoveResponse {
    fn from(response: IntegrationsRemoveOk) -> Self {
        Self::Ok(response)
    }
}

impl From<IntegrationsRemoveUnauthorized> for IntegrationsRemoveResponse {
    fn from(response: IntegrationsRemoveUnauthorized) -> Self {
        Self::Unauthorized(response)
    }
}

impl From<IntegrationsRemoveBadRequest> for IntegrationsRemoveResponse {
    fn from(response: IntegrationsRemoveBadRequest) -> Self {
        Self::BadRequest(response)
    }
}

impl From<IntegrationsRemoveForbidden> for IntegrationsRemoveResponse {
    fn from(response: IntegrationsRemoveForbidden) -> Self {
        Self::Forbidden(response)
    }
}

impl From<IntegrationsRemoveTooManyRequests> for IntegrationsRemoveResponse {
    fn from(response: IntegrationsRemoveTooManyRequests) -> Self {
        Self::TooManyRequests(response)
    }
}
