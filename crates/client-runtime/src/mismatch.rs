//! Why an answer does not fit the document.

/// Why an answer does not fit the document.
#[derive(Debug, PartialEq, Eq)]
pub enum Mismatch {
    /// The status is not declared.
    Undeclared,
    /// The status is declared, and the rest is not as declared for it.
    Malformed(String),
}

/// What a generated decoder makes of an answer.
pub(crate) type Decoded<T, E> = Result<Result<T, E>, Mismatch>;
