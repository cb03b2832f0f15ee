//! Arithmetic of the single keywords.

use std::collections::HashMap;
use std::hash::{BuildHasher, Hash, Hasher, RandomState};

use unplug_wire::json::{Json, Number};

/// A count as keywords have it.
pub(crate) fn count(length: usize) -> u64 {
    u64::try_from(length).unwrap_or(u64::MAX)
}

/// `Some` when the text has more than `limit` code points. Looks no further than it must.
pub(crate) fn longer_than(text: &str, limit: u64) -> Option<()> {
    // A code point takes one to four bytes, so the length in bytes often decides alone.
    let bytes = count(text.len());
    if bytes <= limit {
        return None;
    }
    if bytes.div_ceil(4) > limit {
        return Some(());
    }
    let limit = usize::try_from(limit).ok()?;
    text.chars().nth(limit).map(|_| ())
}

/// Exact: numbers with a fraction or an exponent are the decimal numbers that they are written as, so
/// that 0.3 is a multiple of 0.1 and 1e308 is none of 0.123456789.
pub(crate) fn is_multiple(number: Number, divisor: Number) -> bool {
    match (number.as_integer(), divisor.as_integer()) {
        (Some(number), Some(divisor)) if divisor != 0 => number % divisor == 0,
        _ => match (Decimal::of(number), Decimal::of(divisor)) {
            (Some(number), Some(divisor)) => number.is_multiple_of(&divisor),
            _ => false,
        },
    }
}

/// The decimal number `digits` · 10^`power`, without its sign.
struct Decimal {
    digits: u128,
    power: i32,
}

impl Decimal {
    /// The shortest decimal number that a float stands for: what was written, unless that had more
    /// than 17 digits.
    fn of(number: Number) -> Option<Self> {
        if let Number::Unsigned(_) | Number::Negative(_) = number {
            return Some(Self { digits: number.as_integer()?.unsigned_abs(), power: 0 });
        }
        let text = format!("{:e}", number.as_f64().abs());
        let (mantissa, exponent) = text.split_once('e')?;
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let digits = format!("{whole}{fraction}").parse().ok()?;
        let power = exponent.parse::<i32>().ok()?.checked_sub(i32::try_from(fraction.len()).ok()?)?;
        Some(Self { digits, power })
    }

    fn is_multiple_of(&self, divisor: &Self) -> bool {
        if divisor.digits == 0 {
            return false;
        }
        let shift = self.power - divisor.power;
        if shift >= 0 {
            // Digits of floats and integers stay below 2^64, so that no product overflows.
            let rest = (0..shift).fold(self.digits % divisor.digits, |rest, _| rest * 10 % divisor.digits);
            return rest == 0;
        }
        let scaled =
            10_u128.checked_pow(shift.unsigned_abs()).and_then(|ten| ten.checked_mul(divisor.digits));
        scaled.map_or(self.digits == 0, |divisor| self.digits.is_multiple_of(divisor))
    }
}

/// Whether the number is a signed integer of that many bits. Numbers that are no integers are `type`'s
/// business.
pub(crate) fn fits(number: Number, bits: u8) -> bool {
    if !number.is_integer() {
        return true;
    }
    number.as_integer().is_some_and(|integer| match bits {
        32 => i32::try_from(integer).is_ok(),
        _ => i64::try_from(integer).is_ok(),
    })
}

/// Up to this many items are compared pair by pair.
const MAX_COMPARED_ITEMS: usize = 16;

