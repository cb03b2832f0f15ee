//! The configuration of the server.

use std::sync::Arc;
use std::time::Duration;

use crate::clock::{Clock, SystemClock};
use crate::limit::RateLimitRule;
use crate::store::Store;

/// What the server is made of.
#[derive(Clone, Debug)]
pub struct AppConfig {
    /// The store that all three APIs work on.
    pub store: Store,
    /// Where the time is read.
    pub clock: Arc<dyn Clock>,
    /// How much a caller may ask.
    pub limits: Limits,
    /// Which generation of Rocket.Chat's server answers.
    pub rocketchat_version: RocketchatVersion,
    /// How long Kombo's deletion may take before it is given up with
    /// `PLATFORM.TASK_TIMED_OUT`.
    pub kombo_task_timeout: Duration,
    /// How long the next piece of a request body may keep the server waiting. A body that stops
    /// arriving is then refused like one that is cut off.
    pub body_timeout: Duration,
}

impl AppConfig {
    /// The machine's clock, the vendors' limits, 30 seconds for a Kombo task.
    #[must_use]
    pub fn new(store: Store) -> Self {
        Self {
            store,
            clock: Arc::new(SystemClock),
            limits: Limits::default(),
            rocketchat_version: RocketchatVersion::default(),
            kombo_task_timeout: Duration::from_secs(30),
            body_timeout: Duration::from_secs(10),
        }
    }
}

/// A generation of Rocket.Chat's server: they refuse in different words.
///
/// Sources: the release notes of 9.0.0 (entry 43214) say that every refusal of a permission is a 403
/// with `errorType: error-forbidden`, the pull request 41590 that the error type of an invalid body is
/// `error-invalid-params`. That both hold for `integrations.remove`, what the 401 leaves out and the
/// texts are inferred.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum RocketchatVersion {
    /// 8.x, of which the source was read.
    #[default]
    V8,
    /// 9.x.
    V9,
}

/// How much a caller may ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Rocket.Chat, per user and route. The documented default is 10 calls in
    /// 60 seconds.
    pub rocketchat: RateLimitRule,
    /// Kombo, per API key, unless the key has its own number. 300 per minute is what
    /// the documentation's sample headers show.
    pub kombo: RateLimitRule,
    /// Kombo, calls under way per integration. Documented as 30 for actions; that a
    /// deletion counts as one is a choice.
    pub kombo_concurrency: u32,
    /// Vercel, per token. The number is a choice.
    pub vercel: RateLimitRule,
}

impl Default for Limits {
    fn default() -> Self {
        const MINUTE: Duration = Duration::from_mins(1);
        Self {
            rocketchat: RateLimitRule::new(10, MINUTE),
            kombo: RateLimitRule::new(300, MINUTE),
            kombo_concurrency: 30,
            vercel: RateLimitRule::new(100, MINUTE),
        }
    }
}
