//! Texts of a `format`.

use std::net::{Ipv4Addr, Ipv6Addr};

/// A format that makes other texts invalid where a document asserts its formats.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// `date-time` (RFC 3339)
    DateTime,
    /// `date` (RFC 3339)
    Date,
    /// `time` (RFC 3339)
    Time,
    /// `duration` (ISO 8601, as RFC 3339 has it)
    Duration,
    /// `email` (RFC 5321)
    Email,
    /// `hostname` (RFC 1123)
    Hostname,
    /// `ipv4`
    Ipv4,
    /// `ipv6`
    Ipv6,
    /// `uri` (RFC 3986, with a scheme)
    Uri,
    /// `uri-reference` (RFC 3986)
    UriReference,
    /// `uuid` (RFC 4122)
    Uuid,
    /// `json-pointer` (RFC 6901)
    JsonPointer,
}

impl Format {
    /// The name in documents.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::DateTime => "date-time",
            Self::Date => "date",
            Self::Time => "time",
            Self::Duration => "duration",
            Self::Email => "email",
            Self::Hostname => "hostname",
            Self::Ipv4 => "ipv4",
            Self::Ipv6 => "ipv6",
            Self::Uri => "uri",
            Self::UriReference => "uri-reference",
            Self::Uuid => "uuid",
            Self::JsonPointer => "json-pointer",
        }
    }

    /// Whether the text is of this format.
    #[must_use]
    pub fn fits(self, text: &str) -> bool {
        match self {
            Self::DateTime => is_date_time(text),
            Self::Date => is_date(text),
            Self::Time => time(text).is_some(),
            Self::Duration => is_duration(text),
            Self::Email => is_email(text),
            Self::Hostname => is_hostname(text),
            Self::Ipv4 => text.parse::<Ipv4Addr>().is_ok(),
            Self::Ipv6 => text.parse::<Ipv6Addr>().is_ok(),
            Self::Uri => is_uri(text),
            Self::UriReference => is_uri_reference(text),
            Self::Uuid => is_uuid(text),
            Self::JsonPointer => is_json_pointer(text),
        }
    }
}

/// A number of exactly so many digits at the beginning, and what follows.
fn digits(text: &str, count: usize) -> Option<(u32, &str)> {
    let (number, rest) = text.split_at_checked(count)?;
    let all = number.bytes().all(|byte| byte.is_ascii_digit());
    all.then(|| number.parse().ok()).flatten().map(|number| (number, rest))
}

fn is_date_time(text: &str) -> bool {
    let Some((date, rest)) = text.split_at_checked(10) else { return false };
    is_date(date) && rest.strip_prefix(['T', 't']).is_some_and(|rest| time(rest).is_some())
}

fn is_date(text: &str) -> bool {
    let read = || {
        let (year, rest) = digits(text, 4)?;
        let (month, rest) = digits(rest.strip_prefix('-')?, 2)?;
        let (day, rest) = digits(rest.strip_prefix('-')?, 2)?;
        Some((year, month, day, rest))
    };
    let Some((year, month, day, "")) = read() else { return false };
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return false,
    };
    (1..=days).contains(&day)
}

/// A time with its offset.
fn time(text: &str) -> Option<()> {
    let (hour, rest) = digits(text, 2)?;
    let (minute, rest) = digits(rest.strip_prefix(':')?, 2)?;
    let (second, mut rest) = digits(rest.strip_prefix(':')?, 2)?;
    if let Some(fraction) = rest.strip_prefix('.') {
        let count = fraction.bytes().take_while(u8::is_ascii_digit).count();
        rest = &fraction[count..];
        if count == 0 {
            return None;
        }
    }
    let offset = match rest {
        "Z" | "z" => 0,
        _ => {
            let sign = if rest.starts_with('-') { -1 } else { 1 };
            let (hours, rest) = digits(rest.strip_prefix(['+', '-'])?, 2)?;
            let (minutes, rest) = digits(rest.strip_prefix(':')?, 2)?;
            if hours > 23 || minutes > 59 || !rest.is_empty() {
                return None;
            }
            sign * i64::from(hours * 60 + minutes)
        }
    };
    let in_day = hour < 24 && minute < 60 && second < 60;
    // A leap second ends a day in UTC.
    let utc = (i64::from(hour * 60 + minute) - offset).rem_euclid(24 * 60);
    let leap = hour < 24 && minute < 60 && second == 60 && utc == 24 * 60 - 1;
    (in_day || leap).then_some(())
}

/// `P1Y2M3DT4H5M6S` in this order and without gaps between units, or `P7W`.
fn is_duration(text: &str) -> bool {
    let Some(rest) = text.strip_prefix('P') else { return false };
    if let Some(weeks) = rest.strip_suffix('W') {
        return !weeks.is_empty() && weeks.bytes().all(|byte| byte.is_ascii_digit());
    }
    let (date, time) = rest.split_once('T').map_or((rest, None), |(date, time)| (date, Some(time)));
    let date_fits = date.is_empty() || are_amounts(date, "YMD");
    let time_fits = time.is_none_or(|time| are_amounts(time, "HMS"));
    date_fits && time_fits && !(date.is_empty() && time.is_none())
}

