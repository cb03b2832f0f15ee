//! Text to a tree that knows where every value and key stands.
//!
//! [`read`] takes JSON and YAML 1.2 (core schema). Whatever the text, it neither panics nor
//! overflows the stack: nesting deeper than [`MAX_DEPTH`], aliases that multiply beyond
//! [`MAX_ALIAS_NODES`] and more values than [`MAX_WEIGHT`] are findings like any other.

use std::sync::Arc;

use indexmap::IndexMap;

use crate::diagnostic::{Diagnostic, Severity};

mod findings;
mod json;
mod json_string;
mod node;
mod number;
pub mod pointer;
mod yaml;
mod yaml_flow;
mod yaml_offsets;
mod yaml_scalar;

pub use crate::source::{Location, SourceFile, Span};
pub use node::Extent;

/// Levels of nesting that a document may have. Published documents stay under 60; the limit keeps
/// every later stage, which may recurse, within a thread's stack.
pub const MAX_DEPTH: usize = 256;

/// Values that all YAML aliases of a document together may stand for.
pub const MAX_ALIAS_NODES: usize = 1_000_000;

/// How large a document may be, counted in values, where an object or array counts for
/// [`CONTAINER_WEIGHT`] because it takes so much more memory. The largest published documents,
/// of some 40 MB, stay under half of it.
pub const MAX_WEIGHT: usize = 15_000_000;

/// What an object or array counts for in [`MAX_WEIGHT`].
pub const CONTAINER_WEIGHT: usize = 6;

/// A value with its place. The file is kept per node, because an overlay or a relative `$ref`
/// brings nodes of other files into a tree.
#[derive(Clone, Debug)]
pub struct Node {
    /// The file the value was read from.
    pub file: Arc<SourceFile>,
    /// The value's bytes.
    pub span: Span,
    /// The value.
    pub value: Value,
}

/// What a [`Node`] holds.
#[derive(Clone, Debug)]
pub enum Value {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number, kept exactly as JSON would have it.
    Number(serde_json::Number),
    /// Text
    String(String),
    /// A sequence
    Array(Vec<Node>),
    /// A mapping in document order; boxed, because most values are none and would be as large
    Object(Box<IndexMap<String, Member>>),
}

/// A member of an object: its value, and where its key stands.
#[derive(Clone, Debug)]
pub struct Member {
    /// The key's bytes, in the file of the value's *parent*.
    pub key_span: Span,
    /// The file the key was read from.
    pub key_file: Arc<SourceFile>,
    /// The value.
    pub node: Node,
}

/// What [`read`] found in a text.
#[derive(Debug)]
pub struct Reading {
    /// The tree; `None` when a diagnostic is an error.
    pub root: Option<Node>,
    /// Findings in the order of the text.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads JSON or YAML, with all findings.
///
/// A name that ends in `.json` means JSON. Otherwise a text that begins with `{` or `[` is tried
/// as JSON first, because JSON in a `.yaml` file is common and reads faster and more exactly so.
#[must_use]
pub fn read(file: &Arc<SourceFile>) -> Reading {
    let extension = file.name.rsplit_once('.').map(|(_, extension)| extension);
    let is = |wanted: &str| extension.is_some_and(|given| given.eq_ignore_ascii_case(wanted));
    let looks_like_json =
        file.text.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']).starts_with(['{', '[']);
    let named_yaml = is("yaml") || is("yml");
    if is("json") || (looks_like_json && !named_yaml) {
        return json::read(file);
    }
    if looks_like_json {
        let reading = json::read(file);
        if reading.root.is_some() {
            return reading;
        }
    }
    yaml::read(file)
}

/// Reads JSON or YAML; warnings are dropped ([`read`] keeps them).
///
/// # Errors
/// Every finding, when the text cannot be used.
#[allow(clippy::needless_pass_by_value, reason = "every node keeps the file, so a caller hands it over")]
pub fn parse(file: Arc<SourceFile>) -> Result<Node, Vec<Diagnostic>> {
    let Reading { root, diagnostics } = read(&file);
    root.ok_or(diagnostics)
}

impl Reading {
    fn new(root: Option<Node>, diagnostics: Vec<Diagnostic>) -> Self {
        let usable = diagnostics.iter().all(|diagnostic| diagnostic.severity != Severity::Error);
        Self { root: root.filter(|_| usable), diagnostics }
    }
}
