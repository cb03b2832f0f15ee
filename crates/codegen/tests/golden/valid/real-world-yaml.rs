pub mod types {
    #![allow(
        missing_docs,
        unused_imports,
        clippy::large_enum_variant,
        clippy::option_option,
        reason = "shapes are taken from the document; of two nested options the outer one stands for absence"
    )]
    use unplug_wire::value::{self, absent, present, required};
    /// The schema `Failure`.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct Failure {
        pub code: FailureCode,
    }
    #[derive(Clone, Debug, Eq, Hash, PartialEq)]
    pub enum FailureCode {
        Yes,
        No,
        On,
        Off,
        No2,
        /// A value that the document does not name, as it stands.
        Other(String),
    }
    value::open_text!(
        FailureCode, Yes = "yes", No = "no", On = "on", Off = "off", No2 = "NO"
    );
    /// The schema `Yard`.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct Yard {
        pub opened: String,
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub size: Option<i64>,
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub stars: Option<YardStars>,
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub clock: Option<String>,
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub country: Option<String>,
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub open: Option<Option<bool>>,
        /// yes
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub motto: Option<Option<String>>,
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub code: Option<FailureCode>,
    }
    #[derive(Clone, Debug, Eq, Hash, PartialEq)]
    pub enum YardStars {
        N31,
        N15,
        /// A value that the document does not name, as it stands.
        Other(i64),
    }
    value::open_integer!(YardStars, N31 = 31, N15 = 15);
    unplug_wire::value::type_schemas!(Failure, FailureCode, Yard, YardStars);
}
