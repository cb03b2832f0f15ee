//! Sequential media types: what the items of a sequence are.

use unplug_openapi::ir::{SchemaId, SequenceItems};

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

impl ItemsPlan {
    pub(super) fn new(items: SequenceItems, types: &Types<'_>) -> Self {
        let (schema, whole) = match items {
            SequenceItems::Each(schema) => (Some(schema), None),
            SequenceItems::All(schema) => (None, Some(schema)),
            _ => (None, None),
        };
        let ty = match items {
            SequenceItems::Text | SequenceItems::ByEvent { json: false, .. } => Shape::String.into(),
            SequenceItems::Json | SequenceItems::ByEvent { json: true, .. } => Shape::Value.into(),
            SequenceItems::Each(schema) => types.use_of(schema),
            SequenceItems::All(schema) => match types.use_of(schema).shape {
                Shape::Array(item) => *item,
                _ => Shape::Value.into(),
            },
        };
        let text = types.is_text(&ty.shape);
        Self { ty, schema, whole, text }
    }

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
