//! How values are written. What differs as JSON may be the same as text, or as bytes.
//!
//! The text of an integer is a text that `type: string` takes as well; a single text is a list of one
//! where each item stands apart; and a file is bytes, whether the document writes `format: binary`, a
//! `contentMediaType` or no schema at all.

use serde_json::Value;
use unplug_openapi::ir::{JsonType, Schema, Schemas, TypeSet};

use super::children::Child;
use super::flattened::{Alternative, Flattened, Flattener};
use super::pair::{Flatteners, SchemaPair};
use super::view::View;
use crate::locator::Locator;

/// How values are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) enum Carrier {
    #[default]
    Json,
    /// As text, in parameters and headers: whether the items of a list stand apart, before and after.
    Text { apart: (bool, bool) },
    /// As XML, in which a text is whatever stands there.
    Xml,
    /// As the parts of a multipart body.
    Multipart,
    /// As one part of a multipart body.
    Part,
}

impl Carrier {
    /// How what stands below is written. `label` is how a person finds it there.
    pub(crate) fn below(self, label: &str) -> Self {
        match self {
            Self::Text { .. } => self,
            Self::Multipart => Self::Part,
            Self::Part if label.starts_with('[') => Self::Part,
            Self::Json | Self::Xml | Self::Part => Self::Json,
        }
    }
}

/// Single values, which have a text.
const SINGLE: TypeSet = TypeSet::STRING.or(TypeSet::NUMBER).or(TypeSet::BOOLEAN);

/// The types whose values are lost, and those whose values are gained, as they are written.
pub(crate) fn changed_types(schemas: &Flatteners<'_>, pair: &SchemaPair<'_>) -> (TypeSet, TypeSet) {
    let (before, after) = pair.types();
    let (lost, gained) = (before.without(after), after.without(before));
    let apart = match pair.carrier {
        Carrier::Text { apart } => apart,
        Carrier::Xml => {
            let taken = |side: &Flattener<'_>, takers: &Flattened, types: TypeSet| {
                if takers.alternatives.iter().any(|one| takes_any_text(side.schemas, one)) {
                    TypeSet::NONE
                } else {
                    types
                }
            };
            return (taken(&schemas.after, &pair.after, lost), taken(&schemas.before, &pair.before, gained));
        }
        Carrier::Json | Carrier::Multipart | Carrier::Part => return (lost, gained),
    };
    let still = covered((&pair.before, lost), (&schemas.after, &pair.after), apart.1);
    let already = covered((&pair.after, gained), (&schemas.before, &pair.before), apart.0);
    (lost.without(still), gained.without(already))
}

/// Those of `types` whose texts the other side takes.
fn covered(
    (values, types): (&Flattened, TypeSet),
    (into, takers): (&Flattener<'_>, &Flattened),
    apart: bool,
) -> TypeSet {
    let mut covered = TypeSet::NONE;
    for one in [TypeSet::STRING, TypeSet::INTEGER, TypeSet::FRACTION, TypeSet::BOOLEAN] {
        let of_type = |alternative: &&Alternative| !alternative.types.and(one).is_empty();
        let mut all = values.alternatives.iter().filter(of_type);
        let is_taken = all.all(|alternative| {
            takers.alternatives.iter().any(|other| {
                takes_text(into.schemas, other, alternative, one)
                    || takes_single(into.schemas, other, one, apart)
            })
        });
        if is_taken && !types.and(one).is_empty() {
            covered = covered.or(one);
        }
    }
    covered
}

/// Whether texts may be what values of one type are written as.
fn takes_text(schemas: &Schemas, other: &Alternative, values: &Alternative, one: TypeSet) -> bool {
    if other.types.and(TypeSet::STRING).is_empty() || one == TypeSet::STRING {
        return false;
    }
    let texts = match (&values.values, one) {
        (Some(listed), _) => Some(listed.iter().filter_map(|(_, value)| printed(value)).collect()),
        (None, TypeSet::BOOLEAN) => Some(vec!["true".to_owned(), "false".to_owned()]),
        (None, _) => None,
    };
    match (&other.values, texts) {
        (Some(listed), Some(texts)) => {
            let known: Vec<&str> = listed.iter().filter_map(|(_, value)| value.as_str()).collect();
            texts.iter().all(|text: &String| known.contains(&text.as_str()))
        }
        (Some(_), None) => false,
        (None, _) => takes_any_text(schemas, other),
    }
}

/// Whether a list may be what one single value is written as.
fn takes_single(schemas: &Schemas, other: &Alternative, one: TypeSet, apart: bool) -> bool {
    let list = !other.types.and(TypeSet::ARRAY).is_empty() && other.values.is_none();
    // A text may hold what stands between items.
    let whole = apart || one != TypeSet::STRING;
    let of_one = |schema: &Schema| {
        schema.min_items.is_none_or(|least| least <= 1) && schema.max_items.is_none_or(|most| most >= 1)
    };
    list && whole && other.parts.iter().all(|id| of_one(&schemas[*id]))
}

fn takes_any_text(schemas: &Schemas, one: &Alternative) -> bool {
    let text = !one.types.and(TypeSet::STRING).is_empty() && one.values.is_none();
    text && one.parts.iter().all(|id| !limits_text(&schemas[*id]))
}

fn printed(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(_) | Value::Bool(_) => Some(value.to_string()),
        _ => None,
    }
}

