pub mod types {
    #![allow(
        missing_docs,
        unused_imports,
        clippy::large_enum_variant,
        clippy::option_option,
        reason = "shapes are taken from the document; of two nested options the outer one stands for absence"
    )]
    use unplug_wire::value::{self, absent, present, required};
    /// One of each.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct Everything {
        pub id: String,
        pub kind: EverythingKind,
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub nothing: Option<()>,
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub state: Option<Option<EverythingState>>,
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub mode: Option<EverythingMode>,
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub token: Option<unplug_wire::value::Secret>,
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub ratio: Option<unplug_wire::json::Number>,
        /// **Deprecated.**
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub count: Option<i64>,
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub pair: Option<Vec<serde_json::Value>>,
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub set: Option<Vec<String>>,
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub blob: Option<String>,
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub next: Option<Box<Everything>>,
        /// Beside a reference.
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub described: Option<String>,
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub choice: Option<EverythingChoice>,
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub any: Option<String>,
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub all: Option<serde_json::Map<String, serde_json::Value>>,
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub free: Option<serde_json::Value>,
        /// Members that the document does not name.
        #[serde(flatten)]
        pub additional: serde_json::Map<String, serde_json::Value>,
    }
    #[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
    pub struct EverythingKind;
    value::constant_text!(EverythingKind, "thing");
    #[derive(Clone, Debug, Eq, Hash, PartialEq)]
    pub enum EverythingState {
        On,
        Off,
        /// A value that the document does not name, as it stands.
        Other(String),
    }
    value::open_text!(EverythingState, On = "on", Off = "off");
    #[derive(Clone, Debug, Eq, Hash, PartialEq)]
    pub enum EverythingMode {
        A,
        B,
        /// A value that the document does not name, as it stands.
        Other(String),
    }
    value::open_text!(EverythingMode, A = "a", B = "b");
    #[derive(Clone, Debug, PartialEq, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    #[serde(untagged)]
    pub enum EverythingChoice {
        String(String),
        Integer(i64),
    }
    value::choice!(EverythingChoice, ExactlyOne);
    value::from_variants!(EverythingChoice, String : String, Integer : i64);
    impl<'de> serde::Deserialize<'de> for EverythingChoice {
        fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
        where
            D: serde::Deserializer<'de>,
        {
            let json: unplug_wire::json::Json<'_> = serde::Deserialize::deserialize(
                deserializer,
            )?;
            let mut trial = value::Trial::new("EverythingChoice", &json);
            trial.attempt("String", true, Self::String);
            trial.attempt("Integer", true, Self::Integer);
            trial.exactly_one()
        }
    }
    /// The schema `Name`.
    pub type Name = String;
    /// The schema `List`.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    #[serde(transparent)]
    pub struct List(
        /// The value.
        pub Vec<List>,
    );
    unplug_wire::value::type_schemas!(
        Everything, EverythingKind, EverythingState, EverythingMode, EverythingChoice,
        Name, List
    );
}
