//! YAML 1.2, from the events of `saphyr-parser`, with a stack of its own instead of recursion.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use indexmap::IndexMap;
use indexmap::map::Entry;
use saphyr_parser::{Event, Parser, ScalarStyle, ScanError, Tag};

use super::findings::{Fatal, Findings};
use super::yaml_flow;
use super::yaml_offsets::{ByteOffsets, scalar_length};
use super::yaml_scalar::{self, NoValue};
use super::{CONTAINER_WEIGHT, MAX_ALIAS_NODES, MAX_DEPTH, Member, Node, Reading, SourceFile, Span, Value};
use crate::diagnostic::Diagnostic;

/// Collections with a bracket too far left that are put right in one text. Each costs a new start.
const MAX_JOINED: usize = 200;

/// Bytes that such new starts may read altogether, so that a large text is not read 200 times.
const MAX_REREAD: usize = 200_000_000;

pub(super) fn read(file: &Arc<SourceFile>) -> Reading {
    let text = file.text.trim_start_matches('\u{feff}');
    let mut reader = Reader::new(file, text);
    let mut outcome = reader.document(text);
    let mut characters = Vec::new();
    let mut reached = 0;
    for _ in 0..MAX_JOINED.min(1 + MAX_REREAD / text.len().max(1)) {
        let Err(Stop::Indentation { from, at, .. }) = outcome else {
            break;
        };
        // What does not help once will not help the next time.
        if at < reached {
            break;
        }
        reached = at + 1;
        if characters.is_empty() {
            characters.extend(text.chars());
        }
        if !yaml_flow::join_lines(&mut characters, from) {
            break;
        }
        reader = Reader::new(file, text);
        outcome = reader.document(&String::from_iter(&characters));
    }
    let root = reader.root.take();
    if let Err(Stop::Finding(fatal) | Stop::Indentation { fatal, .. }) = outcome {
        reader.findings.push(*fatal);
    }
    Reading::new(root, reader.findings.finish())
}

/// Why reading ended early.
enum Stop {
    Finding(Fatal),
    /// Something between brackets stands too far left.
    Indentation {
        /// Character at or before the outermost bracket.
        from: usize,
        /// The character that stands too far left.
        at: usize,
        fatal: Fatal,
    },
}

impl From<Fatal> for Stop {
    fn from(fatal: Fatal) -> Self {
        Self::Finding(fatal)
    }
}

/// The anchors that some alias refers to. Only their values need a copy.
fn aliased_anchors(text: &str) -> HashSet<usize> {
    if !text.contains('&') || !text.contains('*') {
        return HashSet::new();
    }
    Parser::new_from_str(text)
        .map_while(Result::ok)
        .filter_map(|(event, _)| match event {
            Event::Alias(anchor) => Some(anchor),
            _ => None,
        })
        .collect()
}

/// What to do about the scanner's commonest complaints.
fn scan_remedy(info: &str) -> Option<&'static str> {
    [
        ("mapping values are not allowed", "quote the text when it holds `: `"),
        ("tabs disallowed", "indent with spaces"),
        ("unknown anchor", "define the anchor before the alias; quote a text that begins with `*`"),
        ("unexpected end of stream", "close the quote"),
        ("cannot start any token", "quote a text that begins with `@`, `%` or a backtick"),
    ]
    .into_iter()
    .find_map(|(complaint, remedy)| info.contains(complaint).then_some(remedy))
}

struct Reader<'a> {
    file: &'a Arc<SourceFile>,
    offsets: ByteOffsets<'a>,
    findings: Findings,
    open: Vec<Container>,
    root: Option<Node>,
    documents: usize,
    aliased: HashSet<usize>,
    anchors: HashMap<usize, Node>,
    /// What aliases have cost so far, in nodes.
    copied: usize,
}

/// A sequence or mapping whose end has not been read yet.
struct Container {
    start: usize,
    /// Where the last thing inside ends: a block has no closing mark of its own.
    end: usize,
    anchor: usize,
    content: Content,
}

enum Content {
    Sequence(Vec<Node>),
    Mapping {
        members: IndexMap<String, Member>,
        /// The key whose value comes next.
        key: Option<Key>,
        /// Values of merge keys, in order.
        merged: Vec<Node>,
    },
}

enum Key {
    Text(String, Span),
    /// `<<`
    Merge,
    /// Already reported; its value is read and dropped.
    Bad,
}

