//! Values that break one keyword each.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use unplug_openapi::ir::{JsonType, Operation, ParameterLocation, ParameterShape, Schema, SchemaId};

use super::evaluate::{Evaluator, is_of};
use super::message::{json_of, members};
use super::{BrokenSample, OperationSample, Sampler};

/// Places of one value that are looked at.
const MOST_PLACES: usize = 400;

/// A value with one keyword broken.
struct Candidate {
    pointer: String,
    keyword: &'static str,
    value: Value,
}

pub(super) fn of(
    sampler: &Sampler<'_>,
    operation: &Operation,
    sample: &OperationSample,
    most: usize,
) -> Vec<BrokenSample> {
    let mut found = Vec::new();
    for parameter in &operation.parameters {
        let ParameterShape::Schema { schema, .. } = parameter.shape else { continue };
        if !matches!(parameter.location, ParameterLocation::Query | ParameterLocation::Header) {
            continue;
        }
        let location = parameter.location.as_str();
        let sent =
            sample.parameters.iter().find(|sent| sent.location == location && sent.name == parameter.name);
        let Some(sent) = sent else { continue };
        let broken = |value, pointer, keyword: &str| BrokenSample {
            operation: operation.id.clone(),
            location: location.to_owned(),
            name: parameter.name.clone(),
            value,
            pointer,
            keyword: keyword.to_owned(),
        };
        if parameter.required {
            found.push(broken(Value::Null, String::new(), "required"));
        }
        if sent.value.is_array() || sent.value.is_object() {
            continue;
        }
        let candidates = candidates(sampler, schema, &sent.value);
        let sayable = candidates.into_iter().filter(|candidate| is_sayable(sampler, schema, candidate));
        found.extend(sayable.map(|one| broken(one.value, one.pointer, one.keyword)));
    }
    if let (Some(body), Some(sent)) = (&operation.body, &sample.body)
        && let Some(value) = json_of(sent)
        && let Some(schema) = body
            .contents
            .iter()
            .find(|content| content.name == sent.media_type)
            .and_then(|content| content.schema)
    {
        found.extend(candidates(sampler, schema, value).into_iter().map(|one| BrokenSample {
            operation: operation.id.clone(),
            location: "body".to_owned(),
            name: String::new(),
            value: one.value,
            pointer: one.pointer,
            keyword: one.keyword.to_owned(),
        }));
    }
    spread(found, most)
}

/// Text has no types of its own, so what is read from it must be wrong however it is read.
fn is_sayable(sampler: &Sampler<'_>, schema: SchemaId, candidate: &Candidate) -> bool {
    let Value::String(text) = &candidate.value else {
        return candidate.value.is_number() && candidate.keyword != "type";
    };
    let printable = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_graphic());
    let read: Option<Value> = serde_json::from_str(text).ok();
    printable && read.is_none_or(|value| !sampler.evaluator.is_valid(schema, &value))
}

/// At most so many, of as many keywords as there are.
fn spread(all: Vec<BrokenSample>, most: usize) -> Vec<BrokenSample> {
    let mut taken: Vec<BrokenSample> = Vec::new();
    let mut rest = all;
    while taken.len() < most && !rest.is_empty() {
        let mut keywords = BTreeSet::new();
        let mut later = Vec::new();
        for one in rest {
            if taken.len() < most && keywords.insert(one.keyword.clone()) {
                taken.push(one);
            } else {
                later.push(one);
            }
        }
        rest = later;
    }
    taken
}

/// Every broken value that is really broken at its place.
fn candidates(sampler: &Sampler<'_>, schema: SchemaId, value: &Value) -> Vec<Candidate> {
    let mut walk = Walk { sampler, root: value, made: Vec::new(), places: 0 };
    walk.place(&[schema], value, "", 0);
    let evaluator = &sampler.evaluator;
    walk.made.into_iter().filter(|candidate| is_broken(evaluator, schema, candidate)).collect()
}

