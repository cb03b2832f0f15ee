//! What a rule reports.

use crate::locator::{Locator, Locators};
use crate::verdict::Change;

/// One difference, as a rule sees it.
#[derive(Clone, Debug)]
pub(crate) struct Difference<'a> {
    pub(crate) change: Change,
    pub(crate) message: String,
    pub(crate) before: Locator<'a>,
    pub(crate) after: Locator<'a>,
}

/// The differences that one rule has found so far.
#[derive(Debug, Default)]
pub(crate) struct Differences<'a> {
    found: Vec<Difference<'a>>,
}

impl<'a> Differences<'a> {
    pub(crate) fn push(&mut self, change: Change, message: String, (before, after): Locators<'a>) {
        self.found.push(Difference { change, message, before, after });
    }

    pub(crate) fn take(&mut self) -> Vec<Difference<'a>> {
        std::mem::take(&mut self.found)
    }
}
