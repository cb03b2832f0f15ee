//! Samples of form bodies.

use serde_json::{Value, json};
use unplug_openapi::ir::{Encoding, MediaType, SchemaId, Style};

use super::super::Unsampled;
use super::super::text::Destination;
use super::{DELIMITED_ATTEMPTS, Messages, has_delimiter, remove_empty};

impl Messages<'_, '_> {
    /// An object whose members can be written as fields.
    pub(super) fn form(&self, media_type: &MediaType) -> Result<Value, Unsampled> {
        let Some(id) = media_type.schema else { return Ok(json!({ "any": "thing" })) };
        let attempts = (0_u32..).take(DELIMITED_ATTEMPTS).map(|later| {
            let messages = Messages { round: self.round + later, ..*self };
            let value = messages.value(id, Destination::Word, u32::MAX, 0)?;
            Ok(self.writable(media_type, id, value))
        });
        let mut last = None;
        for attempt in attempts {
            match attempt {
                Ok(Some(value)) => return Ok(value),
                Ok(None) => {}
                Err(why) => last = Some(why),
            }
        }
        Err(last.unwrap_or_else(|| Unsampled {
            operation: self.operation.id.clone(),
            pointer: media_type.location.pointer.clone(),
            why: "its values have no form as text".to_owned(),
        }))
    }

    /// The value without the fields that have no text; `None` when it needs them.
    fn writable(&self, media_type: &MediaType, id: SchemaId, mut value: Value) -> Option<Value> {
        let members = value.as_object_mut()?;
        members.retain(|name, member| {
            let style = media_type.encoding.get(name).and_then(Encoding::query_style);
            is_writable(member, style.map(|(style, _)| style))
        });
        (self.sampler.verifier(self.direction).is_valid(id, &value) != Some(false)).then_some(value)
    }
}

/// Whether a field has a text, without what is empty within it.
fn is_writable(value: &mut Value, style: Option<Style>) -> bool {
    let Some(style) = style else {
        // Objects are JSON, and JSON has all values; the items of a list are texts of their own.
        return match value {
            Value::Null => false,
            Value::Array(items) => !items.is_empty() && !items.contains(&Value::Null),
            _ => true,
        };
    };
    if style == Style::DeepObject {
        remove_empty(value);
    }
    let nothing = match value {
        Value::Null => true,
        Value::Array(items) => items.is_empty(),
        Value::Object(members) => members.is_empty(),
        _ => false,
    };
    !(nothing || has_null(value) || has_delimiter(value, style))
}

fn has_null(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(items) => items.iter().any(has_null),
        Value::Object(members) => members.values().any(has_null),
        _ => false,
    }
}
