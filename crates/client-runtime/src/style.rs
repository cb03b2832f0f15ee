//! The styles of `OpenAPI` (RFC 6570): a value in its place.

use std::fmt::Write as _;

use super::parameter::{Plain, Reading, Refused, empty, encode_path, encode_query};

/// What joins the parts of a value.
#[derive(Clone, Copy)]
struct Delimiter {
    /// Between items, and between members.
    between: &'static str,
    /// Between the name and the value of a member.
    pair: &'static str,
    /// A character that the encoding leaves as it is, or that looks like the delimiter afterwards:
    /// no part may have it.
    unfit: Option<char>,
    /// Is `=` such a character in a member's name?
    unfit_equals: bool,
}

impl Delimiter {
    const fn encoded(between: &'static str, explode: bool) -> Self {
        let pair = if explode { "=" } else { between };
        Self { between, pair, unfit: None, unfit_equals: false }
    }
}

fn joined(
    plain: &Plain,
    delimiter: Delimiter,
    single_or_list: bool,
    encode: &dyn Fn(&str) -> String,
) -> Result<String, Refused> {
    let fit = |text: &str| match delimiter.unfit {
        Some(unfit) if text.contains(unfit) => {
            Err(format!("has a part with {unfit:?}, which separates the parts in this style"))
        }
        _ => Ok(encode(text)),
    };
    match plain {
        Plain::Scalar(text) if single_or_list => fit(text),
        Plain::Scalar(text) => Ok(encode(text)),
        Plain::List(items) if *items == [""] => {
            Err("is a list of one empty text, which looks like an empty list".to_owned())
        }
        Plain::List(items) => {
            Ok(items.iter().map(|item| fit(item)).collect::<Result<Vec<_>, _>>()?.join(delimiter.between))
        }
        Plain::Members(members) => {
            let pair = |(name, value): &(String, String)| {
                if delimiter.unfit_equals && name.contains('=') {
                    return Err(format!("has a member {name:?}, whose name would end at the equals sign"));
                }
                Ok(format!("{}{}{}", fit(name)?, delimiter.pair, fit(value)?))
            };
            Ok(members.iter().map(pair).collect::<Result<Vec<_>, _>>()?.join(delimiter.between))
        }
    }
}

/// How a path parameter is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the variants are the specification's own words")]
pub enum PathStyle {
    Simple,
    Label,
    Matrix,
}

/// A path parameter in its style, percent-encoded.
pub(crate) fn path(
    name: &str,
    plain: &Plain,
    style: PathStyle,
    explode: bool,
    reading: &Reading,
) -> Result<String, Refused> {
    let encode = |text: &str| encode_path(text);
    let single = reading.single_or_list;
    match style {
        PathStyle::Simple => joined(plain, Delimiter::encoded(",", explode), single, &encode),
        PathStyle::Label if explode => {
            let delimiter = Delimiter { unfit: Some('.'), ..Delimiter::encoded(".", true) };
            Ok(format!(".{}", joined(plain, delimiter, single, &encode)?))
        }
        PathStyle::Label => {
            Ok(format!(".{}", joined(plain, Delimiter::encoded(",", false), single, &encode)?))
        }
        PathStyle::Matrix => match (plain, explode) {
            (Plain::List(items), true) => {
                let pairs = items.iter().map(|item| (name, item.as_str()));
                matrix(pairs, "list")
            }
            (Plain::Members(members), true) => {
                let pairs = members.iter().map(|(name, value)| (name.as_str(), value.as_str()));
                matrix(pairs, "object")
            }
            _ => {
                let value = joined(plain, Delimiter::encoded(",", false), single, &encode)?;
                let equals = if value.is_empty() { "" } else { "=" };
                Ok(format!(";{}{equals}{value}", encode(name)))
            }
        },
    }
}

fn matrix<'v>(pairs: impl Iterator<Item = (&'v str, &'v str)>, kind: &str) -> Result<String, Refused> {
    let mut text = String::new();
    for (name, value) in pairs {
        let equals = if value.is_empty() { "" } else { "=" };
        let _ = write!(text, ";{}{equals}{}", encode_path(name), encode_path(value));
    }
    if text.is_empty() { Err(empty(kind)) } else { Ok(text) }
}

