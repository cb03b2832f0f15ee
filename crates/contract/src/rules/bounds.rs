//! `minimum`, `maximum` and their exclusive forms.

use crate::difference::Differences;
use crate::rule::{Check, Rule};
use crate::schemas::pair::AlternativePair;
use crate::schemas::types::Kind;
use crate::schemas::view::Bound;

pub(crate) const MINIMUM: Rule = Rule {
    id: "minimum-changed",
    summary: "The minimum has changed.",
    explanation: "`minimum: 1` before and `minimum: 10` now refuses 5 in a request. For whole numbers \
        `exclusiveMinimum: 0` is the same as `minimum: 1`, and 3.0's `exclusiveMinimum: true` is the number that \
        later versions have.",
    advice: "Keep accepting what was accepted; clamp it if need be.",
    checks: &[Check::Keyword(&[Kind::Number], |_, pair, found| compare(pair, true, found))],
    ..Rule::DEFAULT
};

pub(crate) const MAXIMUM: Rule = Rule {
    id: "maximum-changed",
    summary: "The maximum has changed.",
    explanation: "`maximum: 100` before and `maximum: 50` now refuses 80 in a request; the reverse lets a response \
        carry more than a client made room for.",
    advice: "Keep accepting what was accepted; clamp it if need be.",
    checks: &[Check::Keyword(&[Kind::Number], |_, pair, found| compare(pair, false, found))],
    ..Rule::DEFAULT
};

fn compare<'a>(pair: &AlternativePair<'a>, lower: bool, found: &mut Differences<'a>) {
    let (before, after) = (pair.before.bound(lower), pair.after.bound(lower));
    let name = [&after, &before].iter().find_map(|found| found.as_ref().map(|((_, name), _)| *name));
    let Some(name) = name else { return };
    let number = |((bound, _), id): ((Bound, &str), _)| (bound, id);
    let stricter = |one: &Bound, other: &Bound| one.tighter(other, lower);
    if let (Some(((one, _), _)), Some(((other, _), _))) = (&before, &after)
        && !stricter(one, other)
        && !stricter(other, one)
    {
        return;
    }
    pair.compare_limit(name, (before.map(number), after.map(number)), stricter, found);
}
