//! Evaluates a value against a schema of the IR: whether it is valid, and if not, where and by which
//! keyword it is not.
//!
//! Sampling asks this very often, so it is answered on the IR itself, without compiling anything.
//!
//! There are three judges of a value, and they share no code on purpose, because they check each other:
//! this evaluator, the `jsonschema` crate (the last word on sampled values in `verify`, and all of
//! [`crate::Checker`]), and the validator of the server stub, which works on tables that the generator
//! writes. A helper that two of them could share stays written twice.

use std::cell::RefCell;
use std::cmp::Ordering;
use std::collections::{HashMap, HashSet};

use regress::Regex;
use serde_json::{Map, Number, Value};
use unplug_openapi::ir::{Direction, JsonType, Keyword, Schema, SchemaId, Schemas, is_equal};
use unplug_openapi::syntax::pointer;

use super::formats;
use super::numbers::is_multiple;

/// Schemas nest; a value that nests deeper than this is not sampled.
const MAX_DEPTH: usize = 160;

/// A part of a value, and the keyword that it breaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Violation {
    pub(super) pointer: String,
    pub(super) keyword: &'static str,
}

// A keyword of the IR that is not evaluated below does not compile.
const _: () = assert!(Keyword::CONSTRAINING == 37, "a keyword is not evaluated");

/// Evaluates values; patterns are compiled once.
#[derive(Debug)]
pub(crate) struct Evaluator<'a> {
    schemas: &'a Schemas,
    direction: Direction,
    patterns: RefCell<HashMap<&'a str, Option<Regex>>>,
}

impl<'a> Evaluator<'a> {
    /// An evaluator of the messages of a direction.
    pub(crate) fn new(schemas: &'a Schemas, direction: Direction) -> Self {
        Self { schemas, direction, patterns: RefCell::default() }
    }

    pub(crate) fn is_valid(&self, id: SchemaId, value: &Value) -> bool {
        self.fits(id, value, 0)
    }

    /// Everything that is wrong with the value.
    pub(super) fn violations(&self, id: SchemaId, value: &Value) -> Vec<Violation> {
        let mut found = Found::default();
        self.check(id, value, &mut found, 0);
        found.violations
    }

    /// Whether the text matches. A pattern that is no expression asserts nothing.
    pub(super) fn matches(&self, pattern: &'a str, text: &str) -> bool {
        let mut patterns = self.patterns.borrow_mut();
        let compiled = patterns
            .entry(pattern)
            .or_insert_with(|| Regex::with_flags(pattern, "u").or_else(|_| Regex::new(pattern)).ok());
        compiled.as_ref().is_none_or(|regex| regex.find(text).is_some())
    }

    fn check(&self, id: SchemaId, value: &Value, found: &mut Found, depth: usize) {
        if found.is_enough {
            return;
        }
        let schema = &self.schemas[id];
        match schema.boolean {
            Some(true) => return,
            Some(false) => return found.add("false"),
            None => {}
        }
        if depth > MAX_DEPTH {
            found.add("depth");
            // Everything around it would be as deep.
            found.is_enough = true;
            return;
        }
        if let Some(target) = schema.reference {
            self.check(target, value, found, depth + 1);
        }
        if !schema.types.is_empty() && !schema.types.iter().any(|ty| is_of(value, *ty)) {
            found.add("type");
        }
        if schema.constant.as_ref().is_some_and(|constant| !is_equal(constant, value)) {
            found.add("const");
        }
        if schema
            .enumeration
            .as_ref()
            .is_some_and(|values| !values.iter().any(|known| is_equal(known, value)))
        {
            found.add("enum");
        }
        match value {
            Value::Number(_) => number(schema, value, found),
            Value::String(text) => self.string(schema, text, found),
            Value::Array(items) => self.array(id, items, found, depth),
            Value::Object(members) => self.object(id, members, found, depth),
            Value::Null | Value::Bool(_) => {}
        }
        if !found.is_enough {
            self.applicators(schema, value, found, depth);
        }
    }

    fn applicators(&self, schema: &'a Schema, value: &Value, found: &mut Found, depth: usize) {
        for part in &schema.all_of {
            self.check(*part, value, found, depth + 1);
        }
        let fits = |id: &&SchemaId| self.fits(**id, value, depth);
        if !schema.any_of.is_empty() && !schema.any_of.iter().any(|id| fits(&id)) {
            found.add("anyOf");
        }
        if !schema.one_of.is_empty() && schema.one_of.iter().filter(fits).count() != 1 {
            found.add("oneOf");
        }
        if schema.not.is_some_and(|id| self.fits(id, value, depth)) {
            found.add("not");
        }
        if let Some(condition) = schema.if_ {
            let branch = if self.fits(condition, value, depth) { schema.then } else { schema.else_ };
            if branch.is_some_and(|id| !self.fits(id, value, depth)) {
                found.add("if");
            }
        }
    }

