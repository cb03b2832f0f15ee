//! From samples to the values of generated request structs.

use std::fmt;

use base64::Engine as _;
use bytes::Bytes;
use serde::de::DeserializeOwned;
use serde_json::Value;
use unplug_conformance::sample::{BodySample, ContentSample, OperationSample};

/// What is to be sent.
#[derive(Clone, Copy, Debug)]
pub struct Sent<'a> {
    sample: &'a OperationSample,
}

/// A sample that does not fit its generated type: the type says something else than the schema.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypeMismatch {
    place: String,
    why: String,
}

impl TypeMismatch {
    /// What does not fit, and why.
    pub fn new(place: impl Into<String>, why: impl fmt::Display) -> Self {
        Self { place: place.into(), why: why.to_string() }
    }
}

impl fmt::Display for TypeMismatch {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "a valid value of {} does not fit its generated type: {}", self.place, self.why)
    }
}

impl<'a> Sent<'a> {
    pub(crate) fn new(sample: &'a OperationSample) -> Self {
        Self { sample }
    }

    fn parameter(self, location: &str, name: &str) -> Option<&'a Value> {
        let same = |name_sent: &str| match location {
            "header" => name_sent.eq_ignore_ascii_case(name),
            _ => name_sent == name,
        };
        let mut all = self.sample.parameters.iter();
        all.find(|sent| sent.location == location && same(&sent.name)).map(|sent| &sent.value)
    }

    /// A parameter that must be there.
    ///
    /// # Errors
    /// When it is not, or does not fit its type.
    pub fn required<T: DeserializeOwned>(&self, location: &str, name: &str) -> Result<T, TypeMismatch> {
        let place = || format!("the {location} parameter `{name}`");
        let value =
            self.parameter(location, name).ok_or_else(|| TypeMismatch::new(place(), "it was not sampled"))?;
        typed(value, place)
    }

    /// A parameter that may be left out.
    ///
    /// # Errors
    /// When it does not fit its type.
    pub fn optional<T: DeserializeOwned>(
        &self,
        location: &str,
        name: &str,
    ) -> Result<Option<T>, TypeMismatch> {
        let place = || format!("the {location} parameter `{name}`");
        self.parameter(location, name).map(|value| typed(value, place)).transpose()
    }

    /// The body, when there is one.
    #[must_use]
    pub fn body(&self) -> Option<&'a BodySample> {
        self.sample.body.as_ref()
    }

    /// The body that must be there.
    ///
    /// # Errors
    /// When there is none.
    pub fn required_body(&self) -> Result<&'a BodySample, TypeMismatch> {
        self.body().ok_or_else(|| TypeMismatch::new("the body", "it was not sampled"))
    }
}

/// A sampled value as its generated type.
///
/// # Errors
/// When it does not fit.
pub fn typed<T: DeserializeOwned>(value: &Value, place: impl FnOnce() -> String) -> Result<T, TypeMismatch> {
    // Through text, as it will go over the wire.
    let text = value.to_string();
    serde_json::from_str(&text).map_err(|error| TypeMismatch::new(place(), error))
}

/// A JSON or form body as its generated type.
///
/// # Errors
/// When it is of another kind or does not fit.
pub fn json<T: DeserializeOwned>(body: &BodySample) -> Result<T, TypeMismatch> {
    match &body.content {
        ContentSample::Json(value) | ContentSample::Form(value) => typed(value, || "the body".to_owned()),
        other => Err(TypeMismatch::new("the body", format!("sampled as {other:?}"))),
    }
}

/// A text body.
///
/// # Errors
/// When it is of another kind.
pub fn text(body: &BodySample) -> Result<String, TypeMismatch> {
    match &body.content {
        ContentSample::Text(text) => Ok(text.clone()),
        other => Err(TypeMismatch::new("the body", format!("sampled as {other:?}"))),
    }
}

/// A body of bytes. What was sampled as text or JSON is taken as written.
///
/// # Errors
/// When it is of another kind.
pub fn bytes(body: &BodySample) -> Result<Bytes, TypeMismatch> {
    match &body.content {
        ContentSample::Bytes(bytes) => Ok(Bytes::from(bytes.clone())),
        ContentSample::Text(text) => Ok(Bytes::from(text.clone())),
        ContentSample::Json(value) => Ok(Bytes::from(value.to_string())),
        other => Err(TypeMismatch::new("the body", format!("sampled as {other:?}"))),
    }
}

/// Items of a stream.
///
/// # Errors
/// When it is of another kind or an item does not fit.
pub fn items<T: DeserializeOwned>(body: &BodySample) -> Result<Vec<T>, TypeMismatch> {
    match &body.content {
        ContentSample::Items(items) => {
            items.iter().map(|item| typed(item, || "an item of the body".to_owned())).collect()
        }
        other => Err(TypeMismatch::new("the body", format!("sampled as {other:?}"))),
    }
}

/// Bytes as they are compared.
#[must_use]
pub fn bytes_value(bytes: &[u8]) -> Value {
    Value::String(base64::engine::general_purpose::STANDARD.encode(bytes))
}
