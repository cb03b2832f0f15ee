//! Typed clients that keep to their `OpenAPI` documents.
//!
//! One module per API, each behind the Cargo feature of its name. A client is built from a server
//! of the document and the credentials that its security schemes ask for; each operation is a
//! method.
//!
//! Every call ends in one of these, and none of them loses the status, the headers or the bytes:
//!
//! - `Ok`: a [`Reply`] with the type that the document declares for the status;
//! - [`Error::Declared`]: an error answer with the type that is declared for its status;
//! - [`Error::Undeclared`]: a status that the document does not declare;
//! - [`Error::Malformed`]: a declared status with something else than what is declared for it;
//! - [`Error::AlreadyGone`]: a removal that an earlier attempt had carried out;
//! - [`Error::Transport`]: no complete answer;
//! - [`Error::Request`]: nothing could be sent.

#[allow(clippy::doc_markdown, reason = "descriptions are in the publishers' own words")]
#[rustfmt::skip]
mod generated;
mod runtime;

#[cfg(test)]
mod direct_tests;

pub use generated::*;
pub use reqwest::header::HeaderMap;
#[doc(hidden)]
pub use runtime::Parts;
pub use runtime::multipart::{File, Part};
pub use runtime::value::Secret;
#[cfg(feature = "schemars")]
pub use runtime::value::schema::{TypeSchema, type_document};
pub use runtime::{
    Api, Authorizer, BuildError, Builder, ByteStream, Call, Carrier, Challenge, Credentials, Declared, Error,
    Event, EventStream, GoneField, JsonLines, MalformedItem, Operation, RateLimit, RateLimitField,
    RateLimitPlace, RateLimitRole, RawResponse, Removal, RemovalResult, Reply, RequestError, Retry, Server,
    StreamError, TransportError, TransportKind,
};
