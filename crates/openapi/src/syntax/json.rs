//! JSON (RFC 8259), read with a stack of its own instead of recursion.

use std::sync::Arc;

use indexmap::IndexMap;
use indexmap::map::Entry;

use super::findings::{Fatal, Findings};
use super::{
    CONTAINER_WEIGHT, MAX_DEPTH, Member, Node, Reading, SourceFile, Span, Value, json_string, number,
};
use crate::diagnostic::Diagnostic;

/// Bytes of an unexpected word that a message repeats.
const SHOWN_WORD: usize = 40;

pub(super) fn read(file: &Arc<SourceFile>) -> Reading {
    let mut reader = Reader {
        file,
        text: &file.text,
        at: if file.text.starts_with('\u{feff}') { 3 } else { 0 },
        open: Vec::new(),
        findings: Findings::new(file),
    };
    let root = match reader.document() {
        Ok(root) => Some(root),
        Err(fatal) => {
            reader.findings.push(*fatal);
            None
        }
    };
    Reading::new(root, reader.findings.finish())
}

struct Reader<'a> {
    file: &'a Arc<SourceFile>,
    text: &'a str,
    at: usize,
    open: Vec<Container>,
    findings: Findings,
}

/// An array or object whose end has not been read yet.
struct Container {
    start: usize,
    content: Content,
}

enum Content {
    Array(Vec<Node>),
    Object {
        members: IndexMap<String, Member>,
        /// The key whose value comes next.
        key: Option<(String, Span)>,
    },
}

impl Content {
    fn name(&self) -> &'static str {
        match self {
            Content::Array(_) => "array",
            Content::Object { .. } => "object",
        }
    }

    fn closer(&self) -> u8 {
        match self {
            Content::Array(_) => b']',
            Content::Object { .. } => b'}',
        }
    }
}

