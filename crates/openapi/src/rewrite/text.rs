//! A text and the edits of it.

use std::ops::Range;

/// Bytes to replace, and what by.
pub(super) struct Edit {
    pub(super) range: Range<usize>,
    pub(super) text: String,
}

/// The text with its edits made; `None` when two of them are of the same bytes.
///
/// Edits at one place are made in the order in which they are given.
pub(super) fn apply(text: &str, mut edits: Vec<Edit>) -> Option<String> {
    edits.sort_by_key(|edit| edit.range.start);
    let mut result = String::with_capacity(text.len());
    let mut done = 0;
    for edit in edits {
        // What is put into a place that goes comes behind it.
        if edit.range.is_empty() && edit.range.start < done {
            result.push_str(&edit.text);
            continue;
        }
        result.push_str(text.get(done..edit.range.start)?);
        result.push_str(&edit.text);
        done = edit.range.end;
    }
    result.push_str(text.get(done..)?);
    Some(result)
}

/// Lines of a text.
pub(super) struct Lines<'a> {
    text: &'a str,
}

impl<'a> Lines<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text }
    }

    /// The first byte of the line that holds `offset`.
    pub(super) fn start(&self, offset: usize) -> usize {
        let before = self.text.get(..offset).unwrap_or_default();
        before.rfind('\n').map_or(0, |newline| newline + 1)
    }

    /// The byte behind that line's break.
    pub(super) fn next(&self, offset: usize) -> usize {
        let after = self.text.get(offset..).unwrap_or_default();
        after.find('\n').map_or(self.text.len(), |newline| offset + newline + 1)
    }

    /// What stands before `offset` in its line.
    pub(super) fn before(&self, offset: usize) -> &'a str {
        self.text.get(self.start(offset)..offset).unwrap_or_default()
    }

    /// Characters before `offset` in its line.
    pub(super) fn column(&self, offset: usize) -> usize {
        self.before(offset).trim_start_matches('\u{feff}').chars().count()
    }

    /// The blanks that the line of `offset` begins with.
    pub(super) fn indentation(&self, offset: usize) -> &'a str {
        let line = self.text.get(self.start(offset)..).unwrap_or_default();
        let blanks = line.find(|character| !matches!(character, ' ' | '\t')).unwrap_or(line.len());
        line.get(..blanks).unwrap_or_default()
    }

    /// One level of indentation: the blanks of the first line that has some.
    pub(super) fn step(&self) -> &'a str {
        let lines = self.text.lines();
        let mut blanks = lines.filter_map(|line| {
            let length = line.len() - line.trim_start_matches([' ', '\t']).len();
            (length > 0 && length < line.len()).then(|| &line[..length])
        });
        blanks.next().unwrap_or("  ")
    }

    /// The line break of this text.
    pub(super) fn line_break(&self) -> &'static str {
        if self.text.contains("\r\n") { "\r\n" } else { "\n" }
    }

    /// Whether the line of `offset` is there, and blank.
    pub(super) fn is_blank(&self, offset: usize) -> bool {
        let end = self.next(offset);
        offset < self.text.len()
            && self.text.get(self.start(offset)..end).is_some_and(|line| line.trim().is_empty())
    }
}
