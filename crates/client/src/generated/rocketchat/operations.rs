// Generated from specs/rocketchat.json and specs/rocketchat.overlay.yaml by `cargo xtask codegen`. Do not edit.

#[allow(unused_imports, reason = "not every document has use for all of them")]
use super::types;
#[allow(unused_imports, reason = "not every document has use for all of them")]
use std::convert::Infallible;
#[allow(unused_imports, reason = "not every document has use for all of them")]
use unplug_client_runtime::codegen::{
    HeaderStyle, JSON, Mismatch, Streams, header, list, only_empty, only_json, operation,
    optional, segment, text,
};
#[allow(unused_imports, reason = "not every document has use for all of them")]
use unplug_client_runtime::{
    self as runtime, Call, GoneField, Operation, RateLimitField, RateLimitRole,
    RateLimitSource,
};
#[allow(unused_imports, reason = "not every document has use for all of them")]
use unplug_wire::json::Types;
#[allow(unused_imports, reason = "not every document has use for all of them")]
use unplug_wire::multipart;
#[allow(unused_imports, reason = "not every document has use for all of them")]
use unplug_wire::parameter::{Fields, Form, Members, ParameterSpec, Style};
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
    pub fn integrations_remove(
        &self,
        request: &IntegrationsRemoveRequest,
    ) -> Call<IntegrationsRemoveOk, IntegrationsRemoveError> {
        self.call(
            const {
                &Operation::new(
                        "post-api-v1-integrations.remove",
                        "POST",
                        "/api/v1/integrations.remove",
                        &[&[0, 1]],
                    )
                    .rate_limit(
                        &[
                            RateLimitField {
                                role: RateLimitRole::Limit,
                                source: RateLimitSource::Header("x-ratelimit-limit"),
                            },
                            RateLimitField {
                                role: RateLimitRole::Remaining,
                                source: RateLimitSource::Header("x-ratelimit-remaining"),
                            },
                            RateLimitField {
                                role: RateLimitRole::ResetEpochMilliseconds,
                                source: RateLimitSource::Header("x-ratelimit-reset"),
                            },
                        ],
                    )
                    .gone(
                        &[
                            GoneField {
                                pointer: "/error",
                                values: &["No integration found."],
                            },
                        ],
                    )
            },
            |client| {
                let body = request.body.clone();
                Ok(async move { client.integrations_remove(&body).await })
            },
            |response| match response.status {
                200 => {
                    Ok(
                        Ok(IntegrationsRemoveOk {
                            headers: XRateLimitHeaders {
                                x_rate_limit_limit: response.header("x-ratelimit-limit"),
                                x_rate_limit_remaining: response
                                    .header("x-ratelimit-remaining"),
                                x_rate_limit_reset: response.header("x-ratelimit-reset"),
                            },
                            body: response.json_of(JSON)?,
                        }),
                    )
                }
                401 => response.failure(JSON, IntegrationsRemoveError::Unauthorized),
                400 => {
                    Ok(
                        Err(
                            IntegrationsRemoveError::BadRequest(IntegrationsRemoveBadRequest {
                                headers: XRateLimitHeaders {
                                    x_rate_limit_limit: response.header("x-ratelimit-limit"),
                                    x_rate_limit_remaining: response
                                        .header("x-ratelimit-remaining"),
                                    x_rate_limit_reset: response.header("x-ratelimit-reset"),
                                },
                                body: response.json_of(JSON)?,
                            }),
                        ),
                    )
                }
                403 => response.failure(JSON, IntegrationsRemoveError::Forbidden),
                429 => {
                    Ok(
                        Err(
                            IntegrationsRemoveError::TooManyRequests(IntegrationsRemoveTooManyRequests {
                                headers: XRateLimitHeaders {
                                    x_rate_limit_limit: response.header("x-ratelimit-limit"),
                                    x_rate_limit_remaining: response
                                        .header("x-ratelimit-remaining"),
                                    x_rate_limit_reset: response.header("x-ratelimit-reset"),
                                },
                                body: response.json_of(JSON)?,
                            }),
                        ),
                    )
                }
                _ => Err(Mismatch::Undeclared),
            },
        )
    }
}
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
pub enum IntegrationsRemoveError {
    Unauthorized(types::AuthorizationError),
    BadRequest(IntegrationsRemoveBadRequest),
    Forbidden(types::IntegrationsRemoveForbiddenBody),
    TooManyRequests(IntegrationsRemoveTooManyRequests),
}
