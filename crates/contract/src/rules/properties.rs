//! Members of objects: declared, required, and others.

use std::collections::BTreeMap;

use indexmap::IndexMap;
use unplug_openapi::ir::{Schema, SchemaId};

use crate::rule::{Change, Rule};
use crate::schemas::normal::Normalizer;
use crate::schemas::{Engine, Flow, Out, Pair, View};

pub(crate) const ADDED: Rule = Rule {
    id: "property-added",
    summary: "An object has a new member.",
    explanation: "A new optional member of a request hurts nobody; a new *required* one refuses every request made \
        so far. A new member of a response is ignored by clients, unless `additionalProperties: false` promised \
        that there is none.",
    advice: "Make a new member of a request optional, with a default that keeps today's behaviour.",
};

pub(crate) const REMOVED: Rule = Rule {
    id: "property-removed",
    summary: "An object has lost a member.",
    explanation: "A client that reads a member which was `required` in a response finds nothing there. A request \
        that still has the member is refused where `additionalProperties: false` holds, and otherwise the member \
        is no longer read.",
    advice: "Keep sending the member; mark it `deprecated` first.",
};

pub(crate) const REQUIRED: Rule = Rule {
    id: "property-required-changed",
    summary: "A member has to be there that had not to, or the reverse.",
    explanation: "`required: [id]` now and not before: a request without `id` is refused. Not now but before: a \
        client that relies on `id` in a response may find nothing. The order of `required` does not count.",
    advice: "Add no requirement to requests and take none from responses.",
};

pub(crate) const ADDITIONAL: Rule = Rule {
    id: "additional-properties-changed",
    summary: "Members that are not declared are allowed, or limited, in another way.",
    explanation: "`additionalProperties: false` now and nothing before refuses a request with a further member. \
        `additionalProperties: true` is the same as nothing, and `unevaluatedProperties` counts as well.",
    advice: "Leave objects open in requests as well as in responses.",
};

pub(crate) const READ_ONLY: Rule = Rule {
    id: "read-only-changed",
    summary: "A member of a request is newly `readOnly`, or no longer.",
    explanation: "What is `readOnly` is not for the caller to send: it may be ignored. In responses it changes nothing.",
    advice: "Ignore the member in requests instead of refusing it.",
};

pub(crate) const WRITE_ONLY: Rule = Rule {
    id: "write-only-changed",
    summary: "A member of a response is newly `writeOnly`, or no longer.",
    explanation: "What is `writeOnly` is never in a response: a client that reads a required member finds it gone.",
    advice: "Go on sending what clients read.",
};

type Properties<'a> = IndexMap<&'a str, Vec<SchemaId>>;

pub(crate) fn compare<'a>(engine: &mut Engine<'a>, pair: &Pair<'a>, out: &mut Out<'a>) {
    let mut sides = (pair.before.properties(), pair.after.properties());
    let mut required = (pair.before.required(), pair.after.required());
    access(engine, pair, &mut sides, &mut required, out);
    let (one, other) = (pair.before.additional(), pair.after.additional());
    let rests = (rest(&mut engine.before, &one.0), rest(&mut engine.after, &other.0));
    for (name, ids) in &sides.0 {
        match sides.1.get(name) {
            Some(after) => out.children.push(pair.child(ids.clone(), after.clone(), format!(".{name}"))),
            None => removed(pair, name, ids, rests.1, &required.0, out),
        }
    }
    for (name, ids) in sides.1.iter().filter(|(name, _)| !sides.0.contains_key(*name)) {
        added(pair, name, ids, rests.0, &required.1, out);
    }
    let on_both = |name: &str| sides.0.contains_key(name) == sides.1.contains_key(name);
    requirements(pair, &required, on_both, out);
    if rests.0 == Rest::Limited && rests.1 == Rest::Limited {
        out.children.push(pair.child(one.0, other.0, ".*".to_owned()));
    } else if rests.0 != rests.1 {
        let change = if rests.0 < rests.1 { Change::Wider } else { Change::Narrower };
        let message =
            pair.sentence("what holds for undeclared members", Some(&rests.0.word()), Some(&rests.1.word()));
        let place = |view: &View<'a>, found: crate::schemas::Found<&'static str>| {
            view.spot(found, found.map_or("", |(keyword, _)| keyword))
        };
        out.push(&ADDITIONAL, change, message, place(&pair.before, one.1), place(&pair.after, other.1));
    }
}

