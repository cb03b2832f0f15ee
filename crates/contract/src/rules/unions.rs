//! `oneOf` and `anyOf`.

use unplug_openapi::ir::{Keyword, SchemaId, Schemas};

use crate::difference::Differences;
use crate::locator::Locator;
use crate::rule::{Check, Mirror, Rule};
use crate::schemas::flattened::{Alternative, Flattener};
use crate::schemas::pair::{Flatteners, UnionPair};
use crate::schemas::types::in_words;
use crate::schemas::view::View;
use crate::verdict::Change;

pub(crate) const ADDED: Rule = Rule {
    id: "union-branch-added",
    summary: "A value may be of a further kind.",
    explanation: "`oneOf: [A]` before and `oneOf: [A, B]` now: a response may be a `B`, which a client made for `A` \
        does not know. Branches are told apart by what they say, not by their order; nested unions and unions of \
        one member are the same as without.",
    advice: "Let clients expect unknown kinds, for example by a discriminator with a default.",
    reverse: Mirror::Rule("union-branch-removed"),
    checks: &[Check::Union(|schemas, pair, found| {
        // Where some come and some go, it is undecided which stands for which.
        for other in pair.gained.iter().filter(|_| pair.lost.is_empty()) {
            let message = pair.union.wording.added(&name(schemas.after.schemas, other));
            let (before, after) = pair.union.locators.clone();
            let after = branch(schemas.after.schemas, other, &after);
            found.push(Change::Wider, message, (before.absent(), after));
        }
    })],
    ..Rule::DEFAULT
};

pub(crate) const REMOVED: Rule = Rule {
    id: "union-branch-removed",
    summary: "A value may no longer be of a kind.",
    explanation: "`oneOf: [A, B]` before and `oneOf: [A]` now: a request with a `B` is refused, unless `A` takes all \
        that `B` took.",
    advice: "Go on accepting the kind in requests.",
    reverse: Mirror::Rule("union-branch-added"),
    checks: &[Check::Union(|schemas, pair, found| {
        for one in pair.lost.iter().filter(|_| pair.gained.is_empty()) {
            let message = pair.union.wording.removed(&name(schemas.before.schemas, one));
            let (before, after) = pair.union.locators.clone();
            let before = branch(schemas.before.schemas, one, &before);
            found.push(Change::Narrower, message, (before, after.absent()));
        }
    })],
    ..Rule::DEFAULT
};

pub(crate) const KIND: Rule = Rule {
    id: "union-kind-changed",
    summary: "`anyOf` has become `oneOf`, or the reverse, and the branches overlap.",
    explanation: "`oneOf` refuses what fits two branches, `anyOf` takes it. Where no value fits two branches (other \
        types, or a member with other constants), both are the same and nothing is reported. The same goes for a \
        branch that overlaps with another one of a `oneOf`: `number` beside `integer` refuses whole numbers.",
    advice: "Make branches exclude each other, by a member that names the kind.",
    checks: &[Check::Union(|schemas, pair, found| {
        let (before, after) = (&pair.union.before, &pair.union.after);
        if before.exclusive == after.exclusive || pair.before.len() < 2 || pair.after.len() < 2 {
            return overlapping(schemas, pair, found);
        }
        let (change, apart) = if after.exclusive {
            (Change::Narrower, after.tagged || are_disjoint(&mut schemas.after, &pair.after))
        } else {
            (Change::Wider, before.tagged || are_disjoint(&mut schemas.before, &pair.before))
        };
        if !apart {
            let text = |exclusive| Some(if exclusive { "`oneOf`" } else { "`anyOf`" });
            let texts = (text(before.exclusive), text(after.exclusive));
            let message = pair.union.wording.differs("the union", texts.0, texts.1);
            found.push(change, message, pair.union.locators.clone());
        }
    })],
    ..Rule::DEFAULT
};