/// How a query parameter is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the variants are the specification's own words")]
pub enum QueryStyle {
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
    (explode, allow_reserved): (bool, bool),
    reading: &Reading,
) -> Result<String, Refused> {
    match (plain, explode) {
        (Plain::List(items), true) => {
            pairs(items.iter().map(|item| (name, item.as_str())), allow_reserved, "list")
        }
        (Plain::Members(members), true) => {
            let members = members.iter().map(|(name, value)| (name.as_str(), value.as_str()));
            pairs(members, allow_reserved, "object")
        }
        (plain, _) => {
            // Where a comma separates, one that is data must not stand as it is.
            let commas = matches!(plain, Plain::Scalar(_)) && !reading.single_or_list;
            let encode = |text: &str| {
                let text = encode_query(text, allow_reserved);
                if commas { text } else { text.replace(',', "%2C") }
            };
            let delimiter = match style {
                QueryStyle::SpaceDelimited => {
                    Delimiter { unfit: Some(' '), ..Delimiter::encoded("%20", false) }
                }
                QueryStyle::PipeDelimited => {
                    Delimiter { unfit: Some('|'), ..Delimiter::encoded("%7C", false) }
                }
                QueryStyle::Form | QueryStyle::DeepObject => Delimiter::encoded(",", false),
            };
            let value = joined(plain, delimiter, reading.single_or_list, &encode)?;
            Ok(format!("{}={value}", encode_query(name, false)))
        }
    }
}

/// Pairs of a query, percent-encoded. Without any, a server would see nothing.
pub(crate) fn pairs<'v>(
    pairs: impl Iterator<Item = (&'v str, &'v str)>,
    allow_reserved: bool,
    kind: &str,
) -> Result<String, Refused> {
    let pair =
        |(name, value)| format!("{}={}", encode_query(name, false), encode_query(value, allow_reserved));
    let text = pairs.map(pair).collect::<Vec<_>>().join("&");
    if text.is_empty() { Err(empty(kind)) } else { Ok(text) }
}

/// Style `simple` in a header, where nothing is encoded.
pub(crate) fn header(plain: &Plain, explode: bool, reading: &Reading) -> Result<String, Refused> {
    let text = match plain {
        // A list of JSON values is read as JSON.
        Plain::List(items) if reading.json_items() => items.join(","),
        _ => {
            let delimiter =
                Delimiter { unfit: Some(','), unfit_equals: explode, ..Delimiter::encoded(",", explode) };
            joined(plain, delimiter, reading.single_or_list, &|text| text.to_owned())?
        }
    };
    let blank = |text: &str| text.starts_with([' ', '\t']) || text.ends_with([' ', '\t']);
    let inner = match plain {
        Plain::Scalar(_) => false,
        Plain::List(items) => items.iter().any(|item| blank(item)),
        Plain::Members(members) => members.iter().any(|(name, value)| blank(name) || blank(value)),
    };
    if inner || blank(&text) {
        return Err("has a blank at an end, which headers do not keep".to_owned());
    }
    Ok(text)
}

/// How the value of a cookie is encoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CookieStyle {
    /// Style `form`: percent-encoded.
    Form,
    /// Style `cookie`: as it is.
    Raw,
}

