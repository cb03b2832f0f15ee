//! Texts, and positions in them.

use std::sync::Arc;

/// A text with the name under which a person knows it.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// Path as given by the user, for example `specs/kombo.yaml`.
    pub name: String,
    /// The whole text.
    pub text: String,
}

/// A range of bytes in a [`SourceFile`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

/// Where a value stands in which document.
#[derive(Clone, Debug)]
pub struct Location {
    /// JSON pointer in the corrected document, for example `/paths/~1a/get`.
    pub pointer: String,
    /// The file: the document, or the overlay when a correction put the value there.
    pub file: Arc<SourceFile>,
    /// The bytes of the value.
    pub span: Span,
}

impl Span {
    /// The bytes `start..end`.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }
}

impl SourceFile {
    /// A text with its name.
    #[must_use]
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self { name: name.into(), text: text.into() }
    }

    /// Line and column of a byte offset, both counted from 1, the column in characters.
    ///
    /// An offset past the end is the end; one inside a character is that character.
    #[must_use]
    pub fn line_column(&self, offset: usize) -> (usize, usize) {
        let offset = self.text.floor_char_boundary(offset);
        let before = &self.text[..offset];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
        let column = before[line_start..].trim_start_matches('\u{feff}').chars().count() + 1;
        (line, column)
    }

    /// The text of a span; empty when the span does not fit the text.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.start..span.end).unwrap_or_default()
    }
}
