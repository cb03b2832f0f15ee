//! Pairs of schemas, each compared once, and which operations reach them.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::rc::Rc;

use unplug_openapi::ir::{Api, SchemaId, Schemas};

use super::checks::{Checks, Found};
use super::engine::Engine;
use crate::locator::{Locator, Locators};
use crate::schemas::flattened::Set;
use crate::verdict::Direction;
use crate::wording::Wording;

/// Labels are cut beyond this many characters, so that they do not grow with the depth.
const MAX_LABEL: usize = 200;
/// How many schemas around one are named.
const MAX_SURROUNDING: usize = 64;

/// What a schema describes.
#[derive(Clone, Default)]
pub(super) struct Subject<'a> {
    /// For example `the request body`.
    pub(super) label: String,
    /// Where it would stand if it had no schema.
    pub(super) locators: Locators<'a>,
}

pub(super) struct Graph<'a> {
    engine: Engine<'a>,
    pub(super) nodes: Vec<Node<'a>>,
    numbers: HashMap<(Set, Set, Option<Direction>), usize>,
}

/// Two schemas that are compared.
pub(super) struct Node<'a> {
    sets: (Set, Set),
    /// `None` when types are compared as such.
    pub(super) direction: Option<Direction>,
    /// What the first that was found describes, for example `the request body`.
    pub(super) label: String,
    /// How it is reached from there, for example `.name[]`.
    pub(super) path: String,
    locators: Locators<'a>,
    pub(super) found: Vec<Found<'a>>,
    /// Pairs that this one is below of.
    parents: Vec<usize>,
    /// Operations that name it, each with how to find it in a handler's description.
    roots: Vec<(usize, Vec<String>)>,
    pub(super) schema: Option<SchemaId>,
}

impl<'a> Graph<'a> {
    pub(super) fn new(before: &'a Api, after: &'a Api, wording: Wording<'a>, checks: Rc<Checks<'a>>) -> Self {
        let engine = Engine::new(&before.schemas, &after.schemas, checks, wording);
        Self { engine, nodes: Vec::new(), numbers: HashMap::new() }
    }

    pub(super) fn root(
        &mut self,
        operation: Option<usize>,
        (before, after): (&[SchemaId], &[SchemaId]),
        direction: Option<Direction>,
        subject: Subject<'a>,
    ) {
        let hints = subject.locators.1.hints.clone();
        let number = self.node((before, after), direction, (subject.label, String::new()), subject.locators);
        if let Some(node) = self.nodes.get_mut(number) {
            node.roots.extend(operation.map(|operation| (operation, hints)));
        }
    }

    fn node(
        &mut self,
        (before, after): (&[SchemaId], &[SchemaId]),
        direction: Option<Direction>,
        (label, path): (String, String),
        locators: Locators<'a>,
    ) -> usize {
        let sets = self.engine.schemas.sets(before, after);
        let next = self.nodes.len();
        let number = *self.numbers.entry((sets.0, sets.1, direction)).or_insert(next);
        if number == next {
            let locator = |schemas: &'a Schemas, ids: &[SchemaId], fallback: Locator<'a>| {
                let own = ids.first().map(|id| Locator::at(&schemas[schemas.resolve(*id)].location));
                own.unwrap_or_else(|| fallback.absent())
            };
            let schemas = (self.engine.schemas.before.schemas, self.engine.schemas.after.schemas);
            let locators = (locator(schemas.0, before, locators.0), locator(schemas.1, after, locators.1));
            self.nodes.push(Node {
                sets,
                direction,
                label,
                path,
                locators,
                found: Vec::new(),
                parents: Vec::new(),
                roots: Vec::new(),
                schema: before.first().map(|id| schemas.0.resolve(*id)),
            });
        }
        number
    }

    /// Compares every pair, and all that they lead to.
    pub(super) fn run(&mut self) {
        let mut next = 0;
        while let Some(node) = self.nodes.get(next) {
            let (sets, direction) = (node.sets, node.direction);
            let (label, path, locators) = (node.label.clone(), node.path.clone(), node.locators.clone());
            let pair = self.engine.pair(sets, direction, locators);
            let compared = self.engine.compare(&pair);
            for child in compared.children {
                let below = (label.clone(), shortened(format!("{path}{}", child.label)));
                let number = self.node((&child.before, &child.after), direction, below, child.locators);
                if let Some(child) = self.nodes.get_mut(number)
                    && child.parents.last() != Some(&next)
                {
                    child.parents.push(next);
                }
            }
            if let Some(node) = self.nodes.get_mut(next) {
                node.found = compared.found;
            }
            next += 1;
        }
    }

    /// The schema of the `before` side, and those that it stands in, innermost first.
    pub(super) fn around(&self, number: usize) -> Vec<SchemaId> {
        let parent = |at: &usize| self.nodes.get(*at)?.parents.first().copied().filter(|parent| parent < at);
        let chain = std::iter::successors(Some(number), parent).take(MAX_SURROUNDING);
        chain.filter_map(|at| self.nodes.get(at)?.schema).collect()
    }

    /// The operations that reach a pair, and how the first of them finds it.
    pub(super) fn operations(&self, number: usize) -> (BTreeSet<usize>, Vec<String>) {
        let mut seen = HashSet::from([number]);
        let mut pending = vec![number];
        let mut found: BTreeSet<usize> = BTreeSet::new();
        let mut first: Option<(usize, &Vec<String>)> = None;
        while let Some(at) = pending.pop() {
            let Some(node) = self.nodes.get(at) else { continue };
            for (operation, hints) in &node.roots {
                found.insert(*operation);
                if first.is_none_or(|(least, _)| *operation < least) {
                    first = Some((*operation, hints));
                }
            }
            pending.extend(node.parents.iter().copied().filter(|parent| seen.insert(*parent)));
        }
        (found, first.map(|(_, hints)| hints.clone()).unwrap_or_default())
    }
}

impl Node<'_> {
    /// For example ``the request body, `name` ``.
    pub(super) fn subject(&self) -> String {
        match (self.label.as_str(), self.path.trim_start_matches('.')) {
            (label, "") => label.to_owned(),
            ("", path) => format!("`{path}`"),
            (label, path) => format!("{label}, `{path}`"),
        }
    }
}

fn shortened(label: String) -> String {
    if label.chars().count() <= MAX_LABEL {
        return label;
    }
    let end: String = label.chars().skip(label.chars().count() - MAX_LABEL).collect();
    format!("…{end}")
}
