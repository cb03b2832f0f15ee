//! Compares two descriptions of an API, operation by operation and down to every schema keyword.
//!
//! `before` is the promise that people rely on, `after` is what is now: the document and what the
//! handlers say of themselves, our copy and a newer published one, a git revision and the working
//! tree, a schema and the generated type. Both are the same IR, so that nothing here knows `OpenAPI`
//! syntax. [`compare()`] gives [`Finding`]s with a stable [rule](rules) id and a location in either
//! description; [`render`] turns them into text.

mod accepted;
mod compare;
mod conformance;
mod date;
mod description;
mod difference;
mod finding;
mod handlers;
mod lifecycle;
mod lines;
mod locator;
mod part;
pub mod render;
mod report;
mod routes;
mod rule;
pub mod rules;
pub mod rust_items;
mod schemas;
mod upstream;
mod verdict;
mod wording;

pub use accepted::{Accepted, Comparison, Entry, Judged, Unreadable};
pub use compare::{compare, compare_schemas, document_added, document_removed};
pub use conformance::{INTENDED, Widening, compare_types};
pub use date::{Date, InvalidDate};
pub use description::{Description, Options, RustNames};
pub use finding::{Finding, Place, ReportedLocation, SourceLine};
pub use handlers::{Error as HandlerSourcesError, HandlerSources, rust_files};
pub use report::{FailOn, Format, UnknownWord, report};
pub use rule::{Mirror, Rule};
pub use upstream::match_copies;
pub use verdict::{Audience, Change, Direction, Severity};
