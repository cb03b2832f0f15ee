//! Numbers that keep what was written.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use super::decimal::Digits;

/// A JSON number as it was written: nothing is rounded, and it is written again byte by byte.
///
/// ```
/// use unplug_wire::json::Number;
///
/// let number: Number = "0.1000000000000000000001".parse()?;
/// assert_eq!(serde_json::to_string(&number)?, "0.1000000000000000000001");
/// assert!(number > Number::from(0.1));
/// assert_eq!(number.as_f64(), 0.1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub enum Number {
    /// Zero or more.
    Unsigned(u64),
    /// Less than zero.
    Negative(i64),
    /// A float, which stands for the shortest decimal number that is read as this float.
    Float(f64),
    /// What none of them would write again as it was.
    Decimal(Box<Decimal>),
}

/// The text of a JSON number.
#[derive(Clone, Debug)]
pub struct Decimal(Box<str>);

/// The text is no JSON number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotANumber;

impl Decimal {
    /// The number as it was written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Number {
    /// The number of a text of which is known that it is one.
    pub(super) fn written(text: &str) -> Self {
        let whole = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
        if whole && let Some(number) = integer(text) {
            return number;
        }
        match text.parse::<f64>() {
            Ok(float) if !whole && is_written_as(float, text) => Self::Float(float),
            _ => Self::Decimal(Box::new(Decimal(text.into()))),
        }
    }

    /// The nearest float; infinite beyond all floats.
    #[must_use]
    #[allow(clippy::cast_precision_loss, reason = "the nearest float is what is asked for")]
    pub fn as_f64(&self) -> f64 {
        match self {
            Self::Unsigned(number) => *number as f64,
            Self::Negative(number) => *number as f64,
            Self::Float(number) => *number,
            // A JSON number is always a float to Rust.
            Self::Decimal(decimal) => decimal.0.parse().unwrap_or(f64::NAN),
        }
    }

    /// The number when it is whole and fits; `1.0` and `1e3` are whole.
    #[must_use]
    pub fn as_i64(&self) -> Option<i64> {
        self.as_integer()?.try_into().ok()
    }

    /// The number when it is whole and fits; `1.0` and `1e3` are whole.
    #[must_use]
    pub fn as_u64(&self) -> Option<u64> {
        self.as_integer()?.try_into().ok()
    }

    /// The number when it is whole and fits 128 bits; `1.0` is whole.
    #[must_use]
    pub fn as_integer(&self) -> Option<i128> {
        match self {
            Self::Unsigned(number) => Some(i128::from(*number)),
            Self::Negative(number) => Some(i128::from(*number)),
            Self::Float(number) if number.fract() != 0.0 => None,
            Self::Float(number) => small_whole(*number).or_else(|| self.digits()?.as_integer()),
            Self::Decimal(_) => self.digits()?.as_integer(),
        }
    }

    /// Whether it is whole, as JSON Schema's `integer` means it.
    #[must_use]
    pub fn is_integer(&self) -> bool {
        match self {
            Self::Unsigned(_) | Self::Negative(_) => true,
            Self::Float(number) => number.is_finite() && number.fract() == 0.0,
            Self::Decimal(_) => self.digits().is_some_and(|digits| digits.is_whole()),
        }
    }

    /// Whether a float holds it as well.
    fn is_float(&self) -> bool {
        const MAX_WHOLE: u64 = 1 << 53;
        match self {
            Self::Unsigned(number) => *number <= MAX_WHOLE,
            Self::Negative(number) => number.unsigned_abs() <= MAX_WHOLE,
            Self::Float(_) => true,
            Self::Decimal(_) => false,
        }
    }

    /// The decimal number that was written; `None` for what no JSON number is: infinity and NaN.
    #[must_use]
    pub fn digits(&self) -> Option<Digits> {
        match self {
            Self::Float(number) if !number.is_finite() => None,
            Self::Float(number) => Some(Digits::of(&format!("{number:e}"))),
            Self::Decimal(decimal) => Some(Digits::of(decimal.as_str())),
            whole => Some(Digits::of(&whole.to_string())),
        }
    }
}

