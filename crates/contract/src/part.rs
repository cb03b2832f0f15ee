//! Parts of an API outside schemas, as the two descriptions have them.

use std::collections::{BTreeMap, BTreeSet};

use unplug_openapi::ir::{Api, MediaType, Response, SecurityScheme};
use unplug_openapi::syntax::Node;

use crate::date::Date;
use crate::difference::Differences;
use crate::locator::Locators;
use crate::verdict::{Change, Direction};
use crate::wording::Wording;

/// Credentials that are presented together: what travels on the wire, each with its scopes.
pub(crate) type Credentials = BTreeMap<String, BTreeSet<String>>;
/// The credentials each of which is enough for an operation.
pub(crate) type Accepted = BTreeSet<Credentials>;

/// A media type of a body.
#[derive(Clone, Debug)]
pub(crate) struct Content<'a> {
    pub(crate) media_type: &'a MediaType,
    /// How sentences call the body, for example `the request body`.
    pub(crate) body: String,
    /// What the other description has of the body.
    pub(crate) elsewhere: Elsewhere,
    /// Whether clients say by `Accept` which form they want: in responses, and not in what an API sends
    /// by itself.
    pub(crate) negotiated: bool,
}

/// What the other description has of the body that a media type belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Elsewhere {
    /// No body at all.
    Nothing,
    /// Other media types.
    Others,
    /// A media type that this one, a range, includes.
    Included,
}

/// A security scheme.
#[derive(Clone, Debug)]
pub(crate) struct Scheme<'a> {
    pub(crate) declared: &'a SecurityScheme,
    /// What travels on the wire.
    pub(crate) wire: String,
    /// Whether an operation asks for it in both descriptions.
    pub(crate) is_used: bool,
    /// Whether the one way to present it has taken the place of the other.
    pub(crate) is_changed: bool,
}

/// A response, and whether the same operation of the other description can succeed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Answer<'a> {
    pub(crate) response: &'a Response,
    pub(crate) succeeds_elsewhere: bool,
}

/// One part, for example a parameter. At least one description has it.
pub(crate) struct Part<'a, T> {
    pub(crate) before: Option<T>,
    pub(crate) after: Option<T>,
    /// How sentences call it, for example ``the query parameter `limit` ``; empty for an operation
    /// that both have.
    pub(crate) name: String,
    /// Where it stands, or what would hold it.
    pub(crate) locators: Locators<'a>,
    /// The direction in which it travels.
    pub(crate) direction: Direction,
    /// Whether both descriptions are documents; otherwise one is what handlers say of themselves.
    pub(crate) documents: bool,
    /// The day by which it is judged what was announced to go.
    pub(crate) today: Option<Date>,
    /// The trees, for extensions.
    pub(crate) roots: (Option<&'a Node>, Option<&'a Node>),
    pub(crate) apis: (&'a Api, &'a Api),
    pub(crate) wording: Wording<'a>,
}

impl<'a, T> Part<'a, T> {
    pub(crate) fn both(&self) -> Option<(&T, &T)> {
        self.before.as_ref().zip(self.after.as_ref())
    }

    /// The part when only the later description has it.
    pub(crate) fn added(&self) -> Option<&T> {
        self.after.as_ref().filter(|_| self.before.is_none())
    }

    /// The part when only the earlier description has it.
    pub(crate) fn removed(&self) -> Option<&T> {
        self.before.as_ref().filter(|_| self.after.is_none())
    }

    /// Reports a part that only the later description has.
    pub(crate) fn compare_added(&self, change: impl Fn(&T) -> Change, found: &mut Differences<'a>) {
        if let Some(part) = self.added() {
            found.push(change(part), self.wording.added(&self.name), self.locators.clone());
        }
    }

    /// As [`Part::compare_added`], for what callers send: a required part is said to be so, and is
    /// stricter.
    pub(crate) fn compare_added_to_request(
        &self,
        required: impl Fn(&T) -> bool,
        found: &mut Differences<'a>,
    ) {
        if self.added().is_some_and(required) {
            let name = format!("{}, which is required,", self.name);
            found.push(Change::Narrower, self.wording.added(&name), self.locators.clone());
        } else {
            self.compare_added(|_| Change::Wider, found);
        }
    }

    /// Reports a part that only the earlier description has.
    pub(crate) fn compare_removed(&self, change: impl Fn(&T) -> Change, found: &mut Differences<'a>) {
        if let Some(part) = self.removed() {
            found.push(change(part), self.wording.removed(&self.name), self.locators.clone());
        }
    }

    /// Where a keyword stands; `present` tells which of the two have it.
    pub(crate) fn keyword(&self, keyword: &str, present: (bool, bool)) -> Locators<'a> {
        let (mut before, mut after) = self.locators.clone();
        (before.absent, after.absent) = (!present.0, !present.1);
        (before.step(keyword), after.step(keyword))
    }

    /// For example `` `deprecated` of the query parameter `limit` ``.
    fn keyword_name(&self, keyword: &str) -> String {
        if self.name.is_empty() { format!("`{keyword}`") } else { format!("`{keyword}` of {}", self.name) }
    }

    /// `required`: stricter where it is newly set.
    pub(crate) fn compare_required(&self, get: impl Fn(&T) -> bool, found: &mut Differences<'a>) {
        let Some((before, after)) = self.both().map(|(one, other)| (get(one), get(other))) else { return };
        if before == after {
            return;
        }
        let change = if after { Change::Narrower } else { Change::Wider };
        let word = |required| Some(if required { "required" } else { "optional" });
        let message = self.wording.differs(&self.name, word(before), word(after));
        found.push(change, message, self.keyword("required", (before, after)));
    }

    /// A keyword that is true or false. `change` is what becomes of what is valid when it is newly set.
    pub(crate) fn compare_flag(
        &self,
        keyword: &str,
        get: impl Fn(&T) -> bool,
        change: Change,
        found: &mut Differences<'a>,
    ) {
        let Some((before, after)) = self.both().map(|(one, other)| (get(one), get(other))) else { return };
        if before != after {
            let change = if after { change } else { change.reversed() };
            let message = self.wording.differs(&self.keyword_name(keyword), Some(before), Some(after));
            found.push(change, message, self.keyword(keyword, (before, after)));
        }
    }

    /// A keyword with a text that changes nothing on the wire.
    pub(crate) fn compare_annotation(
        &self,
        keyword: &str,
        get: impl Fn(&T) -> Option<&str>,
        found: &mut Differences<'a>,
    ) {
        let Some((before, after)) = self.both().map(|(one, other)| (get(one), get(other))) else { return };
        if before != after {
            let message = self.wording.differs(&self.keyword_name(keyword), before, after);
            let locators = self.keyword(keyword, (before.is_some(), after.is_some()));
            found.push(Change::Neutral, message, locators);
        }
    }
}
