//! `dependentRequired` and `dependentSchemas`.

use std::collections::{BTreeMap, BTreeSet};

use unplug_openapi::ir::SchemaId;

use crate::difference::Differences;
use crate::rule::{Check, Rule};
use crate::schemas::children::dependent_schemas;
use crate::schemas::pair::AlternativePair;
use crate::schemas::types::Kind;
use crate::schemas::view::View;
use crate::verdict::Change;

pub(crate) const REQUIRED: Rule = Rule {
    id: "dependent-required-changed",
    summary: "A member asks for another one that it did not ask for, or the reverse.",
    explanation: "`dependentRequired: {card: [address]}` now and none before refuses a request with `card` alone.",
    advice: "Ask for the other member in the operation, where the answer can say so.",
    checks: &[Check::Keyword(&[Kind::Object], |_, pair, found| required(pair, found))],
    ..Rule::DEFAULT
};

pub(crate) const SCHEMAS: Rule = Rule {
    id: "dependent-schemas-changed",
    summary: "A member brings a schema with it that it did not bring, or the reverse.",
    explanation: "`dependentSchemas: {card: {…}}` now and none before refuses some requests with `card`. Where both \
        sides have one, the two are compared.",
    advice: "Keep accepting what was accepted.",
    checks: &[Check::Keyword(&[Kind::Object], |_, pair, found| {
        let (before, after) = (dependent_schemas(&pair.before), dependent_schemas(&pair.after));
        let what = |name: &str| format!("the schema that `{name}` brings with it");
        for (name, (_, owner)) in before.iter().filter(|(name, _)| !after.contains_key(*name)) {
            let locator = pair.before.at(*owner, "dependentSchemas").step(name);
            found.push(Change::Wider, pair.wording.removed(&what(name)), (locator, pair.after.absent()));
        }
        for (name, (_, owner)) in after.iter().filter(|(name, _)| !before.contains_key(*name)) {
            let locator = pair.after.at(*owner, "dependentSchemas").step(name);
            found.push(Change::Narrower, pair.wording.added(&what(name)), (pair.before.absent(), locator));
        }
    })],
    ..Rule::DEFAULT
};

/// The members that one asks for, and the schema that says so.
type Needs<'a> = (BTreeSet<&'a str>, SchemaId);

fn required<'a>(pair: &AlternativePair<'a>, found: &mut Differences<'a>) {
    let (before, after) = (needs(&pair.before), needs(&pair.after));
    let names: BTreeSet<&str> = before.keys().chain(after.keys()).copied().collect();
    for name in names {
        let (one, other) = (before.get(name), after.get(name));
        let empty = BTreeSet::new();
        let (mine, yours) = (one.map_or(&empty, |(set, _)| set), other.map_or(&empty, |(set, _)| set));
        let change = match (mine.is_subset(yours), yours.is_subset(mine)) {
            (true, true) => continue,
            (true, false) => Change::Narrower,
            (false, true) => Change::Wider,
            (false, false) => Change::Moved,
        };
        let text = |set: &BTreeSet<&str>| {
            let quoted: Vec<String> = set.iter().map(|name| format!("`{name}`")).collect();
            if quoted.is_empty() { "nothing".to_owned() } else { quoted.join(", ") }
        };
        let what = format!("what `{name}` asks for");
        let message = pair.wording.differs(&what, Some(text(mine)), Some(text(yours)));
        let locator = |view: &View<'a>, found: Option<&Needs<'a>>| match found {
            Some((_, id)) => view.at(*id, "dependentRequired").step(name),
            None => view.absent(),
        };
        found.push(change, message, (locator(&pair.before, one), locator(&pair.after, other)));
    }
}

fn needs<'a>(view: &View<'a>) -> BTreeMap<&'a str, Needs<'a>> {
    let mut found: BTreeMap<&'a str, Needs<'a>> = BTreeMap::new();
    for (id, schema) in view.schemas() {
        for (name, needed) in &schema.dependent_required {
            let entry = found.entry(name).or_insert_with(|| (BTreeSet::new(), id));
            entry.0.extend(needed.iter().map(String::as_str));
        }
    }
    found
}