impl Reader<'_> {
    fn document(&mut self) -> Result<Node, Fatal> {
        let mut complete = self.value()?;
        loop {
            complete = match (complete, self.open.pop()) {
                (Some(node), Some(mut container)) => {
                    self.add(&mut container, node);
                    self.after_item(container)?
                }
                (Some(root), None) => return self.end(root),
                (None, container) => {
                    self.open.extend(container);
                    self.value()?
                }
            };
        }
    }

    /// Reads a scalar or an empty container, or opens one (`None`).
    fn value(&mut self) -> Result<Option<Node>, Fatal> {
        self.skip_blanks();
        let start = self.at;
        let value = match self.peek() {
            Some(b'{') => {
                return self.open(Content::Object { members: IndexMap::new(), key: None });
            }
            Some(b'[') => return self.open(Content::Array(Vec::new())),
            Some(b'"') => Value::String(self.string()?),
            Some(b'-' | b'0'..=b'9') => self.number()?,
            _ => self.word()?,
        };
        self.findings.weigh(1, Span::new(start, self.at))?;
        Ok(Some(self.node(start, value)))
    }

    fn open(&mut self, content: Content) -> Result<Option<Node>, Fatal> {
        let start = self.at;
        self.at += 1;
        if self.open.len() >= MAX_DEPTH {
            let span = Span::new(start, start + 1);
            return Err(self.findings.too_deep(span).into());
        }
        self.findings.weigh(CONTAINER_WEIGHT, Span::new(start, start + 1))?;
        self.skip_blanks();
        let container = Container { start, content };
        if self.peek() == Some(container.content.closer()) {
            self.at += 1;
            return Ok(Some(self.close(container)));
        }
        self.next_item(container)?;
        Ok(None)
    }

    /// Goes on behind an item: to the next one (`None`) or the container's end.
    fn after_item(&mut self, container: Container) -> Result<Option<Node>, Fatal> {
        self.skip_blanks();
        let closer = container.content.closer();
        match self.peek() {
            Some(b',') => {
                let comma = Span::new(self.at, self.at + 1);
                self.at += 1;
                self.skip_blanks();
                if self.peek() == Some(closer) {
                    let finding = self
                        .findings
                        .syntax_error(comma, "a comma stands before the end")
                        .reason("JSON allows a comma only between two items")
                        .remedy("remove it");
                    return Err(finding.into());
                }
                self.next_item(container)?;
                Ok(None)
            }
            Some(found) if found == closer => {
                self.at += 1;
                Ok(Some(self.close(container)))
            }
            _ => {
                let wanted = format!("expected `,` or `{}`", char::from(closer));
                let opened = Span::new(container.start, container.start + 1);
                let opened =
                    self.findings.label(opened, format!("this {} is open", container.content.name()));
                Err(self.unexpected(&wanted).label(opened).into())
            }
        }
    }

    /// Reads what stands before an item's value: in an object its key.
    fn next_item(&mut self, mut container: Container) -> Result<(), Fatal> {
        if let Content::Object { key, .. } = &mut container.content {
            let start = self.at;
            if self.peek() != Some(b'"') {
                return Err(self.unexpected("expected a key in double quotes").into());
            }
            let text = self.string()?;
            *key = Some((text, Span::new(start, self.at)));
            self.skip_blanks();
            if self.peek() != Some(b':') {
                return Err(self.unexpected("expected `:` after the key").into());
            }
            self.at += 1;
        }
        self.open.push(container);
        Ok(())
    }

    fn add(&mut self, container: &mut Container, node: Node) {
        match &mut container.content {
            Content::Array(items) => items.push(node),
            Content::Object { members, key } => {
                let Some((key, key_span)) = key.take() else {
                    return;
                };
                let member = Member { key_span, key_file: Arc::clone(self.file), node };
                match members.entry(key) {
                    Entry::Vacant(entry) => {
                        entry.insert(member);
                    }
                    Entry::Occupied(mut entry) => {
                        self.findings.duplicate(
                            entry.key(),
                            (entry.get().key_span, key_span),
                            "JSON readers disagree about repeated keys; the last one counts here",
                        );
                        entry.insert(member);
                    }
                }
            }
        }
    }

    fn close(&self, container: Container) -> Node {
        let value = match container.content {
            Content::Array(mut items) => {
                items.shrink_to_fit();
                Value::Array(items)
            }
            Content::Object { mut members, .. } => {
                members.shrink_to_fit();
                Value::Object(Box::new(members))
            }
        };
        self.node(container.start, value)
    }

    fn end(&mut self, root: Node) -> Result<Node, Fatal> {
        self.skip_blanks();
        if self.at < self.text.len() {
            return Err(self.unexpected("expected the end of the text").into());
        }
        Ok(root)
    }

    fn string(&mut self) -> Result<String, Fatal> {
        match json_string::read(self.text, self.at) {
            Ok((string, after)) => {
                self.at = after;
                Ok(string)
            }
            Err(bad) => {
                let finding = self.findings.syntax_error(bad.span, bad.message);
                Err(finding.remedy(bad.remedy).into())
            }
        }
    }

    fn number(&mut self) -> Result<Value, Fatal> {
        let start = self.at;
        self.skip(|byte| byte == b'-');
        let leading_zero = self.peek() == Some(b'0');
        let whole = self.skip(|byte| byte.is_ascii_digit());
        let mut is_integer = true;
        let mut valid = whole == 1 || (whole > 1 && !leading_zero);
        if self.peek() == Some(b'.') {
            is_integer = false;
            self.at += 1;
            valid &= self.skip(|byte| byte.is_ascii_digit()) > 0;
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            is_integer = false;
            self.at += 1;
            if matches!(self.peek(), Some(b'+' | b'-')) {
                self.at += 1;
            }
            valid &= self.skip(|byte| byte.is_ascii_digit()) > 0;
        }
        // `1.2.3` and `12px` are one bad word each, not a number and something behind it.
        valid &= self.skip(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_')) == 0;

        let text = &self.text[start..self.at];
        let span = Span::new(start, self.at);
        if !valid || text.starts_with("--") {
            let finding = self
                .findings
                .syntax_error(span, "this is no JSON number")
                .remedy("write for example `0`, `-12`, `0.5` or `1e6`; quote it if it is text");
            return Err(finding.into());
        }
        let number = if is_integer { number::integer(text) } else { number::float(text) };
        number.map(Value::Number).ok_or_else(|| self.findings.out_of_range(span, text).into())
    }

    fn word(&mut self) -> Result<Value, Fatal> {
        let start = self.at;
        self.skip(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
        match &self.text[start..self.at] {
            "null" => Ok(Value::Null),
            "true" => Ok(Value::Bool(true)),
            "false" => Ok(Value::Bool(false)),
            _ => {
                self.at = start;
                Err(self.unexpected("expected a value").into())
            }
        }
    }

    /// Something else stands here than was wanted.
    fn unexpected(&self, wanted: &str) -> Diagnostic {
        let Some(found) = self.text[self.at..].chars().next() else {
            let end = self.text.trim_end().len();
            let span = Span::new(end.saturating_sub(1), end);
            return self.findings.syntax_error(span, format!("{wanted}, but the text ends"));
        };
        let word = self.text[self.at..]
            .bytes()
            .take(SHOWN_WORD)
            .take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'_')
            .count();
        let span = Span::new(self.at, self.at + word.max(found.len_utf8()));
        let shown = match found {
            '\'' | '"' => found.to_string(),
            _ => self.text[span.start..span.end].escape_debug().to_string(),
        };
        let finding = self.findings.syntax_error(span, format!("{wanted}, found `{shown}`"));
        match found {
            '/' | '#' => finding.remedy("JSON has no comments: remove it, or use YAML"),
            '\'' => finding.remedy("JSON strings and keys stand in double quotes"),
            _ if word == 0 => finding,
            _ if wanted.contains("value") => {
                finding.remedy("text stands in double quotes; the other words are `true`, `false` and `null`")
            }
            _ if wanted.contains("key") => finding.remedy("put the key in double quotes"),
            _ => finding,
        }
    }

    fn node(&self, start: usize, value: Value) -> Node {
        Node::new(Arc::clone(self.file), Span::new(start, self.at), value)
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn skip_blanks(&mut self) {
        self.skip(|byte| matches!(byte, b' ' | b'\t' | b'\r' | b'\n'));
    }

    /// Passes over bytes that match; says how many there were. All that is matched is ASCII, so
    /// `at` stays on a character boundary.
    fn skip(&mut self, matches: impl Fn(u8) -> bool) -> usize {
        let rest = &self.text.as_bytes()[self.at..];
        let count = rest.iter().position(|byte| !matches(*byte)).unwrap_or(rest.len());
        self.at += count;
        count
    }
}
