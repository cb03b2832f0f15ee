//! Diagnostics as text for people.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{
    AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet, normalize_untrusted_str,
};

use super::{Diagnostic, Label, Severity};
use crate::source::SourceFile;

/// Labels of one file that are at most this many lines apart share an excerpt.
const SAME_EXCERPT: usize = 30;

/// Bytes of a longer line, as the one line of a minified document is, are not all handed to the
/// renderer: its time grows with them.
const LONG_LINE: usize = 64 * 1024;

/// Bytes of a long line that are shown before a label; twice as many follow.
const BESIDE_LABEL: usize = 200;

/// Writes diagnostics as a compiler does: severity and rule, place, excerpt, reason, remedy.
///
/// With `color` the text has ANSI escapes; without, it is plain ASCII apart from what it quotes.
#[must_use]
pub fn render(diagnostics: &[Diagnostic], color: bool) -> String {
    let renderer = if color { Renderer::styled() } else { Renderer::plain() }.decor_style(DecorStyle::Ascii);
    let mut lines = LineStarts::default();
    let mut out = String::new();
    for diagnostic in diagnostics {
        if !out.is_empty() {
            out.push('\n');
        }
        let group = group(diagnostic, &mut lines);
        out.push_str(&renderer.render(&[group]));
        out.push('\n');
    }
    out
}

fn group<'a>(diagnostic: &'a Diagnostic, lines: &mut LineStarts) -> Group<'a> {
    let level = match diagnostic.severity {
        Severity::Note => Level::NOTE,
        Severity::Warning => Level::WARNING,
        Severity::Error => Level::ERROR,
    };
    let mut group = Group::with_title(level.primary_title(diagnostic.message.as_str()).id(diagnostic.rule));
    for excerpt in excerpts(&diagnostic.labels, lines) {
        group = group.elements(excerpt.elements());
    }
    if let Some(reason) = &diagnostic.reason {
        group = group.element(Level::NOTE.message(normalize_untrusted_str(reason)));
    }
    if let Some(remedy) = &diagnostic.remedy {
        group = group.element(Level::HELP.message(normalize_untrusted_str(remedy)));
    }
    group
}

/// Where the lines of each file begin, found once per rendering.
#[derive(Default)]
struct LineStarts(HashMap<*const SourceFile, Vec<usize>>);

impl LineStarts {
    fn of(&mut self, file: &Arc<SourceFile>) -> &[usize] {
        self.0.entry(Arc::as_ptr(file)).or_insert_with(|| {
            let breaks = file.text.bytes().enumerate();
            std::iter::once(0)
                .chain(breaks.filter_map(|(at, byte)| (byte == b'\n').then_some(at + 1)))
                .collect()
        })
    }
}

/// A label on its line.
struct Mark<'a> {
    label: &'a Label,
    is_primary: bool,
    /// Index of the line, from 0.
    line: usize,
    /// The bytes of the line, without its break.
    line_range: Range<usize>,
    /// The bytes to mark, within the line.
    range: Range<usize>,
}

impl<'a> Mark<'a> {
    fn new(label: &'a Label, is_primary: bool, lines: &mut LineStarts) -> Self {
        let text = &label.file.text;
        let start = text.floor_char_boundary(label.span.start);
        let starts = lines.of(&label.file);
        let line = starts.partition_point(|begin| *begin <= start).max(1) - 1;
        let begin = starts[line];
        let next = starts.get(line + 1).copied().unwrap_or(text.len());
        let end = begin + text[begin..next].trim_end_matches(['\n', '\r']).len();
        // A byte order mark is no column.
        let begin =
            if text[begin..end].starts_with('\u{feff}') { begin + '\u{feff}'.len_utf8() } else { begin };
        // A value of many lines is shown by its first.
        let start = start.clamp(begin, end);
        let range = start..text.floor_char_boundary(label.span.end).clamp(start, end);
        Self { label, is_primary, line, line_range: begin..end, range }
    }
}

/// Neighbouring labels of one file with the text around them.
struct Excerpt<'a> {
    marks: Vec<Mark<'a>>,
}

fn excerpts<'a>(labels: &'a [Label], lines: &mut LineStarts) -> Vec<Excerpt<'a>> {
    let mut excerpts: Vec<Excerpt<'a>> = Vec::new();
    for (index, label) in labels.iter().enumerate() {
        let mark = Mark::new(label, index == 0, lines);
        match excerpts.iter_mut().find(|excerpt| excerpt.is_near(&mark)) {
            Some(excerpt) => excerpt.marks.push(mark),
            None => excerpts.push(Excerpt { marks: vec![mark] }),
        }
    }
    excerpts
}

impl<'a> Excerpt<'a> {
    fn is_near(&self, mark: &Mark<'_>) -> bool {
        let is_long = |mark: &Mark<'_>| mark.line_range.len() > LONG_LINE;
        self.marks.iter().all(|other| {
            Arc::ptr_eq(&other.label.file, &mark.label.file)
                && other.line.abs_diff(mark.line) <= SAME_EXCERPT
                && !is_long(other)
                && !is_long(mark)
        })
    }

    fn elements(&self) -> Vec<Element<'a>> {
        let Some(first) = self.marks.first() else {
            return Vec::new();
        };
        let file: &'a SourceFile = &first.label.file;
        let window = self.window(&file.text);
        let top = self.marks.iter().map(|mark| mark.line).min().unwrap_or(0);
        let snippet = Snippet::source(&file.text[window.clone()]).line_start(top + 1).annotations(
            self.marks.iter().map(|mark| {
                let kind = if mark.is_primary { AnnotationKind::Primary } else { AnnotationKind::Context };
                let text = normalize_untrusted_str(&mark.label.text);
                let end = mark.range.end.min(window.end);
                kind.span(mark.range.start - window.start..end - window.start)
                    .label((!text.is_empty()).then_some(text))
            }),
        );
        if first.line_range.len() <= LONG_LINE {
            return vec![snippet.path(normalize_untrusted_str(&file.name)).into()];
        }
        // The column within the cut line would be wrong.
        let (line, column) = file.line_column(first.range.start);
        let origin = Origin::path(normalize_untrusted_str(&file.name)).line(line).char_column(column);
        vec![origin.into(), snippet.into()]
    }

    /// The bytes to show: whole lines, or a part of a long one.
    fn window(&self, text: &str) -> Range<usize> {
        match self.marks.as_slice() {
            [only] if only.line_range.len() > LONG_LINE => {
                let start = only.range.start.saturating_sub(BESIDE_LABEL);
                let end = only.range.start + 2 * BESIDE_LABEL;
                text.ceil_char_boundary(start.max(only.line_range.start))
                    ..text.floor_char_boundary(end.min(only.line_range.end))
            }
            marks => {
                let start = marks.iter().map(|mark| mark.line_range.start).min();
                let end = marks.iter().map(|mark| mark.line_range.end).max();
                start.unwrap_or(0)..end.unwrap_or(0)
            }
        }
    }
}
