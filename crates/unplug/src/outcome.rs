//! What a removal came to, in words, in JSON and as an exit code.

use std::io::Write as _;
use std::process::ExitCode;

use clap::ValueEnum;
use serde_json::json;

/// Shown below the help text of `unplug remove`.
pub(crate) const EXIT_CODES: &str = "\
Exit codes:
  0  removed, or the removal is accepted (the outcome says which)
  2  the command line is wrong
  3  there is no such integration (or not any more)
  4  the credentials are not accepted
  5  the credentials do not allow this
  6  a rate limit is exceeded
  7  the request is wrong: the vendor says so, or it cannot be sent as it is
  8  no answer: the removal may have happened, unless the message says that nothing was sent
  9  an answer that the vendor's document does not have, or an error at the vendor
  1  anything else, such as a missing credential
With 1 and 2 there is a message on standard error, and nothing on standard output.";

/// How a result is printed.
#[allow(clippy::doc_markdown, reason = "the texts of variants are shown as help")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Output {
    /// One line
    #[default]
    Text,
    /// One JSON object: api, integration, outcome, status, code, message, retry_after_seconds
    Json,
}

/// The kinds of result that a script can tell apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Removed,
    Accepted,
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
            Self::Accepted => ("accepted", 0),
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
    /// Prints the result and gives the exit code for it. The code stands even when the result cannot
    /// be printed: a script must not take a removal for a failure because its pipe was closed.
    pub(crate) fn report(&self, output: Output) -> ExitCode {
        let line = match output {
            Output::Json => self.json(),
            Output::Text => self.text(),
        };
        if let Err(error) = writeln!(std::io::stdout(), "{line}") {
            eprintln!("warning: cannot write the result to standard output: {error}");
        }
        ExitCode::from(self.kind.name_and_code().1)
    }

    fn json(&self) -> String {
        json!({
            "api": self.api,
            "integration": self.integration,
            "outcome": self.kind.name_and_code().0,
            "status": self.status,
            "code": self.code,
            "message": self.message,
            "retry_after_seconds": self.retry_after_seconds,
        })
        .to_string()
    }

    fn text(&self) -> String {
        let name = self.kind.name_and_code().0;
        let status = self.status.map_or_else(String::new, |status| format!(" ({status})"));
        let wait = self
            .retry_after_seconds
            .map_or_else(String::new, |seconds| format!("; try again in {seconds} s"));
        one_line(&format!("{} {}: {name}{status}: {}{wait}", self.api, self.integration, self.message))
    }
}

/// A vendor's words may have line breaks, and nobody promises that they have no terminal sequences.
fn one_line(text: &str) -> String {
    let printable = text.replace(|character: char| character.is_control(), " ");
    printable.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_one_line_and_cannot_steer_the_terminal() {
        let outcome = Outcome {
            api: "rocketchat",
            integration: "a".to_owned(),
            kind: Kind::Invalid,
            status: Some(400),
            code: None,
            message: "must have 'type'\n \u{1b}[31mmust match".to_owned(),
            retry_after_seconds: Some(3),
        };
        assert_eq!(
            outcome.text(),
            "rocketchat a: invalid (400): must have 'type' [31mmust match; try again in 3 s"
        );
    }
}
