//! Finds what a `$ref` points at: in the same tree, or in a file that lies beside it.
//!
//! All files are read before anything is resolved ([`Trees::gather`]), so that resolving only
//! borrows. A reference is relative to the *tree* it stands in, not to the file of its node: a
//! correction that an overlay puts into a document means that document's components.

use std::collections::HashMap;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Label};
use crate::syntax::{self, Location, Member, Node, SourceFile, Value, pointer};

mod address;
mod operations;
mod resources;

pub use address::Unresolved;
use address::{join, split};
pub use operations::{LocatedIncoming, LocatedOperation, LocatedParameter};
use resources::{Resource, Resources};

/// Files that one document may draw in; a bound for documents that refer to ever more files.
const MAX_FILES: usize = 500;

/// Steps from a reference to a reference that are followed before it counts as a cycle.
const MAX_STEPS: usize = 32;

/// One of the trees in [`Trees`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TreeId(usize);

impl TreeId {
    /// The document itself, as opposed to a file that it refers to.
    pub const DOCUMENT: Self = Self(0);
}

/// A value with the way to it.
#[derive(Clone, Debug)]
pub struct LocatedNode<'a> {
    /// The tree it stands in.
    pub tree: TreeId,
    /// JSON pointer within that tree.
    pub pointer: String,
    /// The value.
    pub node: &'a Node,
    /// The member whose value it is, when it stands in an object.
    pub member: Option<&'a Member>,
}

impl<'a> LocatedNode<'a> {
    /// Points at the beginning of the value: its key, or else its first line. A marker on the whole
    /// of a long object would hide what is meant.
    #[must_use]
    pub fn head(&self, text: impl Into<String>) -> Label {
        if let Some(member) = self.member {
            return member.key_label(text);
        }
        let mut label = self.node.label(text);
        let first = self.node.file.slice(label.span).lines().next();
        label.span.end = label.span.start + first.map_or(0, |line| line.trim_end().len());
        label
    }

    /// Member `key`, when this is an object that has it.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<Self> {
        let member = self.node.member(key)?;
        Some(self.child(key, &member.node, Some(member)))
    }

    /// Member `key`, when it is there and not `null`.
    #[must_use]
    pub fn field(&self, key: &str) -> Option<Self> {
        self.get(key).filter(|located| !located.node.is_null())
    }

    /// The members, when this is an object.
    pub fn members(&self) -> impl Iterator<Item = (&'a str, Self)> + use<'a, '_> {
        self.node
            .as_object()
            .into_iter()
            .flatten()
            .map(|(key, member)| (key.as_str(), self.child(key, &member.node, Some(member))))
    }

    /// The items, when this is an array.
    pub fn items(&self) -> impl Iterator<Item = Self> + use<'a, '_> {
        self.node
            .as_array()
            .into_iter()
            .flatten()
            .enumerate()
            .map(|(index, node)| self.child(&index.to_string(), node, None))
    }

    /// The alternatives of a `security` list; an object without the list around it is the only one.
    #[must_use]
    pub fn alternatives(&self) -> Vec<Self> {
        if self.node.as_object().is_some() { vec![self.clone()] } else { self.items().collect() }
    }

    /// Text of member `key`.
    #[must_use]
    pub fn text(&self, key: &str) -> Option<&'a str> {
        self.node.get(key).and_then(Node::as_str)
    }

    /// Owned text of member `key`. A number is the text that it is written as: `version: 1.0`.
    #[must_use]
    pub fn string(&self, key: &str) -> Option<String> {
        let node = self.node.get(key)?;
        match &node.value {
            Value::String(text) => Some(text.clone()),
            Value::Number(_) => Some(node.file.slice(node.span).to_owned()),
            _ => None,
        }
    }

    /// Truth value of member `key`, as it is meant.
    #[must_use]
    pub fn flag(&self, key: &str) -> Option<bool> {
        self.node.get(key).and_then(Node::meant_flag)
    }

    /// Where the value stands.
    #[must_use]
    pub fn location(&self) -> Location {
        Location { pointer: self.pointer.clone(), file: Arc::clone(&self.node.file), span: self.node.span }
    }

    /// What identifies the value among all trees that are there, without the pointer's text.
    #[must_use]
    pub(crate) fn address(&self) -> usize {
        std::ptr::from_ref(self.node).addr()
    }

    /// What identifies the value among the trees, by tree and pointer.
    #[must_use]
    pub fn key(&self) -> NodeKey {
        (self.tree, self.pointer.clone())
    }

    fn child(&self, key: &str, node: &'a Node, member: Option<&'a Member>) -> Self {
        Self { tree: self.tree, pointer: pointer::child(&self.pointer, key), node, member }
    }
}

/// Identity of a [`LocatedNode`].
pub type NodeKey = (TreeId, String);

/// The tree of the document and those of all files it refers to.
#[derive(Debug)]
pub struct Trees {
    all: Vec<Tree>,
    /// File names that were asked for → their tree, or why there is none.
    files: HashMap<String, Result<TreeId, String>>,
    /// What references are relative to, and anchors.
    resources: Resources,
}

