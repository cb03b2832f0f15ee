// Generated from specs/kombo.yaml and specs/kombo.overlay.yaml by `cargo xtask codegen`. Do not edit.

#![allow(
    missing_docs,
    unused_imports,
    clippy::large_enum_variant,
    clippy::option_option,
    reason = "shapes are taken from the document; of two nested options the outer one stands for absence"
)]
use unplug_wire::value::{self, absent, present, required};
/// The schema `DeleteIntegrationsIntegrationIdParameterIntegrationId`.
pub type DeleteIntegrationsIntegrationIdParameterIntegrationId = String;
/// The schema `DeleteIntegrationsIntegrationIdRequestBody`.
pub type DeleteIntegrationsIntegrationIdRequestBody = serde_json::Map<
    String,
    serde_json::Value,
>;
/// The schema `DeleteIntegrationsIntegrationIdPositiveResponse`.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct DeleteIntegrationsIntegrationIdPositiveResponse {
    pub status: DeleteIntegrationsIntegrationIdPositiveResponseStatus,
    pub data: serde_json::Map<String, serde_json::Value>,
}
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub struct DeleteIntegrationsIntegrationIdPositiveResponseStatus;
value::constant_text!(DeleteIntegrationsIntegrationIdPositiveResponseStatus, "success");
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct ErrorResponseGeneral {
    pub status: ErrorResponseGeneralStatus,
    /// Error details with structured code for programmatic handling.
    pub error: ErrorResponseGeneralError,
}
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum ErrorResponseGeneralStatus {
    Error,
    /// A value that the document does not name, as it stands.
    Other(String),
}
value::open_text!(ErrorResponseGeneralStatus, Error = "error");
/// Error details with structured code for programmatic handling.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct ErrorResponseGeneralError {
    /// Some errors include an error code that can be used to identify their cause. See the [Error Handling Docs](https://docs.kombo.dev/guides/errors) for more information. For your error handling logic please use the error `code` instead of other properties (e.g. message, http status code, ...).
    #[serde(deserialize_with = "required")]
    pub code: Option<ErrorResponseGeneralErrorCode>,
    /// A static, human-readable label.
    #[serde(deserialize_with = "required")]
    pub title: Option<String>,
    /// A dynamic, detailed description of what went wrong in this specific instance.
    pub message: String,
    /// The log page in the Kombo UI lists every interaction with full details. If you need assistance, share that link with our support team.
    #[serde(deserialize_with = "required")]
    pub log_url: Option<String>,
}

/// Some errors include an error code that can be used to identify their cause. See the [Error Handling Docs](https://docs.kombo.dev/guides/errors) for more information. For your error handling logic please use the error `code` instead of other properties (e.g. message, http status code, ...).
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum ErrorResponseGeneralErrorCode {
    PlatformRateLimitExceeded,
    PlatformConcurrencyLimitExceeded,
    PlatformIntegrationNotFound,
    PlatformInputInvalid,
    PlatformUnknownError,
    PlatformIpNotWhitelisted,
    PlatformAuthenticationInvalid,
    PlatformTaskTimedOut,
    /// A value that the document does not name, as it stands.
    Other(String),
}
value::open_text!(
    ErrorResponseGeneralErrorCode, PlatformRateLimitExceeded =
    "PLATFORM.RATE_LIMIT_EXCEEDED", PlatformConcurrencyLimitExceeded =
    "PLATFORM.CONCURRENCY_LIMIT_EXCEEDED", PlatformIntegrationNotFound =
    "PLATFORM.INTEGRATION_NOT_FOUND", PlatformInputInvalid = "PLATFORM.INPUT_INVALID",
    PlatformUnknownError = "PLATFORM.UNKNOWN_ERROR", PlatformIpNotWhitelisted =
    "PLATFORM.IP_NOT_WHITELISTED", PlatformAuthenticationInvalid =
    "PLATFORM.AUTHENTICATION_INVALID", PlatformTaskTimedOut = "PLATFORM.TASK_TIMED_OUT"
);
unplug_wire::value::type_schemas!(
    DeleteIntegrationsIntegrationIdParameterIntegrationId,
    DeleteIntegrationsIntegrationIdRequestBody,
    DeleteIntegrationsIntegrationIdPositiveResponse,
    DeleteIntegrationsIntegrationIdPositiveResponseStatus, ErrorResponseGeneral,
    ErrorResponseGeneralStatus, ErrorResponseGeneralError, ErrorResponseGeneralErrorCode
);
