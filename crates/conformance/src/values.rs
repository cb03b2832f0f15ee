//! Text on the wire to JSON values, as the schema and the serialisation style say.

use serde_json::{Map, Value};
use unplug_openapi::ir::{Direction, JsonType, SchemaId, Schemas};

use crate::sample::Evaluator;
use crate::schemas::{resolved, types};

/// Branches of a union that are looked at.
const MAX_BRANCHES: usize = 64;

/// The shape that a schema asks for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    Single,
    List,
    Record,
}

/// Which shape: by `type`, or by the keywords when there is no `type`.
pub(crate) fn shape(schemas: &Schemas, id: SchemaId) -> Shape {
    let schema = &schemas[resolved(schemas, id)];
    let only = |wanted: JsonType| {
        schema.types.iter().all(|found| matches!(*found, JsonType::Null) || *found == wanted)
    };
    if schema.types.is_empty() {
        return match (schema.items.is_some(), schema.properties.is_empty()) {
            (true, _) => Shape::List,
            (false, false) => Shape::Record,
            (false, true) => Shape::Single,
        };
    }
    if schema.types.contains(&JsonType::Array) && only(JsonType::Array) {
        Shape::List
    } else if schema.types.contains(&JsonType::Object) && only(JsonType::Object) {
        Shape::Record
    } else {
        Shape::Single
    }
}

/// A schema for values of one shape.
pub(crate) struct ShapedSchema {
    pub(crate) shape: Shape,
    /// The schema of that shape: the whole one, or a branch of its union.
    pub(crate) schema: SchemaId,
}

/// Returns the shapes in which a value may be written, each with its schema: several where a union has
/// branches of different shapes.
pub(crate) fn shaped_schemas(schemas: &Schemas, id: SchemaId) -> Vec<ShapedSchema> {
    let mut found: Vec<ShapedSchema> = Vec::new();
    let mut pending = vec![id];
    for _ in 0..MAX_BRANCHES {
        let Some(id) = pending.pop() else { break };
        let schema = &schemas[resolved(schemas, id)];
        let branches = || schema.any_of.iter().chain(&schema.one_of).chain(&schema.all_of);
        if schema.types.is_empty() && schema.properties.is_empty() && branches().next().is_some() {
            pending.extend(branches().copied());
        }
        found.push(ShapedSchema { shape: shape(schemas, id), schema: id });
    }
    found
}

/// Whether the value may be a list as well as a single value.
pub(crate) fn is_single_or_list(schemas: &Schemas, id: SchemaId) -> bool {
    let all = shaped_schemas(schemas, id);
    let whole = |shaped: &&ShapedSchema| {
        let schema = &schemas[resolved(schemas, shaped.schema)];
        // The union itself has no shape of its own.
        !schema.types.is_empty() || (schema.any_of.is_empty() && schema.one_of.is_empty())
    };
    let shapes: Vec<Shape> = all.iter().filter(whole).map(|shaped| shaped.shape).collect();
    shapes.contains(&Shape::List) && shapes.contains(&Shape::Single)
}

/// What a text can mean, the likeliest first. A text is also a number when it is written as one,
/// because a parameter does not say which it is; it fits the schema if any reading does.
pub(crate) fn readings(schemas: &Schemas, id: SchemaId, text: &str) -> Vec<Value> {
    let allowed = types(schemas, id);
    let string = Value::String(text.to_owned());
    let other = match text {
        "true" => Some(Value::Bool(true)),
        "false" => Some(Value::Bool(false)),
        "null" => Some(Value::Null),
        // Arrays and objects within lists and members have no form of their own.
        text if text.starts_with(['{', '[']) => serde_json::from_str(text).ok(),
        _ => number(text),
    };
    match other {
        None => vec![string],
        Some(other) if allowed.is_empty() || allowed.contains(&JsonType::String) => vec![string, other],
        Some(other) => vec![other, string],
    }
}

/// A number in JSON's own notation; `+1`, `0x1`, ` 1` and `NaN` are text.
fn number(text: &str) -> Option<Value> {
    let (first, last) = (*text.as_bytes().first()?, *text.as_bytes().last()?);
    // A JSON parser would also take space around the number.
    let written = (first == b'-' || first.is_ascii_digit()) && last.is_ascii_digit();
    let value: Value = written.then(|| serde_json::from_str(text).ok())??;
    value.is_number().then_some(value)
}

