pub mod types {
    #![allow(
        missing_docs,
        unused_imports,
        clippy::large_enum_variant,
        clippy::option_option,
        reason = "as the document has it; of two options the outer one is about absence"
    )]
    use crate::runtime::value::{self, absent, present, required};
    /// Nullable, optional and absent are four different things.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    pub struct Presence {
        pub plain: String,
        #[serde(deserialize_with = "required")]
        pub nullable: Option<String>,
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub optional: Option<i32>,
        #[serde(rename = "optionalNullable")]
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub optional_nullable: Option<Option<String>>,
    }
    /// An open set of texts.
    #[derive(Clone, Debug, Eq, Hash, PartialEq)]
    pub enum Text {
        AB,
        AC,
        Empty,
        N2fa,
        Plus1,
        Minus1,
        Other2,
        Star,
        Self_,
        /// A value that the document does not name, as it stands.
        Other(String),
    }
    impl Text {
        /// The known values as they stand in JSON.
        pub const KNOWN: &'static [(Self, &'static str)] = &[
            (Self::AB, "a-b"),
            (Self::AC, "A_C"),
            (Self::Empty, ""),
            (Self::N2fa, "2fa"),
            (Self::Plus1, "+1"),
            (Self::Minus1, "-1"),
            (Self::Other2, "other"),
            (Self::Star, "*"),
            (Self::Self_, "Self"),
        ];
    }
    value::open_text!(Text);
    /// The schema `Whole`.
    #[derive(Clone, Debug, Eq, Hash, PartialEq)]
    pub enum Whole {
        N1,
        Minus1,
        N20,
        /// A value that the document does not name, as it stands.
        Other(i64),
    }
    impl Whole {
        /// The known values as they stand in JSON.
        pub const KNOWN: &'static [(Self, i64)] = &[
            (Self::N1, 1),
            (Self::Minus1, -1),
            (Self::N20, 20),
        ];
    }
    value::open_integer!(Whole);
    /// The schema `Mixed`.
    #[derive(Clone, Debug, PartialEq)]
    pub enum Mixed {
        On,
        N1,
        True,
        /// A value that the document does not name, as it stands.
        Other(serde_json::Value),
    }
    impl Mixed {
        /// The known values as JSON texts.
        pub const KNOWN: &'static [(Self, &'static str)] = &[
            (Self::On, "\"on\""),
            (Self::N1, "1"),
            (Self::True, "true"),
        ];
    }
    value::open_value!(Mixed);
    /// The schema `Known`.
    #[derive(Clone, Debug, Eq, Hash, PartialEq)]
    pub enum Known {
        PlatformFirst,
        PlatformSecond,
        /// A value that the document does not name, as it stands.
        Other(String),
    }
    impl Known {
        /// The known values as they stand in JSON.
        pub const KNOWN: &'static [(Self, &'static str)] = &[
            (Self::PlatformFirst, "PLATFORM.FIRST"),
            (Self::PlatformSecond, "PLATFORM.SECOND"),
        ];
    }
    value::open_text!(Known);
    /// The schema `Titled`.
    #[derive(Clone, Debug, Eq, Hash, PartialEq)]
    pub enum Titled {
        /// Read
        R,
        /// Write
        W,
        /// A value that the document does not name, as it stands.
        Other(String),
    }
    impl Titled {
        /// The known values as they stand in JSON.
        pub const KNOWN: &'static [(Self, &'static str)] = &[
            (Self::R, "r"),
            (Self::W, "w"),
        ];
    }
    value::open_text!(Titled);
    /// The schema `Constants`.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    pub struct Constants {
        pub text: ConstantsText,
        pub yes: ConstantsYes,
        pub number: ConstantsNumber,
        pub nothing: (),
    }
    #[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
    pub struct ConstantsText;
    impl ConstantsText {
        /// The only value there is.
        pub const VALUE: &'static str = "success";
    }
    value::constant_text!(ConstantsText);
    #[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
    pub struct ConstantsYes;
    impl ConstantsYes {
        /// The only value there is, as a JSON text.
        pub const JSON: &'static str = "true";
    }
    value::constant_json!(ConstantsYes);
    #[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
    pub struct ConstantsNumber;
    impl ConstantsNumber {
        /// The only value there is, as a JSON text.
        pub const JSON: &'static str = "1.5";
    }
    value::constant_json!(ConstantsNumber);
    /// The schema `Names`.
    #[derive(Clone, Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
    pub struct Names {
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub r#type: Option<String>,
        #[serde(rename = "self")]
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub self_: Option<String>,
        #[serde(rename = "_id")]
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub id_2: Option<String>,
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub id: Option<String>,
        #[serde(rename = "teamId")]
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub team_id_2: Option<String>,
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub team_id: Option<String>,
        #[serde(rename = "2nd")]
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub n2nd: Option<String>,
        #[serde(rename = "$")]
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub dollar: Option<String>,
        #[serde(rename = "naïveÜmlaut")]
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub naïve_ümlaut: Option<String>,
        #[serde(rename = "HTTPServer")]
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub http_server: Option<String>,
    }
    /// Its name is that of a Rust type.
    #[derive(Clone, Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
    pub struct String2 {
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub value: Option<String>,
    }
    /// The schema `Free`.
    pub type Free = serde_json::Map<String, serde_json::Value>;
    /// The schema `Anything`.
    pub type Anything = serde_json::Value;
    /// The schema `Counts`.
    pub type Counts = std::collections::BTreeMap<String, i64>;
    /// The schema `Open`.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    pub struct Open {
        pub id: String,
        /// Members that the document does not name.
        #[serde(flatten)]
        pub additional: serde_json::Map<String, serde_json::Value>,
    }
    /// The schema `Measured`.
    #[derive(Clone, Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
    pub struct Measured {
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub unit: Option<String>,
        /// Members that the document does not name.
        #[serde(flatten)]
        pub additional: std::collections::BTreeMap<String, f64>,
    }
    /// The schema `Login`.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    pub struct Login {
        pub user: String,
        pub token: crate::runtime::value::Secret,
    }
    /// The schema `Base`.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    pub struct Base {
        /// The identity.
        pub id: String,
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub kind: Option<String>,
    }
    /// Everything of Base, \<b\>and\</b\> more; see <https://example.org/docs>.
    ///
    ///    not a doctest
    ///
    /// ```text
    /// nor this
    /// ```
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    pub struct Derived {
        /// The identity.
        pub id: String,
        pub kind: DerivedKind,
        pub size: i64,
    }
    #[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
    pub struct DerivedKind;
    impl DerivedKind {
        /// The only value there is.
        pub const VALUE: &'static str = "derived";
    }
    value::constant_text!(DerivedKind);
    /// The schema `Wrapped`.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    pub struct Wrapped {
        /// One part of `allOf` is the type itself.
        pub base: Base,
        #[serde(deserialize_with = "required")]
        pub maybe: Option<Base>,
    }
    /// The schema `Tree`.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    pub struct Tree {
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub left: Option<Box<Tree>>,
        #[serde(deserialize_with = "required")]
        pub parent: Option<Box<Tree>>,
        pub children: Vec<Tree>,
    }
    /// A recursion through arrays alone.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    #[serde(transparent)]
    pub struct Nested(
        /// The value.
        pub Vec<Nested>,
    );
    /// The schema `Old`.
    ///
    /// **Deprecated.**
    #[derive(Clone, Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
    pub struct Old {
        /// **Deprecated.**
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub was: Option<String>,
    }
}
