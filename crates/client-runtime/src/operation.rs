//! What the document says of an operation, as far as calling it needs to know.

use serde_json::Value;
use unplug_wire::media_type::JSON;

use super::rate_limit::RateLimitField;
use super::streamed::Streams;

/// One operation of an API, generated from its document.
#[derive(Debug)]
pub struct Operation {
    /// `operationId`
    pub id: &'static str,
    /// HTTP method in capitals.
    pub method: &'static str,
    /// Path template as published.
    pub path: &'static str,
    /// Alternatives (OR) of security schemes (AND), as indices of the API's schemes. Empty: the
    /// operation needs no credentials.
    pub security: &'static [&'static [usize]],
    /// Which group of servers has it; 0 is the document's own.
    pub server_group: usize,
    /// Where an answer may carry the vendor's rate limit.
    pub rate_limit: &'static [RateLimitField],
    /// Values in an error answer that say that the thing to remove is not there.
    pub gone: &'static [GoneField],
    /// Statuses of answers that accept what was asked for, and may settle it only later
    /// (`x-accepted` in the document); 202 is always one.
    pub(crate) accepted: &'static [u16],
    /// Which successful answers are streams; empty when none is.
    pub(crate) streams: &'static [Streams],
    /// What `Accept` says: the media types of all answers that the document declares.
    pub(crate) accept: &'static str,
}

/// An operation of which nothing special is known.
#[doc(hidden)]
#[macro_export]
macro_rules! operation {
    ($($argument:expr),* $(; $accept:literal)?) => {
        const { &$crate::Operation::new($($argument),*)$(.accept($accept))? }
    };
}

impl Operation {
    /// An operation without a rate limit, removals and streams, whose answers are `application/json`.
    #[must_use]
    pub const fn new(
        id: &'static str,
        method: &'static str,
        path: &'static str,
        security: &'static [&'static [usize]],
    ) -> Self {
        Self {
            id,
            method,
            path,
            security,
            server_group: 0,
            rate_limit: &[],
            gone: &[],
            accepted: &[],
            streams: &[],
            accept: JSON,
        }
    }

    /// Says which group of servers has the operation.
    #[must_use]
    pub const fn server_group(mut self, group: usize) -> Self {
        self.server_group = group;
        self
    }

    /// Adds where an answer may carry the rate limit.
    #[must_use]
    pub const fn rate_limit(mut self, rate_limit: &'static [RateLimitField]) -> Self {
        self.rate_limit = rate_limit;
        self
    }

    /// Adds the values that say that the thing to remove is not there.
    #[must_use]
    pub const fn gone(mut self, gone: &'static [GoneField]) -> Self {
        self.gone = gone;
        self
    }

    /// Adds the statuses of answers that may settle what was asked for only later.
    #[must_use]
    pub const fn accepted(mut self, statuses: &'static [u16]) -> Self {
        self.accepted = statuses;
        self
    }

    /// Says which media types the answers have, as `Accept` has them.
    #[must_use]
    pub const fn accept(mut self, accept: &'static str) -> Self {
        self.accept = accept;
        self
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn streams(mut self, streams: &'static [Streams]) -> Self {
        self.streams = streams;
        self
    }

    /// Whether an answer with this status may settle what was asked for only later.
    pub(crate) fn is_only_accepted(&self, status: u16) -> bool {
        status == 202 || self.accepted.contains(&status)
    }

    /// Whether the request may be sent again when nobody knows whether the first one was carried
    /// out. So it is for the methods that HTTP calls idempotent, and for removals.
    pub(crate) fn repeatable(&self) -> bool {
        !self.gone.is_empty()
            || matches!(self.method, "GET" | "HEAD" | "PUT" | "DELETE" | "OPTIONS" | "TRACE" | "QUERY")
    }

    /// Whether an error body says that the thing to remove is not there.
    pub(crate) fn says_gone(&self, body: &[u8]) -> bool {
        if self.gone.is_empty() {
            return false;
        }
        let Ok(body) = serde_json::from_slice::<Value>(body) else {
            return false;
        };
        self.gone.iter().any(|field| {
            let found = body.pointer(field.pointer).and_then(Value::as_str);
            found.is_some_and(|found| field.values.contains(&found))
        })
    }
}

/// A value in an error body that says "not there" (`x-gone` in the document).
#[derive(Debug)]
pub struct GoneField {
    /// JSON pointer into the body.
    pub pointer: &'static str,
    /// Texts that say it.
    pub values: &'static [&'static str],
}
