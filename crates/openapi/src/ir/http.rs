//! Methods, statuses and routes.

use std::fmt;
use std::str::FromStr;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::{Method, Route, StatusSpec};

impl Method {
    /// The name on the wire, for example `DELETE`. Methods are case-sensitive, so a name of 3.2's
    /// `additionalOperations` is kept as it is.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Get => "GET",
            Self::Put => "PUT",
            Self::Post => "POST",
            Self::Delete => "DELETE",
            Self::Options => "OPTIONS",
            Self::Head => "HEAD",
            Self::Patch => "PATCH",
            Self::Trace => "TRACE",
            Self::Query => "QUERY",
            Self::Other(name) => name,
        }
    }

    /// The method that a field of a Path Item Object is for, for example `delete`.
    #[must_use]
    pub fn from_field(field: &str) -> Option<Self> {
        Some(match field {
            "get" => Self::Get,
            "put" => Self::Put,
            "post" => Self::Post,
            "delete" => Self::Delete,
            "options" => Self::Options,
            "head" => Self::Head,
            "patch" => Self::Patch,
            "trace" => Self::Trace,
            "query" => Self::Query,
            _ => return None,
        })
    }
}

impl fmt::Display for Method {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl fmt::Display for StatusSpec {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Code(code) => write!(formatter, "{code}"),
            Self::Range(class) => write!(formatter, "{class}XX"),
            Self::Default => formatter.write_str("default"),
        }
    }
}

/// A text that is no [`StatusSpec`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a status is a code from 100 to 599, a class such as `2XX`, or `default`")]
pub struct InvalidStatus;

impl FromStr for StatusSpec {
    type Err = InvalidStatus;

    /// Reads the key of a response. `2xx` in lower case is common and taken as `2XX`.
    fn from_str(text: &str) -> Result<Self, InvalidStatus> {
        if text == "default" {
            return Ok(Self::Default);
        }
        let &[class @ b'1'..=b'5', tens, ones] = text.as_bytes() else {
            return Err(InvalidStatus);
        };
        match (tens, ones) {
            (b'X' | b'x', b'X' | b'x') => Ok(Self::Range(class - b'0')),
            (b'0'..=b'9', b'0'..=b'9') => text.parse().map(Self::Code).map_err(|_| InvalidStatus),
            _ => Err(InvalidStatus),
        }
    }
}

impl StatusSpec {
    /// Whether it speaks of this status. A code is preferred to a range, and a range to `default`; that
    /// is for the caller to see to.
    #[must_use]
    pub fn covers(self, status: u16) -> bool {
        match self {
            Self::Code(code) => code == status,
            Self::Range(class) => status / 100 == u16::from(class),
            Self::Default => true,
        }
    }
}

/// The path, and after a `?` what the query always has, percent-encoded.
impl fmt::Display for Route {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.path)?;
        for (index, (name, value)) in self.query.iter().enumerate() {
            formatter.write_str(if index == 0 { "?" } else { "&" })?;
            utf8_percent_encode(name, RESERVED).fmt(formatter)?;
            if !value.is_empty() {
                formatter.write_str("=")?;
                utf8_percent_encode(value, RESERVED).fmt(formatter)?;
            }
        }
        Ok(())
    }
}

/// A path template with `{}` in place of every parameter: equal for those that are the same on the wire,
/// because the names in a template are not sent.
#[must_use]
pub fn without_names(template: &str) -> String {
    let mut result = String::new();
    let mut rest = template;
    while let Some((before, name)) = rest.split_once('{') {
        result.push_str(before);
        result.push_str("{}");
        rest = name.split_once('}').map_or("", |(_, after)| after);
    }
    result.push_str(rest);
    result
}

/// Everything but RFC 3986's unreserved characters.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

#[cfg(test)]
mod tests {
    use super::{InvalidStatus, StatusSpec, without_names};

    #[test]
    fn templates_without_names() {
        assert_eq!(without_names("/a/{id}/b/{key}"), "/a/{}/b/{}");
        assert_eq!(without_names("/a/{id"), "/a/{}");
        assert_eq!(without_names("/a"), "/a");
    }

    #[test]
    fn statuses_read_and_write() {
        for text in ["200", "599", "4XX", "default"] {
            assert_eq!(text.parse::<StatusSpec>().map(|status| status.to_string()).as_deref(), Ok(text));
        }
        assert_eq!("2xx".parse(), Ok(StatusSpec::Range(2)));
        for text in ["", "20", "2000", "600", "099", "6XX", "2X0", "+20", "Default", "２００"] {
            assert_eq!(text.parse::<StatusSpec>(), Err(InvalidStatus), "{text}");
        }
    }
}
