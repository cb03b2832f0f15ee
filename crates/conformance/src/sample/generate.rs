//! A value that fits schemas which apply together.
//!
//! Schemas are flattened: `$ref` and `allOf` join, and of each `oneOf` and `anyOf` one branch is
//! chosen. The value is made from what they say together, and then evaluated; when it does not fit,
//! other choices are tried. So keywords that only forbid need no code here.

use std::collections::BTreeSet;

use indexmap::IndexMap;
use serde_json::{Map, Number, Value, json};
use unplug_openapi::ir::{Discriminator, JsonType, Schema, SchemaId};

use super::cost::Costs;
use super::evaluate::{Evaluator, is_of};
use super::pattern;
use super::text::{self, Carrier};

/// Choices that are tried for one value.
const ATTEMPTS: u32 = 24;
/// Objects deeper than this have what they must and no more.
const DEEP: usize = 4;
/// Nothing is made deeper than this.
const TOO_DEEP: usize = 24;

/// How much of what may be there is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fullness {
    Minimal,
    Full,
    Mixed,
}

/// What a value is made for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wish {
    pub(super) fullness: Fullness,
    pub(super) carrier: Carrier,
    /// May it be structured deeper than one level? Text cannot.
    pub(super) nested: bool,
    /// Which of equal choices.
    pub(super) choice: u32,
}

/// Makes values.
pub(super) struct Generator<'s, 'a> {
    evaluator: &'s Evaluator<'a>,
    schemas: &'a unplug_openapi::ir::Schemas,
    costs: &'s Costs,
    wish: Wish,
}

/// Schemas that apply together.
struct Together<'a> {
    schemas: Vec<&'a Schema>,
    /// Discriminators, with the branch that was chosen.
    tags: Vec<(&'a Discriminator, SchemaId)>,
}

impl<'s, 'a> Generator<'s, 'a> {
    pub(super) fn new(
        evaluator: &'s Evaluator<'a>,
        schemas: &'a unplug_openapi::ir::Schemas,
        costs: &'s Costs,
        wish: Wish,
    ) -> Self {
        Self { evaluator, schemas, costs, wish }
    }

    /// A valid value of a schema.
    pub(super) fn value(&self, id: SchemaId) -> Option<Value> {
        (0..ATTEMPTS).find_map(|attempt| {
            let fullness = match attempt {
                0..12 => self.wish.fullness,
                12..18 => Fullness::Minimal,
                _ => Fullness::Full,
            };
            let wish = Wish { choice: self.wish.choice.wrapping_add(attempt), fullness, ..self.wish };
            let generator = Generator { wish, ..*self };
            let value = generator.together(&[id], 0, wish.choice)?;
            self.evaluator.is_valid(id, &value).then_some(value)
        })
    }

    fn together(&self, ids: &[SchemaId], depth: usize, choice: u32) -> Option<Value> {
        if depth > TOO_DEEP {
            return None;
        }
        let mut all = Together { schemas: Vec::new(), tags: Vec::new() };
        let mut seen = BTreeSet::new();
        for id in ids {
            self.flatten(*id, (choice, depth), &mut seen, &mut all)?;
        }
        let mut value = self.typed(&all, depth, choice)?;
        if let Value::Object(members) = &mut value {
            for (discriminator, branch) in &all.tags {
                if let Some(tag) = self.tag(discriminator, *branch) {
                    members.insert(discriminator.property.clone(), Value::String(tag));
                }
            }
        }
        Some(value)
    }

    fn flatten(
        &self,
        id: SchemaId,
        (choice, depth): (u32, usize),
        seen: &mut BTreeSet<SchemaId>,
        all: &mut Together<'a>,
    ) -> Option<()> {
        if !seen.insert(id) {
            return Some(());
        }
        let schema = &self.schemas[id];
        if schema.boolean == Some(false) {
            return None;
        }
        all.schemas.push(schema);
        for part in schema.reference.iter().chain(&schema.all_of) {
            self.flatten(*part, (choice, depth), seen, all)?;
        }
        for branches in [&schema.one_of, &schema.any_of] {
            let usable: Vec<SchemaId> = branches.iter().copied().filter(|id| self.is_usable(*id)).collect();
            let branches = if usable.is_empty() { branches } else { &usable };
            if branches.is_empty() {
                continue;
            }
            let cheapest = || branches.iter().min_by_key(|id| self.costs.of(**id)).copied();
            let chosen = branches[usize::try_from(choice).unwrap_or(0) % branches.len()];
            let branch = if depth > DEEP { cheapest().unwrap_or(chosen) } else { chosen };
            all.tags.extend(schema.discriminator.as_ref().map(|discriminator| (discriminator, branch)));
            self.flatten(branch, (choice / 2, depth), seen, all)?;
        }
        if let Some(then) = schema.then.filter(|_| schema.if_.is_some() && choice % 2 == 1) {
            all.schemas.extend(schema.if_.map(|condition| &self.schemas[condition]));
            self.flatten(then, (choice, depth), seen, all)?;
        }
        Some(())
    }

