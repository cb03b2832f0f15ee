//! Parameters as text, in the styles of `OpenAPI` (RFC 6570).

use std::fmt::Write as _;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;
use serde_json::Value;

use super::error::RequestError;
use super::operation::Operation;
use super::pending::NotBuilt;

/// Everything but RFC 3986's unreserved characters.
const UNRESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// With `allowReserved`, reserved characters stay, except those that would end or split the query.
const RESERVED: &AsciiSet = &UNRESERVED
    .remove(b':')
    .remove(b'/')
    .remove(b'?')
    .remove(b'@')
    .remove(b'!')
    .remove(b'$')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')')
    .remove(b'*')
    .remove(b',')
    .remove(b';');

/// Percent-encodes a path segment. Used by the generated wire operations too: a backslash must be
/// encoded, because URL parsers take it for a slash.
pub(crate) fn encode_path(segment: &str) -> String {
    utf8_percent_encode(segment, UNRESERVED).to_string()
}

/// Percent-encodes a part of a query.
pub(crate) fn encode_query(text: &str, allow_reserved: bool) -> String {
    utf8_percent_encode(text, if allow_reserved { RESERVED } else { UNRESERVED }).to_string()
}

/// A parameter's value without a style.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Plain {
    Absent,
    Scalar(String),
    List(Vec<String>),
    Members(Vec<(String, String)>),
}

impl Plain {
    pub(crate) fn of(value: &impl Serialize) -> Result<Self, String> {
        let value = serde_json::to_value(value).map_err(|error| error.to_string())?;
        Ok(match value {
            Value::Null => Self::Absent,
            Value::Array(items) => Self::List(items.into_iter().map(scalar_text).collect()),
            Value::Object(members) => {
                Self::Members(members.into_iter().map(|(name, value)| (name, scalar_text(value))).collect())
            }
            scalar => Self::Scalar(scalar_text(scalar)),
        })
    }
}

/// Nested values have no form in RFC 6570; JSON is what servers that accept them expect.
fn scalar_text(value: Value) -> String {
    match value {
        Value::String(text) => text,
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

/// A generated operation's parameter, for messages.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Named {
    /// The operation.
    pub(crate) operation: &'static Operation,
    /// The parameter's name on the wire.
    pub(crate) name: &'static str,
}

impl Named {
    pub(crate) fn refuse(self, why: &str) -> RequestError {
        let name = self.name;
        RequestError { operation: self.operation, why: format!("the parameter {name} {why}") }
    }

    /// Style `simple`: `a`, `a,b`, `k,v` or, exploded, `k=v`.
    pub(crate) fn simple(self, value: &impl Serialize, explode: bool) -> Result<String, RequestError> {
        let plain = Plain::of(value).map_err(|why| self.refuse(&why))?;
        Ok(simple(&plain, explode, &|text| text.to_owned()))
    }

    /// Refuses a whole path segment that would lead to another resource: an empty one, and the
    /// dots that URL parsers resolve even when they are percent-encoded.
    pub(crate) fn segment(self, text: &str) -> Result<(), RequestError> {
        match text {
            "" => Err(self.refuse("is empty, and the path would be another one")),
            "." | ".." => Err(self.refuse("is made of dots, and the path would be another one")),
            _ => Ok(()),
        }
    }
}

/// A value as one text, for a parameter of an operation's method.
pub(crate) fn text(name: &str, value: &impl Serialize) -> Result<String, NotBuilt> {
    written(name, value, false)
}

/// The same with `k=v` for members.
pub(crate) fn exploded(name: &str, value: &impl Serialize) -> Result<String, NotBuilt> {
    written(name, value, true)
}

fn written(name: &str, value: &impl Serialize, explode: bool) -> Result<String, NotBuilt> {
    let plain = Plain::of(value).map_err(|why| refused(name, &why))?;
    Ok(simple(&plain, explode, &str::to_owned))
}

/// The items of a list, for an exploded query parameter.
pub(crate) fn list(name: &str, value: &impl Serialize) -> Result<Vec<String>, NotBuilt> {
    match Plain::of(value).map_err(|why| refused(name, &why))? {
        Plain::Absent => Ok(Vec::new()),
        Plain::Scalar(text) => Ok(vec![text]),
        Plain::List(items) => Ok(items),
        Plain::Members(_) => Err(refused(name, "is not a list")),
    }
}

/// A value that is a whole path segment. Refused is what would lead to another resource: an empty
/// one, and the dots that URL parsers resolve even when they are percent-encoded.
pub(crate) fn segment(name: &str, value: &impl Serialize) -> Result<String, NotBuilt> {
    let text = text(name, value)?;
    match text.as_str() {
        "" => Err(refused(name, "is empty, and the path would be another one")),
        "." | ".." => Err(refused(name, "is made of dots, and the path would be another one")),
        _ => Ok(text),
    }
}

/// What `write` makes of a parameter that may be left out.
pub(crate) fn optional<V, T>(
    write: impl FnOnce(&str, &V) -> Result<T, NotBuilt>,
    name: &str,
    value: Option<&V>,
) -> Result<Option<T>, NotBuilt> {
    value.map(|value| write(name, value)).transpose()
}

fn refused(name: &str, why: &str) -> NotBuilt {
    NotBuilt(format!("the parameter {name} {why}"))
}

/// Joins by comma; names and values pass through `encode`.
pub(crate) fn simple(plain: &Plain, explode: bool, encode: &dyn Fn(&str) -> String) -> String {
    joined(plain, ",", if explode { "=" } else { "," }, encode)
}

fn joined(plain: &Plain, separator: &str, between: &str, encode: &dyn Fn(&str) -> String) -> String {
    match plain {
        Plain::Absent => String::new(),
        Plain::Scalar(text) => encode(text),
        Plain::List(items) => items.iter().map(|item| encode(item)).collect::<Vec<_>>().join(separator),
        Plain::Members(members) => {
            let pair =
                |(name, value): &(String, String)| format!("{}{between}{}", encode(name), encode(value));
            members.iter().map(pair).collect::<Vec<_>>().join(separator)
        }
    }
}

/// How a path parameter is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PathStyle {
    Simple,
    Label,
    Matrix,
}

