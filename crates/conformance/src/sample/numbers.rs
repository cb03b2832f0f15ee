//! Numbers within all limits.

use serde_json::{Number, Value, json};
use unplug_openapi::ir::Schema;

use super::choice::Choice;

/// Integers that an f64 holds exactly.
const EXACT: i64 = 9_007_199_254_740_991;

/// 2^63: bounds are often written as the float nearest to the one that is meant.
const BEYOND_SIGNED: f64 = 9_223_372_036_854_775_808.0;

/// A number that every schema allows; boundaries are among the choices.
pub(super) fn number(schemas: &[&Schema], whole: bool, choice: Choice) -> Option<Value> {
    if whole { integer(schemas, choice) } else { fraction(schemas, choice) }
}

fn limits(schemas: &[&Schema], keyword: fn(&Schema) -> Option<&Number>) -> impl Iterator<Item = f64> {
    schemas.iter().filter_map(move |schema| keyword(schema)).filter_map(Number::as_f64)
}

/// The least and the most that formats leave: without one, what an `i64` holds, or a `u64` where a limit says
/// that there may be more.
fn range(schemas: &[&Schema]) -> (i128, i128) {
    let of_format = |format: &str| {
        Some(match format {
            "int8" => (i128::from(i8::MIN), i128::from(i8::MAX)),
            "int16" => (i128::from(i16::MIN), i128::from(i16::MAX)),
            "int32" => (i128::from(i32::MIN), i128::from(i32::MAX)),
            "int64" => (i128::from(i64::MIN), i128::from(i64::MAX)),
            "uint8" => (0, i128::from(u8::MAX)),
            "uint16" => (0, i128::from(u16::MAX)),
            "uint32" => (0, i128::from(u32::MAX)),
            "uint64" | "unsigned_int64" | "unsignedInt64" => (0, i128::from(u64::MAX)),
            _ => return None,
        })
    };
    let formats = schemas.iter().filter_map(|schema| schema.format.as_deref());
    let both = |one: (i128, i128), other: (i128, i128)| (one.0.max(other.0), one.1.min(other.1));
    let range = formats.filter_map(of_format).reduce(both);
    let mut upper = limits(schemas, |schema| schema.maximum.as_ref().or(schema.exclusive_maximum.as_ref()));
    let most =
        if upper.any(|most| most > BEYOND_SIGNED) { i128::from(u64::MAX) } else { i128::from(i64::MAX) };
    range.unwrap_or((i128::from(i64::MIN), most))
}

fn integer(schemas: &[&Schema], choice: Choice) -> Option<Value> {
    let (mut least, mut most) = range(schemas);
    let limits = |keyword: fn(&Schema) -> Option<&Number>| {
        schemas.iter().filter_map(move |schema| keyword(schema)).filter_map(floor_and_ceiling)
    };
    for (_, ceiling) in limits(|schema| schema.minimum.as_ref()) {
        least = least.max(ceiling);
    }
    for (floor, _) in limits(|schema| schema.exclusive_minimum.as_ref()) {
        least = least.max(floor + 1);
    }
    for (floor, _) in limits(|schema| schema.maximum.as_ref()) {
        most = most.min(floor);
    }
    for (_, ceiling) in limits(|schema| schema.exclusive_maximum.as_ref()) {
        most = most.min(ceiling - 1);
    }
    let step = step(schemas)?;
    let least = -((-least).div_euclid(step)) * step;
    let most = most.div_euclid(step) * step;
    if least > most {
        return None;
    }
    let near = |wanted: i128| (wanted.clamp(least, most)).div_euclid(step) * step;
    let mut values = Vec::new();
    for wanted in [1, 7, least, most, 0, -1, 42] {
        let value = near(if wanted > 0 { wanted.max(step) } else { wanted });
        if !values.contains(&value) {
            values.push(value);
        }
    }
    let at = usize::try_from(choice.number()).ok()?;
    let value = values.get(at).copied().unwrap_or_else(|| {
        let count = (most - least) / step + 1;
        least + i128::from(choice.number()).rem_euclid(count) * step
    });
    Number::from_i128(value).map(Value::Number)
}

/// The whole numbers just below and just above; the number itself when it is whole. Beyond every integer that
/// is made, one number is as good as another.
#[allow(clippy::cast_possible_truncation, reason = "the range is checked before")]
fn floor_and_ceiling(number: &Number) -> Option<(i128, i128)> {
    const BEYOND_ALL: f64 = 1e30;
    if let Some(whole) = number.as_i128() {
        return Some((whole, whole));
    }
    let number = number.as_f64()?.clamp(-BEYOND_ALL, BEYOND_ALL);
    Some((number.floor() as i128, number.ceil() as i128))
}

/// The least whole number that is a multiple of all `multipleOf`.
#[allow(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "steps are small")]
fn step(schemas: &[&Schema]) -> Option<i128> {
    let mut all: i128 = 1;
    for step in limits(schemas, |schema| schema.multiple_of.as_ref()).filter(|step| *step > 0.0) {
        let whole = (1..=1000)
            .map(|times| step * f64::from(times))
            .find(|multiple| (multiple - multiple.round()).abs() < 1e-9 && multiple.round() >= 1.0)?;
        all = least_common_multiple(all, whole.round() as i128)?;
    }
    Some(all)
}

