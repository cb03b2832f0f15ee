//! What a schema says together with everything it refers to.
//!
//! `$ref`, `allOf` and unions that have only one branch beside `null` are folded into one list of
//! schemas, all of which apply. A [`Key`] names such a combination, so that the same combination
//! gets the same type wherever it is met.

use std::collections::{BTreeSet, HashSet};

use indexmap::IndexMap;
use serde_json::Value;
use unplug_openapi::ir::{Flatten, JsonType, Schema, SchemaId, Schemas, TypeSet};

/// One of the schemas that apply together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Part {
    /// The schema with everything it refers to.
    Whole(SchemaId),
    /// Its keywords without `$ref`, `allOf`, `oneOf` and `anyOf`.
    Own(SchemaId),
    /// The same, narrowed to one of its types.
    Typed(SchemaId, JsonType),
    /// It, or another schema that stands so in the key: together they are an `anyOf`.
    Either(SchemaId),
}

impl Part {
    /// The schema.
    pub(crate) fn schema(self) -> SchemaId {
        match self {
            Self::Whole(id) | Self::Own(id) | Self::Typed(id, _) | Self::Either(id) => id,
        }
    }
}

/// Schemas that apply together.
pub(crate) type Key = Vec<Part>;

/// A `oneOf` or `anyOf` with at least two branches that differ in type.
#[derive(Clone, Debug)]
pub(crate) struct UnionSource {
    pub(crate) owner: SchemaId,
    pub(crate) exclusive: bool,
    pub(crate) branches: Vec<SchemaId>,
}

/// A combination of schemas, flattened.
#[derive(Debug)]
pub(crate) struct Effective<'a> {
    /// The schemas, each for its own keywords only.
    pub(crate) own: Vec<(SchemaId, &'a Schema)>,
    /// Unions among them.
    pub(crate) unions: Vec<UnionSource>,
    /// Allowed types without `null`; `None` when none is said.
    pub(crate) types: Option<Vec<JsonType>>,
    /// Whether `null` is allowed.
    pub(crate) nullable: bool,
}

struct Flattening<'a> {
    schemas: &'a Schemas,
    own: Vec<(SchemaId, &'a Schema, bool)>,
    unions: Vec<UnionSource>,
    typed: Option<JsonType>,
    nullable_union: bool,
}

impl<'a> Effective<'a> {
    /// Flattens a combination.
    pub(crate) fn new(schemas: &'a Schemas, key: &[Part]) -> Self {
        let mut flattening =
            Flattening { schemas, own: Vec::new(), unions: Vec::new(), typed: None, nullable_union: false };
        let mut seen = HashSet::new();
        let mut either = Vec::new();
        for part in key {
            match part {
                Part::Either(id) => {
                    either.push(*id);
                    continue;
                }
                Part::Whole(id) => {
                    schemas.flatten([(*id, false)], &mut seen, &mut flattening);
                    continue;
                }
                Part::Own(_) => {}
                Part::Typed(_, ty) => flattening.typed = Some(*ty),
            }
            let id = part.schema();
            flattening.own.push((id, &schemas[id], false));
        }
        if let Some(owner) = either.first().copied() {
            let branches: Vec<SchemaId> =
                either.iter().copied().filter(|id| !is_null(schemas, *id)).collect();
            flattening.nullable_union |= branches.len() < either.len();
            match branches.as_slice() {
                [only] => {
                    schemas.flatten([(*only, true)], &mut seen, &mut flattening);
                }
                _ => flattening.unions.push(UnionSource { owner, exclusive: false, branches }),
            }
        }
        flattening.finish()
    }

