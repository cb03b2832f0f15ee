//! The server side: notes what arrives, answers what was sampled.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};
use unplug_conformance::sample::{BodySample, ResponseSample};

use crate::parts::{TypeMismatch, typed};

/// What all handlers share: what the request at hand brought, and what is to be answered.
#[derive(Clone, Debug, Default)]
pub struct Echo {
    state: Arc<Mutex<State>>,
}

#[derive(Debug, Default)]
struct State {
    answer: Option<ResponseSample>,
    received: Option<Received>,
    failure: Option<String>,
}

/// What a handler got: parameters by location and name, and the body.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Received {
    /// `location name` → value.
    pub parameters: Map<String, Value>,
    /// Media type and value.
    pub body: Option<(String, Value)>,
}

/// What the client got.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// The declared status: `200`, `4XX`, `default`.
    pub declared: &'static str,
    /// The status that came, where the declaration leaves it open.
    pub status: Option<u16>,
    /// Declared headers that came.
    pub headers: Map<String, Value>,
    /// Media type and value.
    pub body: Option<(String, Value)>,
}

impl Outcome {
    /// An answer without headers or body so far.
    #[must_use]
    pub fn new(declared: &'static str) -> Self {
        Self { declared, status: None, headers: Map::new(), body: None }
    }

    /// With the status that came.
    #[must_use]
    pub fn status(mut self, status: u16) -> Self {
        self.status = Some(status);
        self
    }

    /// With a header, when it came.
    #[must_use]
    pub fn header(mut self, name: &str, value: &impl Serialize) -> Self {
        match value_of(value) {
            Value::Null => {}
            value => {
                self.headers.insert(name.to_owned(), value);
            }
        }
        self
    }

    /// With a body.
    #[must_use]
    pub fn body(mut self, media_type: &str, value: Value) -> Self {
        self.body = Some((media_type.to_owned(), value));
        self
    }
}

impl Received {
    /// Nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// With a parameter, when it was there.
    #[must_use]
    pub fn parameter(mut self, location: &str, name: &str, value: &impl Serialize) -> Self {
        match value_of(value) {
            Value::Null => {}
            value => {
                self.parameters.insert(key(location, name), value);
            }
        }
        self
    }

    /// With a body.
    #[must_use]
    pub fn body(mut self, media_type: &str, value: Value) -> Self {
        self.body = Some((media_type.to_owned(), value));
        self
    }
}

/// How parameters are told apart.
pub(crate) fn key(location: &str, name: &str) -> String {
    match location {
        "header" => format!("header {}", name.to_ascii_lowercase()),
        _ => format!("{location} {name}"),
    }
}

/// A generated value as JSON; what cannot be written shows as the reason.
pub fn value_of(value: &impl Serialize) -> Value {
    serde_json::to_value(value).unwrap_or_else(|error| json!({ "not written": error.to_string() }))
}

/// What is to be answered.
#[derive(Clone, Debug)]
pub struct Answer(ResponseSample);

impl Answer {
    /// The declared status and media type, by which the generated code chooses the variant.
    #[must_use]
    pub fn kind(&self) -> (&str, &str) {
        (&self.0.declared, self.0.body.as_ref().map_or("", |body| body.media_type.as_str()))
    }

    /// The status.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.0.status
    }

    /// A header that must be there.
    ///
    /// # Errors
    /// When it is not, or does not fit its type.
    pub fn header<T: DeserializeOwned>(&self, name: &str) -> Result<T, TypeMismatch> {
        let place = || format!("the response header `{name}`");
        let value = self.find(name).ok_or_else(|| TypeMismatch::new(place(), "it was not sampled"))?;
        typed(value, place)
    }

    /// A header that may be left out.
    ///
    /// # Errors
    /// When it does not fit its type.
    pub fn optional_header<T: DeserializeOwned>(&self, name: &str) -> Result<Option<T>, TypeMismatch> {
        let place = || format!("the response header `{name}`");
        self.find(name).map(|value| typed(value, place)).transpose()
    }

    fn find(&self, name: &str) -> Option<&Value> {
        self.0.headers.iter().find(|(sent, _)| sent.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }

    /// The body.
    ///
    /// # Errors
    /// When there is none.
    pub fn body(&self) -> Result<&BodySample, TypeMismatch> {
        self.0.body.as_ref().ok_or_else(|| TypeMismatch::new("the response body", "it was not sampled"))
    }

    /// No response of the operation is of this kind.
    #[must_use]
    pub fn unknown(&self) -> TypeMismatch {
        TypeMismatch::new("the response", format!("nothing is generated for {:?}", self.kind()))
    }
}

impl Echo {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn expect(&self, answer: &ResponseSample) {
        let mut state = self.state();
        (state.answer, state.received, state.failure) = (Some(answer.clone()), None, None);
    }

    pub(crate) fn expect_nothing(&self) {
        let mut state = self.state();
        (state.answer, state.received, state.failure) = (None, None, None);
    }

    pub(crate) fn take_received(&self) -> Option<Received> {
        self.state().received.take()
    }

    pub(crate) fn failure(&self) -> Option<String> {
        self.state().failure.take()
    }

    /// Notes what arrived, and gives what to answer.
    ///
    /// # Errors
    /// When nothing is to be answered, as in a request that should have been refused.
    pub fn answer(&self, received: Received) -> Result<Answer, TypeMismatch> {
        let mut state = self.state();
        state.received = Some(received);
        state.answer.clone().map(Answer).ok_or_else(|| TypeMismatch::new("the response", "none is declared"))
    }

    /// Notes why the sampled answer could not be given.
    #[must_use]
    pub fn failed(&self, why: &TypeMismatch) -> String {
        let why = why.to_string();
        self.state().failure = Some(why.clone());
        why
    }
}

/// The envelope of all rejections: what was wrong and where, as JSON.
#[must_use]
pub fn reject(status: u16, kind: &str, violations: Vec<(String, String, String)>) -> Response {
    let violations: Vec<Value> = violations
        .into_iter()
        .map(|(location, pointer, keyword)| json!({ "location": location, "pointer": pointer, "keyword": keyword }))
        .collect();
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    (status, axum::Json(json!({ "rejection": kind, "violations": violations }))).into_response()
}
