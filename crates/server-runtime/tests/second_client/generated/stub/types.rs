// Generated from second_client.yaml by the test golden.rs. Do not edit.

#![allow(
    missing_docs,
    unused_imports,
    clippy::large_enum_variant,
    clippy::option_option,
    reason = "shapes are taken from the document; of two nested options the outer one stands for absence"
)]
use unplug_wire::value::{self, absent, present, required};
/// The schema `Colors`.
pub type Colors = Vec<String>;
/// The schema `Rgb`.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct Rgb {
    #[serde(rename = "R")]
    pub r: i64,
    #[serde(rename = "G")]
    pub g: i64,
    #[serde(rename = "B")]
    pub b: i64,
}
#[derive(Clone, Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct QueryDeepObjectFilter {
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub size: Option<QueryDeepObjectFilterSize>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub tags: Option<Vec<String>>,
}
#[derive(Clone, Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct QueryDeepObjectFilterSize {
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub gte: Option<i64>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub lt: Option<i64>,
}
#[derive(Clone, Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct WholeQueryWhole {
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub text: Option<String>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub list: Option<Vec<String>>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub object: Option<Rgb>,
}
unplug_wire::value::type_schemas!(
    Colors, Rgb, QueryDeepObjectFilter, QueryDeepObjectFilterSize, WholeQueryWhole
);
