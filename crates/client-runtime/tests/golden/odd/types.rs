#![allow(
    missing_docs,
    unused_imports,
    clippy::large_enum_variant,
    clippy::option_option,
    reason = "shapes are taken from the document; of two nested options the outer one stands for absence"
)]
use unplug_wire::value::{self, absent, present, required};
/// The schema `Color`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum Color {
    Red,
    Green,
    /// A value that the document does not name, as it stands.
    Other(String),
}
value::open_text!(Color, Red = "red", Green = "green");
/// The schema `Small`.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct Small {
    pub n: i64,
}
/// The schema `Parcel`.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct Parcel {
    pub scans: Vec<String>,
    pub label: serde_json::Value,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub manual: Option<String>,
    pub sizes: Vec<unplug_wire::json::Number>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub note: Option<Option<String>>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub open: Option<ParcelOpen>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub stops: Option<Vec<Thing>>,
    pub a: String,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub tags: Option<Vec<String>>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub o: Option<ThingO>,
}
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
#[serde(untagged)]
pub enum ParcelOpen {
    String(String),
    Integer(i64),
    Object(serde_json::Map<String, serde_json::Value>),
}
value::choice!(ParcelOpen, ExactlyOne);
value::from_variants!(
    ParcelOpen, String : String, Integer : i64, Object : serde_json::Map < String,
    serde_json::Value >
);
impl<'de> serde::Deserialize<'de> for ParcelOpen {
    fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        let json: unplug_wire::json::Json<'_> = serde::Deserialize::deserialize(
            deserializer,
        )?;
        let mut trial = value::Trial::new("ParcelOpen", &json);
        trial.attempt("String", true, Self::String);
        trial.attempt("Integer", true, Self::Integer);
        trial.attempt("Object", true, Self::Object);
        trial.exactly_one()
    }
}
/// The schema `Thing`.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct Thing {
    pub a: String,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub tags: Option<Vec<String>>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub o: Option<ThingO>,
}
#[derive(Clone, Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct ThingO {
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub x: Option<i64>,
}
#[derive(Clone, Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct SearchFilter {
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub a: Option<String>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub b: Option<i64>,
}
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
#[serde(untagged)]
pub enum LockedEither {
    String(String),
    Array(Vec<String>),
}
value::choice!(LockedEither, AnyOf);
value::from_variants!(LockedEither, String : String, Array : Vec < String >);
impl<'de> serde::Deserialize<'de> for LockedEither {
    fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        let json: unplug_wire::json::Json<'_> = serde::Deserialize::deserialize(
            deserializer,
        )?;
        let mut trial = value::Trial::new("LockedEither", &json);
        trial.attempt("String", true, Self::String);
        trial.attempt("Array", true, Self::Array);
        trial.best()
    }
}
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
#[serde(untagged)]
pub enum PairsOkXUnion {
    Integer(i64),
    String(String),
}
value::choice!(PairsOkXUnion, ExactlyOne);
value::from_variants!(PairsOkXUnion, Integer : i64, String : String);
impl<'de> serde::Deserialize<'de> for PairsOkXUnion {
    fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        let json: unplug_wire::json::Json<'_> = serde::Deserialize::deserialize(
            deserializer,
        )?;
        let mut trial = value::Trial::new("PairsOkXUnion", &json);
        trial.attempt("Integer", true, Self::Integer);
        trial.attempt("String", true, Self::String);
        trial.exactly_one()
    }
}
unplug_wire::value::type_schemas!(
    Color, Small, Parcel, ParcelOpen, Thing, ThingO, SearchFilter, LockedEither,
    PairsOkXUnion
);
