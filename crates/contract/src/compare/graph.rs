//! Pairs of schemas, each compared once, and which operations reach them.

use std::collections::{BTreeSet, HashMap};

use unplug_openapi::ir::{Api, SchemaId};

use super::Subject;
use crate::schemas::normal::Set;
use crate::schemas::{Difference, Engine, Flow, Words};
use crate::spot::Spot;

/// Labels are cut beyond this many characters, so that they do not grow with the depth.
const LONGEST_LABEL: usize = 200;

pub(super) struct Graph<'a> {
    engine: Engine<'a>,
    pub(super) nodes: Vec<Pairing<'a>>,
    numbers: HashMap<(Set, Set, Flow), usize>,
}

/// Two schemas.
pub(super) struct Pairing<'a> {
    sets: (Set, Set),
    pub(super) flow: Flow,
    /// What the first that was found describes, for example `the request body`.
    pub(super) label: String,
    /// How it is reached from there, for example `.name[]`.
    pub(super) path: String,
    spots: (Spot<'a>, Spot<'a>),
    pub(super) differences: Vec<Difference<'a>>,
    /// Pairs that this one is below of.
    parents: Vec<usize>,
    /// Operations that name it, each with how to find it in a handler's description.
    roots: Vec<(usize, Vec<String>)>,
    pub(super) schema: Option<SchemaId>,
}

impl<'a> Graph<'a> {
    pub(super) fn new(before: &'a Api, after: &'a Api, words: Words<'a>, annotations: bool) -> Self {
        let mut engine = Engine::new(&before.schemas, &after.schemas, words);
        engine.annotations = annotations;
        Self { engine, nodes: Vec::new(), numbers: HashMap::new() }
    }

    pub(super) fn root(
        &mut self,
        operation: Option<usize>,
        (before, after): (&[SchemaId], &[SchemaId]),
        flow: Flow,
        subject: Subject<'a>,
    ) {
        let hints = subject.spots.1.hints.clone();
        let number = self.node((before, after), flow, (subject.label, String::new()), subject.spots);
        if let Some(node) = self.nodes.get_mut(number) {
            node.roots.extend(operation.map(|operation| (operation, hints)));
        }
    }

    fn node(
        &mut self,
        (before, after): (&[SchemaId], &[SchemaId]),
        flow: Flow,
        (label, path): (String, String),
        spots: (Spot<'a>, Spot<'a>),
    ) -> usize {
        let sets = self.engine.sets(before, after);
        let next = self.nodes.len();
        let number = *self.numbers.entry((sets.0, sets.1, flow)).or_insert(next);
        if number == next {
            let place = |schemas: &'a unplug_openapi::ir::Schemas, ids: &[SchemaId], fallback: Spot<'a>| {
                let spot = ids.first().map(|id| Spot::at(&schemas[schemas.resolve(*id)].location));
                spot.unwrap_or_else(|| fallback.absent())
            };
            let spots = (
                place(self.engine.before.schemas, before, spots.0),
                place(self.engine.after.schemas, after, spots.1),
            );
            self.nodes.push(Pairing {
                sets,
                flow,
                label,
                path,
                spots,
                differences: Vec::new(),
                parents: Vec::new(),
                roots: Vec::new(),
                schema: before.first().map(|id| self.engine.before.schemas.resolve(*id)),
            });
        }
        number
    }

    /// Compares every pair, and all that they lead to.
    pub(super) fn run(&mut self) {
        let mut next = 0;
        while let Some(node) = self.nodes.get(next) {
            let (sets, flow, label, path) = (node.sets, node.flow, node.label.clone(), node.path.clone());
            let spots = node.spots.clone();
            let both = self.engine.both(sets, flow, spots);
            let out = self.engine.compare(&both);
            for child in out.children {
                let below = (label.clone(), shortened(format!("{path}{}", child.label)));
                let number = self.node((&child.before, &child.after), flow, below, child.spots);
                if let Some(child) = self.nodes.get_mut(number)
                    && child.parents.last() != Some(&next)
                {
                    child.parents.push(next);
                }
            }
            if let Some(node) = self.nodes.get_mut(next) {
                node.differences = out.differences;
            }
            next += 1;
        }
    }

    /// The schema of the `before` side, and those that it stands in, innermost first.
    pub(super) fn around(&self, number: usize) -> Vec<SchemaId> {
        const DEEPEST: usize = 64;
        let parent = |at: &usize| self.nodes.get(*at)?.parents.first().copied().filter(|parent| parent < at);
        let chain = std::iter::successors(Some(number), parent).take(DEEPEST);
        chain.filter_map(|at| self.nodes.get(at)?.schema).collect()
    }

    /// The operations that reach a pair, and how the first of them finds it.
    pub(super) fn operations(&self, number: usize) -> (BTreeSet<usize>, Vec<String>) {
        let mut seen = std::collections::HashSet::from([number]);
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

impl Pairing<'_> {
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
    if label.chars().count() <= LONGEST_LABEL {
        return label;
    }
    let end: String = label.chars().skip(label.chars().count() - LONGEST_LABEL).collect();
    format!("…{end}")
}
