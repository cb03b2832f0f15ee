//! Where a type contains itself without an array or map between, the field is boxed.

use std::collections::BTreeSet;

use super::{Shape, TypeId, TypeKind, TypeUse, Types};

/// Boxes the fields and variants that lie on a cycle of direct containment.
pub(super) fn box_cycles(types: &mut Types<'_>) {
    let contained: Vec<Vec<TypeId>> =
        (0..types.defs.len()).map(|index| directly(&types.defs[index].kind)).collect();
    let reach = |from: TypeId| reachable(&contained, from);
    let cyclic: Vec<BTreeSet<TypeId>> = (0..types.defs.len())
        .map(|index| {
            let here = TypeId(index);
            contained[index]
                .iter()
                .copied()
                .filter(|next| *next == here || reach(*next).contains(&here))
                .collect()
        })
        .collect();
    for (def, cyclic) in types.defs.iter_mut().zip(cyclic) {
        let on_cycle = |ty: &TypeUse| matches!(ty.shape, Shape::Named(id) if cyclic.contains(&id));
        match &mut def.kind {
            TypeKind::Struct(definition) => {
                for field in &mut definition.fields {
                    field.boxed = on_cycle(&field.ty);
                }
            }
            TypeKind::Union(definition) => {
                for variant in &mut definition.variants {
                    variant.boxed = on_cycle(&variant.ty);
                }
            }
            TypeKind::Enum(_) | TypeKind::Const(_) | TypeKind::Newtype(_) | TypeKind::Alias(_) => {}
        }
    }
}

fn directly(kind: &TypeKind) -> Vec<TypeId> {
    let named = |ty: &TypeUse| match ty.shape {
        Shape::Named(id) => Some(id),
        _ => None,
    };
    match kind {
        TypeKind::Struct(definition) => {
            definition.fields.iter().filter_map(|field| named(&field.ty)).collect()
        }
        TypeKind::Union(definition) => definition.variants.iter().filter_map(|v| named(&v.ty)).collect(),
        TypeKind::Alias(ty) | TypeKind::Newtype(ty) => named(ty).into_iter().collect(),
        TypeKind::Enum(_) | TypeKind::Const(_) => Vec::new(),
    }
}

fn reachable(contained: &[Vec<TypeId>], from: TypeId) -> BTreeSet<TypeId> {
    let mut found = BTreeSet::new();
    let mut open = vec![from];
    while let Some(next) = open.pop() {
        for inner in &contained[next.0] {
            if found.insert(*inner) {
                open.push(*inner);
            }
        }
    }
    found
}
