//! Objects whose members need not be of their types: those that match several branches of an `anyOf`.

#![allow(clippy::missing_errors_doc, reason = "called by generated code, which hands on the errors of serde")]

use std::borrow::Cow;

use serde::de::{DeserializeOwned, Error};
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value};

use crate::json::Json;

/// The members of an object, each until it is taken.
#[derive(Debug)]
pub struct Members<'de>(Vec<(Cow<'de, str>, Json<'de>)>);

impl<'de> Members<'de> {
    /// All members of an object.
    pub fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match Json::deserialize(deserializer)? {
            Json::Object(members) => Ok(Self(members)),
            // Says what it should have been.
            other => match other.into_typed::<Map<String, Value>>() {
                Ok(_) => Ok(Self(Vec::new())),
                Err(error) => Err(D::Error::custom(error)),
            },
        }
    }

    fn take(&mut self, name: &str) -> Option<Json<'de>> {
        let at = self.0.iter().position(|(member, _)| member == name)?;
        Some(self.0.remove(at).1)
    }

    /// A member that must be there.
    pub fn required<T: DeserializeOwned, E: Error>(&mut self, name: &'static str) -> Result<T, E> {
        let value = self.take(name).ok_or_else(|| E::missing_field(name))?;
        T::deserialize(&value).map_err(E::custom)
    }

    /// A member that may be left out.
    pub fn optional<T: DeserializeOwned, E: Error>(&mut self, name: &str) -> Result<Option<T>, E> {
        let value = self.take(name);
        value.map(|value| T::deserialize(&value).map_err(E::custom)).transpose()
    }

    /// A member that may be left out, or be of another type: then it stays with the rest.
    pub fn fitting<T: DeserializeOwned, E: Error>(&mut self, name: &str) -> Result<Option<T>, E> {
        let Some(at) = self.0.iter().position(|(member, _)| member == name) else { return Ok(None) };
        let fitting = T::deserialize(&self.0[at].1).ok();
        if fitting.is_some() {
            self.0.remove(at);
        }
        Ok(fitting)
    }

    /// The members that nothing has taken.
    pub fn rest<T: DeserializeOwned, E: Error>(self) -> Result<T, E> {
        T::deserialize(&Json::Object(self.0)).map_err(E::custom)
    }
}

/// Decodes a struct member by member: `members!(Type, additional, field: method "name", …)`, with a
/// method of [`Members`] for each field.
#[doc(hidden)]
#[macro_export]
macro_rules! members {
    ($name:ident, $additional:ident, $($field:ident: $method:ident $member:literal),*) => {
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let mut members = $crate::value::Members::read(deserializer)?;
                Ok(Self {
                    $($field: members.$method($member)?,)*
                    $additional: members.rest()?,
                })
            }
        }
    };
}

pub use crate::members;
