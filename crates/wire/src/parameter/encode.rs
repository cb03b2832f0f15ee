//! The styles of `OpenAPI` (RFC 6570): from a value to its text.

use std::fmt::Write as _;

use serde::Serialize;

use super::deep_object;
use super::spec::{Form, ParameterIn, ParameterSpec, Style};
use super::text::{Refusal, empty, encode_path, encode_query, json, leaf_text, owned_leaf_text};
use crate::json::{Json, Types};

impl ParameterSpec {
    /// The parameter as it is sent: the text in the path, the pairs of a query joined by `&`, the
    /// value of a header, or the pairs of a cookie header joined by `; `.
    ///
    /// # Errors
    /// When the value has no text in this style.
    pub fn encode(&self, value: &impl Serialize) -> Result<String, Refusal> {
        match (self.style, self.location) {
            (Style::Json, ParameterIn::Path) => Ok(encode_path(&json_text(value)?)),
            (Style::Json, ParameterIn::Query) => {
                Ok(format!("{}={}", encode_query(self.name, false), encode_query(&json_text(value)?, false)))
            }
            (Style::Json, ParameterIn::Header) => json_text(value),
            (Style::Json, ParameterIn::Cookie) => cookie(self, &TextValue::Scalar(json_text(value)?)),
            (Style::QueryStringJson, _) => Ok(encode_query(&json_text(value)?, false)),
            (Style::QueryStringText, _) => match TextValue::of(value, &self.form)? {
                TextValue::Scalar(text) if text.is_empty() => Err(empty("text")),
                TextValue::Scalar(text) => Ok(encode_query(&text, false)),
                _ => Ok(encode_query(&json_text(value)?, false)),
            },
            (Style::QueryString, _) => match self.fields.map(|fields| fields.encode(value)).transpose()? {
                None => pairs(as_strs(&query_string(value, &self.form)?), false, "object"),
                Some(text) if text.is_empty() => Err(empty("object")),
                Some(text) => Ok(text),
            },
            (Style::DeepObject, _) => {
                let found = deep_object::encode(self.name, &json(value)?, &self.form)?;
                pairs(as_strs(&found), self.reserved, "object")
            }
            (_, location) => {
                let value = TextValue::of(value, &self.form)?;
                match location {
                    ParameterIn::Path => path(self, value),
                    ParameterIn::Query => query(self, &value),
                    ParameterIn::Header => header(self, &value),
                    ParameterIn::Cookie => cookie(self, &value),
                }
            }
        }
    }
}

/// A parameter's value as text, without a style.
#[derive(Clone, Debug, PartialEq, Eq)]
enum TextValue {
    Scalar(String),
    List(Vec<String>),
    Members(Vec<(String, String)>),
}

impl TextValue {
    fn of(value: &impl Serialize, form: &Form) -> Result<Self, Refusal> {
        let as_json = |types| form.scalar.has(types);
        match json(value)? {
            Json::Array(items) if form.items.is_some() || !as_json(Types::ARRAY) => {
                match items.as_slice() {
                    [] if form.is_single_or_list() => Err(empty("list")),
                    // A list of one item is written as that item is alone, and means the same.
                    [Json::String(only)] if only.is_empty() && form.is_single_or_list() => {
                        Ok(Self::Scalar(String::new()))
                    }
                    items => Ok(Self::List(items.iter().map(leaf_text).collect::<Result<_, _>>()?)),
                }
            }
            Json::Object(members) if form.members.is_some() || !as_json(Types::OBJECT) => {
                let members = members.iter().map(|(name, value)| {
                    check_name(name, form)?;
                    Ok((name.to_string(), leaf_text(value)?))
                });
                Ok(Self::Members(members.collect::<Result<_, Refusal>>()?))
            }
            other => Ok(Self::Scalar(owned_leaf_text(other)?)),
        }
    }
}

/// The pairs of a whole query: a list is one pair for each item.
fn query_string(value: &impl Serialize, form: &Form) -> Result<Vec<(String, String)>, Refusal> {
    let Json::Object(members) = json(value)? else {
        return Err("is no object, and only its members can make a query".to_owned());
    };
    let mut pairs = Vec::new();
    for (name, value) in members {
        check_name(&name, form)?;
        match value {
            Json::Array(items) if items.is_empty() => return Err(empty("list")),
            Json::Array(items) => {
                for item in items {
                    pairs.push((name.to_string(), leaf_text(&item)?));
                }
            }
            value => pairs.push((name.into_owned(), leaf_text(&value)?)),
        }
    }
    Ok(pairs)
}

