//! Parents: schemas with a `discriminator` that others extend by `allOf`.
//!
//! Where a parent stands as a value, any of its children may be sent. So it becomes the choice among
//! them, told apart by the tag; its own properties stand in a schema without the choice, and that is
//! what its children mean when they refer to it.

use std::collections::{HashMap, HashSet};

use indexmap::IndexMap;

use super::Lowering;
use super::discriminators::descendants;
use crate::ir::{Discriminator, Keyword, Role, Schema, SchemaId};

/// A parent and the schema of its properties.
struct Parent {
    id: SchemaId,
    properties: SchemaId,
    /// What its tags stand for.
    tags: IndexMap<String, SchemaId>,
}

impl Lowering<'_> {
    /// Makes every parent the choice among its children.
    pub(super) fn choices_of_parents(&mut self) {
        let mut parents = Vec::new();
        let extensions = self.extensions();
        for position in 0..self.arena.all.len() {
            let Some(id) = self.arena.id(position) else { break };
            if let Some(tags) = self.tags_of_children(id, &extensions) {
                let properties = self.properties_alone(id);
                parents.push(Parent { id, properties, tags });
            }
        }
        for parent in &parents {
            self.extend_properties_alone(parent);
        }
        let alone: HashMap<SchemaId, SchemaId> =
            parents.iter().map(|parent| (parent.id, parent.properties)).collect();
        for parent in parents {
            self.choose(parent, &alone);
        }
    }

    /// The tags that stand for schemas which extend this one; `None` when it is no parent.
    fn tags_of_children(
        &self,
        id: SchemaId,
        extensions: &HashMap<SchemaId, Vec<SchemaId>>,
    ) -> Option<IndexMap<String, SchemaId>> {
        let schema = self.arena.schema(id);
        let discriminator = schema.discriminator.as_ref()?;
        if !schema.one_of.is_empty() || !schema.any_of.is_empty() || schema.reference.is_some() {
            return None;
        }
        let children: HashSet<SchemaId> = descendants(id, extensions).into_iter().collect();
        let tags = discriminator.mapping.iter().filter(|(_, target)| children.contains(*target));
        let tags: IndexMap<String, SchemaId> = tags.map(|(tag, target)| (tag.clone(), *target)).collect();
        (!tags.is_empty()).then_some(tags)
    }

    /// A copy of the parent that is no choice.
    fn properties_alone(&mut self, id: SchemaId) -> SchemaId {
        let mut alone = self.arena.schema(id).clone();
        let name = alone.rust_name.take().or(alone.name.take());
        alone.rust_name = name.map(|name| self.free_name(&format!("{name}Base")));
        let located = self.arena.nodes[id.0 as usize].clone();
        self.arena.add(alone, located)
    }

    /// A name that no component has.
    fn free_name(&self, wanted: &str) -> String {
        let taken = |name: &str| {
            let says = |known: &Option<String>| known.as_deref() == Some(name);
            self.arena.all.iter().any(|schema| says(&schema.name) || says(&schema.rust_name))
        };
        let mut name = wanted.to_owned();
        let mut number = 2;
        while taken(&name) {
            name = format!("{wanted}{number}");
            number += 1;
        }
        name
    }

    /// Lets all that extends the parent refer to its properties alone.
    fn extend_properties_alone(&mut self, parent: &Parent) {
        let refers = |this: &Self, id: SchemaId| this.arena.schema(id).reference == Some(parent.id);
        let mut extending = Vec::new();
        for position in 0..self.arena.all.len() {
            let Some(id) = self.arena.id(position) else { break };
            let schema = self.arena.schema(id);
            let mut parts = self.references_within(id);
            parts.retain(|part| refers(self, *part));
            if !parts.is_empty() && (schema.name.is_some() || self.declares_properties(id)) {
                extending.extend(parts);
            }
            if refers(self, id) && schema.name.is_some() && schema.constrains() {
                extending.push(id);
            }
        }
        for id in extending {
            self.arena.all[id.0 as usize].reference = Some(parent.properties);
        }
    }

    /// Whether the schema or a part of its `allOf` declares properties.
    fn declares_properties(&self, id: SchemaId) -> bool {
        let mut seen = HashSet::new();
        let mut pending = vec![id];
        while let Some(id) = pending.pop() {
            let schema = self.arena.schema(id);
            if !schema.properties.is_empty() {
                return true;
            }
            pending.extend(schema.all_of.iter().filter(|part| seen.insert(**part)));
        }
        false
    }

    fn choose(&mut self, parent: Parent, alone: &HashMap<SchemaId, SchemaId>) {
        let Parent { id, properties, mut tags } = parent;
        let Some(discriminator) = self.arena.schema(id).discriminator.clone() else { return };
        // A child that is a parent by the same property is here what its own tag says.
        for target in tags.values_mut() {
            let same = |child: &Schema| {
                child.discriminator.as_ref().is_some_and(|found| found.property == discriminator.property)
            };
            if let Some(alone) = alone.get(target).filter(|_| same(self.arena.schema(*target))) {
                *target = *alone;
            }
        }
        let mut branches: Vec<SchemaId> = Vec::new();
        for target in tags.values() {
            if !branches.contains(target) {
                branches.push(*target);
            }
        }
        let own = self.own_tags(id, &discriminator, &tags);
        let is_closed = own.is_none();
        tags.extend(own.into_iter().flatten().map(|tag| (tag, properties)));
        if !is_closed {
            branches.push(properties);
        }
        let default = discriminator.default.filter(|default| branches.contains(default));
        let branches: Vec<SchemaId> = branches
            .into_iter()
            .map(|target| self.part_of(id, |schema| schema.reference = Some(target)))
            .collect();
        let schema = &mut self.arena.all[id.0 as usize];
        for keyword in Keyword::ALL.iter().filter(|keyword| keyword.role() != Role::Annotation) {
            schema.clear(*keyword);
        }
        schema.any_of = branches;
        schema.discriminator = Some(Discriminator {
            property: discriminator.property,
            mapping: tags,
            default,
            open: Some(properties),
        });
    }

    /// The tags that stand for the parent itself; `None` when every tag that it lists stands for a child.
    fn own_tags(
        &self,
        id: SchemaId,
        discriminator: &Discriminator,
        tags: &IndexMap<String, SchemaId>,
    ) -> Option<Vec<String>> {
        let listed = self.listed_texts(id, &discriminator.property);
        let free = |tag: &String| !tags.contains_key(tag);
        if !listed.is_empty() {
            let own: Vec<String> = listed.into_iter().filter(free).collect();
            return (!own.is_empty()).then_some(own);
        }
        let explicit = discriminator.mapping.iter().filter(|(_, target)| **target == id);
        let mut own: Vec<String> = explicit.map(|(tag, _)| tag.clone()).collect();
        if own.is_empty() {
            own.extend(self.arena.schema(id).name.clone().filter(free));
        }
        Some(own)
    }
}
