//! The state of a comparison of schemas, and the question whether one alternative holds another.

use std::collections::{HashSet, VecDeque};

use unplug_openapi::ir::{SchemaId, Schemas};

use super::normal::{Alternative, Normalizer, Set};
use super::pair::{Flow, Out, Pair};
use super::types::Kind;
use super::{Both, Words};
use crate::rule::Change;
use crate::spot::Spot;

/// How many pairs of schemas are looked at to tell whether one alternative holds another.
const MOST_PROBED: usize = 200;
/// How many of these questions are asked in all; each more is answered with no.
const MOST_PROBES: usize = 20_000;

/// Compares the schemas of two APIs.
pub(crate) struct Engine<'a> {
    pub(crate) before: Normalizer<'a>,
    pub(crate) after: Normalizer<'a>,
    /// Are keywords that change nothing on the wire compared as well?
    pub(crate) annotations: bool,
    pub(crate) words: Words<'a>,
    probes: usize,
    probing: bool,
}

/// What a question may find.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Holds {
    /// Is all that was valid still valid?
    AfterHoldsBefore,
    /// Was all that is valid now valid before?
    BeforeHoldsAfter,
}

impl<'a> Engine<'a> {
    pub(crate) fn new(before: &'a Schemas, after: &'a Schemas, words: Words<'a>) -> Self {
        Self {
            before: Normalizer::new(before),
            after: Normalizer::new(after),
            annotations: false,
            words,
            probes: 0,
            probing: false,
        }
    }

    pub(crate) fn both(&mut self, sets: (Set, Set), flow: Flow, spots: (Spot<'a>, Spot<'a>)) -> Both<'a> {
        Both {
            before: self.before.normal(sets.0),
            after: self.after.normal(sets.1),
            spots,
            flow,
            words: self.words,
        }
    }

    pub(crate) fn sets(&mut self, before: &[SchemaId], after: &[SchemaId]) -> (Set, Set) {
        (self.before.set(before), self.after.set(after))
    }

    /// Does one alternative hold the other, in all that stands below as well? `false` when that
    /// takes too long to tell.
    pub(crate) fn holds(
        &mut self,
        both: &Both<'a>,
        kind: Kind,
        (one, other): (&Alternative, &Alternative),
        question: Holds,
    ) -> bool {
        self.probes += 1;
        // A question within a question would have no end.
        if self.probes > MOST_PROBES || self.probing {
            return false;
        }
        self.probing = true;
        let annotations = std::mem::replace(&mut self.annotations, false);
        let pair = self.pair(both, kind, one, other);
        let answer = self.probe(&pair, kind, question);
        self.annotations = annotations;
        self.probing = false;
        answer
    }

    fn probe(&mut self, pair: &Pair<'a>, kind: Kind, question: Holds) -> bool {
        let mut out = Out::default();
        self.alternatives(pair, kind, &mut out);
        let mut seen = HashSet::new();
        let mut pending = VecDeque::new();
        let harmless = |out: &Out<'a>| out.differences.iter().all(|found| question.allows(found.change));
        loop {
            if !harmless(&out) {
                return false;
            }
            for child in out.children {
                let sets = self.sets(&child.before, &child.after);
                if seen.insert(sets) {
                    pending.push_back((sets, child.spots));
                }
            }
            if seen.len() > MOST_PROBED {
                return false;
            }
            let Some((sets, spots)) = pending.pop_front() else { return true };
            let both = self.both(sets, pair.flow, spots);
            out = self.compare(&both);
        }
    }
}

impl Holds {
    fn allows(self, change: Change) -> bool {
        match change {
            Change::Narrower => self == Self::BeforeHoldsAfter,
            Change::Wider => self == Self::AfterHoldsBefore,
            Change::Moved | Change::Undecided => false,
            Change::Harmless | Change::Neutral => true,
        }
    }
}
