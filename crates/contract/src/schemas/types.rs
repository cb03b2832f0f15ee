//! Sets of JSON types.

use serde_json::Value;
use unplug_openapi::ir::JsonType;

/// A set of types. Numbers are whole ones and fractions, so that `integer` is a part of `number`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub(crate) struct Types(u8);

/// What the keywords of a schema are about; `null` has none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Kind {
    Boolean,
    Number,
    String,
    Array,
    Object,
}

impl Kind {
    pub(crate) const ALL: [Self; 5] = [Self::Boolean, Self::Number, Self::String, Self::Array, Self::Object];

    pub(crate) fn types(self) -> Types {
        match self {
            Self::Boolean => Types::BOOLEAN,
            Self::Number => Types::NUMBER,
            Self::String => Types::STRING,
            Self::Array => Types::ARRAY,
            Self::Object => Types::OBJECT,
        }
    }
}

impl Types {
    pub(crate) const NONE: Self = Self(0);
    pub(crate) const NULL: Self = Self(1);
    pub(crate) const BOOLEAN: Self = Self(2);
    pub(crate) const OBJECT: Self = Self(4);
    pub(crate) const ARRAY: Self = Self(8);
    pub(crate) const STRING: Self = Self(16);
    pub(crate) const INTEGER: Self = Self(32);
    pub(crate) const FRACTION: Self = Self(64);
    pub(crate) const NUMBER: Self = Self(96);
    /// Everything but `null`, which is kept apart.
    pub(crate) const VALUES: Self = Self(126);

    /// What `type` says; everything when it says nothing.
    pub(crate) fn of(types: &[JsonType]) -> Self {
        if types.is_empty() {
            return Self(127);
        }
        types.iter().fold(Self::NONE, |all, one| all.or(Self::one(*one)))
    }

    fn one(json: JsonType) -> Self {
        match json {
            JsonType::Null => Self::NULL,
            JsonType::Boolean => Self::BOOLEAN,
            JsonType::Object => Self::OBJECT,
            JsonType::Array => Self::ARRAY,
            JsonType::Number => Self::NUMBER,
            JsonType::String => Self::STRING,
            JsonType::Integer => Self::INTEGER,
        }
    }

    pub(crate) fn of_value(value: &Value) -> Self {
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

    pub(crate) fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(crate) fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    pub(crate) fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    pub(crate) fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub(crate) fn bits(self) -> u8 {
        self.0
    }

    /// For example `integer or string`.
    pub(crate) fn words(self) -> String {
        if self.and(Self::VALUES) == Self::VALUES {
            return "anything".to_owned();
        }
        let number = if self.and(Self::NUMBER) == Self::INTEGER { "integer" } else { "number" };
        let names = [
            (Self::OBJECT, "object"),
            (Self::ARRAY, "array"),
            (Self::STRING, "string"),
            (Self::NUMBER, number),
            (Self::BOOLEAN, "boolean"),
            (Self::NULL, "null"),
        ];
        let found: Vec<&str> =
            names.iter().filter(|(types, _)| !self.and(*types).is_empty()).map(|(_, name)| *name).collect();
        if found.is_empty() { "nothing".to_owned() } else { found.join(" or ") }
    }
}
