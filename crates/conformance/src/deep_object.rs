//! Style `deepObject`: `name[member]=value`, `name[member][]=item`, `name[0][member]=value`.

use unplug_openapi::ir::{SchemaId, Schemas};

use serde_json::{Map, Value};

use crate::values::{self, Shape};

/// A text with the keys in brackets before it.
pub(crate) type Entry<'t> = (Vec<&'t str>, &'t str);

/// The keys behind a parameter's name: `b` and `c` in `a[b][c]`.
pub(crate) fn keys<'k>(key: &'k str, name: &str) -> Option<Vec<&'k str>> {
    let inside = key.strip_prefix(name)?.strip_prefix('[')?.strip_suffix(']')?;
    Some(inside.split("][").collect())
}

/// The value that the entries make. What is no list by its schema is an object, also when its members
/// are digits.
pub(crate) fn value(schemas: &Schemas, id: Option<SchemaId>, entries: Vec<Entry<'_>>) -> Value {
    let texts: Vec<&str> =
        entries.iter().filter(|(keys, _)| keys.is_empty()).map(|(_, text)| *text).collect();
    if texts.len() == entries.len() {
        return values::repeated(schemas, id, &texts);
    }
    let mut groups: Vec<(&str, Vec<Entry<'_>>)> = Vec::new();
    for (mut keys, text) in entries {
        if keys.is_empty() {
            continue;
        }
        let key = keys.remove(0);
        match groups.iter_mut().find(|(known, _)| *known == key && !key.is_empty()) {
            Some((_, group)) => group.push((keys, text)),
            None => groups.push((key, vec![(keys, text)])),
        }
    }
    let numbered = groups.iter().all(|(key, _)| key.bytes().all(|byte| byte.is_ascii_digit()));
    let list = id.is_none_or(|id| {
        values::shaped_schemas(schemas, id).iter().any(|shaped| shaped.shape == Shape::List)
    });
    if numbered && list {
        groups.sort_by_key(|(key, _)| key.parse::<u64>().unwrap_or(u64::MAX));
        let item = id.and_then(|id| schemas.find(id, |id| schemas[id].items));
        return groups.into_iter().map(|(_, group)| value(schemas, item, group)).collect();
    }
    let members = groups.into_iter().map(|(key, group)| {
        (key.to_owned(), value(schemas, id.and_then(|id| values::member(schemas, id, key)), group))
    });
    Value::Object(members.collect::<Map<_, _>>())
}
