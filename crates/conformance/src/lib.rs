//! Checks recorded HTTP exchanges against an `OpenAPI` document.
//!
//! A service records what went over the wire in its tests, however it likes, and gives each
//! exchange to a [`Checker`]. Every [`Finding`] names what is wrong and the line of the document
//! that decided. A [`Coverage`] counts which declared statuses were exercised, so that a response
//! that nothing ever produced does not go unnoticed.
//!
//! It is for the tests of a service and for recorded traffic. It sends nothing itself, and it is not
//! made for the path of a request in production: the generated stub has a validator for that.
//!
//! ```no_run
//! use unplug_conformance::{Checker, Coverage, Exchange};
//!
//! # fn recorded() -> Vec<Exchange> { Vec::new() }
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let loaded = unplug_openapi::load("specs/kombo.yaml".as_ref(), None);
//! let document = loaded.document.ok_or("the document cannot be used")?;
//! let checker = Checker::for_document(&document)?;
//! let mut coverage = Coverage::new(&document.api);
//! for exchange in recorded() {
//!     for finding in checker.check(&exchange) {
//!         println!("{finding}");
//!     }
//!     coverage.record(&checker, &exchange);
//! }
//! println!("{coverage}");
//! assert!(coverage.missing().is_empty());
//! # Ok(())
//! # }
//! ```
//!
//! # What is checked
//!
//! - **Response** ([`Checker::check_response`]): the operation exists, the status is declared, the
//!   media type is declared, required headers are there, declared headers are there once and fit
//!   their schema, the body fits its schema, and there is no body where none can be (204, 304,
//!   HEAD, a response that declares none).
//! - **Request** ([`Checker::check_request`]): credentials, parameters and body.
//! - **Both** ([`Checker::check`]): the response, and that a request which breaks the document was
//!   not accepted (answered with 2xx).
//! - **The document itself** ([`Checker::check_examples`], [`examples()`]): its examples fit its own
//!   schemas.
//!
//! Bodies of the JSON media types, of `text/*` and of forms are checked against their schema; of other
//! media types only the media type is checked.

mod body;
mod checker;
mod coverage;
mod deep_object;
mod error;
mod examples;
mod exchange;
mod finding;
mod form;
mod headers;
mod parameters;
mod paths;
mod report;
pub mod sample;
mod schemas;
mod validation;
mod values;

pub use checker::Checker;
pub use coverage::{Coverage, MissingStatus};
pub use error::CheckerError;
pub use examples::examples;
pub use exchange::Exchange;
pub use finding::{Finding, Rule, SourceLine};
