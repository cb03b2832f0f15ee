//! Compares two descriptions of an API, operation by operation.
//!
//! One is the document, corrected; the other is what the handlers say of themselves. Both are the
//! same IR, so that nothing here knows `OpenAPI` syntax. [`compare()`] gives [`Finding`]s with a
//! stable rule id and a place on either side; [`render`] turns them into text.

pub mod compare;
pub mod finding;
pub mod handlers;
pub mod render;
pub mod rust_items;

pub use compare::compare;
pub use finding::{Finding, Place, Severity};
pub use handlers::HandlerSources;