/// Is it invalid, with a violation at the place or at a union around it?
fn is_broken(evaluator: &Evaluator<'_>, schema: SchemaId, candidate: &Candidate) -> bool {
    let violations = evaluator.violations(schema, &candidate.value);
    violations.iter().any(|violation| candidate.pointer.starts_with(&violation.pointer))
}

struct Walk<'s, 'a> {
    sampler: &'s Sampler<'a>,
    root: &'s Value,
    made: Vec<Candidate>,
    places: usize,
}

impl<'a> Walk<'_, 'a> {
    fn place(&mut self, ids: &[SchemaId], value: &Value, pointer: &str, depth: usize) {
        self.places += 1;
        if self.places > MOST_PLACES || depth > 12 {
            return;
        }
        let mut schemas = Vec::new();
        let mut seen = BTreeSet::new();
        for id in ids {
            self.applying(*id, value, &mut seen, &mut schemas);
        }
        for schema in &schemas {
            for (keyword, broken) in breaks(schema, value) {
                let mut whole = self.root.clone();
                if let Some(place) = whole.pointer_mut(pointer) {
                    *place = broken;
                    self.made.push(Candidate { pointer: pointer.to_owned(), keyword, value: whole });
                }
            }
        }
        for (name, member) in members(value) {
            let own: Vec<SchemaId> =
                schemas.iter().filter_map(|schema| schema.properties.get(name).copied()).collect();
            let step = name.replace('~', "~0").replace('/', "~1");
            if !own.is_empty() {
                self.place(&own, member, &format!("{pointer}/{step}"), depth + 1);
            }
        }
        if let Some(first) = value.as_array().and_then(|items| items.first()) {
            let own: Vec<SchemaId> = schemas
                .iter()
                .filter_map(|schema| schema.prefix_items.first().copied().or(schema.items))
                .collect();
            if !own.is_empty() {
                self.place(&own, first, &format!("{pointer}/0"), depth + 1);
            }
        }
    }

    /// The schemas that apply to the value: of a union those that it fits.
    fn applying(
        &self,
        id: SchemaId,
        value: &Value,
        seen: &mut BTreeSet<SchemaId>,
        into: &mut Vec<&'a Schema>,
    ) {
        if !seen.insert(id) {
            return;
        }
        let schema = &self.sampler.api.schemas[id];
        into.push(schema);
        for part in schema.reference.iter().chain(&schema.all_of) {
            self.applying(*part, value, seen, into);
        }
        for branch in schema.one_of.iter().chain(&schema.any_of) {
            if self.sampler.evaluator.is_valid(*branch, value) {
                self.applying(*branch, value, seen, into);
            }
        }
    }
}

/// The value with one keyword of the schema broken, once for each.
fn breaks(schema: &Schema, value: &Value) -> Vec<(&'static str, Value)> {
    let mut broken = Vec::new();
    if !schema.types.is_empty() {
        let wrong = [json!("wrong"), json!(7), json!(true), json!({}), json!([])];
        let wrong = wrong.into_iter().find(|wrong| !schema.types.iter().any(|ty| is_of(wrong, *ty)));
        broken.extend(wrong.map(|wrong| ("type", wrong)));
    }
    if schema.constant.is_some() {
        broken.extend(other_than(value).map(|value| ("const", value)));
    }
    if schema.enumeration.is_some() {
        broken.extend(other_than(value).map(|value| ("enum", value)));
    }
    match value {
        Value::String(text) => strings(schema, text, &mut broken),
        Value::Number(number) => numbers(schema, number, &mut broken),
        Value::Array(items) => arrays(schema, items, &mut broken),
        Value::Object(_) => objects(schema, value, &mut broken),
        Value::Null | Value::Bool(_) => {}
    }
    broken
}

fn other_than(value: &Value) -> Option<Value> {
    match value {
        Value::String(_) => Some(json!("not-a-known-value")),
        Value::Number(_) => Some(json!(987_654_321)),
        _ => None,
    }
}

