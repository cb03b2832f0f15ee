//! Which places of a text have to change.

use std::collections::HashSet;
use std::sync::Arc;

use super::print;
use super::text::{Edit, Lines};
use crate::syntax::{Member, Node, Span, Value};

/// The edits that make `original`'s text hold `wanted`; `None` when places are not clear.
pub(super) fn between(original: &Node, wanted: &Node) -> Option<Vec<Edit>> {
    let text = &original.file.text;
    // A scalar has no bracket to tell by, so the name has a say.
    let is_json =
        original.file.name.to_ascii_lowercase().ends_with(".json") || text.trim_start().starts_with('{');
    let mut differ = Differ { text, lines: Lines::new(text), is_json, edits: Vec::new() };
    if let Change::Replace = differ.compare(original, wanted)? {
        let value = wanted.to_json();
        let new = if is_json || differ.is_flow(original) {
            print::json(&value, "", differ.lines.step(), differ.lines.line_break())
        } else {
            print::block(&value, differ.lines.column(original.span.start), differ.lines.line_break())
        };
        differ.replace(original.span.start, original.span.end, new);
    }
    Some(differ.edits)
}

/// What has to happen to a value.
enum Change {
    /// Nothing, or its inside has been edited.
    Done,
    /// It is written anew, by whoever knows what stands before it.
    Replace,
}

/// An entry of an object or array, with its key or dash.
#[derive(Clone, Copy)]
struct Entry {
    start: usize,
    end: usize,
}

struct Differ<'a> {
    text: &'a str,
    lines: Lines<'a>,
    /// Otherwise texts between brackets need no quotes.
    is_json: bool,
    edits: Vec<Edit>,
}

