//! `dependentRequired` and `dependentSchemas`.

use std::collections::{BTreeMap, BTreeSet};

use unplug_openapi::ir::SchemaId;

use crate::rule::{Change, Rule};
use crate::schemas::{Out, Pair, View};

pub(crate) const REQUIRED: Rule = Rule {
    id: "dependent-required-changed",
    summary: "A member asks for another one that it did not ask for, or the reverse.",
    explanation: "`dependentRequired: {card: [address]}` now and none before refuses a request with `card` alone.",
    advice: "Ask for the other member in the operation, where the answer can say so.",
};

pub(crate) const SCHEMAS: Rule = Rule {
    id: "dependent-schemas-changed",
    summary: "A member brings a schema with it that it did not bring, or the reverse.",
    explanation: "`dependentSchemas: {card: {…}}` now and none before refuses some requests with `card`. Where both \
        sides have one, the two are compared.",
    advice: "Keep accepting what was accepted.",
};

pub(crate) fn compare<'a>(pair: &Pair<'a>, out: &mut Out<'a>) {
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
        let words = |set: &BTreeSet<&str>| {
            let quoted: Vec<String> = set.iter().map(|name| format!("`{name}`")).collect();
            if quoted.is_empty() { "nothing".to_owned() } else { quoted.join(", ") }
        };
        let message =
            pair.sentence(&format!("what `{name}` asks for"), Some(&words(mine)), Some(&words(yours)));
        let place = |view: &View<'a>, found: Option<&(BTreeSet<&str>, SchemaId)>| match found {
            Some((_, id)) => view.at(*id, "dependentRequired").step(name),
            None => view.absent(),
        };
        out.push(&REQUIRED, change, message, place(&pair.before, one), place(&pair.after, other));
    }
    schemas(pair, out);
}

fn schemas<'a>(pair: &Pair<'a>, out: &mut Out<'a>) {
    let all = |view: &View<'a>| {
        let mut found: BTreeMap<&'a str, (SchemaId, SchemaId)> = BTreeMap::new();
        for (owner, schema) in view.schemas() {
            for (name, id) in &schema.dependent_schemas {
                found.entry(name).or_insert((*id, owner));
            }
        }
        found
    };
    let (before, after) = (all(&pair.before), all(&pair.after));
    for (name, (id, owner)) in &before {
        if let Some((other, _)) = after.get(name) {
            out.children.push(pair.child(vec![*id], vec![*other], format!("[with {name}]")));
            continue;
        }
        let message = pair.words.gone(&format!("the schema that `{name}` brings with it"));
        let place = pair.before.at(*owner, "dependentSchemas").step(name);
        out.push(&SCHEMAS, Change::Wider, message, place, pair.after.absent());
    }
    for (name, (_, owner)) in after.iter().filter(|(name, _)| !before.contains_key(*name)) {
        let message = pair.words.added(&format!("the schema that `{name}` brings with it"));
        let place = pair.after.at(*owner, "dependentSchemas").step(name);
        out.push(&SCHEMAS, Change::Narrower, message, pair.before.absent(), place);
    }
}

fn needs<'a>(view: &View<'a>) -> BTreeMap<&'a str, (BTreeSet<&'a str>, SchemaId)> {
    let mut found: BTreeMap<&'a str, (BTreeSet<&'a str>, SchemaId)> = BTreeMap::new();
    for (id, schema) in view.schemas() {
        for (name, needed) in &schema.dependent_required {
            let entry = found.entry(name).or_insert_with(|| (BTreeSet::new(), id));
            entry.0.extend(needed.iter().map(String::as_str));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::finding::Severity::{Breaking, Compatible};
    use crate::testing::{found, none};

    #[test]
    fn dependents() {
        let object = "{type: object}";
        let needs = "{type: object, dependentRequired: {a: [b, c]}}";
        found(object, needs, "dependent-required-changed", [Breaking, Compatible]);
        found(
            needs,
            "{type: object, dependentRequired: {a: [c, d]}}",
            "dependent-required-changed",
            [Breaking, Breaking],
        );
        none(needs, "{type: object, dependentRequired: {a: [c, b]}}");
        let brings = "{type: object, dependentSchemas: {a: {maxProperties: 2}}}";
        found(object, brings, "dependent-schemas-changed", [Breaking, Compatible]);
        let more = "{type: object, dependentSchemas: {a: {maxProperties: 3}}}";
        found(brings, more, "max-properties-changed", [Compatible, Breaking]);
    }
}
