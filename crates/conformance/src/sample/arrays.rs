//! Arrays.

use serde_json::Value;
use unplug_openapi::ir::SchemaId;

use super::choice::Choice;
use super::flatten::Together;
use super::generate::{DEEP, Fullness, Generator, Place};
use super::height::ENDLESS;
use super::text::Carrier;
use crate::equal::is_equal;

/// Longer arrays are not made.
const LONGEST: u64 = 1000;
/// Values that are tried so that items differ.
const DISTINCT_ATTEMPTS: usize = 60;

impl<'a> Generator<'_, 'a> {
    pub(super) fn array(&self, all: &Together<'a>, place: Place, choice: Choice) -> Option<Value> {
        let least = all.schemas.iter().filter_map(|schema| schema.min_items).max().unwrap_or(0);
        let length = usize::try_from(self.length(all, least, place, choice)).unwrap_or(0);
        let unique = all.schemas.iter().any(|schema| schema.unique_items);
        let inner = self.inner();
        let room = place.room.saturating_sub(length) / length.max(1);
        let inside = Place { depth: place.depth + 1, room };
        let mut values: Vec<Value> = Vec::with_capacity(length);
        for at in 0..length {
            let own = Self::items(all, at);
            let make = |shift: usize| inner.part(&own, inside, choice.plus(at + shift));
            let distinct = |value: &Value| !unique || !values.iter().any(|known| is_equal(known, value));
            let attempts = if unique { DISTINCT_ATTEMPTS } else { 1 };
            match (0..attempts).find_map(|shift| make(shift).filter(distinct)) {
                Some(value) => values.push(value),
                None if values.len() as u64 >= least => break,
                None => {
                    self.because(|| format!("no item number {} was found", at + 1));
                    return None;
                }
            }
        }
        Some(Value::Array(values))
    }

    /// How many items.
    fn length(&self, all: &Together<'a>, least: u64, place: Place, choice: Choice) -> u64 {
        let most = all.schemas.iter().filter_map(|schema| schema.max_items).min().unwrap_or(LONGEST);
        let contained = all.schemas.iter().filter(|schema| schema.contains.is_some());
        let contained = contained.map(|schema| schema.min_contains.unwrap_or(1)).max().unwrap_or(0);
        let prefix = all.schemas.iter().map(|schema| schema.prefix_items.len()).max().unwrap_or(0) as u64;
        let wanted = match self.wish.fullness {
            Fullness::Minimal => 0,
            // Tuples are complete.
            Fullness::Full | Fullness::Mixed if prefix > 0 => prefix,
            Fullness::Full => 2,
            Fullness::Mixed => choice.peek(3) as u64,
        };
        let wanted = if place.depth > DEEP || (place.room == 0 && place.depth > 1) { 0 } else { wanted };
        // A parameter without items is no parameter.
        let wanted = if self.wish.carrier == Carrier::Body { wanted } else { wanted.max(1) };
        let heights = self.sampler.heights();
        let none_fits = |at: u64| {
            let own = Self::items(all, usize::try_from(at).unwrap_or(0));
            own.iter().any(|id| heights.of(*id) == ENDLESS)
        };
        let possible = (0..=prefix).find(|at| none_fits(*at)).unwrap_or(LONGEST);
        wanted.max(contained).min(possible).max(least).min(most).min(LONGEST)
    }

    /// The schemas of an item.
    fn items(all: &Together<'a>, at: usize) -> Vec<SchemaId> {
        let mut own = Vec::new();
        for schema in &all.schemas {
            let known = schema.prefix_items.get(at).copied().or(schema.items);
            own.extend(known);
            let contained = usize::try_from(schema.min_contains.unwrap_or(1)).unwrap_or(0);
            own.extend(schema.contains.filter(|_| at < contained));
            own.extend(schema.unevaluated_items.filter(|_| known.is_none() && all.schemas.len() == 1));
        }
        own
    }
}
