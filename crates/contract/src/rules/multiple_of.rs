//! `multipleOf`.

use serde_json::Number;

use crate::rule::{Check, Rule};
use crate::schemas::types::Kind;
use crate::verdict::Change;

pub(crate) const MULTIPLE_OF: Rule = Rule {
    id: "multiple-of-changed",
    summary: "Numbers are multiples of something else.",
    explanation: "`multipleOf: 5` before and `multipleOf: 10` now refuses 15 in a request; from 10 to 5 it lets a \
        response carry 15. From 4 to 6 both happen.",
    advice: "Keep the step, or make it a divisor of the old one in requests.",
    checks: &[Check::Keyword(&[Kind::Number], |_, pair, found| {
        let before = pair.before.first(|schema| schema.multiple_of.as_ref());
        let after = pair.after.first(|schema| schema.multiple_of.as_ref());
        let change = match (&before, &after) {
            (None, None) => return,
            (None, Some(_)) => Change::Narrower,
            (Some(_), None) => Change::Wider,
            (Some((one, _)), Some((other, _))) if one.as_f64() == other.as_f64() => return,
            (Some((one, _)), Some((other, _))) if is_multiple(other, one) => Change::Narrower,
            (Some((one, _)), Some((other, _))) if is_multiple(one, other) => Change::Wider,
            (Some(_), Some(_)) => Change::Moved,
        };
        pair.report(change, "multipleOf", (before, after), found);
    })],
    ..Rule::DEFAULT
};

fn is_multiple(number: &Number, of: &Number) -> bool {
    match (number.as_f64(), of.as_f64()) {
        (Some(number), Some(of)) if of != 0.0 => ((number / of) - (number / of).round()).abs() < 1e-9,
        _ => false,
    }
}
