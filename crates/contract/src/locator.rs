//! Where a difference stands, before files and lines are looked up.

use unplug_openapi::ir::Location;
use unplug_openapi::syntax::pointer;

/// A part of a description: a node of the document, and steps below it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Locator<'a> {
    location: Option<&'a Location>,
    /// Keys below the location.
    steps: Vec<String>,
    pub(crate) absent: bool,
    /// Texts that lead to the line in a handler's description, see [`crate::HandlerSources::line`].
    pub(crate) hints: Vec<String>,
}

/// The same part in the two descriptions.
pub(crate) type Locators<'a> = (Locator<'a>, Locator<'a>);

impl<'a> Locator<'a> {
    pub(crate) fn at(location: &'a Location) -> Self {
        Self { location: Some(location), ..Self::default() }
    }

    /// The document as a whole.
    pub(crate) fn root() -> Self {
        Self::default()
    }

    pub(crate) fn step(mut self, key: &str) -> Self {
        self.steps.push(key.to_owned());
        self
    }

    pub(crate) fn absent(mut self) -> Self {
        self.absent = true;
        self
    }

    pub(crate) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }

    /// Prepends the hints of what holds this part.
    pub(crate) fn within(mut self, holder: &Self) -> Self {
        self.hints.splice(..0, holder.hints.iter().cloned());
        self
    }

    pub(crate) fn location(&self) -> Option<&'a Location> {
        self.location
    }

    pub(crate) fn pointer(&self) -> String {
        let start = self.location.map_or_else(String::new, |location| location.pointer.clone());
        // What is not there has no pointer: what would hold it has.
        let there = if self.absent && self.location.is_some() {
            self.steps.len().saturating_sub(1)
        } else {
            self.steps.len()
        };
        self.steps.iter().take(there).fold(start, |parent, step| pointer::child(&parent, step))
    }
}
