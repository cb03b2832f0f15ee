//! Brackets that close left of where the specification wants them.
//!
//! ```yaml
//! value: {
//!   "a": 1
//! }
//! ```
//!
//! YAML 1.2 asks for the last line to be indented deeper than `value`, and the scanner insists.
//! Published documents are full of it, and every other reader takes it. Between brackets a line
//! break means no more than a space, so putting the lines of such a collection together gives
//! what its author meant.

/// Puts the lines of the collection that opens at or after character `from` together. Every
/// character keeps its position. Says whether anything changed.
pub(super) fn join_lines(text: &mut [char], from: usize) -> bool {
    let mut lexer = Lexer { text, at: from, depth: 0, before: ' ', changed: false };
    while lexer.step() {}
    lexer.changed
}

struct Lexer<'a> {
    text: &'a mut [char],
    at: usize,
    depth: usize,
    /// The last character that means something.
    before: char,
    changed: bool,
}

impl Lexer<'_> {
    /// Goes on by one token; `false` behind the bracket that closes the collection.
    fn step(&mut self) -> bool {
        let Some(&character) = self.text.get(self.at) else {
            return false;
        };
        match character {
            ' ' | '\t' => self.at += 1,
            '\n' | '\r' | '#' if self.is_break_or_comment() => self.gap(),
            '[' | '{' => self.bracket(character, self.depth + 1),
            ']' | '}' if self.depth > 0 => self.bracket(character, self.depth - 1),
            '"' | '\'' if self.depth > 0 && self.begins_scalar() => self.quoted(character),
            other => self.bracket(other, self.depth),
        }
        self.depth > 0 || !matches!(self.before, ']' | '}')
    }

    fn bracket(&mut self, character: char, depth: usize) {
        self.depth = depth;
        self.before = character;
        self.at += 1;
    }

    /// A `#` begins a comment only behind a blank.
    fn is_break_or_comment(&self) -> bool {
        self.text[self.at] != '#'
            || self.at.checked_sub(1).is_none_or(|before| self.text[before].is_whitespace())
    }

    /// A quote within a plain scalar is an apostrophe.
    fn begins_scalar(&self) -> bool {
        let behind_blank = self.text[self.at - 1].is_whitespace();
        behind_blank || matches!(self.before, '[' | '{' | ',' | ':' | '"' | '\'')
    }

    fn quoted(&mut self, quote: char) {
        self.at += 1;
        while let Some(&character) = self.text.get(self.at) {
            self.at += 1;
            match character {
                '\\' if quote == '"' => self.at += 1,
                _ if character == quote => break,
                _ => {}
            }
        }
        self.before = quote;
    }

    /// Passes over line breaks, blanks and comments, and blanks them out where no scalar can
    /// go on behind them: there the break would be part of its text.
    fn gap(&mut self) {
        let start = self.at;
        let mut in_comment = false;
        while let Some(&character) = self.text.get(self.at) {
            match character {
                '\n' | '\r' => in_comment = false,
                '#' => in_comment = true,
                _ if in_comment || character == ' ' || character == '\t' => {}
                _ => break,
            }
            self.at += 1;
        }
        let after = self.text.get(self.at).copied().unwrap_or(' ');
        let splits = matches!(self.before, '[' | '{' | ',') || matches!(after, ']' | '}' | ',');
        if self.depth > 0 && splits {
            self.text[start..self.at].fill(' ');
            self.changed = true;
        }
    }
}
