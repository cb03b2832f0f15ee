//! `minLength` and `maxLength`.

use crate::rule::Rule;
use crate::schemas::{Out, Pair};

pub(crate) const MIN_LENGTH: Rule = Rule {
    id: "min-length-changed",
    summary: "The least length of a text is another.",
    explanation: "`minLength: 1` now and none before refuses the empty text in a request.",
    advice: "Keep accepting shorter texts, or answer for them in the operation's own words.",
};

pub(crate) const MAX_LENGTH: Rule = Rule {
    id: "max-length-changed",
    summary: "The greatest length of a text is another.",
    explanation: "`maxLength: 255` before and none now: a response may carry a text that a client has no room for.",
    advice: "Keep the length, or announce the longer texts before they are sent.",
};

pub(crate) fn compare<'a>(pair: &Pair<'a>, out: &mut Out<'a>) {
    let least = |view: &crate::schemas::View<'a>| {
        view.largest(|schema| schema.min_length).filter(|(length, _)| *length > 0)
    };
    let most = |view: &crate::schemas::View<'a>| view.smallest(|schema| schema.max_length);
    let (before, after) = (least(&pair.before), least(&pair.after));
    pair.limit(out, (&MIN_LENGTH, "minLength"), (before, after), |one, other| one > other);
    let (before, after) = (most(&pair.before), most(&pair.after));
    pair.limit(out, (&MAX_LENGTH, "maxLength"), (before, after), |one, other| one < other);
}

#[cfg(test)]
mod tests {
    use crate::finding::Severity::{Breaking, Compatible};
    use crate::testing::{found, none};

    #[test]
    fn lengths() {
        found("{type: string}", "{type: string, minLength: 1}", "min-length-changed", [Breaking, Compatible]);
        found("{type: string, maxLength: 2}", "{type: string}", "max-length-changed", [Compatible, Breaking]);
        none("{type: string, minLength: 0}", "{type: string}");
        none("{allOf: [{maxLength: 3}, {maxLength: 2}], type: string}", "{type: string, maxLength: 2}");
        none("{type: integer, minLength: 1}", "{type: integer}");
    }
}
