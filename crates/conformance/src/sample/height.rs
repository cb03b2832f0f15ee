//! How deep a value of a schema must be at least.

use unplug_openapi::ir::{Schema, SchemaId, Schemas};

/// The least depth of a value, for every schema.
#[derive(Debug)]
pub(super) struct Heights(Vec<u32>);

/// No value comes to an end.
pub(super) const ENDLESS: u32 = u32::MAX;
/// Values that must be deeper are not looked for.
const MOST: usize = 32;

impl Heights {
    /// Each pass settles the schemas that are one deeper, so the passes are as many as values are
    /// deep, not as there are schemas.
    pub(super) fn new(schemas: &Schemas) -> Self {
        let mut heights = Self(vec![ENDLESS; schemas.all.len()]);
        for _ in 0..MOST {
            let mut changed = false;
            for (index, schema) in schemas.all.iter().enumerate() {
                let height = heights.least(schema);
                changed |= height != heights.0[index];
                heights.0[index] = height;
            }
            if !changed {
                break;
            }
        }
        heights
    }

    pub(super) fn of(&self, id: SchemaId) -> u32 {
        usize::try_from(id.0).ok().and_then(|index| self.0.get(index)).copied().unwrap_or(ENDLESS)
    }

    fn least(&self, schema: &Schema) -> u32 {
        if schema.boolean == Some(false) {
            return ENDLESS;
        }
        if schema.constant.is_some() || schema.enumeration.is_some() {
            return 0;
        }
        let deepest = |ids: &mut dyn Iterator<Item = SchemaId>| ids.map(|id| self.of(id)).max();
        let inside = |height: Option<u32>| height.map_or(0, |height| height.saturating_add(1));
        let members = schema.required.iter().filter_map(|name| schema.properties.get(name).copied());
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
