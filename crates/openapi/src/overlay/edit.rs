//! Changes to a tree: merge, append, replace, remove.

use indexmap::map::Entry;

use super::query::Step;
use crate::syntax::{Node, Value};

/// The kinds of value that the Overlay Specification tells apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Object,
    Array,
    Primitive,
}

impl Kind {
    pub(super) fn of(node: &Node) -> Self {
        match node.value {
            Value::Object(_) => Self::Object,
            Value::Array(_) => Self::Array,
            _ => Self::Primitive,
        }
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Object => "an object",
            Self::Array => "an array",
            Self::Primitive => "a primitive value",
        }
    }
}

/// The first pair of values that cannot be merged: the target's and the update's.
///
/// At the top an array takes any value as a new item; further down only another array.
pub(super) fn conflict<'a>(target: &'a Node, update: &'a Node) -> Option<(&'a Node, &'a Node)> {
    match (Kind::of(target), Kind::of(update)) {
        (Kind::Array, _) => None,
        _ => nested_conflict(target, update),
    }
}

fn nested_conflict<'a>(target: &'a Node, update: &'a Node) -> Option<(&'a Node, &'a Node)> {
    if Kind::of(target) != Kind::of(update) {
        return Some((target, update));
    }
    let members = update.as_object()?;
    members.iter().find_map(|(key, member)| {
        let existing = target.get(key)?;
        nested_conflict(existing, &member.node)
    })
}

/// Merges `update` into `target`, between which there is no [`conflict`].
///
/// What is new keeps the place it was read from, so that a later finding points at the overlay.
pub(super) fn merge(target: &mut Node, update: &Node) {
    match (&mut target.value, &update.value) {
        (Value::Object(members), Value::Object(changes)) => {
            for (key, change) in changes.iter() {
                match members.entry(key.clone()) {
                    Entry::Vacant(entry) => {
                        entry.insert(change.clone());
                    }
                    Entry::Occupied(mut entry) => merge(&mut entry.get_mut().node, &change.node),
                }
            }
        }
        (Value::Array(items), Value::Array(more)) => items.extend(more.iter().cloned()),
        (Value::Array(items), _) => items.push(update.clone()),
        _ => *target = update.clone(),
    }
}

/// Takes the value at `steps` out of the array or object that holds it.
pub(super) fn remove(root: &mut Node, steps: &[Step]) {
    let Some((last, parents)) = steps.split_last() else {
        return;
    };
    let parent = parents.iter().try_fold(root, |node, step| match (&mut node.value, step) {
        (Value::Object(members), Step::Name(name)) => members.get_mut(name).map(|member| &mut member.node),
        (Value::Array(items), Step::Index(index)) => items.get_mut(*index),
        _ => None,
    });
    match (parent.map(|parent| &mut parent.value), last) {
        (Some(Value::Object(members)), Step::Name(name)) => {
            members.shift_remove(name);
        }
        (Some(Value::Array(items)), Step::Index(index)) if *index < items.len() => {
            items.remove(*index);
        }
        _ => {}
    }
}
