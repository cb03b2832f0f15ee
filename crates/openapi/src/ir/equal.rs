//! Equality of JSON values.

use serde_json::{Number, Value};

/// Whether two values are equal as JSON Schema sees it. `1` and `1.0` are the same number, and members have
/// no order.
#[must_use]
pub fn is_equal(left: &Value, right: &Value) -> bool {
    match (left, right) {
        (Value::Number(left), Value::Number(right)) => is_equal_number(left, right),
        (Value::Array(left), Value::Array(right)) => {
            left.len() == right.len() && left.iter().zip(right).all(|(left, right)| is_equal(left, right))
        }
        (Value::Object(left), Value::Object(right)) => {
            let equal = |(name, value): (&String, &Value)| {
                right.get(name).is_some_and(|other| is_equal(value, other))
            };
            left.len() == right.len() && left.iter().all(equal)
        }
        _ => left == right,
    }
}

/// Integers are compared as such, also with a float: not every one of them is a float.
fn is_equal_number(left: &Number, right: &Number) -> bool {
    match (whole(left), whole(right)) {
        (Some(left), Some(right)) => left == right,
        (None, None) => left.as_f64() == right.as_f64(),
        _ => false,
    }
}

/// The number when it is whole; beyond all integers of JSON values, floats are equal as floats alone.
#[allow(clippy::cast_possible_truncation, reason = "checked: whole, and within the range of the target")]
fn whole(number: &Number) -> Option<i128> {
    let float = |number: f64| (number.fract() == 0.0 && number.abs() < 1e38).then_some(number as i128);
    number.as_i128().or_else(|| number.as_f64().and_then(float))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn numbers_are_equal_by_value_and_integers_exactly() {
        assert!(is_equal(&json!({ "a": [1, null], "b": -2.0 }), &json!({ "b": -2, "a": [1.0, null] })));
        assert!(!is_equal(&json!(9_007_199_254_740_993_u64), &json!(9_007_199_254_740_992_u64)));
        assert!(!is_equal(&json!(9_007_199_254_740_993_u64), &json!(9_007_199_254_740_992.0)));
        assert!(is_equal(&json!(1e30), &json!(1e30)) && !is_equal(&json!(1.5), &json!(1)));
        assert!(!is_equal(&json!([1]), &json!([1, 1])));
        assert!(!is_equal(&json!({ "a": 1 }), &json!({ "a": 1, "b": null })));
        assert!(!is_equal(&json!(1), &json!(true)));
    }
}
