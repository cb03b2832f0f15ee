// Generated from second_client.yaml by the test golden.rs. Do not edit.

#![allow(
    missing_docs,
    unused_imports,
    clippy::large_enum_variant,
    clippy::option_option,
    reason = "shapes are taken from the document; of two nested options the outer one stands for absence"
)]
use unplug_wire::value::{self, absent, present, required};
/// The schema `Numbers`.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct Numbers {
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub plain: Option<unplug_wire::json::Number>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub float: Option<f64>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub count: Option<i64>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub long: Option<unplug_wire::json::Number>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub limited: Option<unplug_wire::json::Number>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub listed: Option<NumbersListed>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub either: Option<NumbersEither>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub several: Option<NumbersSeveral>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub defaulted: Option<unplug_wire::json::Number>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub map: Option<std::collections::BTreeMap<String, unplug_wire::json::Number>>,
    /// Members that the document does not name.
    #[serde(flatten)]
    pub additional: std::collections::BTreeMap<String, unplug_wire::json::Number>,
}
impl<'de> serde::Deserialize<'de> for Numbers {
    fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        /// The members that the document names.
        #[derive(serde::Deserialize)]
        struct Declared {
            #[serde(
                default,
                deserialize_with = "present",
                skip_serializing_if = "absent"
            )]
            pub plain: Option<unplug_wire::json::Number>,
            #[serde(
                default,
                deserialize_with = "present",
                skip_serializing_if = "absent"
            )]
            pub float: Option<f64>,
            #[serde(
                default,
                deserialize_with = "present",
                skip_serializing_if = "absent"
            )]
            pub count: Option<i64>,
            #[serde(
                default,
                deserialize_with = "present",
                skip_serializing_if = "absent"
            )]
            pub long: Option<unplug_wire::json::Number>,
            #[serde(
                default,
                deserialize_with = "present",
                skip_serializing_if = "absent"
            )]
            pub limited: Option<unplug_wire::json::Number>,
            #[serde(
                default,
                deserialize_with = "present",
                skip_serializing_if = "absent"
            )]
            pub listed: Option<NumbersListed>,
            #[serde(
                default,
                deserialize_with = "present",
                skip_serializing_if = "absent"
            )]
            pub either: Option<NumbersEither>,
            #[serde(
                default,
                deserialize_with = "present",
                skip_serializing_if = "absent"
            )]
            pub several: Option<NumbersSeveral>,
            #[serde(
                default,
                deserialize_with = "present",
                skip_serializing_if = "absent"
            )]
            pub defaulted: Option<unplug_wire::json::Number>,
            #[serde(
                default,
                deserialize_with = "present",
                skip_serializing_if = "absent"
            )]
            pub map: Option<
                std::collections::BTreeMap<String, unplug_wire::json::Number>,
            >,
        }
        let (declared, additional): (Declared, _) = value::parted(
            deserializer,
            &[
                "plain",
                "float",
                "count",
                "long",
                "limited",
                "listed",
                "either",
                "several",
                "defaulted",
                "map",
            ],
        )?;
        Ok(Self {
            plain: declared.plain,
            float: declared.float,
            count: declared.count,
            long: declared.long,
            limited: declared.limited,
            listed: declared.listed,
            either: declared.either,
            several: declared.several,
            defaulted: declared.defaulted,
            map: declared.map,
            additional,
        })
    }
}
#[derive(Clone, Debug, PartialEq)]
pub enum NumbersListed {
    N0_5,
    N1,
    N1000_0,
    /// A value that the document does not name, as it stands.
    Other(serde_json::Value),
}
value::open_value!(NumbersListed, N0_5 = "0.5", N1 = "1", N1000_0 = "1000.0");
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
#[serde(untagged)]
pub enum NumbersEither {
    Number(unplug_wire::json::Number),
    String(String),
}
value::choice!(NumbersEither, ExactlyOne);
value::from_variants!(
    NumbersEither, Number : unplug_wire::json::Number, String : String
);
impl<'de> serde::Deserialize<'de> for NumbersEither {
    fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        let json: unplug_wire::json::Json<'_> = serde::Deserialize::deserialize(
            deserializer,
        )?;
        let mut trial = value::Trial::new("NumbersEither", &json);
        trial.attempt("Number", true, Self::Number);
        trial.attempt("String", true, Self::String);
        trial.exactly_one()
    }
}
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
#[serde(untagged)]
pub enum NumbersSeveral {
    Array(Vec<unplug_wire::json::Number>),
    Number(unplug_wire::json::Number),
}
value::choice!(NumbersSeveral, AnyOf);
value::from_variants!(
    NumbersSeveral, Array : Vec < unplug_wire::json::Number >, Number :
    unplug_wire::json::Number
);
impl<'de> serde::Deserialize<'de> for NumbersSeveral {
    fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        let json: unplug_wire::json::Json<'_> = serde::Deserialize::deserialize(
            deserializer,
        )?;
        let mut trial = value::Trial::new("NumbersSeveral", &json);
        trial.attempt("Array", true, Self::Array);
        trial.attempt("Number", true, Self::Number);
        trial.best()
    }
}
/// The schema `UsualForm`.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct UsualForm {
    pub id: String,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub number: Option<unplug_wire::json::Number>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub flag: Option<bool>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub list: Option<Vec<String>>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub address: Option<UsualFormAddress>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub rows: Option<Vec<Row>>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub lists: Option<Vec<Vec<i64>>>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub union: Option<UsualFormUnion>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub several: Option<UsualFormSeveral>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub unions: Option<Vec<UsualFormUnionsItem>>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub open: Option<serde_json::Value>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub code: Option<Code>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub codes: Option<Vec<Code>>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub scalar: Option<AnyScalar>,
    /// Members that the document does not name.
    #[serde(flatten, deserialize_with = "value::undeclared")]
    pub additional: std::collections::BTreeMap<String, Vec<i64>>,
}
#[derive(Clone, Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct UsualFormAddress {
    #[serde(rename = "streetAddress")]
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub street_address: Option<String>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub city: Option<String>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub state: Option<String>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub zip: Option<String>,
}
/// The schema `Row`.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct Row {
    pub sku: String,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub n: Option<i64>,
}
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
#[serde(untagged)]
pub enum UsualFormUnion {
    String(String),
    Row(Row),
}
value::choice!(UsualFormUnion, ExactlyOne);
value::from_variants!(UsualFormUnion, String : String, Row : Row);
impl<'de> serde::Deserialize<'de> for UsualFormUnion {
    fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        let json: unplug_wire::json::Json<'_> = serde::Deserialize::deserialize(
            deserializer,
        )?;
        let mut trial = value::Trial::new("UsualFormUnion", &json);
        trial.attempt("String", true, Self::String);
        trial.attempt("Row", true, Self::Row);
        trial.exactly_one()
    }
}
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
#[serde(untagged)]
pub enum UsualFormSeveral {
    String(String),
    Array(Vec<String>),
}
value::choice!(UsualFormSeveral, AnyOf);
value::from_variants!(UsualFormSeveral, String : String, Array : Vec < String >);
impl<'de> serde::Deserialize<'de> for UsualFormSeveral {
    fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        let json: unplug_wire::json::Json<'_> = serde::Deserialize::deserialize(
            deserializer,
        )?;
        let mut trial = value::Trial::new("UsualFormSeveral", &json);
        trial.attempt("String", true, Self::String);
        trial.attempt("Array", true, Self::Array);
        trial.best()
    }
}
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
#[serde(untagged)]
pub enum UsualFormUnionsItem {
    String(String),
    Row(Row),
}
value::choice!(UsualFormUnionsItem, ExactlyOne);
value::from_variants!(UsualFormUnionsItem, String : String, Row : Row);
impl<'de> serde::Deserialize<'de> for UsualFormUnionsItem {
    fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        let json: unplug_wire::json::Json<'_> = serde::Deserialize::deserialize(
            deserializer,
        )?;
        let mut trial = value::Trial::new("UsualFormUnionsItem", &json);
        trial.attempt("String", true, Self::String);
        trial.attempt("Row", true, Self::Row);
        trial.exactly_one()
    }
}
/// The schema `Code`.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
#[serde(untagged)]
pub enum Code {
    Integer(i64),
    String(String),
}
value::choice!(Code, AnyOf);
value::from_variants!(Code, Integer : i64, String : String);
impl<'de> serde::Deserialize<'de> for Code {
    fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        let json: unplug_wire::json::Json<'_> = serde::Deserialize::deserialize(
            deserializer,
        )?;
        let mut trial = value::Trial::new("Code", &json);
        trial.attempt("Integer", true, Self::Integer);
        trial.attempt("String", true, Self::String);
        trial.best()
    }
}
/// The schema `AnyScalar`.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
#[serde(untagged)]
pub enum AnyScalar {
    Integer(i64),
    Boolean(bool),
    String(String),
}
value::choice!(AnyScalar, AnyOf);
value::from_variants!(AnyScalar, Integer : i64, Boolean : bool, String : String);
impl<'de> serde::Deserialize<'de> for AnyScalar {
    fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        let json: unplug_wire::json::Json<'_> = serde::Deserialize::deserialize(
            deserializer,
        )?;
        let mut trial = value::Trial::new("AnyScalar", &json);
        trial.attempt("Integer", true, Self::Integer);
        trial.attempt("Boolean", true, Self::Boolean);
        trial.attempt("String", true, Self::String);
        trial.best()
    }
}
/// The schema `TextOrList`.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
#[serde(untagged)]
pub enum TextOrList {
    String(String),
    Array(Vec<String>),
}
value::choice!(TextOrList, AnyOf, String : [Text(& [MaxLength(3)])]);
value::from_variants!(TextOrList, String : String, Array : Vec < String >);
impl<'de> serde::Deserialize<'de> for TextOrList {
    fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        let json: unplug_wire::json::Json<'_> = serde::Deserialize::deserialize(
            deserializer,
        )?;
        let mut trial = value::Trial::new("TextOrList", &json);
        trial
            .attempt(
                "String",
                json.as_str().is_none_or(|text| text.chars().nth(3).is_none()),
                Self::String,
            );
        trial.attempt("Array", true, Self::Array);
        trial.best()
    }
}
/// The schema `Filter`.
#[derive(Clone, Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct Filter {
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub status: Option<FilterStatus>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub level: Option<FilterLevel>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub mixed: Option<FilterMixed>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub kinds: Option<Vec<FilterKindsItem>>,
}
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum FilterStatus {
    Open,
    Closed,
    /// A value that the document does not name, as it stands.
    Other(String),
}
value::open_text!(FilterStatus, Open = "open", Closed = "closed");
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum FilterLevel {
    N1,
    N2,
    /// A value that the document does not name, as it stands.
    Other(i64),
}
value::open_integer!(FilterLevel, N1 = 1, N2 = 2);
#[derive(Clone, Debug, PartialEq)]
pub enum FilterMixed {
    N1,
    X,
    True,
    /// A value that the document does not name, as it stands.
    Other(serde_json::Value),
}
value::open_value!(FilterMixed, N1 = "1", X = "\"x\"", True = "true");
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum FilterKindsItem {
    A,
    B,
    /// A value that the document does not name, as it stands.
    Other(String),
}
value::open_text!(FilterKindsItem, A = "a", B = "b");
/// The schema `Shirt`.
#[derive(Clone, Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct Shirt {
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub color: Option<ShirtColor>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub width: Option<i64>,
}
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum ShirtColor {
    Red,
    Green,
    /// A value that the document does not name, as it stands.
    Other(String),
}
value::open_text!(ShirtColor, Red = "red", Green = "green");
/// The schema `Size`.
#[derive(Clone, Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct Size {
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub width: Option<i64>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub height: Option<i64>,
}
/// The schema `Deep`.
#[derive(Clone, Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct Deep {
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub name: Option<String>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub size: Option<Size>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub tags: Option<Vec<String>>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub rows: Option<Vec<Row>>,
}
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
#[derive(Clone, Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct EncodedQueryWhole {
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub text: Option<String>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub list: Option<Vec<String>>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub pipes: Option<Vec<i64>>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub deep: Option<Size>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub object: Option<Rgb>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub json: Option<serde_json::Value>,
}
#[derive(Clone, Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct OverlappingDeep {
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub code: Option<Code>,
}
#[derive(Clone, Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct StyledFormBody {
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub list: Option<Vec<String>>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub object: Option<Rgb>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub spread: Option<Size>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub spaces: Option<Vec<String>>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub spaced: Option<Rgb>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub pipes: Option<Vec<i64>>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub deep: Option<Deep>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub tags: Option<Vec<String>>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub rows: Option<Vec<Row>>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub link: Option<String>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub payload: Option<serde_json::Value>,
}
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
#[serde(untagged)]
pub enum SendPartsBodyUnion {
    String(String),
    Row(Row),
}
value::choice!(SendPartsBodyUnion, ExactlyOne);
value::from_variants!(SendPartsBodyUnion, String : String, Row : Row);
impl<'de> serde::Deserialize<'de> for SendPartsBodyUnion {
    fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        let json: unplug_wire::json::Json<'_> = serde::Deserialize::deserialize(
            deserializer,
        )?;
        let mut trial = value::Trial::new("SendPartsBodyUnion", &json);
        trial.attempt("String", true, Self::String);
        trial.attempt("Row", true, Self::Row);
        trial.exactly_one()
    }
}
unplug_wire::value::type_schemas!(
    Numbers, NumbersListed, NumbersEither, NumbersSeveral, UsualForm, UsualFormAddress,
    Row, UsualFormUnion, UsualFormSeveral, UsualFormUnionsItem, Code, AnyScalar,
    TextOrList, Filter, FilterStatus, FilterLevel, FilterMixed, FilterKindsItem, Shirt,
    ShirtColor, Size, Deep, Colors, Rgb, QueryDeepObjectFilter,
    QueryDeepObjectFilterSize, WholeQueryWhole, EncodedQueryWhole, OverlappingDeep,
    StyledFormBody, SendPartsBodyUnion
);
