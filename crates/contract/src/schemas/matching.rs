//! Which alternatives of two schemas stand for each other.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::hash::Hash;

use unplug_openapi::ir::SchemaId;

use super::flattened::{Alternative, Flattener};
use super::pair::Flatteners;
use super::types::Kind;
use super::view::View;
use crate::locator::Locator;

/// How deep alternatives are looked into for a match.
const MATCH_DEPTH: u8 = 4;
/// How many pairs are scored by their members.
const MAX_SCORED_PAIRS: usize = 20_000;

/// Positions in the lists of alternatives.
#[derive(Debug, Default)]
pub(crate) struct Matched {
    pub(crate) pairs: Vec<(usize, usize)>,
    /// Without a counterpart.
    pub(crate) before: Vec<usize>,
    pub(crate) after: Vec<usize>,
}

impl<'a> Flatteners<'a> {
    /// Matches alternatives of one kind. Where discriminators tell them apart, by their names first:
    /// what two of them say may be the same.
    pub(crate) fn matches(
        &mut self,
        kind: Kind,
        tagged: bool,
        before: &[Alternative],
        after: &[Alternative],
    ) -> Matched {
        let mut matched = Matched {
            pairs: Vec::new(),
            before: (0..before.len()).collect(),
            after: (0..after.len()).collect(),
        };
        if let ([_], [_]) = (before, after) {
            matched.pairs.push((0, 0));
            matched.before.clear();
            matched.after.clear();
            return matched;
        }
        let names = |side: &Flattener<'a>, list: &[Alternative]| -> Vec<Option<String>> {
            list.iter().map(|one| component(side, one)).collect()
        };
        if tagged {
            matched.by(&names(&self.before, before), &names(&self.after, after), false);
        }
        let prints = |side: &mut Flattener<'a>, list: &[Alternative]| -> Vec<Option<u64>> {
            list.iter().map(|one| Some(side.print_alternative(one, MATCH_DEPTH))).collect()
        };
        let (one, other) = (prints(&mut self.before, before), prints(&mut self.after, after));
        matched.by(&one, &other, true);
        if matched.before.is_empty() || matched.after.is_empty() {
            return matched;
        }
        let (one, other) = (tags(&mut self.before, before), tags(&mut self.after, after));
        matched.by(&one, &other, false);
        matched.by(&names(&self.before, before), &names(&self.after, after), false);
        if kind == Kind::Object {
            self.by_members(before, after, &mut matched);
        } else if let (&[left], &[right]) = (&matched.before[..], &matched.after[..]) {
            matched.take(left, right);
        }
        matched
    }

    /// Objects that share most of their members.
    fn by_members(&self, before: &[Alternative], after: &[Alternative], matched: &mut Matched) {
        if matched.before.len().saturating_mul(matched.after.len()) > MAX_SCORED_PAIRS {
            return;
        }
        let members = |side: &Flattener<'a>, one: Option<&Alternative>| -> HashSet<&'a str> {
            let Some(one) = one else { return HashSet::new() };
            let view = View::new(side.schemas, one, Locator::root());
            view.properties().keys().copied().chain(view.required().keys().copied()).collect()
        };
        let one: Vec<_> =
            matched.before.iter().map(|at| (*at, members(&self.before, before.get(*at)))).collect();
        let other: Vec<_> =
            matched.after.iter().map(|at| (*at, members(&self.after, after.get(*at)))).collect();
        let mut scored = Vec::new();
        for (left, mine) in &one {
            for (right, yours) in &other {
                let shared = mine.intersection(yours).count();
                let all = mine.union(yours).count();
                // Half of the members, at least.
                if all > 0 && shared * 2 >= all {
                    scored.push((shared * 1000 / all, *left, *right));
                }
            }
        }
        scored.sort_by_key(|(score, left, right)| (std::cmp::Reverse(*score), *left, *right));
        for (_, left, right) in scored {
            if matched.before.contains(&left) && matched.after.contains(&right) {
                matched.take(left, right);
            }
        }
    }
}

impl Matched {
    fn take(&mut self, left: usize, right: usize) {
        self.pairs.push((left, right));
        self.before.retain(|at| *at != left);
        self.after.retain(|at| *at != right);
    }

    /// Pairs those with equal keys. A key that several have on one side decides nothing, unless they
    /// are `alike`.
    fn by<K: Hash + Eq>(&mut self, one: &[Option<K>], other: &[Option<K>], alike: bool) {
        let mut places: HashMap<&K, (Vec<usize>, Vec<usize>)> = HashMap::new();
        for at in &self.before {
            if let Some(Some(key)) = one.get(*at) {
                places.entry(key).or_default().0.push(*at);
            }
        }
        for at in &self.after {
            if let Some(Some(key)) = other.get(*at) {
                places.entry(key).or_default().1.push(*at);
            }
        }
        let mut taken: BTreeMap<usize, usize> = BTreeMap::new();
        for (left, right) in places.into_values() {
            if alike || (left.len() == 1 && right.len() == 1) {
                taken.extend(left.into_iter().zip(right));
            }
        }
        let right: HashSet<usize> = taken.values().copied().collect();
        self.before.retain(|at| !taken.contains_key(at));
        self.after.retain(|at| !right.contains(at));
        self.pairs.extend(taken);
    }
}

/// The members with only one possible text, which tell the branches of a union apart.
fn tags(side: &mut Flattener<'_>, list: &[Alternative]) -> Vec<Option<Vec<(String, String)>>> {
    list.iter()
        .map(|one| {
            let view = View::new(side.schemas, one, Locator::root());
            let mut found: Vec<(String, String)> = Vec::new();
            for (name, ids) in view.properties() {
                if let Some(value) = only_value(side, &ids) {
                    found.push((name.to_owned(), value));
                }
            }
            found.sort();
            (!found.is_empty()).then_some(found)
        })
        .collect()
}

fn only_value(side: &mut Flattener<'_>, ids: &[SchemaId]) -> Option<String> {
    let set = side.set(ids);
    let flattened = side.flattened(set);
    let [only] = &flattened.alternatives[..] else { return None };
    match only.values.as_deref().map(Vec::as_slice) {
        Some([(text, _)]) => Some(text.clone()),
        _ => None,
    }
}

/// The name of the branch, or of the items of a list.
fn component(side: &Flattener<'_>, one: &Alternative) -> Option<String> {
    let name = |id: SchemaId| side.schemas[side.schemas.resolve(id)].name.clone();
    let items = || one.parts.iter().find_map(|id| side.schemas[*id].items);
    name(one.branch?).or_else(|| items().and_then(name))
}