/// A cookie parameter: `name=value` pairs.
pub(crate) fn cookie(
    name: &str,
    plain: &Plain,
    style: CookieStyle,
    explode: bool,
    reading: &Reading,
) -> Result<Vec<String>, Refused> {
    let encode = |text: &str| match style {
        CookieStyle::Form => encode_query(text, false),
        CookieStyle::Raw => text.to_owned(),
    };
    let list = match (plain, explode) {
        (Plain::List(items), true) if items.is_empty() => return Err(empty("list")),
        (Plain::Members(members), true) if members.is_empty() => return Err(empty("object")),
        (Plain::List(items), true) => items.iter().map(|item| (name, encode(item))).collect(),
        (Plain::Members(members), true) => {
            members.iter().map(|(name, value)| (name.as_str(), encode(value))).collect()
        }
        _ => {
            let unfit = (style == CookieStyle::Raw).then_some(',');
            let delimiter = Delimiter { unfit, ..Delimiter::encoded(",", false) };
            vec![(name, joined(plain, delimiter, reading.single_or_list, &encode)?)]
        }
    };
    let fit = |text: &str| !text.contains(|c: char| c.is_ascii_control() || c == ';');
    for (name, value) in &list {
        if !fit(value) || value.contains(' ') || !fit(name) || name.contains(['=', ' ', ',']) {
            return Err("has a character that no cookie can hold".to_owned());
        }
    }
    Ok(list.into_iter().map(|(name, value)| format!("{name}={value}")).collect())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;

    const PLAIN: &Reading = &Reading::PLAIN;

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
            assert_eq!(path("c", &list(), style, explode, PLAIN).unwrap(), of_list, "{style:?} {explode}");
            assert_eq!(
                path("c", &members(), style, explode, PLAIN).unwrap(),
                of_members,
                "{style:?} {explode}"
            );
        }
        let empty = Plain::Scalar(String::new());
        assert_eq!(path("c", &empty, PathStyle::Matrix, true, PLAIN).unwrap(), ";c");
    }

    #[test]
    fn query_styles() {
        for (style, explode, of_list, of_members) in [
            (QueryStyle::Form, false, "c=blue,a%2Fb", "c=R,100,G,2"),
            (QueryStyle::Form, true, "c=blue&c=a%2Fb", "R=100&G=2"),
            (QueryStyle::SpaceDelimited, false, "c=blue%20a%2Fb", "c=R%20100%20G%202"),
            (QueryStyle::PipeDelimited, false, "c=blue%7Ca%2Fb", "c=R%7C100%7CG%7C2"),
        ] {
            assert_eq!(query("c", &list(), style, (explode, false), PLAIN).unwrap(), of_list, "{style:?}");
            assert_eq!(
                query("c", &members(), style, (explode, false), PLAIN).unwrap(),
                of_members,
                "{style:?}"
            );
        }
        let reserved = Plain::Scalar("a/b?c&d#e,f".to_owned());
        let written = query("q", &reserved, QueryStyle::Form, (true, true), PLAIN);
        assert_eq!(written.unwrap(), "q=a/b?c%26d%23e,f");
        let reserved = Plain::List(vec!["a/b,c".to_owned(), "d".to_owned()]);
        let written = query("q", &reserved, QueryStyle::Form, (false, true), PLAIN);
        assert_eq!(written.unwrap(), "q=a/b%2Cc,d");
    }

    #[test]
    fn what_a_style_cannot_tell_apart_is_refused() {
        let list = |items: &[&str]| Plain::List(items.iter().map(|item| (*item).to_owned()).collect());
        assert!(query("q", &list(&[]), QueryStyle::Form, (true, false), PLAIN).is_err());
        assert_eq!(query("q", &list(&[]), QueryStyle::Form, (false, false), PLAIN).unwrap(), "q=");
        assert!(query("q", &list(&[""]), QueryStyle::Form, (false, false), PLAIN).is_err());
        assert!(query("q", &list(&["a b"]), QueryStyle::SpaceDelimited, (false, false), PLAIN).is_err());
        assert!(query("q", &list(&["a|b"]), QueryStyle::PipeDelimited, (false, false), PLAIN).is_err());
        assert!(path("q", &list(&["1.5"]), PathStyle::Label, true, PLAIN).is_err());
        assert!(header(&list(&["a,b"]), false, PLAIN).is_err());
        assert!(header(&Plain::Scalar(" a".to_owned()), false, PLAIN).is_err());
        assert!(cookie("c", &Plain::Scalar("a;b".to_owned()), CookieStyle::Raw, false, PLAIN).is_err());
        let either = Reading { single_or_list: true, ..Reading::PLAIN };
        assert!(header(&Plain::Scalar("a,b".to_owned()), false, &either).is_err());
    }
}
