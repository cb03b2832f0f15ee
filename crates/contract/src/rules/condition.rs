//! `if`, `then` and `else`.

use std::collections::BTreeMap;

use unplug_openapi::ir::SchemaId;

use crate::rule::{Change, Rule};
use crate::rules::undecided::CANNOT_DECIDE;
use crate::schemas::normal::Normalizer;
use crate::schemas::{Engine, Out, Pair, View};

pub(crate) const CONDITION: Rule = Rule {
    id: "condition-changed",
    summary: "An `if` is there that was not, or the reverse.",
    explanation: "`if: {required: [card]}, then: {required: [address]}` now and none before refuses a request with \
        `card` alone. When one condition takes the place of another, it is `cannot-decide`.",
    advice: "Check such a condition in the operation, where the answer can say what is missing.",
};

/// How deep two conditions have to look the same.
const DEPTH: u8 = 6;

pub(crate) fn compare<'a>(engine: &mut Engine<'a>, pair: &Pair<'a>, out: &mut Out<'a>) {
    let before = conditions(&mut engine.before, &pair.before);
    let after = conditions(&mut engine.after, &pair.after);
    let lost = before.iter().find(|(print, _)| !after.contains_key(*print)).map(|(_, id)| ((), *id));
    let gained = after.iter().find(|(print, _)| !before.contains_key(*print)).map(|(_, id)| ((), *id));
    let (rule, change, message) = match (lost, gained) {
        (None, None) => return,
        (None, Some(_)) => (&CONDITION, Change::Narrower, pair.words.added("an `if`")),
        (Some(_), None) => (&CONDITION, Change::Wider, pair.words.gone("an `if`")),
        (Some(_), Some(_)) => {
            (&CANNOT_DECIDE, Change::Undecided, "`if`, `then` or `else` is another".to_owned())
        }
    };
    out.push(rule, change, message, pair.before.spot(lost, "if"), pair.after.spot(gained, "if"));
}

/// `if` alone, and one of the others without it, decide nothing.
fn conditions(side: &mut Normalizer<'_>, view: &View<'_>) -> BTreeMap<[Option<u64>; 3], SchemaId> {
    let found: Vec<(SchemaId, [Option<SchemaId>; 3])> = view
        .schemas()
        .filter(|(_, schema)| schema.if_.is_some() && (schema.then.is_some() || schema.else_.is_some()))
        .map(|(owner, schema)| (owner, [schema.if_, schema.then, schema.else_]))
        .collect();
    let mut conditions = BTreeMap::new();
    for (owner, ids) in found {
        conditions.insert(ids.map(|id| id.map(|id| side.fingerprint(&[id], DEPTH))), owner);
    }
    conditions
}

#[cfg(test)]
mod tests {
    use crate::finding::Severity::{Breaking, Compatible, Note};
    use crate::testing::{found, none};

    #[test]
    fn conditions() {
        let with =
            |then: &str| format!("{{type: object, if: {{required: [a]}}, then: {{required: [{then}]}}}}");
        found("{type: object}", &with("b"), "condition-changed", [Breaking, Compatible]);
        found(&with("b"), "{type: object}", "condition-changed", [Compatible, Breaking]);
        found(&with("b"), &with("c"), "cannot-decide", [Note, Note]);
        none("{type: object, if: {required: [a]}}", "{type: object}");
    }
}
