//! `oneOf`, `anyOf` and several `type`s as enums with one variant per branch.

use unplug_openapi::diagnostic::Diagnostic;
use unplug_openapi::ir::{Discriminator, JsonType, SchemaId};

use super::Builder;
use super::values::variant_name;
use crate::names::{Namespace, RustName, pascal, words};
use crate::types::effective::{Effective, Key, Part, UnionSource, reduce};
use crate::types::inline_name::InlineName;
use crate::types::literal::{Guard, single_text};
use crate::types::{Decision, TypeKind, TypeUse, UnionDef, UnionVariant};

/// A longer title is a sentence, not a name.
const MAX_TITLE_WORDS: usize = 5;

impl<'a> Builder<'a> {
    /// One variant per branch. What stands beside the union (`base`) applies to each of them.
    /// Branches with the same type share a variant; when only one is left, there is no union.
    pub(super) fn union(
        &mut self,
        base: &Key,
        effective: &Effective<'a>,
        source: &UnionSource,
        inline: &InlineName,
    ) -> TypeKind {
        let discriminator = effective.first(|schema| schema.discriminator.as_ref());
        let mut names = Namespace::new();
        let mut variants: Vec<UnionVariant> = Vec::new();
        let mut variant_of = Vec::new();
        for (index, branch) in source.branches.iter().enumerate() {
            let hint = self.variant_hint(*branch, discriminator, index);
            let mut key = base.clone();
            key.push(Part::Whole(*branch));
            let ty = self.resolve(key, &inline.child(&hint));
            self.remember(*branch, &ty);
            if let Some(same) = variants.iter().position(|v| v.ty.shape == ty.shape) {
                // Which of the branches it is, no longer matters; nor can their keywords decide.
                variants[same].schema = None;
                variants[same].ty.nullable |= ty.nullable;
                variant_of.push(same);
                continue;
            }
            variant_of.push(variants.len());
            let description = self.api.schemas[*branch].description.clone();
            let name = names.claim(&hint);
            variants.push(variant(&name, Some(*branch), ty, description));
        }
        if let [only] = variants.as_slice() {
            return TypeKind::Alias(only.ty.clone());
        }
        let decision = discriminator
            .and_then(|found| self.tagged(found, source, &variant_of, effective))
            .unwrap_or(Decision::Trial);
        TypeKind::Union(UnionDef { variants, exclusive: source.exclusive, decision, exact: false })
    }

    /// One variant per type.
    pub(super) fn several_types(
        &mut self,
        effective: &Effective<'a>,
        types: &[JsonType],
        inline: &InlineName,
    ) -> TypeKind {
        let variants = types
            .iter()
            .map(|json| {
                let name = type_name(*json);
                let key = effective.own.iter().map(|(id, _)| Part::Typed(*id, *json)).collect();
                let ty = self.resolve(key, &inline.child(name));
                let mut variant = variant(name, None, ty, None);
                // The JSON type alone says which one it is.
                variant.guard.complete = true;
                variant
            })
            .collect();
        TypeKind::Union(UnionDef { variants, exclusive: true, decision: Decision::Trial, exact: false })
    }

    /// The tags of a declared discriminator, when each variant has one.
    fn tagged(
        &mut self,
        discriminator: &Discriminator,
        source: &UnionSource,
        variant_of: &[usize],
        effective: &Effective<'a>,
    ) -> Option<Decision> {
        let api = self.api;
        let schemas = &api.schemas;
        let position = |wanted: SchemaId| {
            let same = |branch: &SchemaId| {
                *branch == wanted || reduce(schemas, *branch).0 == reduce(schemas, wanted).0
            };
            source.branches.iter().position(same).map(|at| variant_of[at])
        };
        let mut tags: Vec<(String, usize)> = discriminator
            .mapping
            .iter()
            .filter_map(|(tag, schema)| Some((tag.clone(), position(*schema)?)))
            .collect();
        for (at, branch) in source.branches.iter().enumerate() {
            if !tags.iter().any(|(_, variant)| *variant == variant_of[at]) {
                let literal = self.literal_of(*branch, &discriminator.property);
                let literal = literal.filter(|tag| !tags.iter().any(|(known, _)| known == tag));
                tags.extend(literal.map(|tag| (tag, variant_of[at])));
            }
        }
        let default = discriminator.default.and_then(position);
        let covered = |at: &usize| tags.iter().any(|(_, v)| v == at) || default == Some(*at);
        if variant_of.iter().all(covered) {
            return Some(Decision::Tagged { property: discriminator.property.clone(), tags, default });
        }
        let owner = effective.own.first().map(|(_, schema)| *schema)?;
        self.report(
            Diagnostic::warning(
                "discriminator-without-tag",
                format!(
                    "no value of `{}` stands for some of the branches; the branch is found by \
                     trying each",
                    discriminator.property
                ),
            )
            .label(owner.location.label("here"))
            .pointer(owner.location.pointer.clone())
            .remedy("name every branch in `mapping`, or make each a component"),
        );
        None
    }

    /// The only text that a property may have, by `const` or an `enum` of one value.
    fn literal_of(&self, schema: SchemaId, property: &str) -> Option<String> {
        let object = Effective::new(&self.api.schemas, &[Part::Whole(schema)]);
        let key: Key = object.properties().get(property)?.iter().map(|id| Part::Whole(*id)).collect();
        single_text(&Effective::new(&self.api.schemas, &key))
    }

    fn variant_hint(&self, branch: SchemaId, discriminator: Option<&Discriminator>, index: usize) -> String {
        let (target, _) = reduce(&self.api.schemas, branch);
        if self.api.schemas[target].name.is_some()
            && let Some(name) = self.chosen_name(target)
        {
            return name.to_owned();
        }
        let schema = &self.api.schemas[branch];
        let title = schema.title.as_deref();
        if let Some(title) = title.filter(|t| (1..=MAX_TITLE_WORDS).contains(&words(t).len())) {
            return pascal(title);
        }
        if let Some(name) = &schema.rust_name {
            return pascal(name);
        }
        let effective = Effective::new(&self.api.schemas, &[Part::Whole(branch)]);
        let tag = match discriminator {
            Some(found) => self.literal_of(branch, &found.property),
            None => effective.properties().keys().find_map(|property| self.literal_of(branch, property)),
        };
        if let Some(tag) = tag {
            return pascal(&tag);
        }
        if let Some(constant) = effective.constant() {
            return variant_name(constant);
        }
        match effective.types_or_inferred().as_slice() {
            [JsonType::Object] | [] => format!("Variant{}", index + 1),
            [only] => type_name(*only).to_owned(),
            _ => format!("Variant{}", index + 1),
        }
    }
}

fn variant(name: &str, schema: Option<SchemaId>, ty: TypeUse, description: Option<String>) -> UnionVariant {
    UnionVariant {
        variant: RustName::new(name),
        schema,
        ty,
        boxed: false,
        guard: Guard::default(),
        description,
    }
}

fn type_name(ty: JsonType) -> &'static str {
    match ty {
        JsonType::Null => "Null",
        JsonType::Boolean => "Boolean",
        JsonType::Object => "Object",
        JsonType::Array => "Array",
        JsonType::Number => "Number",
        JsonType::String => "String",
        JsonType::Integer => "Integer",
    }
}
