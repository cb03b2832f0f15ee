//! `$dynamicRef`, bound where the document binds it.
//!
//! Which schema it means depends on the way that leads to it: the outermost `$dynamicAnchor` of its name
//! on that way. So a schema from which a `$dynamicRef` can be reached is lowered once for each set of
//! anchors that the ways to it bind, and everything after lowering sees plain references.

use std::collections::{BTreeMap, HashMap, HashSet};

use indexmap::IndexSet;

use super::Lowering;
use crate::resolve::{LocatedNode, Trees};

/// Which schemas `$dynamicRef`s mean at a point of a way, by the names of their anchors.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Bindings(usize);

impl Bindings {
    /// Nothing is bound.
    pub(super) const NONE: Self = Self(0);
}

/// The bindings of a document.
#[derive(Default)]
pub(super) struct DynamicScope<'a> {
    /// Sets of bindings, less the empty one: names, and where the schemas stand.
    sets: IndexSet<BTreeMap<&'a str, usize>>,
    /// What is bound, by [`LocatedNode::address`].
    targets: HashMap<usize, LocatedNode<'a>>,
    /// Values from which a `$dynamicRef` can be reached, by address.
    open: HashSet<usize>,
    /// What is bound where schemas are being asked for at the moment.
    pub(super) current: Bindings,
}

impl<'a> DynamicScope<'a> {
    /// The scope at the beginning of every way.
    pub(super) fn new(trees: &'a Trees) -> Self {
        let open = if trees.has_dynamic_references() { leading_to_dynamic(trees) } else { HashSet::new() };
        Self { open, ..Self::default() }
    }

    /// What is bound for a schema that is reached from where the scope is now.
    pub(super) fn entered(&mut self, trees: &'a Trees, located: &LocatedNode<'a>) -> Bindings {
        if !self.open.contains(&located.address()) {
            return Bindings::NONE;
        }
        let mut set = self.bound(self.current).cloned().unwrap_or_default();
        for (name, anchor) in trees.dynamic_anchors(located) {
            let address = anchor.address();
            set.entry(name).or_insert(address);
            self.targets.entry(address).or_insert(anchor);
        }
        if set.is_empty() { Bindings::NONE } else { Bindings(self.sets.insert_full(set).0 + 1) }
    }

    fn bound(&self, bindings: Bindings) -> Option<&BTreeMap<&'a str, usize>> {
        self.sets.get_index(bindings.0.checked_sub(1)?)
    }

    fn target(&self, name: &str) -> Option<&LocatedNode<'a>> {
        self.targets.get(self.bound(self.current)?.get(name)?)
    }
}

impl<'a> Lowering<'a> {
    /// What a `$dynamicRef` means; `None` where it leads nowhere.
    pub(super) fn dynamic_target(&self, from: &LocatedNode<'a>, reference: &str) -> Option<LocatedNode<'a>> {
        let target = self.trees.resolve_at(from, reference).ok()?;
        let bound = Trees::dynamic_name(&target, reference).and_then(|name| self.arena.scope.target(name));
        Some(bound.cloned().unwrap_or(target))
    }
}

/// The values from which a `$dynamicRef` can be reached, within them or along references.
fn leading_to_dynamic(trees: &Trees) -> HashSet<usize> {
    // From a value to those that it is a part of, or that refer to it.
    let mut owners: HashMap<usize, Vec<usize>> = HashMap::new();
    let mut anchors: HashMap<&str, Vec<usize>> = HashMap::new();
    let mut dynamic: Vec<(usize, &str)> = Vec::new();
    let mut pending: Vec<LocatedNode<'_>> = trees.roots().collect();
    while let Some(located) = pending.pop() {
        let address = located.address();
        let parts: Vec<LocatedNode<'_>> =
            located.members().map(|(_, member)| member).chain(located.items()).collect();
        for part in parts {
            owners.entry(part.address()).or_default().push(address);
            pending.push(part);
        }
        for reference in ["$ref", "$dynamicRef"].into_iter().filter_map(|key| located.text(key)) {
            if let Ok(target) = trees.resolve_at(&located, reference) {
                owners.entry(target.address()).or_default().push(address);
            }
        }
        if let Some(name) = located.text("$dynamicAnchor") {
            anchors.entry(name).or_default().push(address);
        }
        if let Some(reference) = located.text("$dynamicRef") {
            dynamic.push((address, reference.rsplit('#').next().unwrap_or_default()));
        }
    }
    for (address, name) in &dynamic {
        for anchor in anchors.get(name).into_iter().flatten() {
            owners.entry(*anchor).or_default().push(*address);
        }
    }
    let mut found: HashSet<usize> = HashSet::new();
    let mut pending: Vec<usize> = dynamic.into_iter().map(|(address, _)| address).collect();
    while let Some(address) = pending.pop() {
        if found.insert(address) {
            pending.extend(owners.remove(&address).into_iter().flatten());
        }
    }
    found
}
