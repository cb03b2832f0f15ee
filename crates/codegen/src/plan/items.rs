//! Sequential media types: what the items of a sequence are.

use unplug_openapi::ir::{JsonType, MediaType, SchemaId, Schemas};

use super::{ContentKind, ContentType};
use crate::types::{Shape, TypeUse, Types};

/// The items of a sequence.
#[derive(Debug)]
pub struct ItemsPlan {
    /// Type of an item, or of the data of an event.
    pub ty: TypeUse,
    /// The schema of each item.
    pub schema: Option<SchemaId>,
    /// The schema of all items together, when the document describes them as an array.
    pub whole: Option<SchemaId>,
    /// Whether the data of an event is text as it is, instead of JSON.
    pub text: bool,
}

/// What the document says of the items.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Items {
    /// Text; nothing is said of it.
    Text,
    /// Any JSON.
    Json,
    /// The schema of one item.
    Each(SchemaId),
    /// The schema of an array of all of them.
    All(SchemaId),
}

impl Items {
    /// What a media type says, if it is of a sequence.
    pub(super) fn of(schemas: &Schemas, media_type: &MediaType, kind: ContentKind) -> Option<Self> {
        let described = match (media_type.item_schema, media_type.schema) {
            (Some(item), _) => Some(Self::Each(item)),
            (None, Some(schema)) if is_array(schemas, schema) => Some(Self::All(schema)),
            (None, schema) => schema.map(Self::Each),
        };
        match kind {
            ContentKind::JsonLines => Some(match described {
                // That is said of the text as a whole, and says nothing of the values in it.
                Some(Self::Each(schema)) if media_type.item_schema.is_none() && is_text(schemas, schema) => {
                    Self::Json
                }
                other => other.unwrap_or(Self::Json),
            }),
            ContentKind::EventStream => Some(match described {
                Some(Self::Each(schema)) => event_data(schemas, schema).unwrap_or(Self::Each(schema)),
                Some(Self::All(schema)) => {
                    let item = schemas[schemas.target(schema)].items;
                    item.and_then(|item| event_data(schemas, item)).unwrap_or(Self::All(schema))
                }
                _ => Self::Text,
            }),
            _ => None,
        }
    }

    /// The schema that has to become a type for it.
    pub(super) fn schema(self) -> Option<SchemaId> {
        match self {
            Self::Each(schema) | Self::All(schema) => Some(schema),
            Self::Text | Self::Json => None,
        }
    }

    pub(super) fn plan(self, types: &Types<'_>) -> ItemsPlan {
        let (schema, whole) = match self {
            Self::Each(schema) => (Some(schema), None),
            Self::All(schema) => (None, Some(schema)),
            Self::Text | Self::Json => (None, None),
        };
        let item = match self {
            Self::Text => Shape::String.into(),
            Self::Json => Shape::Value.into(),
            Self::Each(schema) => types.use_of(schema),
            Self::All(schema) => match types.use_of(schema).shape {
                Shape::Array(item) => *item,
                _ => Shape::Value.into(),
            },
        };
        let text = types.is_text(&item.shape);
        ItemsPlan { ty: item, schema, whole, text }
    }
}

impl ItemsPlan {
    /// The type of the whole sequence, as a stream or collected.
    pub(super) fn sequence(&self, kind: ContentKind, streamed: bool) -> ContentType {
        let item = self.ty.clone();
        match kind {
            ContentKind::EventStream => ContentType::EventStream(item),
            _ if streamed => ContentType::JsonLines(item),
            _ => ContentType::Items(item),
        }
    }
}

fn is_array(schemas: &Schemas, id: SchemaId) -> bool {
    let schema = &schemas[schemas.target(id)];
    schema.types == [JsonType::Array]
}

/// A schema may describe an event with its fields (so 3.2 has it for `itemSchema`) instead of the
/// data in it. Then this is what it says of the data.
fn event_data(schemas: &Schemas, id: SchemaId) -> Option<Items> {
    let schema = &schemas[schemas.target(id)];
    if let Some(data) = schema.properties.get("data") {
        let fields = ["event", "data", "id", "retry"];
        let event = schema.properties.keys().all(|name| fields.contains(&name.as_str()));
        return event.then(|| data_field(schemas, *data));
    }
    let branches = if schema.one_of.is_empty() { &schema.any_of } else { &schema.one_of };
    let data: Option<Vec<Items>> = branches.iter().map(|branch| one_event_data(schemas, *branch)).collect();
    let data = data.filter(|data| !data.is_empty())?;
    // Which data goes with which event is more than a type can say.
    let text = |items: &Items| matches!(items, Items::Each(id) if is_text(schemas, *id));
    Some(if data.iter().all(text) { Items::Text } else { Items::Json })
}

/// As [`event_data`], for a branch of a union; unions in unions are not looked into.
fn one_event_data(schemas: &Schemas, id: SchemaId) -> Option<Items> {
    let schema = &schemas[schemas.target(id)];
    if schema.properties.contains_key("data") { event_data(schemas, id) } else { None }
}

fn data_field(schemas: &Schemas, data: SchemaId) -> Items {
    let schema = &schemas[schemas.target(data)];
    let json =
        schema.content_media_type.as_deref().is_some_and(|name| ContentKind::of(name) == ContentKind::Json);
    if json && is_text(schemas, data) { Items::Json } else { Items::Each(data) }
}

fn is_text(schemas: &Schemas, id: SchemaId) -> bool {
    schemas[schemas.target(id)].types == [JsonType::String]
}
