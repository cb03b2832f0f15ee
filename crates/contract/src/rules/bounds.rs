//! `minimum`, `maximum` and their exclusive forms.

use crate::rule::Rule;
use crate::schemas::{Bound, Out, Pair};

pub(crate) const MINIMUM: Rule = Rule {
    id: "minimum-changed",
    summary: "The least valid number is another.",
    explanation: "`minimum: 1` before and `minimum: 10` now refuses 5 in a request. For whole numbers \
        `exclusiveMinimum: 0` is the same as `minimum: 1`, and 3.0's `exclusiveMinimum: true` is the number that \
        later versions have.",
    advice: "Keep accepting what was accepted; clamp it if need be.",
};

pub(crate) const MAXIMUM: Rule = Rule {
    id: "maximum-changed",
    summary: "The greatest valid number is another.",
    explanation: "`maximum: 100` before and `maximum: 50` now refuses 80 in a request; the reverse lets a response \
        carry more than a client made room for.",
    advice: "Keep accepting what was accepted; clamp it if need be.",
};

pub(crate) fn compare<'a>(pair: &Pair<'a>, out: &mut Out<'a>) {
    for (rule, lower) in [(&MINIMUM, true), (&MAXIMUM, false)] {
        let (before, after) = (pair.before.bound(lower), pair.after.bound(lower));
        let name = [&after, &before].iter().find_map(|found| found.as_ref().map(|((_, name), _)| *name));
        let Some(name) = name else { continue };
        let number = |((bound, _), id): ((Bound, &str), _)| (bound, id);
        let stricter = |one: &Bound, other: &Bound| one.tighter(other, lower);
        let equal = |one: &Bound, other: &Bound| !one.tighter(other, lower) && !other.tighter(one, lower);
        if let (Some(((one, _), _)), Some(((other, _), _))) = (&before, &after)
            && equal(one, other)
        {
            continue;
        }
        pair.limit(out, (rule, name), (before.map(number), after.map(number)), stricter);
    }
}

#[cfg(test)]
mod tests {
    use crate::finding::Severity::{Breaking, Compatible};
    use crate::testing::{found, none};

    #[test]
    fn the_tightest_bound_counts() {
        found(
            "{type: number, minimum: 1}",
            "{type: number, minimum: 2}",
            "minimum-changed",
            [Breaking, Compatible],
        );
        found(
            "{type: number}",
            "{type: number, exclusiveMaximum: 2}",
            "maximum-changed",
            [Breaking, Compatible],
        );
        found(
            "{type: number, maximum: 2}",
            "{type: number, exclusiveMaximum: 2}",
            "maximum-changed",
            [Breaking, Compatible],
        );
        none("{type: number, minimum: 1}", "{allOf: [{type: number, minimum: 0}, {minimum: 1.0}]}");
    }

    #[test]
    fn whole_numbers_have_no_open_bounds() {
        none("{type: integer, exclusiveMinimum: 0}", "{type: integer, minimum: 1}");
        found(
            "{type: number, exclusiveMinimum: 0}",
            "{type: number, minimum: 1}",
            "minimum-changed",
            [Breaking, Compatible],
        );
    }
}
