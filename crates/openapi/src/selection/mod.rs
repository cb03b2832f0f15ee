//! Which part of a document is wanted.
//!
//! A file beside the document lists operations, by id or as `METHOD /path`, and tags; webhooks and
//! callbacks only count when they are listed. Only what is listed is lowered, with the schemas
//! that it reaches, and only findings in that part are reported.

use std::cell::Cell;

use crate::check::Suggestions;
use crate::diagnostic::Diagnostic;
use crate::ir::{Method, without_names};
use crate::syntax::Node;

mod document;
mod reach;

pub(crate) use reach::Reach;

/// What a selection lists.
#[derive(Debug, Default)]
pub struct Selection {
    operations: Vec<Entry>,
    tags: Vec<Entry>,
    webhooks: Vec<Entry>,
    callbacks: Vec<Entry>,
}

/// One line of a selection.
#[derive(Debug)]
struct Entry {
    text: String,
    node: Node,
    pointer: String,
    /// Whether anything in the document has been found for it.
    matched: Cell<bool>,
}

/// What an operation is known by.
pub(crate) struct Candidate<'a> {
    pub(crate) id: &'a str,
    pub(crate) method: &'a Method,
    pub(crate) path: &'a str,
    pub(crate) tags: Vec<&'a str>,
}

impl Candidate<'_> {
    fn has_method(&self, method: &str) -> bool {
        method.eq_ignore_ascii_case(self.method.as_str())
    }

    fn is_at(&self, method: &str, path: &str) -> bool {
        self.has_method(method) && path == self.path
    }

    fn route(&self) -> String {
        format!("{} {}", self.method.as_str(), self.path)
    }
}

impl Selection {
    /// Reads a selection.
    ///
    /// # Errors
    /// What is wrong with it, all at once.
    pub fn read(root: &Node) -> Result<Self, Vec<Diagnostic>> {
        document::read(root)
    }

    /// Whether the operation, one of `all`, is wanted. The names in a path template are not on the wire:
    /// an entry with other names means the same, unless there is an operation with just these.
    pub(crate) fn has_operation(&self, operation: &Candidate<'_>, all: &[Candidate<'_>]) -> bool {
        let listed = mark(&self.operations, |text| match route(text) {
            Some((method, path)) => {
                operation.is_at(method, path)
                    || (operation.has_method(method)
                        && without_names(path) == without_names(operation.path)
                        && !all.iter().any(|other| other.is_at(method, path)))
            }
            None => text == operation.id,
        });
        let tagged = mark(&self.tags, |text| operation.tags.contains(&text));
        listed || tagged
    }

    /// Whether the webhook is wanted.
    pub(crate) fn has_webhook(&self, name: &str) -> bool {
        mark(&self.webhooks, |text| text == name)
    }

    /// Whether callbacks of this name are wanted, where a wanted operation has them.
    pub(crate) fn has_callback(&self, name: &str) -> bool {
        mark(&self.callbacks, |text| text == name)
    }

    /// Entries for which nothing has been found.
    pub(crate) fn unmatched(
        &self,
        operations: &[Candidate<'_>],
        webhooks: &[&str],
        callbacks: &[&str],
    ) -> Vec<Diagnostic> {
        let mut suggestions = Suggestions::default();
        let mut findings = Vec::new();
        for entry in left(&self.operations) {
            let meant = if route(&entry.text).is_some() {
                let routes: Vec<String> = operations.iter().map(Candidate::route).collect();
                let routes = routes.iter().map(String::as_str);
                suggestions.closest(&entry.text, routes).map(str::to_owned)
            } else {
                let ids = operations.iter().map(|operation| operation.id);
                suggestions.closest(&entry.text, ids).map(str::to_owned)
            };
            let remedy = "write the operationId, or the method and the path: `GET /pets/{id}`";
            findings.push(without_match(entry, "operation", meant.as_deref(), remedy));
        }
        let tags: Vec<&str> = operations.iter().flat_map(|operation| operation.tags.clone()).collect();
        for (entries, what, names) in [
            (&self.tags, "operation with the tag", tags.as_slice()),
            (&self.webhooks, "webhook", webhooks),
            (&self.callbacks, "callback of a selected operation", callbacks),
        ] {
            for entry in left(entries) {
                let meant = suggestions.closest(&entry.text, names.iter().copied());
                findings.push(without_match(entry, what, meant, "remove it, or correct the name"));
            }
        }
        findings
    }
}

/// `GET /pets` as method and path; no operationId can have a blank before a slash.
fn route(text: &str) -> Option<(&str, &str)> {
    let (method, path) = text.split_once(char::is_whitespace)?;
    let path = path.trim_start();
    path.starts_with('/').then_some((method, path))
}

fn mark(entries: &[Entry], fits: impl Fn(&str) -> bool) -> bool {
    let mut found = false;
    for entry in entries.iter().filter(|entry| fits(&entry.text)) {
        entry.matched.set(true);
        found = true;
    }
    found
}

fn left(entries: &[Entry]) -> impl Iterator<Item = &Entry> {
    entries.iter().filter(|entry| !entry.matched.get())
}

fn without_match(entry: &Entry, what: &str, meant: Option<&str>, otherwise: &str) -> Diagnostic {
    let remedy = meant
        .map_or_else(|| otherwise.to_owned(), |meant| format!("write `{meant}` if that is what is meant"));
    Diagnostic::error("selection-without-match", format!("there is no {what} `{}`", entry.text))
        .at(&entry.node, "")
        .pointer(&entry.pointer)
        .reason("what is selected must be in the document: it may have been renamed or removed")
        .remedy(remedy)
}
