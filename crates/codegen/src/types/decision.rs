//! How decoding finds the variant of a union, decided when all types are known.

use unplug_openapi::ir::{JsonType, Keyword, Schema, SchemaId};

use super::effective::{Effective, Part};
use super::literal::{Guard, Literal, single_tag};
use super::{Decision, EnumBase, Field, Shape, StructDef, TypeKind, TypeUse, Types, UnionDef, UnionVariant};

/// Completes every union.
pub(super) fn decide(types: &mut Types<'_>) {
    for index in 0..types.defs.len() {
        let TypeKind::Union(union) = &types.defs[index].kind else {
            continue;
        };
        let mut union = union.clone();
        let guards: Vec<Guard> = union.variants.iter().map(|v| guard(types, v)).collect();
        for (variant, guard) in union.variants.iter_mut().zip(guards) {
            variant.guard = guard;
        }
        if union.decision == Decision::Trial {
            union.decision =
                implicit_tag(types, &union).or_else(|| merged(types, &union)).unwrap_or(Decision::Trial);
        }
        union.exact = exact(types, &union);
        types.defs[index].kind = TypeKind::Union(union);
    }
}

fn structs<'t>(types: &'t Types<'_>, union: &UnionDef) -> Option<Vec<&'t StructDef>> {
    union.variants.iter().map(|v| types.as_struct(&v.ty)).collect()
}

/// A required property that has exactly one text in each variant, and another in every other.
fn implicit_tag(types: &Types<'_>, union: &UnionDef) -> Option<Decision> {
    let structs = structs(types, union)?;
    structs.first()?.fields.iter().find_map(|candidate| {
        let mut tags: Vec<(String, usize)> = Vec::new();
        for (index, definition) in structs.iter().enumerate() {
            let field = definition.fields.iter().find(|f| f.name == candidate.name)?;
            let text = single_tag(&effective(types, &field.schemas))?;
            if !field.required || tags.iter().any(|(known, _)| *known == text) {
                return None;
            }
            tags.push((text, index));
        }
        Some(Decision::Tagged { property: candidate.name.clone(), tags, default: None })
    })
}

/// Open structs whose common properties have the same types, so that one pass decodes them all.
fn merged(types: &Types<'_>, union: &UnionDef) -> Option<Decision> {
    let structs = structs(types, union)?;
    let mut seen: Vec<&Field> = Vec::new();
    for (definition, variant) in structs.iter().zip(&union.variants) {
        if definition.closed || definition.additional.is_some() {
            return None;
        }
        for field in &definition.fields {
            let guarded = variant.guard.properties.iter().any(|(name, _)| *name == field.name);
            if guarded && (field.ty.shape != Shape::String || field.ty.nullable) {
                return None;
            }
            match seen.iter().find(|known| known.name == field.name) {
                Some(known) if known.ty != field.ty => return None,
                Some(_) => {}
                None => seen.push(field),
            }
        }
    }
    Some(Decision::Merged)
}

fn exact(types: &Types<'_>, union: &UnionDef) -> bool {
    if let Decision::Tagged { property, .. } = &union.decision {
        // Only when the schemas themselves demand the tag do they exclude each other.
        return union.variants.iter().all(|variant| {
            types.as_struct(&variant.ty).is_some_and(|definition| {
                definition.fields.iter().any(|field| {
                    field.name == *property
                        && field.required
                        && single_tag(&effective(types, &field.schemas)).is_some()
                })
            })
        });
    }
    union.variants.iter().all(|variant| variant.guard.complete)
}

fn effective<'t>(types: &'t Types<'_>, ids: &[SchemaId]) -> Effective<'t> {
    let key: Vec<Part> = ids.iter().map(|id| Part::Whole(*id)).collect();
    Effective::new(&types.api.schemas, &key)
}

