//! What an emitter hands over: tokens for one file.

use proc_macro2::TokenStream;

/// One generated file before banner and formatting.
#[derive(Clone, Debug)]
pub struct EmittedFile {
    /// Path below the crate's `src/generated`, with `/`, for example `kombo/types.rs`.
    pub path: String,
    /// The file's items.
    pub tokens: TokenStream,
}
