//! Rate limits as vendors write them: counts of calls, and clocks for the end of a window.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// What a value says of a rate limit (`x-rate-limit` in the document).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RateLimitRole {
    /// Calls that one window allows.
    Limit,
    /// Calls left in this window.
    Remaining,
    /// End of the window, in milliseconds since 1970.
    ResetEpochMilliseconds,
    /// End of the window, in seconds since 1970.
    ResetEpochSeconds,
    /// Seconds until the window ends.
    ResetSeconds,
    /// Seconds to wait, or an HTTP date.
    RetryAfter,
}

/// A count of calls, or of seconds. Vendors also write `57.0` and, in structured fields, `300;w=60`.
#[must_use]
pub fn count(text: &str) -> Option<u64> {
    let text = text.split([';', ',']).next()?.trim();
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    if !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    whole.parse().ok()
}

impl RateLimitRole {
    /// The end of the window that a value names; `None` when it names none, or the role is a count
    /// of calls. Seconds left are counted from the arrival of the message.
    #[must_use]
    pub fn window_end(self, text: &str, received_at: SystemTime) -> Option<SystemTime> {
        let in_seconds = |seconds| received_at.checked_add(Duration::from_secs(seconds));
        match self {
            Self::Limit | Self::Remaining => None,
            Self::ResetEpochMilliseconds => UNIX_EPOCH.checked_add(Duration::from_millis(count(text)?)),
            Self::ResetEpochSeconds => UNIX_EPOCH.checked_add(Duration::from_secs(count(text)?)),
            Self::ResetSeconds => in_seconds(count(text)?),
            Self::RetryAfter => match count(text) {
                Some(seconds) => in_seconds(seconds),
                None => httpdate::parse_http_date(text.trim()).ok(),
            },
        }
    }
}

/// A moment in milliseconds since 1970.
#[must_use]
pub fn epoch_milliseconds(moment: SystemTime) -> i64 {
    i64::try_from(since_epoch(moment).as_millis()).unwrap_or(i64::MAX)
}

/// A moment in whole seconds since 1970, rounded up.
#[must_use]
pub fn epoch_seconds(moment: SystemTime) -> i64 {
    whole_seconds(since_epoch(moment))
}

/// Seconds from `now` to a moment, rounded up, 0 once it has passed.
#[must_use]
pub fn seconds_until(moment: SystemTime, now: SystemTime) -> i64 {
    whole_seconds(moment.duration_since(now).unwrap_or_default())
}

fn since_epoch(moment: SystemTime) -> Duration {
    moment.duration_since(UNIX_EPOCH).unwrap_or_default()
}

/// Rounded up, so that nobody is told to come back too early.
fn whole_seconds(duration: Duration) -> i64 {
    let seconds = duration.as_secs() + u64::from(duration.subsec_nanos() > 0);
    i64::try_from(seconds).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_clock_is_read_as_it_is_written_and_never_too_early() {
        let now = UNIX_EPOCH + Duration::from_secs(1_700_000_000);
        let end = UNIX_EPOCH + Duration::from_millis(1_700_000_057_250);
        for (role, written, exact) in [
            (RateLimitRole::ResetEpochMilliseconds, epoch_milliseconds(end), true),
            (RateLimitRole::ResetEpochSeconds, epoch_seconds(end), false),
            (RateLimitRole::ResetSeconds, seconds_until(end, now), false),
            (RateLimitRole::RetryAfter, seconds_until(end, now), false),
        ] {
            let expected = if exact { end } else { end + Duration::from_millis(750) };
            assert_eq!(role.window_end(&written.to_string(), now), Some(expected), "{role:?}");
        }
        assert_eq!(seconds_until(end, end + Duration::from_secs(5)), 0);
    }

    #[test]
    fn three_clocks_give_one_moment() {
        let now = UNIX_EPOCH + Duration::from_secs(1_700_000_000);
        let later = Some(now + Duration::from_secs(57));
        for (role, text) in [
            (RateLimitRole::ResetEpochMilliseconds, "1700000057000"),
            (RateLimitRole::ResetEpochSeconds, "1700000057"),
            (RateLimitRole::ResetSeconds, "57.0"),
            (RateLimitRole::RetryAfter, "57"),
            (RateLimitRole::RetryAfter, "Tue, 14 Nov 2023 22:14:17 GMT"),
        ] {
            assert_eq!(role.window_end(text, now), later, "{role:?} {text}");
        }
    }

    #[test]
    fn nonsense_is_nothing() {
        for text in ["-1", "many", "", "99999999999999999999", "1.x"] {
            assert_eq!(count(text), None, "{text}");
        }
        assert_eq!(count("300;w=60"), Some(300));
        let now = SystemTime::now();
        assert_eq!(RateLimitRole::ResetSeconds.window_end("18446744073709551615", now), None);
        assert_eq!(RateLimitRole::Limit.window_end("57", now), None);
    }
}
