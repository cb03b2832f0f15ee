//! Sets of JSON types, and which types the values of a schema can have.

use serde_json::Value;

use super::{JsonType, SchemaId, Schemas};

/// References may form a circle; no useful chain is as long as this.
const MAX_DEPTH: u8 = 32;

/// A set of JSON types. Numbers are whole ones and fractions, so that `integer` is a part of
/// `number`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct TypeSet(u8);

#[allow(missing_docs, reason = "the constants are JSON Schema's own words")]
impl TypeSet {
    pub const NONE: Self = Self(0);
    pub const NULL: Self = Self(1);
    pub const BOOLEAN: Self = Self(2);
    pub const OBJECT: Self = Self(4);
    pub const ARRAY: Self = Self(8);
    /// Numbers that are not whole.
    pub const FRACTION: Self = Self(16);
    pub const STRING: Self = Self(32);
    pub const INTEGER: Self = Self(64);
    pub const NUMBER: Self = Self::FRACTION.or(Self::INTEGER);
    pub const ALL: Self = Self(0x7f);
    /// Everything but `null`.
    pub const NON_NULL: Self = Self::ALL.without(Self::NULL);
    /// What has parts.
    pub const STRUCTURED: Self = Self::ARRAY.or(Self::OBJECT);
}

impl TypeSet {
    /// The values of one type.
    #[must_use]
    pub const fn one(json_type: JsonType) -> Self {
        match json_type {
            JsonType::Null => Self::NULL,
            JsonType::Boolean => Self::BOOLEAN,
            JsonType::Object => Self::OBJECT,
            JsonType::Array => Self::ARRAY,
            JsonType::Number => Self::NUMBER,
            JsonType::String => Self::STRING,
            JsonType::Integer => Self::INTEGER,
        }
    }

    /// The types of a list.
    #[must_use]
    pub fn of(types: &[JsonType]) -> Self {
        types.iter().fold(Self::NONE, |set, json_type| set.or(Self::one(*json_type)))
    }

    /// What a `type` keyword allows: everything when it is absent.
    #[must_use]
    pub fn allowed(types: &[JsonType]) -> Self {
        if types.is_empty() { Self::ALL } else { Self::of(types) }
    }

    /// The type of a value; a number without a fraction is an integer.
    #[must_use]
    pub fn of_value(value: &Value) -> Self {
        match value {
            Value::Null => Self::NULL,
            Value::Bool(_) => Self::BOOLEAN,
            Value::Object(_) => Self::OBJECT,
            Value::Array(_) => Self::ARRAY,
            Value::String(_) => Self::STRING,
            Value::Number(number) => {
                let fraction = number.as_f64().is_some_and(|float| float.fract() != 0.0);
                if fraction { Self::FRACTION } else { Self::INTEGER }
            }
        }
    }

    /// What is in one of two sets.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// What is in both sets.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// What is not in the other set.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// What is left without `null`, arrays and objects.
    #[must_use]
    pub const fn single(self) -> Self {
        self.without(Self::STRUCTURED).without(Self::NULL)
    }

    /// Whether it has arrays or objects and nothing else.
    #[must_use]
    pub const fn is_structured(self) -> bool {
        !self.is_empty() && self.without(Self::STRUCTURED).is_empty()
    }

    /// Whether all of a type is in the set.
    #[must_use]
    pub const fn has(self, json_type: JsonType) -> bool {
        let wanted = Self::one(json_type);
        self.0 & wanted.0 == wanted.0
    }

    /// Whether nothing is in the set.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The set as bits: null 1, boolean 2, object 4, array 8, fractions 16, string 32, integer 64.
    #[must_use]
    pub const fn bits(self) -> u8 {
        self.0
    }

    /// What the set leaves of a list of types, in its order. Where only whole numbers are left,
    /// `number` becomes `integer`; beside `number`, `integer` is left out.
    #[must_use]
    pub fn narrow(self, types: &[JsonType]) -> Vec<JsonType> {
        let mut left = Vec::with_capacity(types.len());
        for json_type in types {
            let json_type = match self.and(Self::one(*json_type)) {
                Self::NONE => continue,
                Self::INTEGER => JsonType::Integer,
                _ => *json_type,
            };
            if !left.contains(&json_type) {
                left.push(json_type);
            }
        }
        if left.contains(&JsonType::Number) {
            left.retain(|json_type| *json_type != JsonType::Integer);
        }
        left
    }
}

impl Schemas {
    /// The types that a value of the schema can have, as far as types, enumerations, constants and
    /// what they are combined with tell.
    #[must_use]
    pub fn types_of(&self, id: SchemaId) -> TypeSet {
        self.types_within(id, 0)
    }

    fn types_within(&self, id: SchemaId, depth: u8) -> TypeSet {
        if depth == MAX_DEPTH {
            return TypeSet::ALL;
        }
        let schema = &self[id];
        let mut set = TypeSet::allowed(&schema.types);
        let values = schema.enumeration.iter().flatten().chain(&schema.constant);
        let of_values = values.map(TypeSet::of_value).fold(TypeSet::NONE, TypeSet::or);
        if !of_values.is_empty() {
            // Listed numbers say nothing about how numbers are written.
            let numbers =
                if of_values.and(TypeSet::NUMBER).is_empty() { TypeSet::NONE } else { TypeSet::NUMBER };
            set = set.and(of_values.or(numbers));
        }
        for part in schema.reference.iter().chain(&schema.all_of) {
            set = set.and(self.types_within(*part, depth + 1));
        }
        for branches in [&schema.one_of, &schema.any_of] {
            if !branches.is_empty() {
                let union = branches.iter().map(|branch| self.types_within(*branch, depth + 1));
                set = set.and(union.fold(TypeSet::NONE, TypeSet::or));
            }
        }
        set
    }
}
