#![allow(
    missing_docs,
    unused_imports,
    clippy::large_enum_variant,
    clippy::option_option,
    reason = "as the document has it; of two options the outer one is about absence"
)]
use crate::runtime::value::{self, absent, present, required};
/// The schema `Color`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum Color {
    Red,
    Green,
    /// A value that the document does not name, as it stands.
    Other(String),
}
impl Color {
    /// The known values as they stand in JSON.
    pub const KNOWN: &'static [(Self, &'static str)] = &[
        (Self::Red, "red"),
        (Self::Green, "green"),
    ];
}
value::open_text!(Color);
/// The schema `Small`.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
pub struct Small {
    pub n: i64,
}
/// The schema `Thing`.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
pub struct Thing {
    pub a: String,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub tags: Option<Vec<String>>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub o: Option<ThingO>,
}
#[derive(Clone, Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
pub struct ThingO {
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub x: Option<i64>,
}
#[derive(Clone, Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
pub struct SearchFilter {
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub a: Option<String>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub b: Option<i64>,
}
