// Generated from composition.yaml by the test golden.rs. Do not edit.

//! Composition
mod operations;
mod requests;
mod responses;
mod router;
mod tables;
/// The types of the document's schemas.
pub mod types;
#[allow(unused_imports, unreachable_pub, reason = "a document may have no operations")]
pub use operations::*;
pub use router::{
    ASK, BASE_PATHS, ECHO_ACCOUNT, ECHO_MESSAGE, ECHO_PETS, ECHO_SHIP, ECHO_TAGS,
    Handlers, Security, router, router_with,
};
#[allow(unused_imports, unreachable_pub, reason = "a document may have no types")]
pub use types::*;
