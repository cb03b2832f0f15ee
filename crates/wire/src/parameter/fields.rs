//! Fields of form bodies.

use std::borrow::Cow;

use serde::Serialize;
use serde_json::Value;

use super::text::{DecodeError, Refusal, encode_query, leaf_text, query_pairs, read_json};
use crate::json::{Json, Types};

/// Encodes an object as an HTML form: a list is several fields, and a structured value is JSON.
///
/// # Errors
/// When it is no object, or has a value without a text.
pub fn encode_form(body: &impl Serialize) -> Result<String, Refusal> {
    let members = match serde_json::to_value(body) {
        Ok(Value::Object(members)) => members,
        Ok(_) => return Err("only an object can be sent as a form".to_owned()),
        Err(error) => return Err(error.to_string()),
    };
    let mut fields = Vec::new();
    for (name, value) in &members {
        let values = match value {
            Value::Null => &[],
            Value::Array(items) => items.as_slice(),
            value => std::slice::from_ref(value),
        };
        for value in values {
            let text = leaf_text(value, Types::NONE).map_err(|why| format!("{name} {why}"))?;
            fields.push(format!("{}={}", encode_query(name, false), encode_query(&text, false)));
        }
    }
    Ok(fields.join("&"))
}

/// Fields of a form body.
#[derive(Debug)]
pub struct Fields {
    /// Declared fields.
    pub declared: &'static [(&'static str, FieldForm)],
    /// All others; `None` when no others are declared, and then they are text.
    pub others: Option<FieldForm>,
}

/// A field of a form body.
#[derive(Clone, Copy, Debug)]
pub struct FieldForm {
    /// Types of each value.
    pub types: Types,
    /// Whether it may come several times; then it is an array.
    pub repeated: bool,
    /// Whether its value is written as JSON.
    pub json: bool,
}

impl FieldForm {
    /// One text.
    pub const ONE_TEXT: Self = Self { types: Types::STRING, repeated: false, json: false };
}

impl Fields {
    /// Reads a form body into an object; the second of an error is the field's name.
    ///
    /// # Errors
    /// When a field is not of its form.
    pub fn decode<'r>(&self, body: &'r str) -> Result<Json<'r>, (DecodeError, String)> {
        let mut read: Vec<(Cow<'r, str>, Json<'r>)> = Vec::new();
        for (name, raw) in query_pairs(body) {
            let declared = self.declared.iter().find(|(declared, _)| *declared == name);
            let form = declared.map(|(_, form)| *form).or(self.others).unwrap_or(FieldForm::ONE_TEXT);
            let value = if form.json { read_json(raw) } else { raw.scalar(form.types) };
            let value = value.map_err(|why| (why, name.clone().into_owned()))?;
            let before = read.iter_mut().find(|(known, _)| *known == name);
            match (before, form.repeated) {
                (None, true) => read.push((name, Json::Array(vec![value]))),
                (None, false) => read.push((name, value)),
                (Some((_, Json::Array(items))), true) => items.push(value),
                (Some(_), _) => return Err((DecodeError::Repeated, name.into_owned())),
            }
        }
        Ok(Json::Object(read))
    }
}
