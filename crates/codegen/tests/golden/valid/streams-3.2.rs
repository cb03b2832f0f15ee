pub mod types {
    #![allow(
        missing_docs,
        unused_imports,
        clippy::large_enum_variant,
        clippy::option_option,
        reason = "as the document has it; of two options the outer one is about absence"
    )]
    use crate::runtime::value::{self, absent, present, required};
    /// The schema `Line`.
    #[derive(Clone, Debug, PartialEq, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    #[serde(untagged)]
    pub enum Line {
        Text(Text),
        Gap(serde_json::Map<String, serde_json::Value>),
    }
    value::choice!(
        Line, AnyOf, Text : [Tag("kind", & ["Text"])], Gap : [NoTag("kind", & ["Text"])]
    );
    value::from_variants!(
        Line, Text : Text, Gap : serde_json::Map < String, serde_json::Value >
    );
    impl<'de> serde::Deserialize<'de> for Line {
        fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
        where
            D: serde::Deserializer<'de>,
        {
            let json: serde_json::Value = serde::Deserialize::deserialize(deserializer)?;
            match value::tag(&json, "kind") {
                Some("Text") => value::decode(&json).map(Self::Text),
                Some("Gap") => value::decode(&json).map(Self::Gap),
                _ => value::decode(&json).map(Self::Gap),
            }
        }
    }
    /// The schema `Text`.
    #[derive(Clone, Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct Text {
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub kind: Option<String>,
    }
    /// The schema `Gap`.
    pub type Gap = serde_json::Map<String, serde_json::Value>;
    crate::runtime::value::type_schemas!(Line, Text, Gap);
}
