// Generated from specs/vercel.json and specs/vercel.overlay.yaml by `cargo xtask codegen`. Do not edit.

//! Vercel REST API & SDK
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
    BASE_PATHS, Credentials, DELETE_CONFIGURATION, Handlers, Security, router,
    router_with,
};
#[allow(unused_imports, unreachable_pub, reason = "a document may have no types")]
pub use types::*;
