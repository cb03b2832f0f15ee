//! What all generated clients share: building, calling, answers, errors. It knows no vendor.

#[cfg(test)]
mod agreement;
#[allow(dead_code, reason = "which parts are in use depends on the documents")]
mod answer;
mod builder;
mod call;
mod credentials;
#[allow(dead_code, reason = "which parts are in use depends on the documents")]
mod decode;
mod error;
#[allow(dead_code, reason = "used when a document declares headers")]
mod header;
mod http_date;
#[allow(dead_code, unused_imports, reason = "which parts are in use depends on the documents")]
pub(crate) mod multipart;
#[allow(dead_code, reason = "which parts are in use depends on the documents")]
mod operation;
#[allow(dead_code, reason = "which parts are in use depends on the documents")]
pub(crate) mod outgoing;
#[allow(dead_code, reason = "which parts are in use depends on the documents")]
pub(crate) mod parameter;
mod pending;
mod rate_limit;
mod response;
mod retry;
#[allow(dead_code, reason = "which parts are in use depends on the documents")]
mod segment;
#[allow(dead_code, reason = "which parts are in use depends on the documents")]
pub(crate) mod stream;
mod streams;
#[allow(dead_code, reason = "which parts are in use depends on the documents")]
mod style;
pub(crate) mod value;

pub use builder::{Api, BuildError, Builder, Parts, Server};
#[allow(unused_imports, reason = "used when a document has such servers")]
pub(crate) use builder::{one_of, with_base_path, with_path};
pub use credentials::{Authorizer, Carrier, Challenge, Credentials};
pub(crate) use decode::{JSON, Mismatch, only_empty, only_json};
pub use error::{Declared, Error, Removal, RemovalResult, RequestError, TransportError, TransportKind};
#[allow(unused_imports, reason = "used when a document declares such headers")]
pub(crate) use header::HeaderStyle;
#[allow(unused_imports, reason = "which parts are in use depends on the documents")]
pub(crate) use operation::operation;
pub use operation::{GoneField, Operation};
pub use pending::Call;
pub(crate) use pending::{Built, Decode, Shared};
pub use rate_limit::{RateLimit, RateLimitField, RateLimitPlace, RateLimitRole};
pub use response::{RawResponse, Reply};
pub use retry::Retry;
pub use stream::{ByteStream, Event, EventStream, JsonLines, MalformedItem, StreamError};
#[allow(unused_imports, reason = "which parts are in use depends on the documents")]
pub(crate) use streams::Streams;
