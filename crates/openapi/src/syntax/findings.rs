//! Collects what a reader finds, bounded whatever the text.

use std::sync::Arc;

use super::{CONTAINER_WEIGHT, MAX_DEPTH, MAX_WEIGHT, SourceFile, Span};
use crate::diagnostic::{Diagnostic, Label};

/// A finding that ends the reading. Boxed, because it travels through every `Result`.
pub(super) type Fatal = Box<Diagnostic>;

/// Repeated keys that are shown one by one. A generated text can repeat a key a million times,
/// and the first places say all there is to know.
const SHOWN_DUPLICATES: usize = 50;

/// Findings of one reading.
pub(super) struct Findings {
    file: Arc<SourceFile>,
    list: Vec<Diagnostic>,
    duplicates: usize,
    weight: usize,
}

impl Findings {
    pub(super) fn new(file: &Arc<SourceFile>) -> Self {
        Self { file: Arc::clone(file), list: Vec::new(), duplicates: 0, weight: 0 }
    }

    /// Counts values that have been read; an error once there are too many.
    pub(super) fn weigh(&mut self, weight: usize, span: Span) -> Result<(), Fatal> {
        self.weight += weight;
        if self.weight <= MAX_WEIGHT {
            return Ok(());
        }
        let finding = Diagnostic::error("document-too-large", "the document holds too many values")
            .label(self.label(span, "the limit is passed here"))
            .reason(format!(
                "at most {MAX_WEIGHT} values are read, so that the memory is bounded; an object or array counts for {CONTAINER_WEIGHT}"
            ))
            .remedy("split the document into files that refer to each other");
        Err(finding.into())
    }

    /// Points into the text.
    pub(super) fn label(&self, span: Span, text: impl Into<String>) -> Label {
        Label { file: Arc::clone(&self.file), span, text: text.into() }
    }

    /// A text that follows no grammar from here on.
    pub(super) fn syntax_error(&self, span: Span, message: impl Into<String>) -> Diagnostic {
        Diagnostic::error("syntax", message).label(self.label(span, ""))
    }

    /// One container too many.
    pub(super) fn too_deep(&self, span: Span) -> Diagnostic {
        Diagnostic::error("nesting-too-deep", format!("values are nested more than {MAX_DEPTH} levels deep"))
            .label(self.label(span, "this level is one too many"))
            .reason("deeper nesting is damage or an attack: published documents stay under 60 levels")
            .remedy("move inner schemas to `components` and refer to them")
    }

    /// A number that no JSON reader could give back.
    pub(super) fn out_of_range(&self, span: Span, text: &str) -> Diagnostic {
        let shown: String = text.chars().take(40).collect();
        let rest = if shown.len() < text.len() { "…" } else { "" };
        Diagnostic::error("number-out-of-range", format!("the number `{shown}{rest}` is too large"))
            .label(self.label(span, "larger than any 64-bit float"))
            .remedy("write a number of at most 1.7976931348623157e308, or a string")
    }

    /// A key that was already there.
    pub(super) fn duplicate(&mut self, key: &str, (first, again): (Span, Span), reason: &str) {
        self.duplicates += 1;
        if self.duplicates > SHOWN_DUPLICATES {
            return;
        }
        let message = format!("the key `{key}` appears twice in one object");
        let finding = Diagnostic::warning("duplicate-key", message)
            .label(self.label(again, "again"))
            .label(self.label(first, "first here"))
            .reason(reason)
            .remedy("keep one of the two");
        self.list.push(finding);
    }

    pub(super) fn push(&mut self, finding: Diagnostic) {
        self.list.push(finding);
    }

    /// Everything found, with a last line for what was not shown.
    pub(super) fn finish(mut self) -> Vec<Diagnostic> {
        if let Some(more @ 1..) = self.duplicates.checked_sub(SHOWN_DUPLICATES) {
            self.list.push(Diagnostic::note(
                "duplicate-key",
                format!("{more} more repeated keys in {} are not shown", self.file.name),
            ));
        }
        self.list
    }
}
