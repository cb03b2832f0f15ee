//! The name that the type of an inline schema gets.

use unplug_openapi::ir::{SchemaId, Schemas};

use crate::names::pascal;

/// Name that a type gets when its schema has none of its own, in Pascal case: it says where the
/// schema is declared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct InlineName(String);

impl InlineName {
    /// The name as it is.
    pub(crate) fn new(name: impl Into<String>) -> Self {
        Self(name.into())
    }

    /// The name of a part: a property, an item, a variant.
    pub(crate) fn child(&self, name: &str) -> Self {
        Self(format!("{}{}", self.0, pascal(name)))
    }

    /// The text of the name.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// The name of a schema that a parameter, header or body refers to: a component of that kind
    /// gives its own name, so that all operations that share it share the type.
    pub(crate) fn of(schemas: &Schemas, id: SchemaId, otherwise: Self) -> Self {
        schemas[id].holder.as_ref().map_or(otherwise, |name| Self(pascal(name)))
    }
}
