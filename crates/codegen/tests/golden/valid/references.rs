pub mod types {
    #![allow(
        missing_docs,
        unused_imports,
        clippy::large_enum_variant,
        clippy::option_option,
        reason = "shapes are taken from the document; of two nested options the outer one stands for absence"
    )]
    use unplug_wire::value::{self, absent, present, required};
    /// The schema `Tree`.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct Tree {
        pub value: i64,
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub children: Option<Vec<Tree>>,
    }
    /// The schema `Page`.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct Page {
        pub rows: Vec<serde_json::Value>,
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub next: Option<String>,
    }
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct BoxPage {
        pub rows: Vec<Box2>,
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub next: Option<String>,
    }
    /// The schema `Box`.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct Box2 {
        pub size: i64,
    }
    /// The schema `Shelf`.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct Shelf {
        pub place: String,
    }
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct MakeThingBody {
        pub kind: MakeThingBodyKind,
        pub tree: Tree,
    }
    #[derive(Clone, Debug, Eq, Hash, PartialEq)]
    pub enum MakeThingBodyKind {
        A,
        B,
        /// A value that the document does not name, as it stands.
        Other(String),
    }
    value::open_text!(MakeThingBodyKind, A = "a", B = "b");
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct ListShelvesOkBody {
        pub rows: Vec<Shelf>,
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub next: Option<String>,
    }
    unplug_wire::value::type_schemas!(
        Tree, Page, BoxPage, Box2, Shelf, MakeThingBody, MakeThingBodyKind,
        ListShelvesOkBody
    );
}
