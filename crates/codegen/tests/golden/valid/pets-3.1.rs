pub mod types {
    #![allow(
        missing_docs,
        unused_imports,
        clippy::large_enum_variant,
        clippy::option_option,
        reason = "shapes are taken from the document; of two nested options the outer one stands for absence"
    )]
    use unplug_wire::value::{self, absent, present, required};
    /// The schema `Pet`.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct Pet {
        #[serde(deserialize_with = "required")]
        pub name: Option<String>,
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub age: Option<i64>,
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub picture: Option<String>,
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub mother: Option<Box<Pet>>,
    }
    unplug_wire::value::type_schemas!(Pet);
}