    /// Properties in order, with every schema that describes them; forbidden ones left out.
    pub(crate) fn properties(&self) -> IndexMap<&'a str, Vec<SchemaId>> {
        let mut found: IndexMap<&str, Vec<SchemaId>> = IndexMap::new();
        for (_, schema) in &self.own {
            for (name, id) in &schema.properties {
                let schemas = found.entry(name.as_str()).or_default();
                if !schemas.contains(id) {
                    schemas.push(*id);
                }
            }
        }
        found
    }

    /// Whether the property is required.
    pub(crate) fn requires(&self, property: &str) -> bool {
        self.required().any(|name| name == property)
    }

    /// Required properties: those that must be there in every direction in which messages have them.
    pub(crate) fn required(&self) -> impl Iterator<Item = &'a str> {
        self.own.iter().flat_map(|(_, schema)| schema.required_where_used().map(String::as_str))
    }

    /// The first `const`.
    pub(crate) fn constant(&self) -> Option<&'a Value> {
        self.own.iter().find_map(|(_, schema)| schema.constant.as_ref())
    }

    /// Values that every `enum` allows, less those that no type admits, and whether other values are valid
    /// too (`x-extensible-enum`).
    pub(crate) fn enumeration(&self) -> Option<(Vec<&'a Value>, bool)> {
        let lists = || self.own.iter().filter_map(|(_, schema)| schema.enumeration.as_ref());
        let mut values = lists().next().map(|list| distinct(list));
        if let Some(values) = &mut values {
            values.retain(|value| lists().all(|list| list.contains(value)));
            // Where the lists exclude each other no value is valid, and the names say what is meant.
            if values.is_empty() {
                let mut seen = HashSet::new();
                values.extend(lists().flatten().filter(|value| seen.insert(value.to_string())));
            }
        }
        if let (Some(values), Some(types)) = (&mut values, &self.types) {
            let types = TypeSet::of(types);
            let admitted = |value: &Value| value.is_null() || !types.and(TypeSet::of_value(value)).is_empty();
            // The same where the type refuses all.
            if values.iter().any(|value| !value.is_null() && admitted(value)) {
                values.retain(|value| admitted(value));
            }
        }
        let known = self.own.iter().find_map(|(_, schema)| schema.extensible_enumeration.as_ref());
        match (values, known) {
            (Some(values), _) => Some((values, false)),
            (None, Some(known)) => Some((distinct(known), true)),
            (None, None) => None,
        }
    }

    /// Whether the value is a credential.
    pub(crate) fn secret(&self) -> bool {
        self.own.iter().any(|(_, schema)| schema.secret)
    }

    /// The first thing that any of the schemas says with this keyword.
    pub(crate) fn first<T>(&self, keyword: impl Fn(&'a Schema) -> Option<T>) -> Option<T> {
        self.own.iter().find_map(|(_, schema)| keyword(schema))
    }

    /// The types, inferred from type-specific keywords when the schema names none. Such a schema
    /// lets every other type pass too, but means the one.
    pub(crate) fn types_or_inferred(&self) -> Vec<JsonType> {
        if let Some(types) = &self.types {
            return types.clone();
        }
        self.assumed_type().into_iter().collect()
    }

    /// The type that is assumed because no schema names one.
    pub(crate) fn assumed_type(&self) -> Option<JsonType> {
        let none_named = self.types.is_none();
        JsonType::assumed(self.own.iter().map(|(_, schema)| *schema)).filter(|_| none_named)
    }
}

impl Flatten<bool> for Flattening<'_> {
    fn enter(&mut self, id: SchemaId, null_beside: bool) -> bool {
        self.own.push((id, &self.schemas[id], null_beside));
        true
    }

    /// A union with one branch beside `null` is that branch; others are noted.
    fn leave(&mut self, id: SchemaId, null_beside: bool) -> Option<Vec<(SchemaId, bool)>> {
        let schema = &self.schemas[id];
        let mut folded = Vec::new();
        for (exclusive, all) in [(true, &schema.one_of), (false, &schema.any_of)] {
            let branches: Vec<SchemaId> =
                all.iter().copied().filter(|id| !is_null(self.schemas, *id)).collect();
            let with_null = branches.len() < all.len();
            self.nullable_union |= with_null;
            match branches.as_slice() {
                [] => {}
                [only] if !is_open(schema) => folded.push((*only, null_beside || with_null)),
                several if several.iter().all(|id| only_constrains(&self.schemas[*id])) => {}
                _ => self.unions.push(UnionSource { owner: id, exclusive, branches }),
            }
        }
        Some(folded)
    }
}

impl<'a> Flattening<'a> {
    fn finish(self) -> Effective<'a> {
        let said = self.own.iter().map(|(_, schema, _)| &schema.types).filter(|types| !types.is_empty());
        let mut types = said.clone().next().map(|first| {
            let all = said.clone().fold(TypeSet::ALL, |all, types| all.and(TypeSet::of(types)));
            all.narrow(first)
        });
        let allowed = |(_, schema, null_beside): &(SchemaId, &Schema, bool)| {
            *null_beside || schema.types.is_empty() || schema.types.contains(&JsonType::Null)
        };
        let nullable = self.own.iter().all(allowed)
            && (self.nullable_union || self.own.iter().any(|(_, schema, _)| mentions_null(schema)));
        if let Some(types) = &mut types {
            let only_null = types.as_slice() == [JsonType::Null];
            types.retain(|ty| *ty != JsonType::Null || only_null);
            if let Some(typed) = self.typed {
                types.retain(|ty| *ty == typed);
            }
        }
        Effective {
            own: self.own.into_iter().map(|(id, s, _)| (id, s)).collect(),
            unions: self.unions,
            nullable: nullable && self.typed.is_none(),
            types,
        }
    }
}

