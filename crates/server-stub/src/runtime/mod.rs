//! What the generated stubs share.
//!
//! The way of a request: [`route`] finds the operation, [`dispatch`] runs it (authenticate →
//! decode → validate → handle → encode, in [`binding`]) and turns whatever stops it into a [`Rejection`], which
//! only the vendor's own `Security::reject` renders. A request body is read once into a borrowed
//! [`json::Json`] tree; [`validate`] checks the tree against the static tables of [`schema`], and
//! the typed value is then built from the same tree.

pub mod binding;
mod body;
mod context;
pub mod credentials;
mod deep;
pub mod dispatch;
mod handler;
pub mod json;
mod json_deserializer;
mod lines;
mod measure;
pub mod media;
#[allow(dead_code, unused_imports, reason = "which parts are in use depends on the documents")]
pub mod multipart;
pub mod parameter;
mod pattern;
mod rate_limit;
mod raw;
mod rejection;
pub mod request;
pub mod respond;
pub mod route;
pub mod schema;
mod status;
pub mod stream;
mod unevaluated;
pub mod validate;
pub mod value;

#[allow(unused_imports, reason = "which of these are needed depends on the documents")]
pub(crate) use context::operation;
pub use context::{Alternatives, MeantOperation, OperationInfo, RequestContext};
pub use credentials::{Basic, ClientCertificate, Digest};
pub use handler::{Handler, HandlerFor, HandlerFunction, handler, not_implemented};
pub use rate_limit::RateLimit;
pub use rejection::{AuthenticationFailure, Cause, Fault, Location, Rejection, Violation};
pub use status::{DeclaredStatuses, DefaultStatus, RangeStatus, UndeclaredStatus};
pub use value::Secret;
