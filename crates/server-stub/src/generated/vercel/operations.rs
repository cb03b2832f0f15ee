// Generated from specs/vercel.json and specs/vercel.overlay.yaml by `cargo xtask codegen`. Do not edit.

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
/// Delete an integration configuration
///
/// Allows to remove the configuration with the `id` provided in the parameters. The configuration and all of its resources will be removed. This includes Webhooks, LogDrains and Project Env variables.
#[derive(Clone, Debug, PartialEq)]
pub struct DeleteConfigurationRequest {
    pub id: String,
    /// The Team identifier to perform the request on behalf of.
    pub team_id: Option<String>,
    /// The Team slug to perform the request on behalf of.
    pub slug: Option<String>,
}
#[derive(Clone, Debug, PartialEq)]
pub enum DeleteConfigurationResponse {
    NoContent,
    BadRequest(types::ErrorResponse),
    Unauthorized(types::ErrorResponse),
    Forbidden(types::ErrorResponse),
    NotFound(types::ErrorResponse),
    Gone(types::ErrorResponse),
    TooManyRequests(types::RateLimitedResponse),
}