fn least_common_multiple(left: i128, right: i128) -> Option<i128> {
    let (mut greatest, mut rest) = (left, right);
    while rest != 0 {
        (greatest, rest) = (rest, greatest % rest);
    }
    (left / greatest).checked_mul(right).filter(|multiple| *multiple <= i128::from(EXACT))
}

/// A number that may have a fraction.
#[allow(clippy::cast_precision_loss, reason = "limits are floats")]
fn fraction(schemas: &[&Schema], choice: Choice) -> Option<Value> {
    let bound = |keyword: fn(&Schema) -> Option<&Number>| limits(schemas, keyword);
    let least = bound(|schema| schema.minimum.as_ref()).fold(f64::NEG_INFINITY, f64::max);
    let above = bound(|schema| schema.exclusive_minimum.as_ref()).fold(f64::NEG_INFINITY, f64::max);
    let most = bound(|schema| schema.maximum.as_ref()).fold(f64::INFINITY, f64::min);
    let below = bound(|schema| schema.exclusive_maximum.as_ref()).fold(f64::INFINITY, f64::min);
    let single = schemas.iter().any(|schema| schema.format.as_deref() == Some("float"));
    let steps: Vec<f64> = bound(|schema| schema.multiple_of.as_ref()).filter(|step| *step > 0.0).collect();
    let fits = |value: &f64| {
        *value >= least
            && *value > above
            && *value <= most
            && *value < below
            && steps.iter().all(|step| is_multiple(*value, *step))
    };
    #[allow(clippy::cast_possible_truncation, reason = "whether it loses digits is the question")]
    let exact = |value: &f64| !single || f64::from(*value as f32).to_bits() == value.to_bits();
    let (low, high) = (least.max(above), most.min(below));
    let middle = match (low.is_finite(), high.is_finite()) {
        (true, true) => f64::midpoint(low, high),
        (true, false) => low + 1.0,
        (false, true) => high - 1.0,
        (false, false) => 2.5,
    };
    let mut wanted = vec![1.5, 1.0, middle, 0.25, -0.5, 12.75, low, high, 0.0, low + 0.5, high - 0.5];
    wanted.extend((0..32).map(|more| 3.5 + f64::from(more)));
    let near = |value: f64| match steps.iter().copied().reduce(f64::max) {
        // Through decimal digits, because 3 × 0.1 is not 0.3.
        Some(step) => [0.0, 1.0, -1.0]
            .map(|more| format!("{:.10}", ((value / step).round() + more) * step).parse().unwrap_or(value)),
        None => [value; 3],
    };
    let mut values: Vec<f64> = Vec::new();
    for value in wanted.into_iter().filter(|value| value.is_finite()).flat_map(near) {
        if fits(&value) && !values.contains(&value) {
            values.push(value);
        }
    }
    if values.iter().any(exact) {
        values.retain(exact);
    }
    #[allow(clippy::cast_possible_truncation, reason = "it is a whole number that an f64 holds exactly")]
    let as_value = |value: f64| {
        let whole = value.fract() == 0.0 && value.abs() < 9e15;
        if whole { Some(json!(value as i64)) } else { Number::from_f64(value).map(Value::Number) }
    };
    let mut values: Vec<Value> = values.into_iter().filter_map(as_value).collect();
    // Where no float is promised, what is no float is valid as well.
    let float = schemas.iter().any(|schema| matches!(schema.format.as_deref(), Some("float" | "double")));
    let (beneath, beyond) = (EXACT as f64, (EXACT + 3) as f64);
    if !float && steps.is_empty() && low < beneath && beyond < high {
        values.insert(values.len().min(2), json!(EXACT + 2));
    }
    values.get(choice.peek(values.len())).cloned()
}

/// Whether the number is a multiple, both read as the shortest decimal numbers that they are written as.
pub(super) fn is_multiple(number: f64, step: f64) -> bool {
    let (Some((digits, power)), Some((divisor, divisor_power))) = (decimal(number), decimal(step)) else {
        return false;
    };
    let Ok(shift) = u32::try_from(power - divisor_power) else { return digits == 0 };
    digits == 0 || (0..shift).fold(digits % divisor, |rest, _| rest * 10 % divisor) == 0
}

/// The digits of a float without zeros at the end, and the power of ten of the last one.
fn decimal(number: f64) -> Option<(u128, i32)> {
    let text = format!("{:e}", number.abs());
    let (mantissa, exponent) = text.split_once('e')?;
    let fraction = mantissa.len().saturating_sub(2);
    let digits = mantissa.replace('.', "").parse::<u128>().ok()?;
    Some((digits, exponent.parse::<i32>().ok()? - i32::try_from(fraction).ok()?))
}

#[cfg(test)]
mod tests {
    use super::is_multiple;

    #[test]
    fn multiples_are_decimal() {
        for (number, step) in [(0.3, 0.1), (19.99, 0.01), (1e308, 0.5), (0.0, 0.7), (-4.5, 1.5), (12.0, 3.0)]
        {
            assert!(is_multiple(number, step), "{number} {step}");
        }
        for (number, step) in [(0.35, 0.1), (1e308, 0.123_456_789), (4.000_000_000_000_001, 2.0), (7.0, 2.0)]
        {
            assert!(!is_multiple(number, step), "{number} {step}");
        }
    }
}
