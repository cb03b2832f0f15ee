//! `not`, and `if` with `then` and `else`.

use std::collections::BTreeMap;

use unplug_openapi::ir::{Schema, SchemaId};

use crate::difference::Differences;
use crate::rule::{Check, Rule};
use crate::schemas::flattened::Flattener;
use crate::schemas::pair::{AlternativePair, Flatteners, one_sided};
use crate::schemas::types::Kind;
use crate::schemas::view::{Found, View};
use crate::verdict::Change;

pub(crate) const NOT: Rule = Rule {
    id: "not-changed",
    summary: "Something is excluded that was not, or the reverse.",
    explanation: "`not: {const: root}` now and none before refuses `root` in a request. When one `not` takes the \
        place of another, it is `cannot-decide`.",
    advice: "Say what is valid rather than what is not.",
    checks: &[Check::Keyword(&Kind::ALL, |schemas, pair, found| {
        compare(pair, ("not", "a `not`"), changed(schemas, pair, negation), found);
    })],
    ..Rule::DEFAULT
};

pub(crate) const CONDITION: Rule = Rule {
    id: "condition-changed",
    summary: "An `if` is there that was not, or the reverse.",
    explanation: "`if: {required: [card]}, then: {required: [address]}` now and none before refuses a request with \
        `card` alone. When one condition takes the place of another, it is `cannot-decide`.",
    advice: "Check such a condition in the operation, where the answer can say what is missing.",
    checks: &[Check::Keyword(&Kind::ALL, |schemas, pair, found| {
        compare(pair, ("if", "an `if`"), changed(schemas, pair, condition), found);
    })],
    ..Rule::DEFAULT
};

/// How deep two conditions have to look the same.
const CONDITION_DEPTH: u8 = 6;

/// The schemas of a condition: one for `not`, up to three for `if`.
type Condition = [Option<SchemaId>; 3];

pub(super) fn negation(schema: &Schema) -> Option<Condition> {
    schema.not.map(|not| [Some(not), None, None])
}

/// `if` alone, and one of the others without it, decide nothing.
pub(super) fn condition(schema: &Schema) -> Option<Condition> {
    let decides = schema.if_.is_some() && (schema.then.is_some() || schema.else_.is_some());
    decides.then_some([schema.if_, schema.then, schema.else_])
}

/// A condition that only the earlier schema has, and one that only the later one has.
pub(super) fn changed(
    schemas: &mut Flatteners<'_>,
    pair: &AlternativePair<'_>,
    get: fn(&Schema) -> Option<Condition>,
) -> (Found<()>, Found<()>) {
    let before = fingerprints(&mut schemas.before, &pair.before, get);
    let after = fingerprints(&mut schemas.after, &pair.after, get);
    let (lost, gained) = one_sided(&before, &after);
    (lost.map(|(_, id)| ((), *id)), gained.map(|(_, id)| ((), *id)))
}

fn fingerprints(
    side: &mut Flattener<'_>,
    view: &View<'_>,
    get: fn(&Schema) -> Option<Condition>,
) -> BTreeMap<[Option<u64>; 3], SchemaId> {
    let conditions = view.schemas().filter_map(|(owner, schema)| Some((owner, get(schema)?)));
    let mut print = |ids: Condition| ids.map(|id| id.map(|id| side.fingerprint(&[id], CONDITION_DEPTH)));
    conditions.map(|(owner, ids)| (print(ids), owner)).collect()
}

fn compare<'a>(
    pair: &AlternativePair<'a>,
    (keyword, name): (&str, &str),
    changed: (Found<()>, Found<()>),
    found: &mut Differences<'a>,
) {
    let (change, message) = match changed {
        (None, Some(_)) => (Change::Narrower, pair.wording.added(name)),
        (Some(_), None) => (Change::Wider, pair.wording.removed(name)),
        _ => return,
    };
    found.push(change, message, pair.keyword(keyword, changed));
}