impl<'a> Reader<'a> {
    fn new(file: &'a Arc<SourceFile>, text: &'a str) -> Self {
        Self {
            file,
            offsets: ByteOffsets::new(text, file.text.len() - text.len()),
            findings: Findings::new(file),
            open: Vec::new(),
            root: None,
            documents: 0,
            aliased: HashSet::new(),
            anchors: HashMap::new(),
            copied: 0,
        }
    }

    /// Reads `text`, which has its characters where the file has them.
    fn document(&mut self, text: &str) -> Result<(), Stop> {
        self.aliased = aliased_anchors(text);
        let mut last = 0;
        // Where the outermost open bracket stands, and how many containers are open around it.
        let mut bracket: Option<(usize, usize)> = None;
        for event in Parser::new_from_str(text) {
            let (event, characters) = event.map_err(|error| {
                let fatal = self.scan_error(&error);
                if error.info().starts_with("invalid indentation") {
                    let from = bracket.map_or(last, |(from, _)| from);
                    return Stop::Indentation { from, at: error.marker().index(), fatal };
                }
                Stop::Finding(fatal)
            })?;
            last = characters.end.index();
            let span = self.span(&characters);
            if bracket.is_some_and(|(_, open)| self.open.len() <= open) {
                bracket = None;
            }
            let is_start = matches!(event, Event::SequenceStart(..) | Event::MappingStart(..));
            if is_start && bracket.is_none() && self.file.slice(span).contains(['[', '{']) {
                bracket = Some((characters.start.index(), self.open.len()));
            }
            match event {
                Event::DocumentStart(_) => self.start_document(span)?,
                Event::Scalar(text, style, anchor, tag) => {
                    self.findings.weigh(1, span)?;
                    self.scalar(&text, style, anchor, tag.as_deref(), span);
                }
                Event::Alias(anchor) => self.alias(anchor, span)?,
                Event::SequenceStart(anchor, tag) => {
                    let content = Content::Sequence(Vec::new());
                    self.start(content, anchor, (tag.as_deref(), "seq"), span)?;
                }
                Event::MappingStart(anchor, tag) => {
                    let content =
                        Content::Mapping { members: IndexMap::new(), key: None, merged: Vec::new() };
                    self.start(content, anchor, (tag.as_deref(), "map"), span)?;
                }
                Event::SequenceEnd | Event::MappingEnd => self.end(span),
                Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => {}
            }
        }
        if self.documents == 0 {
            let finding = Diagnostic::error("empty-document", "the file is empty")
                .label(self.findings.label(Span::new(0, 0), ""))
                .reason("there is no value in it");
            return Err(Stop::Finding(finding.into()));
        }
        Ok(())
    }

    fn start_document(&mut self, span: Span) -> Result<(), Fatal> {
        self.documents += 1;
        if self.documents == 1 {
            return Ok(());
        }
        let finding = Diagnostic::error("several-documents", "the file holds several documents")
            .label(self.findings.label(span, "the second one begins here"))
            .reason("which one is meant is not clear")
            .remedy("keep one document per file");
        Err(finding.into())
    }

    fn start(
        &mut self,
        content: Content,
        anchor: usize,
        (tag, kind): (Option<&Tag>, &str),
        span: Span,
    ) -> Result<(), Fatal> {
        if self.open.len() >= MAX_DEPTH {
            return Err(self.findings.too_deep(span).into());
        }
        self.findings.weigh(CONTAINER_WEIGHT, span)?;
        if let Some(tag) = tag.filter(|tag| !yaml_scalar::is_container_tag(tag, kind)) {
            self.unknown_tag(tag, span);
        }
        self.open.push(Container { start: self.start_of(&content, span), end: span.end, anchor, content });
        Ok(())
    }

    /// The scanner reports a sequence that is not indented behind its first dash.
    fn start_of(&self, content: &Content, span: Span) -> usize {
        let text = &self.file.text;
        let is_block = !self.file.slice(span).contains('[');
        if matches!(content, Content::Sequence(_)) && is_block {
            let before = text[..span.start].trim_end_matches([' ', '\t']);
            if before.ends_with('-') && !text[span.start..].starts_with('-') {
                return before.len() - 1;
            }
        }
        span.start
    }

