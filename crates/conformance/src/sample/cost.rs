//! How deep the smallest value of each schema is: where schemas refer to themselves, the way out.

use unplug_openapi::ir::{Schema, SchemaId, Schemas};

/// Deeper than any value: a schema that has none.
const ENDLESS: u32 = 1_000_000;

/// The depth of the smallest value of every schema.
#[derive(Debug)]
pub(super) struct Costs(Vec<u32>);

impl Costs {
    /// Works them out, beginning with schemas that need no others.
    pub(super) fn new(schemas: &Schemas) -> Self {
        let mut costs = Self(vec![ENDLESS; schemas.all.len()]);
        // Each pass settles at least the schemas one level deeper; real documents need a handful.
        for _ in 0..64 {
            let mut changed = false;
            for (index, schema) in schemas.all.iter().enumerate() {
                let cost = costs.smallest(schema);
                if cost < costs.0[index] {
                    costs.0[index] = cost;
                    changed = true;
                }
            }
            if !changed {
                break;
            }
        }
        costs
    }

    /// The depth of the smallest value.
    pub(super) fn of(&self, id: SchemaId) -> u32 {
        self.0.get(id.0 as usize).copied().unwrap_or(ENDLESS)
    }

    fn smallest(&self, schema: &Schema) -> u32 {
        let all = |ids: &mut dyn Iterator<Item = SchemaId>| ids.map(|id| self.of(id)).max().unwrap_or(0);
        let any = |ids: &[SchemaId]| ids.iter().map(|id| self.of(*id)).min().unwrap_or(0);
        let joined = all(&mut schema.reference.iter().chain(&schema.all_of).copied());
        let required = schema.required.iter().filter_map(|name| schema.properties.get(name).copied());
        let members = all(&mut required.into_iter());
        let items = match (schema.items, schema.min_items) {
            (Some(items), Some(1..)) => self.of(items),
            _ => 0,
        };
        let inner = members.max(items);
        let nested = if inner == 0 && schema.required.is_empty() { 0 } else { inner.saturating_add(1) };
        joined.max(any(&schema.one_of)).max(any(&schema.any_of)).max(nested).min(ENDLESS)
    }
}