/// A whole number of 64 bits that is written as Rust writes it.
fn integer(text: &str) -> Option<Number> {
    if text.starts_with('-') {
        // `-0` is a number that no integer writes again.
        return text.parse().ok().filter(|number| *number < 0).map(Number::Negative);
    }
    text.parse().ok().map(Number::Unsigned)
}

/// Whether the float is written as this text again.
fn is_written_as(float: f64, text: &str) -> bool {
    /// Every decimal number of so many digits is told apart by floats.
    const MAX_TOLD_APART: usize = 15;
    if !float.is_finite() {
        return false;
    }
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let whole = whole.strip_prefix('-').unwrap_or(whole);
    let plain = !fraction.is_empty() && fraction.bytes().all(|byte| byte.is_ascii_digit());
    let shortest = fraction == "0" || !fraction.ends_with('0');
    // Small numbers are written with an exponent.
    let small = whole == "0" && fraction.starts_with("000");
    if plain && shortest && !small && whole.len() + fraction.len() <= MAX_TOLD_APART {
        return true;
    }
    serde_json::to_string(&float).is_ok_and(|written| written == text)
}

/// A whole number below 2^53, where floats and decimal numbers are the same.
#[allow(clippy::cast_possible_truncation, reason = "checked: whole, and within the range of the target")]
fn small_whole(number: f64) -> Option<i128> {
    (number.fract() == 0.0 && number.abs() < 9_007_199_254_740_992.0).then_some(number as i128)
}

/// Writes the number as it was written. A float is written as Rust writes it, without an exponent.
impl fmt::Display for Number {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unsigned(number) => number.fmt(formatter),
            Self::Negative(number) => number.fmt(formatter),
            Self::Float(number) => number.fmt(formatter),
            Self::Decimal(decimal) => formatter.pad(decimal.as_str()),
        }
    }
}

/// The number as it was written.
impl fmt::Debug for Number {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}

impl FromStr for Number {
    type Err = NotANumber;

    fn from_str(text: &str) -> Result<Self, NotANumber> {
        match super::reader::number_length(text.as_bytes()) {
            Some(length) if length == text.len() => Ok(Self::written(text)),
            _ => Err(NotANumber),
        }
    }
}

impl fmt::Display for NotANumber {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("is not a JSON number")
    }
}

impl std::error::Error for NotANumber {}

/// By value: `1`, `1.0` and `10e-1` are equal.
impl PartialEq for Number {
    fn eq(&self, other: &Self) -> bool {
        self.partial_cmp(other) == Some(Ordering::Equal)
    }
}

/// By value, and exact. Only NaN, which no JSON number is, has no place.
impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        match (self, other) {
            (Self::Unsigned(left), Self::Unsigned(right)) => Some(left.cmp(right)),
            // Floats are in the order of the decimal numbers that they stand for.
            _ if self.is_float() && other.is_float() => self.as_f64().partial_cmp(&other.as_f64()),
            _ => match (self.as_integer(), other.as_integer()) {
                (Some(left), Some(right)) => Some(left.cmp(&right)),
                _ => match (self.digits(), other.digits()) {
                    (Some(left), Some(right)) => Some(left.cmp(&right)),
                    _ => self.as_f64().partial_cmp(&other.as_f64()),
                },
            },
        }
    }
}

impl PartialEq<f64> for Number {
    fn eq(&self, other: &f64) -> bool {
        *self == Self::Float(*other)
    }
}

impl PartialOrd<f64> for Number {
    fn partial_cmp(&self, other: &f64) -> Option<Ordering> {
        self.partial_cmp(&Self::Float(*other))
    }
}

impl Default for Number {
    fn default() -> Self {
        Self::Unsigned(0)
    }
}

macro_rules! from {
    ($($from:ty: $number:ident => $value:expr;)*) => {$(
        impl From<$from> for Number {
            fn from($number: $from) -> Self {
                $value
            }
        }
    )*};
}

