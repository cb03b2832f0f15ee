//! `oneOf` and `anyOf`.

use unplug_openapi::ir::Schemas;

use crate::rule::{Change, Rule};
use crate::rules::undecided::CANNOT_DECIDE;
use crate::schemas::normal::{Alternative, Normalizer};
use crate::schemas::types::Kind;
use crate::schemas::{Both, Engine, Holds, Matched, Out, View};
use crate::spot::Spot;

pub(crate) const ADDED: Rule = Rule {
    id: "union-branch-added",
    summary: "A value may be of a further kind.",
    explanation: "`oneOf: [A]` before and `oneOf: [A, B]` now: a response may be a `B`, which a client made for `A` \
        does not know. Branches are told apart by what they say, not by their order; nested unions and unions of \
        one member are the same as without.",
    advice: "Let clients expect unknown kinds, for example by a discriminator with a default.",
};

pub(crate) const REMOVED: Rule = Rule {
    id: "union-branch-removed",
    summary: "A value may no longer be of a kind.",
    explanation: "`oneOf: [A, B]` before and `oneOf: [A]` now: a request with a `B` is refused, unless `A` takes all \
        that `B` took.",
    advice: "Go on accepting the kind in requests.",
};

pub(crate) const KIND: Rule = Rule {
    id: "union-kind-changed",
    summary: "`anyOf` has become `oneOf`, or the reverse, and the branches overlap.",
    explanation: "`oneOf` refuses what fits two branches, `anyOf` takes it. Where no value fits two branches (other \
        types, or a member with other constants), both are the same and nothing is reported.",
    advice: "Make branches exclude each other, by a member that names the kind.",
};

/// Alternatives among which every two are compared, at most.
const MOST_TOLD_APART: usize = 64;

/// Unions that were not taken apart.
pub(crate) fn unexpanded<'a>(engine: &mut Engine<'a>, both: &Both<'a>, out: &mut Out<'a>) {
    let prints = |side: &mut Normalizer<'a>, list: &[unplug_openapi::ir::SchemaId]| {
        let mut prints: Vec<u64> = Vec::new();
        for id in list {
            let branches: Vec<_> =
                side.schemas[*id].one_of.iter().chain(&side.schemas[*id].any_of).copied().collect();
            let mut own: Vec<u64> = branches.iter().map(|id| side.fingerprint(&[*id], 2)).collect();
            prints.append(&mut own);
        }
        prints.sort_unstable();
        prints
    };
    let (one, other) = (&both.before.unexpanded, &both.after.unexpanded);
    if prints(&mut engine.before, one) == prints(&mut engine.after, other) {
        return;
    }
    let place = |schemas: &'a Schemas, list: &[unplug_openapi::ir::SchemaId], whole: &Spot<'a>| {
        list.first().map_or_else(|| whole.clone(), |id| Spot::at(&schemas[*id].location))
    };
    let spots =
        (place(engine.before.schemas, one, &both.spots.0), place(engine.after.schemas, other, &both.spots.1));
    let message = "several unions that hold together have too many combinations to be compared".to_owned();
    out.push(&CANNOT_DECIDE, Change::Undecided, message, spots.0, spots.1);
}

/// `oneOf` against `anyOf`.
pub(crate) fn exclusive<'a>(
    engine: &mut Engine<'a>,
    both: &Both<'a>,
    (before, after): (&[Alternative], &[Alternative]),
    out: &mut Out<'a>,
) {
    if both.before.exclusive == both.after.exclusive || before.len() < 2 || after.len() < 2 {
        return;
    }
    let (change, apart) = if both.after.exclusive {
        (Change::Narrower, both.after.tagged || disjoint(&mut engine.after, after))
    } else {
        (Change::Wider, both.before.tagged || disjoint(&mut engine.before, before))
    };
    if apart {
        return;
    }
    let word = |one: bool| if one { "`oneOf`" } else { "`anyOf`" };
    let message =
        both.words.differ("the union", Some(&word(both.before.exclusive)), Some(&word(both.after.exclusive)));
    let (one, other) = both.spots.clone();
    out.push(&KIND, change, message, one, other);
}

/// Does no value fit two of them, as far as types and constants tell?
fn disjoint(side: &mut Normalizer<'_>, alternatives: &[Alternative]) -> bool {
    alternatives.len() <= MOST_TOLD_APART
        && alternatives
            .iter()
            .enumerate()
            .all(|(at, one)| alternatives.iter().skip(at + 1).all(|other| apart(side, one, other)))
}

fn apart(side: &mut Normalizer<'_>, one: &Alternative, other: &Alternative) -> bool {
    if one.types.and(other.types).is_empty() {
        return true;
    }
    if let (Some(mine), Some(yours)) = (&one.values, &other.values) {
        return !mine.iter().any(|(text, _)| yours.iter().any(|(found, _)| found == text));
    }
    let (left, right) =
        (View::new(side.schemas, one, Spot::root()), View::new(side.schemas, other, Spot::root()));
    let needed = right.required();
    let (mine, yours) = (left.properties(), right.properties());
    let shared = left.required().into_keys().filter(|name| needed.contains_key(name));
    shared.into_iter().any(|name| {
        let (Some(mine), Some(yours)) = (mine.get(name), yours.get(name)) else { return false };
        let (mine, yours) = (side.set(mine), side.set(yours));
        let (mine, yours) = (side.normal(mine), side.normal(yours));
        let ([one], [other]) = (&mine.alternatives[..], &yours.alternatives[..]) else { return false };
        let values = |one: &Alternative| one.values.as_ref().map(std::rc::Rc::clone);
        match (values(one), values(other)) {
            (Some(mine), Some(yours)) => {
                !mine.iter().any(|(text, _)| yours.iter().any(|(found, _)| found == text))
            }
            _ => one.types.and(other.types).is_empty() && !(mine.null && yours.null),
        }
    })
}

