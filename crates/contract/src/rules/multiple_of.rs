//! `multipleOf`.

use serde_json::Number;

use crate::rule::{Check, Rule};
use crate::schemas::types::Kind;
use crate::schemas::view::{Found, View};
use crate::verdict::Change;

pub(crate) const MULTIPLE_OF: Rule = Rule {
    id: "multiple-of-changed",
    summary: "Numbers are multiples of something else.",
    explanation: "`multipleOf: 5` before and `multipleOf: 10` now refuses 15 in a request; from 10 to 5 it lets a \
        response carry 15. From 4 to 6 both happen. `integer` is the same as `number` with \
        `multipleOf: 1`.",
    advice: "Keep the step, or make it a divisor of the old one in requests.",
    checks: &[Check::Keyword(&[Kind::Number], |_, pair, found| {
        let (before, after) = (step(&pair.before), step(&pair.after));
        let own = |view: &View<'_>, found: Found<&Number>| match found {
            Some((number, _)) => number.as_f64(),
            None => view.is_integer().then_some(1.0),
        };
        let change = match (own(&pair.before, before), own(&pair.after, after)) {
            _ if before.is_none() && after.is_none() => return,
            (None, None) => return,
            (None, Some(_)) => Change::Narrower,
            (Some(_), None) => Change::Wider,
            (Some(one), Some(other)) => match (is_multiple(other, one), is_multiple(one, other)) {
                (true, true) => return,
                (true, false) => Change::Narrower,
                (false, true) => Change::Wider,
                (false, false) => Change::Moved,
            },
        };
        pair.report(change, "multipleOf", (before, after), found);
    })],
    ..Rule::DEFAULT
};

/// What numbers are multiples of, where that says anything: every whole number is a multiple of 1.
fn step<'a>(view: &View<'a>) -> Found<&'a Number> {
    let step = view.first(|schema| schema.multiple_of.as_ref())?;
    let says_nothing = view.is_integer() && step.0.as_f64().is_some_and(|of| is_multiple(1.0, of));
    (!says_nothing).then_some(step)
}

fn is_multiple(number: f64, of: f64) -> bool {
    of != 0.0 && ((number / of) - (number / of).round()).abs() < 1e-9
}
