// Generated from specs/vercel.json and specs/vercel.overlay.yaml by `cargo xtask codegen`. Do not edit.

#![allow(
    missing_docs,
    unused_imports,
    clippy::large_enum_variant,
    clippy::option_option,
    reason = "shapes are taken from the document; of two nested options the outer one stands for absence"
)]
use unplug_wire::value::{self, absent, present, required};
/// The schema `VercelBaseError`.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct ErrorDetail {
    /// A short word for the kind of error, meant for programs.
    pub code: ErrorDetailCode,
    /// What went wrong, meant for people.
    pub message: String,
}

/// A short word for the kind of error, meant for programs.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum ErrorDetailCode {
    Forbidden,
    BadRequest,
    NotFound,
    RateLimited,
    MethodUnknown,
    InternalServerError,
    /// A value that the document does not name, as it stands.
    Other(String),
}
value::open_text!(
    ErrorDetailCode, Forbidden = "forbidden", BadRequest = "bad_request", NotFound =
    "not_found", RateLimited = "rate_limited", MethodUnknown = "method_unknown",
    InternalServerError = "internal_server_error"
);
/// The schema `VercelForbiddenError`.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct VercelForbiddenError {
    pub error: VercelForbiddenErrorError,
}
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct VercelForbiddenErrorError {
    /// A short word for the kind of error, meant for programs.
    pub code: ErrorDetailCode,
    /// What went wrong, meant for people.
    pub message: String,
}

/// The schema `VercelNotFoundError`.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct VercelNotFoundError {
    pub error: VercelForbiddenErrorError,
}

/// The schema `VercelBadRequestError`.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct VercelBadRequestError {
    pub error: VercelForbiddenErrorError,
}

/// The error `rate_limited`, which says how long to wait.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct RateLimitedResponse {
    pub error: RateLimitedDetail,
}
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct RateLimitedDetail {
    /// A short word for the kind of error, meant for programs.
    pub code: ErrorDetailCode,
    /// What went wrong, meant for people.
    pub message: String,
    pub limit: RateLimitState,
}

/// The schema `RateLimitNotice`.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct RateLimitState {
    /// Calls that are left in the current window.
    pub remaining: i64,
    /// When the window ends, in seconds since the Unix epoch.
    pub reset: i64,
    /// When the window ends, in milliseconds since the Unix epoch.
    #[serde(rename = "resetMs")]
    pub reset_ms: i64,
    /// Calls that one window allows.
    pub total: i64,
}

/// Every error of the API has this shape.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct ErrorResponse {
    pub error: ErrorDetail,
}
unplug_wire::value::type_schemas!(
    ErrorDetail, ErrorDetailCode, VercelForbiddenError, VercelForbiddenErrorError,
    VercelNotFoundError, VercelBadRequestError, RateLimitedResponse, RateLimitedDetail,
    RateLimitState, ErrorResponse
);
