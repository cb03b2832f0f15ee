//! `multipleOf`.

use serde_json::Number;

use crate::rule::{Change, Rule};
use crate::schemas::{Out, Pair};

pub(crate) const MULTIPLE_OF: Rule = Rule {
    id: "multiple-of-changed",
    summary: "Numbers are multiples of something else.",
    explanation: "`multipleOf: 5` before and `multipleOf: 10` now refuses 15 in a request; from 10 to 5 it lets a \
        response carry 15. From 4 to 6 both happen.",
    advice: "Keep the step, or make it a divisor of the old one in requests.",
};

pub(crate) fn compare<'a>(pair: &Pair<'a>, out: &mut Out<'a>) {
    let step = |view: &crate::schemas::View<'a>| view.first(|schema| schema.multiple_of.as_ref());
    let (before, after) = (step(&pair.before), step(&pair.after));
    if let (Some((one, _)), Some((other, _))) = (&before, &after)
        && one.as_f64() == other.as_f64()
    {
        return;
    }
    let change = match (&before, &after) {
        (None, None) => return,
        (None, Some(_)) => Change::Narrower,
        (Some(_), None) => Change::Wider,
        (Some((one, _)), Some((other, _))) if is_multiple(other, one) => Change::Narrower,
        (Some((one, _)), Some((other, _))) if is_multiple(one, other) => Change::Wider,
        (Some(_), Some(_)) => Change::Moved,
    };
    let words = |found: &Option<(&Number, _)>| found.as_ref().map(|(number, _)| number.to_string());
    let (one, other) = (words(&before), words(&after));
    let message = pair.sentence(
        "`multipleOf`",
        one.as_ref().map(|text| text as _),
        other.as_ref().map(|text| text as _),
    );
    let spots = (pair.before.spot(before, "multipleOf"), pair.after.spot(after, "multipleOf"));
    out.push(&MULTIPLE_OF, change, message, spots.0, spots.1);
}

fn is_multiple(number: &Number, of: &Number) -> bool {
    match (number.as_f64(), of.as_f64()) {
        (Some(number), Some(of)) if of != 0.0 => ((number / of) - (number / of).round()).abs() < 1e-9,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::finding::Severity::{Breaking, Compatible};
    use crate::testing::{found, none};

    #[test]
    fn steps_are_compared_by_their_multiples() {
        let of = |step: &str| format!("{{type: number, multipleOf: {step}}}");
        found(&of("5"), &of("10"), "multiple-of-changed", [Breaking, Compatible]);
        found(&of("10"), &of("2.5"), "multiple-of-changed", [Compatible, Breaking]);
        found(&of("4"), &of("6"), "multiple-of-changed", [Breaking, Breaking]);
        found("{type: number}", &of("6"), "multiple-of-changed", [Breaking, Compatible]);
        none(&of("2"), &of("2.0"));
    }
}
