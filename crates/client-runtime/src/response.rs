//! Answers: raw, and decoded.

use std::fmt;
use std::ops::{Deref, DerefMut};
use std::time::SystemTime;

use bytes::Bytes;
use reqwest::StatusCode;
use reqwest::header::{CONTENT_TYPE, HeaderMap, RETRY_AFTER};
use unplug_wire::rate_limit::RateLimitRole;

use super::operation::Operation;
use super::rate_limit::{self, RateLimit};

/// An answer as it came over the wire.
///
/// `Debug` shows neither header values nor the body, because both may hold credentials.
#[derive(Clone)]
pub struct RawResponse {
    /// Status code.
    pub status: u16,
    /// All headers, declared or not.
    pub headers: HeaderMap,
    /// The body, whatever it is; empty when it is handed on as a stream.
    pub body: Bytes,
    /// When the head of the answer arrived, by this machine's clock.
    pub received_at: SystemTime,
    pub(crate) operation: &'static Operation,
}

impl fmt::Debug for RawResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RawResponse")
            .field("operation", &self.operation.id)
            .field("status", &self.status)
            .field(
                "headers",
                &self.headers.keys().map(reqwest::header::HeaderName::as_str).collect::<Vec<_>>(),
            )
            .field("content_type", &self.content_type())
            .field("body", &format_args!("{} bytes", self.body.len()))
            .finish_non_exhaustive()
    }
}

impl RawResponse {
    /// The operation that was answered.
    #[must_use]
    pub fn operation(&self) -> &'static Operation {
        self.operation
    }

    /// `Content-Type` as sent; `None` when there is none or it is not text.
    #[must_use]
    pub fn content_type(&self) -> Option<&str> {
        self.headers.get(CONTENT_TYPE)?.to_str().ok()
    }

    /// The vendor's rate limit, in whichever dialect the document describes.
    #[must_use]
    pub fn rate_limit(&self) -> Option<RateLimit> {
        let fields = self.operation.rate_limit;
        rate_limit::read(fields, &self.headers, &self.body, self.received_at)
    }

    /// When the server asks to come back: `Retry-After`, else the end of the rate limit's period.
    #[must_use]
    pub fn retry_at(&self) -> Option<SystemTime> {
        let standard = self.headers.get(RETRY_AFTER).and_then(|value| value.to_str().ok());
        standard
            .and_then(|text| RateLimitRole::RetryAfter.window_end(text, self.received_at))
            .or_else(|| self.rate_limit()?.resets_at)
    }

    /// The status with its standard words, for people.
    pub(crate) fn status_line(&self) -> String {
        let reason = StatusCode::from_u16(self.status).ok().and_then(|s| s.canonical_reason());
        match reason {
            Some(reason) => format!("{} {reason}", self.status),
            None => self.status.to_string(),
        }
    }
}

/// A successful answer: the typed value, and everything that came with it.
///
/// It dereferences to the value, so `reply.body` is the typed body.
#[derive(Clone, Debug)]
pub struct Reply<T> {
    pub(crate) value: T,
    pub(crate) response: RawResponse,
}

impl<T> Reply<T> {
    /// The typed value alone.
    #[must_use]
    pub fn into_inner(self) -> T {
        self.value
    }

    /// The answer as it came: status, all headers, bytes.
    #[must_use]
    pub fn raw(&self) -> &RawResponse {
        &self.response
    }

    /// The vendor's rate limit, in whichever dialect the document describes.
    #[must_use]
    pub fn rate_limit(&self) -> Option<RateLimit> {
        self.response.rate_limit()
    }

    /// Whether what was asked for has only been accepted, and may be settled later: the status is
    /// 202, or the document says so with `x-accepted`.
    #[must_use]
    pub fn is_only_accepted(&self) -> bool {
        self.response.operation.is_only_accepted(self.response.status)
    }
}

impl<T> Deref for Reply<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

/// For reading a stream where it is.
impl<T> DerefMut for Reply<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.value
    }
}
