//! How calls are made.

use std::time::Duration;

use super::retry::Retry;

/// How calls are made; the same for all operations of a client.
#[derive(Clone, Debug)]
pub(crate) struct Policy {
    pub(crate) retry: Retry,
    /// Time for one attempt. reqwest keeps to it by itself, except where an answer may be a stream.
    pub(crate) timeout: Duration,
    /// The longest silence in the middle of a stream.
    pub(crate) idle_timeout: Duration,
    pub(crate) max_response_bytes: usize,
}
