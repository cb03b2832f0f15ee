//! A value with one keyword of its schema broken.

use serde_json::{Map, Value, json};
use unplug_openapi::ir::{JsonType, Schema};

use super::evaluate::is_of;
use super::{Direction, Sampler, Use};

/// Longer texts are not made to break `maxLength`.
const MAX_BROKEN_TEXT_LENGTH: u64 = 100_000;
/// Characters of a matching text before those that do not match.
const MAX_MATCHING_PREFIX: usize = 12;
/// Longer arrays and greater objects are not made to break their limits.
const MAX_BROKEN_PARTS: u64 = 2_000;

/// Keywords with values that should break them; several where one may not do it.
pub(super) type Breaks = Vec<(&'static str, Value)>;

/// The value with one keyword of the schema broken, for each keyword.
pub(super) fn breaks(sampler: &Sampler<'_>, schema: &Schema, value: &Value) -> Breaks {
    let mut broken = Breaks::new();
    let wrong = [json!("wrong"), json!(7), json!(true), json!({}), json!([])];
    if !schema.types.is_empty() {
        let is_allowed = |value: &Value| schema.types.iter().any(|ty| is_of(value, *ty));
        broken.extend(wrong.iter().find(|wrong| !is_allowed(wrong)).map(|wrong| ("type", wrong.clone())));
        if schema.types == [JsonType::Integer] {
            broken.push(("type", json!(1.5)));
        }
    }
    if schema.constant.is_some() {
        broken.push(("const", other_than(value)));
    }
    if schema.enumeration.is_some() {
        broken.push(("enum", other_than(value)));
    }
    for (keyword, branches) in [("oneOf", &schema.one_of), ("anyOf", &schema.any_of)] {
        if !branches.is_empty() {
            broken.extend(wrong.iter().rev().map(|wrong| (keyword, wrong.clone())));
        }
    }
    not(sampler, schema, value, &mut broken);
    match value {
        Value::String(text) => {
            strings(schema, text, &mut broken);
            if sampler.api.schemas.asserted_format(schema).is_some() {
                broken.push(("format", json!("~ ")));
            }
        }
        Value::Number(number) => numbers(schema, number, &mut broken),
        Value::Array(items) => arrays(sampler, schema, items, &mut broken),
        Value::Object(members) => objects(schema, members, &mut broken),
        Value::Null | Value::Bool(_) => {}
    }
    broken
}

fn other_than(value: &Value) -> Value {
    match value {
        Value::Number(_) => json!(987_654_321),
        Value::Bool(flag) => json!(!flag),
        _ => json!("not-a-known-value"),
    }
}

/// What must not be.
fn not(sampler: &Sampler<'_>, schema: &Schema, value: &Value, broken: &mut Breaks) {
    let Some(id) = schema.not else { return };
    let Ok(values) = sampler.valid(id, Direction::Response, Use::Body, 2) else { return };
    for forbidden in values {
        let forbidden = match (value, forbidden) {
            (Value::Object(members), Value::Object(more)) => {
                Value::Object(members.clone().into_iter().chain(more).collect())
            }
            (_, forbidden) => forbidden,
        };
        broken.push(("not", forbidden));
    }
}

fn strings(schema: &Schema, text: &str, broken: &mut Breaks) {
    if let Some(least) = schema.min_length.filter(|least| *least > 0) {
        let short = text.chars().take(usize::try_from(least - 1).unwrap_or(0)).collect();
        broken.push(("minLength", Value::String(short)));
    }
    if let Some(most) = schema.max_length.filter(|most| *most < MAX_BROKEN_TEXT_LENGTH) {
        let filling = text.chars().next().unwrap_or('a');
        let length = usize::try_from(most).unwrap_or(0) + 1;
        let long = text.chars().chain(std::iter::repeat(filling)).take(length).collect();
        broken.push(("maxLength", Value::String(long)));
    }
    if schema.pattern.is_some() {
        let wrong = ["~", "!!", "%%%", "a a", "", "\n"].map(str::to_owned);
        // Not long: an expression that goes back and forth may take very long to refuse a long text.
        let start: String = text.chars().take(MAX_MATCHING_PREFIX).collect();
        let longer = [format!("{start}~"), format!("~{start}")];
        broken.extend(wrong.into_iter().chain(longer).map(|wrong| ("pattern", Value::String(wrong))));
    }
}

fn numbers(schema: &Schema, number: &serde_json::Number, broken: &mut Breaks) {
    let as_value = |number: f64| {
        #[allow(clippy::cast_possible_truncation, reason = "it is a whole number that an f64 holds exactly")]
        if number.fract() == 0.0 && number.abs() < 9e15 {
            return json!(number as i64);
        }
        json!(number)
    };
    let limit = |limit: &Option<serde_json::Number>| limit.as_ref().and_then(serde_json::Number::as_f64);
    // Great limits have no neighbours that are 1 apart.
    let beyond = |limit: f64, way: f64| as_value((limit + way * (limit.abs() / 1e3).max(1.0)).trunc());
    broken.extend(limit(&schema.minimum).map(|least| ("minimum", beyond(least, -1.0))));
    broken.extend(limit(&schema.maximum).map(|most| ("maximum", beyond(most, 1.0))));
    broken.extend(limit(&schema.exclusive_minimum).map(|least| ("exclusiveMinimum", as_value(least))));
    broken.extend(limit(&schema.exclusive_maximum).map(|most| ("exclusiveMaximum", as_value(most))));
    if let (Some(step), Some(number)) = (limit(&schema.multiple_of), number.as_f64()) {
        broken.push(("multipleOf", as_value(number + if step > 1.0 { 1.0 } else { step / 3.0 })));
    }
}

fn arrays(sampler: &Sampler<'_>, schema: &Schema, items: &[Value], broken: &mut Breaks) {
    if let Some(least) = schema.min_items.filter(|least| *least > 0) {
        let few = items.iter().take(usize::try_from(least - 1).unwrap_or(0)).cloned().collect();
        broken.push(("minItems", Value::Array(few)));
    }
    if schema.contains.is_some() {
        broken.extend([json!(null), json!("wrong"), json!(7.5)].map(|item| {
            let length = items.len();
            ("contains", Value::Array(vec![item; length]))
        }));
        broken.push(("contains", json!([])));
    }
    let is_false = |id| sampler.api.schemas[id].boolean == Some(false);
    if schema.items.is_some_and(is_false) || schema.unevaluated_items.is_some_and(is_false) {
        let keyword = if schema.items.is_some() { "items" } else { "unevaluatedItems" };
        broken.push((keyword, items.iter().cloned().chain([json!(null)]).collect()));
    }
    let Some(first) = items.first() else { return };
    if let Some(most) = schema.max_items.filter(|most| *most < MAX_BROKEN_PARTS) {
        let length = usize::try_from(most).unwrap_or(0) + 1;
        let many = items.iter().chain(std::iter::repeat(first)).take(length).cloned().collect();
        broken.push(("maxItems", Value::Array(many)));
    }
    if schema.unique_items {
        broken.push(("uniqueItems", items.iter().chain([first]).cloned().collect()));
        if items.len() > 1 {
            // With no more items than may be there.
            let same = items.iter().skip(1).rev().chain([&items[1]]).take(items.len()).cloned().collect();
            broken.push(("uniqueItems", same));
        }
    }
}

fn objects(schema: &Schema, members: &Map<String, Value>, broken: &mut Breaks) {
    let without = |name: &String| {
        let mut members = members.clone();
        members.shift_remove(name)?;
        Some(Value::Object(members))
    };
    broken.extend(schema.required.iter().filter_map(without).map(|value| ("required", value)));
    let dependent = schema.dependent_required.iter().filter(|(name, _)| members.contains_key(*name));
    let without = dependent.flat_map(|(_, needed)| needed.iter().filter_map(without));
    broken.extend(without.map(|value| ("dependentRequired", value)));
    let with = |name: &str, value: Value| {
        let mut members = members.clone();
        members.insert(name.to_owned(), value);
        Value::Object(members)
    };
    for (keyword, others) in [
        ("additionalProperties", schema.additional_properties),
        ("unevaluatedProperties", schema.unevaluated_properties),
    ] {
        if others.is_some() {
            broken.push((keyword, with("unexpected-member", json!([[]]))));
        }
    }
    let first = members.values().next().cloned().unwrap_or_default();
    if schema.property_names.is_some() {
        let names = ["~ %", "a name that is much longer than names usually are, and has blanks"];
        broken.extend(names.map(|name| ("propertyNames", with(name, first.clone()))));
    }
    if let Some(least) = schema.min_properties.filter(|least| *least > 0) {
        let optional = |name: &&String| !schema.required.contains(name);
        let excess = (members.len() + 1).saturating_sub(usize::try_from(least).unwrap_or(usize::MAX));
        let mut fewer = members.clone();
        for name in members.keys().filter(optional).take(excess) {
            fewer.shift_remove(name);
        }
        broken.push(("minProperties", Value::Object(fewer)));
    }
    if let Some(most) = schema.max_properties.filter(|most| *most < MAX_BROKEN_PARTS) {
        let missing = (usize::try_from(most).unwrap_or(0) + 1).saturating_sub(members.len());
        let more = (0..missing).map(|at| (format!("unexpected-member-{at}"), first.clone()));
        broken.push(("maxProperties", Value::Object(members.clone().into_iter().chain(more).collect())));
    }
}
