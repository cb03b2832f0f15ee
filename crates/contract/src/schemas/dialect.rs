//! Patterns of ECMA-262 in the dialect of the `regex-automata` crate.

use std::iter::Peekable;
use std::str::Chars;

const DIGITS: &str = "0-9";
const LETTERS: &str = "A-Za-z0-9_";
const SPACES: &str = r"\t\n\x0B\f\r\u{FEFF}\p{Zs}\u{2028}\u{2029}";
/// What ends a line, which `.` does not match.
const ENDS: &str = r"\n\r\u{2028}\u{2029}";

/// The same pattern; `None` for what has no counterpart.
pub(super) fn translated(pattern: &str) -> Option<String> {
    let mut reader = Reader { rest: pattern.chars().peekable(), text: String::new() };
    reader.pattern()?;
    Some(reader.text)
}

struct Reader<'a> {
    rest: Peekable<Chars<'a>>,
    text: String,
}

impl Reader<'_> {
    fn pattern(&mut self) -> Option<()> {
        while let Some(letter) = self.rest.next() {
            match letter {
                '\\' => self.escape(false)?,
                '[' => self.class()?,
                '(' => self.group()?,
                '.' => self.text.extend(["[^", ENDS, "]"]),
                '{' if !self.is_count() => self.text.push_str(r"\{"),
                other => self.text.push(other),
            }
        }
        Some(())
    }

    /// Lookaround has no counterpart; names of groups need none.
    fn group(&mut self) -> Option<()> {
        self.text.push('(');
        if self.rest.next_if_eq(&'?').is_none() {
            return Some(());
        }
        match self.rest.next()? {
            ':' => self.text.push_str("?:"),
            '<' if !matches!(self.rest.peek(), Some('=' | '!')) => {
                self.rest.by_ref().find(|letter| *letter == '>')?;
            }
            _ => return None,
        }
        Some(())
    }

    /// Whether a brace begins a count, as in `a{2,3}`; otherwise it stands for itself.
    fn is_count(&self) -> bool {
        let inside: String = self.rest.clone().take_while(|letter| *letter != '}').collect();
        let (least, most) = inside.split_once(',').unwrap_or((&inside, ""));
        let digits = |text: &str| text.chars().all(|letter| letter.is_ascii_digit());
        !least.is_empty() && digits(least) && digits(most) && self.rest.clone().any(|letter| letter == '}')
    }

    fn class(&mut self) -> Option<()> {
        let negated = self.rest.next_if_eq(&'^').is_some();
        if self.rest.next_if_eq(&']').is_some() {
            self.text.push_str(if negated { "(?s:.)" } else { r"[^\x{0}-\x{10FFFF}]" });
            return Some(());
        }
        self.text.push_str(if negated { "[^" } else { "[" });
        let mut dash = false;
        loop {
            match self.rest.next()? {
                ']' => break,
                '\\' => self.escape(true)?,
                // Two of them would be a difference of sets.
                '-' if dash => return None,
                '-' => {
                    // Beside a class of characters, and at an end, it stands for itself.
                    let alone = self.rest.peek() == Some(&']') || self.text.ends_with(['[', '_', '}', '^']);
                    self.text.push_str(if alone { r"\-" } else { "-" });
                    dash = true;
                    continue;
                }
                special @ ('[' | '&' | '~') => self.text.extend(['\\', special]),
                other => self.text.push(other),
            }
            dash = false;
        }
        self.text.push(']');
        Some(())
    }

    fn escape(&mut self, in_class: bool) -> Option<()> {
        let letter = self.rest.next()?;
        let set = |inside: &str| if in_class { inside.to_owned() } else { format!("[{inside}]") };
        let text = match letter {
            'd' => set(DIGITS),
            'w' => set(LETTERS),
            's' => set(SPACES),
            'D' => format!("[^{DIGITS}]"),
            'W' => format!("[^{LETTERS}]"),
            'S' => format!("[^{SPACES}]"),
            'b' if in_class => r"\x08".to_owned(),
            'b' => r"(?-u:\b)".to_owned(),
            'B' if !in_class => r"(?-u:\B)".to_owned(),
            'n' | 'r' | 't' | 'f' | 'v' => format!(r"\{letter}"),
            '0' => r"\x00".to_owned(),
            'c' => format!(r"\x{{{:x}}}", u32::from(self.rest.next()?) % 32),
            'x' => format!(r"\x{{{}}}", self.digits(2)?),
            'u' => self.unicode()?,
            'p' | 'P' => {
                let name: String = self.rest.by_ref().take_while(|letter| *letter != '}').collect();
                format!(r"\{letter}{name}}}")
            }
            'k' | '1'..='9' => return None,
            other if other.is_ascii_punctuation() => format!(r"\{other}"),
            other => other.to_string(),
        };
        self.text.push_str(&text);
        Some(())
    }

    fn unicode(&mut self) -> Option<String> {
        if self.rest.next_if_eq(&'{').is_some() {
            let code: String = self.rest.by_ref().take_while(|letter| *letter != '}').collect();
            return Some(format!(r"\u{{{code}}}"));
        }
        let code = u32::from_str_radix(&self.digits(4)?, 16).ok()?;
        // Half of a pair stands for no character.
        char::from_u32(code).map(|_| format!(r"\u{{{code:x}}}"))
    }

    fn digits(&mut self, count: usize) -> Option<String> {
        let digits: String = self.rest.by_ref().take(count).collect();
        let is_number = digits.len() == count && digits.chars().all(|letter| letter.is_ascii_hexdigit());
        is_number.then_some(digits)
    }
}
