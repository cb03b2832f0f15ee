//! JSON texts that are equal as JSON Schema has it, whatever the precision of their numbers.
//!
//! Numbers are compared as they are written, so that a number which the code under test rounds is seen.

use std::sync::Arc;

use unplug_openapi::syntax::{self, Node, SourceFile, Value};

/// Whether the texts are the same JSON value.
pub(crate) fn equal(left: &str, right: &str) -> bool {
    let parsed = |text: &str| syntax::parse(Arc::new(SourceFile::new("instance.json", text.to_owned()))).ok();
    match (parsed(left), parsed(right)) {
        (Some(left), Some(right)) => same(&left, &right),
        _ => left.trim() == right.trim(),
    }
}

fn same(left: &Node, right: &Node) -> bool {
    match (&left.value, &right.value) {
        (Value::Number(_), Value::Number(_)) => decimal(left) == decimal(right),
        (Value::Null, Value::Null) => true,
        (Value::Bool(left), Value::Bool(right)) => left == right,
        (Value::String(left), Value::String(right)) => left == right,
        (Value::Array(left), Value::Array(right)) => {
            left.len() == right.len() && left.iter().zip(right).all(|(left, right)| same(left, right))
        }
        (Value::Object(left), Value::Object(right)) => {
            let found = |name: &String| right.get(name).map(|member| &member.node);
            left.len() == right.len()
                && left
                    .iter()
                    .all(|(name, member)| found(name).is_some_and(|other| same(&member.node, other)))
        }
        _ => false,
    }
}

/// A number by its text: whether it is below zero, its digits without zeros around them, and the
/// power of ten of the last one.
fn decimal(number: &Node) -> (bool, String, i64) {
    let text = number.file.slice(number.span);
    let (negative, text) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = format!("{whole}{fraction}");
    let significant = digits.trim_start_matches('0');
    let shortest = significant.trim_end_matches('0');
    if shortest.is_empty() {
        return (false, String::new(), 0);
    }
    let dropped = significant.len() - shortest.len();
    let count = |length: usize| i64::try_from(length).unwrap_or(i64::MAX);
    let power = exponent.parse::<i64>().unwrap_or(i64::MAX);
    (
        negative,
        shortest.to_owned(),
        power.saturating_sub(count(fraction.len())).saturating_add(count(dropped)),
    )
}

#[cfg(test)]
mod tests {
    use super::equal;

    #[test]
    fn numbers_are_equal_by_value_alone() {
        for (left, right) in [("1", "1.0"), ("1e2", "100"), ("-0", "0"), ("0.1", "1e-1"), ("1.50", "15e-1")] {
            assert!(equal(left, right), "{left} {right}");
        }
        assert!(!equal("9007199254740993", "9007199254740992"));
        assert!(!equal("1", "-1") && !equal("1", "\"1\"") && !equal("[1]", "1"));
        assert!(equal(r#"{"a":1,"b":[]}"#, r#"{"b":[],"a":1.0}"#));
    }
}
