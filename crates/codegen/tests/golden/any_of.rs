pub mod types {
    #![allow(
        missing_docs,
        unused_imports,
        clippy::large_enum_variant,
        clippy::option_option,
        reason = "shapes are taken from the document; of two nested options the outer one stands for absence"
    )]
    use unplug_wire::value::{self, absent, present, required};
    /// The schema `Person`.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct Person {
        pub id: i64,
        /// As it is spoken.
        pub name: String,
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub address: Option<PersonAddress>,
    }
    #[derive(Clone, Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct PersonAddress {
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub street: Option<String>,
    }
    /// The schema `Company`.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct Company {
        pub id: i64,
        pub vat: String,
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub address: Option<CompanyAddress>,
    }
    #[derive(Clone, Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct CompanyAddress {
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub floor: Option<i64>,
    }
    /// By reference; what both require is required.
    #[derive(Clone, Debug, PartialEq, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct Party {
        pub id: i64,
        /// As it is spoken.
        #[serde(deserialize_with = "value::fitting", skip_serializing_if = "absent")]
        pub name: Option<String>,
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub address: Option<PartyAddress>,
        #[serde(deserialize_with = "value::fitting", skip_serializing_if = "absent")]
        pub vat: Option<String>,
        /// Members that the document does not name, or that are of another type than it names.
        #[serde(flatten)]
        pub additional: serde_json::Map<String, serde_json::Value>,
    }
    value::members!(
        Party, additional, id : required "id", name : fitting "name", address : optional
        "address", vat : fitting "vat"
    );
    #[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct PartyAddress {
        #[serde(deserialize_with = "value::fitting", skip_serializing_if = "absent")]
        pub street: Option<String>,
        #[serde(deserialize_with = "value::fitting", skip_serializing_if = "absent")]
        pub floor: Option<i64>,
        /// Members that the document does not name, or that are of another type than it names.
        #[serde(flatten)]
        pub additional: serde_json::Map<String, serde_json::Value>,
    }
    value::members!(
        PartyAddress, additional, street : fitting "street", floor : fitting "floor"
    );
    /// The schema `MaybeParty`.
    #[derive(Clone, Debug, PartialEq, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct MaybeParty {
        pub id: i64,
        /// As it is spoken.
        #[serde(deserialize_with = "value::fitting", skip_serializing_if = "absent")]
        pub name: Option<String>,
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub address: Option<PartyAddress>,
        #[serde(deserialize_with = "value::fitting", skip_serializing_if = "absent")]
        pub vat: Option<String>,
        /// Members that the document does not name, or that are of another type than it names.
        #[serde(flatten)]
        pub additional: serde_json::Map<String, serde_json::Value>,
    }
    value::members!(
        MaybeParty, additional, id : required "id", name : fitting "name", address :
        optional "address", vat : fitting "vat"
    );
    /// What stands beside the union belongs to every branch.
    #[derive(Clone, Debug, PartialEq, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    #[serde(untagged)]
    pub enum Beside {
        Variant1OrVariant2(BesideVariant1OrVariant2),
        Variant3(BesideVariant3),
    }
    value::choice!(
        Beside, AnyOf, Variant3 : [Member("kind", & [OneOf(& ["third", "fourth"])])]
    );
    value::from_variants!(
        Beside, Variant1OrVariant2 : BesideVariant1OrVariant2, Variant3 : BesideVariant3
    );
    impl<'de> serde::Deserialize<'de> for Beside {
        fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
        where
            D: serde::Deserializer<'de>,
        {
            let json: unplug_wire::json::Json<'_> = serde::Deserialize::deserialize(
                deserializer,
            )?;
            let mut trial = value::Trial::new("Beside", &json);
            trial.attempt("Variant1OrVariant2", true, Self::Variant1OrVariant2);
            trial
                .attempt(
                    "Variant3",
                    value::tag(&json, "kind")
                        .is_none_or(|text| matches!(text, "third" | "fourth")),
                    Self::Variant3,
                );
            trial.best()
        }
    }
    /// What stands beside the union belongs to every branch.
    #[derive(Clone, Debug, PartialEq, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct BesideVariant1OrVariant2 {
        pub kind: String,
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub more: Option<Vec<Beside>>,
        #[serde(deserialize_with = "value::fitting", skip_serializing_if = "absent")]
        pub left: Option<i64>,
        #[serde(deserialize_with = "value::fitting", skip_serializing_if = "absent")]
        pub right: Option<String>,
        /// Members that the document does not name, or that are of another type than it names.
        #[serde(flatten)]
        pub additional: serde_json::Map<String, serde_json::Value>,
    }
    value::members!(
        BesideVariant1OrVariant2, additional, kind : required "kind", more : optional
        "more", left : fitting "left", right : fitting "right"
    );
    /// What stands beside the union belongs to every branch.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct BesideVariant3 {
        pub kind: BesideVariant3Kind,
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub more: Option<Vec<Beside>>,
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub left: Option<i64>,
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub right: Option<String>,
    }
    #[derive(Clone, Debug, Eq, Hash, PartialEq)]
    pub enum BesideVariant3Kind {
        Third,
        Fourth,
        /// A value that the document does not name, as it stands.
        Other(String),
    }
    value::open_text!(BesideVariant3Kind, Third = "third", Fourth = "fourth");
    /// Branches that are made of parts, and of unions.
    #[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct Parts {
        #[serde(deserialize_with = "value::fitting", skip_serializing_if = "absent")]
        pub id: Option<i64>,
        #[serde(deserialize_with = "value::fitting", skip_serializing_if = "absent")]
        pub vat: Option<String>,
        #[serde(deserialize_with = "value::fitting", skip_serializing_if = "absent")]
        pub address: Option<CompanyAddress>,
        #[serde(deserialize_with = "value::fitting", skip_serializing_if = "absent")]
        pub shares: Option<unplug_wire::json::Number>,
        #[serde(deserialize_with = "value::fitting", skip_serializing_if = "absent")]
        pub first: Option<String>,
        #[serde(deserialize_with = "value::fitting", skip_serializing_if = "absent")]
        pub second: Option<String>,
        /// Members that the document does not name, or that are of another type than it names.
        #[serde(flatten)]
        pub additional: serde_json::Map<String, serde_json::Value>,
    }
    value::members!(
        Parts, additional, id : fitting "id", vat : fitting "vat", address : fitting
        "address", shares : fitting "shares", first : fitting "first", second : fitting
        "second"
    );
    /// One name, several types.
    #[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct Differing {
        #[serde(deserialize_with = "value::fitting", skip_serializing_if = "absent")]
        pub a: Option<String>,
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub same: Option<Option<DifferingSame>>,
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub x: Option<i64>,
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub map: Option<DifferingMap>,
        #[serde(deserialize_with = "value::fitting", skip_serializing_if = "absent")]
        pub b: Option<String>,
        /// Members that the document does not name, or that are of another type than it names.
        #[serde(flatten)]
        pub additional: serde_json::Map<String, serde_json::Value>,
    }
    value::members!(
        Differing, additional, a : fitting "a", same : optional "same", x : optional "x",
        map : optional "map", b : fitting "b"
    );
    #[derive(Clone, Debug, PartialEq, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    #[serde(untagged)]
    pub enum DifferingSame {
        String(String),
        Integer(i64),
    }
    value::choice!(DifferingSame, AnyOf);
    value::from_variants!(DifferingSame, String : String, Integer : i64);
    impl<'de> serde::Deserialize<'de> for DifferingSame {
        fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
        where
            D: serde::Deserializer<'de>,
        {
            let json: unplug_wire::json::Json<'_> = serde::Deserialize::deserialize(
                deserializer,
            )?;
            let mut trial = value::Trial::new("DifferingSame", &json);
            trial.attempt("String", true, Self::String);
            trial.attempt("Integer", true, Self::Integer);
            trial.best()
        }
    }
    #[derive(Clone, Debug, PartialEq, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    #[serde(untagged)]
    pub enum DifferingMap {
        Variant1(std::collections::BTreeMap<String, i64>),
        Array(Vec<i64>),
    }
    value::choice!(DifferingMap, AnyOf);
    value::from_variants!(
        DifferingMap, Variant1 : std::collections::BTreeMap < String, i64 >, Array : Vec
        < i64 >
    );
    impl<'de> serde::Deserialize<'de> for DifferingMap {
        fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
        where
            D: serde::Deserializer<'de>,
        {
            let json: unplug_wire::json::Json<'_> = serde::Deserialize::deserialize(
                deserializer,
            )?;
            let mut trial = value::Trial::new("DifferingMap", &json);
            trial.attempt("Variant1", true, Self::Variant1);
            trial.attempt("Array", true, Self::Array);
            trial.best()
        }
    }
    /// What the other branch has may not be there, so that it is always of its type.
    #[derive(Clone, Debug, PartialEq, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    #[serde(untagged)]
    pub enum Closed {
        Variant1(ClosedVariant1),
        Variant2(ClosedVariant2),
    }
    value::choice!(
        Closed, AnyOf, Variant1 : [Only(& ["a", "both"])], Variant2 : [Only(& ["b",
        "both"])]
    );
    value::from_variants!(Closed, Variant1 : ClosedVariant1, Variant2 : ClosedVariant2);
    impl<'de> serde::Deserialize<'de> for Closed {
        fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
        where
            D: serde::Deserializer<'de>,
        {
            let json: unplug_wire::json::Json<'_> = serde::Deserialize::deserialize(
                deserializer,
            )?;
            let mut trial = value::Trial::new("Closed", &json);
            trial
                .attempt(
                    "Variant1",
                    value::has_only(&json, &["a", "both"]),
                    Self::Variant1,
                );
            trial
                .attempt(
                    "Variant2",
                    value::has_only(&json, &["b", "both"]),
                    Self::Variant2,
                );
            trial.best()
        }
    }
    #[derive(Clone, Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct ClosedVariant1 {
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub a: Option<String>,
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub both: Option<String>,
    }
    #[derive(Clone, Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct ClosedVariant2 {
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub b: Option<i64>,
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub both: Option<String>,
    }
    /// Text, a list, and objects that may match together.
    #[derive(Clone, Debug, PartialEq, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    #[serde(untagged)]
    pub enum Mixed {
        String(String),
        PersonOrCompany(MixedPersonOrCompany),
        Array(Vec<Party>),
    }
    value::choice!(Mixed, AnyOf);
    value::from_variants!(
        Mixed, String : String, PersonOrCompany : MixedPersonOrCompany, Array : Vec <
        Party >
    );
    impl<'de> serde::Deserialize<'de> for Mixed {
        fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
        where
            D: serde::Deserializer<'de>,
        {
            let json: unplug_wire::json::Json<'_> = serde::Deserialize::deserialize(
                deserializer,
            )?;
            let mut trial = value::Trial::new("Mixed", &json);
            trial.attempt("String", true, Self::String);
            trial.attempt("PersonOrCompany", true, Self::PersonOrCompany);
            trial.attempt("Array", true, Self::Array);
            trial.best()
        }
    }
    #[derive(Clone, Debug, PartialEq, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct MixedPersonOrCompany {
        pub id: i64,
        /// As it is spoken.
        #[serde(deserialize_with = "value::fitting", skip_serializing_if = "absent")]
        pub name: Option<String>,
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub address: Option<PartyAddress>,
        #[serde(deserialize_with = "value::fitting", skip_serializing_if = "absent")]
        pub vat: Option<String>,
        /// Members that the document does not name, or that are of another type than it names.
        #[serde(flatten)]
        pub additional: serde_json::Map<String, serde_json::Value>,
    }
    value::members!(
        MixedPersonOrCompany, additional, id : required "id", name : fitting "name",
        address : optional "address", vat : fitting "vat"
    );
    /// A property that both require tells them apart, so that each has a type of its own.
    #[derive(Clone, Debug, PartialEq, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    #[serde(untagged)]
    pub enum Exclusive {
        First(ExclusiveFirst),
        Variant2(ExclusiveVariant2),
    }
    value::choice!(
        Exclusive, AnyOf, First : [Member("type", & [Equals("first")])], Variant2 :
        [Member("type", & [OneOf(& ["second", "third"])])]
    );
    value::from_variants!(
        Exclusive, First : ExclusiveFirst, Variant2 : ExclusiveVariant2
    );
    impl<'de> serde::Deserialize<'de> for Exclusive {
        fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
        where
            D: serde::Deserializer<'de>,
        {
            let json: unplug_wire::json::Json<'_> = serde::Deserialize::deserialize(
                deserializer,
            )?;
            let mut trial = value::Trial::new("Exclusive", &json);
            trial
                .attempt(
                    "First",
                    value::tag(&json, "type").is_none_or(|text| text == "first"),
                    Self::First,
                );
            trial
                .attempt(
                    "Variant2",
                    value::tag(&json, "type")
                        .is_none_or(|text| matches!(text, "second" | "third")),
                    Self::Variant2,
                );
            trial.best()
        }
    }
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct ExclusiveFirst {
        pub r#type: ExclusiveFirstType,
        pub a: String,
    }
    #[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
    pub struct ExclusiveFirstType;
    value::constant_text!(ExclusiveFirstType, "first");
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct ExclusiveVariant2 {
        pub r#type: ExclusiveVariant2Type,
        pub b: String,
    }
    #[derive(Clone, Debug, Eq, Hash, PartialEq)]
    pub enum ExclusiveVariant2Type {
        Second,
        Third,
        /// A value that the document does not name, as it stands.
        Other(String),
    }
    value::open_text!(ExclusiveVariant2Type, Second = "second", Third = "third");
    /// Others are kept, with every other member.
    #[derive(Clone, Debug, PartialEq, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    #[serde(untagged)]
    pub enum Open {
        Variant1OrVariant2(OpenVariant1OrVariant2),
        Variant3(OpenVariant3),
    }
    value::choice!(Open, AnyOf);
    value::from_variants!(
        Open, Variant1OrVariant2 : OpenVariant1OrVariant2, Variant3 : OpenVariant3
    );
    impl<'de> serde::Deserialize<'de> for Open {
        fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
        where
            D: serde::Deserializer<'de>,
        {
            let json: unplug_wire::json::Json<'_> = serde::Deserialize::deserialize(
                deserializer,
            )?;
            let mut trial = value::Trial::new("Open", &json);
            trial.attempt("Variant1OrVariant2", true, Self::Variant1OrVariant2);
            trial.attempt("Variant3", true, Self::Variant3);
            trial.best()
        }
    }
    #[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct OpenVariant1OrVariant2 {
        #[serde(deserialize_with = "value::fitting", skip_serializing_if = "absent")]
        pub a: Option<String>,
        #[serde(deserialize_with = "value::fitting", skip_serializing_if = "absent")]
        pub b: Option<String>,
        /// Members that the document does not name, or that are of another type than it names.
        #[serde(flatten)]
        pub additional: serde_json::Map<String, serde_json::Value>,
    }
    value::members!(
        OpenVariant1OrVariant2, additional, a : fitting "a", b : fitting "b"
    );
    #[derive(Clone, Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct OpenVariant3 {
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub c: Option<String>,
        /// Members that the document does not name.
        #[serde(flatten, deserialize_with = "value::undeclared")]
        pub additional: std::collections::BTreeMap<String, i64>,
    }
    /// Lists and maps of objects that may match together, within objects and by themselves.
    #[derive(Clone, Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct Nested {
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub list: Option<Vec<OpenVariant1OrVariant2>>,
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub map: Option<std::collections::BTreeMap<String, OpenVariant1OrVariant2>>,
    }
    /// The schema `Lists`.
    #[derive(Clone, Debug, PartialEq, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    #[serde(untagged)]
    pub enum Lists {
        ArrayOrArray(Vec<MixedPersonOrCompany>),
        Variant3OrVariant4(std::collections::BTreeMap<String, MixedPersonOrCompany>),
    }
    value::choice!(Lists, AnyOf);
    value::from_variants!(
        Lists, ArrayOrArray : Vec < MixedPersonOrCompany >, Variant3OrVariant4 :
        std::collections::BTreeMap < String, MixedPersonOrCompany >
    );
    impl<'de> serde::Deserialize<'de> for Lists {
        fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
        where
            D: serde::Deserializer<'de>,
        {
            let json: unplug_wire::json::Json<'_> = serde::Deserialize::deserialize(
                deserializer,
            )?;
            let mut trial = value::Trial::new("Lists", &json);
            trial.attempt("ArrayOrArray", true, Self::ArrayOrArray);
            trial.attempt("Variant3OrVariant4", true, Self::Variant3OrVariant4);
            trial.best()
        }
    }
    unplug_wire::value::type_schemas!(
        Person, PersonAddress, Company, CompanyAddress, Party, PartyAddress, MaybeParty,
        Beside, BesideVariant1OrVariant2, BesideVariant3, BesideVariant3Kind, Parts,
        Differing, DifferingSame, DifferingMap, Closed, ClosedVariant1, ClosedVariant2,
        Mixed, MixedPersonOrCompany, Exclusive, ExclusiveFirst, ExclusiveFirstType,
        ExclusiveVariant2, ExclusiveVariant2Type, Open, OpenVariant1OrVariant2,
        OpenVariant3, Nested, Lists
    );
}
