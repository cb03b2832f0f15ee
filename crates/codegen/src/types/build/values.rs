//! `enum`, and unions that are nothing but enumerations of text.

use serde_json::Value;
use unplug_openapi::ir::{Api, JsonType};

use super::SchemaKind;
use crate::names::{Namespace, RustName, pascal};
use crate::types::effective::{Effective, Part, UnionSource};
use crate::types::{EnumBase, EnumDef, EnumVariant, Shape};

/// What listed values become.
pub(super) fn enumeration(effective: &Effective<'_>, values: &[&Value], extensible: bool) -> SchemaKind {
    let values: Vec<&Value> = values.iter().copied().filter(|v| !v.is_null()).collect();
    match values.as_slice() {
        [] => SchemaKind::Plain(Shape::Null),
        [Value::Bool(_), Value::Bool(_)] => SchemaKind::Plain(Shape::Boolean),
        [only @ Value::Bool(_)] => SchemaKind::Const((*only).clone()),
        several => {
            let named = several
                .iter()
                .map(|value| ListedValue {
                    value,
                    name: effective.first(|schema| schema.value_name(value)),
                    description: effective.first(|schema| schema.value_description(value).map(str::to_owned)),
                })
                .collect();
            SchemaKind::Enum(definition(named, extensible))
        }
    }
}

/// A union of nothing but text: constants with titles, enumerations, and plain text beside them.
/// `None` when some branch is something else.
pub(super) fn text_union(api: &Api, effective: &Effective<'_>, union: &UnionSource) -> Option<SchemaKind> {
    let base_is_text = effective.types.as_deref().is_none_or(|t| t == [JsonType::String]);
    let mut values: Vec<(Value, Option<String>)> = Vec::new();
    let mut open = false;
    for branch in &union.branches {
        let branch = Effective::new(&api.schemas, &[Part::Whole(*branch)]);
        let listed = match (branch.constant(), branch.enumeration()) {
            (Some(constant), _) => vec![constant.clone()],
            (None, Some((listed, extensible))) => {
                open |= extensible;
                listed.into_iter().cloned().collect()
            }
            (None, None) => {
                let says_text = branch.types.as_deref().or(effective.types.as_deref());
                if says_text != Some(&[JsonType::String]) || !branch.unions.is_empty() {
                    return None;
                }
                open = true;
                Vec::new()
            }
        };
        if !base_is_text || branch.nullable || !listed.iter().all(Value::is_string) {
            return None;
        }
        let title = branch.first(|s| s.title.clone().or_else(|| s.description.clone()));
        let title = title.filter(|_| listed.len() == 1);
        for value in listed {
            if !values.iter().any(|(known, _)| *known == value) {
                values.push((value, title.clone()));
            }
        }
    }
    Some(if values.is_empty() || effective.secret() {
        SchemaKind::Plain(if effective.secret() { Shape::Secret } else { Shape::String })
    } else {
        let named = values
            .iter()
            .map(|(value, title)| ListedValue { value, name: None, description: title.clone() })
            .collect();
        SchemaKind::Enum(definition(named, open))
    })
}

/// A value, and what the document says of it.
struct ListedValue<'v> {
    value: &'v Value,
    name: Option<&'v str>,
    description: Option<String>,
}

fn definition(values: Vec<ListedValue<'_>>, extensible: bool) -> EnumDef {
    let base = if values.iter().all(|listed| listed.value.is_string()) {
        EnumBase::String
    } else if values.iter().all(|listed| listed.value.is_i64()) {
        EnumBase::Integer
    } else {
        EnumBase::Mixed
    };
    let mut names = Namespace::new();
    names.take("Other");
    let variants = values
        .into_iter()
        .map(|ListedValue { value, name, description }| EnumVariant {
            variant: RustName::new(&names.claim(&name.map_or_else(|| variant_name(value), pascal))),
            value: value.clone(),
            description,
        })
        .collect();
    EnumDef { base, variants, extensible }
}

/// Name of a value as a variant.
pub(super) fn variant_name(value: &Value) -> String {
    match value {
        Value::String(text) => pascal(text),
        Value::Number(number) => match number.as_i64() {
            Some(number) if number < 0 => format!("Minus{}", number.unsigned_abs()),
            _ => format!("N{}", number.to_string().replace(['.', '-', '+'], "_")),
        },
        Value::Bool(true) => "True".to_owned(),
        Value::Bool(false) => "False".to_owned(),
        Value::Null => "Null".to_owned(),
        Value::Array(_) => "Array".to_owned(),
        Value::Object(_) => "Object".to_owned(),
    }
}
