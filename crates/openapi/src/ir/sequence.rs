//! Sequential media types: what the document says of the items of a sequence.

use std::collections::BTreeSet;

use super::{ContentKind, JsonType, MediaType, SchemaId, Schemas, TypeSet};

/// The fields that an event can have on the wire.
const EVENT_FIELDS: [&str; 4] = ["data", "event", "id", "retry"];

/// What the items of a sequence are: JSON values one after the other, or the data of events.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SequenceItems {
    /// Text; nothing is said of it.
    Text,
    /// Any JSON.
    Json,
    /// The schema of one item.
    Each(SchemaId),
    /// The schema of an array of all of them.
    All(SchemaId),
    /// The data of events has several schemas, as a rule one for each value of `event`. It is JSON when all
    /// of them are for JSON, and text otherwise.
    ByEvent {
        /// Whether all data is JSON.
        json: bool,
        /// The schema of events.
        events: SchemaId,
    },
}

/// What a schema says of the data of an event; what says more comes later.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Data {
    /// Text as it is.
    Text(SchemaId),
    /// Text that holds JSON, perhaps with a schema (`contentSchema`).
    Content(Option<SchemaId>),
    /// A schema of something that is no text: the data is its JSON.
    Json(SchemaId),
}

impl SequenceItems {
    /// What a media type says, if it is of a sequence.
    #[must_use]
    pub fn of(schemas: &Schemas, media_type: &MediaType, kind: ContentKind) -> Option<Self> {
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
                    let item = schemas.find(schema, |id| schemas[id].items);
                    item.and_then(|item| event_data(schemas, item)).unwrap_or(Self::All(schema))
                }
                _ => Self::Text,
            }),
            _ => None,
        }
    }

    /// The schema that describes an item, or all of them.
    #[must_use]
    pub fn schema(self) -> Option<SchemaId> {
        match self {
            Self::Each(schema) | Self::All(schema) => Some(schema),
            Self::Text | Self::Json | Self::ByEvent { .. } => None,
        }
    }

    /// The schema of one item.
    #[must_use]
    pub fn item(self, schemas: &Schemas) -> Option<SchemaId> {
        match self {
            Self::All(schema) => schemas.find(schema, |id| schemas[id].items),
            other => other.schema(),
        }
    }
}

/// A schema may describe an event with its fields (so 3.2 has it for `itemSchema`) instead of the data in
/// it. Then this is what it says of the data.
fn event_data(schemas: &Schemas, id: SchemaId) -> Option<SequenceItems> {
    let declared = schemas.declared_properties(id);
    let is_event = declared.iter().any(|(name, _)| name == "data")
        && declared.iter().all(|(name, _)| EVENT_FIELDS.contains(&name.as_str()));
    if !is_event {
        return None;
    }
    let parts = conjoined(schemas, id);
    let always: Option<Data> = parts.iter().filter_map(|part| Data::in_event(schemas, *part)).max();
    let branches = parts.iter().flat_map(|part| schemas[*part].one_of.iter().chain(&schemas[*part].any_of));
    let of_branch = |branch: &SchemaId| {
        let own = schemas.find(*branch, |part| Data::in_event(schemas, part));
        own.into_iter().chain(always).max()
    };
    let data: BTreeSet<Option<Data>> = branches.map(of_branch).collect();
    let is_text = |data: &Option<Data>| matches!(data, None | Some(Data::Text(_)));
    Some(match (data.len(), data.first().copied().flatten()) {
        (0, _) => always.map_or(SequenceItems::Text, Data::items),
        (1, Some(only)) => only.items(),
        _ if data.iter().all(is_text) => SequenceItems::Text,
        _ => SequenceItems::ByEvent { json: !data.iter().any(is_text), events: id },
    })
}

impl Data {
    /// What a schema of an event itself says of `data`.
    fn in_event(schemas: &Schemas, event: SchemaId) -> Option<Self> {
        schemas[event].properties.get("data").map(|data| Self::of(schemas, *data))
    }

    fn of(schemas: &Schemas, id: SchemaId) -> Self {
        let is_json = |name: &str| ContentKind::of(name) == ContentKind::Json;
        let content = schemas.find(id, |part| schemas[part].content_media_type.as_deref().map(is_json));
        match content {
            Some(true) if schemas.types_of(id).has(JsonType::String) => Self::Content(
                schemas.find(id, |part| schemas[part].content_schema).map(|id| schemas.target(id)),
            ),
            _ if is_text(schemas, id) => Self::Text(id),
            _ => Self::Json(schemas.target(id)),
        }
    }

    fn items(self) -> SequenceItems {
        match self {
            Self::Text(schema) | Self::Json(schema) | Self::Content(Some(schema)) => {
                SequenceItems::Each(schema)
            }
            Self::Content(None) => SequenceItems::Json,
        }
    }
}

/// The schema with everything that it refers to, without the branches of its unions.
fn conjoined(schemas: &Schemas, id: SchemaId) -> Vec<SchemaId> {
    let (mut all, mut next) = (Vec::new(), vec![id]);
    while let Some(id) = next.pop() {
        if !all.contains(&id) {
            all.push(id);
            next.extend(schemas[id].reference.iter().chain(&schemas[id].all_of));
        }
    }
    all
}

fn is_array(schemas: &Schemas, id: SchemaId) -> bool {
    schemas[schemas.target(id)].types == [JsonType::Array]
}

fn is_text(schemas: &Schemas, id: SchemaId) -> bool {
    schemas.types_of(id) == TypeSet::one(JsonType::String)
}
