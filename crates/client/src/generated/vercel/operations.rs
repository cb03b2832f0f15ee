// Generated from specs/vercel.yaml and specs/vercel.overlay.yaml by `cargo xtask codegen`. Do not edit.

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
    /// Delete an integration configuration
    ///
    /// Allows to remove the configuration with the `id` provided in the parameters. The configuration and all of its resources will be removed. This includes Webhooks, LogDrains and Project Env variables.
    ///
    /// `DELETE /v1/integrations/configuration/{id}`
    ///
    /// # Errors
    ///
    /// Everything other than a declared success; see [`Error`].
    pub async fn delete_configuration(
        &self,
        request: &DeleteConfigurationRequest,
    ) -> Result<Reply<DeleteConfigurationNoContent>, Error<DeleteConfigurationError>> {
        let wire = &self.inner.wire;
        let id_text = request.id.as_str();
        Named {
            operation: &DELETE_CONFIGURATION,
            name: "id",
        }
            .segment(id_text)?;
        let team_id_text = request.team_id.as_deref();
        let slug_text = request.slug.as_deref();
        self.inner
            .policy
            .call(
                &DELETE_CONFIGURATION,
                || { wire.delete_configuration(id_text, slug_text, team_id_text) },
                decode_delete_configuration,
            )
            .await
    }
}

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

/// Error responses of `deleteConfiguration` that the document declares.
#[allow(
    clippy::large_enum_variant,
    reason = "the sizes are the document's; a box would be in everybody's way"
)]
#[derive(Clone, Debug, PartialEq)]
pub enum DeleteConfigurationError {
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

impl From<DeleteConfigurationBadRequest> for DeleteConfigurationError {
    fn from(response: DeleteConfigurationBadRequest) -> Self {
        Self::BadRequest(response)
    }
}

impl From<DeleteConfigurationUnauthorized> for DeleteConfigurationError {
    fn from(response: DeleteConfigurationUnauthorized) -> Self {
        Self::Unauthorized(response)
    }
}

impl From<DeleteConfigurationForbidden> for DeleteConfigurationError {
    fn from(response: DeleteConfigurationForbidden) -> Self {
        Self::Forbidden(response)
    }
}

impl From<DeleteConfigurationNotFound> for DeleteConfigurationError {
    fn from(response: DeleteConfigurationNotFound) -> Self {
        Self::NotFound(response)
    }
}

impl From<DeleteConfigurationGone> for DeleteConfigurationError {
    fn from(response: DeleteConfigurationGone) -> Self {
        Self::Gone(response)
    }
}

impl From<DeleteConfigurationTooManyRequests> for DeleteConfigurationError {
    fn from(response: DeleteConfigurationTooManyRequests) -> Self {
        Self::TooManyRequests(response)
    }
}

pub(super) static DELETE_CONFIGURATION: Operation = Operation {
    id: "deleteConfiguration",
    method: "DELETE",
    path: "/v1/integrations/configuration/{id}",
    security: &[&[0]],
    rate_limit: &[
        RateLimitField {
            role: RateLimitRole::Remaining,
            place: RateLimitPlace::Body("/error/limit/remaining"),
        },
        RateLimitField {
            role: RateLimitRole::ResetEpochSeconds,
            place: RateLimitPlace::Body("/error/limit/reset"),
        },
        RateLimitField {
            role: RateLimitRole::Limit,
            place: RateLimitPlace::Body("/error/limit/total"),
        },
    ],
    gone: &[
        GoneField {
            pointer: "/error/code",
            values: &["not_found", "gone"],
        },
    ],
};
fn decode_delete_configuration(
    response: &RawResponse,
) -> Decoded<DeleteConfigurationNoContent, DeleteConfigurationError> {
    match response.status {
        204 => Ok(Ok(DeleteConfigurationNoContent {})),
        400 => {
            Ok(
                Err(
                    DeleteConfigurationError::BadRequest(DeleteConfigurationBadRequest {
                        body: {
                            response.content(&["application/json"])?;
                            response.json()?
                        },
                    }),
                ),
            )
        }
        401 => {
            Ok(
                Err(
                    DeleteConfigurationError::Unauthorized(DeleteConfigurationUnauthorized {
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
                    DeleteConfigurationError::Forbidden(DeleteConfigurationForbidden {
                        body: {
                            response.content(&["application/json"])?;
                            response.json()?
                        },
                    }),
                ),
            )
        }
        404 => {
            Ok(
                Err(
                    DeleteConfigurationError::NotFound(DeleteConfigurationNotFound {
                        body: {
                            response.content(&["application/json"])?;
                            response.json()?
                        },
                    }),
                ),
            )
        }
        410 => {
            Ok(
                Err(
                    DeleteConfigurationError::Gone(DeleteConfigurationGone {
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
                    DeleteConfigurationError::TooManyRequests(DeleteConfigurationTooManyRequests {
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
