//! Applies one action to the document.

use super::document::{Action, Change, Version};
use super::edit::{self, Kind};
use super::query::{self, Match};
use crate::diagnostic::Diagnostic;
use crate::syntax::{MAX_ALIAS_NODES, MAX_DEPTH, Node, pointer};

/// Members named when an expression leads nowhere.
const SHOWN_MEMBERS: usize = 8;

/// The document while it is corrected.
pub(super) struct WorkingCopy {
    root: Node,
    /// `root` without places, for queries and to see whether an action changed anything.
    json: serde_json::Value,
    /// `json` as it was before the last action that was applied.
    before: serde_json::Value,
    /// What all actions have added so far, in nodes.
    added: usize,
}

type Outcome<T> = Result<T, Box<Diagnostic>>;

/// Why an action did not change the document.
#[derive(Debug)]
pub(super) enum NotApplied {
    /// It matches nothing or changes nothing.
    Idle(Box<Diagnostic>),
    /// It cannot be applied.
    Refused(Box<Diagnostic>),
}

impl NotApplied {
    /// Why, with the places.
    pub(super) fn into_diagnostic(self) -> Box<Diagnostic> {
        match self {
            Self::Idle(finding) | Self::Refused(finding) => finding,
        }
    }
}

impl From<Box<Diagnostic>> for NotApplied {
    fn from(finding: Box<Diagnostic>) -> Self {
        Self::Refused(finding)
    }
}

impl WorkingCopy {
    pub(super) fn new(root: Node) -> Self {
        let json = root.to_json();
        Self { root, json, before: serde_json::Value::Null, added: 0 }
    }

    pub(super) fn into_root(self) -> Node {
        self.root
    }

    pub(super) fn root(&self) -> &Node {
        &self.root
    }

    pub(super) fn json(&self) -> &serde_json::Value {
        &self.json
    }

    /// Takes what [`WorkingCopy::json`] was before the last action that was applied.
    pub(super) fn take_before(&mut self) -> serde_json::Value {
        std::mem::take(&mut self.before)
    }

    /// What an action selects now.
    pub(super) fn select(&self, action: &Action<'_>) -> Outcome<Vec<Match>> {
        let path = query::parse(action.target, &pointer::child(&action.pointer, "target"))?;
        Ok(query::run(&path, &self.json))
    }

    /// Applies an action; gives the pointers of what it changed.
    pub(super) fn apply(&mut self, action: &Action<'_>) -> Result<Vec<String>, NotApplied> {
        let matches = self.select(action)?;
        if matches.is_empty() {
            return Err(NotApplied::Idle(self.matches_nothing(action)));
        }
        match &action.change {
            Change::Update(value) => self.update(action, value, &matches)?,
            Change::Copy(_) => {
                let value = self.source(action)?.clone();
                self.update(action, &value, &matches)?;
            }
            Change::Remove => self.remove(action, matches.clone())?,
        }
        let json = self.root.to_json();
        if json == self.json {
            return Err(NotApplied::Idle(self.changes_nothing(action, &matches)));
        }
        self.before = std::mem::replace(&mut self.json, json);
        Ok(matches.into_iter().map(|found| found.pointer).collect())
    }

    fn update(&mut self, action: &Action<'_>, value: &Node, matches: &[Match]) -> Outcome<()> {
        self.check_update(action, value, matches)?;
        for found in matches {
            if let Some(target) = self.root.pointer_mut(&found.pointer) {
                edit::merge(target, value);
            }
        }
        Ok(())
    }

    /// Finds what speaks against an update before anything is changed.
    fn check_update(&mut self, action: &Action<'_>, value: &Node, matches: &[Match]) -> Outcome<()> {
        let targets = matches.iter().filter_map(|found| Some((query::node(&self.root, found)?, found)));
        let mut first: Option<&Node> = None;
        for (target, found) in targets {
            let kind = Kind::of(target);
            if kind == Kind::Primitive && action.version < Version::V1_1 {
                return Err(primitive_target(action, target, found));
            }
            let first = *first.get_or_insert(target);
            if Kind::of(first) != kind {
                return Err(mixed_targets(action, first, target));
            }
            if let Some((existing, given)) = edit::conflict(target, value) {
                return Err(incompatible(action, existing, given));
            }
        }
        self.check_size(action, value, matches)
    }

    /// Copies of copies double with every action, and so could fill the memory.
    fn check_size(&mut self, action: &Action<'_>, value: &Node, matches: &[Match]) -> Outcome<()> {
        let extent = value.extent();
        let cost = extent.weight().saturating_mul(matches.len());
        let added = self.added.saturating_add(cost);
        let depth = matches.iter().map(|found| found.steps.len()).max().unwrap_or(0) + extent.depth;
        // Appended to an array, the value is one level further down.
        let too_deep = depth >= MAX_DEPTH;
        if !too_deep && added <= MAX_ALIAS_NODES {
            self.added = added;
            return Ok(());
        }
        let message = if too_deep {
            format!("the result is nested more than {MAX_DEPTH} levels deep")
        } else {
            format!("the overlay adds more than {MAX_ALIAS_NODES} values")
        };
        let finding = Diagnostic::error("overlay-too-large", message)
            .at(action.node, "with this action")
            .pointer(action.pointer.as_str())
            .remedy("narrow the target");
        Err(finding.into())
    }

