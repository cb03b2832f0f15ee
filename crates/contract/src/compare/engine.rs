//! The comparison of two schemas: what the rules find in them, and what stands below.

use std::collections::{HashSet, VecDeque};
use std::rc::Rc;

use unplug_openapi::ir::Schemas;

use super::checks::{Checks, Found, run};
use crate::date::Date;
use crate::locator::Locators;
use crate::schemas::carrier::{self, Carrier};
use crate::schemas::children::{self, Child};
use crate::schemas::conditions;
use crate::schemas::flattened::{Alternative, Flattened, Set};
use crate::schemas::listed::ValuesPair;
use crate::schemas::object::ObjectPair;
use crate::schemas::pair::{AlternativePair, Flatteners, SchemaPair, UnionPair};
use crate::schemas::types::Kind;
use crate::verdict::{Change, Direction};
use crate::wording::Wording;

/// How many pairs of schemas are looked at to tell whether one alternative holds another.
const MAX_PROBED_PAIRS: usize = 200;
/// How many of these questions are asked in all; each more is answered with no.
const MAX_PROBES: usize = 20_000;

/// Compares the schemas of two APIs.
pub(super) struct Engine<'a> {
    pub(super) schemas: Flatteners<'a>,
    checks: Rc<Checks<'a>>,
    wording: Wording<'a>,
    today: Option<Date>,
    probes: usize,
    probing: bool,
}

/// What the rules found in two schemas, and the schemas below.
#[derive(Default)]
pub(super) struct Compared<'a> {
    pub(super) found: Vec<Found<'a>>,
    pub(super) children: Vec<Child<'a>>,
}

impl<'a> Engine<'a> {
    pub(super) fn new(
        before: &'a Schemas,
        after: &'a Schemas,
        checks: Rc<Checks<'a>>,
        wording: Wording<'a>,
        today: Option<Date>,
    ) -> Self {
        Self { schemas: Flatteners::new(before, after), checks, wording, today, probes: 0, probing: false }
    }

