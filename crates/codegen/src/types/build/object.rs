//! Objects as structs.

use std::collections::BTreeSet;

use unplug_openapi::ir::SchemaId;

use super::Builder;
use crate::names::{Namespace, RustName, snake};
use crate::types::effective::{Effective, only_constrains};
use crate::types::inline_name::InlineName;
use crate::types::{Additional, DeclaredBy, Field, Shape, StructDef, TypeUse};

impl<'a> Builder<'a> {
    /// One field per property; a name that is only required gets a field for any JSON.
    pub(super) fn object(&mut self, effective: &Effective<'a>, parent: &InlineName) -> StructDef {
        let mut properties = effective.properties();
        for name in effective.required() {
            properties.entry(name).or_default();
        }
        // What holds under a condition is no reason to refuse what stands there without it.
        for name in self.api.schemas.conditional_properties(effective.own.iter().map(|(id, _)| *id)) {
            properties.entry(name).or_default();
        }
        properties.retain(|_, ids| !ids.iter().any(|id| self.is_forbidden(*id)));
        let mut names = Namespace::new();
        let additional = self.additional(effective, parent, &mut names);
        // A property keeps a name that is Rust's already, whatever else would become the same.
        let exact: BTreeSet<&str> =
            properties.keys().copied().filter(|name| snake(name) == *name && names.is_free(name)).collect();
        for name in &exact {
            names.take(name);
        }
        let fields = properties
            .into_iter()
            .map(|(name, schemas)| {
                let field =
                    if exact.contains(name) { name.to_owned() } else { names.claim_snake(&snake(name)) };
                let ty = if schemas.is_empty() {
                    TypeUse::any()
                } else {
                    self.schemas(&schemas, &parent.child(name))
                };
                self.field(effective, name, &field, schemas, ty)
            })
            .collect();
        StructDef { fields, closed: additional.is_none() && self.is_closed(effective), additional }
    }

    fn field(
        &self,
        effective: &Effective<'a>,
        name: &str,
        field: &str,
        schemas: Vec<SchemaId>,
        ty: TypeUse,
    ) -> Field {
        let described = schemas.iter().map(|id| &self.api.schemas[*id]);
        Field {
            name: name.to_owned(),
            field: RustName::new(field),
            required: effective.requires(name),
            ty,
            declared_by: DeclaredBy::All,
            boxed: false,
            description: described.clone().find_map(|s| s.description.clone()),
            deprecated: described.clone().any(|schema| schema.deprecated),
            schemas,
        }
    }

    /// Schemas of the members of an object without declared properties; none means any JSON.
    pub(super) fn member_schemas(&self, effective: &Effective<'a>) -> Vec<SchemaId> {
        let own = || effective.own.iter().map(|(_, schema)| *schema);
        let patterns: Vec<SchemaId> =
            own().flat_map(|schema| schema.pattern_properties.values().copied()).collect();
        let closed = own().filter_map(|schema| schema.additional_properties).any(|id| self.is_forbidden(id));
        match patterns.as_slice() {
            [] => own()
                .filter_map(|schema| schema.additional_properties)
                .filter(|id| !only_constrains(&self.api.schemas[*id]))
                .filter(|id| self.api.schemas[*id].boolean.is_none())
                .collect(),
            [only] if closed => vec![*only],
            _ => Vec::new(),
        }
    }

    fn additional(
        &mut self,
        effective: &Effective<'a>,
        parent: &InlineName,
        names: &mut Namespace,
    ) -> Option<Additional> {
        let patterns = effective.own.iter().any(|(_, s)| !s.pattern_properties.is_empty());
        let own = || effective.own.iter();
        let mut said: Vec<SchemaId> = own().filter_map(|(_, schema)| schema.additional_properties).collect();
        let mut open = false;
        for (id, schema) in own() {
            said.extend(schema.unevaluated_properties);
            // A member that another branch or a part of it evaluates may be anything.
            open |= schema.unevaluated_properties.is_some()
                && (self.api.schemas.is_conditional(*id) || effective.own.len() > 1);
        }
        said.retain(|id| !self.is_forbidden(*id));
        if said.is_empty() && !patterns {
            return None;
        }
        let field = RustName::new(&names.claim_snake("additional"));
        let speaks = |id: &SchemaId| {
            let schema = &self.api.schemas[*id];
            schema.boolean.is_none() && !only_constrains(schema)
        };
        let ty = if !patterns && !open && !said.is_empty() && said.iter().all(speaks) {
            self.schemas(&said, &parent.child("Value"))
        } else {
            Shape::Value.into()
        };
        Some(Additional { field, ty })
    }

    /// `additionalProperties: false` closes only what its own schema declares, so it is taken at
    /// its word only when no other schema declares properties.
    pub(super) fn is_closed(&self, effective: &Effective<'a>) -> bool {
        let own = || effective.own.iter().map(|(_, schema)| *schema);
        let declaring = own().filter(|schema| !schema.properties.is_empty()).count();
        let additional =
            own().filter_map(|schema| schema.additional_properties).any(|id| self.is_forbidden(id));
        // Which members are evaluated may depend on the value, and then more are allowed than are known.
        let unevaluated = effective.own.iter().any(|(id, schema)| {
            schema.unevaluated_properties.is_some_and(|id| self.is_forbidden(id))
                && !self.api.schemas.is_conditional(*id)
        });
        (additional && declaring == 1) || (unevaluated && effective.unions.is_empty())
    }

    fn is_forbidden(&self, id: SchemaId) -> bool {
        self.api.schemas[id].boolean == Some(false)
    }
}
