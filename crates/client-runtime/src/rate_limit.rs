//! One view on the vendors' rate-limit dialects.

use std::time::{Duration, SystemTime};

use reqwest::header::HeaderMap;
use serde_json::Value;

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

/// What a field says (`x-rate-limit` in the document).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RateLimitRole {
    /// Calls that one period allows.
    Limit,
    /// Calls left.
    Remaining,
    /// Begin of the next period, in milliseconds since 1970.
    ResetEpochMilliseconds,
    /// Begin of the next period, in seconds since 1970.
    ResetEpochSeconds,
    /// Seconds until the next period begins.
    ResetSeconds,
    /// Seconds to wait, or an HTTP date.
    RetryAfter,
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
    let text = text.trim();
    let moment = match role {
        RateLimitRole::Limit => {
            found.limit = found.limit.or_else(|| whole(text));
            return;
        }
        RateLimitRole::Remaining => {
            found.remaining = found.remaining.or_else(|| whole(text));
            return;
        }
        RateLimitRole::ResetEpochMilliseconds => epoch(whole(text).map(Duration::from_millis)),
        RateLimitRole::ResetEpochSeconds => epoch(whole(text).map(Duration::from_secs)),
        RateLimitRole::ResetSeconds => {
            whole(text).and_then(|seconds| received_at.checked_add(Duration::from_secs(seconds)))
        }
        RateLimitRole::RetryAfter => moment_of_retry_after(text, received_at),
    };
    found.resets_at = found.resets_at.or(moment);
}

/// The moment that a `Retry-After` value names.
pub(crate) fn moment_of_retry_after(text: &str, received_at: SystemTime) -> Option<SystemTime> {
    match whole(text.trim()) {
        Some(seconds) => received_at.checked_add(Duration::from_secs(seconds)),
        None => httpdate::parse_http_date(text.trim()).ok(),
    }
}

fn epoch(since: Option<Duration>) -> Option<SystemTime> {
    SystemTime::UNIX_EPOCH.checked_add(since?)
}

/// A count; vendors also write `57.0` and, in structured fields, `300;w=60`.
fn whole(text: &str) -> Option<u64> {
    let text = text.split([';', ',']).next()?.trim();
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    if !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    whole.parse().ok()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

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
    fn three_clocks_give_one_moment() {
        let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000);
        let later = Some(now + Duration::from_secs(57));
        for (role, text) in [
            (RateLimitRole::ResetEpochMilliseconds, "1700000057000"),
            (RateLimitRole::ResetEpochSeconds, "1700000057"),
            (RateLimitRole::ResetSeconds, "57"),
            (RateLimitRole::RetryAfter, "57"),
            (RateLimitRole::RetryAfter, "Tue, 14 Nov 2023 22:14:17 GMT"),
        ] {
            let found = read(&[field(role, "reset")], &headers(&[("reset", text)]), b"", now);
            assert_eq!(found.unwrap().resets_at, later, "{role:?} {text}");
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
        for text in ["-1", "many", "", "99999999999999999999"] {
            let map = headers(&[("limit", text)]);
            assert_eq!(read(&fields, &map, b"", SystemTime::now()), None, "{text}");
        }
        let huge = [field(RateLimitRole::ResetSeconds, "reset")];
        let map = headers(&[("reset", "18446744073709551615")]);
        assert_eq!(read(&huge, &map, b"", SystemTime::now()), None);
    }
}
