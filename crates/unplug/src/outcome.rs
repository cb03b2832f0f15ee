//! What a removal came to, in words, in JSON and as an exit code.

use std::io::Write as _;
use std::process::ExitCode;

use serde_json::json;

use crate::cli::Output;

/// Shown below the help text of `unplug remove`.
pub(crate) const EXIT_CODES: &str = "\
Exit codes:
  0  removed
  2  the command line is wrong
  3  there is no such integration (or not any more)
  4  the credentials are not accepted
  5  the credentials do not allow this
  6  a rate limit is exceeded
  7  the vendor calls the request wrong
  8  no answer: the removal may or may not have happened
  9  an answer that the vendor's document does not have, or an error at the vendor
  1  anything else, such as a missing credential";

/// The kinds of result that a script can tell apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Removed,
    Gone,
    Unauthenticated,
    Forbidden,
    RateLimited,
    Invalid,
    Unreachable,
    Unexpected,
}

impl Kind {
    /// Name in JSON, and exit code as in [`EXIT_CODES`].
    fn name_and_code(self) -> (&'static str, u8) {
        match self {
            Self::Removed => ("removed", 0),
            Self::Gone => ("gone", 3),
            Self::Unauthenticated => ("unauthenticated", 4),
            Self::Forbidden => ("forbidden", 5),
            Self::RateLimited => ("rate-limited", 6),
            Self::Invalid => ("invalid", 7),
            Self::Unreachable => ("unreachable", 8),
            Self::Unexpected => ("unexpected", 9),
        }
    }
}

/// The result of one removal.
#[derive(Debug)]
pub(crate) struct Outcome {
    pub(crate) api: &'static str,
    pub(crate) integration: String,
    pub(crate) kind: Kind,
    /// Status of the answer, if there was one.
    pub(crate) status: Option<u16>,
    /// The vendor's own code for it, if it has one.
    pub(crate) code: Option<String>,
    /// The vendor's words, or ours where it has none.
    pub(crate) message: String,
    /// Seconds until the vendor takes calls again, when it says so.
    pub(crate) retry_after_seconds: Option<u64>,
}

impl Outcome {
    /// Prints the result and gives the exit code for it.
    pub(crate) fn report(&self, output: Output) -> anyhow::Result<ExitCode> {
        let (name, code) = self.kind.name_and_code();
        let mut out = std::io::stdout().lock();
        match output {
            Output::Json => writeln!(
                out,
                "{}",
                json!({
                    "api": self.api,
                    "integration": self.integration,
                    "outcome": name,
                    "status": self.status,
                    "code": self.code,
                    "message": self.message,
                    "retry_after_seconds": self.retry_after_seconds,
                })
            )?,
            Output::Text => {
                let status = self.status.map_or_else(String::new, |status| format!(" ({status})"));
                let wait = self
                    .retry_after_seconds
                    .map_or_else(String::new, |seconds| format!("; try again in {seconds} s"));
                writeln!(out, "{} {}: {name}{status}: {}{wait}", self.api, self.integration, self.message)?;
            }
        }
        Ok(ExitCode::from(code))
    }
}
