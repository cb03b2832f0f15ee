//! The two descriptions that are compared.

use unplug_openapi::Document;
use unplug_openapi::diagnostic::Diagnostic;
use unplug_openapi::ir::{Api, SchemaId};
use unplug_openapi::syntax::Node;

use crate::date::Date;
use crate::handlers::HandlerSources;
use crate::verdict::Direction;

/// A description of an API: a document, or what handlers say of themselves.
#[derive(Clone, Copy)]
pub struct Description<'a> {
    /// What it says.
    pub api: &'a Api,
    /// How sentences call it, for example `in the document`.
    pub wording: &'a str,
    /// The corrected tree, from which keys get their own lines.
    pub(crate) root: Option<&'a Node>,
    /// What could not be read of it.
    pub(crate) diagnostics: &'a [Diagnostic],
    /// The sources, when this is what handlers say of themselves.
    pub(crate) handlers: Option<&'a HandlerSources>,
}

impl<'a> Description<'a> {
    /// An API whose document is not at hand: locations are those of whole schemas.
    #[must_use]
    pub fn new(api: &'a Api, wording: &'a str) -> Self {
        Self { api, wording, root: None, diagnostics: &[], handlers: None }
    }

    /// A document: every keyword has its line.
    #[must_use]
    pub fn document(document: &'a Document, wording: &'a str) -> Self {
        Self { api: &document.api, wording, root: Some(&document.root), diagnostics: &[], handlers: None }
    }

    /// What handlers say of themselves: locations are lines of their sources.
    #[must_use]
    pub fn handlers(api: &'a Api, wording: &'a str, sources: &'a HandlerSources) -> Self {
        Self { api, wording, root: None, diagnostics: &[], handlers: Some(sources) }
    }

    /// The same, with what was found while it was loaded: a part that cannot be read is compared with
    /// nothing, and is a finding of its own.
    #[must_use]
    pub fn with_diagnostics(self, diagnostics: &'a [Diagnostic]) -> Self {
        Self { diagnostics, ..self }
    }
}

/// What is compared.
#[derive(Clone, Copy, Default)]
pub struct Options<'a> {
    /// Servers, webhooks and callbacks, and keywords that only concern generated code. Handlers do
    /// not say them.
    pub whole_document: bool,
    /// The generated Rust items, when they are known.
    pub rust: Option<&'a dyn RustNames>,
    /// The day by which `x-sunset` is judged; `None` for that of the clock.
    pub today: Option<Date>,
}

/// Which generated Rust items come from what.
pub trait RustNames {
    /// The items of an operation's request or of its responses, by its id on the `before` side.
    fn operation(&self, id: &str, part: Direction) -> Vec<String>;
    /// The items that a schema of the `before` side became.
    fn schema(&self, id: SchemaId) -> Vec<String>;
}