/// Branches without a counterpart.
pub(crate) fn leftover<'a>(
    engine: &mut Engine<'a>,
    both: &Both<'a>,
    kind: Kind,
    (before, after): (&[Alternative], &[Alternative]),
    matched: &Matched,
    out: &mut Out<'a>,
) {
    let mut lost = Vec::new();
    for one in matched.before.iter().filter_map(|at| before.get(*at)) {
        if !after.iter().any(|other| engine.holds(both, kind, (one, other), Holds::AfterHoldsBefore)) {
            lost.push(one);
        }
    }
    let mut gained = Vec::new();
    for other in matched.after.iter().filter_map(|at| after.get(*at)) {
        if !before.iter().any(|one| engine.holds(both, kind, (one, other), Holds::BeforeHoldsAfter)) {
            gained.push(other);
        }
    }
    let spot = |schemas: &'a Schemas, one: &Alternative, whole: &Spot<'a>| {
        let place = one.branch.or_else(|| one.parts.first().copied());
        place.map_or_else(|| whole.clone(), |id| Spot::at(&schemas[id].location))
    };
    let (old, new) = (engine.before.schemas, engine.after.schemas);
    if let ([one, ..], [other, ..]) = (&lost[..], &gained[..]) {
        let message = format!(
            "{} of the union {} and {} {} are not found on the other side",
            branches(lost.len()),
            both.words.before,
            branches(gained.len()),
            both.words.after
        );
        let spots = (spot(old, one, &both.spots.0), spot(new, other, &both.spots.1));
        out.push(&CANNOT_DECIDE, Change::Undecided, message, spots.0, spots.1);
        return;
    }
    for one in lost {
        let message = both.words.gone(&name(old, one));
        let spots = (spot(old, one, &both.spots.0), both.spots.1.clone().absent());
        out.push(&REMOVED, Change::Narrower, message, spots.0, spots.1);
    }
    for other in gained {
        let message = both.words.added(&name(new, other));
        let spots = (both.spots.0.clone().absent(), spot(new, other, &both.spots.1));
        out.push(&ADDED, Change::Wider, message, spots.0, spots.1);
    }
}

fn branches(count: usize) -> String {
    if count == 1 { "1 branch".to_owned() } else { format!("{count} branches") }
}

fn name(schemas: &Schemas, one: &Alternative) -> String {
    let id = one.branch.or_else(|| one.parts.first().copied()).map(|id| schemas.resolve(id));
    let schema = id.map(|id| &schemas[id]);
    match schema.and_then(|schema| schema.name.as_ref().or(schema.title.as_ref())) {
        Some(name) => format!("the branch `{name}` of the union"),
        None => format!("a branch of the union ({})", one.types.words()),
    }
}

#[cfg(test)]
mod tests {
    use crate::finding::Severity::{Breaking, Compatible, Note};
    use crate::testing::{found, none};

    const CAT: &str =
        "{type: object, required: [kind, lives], properties: {kind: {const: cat}, lives: {type: integer}}}";
    const DOG: &str =
        "{type: object, required: [kind, bark], properties: {kind: {const: dog}, bark: {type: string}}}";
    const FISH: &str =
        "{type: object, required: [kind, depth], properties: {kind: {const: fish}, depth: {type: number}}}";

    fn one_of(branches: &[&str]) -> String {
        format!("{{oneOf: [{}]}}", branches.join(", "))
    }

    #[test]
    fn branches_come_and_go() {
        found(
            &one_of(&[CAT, DOG, FISH]),
            &one_of(&[FISH, CAT]),
            "union-branch-removed",
            [Breaking, Compatible],
        );
        found(&one_of(&[CAT, DOG]), &one_of(&[FISH, DOG, CAT]), "union-branch-added", [Compatible, Breaking]);
        let strict = "{type: object, required: [kind, lives], properties: {kind: {const: cat}, lives: {type: integer, minimum: 1}}}";
        none(&one_of(&[CAT, DOG]), &format!("{{anyOf: [{CAT}, {DOG}, {strict}]}}"));
        found(&one_of(&[CAT, DOG]), &one_of(&[DOG, strict]), "minimum-changed", [Breaking, Compatible]);
    }

    #[test]
    fn other_ways_to_write_a_union() {
        none(&one_of(&[CAT, DOG, FISH]), &one_of(&[&one_of(&[DOG, FISH]), CAT]));
        none(CAT, &one_of(&[CAT]));
        none(&one_of(&[CAT, DOG]), &format!("{{anyOf: [{DOG}, {CAT}]}}"));
        none(
            &format!("{{oneOf: [{CAT}, {DOG}, {{type: 'null'}}]}}"),
            &format!("{{anyOf: [{{type: 'null'}}, {{anyOf: [{DOG}, {CAT}]}}]}}"),
        );
    }

    #[test]
    fn overlapping_branches_are_told_apart_by_the_keyword() {
        let branches = "[{type: object, required: [a]}, {type: object, required: [b]}]";
        let (any, one) = (format!("{{anyOf: {branches}}}"), format!("{{oneOf: {branches}}}"));
        found(&any, &one, "union-kind-changed", [Breaking, Compatible]);
        found(&one, &any, "union-kind-changed", [Compatible, Breaking]);
    }

    #[test]
    fn unions_that_have_nothing_in_common_are_not_decided() {
        let other = |name: &str| format!("{{type: object, required: [{name}]}}");
        found(
            &one_of(&[&other("a"), &other("b")]),
            &one_of(&[&other("c"), &other("d")]),
            "cannot-decide",
            [Note, Note],
        );
    }
}
