// Generated from formats.yaml by the test golden.rs. Do not edit.

#![allow(
    missing_docs,
    unused_imports,
    clippy::large_enum_variant,
    clippy::option_option,
    reason = "shapes are taken from the document; of two nested options the outer one stands for absence"
)]
use unplug_wire::value::{self, absent, present, required};
/// The schema `Note`.
#[derive(Clone, Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct Note {
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub at: Option<String>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub maybe: Option<Option<String>>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub phone: Option<String>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub ratio: Option<f64>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub text: Option<String>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub when: Option<NoteWhen>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub who: Option<NoteWho>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "absent")]
    pub code: Option<NoteCode>,
}
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
#[serde(untagged)]
pub enum NoteWhen {
    Day(Day),
    Moment(Moment),
}
value::choice!(
    NoteWhen, ExactlyOne, Day : [Member("on", & [Format("date")])], Moment :
    [Member("on", & [Format("date-time")])]
);
value::from_variants!(NoteWhen, Day : Day, Moment : Moment);
impl<'de> serde::Deserialize<'de> for NoteWhen {
    fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        /// The properties of all variants.
        #[derive(serde::Deserialize)]
        struct Slots {
            #[serde(rename = "on", default, deserialize_with = "value::slot")]
            on: value::Slot<String>,
        }
        let slots: Slots = serde::Deserialize::deserialize(deserializer)?;
        let chosen = value::exactly_one(
            "NoteWhen",
            &[
                (
                    "Day",
                    slots.on.is_some_and(|text: &String| value::Format::Date.fits(text)),
                ),
                (
                    "Moment",
                    slots
                        .on
                        .is_some_and(|text: &String| value::Format::DateTime.fits(text)),
                ),
            ],
        )?;
        Ok(
            match chosen {
                0 => {
                    Self::Day(Day {
                        on: slots.on.into_option().ok_or_else(value::slot_is_empty)?,
                    })
                }
                1 => {
                    Self::Moment(Moment {
                        on: slots.on.into_option().ok_or_else(value::slot_is_empty)?,
                    })
                }
                _ => return Err(value::no_variant("NoteWhen")),
            },
        )
    }
}
/// The schema `Day`.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct Day {
    pub on: String,
}
/// The schema `Moment`.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct Moment {
    pub on: String,
}
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
#[serde(untagged)]
pub enum NoteWho {
    Variant1(NoteWhoVariant1),
    Variant2(NoteWhoVariant1),
    Array(Vec<String>),
}
value::choice!(
    NoteWho, AnyOf, Variant1 : [Member("id", & [Format("uuid")])], Variant2 :
    [Member("id", & [Format("email")])]
);
value::from_variants!(NoteWho, Array : Vec < String >);
impl<'de> serde::Deserialize<'de> for NoteWho {
    fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        let json: unplug_wire::json::Json<'_> = serde::Deserialize::deserialize(
            deserializer,
        )?;
        let mut trial = value::Trial::new("NoteWho", &json);
        trial
            .attempt(
                "Variant1",
                value::tag(&json, "id")
                    .is_none_or(|text| value::Format::Uuid.fits(text)),
                Self::Variant1,
            );
        trial
            .attempt(
                "Variant2",
                value::tag(&json, "id")
                    .is_none_or(|text| value::Format::Email.fits(text)),
                Self::Variant2,
            );
        trial.attempt("Array", true, Self::Array);
        trial.best()
    }
}
#[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
pub struct NoteWhoVariant1 {
    pub id: String,
}
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(value::JsonSchema))]
#[serde(untagged)]
pub enum NoteCode {
    Variant1(NoteWhoVariant1),
    Variant2(NoteWhoVariant1),
}
value::choice!(
    NoteCode, ExactlyOne, Variant1 : [Member("id", & [StartsWith("a-")])], Variant2 :
    [Member("id", & [StartsWith("b-")])]
);
impl<'de> serde::Deserialize<'de> for NoteCode {
    fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        /// The properties of all variants.
        #[derive(serde::Deserialize)]
        struct Slots {
            #[serde(rename = "id", default, deserialize_with = "value::slot")]
            id: value::Slot<String>,
        }
        let slots: Slots = serde::Deserialize::deserialize(deserializer)?;
        let chosen = value::exactly_one(
            "NoteCode",
            &[
                (
                    "Variant1",
                    slots.id.is_some_and(|text: &String| text.starts_with("a-")),
                ),
                (
                    "Variant2",
                    slots.id.is_some_and(|text: &String| text.starts_with("b-")),
                ),
            ],
        )?;
        Ok(
            match chosen {
                0 => {
                    Self::Variant1(NoteWhoVariant1 {
                        id: slots.id.into_option().ok_or_else(value::slot_is_empty)?,
                    })
                }
                1 => {
                    Self::Variant2(NoteWhoVariant1 {
                        id: slots.id.into_option().ok_or_else(value::slot_is_empty)?,
                    })
                }
                _ => return Err(value::no_variant("NoteCode")),
            },
        )
    }
}
unplug_wire::value::type_schemas!(
    Note, NoteWhen, Day, Moment, NoteWho, NoteWhoVariant1, NoteCode
);