    pub(super) fn pair(
        &mut self,
        sets: (Set, Set),
        (direction, carrier): (Option<Direction>, Carrier),
        locators: Locators<'a>,
    ) -> SchemaPair<'a> {
        SchemaPair {
            sets,
            carrier,
            before: self.schemas.before.flattened(sets.0),
            after: self.schemas.after.flattened(sets.1),
            locators,
            direction,
            wording: self.wording,
            today: self.today,
        }
    }

    /// Compares one pair, without what stands below.
    pub(super) fn compare(&mut self, pair: &SchemaPair<'a>) -> Compared<'a> {
        let mut compared = Compared::default();
        if carrier::are_bytes(&self.schemas, pair) {
            return compared;
        }
        run(&self.checks.schema, pair.direction, &mut compared.found, |check, found| {
            check(&mut self.schemas, pair, found);
        });
        if pair.is_incomparable() {
            return compared;
        }
        for kind in Kind::ALL {
            let of = |normal: &Flattened| -> Vec<Alternative> {
                let of_kind = |one: &&Alternative| !one.types.and(kind.types()).is_empty();
                normal.alternatives.iter().filter(of_kind).cloned().collect()
            };
            let (before, after) = (of(&pair.before), of(&pair.after));
            if !before.is_empty() && !after.is_empty() {
                self.kind(pair, kind, before, after, &mut compared);
            }
        }
        compared.children.extend(carrier::items_of_text(&mut self.schemas, pair));
        for child in &mut compared.children {
            child.carrier = pair.carrier.below(&child.label);
        }
        let mut seen = HashSet::new();
        compared.found.retain(|(rule, difference)| {
            seen.insert((rule.id, difference.message.clone(), difference.before.pointer()))
        });
        compared
    }

    fn kind(
        &mut self,
        pair: &SchemaPair<'a>,
        kind: Kind,
        mut before: Vec<Alternative>,
        mut after: Vec<Alternative>,
        compared: &mut Compared<'a>,
    ) {
        let lists = |all: &[Alternative]| all.iter().any(|one| one.values.is_some());
        if kind == Kind::Boolean || lists(&before) || lists(&after) {
            let values = ValuesPair::new(&self.schemas, pair, kind, (&before, &after));
            run(&self.checks.values, pair.direction, &mut compared.found, |check, found| {
                check(&values, found);
            });
            let firsts = before.first().cloned().zip(after.first().cloned());
            before.retain(|one| one.values.is_none() && kind != Kind::Boolean);
            after.retain(|one| one.values.is_none() && kind != Kind::Boolean);
            if before.is_empty() || after.is_empty() {
                // Listed values say all that other keywords could, except for annotations.
                if let Some((one, other)) = firsts {
                    let pair = self.schemas.alternatives(pair, kind, (&one, &other));
                    self.annotations(&pair, compared);
                }
                return;
            }
        }
        let is_union = before.len() > 1 || after.len() > 1;
        let matched = self.schemas.matches(kind, pair.before.tagged && pair.after.tagged, &before, &after);
        for (one, other) in &matched.pairs {
            let (Some(one), Some(other)) = (before.get(*one), after.get(*other)) else { continue };
            let pair = self.schemas.alternatives(pair, kind, (one, other));
            self.alternatives(pair, kind, compared);
        }
        if is_union {
            // What a discriminator tells apart, no other branch holds.
            let tagged = pair.before.tagged && pair.after.tagged;
            let lost = matched.before.iter().filter_map(|at| before.get(*at)).filter(|one| {
                tagged
                    || !after
                        .iter()
                        .any(|other| self.holds(pair, kind, (one, other), Holds::AfterHoldsBefore))
            });
            let lost: Vec<Alternative> = lost.cloned().collect();
            let gained = matched.after.iter().filter_map(|at| after.get(*at)).filter(|other| {
                tagged
                    || !before.iter().any(|one| self.holds(pair, kind, (one, other), Holds::BeforeHoldsAfter))
            });
            let gained: Vec<Alternative> = gained.cloned().collect();
            let union = UnionPair { union: pair.clone(), before, after, lost, gained };
            run(&self.checks.union, pair.direction, &mut compared.found, |check, found| {
                check(&mut self.schemas, &union, found);
            });
        }
    }

    /// The keywords of two alternatives.
    fn alternatives(&mut self, pair: AlternativePair<'a>, kind: Kind, compared: &mut Compared<'a>) {
        let direction = pair.direction;
        run(&self.checks.keyword, direction, &mut compared.found, |(kinds, check), found| {
            if kinds.contains(&kind) {
                check(&mut self.schemas, &pair, found);
            }
        });
        self.annotations(&pair, compared);
        conditions::of_conditions(&mut self.schemas, &pair, &mut compared.children);
        if kind == Kind::Array {
            children::of_lists(&pair, &mut compared.children);
        } else if kind == Kind::Object {
            let object = ObjectPair::new(&mut self.schemas, pair);
            run(&self.checks.object, direction, &mut compared.found, |check, found| check(&object, found));
            children::of_objects(&object, &mut compared.children);
        }
    }

    fn annotations(&self, pair: &AlternativePair<'a>, compared: &mut Compared<'a>) {
        // They change nothing on the wire, which is all that a probe asks for.
        if !self.probing {
            run(&self.checks.annotation, pair.direction, &mut compared.found, |check, found| {
                check(pair, found);
            });
        }
    }

    /// Whether one alternative holds the other, in all that stands below as well; `false` when that
    /// takes too long to tell.
    fn holds(
        &mut self,
        pair: &SchemaPair<'a>,
        kind: Kind,
        alternatives: (&Alternative, &Alternative),
        question: Holds,
    ) -> bool {
        self.probes += 1;
        // A question within a question would have no end.
        if self.probes > MAX_PROBES || self.probing {
            return false;
        }
        self.probing = true;
        let pair = self.schemas.alternatives(pair, kind, alternatives);
        let answer = self.probe(pair, kind, question);
        self.probing = false;
        answer
    }

    fn probe(&mut self, pair: AlternativePair<'a>, kind: Kind, question: Holds) -> bool {
        let direction = pair.direction;
        let mut compared = Compared::default();
        self.alternatives(pair, kind, &mut compared);
        let mut seen = HashSet::new();
        let mut pending = VecDeque::new();
        loop {
            if !compared.found.iter().all(|(_, difference)| question.allows(difference.change)) {
                return false;
            }
            for child in compared.children {
                let sets = self.schemas.sets(&child.before, &child.after);
                if seen.insert(sets) {
                    pending.push_back((sets, child.locators, child.carrier));
                }
            }
            if seen.len() > MAX_PROBED_PAIRS {
                return false;
            }
            let Some((sets, locators, carrier)) = pending.pop_front() else { return true };
            let pair = self.pair(sets, (direction, carrier), locators);
            compared = self.compare(&pair);
        }
    }
}

/// What is asked of two alternatives.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Holds {
    /// Whether all that was valid is still valid.
    AfterHoldsBefore,
    /// Whether all that is valid now was valid before.
    BeforeHoldsAfter,
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
