//! What becomes of an overlay when its publisher brings out another copy of the document.

use std::collections::HashSet;

use indexmap::IndexMap;

use super::action::{self, NotApplied};
use super::document::{self, Action, Change};
use super::query::Match;
use super::{AppliedAction, Strictness, parts};
use crate::diagnostic::{Diagnostic, Label};
use crate::syntax::{Location, Node, Value};

/// What a newer copy of a document makes of an overlay.
#[derive(Clone, Debug)]
pub struct Evaluation {
    /// One for each action, in the overlay's order.
    pub judgements: Vec<Judgement>,
    /// The newer copy with what still stands of the corrections in it. Corrections that are made
    /// there already are not made twice; those that do not apply are left out.
    pub corrected: Node,
    /// For [`Evaluation::remaining`]: which parts of the updates, by action, are made.
    made: Vec<HashSet<String>>,
}

/// What a newer copy makes of one correction.
#[derive(Clone, Debug)]
pub struct Judgement {
    /// Position among the overlay's actions, from 0.
    pub index: usize,
    /// The correction; its `matches` are those in the newer copy.
    pub action: AppliedAction,
    /// What becomes of it.
    pub outcome: Outcome,
    /// What it is about in the newer copy: what it selects there or, when that is nothing, the
    /// places that it selects in our copy, as far as the newer one has them.
    pub targets: Vec<Location>,
    /// JSON pointers of places that it corrects in our copy, and that the newer one has neither
    /// corrected nor in a form that is selected.
    pub lost: Vec<String>,
    /// What it removes and the publisher has changed: the corrected copies do not show it.
    pub hidden: Vec<HiddenChange>,
}

/// A change of the publisher's in what a correction removes.
#[derive(Clone, Debug)]
pub struct HiddenChange {
    /// JSON pointer of what is removed, in the newer copy.
    pub pointer: String,
    /// What is new in it and what is gone from it, in words.
    pub text: String,
}

/// What becomes of a correction.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// Everything that it changes is so in the newer copy: the publisher has made it. A removal
    /// and the action directly behind it count together when they change nothing between them.
    Unnecessary,
    /// It applies, and changes in the newer copy what it changes in ours.
    Stands,
    /// It applies, and a part of what it changes is made already.
    Partly {
        /// JSON pointers, in the newer copy, of what the publisher has made.
        made: Vec<String>,
    },
    /// It does not apply to the newer copy: what it corrects is gone, or of another kind.
    Inapplicable {
        /// Why, with the places.
        why: Box<Diagnostic>,
    },
}

impl Outcome {
    /// The word for it in output: `unnecessary`, `stands`, `partly-made` or `inapplicable`.
    #[must_use]
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Unnecessary => "unnecessary",
            Self::Stands => "stands",
            Self::Partly { .. } => "partly-made",
            Self::Inapplicable { .. } => "inapplicable",
        }
    }
}

impl Judgement {
    /// Points at the action in the overlay.
    #[must_use]
    pub fn label(&self, text: impl Into<String>) -> Label {
        Label { file: self.action.file.clone(), span: self.action.span, text: text.into() }
    }
}

impl Evaluation {
    /// The judgements of one kind.
    pub fn unnecessary(&self) -> impl Iterator<Item = &Judgement> {
        self.judgements.iter().filter(|judgement| matches!(judgement.outcome, Outcome::Unnecessary))
    }

    /// Corrections that do not apply to the newer copy.
    pub fn inapplicable(&self) -> impl Iterator<Item = &Judgement> {
        self.judgements.iter().filter(|judgement| matches!(judgement.outcome, Outcome::Inapplicable { .. }))
    }