/// The reading of one text that fits, or else the likeliest.
fn reading(schemas: &Schemas, id: Option<SchemaId>, text: &str) -> Value {
    let Some(id) = id else { return Value::String(text.to_owned()) };
    let mut readings = readings(schemas, id, text);
    let evaluator = Evaluator::new(schemas, Direction::Request);
    let fits = |value: &Value| evaluator.is_valid(id, value);
    let at = if readings.len() == 1 { 0 } else { readings.iter().position(fits).unwrap_or(0) };
    readings.swap_remove(at)
}

/// The values under one name: a list where there are several or nothing else is wanted, else the only
/// one.
pub(crate) fn repeated(schemas: &Schemas, id: Option<SchemaId>, texts: &[&str]) -> Value {
    let shapes = id.map(|id| shaped_schemas(schemas, id)).unwrap_or_default();
    let list = shapes.iter().find(|shaped| shaped.shape == Shape::List).map(|shaped| shaped.schema);
    let only_list = list.is_some() && id.is_some_and(|id| shape(schemas, id) == Shape::List);
    match (texts, list) {
        ([only], _) if !only_list => reading(schemas, id, only),
        (texts, Some(list)) => self::list(schemas, list, texts.iter().copied()),
        (texts, None) => texts.iter().map(|text| reading(schemas, None, text)).collect(),
    }
}

/// The schema of the member of that name, when one is declared.
pub(crate) fn member(schemas: &Schemas, id: SchemaId, name: &str) -> Option<SchemaId> {
    schemas.find(id, |id| schemas[id].properties.get(name).copied()).or_else(|| {
        schemas.find(id, |id| schemas[id].additional_properties.filter(|id| schemas[*id].boolean.is_none()))
    })
}

/// Items that were written one after the other.
pub(crate) fn list<'t>(schemas: &Schemas, id: SchemaId, items: impl IntoIterator<Item = &'t str>) -> Value {
    let schema = &schemas[resolved(schemas, id)];
    items
        .into_iter()
        .enumerate()
        .map(|(index, text)| reading(schemas, schema.prefix_items.get(index).copied().or(schema.items), text))
        .collect()
}

/// Members that were written as name and value.
pub(crate) fn record<'t>(
    schemas: &Schemas,
    id: SchemaId,
    members: impl IntoIterator<Item = (&'t str, &'t str)>,
) -> Value {
    let schema = &schemas[resolved(schemas, id)];
    let members = members.into_iter().map(|(name, text)| {
        let member = schema.properties.get(name).copied().or(schema.additional_properties);
        (name.to_owned(), reading(schemas, member, text))
    });
    Value::Object(members.collect::<Map<_, _>>())
}

/// One text that holds a whole value, its parts separated by `separator`: the styles `simple` and
/// `form` (comma), `spaceDelimited`, `pipeDelimited`, `label` (dot). Gives every reading.
pub(crate) fn separated(
    schemas: &Schemas,
    shaped: &ShapedSchema,
    text: &str,
    separator: &str,
    explode: bool,
) -> Vec<Value> {
    let id = shaped.schema;
    let parts = || text.split(separator).filter(|_| !text.is_empty());
    match shaped.shape {
        Shape::Single => readings(schemas, id, text),
        Shape::List => vec![list(schemas, id, parts())],
        Shape::Record if explode => {
            vec![record(schemas, id, parts().map(|part| part.split_once('=').unwrap_or((part, ""))))]
        }
        Shape::Record => {
            let parts: Vec<&str> = parts().collect();
            vec![record(
                schemas,
                id,
                parts.chunks(2).map(|pair| (pair[0], pair.get(1).copied().unwrap_or_default())),
            )]
        }
    }
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn only_json_numbers_are_numbers() {
        assert!(number("10").is_some());
        assert!(number("-1.5e3").is_some());
        for text in ["", "+1", " 1", "1 ", "0x1", "NaN", "01", "1_000", "١"] {
            assert!(number(text).is_none(), "{text:?}");
        }
    }
}
