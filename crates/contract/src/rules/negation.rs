//! `not`.

use std::collections::BTreeMap;

use unplug_openapi::ir::SchemaId;

use crate::rule::{Change, Rule};
use crate::rules::undecided::CANNOT_DECIDE;
use crate::schemas::normal::Normalizer;
use crate::schemas::{Engine, Out, Pair, View};

pub(crate) const NOT: Rule = Rule {
    id: "not-changed",
    summary: "Something is excluded that was not, or the reverse.",
    explanation: "`not: {const: root}` now and none before refuses `root` in a request. When one `not` takes the \
        place of another, it is `cannot-decide`.",
    advice: "Say what is valid rather than what is not.",
};

/// How deep two schemas under `not` have to look the same.
const DEPTH: u8 = 6;

pub(crate) fn compare<'a>(engine: &mut Engine<'a>, pair: &Pair<'a>, out: &mut Out<'a>) {
    let before = nots(&mut engine.before, &pair.before);
    let after = nots(&mut engine.after, &pair.after);
    let lost = before.iter().find(|(print, _)| !after.contains_key(print)).map(|(_, id)| ((), *id));
    let gained = after.iter().find(|(print, _)| !before.contains_key(print)).map(|(_, id)| ((), *id));
    let (rule, change, message) = match (lost, gained) {
        (None, None) => return,
        (None, Some(_)) => (&NOT, Change::Narrower, pair.words.added("a `not`")),
        (Some(_), None) => (&NOT, Change::Wider, pair.words.gone("a `not`")),
        (Some(_), Some(_)) => (&CANNOT_DECIDE, Change::Undecided, "`not` excludes something else".to_owned()),
    };
    out.push(rule, change, message, pair.before.spot(lost, "not"), pair.after.spot(gained, "not"));
}

fn nots(side: &mut Normalizer<'_>, view: &View<'_>) -> BTreeMap<u64, SchemaId> {
    let found: Vec<(SchemaId, SchemaId)> =
        view.schemas().filter_map(|(owner, schema)| Some((schema.not?, owner))).collect();
    found.into_iter().map(|(id, owner)| (side.fingerprint(&[id], DEPTH), owner)).collect()
}

#[cfg(test)]
mod tests {
    use crate::finding::Severity::{Breaking, Compatible, Note};
    use crate::testing::{found, none};

    #[test]
    fn negations() {
        let not = "{type: string, not: {const: a}}";
        found("{type: string}", not, "not-changed", [Breaking, Compatible]);
        found(not, "{type: string}", "not-changed", [Compatible, Breaking]);
        found(not, "{type: string, not: {const: b}}", "cannot-decide", [Note, Note]);
        none(not, "{type: string, not: {enum: [a]}}");
    }
}