impl Differ<'_> {
    fn compare(&mut self, original: &Node, wanted: &Node) -> Option<Change> {
        match (&original.value, &wanted.value) {
            (Value::Object(_), Value::Object(_)) => self.object(original, wanted),
            (Value::Array(_), Value::Array(_)) => self.array(original, wanted),
            _ if original.same_value(wanted) => Some(Change::Done),
            _ => Some(Change::Replace),
        }
    }

    fn object(&mut self, original: &Node, wanted: &Node) -> Option<Change> {
        let (members, others) = (original.as_object()?, wanted.as_object()?);
        let is_kept: Vec<bool> = members.keys().map(|key| others.contains_key(key)).collect();
        let added: Vec<_> = others.iter().filter(|(key, _)| !members.contains_key(*key)).collect();
        if !is_kept.contains(&true) {
            return Some(if members.is_empty() && added.is_empty() { Change::Done } else { Change::Replace });
        }
        let flow = self.is_flow(original);
        let entries: Vec<Entry> = members.values().map(|member| self.member(member)).collect();
        for ((key, member), entry) in members.iter().zip(&entries) {
            if let Some(other) = others.get(key)
                && let Change::Replace = self.compare(&member.node, &other.node)?
            {
                self.replace_member(key, member, *entry, &other.node, flow);
            }
        }
        let added: Vec<(Option<&str>, &Node)> =
            added.into_iter().map(|(key, member)| (Some(key.as_str()), &member.node)).collect();
        self.insert(&entries, &is_kept, &added, flow)?;
        self.delete(&entries, &is_kept, flow)
    }

    fn array(&mut self, original: &Node, wanted: &Node) -> Option<Change> {
        let (items, others) = (original.as_array()?, wanted.as_array()?);
        let Some((pairs, added)) = aligned(items, others) else {
            return Some(Change::Replace);
        };
        let is_kept: Vec<bool> = pairs.iter().map(Option::is_some).collect();
        if !is_kept.contains(&true) {
            return Some(if items.is_empty() && added.is_empty() { Change::Done } else { Change::Replace });
        }
        let flow = self.is_flow(original);
        let entries: Vec<Entry> = items.iter().map(|item| self.item(item, flow)).collect::<Option<_>>()?;
        for ((item, pair), entry) in items.iter().zip(pairs).zip(&entries) {
            if let Some(other) = pair
                && let Change::Replace = self.compare(item, other)?
            {
                let value = other.to_json();
                let new = if flow {
                    self.flow(&value, item.span.start)
                } else {
                    self.item_text(&value, self.lines.column(entry.start))
                };
                self.replace(entry.start, entry.end, new);
            }
        }
        let added: Vec<(Option<&str>, &Node)> = added.iter().map(|item| (None, item)).collect();
        self.insert(&entries, &is_kept, &added, flow)?;
        self.delete(&entries, &is_kept, flow)
    }

    fn replace(&mut self, start: usize, end: usize, text: String) {
        self.edits.push(Edit { range: start..end, text });
    }

    fn replace_member(&mut self, key: &str, member: &Member, entry: Entry, other: &Node, flow: bool) {
        let value = other.to_json();
        let is_scalar = |node: &Node| node.as_object().is_none() && node.as_array().is_none();
        let Span { start, end } = member.node.span;
        let old = self.text.get(member.key_span.end..end).unwrap_or_default();
        let new_lines = other.as_str().is_some_and(|text| text.contains('\n'));
        let is_line = is_scalar(&member.node) && is_scalar(other) && !old.contains('\n') && !new_lines;
        if flow {
            let new = self.flow(&value, start);
            self.replace(start, end, new);
        } else if is_line && start < end {
            let new = print::block(&value, 0, self.lines.line_break());
            self.replace(start, end, new);
        } else {
            let column = self.lines.column(entry.start);
            let new = print::member(key, &value, column, self.lines.line_break());
            self.replace(entry.start, entry.end, new);
        }
    }

    /// A value between brackets that begins at `offset`.
    fn flow(&self, value: &serde_json::Value, offset: usize) -> String {
        match value.as_str().filter(|text| !self.is_json && print::is_plain_in_flow(text)) {
            Some(text) => text.to_owned(),
            None => {
                print::json(value, self.lines.indentation(offset), self.lines.step(), self.lines.line_break())
            }
        }
    }

    /// An item of a block sequence whose dash stands in `column`.
    fn item_text(&self, value: &serde_json::Value, column: usize) -> String {
        format!("- {}", print::block(value, column + 2, self.lines.line_break()))
    }

    /// Puts new entries behind the last one that stays.
    fn insert(
        &mut self,
        entries: &[Entry],
        is_kept: &[bool],
        added: &[(Option<&str>, &Node)],
        flow: bool,
    ) -> Option<()> {
        let last = entries.iter().zip(is_kept).rev().find_map(|(entry, kept)| kept.then_some(*entry))?;
        let first = entries.first()?;
        let line_break = self.lines.line_break();
        let several_lines = self.lines.before(first.start).trim().is_empty();
        for (key, node) in added {
            let value = node.to_json();
            if flow {
                let mut text = if several_lines {
                    format!(",{line_break}{}", self.lines.indentation(first.start))
                } else {
                    ", ".to_owned()
                };
                if let Some(key) = key {
                    text.extend([&self.flow(&(*key).into(), first.start), ": "]);
                }
                let is_compact = !several_lines && (value.is_array() || value.is_object());
                text.push_str(&if is_compact { value.to_string() } else { self.flow(&value, first.start) });
                self.replace(last.end, last.end, text);
            } else {
                let column = self.lines.column(first.start);
                let new = match key {
                    Some(key) => print::member(key, &value, column, line_break),
                    None => self.item_text(&value, column),
                };
                let at = self.lines.next(last.end);
                let indented = format!("{}{new}", " ".repeat(column));
                let has_break = self.text.get(..at).is_some_and(|before| before.ends_with('\n'));
                let new = if has_break {
                    format!("{indented}{line_break}")
                } else {
                    format!("{line_break}{indented}")
                };
                self.replace(at, at, new);
            }
        }
        Some(())
    }

    /// Takes entries out, of which at least one stays.
    fn delete(&mut self, entries: &[Entry], is_kept: &[bool], flow: bool) -> Option<Change> {
        let mut index = 0;
        while index < entries.len() {
            if is_kept.get(index) == Some(&true) {
                index += 1;
                continue;
            }
            let first = *entries.get(index)?;
            let has_own_line = self.lines.before(first.start).trim().is_empty();
            if !flow && has_own_line {
                self.delete_lines(first);
                index += 1;
                continue;
            }
            let length = is_kept.get(index..)?.iter().take_while(|kept| !**kept).count();
            let next = entries.get(index + length);
            match (next, index.checked_sub(1).and_then(|before| entries.get(before))) {
                (Some(next), _) => self.replace(first.start, next.start, String::new()),
                (None, Some(before)) if flow => {
                    let end = entries.get(index + length - 1)?.end;
                    self.replace(before.end, end, String::new());
                }
                _ => return None,
            }
            index += length;
        }
        Some(Change::Done)
    }

    fn delete_lines(&mut self, entry: Entry) {
        let start = self.lines.start(entry.start);
        let mut end = self.lines.next(entry.end);
        let after_blank = start == 0 || self.lines.is_blank(start - 1);
        if after_blank && self.lines.is_blank(end) {
            end = self.lines.next(end);
        }
        self.replace(start, end, String::new());
    }

    fn is_flow(&self, node: &Node) -> bool {
        self.text.get(node.span.start..).is_some_and(|text| text.starts_with(['{', '[']))
    }

    fn member(&self, member: &Member) -> Entry {
        let Span { start, mut end } = member.node.span;
        if start == end {
            // Nothing is written: the entry ends with its colon.
            let rest = self.text.get(member.key_span.end..).unwrap_or_default();
            end = member.key_span.end + rest.find(':').map_or(0, |colon| colon + 1);
        }
        Entry { start: member.key_span.start, end }
    }

    fn item(&self, item: &Node, flow: bool) -> Option<Entry> {
        let Span { start, end } = item.span;
        if flow {
            return Some(Entry { start, end });
        }
        let before = self.text.get(..start)?.trim_end();
        // The header of a literal or folded block stands before its text: `- |-`.
        let last = before.rsplit(|character: char| character.is_whitespace()).next().unwrap_or_default();
        let is_header = matches!(item.value, Value::String(_)) && last.starts_with(['|', '>']);
        let before = if is_header { before.strip_suffix(last)?.trim_end() } else { before };
        let start = before.ends_with('-').then(|| before.len() - 1)?;
        Some(Entry { start, end: end.max(start + 1) })
    }
}

/// For each item what it becomes, and what is new at the end; `None` when something new stands
/// between items that stay.
fn aligned<'n>(items: &[Node], others: &'n [Node]) -> Option<(Vec<Option<&'n Node>>, &'n [Node])> {
    if items.len() == others.len() {
        return Some((others.iter().map(Some).collect(), &[]));
    }
    let mut rest = others;
    let mut pairs = Vec::with_capacity(items.len());
    for item in items {
        let is_same = |other: &Node| Arc::ptr_eq(&item.file, &other.file) && item.span == other.span;
        match rest.split_first() {
            Some((other, more)) if is_same(other) => {
                pairs.push(Some(other));
                rest = more;
            }
            _ => pairs.push(None),
        }
    }
    let left: HashSet<Span> = items.iter().map(|item| item.span).collect();
    let is_new = |other: &Node| {
        !items.iter().take(1).any(|item| Arc::ptr_eq(&item.file, &other.file)) || !left.contains(&other.span)
    };
    rest.iter().all(is_new).then_some((pairs, rest))
}
