//! What the values of a discriminator mean.

use std::collections::HashMap;

use indexmap::IndexMap;

use super::Lowering;
use crate::diagnostic::Diagnostic;
use crate::ir::{Discriminator, Schema, SchemaId};
use crate::resolve::Place;

impl<'a> Lowering<'a> {
    /// Reads a discriminator with its explicit mapping.
    pub(super) fn discriminator(&mut self, schema: &mut Schema, id: SchemaId, place: &Place<'a>) {
        let Some(discriminator) = place.field("discriminator") else {
            return;
        };
        let Some(property) = discriminator.string("propertyName") else {
            return;
        };
        let explicit = discriminator.field("mapping");
        let mut mapping = IndexMap::new();
        for (value, target) in explicit.iter().flat_map(Place::members) {
            if let Some(id) = self.mapped(&target) {
                mapping.insert(value.to_owned(), id);
            }
        }
        let default = discriminator.field("defaultMapping").and_then(|target| self.mapped(&target));
        schema.discriminator = Some(Discriminator { property, mapping, default });
        self.arena.discriminators.push((id, place.clone()));
    }

    /// The schema that a mapping names, by the name of a component or by reference.
    fn mapped(&mut self, target: &Place<'a>) -> Option<SchemaId> {
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
        match self.trees.resolve(target.tree, text) {
            Ok(place) => Some(self.schema(&place)),
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
            let named: Vec<(String, SchemaId)> = variants
                .into_iter()
                .filter_map(|variant| {
                    let name = self.arena.all[variant.0 as usize].name.clone();
                    name.map(|name| (name, variant))
                })
                .collect();
            let schema = &mut self.arena.all[id.0 as usize];
            let Some(discriminator) = &mut schema.discriminator else {
                continue;
            };
            for (name, variant) in named {
                if !discriminator.mapping.values().any(|known| *known == variant) {
                    discriminator.mapping.entry(name).or_insert(variant);
                }
            }
        }
    }

    /// For each schema, the components that name it in their `allOf`.
    fn extensions(&self) -> HashMap<SchemaId, Vec<SchemaId>> {
        let mut extensions: HashMap<SchemaId, Vec<SchemaId>> = HashMap::new();
        for (id, schema) in (0..).map(SchemaId).zip(&self.arena.all) {
            if schema.name.is_none() {
                continue;
            }
            for part in &schema.all_of {
                if let Some(base) = self.arena.all[part.0 as usize].reference {
                    extensions.entry(base).or_default().push(id);
                }
            }
        }
        extensions
    }
}

fn descendants(base: SchemaId, extensions: &HashMap<SchemaId, Vec<SchemaId>>) -> Vec<SchemaId> {
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
