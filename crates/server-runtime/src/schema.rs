//! Schemas as static tables.
//!
//! The generator lowers every schema of a request to a list of [`Check`]s, and
//! [`validate`](super::validate) is one loop over them. What is no assertion (titles, defaults, a `format`
//! that the document does not assert) is not in the table.

use std::fmt::{self, Write as _};

use unplug_wire::json::{Json, Number, Types};

pub use unplug_wire::value::Format;

use super::pattern::Pattern as CompiledPattern;

pub use super::pattern::Pattern;

/// A schema: its checks, in order. A value is valid when all of them pass.
#[derive(Debug)]
pub struct Schema(pub &'static [Check]);

/// One assertion or applicator. Those about a type pass values of every other type.
#[derive(Debug)]
pub enum Check {
    /// The schema `false`.
    Nothing,
    /// `type`, with the names as the document lists them.
    Type(Types, &'static [&'static str]),
    /// `$ref`
    Reference(&'static Schema),
    /// `const`
    Const(Literal),
    /// `enum`
    Enum(&'static [Literal]),
    /// `not`
    Not(&'static Schema),
    /// `anyOf`
    AnyOf(&'static [&'static Schema]),
    /// `oneOf`
    OneOf(&'static [&'static Schema]),
    /// `allOf`
    AllOf(&'static [&'static Schema]),
    /// `if`, `then`, `else`
    If {
        /// `if`
        condition: &'static Schema,
        /// `then`
        then: Option<&'static Schema>,
        /// `else`
        otherwise: Option<&'static Schema>,
    },
    /// `maximum`
    Maximum(Number),
    /// `minimum`
    Minimum(Number),
    /// `exclusiveMaximum`
    ExclusiveMaximum(Number),
    /// `exclusiveMinimum`
    ExclusiveMinimum(Number),
    /// `multipleOf`
    MultipleOf(Number),
    /// `format` of an integer: the width of its Rust type, in bits (32 or 64).
    Width(u8),
    /// `format` of an integer that is never negative and may need all of 64 bits.
    Unsigned,
    /// `maxLength`, in code points
    MaxLength(u64),
    /// `minLength`, in code points
    MinLength(u64),
    /// `pattern`
    Pattern(&'static CompiledPattern),
    /// `format`, where the document asserts it
    Format(Format),
    /// `format` of a number that a float holds
    Double,
    /// `maxItems`
    MaxItems(u64),
    /// `minItems`
    MinItems(u64),
    /// `prefixItems`
    PrefixItems(&'static [&'static Schema]),
    /// `items`
    Items {
        /// Index of the first item that it applies to.
        from: usize,
        /// Schema of each.
        schema: &'static Schema,
    },
    /// `contains`
    Contains {
        /// Schema to find.
        schema: &'static Schema,
        /// `minContains`, 1 when absent.
        min: u64,
        /// `maxContains`
        max: Option<u64>,
    },
    /// `uniqueItems`
    UniqueItems,
    /// `unevaluatedItems`
    UnevaluatedItems {
        /// The schema that the keyword stands in.
        within: &'static Schema,
        /// Schema of every item that nothing else in it has evaluated.
        schema: &'static Schema,
    },
    /// `maxProperties`
    MaxProperties(u64),
    /// `minProperties`
    MinProperties(u64),
    /// `required`
    Required(&'static [&'static str]),
    /// `propertyNames`
    PropertyNames(&'static Schema),
    /// `additionalProperties`
    AdditionalProperties {
        /// Names that are not additional.
        properties: &'static [&'static str],
        /// Names that match one of these are not additional either.
        patterns: &'static [&'static CompiledPattern],
        /// Schema of every additional one.
        schema: &'static Schema,
    },
    /// `properties`
    Properties(&'static [(&'static str, &'static Schema)]),
    /// `patternProperties`
    PatternProperties(&'static [(&'static CompiledPattern, &'static Schema)]),
    /// `dependentRequired`
    DependentRequired(&'static [(&'static str, &'static [&'static str])]),
    /// `dependentSchemas`
    DependentSchemas(&'static [(&'static str, &'static Schema)]),
    /// `unevaluatedProperties`
    UnevaluatedProperties {
        /// The schema that the keyword stands in.
        within: &'static Schema,
        /// Schema of every member that nothing else in it has evaluated.
        schema: &'static Schema,
    },
}

