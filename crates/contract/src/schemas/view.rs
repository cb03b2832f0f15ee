//! The keywords of one alternative, merged from the schemas that make it up.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use indexmap::IndexMap;
use serde_json::Number;
use unplug_openapi::ir::{Schema, SchemaId, Schemas, TypeSet};

use super::flattened::Alternative;
use super::values::order;
use crate::locator::Locator;

/// Schemas with `additionalProperties` that are looked at for one property, at most.
const MOST_CLOSERS: usize = 16;

/// Whole numbers up to this one are exact as floating-point numbers.
const LARGEST_EXACT: f64 = 9.0e15;

/// One alternative, to be read.
#[derive(Clone)]
pub(crate) struct View<'a> {
    pub(crate) schemas: &'a Schemas,
    pub(crate) parts: Rc<[SchemaId]>,
    pub(crate) types: TypeSet,
    /// Where to point when there is no part at all.
    pub(crate) fallback: Locator<'a>,
}

/// A keyword's value with the schema that has it.
pub(crate) type Found<T> = Option<(T, SchemaId)>;

/// A bound of numbers.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Bound {
    pub(crate) number: Number,
    pub(crate) exclusive: bool,
}

impl<'a> View<'a> {
    pub(crate) fn new(schemas: &'a Schemas, alternative: &Alternative, fallback: Locator<'a>) -> Self {
        Self { schemas, parts: Rc::clone(&alternative.parts), types: alternative.types, fallback }
    }

    pub(crate) fn schemas(&self) -> impl Iterator<Item = (SchemaId, &'a Schema)> + '_ {
        self.parts.iter().map(|id| (*id, &self.schemas[*id]))
    }

    /// Where a keyword of one part stands.
    pub(crate) fn at(&self, id: SchemaId, keyword: &str) -> Locator<'a> {
        Locator::at(&self.schemas[id].location).step(keyword)
    }

