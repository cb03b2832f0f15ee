//! From the checked tree to the IR.
//!
//! Schemas are lowered from a list of what is still to be done, one after the other, so that a
//! cycle of references or a deep document costs no stack. An operation that reaches an object with
//! an error in it ([`Findings::broken`]) is left out and named.

use std::collections::{HashMap, HashSet};

use crate::check::Findings;
use crate::diagnostic::{Diagnostic, Label};
use crate::ir::{Api, Operation, Schemas, Server};
use crate::resolve::{LocatedNode, NodeKey, TreeId, Trees};
use crate::selection::{Reach, Selection};
use crate::syntax::Span;
use crate::version::Version;

mod chains;
mod contradictions;
mod cycles;
mod discriminators;
mod dynamic;
mod facts;
mod incoming;
mod messages;
mod names;
mod nullable;
mod operations;
mod parents;
mod schemas;
mod security;
mod selected;

use incoming::IncomingDraft;
use schemas::Arena;

/// What [`lower`] made.
#[derive(Debug)]
pub struct Lowered {
    /// The API; `None` when nothing usable is left.
    pub api: Option<Api>,
    /// What was found on the way.
    pub diagnostics: Vec<Diagnostic>,
    /// Entries of the selection that match nothing.
    pub unmatched: Vec<Diagnostic>,
    /// Which places a selection reaches.
    pub(crate) reach: Option<Reach>,
}

/// What is known about a document before it is lowered.
#[derive(Clone, Copy, Debug)]
pub struct Checked<'a> {
    /// The document and what it refers to.
    pub trees: &'a Trees,
    /// Its name: the file stem.
    pub name: &'a str,
    /// Which rules it follows.
    pub version: Version,
    /// `openapi`, as written.
    pub openapi: &'a str,
    /// What [`crate::check::check`] found.
    pub findings: &'a Findings,
    /// The file in which a remedy tells the reader to correct what is published.
    pub corrections: &'a str,
    /// What is wanted; `None` means everything.
    pub selection: Option<&'a Selection>,
}

/// Lowers a checked document.
#[must_use]
pub fn lower(checked: Checked<'_>) -> Lowered {
    let mut lowering = Lowering {
        trees: checked.trees,
        version: checked.version,
        broken: &checked.findings.broken,
        corrections: checked.corrections,
        diagnostics: Vec::new(),
        reported: HashSet::new(),
        arena: Arena::new(checked.trees),
        spoiled: None,
        selection: checked.selection,
        reach: checked.selection.map(|_| Reach::default()),
        unmatched: Vec::new(),
    };
    let api = lowering.api(&checked);
    let Lowering { diagnostics, unmatched, reach, .. } = lowering;
    Lowered { api, diagnostics, unmatched, reach }
}

struct Lowering<'a> {
    trees: &'a Trees,
    version: Version,
    broken: &'a HashMap<NodeKey, Label>,
    corrections: &'a str,
    diagnostics: Vec<Diagnostic>,
    reported: HashSet<(&'static str, Option<(String, Span)>)>,
    arena: Arena<'a>,
    /// The error in a broken object that the operation at hand has touched.
    spoiled: Option<Label>,
    selection: Option<&'a Selection>,
    /// With a selection: the places that are used.
    reach: Option<Reach>,
    unmatched: Vec<Diagnostic>,
}

impl<'a> Lowering<'a> {
    fn api(&mut self, checked: &Checked<'a>) -> Option<Api> {
        let root = self.trees.root();
        let info = root.field("info");
        let text = |key: &str| info.as_ref().and_then(|info| info.string(key));
        self.component_schemas(&root);
        let security_schemes = self.security_schemes(&root);
        let mut servers = Self::servers(&root);
        if servers.is_empty() {
            servers.push(default_server());
        }
        let drafts = self.operations(&root);
        let webhooks = self.webhooks(&root);
        self.lower_schemas();
        self.cut_cycles();
        self.cut_chains();
        self.contradictions();
        let total = drafts.len();
        let operations = self.keep_sound(drafts);
        let webhooks = self.sound_webhooks(webhooks);
        let unusable = [String::new(), "/paths".to_owned()]
            .into_iter()
            .any(|pointer| self.broken.contains_key(&(TreeId::DOCUMENT, pointer)));
        if unusable || (total > 0 && operations.is_empty()) {
            // The errors say it all; that nothing is left need not be said for each operation.
            self.diagnostics.retain(|diagnostic| diagnostic.rule != "operation-left-out");
            return None;
        }
        let mut api = Api {
            name: checked.name.to_owned(),
            title: text("title").unwrap_or_default(),
            version: text("version").unwrap_or_default(),
            description: text("description"),
            openapi: checked.openapi.to_owned(),
            servers,
            operations,
            webhooks,
            schemas: Schemas { all: std::mem::take(&mut self.arena.all), ..Schemas::default() },
            security_schemes,
        };
        api.settle_directions();
        if self.selection.is_some() {
            self.keep_reached(&mut api);
        }
        Some(api)
    }

