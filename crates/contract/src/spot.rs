//! Where a difference stands, before files and lines are looked up.

use unplug_openapi::ir::Location;
use unplug_openapi::syntax::pointer;

/// A place below a part of one side's document.
#[derive(Clone, Debug, Default)]
pub(crate) struct Spot<'a> {
    location: Option<&'a Location>,
    /// Keys below the origin.
    steps: Vec<String>,
    pub(crate) absent: bool,
    /// Leads to the place in a handler's description, see [`crate::HandlerSources::place`].
    pub(crate) hints: Vec<String>,
}

impl<'a> Spot<'a> {
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
