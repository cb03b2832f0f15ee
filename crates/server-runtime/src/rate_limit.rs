//! Rate limits, without any vendor's way to write them.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// How many calls a caller has in the current window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RateLimit {
    /// Calls per window.
    pub limit: u64,
    /// Calls left in this window.
    pub remaining: u64,
    /// When the window ends.
    pub resets_at: SystemTime,
}

impl RateLimit {
    /// End of the window in milliseconds since 1970 (Rocket.Chat's dialect).
    #[must_use]
    pub fn reset_epoch_milliseconds(&self) -> i64 {
        i64::try_from(self.since_epoch().as_millis()).unwrap_or(i64::MAX)
    }

    /// End of the window in whole seconds since 1970, rounded up (Vercel's dialect).
    #[must_use]
    pub fn reset_epoch_seconds(&self) -> i64 {
        whole_seconds(self.since_epoch())
    }

    /// Seconds from `now` to the end of the window, rounded up, 0 once it has ended (Kombo's
    /// dialect, and `Retry-After`).
    #[must_use]
    pub fn reset_seconds(&self, now: SystemTime) -> i64 {
        whole_seconds(self.resets_at.duration_since(now).unwrap_or_default())
    }

    fn since_epoch(&self) -> Duration {
        self.resets_at.duration_since(UNIX_EPOCH).unwrap_or_default()
    }
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
    fn nobody_is_told_to_come_back_too_early() {
        let resets_at = UNIX_EPOCH + Duration::from_millis(1_700_000_000_250);
        let limit = RateLimit { limit: 10, remaining: 0, resets_at };
        assert_eq!(limit.reset_epoch_milliseconds(), 1_700_000_000_250);
        assert_eq!(limit.reset_epoch_seconds(), 1_700_000_001);
        assert_eq!(limit.reset_seconds(resets_at - Duration::from_millis(1001)), 2);
        assert_eq!(limit.reset_seconds(resets_at), 0);
        assert_eq!(limit.reset_seconds(resets_at + Duration::from_secs(5)), 0);
    }
}
