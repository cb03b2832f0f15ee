//! Decimal numbers of any length.

use std::cmp::Ordering;

/// A decimal number without zeros at its ends: the digits, times ten to the power of `power`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Digits {
    negative: bool,
    /// Digits; none for zero.
    ascii: Vec<u8>,
    power: i64,
}

/// The largest power of ten by which any two numbers differ that are compared; numbers are texts, and no
/// text is that long.
const MAX_POWER: i64 = i64::MAX / 4;

impl Digits {
    /// The number of a JSON text, or of a float as Rust writes it.
    pub(super) fn of(text: &str) -> Self {
        let (negative, text) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let digits = whole.bytes().chain(fraction.bytes()).skip_while(|digit| *digit == b'0');
        let mut digits: Vec<u8> = digits.collect();
        let kept = digits.iter().rposition(|digit| *digit != b'0').map_or(0, |last| last + 1);
        let dropped = digits.len() - kept;
        digits.truncate(kept);
        if digits.is_empty() {
            return Self { negative: false, ascii: digits, power: 0 };
        }
        let count = |length: usize| i64::try_from(length).unwrap_or(MAX_POWER);
        let beyond = if exponent.starts_with('-') { -MAX_POWER } else { MAX_POWER };
        let power = exponent.parse::<i64>().unwrap_or(beyond).clamp(-MAX_POWER, MAX_POWER);
        Self { negative, ascii: digits, power: power - count(fraction.len()) + count(dropped) }
    }

    /// Whether it has no fraction.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.power >= 0
    }

    /// The number when it is whole and fits.
    #[must_use]
    pub fn as_integer(&self) -> Option<i128> {
        let zeros = u32::try_from(self.power).ok()?;
        let digits = if self.ascii.is_empty() { "0" } else { std::str::from_utf8(&self.ascii).ok()? };
        let number = digits.parse::<i128>().ok()?.checked_mul(10_i128.checked_pow(zeros)?)?;
        Some(if self.negative { -number } else { number })
    }

    /// Whether it is zero.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        self.ascii.is_empty()
    }

    /// ASCII digits without zeros at the ends; none for zero.
    #[must_use]
    pub fn digits(&self) -> &[u8] {
        &self.ascii
    }

    /// The power of ten of the last digit.
    #[must_use]
    pub fn power(&self) -> i64 {
        self.power
    }

    /// Of numbers with the same sign, the order of what is behind it.
    fn magnitude(&self, other: &Self) -> Ordering {
        let length = |number: &Self| i64::try_from(number.ascii.len()).unwrap_or(MAX_POWER) + number.power;
        match (self.is_zero(), other.is_zero()) {
            (true, true) => Ordering::Equal,
            (true, false) => Ordering::Less,
            (false, true) => Ordering::Greater,
            (false, false) => length(self).cmp(&length(other)).then_with(|| self.ascii.cmp(&other.ascii)),
        }
    }
}

impl Ord for Digits {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self.negative, other.negative) {
            (false, false) => self.magnitude(other),
            (true, true) => other.magnitude(self),
            (true, false) => Ordering::Less,
            (false, true) => Ordering::Greater,
        }
    }
}

impl PartialOrd for Digits {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
