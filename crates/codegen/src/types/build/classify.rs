//! What a combination of schemas becomes, decided by its keywords alone.

use unplug_openapi::diagnostic::Diagnostic;
use unplug_openapi::ir::JsonType;

use super::{Builder, SchemaKind, numbers, values};
use crate::types::Shape;
use crate::types::effective::{Effective, Key, Part};

impl<'a> Builder<'a> {
    /// What a combination of schemas becomes.
    pub(super) fn classify(&mut self, effective: &Effective<'a>) -> SchemaKind {
        if let Some(value) = effective.constant() {
            return match value {
                serde_json::Value::Null => SchemaKind::Plain(Shape::Null),
                value => SchemaKind::Const(value.clone()),
            };
        }
        if let Some(kind) = self.classify_union(effective) {
            return kind;
        }
        let types = effective.types_or_inferred();
        if effective.secret() && types.iter().all(|ty| *ty == JsonType::String) {
            return SchemaKind::Plain(Shape::Secret);
        }
        if let Some((values, extensible)) = effective.enumeration() {
            return values::enumeration(effective, &values, extensible);
        }
        match types.as_slice() {
            [] => SchemaKind::Plain(Shape::Value),
            [ty] => self.classify_typed(effective, *ty),
            several => SchemaKind::Types(several.to_vec()),
        }
    }

    fn classify_union(&mut self, effective: &Effective<'a>) -> Option<SchemaKind> {
        match effective.unions.as_slice() {
            [] => None,
            [union] => Some(
                values::text_union(self.api, effective, union)
                    .or_else(|| self.merged_objects(effective, union))
                    .unwrap_or_else(|| SchemaKind::Union(union.clone())),
            ),
            [first, ..] => {
                let schema = &self.api.schemas[first.owner];
                self.diagnostics.push(
                    Diagnostic::warning(
                        "several-unions",
                        "several of `oneOf` and `anyOf` apply to one value; its type is any JSON",
                    )
                    .label(schema.location.label("here"))
                    .pointer(schema.location.pointer.clone())
                    .reason("the combinations of their branches have no names")
                    .remedy("write the combinations that are meant as one `oneOf`"),
                );
                Some(SchemaKind::Plain(Shape::Value))
            }
        }
    }

    fn classify_typed(&self, effective: &Effective<'a>, ty: JsonType) -> SchemaKind {
        let schemas = || effective.own.iter().map(|(_, schema)| *schema).collect::<Vec<_>>();
        match ty {
            JsonType::Null => SchemaKind::Plain(Shape::Null),
            JsonType::Boolean => SchemaKind::Plain(Shape::Boolean),
            JsonType::Integer => SchemaKind::Plain(numbers::integer_shape(&schemas())),
            JsonType::Number => SchemaKind::Plain(numbers::number_shape(&schemas())),
            JsonType::String => SchemaKind::Plain(Shape::String),
            JsonType::Array => {
                let tuple = effective.own.iter().any(|(_, s)| !s.prefix_items.is_empty());
                let items: Key =
                    effective.own.iter().filter_map(|(_, schema)| schema.items.map(Part::Whole)).collect();
                SchemaKind::Array(Some(items).filter(|items| !tuple && !items.is_empty()))
            }
            JsonType::Object => self.classify_object(effective),
        }
    }

    fn classify_object(&self, effective: &Effective<'a>) -> SchemaKind {
        if effective.own.iter().any(|(_, s)| !s.properties.is_empty()) {
            return SchemaKind::Struct;
        }
        let values = self.member_schemas(effective);
        if values.is_empty() {
            SchemaKind::Plain(Shape::FreeForm)
        } else {
            SchemaKind::Map(values.into_iter().map(Part::Whole).collect())
        }
    }
}
