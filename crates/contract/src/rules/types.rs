//! Types of JSON values, and `null`.

use serde_json::Number;
use unplug_openapi::ir::{SchemaId, Schemas, TypeSet};

use crate::locator::Locator;
use crate::rule::{Check, Rule};
use crate::schemas::carrier::{Carrier, changed_types};
use crate::schemas::flattened::Flattened;
use crate::schemas::types::in_words;
use crate::verdict::Change;

pub(crate) const TYPE: Rule = Rule {
    id: "type-changed",
    summary: "Values may be of other types than before.",
    explanation: "`type: integer` before and `type: number` now is looser: a response may carry 1.5. `type: string` \
        and `type: integer` have nothing in common and break both. An integer is a number, and a union whose \
        branches are of different types is the same as a list of types. Parameters and headers are texts: \
        `type: string` takes what an integer is written as.",
    advice: "Keep the type; offer the new one under a new name.",
    checks: &[Check::Schema(|schemas, pair, found| {
        let (before, after) = pair.types();
        if before == after {
            return;
        }
        let (lost, gained) = changed_types(schemas, pair);
        // A number that is a multiple of a whole one is whole.
        let fractions = TypeSet::FRACTION;
        let is_whole = (!lost.and(fractions).is_empty()
            && numbers_are_whole(schemas.before.schemas, &pair.before))
            || (!gained.and(fractions).is_empty() && numbers_are_whole(schemas.after.schemas, &pair.after));
        let left = |types: TypeSet| if is_whole { types.without(fractions) } else { types };
        let (lost, gained) = (left(lost), left(gained));
        let change = match (lost.is_empty(), gained.is_empty()) {
            (true, true) if is_whole || pair.carrier == Carrier::Json => return,
            (true, true) => Change::Neutral,
            (false, true) => Change::Narrower,
            (true, false) => Change::Wider,
            (false, false) => Change::Moved,
        };
        let message = pair.wording.differs("the type", Some(in_words(before)), Some(in_words(after)));
        let one = keyword(schemas.before.schemas, &pair.before, &pair.locators.0);
        let other = keyword(schemas.after.schemas, &pair.after, &pair.locators.1);
        found.push(change, message, (one, other));
    })],
    ..Rule::DEFAULT
};

pub(crate) const NULL: Rule = Rule {
    id: "null-changed",
    summary: "A value may be `null` that could not, or the reverse.",
    explanation: "`nullable: true`, `type: [string, 'null']` and `anyOf: [{type: string}, {type: 'null'}]` are the \
        same. A response that may newly carry `null` breaks clients that read a text there.",
    advice: "Leave an optional member out instead of sending `null`, or keep accepting `null`.",
    checks: &[Check::Schema(|_, pair, found| {
        let (before, after) = (&pair.before, &pair.after);
        // Where one side takes anything or nothing, the difference of types says it all.
        let whole = |flattened: &Flattened| {
            flattened.is_nothing() || (flattened.null && flattened.types() == TypeSet::NON_NULL)
        };
        if before.null == after.null || (whole(before) != whole(after) && before.types() != after.types()) {
            return;
        }
        let (change, can, cannot) = if after.null {
            (Change::Wider, pair.wording.after, pair.wording.before)
        } else {
            (Change::Narrower, pair.wording.before, pair.wording.after)
        };
        found.push(change, format!("`null` is valid {can}, but not {cannot}"), pair.locators.clone());
    })],
    ..Rule::DEFAULT
};

/// Whether every number is a multiple of a whole one.
fn numbers_are_whole(schemas: &Schemas, flattened: &Flattened) -> bool {
    let is_whole = |id: &SchemaId| {
        let of = schemas[*id].multiple_of.as_ref().and_then(Number::as_f64);
        of.is_some_and(|of| of >= 1.0 && of.fract() == 0.0)
    };
    let numbers = flattened.alternatives.iter().filter(|one| !one.types.and(TypeSet::FRACTION).is_empty());
    numbers.into_iter().all(|one| one.parts.iter().any(is_whole))
}

/// The `type` that decides, when there is one.
fn keyword<'a>(schemas: &'a Schemas, flattened: &Flattened, whole: &Locator<'a>) -> Locator<'a> {
    let parts = flattened.alternatives.first().map(|one| one.parts.iter());
    let typed = parts.into_iter().flatten().find(|id| !schemas[**id].types.is_empty());
    match typed {
        Some(id) if flattened.alternatives.len() == 1 => Locator::at(&schemas[*id].location).step("type"),
        _ => whole.clone(),
    }
}