/// What is valid for members that are not declared.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rest {
    Nothing,
    Limited,
    Anything,
}

impl Rest {
    fn word(self) -> &'static str {
        match self {
            Self::Nothing => "that there are none",
            Self::Limited => "a schema",
            Self::Anything => "nothing",
        }
    }
}

fn rest(side: &mut Normalizer<'_>, ids: &[SchemaId]) -> Rest {
    let set = side.set(ids);
    if side.normal(set).is_nothing() {
        Rest::Nothing
    } else if side.is_anything(set) {
        Rest::Anything
    } else {
        Rest::Limited
    }
}

fn removed<'a>(
    pair: &Pair<'a>,
    name: &str,
    ids: &[SchemaId],
    rest: Rest,
    required: &BTreeMap<&str, SchemaId>,
    out: &mut Out<'a>,
) {
    let change = match pair.flow {
        Flow::Request | Flow::Both if rest == Rest::Nothing => Change::Narrower,
        Flow::Response if required.contains_key(name) => Change::Moved,
        Flow::Both => Change::Wider,
        Flow::Request | Flow::Response => Change::Harmless,
    };
    let before = whole(&pair.before, ids);
    out.push(&REMOVED, change, pair.words.gone(&member(name)), before, pair.after.absent());
}

fn added<'a>(
    pair: &Pair<'a>,
    name: &str,
    ids: &[SchemaId],
    rest: Rest,
    required: &BTreeMap<&str, SchemaId>,
    out: &mut Out<'a>,
) {
    let needed = required.contains_key(name);
    let change = match pair.flow {
        Flow::Request | Flow::Both if needed => Change::Narrower,
        Flow::Response | Flow::Both if rest == Rest::Nothing => Change::Wider,
        Flow::Both => Change::Narrower,
        Flow::Request | Flow::Response => Change::Harmless,
    };
    let what = if needed { format!("{}, which is required,", member(name)) } else { member(name) };
    out.push(&ADDED, change, pair.words.added(&what), pair.before.absent(), whole(&pair.after, ids));
}

/// Names in `required` of one side only. What a member that comes or goes as a whole says itself is
/// left out.
fn requirements<'a>(
    pair: &Pair<'a>,
    required: &(BTreeMap<&'a str, SchemaId>, BTreeMap<&'a str, SchemaId>),
    on_both: impl Fn(&str) -> bool,
    out: &mut Out<'a>,
) {
    let (one, other) = required;
    for (name, id) in one.iter().filter(|(name, _)| !other.contains_key(*name) && on_both(name)) {
        let message = pair.sentence(&member(name), Some(&"required"), Some(&"optional"));
        out.push(&REQUIRED, Change::Wider, message, pair.before.at(*id, "required"), pair.after.absent());
    }
    for (name, id) in other.iter().filter(|(name, _)| !one.contains_key(*name) && on_both(name)) {
        let message = pair.sentence(&member(name), Some(&"optional"), Some(&"required"));
        out.push(&REQUIRED, Change::Narrower, message, pair.before.absent(), pair.after.at(*id, "required"));
    }
}

/// `readOnly` in requests, `writeOnly` in responses: such members are no part of the message.
fn access<'a>(
    engine: &mut Engine<'a>,
    pair: &Pair<'a>,
    sides: &mut (Properties<'a>, Properties<'a>),
    required: &mut (BTreeMap<&'a str, SchemaId>, BTreeMap<&'a str, SchemaId>),
    out: &mut Out<'a>,
) {
    let (flag, rule, keyword): (fn(&Schema) -> bool, _, _) = match pair.flow {
        Flow::Request => (|schema| schema.read_only, &READ_ONLY, "readOnly"),
        Flow::Response => (|schema| schema.write_only, &WRITE_ONLY, "writeOnly"),
        Flow::Both => return,
    };
    let one = flagged(&mut engine.before, &sides.0, flag);
    let other = flagged(&mut engine.after, &sides.1, flag);
    let mut names: Vec<&str> = one.keys().copied().chain(other.keys().copied()).collect();
    names.sort_unstable();
    names.dedup();
    for name in names {
        let (left, right) = (sides.0.shift_remove(name), sides.1.shift_remove(name));
        let before = required.0.remove(name).is_some();
        required.1.remove(name);
        let (Some(left), Some(right)) = (left, right) else { continue };
        let (mine, yours) = (one.get(name), other.get(name));
        if mine.is_some() == yours.is_some() {
            continue;
        }
        let gone = yours.is_some() && before && pair.flow == Flow::Response;
        let change = if gone { Change::Moved } else { Change::Harmless };
        let word = |found: Option<&SchemaId>| found.map(|_| "set");
        let (a, b) = (word(mine), word(yours));
        let what = format!("`{keyword}` of {}", member(name));
        let message =
            pair.sentence(&what, a.as_ref().map(|text| text as _), b.as_ref().map(|text| text as _));
        let place = |view: &View<'a>, found: Option<&SchemaId>, ids: &[SchemaId]| match found {
            Some(id) => view.at(*id, keyword),
            None => whole(view, ids).absent(),
        };
        out.push(rule, change, message, place(&pair.before, mine, &left), place(&pair.after, yours, &right));
    }
}

