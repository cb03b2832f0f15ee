//! Where things stand in a YAML text: character positions to byte positions, and ends.

use saphyr_parser::ScalarStyle;

/// Characters between two remembered offsets: a look-up walks at most this many.
const STRIDE: usize = 256;

/// Finds byte offsets in a text by the character index that the YAML scanner counts.
pub(super) struct ByteOffsets<'a> {
    text: &'a str,
    /// Bytes before `text` in the file: the byte order mark.
    base: usize,
    /// Offset of every [`STRIDE`]th character; empty for ASCII, where both counts agree.
    marks: Vec<usize>,
}

impl<'a> ByteOffsets<'a> {
    pub(super) fn new(text: &'a str, base: usize) -> Self {
        let marks = if text.is_ascii() {
            Vec::new()
        } else {
            text.char_indices().step_by(STRIDE).map(|(offset, _)| offset).collect()
        };
        Self { text, base, marks }
    }

    /// The byte offset in the file of character `index`; the end for an index beyond it.
    pub(super) fn byte(&self, index: usize) -> usize {
        let offset = if self.marks.is_empty() {
            index.min(self.text.len())
        } else {
            self.marks
                .get(index / STRIDE)
                .and_then(|mark| {
                    let (offset, _) = self.text[*mark..].char_indices().nth(index % STRIDE)?;
                    Some(mark + offset)
                })
                .unwrap_or(self.text.len())
        };
        self.base + offset
    }
}

/// Bytes of `source`, the scanner's span of a scalar, that belong to it.
///
/// The scanner adds to a quoted scalar the comment behind it, and to a block the blank lines and
/// the next line's indentation.
pub(super) fn scalar_length(source: &str, style: ScalarStyle) -> usize {
    match style {
        ScalarStyle::Plain => source.len(),
        ScalarStyle::Literal | ScalarStyle::Folded => source.trim_end().len(),
        ScalarStyle::SingleQuoted => quoted_length(source, b'\'').unwrap_or(source.len()),
        ScalarStyle::DoubleQuoted => quoted_length(source, b'"').unwrap_or(source.len()),
    }
}

fn quoted_length(source: &str, quote: u8) -> Option<usize> {
    let bytes = source.as_bytes();
    // An anchor or tag may stand before the scalar, and may hold a quote itself.
    let opening = (0..bytes.len()).find(|at| {
        bytes[*at] == quote && at.checked_sub(1).is_none_or(|at| bytes[at].is_ascii_whitespace())
    })?;
    let mut at = opening + 1;
    while let Some(byte) = bytes.get(at) {
        let is_escape = (quote == b'"' && *byte == b'\\')
            || (quote == b'\'' && *byte == quote && bytes.get(at + 1) == Some(&quote));
        match byte {
            _ if is_escape => at += 2,
            byte if *byte == quote => return Some(at + 1),
            _ => at += 1,
        }
    }
    None
}
