// Generated from specs/kombo.yaml and specs/kombo.overlay.yaml by `cargo xtask codegen`. Do not edit.

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
    /// Delete integration
    ///
    /// Delete the specified integration.
    /// **⚠️ This can not be undone!**
    ///
    /// `DELETE /integrations/{integration_id}`
    pub fn delete_integration(
        &self,
        request: &DeleteIntegrationRequest,
    ) -> Call<DeleteIntegrationOk, DeleteIntegrationError> {
        self.call_directly(
            const {
                &Operation::new(
                        "DeleteIntegrationsIntegrationId",
                        "DELETE",
                        "/integrations/{integration_id}",
                        &[&[0]],
                    )
                    .rate_limit(
                        &[
                            RateLimitField {
                                role: RateLimitRole::Limit,
                                source: RateLimitSource::Header("ratelimit-limit"),
                            },
                            RateLimitField {
                                role: RateLimitRole::Remaining,
                                source: RateLimitSource::Header("ratelimit-remaining"),
                            },
                            RateLimitField {
                                role: RateLimitRole::ResetSeconds,
                                source: RateLimitSource::Header("ratelimit-reset"),
                            },
                        ],
                    )
                    .gone(
                        &[
                            GoneField {
                                pointer: "/error/code",
                                values: &["PLATFORM.INTEGRATION_NOT_FOUND"],
                            },
                        ],
                    )
            },
            |builder| {
                let builder = builder
                    .literal("/integrations/")
                    .parameter(
                        const { &ParameterSpec::path("integration_id") },
                        Some(&request.integration_id),
                    )?
                    .whole_path()?;
                let builder = match &request.body {
                    Some(body) => builder.json("application/json", body)?,
                    None => builder,
                };
                Ok(builder)
            },
            |response| match response.status {
                200 => {
                    Ok(
                        Ok(DeleteIntegrationOk {
                            headers: RateLimitHeaders {
                                ratelimit_limit: response.header("ratelimit-limit"),
                                ratelimit_remaining: response.header("ratelimit-remaining"),
                                ratelimit_reset: response.header("ratelimit-reset"),
                            },
                            body: response.json_of(JSON)?,
                        }),
                    )
                }
                _ => {
                    Ok(
                        Err(
                            DeleteIntegrationError::Default(DeleteIntegrationDefault {
                                status: response.status,
                                headers: RateLimitConcurrencyHeaders {
                                    ratelimit_limit: response.header("ratelimit-limit"),
                                    ratelimit_remaining: response.header("ratelimit-remaining"),
                                    ratelimit_reset: response.header("ratelimit-reset"),
                                    concurrency_limit: response.header("concurrency-limit"),
                                    concurrency_remaining: response
                                        .header("concurrency-remaining"),
                                },
                                body: response.json_of(JSON)?,
                            }),
                        ),
                    )
                }
            },
        )
    }
}
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
    pub status: u16,
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
pub enum DeleteIntegrationError {
    Default(DeleteIntegrationDefault),
}