/// Follows `$ref`, one-element `allOf` and "one type or null" as long as the schema adds nothing
/// to the type. Gives the schema that decides, and whether `null` joins it or is taken away.
pub(crate) fn reduce(schemas: &Schemas, mut id: SchemaId) -> (SchemaId, Option<bool>) {
    let mut null = None;
    let mut seen = BTreeSet::from([id]);
    loop {
        let schema = &schemas[id];
        let Some((target, with_null)) = only_target(schemas, schema) else {
            return (id, null);
        };
        if shapes(schema) || schema.rust_name.is_some() || !seen.insert(target) {
            return (id, null);
        }
        if !schema.types.is_empty() {
            let beneath = Effective::new(schemas, &[Part::Whole(target)]);
            let covered =
                beneath.types.as_ref().is_some_and(|types| types.iter().all(|ty| schema.types.contains(ty)));
            if !covered {
                return (id, null);
            }
            if !schema.types.contains(&JsonType::Null) {
                null = Some(false);
            }
        }
        if with_null {
            null = null.or(Some(true));
        }
        id = target;
    }
}

/// The one schema that this one refers to, if it is one.
fn only_target(schemas: &Schemas, schema: &Schema) -> Option<(SchemaId, bool)> {
    if is_open(schema) {
        return None;
    }
    let mut targets: Vec<(SchemaId, bool)> =
        schema.reference.iter().chain(&schema.all_of).map(|id| (*id, false)).collect();
    for union in [&schema.one_of, &schema.any_of] {
        let branches = union.iter().filter(|id| !is_null(schemas, **id));
        let with_null = branches.clone().count() < union.len();
        targets.extend(branches.map(|id| (*id, with_null)));
    }
    match targets.as_slice() {
        [target] => Some(*target),
        _ => None,
    }
}

/// Whether any keyword other than `type` takes part in the Rust type.
pub(crate) fn shapes(schema: &Schema) -> bool {
    schema.boolean.is_some()
        || schema.constant.is_some()
        || schema.enumeration.is_some()
        || schema.extensible_enumeration.is_some()
        || schema.items.is_some()
        || !schema.prefix_items.is_empty()
        || schema.secret
        || schema.describes_objects()
        || (schema.format.is_some() && !schema.types.is_empty())
}

/// Whether the schema leaves the type alone altogether.
pub(crate) fn only_constrains(schema: &Schema) -> bool {
    let nothing_said = schema.types.is_empty()
        && schema.reference.is_none()
        && schema.all_of.is_empty()
        && schema.one_of.is_empty()
        && schema.any_of.is_empty();
    let only_required = schema.properties.is_empty()
        && schema.additional_properties.is_none()
        && schema.pattern_properties.is_empty();
    let not_a_value = schema.boolean.is_none()
        && schema.constant.is_none()
        && schema.enumeration.is_none()
        && schema.extensible_enumeration.is_none()
        && schema.items.is_none()
        && !schema.secret;
    nothing_said && only_required && not_a_value
}

/// Whether the schema is a parent, whose children need not all be known.
fn is_open(schema: &Schema) -> bool {
    schema.discriminator.as_ref().is_some_and(|discriminator| discriminator.open.is_some())
}

/// Whether nothing but `null` is valid.
fn is_null(schemas: &Schemas, id: SchemaId) -> bool {
    let schema = &schemas[schemas.resolve(id)];
    schema.types == [JsonType::Null]
        || schema.constant == Some(Value::Null)
        || schema.enumeration.as_ref().is_some_and(|values| values.as_slice() == [Value::Null])
}

fn mentions_null(schema: &Schema) -> bool {
    schema.types.contains(&JsonType::Null)
        || (schema.types.is_empty()
            && schema.enumeration.as_ref().is_some_and(|values| values.contains(&Value::Null)))
}

fn distinct(values: &[Value]) -> Vec<&Value> {
    let mut seen = HashSet::new();
    values.iter().filter(|value| seen.insert(value.to_string())).collect()
}
