//! Whether a listed value is valid by the keywords beside the list.

use serde_json::{Number, Value};
use unplug_openapi::ir::Schema;

use super::automaton::Texts;
use super::values::order;

/// What the keywords of one schema leave of listed values: lengths, bounds, patterns and counts. What is
/// not looked at counts as fulfilled.
pub(super) struct Limits<'a> {
    schema: &'a Schema,
    /// The texts that the pattern matches, where that can be told.
    texts: Option<Texts>,
}

impl<'a> Limits<'a> {
    pub(super) fn of(schema: &'a Schema) -> Self {
        Self { schema, texts: schema.pattern.as_deref().and_then(Texts::of) }
    }

    pub(super) fn allow(&self, value: &Value) -> bool {
        let schema = self.schema;
        match value {
            Value::String(text) => {
                let length = text.chars().count() as u64;
                within(length, schema.min_length, schema.max_length)
                    && self.texts.as_ref().is_none_or(|texts| texts.has(text))
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
        && schema.multiple_of.as_ref().is_none_or(|of| is_multiple(number, of))
}

/// Whole numbers are compared exactly; of others, what rounding leaves open counts as a multiple.
fn is_multiple(number: &Number, of: &Number) -> bool {
    if let (Some(number), Some(of)) = (number.as_i64(), of.as_i64()) {
        return of == 0 || number.checked_rem(of).is_none_or(|rest| rest == 0);
    }
    match (number.as_f64(), of.as_f64()) {
        (Some(number), Some(of)) if of != 0.0 => ((number / of) - (number / of).round()).abs() < 1e-9,
        _ => true,
    }
}
