//! `oneOf`, `anyOf` and several `type`s as enums with one variant per branch.

use unplug_openapi::diagnostic::Diagnostic;
use unplug_openapi::ir::{Discriminator, JsonType, SchemaId};

use super::Builder;
use super::values::variant_name;
use crate::names::{Namespace, RustName, pascal, words};
use crate::types::effective::{Effective, Key, Part, UnionSource, reduce};
use crate::types::inline_name::InlineName;
use crate::types::literal::{Guard, single_tag, single_text};
use crate::types::{Decision, Shape, TypeKind, TypeUse, UnionDef, UnionVariant};

/// A longer title is a sentence, not a name.
const MAX_TITLE_WORDS: usize = 5;

/// Names of branches that make the name of one variant.
const MAX_JOINED_NAMES: usize = 2;

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
        let together = self.together(base, source, discriminator);
        if !source.exclusive && discriminator.is_none() {
            self.report_not_compared(base, source);
        }
        for (index, branch) in source.branches.iter().enumerate() {
            if let Some(group) = together.iter().find(|group| group.contains(&index)) {
                if group.first() == Some(&index) {
                    let hint = self.group_hint(source, group);
                    let either = group.iter().map(|at| Part::Either(source.branches[*at]));
                    let key = base.iter().copied().chain(either).collect();
                    let ty = self.resolve(key, &inline.child(&hint));
                    variants.push(variant(&names.claim(&hint), None, ty, None));
                }
                continue;
            }
            if discriminator.is_some_and(|found| self.is_only_open(found, *branch)) {
                variant_of.push(usize::MAX);
                continue;
            }
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
        if let Some(found) = discriminator.filter(|found| found.open.is_some()) {
            return self.open_union(found, source, &variant_of, (variants, names));
        }
        if let [only] = variants.as_slice() {
            return TypeKind::Alias(only.ty.clone());
        }
        let decision = discriminator
            .and_then(|found| self.tagged(found, source, &variant_of, effective))
            .unwrap_or(Decision::Trial);
        TypeKind::Union(UnionDef { variants, exclusive: source.exclusive, decision, exact: false })
    }

    /// Groups of branches that a value may match together, and that are one variant so that it keeps all.
    fn together(
        &self,
        base: &Key,
        source: &UnionSource,
        discriminator: Option<&Discriminator>,
    ) -> Vec<Vec<usize>> {
        if source.exclusive || discriminator.is_some() {
            return Vec::new();
        }
        let groups = self.overlapping(base, source).into_iter();
        groups.filter(|group| group.len() > 1).collect()
    }

    fn group_hint(&self, source: &UnionSource, group: &[usize]) -> String {
        let hint = |at: &usize| self.variant_hint(source.branches[*at], None, *at);
        let hints: Vec<String> = group.iter().map(hint).collect();
        if hints.len() <= MAX_JOINED_NAMES { hints.join("Or") } else { "Object".to_owned() }
    }

    /// Whether the branch is a parent that no tag stands for: what has another tag is kept as it is.
    fn is_only_open(&self, discriminator: &Discriminator, branch: SchemaId) -> bool {
        let is_parent =
            |id: SchemaId| Some(self.api.schemas[id].reference.unwrap_or(id)) == discriminator.open;
        is_parent(branch) && !discriminator.mapping.values().any(|target| is_parent(*target))
    }

    /// The children of a parent, told apart by its tag, and a variant that keeps every other value whole.
    fn open_union(
        &mut self,
        discriminator: &Discriminator,
        source: &UnionSource,
        variant_of: &[usize],
        (mut variants, mut names): (Vec<UnionVariant>, Namespace),
    ) -> TypeKind {
        let mut tags = self.mapped_tags(discriminator, source, variant_of);
        tags.retain(|(_, variant)| *variant < variants.len());
        let default = discriminator.default.and_then(|id| self.variant_of(id, source, variant_of));
        let name = names.claim("Other");
        let description = "A value whose tag the document does not name, as it stands.".to_owned();
        variants.push(variant(&name, None, Shape::FreeForm.into(), Some(description)));
        let default = Some(default.unwrap_or(variants.len() - 1));
        let decision = Decision::Tagged { property: discriminator.property.clone(), tags, default };
        TypeKind::Union(UnionDef { variants, exclusive: source.exclusive, decision, exact: false })
    }

    /// The variant of a schema that a discriminator names: of one of the branches, or of the union among
    /// them that the schema is a branch of.
    fn variant_of(&self, wanted: SchemaId, source: &UnionSource, variant_of: &[usize]) -> Option<usize> {
        let schemas = &self.api.schemas;
        let target = reduce(schemas, wanted).0;
        let same = |branch: &SchemaId| *branch == wanted || reduce(schemas, *branch).0 == target;
        let holds = |branch: &SchemaId| {
            let parts = schemas.with_alternatives(*branch);
            parts.iter().any(|part| *part == wanted || *part == target)
        };
        let branches = &source.branches;
        let at = branches.iter().position(same).or_else(|| branches.iter().position(holds))?;
        Some(variant_of[at])
    }

    fn mapped_tags(
        &self,
        discriminator: &Discriminator,
        source: &UnionSource,
        variant_of: &[usize],
    ) -> Vec<(String, usize)> {
        let variant = |schema| self.variant_of(schema, source, variant_of);
        let tags = discriminator.mapping.iter();
        tags.filter_map(|(tag, schema)| Some((tag.clone(), variant(*schema)?))).collect()
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
        let mut tags = self.mapped_tags(discriminator, source, variant_of);
        for (at, branch) in source.branches.iter().enumerate() {
            if !tags.iter().any(|(_, variant)| *variant == variant_of[at]) {
                let literal = self.tag_of(*branch, &discriminator.property);
                let literal = literal.filter(|tag| !tags.iter().any(|(known, _)| known == tag));
                tags.extend(literal.map(|tag| (tag, variant_of[at])));
            }
        }
        let default = discriminator.default.and_then(|id| self.variant_of(id, source, variant_of));
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

    /// The tag of the only value that a property may have.
    fn tag_of(&self, schema: SchemaId, property: &str) -> Option<String> {
        single_tag(&self.property_of(schema, property)?)
    }

    fn property_of(&self, schema: SchemaId, property: &str) -> Option<Effective<'a>> {
        let object = Effective::new(&self.api.schemas, &[Part::Whole(schema)]);
        let key: Key = object.properties().get(property)?.iter().map(|id| Part::Whole(*id)).collect();
        Some(Effective::new(&self.api.schemas, &key))
    }

    /// The only text that a property may have, by `const` or an `enum` of one value.
    fn literal_of(&self, schema: SchemaId, property: &str) -> Option<String> {
        single_text(&self.property_of(schema, property)?)
    }

    fn variant_hint(&self, branch: SchemaId, discriminator: Option<&Discriminator>, index: usize) -> String {
        let (target, _) = reduce(&self.api.schemas, branch);
        // A child that adds nothing has its parent's type, and its own name.
        let named = self.api.schemas[branch].reference.filter(|id| self.api.schemas[*id].name.is_some());
        let adds_nothing = self.api.schemas[target].rust_name.is_some();
        if let Some(name) = named.filter(|_| adds_nothing).and_then(|id| self.chosen_name(id)) {
            return name.to_owned();
        }
        let is_parent = discriminator.is_some_and(|found| found.open == Some(target));
        if (self.api.schemas[target].name.is_some() || is_parent)
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