    /// Leaves out what no selected operation reaches.
    fn keep_reached(&mut self, api: &mut Api) {
        let kept = api.prune();
        if let Some(reach) = &mut self.reach {
            for id in kept {
                reach.take(&self.arena.nodes[id.0 as usize]);
            }
        }
    }

    /// Leaves out the operations that reach a broken object.
    fn keep_sound(&mut self, drafts: Vec<Draft<'a>>) -> Vec<Operation> {
        let mut operations = Vec::with_capacity(drafts.len());
        for mut draft in drafts {
            let callbacks = std::mem::take(&mut draft.callbacks);
            let name = format!("{} `{}`", draft.operation.method, draft.operation.path);
            if let Some(mut operation) = self.sound(draft, "operation-left-out", &name) {
                operation.callbacks = self.sound_callbacks(callbacks);
                operations.push(operation);
            }
        }
        operations
    }

    /// The operation of a draft, unless it reaches a broken object: then that is reported.
    fn sound(&mut self, draft: Draft<'a>, rule: &'static str, name: &str) -> Option<Operation> {
        let Some(mut error) = draft.spoiled else {
            return Some(draft.operation);
        };
        let head = draft.located.head("");
        let mut diagnostic = Diagnostic::warning(rule, format!("{name} is left out"))
            .label(head.clone())
            .pointer(&draft.located.pointer)
            .reason(
                "what it sends or receives is not certain while there is an error in something that it uses",
            )
            .remedy("correct the error");
        if error.span != head.span || error.file.name != head.file.name {
            "because of this error".clone_into(&mut error.text);
            diagnostic = diagnostic.label(error);
        }
        self.report(diagnostic);
        None
    }

    /// Notes that the operation at hand uses a place.
    fn touch(&mut self, located: &LocatedNode<'_>) {
        if let Some(reach) = &mut self.reach {
            reach.take(located);
        }
        if self.spoiled.is_none() && !self.broken.is_empty() {
            self.spoiled = self.broken.get(&located.key()).cloned();
        }
    }

    /// Follows references, and notes every place that is used.
    fn follow(&mut self, listed: &LocatedNode<'a>) -> Option<LocatedNode<'a>> {
        self.touch(listed);
        let target = self.trees.follow(listed).ok()?;
        self.touch(&target);
        Some(target)
    }

    /// Records a finding, once for each place: what several operations share is lowered for each.
    fn report(&mut self, diagnostic: Diagnostic) {
        let label = diagnostic.labels.first();
        let position = label.map(|label| (label.file.name.clone(), label.span));
        if self.reported.insert((diagnostic.rule, position)) {
            self.diagnostics.push(diagnostic);
        }
    }

    /// As for the check: an overlay corrects the document only.
    fn remedy(&self, located: &LocatedNode<'_>, what: &str) -> String {
        if located.node.file.name == self.trees.root().node.file.name {
            format!("{what}, or correct it in {}", self.corrections)
        } else {
            what.to_owned()
        }
    }
}

/// An operation before it is known whether all that it uses is sound.
struct Draft<'a> {
    operation: Operation,
    located: LocatedNode<'a>,
    spoiled: Option<Label>,
    callbacks: Vec<IncomingDraft<'a>>,
}

/// The specification's default when a document has no server.
fn default_server() -> Server {
    Server {
        url: "/".to_owned(),
        description: None,
        name: None,
        variables: indexmap::IndexMap::new(),
        location: None,
    }
}
