//! Values for the messages of an API, made from its schemas: valid ones, and ones that break a single
//! keyword.
//!
//! The same seed gives the same values. Round 0 has what must be there and no more, round 1 all that
//! may be there, round 3 the same with `null` wherever it is valid, and all others a mixture, with other
//! branches and other values of enumerations.
//!
//! ```no_run
//! use unplug_conformance::sample::Sampler;
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let loaded = unplug_openapi::load("specs/kombo.yaml".as_ref(), None);
//! let document = loaded.document.ok_or("the document cannot be used")?;
//! let sampler = Sampler::new(&document.api, 1);
//! for operation in &document.api.operations {
//!     let sample = sampler.exchange(operation, 1)?;
//!     for broken in sampler.broken(operation, &sample, 20) {
//!         println!("{}: `{}` broken at {}", broken.operation, broken.keyword, broken.pointer);
//!     }
//! }
//! # Ok(())
//! # }
//! ```
//!
//! A value is made by its schema's keywords, evaluated on the schemas as they are read, and at last
//! checked by a validator that shares no code with this (see `evaluate`). When none is found, [`Unsampled`] says why;
//! then the schema mostly contradicts itself, or has branches of a `oneOf` that nothing tells apart.

mod ambiguous_names;
mod arrays;
mod breaks;
mod broken;
mod choice;
mod ecma;
mod evaluate;
mod formats;
mod generate;
mod message;
mod min_depth;
mod numbers;
mod objects;
mod pattern;
mod strings;
mod text;
mod verify;

use std::cell::OnceCell;
use std::collections::HashSet;

use serde::{Deserialize, Serialize};
use serde_json::Value;
pub use unplug_openapi::ir::Direction;
use unplug_openapi::ir::{Api, Operation, ParameterIn, SchemaId};

pub use ambiguous_names::AmbiguousNames;
pub(crate) use evaluate::Evaluator;
use generate::{Completeness, ValueOptions};
use text::Destination;

/// Rounds for each value that is asked for: some give values that are there already.
const ROUNDS_PER_VALUE: usize = 4;

/// Makes values for the operations of an API.
#[derive(Debug)]
pub struct Sampler<'a> {
    api: &'a Api,
    seed: u64,
    request: Judges<'a>,
    response: Judges<'a>,
    min_depths: OnceCell<min_depth::MinDepths>,
}

/// Who says whether a value is valid in messages of one direction.
#[derive(Debug)]
struct Judges<'a> {
    evaluator: Evaluator<'a>,
    verifier: verify::Verifier<'a>,
}

impl<'a> Judges<'a> {
    fn new(api: &'a Api, direction: Direction) -> Self {
        Self {
            evaluator: Evaluator::new(&api.schemas, direction),
            verifier: verify::Verifier::new(&api.schemas, direction),
        }
    }
}

/// What a value is for: not every text can be sent everywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// JSON: any value.
    Body,
    /// A parameter, or a header of a response: neither `null` nor the empty text, and no structure
    /// within structure.
    Parameter(ParameterIn),
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
    /// Responses for which no valid value was found.
    #[serde(default)]
    pub unsampled: Vec<Unsampled>,
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
    /// The broken part inside the value, as a JSON pointer.
    pub pointer: String,
    /// The keyword.
    pub keyword: String,
}

/// A value that breaks one keyword of its schema.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Broken {
    /// The whole value.
    pub value: Value,
    /// The broken part inside the value, as a JSON pointer. Inside a union, where the union stands.
    pub pointer: String,
    /// The keyword.
    pub keyword: String,
}

/// No valid value was found.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Serialize)]
pub struct Unsampled {
    /// `operationId`; empty when a schema was sampled by itself.
    pub operation: String,
    /// The schema, as a JSON pointer into the document.
    pub pointer: String,
    /// Why not.
    pub why: String,
}

impl std::fmt::Display for Unsampled {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.operation.is_empty() {
            return write!(formatter, "no value for {}: {}", self.pointer, self.why);
        }
        write!(formatter, "{}: no value for {}: {}", self.operation, self.pointer, self.why)
    }
}

impl std::error::Error for Unsampled {}

impl<'a> Sampler<'a> {
    /// A sampler for an API.
    #[must_use]
    pub fn new(api: &'a Api, seed: u64) -> Self {
        Self {
            api,
            seed,
            request: Judges::new(api, Direction::Request),
            response: Judges::new(api, Direction::Response),
            min_depths: OnceCell::new(),
        }
    }

    /// The API.
    #[must_use]
    pub fn api(&self) -> &'a Api {
        self.api
    }

    /// Different valid values of a schema: at most `most`, fewer when it has not so many. The first
    /// is minimal, the second full, and the others are mixed; branches of unions and values of
    /// enumerations take turns.
    ///
    /// # Errors
    /// [`Unsampled`] when none was found.
    pub fn valid(
        &self,
        schema: SchemaId,
        direction: Direction,
        usage: Use,
        most: usize,
    ) -> Result<Vec<Value>, Unsampled> {
        let (destination, levels) = match usage {
            Use::Body => (Destination::Body, u32::MAX),
            Use::Parameter(location) => (Destination::of(location), 1),
        };
        let mut values: Vec<Value> = Vec::new();
        let mut texts = HashSet::new();
        for round in 0..u32::try_from(most.saturating_mul(ROUNDS_PER_VALUE)).unwrap_or(u32::MAX) {
            if values.len() >= most {
                break;
            }
            let completeness = Completeness::of_round(round);
            let options = ValueOptions {
                completeness,
                destination,
                direction,
                levels,
                choice: self.offset().wrapping_add(round),
            };
            match generate::value(self, schema, options) {
                Ok(value) if texts.insert(value.to_string()) => values.push(value),
                // Further rounds would try the same.
                Err(why) if values.is_empty() => return Err(self.unsampled("", schema, why)),
                Ok(_) | Err(_) => {}
            }
        }
        Ok(values)
    }

    /// Values that break one keyword each, made from a valid value of the schema in a request: at most `most`, of
    /// as many keywords as there are.
    #[must_use]
    pub fn broken_values(&self, schema: SchemaId, valid: &Value, most: usize) -> Vec<Broken> {
        broken::values(self, schema, valid, most)
    }

    fn evaluator(&self, direction: Direction) -> &Evaluator<'a> {
        &self.judges(direction).evaluator
    }

    fn verifier(&self, direction: Direction) -> &verify::Verifier<'a> {
        &self.judges(direction).verifier
    }

    fn judges(&self, direction: Direction) -> &Judges<'a> {
        match direction {
            Direction::Request => &self.request,
            Direction::Response => &self.response,
        }
    }

    fn min_depths(&self) -> &min_depth::MinDepths {
        self.min_depths.get_or_init(|| min_depth::MinDepths::new(&self.api.schemas))
    }

    /// Where the choices of this seed begin.
    fn offset(&self) -> u32 {
        u32::try_from(self.seed % 97).unwrap_or(0)
    }

    fn unsampled(&self, operation: &str, schema: SchemaId, why: String) -> Unsampled {
        let pointer = self.api.schemas[schema].location.pointer.clone();
        Unsampled { operation: operation.to_owned(), pointer, why }
    }

    /// Values for one operation.
    ///
    /// # Errors
    /// [`Unsampled`] when a part of the request that must be there has a schema for which no valid value
    /// was found.
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
