//! `propertyNames` and `patternProperties`.

use crate::rule::{Check, Rule};
use crate::schemas::children::{pattern_properties, property_names};
use crate::schemas::object::Rest;
use crate::schemas::types::Kind;
use crate::verdict::Change;

pub(crate) const PROPERTY_NAMES: Rule = Rule {
    id: "property-names-changed",
    summary: "Names of members are limited that were not, or the reverse.",
    explanation: "`propertyNames: {maxLength: 10}` now and none before refuses an object with a longer name in a \
        request. Where both sides have it, the two schemas are compared.",
    advice: "Keep accepting the names that are in use.",
    checks: &[Check::Keyword(&[Kind::Object], |_, pair, found| {
        let before = property_names(&pair.before).first().map(|(_, id)| ("set", *id));
        let after = property_names(&pair.after).first().map(|(_, id)| ("set", *id));
        // Where both have it, the two schemas are compared.
        pair.compare_limit("propertyNames", (before, after), |_, _| false, found);
    })],
    ..Rule::DEFAULT
};

pub(crate) const PATTERN_PROPERTIES: Rule = Rule {
    id: "pattern-properties-changed",
    summary: "Members whose names match a pattern are limited, or allowed, in another way.",
    explanation: "`patternProperties: {'^x-': {type: string}}` now and none before refuses `x-a: 1` in a request. In \
        an object that is otherwise closed it allows more instead.",
    advice: "Keep accepting the members that are in use.",
    checks: &[Check::Object(|object, found| {
        let pair = &object.pair;
        let (before, after) = (pattern_properties(&pair.before), pattern_properties(&pair.after));
        let what = |pattern: &str| format!("the schema for members that match `{pattern}`");
        // In an object that is otherwise closed, a pattern allows members instead of limiting them.
        for (pattern, (_, owner)) in before.iter().filter(|(pattern, _)| !after.contains_key(*pattern)) {
            let closed = object.after.rest == Rest::Nothing;
            let change = if closed { Change::Narrower } else { Change::Wider };
            let locator = pair.before.at(*owner, "patternProperties").step(pattern);
            found.push(change, pair.wording.removed(&what(pattern)), (locator, pair.after.absent()));
        }
        for (pattern, (_, owner)) in after.iter().filter(|(pattern, _)| !before.contains_key(*pattern)) {
            let closed = object.before.rest == Rest::Nothing;
            let change = if closed { Change::Wider } else { Change::Narrower };
            let locator = pair.after.at(*owner, "patternProperties").step(pattern);
            found.push(change, pair.wording.added(&what(pattern)), (pair.before.absent(), locator));
        }
    })],
    ..Rule::DEFAULT
};
