//! `not`, and `if` with `then` and `else`, of two alternatives.

use std::collections::{BTreeMap, BTreeSet};

use unplug_openapi::ir::{Keyword, Schema, SchemaId, TypeSet};

use super::carrier::Carrier;
use super::children::Child;
use super::flattened::Flattener;
use super::pair::{AlternativePair, Flatteners};
use super::view::{Found, View};

/// How deep two conditions have to look the same.
const CONDITION_DEPTH: u8 = 6;

/// The schemas of a condition: one for `not`, up to three for `if`.
type Condition = [Option<SchemaId>; 3];
/// The conditions of an alternative by their fingerprints, each with the schema that has it.
type Conditions = BTreeMap<[Option<u64>; 3], (Condition, SchemaId)>;

pub(crate) fn negation(schema: &Schema) -> Option<Condition> {
    schema.not.map(|not| [Some(not), None, None])
}

/// `if` alone, and one of the others without it, decide nothing.
pub(crate) fn condition(schema: &Schema) -> Option<Condition> {
    let decides = schema.if_.is_some() && (schema.then.is_some() || schema.else_.is_some());
    decides.then_some([schema.if_, schema.then, schema.else_])
}

/// A condition that only the earlier schema has, and one that only the later one has. Two with the same
/// `if` are compared by what follows from it instead.
pub(crate) fn changed(
    schemas: &mut Flatteners<'_>,
    pair: &AlternativePair<'_>,
    get: fn(&Schema) -> Option<Condition>,
) -> (Found<()>, Found<()>) {
    let (before, after) = unlike(schemas, pair, get);
    let same = |one: &[Option<u64>; 3], others: &Conditions| {
        let is_if = |other: &[Option<u64>; 3]| (one[1], one[2]) != (None, None) && other[0] == one[0];
        others.keys().any(is_if)
    };
    let lost = before.iter().find(|(print, _)| !same(print, &after));
    let gained = after.iter().find(|(print, _)| !same(print, &before));
    (lost.map(|(_, (_, id))| ((), *id)), gained.map(|(_, (_, id))| ((), *id)))
}

/// What follows from the same `if`: `then` with `then`, and `else` with `else`.
pub(crate) fn of_conditions<'a>(
    schemas: &mut Flatteners<'a>,
    pair: &AlternativePair<'a>,
    children: &mut Vec<Child<'a>>,
) {
    let (before, after) = unlike(schemas, pair, condition);
    for (print, (one, _)) in &before {
        let Some((_, (other, _))) = after.iter().find(|(own, _)| own[0] == print[0]) else { continue };
        for (at, name) in [(1, "then"), (2, "else")] {
            let ids = |condition: &Condition| condition[at].into_iter().collect::<Vec<_>>();
            let locators = (pair.before.whole(), pair.after.whole());
            let label = format!("[{name}]");
            let carrier = Carrier::Json;
            children.push(Child { before: ids(one), after: ids(other), label, locators, carrier });
        }
    }
}

/// What two `not` exclude, before and after, where that can be compared: types or listed values.
pub(crate) fn excluded(
    schemas: &mut Flatteners<'_>,
    pair: &AlternativePair<'_>,
) -> Option<(Excluded, Excluded)> {
    let (before, after) = unlike(schemas, pair, negation);
    let only = |conditions: &Conditions| match conditions.values().collect::<Vec<_>>()[..] {
        [([Some(id), ..], _)] => Some(*id),
        _ => None,
    };
    let (one, other) = (only(&before)?, only(&after)?);
    Some((Excluded::of(&mut schemas.before, one)?, Excluded::of(&mut schemas.after, other)?))
}

/// What a `not` excludes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Excluded {
    types: TypeSet,
    values: BTreeSet<String>,
}

impl Excluded {
    fn of(side: &mut Flattener<'_>, id: SchemaId) -> Option<Self> {
        let set = side.set(&[id]);
        let flattened = side.flattened(set);
        let null = if flattened.null { TypeSet::NULL } else { TypeSet::NONE };
        let mut excluded = Self { types: null, values: BTreeSet::new() };
        for one in &flattened.alternatives {
            let is_type = |schema: &Schema| {
                schema.keywords().all(|keyword| keyword == Keyword::Type || !keyword.role().constrains())
            };
            match &one.values {
                Some(values) => excluded.values.extend(values.iter().map(|(text, _)| text.clone())),
                None if one.parts.iter().all(|id| is_type(&side.schemas[*id])) => {
                    excluded.types = excluded.types.or(one.types);
                }
                None => return None,
            }
        }
        flattened.unexpanded.is_empty().then_some(excluded)
    }

    /// Whether all of it is excluded by the other as well.
    pub(crate) fn is_within(&self, other: &Self) -> bool {
        self.types.without(other.types).is_empty() && self.values.is_subset(&other.values)
    }
}

/// The conditions of each side that the other does not have just so.
fn unlike(
    schemas: &mut Flatteners<'_>,
    pair: &AlternativePair<'_>,
    get: fn(&Schema) -> Option<Condition>,
) -> (Conditions, Conditions) {
    let mut before = conditions(&mut schemas.before, &pair.before, get);
    let mut after = conditions(&mut schemas.after, &pair.after, get);
    let shared: Vec<_> = before.keys().filter(|print| after.contains_key(*print)).copied().collect();
    for print in shared {
        before.remove(&print);
        after.remove(&print);
    }
    (before, after)
}

fn conditions(
    side: &mut Flattener<'_>,
    view: &View<'_>,
    get: fn(&Schema) -> Option<Condition>,
) -> Conditions {
    let conditions = view.schemas().filter_map(|(owner, schema)| Some((owner, get(schema)?)));
    let mut print = |ids: Condition| ids.map(|id| id.map(|id| side.fingerprint(&[id], CONDITION_DEPTH)));
    conditions.map(|(owner, ids)| (print(ids), (ids, owner))).collect()
}
