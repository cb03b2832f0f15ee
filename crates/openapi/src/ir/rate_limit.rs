//! `x-rate-limit`: what a header or property says about the caller's rate limit.

/// What a value says about a rate limit.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RateLimitRole {
    /// Calls that are allowed in the window.
    Limit,
    /// Calls that are left in it.
    Remaining,
    /// When it ends, in milliseconds since 1970.
    ResetEpochMilliseconds,
    /// When it ends, in seconds since 1970.
    ResetEpochSeconds,
    /// In how many seconds it ends.
    ResetSeconds,
    /// After how many seconds, or when, to call again.
    RetryAfter,
    /// A word that is not known.
    Unknown(String),
}

impl RateLimitRole {
    /// The word in the document, for example `reset-seconds`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Limit => "limit",
            Self::Remaining => "remaining",
            Self::ResetEpochMilliseconds => "reset-epoch-milliseconds",
            Self::ResetEpochSeconds => "reset-epoch-seconds",
            Self::ResetSeconds => "reset-seconds",
            Self::RetryAfter => "retry-after",
            Self::Unknown(word) => word,
        }
    }
}

impl From<String> for RateLimitRole {
    fn from(word: String) -> Self {
        let known = [
            Self::Limit,
            Self::Remaining,
            Self::ResetEpochMilliseconds,
            Self::ResetEpochSeconds,
            Self::ResetSeconds,
            Self::RetryAfter,
        ];
        known.into_iter().find(|role| role.as_str() == word).unwrap_or(Self::Unknown(word))
    }
}
