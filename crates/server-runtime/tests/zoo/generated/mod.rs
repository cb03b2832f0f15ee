// Generated from zoo.yaml by the test golden.rs. Do not edit.

//! Zoo
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
    BASE_PATHS, CHECK, Credentials, DELETE_CHECKS, GET_ANIMAL, GET_FILM, GET_NEWS,
    GET_REPORT, GET_TOKEN, Handlers, OPEN_DRAWER, OPEN_VAULT, POST_NEWS, PROBE_FILM,
    PUT_ANIMAL, REFRESH_TOKEN, REPLACE_UPLOADS, STYLES, Security, TOKEN_BY_CODE, UPLOAD,
    WALK_MAZE, router, router_with,
};
#[allow(unused_imports, unreachable_pub, reason = "a document may have no types")]
pub use types::*;
