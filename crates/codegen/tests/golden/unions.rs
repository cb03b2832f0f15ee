pub mod types {
    use crate::runtime::value;
    /// The three ways to name an integration.
    #[allow(
        clippy::large_enum_variant,
        reason = "the sizes are the document's; a box would be in everybody's way"
    )]
    #[derive(Clone, Debug, PartialEq, serde::Serialize)]
    #[serde(untagged)]
    pub enum Removal {
        /// `Incoming`.
        Incoming(RemovalIncoming),
        /// `OutgoingByUrl`.
        OutgoingByUrl(RemovalOutgoingByUrl),
        /// `OutgoingById`.
        OutgoingById(NamedOutgoing),
    }
    impl From<RemovalIncoming> for Removal {
        fn from(value: RemovalIncoming) -> Self {
            Self::Incoming(value)
        }
    }
    impl From<RemovalOutgoingByUrl> for Removal {
        fn from(value: RemovalOutgoingByUrl) -> Self {
            Self::OutgoingByUrl(value)
        }
    }
    impl From<NamedOutgoing> for Removal {
        fn from(value: NamedOutgoing) -> Self {
            Self::OutgoingById(value)
        }
    }
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
    pub struct RemovalIncoming {
        /// The property `type`.
        pub r#type: String,
        /// The property `integrationId`.
        #[serde(rename = "integrationId")]
        pub integration_id: String,
    }
    /// `OutgoingByUrl`.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    pub struct RemovalOutgoingByUrl {
        /// The property `type`.
        pub r#type: String,
        /// The property `target_url`.
        pub target_url: String,
    }
    /// `OutgoingById`.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    pub struct NamedOutgoing {
        /// The property `type`.
        pub r#type: String,
        /// The property `integrationId`.
        #[serde(rename = "integrationId")]
        pub integration_id: String,
        /// The property `note`.
        #[serde(
            default,
            deserialize_with = "value::present",
            skip_serializing_if = "Option::is_none"
        )]
        pub note: Option<String>,
    }
    /// The schema `Pet`.
    #[allow(
        clippy::large_enum_variant,
        reason = "the sizes are the document's; a box would be in everybody's way"
    )]
    #[derive(Clone, Debug, PartialEq, serde::Serialize)]
    #[serde(untagged)]
    pub enum Pet {
        /// `Cat`.
        Cat(Cat),
        /// `Dog`.
        Dog(Dog),
    }
    impl From<Cat> for Pet {
        fn from(value: Cat) -> Self {
            Self::Cat(value)
        }
    }
    impl From<Dog> for Pet {
        fn from(value: Dog) -> Self {
            Self::Dog(value)
        }
    }
    impl<'de> serde::Deserialize<'de> for Pet {
        fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
        where
            D: serde::Deserializer<'de>,
        {
            let json: serde_json::Value = serde::Deserialize::deserialize(deserializer)?;
            match value::tag(&json, "kind") {
                Some("cat") => value::decode(&json).map(Self::Cat),
                Some("hound") => value::decode(&json).map(Self::Dog),
                tag => Err(value::unknown_tag("Pet", "kind", tag, &["cat", "hound"])),
            }
        }
    }
    /// The schema `Cat`.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    pub struct Cat {
        /// The property `kind`.
        pub kind: String,
        /// The property `lives`.
        #[serde(
            default,
            deserialize_with = "value::present",
            skip_serializing_if = "Option::is_none"
        )]
        pub lives: Option<i64>,
    }
    /// The schema `Dog`.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    pub struct Dog {
        /// The property `kind`.
        pub kind: String,
        /// The property `bark`.
        #[serde(
            default,
            deserialize_with = "value::present",
            skip_serializing_if = "Option::is_none"
        )]
        pub bark: Option<bool>,
    }
    /// Told apart by a constant.
    #[allow(
        clippy::large_enum_variant,
        reason = "the sizes are the document's; a box would be in everybody's way"
    )]
    #[derive(Clone, Debug, PartialEq, serde::Serialize)]
    #[serde(untagged)]
    pub enum Event {
        /// `Created`.
        Created(EventCreated),
        /// `Deleted`.
        Deleted(Box<EventDeleted>),
    }
    impl From<EventCreated> for Event {
        fn from(value: EventCreated) -> Self {
            Self::Created(value)
        }
    }
    impl From<EventDeleted> for Event {
        fn from(value: EventDeleted) -> Self {
            Self::Deleted(Box::new(value))
        }
    }
    impl<'de> serde::Deserialize<'de> for Event {
        fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
        where
            D: serde::Deserializer<'de>,
        {
            let json: serde_json::Value = serde::Deserialize::deserialize(deserializer)?;
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
    /// The schema at `/components/schemas/Event/oneOf/0`.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    pub struct EventCreated {
        /// The property `event`.
        pub event: EventCreatedEvent,
        /// The property `at`.
        pub at: String,
    }
    /// The schema at `/components/schemas/Event/oneOf/0/properties/event`.
    #[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
    pub struct EventCreatedEvent;
    impl EventCreatedEvent {
        /// The only value there is.
        pub const VALUE: &'static str = "created";
    }
    value::constant_text!(EventCreatedEvent);
    /// The schema at `/components/schemas/Event/oneOf/1`.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    pub struct EventDeleted {
        /// The property `event`.
        pub event: EventDeletedEvent,
        /// The property `by`.
        #[serde(
            default,
            deserialize_with = "value::present",
            skip_serializing_if = "Option::is_none"
        )]
        pub by: Option<Box<Event>>,
    }
    /// The schema at `/components/schemas/Event/oneOf/1/properties/event`.
    #[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
    pub struct EventDeletedEvent;
    impl EventDeletedEvent {
        /// The only value there is.
        pub const VALUE: &'static str = "deleted";
    }
    value::constant_text!(EventDeletedEvent);
    /// The schema `Scalar`.
    #[allow(
        clippy::large_enum_variant,
        reason = "the sizes are the document's; a box would be in everybody's way"
    )]
    #[derive(Clone, Debug, PartialEq, serde::Serialize)]
    #[serde(untagged)]
    pub enum Scalar {
        /// `String`.
        String(String),
        /// `Integer`.
        Integer(i64),
        /// `Boolean`.
        Boolean(bool),
    }
    impl From<String> for Scalar {
        fn from(value: String) -> Self {
            Self::String(value)
        }
    }
    impl From<i64> for Scalar {
        fn from(value: i64) -> Self {
            Self::Integer(value)
        }
    }
    impl From<bool> for Scalar {
        fn from(value: bool) -> Self {
            Self::Boolean(value)
        }
    }
    impl<'de> serde::Deserialize<'de> for Scalar {
        fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
        where
            D: serde::Deserializer<'de>,
        {
            let json: serde_json::Value = serde::Deserialize::deserialize(deserializer)?;
            let mut trial = value::Trial::new("Scalar", &json);
            trial.attempt("String", true, Self::String);
            trial.attempt("Integer", true, Self::Integer);
            trial.attempt("Boolean", true, Self::Boolean);
            trial.exactly_one()
        }
    }
    /// The schema `Loose`.
    #[allow(
        clippy::large_enum_variant,
        reason = "the sizes are the document's; a box would be in everybody's way"
    )]
    #[derive(Clone, Debug, PartialEq, serde::Serialize)]
    #[serde(untagged)]
    pub enum Loose {
        /// `Small`.
        Small(LooseSmall),
        /// `Large`.
        Large(LooseLarge),
    }
    impl From<LooseSmall> for Loose {
        fn from(value: LooseSmall) -> Self {
            Self::Small(value)
        }
    }
    impl From<LooseLarge> for Loose {
        fn from(value: LooseLarge) -> Self {
            Self::Large(value)
        }
    }
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
    pub struct LooseSmall {
        /// The property `a`.
        pub a: String,
    }
    /// `Large`.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    pub struct LooseLarge {
        /// The property `a`.
        pub a: String,
        /// The property `b`.
        pub b: String,
    }
    /// The schema `Ids`.
    #[allow(
        clippy::large_enum_variant,
        reason = "the sizes are the document's; a box would be in everybody's way"
    )]
    #[derive(Clone, Debug, PartialEq, serde::Serialize)]
    #[serde(untagged)]
    pub enum Ids {
        /// `String`.
        String(String),
        /// `Array`.
        Array(Vec<String>),
        /// `Query`.
        Query(IdsQuery),
        /// `Range`.
        Range(IdsRange),
    }
    impl From<String> for Ids {
        fn from(value: String) -> Self {
            Self::String(value)
        }
    }
    impl From<Vec<String>> for Ids {
        fn from(value: Vec<String>) -> Self {
            Self::Array(value)
        }
    }
    impl From<IdsQuery> for Ids {
        fn from(value: IdsQuery) -> Self {
            Self::Query(value)
        }
    }
    impl From<IdsRange> for Ids {
        fn from(value: IdsRange) -> Self {
            Self::Range(value)
        }
    }
    impl<'de> serde::Deserialize<'de> for Ids {
        fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
        where
            D: serde::Deserializer<'de>,
        {
            let json: serde_json::Value = serde::Deserialize::deserialize(deserializer)?;
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
    pub struct IdsQuery {
        /// The property `where`.
        pub r#where: serde_json::Map<String, serde_json::Value>,
    }
    /// `Range`.
    #[derive(Clone, Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
    pub struct IdsRange {
        /// The property `from`.
        #[serde(
            default,
            deserialize_with = "value::present",
            skip_serializing_if = "Option::is_none"
        )]
        pub from: Option<f64>,
        /// The property `where`.
        #[serde(
            default,
            deserialize_with = "value::present",
            skip_serializing_if = "Option::is_none"
        )]
        pub r#where: Option<String>,
    }
    /// Properties beside the union belong to every branch.
    #[allow(
        clippy::large_enum_variant,
        reason = "the sizes are the document's; a box would be in everybody's way"
    )]
    #[derive(Clone, Debug, PartialEq, serde::Serialize)]
    #[serde(untagged)]
    pub enum Shared {
        /// `ByName`.
        ByName(SharedByName),
        /// `ByNumber`.
        ByNumber(SharedByNumber),
    }
    impl From<SharedByName> for Shared {
        fn from(value: SharedByName) -> Self {
            Self::ByName(value)
        }
    }
    impl From<SharedByNumber> for Shared {
        fn from(value: SharedByNumber) -> Self {
            Self::ByNumber(value)
        }
    }
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
    pub struct SharedByName {
        /// The property `id`.
        pub id: String,
        /// The property `name`.
        pub name: String,
    }
    /// Properties beside the union belong to every branch.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    pub struct SharedByNumber {
        /// The property `id`.
        pub id: String,
        /// The property `number`.
        pub number: i64,
    }
    /// Only what is required differs.
    #[derive(Clone, Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
    pub struct Either {
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
        pub b: Option<String>,
    }
    /// The schema `Model`.
    #[derive(Clone, Debug, Eq, Hash, PartialEq)]
    pub enum Model {
        /// `small`
        Small,
        /// `large`
        Large,
        /// A value that the document does not name, as it stands.
        Other(String),
    }
    impl Model {
        /// The text as it stands in JSON.
        #[must_use]
        pub fn as_str(&self) -> &str {
            match self {
                Self::Small => "small",
                Self::Large => "large",
                Self::Other(text) => text,
            }
        }
    }
    impl From<&str> for Model {
        fn from(text: &str) -> Self {
            match text {
                "small" => Self::Small,
                "large" => Self::Large,
                other => Self::Other(other.to_owned()),
            }
        }
    }
    value::open_text!(Model);
}
