//! Reads an overlay document.

use std::collections::HashMap;

use super::query::{self, Path};
use super::{ActionKind, AppliedAction, Strictness};
use crate::diagnostic::Diagnostic;
use crate::syntax::{Node, pointer};

/// The feature set of an overlay: its version without the patch number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Version {
    V1_0,
    V1_1,
}

/// An action that can be tried.
pub(super) struct Action<'a> {
    pub(super) node: &'a Node,
    /// JSON pointer in the overlay.
    pub(super) pointer: String,
    pub(super) version: Version,
    pub(super) target: Path<'a>,
    pub(super) change: Change<'a>,
    /// Description and sources; `None` when one is missing, which is reported already.
    evidence: Option<(String, Vec<String>)>,
}

#[derive(Clone, Copy)]
pub(super) enum Change<'a> {
    Update(&'a Node),
    Remove,
    Copy(Path<'a>),
}

impl Action<'_> {
    pub(super) fn kind(&self) -> ActionKind {
        match self.change {
            Change::Update(_) => ActionKind::Update,
            Change::Remove => ActionKind::Remove,
            Change::Copy(_) => ActionKind::Copy,
        }
    }

    /// The same action with another value to merge.
    pub(super) fn with_update<'b>(&'b self, value: &'b Node) -> Action<'b> {
        Action {
            node: self.node,
            pointer: self.pointer.clone(),
            version: self.version,
            target: self.target,
            change: Change::Update(value),
            evidence: self.evidence.clone(),
        }
    }

    /// The record of this action, unless it lacks its evidence.
    pub(super) fn applied(&self, matches: Vec<String>) -> Option<AppliedAction> {
        let (description, sources) = self.evidence.clone()?;
        Some(AppliedAction {
            target: self.target.text.to_owned(),
            description,
            sources,
            matches,
            kind: self.kind(),
            file: self.node.file.clone(),
            span: self.node.span,
        })
    }
}

/// The actions of an overlay, as far as they can be tried.
pub(super) fn read<'a>(
    overlay: &'a Node,
    strictness: Strictness,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Action<'a>> {
    let mut reader = Reader { diagnostics, strictness };
    reader.overlay(overlay)
}

struct Reader<'d> {
    diagnostics: &'d mut Vec<Diagnostic>,
    strictness: Strictness,
}

