//! What both generated crates have in common, as tokens: the types of the schemas, and the messages
//! of the operations.

use proc_macro2::TokenStream;

pub(crate) mod docs;
pub mod messages;
pub(crate) mod parameter_spec;
pub mod rust_type;
pub mod schema_types;

/// One generated file before banner and formatting.
#[derive(Clone, Debug)]
pub struct EmittedFile {
    /// Path below the crate's `src/generated`, with `/`, for example `kombo/types.rs`.
    pub path: String,
    /// The file's items.
    pub tokens: TokenStream,
}
