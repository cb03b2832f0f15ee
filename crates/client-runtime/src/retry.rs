//! When to try again.

use std::time::{Duration, SystemTime};

use super::response::RawResponse;

/// How often and how long a call tries again. The default never does.
///
/// Tried again are answers with status 429 or 503, requests that never reached the server, and,
/// when repeating cannot do harm (idempotent methods and removals), requests whose answer was lost.
/// The wait is what the vendor's own clock says, else it starts at half a second and doubles. There
/// is no random part: the same answers always give the same waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Retry {
    max_attempts: u32,
    first_wait: Duration,
    max_wait: Duration,
}

impl Default for Retry {
    fn default() -> Self {
        Self::never()
    }
}

impl Retry {
    /// One attempt only.
    #[must_use]
    pub const fn never() -> Self {
        Self::new(1)
    }

    /// At most this many attempts, the first one included.
    #[must_use]
    pub const fn new(max_attempts: u32) -> Self {
        Self { max_attempts, first_wait: Duration::from_millis(500), max_wait: Duration::from_mins(1) }
    }

    /// The wait before the second attempt when the vendor names none; it doubles each time.
    #[must_use]
    pub const fn first_wait(mut self, wait: Duration) -> Self {
        self.first_wait = wait;
        self
    }

    /// The longest wait, 60 seconds at first. When the vendor asks for more, the call gives up and
    /// hands back the answer at once, because an earlier attempt would only be refused again.
    #[must_use]
    pub const fn max_wait(mut self, wait: Duration) -> Self {
        self.max_wait = wait;
        self
    }

    /// Whether there is another attempt after this many.
    pub(crate) fn again_after(&self, attempts: u32) -> bool {
        attempts < self.max_attempts
    }

    /// The wait after a lost answer.
    pub(crate) fn backoff(&self, attempts: u32) -> Duration {
        let factor = 1_u32.checked_shl(attempts.saturating_sub(1)).unwrap_or(u32::MAX);
        self.first_wait.saturating_mul(factor).min(self.max_wait)
    }

    /// The wait after an answer; `None` when it is not to be tried again.
    pub(crate) fn wait_after(&self, response: &RawResponse, attempts: u32) -> Option<Duration> {
        if !matches!(response.status, 429 | 503) || !self.again_after(attempts) {
            return None;
        }
        match response.retry_at() {
            None => Some(self.backoff(attempts)),
            Some(moment) => {
                let wait = moment.duration_since(SystemTime::now()).unwrap_or_default();
                (wait <= self.max_wait).then_some(wait)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_up_to_the_cap() {
        let retry = Retry::new(9).first_wait(Duration::from_secs(1)).max_wait(Duration::from_secs(5));
        let waits: Vec<u64> = (1..6).map(|n| retry.backoff(n).as_secs()).collect();
        assert_eq!(waits, [1, 2, 4, 5, 5]);
        assert_eq!(retry.backoff(u32::MAX), Duration::from_secs(5));
    }

    #[test]
    fn never_is_the_default() {
        assert!(!Retry::default().again_after(1));
    }
}
