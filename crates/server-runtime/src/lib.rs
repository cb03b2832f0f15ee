//! What generated axum server stubs are made of: routing, access, decoding, validation, rejection.
//! It knows no API and no vendor, and it starts no server: a stub is an `axum::Router`.
//!
//! The way of a request: [`route`] finds the operation, [`service`] runs it (authenticate → decode →
//! validate → handle → encode, in [`binding`]) and turns whatever stops it into a [`Rejection`], which
//! only the vendor's own `Security::reject` renders. A request body is read once into a borrowed
//! [`Json`](unplug_wire::json::Json) tree; [`validate`] checks the tree against the static tables of [`schema`], and the
//! typed value is then built from the same tree. What values look like on the wire is `unplug-wire`'s.
//!
//! ```
//! use unplug_server_runtime::schema::{Check, Schema};
//! use unplug_server_runtime::validate::is_valid;
//! use unplug_wire::json;
//!
//! static NAMED: Schema = Schema(&[Check::OBJECT, Check::Required(&["name"])]);
//! assert!(is_valid(&NAMED, &json::read(br#"{"name": "Ida"}"#)?));
//! assert!(!is_valid(&NAMED, &json::read(b"{}")?));
//! # Ok::<(), serde_json::Error>(())
//! ```

pub mod binding;
mod body;
mod context;
pub mod credentials;
mod handler;
mod json_lines;
mod keywords;
mod limits;
pub mod parameter;
mod pattern;
mod rate_limit;
mod rejection;
mod report;
pub mod request;
pub mod respond;
pub mod route;
pub mod schema;
pub mod service;
mod status;
pub mod stream;
pub mod validate;
mod violation;

pub use context::{Alternatives, OperationInfo, RequestContext};
pub use credentials::{Basic, ClientCertificate, Digest};
pub use handler::{Handler, HandlerFor, HandlerFunction, handler, not_implemented};
pub use limits::Limits;
pub use rate_limit::RateLimit;
pub use rejection::{AuthenticationFailure, Cause, Fault, Rejection};
pub use status::{DeclaredStatuses, DefaultStatus, RangeStatus, UndeclaredStatus};
pub use stream::{ByteStream, Event, EventStream, JsonLines};
pub use violation::{Expected, Location, SchemaKey, SchemaStep, Violation};
