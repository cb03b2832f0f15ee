//! One difference, and where it stands on both sides.

use serde::Serialize;
use unplug_openapi::ir::Origin;

/// What a difference does to those who rely on the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// Differs, and nobody who keeps to the document is hurt.
    Compatible,
    /// Somebody who keeps to the document is hurt.
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

impl From<&Origin> for Place {
    fn from(origin: &Origin) -> Self {
        let (line, _) = origin.file.line_column(origin.span.start);
        let excerpt = origin.file.text.lines().nth(line.saturating_sub(1)).unwrap_or_default();
        Self { file: origin.file.name.clone(), line, excerpt: excerpt.trim().to_owned() }
    }
}

/// One difference between the document and the handlers' description.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// Stable kebab-case id.
    pub rule: &'static str,
    /// What it does.
    pub severity: Severity,
    /// For example `DELETE /v1/integrations/{integration_id}`.
    pub operation: String,
    /// What differs, in one sentence.
    pub message: String,
    /// What follows from it, and for whom.
    pub reason: &'static str,
    /// In the document (or its overlay).
    pub document: Option<Place>,
    /// In the handlers.
    pub handlers: Option<Place>,
}
