//! Names and descriptions of listed values, which documents give beside `enum`.

use serde_json::Value;

use super::Schema;

/// Extensions that name the values of an `enum`, the usual one first.
pub(crate) const VALUE_NAMES: [&str; 2] = ["x-enum-varnames", "x-enumNames"];

/// Extensions that describe the values of an `enum`, the usual one first.
pub(crate) const VALUE_DESCRIPTIONS: [&str; 2] = ["x-enum-descriptions", "x-enumDescriptions"];

impl Schema {
    /// The name that the document gives a listed value (`x-enum-varnames`).
    #[must_use]
    pub fn value_name(&self, value: &Value) -> Option<&str> {
        self.value_label(&VALUE_NAMES, value)
    }

    /// The description that the document gives a listed value (`x-enum-descriptions`).
    #[must_use]
    pub fn value_description(&self, value: &Value) -> Option<&str> {
        self.value_label(&VALUE_DESCRIPTIONS, value)
    }

    /// A label by position in a list that is as long as that of the values, or by value in a map.
    fn value_label(&self, extensions: &[&str], value: &Value) -> Option<&str> {
        let listed = self.enumeration.as_ref().or(self.extensible_enumeration.as_ref())?;
        let label = match extensions.iter().find_map(|name| self.extensions.get(*name))? {
            Value::Array(labels) if labels.len() == listed.len() => {
                labels.get(listed.iter().position(|known| known == value)?)
            }
            Value::Object(labels) => labels.get(&label_key(value)),
            _ => None,
        };
        label?.as_str().map(str::trim).filter(|label| !label.is_empty())
    }
}

/// A listed value as it is written as the name of a member: text without its quotes.
pub(crate) fn label_key(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
