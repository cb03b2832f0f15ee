//! `contains`, `minContains` and `maxContains`.

use unplug_openapi::ir::Schema;

use crate::difference::Differences;
use crate::rule::{Check, Rule};
use crate::schemas::children::{contained, min_contained};
use crate::schemas::pair::AlternativePair;
use crate::schemas::types::Kind;
use crate::verdict::Change;

pub(crate) const CONTAINS: Rule = Rule {
    id: "contains-changed",
    summary: "A list has to contain something else, or another number of it.",
    explanation: "`contains: {const: admin}` now and none before refuses a list without `admin` in a request.",
    advice: "Check such a condition in the operation, where the answer can say what is missing.",
    checks: &[Check::Keyword(&[Kind::Array], |_, pair, found| compare(pair, found))],
    ..Rule::DEFAULT
};

fn compare<'a>(pair: &AlternativePair<'a>, found: &mut Differences<'a>) {
    let (before, after) = match (contained(&pair.before), contained(&pair.after)) {
        (None, None) => return,
        (None, Some((_, id))) => {
            return pair.report(Change::Narrower, "contains", (None, Some(("set", id))), found);
        }
        (Some((_, id)), None) => {
            return pair.report(Change::Wider, "contains", (Some(("set", id)), None), found);
        }
        (Some((_, before)), Some((_, after))) => (before, after),
    };
    let schemas = (&pair.before.schemas[before], &pair.after.schemas[after]);
    let least = (Some((min_contained(schemas.0), before)), Some((min_contained(schemas.1), after)));
    pair.compare_limit("minContains", least, |one, other| one > other, found);
    let most = |schema: &Schema, id| schema.max_contains.map(|count| (count, id));
    let most = (most(schemas.0, before), most(schemas.1, after));
    pair.compare_limit("maxContains", most, |one, other| one < other, found);
}
