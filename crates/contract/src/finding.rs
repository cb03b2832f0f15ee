//! One difference, and where it stands in both descriptions.

use serde::Serialize;

use crate::verdict::{Audience, Change, Direction, Severity};

/// A line of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SourceLine {
    /// Path as a person writes it from the workspace's root.
    pub file: String,
    /// 1-based.
    pub line: usize,
    /// The line's text, trimmed.
    pub excerpt: String,
}

/// Where a difference stands in one description.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReportedLocation {
    /// JSON pointer in this (corrected) document.
    pub pointer: String,
    /// Whether the part is missing here; pointer and line are then those of what would hold it.
    pub absent: bool,
    /// The line; `None` for a handler that is in no source.
    #[serde(flatten)]
    pub source: Option<SourceLine>,
}

/// What of an operation a difference concerns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Place {
    /// For example `DELETE /v1/integrations/{integration_id}`.
    pub operation: String,
    /// For example ``the request body, `name` ``; empty where the message says it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub part: String,
}

/// One difference.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// Equal for the same finding of another run, whatever has happened to lines and positions; by this it
    /// is accepted, see [`crate::Accepted`].
    pub fingerprint: String,
    /// Name of the document.
    pub document: String,
    /// Stable kebab-case id of the rule, see [`crate::rules`].
    pub rule: &'static str,
    /// What becomes of what is valid.
    #[serde(skip)]
    pub change: Change,
    /// The direction in which the values travel.
    #[serde(skip)]
    pub direction: Direction,
    /// What it does.
    pub severity: Severity,
    /// To whom.
    #[serde(rename = "whom")]
    pub audience: Audience,
    /// All operations that it concerns, in document order, for example
    /// `DELETE /v1/integrations/{integration_id}`. Empty when schemas were compared by themselves.
    pub operations: Vec<String>,
    /// What of these operations: one line for each part that the difference is reached by.
    pub places: Vec<Place>,
    /// What differs, in one sentence.
    pub message: String,
    /// Why that matters, in one sentence.
    pub reason: &'static str,
    /// Where it stands in the promise.
    pub before: ReportedLocation,
    /// Where it stands in what is now.
    pub after: ReportedLocation,
    /// Generated Rust items that it touches.
    pub rust: Vec<String>,
}

impl Finding {
    /// What a finding stands under in output: its first operation, or what it is about without any.
    #[must_use]
    pub fn heading(&self) -> &str {
        match self.operations.first() {
            Some(operation) => operation,
            None if self.rule.starts_with("server-") => "servers",
            None if self.rule.starts_with("document-") || self.rule == "unreadable" => "document",
            None if self.rule.starts_with("rust-") => "generated code",
            None if self.rule.starts_with("security-") || self.rule.starts_with("oauth-") => "security",
            None => "schemas",
        }
    }
}
