//! Whether a listed value is valid by the keywords beside the list.

use serde_json::{Number, Value};
use unplug_openapi::ir::Schema;

use super::automaton::matches;
use super::values::order;

/// Whether a value is valid by the lengths, bounds, patterns and counts of one schema. What is not looked
/// at counts as fulfilled.
pub(super) fn fits(schema: &Schema, value: &Value) -> bool {
    match value {
        Value::String(text) => {
            let length = text.chars().count() as u64;
            within(length, schema.min_length, schema.max_length)
                && schema.pattern.as_ref().is_none_or(|pattern| matches(pattern, text) != Some(false))
        }
        Value::Number(number) => fits_number(schema, number),
        Value::Array(items) => within(items.len() as u64, schema.min_items, schema.max_items),
        Value::Object(members) => {
            within(members.len() as u64, schema.min_properties, schema.max_properties)
                && schema.required.iter().all(|name| members.contains_key(name))
        }
        Value::Null | Value::Bool(_) => true,
    }
}

fn within(size: u64, least: Option<u64>, most: Option<u64>) -> bool {
    least.is_none_or(|least| size >= least) && most.is_none_or(|most| size <= most)
}

fn fits_number(schema: &Schema, number: &Number) -> bool {
    let holds = |bound: &Option<Number>, allowed: fn(std::cmp::Ordering) -> bool| {
        bound.as_ref().is_none_or(|bound| allowed(order(number, bound)))
    };
    holds(&schema.minimum, std::cmp::Ordering::is_ge)
        && holds(&schema.maximum, std::cmp::Ordering::is_le)
        && holds(&schema.exclusive_minimum, std::cmp::Ordering::is_gt)
        && holds(&schema.exclusive_maximum, std::cmp::Ordering::is_lt)
}
