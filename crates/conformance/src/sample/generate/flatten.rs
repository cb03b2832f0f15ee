//! Schemas that apply together to one value, with the choices that were made among them.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use unplug_openapi::ir::{Discriminator, Flatten, JsonType, Schema, SchemaId, TypeSet};

use super::{Completeness, Generator, MAX_OPTIONAL_DEPTH};
use crate::sample::choice::Choice;
use crate::sample::min_depth::UNSATISFIABLE;
use crate::sample::text::Destination;

/// Schemas that apply together.
#[derive(Default)]
pub(in crate::sample) struct Flattened<'a> {
    pub(in crate::sample) schemas: Vec<&'a Schema>,
    /// Tags by property; several when a schema has several.
    pub(in crate::sample) tags: BTreeMap<&'a str, Vec<&'a str>>,
    /// Members that must not be there.
    pub(in crate::sample) forbidden: BTreeSet<&'a str>,
    /// How many combinations of choices there are, about.
    pub(in crate::sample) possibilities: usize,
    seen: HashSet<SchemaId>,
}

/// A choice among what the schemas allow, made on the way.
struct Choosing<'g, 'r, 'a> {
    generator: &'g Generator<'r, 'a>,
    depth: u32,
    choice: &'g mut Choice,
    all: &'g mut Flattened<'a>,
}

impl Flatten<()> for Choosing<'_, '_, '_> {
    fn enter(&mut self, id: SchemaId, (): ()) -> bool {
        let generator = self.generator;
        let schema = &generator.schemas[id];
        if schema.boolean == Some(false) {
            generator.because(|| format!("{} is `false`", schema.location.pointer));
            return false;
        }
        if generator.sampler.min_depths().of(id) == UNSATISFIABLE {
            generator.because(|| {
                format!(
                    "{} contains itself without an end, or must have what is `false`",
                    schema.location.pointer
                )
            });
            return false;
        }
        self.all.schemas.push(schema);
        true
    }

    fn leave(&mut self, id: SchemaId, (): ()) -> Option<Vec<(SchemaId, ())>> {
        let Self { generator, depth, choice, all } = self;
        let schema = &generator.schemas[id];
        if let Some(discriminator) = &schema.discriminator
            && schema.one_of.is_empty()
            && schema.any_of.is_empty()
        {
            generator.tag_of_child(discriminator, all);
        }
        let mut chosen = Vec::new();
        for (branches, one) in [(&schema.one_of, true), (&schema.any_of, false)] {
            if branches.is_empty() {
                continue;
            }
            let branch = generator.branch(branches, *depth, choice, all)?;
            if let Some(discriminator) = &schema.discriminator {
                generator.tag(discriminator, branch, all);
            }
            if one {
                generator.forbid(branches, branch, all);
            }
            chosen.push((branch, ()));
            if !one && schema.discriminator.is_none() {
                let others = generator.together_with(branch, branches, *depth, choice, all);
                chosen.extend(others.into_iter().map(|id| (id, ())));
            }
        }
        if let Some(not) = schema.not {
            generator.forbid_not(not, all);
        }
        if let Some(condition) = schema.if_ {
            all.possibilities = all.possibilities.saturating_mul(2);
            if choice.take(2) == 0 {
                chosen.extend(schema.else_.map(|id| (id, ())));
            } else {
                chosen.extend(std::iter::once(condition).chain(schema.then).map(|id| (id, ())));
            }
        }
        Some(chosen)
    }
}

impl<'a> Generator<'_, 'a> {
    /// Flattens all; `false` when nothing fits.
    pub(in crate::sample) fn flatten_all(
        &self,
        ids: &[SchemaId],
        depth: u32,
        choice: &mut Choice,
        all: &mut Flattened<'a>,
    ) -> bool {
        all.possibilities = all.possibilities.max(1);
        let mut seen = std::mem::take(&mut all.seen);
        let ids: Vec<(SchemaId, ())> = ids.iter().map(|id| (*id, ())).collect();
        let mut choosing = Choosing { generator: self, depth, choice, all };
        let fits = self.schemas.flatten(ids, &mut seen, &mut choosing);
        all.seen = seen;
        fits
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
        let null = usable.iter().copied().find(|id| self.schemas[*id].types == [JsonType::Null]);
        let null = null.filter(|_| self.options.completeness.prefers_null(depth));
        let branch = null.or_else(|| usable.get(choice.take(usable.len())).copied());
        if branch.is_none() {
            self.because(|| "no branch of a union can be used".to_owned());
        }
        branch
    }

    /// Other branches of an `anyOf` that the value is to match as well: all that are for objects, the next
    /// one, or none. A value with members of several shows whether all of them are kept.
    fn together_with(
        &self,
        branch: SchemaId,
        branches: &[SchemaId],
        depth: u32,
        choice: &mut Choice,
        all: &mut Flattened<'a>,
    ) -> Vec<SchemaId> {
        let is_for_objects = |id: SchemaId| self.schemas.types_of(id).has(JsonType::Object);
        let minimal = self.options.completeness == Completeness::Minimal;
        if minimal || depth > MAX_OPTIONAL_DEPTH || !is_for_objects(branch) {
            return Vec::new();
        }
        let at = branches.iter().position(|id| *id == branch).unwrap_or(0);
        let after = branches.iter().skip(at + 1).chain(branches.iter().take(at));
        let mut others: Vec<SchemaId> =
            after.copied().filter(|id| self.is_usable(*id) && is_for_objects(*id)).collect();
        if others.is_empty() {
            return others;
        }
        all.possibilities = all.possibilities.saturating_mul(3);
        // A full value has all first, another one only later.
        let full = if self.options.completeness == Completeness::Full { 0 } else { 2 };
        match (choice.take(3) + full) % 3 {
            0 => {}
            1 => others.truncate(1),
            _ => others.clear(),
        }
        others
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
        let seen = |id: &SchemaId| {
            let target = &self.schemas[self.schemas[*id].reference.unwrap_or(*id)];
            all.schemas.iter().any(|schema| std::ptr::eq(*schema, target))
        };
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
                let mut names = other.required_in(self.options.direction).filter(own);
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
}

impl Flattened<'_> {
    /// The types that all schemas allow, or those that their keywords speak of.
    pub(in crate::sample) fn types(&self) -> Vec<JsonType> {
        let mut typed = self.schemas.iter().map(|schema| &schema.types).filter(|types| !types.is_empty());
        let Some(first) = typed.next() else {
            let assumed = JsonType::assumed(self.schemas.iter().copied());
            return assumed.map_or_else(|| self.implied_types(), |json_type| vec![json_type]);
        };
        typed.fold(TypeSet::of(first), |all, types| all.and(TypeSet::of(types))).narrow(first)
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
        let speak_of = |json_type: JsonType| {
            let mut keywords = self.schemas.iter().flat_map(|schema| schema.keywords());
            keywords.any(|keyword| keyword.applies_to() == Some(json_type))
        };
        let spoken_of = [JsonType::Object, JsonType::Array, JsonType::Number, JsonType::String];
        if let Some(json_type) = spoken_of.into_iter().find(|one| speak_of(*one)) {
            vec![json_type]
        } else {
            vec![JsonType::String, JsonType::Boolean, JsonType::Integer, JsonType::Object]
        }
    }
}