fn as_strs(pairs: &[(String, String)]) -> impl Iterator<Item = (&str, &str)> {
    pairs.iter().map(|(name, value)| (name.as_str(), value.as_str()))
}

fn check_name(name: &str, form: &Form) -> Result<(), Refusal> {
    if name.is_empty() {
        return Err("has a member without a name".to_owned());
    }
    if form.members.is_some_and(|members| members.is_foreign(name)) {
        return Err(format!("has the member {name}, which is the name of another parameter"));
    }
    Ok(())
}

fn json_text(value: &impl Serialize) -> Result<String, Refusal> {
    serde_json::to_string(value).map_err(|error| error.to_string())
}

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
    /// Whether `=` is such a character in a member's name.
    unfit_equals: bool,
}

impl Delimiter {
    const fn encoded(between: &'static str, explode: bool) -> Self {
        let pair = if explode { "=" } else { between };
        Self { between, pair, unfit: None, unfit_equals: false }
    }
}

/// The parts of a list or an object are kept apart. A single value is not taken apart unless it may be
/// a list as well, and then either is a value that the document allows.
fn joined(
    value: &TextValue,
    delimiter: Delimiter,
    encode: &dyn Fn(&str) -> String,
) -> Result<String, Refusal> {
    let fit = |text: &str| match delimiter.unfit {
        Some(unfit) if text.contains(unfit) => {
            Err(format!("has a part with {unfit:?}, which separates the parts in this style"))
        }
        _ => Ok(encode(text)),
    };
    match value {
        TextValue::Scalar(text) => Ok(encode(text)),
        TextValue::List(items) if *items == [""] => {
            Err("is a list of one empty text, which looks like an empty list".to_owned())
        }
        TextValue::List(items) => {
            Ok(items.iter().map(|item| fit(item)).collect::<Result<Vec<_>, _>>()?.join(delimiter.between))
        }
        TextValue::Members(members) => {
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

/// A path parameter in its style, percent-encoded.
fn path(spec: &ParameterSpec, value: TextValue) -> Result<String, Refusal> {
    // Alone it has no delimiter to keep apart from.
    let value = match value {
        TextValue::Scalar(text) if spec.style == Style::Simple => return Ok(encode_path(text)),
        other => other,
    };
    let value = &value;
    let encode = |text: &str| encode_path(text);
    let (name, explode) = (spec.name, spec.explode);
    match spec.style {
        Style::Label if explode => {
            let delimiter = Delimiter { unfit: Some('.'), ..Delimiter::encoded(".", true) };
            Ok(format!(".{}", joined(value, delimiter, &encode)?))
        }
        Style::Label => Ok(format!(".{}", joined(value, Delimiter::encoded(",", false), &encode)?)),
        Style::Matrix => match (value, explode) {
            (TextValue::List(items), true) => {
                let pairs = items.iter().map(|item| (name, item.as_str()));
                matrix(pairs, "list")
            }
            (TextValue::Members(members), true) => {
                let pairs = members.iter().map(|(name, value)| (name.as_str(), value.as_str()));
                matrix(pairs, "object")
            }
            _ => {
                let value = joined(value, Delimiter::encoded(",", false), &encode)?;
                let equals = if value.is_empty() { "" } else { "=" };
                Ok(format!(";{}{equals}{value}", encode(name)))
            }
        },
        _ => joined(value, Delimiter::encoded(",", explode), &encode),
    }
}

fn matrix<'v>(pairs: impl Iterator<Item = (&'v str, &'v str)>, kind: &str) -> Result<String, Refusal> {
    let mut text = String::new();
    for (name, value) in pairs {
        let equals = if value.is_empty() { "" } else { "=" };
        let _ = write!(text, ";{}{equals}{}", encode_path(name), encode_path(value));
    }
    if text.is_empty() { Err(empty(kind)) } else { Ok(text) }
}

/// A query parameter in its style, percent-encoded: `name=value` pairs joined by `&`.
fn query(spec: &ParameterSpec, value: &TextValue) -> Result<String, Refusal> {
    let (name, allow_reserved, single) = (spec.name, spec.reserved, spec.form.is_single_or_list());
    match (value, spec.explode) {
        (TextValue::List(items), true) => {
            pairs(items.iter().map(|item| (name, item.as_str())), allow_reserved, "list")
        }
        (TextValue::Members(members), true) => {
            let members = members.iter().map(|(name, value)| (name.as_str(), value.as_str()));
            pairs(members, allow_reserved, "object")
        }
        (value, _) => {
            // Where a comma separates, one that is data must not stand as it is.
            let commas = matches!(value, TextValue::Scalar(_)) && !single;
            let encode = |text: &str| {
                let text = encode_query(text, allow_reserved);
                if commas { text } else { text.replace(',', "%2C") }
            };
            let delimiter = match spec.style {
                Style::SpaceDelimited => Delimiter { unfit: Some(' '), ..Delimiter::encoded("%20", false) },
                Style::PipeDelimited => Delimiter { unfit: Some('|'), ..Delimiter::encoded("%7C", false) },
                _ => Delimiter::encoded(",", false),
            };
            let value = joined(value, delimiter, &encode)?;
            Ok(format!("{}={value}", encode_query(name, false)))
        }
    }
}

/// Pairs of a query, percent-encoded. Without any, a server would see nothing.
fn pairs<'v>(
    pairs: impl Iterator<Item = (&'v str, &'v str)>,
    allow_reserved: bool,
    kind: &str,
) -> Result<String, Refusal> {
    let pair =
        |(name, value)| format!("{}={}", encode_query(name, false), encode_query(value, allow_reserved));
    let text = pairs.map(pair).collect::<Vec<_>>().join("&");
    if text.is_empty() { Err(empty(kind)) } else { Ok(text) }
}

/// Style `simple` in a header, where nothing is encoded.
fn header(spec: &ParameterSpec, value: &TextValue) -> Result<String, Refusal> {
    let explode = spec.explode;
    let text = match value {
        // A list of JSON values is read as JSON.
        TextValue::List(items) if spec.form.is_list_of_json() => items.join(","),
        _ => {
            let delimiter =
                Delimiter { unfit: Some(','), unfit_equals: explode, ..Delimiter::encoded(",", explode) };
            joined(value, delimiter, &|text| text.to_owned())?
        }
    };
    let blank = |text: &str| text.starts_with([' ', '\t']) || text.ends_with([' ', '\t']);
    let inner = match value {
        TextValue::Scalar(_) => false,
        TextValue::List(items) => items.iter().any(|item| blank(item)),
        TextValue::Members(members) => members.iter().any(|(name, value)| blank(name) || blank(value)),
    };
    if inner || blank(&text) {
        return Err("has a blank at an end, which headers do not keep".to_owned());
    }
    Ok(text)
}

/// A cookie parameter: `name=value` pairs joined by `; `.
fn cookie(spec: &ParameterSpec, value: &TextValue) -> Result<String, Refusal> {
    let raw = spec.style == Style::Cookie;
    let encode = |text: &str| if raw { text.to_owned() } else { encode_query(text, false) };
    let name = spec.name;
    let list = match (value, spec.explode) {
        (TextValue::List(items), true) if items.is_empty() => return Err(empty("list")),
        (TextValue::Members(members), true) if members.is_empty() => return Err(empty("object")),
        (TextValue::List(items), true) => items.iter().map(|item| (name, encode(item))).collect(),
        (TextValue::Members(members), true) => {
            members.iter().map(|(name, value)| (name.as_str(), encode(value))).collect()
        }
        _ => {
            let unfit = raw.then_some(',');
            let delimiter = Delimiter { unfit, ..Delimiter::encoded(",", false) };
            vec![(name, joined(value, delimiter, &encode)?)]
        }
    };
    let fit = |text: &str| !text.contains(|c: char| c.is_ascii_control() || c == ';');
    for (name, value) in &list {
        if !fit(value) || value.contains(' ') || !fit(name) || name.contains(['=', ' ', ',']) {
            return Err("has a character that no cookie can hold".to_owned());
        }
    }
    Ok(list.into_iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; "))
}
