//! Inline schemas that are written again and again become one type.
//!
//! Publishers' tools write the same object or enumeration out wherever it is used. Those that agree
//! in every field, with its name, type and description, get the type of the first of them.
//! Components keep a type of their own, whatever it looks like. So does a constant: it belongs to
//! what it is a part of, and only goes with that.

use std::collections::HashMap;

use super::{Shape, TypeDef, TypeId, TypeKind, TypeUse, Types};

/// Replaces uses of inline types by an equal one that stands before, until none is left.
pub(super) fn share(types: &mut Types<'_>) {
    let mut target: Vec<usize> = (0..types.defs.len()).collect();
    // Sharing what two types hold may make them equal in turn; deeper nests are rare.
    for _ in 0..MAX_ROUNDS {
        let mut first: HashMap<String, usize> = HashMap::new();
        let mut changed = false;
        let kept: Vec<usize> = (0..types.defs.len()).filter(|index| target[*index] == *index).collect();
        for index in kept {
            let Some(signature) = signature(types, index) else { continue };
            let kept = *first.entry(signature).or_insert(index);
            if kept != index {
                target[index] = kept;
                share_constants(types, index, kept, &mut target);
                changed = true;
                if types.defs[kept].description != types.defs[index].description {
                    types.defs[kept].description = None;
                }
            }
        }
        if !changed {
            break;
        }
        redirect(types, &target);
    }
    compact(types, &target);
}

const MAX_ROUNDS: usize = 8;

/// What two types must have in common to be one; `None` for those that are never shared.
fn signature(types: &Types<'_>, index: usize) -> Option<String> {
    let def = &types.defs[index];
    if !is_inline(types, def) || is_constant(def) {
        return None;
    }
    match &def.kind {
        TypeKind::Struct(definition) => {
            let fields = definition.fields.iter().map(|field| {
                let described = (&field.description, field.deprecated);
                let ty = use_signature(types, &field.ty);
                let presence = (field.required, field.declared_by);
                (&field.name, field.field.to_string(), presence, ty, described)
            });
            let additional = definition.additional.as_ref();
            let additional = additional.map(|additional| use_signature(types, &additional.ty));
            let fields: Vec<_> = fields.collect();
            Some(format!("{} {:?}", def.deprecated, (fields, additional, definition.closed)))
        }
        TypeKind::Enum(definition) => Some(format!("{} {definition:?}", def.deprecated)),
        // Which variant is meant depends on keywords that are no part of the type.
        TypeKind::Const(_) | TypeKind::Union(_) | TypeKind::Newtype(_) | TypeKind::Alias(_) => None,
    }
}

/// A type as a part of a signature: inline constants by what they are, all others by their identity.
fn use_signature(types: &Types<'_>, ty: &TypeUse) -> String {
    let shape = match &ty.shape {
        Shape::Array(item) => format!("[{}]", use_signature(types, item)),
        Shape::Map(value) => format!("{{{}}}", use_signature(types, value)),
        Shape::Named(id) if is_inline(types, types.get(*id)) && is_constant(types.get(*id)) => {
            let def = types.get(*id);
            format!("{} {:?} {:?}", def.deprecated, def.description, def.kind)
        }
        other => format!("{other:?}"),
    };
    format!("{shape} {}", ty.nullable)
}

fn is_inline(types: &Types<'_>, def: &TypeDef) -> bool {
    let schema = &types.api.schemas[def.schema];
    schema.name.is_none() && schema.rust_name.is_none()
}

/// Whether the type stands for one value.
fn is_constant(def: &TypeDef) -> bool {
    match &def.kind {
        TypeKind::Const(_) => true,
        TypeKind::Enum(definition) => definition.variants.len() == 1 && !definition.extensible,
        _ => false,
    }
}

/// Gives the constants in a struct the types of those in the one that is kept.
fn share_constants(types: &Types<'_>, index: usize, kept: usize, target: &mut [usize]) {
    let uses = |index: usize| match &types.defs[index].kind {
        TypeKind::Struct(definition) => {
            let additional = definition.additional.iter().map(|additional| &additional.ty);
            definition.fields.iter().map(|field| &field.ty).chain(additional).collect()
        }
        _ => Vec::new(),
    };
    for (ty, kept) in uses(index).into_iter().zip(uses(kept)) {
        share_constant(ty, kept, target);
    }
}

fn share_constant(ty: &TypeUse, kept: &TypeUse, target: &mut [usize]) {
    match (&ty.shape, &kept.shape) {
        (Shape::Named(id), Shape::Named(kept)) => target[id.0] = target[kept.0],
        (Shape::Array(ty), Shape::Array(kept)) | (Shape::Map(ty), Shape::Map(kept)) => {
            share_constant(ty, kept, target);
        }
        _ => {}
    }
}

/// Points every use at the type that is kept.
fn redirect(types: &mut Types<'_>, target: &[usize]) {
    for def in &mut types.defs {
        each_use(&mut def.kind, &mut |ty| redirect_use(ty, target));
    }
    for ty in types.uses.values_mut() {
        redirect_use(ty, target);
    }
}

fn redirect_use(ty: &mut TypeUse, target: &[usize]) {
    match &mut ty.shape {
        Shape::Named(id) => *id = TypeId(target[id.0]),
        Shape::Array(inner) | Shape::Map(inner) => redirect_use(inner, target),
        _ => {}
    }
}

/// Takes the types away that nothing uses any more.
fn compact(types: &mut Types<'_>, target: &[usize]) {
    let mut moved = Vec::with_capacity(target.len());
    let mut kept = 0;
    for (index, target) in target.iter().enumerate() {
        moved.push(kept);
        kept += usize::from(index == *target);
    }
    let mut index = 0..target.len();
    types.defs.retain(|_| index.next().is_some_and(|index| target[index] == index));
    redirect(types, &moved);
}

fn each_use(kind: &mut TypeKind, visit: &mut impl FnMut(&mut TypeUse)) {
    match kind {
        TypeKind::Struct(definition) => {
            definition.fields.iter_mut().for_each(|field| visit(&mut field.ty));
            definition.additional.iter_mut().for_each(|additional| visit(&mut additional.ty));
        }
        TypeKind::Union(definition) => {
            definition.variants.iter_mut().for_each(|variant| visit(&mut variant.ty));
        }
        TypeKind::Newtype(ty) | TypeKind::Alias(ty) => visit(ty),
        TypeKind::Enum(_) | TypeKind::Const(_) => {}
    }
}
