//! `minProperties` and `maxProperties`.

use crate::rule::Rule;
use crate::schemas::{Out, Pair, View};

pub(crate) const MIN_PROPERTIES: Rule = Rule {
    id: "min-properties-changed",
    summary: "An object has to have another least number of members.",
    explanation: "`minProperties: 1` now and none before refuses `{}` in a request.",
    advice: "Answer an empty object in the operation's own words.",
};

pub(crate) const MAX_PROPERTIES: Rule = Rule {
    id: "max-properties-changed",
    summary: "An object may have another greatest number of members.",
    explanation: "`maxProperties: 10` now and none before refuses an object with eleven members in a request.",
    advice: "Keep accepting as many, or let callers know of the limit before it holds.",
};

pub(crate) fn compare<'a>(pair: &Pair<'a>, out: &mut Out<'a>) {
    let least =
        |view: &View<'a>| view.largest(|schema| schema.min_properties).filter(|(count, _)| *count > 0);
    let (before, after) = (least(&pair.before), least(&pair.after));
    pair.limit(out, (&MIN_PROPERTIES, "minProperties"), (before, after), |one, other| one > other);
    let most = |view: &View<'a>| view.smallest(|schema| schema.max_properties);
    let (before, after) = (most(&pair.before), most(&pair.after));
    pair.limit(out, (&MAX_PROPERTIES, "maxProperties"), (before, after), |one, other| one < other);
}

#[cfg(test)]
mod tests {
    use crate::finding::Severity::{Breaking, Compatible};
    use crate::testing::{found, none};

    #[test]
    fn sizes() {
        let object = "{type: object}";
        found(object, "{type: object, minProperties: 1}", "min-properties-changed", [Breaking, Compatible]);
        found("{type: object, maxProperties: 1}", object, "max-properties-changed", [Compatible, Breaking]);
        none(object, "{type: object, minProperties: 0}");
    }
}
