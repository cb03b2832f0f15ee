//! Days, for what is promised until one.

use std::fmt;
use std::str::FromStr;
use std::time::{SystemTime, UNIX_EPOCH};

/// A day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: i64,
    month: u8,
    day: u8,
}

/// A text that is no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a day is written `2027-01-31`")]
pub struct InvalidDate;

impl Date {
    /// Today, in UTC.
    #[must_use]
    pub fn today() -> Self {
        let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |passed| passed.as_secs());
        Self::from_days(i64::try_from(seconds / 86_400).unwrap_or(0))
    }

    /// The day that is so many days after 1970-01-01, in the proleptic Gregorian calendar: counted in
    /// eras of 400 years that begin in March, so that a leap day is the last of its year.
    fn from_days(days: i64) -> Self {
        let days = days + 719_468;
        let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
        let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let from_march = (5 * of_year + 2) / 153;
        let day = of_year - (153 * from_march + 2) / 5 + 1;
        let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
        let small = |number: i64| u8::try_from(number).unwrap_or(1);
        Self { year: year_of_era + era * 400 + i64::from(month <= 2), month: small(month), day: small(day) }
    }

    fn days_of_month(year: i64, month: u8) -> u8 {
        let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        match month {
            4 | 6 | 9 | 11 => 30,
            2 if is_leap => 29,
            2 => 28,
            _ => 31,
        }
    }
}

impl FromStr for Date {
    type Err = InvalidDate;

    /// Reads a day, or the day of a point in time such as `2027-01-31T00:00:00Z`.
    fn from_str(text: &str) -> Result<Self, InvalidDate> {
        let (day, _) = text.trim().split_once(['T', 't', ' ']).unwrap_or((text.trim(), ""));
        let mut parts = day.split('-');
        let mut number = |digits: usize| {
            let part = parts.next()?;
            let is_number = part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit());
            part.parse::<u16>().ok().filter(|_| is_number)
        };
        let (year, month, day) = number(4)
            .zip(number(2))
            .zip(number(2))
            .map(|((year, month), day)| (year, month, day))
            .ok_or(InvalidDate)?;
        let small = |number: u16| u8::try_from(number).map_err(|_| InvalidDate);
        let date = Self { year: year.into(), month: small(month)?, day: small(day)? };
        let is_day = (1..=12).contains(&date.month)
            && (1..=Self::days_of_month(date.year, date.month)).contains(&date.day)
            && parts.next().is_none();
        if is_day { Ok(date) } else { Err(InvalidDate) }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::Date;

    #[test]
    fn days_are_counted() {
        for (days, text) in
            [(0, "1970-01-01"), (59, "1970-03-01"), (11_016, "2000-02-29"), (20_786, "2026-11-29")]
        {
            assert_eq!(Date::from_days(days).to_string(), text);
        }
    }

    #[test]
    fn days_are_read() {
        for text in ["2027-01-31", "2024-02-29", "2027-01-31T10:00:00Z"] {
            assert!(text.parse::<Date>().is_ok_and(|date| text.starts_with(&date.to_string())), "{text}");
        }
        for text in [
            "",
            "2027-1-31",
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
