//! What the rules of schemas look at.

use std::fmt::Display;
use std::rc::Rc;

use unplug_openapi::ir::{SchemaId, Schemas, TypeSet};

use super::carrier::Carrier;
use super::flattened::{Alternative, Flattened, Flattener, Set};
use super::types::Kind;
use super::view::{Found, View};
use crate::date::Date;
use crate::difference::Differences;
use crate::locator::Locators;
use crate::verdict::{Change, Direction};
use crate::wording::Wording;

/// The schemas of both descriptions, to be flattened.
pub(crate) struct Flatteners<'a> {
    pub(crate) before: Flattener<'a>,
    pub(crate) after: Flattener<'a>,
}

/// Two flattened schemas, and where they stand.
#[derive(Clone)]
pub(crate) struct SchemaPair<'a> {
    pub(crate) sets: (Set, Set),
    /// How the values are written.
    pub(crate) carrier: Carrier,
    pub(crate) before: Rc<Flattened>,
    pub(crate) after: Rc<Flattened>,
    pub(crate) locators: Locators<'a>,
    /// The direction in which values travel; `None` when types are compared as such.
    pub(crate) direction: Option<Direction>,
    pub(crate) wording: Wording<'a>,
    pub(crate) today: Option<Date>,
}

/// Two alternatives that stand for each other.
#[derive(Clone)]
pub(crate) struct AlternativePair<'a> {
    pub(crate) before: View<'a>,
    pub(crate) after: View<'a>,
    pub(crate) direction: Option<Direction>,
    pub(crate) wording: Wording<'a>,
    pub(crate) today: Option<Date>,
}

/// The alternatives of one kind that belong to a union.
pub(crate) struct UnionPair<'a> {
    pub(crate) union: SchemaPair<'a>,
    pub(crate) before: Vec<Alternative>,
    pub(crate) after: Vec<Alternative>,
    /// Those that are valid in none of the others any more.
    pub(crate) lost: Vec<Alternative>,
    /// Those that were valid in none of the others before.
    pub(crate) gained: Vec<Alternative>,
}

impl<'a> Flatteners<'a> {
    pub(crate) fn new(before: &'a Schemas, after: &'a Schemas) -> Self {
        Self { before: Flattener::new(before), after: Flattener::new(after) }
    }

    pub(crate) fn sets(&mut self, before: &[SchemaId], after: &[SchemaId]) -> (Set, Set) {
        (self.before.set(before), self.after.set(after))
    }

    /// Two alternatives as far as values of one kind go.
    pub(crate) fn alternatives(
        &self,
        pair: &SchemaPair<'a>,
        kind: Kind,
        (before, after): (&Alternative, &Alternative),
    ) -> AlternativePair<'a> {
        let mut before = View::new(self.before.schemas, before, pair.locators.0.clone());
        let mut after = View::new(self.after.schemas, after, pair.locators.1.clone());
        before.types = before.types.and(kind.types());
        after.types = after.types.and(kind.types());
        AlternativePair { before, after, direction: pair.direction, wording: pair.wording, today: pair.today }
    }
}

impl SchemaPair<'_> {
    pub(crate) fn types(&self) -> (TypeSet, TypeSet) {
        (self.before.types(), self.after.types())
    }

    /// Whether one takes nothing, or anything, and the other does not: every keyword would be a
    /// difference of its own.
    pub(crate) fn is_incomparable(&self) -> bool {
        let (before, after) = self.types();
        before != after && [before, after].iter().any(|types| types.is_empty() || *types == TypeSet::NON_NULL)
    }
}

impl<'a> AlternativePair<'a> {
    /// The locators of a keyword, or of what would hold it.
    pub(crate) fn keyword<T, U>(&self, keyword: &str, found: (Found<T>, Found<U>)) -> Locators<'a> {
        (self.before.locator(found.0, keyword), self.after.locator(found.1, keyword))
    }

    /// Reports a keyword whose values differ, each as the text that it has in the sentence.
    pub(crate) fn report<T: Display>(
        &self,
        change: Change,
        keyword: &str,
        (before, after): (Found<T>, Found<T>),
        found: &mut Differences<'a>,
    ) {
        let texts = (before.as_ref().map(|(value, _)| value), after.as_ref().map(|(value, _)| value));
        let message = self.wording.differs(&format!("`{keyword}`"), texts.0, texts.1);
        found.push(change, message, self.keyword(keyword, (before, after)));
    }

    /// A keyword that limits values by one value. `stricter` says whether the first leaves less than
    /// the second.
    pub(crate) fn compare_limit<T: Display + PartialEq>(
        &self,
        keyword: &str,
        (before, after): (Found<T>, Found<T>),
        stricter: impl Fn(&T, &T) -> bool,
        found: &mut Differences<'a>,
    ) {
        let change = match (&before, &after) {
            (None, None) => return,
            (None, Some(_)) => Change::Narrower,
            (Some(_), None) => Change::Wider,
            (Some((one, _)), Some((other, _))) if one == other => return,
            (Some((one, _)), Some((other, _))) if stricter(other, one) => Change::Narrower,
            (Some((one, _)), Some((other, _))) if stricter(one, other) => Change::Wider,
            (Some(_), Some(_)) => Change::Moved,
        };
        self.report(change, keyword, (before, after), found);
    }
}
