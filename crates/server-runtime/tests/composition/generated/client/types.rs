// Generated from composition.yaml by the test golden.rs. Do not edit.

#![allow(
    missing_docs,
    unused_imports,
    clippy::large_enum_variant,
    clippy::option_option,
    reason = "shapes are taken from the document; of two nested options the outer one stands for absence"
)]
use unplug_wire::value::{self, absent, present, required};
/// What each side must send differs.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct Account {
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub id: Option<i64>,
    pub name: String,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub password: Option<String>,
    pub owner: AccountOwner,
    pub keys: Vec<Key>,
}
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct AccountOwner {
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub made: Option<String>,
    pub email: String,
}
/// The schema `Key`.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
#[serde(untagged)]
pub enum Key {
    Variant1(KeyVariant1),
    Variant2(KeyVariant2),
}
value::choice!(
    Key, ExactlyOne, Variant1 : [Only(& ["fingerprint", "text"])], Variant2 : [Only(&
    ["number"])]
);
value::from_variants!(Key, Variant1 : KeyVariant1, Variant2 : KeyVariant2);
impl<'de> serde::Deserialize<'de> for Key {
    fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        let json: unplug_wire::json::Json<'_> = serde::Deserialize::deserialize(
            deserializer,
        )?;
        let mut trial = value::Trial::new("Key", &json);
        trial
            .attempt(
                "Variant1",
                value::has_only(&json, &["fingerprint", "text"]),
                Self::Variant1,
            );
        trial.attempt("Variant2", value::has_only(&json, &["number"]), Self::Variant2);
        trial.exactly_one()
    }
}
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct KeyVariant1 {
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub fingerprint: Option<String>,
    pub text: String,
}
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct KeyVariant2 {
    pub number: i64,
}
/// The schema `Password`.
pub type Password = String;
/// The schema `Stamped`.
#[derive(Clone, Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct Stamped {
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub made: Option<String>,
}
/// The schema `Time`.
pub type Time = String;
/// Only sent.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct Question {
    pub text: String,
    pub seal: String,
}
/// Only received.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct Answer {
    pub text: String,
    pub id: i64,
}
/// Every way to say that a reference may be null.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct Ship {
    #[serde(deserialize_with = "required")]
    pub wrapped: Option<Berth>,
    #[serde(deserialize_with = "required")]
    pub typed: Option<Berth>,
    #[serde(deserialize_with = "required")]
    pub one: Option<Berth>,
    #[serde(deserialize_with = "required")]
    pub any: Option<ShipAny>,
    #[serde(deserialize_with = "required")]
    pub color: Option<ShipColor>,
    #[serde(deserialize_with = "required")]
    pub state: Option<ShipState>,
    #[serde(deserialize_with = "required")]
    pub wide: Option<ShipWide>,
    #[serde(deserialize_with = "required")]
    pub named: Option<MaybeBerth>,
    pub open: serde_json::Value,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub plain: Option<Berth>,
}
/// The schema `Berth`.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct Berth {
    pub number: i64,
}
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct ShipAny {
    #[serde(deserialize_with = "value::fitting", skip_serializing_if = "absent")]
    pub number: Option<i64>,
    #[serde(deserialize_with = "value::fitting", skip_serializing_if = "absent")]
    pub bay: Option<String>,
    /// Members that the document does not name, or that are of another type than it names.
    #[serde(flatten)]
    pub additional: serde_json::Map<String, serde_json::Value>,
}
value::members!(ShipAny, additional, number : fitting "number", bay : fitting "bay");
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum ShipColor {
    Red,
    Green,
    /// A value that the document does not name, as it stands.
    Other(String),
}
value::open_text!(ShipColor, Red = "red", Green = "green");
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum ShipState {
    Sailing,
    Moored,
    Empty,
    /// A value that the document does not name, as it stands.
    Other(String),
}
value::open_text!(ShipState, Sailing = "sailing", Moored = "moored", Empty = "");
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct ShipWide {
    pub number: i64,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub depth: Option<unplug_wire::json::Number>,
}
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct MaybeBerth {
    pub number: i64,
    pub since: String,
}
/// The schema `StateEnum`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum StateEnum {
    Sailing,
    Moored,
    /// A value that the document does not name, as it stands.
    Other(String),
}
value::open_text!(StateEnum, Sailing = "sailing", Moored = "moored");
/// The schema `BlankEnum`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum BlankEnum {
    Empty,
    /// A value that the document does not name, as it stands.
    Other(String),
}
value::open_text!(BlankEnum, Empty = "");
/// The schema `NullEnum`.
pub type NullEnum = ();
/// The schema `Anchorage`.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct Anchorage {
    pub bay: String,
}
/// A parent in a list, in a wrapper and alone; a child alone.
#[derive(Clone, Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct Pets {
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub pets: Option<Vec<Pet>>,
    /// Also a pet.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub wrapped: Option<Pet>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub maybe: Option<Option<Pet>>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub dog: Option<Dog>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub inline: Option<PetsInline>,
}
/// The schema `Pet`.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
#[serde(untagged)]
pub enum Pet {
    Dog(Box<Dog>),
    Cat(Cat),
    Lion(Lion),
    PetBase(PetBase),
    /// A value whose tag the document does not name, as it stands.
    Other(serde_json::Map<String, serde_json::Value>),
}
value::choice!(
    Pet, AnyOf, Dog : [Tag("petType", & ["dog"])], Cat : [Tag("petType", & ["cat"])],
    Lion : [Tag("petType", & ["Lion"])], PetBase : [Tag("petType", & ["Pet"])], Other :
    [NoTag("petType", & ["dog", "cat", "Lion", "Pet"])]
);
value::from_variants!(
    Pet, Dog in Box : Dog, Cat : Cat, Lion : Lion, PetBase : PetBase, Other :
    serde_json::Map < String, serde_json::Value >
);
impl<'de> serde::Deserialize<'de> for Pet {
    fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        let json: unplug_wire::json::Json<'_> = serde::Deserialize::deserialize(
            deserializer,
        )?;
        match value::tag(&json, "petType") {
            Some("dog") => value::decode(&json).map(Self::Dog),
            Some("cat") => value::decode(&json).map(Self::Cat),
            Some("Lion") => value::decode(&json).map(Self::Lion),
            Some("Pet") => value::decode(&json).map(Self::PetBase),
            _ => value::decode(&json).map(Self::Other),
        }
    }
}
/// The schema `Dog`.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct Dog {
    #[serde(rename = "petType")]
    pub pet_type: String,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub name: Option<String>,
    pub bark: bool,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub friend: Option<Box<Pet>>,
}
/// The schema `Cat`.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct Cat {
    #[serde(rename = "petType")]
    pub pet_type: String,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub name: Option<String>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub lives: Option<i64>,
}
/// The schema `Lion`.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct Lion {
    #[serde(rename = "petType")]
    pub pet_type: String,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub name: Option<String>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub lives: Option<i64>,
    pub roar: i64,
}
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct PetBase {
    #[serde(rename = "petType")]
    pub pet_type: String,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub name: Option<String>,
}
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct PetsInline {
    #[serde(rename = "petType")]
    pub pet_type: String,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub name: Option<String>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub leash: Option<bool>,
}
/// The tags that it lists are all taken by children.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
#[serde(untagged)]
pub enum Message {
    TextMessage(TextMessage),
    StickerMessage(StickerMessage),
    /// A value whose tag the document does not name, as it stands.
    Other(serde_json::Map<String, serde_json::Value>),
}
value::choice!(
    Message, AnyOf, TextMessage : [Tag("type", & ["text"])], StickerMessage :
    [Tag("type", & ["sticker"])], Other : [NoTag("type", & ["text", "sticker"])]
);
value::from_variants!(
    Message, TextMessage : TextMessage, StickerMessage : StickerMessage, Other :
    serde_json::Map < String, serde_json::Value >
);
impl<'de> serde::Deserialize<'de> for Message {
    fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        let json: unplug_wire::json::Json<'_> = serde::Deserialize::deserialize(
            deserializer,
        )?;
        match value::tag(&json, "type") {
            Some("text") => value::decode(&json).map(Self::TextMessage),
            Some("sticker") => value::decode(&json).map(Self::StickerMessage),
            _ => value::decode(&json).map(Self::Other),
        }
    }
}
/// The tags that it lists are all taken by children.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct TextMessage {
    pub r#type: TextMessageType,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub quick: Option<bool>,
    pub text: String,
}
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum TextMessageType {
    Text,
    Sticker,
    /// A value that the document does not name, as it stands.
    Other(String),
}
value::open_text!(TextMessageType, Text = "text", Sticker = "sticker");
/// The tags that it lists are all taken by children.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct StickerMessage {
    pub r#type: TextMessageType,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub quick: Option<bool>,
    #[serde(rename = "stickerId")]
    pub sticker_id: String,
}
/// Tags that are no texts, and unions within unions.
#[derive(Clone, Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct Tags {
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub readings: Option<Vec<Reading>>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub switches: Option<Vec<Switch>>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub ranks: Option<Vec<Rank>>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub items: Option<Vec<InputItem>>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub odd: Option<Vec<Odd>>,
}
/// Mapped numbers.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
#[serde(untagged)]
pub enum Reading {
    Heat(Heat),
    Damp(Damp),
}
value::choice!(
    Reading, AnyOf, Heat : [Tag("kind", & ["1"])], Damp : [Tag("kind", & ["2"])]
);
value::from_variants!(Reading, Heat : Heat, Damp : Damp);
impl<'de> serde::Deserialize<'de> for Reading {
    fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        let json: unplug_wire::json::Json<'_> = serde::Deserialize::deserialize(
            deserializer,
        )?;
        match value::scalar_tag(&json, "kind").as_deref() {
            Some("1") => value::decode(&json).map(Self::Heat),
            Some("2") => value::decode(&json).map(Self::Damp),
            tag => Err(value::unknown_tag("Reading", "kind", tag, &["1", "2"])),
        }
    }
}
/// The schema `Heat`.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct Heat {
    pub kind: HeatKind,
    pub degrees: i64,
}
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum HeatKind {
    N1,
    /// A value that the document does not name, as it stands.
    Other(i64),
}
value::open_integer!(HeatKind, N1 = 1);
/// The schema `Damp`.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct Damp {
    pub kind: DampKind,
    pub share: i64,
}
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum DampKind {
    N2,
    /// A value that the document does not name, as it stands.
    Other(i64),
}
value::open_integer!(DampKind, N2 = 2);
/// Booleans and null without a mapping.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
#[serde(untagged)]
pub enum Switch {
    Lit(Lit),
    Dark(Dark),
    Faulty(Faulty),
}
value::choice!(
    Switch, AnyOf, Lit : [Tag("on", & ["true"])], Dark : [Tag("on", & ["false"])], Faulty
    : [Tag("on", & ["null"])]
);
value::from_variants!(Switch, Lit : Lit, Dark : Dark, Faulty : Faulty);
impl<'de> serde::Deserialize<'de> for Switch {
    fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        let json: unplug_wire::json::Json<'_> = serde::Deserialize::deserialize(
            deserializer,
        )?;
        match value::scalar_tag(&json, "on").as_deref() {
            Some("true") => value::decode(&json).map(Self::Lit),
            Some("false") => value::decode(&json).map(Self::Dark),
            Some("null") => value::decode(&json).map(Self::Faulty),
            tag => {
                Err(value::unknown_tag("Switch", "on", tag, &["true", "false", "null"]))
            }
        }
    }
}
/// The schema `Lit`.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct Lit {
    pub on: LitOn,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub since: Option<String>,
}
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub struct LitOn;
value::constant_json!(LitOn, "true");
/// The schema `Dark`.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct Dark {
    pub on: DarkOn,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub until: Option<String>,
}
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub struct DarkOn;
value::constant_json!(DarkOn, "false");
/// The schema `Faulty`.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct Faulty {
    pub on: (),
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub why: Option<String>,
}
/// Numbers without a discriminator.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
#[serde(untagged)]
pub enum Rank {
    Variant1(RankVariant1),
    Variant2(RankVariant2),
}
value::choice!(
    Rank, AnyOf, Variant1 : [Tag("level", & ["10"])], Variant2 : [Tag("level", & ["20"])]
);
value::from_variants!(Rank, Variant1 : RankVariant1, Variant2 : RankVariant2);
impl<'de> serde::Deserialize<'de> for Rank {
    fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        let json: unplug_wire::json::Json<'_> = serde::Deserialize::deserialize(
            deserializer,
        )?;
        match value::scalar_tag(&json, "level").as_deref() {
            Some("10") => value::decode(&json).map(Self::Variant1),
            Some("20") => value::decode(&json).map(Self::Variant2),
            tag => Err(value::unknown_tag("Rank", "level", tag, &["10", "20"])),
        }
    }
}
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct RankVariant1 {
    pub level: RankVariant1Level,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub first: Option<String>,
}
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum RankVariant1Level {
    N10,
    /// A value that the document does not name, as it stands.
    Other(i64),
}
value::open_integer!(RankVariant1Level, N10 = 10);
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct RankVariant2 {
    pub level: RankVariant2Level,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub second: Option<String>,
}
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum RankVariant2Level {
    N20,
    /// A value that the document does not name, as it stands.
    Other(i64),
}
value::open_integer!(RankVariant2Level, N20 = 20);
/// One of its branches is a union by the same property.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
#[serde(untagged)]
pub enum InputItem {
    EasyInput(EasyInput),
    Item(Item),
    ItemReference(ItemReference),
}
value::choice!(
    InputItem, AnyOf, EasyInput : [Tag("type", & ["message"])], Item : [TagIfAny("type",
    & ["search_call", "shell_call"], & [])], ItemReference : [Tag("type", &
    ["item_reference"])]
);
value::from_variants!(
    InputItem, EasyInput : EasyInput, Item : Item, ItemReference : ItemReference
);
impl<'de> serde::Deserialize<'de> for InputItem {
    fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        let json: unplug_wire::json::Json<'_> = serde::Deserialize::deserialize(
            deserializer,
        )?;
        match value::tag(&json, "type") {
            Some("message") => value::decode(&json).map(Self::EasyInput),
            Some("search_call" | "shell_call") => value::decode(&json).map(Self::Item),
            Some("item_reference") => value::decode(&json).map(Self::ItemReference),
            None if json.member("type").is_none() => {
                let mut trial = value::Trial::new("InputItem", &json);
                trial.attempt("Item", true, Self::Item);
                trial.best()
            }
            tag => {
                Err(
                    value::unknown_tag(
                        "InputItem",
                        "type",
                        tag,
                        &["message", "search_call", "shell_call", "item_reference"],
                    ),
                )
            }
        }
    }
}
/// The schema `EasyInput`.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct EasyInput {
    pub r#type: EasyInputType,
    pub content: String,
}
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum EasyInputType {
    Message,
    /// A value that the document does not name, as it stands.
    Other(String),
}
value::open_text!(EasyInputType, Message = "message");
/// The schema `Item`.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
#[serde(untagged)]
pub enum Item {
    SearchCall(SearchCall),
    ShellCall(ShellCall),
}
value::choice!(
    Item, AnyOf, SearchCall : [Tag("type", & ["search_call"])], ShellCall : [Tag("type",
    & ["shell_call"])]
);
value::from_variants!(Item, SearchCall : SearchCall, ShellCall : ShellCall);
impl<'de> serde::Deserialize<'de> for Item {
    fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        let json: unplug_wire::json::Json<'_> = serde::Deserialize::deserialize(
            deserializer,
        )?;
        match value::tag(&json, "type") {
            Some("search_call") => value::decode(&json).map(Self::SearchCall),
            Some("shell_call") => value::decode(&json).map(Self::ShellCall),
            tag => {
                Err(
                    value::unknown_tag(
                        "Item",
                        "type",
                        tag,
                        &["search_call", "shell_call"],
                    ),
                )
            }
        }
    }
}
/// The schema `SearchCall`.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct SearchCall {
    pub r#type: String,
    pub query: String,
}
/// The schema `ShellCall`.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct ShellCall {
    pub r#type: ShellCallType,
    pub command: String,
}
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum ShellCallType {
    ShellCall,
    /// A value that the document does not name, as it stands.
    Other(String),
}
value::open_text!(ShellCallType, ShellCall = "shell_call");
/// The schema `ItemReference`.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct ItemReference {
    pub r#type: ItemReferenceType,
    pub id: String,
}
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum ItemReferenceType {
    ItemReference,
    /// A value that the document does not name, as it stands.
    Other(String),
}
value::open_text!(ItemReferenceType, ItemReference = "item_reference");
/// Branches whose values are no text.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
#[serde(untagged)]
pub enum Odd {
    Variant1(OddVariant1),
    Array(Vec<i64>),
    Variant3(OddVariant3),
}
value::choice!(
    Odd, AnyOf, Variant1 : [Text(& [OneOf(& [])])], Variant3 : [Text(& [OneOf(& ["x"])])]
);
value::from_variants!(
    Odd, Variant1 : OddVariant1, Array : Vec < i64 >, Variant3 : OddVariant3
);
impl<'de> serde::Deserialize<'de> for Odd {
    fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        let json: unplug_wire::json::Json<'_> = serde::Deserialize::deserialize(
            deserializer,
        )?;
        let mut trial = value::Trial::new("Odd", &json);
        trial.attempt("Variant1", !json.is_string(), Self::Variant1);
        trial.attempt("Array", true, Self::Array);
        trial
            .attempt(
                "Variant3",
                json.as_str().is_none_or(|text| matches!(text, "x")),
                Self::Variant3,
            );
        trial.best()
    }
}
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum OddVariant1 {
    N1,
    N2,
    /// A value that the document does not name, as it stands.
    Other(i64),
}
value::open_integer!(OddVariant1, N1 = 1, N2 = 2);
#[derive(Clone, Debug, PartialEq)]
pub enum OddVariant3 {
    True,
    X,
    /// A value that the document does not name, as it stands.
    Other(serde_json::Value),
}
value::open_value!(OddVariant3, True = "true", X = "\"x\"");
unplug_wire::value::type_schemas!(
    Account, AccountOwner, Key, KeyVariant1, KeyVariant2, Password, Stamped, Time,
    Question, Answer, Ship, Berth, ShipAny, ShipColor, ShipState, ShipWide, MaybeBerth,
    StateEnum, BlankEnum, NullEnum, Anchorage, Pets, Pet, Dog, Cat, Lion, PetBase,
    PetsInline, Message, TextMessage, TextMessageType, StickerMessage, Tags, Reading,
    Heat, HeatKind, Damp, DampKind, Switch, Lit, LitOn, Dark, DarkOn, Faulty, Rank,
    RankVariant1, RankVariant1Level, RankVariant2, RankVariant2Level, InputItem,
    EasyInput, EasyInputType, Item, SearchCall, ShellCall, ShellCallType, ItemReference,
    ItemReferenceType, Odd, OddVariant1, OddVariant3
);
