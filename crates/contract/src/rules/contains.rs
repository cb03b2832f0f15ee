//! `contains`, `minContains` and `maxContains`.

use unplug_openapi::ir::Schema;

use crate::rule::{Change, Rule};
use crate::schemas::{Out, Pair, View};

pub(crate) const CONTAINS: Rule = Rule {
    id: "contains-changed",
    summary: "A list has to contain something else, or another number of it.",
    explanation: "`contains: {const: admin}` now and none before refuses a list without `admin` in a request.",
    advice: "Check such a condition in the operation, where the answer can say what is missing.",
};

pub(crate) fn compare<'a>(pair: &Pair<'a>, out: &mut Out<'a>) {
    let contained = |view: &View<'a>| {
        view.first(|schema| schema.contains.filter(|_| least(schema) > 0 || schema.max_contains.is_some()))
    };
    let (before, after) = (contained(&pair.before), contained(&pair.after));
    let (Some((one, first)), Some((other, second))) = (before, after) else {
        let change = match (before, after) {
            (None, Some(_)) => Change::Narrower,
            (Some(_), None) => Change::Wider,
            _ => return,
        };
        let word = |found: Option<_>| found.map(|_| "set");
        let (one, other) = (word(before), word(after));
        let message = pair.sentence(
            "`contains`",
            one.as_ref().map(|text| text as _),
            other.as_ref().map(|text| text as _),
        );
        out.push(
            &CONTAINS,
            change,
            message,
            pair.before.spot(before, "contains"),
            pair.after.spot(after, "contains"),
        );
        return;
    };
    let (first, second) = ((&pair.before.schemas[first], first), (&pair.after.schemas[second], second));
    let counts = (Some((least(first.0), first.1)), Some((least(second.0), second.1)));
    pair.limit(out, (&CONTAINS, "minContains"), (counts.0, counts.1), |one, other| one > other);
    let most = |(schema, id): (&Schema, _)| schema.max_contains.map(|count| (count, id));
    pair.limit(out, (&CONTAINS, "maxContains"), (most(first), most(second)), |one, other| one < other);
    out.children.push(pair.child(vec![one], vec![other], "[contained]".to_owned()));
}

fn least(schema: &Schema) -> u64 {
    schema.min_contains.unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use crate::finding::Severity::{Breaking, Compatible};
    use crate::testing::{found, none};

    #[test]
    fn contained() {
        let some = "{type: array, contains: {const: 1}}";
        found("{type: array}", some, "contains-changed", [Breaking, Compatible]);
        found(
            some,
            "{type: array, contains: {const: 1}, minContains: 2}",
            "contains-changed",
            [Breaking, Compatible],
        );
        found(
            some,
            "{type: array, contains: {const: 1}, maxContains: 2}",
            "contains-changed",
            [Breaking, Compatible],
        );
        none("{type: array, contains: {const: 1}, minContains: 0}", "{type: array}");
    }
}