/// A path parameter in its style, percent-encoded.
pub(crate) fn path(name: &str, plain: &Plain, style: PathStyle, explode: bool) -> String {
    let encode = |text: &str| encode_path(text);
    match style {
        PathStyle::Simple => simple(plain, explode, &encode),
        PathStyle::Label => {
            let (separator, between) = if explode { (".", "=") } else { (",", ",") };
            format!(".{}", joined(plain, separator, between, &encode))
        }
        PathStyle::Matrix => match (plain, explode) {
            (Plain::Absent, _) => String::new(),
            (Plain::List(items), true) => items.iter().fold(String::new(), |mut text, item| {
                let _ = write!(text, ";{}={}", encode(name), encode(item));
                text
            }),
            (Plain::Members(members), true) => {
                members.iter().fold(String::new(), |mut text, (name, value)| {
                    let _ = write!(text, ";{}={}", encode(name), encode(value));
                    text
                })
            }
            _ => format!(";{}={}", encode(name), joined(plain, ",", ",", &encode)),
        },
    }
}

/// How a query parameter is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum QueryStyle {
    Form,
    SpaceDelimited,
    PipeDelimited,
    DeepObject,
}

/// A query parameter in its style, percent-encoded: `name=value` pairs joined by `&`.
pub(crate) fn query(
    name: &str,
    plain: &Plain,
    style: QueryStyle,
    explode: bool,
    allow_reserved: bool,
) -> String {
    let encode = |text: &str| encode_query(text, allow_reserved);
    let pair = |name: &str, value: &str| format!("{}={}", encode_query(name, false), encode(value));
    match (style, plain, explode) {
        (_, Plain::Absent, _) => String::new(),
        (QueryStyle::DeepObject, Plain::Members(members), _) => {
            let pairs = members.iter().map(|(key, value)| pair(&format!("{name}[{key}]"), value));
            pairs.collect::<Vec<_>>().join("&")
        }
        (_, Plain::List(items), true) => {
            items.iter().map(|item| pair(name, item)).collect::<Vec<_>>().join("&")
        }
        (_, Plain::Members(members), true) => {
            members.iter().map(|(key, value)| pair(key, value)).collect::<Vec<_>>().join("&")
        }
        (style, plain, _) => {
            // The delimiter itself is not data: a comma stays, the others have no literal form.
            let delimiter = match style {
                QueryStyle::SpaceDelimited => "%20",
                QueryStyle::PipeDelimited => "%7C",
                QueryStyle::Form | QueryStyle::DeepObject => ",",
            };
            let value = joined(plain, delimiter, delimiter, &encode);
            format!("{}={value}", encode_query(name, false))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list() -> Plain {
        Plain::List(vec!["blue".to_owned(), "a/b".to_owned()])
    }

    fn members() -> Plain {
        Plain::Members(vec![("R".to_owned(), "100".to_owned()), ("G".to_owned(), "2".to_owned())])
    }

    #[test]
    fn path_styles() {
        for (style, explode, of_list, of_members) in [
            (PathStyle::Simple, false, "blue,a%2Fb", "R,100,G,2"),
            (PathStyle::Simple, true, "blue,a%2Fb", "R=100,G=2"),
            (PathStyle::Label, false, ".blue,a%2Fb", ".R,100,G,2"),
            (PathStyle::Label, true, ".blue.a%2Fb", ".R=100.G=2"),
            (PathStyle::Matrix, false, ";c=blue,a%2Fb", ";c=R,100,G,2"),
            (PathStyle::Matrix, true, ";c=blue;c=a%2Fb", ";R=100;G=2"),
        ] {
            assert_eq!(path("c", &list(), style, explode), of_list, "{style:?} {explode}");
            assert_eq!(path("c", &members(), style, explode), of_members, "{style:?} {explode}");
        }
    }

    #[test]
    fn query_styles() {
        for (style, explode, of_list, of_members) in [
            (QueryStyle::Form, false, "c=blue,a%2Fb", "c=R,100,G,2"),
            (QueryStyle::Form, true, "c=blue&c=a%2Fb", "R=100&G=2"),
            (QueryStyle::SpaceDelimited, false, "c=blue%20a%2Fb", "c=R%20100%20G%202"),
            (QueryStyle::PipeDelimited, false, "c=blue%7Ca%2Fb", "c=R%7C100%7CG%7C2"),
            (QueryStyle::DeepObject, true, "c=blue&c=a%2Fb", "c%5BR%5D=100&c%5BG%5D=2"),
        ] {
            assert_eq!(query("c", &list(), style, explode, false), of_list, "{style:?}");
            assert_eq!(query("c", &members(), style, explode, false), of_members, "{style:?}");
        }
        let reserved = Plain::Scalar("a/b?c&d#e".to_owned());
        let written = query("q", &reserved, QueryStyle::Form, true, true);
        assert_eq!(written, "q=a/b?c%26d%23e");
    }

    #[test]
    fn a_backslash_is_no_slash() {
        assert_eq!(encode_path(r"a\..\b c%"), "a%5C..%5Cb%20c%25");
    }
}