fn flagged<'a>(
    side: &mut Normalizer<'_>,
    properties: &Properties<'a>,
    flag: fn(&Schema) -> bool,
) -> BTreeMap<&'a str, SchemaId> {
    let mut found = BTreeMap::new();
    for (name, ids) in properties {
        // The flag may stand beside a reference, or behind it.
        let schemas = side.schemas;
        let set = side.set(ids);
        let normal = side.normal(set);
        let parts = normal.alternatives.first().map(|one| one.parts.iter().copied());
        let all = ids.iter().copied().chain(parts.into_iter().flatten());
        if let Some(id) = all.into_iter().find(|id| flag(&schemas[*id])) {
            found.insert(*name, id);
        }
    }
    found
}

fn member(name: &str) -> String {
    format!("the member `{name}`")
}

fn whole<'a>(view: &View<'a>, ids: &[SchemaId]) -> crate::spot::Spot<'a> {
    match ids.first() {
        Some(id) => crate::spot::Spot::at(&view.schemas[*id].location),
        None => view.whole(),
    }
}

#[cfg(test)]
mod tests {
    use crate::finding::Severity::{Breaking, Compatible};
    use crate::testing::{found, none};

    const EMPTY: &str = "{type: object}";
    const A: &str = "{type: object, properties: {a: {type: string}}}";

    #[test]
    fn members_come_and_go() {
        found(EMPTY, A, "property-added", [Compatible, Compatible]);
        found(A, EMPTY, "property-removed", [Compatible, Compatible]);
        let needed = "{type: object, required: [a], properties: {a: {type: string}}}";
        found(EMPTY, needed, "property-added", [Breaking, Compatible]);
        found(needed, EMPTY, "property-removed", [Compatible, Breaking]);
        found(A, needed, "property-required-changed", [Breaking, Compatible]);
        found(needed, A, "property-required-changed", [Compatible, Breaking]);
    }

    #[test]
    fn closed_objects_take_no_others() {
        let closed = "{type: object, additionalProperties: false}";
        let with = "{type: object, additionalProperties: false, properties: {a: {type: string}}}";
        found(closed, with, "property-added", [Compatible, Breaking]);
        found(with, closed, "property-removed", [Breaking, Compatible]);
        found(EMPTY, closed, "additional-properties-changed", [Breaking, Compatible]);
        none(EMPTY, "{type: object, additionalProperties: true}");
        none(EMPTY, "{type: object, additionalProperties: {}}");
        none(closed, "{type: object, unevaluatedProperties: false}");
        let texts = "{type: object, additionalProperties: {type: string}}";
        found(closed, texts, "additional-properties-changed", [Compatible, Breaking]);
        found(texts, EMPTY, "additional-properties-changed", [Compatible, Breaking]);
    }

    #[test]
    fn parts_are_one_object() {
        none(
            "{allOf: [{type: object, properties: {a: {type: string}}, required: [a]}, {properties: {b: {type: integer}}}]}",
            "{type: object, required: [a], properties: {b: {type: integer}, a: {type: string}}}",
        );
    }

    #[test]
    fn read_only_members_are_no_part_of_a_request() {
        let plain = "{type: object, required: [a], properties: {a: {type: string}}}";
        let read = "{type: object, required: [a], properties: {a: {type: string, readOnly: true}}}";
        let write = "{type: object, required: [a], properties: {a: {type: string, writeOnly: true}}}";
        let [request, response] = crate::testing::both(plain, read);
        assert_eq!(request, [("read-only-changed", Compatible)]);
        assert_eq!(response, []);
        let [request, response] = crate::testing::both(plain, write);
        assert_eq!(request, []);
        assert_eq!(response, [("write-only-changed", Breaking)]);
    }
}
