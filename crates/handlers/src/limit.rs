//! Limits on how often and how much at once a caller may ask.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use unplug_server_stub::RateLimit;

use crate::clock::Clock;

/// So many calls in so much time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RateLimitRule {
    /// Calls per window.
    pub calls: u32,
    /// Length of a window; it begins with the first call after the last one ended.
    pub window: Duration,
}

impl RateLimitRule {
    /// `calls` per `window`.
    #[must_use]
    pub const fn new(calls: u32, window: Duration) -> Self {
        Self { calls, window }
    }

    /// The same window with another number of calls.
    #[must_use]
    pub const fn with_calls(self, calls: u32) -> Self {
        Self { calls, ..self }
    }
}

/// Counts calls in fixed windows, per key.
///
/// Fixed windows and not a token bucket, because all three vendors tell the caller
/// how many calls are left and when the count starts again, and only a window has
/// both numbers. The counts are in memory: they belong to this server process.
///
/// Keys are callers that have been authenticated, so there are never more of them
/// than stored credentials.
#[derive(Debug)]
pub(crate) struct RateLimiter {
    clock: Arc<dyn Clock>,
    windows: Mutex<HashMap<String, Window>>,
}

#[derive(Debug)]
struct Window {
    ends: jiff::Timestamp,
    used: u32,
}

impl RateLimiter {
    pub(crate) fn new(clock: Arc<dyn Clock>) -> Self {
        Self { clock, windows: Mutex::default() }
    }

    /// Counts a call. `Err` when there was none left; that call is not counted.
    pub(crate) fn admit(&self, key: &str, rule: RateLimitRule) -> Result<RateLimit, RateLimit> {
        let now = self.clock.now();
        let length = i64::try_from(rule.window.as_nanos()).unwrap_or(i64::MAX);
        let ends = now.checked_add(jiff::SignedDuration::from_nanos(length)).unwrap_or(jiff::Timestamp::MAX);
        let mut windows = locked(&self.windows);
        let window = windows.entry(key.to_owned()).or_insert(Window { ends, used: 0 });
        if window.ends <= now {
            *window = Window { ends, used: 0 };
        }
        let admitted = window.used < rule.calls;
        if admitted {
            window.used += 1;
        }
        let state = RateLimit {
            limit: rule.calls.into(),
            remaining: rule.calls.saturating_sub(window.used).into(),
            resets_at: window.ends.into(),
        };
        if admitted { Ok(state) } else { Err(state) }
    }
}

/// Counts calls that are under way, per key.
#[derive(Clone, Debug)]
pub(crate) struct ConcurrencyLimiter {
    limit: u32,
    in_flight: Arc<Mutex<HashMap<String, u32>>>,
}

impl ConcurrencyLimiter {
    pub(crate) fn new(limit: u32) -> Self {
        Self { limit, in_flight: Arc::default() }
    }

    /// How many may be under way for one key.
    pub(crate) fn limit(&self) -> u32 {
        self.limit
    }

    /// A place among the calls for `key`, held until it is dropped; `None` when all
    /// are taken.
    pub(crate) fn enter(&self, key: &str) -> Option<InFlight> {
        let mut in_flight = locked(&self.in_flight);
        let used = in_flight.get(key).copied().unwrap_or(0);
        if used >= self.limit {
            return None;
        }
        in_flight.insert(key.to_owned(), used + 1);
        Some(InFlight {
            remaining: self.limit - used - 1,
            key: key.to_owned(),
            counts: Arc::clone(&self.in_flight),
        })
    }
}

/// A call that is under way.
#[derive(Debug)]
pub(crate) struct InFlight {
    remaining: u32,
    key: String,
    counts: Arc<Mutex<HashMap<String, u32>>>,
}

impl InFlight {
    /// How many more could be started when this one was.
    pub(crate) fn remaining(&self) -> u32 {
        self.remaining
    }
}

impl Drop for InFlight {
    fn drop(&mut self) {
        let mut counts = locked(&self.counts);
        // Taken out at zero, because keys come from the request.
        match counts.get_mut(&self.key) {
            Some(used) if *used > 1 => *used -= 1,
            _ => {
                counts.remove(&self.key);
            }
        }
    }
}

/// A counter is as good after a panic elsewhere as before.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::time::{Duration, UNIX_EPOCH};

    use super::{ConcurrencyLimiter, RateLimitRule, RateLimiter};
    use crate::clock::ManualClock;

    const RULE: RateLimitRule = RateLimitRule::new(2, Duration::from_mins(1));

    fn limiter() -> (ManualClock, RateLimiter) {
        let clock = ManualClock::starting_at(jiff::Timestamp::UNIX_EPOCH);
        (clock.clone(), RateLimiter::new(Arc::new(clock)))
    }

    #[test]
    fn a_window_lets_so_many_through_and_starts_again() {
        let (clock, limiter) = limiter();
        assert_eq!(limiter.admit("a", RULE).map(|l| l.remaining), Ok(1));
        clock.advance(Duration::from_secs(59));
        assert_eq!(limiter.admit("a", RULE).map(|l| l.remaining), Ok(0));
        let refused = limiter.admit("a", RULE).map(|_| ()).map_err(|l| l.resets_at);
        assert_eq!(refused, Err(UNIX_EPOCH + Duration::from_mins(1)));
        clock.advance(Duration::from_secs(1));
        assert_eq!(limiter.admit("a", RULE).map(|l| l.remaining), Ok(1));
    }

    #[test]
    fn callers_do_not_use_up_each_others_calls() {
        let (_, limiter) = limiter();
        assert!(limiter.admit("a", RULE).is_ok());
        assert!(limiter.admit("a", RULE).is_ok());
        assert!(limiter.admit("a", RULE).is_err());
        assert!(limiter.admit("b", RULE).is_ok());
    }

    #[test]
    fn a_place_is_free_again_once_its_call_ends() {
        let limiter = ConcurrencyLimiter::new(1);
        let first = limiter.enter("a");
        assert!(first.is_some());
        assert!(limiter.enter("a").is_none());
        assert!(limiter.enter("b").is_some());
        drop(first);
        assert!(limiter.enter("a").is_some());
        assert!(limiter.in_flight.lock().is_ok_and(|keys| keys.is_empty()));
    }
}
