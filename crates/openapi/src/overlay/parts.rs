//! What an update consists of, and which of it a document has already.

use std::collections::HashSet;

use crate::syntax::{Node, Value, pointer};

/// A value of an update that is merged as a whole: a scalar, an array, or an empty object.
pub(super) struct Part {
    /// JSON pointer within the update.
    pub(super) pointer: String,
    /// Whether the target has the value already.
    pub(super) in_place: bool,
    /// An array is appended, so that merging it once more is not without effect.
    pub(super) is_appended: bool,
}

/// The parts of an update, in its order, as one target has them.
pub(super) fn of(target: Option<&Node>, update: &Node) -> Vec<Part> {
    let mut parts = Vec::new();
    match target.map(|target| (target, target.as_array())) {
        // Only at the top an array takes a value that is none.
        Some((_, Some(items))) => {
            let wanted = update.as_array().unwrap_or(std::slice::from_ref(update));
            let in_place = holds_all(items, wanted);
            parts.push(Part { pointer: String::new(), in_place, is_appended: true });
        }
        _ => collect(target, update, String::new(), &mut parts),
    }
    parts
}

fn collect(target: Option<&Node>, update: &Node, pointer: String, parts: &mut Vec<Part>) {
    match &update.value {
        Value::Object(members) if !members.is_empty() => {
            for (key, member) in members.iter() {
                let inner = target.and_then(|target| target.get(key));
                collect(inner, &member.node, pointer::child(&pointer, key), parts);
            }
        }
        Value::Object(_) => {
            let in_place = target.is_some_and(|target| target.as_object().is_some());
            parts.push(Part { pointer, in_place, is_appended: false });
        }
        Value::Array(wanted) => {
            let items = target.and_then(Node::as_array);
            let in_place = items.is_some_and(|items| holds_all(items, wanted));
            parts.push(Part { pointer, in_place, is_appended: true });
        }
        _ => {
            let in_place = target.is_some_and(|target| target.same_value(update));
            parts.push(Part { pointer, in_place, is_appended: false });
        }
    }
}

/// The order of the items does not count: where it matters, a document rarely has the same items.
fn holds_all(items: &[Node], wanted: &[Node]) -> bool {
    let canonical = |node: &Node| {
        let mut json = node.to_json();
        json.sort_all_objects();
        json.to_string()
    };
    let items: HashSet<String> = items.iter().map(canonical).collect();
    wanted.iter().all(|wanted| items.contains(&canonical(wanted)))
}

/// An update without the parts at `pointers`, and without objects that have nothing left in them.
/// `None` when nothing is left at all.
pub(super) fn without(update: &Node, pointers: &HashSet<String>) -> Option<Node> {
    reduced(update, "", pointers)
}

fn reduced(update: &Node, pointer: &str, pointers: &HashSet<String>) -> Option<Node> {
    if pointers.contains(pointer) {
        return None;
    }
    let Value::Object(members) = &update.value else {
        return Some(update.clone());
    };
    if members.is_empty() {
        return Some(update.clone());
    }
    let mut left = members.clone();
    left.clear();
    for (key, member) in members.iter() {
        if let Some(node) = reduced(&member.node, &pointer::child(pointer, key), pointers) {
            left.insert(key.clone(), crate::syntax::Member { node, ..member.clone() });
        }
    }
    let value = Value::Object(left);
    let is_empty = matches!(&value, Value::Object(left) if left.is_empty());
    (!is_empty).then(|| Node::new(update.file.clone(), update.span, value))
}
