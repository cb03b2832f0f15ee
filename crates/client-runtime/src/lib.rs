//! What generated clients are made of: building a client, calls and their attempts, credentials, and
//! an outcome that loses nothing. It knows no API and no vendor.
//!
//! Generated crates depend on it and re-export what their callers need; what values look like on the
//! wire is `unplug-wire`'s. It is not an HTTP client of its own (that is reqwest), and nobody calls
//! [`codegen`] by hand.
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
//!
//! ```
//! use std::time::Duration;
//! use unplug_client_runtime::{Builder, BuildError, Retry};
//!
//! /// Works for every generated client, which is an `Api`.
//! fn patient<A: unplug_client_runtime::Api>(server: A::Server) -> Result<A, BuildError> {
//!     let retry = Retry::new(3).max_wait(Duration::from_secs(10));
//!     Builder::default().server(server).retry(retry).build()
//! }
//! ```

mod attempts;
mod build_error;
mod call;
mod client_builder;
mod credentials;
mod decode;
mod error;
mod header;
mod mismatch;
mod operation;
#[doc(hidden)]
pub mod parameter;
mod path;
mod policy;
mod rate_limit;
mod received;
#[doc(hidden)]
pub mod request_builder;
mod response;
mod retry;
mod stream;
mod streamed;

pub use build_error::BuildError;
pub use call::Call;
pub use client_builder::{Api, Builder, Parts, Server};
pub use credentials::{Authorizer, Challenge, Credential, Credentials};
pub use error::{Declared, Error, Removal, RemovalResult, RequestError, TransportError, TransportKind};
pub use operation::{GoneField, Operation};
pub use rate_limit::{RateLimit, RateLimitField, RateLimitSource};
pub use response::{RawResponse, Reply};
pub use retry::Retry;
pub use stream::{ByteStream, EventStream, JsonLines, MalformedItem, StreamError};
pub use unplug_wire::event_stream::Event;
pub use unplug_wire::rate_limit::RateLimitRole;

/// What generated code calls. It changes together with the generator.
#[doc(hidden)]
pub mod codegen {
    pub use crate::attempts::{Attempts, Sent, Shared};
    pub use crate::call::NotBuilt;
    pub use crate::client_builder::{one_of, with_base_path, with_path};
    pub use crate::decode::{JSON, only_empty, only_json};
    pub use crate::header::HeaderStyle;
    pub use crate::mismatch::Mismatch;
    pub use crate::operation;
    pub use crate::parameter::{header, list, optional, segment, text};
    pub use crate::received::{Decode, ReceivedResponse};
    pub use crate::request_builder::RequestBuilder;
    pub use crate::streamed::Streams;
}
