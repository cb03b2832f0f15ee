// Generated from specs/rocketchat.json and specs/rocketchat.overlay.yaml by `cargo xtask codegen`. Do not edit.

#[allow(unused_imports, reason = "not every document has use for all of them")]
use super::types;
#[allow(unused_imports, reason = "not every document has use for all of them")]
use crate::runtime::{
    Decoded, Error, GoneField, Mismatch, Operation, RateLimitField, RateLimitPlace,
    RateLimitRole, RawResponse, Reply, outgoing::Outgoing,
    parameter::{Leaf, Named, PathStyle, QueryStyle, Reading},
};
use super::Client;
impl Client {
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
    ///
    /// `POST /api/v1/integrations.remove`
    ///
    /// # Errors
    ///
    /// Everything other than a declared success; see [`Error`].
    pub async fn integrations_remove(
        &self,
        request: &IntegrationsRemoveRequest,
    ) -> Result<Reply<IntegrationsRemoveOk>, Error<IntegrationsRemoveError>> {
        let wire = &self.inner.wire;
        self.inner
            .policy
            .call(
                &INTEGRATIONS_REMOVE,
                || {
                    let body = &request.body;
                    wire.integrations_remove(body)
                },
                decode_integrations_remove,
            )
            .await
    }
}

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

/// Error responses of `post-api-v1-integrations.remove` that the document declares.
#[allow(
    clippy::large_enum_variant,
    reason = "the sizes are the document's; a box would be in everybody's way"
)]
#[derive(Clone, Debug, PartialEq)]
pub enum IntegrationsRemoveError {
    /// 401.
    Unauthorized(IntegrationsRemoveUnauthorized),
    /// 400.
    BadRequest(IntegrationsRemoveBadRequest),
    /// 403.
    Forbidden(IntegrationsRemoveForbidden),
    /// 429.
    TooManyRequests(IntegrationsRemoveTooManyRequests),
}

impl From<IntegrationsRemoveUnauthorized> for IntegrationsRemoveError {
    fn from(response: IntegrationsRemoveUnauthorized) -> Self {
        Self::Unauthorized(response)
    }
}

impl From<IntegrationsRemoveBadRequest> for IntegrationsRemoveError {
    fn from(response: IntegrationsRemoveBadRequest) -> Self {
        Self::BadRequest(response)
    }
}

impl From<IntegrationsRemoveForbidden> for IntegrationsRemoveError {
    fn from(response: IntegrationsRemoveForbidden) -> Self {
        Self::Forbidden(response)
    }
}

impl From<IntegrationsRemoveTooManyRequests> for IntegrationsRemoveError {
    fn from(response: IntegrationsRemoveTooManyRequests) -> Self {
        Self::TooManyRequests(response)
    }
}

pub(super) static INTEGRATIONS_REMOVE: Operation = Operation {
    id: "post-api-v1-integrations.remove",
    method: "POST",
    path: "/api/v1/integrations.remove",
    security: &[&[0, 1]],
    rate_limit: &[
        RateLimitField {
            role: RateLimitRole::Limit,
            place: RateLimitPlace::Header("x-ratelimit-limit"),
        },
        RateLimitField {
            role: RateLimitRole::Remaining,
            place: RateLimitPlace::Header("x-ratelimit-remaining"),
        },
        RateLimitField {
            role: RateLimitRole::ResetEpochMilliseconds,
            place: RateLimitPlace::Header("x-ratelimit-reset"),
        },
    ],
    gone: &[
        GoneField {
            pointer: "/error",
            values: &["No integration found."],
        },
    ],
};
fn decode_integrations_remove(
    response: &RawResponse,
) -> Decoded<IntegrationsRemoveOk, IntegrationsRemoveError> {
    match response.status {
        200 => {
            Ok(
                Ok(IntegrationsRemoveOk {
                    headers: IntegrationsRemoveOkHeaders {
                        x_rate_limit_limit: response.header("x-ratelimit-limit"),
                        x_rate_limit_remaining: response.header("x-ratelimit-remaining"),
                        x_rate_limit_reset: response.header("x-ratelimit-reset"),
                    },
                    body: {
                        response.content(&["application/json"])?;
                        response.json()?
                    },
                }),
            )
        }
        401 => {
            Ok(
                Err(
                    IntegrationsRemoveError::Unauthorized(IntegrationsRemoveUnauthorized {
                        body: {
                            response.content(&["application/json"])?;
                            response.json()?
                        },
                    }),
                ),
            )
        }
        400 => {
            Ok(
                Err(
                    IntegrationsRemoveError::BadRequest(IntegrationsRemoveBadRequest {
                        headers: IntegrationsRemoveBadRequestHeaders {
                            x_rate_limit_limit: response.header("x-ratelimit-limit"),
                            x_rate_limit_remaining: response
                                .header("x-ratelimit-remaining"),
                            x_rate_limit_reset: response.header("x-ratelimit-reset"),
                        },
                        body: {
                            response.content(&["application/json"])?;
                            response.json()?
                        },
                    }),
                ),
            )
        }
        403 => {
            Ok(
                Err(
                    IntegrationsRemoveError::Forbidden(IntegrationsRemoveForbidden {
                        body: {
                            response.content(&["application/json"])?;
                            response.json()?
                        },
                    }),
                ),
            )
        }
        429 => {
            Ok(
                Err(
                    IntegrationsRemoveError::TooManyRequests(IntegrationsRemoveTooManyRequests {
                        headers: IntegrationsRemoveTooManyRequestsHeaders {
                            x_rate_limit_limit: response.header("x-ratelimit-limit"),
                            x_rate_limit_remaining: response
                                .header("x-ratelimit-remaining"),
                            x_rate_limit_reset: response.header("x-ratelimit-reset"),
                        },
                        body: {
                            response.content(&["application/json"])?;
                            response.json()?
                        },
                    }),
                ),
            )
        }
        _ => Err(Mismatch::Undeclared),
    }
}
