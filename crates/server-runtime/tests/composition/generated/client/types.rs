// Generated from composition.yaml by the test golden.rs. Do not edit.

#![allow(
    missing_docs,
    unused_imports,
    clippy::large_enum_variant,
    clippy::option_option,
    reason = "shapes are taken from the document; of two nested options the outer one stands for absence"
)]
use unplug_wire::value::{self, absent, present, required};
/// What each side must send differs.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct Account {
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub id: Option<i64>,
    pub name: String,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub password: Option<String>,
    pub owner: AccountOwner,
    pub keys: Vec<Key>,
}
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct AccountOwner {
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub made: Option<String>,
    pub email: String,
}
/// The schema `Key`.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
#[serde(untagged)]
pub enum Key {
    Variant1(KeyVariant1),
    Variant2(KeyVariant2),
}
value::choice!(
    Key, ExactlyOne, Variant1 : [Only(& ["fingerprint", "text"])], Variant2 : [Only(&
    ["number"])]
);
value::from_variants!(Key, Variant1 : KeyVariant1, Variant2 : KeyVariant2);
impl<'de> serde::Deserialize<'de> for Key {
    fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        let json: serde_json::Value = serde::Deserialize::deserialize(deserializer)?;
        let mut trial = value::Trial::new("Key", &json);
        trial
            .attempt(
                "Variant1",
                value::has_only(&json, &["fingerprint", "text"]),
                Self::Variant1,
            );
        trial.attempt("Variant2", value::has_only(&json, &["number"]), Self::Variant2);
        trial.exactly_one()
    }
}
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct KeyVariant1 {
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub fingerprint: Option<String>,
    pub text: String,
}
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct KeyVariant2 {
    pub number: i64,
}
/// The schema `Password`.
pub type Password = String;
/// The schema `Stamped`.
#[derive(Clone, Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct Stamped {
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub made: Option<String>,
}
/// The schema `Time`.
pub type Time = String;
/// Only sent.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct Question {
    pub text: String,
    pub seal: String,
}
/// Only received.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct Answer {
    pub text: String,
    pub id: i64,
}
unplug_wire::value::type_schemas!(
    Account, AccountOwner, Key, KeyVariant1, KeyVariant2, Password, Stamped, Time,
    Question, Answer
);
