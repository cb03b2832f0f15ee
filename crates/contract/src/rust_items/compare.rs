//! Items before and after.

use super::collect::{self, Entry, Items, Kind};
use super::{Change, Effect, Files, ItemChange, NotRust};

/// What changed in the public items, in the order of their names. A type that is new or gone is
/// one change: its fields, variants and methods are not named beside it.
///
/// # Errors
/// When one of the texts is no Rust, which no generated file should be.
pub fn compare(before: &Files, after: &Files) -> Result<Vec<ItemChange>, NotRust> {
    let (before, after) = (collect::items(before)?, collect::items(after)?);
    let mut changes = Vec::new();
    let mut paths: Vec<&String> = before.keys().chain(after.keys()).collect();
    paths.sort_unstable();
    paths.dedup();
    for path in paths {
        match (before.get(path), after.get(path)) {
            (Some(old), Some(new)) => changed(path, old, new, &mut changes),
            (Some(old), None) if is_inside(path, &before, &after) => {
                push(path, Change::Removed { text: old.text.clone() }, Effect::Breaking, &mut changes);
            }
            (None, Some(new)) if is_inside(path, &after, &before) => {
                let (change, effect) = added(path, new, &after);
                push(path, change, effect, &mut changes);
            }
            _ => {}
        }
    }
    Ok(changes)
}

/// Whether what holds an item is there before and after, and of one kind, or is only a module.
fn is_inside(path: &str, here: &Items, there: &Items) -> bool {
    let kind = |items: &Items, path: &str| items.get(path).map(|item| std::mem::discriminant(&item.kind));
    owner(path, here).is_none_or(|owner| kind(here, owner) == kind(there, owner))
}

/// The innermost item around one: the struct of a field, the enum of a variant.
fn owner<'p>(path: &'p str, items: &Items) -> Option<&'p str> {
    let cut = match path.rfind('.') {
        Some(dot) => dot,
        None => path.rfind("::")?,
    };
    let owner = &path[..cut];
    items.contains_key(owner).then_some(owner)
}

fn changed(path: &str, old: &Entry, new: &Entry, changes: &mut Vec<ItemChange>) {
    if old.text != new.text {
        let (from, to) = (old.text.clone(), new.text.clone());
        push(path, Change::Changed { from, to }, Effect::Breaking, changes);
    } else if is_closed_only(old, new) {
        let (from, to) = (format!("{}, exhaustive", old.text), format!("{}, non-exhaustive", new.text));
        push(path, Change::Changed { from, to }, Effect::Breaking, changes);
    }
    for name in old.traits.difference(&new.traits) {
        push(path, Change::TraitRemoved { name: name.clone() }, Effect::Breaking, changes);
    }
    for name in new.traits.difference(&old.traits) {
        push(path, Change::TraitAdded { name: name.clone() }, Effect::Additive, changes);
    }
}

/// Whether the type could be written out or matched before, and no longer can.
fn is_closed_only(old: &Entry, new: &Entry) -> bool {
    matches!(
        (old.kind, new.kind),
        (Kind::Struct { open: false }, Kind::Struct { open: true })
            | (Kind::Enum { open: false }, Kind::Enum { open: true })
    )
}

fn added(path: &str, new: &Entry, after: &Items) -> (Change, Effect) {
    let text = new.text.clone();
    let holder = owner(path, after).and_then(|owner| after.get(owner)).map(|owner| owner.kind);
    match (new.kind, holder) {
        (Kind::Field, Some(Kind::Struct { open: false } | Kind::Variant)) => {
            let optional = text.starts_with("Option<") || text.starts_with("::std::option::Option<");
            (Change::FieldAdded { text, optional }, Effect::Breaking)
        }
        (Kind::Variant, Some(Kind::Enum { open: false })) => {
            (Change::VariantAdded { text }, Effect::Breaking)
        }
        (Kind::Required, Some(Kind::Trait)) => (Change::Required { text }, Effect::Breaking),
        _ => (Change::Added { text }, Effect::Additive),
    }
}

fn push(path: &str, change: Change, effect: Effect, changes: &mut Vec<ItemChange>) {
    let module = path.split_once("::").map_or("", |(module, _)| module).to_owned();
    changes.push(ItemChange { module, item: path.to_owned(), change, effect });
}
