// Generated from specs/rocketchat.json and specs/rocketchat.overlay.yaml by `cargo xtask codegen`. Do not edit.

//! Integrations
mod operations;
mod responses;
mod router;
mod tables;
/// The types of the document's schemas.
pub mod types;
pub use operations::*;
pub use router::{
    BASE_PATHS, Credentials, Handlers, INTEGRATIONS_REMOVE, Security, router, router_with,
};
pub use types::*;
