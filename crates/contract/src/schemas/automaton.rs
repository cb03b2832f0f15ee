//! Patterns as automata: which texts match one, both or none of two.
//!
//! A pattern of a document is written in the dialect of ECMA-262. It is written again in that of the
//! `regex-automata` crate; what has no counterpart there (lookaround, references back) is not decided.

use std::collections::{HashSet, VecDeque};

use regex_automata::dfa::{Automaton as _, StartKind, dense};
use regex_automata::util::primitives::StateID;
use regex_automata::util::start;
use regex_automata::{Anchored, MatchKind};

use super::dialect::translated;

/// How many pairs of states are looked at.
const MAX_STATES: usize = 20_000;
/// How many bytes an automaton may take.
const MAX_SIZE: usize = 4 << 20;

type Dfa = dense::DFA<Vec<u32>>;

/// How the texts that match one pattern are related to those that match another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Relation {
    Same,
    /// All that match the first match the second as well.
    Within,
    /// The reverse.
    Around,
    /// Some match the first alone, and some the second alone.
    Other,
}

/// How two patterns are related; `None` when it cannot be told.
pub(crate) fn relation(one: &str, other: &str) -> Option<Relation> {
    let (one, other) = (automaton(one)?, automaton(other)?);
    let (mut within, mut around) = (true, true);
    let first = (start_of(&one)?, start_of(&other)?);
    let mut seen = HashSet::from([first]);
    let mut pending = VecDeque::from([first]);
    while let Some((left, right)) = pending.pop_front() {
        let (mine, yours) = (accepts(&one, left), accepts(&other, right));
        within &= !mine || yours;
        around &= !yours || mine;
        if !within && !around {
            return Some(Relation::Other);
        }
        for byte in 0..=u8::MAX {
            let next = (one.next_state(left, byte), other.next_state(right, byte));
            let dead = one.is_dead_state(next.0) && other.is_dead_state(next.1);
            if !dead && seen.insert(next) {
                if seen.len() > MAX_STATES {
                    return None;
                }
                pending.push_back(next);
            }
        }
    }
    Some(match (within, around) {
        (true, true) => Relation::Same,
        (true, false) => Relation::Within,
        _ => Relation::Around,
    })
}

/// Whether every text matches.
pub(crate) fn is_universal(pattern: &str) -> bool {
    relation(pattern, "") == Some(Relation::Same)
}

/// The texts that match a pattern.
pub(super) struct Texts {
    automaton: Dfa,
    start: StateID,
}

impl Texts {
    /// `None` when it cannot be told which they are.
    pub(super) fn of(pattern: &str) -> Option<Self> {
        let automaton = automaton(pattern)?;
        let start = start_of(&automaton)?;
        Some(Self { automaton, start })
    }

    pub(super) fn has(&self, text: &str) -> bool {
        let step = |state, byte| self.automaton.next_state(state, byte);
        accepts(&self.automaton, text.bytes().fold(self.start, step))
    }
}

/// The automaton of all texts in which a pattern matches somewhere.
fn automaton(pattern: &str) -> Option<Dfa> {
    let translated = translated(pattern)?;
    let config = dense::Config::new()
        .match_kind(MatchKind::All)
        .start_kind(StartKind::Anchored)
        .dfa_size_limit(Some(MAX_SIZE))
        .determinize_size_limit(Some(MAX_SIZE));
    dense::Builder::new().configure(config).build(&format!("(?s:.*)(?:{translated})(?s:.*)")).ok()
}

fn start_of(automaton: &Dfa) -> Option<StateID> {
    automaton.start_state(&start::Config::new().anchored(Anchored::Yes)).ok()
}

/// Whether the text may end here.
fn accepts(automaton: &Dfa, state: StateID) -> bool {
    automaton.is_match_state(automaton.next_eoi_state(state))
}

#[cfg(test)]
mod tests {
    use super::{Relation, Texts, is_universal, relation};

    #[test]
    fn patterns_are_compared_by_what_they_match() {
        for (one, other, wanted) in [
            ("^[a-z]+$", "^[a-z]{1,}$", Some(Relation::Same)),
            ("^[0-9]+$", r"^\d+$", Some(Relation::Same)),
            ("^[a-z]+$", "^[a-z0-9]+$", Some(Relation::Within)),
            ("^[a-z0-9]+$", "^[a-z]+$", Some(Relation::Around)),
            ("^a", "^b", Some(Relation::Other)),
            ("a", "a|b", Some(Relation::Within)),
            ("^a$", "a", Some(Relation::Within)),
            ("^(?:a|b)$", "^[ab]$", Some(Relation::Same)),
            (r"^\w+$", "^[A-Za-z0-9_]+$", Some(Relation::Same)),
            (r"^\w+$", r"^\p{L}+$", Some(Relation::Other)),
            ("^.$", "^[^x]$", Some(Relation::Other)),
            (r"^a\/b$", "^a/b$", Some(Relation::Same)),
            (r"^[\w-]+$", "^[-A-Za-z0-9_]+$", Some(Relation::Same)),
            (r"^\u0041$", "^A$", Some(Relation::Same)),
            (r"^[^]$", r"^[\s\S]$", Some(Relation::Same)),
            ("^a{2}$", "^aa$", Some(Relation::Same)),
            ("^x{$", r"^x\{$", Some(Relation::Same)),
            (r"^[[]$", r"^\[$", Some(Relation::Same)),
            ("^(?!a)", "^b", None),
            (r"^(a)\1$", "^aa$", None),
        ] {
            assert_eq!(relation(one, other), wanted, "{one} and {other}");
        }
    }

    #[test]
    fn some_patterns_say_nothing() {
        for pattern in ["", ".*", "^.*", "a*", "^", r"[\s\S]*"] {
            assert!(is_universal(pattern), "{pattern}");
        }
        for pattern in ["^.*$", "^a*$", ".", "^(?!a)"] {
            assert!(!is_universal(pattern), "{pattern}");
        }
    }

    #[test]
    fn texts_match_anywhere() {
        let has = |pattern: &str, text: &str| Texts::of(pattern).map(|texts| texts.has(text));
        assert_eq!(has("b", "abc"), Some(true));
        assert_eq!(has("^b", "abc"), Some(false));
        assert_eq!(has("^.$", "é"), Some(true));
        assert_eq!(has("(?=a)", "a"), None);
    }
}