    fn fits(&self, id: SchemaId, value: &Value, depth: usize) -> bool {
        let mut found = Found { only_first: true, ..Found::default() };
        self.check(id, value, &mut found, depth + 1);
        found.violations.is_empty()
    }

    fn string(&self, schema: &'a Schema, text: &str, found: &mut Found) {
        let length = text.chars().count() as u64;
        if schema.min_length.is_some_and(|least| length < least) {
            found.add("minLength");
        }
        if schema.max_length.is_some_and(|most| length > most) {
            found.add("maxLength");
        }
        if schema.pattern.as_deref().is_some_and(|pattern| !self.matches(pattern, text)) {
            found.add("pattern");
        }
        if self.schemas.asserted_format(schema).is_some_and(|format| !formats::fits(format, text)) {
            found.add("format");
        }
    }

    fn array(&self, id: SchemaId, items: &[Value], found: &mut Found, depth: usize) {
        let schema = &self.schemas[id];
        let length = items.len() as u64;
        if schema.min_items.is_some_and(|least| length < least) {
            found.add("minItems");
        }
        if schema.max_items.is_some_and(|most| length > most) {
            found.add("maxItems");
        }
        let repeated =
            |(at, item): (usize, &Value)| items[..at].iter().any(|earlier| is_equal(earlier, item));
        if schema.unique_items && items.iter().enumerate().any(repeated) {
            found.add("uniqueItems");
        }
        for (at, item) in items.iter().enumerate() {
            let own = schema.prefix_items.get(at).copied().or(schema.items);
            if let Some(own) = own {
                found.within(&at.to_string(), |found| self.check(own, item, found, depth + 1));
            }
        }
        if let Some(contains) = schema.contains {
            let count = items.iter().filter(|item| self.fits(contains, item, depth)).count() as u64;
            let most = schema.max_contains.unwrap_or(u64::MAX);
            if count < schema.min_contains.unwrap_or(1) || count > most {
                found.add("contains");
            }
        }
        if let Some(others) = schema.unevaluated_items {
            let known = self.evaluated_items(id, items, depth);
            for (at, item) in items.iter().enumerate().filter(|(at, _)| !known.contains(at)) {
                found.within(&at.to_string(), |found| self.check(others, item, found, depth + 1));
            }
        }
    }

    fn object(&self, id: SchemaId, members: &Map<String, Value>, found: &mut Found, depth: usize) {
        let schema = &self.schemas[id];
        let count = members.len() as u64;
        if schema.min_properties.is_some_and(|least| count < least) {
            found.add("minProperties");
        }
        if schema.max_properties.is_some_and(|most| count > most) {
            found.add("maxProperties");
        }
        if schema.required_in(self.direction).any(|name| !members.contains_key(name)) {
            found.add("required");
        }
        let missing = |(name, needed): (&String, &Vec<String>)| {
            members.contains_key(name) && needed.iter().any(|name| !members.contains_key(name))
        };
        if schema.dependent_required.iter().any(missing) {
            found.add("dependentRequired");
        }
        for (name, dependent) in &schema.dependent_schemas {
            if members.contains_key(name) && !self.fits(*dependent, &Value::Object(members.clone()), depth) {
                found.add("dependentSchemas");
            }
        }
        for (name, value) in members {
            if schema
                .property_names
                .is_some_and(|names| !self.fits(names, &Value::String(name.clone()), depth))
            {
                found.add("propertyNames");
            }
            for own in self.members_schemas(schema, name) {
                found.within(name, |found| self.check(own, value, found, depth + 1));
            }
        }
        if let Some(others) = schema.unevaluated_properties {
            let known = self.evaluated(id, members, depth);
            for (name, value) in members.iter().filter(|(name, _)| !known.contains(name.as_str())) {
                found.within(name, |found| self.check(others, value, found, depth + 1));
            }
        }
    }

    /// The schemas of a member by the keywords of one schema.
    pub(super) fn members_schemas(&self, schema: &'a Schema, name: &str) -> Vec<SchemaId> {
        let mut own: Vec<SchemaId> = schema.properties.get(name).copied().into_iter().collect();
        let by_pattern = schema.pattern_properties.iter().filter(|(pattern, _)| self.matches(pattern, name));
        own.extend(by_pattern.map(|(_, id)| *id));
        if own.is_empty() {
            own.extend(schema.additional_properties);
        }
        own
    }

