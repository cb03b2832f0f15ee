//! Diagnostics: what is wrong, where, why, and what to do.

use std::sync::Arc;

use crate::source::{Location, SourceFile, Span};

mod render;

pub use render::render;

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing; nothing is lost.
    Note,
    /// Something is left out or widened; what has it is generated.
    Warning,
    /// Wrong in a way that decides what is sent: it has to be corrected. Operations that cannot be
    /// used because of it are left out, or the whole document.
    Error,
}

/// A part of a source file, with what to say about it.
#[derive(Clone, Debug)]
pub struct Label {
    /// The file.
    pub file: Arc<SourceFile>,
    /// The bytes of the file that are pointed at.
    pub span: Span,
    /// Short text beside the marker; may be empty.
    pub text: String,
}

/// What can be pointed at.
pub trait Labelled {
    /// Points at it, with `text` beside the marker.
    fn label(&self, text: String) -> Label;
}

impl Location {
    /// Points at the value, with `text` beside the marker.
    #[must_use]
    pub fn label(&self, text: impl Into<String>) -> Label {
        Label { file: Arc::clone(&self.file), span: self.span, text: text.into() }
    }
}

/// One finding about a document.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// Stable kebab-case rule id, for example `type-mismatch`.
    pub rule: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// What happened, in one sentence without a final full stop.
    pub message: String,
    /// JSON pointer of the place in the document (`""` is the root), for machines.
    pub pointer: String,
    /// The parts of files that are pointed at; the first label is the primary one. Empty only when no file is involved.
    pub labels: Vec<Label>,
    /// Why it matters.
    pub reason: Option<String>,
    /// What to do.
    pub remedy: Option<String>,
}

impl Diagnostic {
    fn new(severity: Severity, rule: &'static str, message: impl Into<String>) -> Self {
        Self {
            rule,
            severity,
            message: message.into(),
            pointer: String::new(),
            labels: Vec::new(),
            reason: None,
            remedy: None,
        }
    }

    /// What is pointed at cannot be used: the operations that reach it are left out, or the whole
    /// document.
    #[must_use]
    pub fn error(rule: &'static str, message: impl Into<String>) -> Self {
        Self::new(Severity::Error, rule, message)
    }

    /// Something is left out or widened.
    #[must_use]
    pub fn warning(rule: &'static str, message: impl Into<String>) -> Self {
        Self::new(Severity::Warning, rule, message)
    }

    /// Worth knowing.
    #[must_use]
    pub fn note(rule: &'static str, message: impl Into<String>) -> Self {
        Self::new(Severity::Note, rule, message)
    }

    /// Points at a value. The first place given is the primary one.
    #[must_use]
    pub fn at(self, value: &impl Labelled, text: impl Into<String>) -> Self {
        self.label(value.label(text.into()))
    }

    /// Points at any place, for example a key ([`crate::syntax::Member::key_label`]).
    #[must_use]
    pub fn label(mut self, label: Label) -> Self {
        self.labels.push(label);
        self
    }

    /// The place in the document, as a JSON pointer.
    #[must_use]
    pub fn pointer(mut self, pointer: impl Into<String>) -> Self {
        self.pointer = pointer.into();
        self
    }

    /// Why it matters.
    #[must_use]
    pub fn reason(mut self, reason: impl Into<String>) -> Self {
        self.reason = Some(reason.into());
        self
    }

    /// What to do.
    #[must_use]
    pub fn remedy(mut self, remedy: impl Into<String>) -> Self {
        self.remedy = Some(remedy.into());
        self
    }

    /// Whether it makes the document unusable.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }

    /// File name, line and column (both from 1) of the primary label.
    #[must_use]
    pub fn position(&self) -> Option<(&str, usize, usize)> {
        let label = self.labels.first()?;
        let (line, column) = label.file.line_column(label.span.start);
        Some((&label.file.name, line, column))
    }
}

impl Severity {
    /// `note`, `warning` or `error`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

impl std::fmt::Display for Severity {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.as_str())
    }
}
