//! Multipart bodies: from samples to parts and back.

use bytes::Bytes;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};
use unplug_conformance::sample::{BodySample, ContentSample};

use crate::echo::value_of;
use crate::parts::{TypeMismatch, typed};

/// A part or a file; both crates have a type of their own for each.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PartSample {
    /// Name of a part; a file has none.
    pub name: Option<String>,
    /// Name of a file.
    pub file_name: Option<String>,
    /// Media type.
    pub content_type: Option<String>,
    /// Content.
    pub bytes: Bytes,
}

type Members = Map<String, Value>;

const JSON: &str = "application/json";

/// The members of a body.
///
/// # Errors
/// When it was sampled as something else.
pub fn members(body: &BodySample) -> Result<&Members, TypeMismatch> {
    match &body.content {
        ContentSample::Multipart(Value::Object(members)) => Ok(members),
        other => Err(TypeMismatch::new("the body", format!("sampled as {other:?}"))),
    }
}

/// A file, when there is one.
#[must_use]
pub fn file(members: &Members, name: &str) -> Option<PartSample> {
    members.get(name).filter(|value| !value.is_null()).map(file_of)
}

/// A file that must be there.
///
/// # Errors
/// When it is not.
pub fn required_file(members: &Members, name: &str) -> Result<PartSample, TypeMismatch> {
    file(members, name).ok_or_else(|| TypeMismatch::new(format!("the part `{name}`"), "it was not sampled"))
}

/// Files, when there are some.
#[must_use]
pub fn files(members: &Members, name: &str) -> Option<Vec<PartSample>> {
    match members.get(name)? {
        Value::Null => None,
        Value::Array(items) => Some(items.iter().map(file_of).collect()),
        one => Some(vec![file_of(one)]),
    }
}

/// A value, when there is one.
///
/// # Errors
/// When it does not fit its type.
pub fn value<T: DeserializeOwned>(members: &Members, name: &str) -> Result<Option<T>, TypeMismatch> {
    let value = members.get(name).filter(|value| !value.is_null());
    value.map(|value| typed(value, || format!("the part `{name}`"))).transpose()
}

/// A value that must be there.
///
/// # Errors
/// When it is not, or does not fit its type.
pub fn required_value<T: DeserializeOwned>(members: &Members, name: &str) -> Result<T, TypeMismatch> {
    let place = || format!("the part `{name}`");
    typed(members.get(name).ok_or_else(|| TypeMismatch::new(place(), "it was not sampled"))?, place)
}

/// Members that are not declared.
#[must_use]
pub fn others(members: &Members, declared: &[&str]) -> Vec<PartSample> {
    let others = members.iter().filter(|(name, _)| !declared.contains(&name.as_str()));
    others.map(|(name, value)| part_of(Some(name), value)).collect()
}

/// A body without types of its own: one part per member, or one without a name.
///
/// # Errors
/// When it was sampled as something else.
pub fn whole(body: &BodySample) -> Result<Vec<PartSample>, TypeMismatch> {
    match &body.content {
        ContentSample::Multipart(Value::Object(_)) => Ok(others(members(body)?, &[])),
        ContentSample::Multipart(value) => Ok(vec![part_of(None, value)]),
        other => Err(TypeMismatch::new("the body", format!("sampled as {other:?}"))),
    }
}

fn file_of(value: &Value) -> PartSample {
    let text = |value: &Value| value.as_str().map(str::to_owned);
    if let Some(file) = value.get("$file") {
        let bytes = file["bytes"].as_array().into_iter().flatten();
        let bytes = bytes.filter_map(|byte| u8::try_from(byte.as_u64()?).ok()).collect::<Vec<u8>>();
        let (file_name, content_type) = (text(&file["name"]), text(&file["content_type"]));
        return PartSample { name: None, file_name, content_type, bytes: bytes.into() };
    }
    let content = text(value).unwrap_or_else(|| value.to_string());
    PartSample { bytes: content.into(), ..PartSample::default() }
}

fn part_of(name: Option<&String>, value: &Value) -> PartSample {
    let part = match value {
        file if file.get("$file").is_some() => file_of(file),
        other => PartSample {
            content_type: Some(JSON.to_owned()),
            bytes: other.to_string().into(),
            ..PartSample::default()
        },
    };
    PartSample { name: name.cloned(), ..part }
}

/// A body as it arrived, member by member.
#[derive(Debug, Default)]
pub struct Noted(Members);

impl Noted {
    /// Nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// With a file, when it was there.
    #[must_use]
    pub fn file(mut self, name: &str, file: Option<PartSample>) -> Self {
        self.0.extend(file.map(|file| (name.to_owned(), noted_file(&file))));
        self
    }

    /// With files, when there were some.
    #[must_use]
    pub fn files(mut self, name: &str, files: Option<Vec<PartSample>>) -> Self {
        let files = files.map(|files| files.iter().map(noted_file).collect());
        self.0.extend(files.map(|files| (name.to_owned(), Value::Array(files))));
        self
    }

    /// With a value, when it was there.
    #[must_use]
    pub fn value(mut self, name: &str, value: Option<&impl Serialize>) -> Self {
        self.0.extend(value.map(|value| (name.to_owned(), value_of(value))));
        self
    }

    /// With parts that are not declared.
    #[must_use]
    pub fn others(mut self, parts: Vec<PartSample>) -> Self {
        let named = parts.into_iter().map(|part| (part.name.clone().unwrap_or_default(), noted_part(&part)));
        self.0.extend(named);
        self
    }

    /// All of them, as they are compared.
    #[must_use]
    pub fn finish(self) -> Value {
        settled(&Value::Object(self.0))
    }
}

/// A body without types of its own, as it arrived.
#[must_use]
pub fn noted(parts: Vec<PartSample>) -> Value {
    match parts.as_slice() {
        [only] if only.name.is_none() => noted_part(only),
        _ => Noted::new().others(parts).finish(),
    }
}

fn noted_file(file: &PartSample) -> Value {
    match &file.file_name {
        Some(name) => json!({ "$file": {
            "name": name,
            "content_type": file.content_type,
            "bytes": file.bytes.to_vec(),
        } }),
        None => Value::String(String::from_utf8_lossy(&file.bytes).into_owned()),
    }
}

fn noted_part(part: &PartSample) -> Value {
    if part.content_type.as_deref() == Some(JSON) {
        return serde_json::from_slice(&part.bytes).unwrap_or_else(|error| Value::String(error.to_string()));
    }
    noted_file(part)
}

/// Without what has no part: `null`, and lists without items.
pub(crate) fn settled(value: &Value) -> Value {
    let is_nothing = |value: &Value| value.is_null() || value.as_array().is_some_and(Vec::is_empty);
    match value {
        Value::Object(members) => {
            let some = members.iter().filter(|(_, value)| !is_nothing(value));
            Value::Object(some.map(|(name, value)| (name.clone(), value.clone())).collect())
        }
        other => other.clone(),
    }
}
