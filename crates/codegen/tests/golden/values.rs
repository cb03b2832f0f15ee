pub mod types {
    #![allow(
        missing_docs,
        unused_imports,
        clippy::large_enum_variant,
        clippy::option_option,
        reason = "shapes are taken from the document; of two nested options the outer one stands for absence"
    )]
    use unplug_wire::value::{self, absent, present, required};
    /// Nullable, optional and absent are four different things.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
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
    value::open_text!(
        Text, AB = "a-b", AC = "A_C", Empty = "", N2fa = "2fa", Plus1 = "+1", Minus1 =
        "-1", Other2 = "other", Star = "*", Self_ = "Self"
    );
    /// The schema `Whole`.
    #[derive(Clone, Debug, Eq, Hash, PartialEq)]
    pub enum Whole {
        N1,
        Minus1,
        N20,
        /// A value that the document does not name, as it stands.
        Other(i64),
    }
    value::open_integer!(Whole, N1 = 1, Minus1 = - 1, N20 = 20);
    /// The schema `Mixed`.
    #[derive(Clone, Debug, PartialEq)]
    pub enum Mixed {
        On,
        N1,
        True,
        /// A value that the document does not name, as it stands.
        Other(serde_json::Value),
    }
    value::open_value!(Mixed, On = "\"on\"", N1 = "1", True = "true");
    /// The schema `Known`.
    #[derive(Clone, Debug, Eq, Hash, PartialEq)]
    pub enum Known {
        PlatformFirst,
        PlatformSecond,
        /// A value that the document does not name, as it stands.
        Other(String),
    }
    value::open_text!(
        Known, PlatformFirst = "PLATFORM.FIRST", PlatformSecond = "PLATFORM.SECOND"
    );
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
    value::open_text!(Titled, R = "r", W = "w");
    /// The schema `Constants`.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct Constants {
        pub text: ConstantsText,
        pub yes: ConstantsYes,
        pub number: ConstantsNumber,
        pub nothing: (),
    }
    #[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
    pub struct ConstantsText;
    value::constant_text!(ConstantsText, "success");
    #[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
    pub struct ConstantsYes;
    value::constant_json!(ConstantsYes, "true");
    #[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
    pub struct ConstantsNumber;
    value::constant_json!(ConstantsNumber, "1.5");
    /// The schema `Names`.
    #[derive(Clone, Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
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
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
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
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct Open {
        pub id: String,
        /// Members that the document does not name.
        #[serde(flatten)]
        pub additional: serde_json::Map<String, serde_json::Value>,
    }
    /// The schema `Measured`.
    #[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct Measured {
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub unit: Option<String>,
        /// Members that the document does not name.
        #[serde(flatten)]
        pub additional: std::collections::BTreeMap<String, unplug_wire::json::Number>,
    }
    impl<'de> serde::Deserialize<'de> for Measured {
        fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
        where
            D: serde::Deserializer<'de>,
        {
            /// The members that the document names.
            #[derive(serde::Deserialize)]
            struct Declared {
                #[serde(
                    default,
                    deserialize_with = "present",
                    skip_serializing_if = "absent"
                )]
                pub unit: Option<String>,
            }
            let (declared, additional): (Declared, _) = value::parted(
                deserializer,
                &["unit"],
            )?;
            Ok(Self {
                unit: declared.unit,
                additional,
            })
        }
    }
    /// The schema `Login`.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct Login {
        pub user: String,
        pub token: unplug_wire::value::Secret,
    }
    /// The schema `Base`.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
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
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct Derived {
        /// The identity.
        pub id: String,
        pub kind: DerivedKind,
        pub size: i64,
    }
    #[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
    pub struct DerivedKind;
    value::constant_text!(DerivedKind, "derived");
    /// The schema `Wrapped`.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct Wrapped {
        /// One part of `allOf` is the type itself.
        pub base: Base,
        #[serde(deserialize_with = "required")]
        pub maybe: Option<Base>,
    }
    /// The schema `Tree`.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct Tree {
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub left: Option<Box<Tree>>,
        #[serde(deserialize_with = "required")]
        pub parent: Option<Box<Tree>>,
        pub children: Vec<Tree>,
    }
    /// A recursion through arrays alone.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    #[serde(transparent)]
    pub struct Nested(
        /// The value.
        pub Vec<Nested>,
    );
    /// The schema `Old`.
    ///
    /// **Deprecated.**
    #[derive(Clone, Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct Old {
        /// **Deprecated.**
        #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
        pub was: Option<String>,
    }
    unplug_wire::value::type_schemas!(
        Presence, Text, Whole, Mixed, Known, Titled, Constants, ConstantsText,
        ConstantsYes, ConstantsNumber, Names, String2, Free, Anything, Counts, Open,
        Measured, Login, Base, Derived, DerivedKind, Wrapped, Tree, Nested, Old
    );
}
