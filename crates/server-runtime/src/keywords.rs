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
pub(crate) fn is_multiple(number: &Number, divisor: &Number) -> bool {
    if let (Some(number), Some(divisor)) = (number.as_integer(), divisor.as_integer())
        && divisor != 0
    {
        return number % divisor == 0;
    }
    let (Some(number), Some(divisor)) = (number.digits(), divisor.digits()) else { return false };
    let shift = number.power() - divisor.power();
    if number.is_zero() || shift < 0 {
        // The last digit is not zero, so that no power of ten divides the digits.
        return number.is_zero() && !divisor.is_zero();
    }
    let Some(modulus) = whole(divisor.digits()).filter(|modulus| *modulus != 0) else { return false };
    let digits = number.digits().iter().map(|digit| u128::from(digit - b'0'));
    let rest = digits.fold(0, |rest, digit| (rest * 10 + digit) % modulus);
    (rest * power_of_ten(shift.unsigned_abs(), modulus)).is_multiple_of(modulus)
}

/// The digits of a number that a document has, which are those of a float or of 64 bits.
fn whole(digits: &[u8]) -> Option<u128> {
    std::str::from_utf8(digits).ok()?.parse::<u64>().ok().map(u128::from)
}

/// 10^`exponent` modulo a number of 64 bits, whatever exponent was sent.
fn power_of_ten(mut exponent: u64, modulus: u128) -> u128 {
    let (mut power, mut square) = (1 % modulus, 10 % modulus);
    while exponent > 0 {
        if exponent % 2 == 1 {
            power = power * square % modulus;
        }
        square = square * square % modulus;
        exponent /= 2;
    }
    power
}

/// Whether the number is a signed integer of that many bits. Numbers that are no integers are `type`'s
/// business.
pub(crate) fn fits(number: &Number, bits: u8) -> bool {
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
            None => (3_u8, number.digits()).hash(&mut hasher),
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
    use Number::{Float, Unsigned};

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
        let is_multiple = |number: &str, divisor: &str| {
            let parsed = |text: &str| text.parse::<Number>().ok();
            parsed(number)
                .zip(parsed(divisor))
                .is_some_and(|(number, divisor)| is_multiple(&number, &divisor))
        };
        for (number, divisor) in [
            ("0.3", "0.1"),
            ("19.99", "0.01"),
            ("9007199254740993", "3"),
            ("9007199254740993.0", "3"),
            ("0", "0.7"),
            ("0.0", "0.7"),
            ("1.1", "0.1"),
            ("12391239123", "1e-8"),
            ("1e308", "0.5"),
            ("1e400", "0.5"),
            ("9e400", "3e-1000000000000"),
            ("-1e999999999999", "1"),
            ("0.3e1000000000000000000000000", "2"),
            ("123456789012345678901234567890", "10"),
        ] {
            assert!(is_multiple(number, divisor), "{number} {divisor}");
        }
        for (number, divisor) in [
            ("0.35", "0.1"),
            ("-7", "2"),
            ("1e308", "0.123456789"),
            ("0.100000000000001", "0.1"),
            ("4.000000000000001", "2.0"),
            ("1e-400", "0.1"),
            ("123456789012345678901234567891", "10"),
            ("1e400", "7"),
            ("4.00000000000000000000001", "2"),
        ] {
            assert!(!is_multiple(number, divisor), "{number} {divisor}");
        }
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
