//! Form bodies: fields as the specification has them, not as our own runtimes read them.

use percent_encoding::percent_decode_str;
use serde_json::{Map, Value};
use unplug_openapi::ir::{Encoding, MediaType, SchemaId, Schemas, Style};

use crate::deep_object;
use crate::values::{self, Shape};

/// What stands between the parts of one field; no text has it.
const BETWEEN: &str = "\u{1}";

/// A field: its name, and its value as it was sent.
struct Field<'b> {
    name: String,
    raw: &'b str,
}

/// The object that a form body stands for.
pub(crate) fn read(schemas: &Schemas, media_type: &MediaType, body: &str) -> Value {
    let pairs = body.split('&').filter(|pair| !pair.is_empty());
    let fields: Vec<Field<'_>> = pairs
        .map(|pair| {
            let (name, raw) = pair.split_once('=').unwrap_or((pair, ""));
            Field { name: decode(name), raw }
        })
        .collect();
    let mut members = Map::new();
    let mut taken: Vec<&str> = Vec::new();
    let declared = media_type.schema.map(|id| schemas.declared_properties(id)).unwrap_or_default();
    for (name, id) in &declared {
        let encoding = media_type.encoding.get(name).and_then(Encoding::query_style);
        let own: Vec<&Field<'_>> =
            fields.iter().filter(|field| belongs(schemas, &field.name, name, *id, encoding)).collect();
        taken.extend(own.iter().map(|field| field.name.as_str()));
        if !own.is_empty() {
            members.insert(name.clone(), value(schemas, name, *id, encoding, &own));
        }
    }
    let others = fields.iter().filter(|field| !taken.contains(&field.name.as_str()));
    for field in others {
        let id = media_type.schema.and_then(|id| values::member(schemas, id, &field.name));
        let texts: Vec<String> =
            fields.iter().filter(|other| other.name == field.name).map(|other| decode(other.raw)).collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        members.insert(field.name.clone(), values::repeated(schemas, id, &texts));
    }
    Value::Object(members)
}

fn decode(text: &str) -> String {
    percent_decode_str(&text.replace('+', " ")).decode_utf8_lossy().into_owned()
}

fn is_record(schemas: &Schemas, id: SchemaId) -> bool {
    values::shape(schemas, id) == Shape::Record
}

fn belongs(schemas: &Schemas, sent: &str, name: &str, id: SchemaId, style: Option<(Style, bool)>) -> bool {
    match style {
        Some((Style::DeepObject, _)) => sent == name || deep_object::keys(sent, name).is_some(),
        Some((Style::Form, true)) if is_record(schemas, id) => {
            schemas.declared_properties(id).iter().any(|(member, _)| member == sent)
        }
        _ => sent == name,
    }
}

fn value(
    schemas: &Schemas,
    name: &str,
    id: SchemaId,
    style: Option<(Style, bool)>,
    own: &[&Field<'_>],
) -> Value {
    let texts: Vec<String> = own.iter().map(|field| decode(field.raw)).collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let separators: &[&str] = match style {
        Some((Style::DeepObject, _)) => {
            let keys = own.iter().map(|field| deep_object::keys(&field.name, name).unwrap_or_default());
            return deep_object::value(schemas, Some(id), keys.zip(texts).collect());
        }
        Some((Style::Form, true)) if is_record(schemas, id) => {
            let names = own.iter().map(|field| field.name.as_str());
            return values::record(schemas, id, names.zip(texts));
        }
        None | Some((_, true)) => return values::repeated(schemas, Some(id), &texts),
        Some((Style::SpaceDelimited, _)) => &["%20", "+"],
        Some((Style::PipeDelimited, _)) => &["|", "%7C", "%7c"],
        Some(_) => &[","],
    };
    let [only] = own else { return values::repeated(schemas, Some(id), &texts) };
    let parts = separators.iter().fold(only.raw.to_owned(), |raw, separator| raw.replace(separator, BETWEEN));
    let text = parts.split(BETWEEN).map(decode).collect::<Vec<_>>().join(BETWEEN);
    let shaped = values::shaped_schemas(schemas, id);
    let several = shaped.iter().find(|shaped| shaped.shape != Shape::Single);
    match several {
        Some(shaped) => values::separated(schemas, shaped, &text, BETWEEN, false).remove(0),
        None => values::repeated(schemas, Some(id), &texts),
    }
}