    fn end(&mut self, span: Span) {
        let Some(container) = self.open.pop() else {
            return;
        };
        // An empty span: the end of a block, which the scanner reports at the next token.
        // That of a bracket may reach on to the next line, over a comment.
        let end = if span.start == span.end { container.end } else { span.start + 1 };
        let value = match container.content {
            Content::Sequence(mut items) => {
                items.shrink_to_fit();
                Value::Array(items)
            }
            Content::Mapping { mut members, merged, .. } => {
                for source in merged {
                    self.merge(source, &mut members);
                }
                members.shrink_to_fit();
                Value::Object(Box::new(members))
            }
        };
        let span = Span::new(container.start, end);
        let node = Node::new(Arc::clone(self.file), span, value);
        self.complete(node, container.anchor, span.end);
    }

    /// Adds the members of a merge key's value; keys that are there already win.
    fn merge(&mut self, source: Node, members: &mut IndexMap<String, Member>) {
        match source.value {
            Value::Object(more) => {
                for (key, member) in *more {
                    members.entry(key).or_insert(member);
                }
            }
            Value::Array(sources) if sources.iter().all(|item| item.as_object().is_some()) => {
                for source in sources {
                    self.merge(source, members);
                }
            }
            _ => {
                let finding = Diagnostic::error("bad-merge", "the merge key `<<` has no mapping")
                    .at(&source, format!("this is of type {}", source.type_name()))
                    .reason("`<<` takes over the members of a mapping, or of several in a list")
                    .remedy("refer to a mapping, or quote the key if it is meant as text");
                self.findings.push(finding);
            }
        }
    }

    fn scalar(&mut self, text: &str, style: ScalarStyle, anchor: usize, tag: Option<&Tag>, mut span: Span) {
        span.end = span.start + scalar_length(self.file.slice(span), style);
        if self.expects_key() {
            let key = if style == ScalarStyle::Plain && tag.is_none() && text == "<<" {
                Key::Merge
            } else {
                Key::Text(text.to_owned(), span)
            };
            let node = Node::new(Arc::clone(self.file), span, Value::String(text.to_owned()));
            self.remember(anchor, &node);
            self.set_key(key, span.end);
            return;
        }
        let value = yaml_scalar::resolve(text, style, tag).unwrap_or_else(|problem| {
            self.no_value(&problem, text, tag, span);
            // Read as if the tag were not there, and text where that has no value either.
            let plain = yaml_scalar::resolve(text, style, None);
            plain.unwrap_or_else(|_| Value::String(text.to_owned()))
        });
        let node = Node::new(Arc::clone(self.file), span, value);
        self.complete(node, anchor, span.end);
    }

    fn alias(&mut self, anchor: usize, span: Span) -> Result<(), Fatal> {
        let Some(target) = self.anchors.get(&anchor) else {
            let finding = Diagnostic::error("recursive-alias", "an alias stands inside its anchor")
                .label(self.findings.label(span, "refers to a value that contains it"))
                .reason("the value would contain itself without end")
                .remedy("use `$ref` for a recursive schema");
            return Err(finding.into());
        };
        let extent = target.extent();
        if self.open.len() + extent.depth > MAX_DEPTH + 1 {
            return Err(self.findings.too_deep(span).into());
        }
        self.copied = self.copied.saturating_add(extent.weight());
        if self.copied > MAX_ALIAS_NODES {
            let finding = Diagnostic::error(
                "alias-expansion",
                format!("the aliases stand for more than {MAX_ALIAS_NODES} values"),
            )
            .label(self.findings.label(span, "the limit is passed here"))
            .reason("aliases that refer to aliases multiply, and would fill the memory")
            .remedy("use `$ref` instead of aliases");
            return Err(finding.into());
        }
        let node = target.clone();
        if self.expects_key() {
            let key = match &node.value {
                Value::String(text) => Key::Text(text.clone(), span),
                Value::Array(_) | Value::Object(_) => self.bad_key(span),
                _ => Key::Text(node.to_json().to_string(), span),
            };
            self.set_key(key, span.end);
        } else {
            self.complete(node, 0, span.end);
        }
        Ok(())
    }

    /// Puts a finished value where it belongs.
    fn complete(&mut self, node: Node, anchor: usize, end: usize) {
        self.remember(anchor, &node);
        if self.expects_key() {
            let key = self.bad_key(node.span);
            self.set_key(key, end);
            return;
        }
        let Some(container) = self.open.last_mut() else {
            self.root = Some(node);
            return;
        };
        container.end = end;
        match &mut container.content {
            Content::Sequence(items) => items.push(node),
            Content::Mapping { members, key, merged } => match key.take() {
                Some(Key::Text(key, key_span)) => {
                    let member = Member { key_span, key_file: Arc::clone(self.file), node };
                    match members.entry(key) {
                        Entry::Vacant(entry) => {
                            entry.insert(member);
                        }
                        Entry::Occupied(mut entry) => {
                            self.findings.duplicate(
                                entry.key(),
                                (entry.get().key_span, key_span),
                                "YAML 1.2 forbids it, and readers disagree; the last one counts here",
                            );
                            entry.insert(member);
                        }
                    }
                }
                Some(Key::Merge) => merged.push(node),
                Some(Key::Bad) | None => {}
            },
        }
    }