impl Reader<'_> {
    fn overlay<'a>(&mut self, overlay: &'a Node) -> Vec<Action<'a>> {
        if overlay.as_object().is_none() {
            self.wrong_type(overlay, "", "an overlay", "an object");
            return Vec::new();
        }
        let version = self.version(overlay);
        self.known_fields(overlay, "", &["overlay", "info", "extends", "actions"]);
        if let Some(info) = self.required(overlay, "", "info") {
            self.info(info, version);
        }
        if let Some(extends) = overlay.get("extends") {
            self.text(extends, "/extends", "`extends`");
        }
        let Some(list) = self.required(overlay, "", "actions") else {
            return Vec::new();
        };
        let Some(actions) = list.as_array() else {
            self.wrong_type(list, "/actions", "`actions`", "an array");
            return Vec::new();
        };
        if actions.is_empty() {
            let finding = Diagnostic::error("overlay-missing-field", "the overlay has no action")
                .at(list, "")
                .pointer("/actions")
                .remedy("add one, or remove the file");
            self.diagnostics.push(finding);
        }
        self.unique(actions);
        let actions = actions.iter().enumerate();
        actions.filter_map(|(index, node)| self.action(node, index, version)).collect()
    }

    /// The specification's schema wants every action once.
    fn unique(&mut self, actions: &[Node]) {
        let mut seen = HashMap::new();
        for (index, node) in actions.iter().enumerate() {
            let mut json = node.to_json();
            json.sort_all_objects();
            if let Some(first) = seen.insert(json.to_string(), node) {
                let finding = Diagnostic::error("overlay-equal-actions", "this action stands here twice")
                    .at(node, "the same again")
                    .at(first, "the first one")
                    .pointer(pointer::child("/actions", &index.to_string()))
                    .reason("the Overlay Specification refuses equal actions")
                    .remedy("remove one of them");
                self.diagnostics.push(finding);
            }
        }
    }

    /// Falls back to the newest version, so that the rest is checked as well.
    fn version(&mut self, overlay: &Node) -> Version {
        let newest = Version::V1_1;
        let Some(node) = self.required(overlay, "", "overlay") else {
            return newest;
        };
        let version = node.as_str().and_then(|text| {
            let (feature, patch) = text.rsplit_once('.')?;
            let digits = |patch: &str| !patch.is_empty() && patch.bytes().all(|byte| byte.is_ascii_digit());
            match feature {
                "1.0" if digits(patch) => Some(Version::V1_0),
                "1.1" if digits(patch) => Some(Version::V1_1),
                _ => None,
            }
        });
        version.unwrap_or_else(|| {
            let message = match node.as_str() {
                Some(text) if text.starts_with("1.2.") => "version 1.2 of overlays is not supported",
                _ => "this overlay version is not known",
            };
            let finding = Diagnostic::error("overlay-version", message)
                .at(node, "")
                .pointer("/overlay")
                .reason("versions 1.0 and 1.1 of the Overlay Specification are supported")
                .remedy("write `overlay: 1.1.0`");
            self.diagnostics.push(finding);
            newest
        })
    }

    fn info(&mut self, info: &Node, version: Version) {
        if info.as_object().is_none() {
            self.wrong_type(info, "/info", "`info`", "an object");
            return;
        }
        let known: &[&str] = match version {
            Version::V1_0 => &["title", "version"],
            Version::V1_1 => &["title", "version", "description"],
        };
        self.known_fields(info, "/info", known);
        for field in ["title", "version"] {
            if let Some(node) = self.required(info, "/info", field) {
                self.text(node, &pointer::child("/info", field), &format!("`{field}`"));
            }
        }
        if let Some(description) = info.get("description") {
            self.text(description, "/info/description", "`description`");
        }
    }

    fn action<'a>(&mut self, node: &'a Node, index: usize, version: Version) -> Option<Action<'a>> {
        let pointer = pointer::child("/actions", &index.to_string());
        if node.as_object().is_none() {
            self.wrong_type(node, &pointer, "an action", "an object");
            return None;
        }
        self.known_fields(node, &pointer, &["target", "description", "update", "remove", "copy"]);
        let evidence = self.evidence(node, &pointer);
        let target =
            self.required(node, &pointer, "target").and_then(|target| self.path(target, &pointer, "target"));
        let change = self.change(node, &pointer, version);
        Some(Action { node, version, target: target?, change: change?, evidence, pointer })
    }

    fn evidence(&mut self, node: &Node, pointer: &str) -> Option<(String, Vec<String>)> {
        let plain = self.strictness == Strictness::Plain;
        let description = if let Some(given) = node.get("description") {
            let pointer = pointer::child(pointer, "description");
            self.text(given, &pointer, "`description`").map(str::to_owned)
        } else if plain {
            Some(String::new())
        } else {
            let finding = Diagnostic::error(
                "correction-without-description",
                "this correction does not say what it corrects",
            )
            .at(node, "")
            .pointer(pointer)
            .reason("the next reader has to know what is published and what really happens")
            .remedy("add `description`: the claim, then what happens instead");
            self.diagnostics.push(finding);
            None
        };
        let sources = if plain { Some(plain_sources(node)) } else { self.sources(node, pointer) };
        Some((description?, sources?))
    }

    fn sources(&mut self, node: &Node, pointer: &str) -> Option<Vec<String>> {
        let Some(given) = node.get("x-source") else {
            self.diagnostics.push(without_source(node, pointer));
            return None;
        };
        let pointer = pointer::child(pointer, "x-source");
        let Some(list) = given.as_array() else {
            return self.text(given, &pointer, "`x-source`").map(|source| vec![source.to_owned()]);
        };
        if list.is_empty() {
            self.diagnostics.push(without_source(given, &pointer));
            return None;
        }
        // All are looked at before one fails the list, so that every problem is reported.
        let sources: Vec<_> = list
            .iter()
            .enumerate()
            .map(|(index, source)| {
                let pointer = pointer::child(&pointer, &index.to_string());
                self.text(source, &pointer, "a source").map(str::to_owned)
            })
            .collect();
        sources.into_iter().collect()
    }

    fn change<'a>(&mut self, node: &'a Node, pointer: &str, version: Version) -> Option<Change<'a>> {
        let flag = node.get("remove");
        let remove = flag.and_then(Node::as_bool).unwrap_or(false);
        if let Some(flag) = flag.filter(|flag| flag.as_bool().is_none()) {
            let pointer = pointer::child(pointer, "remove");
            self.wrong_type(flag, &pointer, "`remove`", "a boolean");
            return None;
        }
        if let (Some(copy), Version::V1_0) = (node.get("copy"), version) {
            let finding = Diagnostic::error("overlay-unknown-field", "`copy` came with 1.1")
                .at(copy, "")
                .pointer(pointer::child(pointer, "copy"))
                .reason("this overlay says that it is of version 1.0")
                .remedy("write `overlay: 1.1.0`");
            self.diagnostics.push(finding);
            return None;
        }
        let copy = match node.get("copy") {
            Some(copy) => Some(self.path(copy, pointer, "copy")?),
            None => None,
        };
        // `update` and `copy` have no impact beside `remove: true`.
        match (remove, node.get("update"), copy) {
            (true, ..) => Some(Change::Remove),
            (false, Some(update), None) => Some(Change::Update(update)),
            (false, None, Some(copy)) => Some(Change::Copy(copy)),
            (false, Some(_), Some(_)) => {
                self.idle(node, pointer, "`update` and `copy` of one action cancel each other");
                None
            }
            (false, None, None) => {
                self.idle(node, pointer, "this action does nothing");
                None
            }
        }
    }

    /// An action without impact, which the specification allows.
    fn idle(&mut self, node: &Node, pointer: &str, message: &str) {
        let finding = match self.strictness {
            Strictness::Corrections => Diagnostic::error("overlay-action", message),
            Strictness::Plain => Diagnostic::note("overlay-action", message),
        };
        let finding = finding
            .at(node, "")
            .pointer(pointer)
            .reason("by the Overlay Specification it has no impact")
            .remedy("give it exactly one of `update`, `remove: true` and `copy`");
        self.diagnostics.push(finding);
    }

    fn path<'a>(&mut self, node: &'a Node, pointer: &str, field: &str) -> Option<Path<'a>> {
        let pointer = pointer::child(pointer, field);
        let text = self.text(node, &pointer, &format!("`{field}`"))?;
        let path = Path { node, text, is_lenient: self.strictness == Strictness::Plain };
        if path.is_lenient && query::is_of_older_dialect(text) {
            let finding =
                Diagnostic::note("overlay-jsonpath", "a name with a hyphen stands here without brackets")
                    .at(node, "")
                    .pointer(pointer)
                    .reason("RFC 9535 allows only letters, digits and `_` there; older dialects allow more")
                    .remedy("write such names as `['x-name']`");
            self.diagnostics.push(finding);
        }
        Some(path)
    }

    /// A text; one that says something, where corrections are read.
    fn text<'a>(&mut self, node: &'a Node, pointer: &str, what: &str) -> Option<&'a str> {
        match node.as_str() {
            Some(text) if self.strictness == Strictness::Plain || !text.trim().is_empty() => Some(text),
            Some(_) => {
                let finding = Diagnostic::error("overlay-missing-field", format!("{what} is empty"))
                    .at(node, "")
                    .pointer(pointer);
                self.diagnostics.push(finding);
                None
            }
            None => {
                self.wrong_type(node, pointer, what, "a string");
                None
            }
        }
    }

    fn required<'a>(&mut self, parent: &'a Node, pointer: &str, field: &str) -> Option<&'a Node> {
        let found = parent.get(field);
        if found.is_none() {
            let finding = Diagnostic::error("overlay-missing-field", format!("`{field}` is missing"))
                .at(parent, "")
                .pointer(pointer)
                .reason("the Overlay Specification requires it");
            self.diagnostics.push(finding);
        }
        found
    }

    fn wrong_type(&mut self, node: &Node, pointer: &str, what: &str, wanted: &str) {
        let finding = Diagnostic::error(
            "overlay-type-mismatch",
            format!("{what} must be {wanted}, not of type {}", node.type_name()),
        )
        .at(node, "")
        .pointer(pointer);
        self.diagnostics.push(finding);
    }

    /// A misspelt field would otherwise be ignored without a word.
    fn known_fields(&mut self, node: &Node, pointer: &str, known: &[&str]) {
        let members = node.as_object().into_iter().flatten();
        for (key, member) in members {
            if key.starts_with("x-") || known.contains(&key.as_str()) {
                continue;
            }
            let finding =
                Diagnostic::error("overlay-unknown-field", format!("`{key}` is no field of this object"))
                    .label(member.key_label(""))
                    .pointer(pointer::child(pointer, key))
                    .reason(format!("the fields here are: {}", known.join(", ")))
                    .remedy("correct the name; an extension begins with `x-`");
            self.diagnostics.push(finding);
        }
    }
}

/// The sources that a plain overlay names in our own field, which nobody is asked for there.
fn plain_sources(node: &Node) -> Vec<String> {
    let texts = |given: &Node| match given.as_array() {
        Some(list) => list.iter().filter_map(Node::as_str).map(str::to_owned).collect(),
        None => given.as_str().map(str::to_owned).into_iter().collect(),
    };
    node.get("x-source").map(texts).unwrap_or_default()
}

fn without_source(node: &Node, pointer: &str) -> Diagnostic {
    Diagnostic::error("correction-without-source", "this correction does not say how it is known")
        .at(node, "")
        .pointer(pointer)
        .reason("a correction without evidence is a guess, and cannot be reported to the publisher")
        .remedy("add `x-source`: the page, source file or recorded exchange that shows it")
}