fn limits_text(schema: &Schema) -> bool {
    schema.pattern.is_some()
        || schema.min_length.is_some_and(|least| least > 1)
        || schema.max_length.is_some()
        || schema.format.as_deref().is_some_and(|format| !is_of_numbers(format))
        || schema.not.is_some()
        || schema.if_.is_some()
}

/// Whether a format says nothing of texts.
fn is_of_numbers(format: &str) -> bool {
    format.starts_with("int") || format.starts_with("uint") || matches!(format, "float" | "double")
}

/// A single value on one side against the items of a list on the other.
pub(crate) fn items_of_text<'a>(schemas: &mut Flatteners<'a>, pair: &SchemaPair<'a>) -> Option<Child<'a>> {
    let Carrier::Text { .. } = pair.carrier else { return None };
    let is_single = |types: TypeSet| !types.is_empty() && types.without(SINGLE).is_empty();
    let (one, other) = pair.types();
    let items = |side: &Flattener<'a>, flattened: &Flattened| {
        let list = flattened.alternatives.iter().find(|one| !one.types.and(TypeSet::ARRAY).is_empty())?;
        let view = View::new(side.schemas, list, Locator::root());
        view.all_items()
    };
    let (before, after) = match (is_single(one), is_single(other)) {
        (true, false) if other.and(SINGLE).is_empty() => {
            (schemas.before.ids(pair.sets.0).to_vec(), items(&schemas.after, &pair.after)?)
        }
        (false, true) if one.and(SINGLE).is_empty() => {
            (items(&schemas.before, &pair.before)?, schemas.after.ids(pair.sets.1).to_vec())
        }
        _ => return None,
    };
    let (locators, carrier) = (pair.locators.clone(), pair.carrier);
    Some(Child { before, after, label: "[]".to_owned(), locators, carrier })
}

/// Whether both are the same bytes: the content of a part, in whatever way the document says so.
pub(crate) fn are_bytes(schemas: &Flatteners<'_>, pair: &SchemaPair<'_>) -> bool {
    pair.carrier == Carrier::Part
        && is_bytes(schemas.before.schemas, &pair.before)
        && is_bytes(schemas.after.schemas, &pair.after)
}

fn is_bytes(schemas: &Schemas, flattened: &Flattened) -> bool {
    let [only] = &flattened.alternatives[..] else { return false };
    let says_nothing = |schema: &Schema| schema.allows_everything() && schema.content_encoding.is_none();
    let parts = || only.parts.iter().map(|id| &schemas[*id]);
    let anything = flattened.null && only.types == TypeSet::NON_NULL && only.values.is_none();
    (anything && parts().all(says_nothing)) || parts().any(is_raw)
}

/// Whether a schema is for bytes as they are.
pub(crate) fn is_raw(schema: &Schema) -> bool {
    let text = schema.types.contains(&JsonType::String) || schema.types.is_empty();
    let binary = schema.format.as_deref() == Some("binary") || schema.content_media_type.is_some();
    text && binary && schema.content_encoding.is_none()
}