    /// Keeps a copy of an anchored value for its aliases.
    fn remember(&mut self, anchor: usize, node: &Node) {
        if anchor == 0 || !self.aliased.contains(&anchor) {
            return;
        }
        // Copies of nested anchors add up like aliases do. Past the limit none is made, and the
        // first alias fails.
        if self.copied <= MAX_ALIAS_NODES {
            self.copied = self.copied.saturating_add(node.extent().weight());
        }
        let kept = if self.copied > MAX_ALIAS_NODES {
            Node::new(Arc::clone(&node.file), node.span, Value::Null)
        } else {
            node.clone()
        };
        self.anchors.insert(anchor, kept);
    }

    fn expects_key(&self) -> bool {
        matches!(self.open.last(), Some(Container { content: Content::Mapping { key: None, .. }, .. }))
    }

    fn set_key(&mut self, new: Key, at: usize) {
        if let Some(container) = self.open.last_mut()
            && let Content::Mapping { key, .. } = &mut container.content
        {
            *key = Some(new);
            container.end = at;
        }
    }

    fn bad_key(&mut self, span: Span) -> Key {
        let finding = Diagnostic::error("key-not-text", "a key is a sequence or mapping")
            .label(self.findings.label(span, "this is the key"))
            .reason("an OpenAPI document is JSON, where every key is text")
            .remedy("quote it if it is meant as text");
        self.findings.push(finding);
        Key::Bad
    }

    fn no_value(&mut self, problem: &NoValue, text: &str, tag: Option<&Tag>, span: Span) {
        let finding = match (problem, tag) {
            (NoValue::UnknownTag, Some(tag)) => return self.unknown_tag(tag, span),
            (NoValue::TagMismatch, Some(tag)) => Diagnostic::warning(
                "tag-mismatch",
                format!("the value does not fit its tag `{}`, which is ignored", yaml_scalar::shown(tag)),
            )
            .label(self.findings.label(span, ""))
            .remedy("correct the value, or remove the tag"),
            (NoValue::OutOfRange, _) => self.findings.out_of_range(span, text),
            _ => Diagnostic::warning("not-json", format!("`{text}` has no JSON form; it is read as text"))
                .label(self.findings.label(span, ""))
                .reason("JSON has neither infinity nor NaN")
                .remedy("quote it if it is meant as text"),
        };
        self.findings.push(finding);
    }

    fn unknown_tag(&mut self, tag: &Tag, span: Span) {
        let finding = Diagnostic::warning(
            "unknown-tag",
            format!("the tag `{}` has no meaning here; it is ignored", yaml_scalar::shown(tag)),
        )
        .label(self.findings.label(span, ""))
        .reason("an OpenAPI document uses only the tags that JSON values have")
        .remedy("write the plain value, or quote it if it begins with `!`");
        self.findings.push(finding);
    }

    fn scan_error(&self, error: &ScanError) -> Fatal {
        let start = self.offsets.byte(error.marker().index());
        let rest = &self.file.text[start..];
        let span = match rest.chars().next() {
            Some(found) if found != '\n' && found != '\r' => Span::new(start, start + found.len_utf8()),
            // The scanner notices some errors only at the end of a line, or of the text.
            _ => {
                let end = self.file.text[..start].trim_end().len();
                let last = self.file.text[..end].chars().next_back();
                Span::new(end - last.map_or(0, char::len_utf8), end)
            }
        };
        // The scanner has its own, equally low limit for `[` and `{`.
        if error.info().contains("recursion limit") {
            return self.findings.too_deep(span).into();
        }
        let mut finding =
            self.findings.syntax_error(span, format!("this is not valid YAML: {}", error.info()));
        finding.remedy = scan_remedy(error.info()).map(str::to_owned);
        finding.into()
    }

    fn span(&self, span: &saphyr_parser::Span) -> Span {
        let start = self.offsets.byte(span.start.index());
        let end = self.offsets.byte(span.end.index());
        Span::new(start, end.max(start))
    }
}
