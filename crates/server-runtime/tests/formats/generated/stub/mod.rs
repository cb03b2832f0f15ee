// Generated from formats.yaml by the test golden.rs. Do not edit.

//! Formats that are asserted
mod operations;
mod requests;
mod responses;
mod router;
mod tables;
/// The types of the document's schemas.
pub mod types;
#[allow(unused_imports, unreachable_pub, reason = "a document may have no operations")]
pub use operations::*;
pub use router::{BASE_PATHS, ECHO_NOTE, Handlers, Security, router, router_with};
#[allow(unused_imports, unreachable_pub, reason = "a document may have no types")]
pub use types::*;
