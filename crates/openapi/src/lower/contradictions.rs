//! Schemas that contradict themselves, alone or with what they refer to.
//!
//! Nothing is changed because of them: code is generated, and the stub refuses what is not valid, which
//! may be everything. So the reader is told, at the schema that brings the contradiction.

use std::collections::HashMap;

use indexmap::IndexMap;
use serde_json::Value;

use super::Lowering;
use super::facts::{Facts, text_of};
use crate::diagnostic::Diagnostic;
use crate::ir::{JsonType, Keyword, Schema, SchemaId, TypeSet};
use crate::syntax::Node;

/// Properties of composed schemas that are compared with each other.
const MAX_PROPERTIES: usize = 2_000;

/// What is known of schemas with all that applies in place.
pub(super) type Known = HashMap<SchemaId, Facts>;

impl Lowering<'_> {
    /// Drops the empty objects of `allOf` that are meant as nothing.
    ///
    /// TypeScript's `string & {}` is any string that editors still complete; tools write it as
    /// `allOf: [{type: string}, {type: object, properties: {}}]`, of which no value is valid.
    pub(super) fn drop_empty_objects(&mut self) {
        for position in 0..self.arena.all.len() {
            let Some(id) = self.arena.id(position) else { return };
            let parts = &self.arena.schema(id).all_of;
            let (empty, rest): (Vec<SchemaId>, Vec<SchemaId>) =
                parts.iter().partition(|part| self.is_empty_object(**part));
            if empty.is_empty() || rest.is_empty() {
                continue;
            }
            let own = TypeSet::allowed(&self.arena.schema(id).types);
            let left = rest.iter().fold(own, |set, part| set.and(self.types_behind(*part)));
            if left.is_empty() || !left.and(TypeSet::OBJECT).is_empty() {
                continue;
            }
            self.arena.all[position].all_of = rest;
            let located = self.arena.nodes[empty[0].0 as usize].clone();
            let diagnostic = Diagnostic::warning(
                "empty-object-ignored",
                "an object without properties in `allOf` excludes all that the other parts allow",
            )
            .label(located.head(""))
            .pointer(&located.pointer)
            .reason("no value would be valid; it is read as TypeScript's `{}`, which says nothing")
            .remedy(self.remedy(&located, "take the empty object away"));
            self.report(diagnostic);
        }
    }

    /// Whether a schema is `{type: object, properties: {}}`.
    fn is_empty_object(&self, id: SchemaId) -> bool {
        let schema = self.arena.schema(id);
        let properties = self.arena.nodes[id.0 as usize].node.get("properties").and_then(Node::as_object);
        properties.is_some_and(indexmap::IndexMap::is_empty)
            && schema.types == [JsonType::Object]
            && schema.reference.is_none()
            && schema.keywords().all(|keyword| keyword == Keyword::Type || !keyword.role().constrains())
    }

    /// The types that a schema and what it refers to name.
    fn types_behind(&self, id: SchemaId) -> TypeSet {
        let mut set = TypeSet::ALL;
        let mut next = Some(id);
        for _ in 0..8 {
            let Some(id) = next else { break };
            let schema = self.arena.schema(id);
            set = set.and(TypeSet::allowed(&schema.types));
            next = schema.reference;
        }
        set
    }

    /// Says where schemas contradict themselves. Chains of schemas are short by now, and come to an end.
    pub(super) fn contradictions(&mut self) {
        let mut known = Known::new();
        for position in 0..self.arena.all.len() {
            let Some(id) = self.arena.id(position) else { return };
            self.know(id, &mut known);
        }
        let mut found: Vec<(SchemaId, Contradiction)> = Vec::new();
        for position in 0..self.arena.all.len() {
            let Some(id) = self.arena.id(position) else { break };
            let schema = self.arena.schema(id);
            if let Some(what) = self.contradiction(id, &known) {
                found.push((id, Contradiction::Whole(what)));
            } else {
                let merged = self.contradictory_properties(id, &known).into_iter();
                found.extend(merged.map(|name| (id, Contradiction::Property(name))));
                found.extend(refused_values(schema, &known[&id]).map(|value| (id, value)));
            }
            let default = schema.default.as_ref();
            let why = default.and_then(|default| known[&id].refusal(default, &self.listed(&known[&id])));
            found.extend(why.map(|why| (id, Contradiction::Default(why))));
        }
        for (id, what) in found {
            self.report_contradiction(id, what);
        }
    }

    /// What is known of a schema with all that applies in place.
    fn know(&self, id: SchemaId, known: &mut Known) -> Facts {
        if let Some(facts) = known.get(&id) {
            return facts.clone();
        }
        let schema = self.arena.schema(id);
        let mut facts = Facts::of(id, schema);
        // What leads back to itself adds nothing.
        known.insert(id, facts.clone());
        let parts: Vec<SchemaId> = schema.reference.iter().chain(&schema.all_of).copied().collect();
        for part in parts {
            facts.join(&self.know(part, known));
        }
        for branches in [&schema.one_of, &schema.any_of] {
            let branches: Vec<SchemaId> = branches.clone();
            let types = branches.iter().map(|branch| self.know(*branch, known).types);
            if !branches.is_empty() {
                facts.types = facts.types.and(types.fold(TypeSet::NONE, TypeSet::or));
            }
        }
        known.insert(id, facts.clone());
        facts
    }

    /// Why no value is valid, where none of the schema's parts says so already.
    fn contradiction(&self, id: SchemaId, known: &Known) -> Option<String> {
        let schema = self.arena.schema(id);
        if schema.boolean.is_some() || (schema.reference.is_some() && !schema.constrains()) {
            return None;
        }
        let facts = &known[&id];
        let why = facts.contradiction(&self.listed(facts))?;
        let parts = schema.reference.iter().chain(&schema.all_of);
        let said =
            parts.map(|part| &known[part]).any(|part| part.contradiction(&self.listed(part)).is_some());
        (!said).then_some(why)
    }

    /// The values of the `enum`s and `const`s that apply.
    fn listed(&self, facts: &Facts) -> Vec<&[Value]> {
        let lists = facts.listing.iter().flat_map(|id| {
            let schema = self.arena.schema(*id);
            schema
                .enumeration
                .as_deref()
                .into_iter()
                .chain(schema.constant.as_ref().map(std::slice::from_ref))
        });
        lists.collect()
    }

    /// Properties that different parts of a composed schema describe so that no value is valid.
    fn contradictory_properties(&self, id: SchemaId, known: &Known) -> Vec<String> {
        let schema = self.arena.schema(id);
        if schema.all_of.is_empty() && (schema.reference.is_none() || schema.properties.is_empty()) {
            return Vec::new();
        }
        let mut by_name: IndexMap<&str, Vec<SchemaId>> = IndexMap::new();
        let mut left = MAX_PROPERTIES;
        let own = std::iter::once(id).map(|id| (id, false));
        let parts = schema.reference.iter().chain(&schema.all_of).map(|id| (*id, true));
        for (part, deep) in own.chain(parts) {
            let mut names: Vec<(&str, SchemaId)> = Vec::new();
            self.properties_of(part, deep, &mut left, &mut names);
            for (name, property) in names {
                let known = by_name.entry(name).or_default();
                if !known.contains(&property) {
                    known.push(property);
                }
            }
        }
        let contradicts = |ids: &[SchemaId]| {
            let mut all = known[&ids[0]].clone();
            ids[1..].iter().for_each(|id| all.join(&known[id]));
            let alone = ids.iter().any(|id| known[id].contradiction(&self.listed(&known[id])).is_some());
            !alone && all.contradiction(&self.listed(&all)).is_some()
        };
        by_name.retain(|_, ids| ids.len() > 1 && contradicts(ids));
        by_name.into_keys().map(str::to_owned).collect()
    }

    /// The properties of a schema, and with `deep` of what it refers to and is composed of.
    fn properties_of<'s>(
        &'s self,
        id: SchemaId,
        deep: bool,
        left: &mut usize,
        names: &mut Vec<(&'s str, SchemaId)>,
    ) {
        let mut pending = vec![id];
        while let Some(id) = pending.pop().filter(|_| *left > 0) {
            let schema = self.arena.schema(id);
            names.extend(schema.properties.iter().map(|(name, id)| (name.as_str(), *id)));
            *left = left.saturating_sub(schema.properties.len() + 1);
            if deep {
                pending.extend(schema.reference.iter().chain(&schema.all_of));
            }
        }
    }

    fn report_contradiction(&mut self, id: SchemaId, what: Contradiction) {
        let located = self.arena.nodes[id.0 as usize].clone();
        let at = |key: &str| located.get(key).unwrap_or_else(|| located.clone());
        let (rule, place, message, reason, remedy) = match what {
            Contradiction::Whole(why) => (
                "unsatisfiable-schema",
                located.clone(),
                format!("no value is valid: {why}"),
                "the stub refuses everything in its place, and nothing that the client sends is valid",
                "take one of the contradicting keywords away",
            ),
            Contradiction::Property(name) => (
                "unsatisfiable-schema",
                located.clone(),
                format!("no value is valid for the property `{name}`: the parts exclude each other"),
                "an object with it is never valid",
                "describe the property in one of the parts, or alike in all",
            ),
            Contradiction::Listed(value, why) => (
                "enum-value-not-valid",
                at("enum"),
                format!("the listed value {value} is never valid: {why}"),
                "the stub refuses it; the other values stand",
                "take the value away, or write it as a value of the type",
            ),
            Contradiction::Default(why) => (
                "default-not-valid",
                at("default"),
                format!("the default is not valid: {why}"),
                "defaults describe what is meant, and neither the client nor the stub applies one",
                "write a default that the schema admits",
            ),
        };
        let diagnostic = Diagnostic::warning(rule, message)
            .label(place.head(""))
            .pointer(&place.pointer)
            .reason(reason)
            .remedy(self.remedy(&place, remedy));
        self.report(diagnostic);
    }
}

/// Listed values that another keyword refuses.
fn refused_values(schema: &Schema, facts: &Facts) -> impl Iterator<Item = Contradiction> {
    schema.enumeration.iter().flatten().filter_map(|value| {
        let why = facts.refusal(value, &[])?;
        Some(Contradiction::Listed(text_of(value), why))
    })
}

/// What is wrong with a schema.
enum Contradiction {
    /// No value is valid.
    Whole(String),
    /// No value of a property is valid.
    Property(String),
    /// A listed value is never valid.
    Listed(String, String),
    /// The default is not valid.
    Default(String),
}
