//! Rate limits, without any vendor's way to write them.

use std::time::SystemTime;

use unplug_wire::rate_limit;

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
        rate_limit::epoch_milliseconds(self.resets_at)
    }

    /// End of the window in whole seconds since 1970, rounded up (Vercel's dialect).
    #[must_use]
    pub fn reset_epoch_seconds(&self) -> i64 {
        rate_limit::epoch_seconds(self.resets_at)
    }

    /// Seconds from `now` to the end of the window, rounded up, 0 once it has ended (Kombo's
    /// dialect, and `Retry-After`).
    #[must_use]
    pub fn reset_seconds(&self, now: SystemTime) -> i64 {
        rate_limit::seconds_until(self.resets_at, now)
    }
}
