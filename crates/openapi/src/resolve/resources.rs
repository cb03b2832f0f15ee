//! Schema resources: what a reference is relative to, which anchors there are, and which of them a
//! `$dynamicRef` can mean.
//!
//! A schema with an `$id` is a resource of its own: references within it are relative to that, `#` begins
//! there, and its anchors are known by their names there. A tree is the resource around all of them.

use std::collections::{HashMap, VecDeque};
use std::rc::Rc;

use super::address::{absolute, file_of, join};
use super::{NodeKey, TreeId};
use crate::syntax::{Node, Value, pointer};

/// Objects whose keys are names, so that no key of theirs is a keyword.
const NAMED: [&str; 17] = [
    "properties",
    "patternProperties",
    "dependentSchemas",
    "dependencies",
    "$defs",
    "definitions",
    "schemas",
    "responses",
    "parameters",
    "headers",
    "requestBodies",
    "callbacks",
    "pathItems",
    "mediaTypes",
    "content",
    "paths",
    "webhooks",
];

/// Keywords that hold values, in which nothing is a schema.
const VALUES: [&str; 5] = ["const", "enum", "default", "example", "examples"];

/// The schema resources of all trees.
#[derive(Debug, Default)]
pub(super) struct Resources {
    trees: Vec<TreeResources>,
    /// Where the resource of a URI stands: those with an `$id`, and 3.2's `$self`.
    by_uri: HashMap<String, NodeKey>,
    has_dynamic_references: bool,
}

#[derive(Debug, Default)]
struct TreeResources {
    /// The URI of the tree itself.
    uri: String,
    /// Pointers of the resources within the tree, with their URI.
    uris: HashMap<String, String>,
    /// Anchors by name: the resource, and where the schema stands.
    anchors: HashMap<String, Vec<(String, String)>>,
    /// Where dynamic scopes begin, each with the `$dynamicAnchor`s in it and where their schemas stand.
    scopes: HashMap<String, Vec<(String, String)>>,
}

/// A resource around a place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Resource<'a> {
    /// Where it begins.
    pub(super) pointer: &'a str,
    /// What references in it are relative to.
    pub(super) uri: &'a str,
}

/// A value that is still to be looked at.
struct Stop<'n> {
    at: String,
    node: &'n Node,
    /// Whether the keys of the object are names.
    named: bool,
    /// Whether it is, or is in, a value that a keyword holds.
    is_value: bool,
    resource: Rc<str>,
    uri: Rc<str>,
    scope: Rc<str>,
}

impl Resources {
    /// Notes the resources and anchors of the next tree, and returns the files that it refers to.
    pub(super) fn scan(&mut self, id: TreeId, name: &str, root: &Node) -> Vec<String> {
        let uri = join("", name);
        let mut tree = TreeResources { uri: uri.clone(), ..TreeResources::default() };
        tree.scopes.insert(String::new(), Vec::new());
        let mut files = Vec::new();
        let mut pending = VecDeque::from([Stop {
            at: String::new(),
            node: root,
            named: false,
            is_value: false,
            resource: Rc::from(""),
            uri: Rc::from(uri),
            scope: Rc::from(""),
        }]);
        while let Some(mut stop) = pending.pop_front() {
            self.enter(id, &mut tree, &mut stop);
            if let Some(text) = stop.node.get("$ref").and_then(Node::as_str) {
                files.extend(file_of(name, text));
            }
            follow(&mut tree, &stop, &mut pending);
        }
        self.trees.push(tree);
        files
    }

    /// Notes what a schema says of itself.
    fn enter(&mut self, id: TreeId, tree: &mut TreeResources, stop: &mut Stop<'_>) {
        if stop.named || stop.is_value || stop.node.as_object().is_none() {
            return;
        }
        let text = |key: &str| stop.node.get(key).and_then(Node::as_str);
        let own = text("$id").or_else(|| text("$self").filter(|_| stop.at.is_empty()));
        // Before 2019 an anchor was an `$id` that is only a fragment.
        let (own, older_anchor) = match own {
            Some(own) if own.len() > 1 && own.starts_with('#') => (None, Some(&own[1..])),
            other => (other, None),
        };
        if let Some(own) = own {
            let uri: Rc<str> = absolute(&stop.uri, own.split('#').next().unwrap_or_default()).into();
            (stop.resource, stop.scope) = (Rc::from(stop.at.as_str()), Rc::from(stop.at.as_str()));
            tree.uris.insert(stop.at.clone(), uri.to_string());
            tree.scopes.entry(stop.at.clone()).or_default();
            self.by_uri.entry(uri.to_string()).or_insert_with(|| (id, stop.at.clone()));
            stop.uri = uri;
        }
        let text = |key: &str| stop.node.get(key).and_then(Node::as_str);
        let dynamic = text("$dynamicAnchor");
        for anchor in [text("$anchor"), dynamic, older_anchor].into_iter().flatten() {
            let known = tree.anchors.entry(anchor.to_owned()).or_default();
            known.push((stop.resource.to_string(), stop.at.clone()));
        }
        if let Some(name) = dynamic {
            let anchors = tree.scopes.entry(stop.scope.to_string()).or_default();
            anchors.push((name.to_owned(), stop.at.clone()));
        }
        self.has_dynamic_references |= text("$dynamicRef").is_some();
    }

