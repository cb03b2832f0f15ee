//! JSON values as texts that are equal when the values are.

use std::fmt::Write as _;

use serde_json::{Number, Value};

/// Equal for values that JSON Schema calls equal: `1.0` is `1`, and the order of members does not
/// count.
pub(crate) fn canonical(value: &Value) -> String {
    let mut text = String::new();
    write(value, &mut text);
    text
}

fn write(value: &Value, into: &mut String) {
    match value {
        Value::Number(number) => into.push_str(&number_text(number)),
        Value::Array(items) => {
            into.push('[');
            for item in items {
                write(item, into);
                into.push(',');
            }
            into.push(']');
        }
        Value::Object(members) => {
            let mut sorted: Vec<_> = members.iter().collect();
            sorted.sort_by_key(|(key, _)| *key);
            into.push('{');
            for (key, member) in sorted {
                let _ = write!(into, "{key:?}:");
                write(member, into);
                into.push(',');
            }
            into.push('}');
        }
        other => into.push_str(&other.to_string()),
    }
}

fn number_text(number: &Number) -> String {
    match number.as_f64() {
        Some(float) if number.is_f64() && float.fract() == 0.0 && float.abs() < 1e15 => format!("{float:.0}"),
        _ => number.to_string(),
    }
}

/// Which of two numbers is greater. Whole numbers are compared exactly.
pub(crate) fn order(one: &Number, other: &Number) -> std::cmp::Ordering {
    let whole =
        |number: &Number| number.as_i128().or_else(|| number.as_u128().and_then(|n| n.try_into().ok()));
    if let (Some(one), Some(other)) = (whole(one), whole(other)) {
        return one.cmp(&other);
    }
    let float = |number: &Number| number.as_f64().unwrap_or(f64::NAN);
    float(one).total_cmp(&float(other))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::canonical;

    #[test]
    fn equal_values_have_equal_texts() {
        assert_eq!(canonical(&json!(1.0)), canonical(&json!(1)));
        assert_eq!(canonical(&json!({"a": 1, "b": [2.0]})), canonical(&json!({"b": [2], "a": 1})));
        assert_ne!(canonical(&json!("1")), canonical(&json!(1)));
        assert_ne!(canonical(&json!(1.5)), canonical(&json!(1)));
    }
}