#[derive(Debug)]
struct Tree {
    name: String,
    root: Arc<Node>,
}

impl Trees {
    /// Reads every file that `root` refers to, and that those refer to.
    ///
    /// `name` is the document's own path, `read` gives the text of a file or says why not. The
    /// diagnostics are those of files that are there but cannot be parsed.
    pub fn gather(
        name: &str,
        root: Arc<Node>,
        read: &mut dyn FnMut(&str) -> Result<String, String>,
    ) -> (Self, Vec<Diagnostic>) {
        let mut trees = Self {
            all: vec![Tree { name: name.to_owned(), root }],
            files: HashMap::from([(join("", name), Ok(TreeId::DOCUMENT))]),
            resources: Resources::default(),
        };
        let mut diagnostics = Vec::new();
        let mut next = 0;
        while next < trees.all.len() {
            let tree = &trees.all[next];
            for file in trees.resources.scan(TreeId(next), &tree.name, &tree.root) {
                if !trees.files.contains_key(&file) {
                    let found = trees.open(&file, read, &mut diagnostics);
                    trees.files.insert(file, found);
                }
            }
            next += 1;
        }
        (trees, diagnostics)
    }

    fn open(
        &mut self,
        name: &str,
        read: &mut dyn FnMut(&str) -> Result<String, String>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Result<TreeId, String> {
        if self.all.len() >= MAX_FILES {
            return Err(format!("the document already refers to {MAX_FILES} files"));
        }
        let text = read(name)?;
        let file = Arc::new(SourceFile::new(name, text));
        let reading = syntax::read(&file);
        diagnostics.extend(reading.diagnostics);
        let root = reading.root.map(Arc::new);
        let root = root.ok_or_else(|| "it can be read as neither JSON nor YAML".to_owned())?;
        self.all.push(Tree { name: name.to_owned(), root });
        Ok(TreeId(self.all.len() - 1))
    }

    /// The document.
    #[must_use]
    pub fn root(&self) -> LocatedNode<'_> {
        LocatedNode { tree: TreeId::DOCUMENT, pointer: String::new(), node: &self.all[0].root, member: None }
    }

    /// The document's tree, when nothing refers to the others any more.
    #[must_use]
    pub fn into_root(self) -> Option<Arc<Node>> {
        self.all.into_iter().next().map(|tree| tree.root)
    }

