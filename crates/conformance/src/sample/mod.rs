//! Values for the messages of an API, made from its schemas: valid ones, and ones that break a single
//! keyword.
//!
//! The same seed gives the same values. Round 0 has what must be there and no more, round 1 all that
//! may be there, further rounds a mixture, with other branches and other values of enumerations.

mod broken;
mod cost;
mod evaluate;
mod generate;
mod message;
mod pattern;
mod text;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use unplug_openapi::ir::{Api, Operation};

use cost::Costs;
use evaluate::Evaluator;

/// Makes values for the operations of an API.
#[derive(Debug)]
pub struct Sampler<'a> {
    api: &'a Api,
    seed: u64,
    evaluator: Evaluator<'a>,
    costs: Costs,
}

/// Values for one operation: a request, and every response.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct OperationSample {
    /// `operationId`
    pub operation: String,
    /// Parameters; those of security schemes are not among them.
    pub parameters: Vec<ParameterSample>,
    /// The body, when there is one.
    pub body: Option<BodySample>,
    /// One for each declared status and media type.
    pub responses: Vec<ResponseSample>,
}

/// A parameter with its value.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct ParameterSample {
    /// Name on the wire.
    pub name: String,
    /// `path`, `query`, `querystring`, `header` or `cookie`.
    pub location: String,
    /// The value before it is written in the parameter's style.
    pub value: Value,
}

/// A body with its media type.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct BodySample {
    /// As declared.
    pub media_type: String,
    /// The content.
    pub content: ContentSample,
}

/// The content of a body, by how it is written.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub enum ContentSample {
    /// JSON.
    Json(Value),
    /// Text.
    Text(String),
    /// Bytes.
    Bytes(Vec<u8>),
    /// The object of an HTML form.
    Form(Value),
    /// The object of a multipart body. A file is `{"$file": {"name", "content_type", "bytes"}}`.
    Multipart(Value),
    /// The items of a stream of events or of JSON texts.
    Items(Vec<Value>),
}

/// A response.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct ResponseSample {
    /// The declared status: `200`, `4XX`, `default`.
    pub declared: String,
    /// A status that it covers and that is not declared otherwise.
    pub status: u16,
    /// Declared headers.
    pub headers: Vec<(String, Value)>,
    /// The body, when one is declared.
    pub body: Option<BodySample>,
}

/// A value of which one keyword is broken.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct BrokenSample {
    /// `operationId`
    pub operation: String,
    /// Where the value travels: a parameter's location, or `body`.
    pub location: String,
    /// The parameter's name; empty for a body.
    pub name: String,
    /// The whole value of the parameter or body.
    pub value: Value,
    /// The broken place inside the value, as a JSON pointer.
    pub pointer: String,
    /// The keyword.
    pub keyword: String,
}

/// No valid value was found.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Serialize)]
pub struct Unsampled {
    /// `operationId`
    pub operation: String,
    /// The schema, as a JSON pointer into the document.
    pub pointer: String,
    /// Why not.
    pub why: String,
}

impl std::fmt::Display for Unsampled {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}: no value for {}: {}", self.operation, self.pointer, self.why)
    }
}

impl std::error::Error for Unsampled {}

impl<'a> Sampler<'a> {
    /// A sampler for an API.
    #[must_use]
    pub fn new(api: &'a Api, seed: u64) -> Self {
        Self { api, seed, evaluator: Evaluator::new(&api.schemas), costs: Costs::new(&api.schemas) }
    }

    /// Values for one operation.
    ///
    /// # Errors
    /// [`Unsampled`] when a part that must be there has a schema for which no valid value was found.
    pub fn exchange(&self, operation: &Operation, round: u32) -> Result<OperationSample, Unsampled> {
        message::exchange(self, operation, round)
    }

    /// Values that break one keyword each, made from a sample; at most `most`, of as many keywords as
    /// there are.
    #[must_use]
    pub fn broken(&self, operation: &Operation, sample: &OperationSample, most: usize) -> Vec<BrokenSample> {
        broken::of(self, operation, sample, most)
    }
}
