use crate::runtime::value;
/// The schema `Color`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum Color {
    /// `red`
    Red,
    /// `green`
    Green,
    /// A value that the document does not name, as it stands.
    Other(String),
}
impl Color {
    /// The text as it stands in JSON.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Red => "red",
            Self::Green => "green",
            Self::Other(text) => text,
        }
    }
}
impl From<&str> for Color {
    fn from(text: &str) -> Self {
        match text {
            "red" => Self::Red,
            "green" => Self::Green,
            other => Self::Other(other.to_owned()),
        }
    }
}
value::open_text!(Color);
/// The schema `Small`.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
pub struct Small {
    /// The property `n`.
    pub n: i64,
}
/// The schema `Thing`.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
pub struct Thing {
    /// The property `a`.
    pub a: String,
    /// The property `tags`.
    #[serde(
        default,
        deserialize_with = "value::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub tags: Option<Vec<String>>,
    /// The property `o`.
    #[serde(
        default,
        deserialize_with = "value::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub o: Option<ThingO>,
}
/// The schema at `/components/schemas/Thing/properties/o`.
#[derive(Clone, Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
pub struct ThingO {
    /// The property `x`.
    #[serde(
        default,
        deserialize_with = "value::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub x: Option<i64>,
}
/// The schema at `/paths/~1search/get/parameters/0/schema`.
#[derive(Clone, Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
pub struct SearchFilter {
    /// The property `a`.
    #[serde(
        default,
        deserialize_with = "value::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub a: Option<String>,
    /// The property `b`.
    #[serde(
        default,
        deserialize_with = "value::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub b: Option<i64>,
}
