//! `minItems`, `maxItems`, `uniqueItems`, and the items themselves.

use crate::rule::Rule;
use crate::schemas::{Out, Pair, View};

pub(crate) const MIN_ITEMS: Rule = Rule {
    id: "min-items-changed",
    summary: "A list has to have another least number of items.",
    explanation: "`minItems: 1` now and none before refuses the empty list in a request; the reverse lets a response \
        carry an empty list to a client that takes the first item.",
    advice: "Keep accepting shorter lists; keep sending at least as many.",
};

pub(crate) const MAX_ITEMS: Rule = Rule {
    id: "max-items-changed",
    summary: "A list may have another greatest number of items.",
    explanation: "`maxItems: 100` before and `maxItems: 50` now refuses 80 items in a request.",
    advice: "Keep accepting as many, or let callers know of the limit before it holds.",
};

pub(crate) const UNIQUE_ITEMS: Rule = Rule {
    id: "unique-items-changed",
    summary: "Items have to differ where they had not to, or the reverse.",
    explanation: "`uniqueItems: true` now refuses `[1, 1]` in a request.",
    advice: "Drop repeated items on arrival instead of refusing them.",
};

pub(crate) fn compare<'a>(pair: &Pair<'a>, out: &mut Out<'a>) {
    let least = |view: &View<'a>| view.largest(|schema| schema.min_items).filter(|(count, _)| *count > 0);
    let (before, after) = (least(&pair.before), least(&pair.after));
    pair.limit(out, (&MIN_ITEMS, "minItems"), (before, after), |one, other| one > other);
    let most = |view: &View<'a>| view.smallest(|schema| schema.max_items);
    let (before, after) = (most(&pair.before), most(&pair.after));
    pair.limit(out, (&MAX_ITEMS, "maxItems"), (before, after), |one, other| one < other);
    let unique = |view: &View<'a>| view.first(|schema| schema.unique_items.then_some(true));
    let (before, after) = (unique(&pair.before), unique(&pair.after));
    pair.limit(out, (&UNIQUE_ITEMS, "uniqueItems"), (before, after), |_, _| false);
    below(pair, out);
}

/// Each listed position, and all further items.
fn below<'a>(pair: &Pair<'a>, out: &mut Out<'a>) {
    let ((one, rest), (other, further)) = (pair.before.items(), pair.after.items());
    for position in 0..one.len().max(other.len()) {
        let at =
            |listed: &[Vec<_>], rest: &[_]| listed.get(position).cloned().unwrap_or_else(|| rest.to_vec());
        out.children.push(pair.child(at(&one, &rest), at(&other, &further), format!("[{position}]")));
    }
    if !rest.is_empty() || !further.is_empty() {
        out.children.push(pair.child(rest, further, "[]".to_owned()));
    }
}

#[cfg(test)]
mod tests {
    use crate::finding::Severity::{Breaking, Compatible};
    use crate::testing::{found, none};

    #[test]
    fn lists() {
        found("{type: array}", "{type: array, minItems: 1}", "min-items-changed", [Breaking, Compatible]);
        found("{type: array, maxItems: 1}", "{type: array}", "max-items-changed", [Compatible, Breaking]);
        found(
            "{type: array}",
            "{type: array, uniqueItems: true}",
            "unique-items-changed",
            [Breaking, Compatible],
        );
        found(
            "{type: array, uniqueItems: true}",
            "{type: array}",
            "unique-items-changed",
            [Compatible, Breaking],
        );
        none("{type: array, minItems: 0, items: true}", "{type: array}");
    }

    #[test]
    fn items_are_compared_in_their_turn() {
        let list = |items: &str| format!("{{type: array, items: {items}}}");
        found(
            &list("{type: string}"),
            &list("{type: string, maxLength: 1}"),
            "max-length-changed",
            [Breaking, Compatible],
        );
        found("{type: array}", &list("{type: string}"), "type-changed", [Breaking, Compatible]);
        found(
            "{type: array, prefixItems: [{type: string}]}",
            "{type: array, prefixItems: [{type: string}, {type: string}]}",
            "type-changed",
            [Breaking, Compatible],
        );
    }
}
