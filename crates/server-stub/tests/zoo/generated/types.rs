// Generated from zoo.yaml by the test golden.rs. Do not edit.

use crate::runtime::value;
/// The schema `Page`.
#[derive(Clone, Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
pub struct Page {
    /// The property `size`.
    #[serde(
        default,
        deserialize_with = "value::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub size: Option<i64>,
    /// The property `after`.
    #[serde(
        default,
        deserialize_with = "value::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub after: Option<String>,
}
/// The schema `Problem`.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
pub struct Problem {
    /// The property `reason`.
    pub reason: String,
}
/// The schema `Animal`.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
pub struct Animal {
    /// The property `name`.
    pub name: String,
    /// The property `weight`.
    #[serde(
        default,
        deserialize_with = "value::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub weight: Option<f64>,
    /// The property `born`.
    #[serde(
        default,
        deserialize_with = "value::present",
        skip_serializing_if = "Option::is_none"
    )]
    #[allow(
        clippy::option_option,
        reason = "the outer one is about absence, the inner one about null"
    )]
    pub born: Option<Option<String>>,
    /// The property `legs`.
    #[serde(
        default,
        deserialize_with = "value::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub legs: Option<i64>,
    /// The property `parents`.
    #[serde(
        default,
        deserialize_with = "value::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub parents: Option<Vec<Animal>>,
    /// Members that the document does not name.
    #[serde(flatten)]
    pub additional: std::collections::BTreeMap<String, String>,
}
/// The schema `Checked`.
#[derive(Clone, Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
pub struct Checked {
    /// The property `unevaluated`.
    #[serde(
        default,
        deserialize_with = "value::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub unevaluated: Option<CheckedUnevaluated>,
    /// The property `items`.
    #[serde(
        default,
        deserialize_with = "value::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub items: Option<Vec<serde_json::Value>>,
    /// The property `names`.
    #[serde(
        default,
        deserialize_with = "value::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub names: Option<serde_json::Map<String, serde_json::Value>>,
    /// The property `broken`.
    #[serde(
        default,
        deserialize_with = "value::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub broken: Option<CheckedBroken>,
    /// The property `dependent`.
    #[serde(
        default,
        deserialize_with = "value::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub dependent: Option<serde_json::Map<String, serde_json::Value>>,
    /// The property `choice`.
    #[serde(
        default,
        deserialize_with = "value::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub choice: Option<CheckedChoice>,
    /// The property `branches`.
    #[serde(
        default,
        deserialize_with = "value::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub branches: Option<CheckedBranches>,
    /// The property `negated`.
    #[serde(
        default,
        deserialize_with = "value::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub negated: Option<serde_json::Value>,
    /// The property `unique`.
    #[serde(
        default,
        deserialize_with = "value::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub unique: Option<Vec<CheckedUniqueItem>>,
    /// The property `tree`.
    #[serde(
        default,
        deserialize_with = "value::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub tree: Option<Tree>,
}
/// The schema at `/components/schemas/Checked/properties/unevaluated`.
#[derive(Clone, Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
pub struct CheckedUnevaluated {
    /// The property `a`.
    #[serde(
        default,
        deserialize_with = "value::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub a: Option<String>,
}
/// The schema at `/components/schemas/Checked/properties/broken`.
#[derive(Clone, Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
pub struct CheckedBroken {
    /// The property `text`.
    #[serde(
        default,
        deserialize_with = "value::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub text: Option<String>,
    /// Members that the document does not name.
    #[serde(flatten)]
    pub additional: serde_json::Map<String, serde_json::Value>,
}
/// The schema at `/components/schemas/Checked/properties/choice`.
#[allow(
    clippy::large_enum_variant,
    reason = "the sizes are the document's; a box would be in everybody's way"
)]
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[serde(untagged)]
pub enum CheckedChoice {
    /// `Integer`.
    Integer(i64),
    /// `String`.
    String(String),
}
impl From<i64> for CheckedChoice {
    fn from(value: i64) -> Self {
        Self::Integer(value)
    }
}
impl From<String> for CheckedChoice {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}
impl<'de> serde::Deserialize<'de> for CheckedChoice {
    fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        let json: serde_json::Value = serde::Deserialize::deserialize(deserializer)?;
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
/// The schema at `/components/schemas/Checked/properties/branches`.
#[allow(
    clippy::large_enum_variant,
    reason = "the sizes are the document's; a box would be in everybody's way"
)]
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[serde(untagged)]
pub enum CheckedBranches {
    /// `Variant1`.
    Variant1(serde_json::Value),
    /// `N1`.
    N1(CheckedBranchesN1),
}
impl From<serde_json::Value> for CheckedBranches {
    fn from(value: serde_json::Value) -> Self {
        Self::Variant1(value)
    }
}
impl From<CheckedBranchesN1> for CheckedBranches {
    fn from(value: CheckedBranchesN1) -> Self {
        Self::N1(value)
    }
}
impl<'de> serde::Deserialize<'de> for CheckedBranches {
    fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        let json: serde_json::Value = serde::Deserialize::deserialize(deserializer)?;
        let mut trial = value::Trial::new("CheckedBranches", &json);
        trial.attempt("Variant1", true, Self::Variant1);
        trial.attempt("N1", true, Self::N1);
        trial.best()
    }
}
/// The schema at `/components/schemas/Checked/properties/branches/oneOf/1`.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub struct CheckedBranchesN1;
impl CheckedBranchesN1 {
    /// The only value there is, as a JSON text.
    pub const JSON: &'static str = "1";
}
value::constant_json!(CheckedBranchesN1);
/// The schema at `/components/schemas/Checked/properties/unique/items`.
#[allow(
    clippy::large_enum_variant,
    reason = "the sizes are the document's; a box would be in everybody's way"
)]
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[serde(untagged)]
pub enum CheckedUniqueItem {
    /// `Integer`.
    Integer(i64),
    /// `Object`.
    Object(serde_json::Map<String, serde_json::Value>),
}
impl From<i64> for CheckedUniqueItem {
    fn from(value: i64) -> Self {
        Self::Integer(value)
    }
}
impl From<serde_json::Map<String, serde_json::Value>> for CheckedUniqueItem {
    fn from(value: serde_json::Map<String, serde_json::Value>) -> Self {
        Self::Object(value)
    }
}
impl<'de> serde::Deserialize<'de> for CheckedUniqueItem {
    fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        let json: serde_json::Value = serde::Deserialize::deserialize(deserializer)?;
        let mut trial = value::Trial::new("CheckedUniqueItem", &json);
        trial.attempt("Integer", true, Self::Integer);
        trial.attempt("Object", true, Self::Object);
        trial.exactly_one()
    }
}
/// The schema `Tree`.
#[derive(Clone, Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
pub struct Tree {
    /// The property `children`.
    #[serde(
        default,
        deserialize_with = "value::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub children: Option<Vec<Tree>>,
    /// The property `size`.
    #[serde(
        default,
        deserialize_with = "value::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub size: Option<i64>,
}
/// The schema at `/paths/~1animals~1{id}/get/parameters/4/schema`.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
pub struct GetAnimalNear {
    /// The property `lat`.
    pub lat: f64,
    /// The property `lon`.
    pub lon: f64,
}
/// The schema at `/paths/~1animals~1{id}/get/parameters/5/content/application~1json/schema`.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
pub struct GetAnimalFilter {
    /// The property `age`.
    pub age: i64,
}
/// The schema at `/paths/~1animals~1{id}/get/parameters/8/schema`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum GetAnimalTheme {
    /// `dark`
    Dark,
    /// `light`
    Light,
    /// A value that the document does not name, as it stands.
    Other(String),
}
impl GetAnimalTheme {
    /// The text as it stands in JSON.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Dark => "dark",
            Self::Light => "light",
            Self::Other(text) => text,
        }
    }
}
impl From<&str> for GetAnimalTheme {
    fn from(text: &str) -> Self {
        match text {
            "dark" => Self::Dark,
            "light" => Self::Light,
            other => Self::Other(other.to_owned()),
        }
    }
}
value::open_text!(GetAnimalTheme);
/// The schema at `/paths/~1animals~1{id}/put/requestBody/content/application~1x-www-form-urlencoded/schema`.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
pub struct PutAnimalBodyForm {
    /// The property `name`.
    pub name: String,
    /// The property `legs`.
    #[serde(
        default,
        deserialize_with = "value::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub legs: Option<i64>,
    /// The property `toys`.
    #[serde(
        default,
        deserialize_with = "value::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub toys: Option<Vec<String>>,
}
/// The schema at `/paths/~1reports~1{name}.{extension}/get/parameters/1/schema`.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub struct GetReportExtension;
impl GetReportExtension {
    /// The only value there is.
    pub const VALUE: &'static str = "pdf";
}
value::constant_text!(GetReportExtension);
/// The schema at `/paths/~1maze~1{label}~1{matrix}~1{list}/get/parameters/2/schema`.
#[derive(Clone, Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
pub struct WalkMazeList {
    /// The property `x`.
    #[serde(
        default,
        deserialize_with = "value::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub x: Option<i64>,
    /// The property `y`.
    #[serde(
        default,
        deserialize_with = "value::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub y: Option<i64>,
}
/// The schema at `/paths/~1uploads/post/requestBody/content/multipart~1form-data/schema`.
#[derive(Clone, Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
pub struct UploadBody {
    /// The property `file`.
    #[serde(
        default,
        deserialize_with = "value::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub file: Option<String>,
}
