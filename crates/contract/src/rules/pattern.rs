//! `pattern`.

use std::collections::BTreeMap;

use unplug_openapi::ir::SchemaId;

use crate::rule::{Check, Rule};
use crate::schemas::automaton::{Relation, is_universal, relation};
use crate::schemas::pair::AlternativePair;
use crate::schemas::types::Kind;
use crate::schemas::view::{Found, View};
use crate::verdict::Change;

pub(crate) const PATTERN: Rule = Rule {
    id: "pattern-changed",
    summary: "A text has to match another pattern, one that it did not have to match, or none.",
    explanation: "`pattern: '^[a-z]+$'` now and none before refuses `A1` in a request. When one pattern takes the \
        place of another, they are compared as automata: `^[a-z]+$` and `^[a-z]{1,}$` are the same. What cannot be \
        compared so, such as lookaround, is `cannot-decide`.",
    advice: "Check new patterns against texts that are in use.",
    checks: &[Check::Keyword(&[Kind::String], |_, pair, found| {
        let patterns = Patterns::of(pair);
        let change = match (patterns.lost(), patterns.gained(), patterns.relation()) {
            (None, Some(_), _) | (Some(_), Some(_), Some(Relation::Around)) => Change::Narrower,
            (Some(_), None, _) | (Some(_), Some(_), Some(Relation::Within)) => Change::Wider,
            (Some(_), Some(_), Some(Relation::Other)) => Change::Moved,
            _ => return,
        };
        pair.report(change, "pattern", (patterns.lost(), patterns.gained()), found);
    })],
    ..Rule::DEFAULT
};

/// The patterns that only one of two schemas has.
pub(super) struct Patterns {
    lost: Vec<(String, SchemaId)>,
    gained: Vec<(String, SchemaId)>,
}

impl Patterns {
    pub(super) fn of(pair: &AlternativePair<'_>) -> Self {
        let all =
            |view: &View<'_>| -> BTreeMap<String, SchemaId> { view.all(|schema| schema.pattern.clone()) };
        let (before, after) = (all(&pair.before), all(&pair.after));
        let only = |own: &BTreeMap<String, SchemaId>, others: &BTreeMap<String, SchemaId>| {
            let only = own.iter().filter(|(text, _)| !others.contains_key(*text) && !is_universal(text));
            only.map(|(text, id)| (text.clone(), *id)).collect()
        };
        Self { lost: only(&before, &after), gained: only(&after, &before) }
    }

    pub(super) fn lost(&self) -> Found<String> {
        self.lost.first().map(|(text, id)| (format!("`{text}`"), *id))
    }

    pub(super) fn gained(&self) -> Found<String> {
        self.gained.first().map(|(text, id)| (format!("`{text}`"), *id))
    }

    /// How the one that is lost is related to the one that takes its place, where that can be told.
    pub(super) fn relation(&self) -> Option<Relation> {
        let ([(one, _)], [(other, _)]) = (&self.lost[..], &self.gained[..]) else { return None };
        relation(one, other)
    }
}
