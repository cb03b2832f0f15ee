//! What generated types are made of.

#![allow(clippy::missing_errors_doc, reason = "what serde calls gives the errors of its deserializer")]

use std::fmt;

use serde::de::{DeserializeOwned, Error as _};
use serde::{Deserialize, Deserializer, Serialize};

use crate::charset::without_mark;
use crate::json::Json;

mod choice;
mod constant;
mod describe;
mod format;
mod members;
mod open;
#[cfg(feature = "schemars")]
pub mod schema;
mod strict;

pub use choice::{
    Slot, Trial, best, count, decode, exactly_one, has_only, no_variant, scalar_tag, slot, slot_is_empty,
    tag, unknown_tag,
};
pub use constant::{Constant, constant_json, constant_text, parsed, same};
pub use describe::{choice, described, type_schemas};
pub use format::Format;
pub use members::{Members, members};
pub use open::{Text, from_variants, open_integer, open_text, open_value};
pub use strict::Strict;
#[cfg(feature = "schemars")]
pub use unplug_schema_derive::JsonSchema;

/// A credential or another text that is never shown: `Debug` prints `***`.
///
/// It is sent as plain text where the document wants it.
#[derive(Clone, Default, Deserialize, Eq, Serialize)]
#[serde(transparent)]
pub struct Secret(String);

impl Secret {
    /// The text itself. Keep it out of logs and messages.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl From<&str> for Secret {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("***")
    }
}

impl PartialEq for Secret {
    /// Takes as long for a near miss as for a wild guess of the same length.
    fn eq(&self, other: &Self) -> bool {
        let (left, right) = (self.0.as_bytes(), other.0.as_bytes());
        let differing = left.iter().zip(right).fold(0, |all, (l, r)| all | (l ^ r));
        left.len() == right.len() && std::hint::black_box(differing) == 0
    }
}

/// A property that must be there, though it may be `null`: serde takes an `Option` that is not
/// there for `None` unless it is read by a function.
pub fn required<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: Deserialize<'de>,
    D: Deserializer<'de>,
{
    T::deserialize(deserializer)
}

/// An optional property that is there: `null` only passes when its own type allows it.
pub fn present<'de, T, D>(deserializer: D) -> Result<Option<T>, D::Error>
where
    T: Deserialize<'de>,
    D: Deserializer<'de>,
{
    T::deserialize(deserializer).map(Some)
}

/// The members that are not declared, which serde has put aside as what they were: they are read as
/// strictly as all others.
pub fn undeclared<'de, M, D>(deserializer: D) -> Result<M, D::Error>
where
    M: Deserialize<'de>,
    D: Deserializer<'de>,
{
    M::deserialize(Strict(deserializer))
}

/// The declared members, and apart from them all others with every number as it is written: what serde puts
/// aside has floats only.
pub fn parted<'de, T, M, D>(deserializer: D, declared: &[&str]) -> Result<(T, M), D::Error>
where
    T: DeserializeOwned,
    M: DeserializeOwned,
    D: Deserializer<'de>,
{
    let members = match Json::deserialize(deserializer)? {
        Json::Object(members) => members,
        // Says what it should have been.
        other => {
            return Err(D::Error::custom(
                other
                    .into_typed::<T>()
                    .err()
                    .map_or_else(|| "an object was expected".to_owned(), |error| error.to_string()),
            ));
        }
    };
    let (own, others) = members.into_iter().partition(|(name, _)| declared.contains(&&**name));
    let own = T::deserialize(&Json::Object(own)).map_err(D::Error::custom)?;
    let others = M::deserialize(&Json::Object(others)).map_err(D::Error::custom)?;
    Ok((own, others))
}

/// Whether an optional property is left out.
#[allow(clippy::ref_option, reason = "serde hands over a reference to the field")]
pub fn absent<T>(property: &Option<T>) -> bool {
    property.is_none()
}

/// Reads a whole JSON text as JSON Schema understands it (see [`Strict`]).
///
/// # Errors
/// What is wrong, with line and column.
pub fn read<T: DeserializeOwned>(json: &[u8]) -> Result<T, serde_json::Error> {
    let mut deserializer = serde_json::Deserializer::from_slice(without_mark(json));
    let value = T::deserialize(Strict(&mut deserializer))?;
    deserializer.end()?;
    Ok(value)
}
