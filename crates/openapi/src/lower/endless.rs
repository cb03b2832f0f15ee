//! Schemas that apply to a value only by way of themselves.
//!
//! `A: {allOf: [{$ref: A}]}` never says what is valid: whoever checks a value against it goes round
//! for ever. A cycle through `properties` or `items` is fine, because a value has an end. Every
//! such cycle is reported and taken apart, so that no later stage can be caught.

use super::Lowering;
use crate::diagnostic::Diagnostic;
use crate::ir::{Schema, SchemaId};

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    New,
    Open,
    Done,
}

impl Lowering<'_> {
    /// Reports the cycles and takes an edge out of each.
    pub(super) fn cut_endless(&mut self) {
        let mut states = Vec::new();
        let mut next = 0;
        // Separating adds a schema; the bound makes sure that this comes to an end.
        let most = self.arena.all.len().saturating_mul(2);
        while let Some(start) = self.arena.id(next) {
            states.resize(self.arena.all.len(), State::New);
            match self.cycle_from(start, &mut states) {
                Some(cycle) => self.cut(&cycle, self.arena.all.len() < most),
                None => next += 1,
            }
        }
    }

    /// Looks for a cycle among the schemas that `start` leads to; what is left unfinished because
    /// of one is looked at again.
    fn cycle_from(&self, start: SchemaId, states: &mut [State]) -> Option<Vec<SchemaId>> {
        let edges = |id: SchemaId| {
            let mut edges: Vec<SchemaId> = self.arena.schema(id).in_place().collect();
            edges.reverse();
            edges
        };
        if states[start.0 as usize] == State::Done {
            return None;
        }
        states[start.0 as usize] = State::Open;
        let mut path = vec![(start, edges(start))];
        while let Some((at, left)) = path.last_mut() {
            let Some(next) = left.pop() else {
                states[at.0 as usize] = State::Done;
                path.pop();
                continue;
            };
            match states[next.0 as usize] {
                State::Done => {}
                State::New => {
                    states[next.0 as usize] = State::Open;
                    path.push((next, edges(next)));
                }
                State::Open => {
                    for (id, _) in &path {
                        states[id.0 as usize] = State::New;
                    }
                    let ids = path.into_iter().map(|(id, _)| id);
                    return Some(ids.skip_while(|id| *id != next).collect());
                }
            }
        }
        None
    }

    fn cut(&mut self, cycle: &[SchemaId], may_add: bool) {
        for (at, parent) in cycle.iter().enumerate().filter(|_| may_add) {
            let child = cycle[(at + cycle.len() - 1) % cycle.len()];
            let alternative = cycle[(at + 1) % cycle.len()];
            let schema = self.arena.schema(*parent);
            let lists = schema.one_of.contains(&alternative) || schema.any_of.contains(&alternative);
            if lists && self.arena.schema(child).reference == Some(*parent) {
                return self.separate(*parent, child, alternative);
            }
        }
        let (Some(first), Some(last)) = (cycle.first(), cycle.last()) else {
            return;
        };
        self.endless(cycle, *last, *first);
    }

    /// A parent that lists its children in `oneOf`, while each child extends the parent by
    /// `allOf`: generators for object-oriented languages write this for inheritance. What is meant
    /// is clear, so the children extend the parent without its list.
    fn separate(&mut self, parent: SchemaId, child: SchemaId, alternative: SchemaId) {
        let place = self.arena.places[parent.0 as usize].clone();
        let mut alone = self.arena.schema(parent).clone();
        alone.one_of.clear();
        alone.any_of.clear();
        alone.discriminator = None;
        alone.name = None;
        alone.rust_name = None;
        let id = self.arena.add(alone, place.clone());
        self.arena.all[child.0 as usize].reference = Some(id);
        let name = |id: SchemaId| {
            let schema = self.arena.schema(id);
            let target = schema.reference.map(|target| self.arena.schema(target));
            let name = schema.name.as_ref().or(target.and_then(|target| target.name.as_ref()));
            name.map_or_else(|| "a schema".to_owned(), |name| format!("`{name}`"))
        };
        let (parent, alternative) = (name(parent), name(alternative));
        let from = self.arena.places[child.0 as usize].clone();
        let diagnostic = Diagnostic::warning(
            "mutual-inheritance",
            format!("{alternative} extends {parent}, which lists it as an alternative"),
        )
        .label(from.head("extends it here"))
        .label(place.head("the parent"))
        .pointer(&from.pointer)
        .reason("taken literally, checking a value would never end; it is read as an extension of what the parent says beside its alternatives")
        .remedy(self.remedy(&from, "put what both share into a schema of its own"));
        self.report(diagnostic);
    }

    fn endless(&mut self, cycle: &[SchemaId], last: SchemaId, first: SchemaId) {
        remove(&mut self.arena.all[last.0 as usize], first);
        let place = self.arena.places[first.0 as usize].clone();
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
        .label(place.head("what is valid here"))
        .pointer(&place.pointer)
        .reason("checking a value against it would never end, so that the schema is read without the last step of the way; only a cycle through `properties` or `items` comes to an end")
        .remedy(self.remedy(&place, "take the schema out of its own definition"));
        let closing = &self.arena.places[last.0 as usize];
        if closing.pointer != place.pointer {
            diagnostic = diagnostic.label(closing.head("depends on this, which leads back"));
        }
        self.report(diagnostic);
    }
}

/// Takes an edge out of a schema, which then allows more.
fn remove(schema: &mut Schema, target: SchemaId) {
    for single in
        [&mut schema.reference, &mut schema.not, &mut schema.if_, &mut schema.then, &mut schema.else_]
    {
        if *single == Some(target) {
            *single = None;
        }
    }
    for list in [&mut schema.all_of, &mut schema.any_of, &mut schema.one_of] {
        list.retain(|id| *id != target);
    }
    schema.dependent_schemas.retain(|_, id| *id != target);
}
