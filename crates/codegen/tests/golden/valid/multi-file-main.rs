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
    #[derive(Clone, Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct Pet {
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub owner: Option<PetOwner>,
    }
    #[derive(Clone, Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct PetOwner {
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub name: Option<String>,
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub pets: Option<Vec<Pet>>,
    }
    unplug_wire::value::type_schemas!(Pet, PetOwner);
}
