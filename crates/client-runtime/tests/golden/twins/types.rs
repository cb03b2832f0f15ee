#![allow(
    missing_docs,
    unused_imports,
    clippy::large_enum_variant,
    clippy::option_option,
    reason = "shapes are taken from the document; of two nested options the outer one stands for absence"
)]
use unplug_wire::value::{self, absent, present, required};
/// The schema `Thing`.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct Thing {
    pub z: String,
    pub a: unplug_wire::json::Number,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub o: Option<Vec<String>>,
}
unplug_wire::value::type_schemas!(Thing);