fn strings(schema: &Schema, text: &str, broken: &mut Vec<(&'static str, Value)>) {
    if let Some(least) = schema.min_length.filter(|least| *least > 0) {
        let short: String = text.chars().take(usize::try_from(least - 1).unwrap_or(0)).collect();
        broken.push(("minLength", json!(short)));
    }
    if let Some(most) =
        schema.max_length.and_then(|most| usize::try_from(most).ok()).filter(|most| *most < 100_000)
    {
        let first = text.chars().next().unwrap_or('a');
        let long: String = std::iter::repeat_n(first, most + 1).collect();
        broken.push(("maxLength", json!(long)));
    }
    if schema.pattern.is_some() {
        broken.extend(["~", "!!", "%%%", "a a"].map(|wrong| ("pattern", json!(wrong))));
    }
}

fn numbers(schema: &Schema, number: &serde_json::Number, broken: &mut Vec<(&'static str, Value)>) {
    let whole = schema.types.contains(&JsonType::Integer) || number.is_i64();
    let as_value = |number: f64| {
        if whole && number.fract() == 0.0 && number.abs() < 9e15 {
            #[allow(
                clippy::cast_possible_truncation,
                reason = "it is a whole number that an f64 holds exactly"
            )]
            return json!(number as i64);
        }
        json!(number)
    };
    let limit = |limit: &Option<serde_json::Number>| limit.as_ref().and_then(serde_json::Number::as_f64);
    broken.extend(limit(&schema.minimum).map(|least| ("minimum", as_value(least - 1.0))));
    broken.extend(limit(&schema.maximum).map(|most| ("maximum", as_value(most + 1.0))));
    broken.extend(limit(&schema.exclusive_minimum).map(|least| ("exclusiveMinimum", as_value(least))));
    broken.extend(limit(&schema.exclusive_maximum).map(|most| ("exclusiveMaximum", as_value(most))));
    if let (Some(step), Some(number)) = (limit(&schema.multiple_of), number.as_f64()) {
        broken.push(("multipleOf", as_value(if step > 1.0 { number + 1.0 } else { number + step / 3.0 })));
    }
}

fn arrays(schema: &Schema, items: &[Value], broken: &mut Vec<(&'static str, Value)>) {
    if let Some(least) = schema.min_items.filter(|least| *least > 0) {
        let few = items.iter().take(usize::try_from(least - 1).unwrap_or(0)).cloned().collect();
        broken.push(("minItems", Value::Array(few)));
    }
    let Some(first) = items.first() else { return };
    if let Some(most) =
        schema.max_items.and_then(|most| usize::try_from(most).ok()).filter(|most| *most < 2000)
    {
        let many = items.iter().chain(std::iter::repeat(first)).take(most + 1).cloned().collect();
        broken.push(("maxItems", Value::Array(many)));
    }
    if schema.unique_items {
        let twice = items.iter().chain([first]).cloned().collect();
        broken.push(("uniqueItems", Value::Array(twice)));
    }
}

fn objects(schema: &Schema, value: &Value, broken: &mut Vec<(&'static str, Value)>) {
    let without = |name: &String| {
        let mut members = value.as_object()?.clone();
        members.remove(name)?;
        Some(("required", Value::Object(members)))
    };
    broken.extend(schema.required.iter().filter_map(without));
    if schema.additional_properties.is_some() || schema.unevaluated_properties.is_some() {
        let mut members = value.as_object().cloned().unwrap_or_default();
        members.insert("unexpected-member".to_owned(), json!([[]]));
        broken.push(("additionalProperties", Value::Object(members)));
    }
    if let Some(least) = schema.min_properties.filter(|least| *least > 0) {
        let members = members(value).take(usize::try_from(least - 1).unwrap_or(0));
        broken.push(("minProperties", members.map(|(name, value)| (name.clone(), value.clone())).collect()));
    }
}
