//! Schemas that apply together to one value, with the choices that were made among them.

use std::collections::{BTreeMap, BTreeSet};

use unplug_openapi::ir::{Discriminator, JsonType, Schema, SchemaId};

use super::choice::Choice;
use super::generate::{Generator, MAX_OPTIONAL_DEPTH};
use super::min_depth::UNSATISFIABLE;
use super::text::Destination;

/// Schemas that apply together.
#[derive(Default)]
pub(super) struct Flattened<'a> {
    pub(super) schemas: Vec<&'a Schema>,
    /// Tags by property; several when a schema has several.
    pub(super) tags: BTreeMap<&'a str, Vec<&'a str>>,
    /// Members that must not be there.
    pub(super) forbidden: BTreeSet<&'a str>,
    /// How many combinations of choices there are, about.
    pub(super) possibilities: usize,
    seen: BTreeSet<SchemaId>,
}

impl<'a> Generator<'_, 'a> {
    /// Flattens all; `false` when nothing fits.
    pub(super) fn flatten_all(
        &self,
        ids: &[SchemaId],
        depth: u32,
        choice: &mut Choice,
        all: &mut Flattened<'a>,
    ) -> bool {
        all.possibilities = all.possibilities.max(1);
        ids.iter().all(|id| self.flatten(*id, depth, choice, all))
    }

    fn flatten(&self, id: SchemaId, depth: u32, choice: &mut Choice, all: &mut Flattened<'a>) -> bool {
        if !all.seen.insert(id) {
            return true;
        }
        let schema = &self.schemas[id];
        if schema.boolean == Some(false) {
            self.because(|| format!("{} is `false`", schema.location.pointer));
            return false;
        }
        if self.sampler.min_depths().of(id) == UNSATISFIABLE {
            self.because(|| {
                format!(
                    "{} contains itself without an end, or must have what is `false`",
                    schema.location.pointer
                )
            });
            return false;
        }
        all.schemas.push(schema);
        let parts = schema.reference.iter().chain(&schema.all_of);
        if !parts.into_iter().all(|part| self.flatten(*part, depth, choice, all)) {
            return false;
        }
        if let Some(discriminator) = &schema.discriminator
            && schema.one_of.is_empty()
            && schema.any_of.is_empty()
        {
            self.tag_of_child(discriminator, all);
        }
        for (branches, one) in [(&schema.one_of, true), (&schema.any_of, false)] {
            if branches.is_empty() {
                continue;
            }
            let Some(branch) = self.branch(branches, depth, choice, all) else { return false };
            if let Some(discriminator) = &schema.discriminator {
                self.tag(discriminator, branch, all);
            }
            if one {
                self.forbid(branches, branch, all);
            }
            if !self.flatten(branch, depth, choice, all) {
                return false;
            }
        }
        if let Some(not) = schema.not {
            self.forbid_not(not, all);
        }
        self.conditions(schema, depth, choice, all)
    }

    fn branch(
        &self,
        branches: &[SchemaId],
        depth: u32,
        choice: &mut Choice,
        all: &mut Flattened<'a>,
    ) -> Option<SchemaId> {
        let min_depths = self.sampler.min_depths();
        let mut usable: Vec<SchemaId> = branches.iter().copied().filter(|id| self.is_usable(*id)).collect();
        if depth > MAX_OPTIONAL_DEPTH {
            // What is deep must come to an end.
            let least = usable.iter().map(|id| min_depths.of(*id)).min();
            usable.retain(|id| Some(min_depths.of(*id)) == least);
        }
        all.possibilities = all.possibilities.saturating_mul(usable.len().max(1));
        let branch = usable.get(choice.take(usable.len())).copied();
        if branch.is_none() {
            self.because(|| "no branch of a union can be used".to_owned());
        }
        branch
    }

    /// Text can carry no null.
    fn is_usable(&self, id: SchemaId) -> bool {
        let schema = &self.schemas[id];
        let carried = self.options.destination == Destination::Body || schema.types != [JsonType::Null];
        carried && schema.boolean != Some(false) && self.sampler.min_depths().of(id) != UNSATISFIABLE
    }

    /// The values of the discriminator's property that lead to a branch.
    fn tag(&self, discriminator: &'a Discriminator, branch: SchemaId, all: &mut Flattened<'a>) {
        let target = |id: SchemaId| self.schemas[id].reference.unwrap_or(id);
        let leads = |id: SchemaId| target(id) == target(branch);
        let tags: Vec<&str> =
            discriminator.mapping.iter().filter(|(_, id)| leads(**id)).map(|(tag, _)| tag.as_str()).collect();
        if !tags.is_empty() {
            all.tags.insert(&discriminator.property, tags);
        }
    }

    /// A schema with a discriminator that is a part of the schema which a tag leads to.
    fn tag_of_child(&self, discriminator: &'a Discriminator, all: &mut Flattened<'a>) {
        let seen = |id: &SchemaId| all.seen.contains(&self.schemas[*id].reference.unwrap_or(*id));
        let tags = discriminator.mapping.iter().filter(|(_, id)| seen(id)).map(|(tag, _)| tag.as_str());
        let tags: Vec<&str> = tags.collect();
        if !tags.is_empty() {
            all.tags.entry(&discriminator.property).or_insert(tags);
        }
    }

    /// Members without which the branches that were not chosen do not fit. When branches only
    /// differ in what they require, this is the only way to tell them apart.
    fn forbid(&self, branches: &[SchemaId], chosen: SchemaId, all: &mut Flattened<'a>) {
        let resolved = |id: SchemaId| &self.schemas[self.schemas[id].reference.unwrap_or(id)];
        let chosen_schema = resolved(chosen);
        for other in branches.iter().filter(|id| **id != chosen) {
            let other = resolved(*other);
            if other.properties.is_empty() || self.exclusive {
                let own = |name: &&String| !chosen_schema.required.contains(name);
                let mut names = other.required.iter().filter(own);
                let foreign = names.clone().find(|name| !chosen_schema.properties.contains_key(*name));
                all.forbidden.extend(foreign.or_else(|| names.next()).map(String::as_str));
            }
        }
    }

    /// `not: {required: [a]}`, also in an `anyOf`: `a` must not be there.
    fn forbid_not(&self, not: SchemaId, all: &mut Flattened<'a>) {
        let not = &self.schemas[not];
        let parts = not.any_of.iter().chain(&not.one_of).map(|id| &self.schemas[*id]);
        for part in std::iter::once(not).chain(parts) {
            if let Some(name) = part.required.last() {
                all.forbidden.insert(name);
            }
        }
    }

    fn conditions(
        &self,
        schema: &'a Schema,
        depth: u32,
        choice: &mut Choice,
        all: &mut Flattened<'a>,
    ) -> bool {
        let Some(condition) = schema.if_ else { return true };
        all.possibilities = all.possibilities.saturating_mul(2);
        if choice.take(2) == 0 {
            schema.else_.is_none_or(|id| self.flatten(id, depth, choice, all))
        } else {
            let mut both = std::iter::once(condition).chain(schema.then);
            both.all(|id| self.flatten(id, depth, choice, all))
        }
    }
}