    /// Names of members that the schema or what it is made of has looked at.
    fn evaluated<'m>(&self, id: SchemaId, members: &'m Map<String, Value>, depth: usize) -> HashSet<&'m str> {
        let schema = &self.schemas[id];
        let mut known: HashSet<&str> = members
            .keys()
            .map(String::as_str)
            .filter(|name| !self.members_schemas(schema, name).is_empty())
            .collect();
        if depth > MAX_DEPTH {
            return known;
        }
        let value = Value::Object(members.clone());
        for part in self.applied(schema, &value, depth) {
            known.extend(self.evaluated(part, members, depth + 1));
        }
        known
    }

    /// Indices of items that the schema or what it is made of has looked at.
    fn evaluated_items(&self, id: SchemaId, items: &[Value], depth: usize) -> HashSet<usize> {
        let schema = &self.schemas[id];
        let own = if schema.items.is_some() { items.len() } else { schema.prefix_items.len() };
        let mut known: HashSet<usize> = (0..own).collect();
        if let Some(contains) = schema.contains {
            known.extend((0..items.len()).filter(|at| self.fits(contains, &items[*at], depth)));
        }
        if depth > MAX_DEPTH {
            return known;
        }
        let value = Value::Array(items.to_vec());
        for part in self.applied(schema, &value, depth) {
            known.extend(self.evaluated_items(part, items, depth + 1));
        }
        known
    }

    /// The schemas that apply in place and that the value fits.
    pub(super) fn applied(&self, schema: &'a Schema, value: &Value, depth: usize) -> Vec<SchemaId> {
        let fits = |id: &SchemaId| self.fits(*id, value, depth);
        let mut applied: Vec<SchemaId> = schema.reference.iter().chain(&schema.all_of).copied().collect();
        applied.extend(schema.one_of.iter().chain(&schema.any_of).copied().filter(fits));
        if let Some(condition) = schema.if_ {
            let is_met = fits(&condition);
            applied.extend(if is_met { Some(condition) } else { None });
            applied.extend(if is_met { schema.then } else { schema.else_ });
        }
        if let Value::Object(members) = value {
            let present = schema.dependent_schemas.iter().filter(|(name, _)| members.contains_key(*name));
            applied.extend(present.map(|(_, id)| *id));
        }
        applied
    }
}

#[derive(Default)]
struct Found {
    pointer: String,
    violations: Vec<Violation>,
    /// Whether one violation is all that is asked for.
    only_first: bool,
    is_enough: bool,
}

impl Found {
    fn add(&mut self, keyword: &'static str) {
        self.is_enough |= self.only_first;
        self.violations.push(Violation { pointer: self.pointer.clone(), keyword });
    }

    fn within(&mut self, name: &str, check: impl FnOnce(&mut Self)) {
        let length = self.pointer.len();
        pointer::push(&mut self.pointer, name);
        check(self);
        self.pointer.truncate(length);
    }
}

fn number(schema: &Schema, value: &Value, found: &mut Found) {
    let Some(number) = value.as_number() else { return };
    let against = |limit: &Option<Number>| limit.as_ref().and_then(|limit| order(number, limit));
    if against(&schema.minimum) == Some(Ordering::Less) {
        found.add("minimum");
    }
    if against(&schema.maximum) == Some(Ordering::Greater) {
        found.add("maximum");
    }
    if against(&schema.exclusive_minimum).is_some_and(Ordering::is_le) {
        found.add("exclusiveMinimum");
    }
    if against(&schema.exclusive_maximum).is_some_and(Ordering::is_ge) {
        found.add("exclusiveMaximum");
    }
    let step = schema.multiple_of.as_ref();
    if step.is_some_and(|step| !divides(step, number)) {
        found.add("multipleOf");
    }
}

/// Integers are compared as such, because not every one of them is a float.
fn order(left: &Number, right: &Number) -> Option<Ordering> {
    match (left.as_i128(), right.as_i128()) {
        (Some(left), Some(right)) => Some(left.cmp(&right)),
        _ => left.as_f64()?.partial_cmp(&right.as_f64()?),
    }
}

fn divides(step: &Number, number: &Number) -> bool {
    match (number.as_i128(), step.as_i128()) {
        (_, Some(0)) => true,
        (Some(number), Some(step)) => number % step == 0,
        _ => match (number.as_f64(), step.as_f64()) {
            (Some(number), Some(step)) => step <= 0.0 || is_multiple(number, step),
            _ => true,
        },
    }
}

/// Whether the value is of a JSON type. A number without a fraction is an integer.
pub(super) fn is_of(value: &Value, ty: JsonType) -> bool {
    match ty {
        JsonType::Null => value.is_null(),
        JsonType::Boolean => value.is_boolean(),
        JsonType::Object => value.is_object(),
        JsonType::Array => value.is_array(),
        JsonType::Number => value.is_number(),
        JsonType::String => value.is_string(),
        JsonType::Integer => {
            value.is_i64() || value.is_u64() || value.as_f64().is_some_and(|number| number.fract() == 0.0)
        }
    }
}
