//! Pairs of schemas, each compared once, and which operations reach them.

use std::collections::{HashMap, HashSet, VecDeque};
use std::rc::Rc;

use unplug_openapi::ir::{Api, SchemaId, Schemas};

use super::Places;
use super::checks::{Checks, Found};
use super::engine::Engine;
use crate::date::Date;
use crate::locator::{Locator, Locators};
use crate::schemas::carrier::Carrier;
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
    /// How its values are written.
    pub(super) carrier: Carrier,
}

pub(super) struct Graph<'a> {
    engine: Engine<'a>,
    pub(super) nodes: Vec<Node<'a>>,
    numbers: HashMap<(Set, Set, Option<Direction>, Carrier), usize>,
}

/// Two schemas that are compared.
pub(super) struct Node<'a> {
    sets: (Set, Set),
    /// `None` when types are compared as such.
    pub(super) direction: Option<Direction>,
    carrier: Carrier,
    /// What the first that was found describes, for example `the request body`.
    pub(super) label: String,
    /// How it is reached from there, for example `.name[]`.
    pub(super) path: String,
    locators: Locators<'a>,
    pub(super) found: Vec<Found<'a>>,
    /// Pairs that this one is below of, each with how it is reached from there.
    parents: Vec<(usize, String)>,
    /// Operations that name it.
    roots: Vec<Root>,
    pub(super) schema: Option<SchemaId>,
}

/// An operation that names a pair.
struct Root {
    operation: usize,
    /// What of the operation it describes.
    label: String,
    /// How to find it in a handler's description.
    hints: Vec<String>,
}

impl<'a> Graph<'a> {
    pub(super) fn new(
        before: &'a Api,
        after: &'a Api,
        wording: Wording<'a>,
        checks: Rc<Checks<'a>>,
        today: Option<Date>,
    ) -> Self {
        let engine = Engine::new(&before.schemas, &after.schemas, checks, wording, today);
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
        let label = subject.label.clone();
        let way = (direction, subject.carrier);
        let number = self.node((before, after), way, (subject.label, String::new()), subject.locators);
        if let Some(node) = self.nodes.get_mut(number) {
            node.roots.extend(operation.map(|operation| Root { operation, label, hints }));
        }
    }

    fn node(
        &mut self,
        (before, after): (&[SchemaId], &[SchemaId]),
        (direction, carrier): (Option<Direction>, Carrier),
        (label, path): (String, String),
        locators: Locators<'a>,
    ) -> usize {
        let sets = self.engine.schemas.sets(before, after);
        let next = self.nodes.len();
        let number = *self.numbers.entry((sets.0, sets.1, direction, carrier)).or_insert(next);
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
                carrier,
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
            let (sets, direction, carrier) = (node.sets, node.direction, node.carrier);
            let (label, path, locators) = (node.label.clone(), node.path.clone(), node.locators.clone());
            let pair = self.engine.pair(sets, (direction, carrier), locators);
            let compared = self.engine.compare(&pair);
            for child in compared.children {
                let below = (label.clone(), shortened(format!("{path}{}", child.label)));
                let way = (direction, child.carrier);
                let number = self.node((&child.before, &child.after), way, below, child.locators);
                if let Some(node) = self.nodes.get_mut(number)
                    && node.parents.last().is_none_or(|(parent, _)| *parent != next)
                {
                    node.parents.push((next, child.label));
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
        let parent = |at: &usize| {
            self.nodes.get(*at)?.parents.first().map(|(parent, _)| *parent).filter(|parent| parent < at)
        };
        let chain = std::iter::successors(Some(number), parent).take(MAX_SURROUNDING);
        chain.filter_map(|at| self.nodes.get(at)?.schema).collect()
    }

    /// The operations that reach a pair, each with what of it describes the pair, and how the first of
    /// them finds it.
    pub(super) fn operations(&self, number: usize) -> (Places, Vec<String>) {
        let mut seen = HashSet::from([number]);
        let mut pending = VecDeque::from([(number, String::new())]);
        let mut found = Places::new();
        let mut first: Option<(usize, &Vec<String>)> = None;
        while let Some((at, path)) = pending.pop_front() {
            let Some(node) = self.nodes.get(at) else { continue };
            for root in &node.roots {
                found.entry(root.operation).or_default().insert(subject(&root.label, &path));
                if first.is_none_or(|(least, _)| root.operation < least) {
                    first = Some((root.operation, &root.hints));
                }
            }
            for (parent, label) in &node.parents {
                if seen.insert(*parent) {
                    pending.push_back((*parent, shortened(format!("{label}{path}"))));
                }
            }
        }
        (found, first.map(|(_, hints)| hints.clone()).unwrap_or_default())
    }
}

impl Node<'_> {
    /// For example ``the request body, `name` ``.
    pub(super) fn subject(&self) -> String {
        subject(&self.label, &self.path)
    }
}

fn subject(label: &str, path: &str) -> String {
    match (label, path.trim_start_matches('.')) {
        (label, "") => label.to_owned(),
        ("", path) => format!("`{path}`"),
        (label, path) => format!("{label}, `{path}`"),
    }
}

fn shortened(label: String) -> String {
    if label.chars().count() <= MAX_LABEL {
        return label;
    }
    let end: String = label.chars().skip(label.chars().count() - MAX_LABEL).collect();
    format!("…{end}")
}
