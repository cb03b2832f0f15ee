//! 3.0's `nullable` beside `allOf`, `oneOf`, `anyOf` and `enum`.
//!
//! The specification only says what it does to `type`. Documents write it beside a composition to say
//! that a reference may be `null`, so `null` joins what is composed and what is listed.

use serde_json::Value;

use super::Lowering;
use crate::ir::{JsonType, Schema, SchemaId, Schemas};
use crate::version::Version;

impl Lowering<'_> {
    /// Lets `null` pass wherever `nullable` stands beside what would refuse it.
    pub(super) fn nullable_compositions(&mut self) {
        if self.version > Version::V30 {
            return;
        }
        for position in 0..self.arena.all.len() {
            let Some(id) = self.arena.id(position) else { return };
            // Beside a reference nothing counts.
            if self.arena.nodes[position].flag("nullable") == Some(true)
                && self.arena.schema(id).reference.is_none()
            {
                self.let_null_pass(id);
            }
        }
    }

    fn let_null_pass(&mut self, id: SchemaId) {
        let mut schema = self.arena.schema(id).clone();
        if let Some(values) = schema.enumeration.as_mut().filter(|values| !values.contains(&Value::Null)) {
            values.push(Value::Null);
        }
        let refused = |this: &mut Self, branches: &[SchemaId]| {
            !branches.is_empty() && !branches.iter().any(|id| this.takes_null(*id))
        };
        if refused(self, &schema.one_of) {
            schema.one_of.push(self.null_beside(id));
        }
        if refused(self, &schema.any_of) {
            schema.any_of.push(self.null_beside(id));
        }
        if schema.all_of.iter().any(|part| !self.takes_null(*part)) {
            let parts = std::mem::take(&mut schema.all_of);
            let whole = match parts.as_slice() {
                [only] => *only,
                _ => self.part_of(id, |schema| schema.all_of = parts),
            };
            let alternatives = vec![whole, self.null_beside(id)];
            if schema.any_of.is_empty() && schema.one_of.is_empty() {
                schema.any_of = alternatives;
            } else {
                schema.all_of = vec![self.part_of(id, |schema| schema.any_of = alternatives)];
            }
        }
        self.arena.all[id.0 as usize] = schema;
    }

    /// Whether `null` is valid under the schema.
    fn takes_null(&mut self, id: SchemaId) -> bool {
        let schemas = Schemas { all: std::mem::take(&mut self.arena.all), ..Schemas::default() };
        let answer = schemas.is_nullable(id);
        self.arena.all = schemas.all;
        answer
    }

    fn null_beside(&mut self, id: SchemaId) -> SchemaId {
        self.part_of(id, |schema| schema.types.push(JsonType::Null))
    }

    /// A schema of its own that stands where another does.
    pub(super) fn part_of(&mut self, id: SchemaId, fill: impl FnOnce(&mut Schema)) -> SchemaId {
        let located = self.arena.nodes[id.0 as usize].clone();
        let mut schema = Schema::unconstrained(located.location());
        fill(&mut schema);
        self.arena.add(schema, located)
    }
}
