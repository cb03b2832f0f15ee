pub mod types {
    use crate::runtime::value;
    /// Nullable, optional and absent are four different things.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    pub struct Presence {
        /// The property `plain`.
        pub plain: String,
        /// The property `nullable`.
        #[serde(deserialize_with = "value::required")]
        pub nullable: Option<String>,
        /// The property `optional`.
        #[serde(
            default,
            deserialize_with = "value::present",
            skip_serializing_if = "Option::is_none"
        )]
        pub optional: Option<i32>,
        /// The property `optionalNullable`.
        #[serde(
            rename = "optionalNullable",
            default,
            deserialize_with = "value::present",
            skip_serializing_if = "Option::is_none"
        )]
        #[allow(
            clippy::option_option,
            reason = "the outer one is about absence, the inner one about null"
        )]
        pub optional_nullable: Option<Option<String>>,
    }
    /// An open set of texts.
    #[derive(Clone, Debug, Eq, Hash, PartialEq)]
    pub enum Text {
        /// `a-b`
        AB,
        /// `A_C`
        AC,
        /// ""
        Empty,
        /// `2fa`
        N2fa,
        /// `+1`
        Plus1,
        /// `-1`
        Minus1,
        /// `other`
        Other2,
        /// `*`
        Star,
        /// `Self`
        Self_,
        /// A value that the document does not name, as it stands.
        Other(String),
    }
    impl Text {
        /// The text as it stands in JSON.
        #[must_use]
        pub fn as_str(&self) -> &str {
            match self {
                Self::AB => "a-b",
                Self::AC => "A_C",
                Self::Empty => "",
                Self::N2fa => "2fa",
                Self::Plus1 => "+1",
                Self::Minus1 => "-1",
                Self::Other2 => "other",
                Self::Star => "*",
                Self::Self_ => "Self",
                Self::Other(text) => text,
            }
        }
    }
    impl From<&str> for Text {
        fn from(text: &str) -> Self {
            match text {
                "a-b" => Self::AB,
                "A_C" => Self::AC,
                "" => Self::Empty,
                "2fa" => Self::N2fa,
                "+1" => Self::Plus1,
                "-1" => Self::Minus1,
                "other" => Self::Other2,
                "*" => Self::Star,
                "Self" => Self::Self_,
                other => Self::Other(other.to_owned()),
            }
        }
    }
    value::open_text!(Text);
    /// The schema `Whole`.
    #[derive(Clone, Debug, Eq, Hash, PartialEq)]
    pub enum Whole {
        /// `1`
        N1,
        /// `-1`
        Minus1,
        /// `20`
        N20,
        /// A value that the document does not name, as it stands.
        Other(i64),
    }
    impl Whole {
        /// The number as it stands in JSON.
        #[must_use]
        pub fn as_i64(&self) -> i64 {
            match self {
                Self::N1 => 1,
                Self::Minus1 => -1,
                Self::N20 => 20,
                Self::Other(number) => *number,
            }
        }
    }
    impl From<i64> for Whole {
        fn from(number: i64) -> Self {
            match number {
                1 => Self::N1,
                -1 => Self::Minus1,
                20 => Self::N20,
                other => Self::Other(other),
            }
        }
    }
    value::open_integer!(Whole);
    /// The schema `Mixed`.
    #[derive(Clone, Debug, PartialEq)]
    pub enum Mixed {
        /// `on`
        On,
        /// `1`
        N1,
        /// `true`
        True,
        /// A value that the document does not name, as it stands.
        Other(serde_json::Value),
    }
    impl Mixed {
        /// The known values as JSON texts.
        const KNOWN: &'static [(Self, &'static str)] = &[
            (Self::On, "\"on\""),
            (Self::N1, "1"),
            (Self::True, "true"),
        ];
    }
    value::open_value!(Mixed);
    /// The schema `Known`.
    #[derive(Clone, Debug, Eq, Hash, PartialEq)]
    pub enum Known {
        /// `PLATFORM.FIRST`
        PlatformFirst,
        /// `PLATFORM.SECOND`
        PlatformSecond,
        /// A value that the document does not name, as it stands.
        Other(String),
    }
    impl Known {
        /// The text as it stands in JSON.
        #[must_use]
        pub fn as_str(&self) -> &str {
            match self {
                Self::PlatformFirst => "PLATFORM.FIRST",
                Self::PlatformSecond => "PLATFORM.SECOND",
                Self::Other(text) => text,
            }
        }
    }
    impl From<&str> for Known {
        fn from(text: &str) -> Self {
            match text {
                "PLATFORM.FIRST" => Self::PlatformFirst,
                "PLATFORM.SECOND" => Self::PlatformSecond,
                other => Self::Other(other.to_owned()),
            }
        }
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
        /// The text as it stands in JSON.
        #[must_use]
        pub fn as_str(&self) -> &str {
            match self {
                Self::R => "r",
                Self::W => "w",
                Self::Other(text) => text,
            }
        }
    }
    impl From<&str> for Titled {
        fn from(text: &str) -> Self {
            match text {
                "r" => Self::R,
                "w" => Self::W,
                other => Self::Other(other.to_owned()),
            }
        }
    }
    value::open_text!(Titled);
    /// The schema `Constants`.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    pub struct Constants {
        /// The property `text`.
        pub text: ConstantsText,
        /// The property `yes`.
        pub yes: ConstantsYes,
        /// The property `number`.
        pub number: ConstantsNumber,
        /// The property `nothing`.
        pub nothing: (),
    }
    /// The schema at `/components/schemas/Constants/properties/text`.
    #[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
    pub struct ConstantsText;
    impl ConstantsText {
        /// The only value there is.
        pub const VALUE: &'static str = "success";
    }
    value::constant_text!(ConstantsText);
    /// The schema at `/components/schemas/Constants/properties/yes`.
    #[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
    pub struct ConstantsYes;
    impl ConstantsYes {
        /// The only value there is, as a JSON text.
        pub const JSON: &'static str = "true";
    }
    value::constant_json!(ConstantsYes);
    /// The schema at `/components/schemas/Constants/properties/number`.
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
        /// The property `type`.
        #[serde(
            default,
            deserialize_with = "value::present",
            skip_serializing_if = "Option::is_none"
        )]
        pub r#type: Option<String>,
        /// The property `self`.
        #[serde(
            rename = "self",
            default,
            deserialize_with = "value::present",
            skip_serializing_if = "Option::is_none"
        )]
        pub self_: Option<String>,
        /// The property `_id`.
        #[serde(
            rename = "_id",
            default,
            deserialize_with = "value::present",
            skip_serializing_if = "Option::is_none"
        )]
        pub id_2: Option<String>,
        /// The property `id`.
        #[serde(
            default,
            deserialize_with = "value::present",
            skip_serializing_if = "Option::is_none"
        )]
        pub id: Option<String>,
        /// The property `teamId`.
        #[serde(
            rename = "teamId",
            default,
            deserialize_with = "value::present",
            skip_serializing_if = "Option::is_none"
        )]
        pub team_id_2: Option<String>,
        /// The property `team_id`.
        #[serde(
            default,
            deserialize_with = "value::present",
            skip_serializing_if = "Option::is_none"
        )]
        pub team_id: Option<String>,
        /// The property `2nd`.
        #[serde(
            rename = "2nd",
            default,
            deserialize_with = "value::present",
            skip_serializing_if = "Option::is_none"
        )]
        pub n2nd: Option<String>,
        /// The property `$`.
        #[serde(
            rename = "$",
            default,
            deserialize_with = "value::present",
            skip_serializing_if = "Option::is_none"
        )]
        pub dollar: Option<String>,
        /// The property `naïveÜmlaut`.
        #[serde(
            rename = "naïveÜmlaut",
            default,
            deserialize_with = "value::present",
            skip_serializing_if = "Option::is_none"
        )]
        pub naïve_ümlaut: Option<String>,
        /// The property `HTTPServer`.
        #[serde(
            rename = "HTTPServer",
            default,
            deserialize_with = "value::present",
            skip_serializing_if = "Option::is_none"
        )]
        pub http_server: Option<String>,
    }
    /// Its name is that of a Rust type.
    #[derive(Clone, Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
    pub struct String2 {
        /// The property `value`.
        #[serde(
            default,
            deserialize_with = "value::present",
            skip_serializing_if = "Option::is_none"
        )]
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
        /// The property `id`.
        pub id: String,
        /// Members that the document does not name.
        #[serde(flatten)]
        pub additional: serde_json::Map<String, serde_json::Value>,
    }
    /// The schema `Measured`.
    #[derive(Clone, Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
    pub struct Measured {
        /// The property `unit`.
        #[serde(
            default,
            deserialize_with = "value::present",
            skip_serializing_if = "Option::is_none"
        )]
        pub unit: Option<String>,
        /// Members that the document does not name.
        #[serde(flatten)]
        pub additional: std::collections::BTreeMap<String, f64>,
    }
    /// The schema `Login`.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    pub struct Login {
        /// The property `user`.
        pub user: String,
        /// The property `token`.
        pub token: crate::runtime::value::Secret,
    }
    /// The schema `Base`.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    pub struct Base {
        /// The identity.
        pub id: String,
        /// The property `kind`.
        #[serde(
            default,
            deserialize_with = "value::present",
            skip_serializing_if = "Option::is_none"
        )]
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
        /// The property `kind`.
        pub kind: DerivedKind,
        /// The property `size`.
        pub size: i64,
    }
    /// The schema at `/components/schemas/Base/properties/kind`.
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
        /// The property `maybe`.
        #[serde(deserialize_with = "value::required")]
        pub maybe: Option<Base>,
    }
    /// The schema `Tree`.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    pub struct Tree {
        /// The property `left`.
        #[serde(
            default,
            deserialize_with = "value::present",
            skip_serializing_if = "Option::is_none"
        )]
        pub left: Option<Box<Tree>>,
        /// The property `parent`.
        #[serde(deserialize_with = "value::required")]
        pub parent: Option<Box<Tree>>,
        /// The property `children`.
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
        /// The property `was`.
        ///
        /// **Deprecated.**
        #[serde(
            default,
            deserialize_with = "value::present",
            skip_serializing_if = "Option::is_none"
        )]
        pub was: Option<String>,
    }
}