fn guard(types: &Types<'_>, variant: &UnionVariant) -> Guard {
    let Some(branch) = variant.schema else {
        return variant.guard.clone();
    };
    let own = effective(types, &[branch]);
    let mut guard = Guard {
        complete: own.unions.is_empty() && own.own.iter().all(|(_, s)| object_is_plain(s)),
        ..Guard::default()
    };
    if let Some(definition) = types.as_struct(&variant.ty) {
        // Equal inline types are one, which has the fields of the first; what limits the values of this
        // branch stands in its own schemas.
        let properties = own.properties();
        for field in &definition.fields {
            let stated = properties.get(field.name.as_str());
            let stated = stated.filter(|ids| !ids.iter().all(|id| field.schemas.contains(id)));
            let (literals, complete) = field_literals(types, field, stated.unwrap_or(&field.schemas));
            guard.complete &= complete;
            if !literals.is_empty() {
                guard.properties.push((field.name.clone(), literals));
            }
        }
        if definition.closed {
            let names = definition.fields.iter().map(|field| field.name.clone());
            guard.closed = Some(names.collect());
        }
        return guard;
    }
    guard.closed = closed(types, &own);
    guard.complete &= is_scalar(types, &variant.ty);
    for (_, schema) in &own.own {
        let (literals, complete) = Literal::of(&types.api.schemas, schema);
        guard.complete &= complete && value_is_plain(schema);
        guard.text.extend(literals);
    }
    guard
}

/// The only members of an object that is no struct, because it describes none.
fn closed(types: &Types<'_>, own: &Effective<'_>) -> Option<Vec<String>> {
    let schemas = || own.own.iter().map(|(_, schema)| *schema);
    let describes = |schema: &Schema| !schema.properties.is_empty() || !schema.pattern_properties.is_empty();
    let is_forbidden = |id: SchemaId| types.api.schemas[id].boolean == Some(false);
    let forbidden = schemas().filter_map(|schema| schema.additional_properties).any(is_forbidden);
    (forbidden && !schemas().any(describes)).then(Vec::new)
}

fn field_literals(types: &Types<'_>, field: &Field, schemas: &[SchemaId]) -> (Vec<Literal>, bool) {
    let effective = effective(types, schemas);
    let mut complete = effective.unions.is_empty() && is_scalar(types, &field.ty);
    let mut found = Vec::new();
    for (_, schema) in &effective.own {
        let (literals, understood) = Literal::of(&types.api.schemas, schema);
        complete &= understood && value_is_plain(schema) && object_is_plain(schema);
        found.extend(literals);
    }
    let is_text = types
        .json_types(&field.ty.shape)
        .is_some_and(|types| types == [unplug_openapi::ir::JsonType::String]);
    if !is_text {
        found.clear();
    }
    (found, complete)
}

/// Whether the type itself, with [`Literal`]s, is all that decides over a value.
fn is_scalar(types: &Types<'_>, ty: &TypeUse) -> bool {
    match &ty.shape {
        Shape::Value
        | Shape::Null
        | Shape::Boolean
        | Shape::Integer
        | Shape::Float
        | Shape::Number
        | Shape::String
        | Shape::Secret
        | Shape::FreeForm => true,
        // The format takes part in the type but not in validity.
        Shape::Integer32 | Shape::Unsigned | Shape::LongInteger | Shape::Array(_) | Shape::Map(_) => false,
        Shape::Named(id) => match &types.get(*id).kind {
            TypeKind::Enum(definition) => definition.base == EnumBase::String,
            TypeKind::Const(_) => true,
            _ => false,
        },
    }
}

fn value_is_plain(schema: &Schema) -> bool {
    schema.keywords().all(|keyword| keyword.applies_to() != Some(JsonType::Number))
}

/// Whether nothing is said about objects but what their type says.
fn object_is_plain(schema: &Schema) -> bool {
    schema.keywords().all(|keyword| match keyword {
        Keyword::Required | Keyword::Properties | Keyword::AdditionalProperties => true,
        Keyword::Not | Keyword::If => false,
        other => other.applies_to() != Some(JsonType::Object),
    })
}
