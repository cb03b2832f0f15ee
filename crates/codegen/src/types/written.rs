//! Which types hold numbers as they are written.

use std::collections::BTreeSet;

use super::{Shape, TypeId, TypeKind, TypeUse, Types};

impl Types<'_> {
    /// Whether values of the type have numbers that must stay as they are written.
    pub(crate) fn keeps_numbers(&self, ty: &TypeUse) -> bool {
        self.keeps(&ty.shape, &mut BTreeSet::new())
    }

    fn keeps(&self, shape: &Shape, seen: &mut BTreeSet<TypeId>) -> bool {
        match shape {
            Shape::LongInteger | Shape::Number => true,
            Shape::Array(ty) | Shape::Map(ty) => self.keeps(&ty.shape, seen),
            Shape::Named(id) if seen.insert(*id) => match &self.get(*id).kind {
                TypeKind::Struct(definition) => {
                    let additional = definition.additional.iter().map(|additional| &additional.ty);
                    let fields = definition.fields.iter().map(|field| &field.ty);
                    fields.chain(additional).any(|ty| self.keeps(&ty.shape, seen))
                }
                TypeKind::Union(definition) => {
                    definition.variants.iter().any(|variant| self.keeps(&variant.ty.shape, seen))
                }
                TypeKind::Newtype(ty) | TypeKind::Alias(ty) => self.keeps(&ty.shape, seen),
                TypeKind::Enum(_) | TypeKind::Const(_) => false,
            },
            _ => false,
        }
    }
}
