//! Finding the variant of a union.

#![allow(
    clippy::must_use_candidate,
    clippy::missing_errors_doc,
    reason = "called by generated code, which uses every result"
)]

use std::borrow::Cow;

use serde::de::{DeserializeOwned, Error};
use serde::{Deserialize, Deserializer, Serialize};

use crate::json::{self, Json};

/// A property that belongs to some variants only, so that for the others it may be anything.
#[derive(Default)]
pub enum Slot<T> {
    /// It is not there.
    #[default]
    Absent,
    /// It is there, and of the type that the variants with this property want.
    Is(T),
    /// It is there, and something else.
    Not,
}

impl<T> Slot<T> {
    /// Whether it is there, of the right type, and as it should be.
    pub fn is_some_and(&self, fits: impl FnOnce(&T) -> bool) -> bool {
        matches!(self, Self::Is(value) if fits(value))
    }

    /// Whether it is not there, or else of the right type and as it should be.
    pub fn is_none_or(&self, fits: impl FnOnce(&T) -> bool) -> bool {
        match self {
            Self::Absent => true,
            Self::Is(value) => fits(value),
            Self::Not => false,
        }
    }

    /// Whether it is there and of the right type.
    pub fn is(&self) -> bool {
        matches!(self, Self::Is(_))
    }

    /// Whether it is there, but of another type.
    pub fn is_other(&self) -> bool {
        matches!(self, Self::Not)
    }

    /// The value, if it is there.
    pub fn into_option(self) -> Option<T> {
        match self {
            Self::Is(value) => Some(value),
            Self::Absent | Self::Not => None,
        }
    }
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for Slot<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Json::deserialize(deserializer)?;
        Ok(T::deserialize(&value).map_or(Self::Not, Self::Is))
    }
}

/// Reads a property that belongs to every variant, so that another type fits none.
pub fn slot<'de, T, D>(deserializer: D) -> Result<Slot<T>, D::Error>
where
    T: Deserialize<'de>,
    D: Deserializer<'de>,
{
    T::deserialize(deserializer).map(Slot::Is)
}

/// The index of the only variant that fits.
pub fn exactly_one<E: Error>(union: &str, variants: &[(&str, bool)]) -> Result<usize, E> {
    let mut fitting = variants.iter().enumerate().filter(|(_, (_, fits))| *fits);
    match (fitting.next(), fitting.next()) {
        (Some((index, _)), None) => Ok(index),
        (None, _) => Err(E::custom(format_args!(
            "must match exactly one variant of {union}, but matches none of {}",
            list(variants.iter().map(|(name, _)| *name)),
        ))),
        (Some(_), Some(_)) => {
            Err(several(union, variants.iter().filter(|(_, fits)| *fits).map(|(name, _)| *name)))
        }
    }
}

/// How many properties are there.
pub fn count(present: &[bool]) -> usize {
    present.iter().filter(|present| **present).count()
}

/// The index of the variant that fits and keeps the most properties; of equals, the first.
pub fn best<E: Error>(union: &str, variants: &[(&str, bool, usize)]) -> Result<usize, E> {
    let fitting = variants.iter().enumerate().filter(|(_, (_, fits, _))| *fits);
    let best = fitting.rev().max_by_key(|(_, (_, _, present))| *present);
    best.map(|(index, _)| index).ok_or_else(|| {
        E::custom(format_args!(
            "must match a variant of {union}, but matches none of {}",
            list(variants.iter().map(|(name, _, _)| *name)),
        ))
    })
}

/// No variant has this index.
pub fn no_variant<E: Error>(union: &str) -> E {
    E::custom(format_args!("must match a variant of {union}"))
}

/// A variant was chosen though a property that it requires is missing.
pub fn slot_is_empty<E: Error>() -> E {
    E::custom("a required property is missing")
}

/// The text of a property.
pub fn tag<'v>(json: &'v Json<'_>, property: &str) -> Option<&'v str> {
    json.member(property)?.as_str()
}

