//! Parameters as generated code hands them to progenitor's functions: as text.

use serde::Serialize;
use unplug_wire::json::Types;
use unplug_wire::parameter::{Form, ParameterSpec, encode_path, list_of_texts, single_text};

use super::call::NotBuilt;

/// One text or a list of texts in a header.
const HEADER: ParameterSpec =
    ParameterSpec::header("").form(Form { scalar: Types::NONE, items: Some(&Form::TEXT), members: None });

/// A value as one text, for a parameter of an operation's method.
pub fn text(name: &str, value: &impl Serialize) -> Result<String, NotBuilt> {
    single_text(value).map_err(|why| refused(name, &why))
}

/// Style `simple` in a header.
pub fn header(name: &str, value: &impl Serialize) -> Result<String, NotBuilt> {
    HEADER.encode(value).map_err(|why| refused(name, &why))
}

/// The items of a list, for an exploded query parameter.
pub fn list(name: &str, value: &impl Serialize) -> Result<Vec<String>, NotBuilt> {
    list_of_texts(value).map_err(|why| refused(name, &why))
}

/// A value that is a whole path segment, percent-encoded. Refused is what would lead to another
/// resource: an empty one, and the dots that URL parsers resolve even when they are percent-encoded.
pub fn segment(name: &str, value: &impl Serialize) -> Result<String, NotBuilt> {
    let text = text(name, value)?;
    match text.as_str() {
        "" => Err(refused(name, "is empty, and the path would be another one")),
        "." | ".." => Err(refused(name, "is made of dots, and the path would be another one")),
        _ => Ok(encode_path(text)),
    }
}

/// What `write` makes of a parameter that may be left out.
pub fn optional<V, T>(
    write: impl FnOnce(&str, &V) -> Result<T, NotBuilt>,
    name: &str,
    value: Option<&V>,
) -> Result<Option<T>, NotBuilt> {
    value.map(|value| write(name, value)).transpose()
}

fn refused(name: &str, why: &str) -> NotBuilt {
    NotBuilt(format!("the parameter {name} {why}"))
}
