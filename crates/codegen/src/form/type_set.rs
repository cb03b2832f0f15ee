//! Sets of JSON types, and which types the values of a schema can have.

use proc_macro2::TokenStream;
use quote::quote;
use serde_json::Value;
use unplug_openapi::ir::{Api, JsonType, SchemaId};

use super::MAX_DEPTH;

/// A set of JSON types; a number set has the integers in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TypeSet(pub(super) u8);

const NAMES: [(JsonType, &str); 7] = [
    (JsonType::Null, "NULL"),
    (JsonType::Boolean, "BOOLEAN"),
    (JsonType::Object, "OBJECT"),
    (JsonType::Array, "ARRAY"),
    (JsonType::Number, "NUMBER"),
    (JsonType::String, "STRING"),
    (JsonType::Integer, "INTEGER"),
];

impl TypeSet {
    pub(crate) const ALL: Self = Self(0x7f);
    pub(crate) const NONE: Self = Self(0);

    pub(crate) fn one(json_type: JsonType) -> Self {
        let position = NAMES.iter().position(|(known, _)| *known == json_type).unwrap_or(0);
        let bit = 1_u8 << position;
        if json_type == JsonType::Number { Self(bit).or(Self::one(JsonType::Integer)) } else { Self(bit) }
    }

    pub(crate) fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(crate) fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    pub(crate) fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    pub(crate) fn has(self, json_type: JsonType) -> bool {
        let other = Self::one(json_type);
        self.0 & other.0 == other.0
    }

    pub(super) fn structured() -> Self {
        Self::one(JsonType::Array).or(Self::one(JsonType::Object))
    }

    /// Without `null`, arrays and objects.
    pub(crate) fn single(self) -> Self {
        self.without(Self::structured()).without(Self::one(JsonType::Null))
    }

    /// The set as an expression of the server runtime's `Types`.
    pub(crate) fn tokens(self) -> TokenStream {
        if self == Self::ALL {
            return quote!(Types::ALL);
        }
        let mut expression = None;
        for (json_type, name) in NAMES {
            let implied = json_type == JsonType::Integer && self.has(JsonType::Number);
            if !self.has(json_type) || implied {
                continue;
            }
            let name = quote::format_ident!("{name}");
            expression = Some(match expression {
                None => quote!(Types::#name),
                Some(before) => quote!(#before.or(Types::#name)),
            });
        }
        expression.unwrap_or_else(|| quote!(Types::NONE))
    }

    /// The same as one literal, which may stand behind a reference in a constant.
    pub(crate) fn literal(self) -> TokenStream {
        let single = NAMES.iter().any(|(json_type, _)| Self::one(*json_type) == self);
        if single || self == Self::ALL || self == Self::NONE {
            return self.tokens();
        }
        let bits = proc_macro2::Literal::u8_unsuffixed(self.0);
        quote!(Types(#bits))
    }

    /// Whether a text could be mistaken for a value of another type.
    pub(super) fn is_mistakable(self) -> bool {
        let others = [JsonType::Integer, JsonType::Boolean, JsonType::Array, JsonType::Object];
        self.has(JsonType::String) && others.into_iter().any(|other| self.has(other))
    }
}

/// The types that a value of the schema can have.
pub(crate) fn types_of(api: &Api, id: SchemaId) -> TypeSet {
    narrowed(api, id, 0)
}

fn narrowed(api: &Api, id: SchemaId, depth: u8) -> TypeSet {
    let schema = &api.schemas[id];
    if depth == MAX_DEPTH {
        return TypeSet::ALL;
    }
    let mut set = TypeSet::ALL;
    if !schema.types.is_empty() {
        let own = schema.types.iter().map(|json_type| TypeSet::one(*json_type));
        set = set.and(own.fold(TypeSet::NONE, TypeSet::or));
    }
    let values = schema.enumeration.iter().flatten().chain(&schema.constant);
    let of_values = values.map(type_of).fold(TypeSet::NONE, TypeSet::or);
    if of_values != TypeSet::NONE {
        set = set.and(of_values);
    }
    for part in schema.reference.iter().chain(&schema.all_of) {
        set = set.and(narrowed(api, *part, depth + 1));
    }
    for branches in [&schema.one_of, &schema.any_of] {
        if !branches.is_empty() {
            let union = branches.iter().map(|branch| narrowed(api, *branch, depth + 1));
            set = set.and(union.fold(TypeSet::NONE, TypeSet::or));
        }
    }
    set
}

fn type_of(value: &Value) -> TypeSet {
    TypeSet::one(match value {
        Value::Null => JsonType::Null,
        Value::Bool(_) => JsonType::Boolean,
        Value::Number(_) => JsonType::Number,
        Value::String(_) => JsonType::String,
        Value::Array(_) => JsonType::Array,
        Value::Object(_) => JsonType::Object,
    })
}