    /// The schema that would hold what is not there.
    pub(crate) fn absent(&self) -> Locator<'a> {
        self.whole().absent()
    }

    pub(crate) fn whole(&self) -> Locator<'a> {
        match self.parts.first() {
            Some(id) => Locator::at(&self.schemas[*id].location),
            None => self.fallback.clone(),
        }
    }

    /// The place of a keyword when it is there, otherwise of what would hold it.
    pub(crate) fn locator<T>(&self, found: Found<T>, keyword: &str) -> Locator<'a> {
        found.map_or_else(|| self.absent(), |(_, id)| self.at(id, keyword))
    }

    pub(crate) fn first<T>(&self, get: impl Fn(&'a Schema) -> Option<T>) -> Found<T> {
        self.schemas().find_map(|(id, schema)| Some((get(schema)?, id)))
    }

    pub(crate) fn largest(&self, get: impl Fn(&Schema) -> Option<u64>) -> Found<u64> {
        self.schemas().filter_map(|(id, schema)| Some((get(schema)?, id))).max_by_key(|(value, _)| *value)
    }

    pub(crate) fn smallest(&self, get: impl Fn(&Schema) -> Option<u64>) -> Found<u64> {
        self.schemas().filter_map(|(id, schema)| Some((get(schema)?, id))).min_by_key(|(value, _)| *value)
    }

    /// The values of a keyword of all parts, each once, with the schema that has it first.
    pub(crate) fn all<T: Ord>(&self, get: impl Fn(&'a Schema) -> Option<T>) -> BTreeMap<T, SchemaId> {
        let mut found = BTreeMap::new();
        for (id, schema) in self.schemas() {
            if let Some(value) = get(schema) {
                found.entry(value).or_insert(id);
            }
        }
        found
    }

    /// Whether its numbers are whole.
    pub(crate) fn is_integer(&self) -> bool {
        self.types.and(TypeSet::NUMBER) == TypeSet::INTEGER
    }

    /// The lower bound, or the upper one, that leaves least. For whole numbers it is inclusive.
    pub(crate) fn bound(&self, lower: bool) -> Found<(Bound, &'static str)> {
        let mut least: Found<(Bound, &'static str)> = None;
        for (id, schema) in self.schemas() {
            let keywords = if lower {
                [(&schema.minimum, "minimum", false), (&schema.exclusive_minimum, "exclusiveMinimum", true)]
            } else {
                [(&schema.maximum, "maximum", false), (&schema.exclusive_maximum, "exclusiveMaximum", true)]
            };
            for (number, keyword, exclusive) in keywords {
                let Some(number) = number else { continue };
                let bound = Bound { number: number.clone(), exclusive };
                let bound = if self.is_integer() { bound.whole(lower) } else { bound };
                if least.as_ref().is_none_or(|((before, _), _)| bound.tighter(before, lower)) {
                    least = Some(((bound, keyword), id));
                }
            }
        }
        // What the format says anyway is no bound of its own.
        let implied = self.implied_bound(lower);
        least.filter(|((bound, _), _)| implied.as_ref().is_none_or(|implied| bound.tighter(implied, lower)))
    }

    /// The bound of whole numbers that `format` gives.
    fn implied_bound(&self, lower: bool) -> Option<Bound> {
        let format = self.first(|schema| schema.format.as_deref()).filter(|_| self.is_integer());
        let (least, most): (i64, i64) = match format?.0 {
            "int32" => (i32::MIN.into(), i32::MAX.into()),
            "int64" => (i64::MIN, i64::MAX),
            _ => return None,
        };
        Some(Bound { number: if lower { least } else { most }.into(), exclusive: false })
    }

    pub(crate) fn required(&self) -> BTreeMap<&'a str, SchemaId> {
        let mut found = BTreeMap::new();
        for (id, schema) in self.schemas() {
            for name in &schema.required {
                found.entry(name.as_str()).or_insert(id);
            }
        }
        found
    }

    /// The schemas that apply to each declared member: those under its name, and those for other
    /// members in parts that do not declare it.
    pub(crate) fn properties(&self) -> IndexMap<&'a str, Vec<SchemaId>> {
        let mut found: IndexMap<&'a str, Vec<SchemaId>> = IndexMap::new();
        for (_, schema) in self.schemas() {
            for (name, id) in &schema.properties {
                found.entry(name.as_str()).or_default().push(*id);
            }
        }
        let closers: Vec<(&Schema, SchemaId)> = self
            .schemas()
            .filter_map(|(_, schema)| Some((schema, schema.additional_properties?)))
            .filter(|(_, id)| !self.schemas[*id].allows_everything())
            .take(MOST_CLOSERS)
            .collect();
        for (name, ids) in &mut found {
            let foreign = closers.iter().filter(|(schema, _)| !schema.properties.contains_key(*name));
            ids.extend(foreign.map(|(_, id)| *id));
        }
        found
    }

    /// The schemas for members that are not declared, and the keyword.
    pub(crate) fn additional(&self) -> (Vec<SchemaId>, Found<&'static str>) {
        let mut place = None;
        let mut found = BTreeSet::new();
        // Where every other member is evaluated, none is left over.
        let evaluated = self.schemas().any(|(_, schema)| schema.additional_properties.is_some());
        for (id, schema) in self.schemas() {
            for (keyword, schema) in [
                ("additionalProperties", schema.additional_properties),
                ("unevaluatedProperties", schema.unevaluated_properties.filter(|_| !evaluated)),
            ] {
                if let Some(schema) = schema {
                    place = place.or(Some((keyword, id)));
                    found.insert(schema);
                }
            }
        }
        (found.into_iter().collect(), place)
    }

    /// The schemas that apply to every item, where none is listed by its position.
    pub(crate) fn all_items(&self) -> Option<Vec<SchemaId>> {
        let (listed, rest) = self.items();
        listed.is_empty().then_some(rest)
    }

    /// The schemas of the item at each listed position, and of all further ones.
    pub(crate) fn items(&self) -> (Vec<Vec<SchemaId>>, Vec<SchemaId>) {
        let length = self.schemas().map(|(_, schema)| schema.prefix_items.len()).max().unwrap_or(0);
        let mut listed = vec![Vec::new(); length];
        let mut rest = Vec::new();
        // Where every other item is evaluated, none is left over.
        let evaluated = self.schemas().any(|(_, schema)| schema.items.is_some());
        for (_, schema) in self.schemas() {
            let unevaluated = schema.unevaluated_items.filter(|_| !evaluated);
            let further = schema.items.into_iter().chain(unevaluated);
            for (position, ids) in listed.iter_mut().enumerate() {
                match schema.prefix_items.get(position) {
                    Some(id) => ids.push(*id),
                    None => ids.extend(schema.items),
                }
            }
            rest.extend(further);
        }
        (listed, rest)
    }
}

impl Bound {
    /// The same for whole numbers, inclusive.
    fn whole(self, lower: bool) -> Self {
        let whole = match self.number.as_i64() {
            Some(_) if !self.exclusive => return self,
            Some(whole) => whole,
            // The next whole number inside is the bound.
            None => {
                let number = self.number.as_f64().filter(|number| number.abs() < LARGEST_EXACT);
                let Some(number) = number else { return self };
                let inside = if lower { number.ceil() } else { number.floor() };
                #[allow(clippy::cast_possible_truncation, reason = "it is whole and small enough")]
                let whole = inside as i64;
                if !self.exclusive || number.fract() != 0.0 {
                    return Self { number: whole.into(), exclusive: false };
                }
                whole
            }
        };
        let next = if lower { whole.checked_add(1) } else { whole.checked_sub(1) };
        match next {
            Some(next) => Self { number: next.into(), exclusive: false },
            None => self,
        }
    }

    /// Whether it leaves less than the other.
    pub(crate) fn tighter(&self, other: &Self, lower: bool) -> bool {
        let order = order(&self.number, &other.number);
        let order = if lower { order } else { order.reverse() };
        order.then(self.exclusive.cmp(&other.exclusive)).is_gt()
    }
}

impl std::fmt::Display for Bound {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}{}", self.number, if self.exclusive { " (exclusive)" } else { "" })
    }
}
