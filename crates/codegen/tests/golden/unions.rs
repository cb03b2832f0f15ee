pub mod types {
    #![allow(
        missing_docs,
        unused_imports,
        clippy::large_enum_variant,
        clippy::option_option,
        reason = "shapes are taken from the document; of two nested options the outer one stands for absence"
    )]
    use unplug_wire::value::{self, absent, present, required};
    /// The three ways to name an integration.
    #[derive(Clone, Debug, PartialEq, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    #[serde(untagged)]
    pub enum Removal {
        Incoming(RemovalIncoming),
        OutgoingByUrl(RemovalOutgoingByUrl),
        OutgoingById(NamedOutgoing),
    }
    value::choice!(
        Removal, ExactlyOne, Incoming : [Member("type", &
        [Contains("webhook-incoming")])], OutgoingByUrl : [Member("type", &
        [Contains("webhook-outgoing")]), Member("target_url", & [MinLength(1)])],
        OutgoingById : [Member("type", & [Equals("webhook-outgoing")])]
    );
    value::from_variants!(
        Removal, Incoming : RemovalIncoming, OutgoingByUrl : RemovalOutgoingByUrl,
        OutgoingById : NamedOutgoing
    );
    impl<'de> serde::Deserialize<'de> for Removal {
        fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
        where
            D: serde::Deserializer<'de>,
        {
            /// The properties of all variants.
            #[derive(serde::Deserialize)]
            struct Slots {
                #[serde(rename = "type", default, deserialize_with = "value::slot")]
                r#type: value::Slot<String>,
                #[serde(rename = "integrationId", default)]
                integration_id: value::Slot<String>,
                #[serde(rename = "target_url", default)]
                target_url: value::Slot<String>,
                #[serde(rename = "note", default)]
                note: value::Slot<String>,
            }
            let slots: Slots = serde::Deserialize::deserialize(deserializer)?;
            let chosen = value::exactly_one(
                "Removal",
                &[
                    (
                        "Incoming",
                        slots
                            .r#type
                            .is_some_and(|text: &String| {
                                text.contains("webhook-incoming")
                            }) && slots.integration_id.is(),
                    ),
                    (
                        "OutgoingByUrl",
                        slots
                            .r#type
                            .is_some_and(|text: &String| {
                                text.contains("webhook-outgoing")
                            })
                            && slots
                                .target_url
                                .is_some_and(|text: &String| !text.is_empty()),
                    ),
                    (
                        "OutgoingById",
                        slots
                            .r#type
                            .is_some_and(|text: &String| text == "webhook-outgoing")
                            && slots.integration_id.is() && !slots.note.is_other(),
                    ),
                ],
            )?;
            Ok(
                match chosen {
                    0 => {
                        Self::Incoming(RemovalIncoming {
                            r#type: slots
                                .r#type
                                .into_option()
                                .ok_or_else(value::slot_is_empty)?,
                            integration_id: slots
                                .integration_id
                                .into_option()
                                .ok_or_else(value::slot_is_empty)?,
                        })
                    }
                    1 => {
                        Self::OutgoingByUrl(RemovalOutgoingByUrl {
                            r#type: slots
                                .r#type
                                .into_option()
                                .ok_or_else(value::slot_is_empty)?,
                            target_url: slots
                                .target_url
                                .into_option()
                                .ok_or_else(value::slot_is_empty)?,
                        })
                    }
                    2 => {
                        Self::OutgoingById(NamedOutgoing {
                            r#type: slots
                                .r#type
                                .into_option()
                                .ok_or_else(value::slot_is_empty)?,
                            integration_id: slots
                                .integration_id
                                .into_option()
                                .ok_or_else(value::slot_is_empty)?,
                            note: slots.note.into_option(),
                        })
                    }
                    _ => return Err(value::no_variant("Removal")),
                },
            )
        }
    }
    /// `Incoming`.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct RemovalIncoming {
        pub r#type: String,
        #[serde(rename = "integrationId")]
        pub integration_id: String,
    }
    /// `OutgoingByUrl`.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct RemovalOutgoingByUrl {
        pub r#type: String,
        pub target_url: String,
    }
    /// `OutgoingById`.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct NamedOutgoing {
        pub r#type: String,
        #[serde(rename = "integrationId")]
        pub integration_id: String,
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub note: Option<String>,
    }
    /// The schema `Pet`.
    #[derive(Clone, Debug, PartialEq, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    #[serde(untagged)]
    pub enum Pet {
        Cat(Cat),
        Dog(Dog),
    }
    value::choice!(
        Pet, AnyOf, Cat : [Tag("kind", & ["cat"])], Dog : [Tag("kind", & ["hound"])]
    );
    value::from_variants!(Pet, Cat : Cat, Dog : Dog);
    impl<'de> serde::Deserialize<'de> for Pet {
        fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
        where
            D: serde::Deserializer<'de>,
        {
            let json: unplug_wire::json::Json<'_> = serde::Deserialize::deserialize(
                deserializer,
            )?;
            match value::tag(&json, "kind") {
                Some("cat") => value::decode(&json).map(Self::Cat),
                Some("hound") => value::decode(&json).map(Self::Dog),
                tag => Err(value::unknown_tag("Pet", "kind", tag, &["cat", "hound"])),
            }
        }
    }
    /// The schema `Cat`.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct Cat {
        pub kind: String,
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub lives: Option<i64>,
    }
    /// The schema `Dog`.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct Dog {
        pub kind: String,
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub bark: Option<bool>,
    }
    /// Told apart by a constant.
    #[derive(Clone, Debug, PartialEq, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    #[serde(untagged)]
    pub enum Event {
        Created(EventCreated),
        Deleted(Box<EventDeleted>),
    }
    value::choice!(
        Event, AnyOf, Created : [Tag("event", & ["created"])], Deleted : [Tag("event", &
        ["deleted"])]
    );
    value::from_variants!(Event, Created : EventCreated, Deleted in Box : EventDeleted);
    impl<'de> serde::Deserialize<'de> for Event {
        fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
        where
            D: serde::Deserializer<'de>,
        {
            let json: unplug_wire::json::Json<'_> = serde::Deserialize::deserialize(
                deserializer,
            )?;
            match value::tag(&json, "event") {
                Some("created") => value::decode(&json).map(Self::Created),
                Some("deleted") => value::decode(&json).map(Self::Deleted),
                tag => {
                    Err(
                        value::unknown_tag(
                            "Event",
                            "event",
                            tag,
                            &["created", "deleted"],
                        ),
                    )
                }
            }
        }
    }
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct EventCreated {
        pub event: EventCreatedEvent,
        pub at: String,
    }
    #[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
    pub struct EventCreatedEvent;
    value::constant_text!(EventCreatedEvent, "created");
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct EventDeleted {
        pub event: EventDeletedEvent,
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub by: Option<Box<Event>>,
    }
    #[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
    pub struct EventDeletedEvent;
    value::constant_text!(EventDeletedEvent, "deleted");
    /// The schema `Scalar`.
    #[derive(Clone, Debug, PartialEq, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    #[serde(untagged)]
    pub enum Scalar {
        String(String),
        Integer(i64),
        Boolean(bool),
    }
    value::choice!(Scalar, ExactlyOne);
    value::from_variants!(Scalar, String : String, Integer : i64, Boolean : bool);
    impl<'de> serde::Deserialize<'de> for Scalar {
        fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
        where
            D: serde::Deserializer<'de>,
        {
            let json: unplug_wire::json::Json<'_> = serde::Deserialize::deserialize(
                deserializer,
            )?;
            let mut trial = value::Trial::new("Scalar", &json);
            trial.attempt("String", true, Self::String);
            trial.attempt("Integer", true, Self::Integer);
            trial.attempt("Boolean", true, Self::Boolean);
            trial.exactly_one()
        }
    }
    /// The schema `Loose`.
    #[derive(Clone, Debug, PartialEq, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    #[serde(untagged)]
    pub enum Loose {
        Small(LooseSmall),
        Large(LooseLarge),
    }
    value::choice!(Loose, AnyOf);
    value::from_variants!(Loose, Small : LooseSmall, Large : LooseLarge);
    impl<'de> serde::Deserialize<'de> for Loose {
        fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
        where
            D: serde::Deserializer<'de>,
        {
            /// The properties of all variants.
            #[derive(serde::Deserialize)]
            struct Slots {
                #[serde(rename = "a", default, deserialize_with = "value::slot")]
                a: value::Slot<String>,
                #[serde(rename = "b", default)]
                b: value::Slot<String>,
            }
            let slots: Slots = serde::Deserialize::deserialize(deserializer)?;
            let chosen = value::best(
                "Loose",
                &[
                    ("Small", slots.a.is(), value::count(&[slots.a.is()])),
                    (
                        "Large",
                        slots.a.is() && slots.b.is(),
                        value::count(&[slots.a.is(), slots.b.is()]),
                    ),
                ],
            )?;
            Ok(
                match chosen {
                    0 => {
                        Self::Small(LooseSmall {
                            a: slots.a.into_option().ok_or_else(value::slot_is_empty)?,
                        })
                    }
                    1 => {
                        Self::Large(LooseLarge {
                            a: slots.a.into_option().ok_or_else(value::slot_is_empty)?,
                            b: slots.b.into_option().ok_or_else(value::slot_is_empty)?,
                        })
                    }
                    _ => return Err(value::no_variant("Loose")),
                },
            )
        }
    }
    /// `Small`.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct LooseSmall {
        pub a: String,
    }
    /// `Large`.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct LooseLarge {
        pub a: String,
        pub b: String,
    }
    /// The schema `Ids`.
    #[derive(Clone, Debug, PartialEq, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    #[serde(untagged)]
    pub enum Ids {
        String(String),
        Array(Vec<String>),
        Query(IdsQuery),
        Range(IdsRange),
    }
    value::choice!(
        Ids, AnyOf, String : [Text(& [StartsWith("id-")])], Query : [Only(& ["where"])],
        Range : [Only(& ["from", "where"])]
    );
    value::from_variants!(
        Ids, String : String, Array : Vec < String >, Query : IdsQuery, Range : IdsRange
    );
    impl<'de> serde::Deserialize<'de> for Ids {
        fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
        where
            D: serde::Deserializer<'de>,
        {
            let json: unplug_wire::json::Json<'_> = serde::Deserialize::deserialize(
                deserializer,
            )?;
            let mut trial = value::Trial::new("Ids", &json);
            trial
                .attempt(
                    "String",
                    json.as_str().is_none_or(|text| text.starts_with("id-")),
                    Self::String,
                );
            trial.attempt("Array", true, Self::Array);
            trial.attempt("Query", value::has_only(&json, &["where"]), Self::Query);
            trial
                .attempt(
                    "Range",
                    value::has_only(&json, &["from", "where"]),
                    Self::Range,
                );
            trial.best()
        }
    }
    /// `Query`.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct IdsQuery {
        pub r#where: serde_json::Map<String, serde_json::Value>,
    }
    /// `Range`.
    #[derive(Clone, Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct IdsRange {
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub from: Option<unplug_wire::json::Number>,
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub r#where: Option<String>,
    }
    /// Properties beside the union belong to every branch.
    #[derive(Clone, Debug, PartialEq, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    #[serde(untagged)]
    pub enum Shared {
        ByName(SharedByName),
        ByNumber(SharedByNumber),
    }
    value::choice!(Shared, ExactlyOne);
    value::from_variants!(Shared, ByName : SharedByName, ByNumber : SharedByNumber);
    impl<'de> serde::Deserialize<'de> for Shared {
        fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
        where
            D: serde::Deserializer<'de>,
        {
            /// The properties of all variants.
            #[derive(serde::Deserialize)]
            struct Slots {
                #[serde(rename = "id", default, deserialize_with = "value::slot")]
                id: value::Slot<String>,
                #[serde(rename = "name", default)]
                name: value::Slot<String>,
                #[serde(rename = "number", default)]
                number: value::Slot<i64>,
            }
            let slots: Slots = serde::Deserialize::deserialize(deserializer)?;
            let chosen = value::exactly_one(
                "Shared",
                &[
                    ("ByName", slots.id.is() && slots.name.is()),
                    ("ByNumber", slots.id.is() && slots.number.is()),
                ],
            )?;
            Ok(
                match chosen {
                    0 => {
                        Self::ByName(SharedByName {
                            id: slots.id.into_option().ok_or_else(value::slot_is_empty)?,
                            name: slots
                                .name
                                .into_option()
                                .ok_or_else(value::slot_is_empty)?,
                        })
                    }
                    1 => {
                        Self::ByNumber(SharedByNumber {
                            id: slots.id.into_option().ok_or_else(value::slot_is_empty)?,
                            number: slots
                                .number
                                .into_option()
                                .ok_or_else(value::slot_is_empty)?,
                        })
                    }
                    _ => return Err(value::no_variant("Shared")),
                },
            )
        }
    }
    /// Properties beside the union belong to every branch.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct SharedByName {
        pub id: String,
        pub name: String,
    }
    /// Properties beside the union belong to every branch.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct SharedByNumber {
        pub id: String,
        pub number: i64,
    }
    /// Only what is required differs.
    #[derive(Clone, Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct Either {
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub a: Option<String>,
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub b: Option<String>,
    }
    /// The schema `Model`.
    #[derive(Clone, Debug, Eq, Hash, PartialEq)]
    pub enum Model {
        Small,
        Large,
        /// A value that the document does not name, as it stands.
        Other(String),
    }
    value::open_text!(Model, Small = "small", Large = "large");
    /// The discriminator need not be there, and its values are not the components' names.
    #[derive(Clone, Debug, PartialEq, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    #[serde(untagged)]
    pub enum PlayItem {
        SongItem(SongItem),
        TalkItem(TalkItem),
    }
    value::choice!(
        PlayItem, AnyOf, SongItem : [TagIfAny("type", & ["song"], & [])], TalkItem :
        [TagIfAny("type", & ["talk"], & [])]
    );
    value::from_variants!(PlayItem, SongItem : SongItem, TalkItem : TalkItem);
    impl<'de> serde::Deserialize<'de> for PlayItem {
        fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
        where
            D: serde::Deserializer<'de>,
        {
            let json: unplug_wire::json::Json<'_> = serde::Deserialize::deserialize(
                deserializer,
            )?;
            match value::tag(&json, "type") {
                Some("song") => value::decode(&json).map(Self::SongItem),
                Some("talk") => value::decode(&json).map(Self::TalkItem),
                None if json.member("type").is_none() => {
                    let mut trial = value::Trial::new("PlayItem", &json);
                    trial.attempt("SongItem", true, Self::SongItem);
                    trial.attempt("TalkItem", true, Self::TalkItem);
                    trial.best()
                }
                tag => {
                    Err(value::unknown_tag("PlayItem", "type", tag, &["song", "talk"]))
                }
            }
        }
    }
    /// The schema `SongItem`.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct SongItem {
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub r#type: Option<SongItemType>,
        pub title: String,
    }
    #[derive(Clone, Debug, Eq, Hash, PartialEq)]
    pub enum SongItemType {
        Song,
        /// A value that the document does not name, as it stands.
        Other(String),
    }
    value::open_text!(SongItemType, Song = "song");
    /// The schema `TalkItem`.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct TalkItem {
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub r#type: Option<TalkItemType>,
        pub speaker: String,
    }
    #[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
    pub struct TalkItemType;
    value::constant_text!(TalkItemType, "talk");
    /// How documents say that there may be nothing.
    #[derive(Clone, Debug, PartialEq, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    #[serde(untagged)]
    pub enum OrNothing {
        Reference(OrNothingReference),
        Nothing(serde_json::Map<String, serde_json::Value>),
    }
    value::choice!(OrNothing, ExactlyOne, Nothing : [Only(& [])]);
    value::from_variants!(
        OrNothing, Reference : OrNothingReference, Nothing : serde_json::Map < String,
        serde_json::Value >
    );
    impl<'de> serde::Deserialize<'de> for OrNothing {
        fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
        where
            D: serde::Deserializer<'de>,
        {
            let json: unplug_wire::json::Json<'_> = serde::Deserialize::deserialize(
                deserializer,
            )?;
            let mut trial = value::Trial::new("OrNothing", &json);
            trial.attempt("Reference", true, Self::Reference);
            trial.attempt("Nothing", value::has_only(&json, &[]), Self::Nothing);
            trial.exactly_one()
        }
    }
    /// `Reference`.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct OrNothingReference {
        pub id: String,
    }
    unplug_wire::value::type_schemas!(
        Removal, RemovalIncoming, RemovalOutgoingByUrl, NamedOutgoing, Pet, Cat, Dog,
        Event, EventCreated, EventCreatedEvent, EventDeleted, EventDeletedEvent, Scalar,
        Loose, LooseSmall, LooseLarge, Ids, IdsQuery, IdsRange, Shared, SharedByName,
        SharedByNumber, Either, Model, PlayItem, SongItem, SongItemType, TalkItem,
        TalkItemType, OrNothing, OrNothingReference
    );
}
