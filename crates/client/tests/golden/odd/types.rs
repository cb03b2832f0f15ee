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
/// The schema `Parcel`.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
pub struct Parcel {
    pub scans: Vec<String>,
    pub label: serde_json::Value,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub manual: Option<String>,
    pub sizes: Vec<f64>,
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
#[serde(untagged)]
pub enum ParcelOpen {
    String(String),
    Integer(i64),
    Object(serde_json::Map<String, serde_json::Value>),
}
value::from_variant!(ParcelOpen::String, (String));
value::from_variant!(ParcelOpen::Integer, (i64));
value::from_variant!(
    ParcelOpen::Object, (serde_json::Map < String, serde_json::Value >)
);
impl<'de> serde::Deserialize<'de> for ParcelOpen {
    fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        let json: serde_json::Value = serde::Deserialize::deserialize(deserializer)?;
        let mut trial = value::Trial::new("ParcelOpen", &json);
        trial.attempt("String", true, Self::String);
        trial.attempt("Integer", true, Self::Integer);
        trial.attempt("Object", true, Self::Object);
        trial.exactly_one()
    }
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
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[serde(untagged)]
pub enum LockedEither {
    String(String),
    Array(Vec<String>),
}
value::from_variant!(LockedEither::String, (String));
value::from_variant!(LockedEither::Array, (Vec < String >));
impl<'de> serde::Deserialize<'de> for LockedEither {
    fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        let json: serde_json::Value = serde::Deserialize::deserialize(deserializer)?;
        let mut trial = value::Trial::new("LockedEither", &json);
        trial.attempt("String", true, Self::String);
        trial.attempt("Array", true, Self::Array);
        trial.best()
    }
}
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[serde(untagged)]
pub enum PairsOkXUnion {
    Integer(i64),
    String(String),
}
value::from_variant!(PairsOkXUnion::Integer, (i64));
value::from_variant!(PairsOkXUnion::String, (String));
impl<'de> serde::Deserialize<'de> for PairsOkXUnion {
    fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        let json: serde_json::Value = serde::Deserialize::deserialize(deserializer)?;
        let mut trial = value::Trial::new("PairsOkXUnion", &json);
        trial.attempt("Integer", true, Self::Integer);
        trial.attempt("String", true, Self::String);
        trial.exactly_one()
    }
}
