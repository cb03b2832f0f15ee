//! Bounds of what a stub takes.

/// Bounds of what a stub takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Most bytes of a request body.
    pub body: usize,
}

impl Default for Limits {
    /// Bodies of 1 MiB.
    fn default() -> Self {
        Self { body: 1024 * 1024 }
    }
}
