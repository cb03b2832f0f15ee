//! Compares two descriptions of an API, operation by operation and down to every schema keyword.
//!
//! `before` is the promise that people rely on, `after` is what is now: the document and what the
//! handlers say of themselves, our copy and a newer published one, a git revision and the working
//! tree, a schema and the generated type. Both are the same IR, so that nothing here knows `OpenAPI`
//! syntax. [`compare()`] gives [`Finding`]s with a stable [rule](rules) id and a place on either side;
//! [`render`] turns them into text.

mod compare;
mod finding;
mod fit;
mod handlers;
pub mod render;
mod report;
mod rule;
pub mod rules;
pub mod rust_items;
mod schemas;
mod side;
mod spot;
#[cfg(test)]
mod testing;
mod upstream;

pub use compare::{compare, compare_schemas};
pub use finding::{Finding, Place, Severity, Site, Whom};
pub use fit::{INTENDED, Widening, compare_types};
pub use handlers::{Error as HandlerSourcesError, HandlerSources, rust_files};
pub use report::{FailOn, Format, UnknownWord, report};
pub use rule::{Direction, Rule};
pub use side::{Options, RustNames, Side};
pub use upstream::match_copies;
