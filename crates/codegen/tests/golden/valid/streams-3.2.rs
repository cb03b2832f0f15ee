pub mod types {
    #![allow(
        missing_docs,
        unused_imports,
        clippy::large_enum_variant,
        clippy::option_option,
        reason = "shapes are taken from the document; of two nested options the outer one stands for absence"
    )]
    use unplug_wire::value::{self, absent, present, required};
    /// The schema `Line`.
    #[derive(Clone, Debug, PartialEq, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    #[serde(untagged)]
    pub enum Line {
        Text(Text),
        Gap(Gap),
    }
    value::choice!(
        Line, AnyOf, Text : [Tag("kind", & ["Text"])], Gap : [NoTag("kind", & ["Text"])]
    );
    value::from_variants!(Line, Text : Text, Gap : Gap);
    impl<'de> serde::Deserialize<'de> for Line {
        fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
        where
            D: serde::Deserializer<'de>,
        {
            let json: unplug_wire::json::Json<'_> = serde::Deserialize::deserialize(
                deserializer,
            )?;
            match value::tag(&json, "kind") {
                Some("Text") => value::decode(&json).map(Self::Text),
                Some("Gap") => value::decode(&json).map(Self::Gap),
                _ => value::decode(&json).map(Self::Gap),
            }
        }
    }
    /// The schema `Text`.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct Text {
        pub kind: TextKind,
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub text: Option<String>,
    }
    #[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
    pub struct TextKind;
    value::constant_text!(TextKind, "Text");
    /// The schema `Gap`.
    #[derive(Clone, Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct Gap {
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub kind: Option<serde_json::Value>,
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub length: Option<i64>,
    }
    /// The schema `Typed`.
    #[derive(Clone, Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct Typed {
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub event: Option<String>,
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub data: Option<String>,
    }
    /// The schema `Frame`.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct Frame {
        pub r#type: String,
        pub data: String,
    }
    /// The schema `Kinds`.
    #[derive(Clone, Debug, PartialEq, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    #[serde(untagged)]
    pub enum Kinds {
        Start(KindsStart),
        Ping(KindsPing),
    }
    value::choice!(
        Kinds, AnyOf, Start : [Tag("event", & ["start"])], Ping : [Tag("event", &
        ["ping"])]
    );
    value::from_variants!(Kinds, Start : KindsStart, Ping : KindsPing);
    impl<'de> serde::Deserialize<'de> for Kinds {
        fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
        where
            D: serde::Deserializer<'de>,
        {
            let json: unplug_wire::json::Json<'_> = serde::Deserialize::deserialize(
                deserializer,
            )?;
            match value::tag(&json, "event") {
                Some("start") => value::decode(&json).map(Self::Start),
                Some("ping") => value::decode(&json).map(Self::Ping),
                tag => Err(value::unknown_tag("Kinds", "event", tag, &["start", "ping"])),
            }
        }
    }
    /// The schema `Kinds`.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct KindsStart {
        pub event: KindsStartEvent,
        pub data: String,
    }
    #[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
    pub struct KindsStartEvent;
    value::constant_text!(KindsStartEvent, "start");
    /// The schema `Kinds`.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct KindsPing {
        pub event: KindsPingEvent,
        pub data: String,
    }
    #[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
    pub struct KindsPingEvent;
    value::constant_text!(KindsPingEvent, "ping");
    unplug_wire::value::type_schemas!(
        Line, Text, TextKind, Gap, Typed, Frame, Kinds, KindsStart, KindsStartEvent,
        KindsPing, KindsPingEvent
    );
}