    /// Whether any schema has a `$dynamicRef`.
    pub(super) fn has_dynamic_references(&self) -> bool {
        self.has_dynamic_references
    }

    /// The resource around a place.
    pub(super) fn around(&self, tree: TreeId, place: &str) -> Resource<'_> {
        let tree = &self.trees[tree.0];
        let found = ancestors(place).find_map(|pointer| tree.uris.get_key_value(pointer));
        let (pointer, uri) = found.map_or(("", tree.uri.as_str()), |(pointer, uri)| (pointer, uri));
        Resource { pointer, uri }
    }

    /// The resource that a URI names, as seen from another.
    pub(super) fn find(&self, from: Resource<'_>, uri: &str) -> Option<(TreeId, &str)> {
        let found = self.by_uri.get(&absolute(from.uri, uri)).or_else(|| self.by_uri.get(uri));
        found.map(|(tree, pointer)| (*tree, pointer.as_str()))
    }

    /// Where the schema with an anchor stands. An anchor of another resource of the tree counts where
    /// the resource itself has none of that name.
    pub(super) fn anchor(&self, tree: TreeId, resource: &str, name: &str) -> Option<&str> {
        let known = self.trees[tree.0].anchors.get(name)?;
        let own = known.iter().find(|(within, _)| within == resource);
        own.or(known.first()).map(|(_, pointer)| pointer.as_str())
    }

    /// The `$dynamicAnchor`s of the scope around a place: names, and where their schemas stand.
    pub(super) fn dynamic_anchors(&self, tree: TreeId, place: &str) -> &[(String, String)] {
        let scopes = &self.trees[tree.0].scopes;
        ancestors(place).find_map(|pointer| scopes.get(pointer)).map_or(&[], Vec::as_slice)
    }
}

/// Lists what stands within a value.
fn follow<'n>(tree: &mut TreeResources, stop: &Stop<'n>, pending: &mut VecDeque<Stop<'n>>) {
    let next = |token: &str, node: &'n Node, named: bool, is_value: bool| Stop {
        at: pointer::child(&stop.at, token),
        node,
        named,
        is_value: stop.is_value || is_value,
        resource: Rc::clone(&stop.resource),
        uri: Rc::clone(&stop.uri),
        scope: Rc::clone(&stop.scope),
    };
    match &stop.node.value {
        Value::Object(members) => {
            let in_schemas = stop.named && stop.at.ends_with("/schemas");
            for (key, member) in members.iter().filter(|(_, member)| has_parts(&member.node)) {
                let is_keyword = !stop.named;
                let named = is_keyword && NAMED.contains(&key.as_str());
                let is_value = is_keyword && VALUES.contains(&key.as_str());
                let mut next = next(key, &member.node, named, is_value);
                // What is bound within a component or the schema of a message is bound there alone.
                let is_schema = in_schemas || (is_keyword && matches!(key.as_str(), "schema" | "itemSchema"));
                if is_schema && !next.is_value {
                    tree.scopes.insert(next.at.clone(), Vec::new());
                    next.scope = Rc::from(next.at.as_str());
                }
                pending.push_back(next);
            }
        }
        Value::Array(items) => {
            let items = items.iter().enumerate().filter(|(_, item)| has_parts(item));
            pending.extend(items.map(|(index, item)| next(&index.to_string(), item, false, false)));
        }
        _ => {}
    }
}

fn has_parts(node: &Node) -> bool {
    matches!(node.value, Value::Object(_) | Value::Array(_))
}

/// A pointer and those of everything around it, from within.
fn ancestors(pointer: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(pointer), |at| at.rsplit_once('/').map(|(parent, _)| parent))
}
