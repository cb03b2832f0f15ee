//! Schemas that apply to a value only by way of themselves.
//!
//! `A: {allOf: [{$ref: A}]}` never says what is valid: whoever checks a value against it goes round
//! for ever. A cycle through `properties` or `items` is fine, because a value has an end. Every
//! such cycle is reported and cut, so that no later stage goes round for ever.

use super::Lowering;
use crate::diagnostic::Diagnostic;
use crate::ir::SchemaId;

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    New,
    Open,
    Done,
}

/// A parent that lists as an alternative what extends it.
#[derive(Clone, Copy)]
struct Inheritance {
    parent: SchemaId,
    child: SchemaId,
    alternative: SchemaId,
}

/// Schemas of a cycle that are looked at. Nobody reads a longer one.
const MAX_SHOWN: usize = 50;

/// Cycles of inheritance that are cut. Each costs a new start.
const MAX_SEPARATIONS: usize = 5_000;

impl Lowering<'_> {
    /// Reports the cycles and takes an edge out of each.
    pub(super) fn cut_cycles(&mut self) {
        let mut states = Vec::new();
        let mut next = 0;
        // Separating adds a schema; the bound makes sure that this comes to an end.
        let max_schemas = self.arena.all.len().saturating_add(MAX_SEPARATIONS);
        while let Some(start) = self.arena.id(next) {
            states.resize(self.arena.all.len(), State::New);
            match self.inheritance_from(start, &mut states, self.arena.all.len() < max_schemas) {
                Some(found) => self.separate(&found),
                None => next += 1,
            }
        }
    }

    /// Takes the cycles apart among the schemas that `start` leads to. One that is inheritance is
    /// returned, and what is left unfinished because of it is looked at again.
    fn inheritance_from(
        &mut self,
        start: SchemaId,
        states: &mut [State],
        may_separate: bool,
    ) -> Option<Inheritance> {
        if states[start.0 as usize] == State::Done {
            return None;
        }
        states[start.0 as usize] = State::Open;
        let mut path = vec![(start, self.in_place(start))];
        while let Some((at, left)) = path.last_mut() {
            let at = *at;
            let Some(next) = left.pop() else {
                states[at.0 as usize] = State::Done;
                path.pop();
                continue;
            };
            match states[next.0 as usize] {
                State::Done => {}
                State::New => {
                    states[next.0 as usize] = State::Open;
                    path.push((next, self.in_place(next)));
                }
                State::Open => {
                    let from = path.iter().rposition(|(id, _)| *id == next).unwrap_or_default();
                    let cycle: Vec<SchemaId> =
                        path[from..].iter().take(MAX_SHOWN).map(|(id, _)| *id).collect();
                    let whole = cycle.len() == path.len() - from;
                    if let Some(found) = self.inheritance(&cycle).filter(|_| may_separate && whole) {
                        for (id, _) in &path {
                            states[id.0 as usize] = State::New;
                        }
                        return Some(found);
                    }
                    self.cut_cycle(&cycle, at, next);
                }
            }
        }
        None
    }

    /// The schemas that apply in place, the first one last.
    fn in_place(&self, id: SchemaId) -> Vec<SchemaId> {
        let mut edges: Vec<SchemaId> = self.arena.schema(id).in_place().collect();
        edges.reverse();
        edges
    }

    fn inheritance(&self, cycle: &[SchemaId]) -> Option<Inheritance> {
        cycle.iter().enumerate().find_map(|(at, parent)| {
            let child = cycle[(at + cycle.len() - 1) % cycle.len()];
            let alternative = cycle[(at + 1) % cycle.len()];
            let schema = self.arena.schema(*parent);
            let lists = schema.one_of.contains(&alternative) || schema.any_of.contains(&alternative);
            let extends = self.arena.schema(child).reference == Some(*parent);
            (lists && extends).then_some(Inheritance { parent: *parent, child, alternative })
        })
    }

    /// A parent that lists its children in `oneOf`, while each child extends the parent by
    /// `allOf`: generators for object-oriented languages write this for inheritance. What is meant
    /// is clear, so the children extend the parent without its list.
    fn separate(&mut self, found: &Inheritance) {
        let Inheritance { parent, child, alternative } = *found;
        let located = self.arena.nodes[parent.0 as usize].clone();
        let mut alone = self.arena.schema(parent).clone();
        alone.one_of.clear();
        alone.any_of.clear();
        alone.discriminator = None;
        alone.name = None;
        alone.rust_name = None;
        let id = self.arena.add(alone, located.clone());
        self.arena.all[child.0 as usize].reference = Some(id);
        let name = |id: SchemaId| {
            let schema = self.arena.schema(id);
            let target = schema.reference.map(|target| self.arena.schema(target));
            let name = schema.name.as_ref().or(target.and_then(|target| target.name.as_ref()));
            name.map_or_else(|| "a schema".to_owned(), |name| format!("`{name}`"))
        };
        let (parent, alternative) = (name(parent), name(alternative));
        let from = self.arena.nodes[child.0 as usize].clone();
        let diagnostic = Diagnostic::warning(
            "mutual-inheritance",
            format!("{alternative} extends {parent}, which lists it as an alternative"),
        )
        .label(from.head("extends it here"))
        .label(located.head("the parent"))
        .pointer(&from.pointer)
        .reason("taken literally, checking a value would never end; it is read as an extension of what the parent says beside its alternatives")
        .remedy(self.remedy(&from, "put what both share into a schema of its own"));
        self.report(diagnostic);
    }

    fn cut_cycle(&mut self, cycle: &[SchemaId], last: SchemaId, first: SchemaId) {
        let following = cycle.iter().skip(1).chain(cycle.first());
        let of_references =
            cycle.iter().zip(following).all(|(id, next)| self.arena.schema(*id).reference == Some(*next));
        self.arena.all[last.0 as usize].remove_in_place(first);
        if of_references {
            // References that go round are reported where they stand.
            return;
        }
        let located = self.arena.nodes[first.0 as usize].clone();
        let names: Vec<String> = cycle
            .iter()
            .filter_map(|id| self.arena.schema(*id).name.as_ref())
            .map(|name| format!("`{name}`"))
            .collect();
        let way = match names.len() {
            0 | 1 => String::new(),
            _ => format!(" ({})", names.join(" → ")),
        };
        let mut diagnostic = Diagnostic::warning(
            "endless-schema",
            format!("the schema applies itself to the same value{way}"),
        )
        .label(located.head("what is valid here"))
        .pointer(&located.pointer)
        .reason("checking a value against it would never end, so that the schema is read without the last step of the way; only a cycle through `properties` or `items` comes to an end")
        .remedy(self.remedy(&located, "take the schema out of its own definition"));
        let closing = &self.arena.nodes[last.0 as usize];
        if closing.pointer != located.pointer {
            diagnostic = diagnostic.label(closing.head("depends on this, which leads back"));
        }
        self.report(diagnostic);
    }
}
