//! Which Rust type holds every number that the schemas allow.

use serde_json::Number;
use unplug_openapi::ir::Schema;

use crate::types::Shape;

/// 2^63 and 2^64. Bounds are often written as the float nearest to the one that is meant.
const SIGNED: f64 = 9_223_372_036_854_775_808.0;
const UNSIGNED: f64 = 18_446_744_073_709_551_616.0;

/// The type of whole numbers that keep to all of the schemas: 64 bits, unless the format or a limit says
/// that others may come.
pub(crate) fn integer_shape(schemas: &[&Schema]) -> Shape {
    let schemas = schemas.iter().copied();
    let formats = schemas.clone().filter_map(|schema| schema.format.as_deref());
    for format in formats {
        match format.to_ascii_lowercase().replace(['-', '_'], "").as_str() {
            "int32" => return Shape::Integer32,
            "int64" => return Shape::Integer,
            "uint64" | "unsignedint64" => return Shape::Unsigned,
            _ => {}
        }
    }
    let float = |number: &Number| number.as_f64();
    let highest = |limit: fn(&Schema) -> Option<&Number>| {
        schemas.clone().filter_map(limit).filter_map(float).fold(f64::NEG_INFINITY, f64::max)
    };
    let (least, above) =
        (highest(|schema| schema.minimum.as_ref()), highest(|schema| schema.exclusive_minimum.as_ref()));
    let upper = schemas.clone().flat_map(|schema| [&schema.maximum, &schema.exclusive_maximum]);
    let most = upper.clone().flatten().filter_map(float).fold(f64::INFINITY, f64::min);
    let defaults = schemas.clone().filter_map(|schema| schema.default.as_ref()?.as_number());
    let only_unsigned = |number: &Number| number.is_u64() && !number.is_i64();
    let above_signed = most.is_finite() && (most > SIGNED || upper.flatten().any(only_unsigned));
    let above_signed = above_signed || defaults.clone().any(only_unsigned);
    let unlimited = least.max(above).is_infinite();
    let never_negative = least > -1.0 || above >= -1.0 || (unlimited && most.is_infinite());
    if above_signed && never_negative && (most <= UNSIGNED || most.is_infinite()) {
        return Shape::Unsigned;
    }
    let beyond = (most.is_finite() && most > SIGNED) || (!unlimited && least.max(above) < -SIGNED);
    if beyond { Shape::LongInteger } else { Shape::Integer }
}

/// The type of numbers that keep to all of the schemas: a float where the format promises one.
pub(crate) fn number_shape(schemas: &[&Schema]) -> Shape {
    let mut formats = schemas.iter().filter_map(|schema| schema.format.as_deref());
    let is_float = |format: &str| ["float", "double"].iter().any(|name| format.eq_ignore_ascii_case(name));
    if formats.any(is_float) { Shape::Float } else { Shape::Number }
}
