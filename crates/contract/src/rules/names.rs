//! `propertyNames` and `patternProperties`.

use unplug_openapi::ir::{JsonType, Schema, SchemaId};

use crate::rule::{Change, Rule};
use crate::schemas::{Engine, Out, Pair, View};

pub(crate) const PROPERTY_NAMES: Rule = Rule {
    id: "property-names-changed",
    summary: "Names of members are limited that were not, or the reverse.",
    explanation: "`propertyNames: {maxLength: 10}` now and none before refuses an object with a longer name in a \
        request. Where both sides have it, the two schemas are compared.",
    advice: "Keep accepting the names that are in use.",
};

pub(crate) const PATTERN_PROPERTIES: Rule = Rule {
    id: "pattern-properties-changed",
    summary: "Members whose names match a pattern are limited, or allowed, in another way.",
    explanation: "`patternProperties: {'^x-': {type: string}}` now and none before refuses `x-a: 1` in a request. In \
        an object that is otherwise closed it allows more instead.",
    advice: "Keep accepting the members that are in use.",
};

pub(crate) fn compare<'a>(engine: &mut Engine<'a>, pair: &Pair<'a>, out: &mut Out<'a>) {
    property_names(pair, out);
    let (before, after) = (patterns(&pair.before), patterns(&pair.after));
    let closed = |side: &mut crate::schemas::normal::Normalizer<'a>, view: &View<'a>| {
        let set = side.set(&view.additional().0);
        side.normal(set).is_nothing()
    };
    for (pattern, (schema, owner)) in &before {
        if let Some((other, _)) = after.get(pattern) {
            out.children.push(pair.child(vec![*schema], vec![*other], format!(".{pattern}")));
            continue;
        }
        let change = if closed(&mut engine.after, &pair.after) { Change::Narrower } else { Change::Wider };
        let message = pair.words.gone(&format!("the schema for members that match `{pattern}`"));
        let place = pair.before.at(*owner, "patternProperties").step(pattern);
        out.push(&PATTERN_PROPERTIES, change, message, place, pair.after.absent());
    }
    for (pattern, (_, owner)) in after.iter().filter(|(pattern, _)| !before.contains_key(*pattern)) {
        let change = if closed(&mut engine.before, &pair.before) { Change::Wider } else { Change::Narrower };
        let message = pair.words.added(&format!("the schema for members that match `{pattern}`"));
        let place = pair.after.at(*owner, "patternProperties").step(pattern);
        out.push(&PATTERN_PROPERTIES, change, message, pair.before.absent(), place);
    }
}

fn property_names<'a>(pair: &Pair<'a>, out: &mut Out<'a>) {
    let names = |view: &View<'a>| -> Vec<(SchemaId, SchemaId)> {
        let all = view.schemas().filter_map(|(id, schema)| Some((schema.property_names?, id)));
        all.filter(|(names, _)| !is_any_text(&view.schemas[*names])).collect()
    };
    let (before, after) = (names(&pair.before), names(&pair.after));
    let change = match (before.is_empty(), after.is_empty()) {
        (true, true) => return,
        (true, false) => Change::Narrower,
        (false, true) => Change::Wider,
        (false, false) => {
            let ids = |found: &[(SchemaId, SchemaId)]| found.iter().map(|(id, _)| *id).collect();
            out.children.push(pair.child(ids(&before), ids(&after), "{name}".to_owned()));
            return;
        }
    };
    let word = |found: &[_]| (!found.is_empty()).then_some("set");
    let (one, other) = (word(&before), word(&after));
    let message = pair.sentence(
        "`propertyNames`",
        one.as_ref().map(|text| text as _),
        other.as_ref().map(|text| text as _),
    );
    let spots = (
        pair.before.spot(before.first().copied(), "propertyNames"),
        pair.after.spot(after.first().copied(), "propertyNames"),
    );
    out.push(&PROPERTY_NAMES, change, message, spots.0, spots.1);
}

/// Names are texts anyway.
fn is_any_text(schema: &Schema) -> bool {
    let text = schema.types == [JsonType::String];
    schema.allows_everything() || (text && Schema { types: Vec::new(), ..schema.clone() }.allows_everything())
}

fn patterns<'a>(view: &View<'a>) -> std::collections::BTreeMap<&'a str, (SchemaId, SchemaId)> {
    let mut found = std::collections::BTreeMap::new();
    for (owner, schema) in view.schemas() {
        for (pattern, id) in &schema.pattern_properties {
            found.entry(pattern.as_str()).or_insert((*id, owner));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::finding::Severity::{Breaking, Compatible};
    use crate::testing::{found, none};

    #[test]
    fn names() {
        let short = "{type: object, propertyNames: {maxLength: 1}}";
        none("{type: object}", "{type: object, propertyNames: {type: string}}");
        found("{type: object}", short, "property-names-changed", [Breaking, Compatible]);
        found(
            short,
            "{type: object, propertyNames: {maxLength: 2}}",
            "max-length-changed",
            [Compatible, Breaking],
        );
    }

    #[test]
    fn patterns() {
        let texts = "{type: object, patternProperties: {^x: {type: string}}}";
        found("{type: object}", texts, "pattern-properties-changed", [Breaking, Compatible]);
        found(texts, "{type: object}", "pattern-properties-changed", [Compatible, Breaking]);
        found(
            "{type: object, additionalProperties: false}",
            "{type: object, additionalProperties: false, patternProperties: {^x: {type: string}}}",
            "pattern-properties-changed",
            [Compatible, Breaking],
        );
    }
}
