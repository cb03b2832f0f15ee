//! What regeneration does to the public Rust items of a generated crate, and to the handlers.
//!
//! [`compare()`] takes the generated files before and after, as text, and gives what changed in the
//! items that a caller can name: types with their public fields and variants, functions with their
//! signatures, constants, traits, and which traits a type has. What stands in a private module counts
//! where its parent re-exports it. [`touched()`] tells which handwritten functions use them.
//!
//! Not compared are values of constants, attributes other than `derive` and `non_exhaustive`, and
//! documentation: none of them decides whether a caller compiles.

use std::collections::BTreeMap;

use serde::Serialize;

mod collect;
mod compare;
mod finding;
mod graph;
mod touched;

pub use compare::compare;
pub use finding::finding;
pub use touched::{Touched, touched};

/// Path of a file, with slashes → text.
pub type Files = BTreeMap<String, String>;

/// A text that should be Rust is none.
#[derive(Debug, thiserror::Error)]
#[error("{file} is not Rust: {source}")]
pub struct NotRust {
    /// The file.
    pub file: String,
    /// What the parser says.
    pub source: syn::Error,
}

/// What a change asks of callers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Effect {
    /// Nothing has changed.
    None,
    /// Whatever compiled still compiles.
    Additive,
    /// Code that compiled may not compile any more.
    Breaking,
}

impl Effect {
    /// `none`, `additive` or `breaking`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Additive => "additive",
            Self::Breaking => "breaking",
        }
    }
}

/// One item that is not as it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ItemChange {
    /// The module of the API, for example `rocketchat`; empty for the crate's root.
    pub module: String,
    /// The item as a caller names it: `rocketchat::Integration`, `rocketchat::Integration.name` for
    /// a field, `rocketchat::IntegrationType::WebhookIncoming` for a variant or method.
    pub item: String,
    /// What happened to it.
    pub change: Change,
    /// What that asks of callers.
    pub effect: Effect,
}

/// What happened to an item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum Change {
    /// It is new.
    Added {
        /// Its type or signature, where it has one.
        #[serde(rename = "type")]
        text: String,
    },
    /// A struct that callers write out has a new field: each such literal lacks it.
    FieldAdded {
        /// Its type.
        #[serde(rename = "type")]
        text: String,
        /// Whether it is an `Option`, so that `None` will do.
        optional: bool,
    },
    /// An enum that callers match exhaustively has a new variant.
    VariantAdded {
        /// What it carries.
        #[serde(rename = "type")]
        text: String,
    },
    /// A trait that callers implement asks for something new.
    Required {
        /// Its signature.
        #[serde(rename = "type")]
        text: String,
    },
    /// It is gone.
    Removed {
        /// What it was.
        #[serde(rename = "type")]
        text: String,
    },
    /// It has another type or signature.
    Changed {
        /// Before.
        from: String,
        /// After.
        to: String,
    },
    /// The type has a trait that it had not.
    TraitAdded {
        /// The trait.
        name: String,
    },
    /// The type has lost a trait.
    TraitRemoved {
        /// The trait.
        name: String,
    },
}

impl std::fmt::Display for ItemChange {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{} `{}`: ", self.effect.as_str(), self.item)?;
        match &self.change {
            Change::Added { text } if text.is_empty() => formatter.write_str("new"),
            Change::Added { text } => write!(formatter, "new, `{text}`"),
            Change::FieldAdded { text, optional: true } => {
                write!(formatter, "new field `{text}`; `None` will do wherever the struct is written out")
            }
            Change::FieldAdded { text, optional: false } => {
                write!(formatter, "new required field `{text}`; needed wherever the struct is written out")
            }
            Change::VariantAdded { text } => {
                let carried = if text.is_empty() { String::new() } else { format!(" with `{text}`") };
                write!(formatter, "new variant{carried}; a `match` without `_` does not cover it")
            }
            Change::Required { text } => write!(formatter, "`{text}` is to be implemented"),
            Change::Removed { .. } => formatter.write_str("removed"),
            Change::Changed { from, to } => write!(formatter, "was `{from}`, is `{to}`"),
            Change::TraitAdded { name } => write!(formatter, "is now `{name}`"),
            Change::TraitRemoved { name } => write!(formatter, "is no longer `{name}`"),
        }
    }
}

/// What the changes ask of callers, for every module of an API before or after.
#[must_use]
pub fn effects(before: &Files, after: &Files, changes: &[ItemChange]) -> BTreeMap<String, Effect> {
    let modules = before.keys().chain(after.keys()).filter_map(|path| path.split_once('/'));
    let mut effects: BTreeMap<String, Effect> =
        modules.map(|(module, _)| (module.to_owned(), Effect::None)).collect();
    for change in changes {
        let effect = effects.entry(change.module.clone()).or_insert(Effect::None);
        *effect = (*effect).max(change.effect);
    }
    effects
}
