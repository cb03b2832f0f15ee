//! Where a type contains itself without an array or map between, the field is boxed.

use std::collections::BTreeSet;

use super::{Shape, TypeId, TypeKind, TypeUse, Types};

/// Boxes the fields and variants that lie on a cycle of direct containment.
pub(super) fn box_cycles(types: &mut Types<'_>) {
    let contained: Vec<Vec<TypeId>> =
        (0..types.defs.len()).map(|index| directly(&types.defs[index].kind)).collect();
    let component = components(&contained);
    let cyclic: Vec<BTreeSet<TypeId>> = (0..types.defs.len())
        .map(|index| {
            let same = |next: &TypeId| component[next.0] == component[index];
            contained[index].iter().copied().filter(same).collect()
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

/// For each type the number of the cycle that it lies on: types that contain each other share one.
/// Tarjan's algorithm, with a stack of its own, in one pass over what is contained.
fn components(contained: &[Vec<TypeId>]) -> Vec<usize> {
    let mut walk = Walk {
        order: vec![None; contained.len()],
        low: vec![0; contained.len()],
        component: vec![usize::MAX; contained.len()],
        open: Vec::new(),
        next: 0,
        components: 0,
    };
    for start in 0..contained.len() {
        if walk.order[start].is_none() {
            walk.from(start, contained);
        }
    }
    walk.component
}

struct Walk {
    order: Vec<Option<usize>>,
    low: Vec<usize>,
    component: Vec<usize>,
    open: Vec<usize>,
    next: usize,
    components: usize,
}

impl Walk {
    fn from(&mut self, start: usize, contained: &[Vec<TypeId>]) {
        let mut path = vec![(start, 0)];
        self.enter(start);
        while let Some((here, at)) = path.last_mut() {
            let here = *here;
            if let Some(next) = contained[here].get(*at) {
                *at += 1;
                match self.order[next.0] {
                    None => {
                        self.enter(next.0);
                        path.push((next.0, 0));
                    }
                    Some(order) if self.component[next.0] == usize::MAX => {
                        self.low[here] = self.low[here].min(order);
                    }
                    Some(_) => {}
                }
                continue;
            }
            path.pop();
            self.leave(here);
            if let Some((above, _)) = path.last() {
                self.low[*above] = self.low[*above].min(self.low[here]);
            }
        }
    }

    fn enter(&mut self, here: usize) {
        self.order[here] = Some(self.next);
        self.low[here] = self.next;
        self.next += 1;
        self.open.push(here);
    }

    fn leave(&mut self, here: usize) {
        if self.order[here] != Some(self.low[here]) {
            return;
        }
        while let Some(member) = self.open.pop() {
            self.component[member] = self.components;
            if member == here {
                break;
            }
        }
        self.components += 1;
    }
}
