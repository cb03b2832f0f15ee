//! Which operations of the newer copy are generated: those that were before.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use unplug_openapi::ir::{Operation, without_names};
use unplug_openapi::resolve::Trees;
use unplug_openapi::rewrite::rewrite;
use unplug_openapi::syntax::{Member, Node, Span, Value, pointer};
use unplug_openapi::{Document, Loaded};

use super::Error;
use crate::workspace::Workspace;

/// What became of a selection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SelectionChange {
    /// None is needed, or the one that is there keeps to the same operations.
    Unchanged,
    /// This file is new.
    Written(String),
    /// This file lists other entries than before.
    Rewritten(String),
}

impl SelectionChange {
    pub(super) fn file(&self) -> Option<&str> {
        match self {
            Self::Unchanged => None,
            Self::Written(file) | Self::Rewritten(file) => Some(file),
        }
    }
}

impl std::fmt::Display for SelectionChange {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Unchanged => Ok(()),
            Self::Written(file) => {
                writeln!(formatter, "specs/{file} is new: it keeps to the operations that have handlers")
            }
            Self::Rewritten(file) => {
                writeln!(formatter, "specs/{file} is changed: it keeps to the operations that have handlers")
            }
        }
    }
}

/// A selection and what became of it.
pub(super) struct Kept {
    pub(super) change: SelectionChange,
    /// The new text, where there is one.
    pub(super) text: Option<String>,
}

/// `METHOD /path`
pub(super) fn route(operation: &Operation) -> String {
    format!("{} {}", operation.method.as_str(), operation.path)
}

/// The operations under `paths`, usable or not.
pub(super) fn routes(workspace: &Workspace, document: &str, root: Node) -> BTreeSet<String> {
    let mut read = |path: &str| workspace.part(path);
    let (trees, _) = Trees::gather(&format!("specs/{document}"), Arc::new(root), &mut read);
    let found = trees.operations().into_iter();
    found.map(|operation| format!("{} {}", operation.method.as_str(), operation.path)).collect()
}

/// The routes that the others lack. The names in a path template are not on the wire.
pub(super) fn without(routes: &BTreeSet<String>, others: &BTreeSet<String>) -> Vec<String> {
    let known: BTreeSet<String> = others.iter().map(|route| without_names(route)).collect();
    routes.iter().filter(|route| !known.contains(&without_names(route))).cloned().collect()
}

/// Makes a selection that keeps to what was generated before, where one is needed. `load` loads
/// the newer copy with a selection.
pub(super) fn keep(
    name: &str,
    before: &Document,
    old: Option<(&String, Node)>,
    here: &BTreeSet<String>,
    load: &dyn Fn(Option<&str>) -> Loaded,
) -> Result<Kept, Error> {
    let named: BTreeMap<String, &String> = here.iter().map(|route| (without_names(route), route)).collect();
    let in_copy = |operation: &Operation| {
        let route = route(operation);
        if here.contains(&route) { Some(route) } else { named.get(&without_names(&route)).copied().cloned() }
    };
    let had: Vec<String> = before.api.operations.iter().filter_map(in_copy).collect();
    if had.is_empty() {
        return Err(Error::NothingLeft { name: name.to_owned() });
    }
    let kept = match old {
        Some((file, selection)) => extended(file, &selection, &had, load)?,
        None if here.len() > had.len() => {
            let file = format!("{name}.selection.yaml");
            let text = written(before, &had);
            Kept { change: SelectionChange::Written(file), text: Some(text) }
        }
        None => Kept { change: SelectionChange::Unchanged, text: None },
    };
    Ok(kept)
}

/// A selection of these operations, and of the webhooks and callbacks that were generated.
fn written(before: &Document, operations: &[String]) -> String {
    let mut text =
        "# The operations that have handlers. To generate more of the document, list it here.\n".to_owned();
    let mut list = |field: &str, entries: &mut dyn Iterator<Item = &str>| {
        let entries: BTreeSet<&str> = entries.collect();
        if !entries.is_empty() {
            text.extend([field, ":\n"]);
            for entry in entries {
                text.extend(["  - ", &serde_json::Value::from(entry).to_string(), "\n"]);
            }
        }
    };
    list("operations", &mut operations.iter().map(String::as_str));
    list("webhooks", &mut before.api.webhooks.iter().map(|webhook| webhook.name.as_str()));
    let callbacks = before.api.operations.iter().flat_map(|operation| &operation.callbacks);
    list("callbacks", &mut callbacks.map(|callback| callback.name.as_str()));
    text
}

/// The selection that is there, without entries that match nothing any more, and without a tag
/// that would add an operation without a handler.
fn extended(
    file: &str,
    selection: &Node,
    had: &[String],
    load: &dyn Fn(Option<&str>) -> Loaded,
) -> Result<Kept, Error> {
    let text = &selection.file.text;
    let loaded = load(Some(text));
    let unmatched: BTreeSet<&str> = loaded
        .diagnostics
        .iter()
        .filter(|finding| finding.rule == "selection-without-match")
        .map(|finding| finding.pointer.as_str())
        .collect();
    let mut wanted = without_entries(selection, &unmatched);
    let edited = |wanted: &Node| {
        rewrite(selection, wanted).map_err(|source| Error::Text {
            file: file.to_owned(),
            source,
            places: unmatched.iter().map(|place| format!("specs/{file} at {place}")).collect(),
        })
    };
    let adds_operations = |text: &str| {
        let document = load(Some(text)).document;
        document
            .is_some_and(|document| document.api.operations.iter().any(|found| !had.contains(&route(found))))
    };
    let nothing_left = wanted.as_object().is_none_or(indexmap::IndexMap::is_empty);
    if nothing_left || adds_operations(&edited(&wanted)?) {
        wanted = listing(&wanted, had);
    }
    let new = edited(&wanted)?;
    if new == *text {
        return Ok(Kept { change: SelectionChange::Unchanged, text: None });
    }
    Ok(Kept { change: SelectionChange::Rewritten(file.to_owned()), text: Some(new) })
}

/// The selection without the entries at these pointers.
fn without_entries(selection: &Node, pointers: &BTreeSet<&str>) -> Node {
    let mut left = selection.clone();
    let Value::Object(fields) = &mut left.value else {
        return left;
    };
    fields.retain(|field, member| {
        let Value::Array(entries) = &mut member.node.value else {
            return true;
        };
        let mut index = 0;
        entries.retain(|_| {
            let place = pointer::child(&pointer::child("", field), &index.to_string());
            index += 1;
            !pointers.contains(place.as_str())
        });
        index == 0 || !entries.is_empty()
    });
    left
}

/// The selection with these operations instead of tags.
fn listing(selection: &Node, operations: &[String]) -> Node {
    let mut wanted = selection.clone();
    let file = selection.file.clone();
    let node = |value: Value| Node::new(file.clone(), Span::default(), value);
    let Value::Object(fields) = &mut wanted.value else {
        return wanted;
    };
    fields.shift_remove("tags");
    let entries = operations.iter().map(|operation| node(Value::String(operation.clone()))).collect();
    let member =
        Member { key_span: Span::default(), key_file: file.clone(), node: node(Value::Array(entries)) };
    fields.insert("operations".to_owned(), member);
    wanted
}
