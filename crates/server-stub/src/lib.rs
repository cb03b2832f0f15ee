//! axum server stubs that keep to their `OpenAPI` documents.
//!
//! One module per document, generated; beside them the small handwritten [`runtime`] that they
//! share. A stub is bound with a struct that has one field per operation, so that a forgotten
//! operation does not compile; every request is authenticated, decoded and validated against
//! every keyword of its schemas before a handler sees it, and a handler can only answer what the
//! document declares.

/// One module per document, written by `cargo xtask codegen`.
pub mod generated;
pub mod runtime;

pub use generated::*;
pub use runtime::{
    AuthenticationFailure, DefaultStatus, Fault, Handler, OperationInfo, RateLimit, Rejection,
    RequestContext, Secret, Violation, handler, not_implemented,
};

/// A document that uses what the three vendors' documents do not, with the tests of it.
#[cfg(test)]
#[path = "../tests/zoo/mod.rs"]
mod zoo;