/// Two equal items: of all pairs the one whose second index is the highest, and then its first.
pub(crate) fn repeated(items: &[Json<'_>]) -> Option<(usize, usize)> {
    if items.len() <= MAX_COMPARED_ITEMS {
        let last = items.iter().enumerate().rev();
        return last
            .flat_map(|(second, item)| {
                let before = items[..second].iter().enumerate().rev();
                before.filter(move |(_, other)| *other == item).map(move |(first, _)| (first, second))
            })
            .next();
    }
    // Keyed with a random state: a request cannot choose items that all fall together.
    let state = RandomState::new();
    let mut seen: HashMap<u64, Vec<usize>> = HashMap::with_capacity(items.len());
    let mut found = None;
    for (second, item) in items.iter().enumerate() {
        let same = seen.entry(hash(&state, item)).or_default();
        if let Some(first) = same.iter().rev().find(|first| items[**first] == *item) {
            found = Some((*first, second));
        } else {
            same.push(second);
            continue;
        }
        // The latest of equal items stands for all of them.
        same.retain(|first| items[*first] != *item);
        same.push(second);
    }
    found
}

/// Equal values have equal hashes, whatever the order of members and the spelling of numbers.
fn hash(state: &RandomState, value: &Json<'_>) -> u64 {
    let mut hasher = state.build_hasher();
    match value {
        Json::Null | Json::File => 0_u8.hash(&mut hasher),
        Json::Bool(value) => (1_u8, value).hash(&mut hasher),
        Json::Number(number) => match number.as_integer() {
            Some(integer) => (2_u8, integer).hash(&mut hasher),
            None => (3_u8, number.as_f64().to_bits()).hash(&mut hasher),
        },
        Json::String(text) => (4_u8, text).hash(&mut hasher),
        Json::Array(items) => {
            (5_u8, items.len()).hash(&mut hasher);
            for item in items {
                hash(state, item).hash(&mut hasher);
            }
        }
        Json::Object(members) => {
            let sum = members.iter().fold(0_u64, |sum, (name, value)| {
                sum.wrapping_add(state.hash_one((name, hash(state, value))))
            });
            (6_u8, members.len(), sum).hash(&mut hasher);
        }
    }
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use Number::{Float, Negative, Unsigned};

    #[test]
    fn length_is_in_code_points() {
        for (text, length) in [("", 0), ("abc", 3), ("äöü", 3), ("🦀🦀", 2), ("e\u{301}", 2)] {
            assert_eq!(longer_than(text, length), None, "{text}");
            if length > 0 {
                assert_eq!(longer_than(text, length - 1), Some(()), "{text}");
            }
        }
    }

    #[test]
    fn multiples_are_decimal() {
        assert!(is_multiple(Float(0.3), Float(0.1)));
        assert!(is_multiple(Float(19.99), Float(0.01)));
        assert!(!is_multiple(Float(0.35), Float(0.1)));
        assert!(is_multiple(Unsigned(9_007_199_254_740_993), Unsigned(3)));
        assert!(!is_multiple(Negative(-7), Unsigned(2)));
        assert!(is_multiple(Unsigned(0), Float(0.7)));
        assert!(is_multiple(Float(1.1), Float(0.1)));
        assert!(is_multiple(Unsigned(12_391_239_123), Float(1e-8)));
        assert!(is_multiple(Float(1e308), Float(0.5)));
        assert!(!is_multiple(Float(1e308), Float(0.123_456_789)));
        assert!(!is_multiple(Float(0.100_000_000_000_001), Float(0.1)));
        assert!(!is_multiple(Float(4.000_000_000_000_001), Float(2.0)));
    }

    #[test]
    fn repeated_items_are_found_in_short_and_long_arrays() {
        let short = [1_u64, 2, 1, 3, 1].map(|number| Json::Number(Unsigned(number)));
        assert_eq!(repeated(&short), Some((2, 4)));
        let mut long: Vec<Json<'_>> = (0..100).map(|number| Json::Number(Unsigned(number))).collect();
        assert_eq!(repeated(&long), None);
        long.push(Json::Number(Float(7.0)));
        assert_eq!(repeated(&long), Some((7, 100)));
        long.push(Json::Number(Float(7.0)));
        assert_eq!(repeated(&long), Some((100, 101)));
    }
}
