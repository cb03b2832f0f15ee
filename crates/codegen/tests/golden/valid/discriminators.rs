pub mod types {
    #![allow(
        missing_docs,
        unused_imports,
        clippy::large_enum_variant,
        clippy::option_option,
        reason = "shapes are taken from the document; of two nested options the outer one stands for absence"
    )]
    use unplug_wire::value::{self, absent, present, required};
    /// The schema `Listed`.
    #[derive(Clone, Debug, PartialEq, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    #[serde(untagged)]
    pub enum Listed {
        Cat(Cat),
        Dog(AnimalBase),
        Bird(serde_json::Map<String, serde_json::Value>),
    }
    value::choice!(
        Listed, AnyOf, Cat : [Tag("kind", & ["Cat"])], Dog : [Tag("kind", & ["dog",
        "hound"])], Bird : [TagIfAny("kind", & ["Bird"], & [])]
    );
    value::from_variants!(
        Listed, Cat : Cat, Dog : AnimalBase, Bird : serde_json::Map < String,
        serde_json::Value >
    );
    impl<'de> serde::Deserialize<'de> for Listed {
        fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
        where
            D: serde::Deserializer<'de>,
        {
            let json: unplug_wire::json::Json<'_> = serde::Deserialize::deserialize(
                deserializer,
            )?;
            match value::tag(&json, "kind") {
                Some("Cat") => value::decode(&json).map(Self::Cat),
                Some("dog" | "hound") => value::decode(&json).map(Self::Dog),
                Some("Bird") => value::decode(&json).map(Self::Bird),
                None if json.member("kind").is_none() => {
                    let mut trial = value::Trial::new("Listed", &json);
                    trial.attempt("Bird", true, Self::Bird);
                    trial.best()
                }
                tag => {
                    Err(
                        value::unknown_tag(
                            "Listed",
                            "kind",
                            tag,
                            &["dog", "hound", "Cat", "Bird"],
                        ),
                    )
                }
            }
        }
    }
    /// The schema `Cat`.
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct Cat {
        pub kind: String,
    }
    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    pub struct AnimalBase {
        pub kind: String,
    }
    /// The schema `Animal`.
    #[derive(Clone, Debug, PartialEq, serde::Serialize)]
    #[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
    #[serde(untagged)]
    pub enum Animal {
        Cat(Cat),
        Dog(AnimalBase),
        /// A value whose tag the document does not name, as it stands.
        Other(serde_json::Map<String, serde_json::Value>),
    }
    value::choice!(
        Animal, AnyOf, Cat : [Tag("kind", & ["kitten", "Cat"])], Dog : [Tag("kind", &
        ["Dog", "Animal"])], Other : [NoTag("kind", & ["kitten", "Cat", "Dog",
        "Animal"])]
    );
    value::from_variants!(
        Animal, Cat : Cat, Dog : AnimalBase, Other : serde_json::Map < String,
        serde_json::Value >
    );
    impl<'de> serde::Deserialize<'de> for Animal {
        fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
        where
            D: serde::Deserializer<'de>,
        {
            let json: unplug_wire::json::Json<'_> = serde::Deserialize::deserialize(
                deserializer,
            )?;
            match value::tag(&json, "kind") {
                Some("kitten" | "Cat") => value::decode(&json).map(Self::Cat),
                Some("Dog" | "Animal") => value::decode(&json).map(Self::Dog),
                _ => value::decode(&json).map(Self::Other),
            }
        }
    }
    /// The schema `Kitten`.
    pub type Kitten = Cat;
    /// The schema `Dog`.
    pub type Dog = AnimalBase;
    /// The schema `Bird`.
    pub type Bird = serde_json::Map<String, serde_json::Value>;
    unplug_wire::value::type_schemas!(
        Listed, Cat, AnimalBase, Animal, Kitten, Dog, Bird
    );
}
