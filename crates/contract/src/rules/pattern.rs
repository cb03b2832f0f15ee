//! `pattern`.

use crate::rule::{Change, Rule};
use crate::rules::undecided;
use crate::schemas::{Out, Pair};

pub(crate) const PATTERN: Rule = Rule {
    id: "pattern-changed",
    summary: "A text has to match a pattern that it had not to, or the reverse.",
    explanation: "`pattern: '^[a-z]+$'` now and none before refuses `A1` in a request. When one pattern takes the \
        place of another, which texts match both is not decided: that is `cannot-decide`.",
    advice: "Check new patterns against texts that are in use.",
};

pub(crate) fn compare<'a>(pair: &Pair<'a>, out: &mut Out<'a>) {
    let (before, after) = (
        pair.before.all(|schema| schema.pattern.as_deref()),
        pair.after.all(|schema| schema.pattern.as_deref()),
    );
    let lost = before.iter().find(|(text, _)| !after.contains_key(*text));
    let gained = after.iter().find(|(text, _)| !before.contains_key(*text));
    let quoted = |found: Option<(&&str, _)>| found.map(|(text, _)| format!("`{text}`"));
    let (change, rule) = match (lost, gained) {
        (None, None) => return,
        (None, Some(_)) => (Change::Narrower, &PATTERN),
        (Some(_), None) => (Change::Wider, &PATTERN),
        (Some(_), Some(_)) => (Change::Undecided, &undecided::CANNOT_DECIDE),
    };
    let (one, other) = (quoted(lost), quoted(gained));
    let message =
        pair.sentence("`pattern`", one.as_ref().map(|text| text as _), other.as_ref().map(|text| text as _));
    let spots = (
        pair.before.spot(lost.map(|(_, id)| ((), *id)), "pattern"),
        pair.after.spot(gained.map(|(_, id)| ((), *id)), "pattern"),
    );
    out.push(rule, change, message, spots.0, spots.1);
}

#[cfg(test)]
mod tests {
    use crate::finding::Severity::{Breaking, Compatible, Note};
    use crate::testing::{found, none};

    #[test]
    fn patterns() {
        found("{type: string}", "{type: string, pattern: a}", "pattern-changed", [Breaking, Compatible]);
        found("{type: string, pattern: a}", "{type: string}", "pattern-changed", [Compatible, Breaking]);
        found("{type: string, pattern: a}", "{type: string, pattern: b}", "cannot-decide", [Note, Note]);
        none(
            "{type: string, pattern: a, allOf: [{pattern: b}]}",
            "{type: string, pattern: b, allOf: [{pattern: a}]}",
        );
    }
}
