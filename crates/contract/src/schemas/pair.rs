//! What the rules of schemas get, and what they give.

use std::fmt::Display;

use unplug_openapi::ir::SchemaId;

use super::view::{Found, View};
use crate::rule::{Change, Rule};
use crate::spot::Spot;

/// In which direction values travel; `Both` when the types of either side are compared as such.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Flow {
    Request,
    Response,
    Both,
}

/// Two alternatives that stand for each other.
pub(crate) struct Pair<'a> {
    pub(crate) before: View<'a>,
    pub(crate) after: View<'a>,
    pub(crate) flow: Flow,
    /// For example `in the document` and `in the handlers`.
    pub(crate) words: Words<'a>,
}

/// How the sides are called in sentences.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Words<'a> {
    pub(crate) before: &'a str,
    pub(crate) after: &'a str,
}

/// One difference, as a rule sees it.
#[derive(Clone, Debug)]
pub(crate) struct Difference<'a> {
    pub(crate) rule: &'static Rule,
    pub(crate) change: Change,
    pub(crate) message: String,
    pub(crate) before: Spot<'a>,
    pub(crate) after: Spot<'a>,
}

/// Schemas below, which are compared in their turn.
#[derive(Clone, Debug)]
pub(crate) struct Child<'a> {
    pub(crate) before: Vec<SchemaId>,
    pub(crate) after: Vec<SchemaId>,
    /// How a person finds it from the parent, for example `.name` or `[]`.
    pub(crate) label: String,
    /// Where the parents stand.
    pub(crate) spots: (Spot<'a>, Spot<'a>),
}

/// What the rules found.
#[derive(Clone, Debug, Default)]
pub(crate) struct Out<'a> {
    pub(crate) differences: Vec<Difference<'a>>,
    pub(crate) children: Vec<Child<'a>>,
}

impl<'a> Out<'a> {
    pub(crate) fn push(
        &mut self,
        rule: &'static Rule,
        change: Change,
        message: String,
        before: Spot<'a>,
        after: Spot<'a>,
    ) {
        self.differences.push(Difference { rule, change, message, before, after });
    }
}

impl<'a> Pair<'a> {
    /// ``KEYWORD is X in the document, Y in the handlers``
    pub(crate) fn sentence(
        &self,
        what: &str,
        before: Option<&dyn Display>,
        after: Option<&dyn Display>,
    ) -> String {
        self.words.differ(what, before, after)
    }

    pub(crate) fn child(&self, before: Vec<SchemaId>, after: Vec<SchemaId>, label: String) -> Child<'a> {
        Child { before, after, label, spots: (self.before.whole(), self.after.whole()) }
    }

    /// A keyword that limits values by one number. `stricter` says whether the first leaves less than
    /// the second.
    pub(crate) fn limit<T: Display + PartialEq>(
        &self,
        out: &mut Out<'a>,
        (rule, keyword): (&'static Rule, &str),
        (before, after): (Found<T>, Found<T>),
        stricter: impl Fn(&T, &T) -> bool,
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
        let text = |found: &Found<T>| found.as_ref().map(|(value, _)| value.to_string());
        let (one, other) = (text(&before), text(&after));
        let message = self.sentence(
            &format!("`{keyword}`"),
            one.as_ref().map(|text| text as &dyn Display),
            other.as_ref().map(|text| text as &dyn Display),
        );
        out.push(rule, change, message, self.before.spot(before, keyword), self.after.spot(after, keyword));
    }
}

impl Words<'_> {
    /// For example ``` `maxLength` is 5 in the document, not set in the handlers```.
    pub(crate) fn differ(
        self,
        what: &str,
        before: Option<&dyn Display>,
        after: Option<&dyn Display>,
    ) -> String {
        let text =
            |value: Option<&dyn Display>| value.map_or_else(|| "not set".to_owned(), ToString::to_string);
        format!("{what} is {} {}, {} {}", text(before), self.before, text(after), self.after)
    }

    /// For example ``the query parameter `a` is there in the document, but not in the handlers``.
    pub(crate) fn gone(self, what: &str) -> String {
        format!("{what} is there {}, but not {}", self.before, self.after)
    }

    /// The reverse.
    pub(crate) fn added(self, what: &str) -> String {
        format!("{what} is there {}, but not {}", self.after, self.before)
    }
}