    /// Text can carry neither null nor what is nested.
    fn is_usable(&self, id: SchemaId) -> bool {
        let schema = &self.schemas[id];
        if self.wish.carrier == Carrier::Body {
            return schema.boolean != Some(false);
        }
        schema.types != [JsonType::Null] && schema.boolean != Some(false)
    }

    /// The value of the discriminator's property for a branch.
    fn tag(&self, discriminator: &Discriminator, branch: SchemaId) -> Option<String> {
        let target = |id: SchemaId| self.schemas[id].reference.unwrap_or(id);
        let mut mapping = discriminator.mapping.iter();
        mapping.find(|(_, id)| target(**id) == target(branch)).map(|(tag, _)| tag.clone())
    }

    fn typed(&self, all: &Together<'a>, depth: usize, choice: u32) -> Option<Value> {
        if let Some(constant) = all.schemas.iter().find_map(|schema| schema.constant.clone()) {
            return Some(constant);
        }
        let types = Self::types(all);
        if let Some(value) = self.listed(all, &types, choice) {
            return Some(value);
        }
        let null = types.contains(&JsonType::Null) && self.wish.carrier == Carrier::Body;
        let others: Vec<JsonType> = types.iter().copied().filter(|ty| *ty != JsonType::Null).collect();
        if others.is_empty() || (null && self.wish.fullness == Fullness::Mixed && choice % 3 == 2) {
            return Some(Value::Null);
        }
        match others[usize::try_from(choice).unwrap_or(0) % others.len()] {
            JsonType::Null => Some(Value::Null),
            JsonType::Boolean => Some(json!(choice.is_multiple_of(2))),
            JsonType::Integer => number(&all.schemas, true, choice),
            JsonType::Number => number(&all.schemas, false, choice),
            JsonType::String => self.string(all, choice).map(Value::String),
            JsonType::Array => self.array(all, depth, choice),
            JsonType::Object => self.object(all, depth, choice),
        }
    }

    /// The types that all schemas allow, or those that their keywords speak of.
    fn types(all: &Together<'a>) -> Vec<JsonType> {
        let mut allowed: Option<Vec<JsonType>> = None;
        for schema in all.schemas.iter().filter(|schema| !schema.types.is_empty()) {
            allowed = Some(match allowed {
                None => schema.types.clone(),
                Some(known) => {
                    let both = |ty: &JsonType| {
                        schema.types.contains(ty)
                            || (*ty == JsonType::Integer && schema.types.contains(&JsonType::Number))
                    };
                    let mut kept: Vec<JsonType> = known.iter().copied().filter(both).collect();
                    if known.contains(&JsonType::Number) && schema.types.contains(&JsonType::Integer) {
                        kept.push(JsonType::Integer);
                    }
                    kept
                }
            });
        }
        if let Some(mut allowed) = allowed {
            if allowed.contains(&JsonType::Number) && allowed.contains(&JsonType::Integer) {
                allowed.retain(|ty| *ty != JsonType::Integer);
            }
            return allowed;
        }
        let any = |says: fn(&Schema) -> bool| all.schemas.iter().any(|schema| says(schema));
        let objects = |schema: &Schema| {
            !schema.properties.is_empty()
                || !schema.required.is_empty()
                || schema.additional_properties.is_some()
                || !schema.pattern_properties.is_empty()
                || schema.min_properties.is_some()
        };
        if any(objects) {
            vec![JsonType::Object]
        } else if any(|schema| schema.items.is_some() || !schema.prefix_items.is_empty()) {
            vec![JsonType::Array]
        } else if any(|schema| schema.minimum.is_some() || schema.maximum.is_some()) {
            vec![JsonType::Number]
        } else {
            vec![JsonType::String]
        }
    }