    /// What is left of the overlay: without the unnecessary actions, and without those parts of an
    /// update that are made wherever it applies. `None` when no action is left.
    #[must_use]
    pub fn remaining(&self, overlay: &Node) -> Option<Node> {
        let mut left = overlay.clone();
        let actions = left.pointer_mut("/actions")?;
        let Value::Array(actions) = &mut actions.value else {
            return None;
        };
        let mut index = 0;
        actions.retain_mut(|action| {
            let judgement = self.judgements.get(index);
            if let (Some(made), Some(update)) = (self.made.get(index), action.pointer_mut("/update"))
                && !made.is_empty()
                && let Some(reduced) = parts::without(update, made)
            {
                *update = reduced;
            }
            index += 1;
            !judgement.is_some_and(|judgement| matches!(judgement.outcome, Outcome::Unnecessary))
        });
        let is_empty = actions.is_empty();
        (!is_empty).then_some(left)
    }
}

/// Tells for each action of an overlay what becomes of it in a newer copy of its document.
///
/// Actions are followed one by one on both copies, because a later one may rest on an earlier one,
/// and because a target that selects by a wrong value selects nothing where the value is right:
/// our copy then says which place was meant.
///
/// # Errors
/// What is wrong with the overlay by itself or with our copy.
pub fn evaluate(ours: &Node, newer: &Node, overlay: &Node) -> Result<Evaluation, Vec<Diagnostic>> {
    let mut problems = Vec::new();
    let actions = document::read(overlay, Strictness::Corrections, &mut problems);
    if problems.iter().any(Diagnostic::is_error) {
        return Err(problems);
    }
    let mut copies = Copies {
        ours: action::WorkingCopy::new(ours.clone()),
        newer: action::WorkingCopy::new(newer.clone()),
    };
    let mut judgements: Vec<Judgement> = Vec::new();
    let mut made = Vec::new();
    let mut before_removal = None;
    for (index, action) in actions.iter().enumerate() {
        let trial = match copies.try_action(action) {
            Ok(trial) => trial,
            Err(finding) => {
                problems.push(*finding);
                continue;
            }
        };
        let applied = matches!(trial.outcome, Outcome::Stands | Outcome::Partly { .. });
        let before = if applied { copies.newer.take_before() } else { serde_json::Value::Null };
        let undone = before_removal.take().is_some_and(|before| applied && before == *copies.newer.json());
        if let Some(judgement) = trial.judgement(index, action) {
            judgements.push(judgement);
        }
        made.push(trial.made);
        if undone {
            judgements
                .iter_mut()
                .rev()
                .take(2)
                .for_each(|judgement| judgement.outcome = Outcome::Unnecessary);
        } else if applied && matches!(action.change, Change::Remove) {
            before_removal = Some(before);
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    Ok(Evaluation { judgements, corrected: copies.newer.into_root(), made })
}

/// Both copies, corrected by the actions so far.
struct Copies {
    ours: action::WorkingCopy,
    newer: action::WorkingCopy,
}

/// What came of one action.
struct Trial {
    outcome: Outcome,
    matches: Vec<String>,
    targets: Vec<Location>,
    lost: Vec<String>,
    hidden: Vec<HiddenChange>,
    made: HashSet<String>,
}

impl Trial {
    fn judgement(&self, index: usize, action: &Action<'_>) -> Option<Judgement> {
        Some(Judgement {
            index,
            action: action.applied(self.matches.clone())?,
            outcome: self.outcome.clone(),
            targets: self.targets.clone(),
            lost: self.lost.clone(),
            hidden: self.hidden.clone(),
        })
    }
}

impl Copies {
    fn try_action(&mut self, action: &Action<'_>) -> Result<Trial, Box<Diagnostic>> {
        let ours = self.ours.select(action)?;
        let newer = self.newer.select(action)?;
        let trial = match action.change {
            Change::Remove => self.try_removal(action, &ours, &newer),
            Change::Update(value) => self.try_update(action, value, &ours, &newer),
            Change::Copy(_) => match self.newer.source(action).cloned() {
                Ok(value) => self.try_update(action, &value, &ours, &newer),
                Err(why) => self.located(Outcome::Inapplicable { why }, &ours, &newer),
            },
        };
        self.ours.apply(action).map_err(NotApplied::into_diagnostic)?;
        Ok(trial)
    }

    fn try_removal(&mut self, action: &Action<'_>, ours: &[Match], newer: &[Match]) -> Trial {
        if newer.is_empty() {
            // The object or list that had it must still be there, or nothing is known of it.
            let is_left = |found: &Match| {
                found.parent().is_some_and(|parent| self.newer.root().pointer(parent).is_some())
            };
            let outcome = if ours.iter().all(is_left) {
                Outcome::Unnecessary
            } else {
                Outcome::Inapplicable { why: self.newer.matches_nothing(action) }
            };
            return self.located(outcome, ours, newer);
        }
        // What was removed from more places in our copy is gone from them in the newer one.
        let made: Vec<String> = ours
            .iter()
            .filter(|found| self.newer.root().pointer(&found.pointer).is_none())
            .map(|found| found.pointer.clone())
            .collect();
        let mut trial = self.located(Outcome::Stands, ours, newer);
        trial.hidden = self.hidden(ours, newer);
        trial.outcome = match self.newer.apply(action) {
            Err(why) => Outcome::Inapplicable { why: why.into_diagnostic() },
            Ok(_) if made.is_empty() => Outcome::Stands,
            Ok(_) => Outcome::Partly { made },
        };
        trial
    }

    /// What a removal takes away in both copies, where they differ. An item of a list is followed by
    /// its value, because its index says little.
    fn hidden(&self, ours: &[Match], newer: &[Match]) -> Vec<HiddenChange> {
        let of = |root: &'_ Node, found: &Match| root.pointer(&found.pointer).cloned();
        let ours: Vec<(&str, Node)> =
            ours.iter().filter_map(|found| Some((&*found.pointer, of(self.ours.root(), found)?))).collect();
        let changed = newer.iter().filter_map(|found| {
            let theirs = of(self.newer.root(), found)?;
            if ours.iter().any(|(_, own)| own.same_value(&theirs)) {
                return None;
            }
            let (_, own) = ours.iter().find(|(pointer, _)| *pointer == found.pointer)?;
            Some(HiddenChange { pointer: found.pointer.clone(), text: difference(own, &theirs) })
        });
        changed.collect()
    }

    fn try_update(&mut self, action: &Action<'_>, value: &Node, ours: &[Match], newer: &[Match]) -> Trial {
        let known = self.context(value, ours);
        let (corrected_there, lost) = self.left_behind(value, ours, newer, &known);
        if newer.is_empty() {
            let outcome = if lost.is_empty() && !corrected_there.is_empty() {
                Outcome::Unnecessary
            } else {
                Outcome::Inapplicable { why: self.newer.matches_nothing(action) }
            };
            let mut trial = self.located(outcome, ours, newer);
            trial.lost = lost;
            return trial;
        }
        let (in_place, is_all) = self.in_place(value, newer, &known);
        let mut trial = self.located(Outcome::Unnecessary, ours, newer);
        trial.lost = lost;
        if is_all {
            return trial;
        }
        let mut made = corrected_there;
        for found in newer {
            made.extend(in_place.iter().map(|part| format!("{}{part}", found.pointer)));
        }
        let reduced = parts::without(value, &in_place);
        let applied = match &reduced {
            Some(reduced) => self.newer.apply(&action.with_update(reduced)),
            None => self.newer.apply(action),
        };
        trial.outcome = match applied {
            Err(why) => Outcome::Inapplicable { why: why.into_diagnostic() },
            Ok(_) if made.is_empty() => Outcome::Stands,
            Ok(_) => Outcome::Partly { made },
        };
        trial.made = in_place;
        trial
    }

    /// Parts of an update that our own copy has everywhere: they say where the rest belongs.
    fn context(&self, value: &Node, ours: &[Match]) -> HashSet<String> {
        everywhere(self.ours.root(), value, ours)
            .into_iter()
            .filter(|(_, all)| all.0)
            .map(|(part, _)| part)
            .collect()
    }

    /// What is in place at all matches in the newer copy without being so in ours; and whether
    /// nothing else is left of the update.
    fn in_place(&self, value: &Node, newer: &[Match], known: &HashSet<String>) -> (HashSet<String>, bool) {
        let mut is_all = true;
        let mut made = HashSet::new();
        for (part, (in_place, is_appended)) in everywhere(self.newer.root(), value, newer) {
            let in_context = known.contains(&part);
            is_all &= in_place && !(in_context && is_appended);
            if in_place && !in_context {
                made.insert(part);
            }
        }
        (made, is_all)
    }

    /// Places that only our copy has among the matches: those that the newer copy has corrected, and
    /// the others.
    fn left_behind(
        &self,
        value: &Node,
        ours: &[Match],
        newer: &[Match],
        known: &HashSet<String>,
    ) -> (Vec<String>, Vec<String>) {
        let selected: HashSet<&str> = newer.iter().map(|found| found.pointer.as_str()).collect();
        let left = ours.iter().filter(|found| !selected.contains(found.pointer.as_str()));
        left.map(|found| found.pointer.clone()).partition(|place| {
            let Some(node) = self.newer.root().pointer(place) else {
                return false;
            };
            let parts = parts::of(Some(node), value);
            parts.iter().all(|part| part.in_place && !(part.is_appended && known.contains(&part.pointer)))
        })
    }

    fn located(&self, outcome: Outcome, ours: &[Match], newer: &[Match]) -> Trial {
        let shown = if newer.is_empty() { ours } else { newer };
        let targets = shown.iter().filter_map(|found| {
            let (pointer, node) = self.nearest(found)?;
            Some(Location { pointer: pointer.to_owned(), file: node.file.clone(), span: node.span })
        });
        Trial {
            outcome,
            matches: newer.iter().map(|found| found.pointer.clone()).collect(),
            targets: targets.collect(),
            lost: Vec::new(),
            hidden: Vec::new(),
            made: HashSet::new(),
        }
    }

    /// The place itself, or the innermost place around it that the newer copy has.
    fn nearest<'a>(&'a self, found: &'a Match) -> Option<(&'a str, &'a Node)> {
        let mut pointer = found.pointer.as_str();
        loop {
            if let Some(node) = self.newer.root().pointer(pointer) {
                return Some((pointer, node));
            }
            pointer = &pointer[..pointer.rfind('/')?];
        }
    }
}

/// For each part of an update, whether it is in place at all matches, and whether it is an array.
fn everywhere(root: &Node, value: &Node, matches: &[Match]) -> IndexMap<String, (bool, bool)> {
    let mut found: IndexMap<String, (bool, bool)> = IndexMap::new();
    for target in matches {
        for part in parts::of(root.pointer(&target.pointer), value) {
            let all = found.entry(part.pointer).or_insert((true, part.is_appended));
            all.0 &= part.in_place;
        }
    }
    found
}

/// Characters of a value that a difference repeats.
const SHOWN_VALUE: usize = 80;

/// What is new in a value and what is gone from it: item by item in a list, otherwise as a whole.
fn difference(before: &Node, after: &Node) -> String {
    let shown = |node: &Node| {
        let text = node.to_json().to_string();
        match text.char_indices().nth(SHOWN_VALUE) {
            Some((end, _)) => format!("{}…", &text[..end]),
            None => text,
        }
    };
    let (Some(old), Some(new)) = (before.as_array(), after.as_array()) else {
        return format!("was {}, is {}", shown(before), shown(after));
    };
    let missing_in = |items: &[Node], others: &[Node]| -> Vec<String> {
        let missing = items.iter().filter(|item| !others.iter().any(|other| other.same_value(item)));
        missing.map(shown).collect()
    };
    let (added, removed) = (missing_in(new, old), missing_in(old, new));
    let mut parts = Vec::new();
    if !added.is_empty() {
        parts.push(format!("{} is new", added.join(", ")));
    }
    if !removed.is_empty() {
        parts.push(format!("{} is gone", removed.join(", ")));
    }
    if parts.is_empty() { "in another order".to_owned() } else { parts.join(", ") }
}
