// Generated from specs/vercel.json and specs/vercel.overlay.yaml by `cargo xtask codegen`. Do not edit.

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
    /// Delete an integration configuration
    ///
    /// Allows to remove the configuration with the `id` provided in the parameters. The configuration and all of its resources will be removed. This includes Webhooks, LogDrains and Project Env variables.
    ///
    /// `DELETE /v1/integrations/configuration/{id}`
    pub fn delete_configuration(
        &self,
        request: &DeleteConfigurationRequest,
    ) -> Call<(), DeleteConfigurationError> {
        self.call(
            const {
                &Operation::new(
                        "deleteConfiguration",
                        "DELETE",
                        "/v1/integrations/configuration/{id}",
                        &[&[0]],
                    )
                    .rate_limit(
                        &[
                            RateLimitField {
                                role: RateLimitRole::Remaining,
                                source: RateLimitSource::Body("/error/limit/remaining"),
                            },
                            RateLimitField {
                                role: RateLimitRole::ResetEpochSeconds,
                                source: RateLimitSource::Body("/error/limit/reset"),
                            },
                            RateLimitField {
                                role: RateLimitRole::Limit,
                                source: RateLimitSource::Body("/error/limit/total"),
                            },
                        ],
                    )
                    .gone(
                        &[
                            GoneField {
                                pointer: "/error/code",
                                values: &["not_found", "gone"],
                            },
                        ],
                    )
                    .accepted(&[204])
            },
            |client| {
                let id = segment("id", &request.id)?;
                let slug = optional(text, "slug", request.slug.as_ref())?;
                let team_id = optional(text, "teamId", request.team_id.as_ref())?;
                Ok(async move {
                    client
                        .delete_configuration(&id, slug.as_deref(), team_id.as_deref())
                        .await
                })
            },
            |response| match response.status {
                204 => Ok(Ok(())),
                400 => response.failure(JSON, DeleteConfigurationError::BadRequest),
                401 => response.failure(JSON, DeleteConfigurationError::Unauthorized),
                403 => response.failure(JSON, DeleteConfigurationError::Forbidden),
                404 => response.failure(JSON, DeleteConfigurationError::NotFound),
                410 => response.failure(JSON, DeleteConfigurationError::Gone),
                429 => response.failure(JSON, DeleteConfigurationError::TooManyRequests),
                _ => Err(Mismatch::Undeclared),
            },
        )
    }
}
#[derive(Clone, Debug, PartialEq)]
pub struct DeleteConfigurationRequest {
    pub id: String,
    /// The Team identifier to perform the request on behalf of.
    pub team_id: Option<String>,
    /// The Team slug to perform the request on behalf of.
    pub slug: Option<String>,
}
#[derive(Clone, Debug, PartialEq)]
pub enum DeleteConfigurationError {
    BadRequest(types::ErrorResponse),
    Unauthorized(types::ErrorResponse),
    Forbidden(types::ErrorResponse),
    NotFound(types::ErrorResponse),
    Gone(types::ErrorResponse),
    TooManyRequests(types::RateLimitedResponse),
}