    /// One of the values of `enum`, when there is one.
    fn listed(&self, all: &Together<'a>, types: &[JsonType], choice: u32) -> Option<Value> {
        let mut lists = all.schemas.iter().filter_map(|schema| schema.enumeration.as_ref());
        let known = all.schemas.iter().find_map(|schema| schema.extensible_enumeration.as_ref());
        let first = lists.next().or(known)?;
        let usable = |value: &&Value| {
            types.iter().any(|ty| is_of(value, *ty))
                && (self.wish.carrier == Carrier::Body || !(value.is_null() || **value == json!("")))
        };
        let values: Vec<&Value> = first.iter().filter(usable).collect();
        let at = usize::try_from(choice).unwrap_or(0) % values.len().max(1);
        values.get(at).map(|value| (*value).clone())
    }

    fn string(&self, all: &Together<'a>, choice: u32) -> Option<String> {
        let patterns: Vec<&str> = all.schemas.iter().filter_map(|schema| schema.pattern.as_deref()).collect();
        let format = all.schemas.iter().find_map(|schema| schema.format.as_deref());
        let formatted = format.and_then(|format| text::of_format(format, choice));
        let formatted = formatted.filter(|text| text::fitted(text, &all.schemas) == *text);
        if patterns.is_empty() {
            let plain = || {
                text::plain(
                    self.wish.carrier,
                    if self.wish.fullness == Fullness::Minimal { 0 } else { choice },
                )
            };
            return Some(match formatted {
                Some(formatted) => formatted,
                None => text::fitted(&plain(), &all.schemas),
            });
        }
        let fits = |text: &String| {
            let length = text.chars().count() as u64;
            let sayable = self.wish.carrier == Carrier::Body
                || (!text.is_empty()
                    && !matches!(text.as_str(), "." | "..")
                    && text.bytes().all(|b| b.is_ascii_graphic()));
            sayable
                && all.schemas.iter().all(|schema| {
                    schema.pattern.as_deref().is_none_or(|pattern| self.evaluator.matches(pattern, text))
                        && schema.min_length.is_none_or(|least| least <= length)
                        && schema.max_length.is_none_or(|most| most >= length)
                })
        };
        let made =
            patterns.iter().flat_map(|source| (0..40).filter_map(|extra| pattern::text(source, extra)));
        formatted.into_iter().chain(made).chain(CANDIDATES.iter().map(|&text| text.to_owned())).find(fits)
    }

    fn array(&self, all: &Together<'a>, depth: usize, choice: u32) -> Option<Value> {
        let least = all.schemas.iter().filter_map(|schema| schema.min_items).max().unwrap_or(0);
        let most = all.schemas.iter().filter_map(|schema| schema.max_items).min().unwrap_or(u64::MAX);
        let wanted = match self.wish.fullness {
            Fullness::Minimal => 0,
            Fullness::Full => 2,
            Fullness::Mixed => u64::from(choice % 3),
        };
        let wanted = if depth > DEEP { 0 } else { wanted };
        // A parameter without items is no parameter.
        let wanted = if self.wish.carrier == Carrier::Body { wanted } else { wanted.max(1) };
        let length = usize::try_from(wanted.max(least).min(most)).unwrap_or(0).min(1000);
        let prefix = all.schemas.iter().map(|schema| &schema.prefix_items).max_by_key(|prefix| prefix.len());
        let contains: Vec<SchemaId> = all.schemas.iter().filter_map(|schema| schema.contains).collect();
        let items: Vec<SchemaId> = all.schemas.iter().filter_map(|schema| schema.items).collect();
        let unique = all.schemas.iter().any(|schema| schema.unique_items);
        let inner = Generator { wish: self.inner(), ..*self };
        let mut values: Vec<Value> = Vec::with_capacity(length);
        for at in 0..length {
            let own: Vec<SchemaId> = match prefix.and_then(|prefix| prefix.get(at)) {
                Some(own) => vec![*own],
                None if at == 0 => contains.iter().chain(&items).copied().collect(),
                None => items.clone(),
            };
            let offset = u32::try_from(at).unwrap_or(0);
            let next = |shift: u32| inner.together(&own, depth + 1, choice.wrapping_add(offset + shift));
            let distinct = |value: &Value| !unique || !values.contains(value);
            let found = (0..if unique { 40 } else { 1 }).find_map(|shift| next(shift).filter(distinct));
            match found {
                Some(value) => values.push(value),
                None if u64::try_from(values.len()).unwrap_or(0) >= least => break,
                None => return None,
            }
        }
        Some(Value::Array(values))
    }

