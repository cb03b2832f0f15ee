//! Why a document cannot be used for checking.

use crate::finding::SourceLine;

/// Why a checker could not be made.
#[derive(Clone, Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CheckerError {
    /// A schema cannot be compiled.
    #[error("{at}: the schema at {} cannot be used for checking: {message}", at.pointer)]
    Schema {
        /// Where the schema stands.
        at: SourceLine,
        /// What the validator says.
        message: String,
    },
}
