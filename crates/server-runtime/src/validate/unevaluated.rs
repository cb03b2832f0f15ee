//! Which items and members a schema has evaluated, for `unevaluatedItems` and
//! `unevaluatedProperties`.
//!
//! The walk goes again over the applicators of a schema that has just passed; only schemas that
//! use one of the two keywords pay for it.

use std::collections::HashSet;

use super::is_valid;
use crate::schema::{Check, Schema};
use unplug_wire::json::Json;

/// What has been evaluated of one value.
#[derive(Default)]
pub(crate) struct Evaluated<'v> {
    all_items: bool,
    leading_items: usize,
    items: HashSet<usize>,
    members: HashSet<&'v str>,
}

/// References may form a circle; the walk that validates has reported it before.
const MAX_DEPTH: u16 = 1024;

impl<'v> Evaluated<'v> {
    /// What `schema` evaluates of `value`, its own `unevaluated…` keywords apart.
    pub(crate) fn by(schema: &'static Schema, value: &'v Json<'_>) -> Self {
        let mut evaluated = Self::default();
        evaluated.add(schema, value, 0);
        evaluated
    }

    pub(crate) fn has_item(&self, index: usize) -> bool {
        self.all_items || index < self.leading_items || self.items.contains(&index)
    }

    pub(crate) fn has_member(&self, name: &str) -> bool {
        self.members.contains(name)
    }

    fn add(&mut self, schema: &'static Schema, value: &'v Json<'_>, depth: u16) {
        if depth == MAX_DEPTH {
            return;
        }
        for check in schema.0 {
            self.in_place(check, value, depth + 1);
            match value {
                Json::Array(items) => self.array(check, items, depth),
                Json::Object(members) => {
                    for (name, _) in members {
                        self.member(check, name, depth);
                    }
                }
                _ => {}
            }
        }
    }

    /// Applicators that apply to the value itself.
    fn in_place(&mut self, check: &'static Check, value: &'v Json<'_>, depth: u16) {
        match check {
            Check::Reference(schema) => self.add(schema, value, depth),
            Check::AllOf(schemas) => {
                for schema in *schemas {
                    self.add(schema, value, depth);
                }
            }
            Check::AnyOf(branches) | Check::OneOf(branches) => {
                for branch in branches.iter().filter(|branch| is_valid(branch, value)) {
                    self.add(branch, value, depth);
                }
            }
            Check::If { condition, then, otherwise } => {
                let holds = is_valid(condition, value);
                if holds {
                    self.add(condition, value, depth);
                }
                if let Some(schema) = if holds { then } else { otherwise } {
                    self.add(schema, value, depth);
                }
            }
            Check::DependentSchemas(dependents) => {
                for (name, schema) in *dependents {
                    if value.member(name).is_some() {
                        self.add(schema, value, depth);
                    }
                }
            }
            _ => {}
        }
    }

    fn array(&mut self, check: &'static Check, items: &[Json<'_>], depth: u16) {
        match check {
            Check::PrefixItems(schemas) => {
                self.leading_items = self.leading_items.max(schemas.len());
            }
            Check::Items { .. } => self.all_items = true,
            Check::UnevaluatedItems { .. } if depth > 0 => self.all_items = true,
            Check::Contains { schema, .. } => {
                let found = items.iter().enumerate().filter(|(_, item)| is_valid(schema, item));
                self.items.extend(found.map(|(index, _)| index));
            }
            _ => {}
        }
    }

    fn member(&mut self, check: &'static Check, name: &'v str, depth: u16) {
        let evaluated = match check {
            Check::Properties(properties) => properties.iter().any(|(known, _)| *known == name),
            Check::PatternProperties(patterns) => patterns.iter().any(|(pattern, _)| pattern.is_match(name)),
            // What is not additional is one of the two above.
            Check::AdditionalProperties { .. } => true,
            Check::UnevaluatedProperties { .. } => depth > 0,
            _ => false,
        };
        if evaluated {
            self.members.insert(name);
        }
    }
}
