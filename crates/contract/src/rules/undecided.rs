//! What cannot be decided.

use unplug_openapi::ir::{SchemaId, Schemas};

use crate::difference::Differences;
use crate::locator::Locator;
use crate::rule::{Check, Rule};
use crate::rules::pattern::Patterns;
use crate::rules::unions::branch;
use crate::schemas::conditions::{changed, condition, excluded, negation};
use crate::schemas::flattened::Flattener;
use crate::schemas::pair::{Flatteners, SchemaPair};
use crate::schemas::types::Kind;
use crate::verdict::Change;

pub(crate) const CANNOT_DECIDE: Rule = Rule {
    id: "cannot-decide",
    summary: "Two schemas differ, and whether they mean the same cannot be told from the text.",
    explanation: "A `pattern` with lookaround in the place of another, a changed `not` or `if`, a union none of whose branches is \
        found again: which values are valid on both sides is not decided. It is a note instead of a false alarm.",
    advice: "Look at both places. Where a person can tell that they are the same, write them the same way.",
    checks: &[
        Check::Schema(unexpanded),
        Check::Union(|schemas, pair, found| {
            if let ([one, ..], [other, ..]) = (&pair.lost[..], &pair.gained[..]) {
                let message = format!(
                    "{} of the union {} and {} {} are not found on the other side",
                    branches(pair.lost.len()),
                    pair.union.wording.before,
                    branches(pair.gained.len()),
                    pair.union.wording.after
                );
                let before = branch(schemas.before.schemas, one, &pair.union.locators.0);
                let after = branch(schemas.after.schemas, other, &pair.union.locators.1);
                found.push(Change::Undecided, message, (before, after));
            }
        }),
        Check::Keyword(&[Kind::String], |_, pair, found| {
            let patterns = Patterns::of(pair);
            if let (Some(_), Some(_), None) = (patterns.lost(), patterns.gained(), patterns.relation()) {
                let (before, after) = (patterns.lost(), patterns.gained());
                pair.report(Change::Undecided, "pattern", (before, after), found);
            }
        }),
        Check::Keyword(&Kind::ALL, |schemas, pair, found| {
            for (get, keyword, message) in [
                (negation as fn(&_) -> _, "not", "`not` excludes something else"),
                (condition, "if", "`if`, `then` or `else` is another"),
            ] {
                let (lost, gained) = changed(schemas, pair, get);
                if keyword == "not" && excluded(schemas, pair).is_some() {
                    continue;
                }
                if lost.is_some() && gained.is_some() {
                    found.push(Change::Undecided, message.to_owned(), pair.keyword(keyword, (lost, gained)));
                }
            }
        }),
    ],
    ..Rule::DEFAULT
};

/// Unions that were not taken apart.
fn unexpanded<'a>(schemas: &mut Flatteners<'a>, pair: &SchemaPair<'a>, found: &mut Differences<'a>) {
    let prints = |side: &mut Flattener<'a>, list: &[SchemaId]| {
        let (schemas, mut prints) = (side.schemas, Vec::new());
        for id in list {
            let branches = schemas[*id].one_of.iter().chain(&schemas[*id].any_of);
            prints.extend(branches.map(|id| side.fingerprint(&[*id], 2)));
        }
        prints.sort_unstable();
        prints
    };
    let (before, after) = (&pair.before.unexpanded, &pair.after.unexpanded);
    if prints(&mut schemas.before, before) == prints(&mut schemas.after, after) {
        return;
    }
    let locator = |schemas: &'a Schemas, list: &[SchemaId], whole: &Locator<'a>| {
        list.first().map_or_else(|| whole.clone(), |id| Locator::at(&schemas[*id].location))
    };
    let before = locator(schemas.before.schemas, before, &pair.locators.0);
    let after = locator(schemas.after.schemas, after, &pair.locators.1);
    let message = "several unions that hold together have too many combinations to be compared".to_owned();
    found.push(Change::Undecided, message, (before, after));
}

fn branches(count: usize) -> String {
    if count == 1 { "1 branch".to_owned() } else { format!("{count} branches") }
}