impl Schema {
    /// Allows everything.
    pub const ANYTHING: Schema = Schema(&[]);
    /// Any text.
    pub const STRING: Schema = Schema(&[Check::STRING]);
    /// Any whole number of 64 bits.
    pub const INTEGER: Schema = Schema(&[Check::INTEGER, Check::Width(64)]);
    /// Any number.
    pub const NUMBER: Schema = Schema(&[Check::NUMBER]);
    /// `true` or `false`.
    pub const BOOLEAN: Schema = Schema(&[Check::BOOLEAN]);

    /// Whether it is the schema `false`.
    #[must_use]
    pub fn is_false(&self) -> bool {
        matches!(self.0, [Check::Nothing])
    }
}

impl Check {
    /// `type: null`
    pub const NULL: Self = Self::Type(Types::NULL, &["null"]);
    /// `type: boolean`
    pub const BOOLEAN: Self = Self::Type(Types::BOOLEAN, &["boolean"]);
    /// `type: object`
    pub const OBJECT: Self = Self::Type(Types::OBJECT, &["object"]);
    /// `type: array`
    pub const ARRAY: Self = Self::Type(Types::ARRAY, &["array"]);
    /// `type: number`
    pub const NUMBER: Self = Self::Type(Types::NUMBER, &["number"]);
    /// `type: string`
    pub const STRING: Self = Self::Type(Types::STRING, &["string"]);
    /// `type: integer`
    pub const INTEGER: Self = Self::Type(Types::INTEGER, &["integer"]);
}

/// A JSON value in a table.
#[derive(Clone, Debug, PartialEq)]
pub enum Literal {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number
    Number(Number),
    /// Text
    String(&'static str),
    /// Items
    Array(&'static [Literal]),
    /// Members
    Object(&'static [(&'static str, Literal)]),
}

impl PartialEq<Json<'_>> for Literal {
    fn eq(&self, value: &Json<'_>) -> bool {
        match (self, value) {
            (Self::Null, Json::Null) => true,
            (Self::Bool(left), Json::Bool(right)) => left == right,
            (Self::Number(left), Json::Number(right)) => left == right,
            (Self::String(left), Json::String(right)) => left == right,
            (Self::Array(left), Json::Array(right)) => {
                left.len() == right.len() && left.iter().zip(right).all(|(left, right)| left == right)
            }
            (Self::Object(left), Json::Object(right)) => {
                left.len() == right.len()
                    && left
                        .iter()
                        .all(|(name, expected)| value.member(name).is_some_and(|value| expected == value))
            }
            _ => false,
        }
    }
}

/// Writes JSON.
impl fmt::Display for Literal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => formatter.write_str("null"),
            Self::Bool(value) => write!(formatter, "{value}"),
            Self::Number(number) => write!(formatter, "{number}"),
            Self::String(text) => quoted(formatter, text),
            Self::Array(items) => {
                formatter.write_char('[')?;
                for (index, item) in items.iter().enumerate() {
                    write!(formatter, "{}{item}", if index == 0 { "" } else { "," })?;
                }
                formatter.write_char(']')
            }
            Self::Object(members) => {
                formatter.write_char('{')?;
                for (index, (name, value)) in members.iter().enumerate() {
                    formatter.write_str(if index == 0 { "" } else { "," })?;
                    quoted(formatter, name)?;
                    write!(formatter, ":{value}")?;
                }
                formatter.write_char('}')
            }
        }
    }
}

fn quoted(formatter: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    formatter.write_str(&serde_json::to_string(text).map_err(|_| fmt::Error)?)
}
