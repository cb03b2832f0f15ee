// Generated from specs/kombo.yaml and specs/kombo.overlay.yaml by `cargo xtask codegen`. Do not edit.

use crate::runtime::value;
/// The schema `DeleteIntegrationsIntegrationIdParameterIntegrationId`.
pub type DeleteIntegrationsIntegrationIdParameterIntegrationId = String;
/// The schema `DeleteIntegrationsIntegrationIdRequestBody`.
pub type DeleteIntegrationsIntegrationIdRequestBody = serde_json::Map<
    String,
    serde_json::Value,
>;
/// The schema `DeleteIntegrationsIntegrationIdPositiveResponse`.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
pub struct DeleteIntegrationsIntegrationIdPositiveResponse {
    /// The property `status`.
    pub status: DeleteIntegrationsIntegrationIdPositiveResponseStatus,
    /// The property `data`.
    pub data: serde_json::Map<String, serde_json::Value>,
}

/// The schema at `/components/schemas/DeleteIntegrationsIntegrationIdPositiveResponse/properties/status`.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub struct DeleteIntegrationsIntegrationIdPositiveResponseStatus;
impl DeleteIntegrationsIntegrationIdPositiveResponseStatus {
    /// The only value there is.
    pub const VALUE: &'static str = "success";
}

value::constant_text!(DeleteIntegrationsIntegrationIdPositiveResponseStatus);
/// The schema at `/components/responses/ErrorResponseGeneral/content/application~1json/schema`.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
pub struct ErrorResponseGeneral {
    /// The property `status`.
    pub status: ErrorResponseGeneralStatus,
    /// Error details with structured code for programmatic handling.
    pub error: ErrorResponseGeneralError,
}

/// The schema at `/components/responses/ErrorResponseGeneral/content/application~1json/schema/properties/status`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum ErrorResponseGeneralStatus {
    /// `error`
    Error,
    /// A value that the document does not name, as it stands.
    Other(String),
}

impl ErrorResponseGeneralStatus {
    /// The text as it stands in JSON.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Error => "error",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for ErrorResponseGeneralStatus {
    fn from(text: &str) -> Self {
        match text {
            "error" => Self::Error,
            other => Self::Other(other.to_owned()),
        }
    }
}

value::open_text!(ErrorResponseGeneralStatus);
/// Error details with structured code for programmatic handling.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
pub struct ErrorResponseGeneralError {
    /// Some errors include an error code that can be used to identify their cause. See the [Error Handling Docs](https://docs.kombo.dev/guides/errors) for more information. For your error handling logic please use the error `code` instead of other properties (e.g. message, http status code, ...).
    #[serde(deserialize_with = "value::required")]
    pub code: Option<ErrorResponseGeneralErrorCode>,
    /// A static, human-readable label.
    #[serde(deserialize_with = "value::required")]
    pub title: Option<String>,
    /// A dynamic, detailed description of what went wrong in this specific instance.
    pub message: String,
    /// The log page in the Kombo UI lists every interaction with full details. If you need assistance, share that link with our support team.
    #[serde(deserialize_with = "value::required")]
    pub log_url: Option<String>,
}

/// Some errors include an error code that can be used to identify their cause. See the [Error Handling Docs](https://docs.kombo.dev/guides/errors) for more information. For your error handling logic please use the error `code` instead of other properties (e.g. message, http status code, ...).
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum ErrorResponseGeneralErrorCode {
    /// `PLATFORM.RATE_LIMIT_EXCEEDED`
    PlatformRateLimitExceeded,
    /// `PLATFORM.CONCURRENCY_LIMIT_EXCEEDED`
    PlatformConcurrencyLimitExceeded,
    /// `PLATFORM.INTEGRATION_NOT_FOUND`
    PlatformIntegrationNotFound,
    /// `PLATFORM.INPUT_INVALID`
    PlatformInputInvalid,
    /// `PLATFORM.UNKNOWN_ERROR`
    PlatformUnknownError,
    /// `PLATFORM.IP_NOT_WHITELISTED`
    PlatformIpNotWhitelisted,
    /// `PLATFORM.AUTHENTICATION_INVALID`
    PlatformAuthenticationInvalid,
    /// `PLATFORM.TASK_TIMED_OUT`
    PlatformTaskTimedOut,
    /// A value that the document does not name, as it stands.
    Other(String),
}

impl ErrorResponseGeneralErrorCode {
    /// The text as it stands in JSON.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::PlatformRateLimitExceeded => "PLATFORM.RATE_LIMIT_EXCEEDED",
            Self::PlatformConcurrencyLimitExceeded => {
                "PLATFORM.CONCURRENCY_LIMIT_EXCEEDED"
            }
            Self::PlatformIntegrationNotFound => "PLATFORM.INTEGRATION_NOT_FOUND",
            Self::PlatformInputInvalid => "PLATFORM.INPUT_INVALID",
            Self::PlatformUnknownError => "PLATFORM.UNKNOWN_ERROR",
            Self::PlatformIpNotWhitelisted => "PLATFORM.IP_NOT_WHITELISTED",
            Self::PlatformAuthenticationInvalid => "PLATFORM.AUTHENTICATION_INVALID",
            Self::PlatformTaskTimedOut => "PLATFORM.TASK_TIMED_OUT",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for ErrorResponseGeneralErrorCode {
    fn from(text: &str) -> Self {
        match text {
            "PLATFORM.RATE_LIMIT_EXCEEDED" => Self::PlatformRateLimitExceeded,
            "PLATFORM.CONCURRENCY_LIMIT_EXCEEDED" => {
                Self::PlatformConcurrencyLimitExceeded
            }
            "PLATFORM.INTEGRATION_NOT_FOUND" => Self::PlatformIntegrationNotFound,
            "PLATFORM.INPUT_INVALID" => Self::PlatformInputInvalid,
            "PLATFORM.UNKNOWN_ERROR" => Self::PlatformUnknownError,
            "PLATFORM.IP_NOT_WHITELISTED" => Self::PlatformIpNotWhitelisted,
            "PLATFORM.AUTHENTICATION_INVALID" => Self::PlatformAuthenticationInvalid,
            "PLATFORM.TASK_TIMED_OUT" => Self::PlatformTaskTimedOut,
            other => Self::Other(other.to_owned()),
        }
    }
}

value::open_text!(ErrorResponseGeneralErrorCode);