    fn remove(&mut self, action: &Action<'_>, mut matches: Vec<Match>) -> Outcome<()> {
        for found in &matches {
            if found.steps.is_empty() {
                let finding = Diagnostic::error("overlay-target", "the document itself is removed")
                    .at(action.target.node, "selects the root")
                    .pointer(pointer::child(&action.pointer, "target"))
                    .remedy("select what is inside it");
                return Err(finding.into());
            }
        }
        // From the end, so that no index moves before its turn, and children before parents.
        matches.sort_by(|one, two| two.steps.cmp(&one.steps));
        for found in &matches {
            edit::remove(&mut self.root, &found.steps);
        }
        Ok(())
    }

    /// The one node that a `copy` selects.
    pub(super) fn source(&self, action: &Action<'_>) -> Outcome<&Node> {
        let Change::Copy(path) = action.change else {
            return Ok(&self.root);
        };
        let pointer = pointer::child(&action.pointer, "copy");
        let matches = query::run(&query::parse(path, &pointer)?, &self.json);
        match matches.as_slice() {
            [only] => Ok(query::node(&self.root, only).unwrap_or(&self.root)),
            several => {
                let finding = Diagnostic::error(
                    "overlay-copy",
                    format!("`copy` selects {} values instead of one", several.len()),
                )
                .at(path.node, "")
                .pointer(pointer)
                .remedy("write an expression that selects exactly one value");
                Err(finding.into())
            }
        }
    }

    pub(super) fn matches_nothing(&self, action: &Action<'_>) -> Box<Diagnostic> {
        let mut finding = Diagnostic::error(
            "correction-matches-nothing",
            "this correction matches nothing in the document",
        )
        .at(action.target.node, "selects nothing")
        .pointer(pointer::child(&action.pointer, "target"));
        if let Some((part, found)) = query::longest_match(action.target.text, &self.json)
            && let Some(node) = query::node(&self.root, &found)
        {
            let text = format!("`{part}` leads here{}", members(node));
            finding = finding.at(node, text);
        }
        finding
            .reason("what it corrects is gone or has another name: the document has changed")
            .remedy("look at the document again, then correct the target or remove the action")
            .into()
    }

    fn changes_nothing(&self, action: &Action<'_>, matches: &[Match]) -> Box<Diagnostic> {
        let mut finding = Diagnostic::error(
            "correction-changes-nothing",
            "this correction changes nothing in the document",
        )
        .at(action.target.node, "")
        .pointer(pointer::child(&action.pointer, "target"));
        if let Some(node) = matches.first().and_then(|found| query::node(&self.root, found)) {
            finding = finding.at(node, "already as corrected");
        }
        finding
            .reason("the publisher has corrected the document, or an earlier action did")
            .remedy("remove the action")
            .into()
    }
}

fn members(node: &Node) -> String {
    let Some(members) = node.as_object().filter(|members| !members.is_empty()) else {
        return String::new();
    };
    let shown: Vec<_> = members.keys().take(SHOWN_MEMBERS).map(|key| format!("`{key}`")).collect();
    let more = if members.len() > SHOWN_MEMBERS { ", …" } else { "" };
    format!("; inside are {}{more}", shown.join(", "))
}

fn primitive_target(action: &Action<'_>, target: &Node, found: &Match) -> Box<Diagnostic> {
    let finding =
        Diagnostic::error("overlay-target", format!("`{}` is neither an object nor an array", found.pointer))
            .at(action.target.node, "selects a primitive value")
            .at(target, "this one")
            .pointer(pointer::child(&action.pointer, "target"))
            .reason("version 1.0 changes only objects and arrays")
            .remedy("write `overlay: 1.1.0`, or select the object that holds the value");
    finding.into()
}

fn mixed_targets(action: &Action<'_>, first: &Node, other: &Node) -> Box<Diagnostic> {
    let finding = Diagnostic::error("overlay-target", "this action selects values of different kinds")
        .at(action.target.node, "")
        .at(first, Kind::of(first).name())
        .at(other, Kind::of(other).name())
        .pointer(pointer::child(&action.pointer, "target"))
        .reason("the values an update selects must be all objects, all arrays or all primitive")
        .remedy("narrow the target, or write two actions");
    finding.into()
}

fn incompatible(action: &Action<'_>, existing: &Node, given: &Node) -> Box<Diagnostic> {
    let finding = Diagnostic::error(
        "overlay-incompatible",
        format!("{} cannot be merged into {}", Kind::of(given).name(), Kind::of(existing).name()),
    )
    .at(given, "this value")
    .at(existing, "does not fit this one")
    .pointer(pointer::child(&action.pointer, action.kind().as_str()))
    .reason("the Overlay Specification merges only values of one kind")
    .remedy("to replace a value by one of another kind, `remove` it in an action before");
    finding.into()
}
