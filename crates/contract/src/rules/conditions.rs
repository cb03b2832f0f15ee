//! `not`, and `if` with `then` and `else`.

use crate::difference::Differences;
use crate::rule::{Check, Rule};
use crate::schemas::conditions::{changed, condition, excluded, negation};
use crate::schemas::pair::AlternativePair;
use crate::schemas::types::Kind;
use crate::schemas::view::Found;
use crate::verdict::Change;

pub(crate) const NOT: Rule = Rule {
    id: "not-changed",
    summary: "Something is excluded that was not, or the reverse.",
    explanation: "`not: {const: root}` now and none before refuses `root` in a request. When one `not` takes the \
        place of another, types and listed values are compared; anything else is `cannot-decide`.",
    advice: "Say what is valid rather than what is not.",
    checks: &[Check::Keyword(&Kind::ALL, |schemas, pair, found| {
        let (lost, gained) = changed(schemas, pair, negation);
        if let (Some(_), Some(_), Some((before, after))) = (lost, gained, excluded(schemas, pair)) {
            let change = match (before.is_within(&after), after.is_within(&before)) {
                (true, true) => return,
                (true, false) => Change::Narrower,
                (false, true) => Change::Wider,
                (false, false) => Change::Moved,
            };
            let message = "`not` excludes something else".to_owned();
            found.push(change, message, pair.keyword("not", (lost, gained)));
        }
        compare(pair, ("not", "a `not`"), (lost, gained), found);
    })],
    ..Rule::DEFAULT
};

pub(crate) const CONDITION: Rule = Rule {
    id: "condition-changed",
    summary: "An `if` is there that was not, or the reverse.",
    explanation: "`if: {required: [card]}, then: {required: [address]}` now and none before refuses a request with \
        `card` alone. What follows from the same `if` is compared; when one `if` takes the place of another, it is \
        `cannot-decide`.",
    advice: "Check such a condition in the operation, where the answer can say what is missing.",
    checks: &[Check::Keyword(&Kind::ALL, |schemas, pair, found| {
        compare(pair, ("if", "an `if`"), changed(schemas, pair, condition), found);
    })],
    ..Rule::DEFAULT
};

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
