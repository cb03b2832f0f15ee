//! Days, for what is promised until one.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use jiff::civil;
use jiff::tz::TimeZone;

/// A day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(civil::Date);

/// A text that is no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a day is written `2027-01-31`")]
pub struct InvalidDate;

impl Date {
    /// Today, in UTC.
    #[must_use]
    pub fn today() -> Self {
        Self(Timestamp::now().to_zoned(TimeZone::UTC).date())
    }
}

impl FromStr for Date {
    type Err = InvalidDate;

    /// Reads a day, or the day of a point in time such as `2027-01-31T00:00:00Z`.
    fn from_str(text: &str) -> Result<Self, InvalidDate> {
        const LENGTH: usize = "2027-01-31".len();
        let (day, _) = text.trim().split_once(['T', 't', ' ']).unwrap_or((text.trim(), ""));
        // There are shorter and longer ways to write days, which nobody expects here.
        let day = Some(day).filter(|day| day.len() == LENGTH).ok_or(InvalidDate)?;
        day.parse().map(Self).map_err(|_| InvalidDate)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

#[cfg(test)]
mod tests {
    use super::Date;

    #[test]
    fn today_is_a_day_of_this_century() {
        let (begin, today) = ("2026-11-29".parse::<Date>(), Date::today());
        assert!(begin.is_ok_and(|begin| begin <= today), "{today}");
    }

    #[test]
    fn days_are_read() {
        for text in ["2027-01-31", "2024-02-29", "2027-01-31T10:00:00Z"] {
            assert!(text.parse::<Date>().is_ok_and(|date| text.starts_with(&date.to_string())), "{text}");
        }
        for text in [
            "",
            "2027-1-31",
            "20270131",
            "2027-02-29",
            "2027-13-01",
            "2027-01-00",
            "31.1.2027",
            "2027-01-31-1",
            "+027-01-01",
        ] {
            assert!(text.parse::<Date>().is_err(), "{text}");
        }
        assert!("2026-12-31".parse::<Date>().ok() < "2027-01-01".parse::<Date>().ok());
    }
}