/// Values that fit two branches of a `oneOf`, on one side only: they are refused there.
fn overlapping<'a>(schemas: &mut Flatteners<'a>, pair: &UnionPair<'a>, found: &mut Differences<'a>) {
    let (before, after) = (&pair.union.before, &pair.union.after);
    let overlapped = before.exclusive && !before.tagged && overlap(&mut schemas.before, &pair.before);
    let overlaps_now = after.exclusive && !after.tagged && overlap(&mut schemas.after, &pair.after);
    let apart = |exclusive: bool, side: &mut Flattener<'a>, all: &[Alternative]| {
        !exclusive || are_disjoint(side, all)
    };
    let wording = pair.union.wording;
    let (change, then, now) = if overlapped && apart(after.exclusive, &mut schemas.after, &pair.after) {
        (Change::Wider, wording.before, wording.after)
    } else if overlaps_now && apart(before.exclusive, &mut schemas.before, &pair.before) {
        (Change::Narrower, wording.after, wording.before)
    } else {
        return;
    };
    let message = format!("values that fit two branches of the `oneOf` are refused {then}, and not {now}");
    found.push(change, message, pair.union.locators.clone());
}

/// Whether there are certainly values that are valid in two of them.
fn overlap(side: &mut Flattener<'_>, alternatives: &[Alternative]) -> bool {
    let schemas = side.schemas;
    let is_type = |id: &SchemaId| {
        let schema = &schemas[*id];
        let is_type =
            |keyword| matches!(keyword, Keyword::Type | Keyword::AllOf | Keyword::AnyOf | Keyword::OneOf);
        schema.keywords().all(|keyword| is_type(keyword) || !keyword.role().constrains())
    };
    let is_free = |one: &Alternative| one.values.is_none() && one.parts.iter().all(is_type);
    let pairs = alternatives.iter().enumerate().take(MAX_TOLD_APART);
    pairs.into_iter().any(|(at, one)| {
        alternatives.iter().skip(at + 1).take(MAX_TOLD_APART).any(|other| {
            let shared = !one.types.and(other.types).is_empty();
            shared && (is_free(one) || is_free(other) || have_other_values(one, other) == Some(false))
        })
    })
}

/// How many alternatives are told apart, each from every other.
const MAX_TOLD_APART: usize = 64;

/// Whether no value is valid in two of them, as far as types and constants tell.
fn are_disjoint(side: &mut Flattener<'_>, alternatives: &[Alternative]) -> bool {
    alternatives.len() <= MAX_TOLD_APART
        && alternatives
            .iter()
            .enumerate()
            .all(|(at, one)| alternatives.iter().skip(at + 1).all(|other| are_apart(side, one, other)))
}

fn are_apart(side: &mut Flattener<'_>, one: &Alternative, other: &Alternative) -> bool {
    if one.types.and(other.types).is_empty() {
        return true;
    }
    if let Some(apart) = have_other_values(one, other) {
        return apart;
    }
    let schemas = side.schemas;
    let view = |one| View::new(schemas, one, Locator::root());
    let (left, right) = (view(one), view(other));
    let needed = right.required();
    let (mine, yours) = (left.properties(), right.properties());
    let shared = left.required().into_keys().filter(|name| needed.contains_key(name));
    shared.into_iter().any(|name| {
        let (Some(mine), Some(yours)) = (mine.get(name), yours.get(name)) else { return false };
        let (mine, yours) = (side.set(mine), side.set(yours));
        let (mine, yours) = (side.flattened(mine), side.flattened(yours));
        let ([one], [other]) = (&mine.alternatives[..], &yours.alternatives[..]) else { return false };
        have_other_values(one, other)
            .unwrap_or_else(|| one.types.and(other.types).is_empty() && !(mine.null && yours.null))
    })
}

/// Whether no value is listed by both; `None` when one of them lists none.
fn have_other_values(one: &Alternative, other: &Alternative) -> Option<bool> {
    let (mine, yours) = (one.values.as_ref()?, other.values.as_ref()?);
    Some(!mine.iter().any(|(text, _)| yours.iter().any(|(found, _)| found == text)))
}

/// Where a branch stands.
pub(super) fn branch<'a>(schemas: &'a Schemas, one: &Alternative, union: &Locator<'a>) -> Locator<'a> {
    let schema = one.branch.or_else(|| one.parts.first().copied());
    schema.map_or_else(|| union.clone(), |id| Locator::at(&schemas[id].location))
}

fn name(schemas: &Schemas, one: &Alternative) -> String {
    let id = one.branch.or_else(|| one.parts.first().copied()).map(|id| schemas.resolve(id));
    let schema = id.map(|id| &schemas[id]);
    match schema.and_then(|schema| schema.name.as_ref().or(schema.title.as_ref())) {
        Some(name) => format!("the branch `{name}` of the union"),
        None => format!("a branch of the union ({})", in_words(one.types)),
    }
}
