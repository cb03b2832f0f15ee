// Generated from specs/vercel.yaml and specs/vercel.overlay.yaml by `cargo xtask codegen`. Do not edit.

//! Requests and responses of each operation.
#![allow(
    clippy::doc_markdown,
    clippy::large_enum_variant,
    reason = "the words are the document's, and a response is moved once"
)]
#[allow(unused_imports, reason = "an API may have no types of its own")]
use super::types;
/// Request of `deleteConfiguration`: `DELETE /v1/integrations/configuration/{id}`.
///
/// Delete an integration configuration
///
/// Allows to remove the configuration with the `id` provided in the parameters. The configuration and all of its resources will be removed. This includes Webhooks, LogDrains and Project Env variables.
#[derive(Clone, Debug, PartialEq)]
pub struct DeleteConfigurationRequest {
    /// The parameter `id`.
    pub id: String,
    /// The Team identifier to perform the request on behalf of.
    pub team_id: Option<String>,
    /// The Team slug to perform the request on behalf of.
    pub slug: Option<String>,
}

/// 204 response of `deleteConfiguration`.
///
/// The configuration was successfully removed
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteConfigurationNoContent {}
/// 400 response of `deleteConfiguration`.
///
/// One of the provided values in the request query is invalid.
#[derive(Clone, Debug, PartialEq)]
pub struct DeleteConfigurationBadRequest {
    /// Body.
    pub body: types::ErrorResponse,
}

/// 401 response of `deleteConfiguration`.
///
/// The request is not authorized.
#[derive(Clone, Debug, PartialEq)]
pub struct DeleteConfigurationUnauthorized {
    /// Body.
    pub body: types::ErrorResponse,
}

/// 403 response of `deleteConfiguration`.
///
/// You do not have permission to access this resource.
#[derive(Clone, Debug, PartialEq)]
pub struct DeleteConfigurationForbidden {
    /// Body.
    pub body: types::ErrorResponse,
}

/// 404 response of `deleteConfiguration`.
///
/// The configuration was not found
#[derive(Clone, Debug, PartialEq)]
pub struct DeleteConfigurationNotFound {
    /// Body.
    pub body: types::ErrorResponse,
}

/// 410 response of `deleteConfiguration`.
///
/// The configuration is gone
#[derive(Clone, Debug, PartialEq)]
pub struct DeleteConfigurationGone {
    /// Body.
    pub body: types::ErrorResponse,
}

/// 429 response of `deleteConfiguration`.
///
/// Too many requests
#[derive(Clone, Debug, PartialEq)]
pub struct DeleteConfigurationTooManyRequests {
    /// Body.
    pub body: types::RateLimitedResponse,
}

/// Every response that the document declares for `deleteConfiguration`.
#[allow(
    clippy::large_enum_variant,
    reason = "the sizes are the document's; a box would be in everybody's way"
)]
#[derive(Clone, Debug, PartialEq)]
pub enum DeleteConfigurationResponse {
    /// 204.
    NoContent(DeleteConfigurationNoContent),
    /// 400.
    BadRequest(DeleteConfigurationBadRequest),
    /// 401.
    Unauthorized(DeleteConfigurationUnauthorized),
    /// 403.
    Forbidden(DeleteConfigurationForbidden),
    /// 404.
    NotFound(DeleteConfigurationNotFound),
    /// 410.
    Gone(DeleteConfigurationGone),
    /// 429.
    TooManyRequests(DeleteConfigurationTooManyRequests),
}

impl From<DeleteConfigurationNoContent> for DeleteConfigurationResponse {
    fn from(response: DeleteConfigurationNoContent) -> Self {
        Self::NoContent(response)
    }
}

impl From<DeleteConfigurationBadRequest> for DeleteConfigurationResponse {
    fn from(response: DeleteConfigurationBadRequest) -> Self {
        Self::BadRequest(response)
    }
}

impl From<DeleteConfigurationUnauthorized> for DeleteConfigurationResponse {
    fn from(response: DeleteConfigurationUnauthorized) -> Self {
        Self::Unauthorized(response)
    }
}

impl From<DeleteConfigurationForbidden> for DeleteConfigurationResponse {
    fn from(response: DeleteConfigurationForbidden) -> Self {
        Self::Forbidden(response)
    }
}

impl From<DeleteConfigurationNotFound> for DeleteConfigurationResponse {
    fn from(response: DeleteConfigurationNotFound) -> Self {
        Self::NotFound(response)
    }
}

impl From<DeleteConfigurationGone> for DeleteConfigurationResponse {
    fn from(response: DeleteConfigurationGone) -> Self {
        Self::Gone(response)
    }
}

impl From<DeleteConfigurationTooManyRequests> for DeleteConfigurationResponse {
    fn from(response: DeleteConfigurationTooManyRequests) -> Self {
        Self::TooManyRequests(response)
    }
}