impl Flattened<'_> {
    /// The types that all schemas allow, or those that their keywords speak of.
    pub(super) fn types(&self) -> Vec<JsonType> {
        let mut typed = self.schemas.iter().filter(|schema| !schema.types.is_empty());
        let Some(first) = typed.next() else { return self.implied_types() };
        let mut allowed = first.types.clone();
        for schema in typed {
            let numbers = schema.types.contains(&JsonType::Number);
            let integers = schema.types.contains(&JsonType::Integer);
            for ty in &mut allowed {
                if *ty == JsonType::Number && integers && !numbers {
                    *ty = JsonType::Integer;
                }
            }
            allowed.retain(|ty| schema.types.contains(ty) || (*ty == JsonType::Integer && numbers));
        }
        if allowed.contains(&JsonType::Number) {
            allowed.retain(|ty| *ty != JsonType::Integer);
        }
        allowed
    }

    fn implied_types(&self) -> Vec<JsonType> {
        let any = |says: fn(&Schema) -> bool| self.schemas.iter().any(|schema| says(schema));
        let listed: Vec<JsonType> = [
            JsonType::String,
            JsonType::Integer,
            JsonType::Number,
            JsonType::Boolean,
            JsonType::Object,
            JsonType::Array,
            JsonType::Null,
        ]
        .to_vec();
        if any(|schema| schema.constant.is_some() || schema.enumeration.is_some()) {
            return listed;
        }
        let objects = |schema: &Schema| {
            !schema.properties.is_empty()
                || !schema.required.is_empty()
                || schema.additional_properties.is_some()
                || schema.property_names.is_some()
                || !schema.dependent_required.is_empty()
                || !schema.pattern_properties.is_empty()
                || schema.min_properties.is_some()
                || schema.max_properties.is_some()
        };
        let arrays = |schema: &Schema| {
            schema.items.is_some()
                || !schema.prefix_items.is_empty()
                || schema.contains.is_some()
                || schema.min_items.is_some()
                || schema.max_items.is_some()
                || schema.unique_items
        };
        let numbers = |schema: &Schema| {
            schema.minimum.is_some()
                || schema.maximum.is_some()
                || schema.exclusive_minimum.is_some()
                || schema.exclusive_maximum.is_some()
                || schema.multiple_of.is_some()
        };
        if any(objects) {
            vec![JsonType::Object]
        } else if any(arrays) {
            vec![JsonType::Array]
        } else if any(numbers) {
            vec![JsonType::Number]
        } else {
            vec![JsonType::String, JsonType::Boolean, JsonType::Integer, JsonType::Object]
        }
    }
}
