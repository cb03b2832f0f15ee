//! axum server stubs that keep to their `OpenAPI` documents.
//!
//! One module per document, generated; beside them the small handwritten [`runtime`] that they
//! share. Every request is authenticated, decoded and validated against every keyword of its
//! schemas before a handler sees it, and a handler can only answer what the document declares.
//! `format` is not asserted, as JSON Schema 2020-12 has it, except for the widths of integers.
//!
//! # Binding a stub
//!
//! ```
//! use axum::response::{IntoResponse, Response};
//! use unplug_server_stub::vercel::{
//!     Credentials, DeleteConfigurationRequest, DeleteConfigurationResponse,
//!     Handlers, Security, router,
//! };
//! use unplug_server_stub::{AuthenticationFailure, Fault, Rejection, RequestContext, handler};
//!
//! #[derive(Clone)]
//! struct Service;
//!
//! struct Tokens;
//!
//! impl Security for Tokens {
//!     type Caller = String;
//!
//!     async fn authenticate(
//!         &self,
//!         credentials: Credentials,
//!         _context: &RequestContext,
//!     ) -> Result<String, Rejection> {
//!         match credentials {
//!             Credentials::BearerToken { bearer_token } if bearer_token == "ida".into() => Ok("Ida".to_owned()),
//!             Credentials::BearerToken { .. } => {
//!                 Err(Rejection::Unauthenticated(AuthenticationFailure::Unknown))
//!             }
//!         }
//!     }
//!
//!     fn reject(&self, rejection: &Rejection, _context: &RequestContext) -> Response {
//!         // A real one writes the vendor's envelope.
//!         rejection.usual_status().to_string().into_response()
//!     }
//! }
//!
//! async fn delete_configuration(
//!     _service: Service,
//!     caller: String,
//!     request: DeleteConfigurationRequest,
//! ) -> Result<DeleteConfigurationResponse, Fault> {
//!     println!("{caller} removes {}", request.id);
//!     Ok(DeleteConfigurationResponse::NoContent)
//! }
//!
//! let handlers = Handlers { delete_configuration: handler(delete_configuration) };
//! let app: axum::Router = router(handlers, Tokens, Service);
//! ```
//!
//! A forgotten operation does not compile. One that is left out on purpose is bound to
//! [`not_implemented`].
//!
//! ```compile_fail,E0063
//! # use unplug_server_stub::vercel::Handlers;
//! let handlers: Handlers<(), String> = Handlers {};
//! ```
//!
//! Neither does a handler of the wrong operation, and the error says what was expected.
//!
//! ```compile_fail,E0308
//! # use unplug_server_stub::{Fault, handler, kombo, vercel};
//! async fn wrong(
//!     _: (),
//!     _: String,
//!     _: kombo::DeleteIntegrationRequest,
//! ) -> Result<vercel::DeleteConfigurationResponse, Fault> {
//!     Ok(vercel::DeleteConfigurationResponse::NoContent)
//! }
//! let handlers = vercel::Handlers::<(), String> { delete_configuration: handler(wrong) };
//! ```

/// One module per document, written by `cargo xtask codegen`.
#[allow(clippy::wildcard_imports, reason = "files of one module, written together")]
#[rustfmt::skip]
pub mod generated;
pub mod runtime;

pub use generated::*;
pub use runtime::multipart::{File, Part};
pub use runtime::stream::{ByteStream, Event, EventStream, JsonLines};
#[cfg(feature = "schemars")]
pub use runtime::value::schema::{TypeSchema, type_document};
pub use runtime::{
    AuthenticationFailure, DefaultStatus, Fault, Handler, OperationInfo, RateLimit, Rejection,
    RequestContext, Secret, Violation, handler, not_implemented,
};

/// A document that uses what the three vendors' documents do not, with the tests of it.
#[cfg(test)]
#[path = "../tests/zoo/mod.rs"]
mod zoo;
