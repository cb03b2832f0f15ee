//! One view on the vendors' rate-limit dialects.

use std::time::SystemTime;

use reqwest::header::HeaderMap;
use serde_json::Value;
use unplug_wire::rate_limit::{RateLimitRole, count};

/// What an answer says about the caller's budget.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RateLimit {
    /// Calls that one period allows.
    pub limit: Option<u64>,
    /// Calls left in this period.
    pub remaining: Option<u64>,
    /// When the next period begins. A number of seconds is counted from the arrival of the answer.
    pub resets_at: Option<SystemTime>,
}

/// Where an answer carries a part of its rate limit.
#[derive(Debug)]
pub struct RateLimitField {
    /// What it says.
    pub role: RateLimitRole,
    /// Where it is.
    pub source: RateLimitSource,
}

/// Where a field is.
#[derive(Debug)]
pub enum RateLimitSource {
    /// A response header, in lower case.
    Header(&'static str),
    /// JSON pointer into the body.
    Body(&'static str),
}

/// Reads the rate limit of an answer. `None` when the answer says nothing about it.
pub(crate) fn read(
    fields: &[RateLimitField],
    headers: &HeaderMap,
    body: &[u8],
    received_at: SystemTime,
) -> Option<RateLimit> {
    let mut found = RateLimit { limit: None, remaining: None, resets_at: None };
    let mut parsed = None;
    for field in fields {
        match &field.source {
            RateLimitSource::Header(name) => {
                if let Some(text) = headers.get(*name).and_then(|value| value.to_str().ok()) {
                    apply(&mut found, field.role, text, received_at);
                }
            }
            RateLimitSource::Body(pointer) => {
                let body =
                    parsed.get_or_insert_with(|| serde_json::from_slice::<Value>(body).unwrap_or_default());
                match body.pointer(pointer) {
                    Some(Value::String(text)) => apply(&mut found, field.role, text, received_at),
                    Some(Value::Number(number)) => {
                        apply(&mut found, field.role, &number.to_string(), received_at);
                    }
                    _ => {}
                }
            }
        }
    }
    let said = found.limit.is_some() || found.remaining.is_some() || found.resets_at.is_some();
    said.then_some(found)
}

fn apply(found: &mut RateLimit, role: RateLimitRole, text: &str, received_at: SystemTime) {
    match role {
        RateLimitRole::Limit => found.limit = found.limit.or_else(|| count(text)),
        RateLimitRole::Remaining => found.remaining = found.remaining.or_else(|| count(text)),
        _ => found.resets_at = found.resets_at.or_else(|| role.window_end(text, received_at)),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use std::time::Duration;

    use super::*;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        let mut map = HeaderMap::new();
        for (name, value) in pairs {
            map.insert(*name, value.parse().unwrap());
        }
        map
    }

    fn field(role: RateLimitRole, name: &'static str) -> RateLimitField {
        RateLimitField { role, source: RateLimitSource::Header(name) }
    }

    #[test]
    fn the_first_field_that_says_something_counts() {
        let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000);
        let fields = [field(RateLimitRole::RetryAfter, "retry"), field(RateLimitRole::ResetSeconds, "reset")];
        let later = |seconds| Some(now + Duration::from_secs(seconds));
        for (sent, expected) in [
            (&[("reset", "57"), ("retry", "3")][..], later(3)),
            (&[("reset", "57"), ("retry", "soon")], later(57)),
        ] {
            assert_eq!(read(&fields, &headers(sent), b"", now).unwrap().resets_at, expected);
        }
    }

    #[test]
    fn a_body_may_carry_it() {
        let body = br#"{"error":{"limit":{"total":100,"remaining":0,"reset":1700000000}}}"#;
        let field = |role, pointer| RateLimitField { role, source: RateLimitSource::Body(pointer) };
        let fields = [
            field(RateLimitRole::Limit, "/error/limit/total"),
            field(RateLimitRole::Remaining, "/error/limit/remaining"),
            field(RateLimitRole::ResetEpochSeconds, "/error/limit/reset"),
        ];
        let found = read(&fields, &HeaderMap::new(), body, SystemTime::now()).unwrap();
        assert_eq!((found.limit, found.remaining), (Some(100), Some(0)));
        assert_eq!(found.resets_at, Some(SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000)));
    }

    #[test]
    fn nonsense_is_not_a_limit() {
        let fields = [field(RateLimitRole::Limit, "limit")];
        let map = headers(&[("limit", "many")]);
        assert_eq!(read(&fields, &map, b"", SystemTime::now()), None);
    }
}
