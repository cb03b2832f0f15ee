//! One difference, and where it stands on both sides.

use serde::Serialize;

/// What a difference does to those who rely on what was promised before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing; nothing on the wire changes, or nobody can tell.
    Note,
    /// Differs, and nobody who keeps to the promise is hurt.
    Compatible,
    /// Somebody who keeps to the promise is hurt.
    Breaking,
}

impl Severity {
    /// The word for it in output.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Compatible => "compatible",
            Self::Breaking => "breaking",
        }
    }
}

/// Who has to look at a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Whom {
    /// Those who send requests.
    Callers,
    /// Those who read responses.
    Clients,
    /// Whoever answers: it has to take more, or to promise more.
    Server,
}

impl Whom {
    /// The word for it in output.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Callers => "callers",
            Self::Clients => "clients",
            Self::Server => "server",
        }
    }
}

/// A line of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Place {
    /// Path as a person writes it from the workspace's root.
    pub file: String,
    /// 1-based.
    pub line: usize,
    /// The line's text, trimmed.
    pub excerpt: String,
}

/// Where a difference stands on one side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Site {
    /// JSON pointer in this side's (corrected) document.
    pub pointer: String,
    /// Is the part missing on this side? Then pointer and place are those of what would hold it.
    pub absent: bool,
    /// The line; `None` for a handler that is in no source.
    #[serde(flatten)]
    pub place: Option<Place>,
}

/// One difference.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// Stable kebab-case id of the rule, see [`crate::rules`].
    pub rule: &'static str,
    /// What it does.
    pub severity: Severity,
    /// To whom.
    pub whom: Whom,
    /// All operations that it concerns, in document order, for example
    /// `DELETE /v1/integrations/{integration_id}`. Empty when schemas were compared by themselves.
    pub operations: Vec<String>,
    /// What differs, in one sentence.
    pub message: String,
    /// Why that matters, in one sentence.
    pub reason: &'static str,
    /// Where it stands in the promise.
    pub before: Site,
    /// Where it stands in what is now.
    pub after: Site,
    /// Generated Rust items that it touches.
    pub rust: Vec<String>,
}
