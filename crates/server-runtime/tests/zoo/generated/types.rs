// Generated from zoo.yaml by the test golden.rs. Do not edit.

#![allow(
    missing_docs,
    unused_imports,
    clippy::large_enum_variant,
    clippy::option_option,
    reason = "shapes are taken from the document; of two nested options the outer one stands for absence"
)]
use unplug_wire::value::{self, absent, present, required};
/// The schema `Upload`.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct Upload {
    pub animal: Animal,
    pub photo: String,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub more: Option<Vec<serde_json::Value>>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub sketch: Option<serde_json::Value>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub caption: Option<Option<String>>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub notes: Option<String>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub legs: Option<i64>,
    pub tags: Vec<String>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub relatives: Option<Vec<UploadRelativesItem>>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub either: Option<String>,
}
/// The schema `Animal`.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct Animal {
    pub name: String,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub weight: Option<unplug_wire::json::Number>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub born: Option<Option<String>>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub legs: Option<i64>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub parents: Option<Vec<Animal>>,
    /// Members that the document does not name.
    #[serde(flatten, deserialize_with = "value::undeclared")]
    pub additional: std::collections::BTreeMap<String, String>,
}
#[derive(Clone, Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct UploadRelativesItem {
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub kind: Option<UploadRelativesItemKind>,
}
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum UploadRelativesItemKind {
    Aunt,
    Uncle,
    /// A value that the document does not name, as it stands.
    Other(String),
}
value::open_text!(UploadRelativesItemKind, Aunt = "aunt", Uncle = "uncle");
/// The schema `Page`.
#[derive(Clone, Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct Page {
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub size: Option<i64>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub after: Option<String>,
}
/// The schema `Problem`.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct Problem {
    pub reason: String,
}
/// The schema `Checked`.
#[derive(Clone, Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct Checked {
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub unevaluated: Option<CheckedUnevaluated>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub items: Option<Vec<serde_json::Value>>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub names: Option<serde_json::Map<String, serde_json::Value>>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub broken: Option<CheckedBroken>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub dependent: Option<serde_json::Map<String, serde_json::Value>>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub choice: Option<CheckedChoice>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub branches: Option<CheckedBranches>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub negated: Option<serde_json::Value>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub unique: Option<Vec<CheckedUniqueItem>>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub tree: Option<Tree>,
}
#[derive(Clone, Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct CheckedUnevaluated {
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub a: Option<String>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub b: Option<serde_json::Value>,
}
#[derive(Clone, Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct CheckedBroken {
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub text: Option<String>,
    /// Members that the document does not name.
    #[serde(flatten)]
    pub additional: serde_json::Map<String, serde_json::Value>,
}
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
#[serde(untagged)]
pub enum CheckedChoice {
    Integer(i64),
    String(String),
}
value::choice!(CheckedChoice, AnyOf, String : [Text(& [EndsWith("ok")])]);
value::from_variants!(CheckedChoice, Integer : i64, String : String);
impl<'de> serde::Deserialize<'de> for CheckedChoice {
    fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        let json: unplug_wire::json::Json<'_> = serde::Deserialize::deserialize(
            deserializer,
        )?;
        let mut trial = value::Trial::new("CheckedChoice", &json);
        trial.attempt("Integer", true, Self::Integer);
        trial
            .attempt(
                "String",
                json.as_str().is_none_or(|text| text.ends_with("ok")),
                Self::String,
            );
        trial.best()
    }
}
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
#[serde(untagged)]
pub enum CheckedBranches {
    Variant1(serde_json::Value),
    N1(CheckedBranchesN1),
}
value::choice!(CheckedBranches, AnyOf);
value::from_variants!(
    CheckedBranches, Variant1 : serde_json::Value, N1 : CheckedBranchesN1
);
impl<'de> serde::Deserialize<'de> for CheckedBranches {
    fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        let json: unplug_wire::json::Json<'_> = serde::Deserialize::deserialize(
            deserializer,
        )?;
        let mut trial = value::Trial::new("CheckedBranches", &json);
        trial.attempt("Variant1", true, Self::Variant1);
        trial.attempt("N1", true, Self::N1);
        trial.best()
    }
}
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub struct CheckedBranchesN1;
value::constant_json!(CheckedBranchesN1, "1");
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
#[serde(untagged)]
pub enum CheckedUniqueItem {
    Integer(i64),
    Object(serde_json::Map<String, serde_json::Value>),
}
value::choice!(CheckedUniqueItem, ExactlyOne);
value::from_variants!(
    CheckedUniqueItem, Integer : i64, Object : serde_json::Map < String,
    serde_json::Value >
);
impl<'de> serde::Deserialize<'de> for CheckedUniqueItem {
    fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        let json: unplug_wire::json::Json<'_> = serde::Deserialize::deserialize(
            deserializer,
        )?;
        let mut trial = value::Trial::new("CheckedUniqueItem", &json);
        trial.attempt("Integer", true, Self::Integer);
        trial.attempt("Object", true, Self::Object);
        trial.exactly_one()
    }
}
/// The schema `Tree`.
#[derive(Clone, Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct Tree {
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub children: Option<Vec<Tree>>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub size: Option<i64>,
}
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct GetAnimalNear {
    pub lat: unplug_wire::json::Number,
    pub lon: unplug_wire::json::Number,
}
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct GetAnimalFilter {
    pub age: i64,
}
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum GetAnimalTheme {
    Dark,
    Light,
    /// A value that the document does not name, as it stands.
    Other(String),
}
value::open_text!(GetAnimalTheme, Dark = "dark", Light = "light");
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct PutAnimalBodyForm {
    pub name: String,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub legs: Option<i64>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub toys: Option<Vec<String>>,
}
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub struct GetReportExtension;
value::constant_text!(GetReportExtension, "pdf");
#[derive(Clone, Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct WalkMazeList {
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub x: Option<i64>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub y: Option<i64>,
}
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub struct ReplaceUploadsBodyMultipartFormDataKind;
value::constant_text!(ReplaceUploadsBodyMultipartFormDataKind, "all");
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
#[serde(untagged)]
pub enum ReplaceUploadsBodyMultipartFormDataType {
    Integer(i64),
    String(String),
}
value::choice!(ReplaceUploadsBodyMultipartFormDataType, ExactlyOne);
value::from_variants!(
    ReplaceUploadsBodyMultipartFormDataType, Integer : i64, String : String
);
impl<'de> serde::Deserialize<'de> for ReplaceUploadsBodyMultipartFormDataType {
    fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        let json: unplug_wire::json::Json<'_> = serde::Deserialize::deserialize(
            deserializer,
        )?;
        let mut trial = value::Trial::new(
            "ReplaceUploadsBodyMultipartFormDataType",
            &json,
        );
        trial.attempt("Integer", true, Self::Integer);
        trial.attempt("String", true, Self::String);
        trial.exactly_one()
    }
}
#[derive(Clone, Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct StylesDeep {
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub at: Option<StylesDeepAt>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub names: Option<Vec<String>>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub any: Option<serde_json::Value>,
}
#[derive(Clone, Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct StylesDeepAt {
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub from: Option<i64>,
}
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
#[serde(untagged)]
pub enum StylesEither {
    Integer(i64),
    Array(Vec<i64>),
}
value::choice!(StylesEither, AnyOf);
value::from_variants!(StylesEither, Integer : i64, Array : Vec < i64 >);
impl<'de> serde::Deserialize<'de> for StylesEither {
    fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        let json: unplug_wire::json::Json<'_> = serde::Deserialize::deserialize(
            deserializer,
        )?;
        let mut trial = value::Trial::new("StylesEither", &json);
        trial.attempt("Integer", true, Self::Integer);
        trial.attempt("Array", true, Self::Array);
        trial.best()
    }
}
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
#[serde(untagged)]
pub enum StylesMixed {
    Integer(i64),
    String(String),
}
value::choice!(StylesMixed, ExactlyOne);
value::from_variants!(StylesMixed, Integer : i64, String : String);
impl<'de> serde::Deserialize<'de> for StylesMixed {
    fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        let json: unplug_wire::json::Json<'_> = serde::Deserialize::deserialize(
            deserializer,
        )?;
        let mut trial = value::Trial::new("StylesMixed", &json);
        trial.attempt("Integer", true, Self::Integer);
        trial.attempt("String", true, Self::String);
        trial.exactly_one()
    }
}
#[derive(Clone, Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct StylesCrumbs {
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub a: Option<i64>,
}
#[derive(Clone, Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct StylesOkXObject {
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub a: Option<String>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub b: Option<i64>,
}
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
#[serde(untagged)]
pub enum StylesOkXUnion {
    Integer(i64),
    String(String),
}
value::choice!(StylesOkXUnion, ExactlyOne);
value::from_variants!(StylesOkXUnion, Integer : i64, String : String);
impl<'de> serde::Deserialize<'de> for StylesOkXUnion {
    fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        let json: unplug_wire::json::Json<'_> = serde::Deserialize::deserialize(
            deserializer,
        )?;
        let mut trial = value::Trial::new("StylesOkXUnion", &json);
        trial.attempt("Integer", true, Self::Integer);
        trial.attempt("String", true, Self::String);
        trial.exactly_one()
    }
}
unplug_wire::value::type_schemas!(
    Upload, Animal, UploadRelativesItem, UploadRelativesItemKind, Page, Problem, Checked,
    CheckedUnevaluated, CheckedBroken, CheckedChoice, CheckedBranches, CheckedBranchesN1,
    CheckedUniqueItem, Tree, GetAnimalNear, GetAnimalFilter, GetAnimalTheme,
    PutAnimalBodyForm, GetReportExtension, WalkMazeList,
    ReplaceUploadsBodyMultipartFormDataKind, ReplaceUploadsBodyMultipartFormDataType,
    StylesDeep, StylesDeepAt, StylesEither, StylesMixed, StylesCrumbs, StylesOkXObject,
    StylesOkXUnion
);
