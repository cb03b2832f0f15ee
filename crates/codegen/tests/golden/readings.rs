pub mod types {
    #![allow(
        missing_docs,
        unused_imports,
        clippy::large_enum_variant,
        clippy::option_option,
        reason = "shapes are taken from the document; of two nested options the outer one stands for absence"
    )]
    use unplug_wire::value::{self, absent, present, required};
    /// Each width reads what fits into it.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct Numbers {
        pub narrow: i32,
        pub wide: i64,
        pub unsigned: u64,
        pub fraction: unplug_wire::json::Number,
        #[serde(rename = "nullableWide")]
        #[serde(deserialize_with = "required")]
        pub nullable_wide: Option<i64>,
        pub several: Vec<Option<i32>>,
        #[serde(rename = "byName")]
        pub by_name: std::collections::BTreeMap<String, Option<i64>>,
    }
    /// Members that are not declared are whole numbers.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct Counted {
        pub name: String,
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub size: Option<i64>,
        /// Members that the document does not name.
        #[serde(flatten, deserialize_with = "value::undeclared")]
        pub additional: std::collections::BTreeMap<String, i64>,
    }
    /// Members that are not declared are objects.
    #[derive(Clone, Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct Grouped {
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub name: Option<String>,
        /// Members that the document does not name.
        #[serde(flatten, deserialize_with = "value::undeclared")]
        pub additional: std::collections::BTreeMap<String, GroupedValue>,
    }
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct GroupedValue {
        pub count: i64,
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub kind: Option<GroupedValueKind>,
    }
    #[derive(Clone, Debug, Eq, Hash, PartialEq)]
    pub enum GroupedValueKind {
        A,
        B,
        /// A value that the document does not name, as it stands.
        Other(String),
    }
    value::open_text!(GroupedValueKind, A = "a", B = "b");
    /// Members that are not declared are lists, or null.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct Listed {
        #[serde(deserialize_with = "required")]
        pub name: Option<String>,
        /// Members that the document does not name.
        #[serde(flatten, deserialize_with = "value::undeclared")]
        pub additional: std::collections::BTreeMap<String, Option<Vec<ListedValueItem>>>,
    }
    #[derive(Clone, Debug, PartialEq, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    #[serde(untagged)]
    pub enum ListedValueItem {
        Integer(i64),
        String(String),
    }
    value::choice!(ListedValueItem, ExactlyOne);
    value::from_variants!(ListedValueItem, Integer : i64, String : String);
    impl<'de> serde::Deserialize<'de> for ListedValueItem {
        fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
        where
            D: serde::Deserializer<'de>,
        {
            let json: unplug_wire::json::Json<'_> = serde::Deserialize::deserialize(
                deserializer,
            )?;
            let mut trial = value::Trial::new("ListedValueItem", &json);
            trial.attempt("Integer", true, Self::Integer);
            trial.attempt("String", true, Self::String);
            trial.exactly_one()
        }
    }
    /// It contains itself.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct Chain {
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub next: Option<Box<Chain>>,
        #[serde(deserialize_with = "required")]
        pub before: Option<Box<Chain>>,
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub others: Option<Vec<Chain>>,
    }
    /// A place for each.
    pub type Pair = Vec<serde_json::Value>;
    /// The schema `Codes`.
    #[derive(Clone, Debug, Eq, Hash, PartialEq)]
    pub enum Codes {
        N1,
        Minus1,
        N7,
        /// A value that the document does not name, as it stands.
        Other(i64),
    }
    value::open_integer!(Codes, N1 = 1, Minus1 = - 1, N7 = 7);
    /// The schema `Anything`.
    #[derive(Clone, Debug, PartialEq)]
    pub enum Anything {
        N1,
        On,
        Object,
        Array,
        N1_5,
        /// A value that the document does not name, as it stands.
        Other(serde_json::Value),
    }
    value::open_value!(
        Anything, N1 = "1", On = "\"on\"", Object = "{\"a\":1}", Array = "[1,2]", N1_5 =
        "1.5"
    );
    /// The schema `Fixed`.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct Fixed {
        pub whole: FixedWhole,
        pub object: FixedObject,
        pub list: FixedList,
    }
    #[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
    pub struct FixedWhole;
    value::constant_json!(FixedWhole, "1");
    #[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
    pub struct FixedObject;
    value::constant_json!(FixedObject, "{\"a\":[1,2.0]}");
    #[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
    pub struct FixedList;
    value::constant_json!(FixedList, "[]");
    /// The schema `Password`.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct Password {
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub password: Option<String>,
        #[serde(deserialize_with = "required")]
        pub token: Option<unplug_wire::value::Secret>,
    }
    /// A text decides, without a tag.
    #[derive(Clone, Debug, PartialEq, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    #[serde(untagged)]
    pub enum Texts {
        Dotted(TextsDotted),
        Ends(TextsEnds),
        Chosen(TextsChosen),
    }
    value::choice!(
        Texts, ExactlyOne, Dotted : [Member("at", & [StartsWith("a.b*")]), Member("note",
        & [MaxLength(3)])], Ends : [Member("at", & [EndsWith("/(end)")])], Chosen :
        [Member("at", & [OneOf(& ["x", "y", "ä"])])]
    );
    value::from_variants!(
        Texts, Dotted : TextsDotted, Ends : TextsEnds, Chosen : TextsChosen
    );
    impl<'de> serde::Deserialize<'de> for Texts {
        fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
        where
            D: serde::Deserializer<'de>,
        {
            let json: unplug_wire::json::Json<'_> = serde::Deserialize::deserialize(
                deserializer,
            )?;
            let mut trial = value::Trial::new("Texts", &json);
            trial
                .attempt(
                    "Dotted",
                    value::tag(&json, "at").is_none_or(|text| text.starts_with("a.b*"))
                        && value::tag(&json, "note")
                            .is_none_or(|text| text.chars().nth(3).is_none()),
                    Self::Dotted,
                );
            trial
                .attempt(
                    "Ends",
                    value::tag(&json, "at").is_none_or(|text| text.ends_with("/(end)")),
                    Self::Ends,
                );
            trial
                .attempt(
                    "Chosen",
                    value::tag(&json, "at")
                        .is_none_or(|text| matches!(text, "x" | "y" | "ä")),
                    Self::Chosen,
                );
            trial.exactly_one()
        }
    }
    /// `Dotted`.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct TextsDotted {
        pub at: String,
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub note: Option<String>,
    }
    /// `Ends`.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct TextsEnds {
        pub at: String,
    }
    /// `Chosen`.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct TextsChosen {
        pub at: TextsChosenAt,
    }
    #[derive(Clone, Debug, Eq, Hash, PartialEq)]
    pub enum TextsChosenAt {
        X,
        Y,
        Ä,
        /// A value that the document does not name, as it stands.
        Other(String),
    }
    value::open_text!(TextsChosenAt, X = "x", Y = "y", Ä = "ä");
    /// The same, of which one is closed, so that each is tried.
    #[derive(Clone, Debug, PartialEq, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    #[serde(untagged)]
    pub enum TriedTexts {
        Nullable(TriedTextsNullable),
        Open(TriedTextsOpen),
        String(String),
    }
    value::choice!(
        TriedTexts, AnyOf, Nullable : [Member("at", & [OneOf(& ["x", "y"]), Null]),
        Only(& ["at", "size"])], Open : [Member("one", & [MinLength(2), MaxLength(4),
        Null]), Member("two", & [EndsWith("b"), MinLength(2)])]
    );
    value::from_variants!(
        TriedTexts, Nullable : TriedTextsNullable, Open : TriedTextsOpen, String : String
    );
    impl<'de> serde::Deserialize<'de> for TriedTexts {
        fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
        where
            D: serde::Deserializer<'de>,
        {
            let json: unplug_wire::json::Json<'_> = serde::Deserialize::deserialize(
                deserializer,
            )?;
            let mut trial = value::Trial::new("TriedTexts", &json);
            trial
                .attempt(
                    "Nullable",
                    value::tag(&json, "at").is_none_or(|text| matches!(text, "x" | "y"))
                        && value::has_only(&json, &["at", "size"]),
                    Self::Nullable,
                );
            trial
                .attempt(
                    "Open",
                    value::tag(&json, "one")
                        .is_none_or(|text| {
                            text.chars().nth(1).is_some()
                                && text.chars().nth(4).is_none()
                        })
                        && value::tag(&json, "two")
                            .is_none_or(|text| {
                                text.ends_with("b") && text.chars().nth(1).is_some()
                            }),
                    Self::Open,
                );
            trial.attempt("String", true, Self::String);
            trial.best()
        }
    }
    /// `Nullable`.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct TriedTextsNullable {
        #[serde(deserialize_with = "required")]
        pub at: Option<TriedTextsNullableAt>,
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub size: Option<i64>,
    }
    #[derive(Clone, Debug, Eq, Hash, PartialEq)]
    pub enum TriedTextsNullableAt {
        X,
        Y,
        /// A value that the document does not name, as it stands.
        Other(String),
    }
    value::open_text!(TriedTextsNullableAt, X = "x", Y = "y");
    /// `Open`.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct TriedTextsOpen {
        #[serde(deserialize_with = "required")]
        pub at: Option<String>,
        #[serde(deserialize_with = "required")]
        pub one: Option<String>,
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub two: Option<String>,
    }
    /// The schema `Lengths`.
    #[derive(Clone, Debug, PartialEq, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    #[serde(untagged)]
    pub enum Lengths {
        Short(String),
        Whole(i64),
        List(Vec<i64>),
        Lists(Vec<Vec<bool>>),
    }
    value::choice!(Lengths, AnyOf, Short : [Text(& [MaxLength(2)])]);
    value::from_variants!(
        Lengths, Short : String, Whole : i64, List : Vec < i64 >, Lists : Vec < Vec <
        bool > >
    );
    impl<'de> serde::Deserialize<'de> for Lengths {
        fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
        where
            D: serde::Deserializer<'de>,
        {
            let json: unplug_wire::json::Json<'_> = serde::Deserialize::deserialize(
                deserializer,
            )?;
            let mut trial = value::Trial::new("Lengths", &json);
            trial
                .attempt(
                    "Short",
                    json.as_str().is_none_or(|text| text.chars().nth(2).is_none()),
                    Self::Short,
                );
            trial.attempt("Whole", true, Self::Whole);
            trial.attempt("List", true, Self::List);
            trial.attempt("Lists", true, Self::Lists);
            trial.best()
        }
    }
    /// The tag is the schema's name, and one variant takes what has another.
    #[derive(Clone, Debug, PartialEq, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    #[serde(untagged)]
    pub enum Shape {
        Circle(Circle),
        Square(Square),
        Name(String),
    }
    value::choice!(
        Shape, AnyOf, Circle : [Tag("kind", & ["round", "oval"])], Square : [Tag("kind",
        & ["Square"])], Name : [TagIfAny("kind", & ["Name"], & [])]
    );
    value::from_variants!(Shape, Circle : Circle, Square : Square, Name : String);
    impl<'de> serde::Deserialize<'de> for Shape {
        fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
        where
            D: serde::Deserializer<'de>,
        {
            let json: unplug_wire::json::Json<'_> = serde::Deserialize::deserialize(
                deserializer,
            )?;
            match value::scalar_tag(&json, "kind").as_deref() {
                Some("round" | "oval") => value::decode(&json).map(Self::Circle),
                Some("Square") => value::decode(&json).map(Self::Square),
                Some("Name") => value::decode(&json).map(Self::Name),
                None if json.member("kind").is_none() => {
                    let mut trial = value::Trial::new("Shape", &json);
                    trial.attempt("Name", true, Self::Name);
                    trial.best()
                }
                tag => {
                    Err(
                        value::unknown_tag(
                            "Shape",
                            "kind",
                            tag,
                            &["round", "oval", "Square", "Name"],
                        ),
                    )
                }
            }
        }
    }
    /// The schema `Circle`.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct Circle {
        pub kind: String,
        pub radius: unplug_wire::json::Number,
    }
    /// The schema `Square`.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct Square {
        #[serde(deserialize_with = "required")]
        pub kind: Option<String>,
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub side: Option<i64>,
    }
    /// The schema `Name`.
    pub type Name = String;
    /// A union within a union, and null.
    #[derive(Clone, Debug, PartialEq, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    #[serde(untagged)]
    pub enum Held {
        Lengths(Lengths),
        Variant2(std::collections::BTreeMap<String, Option<Held>>),
    }
    value::choice!(Held, AnyOf);
    value::from_variants!(
        Held, Lengths : Lengths, Variant2 : std::collections::BTreeMap < String, Option <
        Held > >
    );
    impl<'de> serde::Deserialize<'de> for Held {
        fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
        where
            D: serde::Deserializer<'de>,
        {
            let json: unplug_wire::json::Json<'_> = serde::Deserialize::deserialize(
                deserializer,
            )?;
            let mut trial = value::Trial::new("Held", &json);
            trial.attempt("Lengths", true, Self::Lengths);
            trial.attempt("Variant2", true, Self::Variant2);
            trial.best()
        }
    }
    /// The schema `Combined`.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct Combined {
        pub kind: CombinedKind,
        pub radius: unplug_wire::json::Number,
        pub more: Vec<Codes>,
    }
    #[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
    pub struct CombinedKind;
    value::constant_text!(CombinedKind, "round");
    unplug_wire::value::type_schemas!(
        Numbers, Counted, Grouped, GroupedValue, GroupedValueKind, Listed,
        ListedValueItem, Chain, Pair, Codes, Anything, Fixed, FixedWhole, FixedObject,
        FixedList, Password, Texts, TextsDotted, TextsEnds, TextsChosen, TextsChosenAt,
        TriedTexts, TriedTextsNullable, TriedTextsNullableAt, TriedTextsOpen, Lengths,
        Shape, Circle, Square, Name, Held, Combined, CombinedKind
    );
}
