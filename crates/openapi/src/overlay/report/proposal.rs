//! What to change in the published text, correction by correction.

use std::collections::HashSet;
use std::sync::Arc;

use similar::TextDiff;

use super::super::Strictness;
use super::super::action::{NotApplied, WorkingCopy};
use super::super::document::{self, Action, Change};
use super::super::parts;
use super::EXTENSIONS;
use crate::diagnostic::Diagnostic;
use crate::rewrite::rewrite;
use crate::syntax::{self, Node, SourceFile, Value, pointer};

/// Lines that a diff shows around a change.
const CONTEXT: usize = 3;

/// Corrections that concern the publisher, and how many do not.
#[derive(Default)]
pub(super) struct Proposals {
    pub(super) list: Vec<Proposal>,
    pub(super) own: usize,
}

/// One correction for the publisher.
pub(super) struct Proposal {
    pub(super) description: String,
    pub(super) sources: Vec<String>,
    pub(super) excerpts: Vec<Excerpt>,
    pub(super) diff: String,
    /// Whether the diff is one of the values as JSON, because the text cannot be edited in place.
    pub(super) is_of_json: bool,
}

/// A line of the published document.
pub(super) struct Excerpt {
    pub(super) pointer: String,
    /// From 1; of the innermost value around it, where it is only made by a correction.
    pub(super) line: usize,
    pub(super) text: String,
}

/// Follows the overlay action by action, and edits the published text with it.
pub(super) fn proposals(published: &Node, overlay: &Node) -> Result<Proposals, Vec<Diagnostic>> {
    let mut problems = Vec::new();
    let actions = document::read(overlay, Strictness::Corrections, &mut problems);
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut text = Text { root: published.clone(), name: short_name(&published.file.name) };
    let mut found = Proposals::default();
    for action in &actions {
        let mut pruned = None;
        if let Change::Update(value) = action.change {
            pruned = for_publisher(value);
            if pruned.is_none() {
                found.own += 1;
                continue;
            }
        }
        let effective = pruned.as_ref().map(|value| action.with_update(value));
        match text.apply(published, effective.as_ref().unwrap_or(action)) {
            Ok(Some(proposal)) => found.list.push(proposal),
            Ok(None) => found.own += 1,
            Err(finding) => problems.push(*finding),
        }
    }
    if problems.is_empty() { Ok(found) } else { Err(problems) }
}

/// The document with the changes so far.
struct Text {
    root: Node,
    name: String,
}

impl Text {
    fn apply(&mut self, published: &Node, action: &Action<'_>) -> Result<Option<Proposal>, Box<Diagnostic>> {
        let mut copy = WorkingCopy::new(self.root.clone());
        let matches = copy.apply(action).map_err(NotApplied::into_diagnostic)?;
        let Some(applied) = action.applied(matches) else {
            return Ok(None);
        };
        let changed = copy.into_root();
        let excerpts = applied.matches.iter().map(|pointer| excerpt(published, pointer)).collect();
        let edited = rewrite(&self.root, &changed);
        let is_of_json = edited.is_err();
        let diff = if let Ok(text) = edited {
            let diff = unified(&self.root.file.text, &text, &self.name);
            let file = Arc::new(SourceFile::new(self.root.file.name.clone(), text));
            self.root = syntax::read(&file).root.unwrap_or(changed);
            diff
        } else {
            let diff = self.json_diff(&changed, &applied.matches);
            self.root = changed;
            diff
        };
        let (description, sources) = (applied.description, applied.sources);
        Ok(Some(Proposal { description, sources, excerpts, diff, is_of_json }))
    }

    /// The values at the pointers, before and after.
    fn json_diff(&self, changed: &Node, pointers: &[String]) -> String {
        let json = |root: &Node, pointer: &str| {
            let value = root.pointer(pointer).map(Node::to_json);
            value.map_or_else(String::new, |value| format!("{value:#}\n"))
        };
        let diffs = pointers.iter().map(|pointer| {
            unified(&json(&self.root, pointer), &json(changed, pointer), &format!("{}#{pointer}", self.name))
        });
        diffs.collect()
    }
}

fn unified(before: &str, after: &str, name: &str) -> String {
    TextDiff::from_lines(before, after).unified_diff().context_radius(CONTEXT).header(name, name).to_string()
}

fn short_name(name: &str) -> String {
    name.rsplit('/').next().unwrap_or(name).to_owned()
}

/// An update without the extensions of this generator; `None` when nothing else is in it.
fn for_publisher(update: &Node) -> Option<Node> {
    let mut own = HashSet::new();
    collect(update, "", &mut own);
    if own.is_empty() { Some(update.clone()) } else { parts::without(update, &own) }
}

fn collect(node: &Node, pointer: &str, own: &mut HashSet<String>) {
    match &node.value {
        Value::Object(members) => {
            for (key, member) in members.iter() {
                let inner = pointer::child(pointer, key);
                if EXTENSIONS.contains(&key.as_str()) {
                    own.insert(inner);
                } else {
                    collect(&member.node, &inner, own);
                }
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                collect(item, &pointer::child(pointer, &index.to_string()), own);
            }
        }
        _ => {}
    }
}

fn excerpt(published: &Node, pointer: &str) -> Excerpt {
    let mut nearest = pointer;
    let node = loop {
        match (published.pointer(nearest), nearest.rfind('/')) {
            (Some(node), _) => break node,
            (None, Some(slash)) => nearest = &nearest[..slash],
            (None, None) => break published,
        }
    };
    // A member is shown with its key.
    let key = nearest.rsplit_once('/').and_then(|(parent, last)| {
        let member = published.pointer(parent)?.member(&pointer::unescaped(last))?;
        Some(member.key_span.start)
    });
    let (line, _) = node.file.line_column(key.unwrap_or(node.span.start));
    let text = node.file.text.lines().nth(line.saturating_sub(1)).unwrap_or_default();
    Excerpt { pointer: pointer.to_owned(), line, text: text.trim().to_owned() }
}
