//! Reading schemas.

use std::collections::{HashMap, HashSet};

use indexmap::IndexMap;
use serde_json::{Map, Value};

use super::{JsonType, Location, Schema, SchemaId, Schemas};

impl JsonType {
    /// JSON Schema's word, for example `integer`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Boolean => "boolean",
            Self::Object => "object",
            Self::Array => "array",
            Self::Number => "number",
            Self::String => "string",
            Self::Integer => "integer",
        }
    }

    /// The type of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "null" => Self::Null,
            "boolean" => Self::Boolean,
            "object" => Self::Object,
            "array" => Self::Array,
            "number" => Self::Number,
            "string" => Self::String,
            "integer" => Self::Integer,
            _ => return None,
        })
    }
}

impl std::fmt::Display for JsonType {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl Schema {
    /// A schema without any keyword: it allows everything.
    #[must_use]
    pub fn unconstrained(location: Location) -> Self {
        Self {
            name: None,
            rust_name: None,
            location,
            reference: None,
            boolean: None,
            types: Vec::new(),
            constant: None,
            enumeration: None,
            extensible_enumeration: None,
            title: None,
            description: None,
            default: None,
            examples: Vec::new(),
            format: None,
            deprecated: false,
            read_only: false,
            write_only: false,
            secret: false,
            properties: IndexMap::new(),
            required: Vec::new(),
            additional_properties: None,
            unevaluated_properties: None,
            pattern_properties: IndexMap::new(),
            property_names: None,
            dependent_required: IndexMap::new(),
            dependent_schemas: IndexMap::new(),
            min_properties: None,
            max_properties: None,
            items: None,
            prefix_items: Vec::new(),
            contains: None,
            min_contains: None,
            max_contains: None,
            unevaluated_items: None,
            min_items: None,
            max_items: None,
            unique_items: false,
            minimum: None,
            maximum: None,
            exclusive_minimum: None,
            exclusive_maximum: None,
            multiple_of: None,
            min_length: None,
            max_length: None,
            pattern: None,
            content_encoding: None,
            content_media_type: None,
            all_of: Vec::new(),
            any_of: Vec::new(),
            one_of: Vec::new(),
            not: None,
            if_: None,
            then: None,
            else_: None,
            discriminator: None,
            extensions: Map::new(),
        }
    }

    /// Do this schema's own keywords name `null`? What stands behind `$ref` or inside `anyOf` is
    /// the business of [`Schemas::is_nullable`].
    #[must_use]
    pub fn is_nullable(&self) -> bool {
        self.types.contains(&JsonType::Null)
            || self.constant.as_ref().is_some_and(Value::is_null)
            || (self.types.is_empty()
                && self.enumeration.as_ref().is_some_and(|values| values.iter().any(Value::is_null)))
    }

    /// Has it no keyword that limits what is valid?
    #[must_use]
    pub fn allows_everything(&self) -> bool {
        self.boolean == Some(true)
            || (self.boolean.is_none() && self.reference.is_none() && self.keywords().is_empty())
    }

    /// The schemas that apply to the same value as this one: `$ref`, `allOf` and the like.
    pub fn in_place(&self) -> impl Iterator<Item = SchemaId> + '_ {
        let single = [self.reference, self.not, self.if_, self.then, self.else_];
        single
            .into_iter()
            .flatten()
            .chain(self.all_of.iter().copied())
            .chain(self.any_of.iter().copied())
            .chain(self.one_of.iter().copied())
            .chain(self.dependent_schemas.values().copied())
    }

    /// The schemas that this one mentions in any way.
    pub fn children(&self) -> impl Iterator<Item = SchemaId> + '_ {
        let single = [
            self.additional_properties,
            self.unevaluated_properties,
            self.property_names,
            self.items,
            self.contains,
            self.unevaluated_items,
        ];
        let discriminator = self
            .discriminator
            .iter()
            .flat_map(|discriminator| discriminator.mapping.values().copied().chain(discriminator.default));
        self.in_place()
            .chain(single.into_iter().flatten())
            .chain(self.prefix_items.iter().copied())
            .chain(self.properties.values().copied())
            .chain(self.pattern_properties.values().copied())
            .chain(discriminator)
    }
}

impl Schemas {
    /// Goes from reference to reference while a schema is nothing but a reference, and returns the
    /// first that says something itself. Keywords without a meaning for validation, such as a
    /// description beside the reference, do not count.
    #[must_use]
    pub fn resolve(&self, id: SchemaId) -> SchemaId {
        let mut at = id;
        // No chain of different schemas can be longer than there are schemas.
        for _ in 0..self.all.len() {
            let schema = &self[at];
            match schema.reference {
                Some(target) if schema.keywords().is_empty() => at = target,
                _ => return at,
            }
        }
        id
    }

    /// Is `null` valid under this schema, as far as types, enumerations and constants tell? Where
    /// more than a thousand schemas would have to be asked, the answer is yes.
    #[must_use]
    pub fn is_nullable(&self, id: SchemaId) -> bool {
        self.null_allowed(id, &mut HashMap::new())
    }

    /// `known` keeps each answer, and `true` for what is being asked: a schema that leads back to
    /// itself adds nothing to what the others say.
    fn null_allowed(&self, id: SchemaId, known: &mut HashMap<SchemaId, bool>) -> bool {
        if let Some(answer) = known.get(&id) {
            return *answer;
        }
        known.insert(id, true);
        // Beyond any sensible chain of references, so that the stack is bounded.
        if known.len() > 1000 {
            return true;
        }
        let schema = &self[id];
        let own = schema.boolean != Some(false)
            && (schema.types.is_empty() || schema.types.contains(&JsonType::Null))
            && schema.constant.as_ref().is_none_or(Value::is_null)
            && schema.enumeration.as_ref().is_none_or(|values| values.iter().any(Value::is_null));
        let all = schema.reference.iter().chain(&schema.all_of);
        let answer = own
            && all.copied().all(|id| self.null_allowed(id, known))
            && [&schema.any_of, &schema.one_of]
                .into_iter()
                .all(|choices| choices.is_empty() || choices.iter().any(|id| self.null_allowed(*id, known)))
            && schema.not.is_none_or(|not| !self.null_allowed(not, known));
        known.insert(id, answer);
        answer
    }

    /// Every schema that can be reached from these, each once, in the order of discovery.
    #[must_use]
    pub fn reachable(&self, from: impl IntoIterator<Item = SchemaId>) -> Vec<SchemaId> {
        let mut seen = HashSet::new();
        let mut found: Vec<SchemaId> = from.into_iter().filter(|id| seen.insert(*id)).collect();
        let mut next = 0;
        while let Some(id) = found.get(next) {
            found.extend(self[*id].children().filter(|child| seen.insert(*child)));
            next += 1;
        }
        found
    }

    /// Every schema with its id.
    pub fn iter(&self) -> impl Iterator<Item = (SchemaId, &Schema)> {
        (0..).map(SchemaId).zip(&self.all)
    }
}