/// The tag of a property that need not be text: numbers, booleans and `null` as JSON writes them, whole
/// numbers without a fraction.
pub fn scalar_tag<'v>(json: &'v Json<'_>, property: &str) -> Option<Cow<'v, str>> {
    match json.member(property)? {
        Json::String(text) => Some(Cow::Borrowed(text)),
        Json::Number(number) => Some(Cow::Owned(match number.as_integer() {
            Some(whole) => whole.to_string(),
            None => number.to_string(),
        })),
        Json::Bool(true) => Some(Cow::Borrowed("true")),
        Json::Bool(false) => Some(Cow::Borrowed("false")),
        Json::Null => Some(Cow::Borrowed("null")),
        Json::Array(_) | Json::Object(_) | Json::File => None,
    }
}

/// The tag is missing, or stands for no variant.
pub fn unknown_tag<E: Error>(union: &str, property: &str, tag: Option<&str>, known: &[&str]) -> E {
    let known = list(known.iter().copied());
    match tag {
        Some(tag) => E::custom(format_args!(
            "`{property}` {tag:?} stands for no variant of {union}; known are {known}"
        )),
        None => E::custom(format_args!(
            "the property `{property}`, which tells the variants of {union} apart, is missing or \
             not a string; known are {known}"
        )),
    }
}

/// Reads a variant.
pub fn decode<T: DeserializeOwned, E: Error>(json: &Json<'_>) -> Result<T, E> {
    T::deserialize(json).map_err(E::custom)
}

/// Whether it is no object, or one that has no other members than these.
pub fn has_only(json: &Json<'_>, names: &[&str]) -> bool {
    match json {
        Json::Object(members) => members.iter().all(|(name, _)| names.contains(&&**name)),
        _ => true,
    }
}

/// Tries one variant after the other.
pub struct Trial<'v, U> {
    union: &'static str,
    json: &'v Json<'v>,
    fitting: Vec<(&'static str, U)>,
    failures: Vec<String>,
}

impl<'v, U: Serialize> Trial<'v, U> {
    /// No variant has been tried.
    pub fn new(union: &'static str, json: &'v Json<'v>) -> Self {
        Self { union, json, fitting: Vec::new(), failures: Vec::new() }
    }

    /// Tries a variant. `fits` is what its schema demands beyond the type.
    pub fn attempt<T: DeserializeOwned>(
        &mut self,
        name: &'static str,
        fits: bool,
        variant: impl FnOnce(T) -> U,
    ) {
        match T::deserialize(self.json) {
            Ok(value) if fits => self.fitting.push((name, variant(value))),
            Ok(_) => self.failures.push(format!("{name}: the value is not allowed")),
            Err(error) => self.failures.push(format!("{name}: {error}")),
        }
    }

    /// The only variant that fits.
    pub fn exactly_one<E: Error>(mut self) -> Result<U, E> {
        if self.fitting.len() > 1 {
            let names = self.fitting.iter().map(|(name, _)| *name);
            return Err(several(self.union, names));
        }
        self.fitting.pop().map(|(_, value)| value).ok_or_else(|| none(self.union, &self.failures))
    }

    /// The variant that fits and keeps everything; of equals, the first.
    pub fn best<E: Error>(self) -> Result<U, E> {
        let json = self.json;
        let keeps_all = |value: &U| {
            let kept = serde_json::to_vec(value).unwrap_or_default();
            json::read(&kept).is_ok_and(|kept| kept == *json)
        };
        let mut first = None;
        for (_, value) in self.fitting {
            if keeps_all(&value) {
                return Ok(value);
            }
            first = first.or(Some(value));
        }
        first.ok_or_else(|| none(self.union, &self.failures))
    }
}

fn none<E: Error>(union: &str, failures: &[String]) -> E {
    E::custom(format_args!("must match a variant of {union}, but matches none ({})", failures.join("; ")))
}

fn several<'n, E: Error>(union: &str, names: impl Iterator<Item = &'n str>) -> E {
    E::custom(format_args!("must match exactly one variant of {union}, but matches {}", list(names)))
}

fn list<'n>(names: impl Iterator<Item = &'n str>) -> String {
    let quoted: Vec<String> = names.map(|name| format!("`{name}`")).collect();
    quoted.join(", ")
}
