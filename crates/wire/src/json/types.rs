//! Sets of JSON types.

use std::fmt;

use super::Json;

/// A set of JSON types.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Types(
    /// One bit for each type, in the order of the constants.
    pub u8,
);

impl Types {
    /// No type at all.
    pub const NONE: Self = Self(0);
    /// `null`
    pub const NULL: Self = Self(1);
    /// `boolean`
    pub const BOOLEAN: Self = Self(2);
    /// `object`
    pub const OBJECT: Self = Self(4);
    /// `array`
    pub const ARRAY: Self = Self(8);
    /// `number`
    pub const NUMBER: Self = Self(16);
    /// `string`
    pub const STRING: Self = Self(32);
    /// `integer`
    pub const INTEGER: Self = Self(64);
    /// All types.
    pub const ALL: Self = Self(127);

    /// Arrays and objects.
    pub const STRUCTURED: Self = Self::OBJECT.or(Self::ARRAY);

    /// All other types.
    #[must_use]
    pub const fn complement(self) -> Self {
        Self(!self.0 & Self::ALL.0)
    }

    /// Whether the sets have a type in common.
    #[must_use]
    pub const fn intersects(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Both sets together.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether all types of the other set are in this one.
    #[must_use]
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether the value is of one of these types.
    #[must_use]
    pub fn admits(self, value: &Json<'_>) -> bool {
        match value {
            Json::File => true,
            Json::Null => self.has(Self::NULL),
            Json::Bool(_) => self.has(Self::BOOLEAN),
            Json::Object(_) => self.has(Self::OBJECT),
            Json::Array(_) => self.has(Self::ARRAY),
            Json::String(_) => self.has(Self::STRING),
            Json::Number(number) => {
                self.has(Self::NUMBER) || (self.has(Self::INTEGER) && number.is_integer())
            }
        }
    }
}

impl fmt::Debug for Types {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Types({:#b})", self.0)
    }
}