    fn inner(&self) -> Wish {
        match self.wish.carrier {
            Carrier::Body => self.wish,
            // Items are separated by characters that they must not have.
            _ => Wish { carrier: Carrier::Word, ..self.wish },
        }
    }

    fn object(&self, all: &Together<'a>, depth: usize, choice: u32) -> Option<Value> {
        let mut properties: IndexMap<&str, Vec<SchemaId>> = IndexMap::new();
        for (name, id) in all.schemas.iter().flat_map(|schema| &schema.properties) {
            properties.entry(name).or_default().push(*id);
        }
        let mut required: BTreeSet<&str> =
            all.schemas.iter().flat_map(|schema| &schema.required).map(String::as_str).collect();
        let mut members = Map::new();
        let inner = Generator { wish: self.inner(), ..*self };
        let mut waiting: Vec<&str> = properties.keys().copied().collect();
        waiting.extend(required.iter().filter(|name| !properties.contains_key(*name)));
        let mut at = 0;
        while let Some(name) = waiting.get(at).copied() {
            let offset = u32::try_from(at).unwrap_or(0);
            at += 1;
            let must = required.contains(name);
            if members.contains_key(name) || !(must || self.wants(depth, choice.wrapping_add(offset))) {
                continue;
            }
            let others: Vec<SchemaId> =
                all.schemas.iter().filter_map(|schema| schema.additional_properties).collect();
            let own = properties.get(name).cloned().unwrap_or(others);
            if self.is_nested(&own) && !must {
                continue;
            }
            match inner.together(&own, depth + 1, choice.wrapping_add(offset)) {
                Some(value) => {
                    members.insert(name.to_owned(), value);
                    let needed = all.schemas.iter().filter_map(|schema| schema.dependent_required.get(name));
                    for needed in needed.flatten() {
                        required.insert(needed);
                        waiting.push(needed);
                    }
                }
                None if must => return None,
                None => {}
            }
        }
        self.others(all, &properties, &mut members, depth, choice);
        Some(Value::Object(members))
    }

    fn wants(&self, depth: usize, choice: u32) -> bool {
        match self.wish.fullness {
            Fullness::Minimal => false,
            Fullness::Full => depth <= DEEP,
            Fullness::Mixed => depth <= DEEP && choice.is_multiple_of(2),
        }
    }

    /// In text there is no room for objects and arrays within objects.
    fn is_nested(&self, ids: &[SchemaId]) -> bool {
        let structured = |ty: &JsonType| matches!(ty, JsonType::Array | JsonType::Object);
        !self.wish.nested
            && ids.iter().any(|id| {
                let mut all = Together { schemas: Vec::new(), tags: Vec::new() };
                let flat = self.flatten(*id, (self.wish.choice, 0), &mut BTreeSet::new(), &mut all);
                flat.is_some() && Self::types(&all).iter().any(structured)
            })
    }

