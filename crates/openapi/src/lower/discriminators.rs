//! What the values of a discriminator mean.

use std::collections::{HashMap, HashSet};

use indexmap::IndexMap;
use serde_json::Value;

use super::Lowering;
use crate::diagnostic::Diagnostic;
use crate::ir::{Discriminator, Schema, SchemaId};
use crate::resolve::LocatedNode;

impl<'a> Lowering<'a> {
    /// Reads a discriminator with its explicit mapping.
    pub(super) fn discriminator(&mut self, schema: &mut Schema, id: SchemaId, located: &LocatedNode<'a>) {
        let Some(discriminator) = located.field("discriminator") else {
            return;
        };
        let Some(property) = discriminator.string("propertyName") else {
            return;
        };
        let explicit = discriminator.field("mapping");
        let mut mapping = IndexMap::new();
        for (value, target) in explicit.iter().flat_map(LocatedNode::members) {
            if let Some(id) = self.mapped(&target) {
                mapping.insert(value.to_owned(), id);
            }
        }
        let default = discriminator.field("defaultMapping").and_then(|target| self.mapped(&target));
        schema.discriminator = Some(Discriminator { property, mapping, default, open: None });
        self.arena.discriminators.push((id, located.clone()));
    }

    /// The schema that a mapping names, by the name of a component or by reference.
    fn mapped(&mut self, target: &LocatedNode<'a>) -> Option<SchemaId> {
        let text = target.node.as_str()?;
        let component = self
            .trees
            .root()
            .field("components")
            .and_then(|components| components.field("schemas"))
            .and_then(|schemas| schemas.get(text));
        if let Some(component) = component {
            return Some(self.schema(&component));
        }
        match self.trees.resolve_at(target, text) {
            Ok(located) => Some(self.schema(&located)),
            Err(why) => {
                let is_name = !text.contains(['#', '/', '.']);
                let why = if is_name { "no schema has this name".to_owned() } else { why.to_string() };
                let diagnostic = Diagnostic::warning(
                    "unresolved-mapping",
                    format!("the mapping to {text:?} leads nowhere: {why}"),
                )
                .at(target.node, "")
                .pointer(&target.pointer)
                .reason("it is neither the name of a schema nor a reference to one; this value is left out")
                .remedy(self.remedy(target, "name a schema of the components"));
                self.report(diagnostic);
                None
            }
        }
    }

    /// Adds the schemas that no explicit entry names, under the names of their components: the
    /// alternatives of `oneOf` and `anyOf`, or else the schemas that extend this one by `allOf`.
    pub(super) fn implicit_mappings(&mut self) {
        let pending = std::mem::take(&mut self.arena.discriminators);
        if pending.is_empty() {
            return;
        }
        let extensions = self.extensions();
        for (id, _) in pending {
            let schema = &self.arena.all[id.0 as usize];
            let alternatives: Vec<SchemaId> = schema.one_of.iter().chain(&schema.any_of).copied().collect();
            let variants: Vec<SchemaId> = if alternatives.is_empty() {
                descendants(id, &extensions)
            } else {
                alternatives
                    .iter()
                    .filter_map(|alternative| self.arena.all[alternative.0 as usize].reference)
                    .collect()
            };
            let Some(mut discriminator) = self.arena.all[id.0 as usize].discriminator.take() else {
                continue;
            };
            for (tag, variant) in self.implicit_tags(&variants, &discriminator) {
                discriminator.mapping.entry(tag).or_insert(variant);
            }
            self.arena.all[id.0 as usize].discriminator = Some(discriminator);
        }
    }

    /// The values that lead to components without an entry in the mapping: their names, as the
    /// specification says. Where the component's own schema forbids its name and lists others, a
    /// valid value can only have one of these.
    fn implicit_tags(&self, variants: &[SchemaId], discriminator: &Discriminator) -> Vec<(String, SchemaId)> {
        let unmapped = |variant: &&SchemaId| !discriminator.mapping.values().any(|known| known == *variant);
        let named = |variant: &SchemaId| Some((self.arena.all[variant.0 as usize].name.clone()?, *variant));
        let named: Vec<_> = variants.iter().filter(unmapped).filter_map(named).collect();
        let listed = |(_, variant): &(String, SchemaId)| {
            self.tags_within(*variant, &discriminator.property, &mut HashSet::new())
        };
        let listed: Vec<Vec<String>> = named.iter().map(listed).collect();
        let mut listings: HashMap<&str, usize> = HashMap::new();
        for text in listed.iter().flatten() {
            *listings.entry(text).or_default() += 1;
        }
        let mut tags = Vec::new();
        for ((name, variant), texts) in named.into_iter().zip(&listed) {
            // What several list does not tell them apart.
            let own = || texts.iter().filter(|text| listings.get(text.as_str()) == Some(&1));
            let is_union = !self.branches(variant).is_empty();
            if (texts.contains(&name) && !is_union) || own().next().is_none() {
                tags.push((name, variant));
            } else {
                tags.extend(own().map(|text| (text.clone(), variant)));
            }
        }
        tags
    }