    /// The files that were drawn in by references, without the document itself.
    pub fn files(&self) -> impl Iterator<Item = Arc<SourceFile>> + '_ {
        self.all.iter().skip(1).map(|tree| Arc::clone(&tree.root.file))
    }

    /// The tree that was read from a file. What an overlay brings belongs to the document.
    pub(crate) fn tree_of(&self, file: &Arc<SourceFile>) -> TreeId {
        let other = self.all.iter().skip(1).position(|tree| Arc::ptr_eq(&tree.root.file, file));
        other.map_or(TreeId::DOCUMENT, |position| TreeId(position + 1))
    }

    /// What `reference` means in a tree.
    ///
    /// # Errors
    /// Why it leads nowhere.
    pub fn resolve(&self, from: TreeId, reference: &str) -> Result<LocatedNode<'_>, Unresolved> {
        self.resolve_within(from, self.resources.around(from, ""), reference)
    }

    fn resolve_within(
        &self,
        from: TreeId,
        resource: Resource<'_>,
        reference: &str,
    ) -> Result<LocatedNode<'_>, Unresolved> {
        let (file, fragment) = split(reference);
        let (tree, base) = self.base(from, resource, file)?;
        let fragment = address::percent_decode(fragment);
        let within = if fragment.is_empty() || fragment.starts_with('/') {
            format!("{base}{fragment}")
        } else {
            let anchor = self.resources.anchor(tree, &base, &fragment);
            anchor.ok_or_else(|| Unresolved::NoAnchor(fragment.into_owned()))?.to_owned()
        };
        self.at(tree, &within).ok_or_else(|| self.missing(tree, &within))
    }

    /// What stands at a place of a tree.
    fn at(&self, tree: TreeId, place: &str) -> Option<LocatedNode<'_>> {
        let root = &self.all[tree.0].root;
        let node = root.pointer(place)?;
        let member = place
            .rsplit_once('/')
            .and_then(|(parent, token)| root.pointer(parent)?.member(&pointer::unescaped(token)));
        Some(LocatedNode { tree, pointer: place.to_owned(), node, member })
    }

    /// The keys of the object at a part of a pointer that exists, beside which a reference misses.
    pub(crate) fn beside<'a>(
        &'a self,
        from: TreeId,
        reference: &str,
        parent: &str,
    ) -> impl Iterator<Item = &'a str> {
        let tree = self.base(from, self.resources.around(from, ""), split(reference).0);
        let tree = tree.map(|(tree, _)| tree);
        let node = tree.ok().and_then(|tree| self.all[tree.0].root.pointer(parent));
        node.and_then(Node::as_object).into_iter().flat_map(|members| members.keys()).map(String::as_str)
    }

    /// As [`Trees::resolve`], for a reference that stands at a place: a schema with an `$id` around it is
    /// what it is relative to. What leads nowhere from there is read as if there were no `$id`.
    ///
    /// # Errors
    /// Why it leads nowhere.
    pub fn resolve_at<'a>(
        &'a self,
        from: &LocatedNode<'a>,
        reference: &str,
    ) -> Result<LocatedNode<'a>, Unresolved> {
        let resource = self.resources.around(from.tree, &from.pointer);
        let found = self.resolve_within(from.tree, resource, reference);
        if found.is_ok() || resource.pointer.is_empty() {
            return found;
        }
        self.resolve(from.tree, reference)
    }

    /// Whether any schema has a `$dynamicRef`.
    pub(crate) fn has_dynamic_references(&self) -> bool {
        self.resources.has_dynamic_references()
    }

    /// The name by which the dynamic scope is asked for the target of a `$dynamicRef`; `None` when the
    /// target is no `$dynamicAnchor`, so that the reference means that schema alone.
    pub(crate) fn dynamic_name<'a>(target: &LocatedNode<'a>, reference: &str) -> Option<&'a str> {
        let name = address::percent_decode(split(reference).1);
        target.text("$dynamicAnchor").filter(|anchor| *anchor == name)
    }

    /// The schemas with a `$dynamicAnchor` in the scope around a place, with their names.
    pub(crate) fn dynamic_anchors<'a>(
        &'a self,
        of: &LocatedNode<'_>,
    ) -> impl Iterator<Item = (&'a str, LocatedNode<'a>)> + use<'a> {
        let (tree, anchors) = (of.tree, self.resources.dynamic_anchors(of.tree, &of.pointer));
        anchors.iter().filter_map(move |(name, place)| Some((name.as_str(), self.at(tree, place)?)))
    }

    /// The roots of all trees.
    pub(crate) fn roots(&self) -> impl Iterator<Item = LocatedNode<'_>> {
        let located = |(index, tree)| LocatedNode {
            tree: TreeId(index),
            pointer: String::new(),
            node: tree,
            member: None,
        };
        self.all.iter().map(|tree| &*tree.root).enumerate().map(located)
    }

    fn base(&self, from: TreeId, resource: Resource<'_>, file: &str) -> Result<(TreeId, String), Unresolved> {
        if file.is_empty() {
            return Ok((from, resource.pointer.to_owned()));
        }
        if let Some((tree, at)) = self.resources.find(resource, file) {
            return Ok((tree, at.to_owned()));
        }
        let Some(name) = address::file_of(&self.all[from.0].name, file) else {
            return Err(Unresolved::NotLocal);
        };
        match self.files.get(&name) {
            Some(Ok(tree)) => Ok((*tree, String::new())),
            Some(Err(why)) => Err(Unresolved::NoFile { name, why: why.clone() }),
            None => Err(Unresolved::NotLocal),
        }
    }

    /// Describes a pointer into nothing by the part of it that does exist.
    fn missing(&self, tree: TreeId, wanted: &str) -> Unresolved {
        let mut parent = wanted;
        while let Some((shorter, _)) = parent.rsplit_once('/') {
            parent = shorter;
            if self.all[tree.0].root.pointer(parent).is_some() {
                let absent = wanted[parent.len() + 1..].split('/').next();
                return Unresolved::Missing {
                    parent: parent.to_owned(),
                    absent: pointer::unescaped(absent.unwrap_or_default()).into_owned(),
                };
            }
        }
        Unresolved::Missing { parent: String::new(), absent: wanted.to_owned() }
    }

    /// Goes from Reference Object to Reference Object until something else stands there.
    ///
    /// # Errors
    /// The reference that fails, as the place of the object that holds it, and why.
    pub fn follow<'a>(
        &'a self,
        from: &LocatedNode<'a>,
    ) -> Result<LocatedNode<'a>, (LocatedNode<'a>, Unresolved)> {
        let mut located = from.clone();
        for _ in 0..MAX_STEPS {
            let Some(reference) = located.text("$ref") else {
                return Ok(located);
            };
            match self.resolve_at(&located, reference) {
                Ok(target) => located = target,
                Err(why) => return Err((located, why)),
            }
        }
        // By now the way goes round. Those that stand on it are to blame, not those that lead to it.
        let entry = located.key();
        for _ in 0..MAX_STEPS {
            let Some(reference) = located.text("$ref") else {
                return Ok(located);
            };
            match self.resolve_at(&located, reference) {
                Ok(next) => located = next,
                Err(why) => return Err((located, why)),
            }
            if located.key() == from.key() || located.key() == entry {
                break;
            }
        }
        Err((located, Unresolved::Cycle))
    }
}
