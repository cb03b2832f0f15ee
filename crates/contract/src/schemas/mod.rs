//! Schemas, compared by meaning.
//!
//! Both sides are brought to a [normal form](normal); its alternatives are [matched](matching), and
//! the rules look at each pair. What stands below is not compared here but given back, so that a
//! walk of any length needs no stack and meets every pair of schemas once.

use std::rc::Rc;

use crate::rules;
use crate::rules::unions;
use crate::spot::Spot;

mod engine;
mod fingerprint;
mod matching;
pub(crate) mod normal;
mod pair;
pub(crate) mod types;
pub(crate) mod values;
mod view;

pub(crate) use engine::{Engine, Holds};
pub(crate) use matching::Matched;
use normal::{Alternative, Normal};
pub(crate) use pair::{Difference, Flow, Out, Pair, Words};
use types::{Kind, Types};
pub(crate) use view::{Bound, Found, View};

/// Two schemas in their normal form, with where they stand.
pub(crate) struct Both<'a> {
    pub(crate) before: Rc<Normal>,
    pub(crate) after: Rc<Normal>,
    pub(crate) spots: (Spot<'a>, Spot<'a>),
    pub(crate) flow: Flow,
    pub(crate) words: Words<'a>,
}

impl<'a> Engine<'a> {
    /// Compares one pair, without what stands below.
    pub(crate) fn compare(&mut self, both: &Both<'a>) -> Out<'a> {
        let mut out = Out::default();
        rules::types::null(both, &mut out);
        let stop = rules::types::types(self, both, &mut out);
        unions::unexpanded(self, both, &mut out);
        if stop {
            return out;
        }
        for kind in Kind::ALL {
            let of = |normal: &Normal| -> Vec<Alternative> {
                normal
                    .alternatives
                    .iter()
                    .filter(|one| !one.types.and(kind.types()).is_empty())
                    .cloned()
                    .collect()
            };
            let (before, after) = (of(&both.before), of(&both.after));
            if !before.is_empty() && !after.is_empty() {
                self.kind(both, kind, before, after, &mut out);
            }
        }
        let mut seen = std::collections::HashSet::new();
        out.differences.retain(|difference| {
            seen.insert((difference.rule.id, difference.message.clone(), difference.before.pointer()))
        });
        out
    }

    fn kind(
        &mut self,
        both: &Both<'a>,
        kind: Kind,
        mut before: Vec<Alternative>,
        mut after: Vec<Alternative>,
        out: &mut Out<'a>,
    ) {
        if matches!(kind, Kind::Boolean | Kind::Number | Kind::String) {
            rules::enumeration::compare(self, both, kind, (&before, &after), out);
            let firsts = before.first().cloned().zip(after.first().cloned());
            before.retain(|one| one.values.is_none() && kind != Kind::Boolean);
            after.retain(|one| one.values.is_none() && kind != Kind::Boolean);
            if before.is_empty() || after.is_empty() {
                // Listed values say all that other keywords could.
                if let Some((one, other)) = firsts.filter(|_| self.annotations) {
                    rules::annotations::compare(&self.pair(both, kind, &one, &other), out);
                }
                return;
            }
        }
        if before.len() > 1 || after.len() > 1 {
            unions::exclusive(self, both, (&before, &after), out);
        }
        let matched = self.matches(kind, &before, &after);
        for (one, other) in &matched.pairs {
            let (Some(one), Some(other)) = (before.get(*one), after.get(*other)) else { continue };
            let pair = self.pair(both, kind, one, other);
            self.alternatives(&pair, kind, out);
        }
        unions::leftover(self, both, kind, (&before, &after), &matched, out);
    }

    pub(crate) fn pair(
        &self,
        both: &Both<'a>,
        kind: Kind,
        one: &Alternative,
        other: &Alternative,
    ) -> Pair<'a> {
        let mut before = View::new(self.before.schemas, one, both.spots.0.clone());
        let mut after = View::new(self.after.schemas, other, both.spots.1.clone());
        before.types = before.types.and(kind.types());
        after.types = after.types.and(kind.types());
        Pair { before, after, flow: both.flow, words: both.words }
    }

    /// The keywords of two alternatives.
    pub(crate) fn alternatives(&mut self, pair: &Pair<'a>, kind: Kind, out: &mut Out<'a>) {
        match kind {
            Kind::Boolean => {}
            Kind::Number => {
                rules::bounds::compare(pair, out);
                rules::multiple_of::compare(pair, out);
                rules::format::numbers(pair, out);
            }
            Kind::String => {
                rules::length::compare(pair, out);
                rules::pattern::compare(pair, out);
                rules::format::texts(pair, out);
                rules::content::compare(pair, out);
            }
            Kind::Array => {
                rules::items::compare(pair, out);
                rules::contains::compare(pair, out);
            }
            Kind::Object => {
                rules::properties::compare(self, pair, out);
                rules::object_size::compare(pair, out);
                rules::names::compare(self, pair, out);
                rules::dependent::compare(pair, out);
            }
        }
        rules::negation::compare(self, pair, out);
        rules::condition::compare(self, pair, out);
        if self.annotations {
            rules::annotations::compare(pair, out);
        }
    }
}

impl Both<'_> {
    pub(crate) fn types(&self) -> (Types, Types) {
        (self.before.types(), self.after.types())
    }
}