from! {
    f64: number => Self::Float(number);
    f32: number => Self::Float(f64::from(number));
    u64: number => Self::Unsigned(number);
    u32: number => Self::Unsigned(number.into());
    u16: number => Self::Unsigned(number.into());
    u8: number => Self::Unsigned(number.into());
    i64: number => u64::try_from(number).map_or(Self::Negative(number), Self::Unsigned);
    i32: number => i64::from(number).into();
    i16: number => i64::from(number).into();
    i8: number => i64::from(number).into();
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;

    const WRITTEN: [&str; 22] = [
        "0",
        "-0",
        "-0.0",
        "1",
        "1.0",
        "1.50",
        "1e3",
        "1E+3",
        "1e400",
        "-1e-400",
        "0.1",
        "19.90",
        "2.5e-7",
        "9007199254740993",
        "9007199254740993.0",
        "18446744073709551615",
        "18446744073709551616",
        "-9223372036854775809",
        "0.1000000000000000055511151231257827",
        "1e308",
        "123456789012345.6",
        "0.30",
    ];

    #[test]
    fn what_was_written_is_written_again() {
        for text in WRITTEN {
            let number: Number = text.parse().unwrap();
            assert_eq!(serde_json::to_string(&number).unwrap(), text);
            // Through the reader of another crate, and through a tree.
            assert_eq!(serde_json::to_string(&serde_json::from_str::<Number>(text).unwrap()).unwrap(), text);
            let list: Vec<Number> =
                super::super::read(format!("[{text}]").as_bytes()).unwrap().into_typed().unwrap();
            assert_eq!(serde_json::to_string(&list).unwrap(), format!("[{text}]"));
        }
    }

    #[test]
    fn what_is_no_json_number_is_refused() {
        for text in
            ["", "-", "01", "1.", ".5", "+1", "1e", "0x1", "NaN", "1 ", " 1", "1_0", "Infinity", "--1"]
        {
            assert_eq!(text.parse::<Number>(), Err(NotANumber), "{text}");
        }
        for text in ["\"1\"", "null", "[1]", "{}", "true"] {
            assert!(serde_json::from_str::<Number>(text).is_err(), "{text}");
            assert!(super::super::read(text.as_bytes()).unwrap().into_typed::<Number>().is_err(), "{text}");
        }
        let error = serde_json::from_str::<Number>("\"wide\"").unwrap_err().to_string();
        assert!(error.starts_with("invalid type: string \"wide\", expected a number"), "{error}");
    }

    #[test]
    fn numbers_are_compared_by_value_and_exactly() {
        let number = |text: &str| text.parse::<Number>().unwrap();
        for (left, right) in [
            ("1", "1.0"),
            ("10e-1", "1"),
            ("-0", "0"),
            ("1e400", "10e399"),
            ("1e23", "100000000000000000000000"),
            ("9007199254740993.0", "9007199254740993"),
            ("0.10", "1e-1"),
            ("0e9", "0"),
        ] {
            assert_eq!(number(left), number(right), "{left} {right}");
        }
        for (less, more) in [
            ("9007199254740992", "9007199254740993.0"),
            ("-1e400", "1e308"),
            ("1e308", "1e309"),
            ("-2", "-1.5"),
            ("0.1", "0.1000000000000000055511151231257827"),
            ("-1e-400", "0"),
            ("0", "1e-400"),
            ("18446744073709551615", "18446744073709551616"),
            ("1e-400", "1e-399"),
            ("99e-2", "1"),
        ] {
            assert!(number(less) < number(more), "{less} {more}");
            assert!(number(more) > number(less), "{less} {more}");
            assert_ne!(number(less), number(more), "{less} {more}");
        }
    }

    #[test]
    fn whole_numbers_are_whole_however_they_are_written() {
        let number = |text: &str| text.parse::<Number>().unwrap();
        for (text, whole) in [
            ("1.0", 1),
            ("1e3", 1000),
            ("25e-1", 0),
            ("9007199254740993.0", 9_007_199_254_740_993),
            ("-0", 0),
        ] {
            let expected = (whole != 0 || text == "-0").then_some(whole);
            assert_eq!(number(text).as_i64(), expected, "{text}");
            assert_eq!(number(text).is_integer(), expected.is_some(), "{text}");
        }
        assert!(number("1e400").is_integer() && number("1e400").as_integer().is_none());
        assert!(!number("1.00000000000000000000001").is_integer());
    }
}
