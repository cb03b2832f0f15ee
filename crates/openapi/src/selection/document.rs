//! Reads a selection document.

use std::cell::Cell;

use super::{Entry, Selection};
use crate::check::Suggestions;
use crate::diagnostic::Diagnostic;
use crate::syntax::{Node, pointer};

/// What a selection may list.
const FIELDS: [&str; 4] = ["operations", "tags", "webhooks", "callbacks"];

pub(super) fn read(root: &Node) -> Result<Selection, Vec<Diagnostic>> {
    let mut findings = Vec::new();
    let Some(members) = root.as_object() else {
        findings.push(wrong_type(root, "", "a selection", "an object"));
        return Err(findings);
    };
    let mut selection = Selection::default();
    for (key, member) in members {
        let list = match key.as_str() {
            "operations" => &mut selection.operations,
            "tags" => &mut selection.tags,
            "webhooks" => &mut selection.webhooks,
            "callbacks" => &mut selection.callbacks,
            extension if extension.starts_with("x-") => continue,
            unknown => {
                let meant = Suggestions::default().closest(unknown, FIELDS);
                let remedy = meant.map_or_else(
                    || format!("write one of {}", FIELDS.map(|field| format!("`{field}`")).join(", ")),
                    |meant| format!("write `{meant}`"),
                );
                let finding = Diagnostic::error(
                    "selection-unknown-field",
                    format!("`{unknown}` is no field of a selection"),
                )
                .label(member.key_label(""))
                .pointer(pointer::child("", unknown))
                .reason("a misspelt field would select nothing without a word")
                .remedy(remedy);
                findings.push(finding);
                continue;
            }
        };
        *list = entries(&member.node, key, &mut findings);
    }
    let is_empty =
        selection.operations.is_empty() && selection.tags.is_empty() && selection.webhooks.is_empty();
    if is_empty && findings.is_empty() {
        let finding = Diagnostic::error("selection-empty", "the selection selects nothing")
            .at(root, "")
            .reason("nothing would be generated")
            .remedy("list `operations` or `tags`, or remove the file to generate everything");
        findings.push(finding);
    }
    if findings.is_empty() { Ok(selection) } else { Err(findings) }
}

fn entries(list: &Node, field: &str, findings: &mut Vec<Diagnostic>) -> Vec<Entry> {
    let located = pointer::child("", field);
    let Some(items) = list.as_array() else {
        findings.push(wrong_type(list, &located, &format!("`{field}`"), "an array of strings"));
        return Vec::new();
    };
    let mut entries = Vec::with_capacity(items.len());
    for (index, node) in items.iter().enumerate() {
        let pointer = pointer::child(&located, &index.to_string());
        match node.as_str().map(str::trim) {
            Some(text) if !text.is_empty() => {
                let matched = Cell::new(false);
                entries.push(Entry { text: text.to_owned(), node: node.clone(), pointer, matched });
            }
            Some(_) => findings.push(
                Diagnostic::error("selection-type-mismatch", format!("an entry of `{field}` is empty"))
                    .at(node, "")
                    .pointer(pointer)
                    .remedy("remove it, or write the name"),
            ),
            None => findings.push(wrong_type(node, &pointer, &format!("an entry of `{field}`"), "a name")),
        }
    }
    entries
}

fn wrong_type(node: &Node, located: &str, what: &str, wanted: &str) -> Diagnostic {
    Diagnostic::error(
        "selection-type-mismatch",
        format!("{what} must be {wanted}, not of type {}", node.type_name()),
    )
    .at(node, "")
    .pointer(located)
    .remedy("see `specs/README.md` for an example")
}
