//! The minimum depth of a schema's values.

use unplug_openapi::ir::{Direction, Schema, SchemaId, Schemas};

/// The minimum depth of a value, for every schema.
#[derive(Debug)]
pub(super) struct MinDepths(Vec<u32>);

/// The schema has no finite value.
pub(super) const UNSATISFIABLE: u32 = u32::MAX;
/// Values that must be deeper are not looked for.
const MAX_MIN_DEPTH: usize = 32;

impl MinDepths {
    /// Each pass settles the schemas that are one deeper, so the passes are as many as values are
    /// deep, not as there are schemas.
    pub(super) fn new(schemas: &Schemas) -> Self {
        let mut min_depths = Self(vec![UNSATISFIABLE; schemas.all.len()]);
        for _ in 0..MAX_MIN_DEPTH {
            let mut changed = false;
            for (index, schema) in schemas.all.iter().enumerate() {
                let depth = min_depths.least(schema);
                changed |= depth != min_depths.0[index];
                min_depths.0[index] = depth;
            }
            if !changed {
                break;
            }
        }
        min_depths
    }

    pub(super) fn of(&self, id: SchemaId) -> u32 {
        usize::try_from(id.0).ok().and_then(|index| self.0.get(index)).copied().unwrap_or(UNSATISFIABLE)
    }

    fn least(&self, schema: &Schema) -> u32 {
        if schema.boolean == Some(false) {
            return UNSATISFIABLE;
        }
        if schema.constant.is_some() || schema.enumeration.is_some() {
            return 0;
        }
        let deepest = |ids: &mut dyn Iterator<Item = SchemaId>| ids.map(|id| self.of(id)).max();
        let inside = |depth: Option<u32>| depth.map_or(0, |depth| depth.saturating_add(1));
        let members = schema
            .required_in(Direction::Request)
            .filter(|name| !schema.one_way.contains_key(*name))
            .filter_map(|name| schema.properties.get(name).copied());
        let items = (schema.min_items.unwrap_or(0) > 0).then(|| {
            schema.prefix_items.iter().copied().chain(schema.items.filter(|_| schema.prefix_items.is_empty()))
        });
        let least = [&schema.one_of, &schema.any_of]
            .into_iter()
            .filter_map(|branches| branches.iter().map(|id| self.of(*id)).min())
            .max();
        inside(deepest(&mut members.into_iter()))
            .max(inside(deepest(&mut items.into_iter().flatten())))
            .max(deepest(&mut schema.reference.iter().chain(&schema.all_of).copied()).unwrap_or(0))
            .max(least.unwrap_or(0))
    }
}
