//! Values that break one keyword each.

use std::collections::{BTreeMap, BTreeSet, HashSet, VecDeque};

use serde_json::Value;
use unplug_openapi::ir::{Direction, Operation, ParameterIn, ParameterShape, Schema, SchemaId};

use super::breaks::breaks;
use super::message::json_of;
use super::{Broken, BrokenSample, OperationSample, Sampler};

/// Parts of one value that are looked at.
const MAX_POSITIONS: usize = 400;

/// Values that are made and checked for each one that is asked for.
const ATTEMPTS_PER_VALUE: usize = 6;

/// A part of a value, and what it would be with one keyword broken.
struct Break {
    pointer: String,
    part: Value,
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
        if !matches!(parameter.parameter_in, ParameterIn::Query | ParameterIn::Header) {
            continue;
        }
        let location = parameter.parameter_in.as_str();
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
        // Without a credential a request is refused for another reason.
        if parameter.required && !sampler.api.is_credential(operation, parameter) {
            found.push(broken(Value::Null, String::new(), "required"));
        }
        if sent.value.is_array() || sent.value.is_object() {
            continue;
        }
        let candidates = values(sampler, schema, &sent.value, most);
        let sayable = candidates.into_iter().filter(|broken| is_sayable(sampler, schema, broken));
        found.extend(sayable.map(|one| broken(one.value, one.pointer, &one.keyword)));
    }
    if let (Some(body), Some(sent)) = (&operation.body, &sample.body)
        && let Some(value) = json_of(sent)
        && let Some(schema) = body
            .contents
            .iter()
            .find(|content| content.name == sent.media_type)
            .and_then(|content| content.schema)
    {
        found.extend(values(sampler, schema, value, most).into_iter().map(|one| BrokenSample {
            operation: operation.id.clone(),
            location: "body".to_owned(),
            name: String::new(),
            value: one.value,
            pointer: one.pointer,
            keyword: one.keyword,
        }));
    }
    spread(found, most)
}

/// Text has no types of its own, so what is read from it must be wrong however it is read.
fn is_sayable(sampler: &Sampler<'_>, schema: SchemaId, broken: &Broken) -> bool {
    let Value::String(text) = &broken.value else {
        return broken.value.is_number() && broken.keyword != "type";
    };
    let printable = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_graphic());
    let read: Option<Value> = serde_json::from_str(text).ok();
    printable && read.is_none_or(|value| !sampler.evaluator(Direction::Request).is_valid(schema, &value))
}

/// At most so many, of as many keywords as there are.
fn spread(all: Vec<BrokenSample>, most: usize) -> Vec<BrokenSample> {
    let mut by_keyword: BTreeMap<String, VecDeque<BrokenSample>> = BTreeMap::new();
    for one in all {
        by_keyword.entry(one.keyword.clone()).or_default().push_back(one);
    }
    let mut taken = Vec::new();
    while taken.len() < most && by_keyword.values().any(|rest| !rest.is_empty()) {
        taken.extend(by_keyword.values_mut().filter_map(VecDeque::pop_front));
    }
    taken.truncate(most);
    taken
}

/// Values that break one keyword each, keyword by keyword in turn.
///
/// First it is only noted what could be broken where; a whole value is made and checked for no more
/// than are asked for, times [`ATTEMPTS_PER_VALUE`].
pub(super) fn values(sampler: &Sampler<'_>, schema: SchemaId, valid: &Value, most: usize) -> Vec<Broken> {
    let mut queues = Walk::new(sampler, valid).breaks(schema);
    let mut found = Vec::new();
    let mut settled = HashSet::new();
    let mut tries = most.saturating_mul(ATTEMPTS_PER_VALUE);
    while found.len() < most && tries > 0 && !queues.is_empty() {
        for (keyword, queue) in &mut queues {
            let Some(broken) = queue.pop_front() else { continue };
            let key = (broken.pointer.clone(), *keyword);
            if found.len() >= most || tries == 0 || settled.contains(&key) {
                continue;
            }
            tries -= 1;
            if let Some(broken) = checked(sampler, schema, valid, broken, keyword) {
                // Each name that is required is one of its own.
                if *keyword != "required" {
                    settled.insert(key);
                }
                found.push(broken);
            }
        }
        queues.retain(|_, queue| !queue.is_empty());
    }
    found
}

