//! Arrays.

use serde_json::Value;
use unplug_openapi::ir::{SchemaId, is_equal};

use super::choice::Choice;
use super::generate::{Completeness, Flattened, Generator, MAX_OPTIONAL_DEPTH, Position};
use super::min_depth::UNSATISFIABLE;
use super::text::Destination;

/// Longer arrays are not made.
const MAX_ITEMS: u64 = 1000;
/// Values that are tried so that items differ.
const MAX_DISTINCT_ATTEMPTS: usize = 60;

impl<'a> Generator<'_, 'a> {
    pub(super) fn array(&self, all: &Flattened<'a>, position: Position, choice: Choice) -> Option<Value> {
        let least = all.schemas.iter().filter_map(|schema| schema.min_items).max().unwrap_or(0);
        let length = usize::try_from(self.length(all, least, position, choice)).unwrap_or(0);
        let unique = all.schemas.iter().any(|schema| schema.unique_items);
        let inner = self.inner();
        let room = position.room.saturating_sub(length) / length.max(1);
        let inside = Position { depth: position.depth + 1, room };
        let mut values: Vec<Value> = Vec::with_capacity(length);
        for at in 0..length {
            let own = Self::items(all, at);
            let make = |shift: usize| inner.part(&own, inside, choice.plus(at + shift));
            let distinct = |value: &Value| !unique || !values.iter().any(|known| is_equal(known, value));
            let attempts = if unique { MAX_DISTINCT_ATTEMPTS } else { 1 };
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
    fn length(&self, all: &Flattened<'a>, least: u64, position: Position, choice: Choice) -> u64 {
        let most = all.schemas.iter().filter_map(|schema| schema.max_items).min().unwrap_or(MAX_ITEMS);
        let contained = all.schemas.iter().filter(|schema| schema.contains.is_some());
        let contained = contained.map(|schema| schema.min_contains.unwrap_or(1)).max().unwrap_or(0);
        let prefix = all.schemas.iter().map(|schema| schema.prefix_items.len()).max().unwrap_or(0) as u64;
        let wanted = match self.options.completeness {
            Completeness::Minimal => 0,
            // Tuples are complete.
            Completeness::Full | Completeness::Nulls | Completeness::Mixed if prefix > 0 => prefix,
            Completeness::Full | Completeness::Nulls => 2,
            Completeness::Mixed => choice.peek(3) as u64,
        };
        let wanted = if position.depth > MAX_OPTIONAL_DEPTH || (position.room == 0 && position.depth > 1) {
            0
        } else {
            wanted
        };
        // A parameter without items is no parameter.
        let wanted = if self.options.destination == Destination::Body { wanted } else { wanted.max(1) };
        let min_depths = self.sampler.min_depths();
        let none_fits = |at: u64| {
            let own = Self::items(all, usize::try_from(at).unwrap_or(0));
            own.iter().any(|id| min_depths.of(*id) == UNSATISFIABLE)
        };
        let possible = (0..=prefix).find(|at| none_fits(*at)).unwrap_or(MAX_ITEMS);
        wanted.max(contained).min(possible).max(least).min(most).min(MAX_ITEMS)
    }

    /// The schemas of an item.
    fn items(all: &Flattened<'a>, at: usize) -> Vec<SchemaId> {
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