/// Amounts with units that follow each other as they do in `units`.
fn are_amounts(mut text: &str, units: &str) -> bool {
    let mut next: Option<usize> = None;
    loop {
        let count = text.bytes().take_while(u8::is_ascii_digit).count();
        let unit = text[count..].chars().next().and_then(|unit| units.find(unit));
        let Some(unit) = unit.filter(|unit| count > 0 && next.is_none_or(|next| next == *unit)) else {
            return false;
        };
        next = Some(unit + 1);
        text = &text[count + 1..];
        if text.is_empty() {
            return true;
        }
    }
}

fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else { return false };
    let local_fits = match local.strip_prefix('"').and_then(|local| local.strip_suffix('"')) {
        Some(quoted) => is_quoted(quoted),
        None => local.split('.').all(|atom| !atom.is_empty() && atom.bytes().all(is_atom_byte)),
    };
    let literal = domain.strip_prefix('[').and_then(|domain| domain.strip_suffix(']'));
    let domain_fits = match literal {
        Some(address) => match address.strip_prefix("IPv6:") {
            Some(address) => address.parse::<Ipv6Addr>().is_ok(),
            None => address.parse::<Ipv4Addr>().is_ok(),
        },
        None => is_hostname(domain),
    };
    local_fits && domain_fits
}

/// Text between quotes, in which a backslash stands before quotes and backslashes.
fn is_quoted(text: &str) -> bool {
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        let fits = match byte {
            b'\\' => bytes.next().is_some_and(|byte| (b' '..=b'~').contains(&byte)),
            b'"' => false,
            other => (b' '..=b'~').contains(&other),
        };
        if !fits {
            return false;
        }
    }
    true
}

fn is_atom_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&byte)
}

fn is_hostname(text: &str) -> bool {
    let label_fits = |label: &str| {
        let inside = label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        (1..=63).contains(&label.len()) && inside && !label.starts_with('-') && !label.ends_with('-')
    };
    text.len() <= 253 && text.split('.').all(label_fits)
}

fn is_uri(text: &str) -> bool {
    text.split_once(':').is_some_and(|(scheme, _)| is_scheme(scheme)) && is_uri_reference(text)
}

fn is_scheme(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_alphabetic())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
}

fn is_uri_reference(text: &str) -> bool {
    let (rest, fragment) = text.split_once('#').map_or((text, ""), |(rest, fragment)| (rest, fragment));
    let (rest, query) = rest.split_once('?').unwrap_or((rest, ""));
    if !(has_only(fragment, b"/?:@") && has_only(query, b"/?:@")) {
        return false;
    }
    let (scheme, rest) = match rest.split_once(':') {
        Some((scheme, rest)) if is_scheme(scheme) => (true, rest),
        _ => (false, rest),
    };
    let (authority, path) = match rest.strip_prefix("//") {
        Some(rest) => {
            let end = rest.find('/').unwrap_or(rest.len());
            (Some(&rest[..end]), &rest[end..])
        }
        None => (None, rest),
    };
    // Without a scheme, a colon in the first segment would be the end of one.
    let first_segment = path.split('/').next().unwrap_or_default();
    authority.is_none_or(is_authority)
        && has_only(path, b"/:@")
        && (scheme || authority.is_some() || !first_segment.contains(':'))
}

fn is_authority(text: &str) -> bool {
    let (user, host) = text.rsplit_once('@').map_or(("", text), |(user, host)| (user, host));
    let (host, port) = match host.strip_prefix('[').and_then(|host| host.split_once(']')) {
        Some((address, port)) => {
            let known = address.parse::<Ipv6Addr>().is_ok() || address.starts_with(['v', 'V']);
            if !(known && (port.is_empty() || port.starts_with(':'))) {
                return false;
            }
            ("", port.trim_start_matches(':'))
        }
        None => host.rsplit_once(':').unwrap_or((host, "")),
    };
    has_only(user, b":") && has_only(host, b"") && port.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether all characters are RFC 3986's unreserved ones and sub-delimiters, percent-encoded, or among
/// `others`.
fn has_only(text: &str, others: &[u8]) -> bool {
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        let fits = match byte {
            b'%' => (0..2).all(|_| bytes.next().is_some_and(|byte| byte.is_ascii_hexdigit())),
            _ => byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=".contains(&byte) || others.contains(&byte),
        };
        if !fits {
            return false;
        }
    }
    true
}

fn is_uuid(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let lengths = parts.iter().map(|part| part.len());
    lengths.eq([8, 4, 4, 4, 12]) && parts.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

fn is_json_pointer(text: &str) -> bool {
    let escapes_fit = text.split('~').skip(1).all(|rest| rest.starts_with(['0', '1']));
    (text.is_empty() || text.starts_with('/')) && escapes_fit
}
