// Generated from second_client.yaml by the test golden.rs. Do not edit.

//! Second client
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
    BASE_PATHS, COOKIE_FORM, COOKIE_STYLE, ENCODED_QUERY, FILTERED, GET_DOC, GET_FILE,
    HEADER_SIMPLE, Handlers, NUMBERS, OVERLAPPING, PATH_LABEL, PATH_LABEL_EXPLODE,
    PATH_MATRIX, PATH_MATRIX_EXPLODE, PATH_SIMPLE, PATH_SIMPLE_EXPLODE,
    QUERY_DEEP_OBJECT, QUERY_DELIMITED, QUERY_FORM, QUERY_FORM_EXPLODE, SEND_PARTS,
    STYLED_FORM, Security, USUAL_FORM, WHOLE_QUERY, router, router_with,
};
#[allow(unused_imports, unreachable_pub, reason = "a document may have no types")]
pub use types::*;
