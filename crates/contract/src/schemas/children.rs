//! The schemas below two alternatives, which are compared in their turn.

use std::collections::BTreeMap;

use indexmap::IndexMap;
use unplug_openapi::ir::{JsonType, Schema, SchemaId};

use super::carrier::Carrier;
use super::object::{ObjectPair, Rest};
use super::pair::AlternativePair;
use super::view::{Found, View};
use crate::locator::Locators;

/// Two sets of schemas below two alternatives.
#[derive(Clone, Debug)]
pub(crate) struct Child<'a> {
    pub(crate) before: Vec<SchemaId>,
    pub(crate) after: Vec<SchemaId>,
    /// How a person finds it from the parent, for example `.name` or `[]`.
    pub(crate) label: String,
    /// Where the parents stand.
    pub(crate) locators: Locators<'a>,
    /// How their values are written.
    pub(crate) carrier: Carrier,
}

/// Schemas by name, each with the schema that has them.
pub(crate) type Named<'a> = BTreeMap<&'a str, (SchemaId, SchemaId)>;

/// The members of two objects.
pub(crate) fn of_objects<'a>(object: &ObjectPair<'a>, children: &mut Vec<Child<'a>>) {
    let pair = &object.pair;
    for member in object.members() {
        if let (Some(before), Some(after)) = &member.schemas {
            children.push(child(pair, before.clone(), after.clone(), format!(".{}", member.name)));
        }
    }
    if object.before.rest == Rest::Limited && object.after.rest == Rest::Limited {
        let (before, after) = (object.before.schemas.clone(), object.after.schemas.clone());
        children.push(child(pair, before, after, ".*".to_owned()));
    }
    let (before, after) = (property_names(&pair.before), property_names(&pair.after));
    if !before.is_empty() && !after.is_empty() {
        let ids = |found: &[(SchemaId, SchemaId)]| found.iter().map(|(id, _)| *id).collect();
        children.push(child(pair, ids(&before), ids(&after), "{name}".to_owned()));
    }
    shared(pair, pattern_properties, |pattern| format!(".{pattern}"), children);
    shared(pair, dependent_schemas, |name| format!("[with {name}]"), children);
}

/// The items of two lists: each listed position, all further items, and what they contain.
pub(crate) fn of_lists<'a>(pair: &AlternativePair<'a>, children: &mut Vec<Child<'a>>) {
    let ((listed, rest), (other, further)) = (pair.before.items(), pair.after.items());
    for position in 0..listed.len().max(other.len()) {
        let at =
            |listed: &[Vec<_>], rest: &[_]| listed.get(position).cloned().unwrap_or_else(|| rest.to_vec());
        children.push(child(pair, at(&listed, &rest), at(&other, &further), format!("[{position}]")));
    }
    if !rest.is_empty() || !further.is_empty() {
        children.push(child(pair, rest, further, "[]".to_owned()));
    }
    if let (Some((before, _)), Some((after, _))) = (contained(&pair.before), contained(&pair.after)) {
        children.push(child(pair, vec![before], vec![after], "[contained]".to_owned()));
    }
}

fn shared<'a>(
    pair: &AlternativePair<'a>,
    named: fn(&View<'a>) -> Named<'a>,
    label: impl Fn(&str) -> String,
    children: &mut Vec<Child<'a>>,
) {
    let after = named(&pair.after);
    for (name, (schema, _)) in named(&pair.before) {
        if let Some((other, _)) = after.get(name) {
            children.push(child(pair, vec![schema], vec![*other], label(name)));
        }
    }
}

fn child<'a>(
    pair: &AlternativePair<'a>,
    before: Vec<SchemaId>,
    after: Vec<SchemaId>,
    label: String,
) -> Child<'a> {
    let locators = (pair.before.whole(), pair.after.whole());
    Child { before, after, label, locators, carrier: Carrier::Json }
}

/// The schemas of `propertyNames` that say something, each with the schema that has it.
pub(crate) fn property_names(view: &View<'_>) -> Vec<(SchemaId, SchemaId)> {
    let all = view.schemas().filter_map(|(id, schema)| Some((schema.property_names?, id)));
    all.filter(|(names, _)| !is_any_text(&view.schemas[*names])).collect()
}

/// Names are texts anyway.
fn is_any_text(schema: &Schema) -> bool {
    let text = schema.types == [JsonType::String];
    schema.allows_everything() || (text && Schema { types: Vec::new(), ..schema.clone() }.allows_everything())
}

pub(crate) fn pattern_properties<'a>(view: &View<'a>) -> Named<'a> {
    named(view, |schema| &schema.pattern_properties)
}

pub(crate) fn dependent_schemas<'a>(view: &View<'a>) -> Named<'a> {
    named(view, |schema| &schema.dependent_schemas)
}

fn named<'a>(view: &View<'a>, get: fn(&'a Schema) -> &'a IndexMap<String, SchemaId>) -> Named<'a> {
    let mut found = BTreeMap::new();
    for (owner, schema) in view.schemas() {
        for (name, id) in get(schema) {
            found.entry(name.as_str()).or_insert((*id, owner));
        }
    }
    found
}

/// The schema of `contains` where it decides anything.
pub(crate) fn contained(view: &View<'_>) -> Found<SchemaId> {
    view.first(|schema| {
        schema.contains.filter(|_| min_contained(schema) > 0 || schema.max_contains.is_some())
    })
}

/// How many items have to match `contains`.
pub(crate) fn min_contained(schema: &Schema) -> u64 {
    schema.min_contains.unwrap_or(1)
}
