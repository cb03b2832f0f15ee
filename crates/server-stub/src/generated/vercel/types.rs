// Generated from specs/vercel.yaml and specs/vercel.overlay.yaml by `cargo xtask codegen`. Do not edit.

use crate::runtime::value;
/// Every error of the API has this shape.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
pub struct ErrorResponse {
    /// The property `error`.
    pub error: ErrorDetail,
}

/// The schema `ErrorDetail`.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
pub struct ErrorDetail {
    /// A short word for the kind of error, meant for programs.
    pub code: ErrorDetailCode,
    /// What went wrong, meant for people.
    pub message: String,
}

/// A short word for the kind of error, meant for programs.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum ErrorDetailCode {
    /// `forbidden`
    Forbidden,
    /// `bad_request`
    BadRequest,
    /// `not_found`
    NotFound,
    /// `rate_limited`
    RateLimited,
    /// `method_unknown`
    MethodUnknown,
    /// `internal_server_error`
    InternalServerError,
    /// A value that the document does not name, as it stands.
    Other(String),
}

impl ErrorDetailCode {
    /// The text as it stands in JSON.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Forbidden => "forbidden",
            Self::BadRequest => "bad_request",
            Self::NotFound => "not_found",
            Self::RateLimited => "rate_limited",
            Self::MethodUnknown => "method_unknown",
            Self::InternalServerError => "internal_server_error",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for ErrorDetailCode {
    fn from(text: &str) -> Self {
        match text {
            "forbidden" => Self::Forbidden,
            "bad_request" => Self::BadRequest,
            "not_found" => Self::NotFound,
            "rate_limited" => Self::RateLimited,
            "method_unknown" => Self::MethodUnknown,
            "internal_server_error" => Self::InternalServerError,
            other => Self::Other(other.to_owned()),
        }
    }
}

value::open_text!(ErrorDetailCode);
/// The error `rate_limited`, which says how long to wait.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
pub struct RateLimitedResponse {
    /// The property `error`.
    pub error: RateLimitedDetail,
}

/// The schema `RateLimitedDetail`.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
pub struct RateLimitedDetail {
    /// The property `code`.
    pub code: RateLimitedDetailCode,
    /// The property `message`.
    pub message: String,
    /// The property `limit`.
    pub limit: RateLimitState,
}

/// The schema at `/components/schemas/RateLimitedDetail/properties/code`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum RateLimitedDetailCode {
    /// `forbidden`
    Forbidden,
    /// `bad_request`
    BadRequest,
    /// `not_found`
    NotFound,
    /// `rate_limited`
    RateLimited,
    /// `method_unknown`
    MethodUnknown,
    /// `internal_server_error`
    InternalServerError,
    /// A value that the document does not name, as it stands.
    Other(String),
}

impl RateLimitedDetailCode {
    /// The text as it stands in JSON.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Forbidden => "forbidden",
            Self::BadRequest => "bad_request",
            Self::NotFound => "not_found",
            Self::RateLimited => "rate_limited",
            Self::MethodUnknown => "method_unknown",
            Self::InternalServerError => "internal_server_error",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for RateLimitedDetailCode {
    fn from(text: &str) -> Self {
        match text {
            "forbidden" => Self::Forbidden,
            "bad_request" => Self::BadRequest,
            "not_found" => Self::NotFound,
            "rate_limited" => Self::RateLimited,
            "method_unknown" => Self::MethodUnknown,
            "internal_server_error" => Self::InternalServerError,
            other => Self::Other(other.to_owned()),
        }
    }
}

value::open_text!(RateLimitedDetailCode);
/// The schema `RateLimitState`.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
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
