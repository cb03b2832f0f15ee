//! What is known of a schema's values by types, limits and listed values.

use serde_json::{Number, Value};

use crate::ir::{JsonType, Schema, SchemaId, TypeSet, is_equal};

/// Longest text of a value in a message.
const MAX_SHOWN: usize = 40;

/// The smallest and the largest of something that schemas limit.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Range<T> {
    least: Option<T>,
    most: Option<T>,
}

impl<T: PartialOrd + Copy> Range<T> {
    fn join(&mut self, other: Self) {
        self.least = either(self.least, other.least, |own, other| own >= other);
        self.most = either(self.most, other.most, |own, other| own <= other);
    }
}

fn either<T: Copy>(own: Option<T>, other: Option<T>, prefers: impl Fn(T, T) -> bool) -> Option<T> {
    match (own, other) {
        (Some(own), Some(other)) => Some(if prefers(own, other) { own } else { other }),
        (own, other) => own.or(other),
    }
}

impl Range<u64> {
    fn is_empty(self) -> bool {
        self.least.zip(self.most).is_some_and(|(least, most)| least > most)
    }

    fn holds(self, count: usize) -> bool {
        let count = count as u64;
        self.least.is_none_or(|least| count >= least) && self.most.is_none_or(|most| count <= most)
    }
}

/// What schemas that apply together say of a value.
#[derive(Clone, Debug)]
pub(super) struct Facts {
    /// The types that are left.
    pub(super) types: TypeSet,
    /// The schemas among them with `enum` or `const`.
    pub(super) listing: Vec<SchemaId>,
    /// `minimum` and `maximum`.
    numbers: Range<f64>,
    /// `exclusiveMinimum` and `exclusiveMaximum`.
    between: Range<f64>,
    lengths: Range<u64>,
    items: Range<u64>,
    properties: Range<u64>,
}

impl Facts {
    /// What a schema's own keywords say.
    pub(super) fn of(id: SchemaId, schema: &Schema) -> Self {
        let number = |number: &Option<Number>| number.as_ref().and_then(Number::as_f64);
        let lists = schema.enumeration.is_some() || schema.constant.is_some();
        let types =
            if schema.boolean == Some(false) { TypeSet::NONE } else { TypeSet::allowed(&schema.types) };
        Self {
            types,
            listing: if lists { vec![id] } else { Vec::new() },
            numbers: Range { least: number(&schema.minimum), most: number(&schema.maximum) },
            between: Range {
                least: number(&schema.exclusive_minimum),
                most: number(&schema.exclusive_maximum),
            },
            lengths: Range { least: schema.min_length, most: schema.max_length },
            items: Range { least: schema.min_items, most: schema.max_items },
            properties: Range { least: schema.min_properties, most: schema.max_properties },
        }
    }

    /// Adds what holds as well.
    pub(super) fn join(&mut self, other: &Self) {
        self.types = self.types.and(other.types);
        for id in &other.listing {
            if !self.listing.contains(id) {
                self.listing.push(*id);
            }
        }
        self.numbers.join(other.numbers);
        self.between.join(other.between);
        self.lengths.join(other.lengths);
        self.items.join(other.items);
        self.properties.join(other.properties);
    }

    /// Why no value is valid; `lists` are the values of those that are listing.
    pub(super) fn contradiction(&self, lists: &[&[Value]]) -> Option<String> {
        if self.types.is_empty() {
            return Some("the types that are demanded exclude each other".to_owned());
        }
        let only = |types: TypeSet| self.types.without(types).is_empty();
        let limits = [
            (TypeSet::NUMBER, self.no_number(), "the smallest number is above the largest"),
            (TypeSet::STRING, self.lengths.is_empty(), "`minLength` is above `maxLength`"),
            (TypeSet::ARRAY, self.items.is_empty(), "`minItems` is above `maxItems`"),
            (TypeSet::OBJECT, self.properties.is_empty(), "`minProperties` is above `maxProperties`"),
        ];
        if let Some((.., why)) = limits.into_iter().find(|(types, empty, _)| *empty && only(*types)) {
            return Some(why.to_owned());
        }
        let (first, others) = lists.split_first()?;
        let fits = |value: &Value| {
            others.iter().all(|list| contains(list, value)) && self.refusal(value, &[]).is_none()
        };
        if first.iter().any(fits) {
            return None;
        }
        Some(match first {
            [] => "`enum` lists none".to_owned(),
            _ if others.is_empty() => "the other keywords refuse all values that are listed".to_owned(),
            _ => "no value is listed everywhere".to_owned(),
        })
    }

    fn no_number(&self) -> bool {
        let above = |least: Option<f64>, most: Option<f64>, or_equal: bool| {
            least.zip(most).is_some_and(|(least, most)| least > most || (or_equal && least >= most))
        };
        let (numbers, between) = (self.numbers, self.between);
        above(numbers.least, numbers.most, false)
            || above(between.least, numbers.most, true)
            || above(numbers.least, between.most, true)
            || above(between.least, between.most, true)
    }

    /// Why a value is not valid, as far as types, limits and listed values tell.
    pub(super) fn refusal(&self, value: &Value, lists: &[&[Value]]) -> Option<String> {
        let own = TypeSet::of_value(value);
        if self.types.and(own).is_empty() {
            let names = [
                JsonType::Null,
                JsonType::Boolean,
                JsonType::Object,
                JsonType::Array,
                JsonType::Number,
                JsonType::Integer,
                JsonType::String,
            ];
            let is_named = |json_type: &JsonType| {
                let part = *json_type == JsonType::Integer && self.types.has(JsonType::Number);
                self.types.has(*json_type) && !part
            };
            let names: Vec<String> =
                names.into_iter().filter(is_named).map(|name| format!("`{name}`")).collect();
            return Some(format!("{} is not of the type {}", text_of(value), names.join(" or ")));
        }
        if !lists.iter().all(|list| contains(list, value)) {
            return Some(format!("{} is none of the listed values", text_of(value)));
        }
        let holds = match value {
            Value::Number(number) => number.as_f64().is_none_or(|number| self.admits(number)),
            Value::String(text) => self.lengths.holds(text.chars().count()),
            Value::Array(items) => self.items.holds(items.len()),
            Value::Object(members) => self.properties.holds(members.len()),
            Value::Null | Value::Bool(_) => true,
        };
        (!holds).then(|| format!("{} is beyond the limits", text_of(value)))
    }

    fn admits(&self, number: f64) -> bool {
        self.numbers.least.is_none_or(|least| number >= least)
            && self.numbers.most.is_none_or(|most| number <= most)
            && self.between.least.is_none_or(|least| number > least)
            && self.between.most.is_none_or(|most| number < most)
    }
}

/// Whether a list has a value.
fn contains(list: &[Value], value: &Value) -> bool {
    list.iter().any(|listed| is_equal(listed, value))
}

/// A value in a message.
pub(super) fn text_of(value: &Value) -> String {
    let text = value.to_string();
    if text.chars().count() <= MAX_SHOWN {
        return text;
    }
    let beginning: String = text.chars().take(MAX_SHOWN).collect();
    format!("{beginning}…")
}