    /// The branches of the union that a schema is, also behind references.
    fn branches(&self, id: SchemaId) -> Vec<SchemaId> {
        let mut seen = HashSet::new();
        let mut pending = vec![id];
        while let Some(id) = pending.pop().filter(|id| seen.insert(*id)) {
            let schema = self.arena.schema(id);
            if !schema.one_of.is_empty() || !schema.any_of.is_empty() {
                return schema.one_of.iter().chain(&schema.any_of).copied().collect();
            }
            pending.extend(schema.reference.iter().chain(&schema.all_of));
        }
        Vec::new()
    }

    /// The tags of a schema's values: those that it lists itself, or those of the branches of a union. A
    /// union by the same property maps some of them, and names the others by their components.
    fn tags_within(&self, id: SchemaId, property: &str, seen: &mut HashSet<SchemaId>) -> Vec<String> {
        let listed = self.listed_texts(id, property);
        if !listed.is_empty() || !seen.insert(id) {
            return listed;
        }
        let within = [Some(id), self.arena.schema(id).reference].into_iter().flatten();
        let discriminator = within
            .filter_map(|id| self.arena.schema(id).discriminator.as_ref())
            .find(|found| found.property == property);
        let mut tags: Vec<String> = Vec::new();
        for branch in self.branches(id) {
            let target = self.arena.schema(branch).reference.unwrap_or(branch);
            let mapping = discriminator.into_iter().flat_map(|found| &found.mapping);
            let mapped = mapping.filter(|(_, id)| **id == target || **id == branch);
            let mut own: Vec<String> = mapped.map(|(tag, _)| tag.clone()).collect();
            if own.is_empty() {
                own = self.tags_within(branch, property, seen);
            }
            if own.is_empty() && discriminator.is_some() {
                own.extend(self.arena.schema(target).name.clone());
            }
            tags.extend(own);
        }
        tags
    }

    /// The texts that a schema lists, by `const` or `enum`, for one of its properties.
    pub(super) fn listed_texts(&self, id: SchemaId, property: &str) -> Vec<String> {
        let mut seen = HashSet::new();
        let mut pending = vec![id];
        while let Some(id) = pending.pop() {
            if !seen.insert(id) {
                continue;
            }
            let schema = &self.arena.all[id.0 as usize];
            pending.extend(schema.reference.iter().chain(&schema.all_of));
            let Some(own) = schema.properties.get(property) else { continue };
            let texts: Vec<String> = self.listed_values(*own).filter_map(Discriminator::tag_of).collect();
            if !texts.is_empty() {
                return texts;
            }
        }
        Vec::new()
    }

    /// The values that `const` or `enum` list, also behind a reference.
    fn listed_values(&self, id: SchemaId) -> impl Iterator<Item = &Value> {
        let own = &self.arena.all[id.0 as usize];
        let target = own.reference.map(|target| &self.arena.all[target.0 as usize]);
        [Some(own), target]
            .into_iter()
            .flatten()
            .flat_map(|schema| schema.constant.iter().chain(schema.enumeration.iter().flatten()))
    }

    /// The parts of a schema's `allOf`, and of an `allOf` that stands within it, that are references.
    pub(super) fn references_within(&self, id: SchemaId) -> Vec<SchemaId> {
        let mut found = Vec::new();
        let mut seen = HashSet::from([id]);
        let mut pending: Vec<SchemaId> = self.arena.schema(id).all_of.iter().rev().copied().collect();
        while let Some(part) = pending.pop() {
            if !seen.insert(part) {
                continue;
            }
            let schema = self.arena.schema(part);
            if schema.reference.is_some() {
                found.push(part);
            }
            pending.extend(schema.all_of.iter().rev());
        }
        found
    }

    /// For each schema, the components that name it in their `allOf`, or beside other keywords.
    pub(super) fn extensions(&self) -> HashMap<SchemaId, Vec<SchemaId>> {
        let mut extensions: HashMap<SchemaId, Vec<SchemaId>> = HashMap::new();
        for (id, schema) in (0..).map(SchemaId).zip(&self.arena.all) {
            if schema.name.is_none() {
                continue;
            }
            let parts = self.references_within(id);
            let parts = parts.into_iter().filter_map(|part| self.arena.schema(part).reference);
            // Since 3.1 other keywords may stand beside the reference.
            for base in parts.chain(schema.reference.filter(|_| schema.constrains())) {
                extensions.entry(base).or_default().push(id);
            }
        }
        extensions
    }
}

pub(super) fn descendants(base: SchemaId, extensions: &HashMap<SchemaId, Vec<SchemaId>>) -> Vec<SchemaId> {
    let mut found: Vec<SchemaId> = Vec::new();
    let mut pending = vec![base];
    while let Some(id) = pending.pop() {
        for extension in extensions.get(&id).into_iter().flatten() {
            if *extension != base && !found.contains(extension) {
                found.push(*extension);
                pending.push(*extension);
            }
        }
    }
    found.sort_unstable();
    found
}