    /// Members that no schema names.
    fn others(
        &self,
        all: &Together<'a>,
        properties: &IndexMap<&str, Vec<SchemaId>>,
        members: &mut Map<String, Value>,
        depth: usize,
        choice: u32,
    ) {
        let least = all.schemas.iter().filter_map(|schema| schema.min_properties).max().unwrap_or(0);
        let additional: Vec<SchemaId> = all
            .schemas
            .iter()
            .filter_map(|schema| schema.additional_properties)
            .filter(|id| self.schemas[*id].boolean.is_none())
            .collect();
        let wanted = usize::try_from(least).unwrap_or(0);
        let for_show = !additional.is_empty() && properties.is_empty() && self.wants(depth, choice);
        let wanted = if for_show { wanted.max(members.len() + 1) } else { wanted };
        // A parameter without members is no parameter.
        let open = !all.schemas.iter().any(|schema| {
            schema.additional_properties.is_some_and(|id| self.schemas[id].boolean == Some(false))
        });
        let bare = self.wish.carrier != Carrier::Body && members.is_empty() && properties.is_empty() && open;
        let wanted = if bare { wanted.max(1) } else { wanted };
        let names = all.schemas.iter().find_map(|schema| schema.property_names);
        let inner = Generator { wish: self.inner(), ..*self };
        for shift in 0..16 {
            if members.len() >= wanted {
                return;
            }
            let shifted = choice.wrapping_add(shift);
            let by_pattern = all.schemas.iter().flat_map(|schema| &schema.pattern_properties).next();
            let (name, own) = match (names, by_pattern) {
                (_, Some((source, id))) => (pattern::text(source, shift), vec![*id]),
                (Some(names), None) => {
                    let name = inner.together(&[names], depth + 1, shifted);
                    (name.and_then(|name| name.as_str().map(str::to_owned)), additional.clone())
                }
                (None, None) => (Some(format!("member{shift}")), additional.clone()),
            };
            let value = inner.together(&own, depth + 1, shifted);
            if let (Some(name), Some(value)) = (name, value) {
                members.entry(name).or_insert(value);
            }
        }
    }
}

/// Texts that match many expressions which are not understood.
const CANDIDATES: &[&str] = &[
    "a",
    "A",
    "1",
    "abc",
    "ABC",
    "a1",
    "example",
    "example-1",
    "example.com",
    "https://example.com",
    "0",
    "10",
    "2026-11-26",
    "2026-11-26T01:02:03Z",
    "01:02:03",
    "en",
    "en-US",
    "US",
    "USD",
    "a@b.co",
    "+4915112345678",
    "0f8fad5b-d9cb-469f-a165-70867728950e",
    "1.0.0",
    "/a/b",
    "#abcdef",
    "abcdefgh",
    "Abcdef1!",
    "192.0.2.1",
    "P1D",
    "PT1H",
    "-1",
    "1.5",
    "Example Name",
];

/// A number within all limits.
fn number(schemas: &[&Schema], whole: bool, choice: u32) -> Option<Value> {
    let most_of = |limits: &mut dyn Iterator<Item = f64>| limits.fold(f64::NEG_INFINITY, f64::max);
    let number = |limit: &Option<Number>| limit.as_ref().and_then(Number::as_f64);
    let step = schemas.iter().find_map(|schema| number(&schema.multiple_of)).filter(|step| *step > 0.0);
    let step = step.unwrap_or(if whole { 1.0 } else { 0.5 });
    // Whole numbers are multiples of fine steps too, and exact.
    let step = if step < 0.5 && (1.0 / step).fract().abs() < 1e-6 { 1.0 } else { step };
    let narrow = schemas.iter().any(|schema| schema.format.as_deref() == Some("int32"));
    let positive = schemas.iter().any(|schema| matches!(schema.format.as_deref(), Some("uint32" | "uint64")));
    let widest = if narrow { f64::from(i32::MAX) } else { 9_007_199_254_740_991.0 };
    let least = most_of(
        &mut schemas
            .iter()
            .flat_map(|schema| {
                [
                    number(&schema.minimum),
                    number(&schema.exclusive_minimum).map(|limit| limit + step.min(1.0)),
                ]
            })
            .flatten(),
    );
    let most = -most_of(
        &mut schemas
            .iter()
            .flat_map(|schema| {
                [
                    number(&schema.maximum),
                    number(&schema.exclusive_maximum).map(|limit| limit - step.min(1.0)),
                ]
            })
            .flatten()
            .map(|limit| -limit),
    );
    let most = most.min(widest);
    let least = least.max(if positive { 0.0 } else { -widest });
    let wanted = f64::from(choice % 7) * step.max(1.0) + step;
    let wanted = wanted.clamp(least, most.max(least));
    let mut value = (wanted / step).round() * step;
    if value < least {
        value += step;
    }
    if value > most {
        value -= step;
    }
    if whole || value.fract() == 0.0 {
        #[allow(clippy::cast_possible_truncation, reason = "it is within the whole numbers of an f64")]
        return Some(json!(value as i64));
    }
    Number::from_f64(value).map(Value::Number)
}
