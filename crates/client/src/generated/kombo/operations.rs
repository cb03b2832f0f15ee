// Generated from specs/kombo.yaml and specs/kombo.overlay.yaml by `cargo xtask codegen`. Do not edit.

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
    /// Delete integration
    ///
    /// Delete the specified integration.
    /// **⚠️ This can not be undone!**
    ///
    /// `DELETE /integrations/{integration_id}`
    ///
    /// # Errors
    ///
    /// Everything other than a declared success; see [`Error`].
    pub async fn delete_integration(
        &self,
        request: &DeleteIntegrationRequest,
    ) -> Result<Reply<DeleteIntegrationOk>, Error<DeleteIntegrationError>> {
        let wire = &self.inner.wire;
        let integration_id_text = request.integration_id.as_str();
        Named {
            operation: &DELETE_INTEGRATION,
            name: "integration_id",
        }
            .segment(integration_id_text)?;
        self.inner
            .policy
            .call(
                &DELETE_INTEGRATION,
                || async move {
                    match &request.body {
                        Some(body) => {
                            wire.delete_integration(integration_id_text, body).await
                        }
                        None => {
                            wire.delete_integration_without_body(integration_id_text)
                                .await
                        }
                    }
                },
                decode_delete_integration,
            )
            .await
    }
}

/// Request of `DeleteIntegrationsIntegrationId`: `DELETE /integrations/{integration_id}`.
///
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

/// 200 response of `DeleteIntegrationsIntegrationId`.
///
/// DELETE /integrations/:integration_id Positive response
#[derive(Clone, Debug, PartialEq)]
pub struct DeleteIntegrationOk {
    /// Headers.
    pub headers: DeleteIntegrationOkHeaders,
    /// Body.
    pub body: types::DeleteIntegrationsIntegrationIdPositiveResponse,
}

/// Headers of [`DeleteIntegrationOk`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteIntegrationOkHeaders {
    /// Calls that one window allows.
    pub ratelimit_limit: Option<i64>,
    /// Calls that are left in the current window.
    pub ratelimit_remaining: Option<i64>,
    /// Seconds until the window ends.
    pub ratelimit_reset: Option<i64>,
}

/// Response with any status that is not declared of `DeleteIntegrationsIntegrationId`.
///
/// The standard error response with just the platform error codes.
#[derive(Clone, Debug, PartialEq)]
pub struct DeleteIntegrationDefault {
    /// Status of the response.
    pub status: u16,
    /// Headers.
    pub headers: DeleteIntegrationDefaultHeaders,
    /// Body.
    pub body: types::ErrorResponseGeneral,
}

/// Headers of [`DeleteIntegrationDefault`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteIntegrationDefaultHeaders {
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

/// Error responses of `DeleteIntegrationsIntegrationId` that the document declares.
#[derive(Clone, Debug, PartialEq)]
pub enum DeleteIntegrationError {
    /// Any other status.
    Default(DeleteIntegrationDefault),
}

impl From<DeleteIntegrationDefault> for DeleteIntegrationError {
    fn from(response: DeleteIntegrationDefault) -> Self {
        Self::Default(response)
    }
}

pub(super) static DELETE_INTEGRATION: Operation = Operation {
    id: "DeleteIntegrationsIntegrationId",
    method: "DELETE",
    path: "/integrations/{integration_id}",
    security: &[&[0]],
    rate_limit: &[
        RateLimitField {
            role: RateLimitRole::Limit,
            place: RateLimitPlace::Header("ratelimit-limit"),
        },
        RateLimitField {
            role: RateLimitRole::Remaining,
            place: RateLimitPlace::Header("ratelimit-remaining"),
        },
        RateLimitField {
            role: RateLimitRole::ResetSeconds,
            place: RateLimitPlace::Header("ratelimit-reset"),
        },
    ],
    gone: &[
        GoneField {
            pointer: "/error/code",
            values: &["PLATFORM.INTEGRATION_NOT_FOUND"],
        },
    ],
};
fn decode_delete_integration(
    response: &RawResponse,
) -> Decoded<DeleteIntegrationOk, DeleteIntegrationError> {
    match response.status {
        200 => {
            Ok(
                Ok(DeleteIntegrationOk {
                    headers: DeleteIntegrationOkHeaders {
                        ratelimit_limit: response.header("ratelimit-limit"),
                        ratelimit_remaining: response.header("ratelimit-remaining"),
                        ratelimit_reset: response.header("ratelimit-reset"),
                    },
                    body: {
                        response.content(&["application/json"])?;
                        response.json()?
                    },
                }),
            )
        }
        _ => {
            Ok(
                Err(
                    DeleteIntegrationError::Default(DeleteIntegrationDefault {
                        status: response.status,
                        headers: DeleteIntegrationDefaultHeaders {
                            ratelimit_limit: response.header("ratelimit-limit"),
                            ratelimit_remaining: response.header("ratelimit-remaining"),
                            ratelimit_reset: response.header("ratelimit-reset"),
                            concurrency_limit: response.header("concurrency-limit"),
                            concurrency_remaining: response
                                .header("concurrency-remaining"),
                        },
                        body: {
                            response.content(&["application/json"])?;
                            response.json()?
                        },
                    }),
                ),
            )
        }
    }
}
