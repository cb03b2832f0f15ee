//! Number texts to JSON numbers.

use serde_json::Number;

/// An integer in decimal digits with an optional `-`. Beyond 64 bits it becomes the nearest
/// float; `None` when even that overflows.
pub(super) fn integer(text: &str) -> Option<Number> {
    if text == "-0" {
        // As other JSON readers do: an integer zero would lose the sign.
        return Number::from_f64(-0.0);
    }
    if let Ok(small) = text.parse::<u64>() {
        return Some(small.into());
    }
    match text.parse::<i64>() {
        Ok(negative) => Some(negative.into()),
        Err(_) => float(text),
    }
}

/// A decimal fraction or exponent. `None` when the text overflows a float.
pub(super) fn float(text: &str) -> Option<Number> {
    Number::from_f64(text.parse().ok()?)
}