/// The whole value with the broken part, when it is really broken: where, or where the union around
/// it stands.
fn checked(
    sampler: &Sampler<'_>,
    schema: SchemaId,
    valid: &Value,
    broken: Break,
    keyword: &str,
) -> Option<Broken> {
    let mut value = valid.clone();
    *value.pointer_mut(&broken.pointer)? = broken.part;
    let own = || {
        sampler
            .evaluator(Direction::Request)
            .violations(schema, &value)
            .into_iter()
            .map(|found| found.pointer)
            .collect()
    };
    let violations: Vec<String> = match sampler.verifier(Direction::Request).violations(schema, &value) {
        // Both have to refuse it.
        Some(_) if sampler.evaluator(Direction::Request).is_valid(schema, &value) => return None,
        Some(violations) => violations,
        None => own(),
    };
    let pointer = if violations.iter().any(|violation| is_within(violation, &broken.pointer)) {
        broken.pointer
    } else {
        let around = violations.into_iter().filter(|violation| is_within(&broken.pointer, violation));
        around.max_by_key(String::len)?
    };
    Some(Broken { value, pointer, keyword: keyword.to_owned() })
}

/// Whether a pointer is the other one, or leads inside it.
fn is_within(pointer: &str, outer: &str) -> bool {
    pointer.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

struct Walk<'s, 'a> {
    sampler: &'s Sampler<'a>,
    /// Parts that are still to be looked at, those near the root first.
    waiting: VecDeque<(Vec<SchemaId>, &'s Value, String)>,
    visited: usize,
}

impl<'s, 'a> Walk<'s, 'a> {
    fn new(sampler: &'s Sampler<'a>, root: &'s Value) -> Self {
        Self { sampler, waiting: VecDeque::from([(Vec::new(), root, String::new())]), visited: 0 }
    }

    fn breaks(mut self, schema: SchemaId) -> BTreeMap<&'static str, VecDeque<Break>> {
        let mut queues: BTreeMap<&'static str, VecDeque<Break>> = BTreeMap::new();
        if let Some((ids, ..)) = self.waiting.front_mut() {
            ids.push(schema);
        }
        while let Some((ids, value, pointer)) = self.waiting.pop_front() {
            self.visited += 1;
            if self.visited > MAX_POSITIONS {
                break;
            }
            let mut schemas = Vec::new();
            let mut seen = BTreeSet::new();
            for id in ids {
                self.applying(id, value, &mut seen, &mut schemas);
            }
            for schema in &schemas {
                for (keyword, part) in breaks(self.sampler, schema, value) {
                    let broken = Break { pointer: pointer.clone(), part };
                    queues.entry(keyword).or_default().push_back(broken);
                }
            }
            self.inside(&schemas, value, &pointer);
        }
        queues
    }

    fn inside(&mut self, schemas: &[&'a Schema], value: &'s Value, pointer: &str) {
        match value {
            Value::Object(members) => {
                for (name, member) in members {
                    let evaluator = self.sampler.evaluator(Direction::Request);
                    let own: Vec<SchemaId> =
                        schemas.iter().flat_map(|schema| evaluator.members_schemas(schema, name)).collect();
                    let step = name.replace('~', "~0").replace('/', "~1");
                    self.waiting.push_back((own, member, format!("{pointer}/{step}")));
                }
            }
            Value::Array(items) => {
                let prefix = schemas.iter().map(|schema| schema.prefix_items.len()).max().unwrap_or(0);
                for (at, item) in items.iter().enumerate().take(prefix + 1) {
                    let own = |schema: &&Schema| schema.prefix_items.get(at).copied().or(schema.items);
                    let own: Vec<SchemaId> = schemas.iter().filter_map(own).collect();
                    self.waiting.push_back((own, item, format!("{pointer}/{at}")));
                }
            }
            _ => {}
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
        for part in self.sampler.evaluator(Direction::Request).applied(schema, value, 0) {
            self.applying(part, value, seen, into);
        }
    }
}
