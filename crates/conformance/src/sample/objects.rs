//! Objects.

use std::collections::BTreeSet;

use indexmap::IndexSet;
use serde_json::{Map, Value};
use unplug_openapi::ir::SchemaId;

use super::choice::Choice;
use super::generate::{Completeness, Flattened, Generator, MAX_OPTIONAL_DEPTH, Position};
use super::min_depth::UNSATISFIABLE;
use super::pattern;
use super::text::Destination;

impl<'a> Generator<'_, 'a> {
    pub(super) fn object(
        &self,
        all: &mut Flattened<'a>,
        position: Position,
        mut choice: Choice,
    ) -> Option<Value> {
        let required = self.present(all, position, &mut choice)?;
        let most = all.schemas.iter().filter_map(|schema| schema.max_properties).min().unwrap_or(u64::MAX);
        let most = usize::try_from(most).unwrap_or(usize::MAX);
        let least = all.schemas.iter().filter_map(|schema| schema.min_properties).max().unwrap_or(0);
        let asked = usize::try_from(least).unwrap_or(usize::MAX).min(1 << 12).min(most);
        // A parameter without members is no parameter.
        let some = position.depth == 0 && self.options.destination != Destination::Body;
        let least = if some { asked.max(1).min(most) } else { asked };
        let names: IndexSet<&'a str> =
            all.schemas.iter().flat_map(|schema| schema.properties.keys()).map(String::as_str).collect();
        let wanted = self.wanted(all, &required, &names, most, position, choice);
        let mut members = Map::new();
        let optional = wanted.iter().filter(|name| !required.contains(**name)).count();
        let room = position.room.saturating_sub(optional) / optional.max(1);
        let inside = Position { depth: position.depth + 1, room };
        let mut left = most.saturating_sub(required.len());
        for (at, name) in wanted.into_iter().enumerate() {
            let is_required = required.contains(name);
            if !is_required && left == 0 {
                continue;
            }
            match self.member(all, name, inside, choice.plus(at)) {
                Some(value) => {
                    left = left.saturating_sub(usize::from(!is_required));
                    members.insert(name.to_owned(), value);
                }
                None if is_required => {
                    self.because(|| format!("no value was found for the member `{name}`"));
                    return None;
                }
                None => {}
            }
        }
        self.needed(all, &names, least, &mut members, inside, choice);
        self.depend(all, &mut members, inside, choice)?;
        // A form or parameter is not given members that it does not declare, unless it declares none.
        let least = if names.is_empty() { least } else { asked };
        self.others(all, &mut members, least..most, position, choice);
        Some(Value::Object(members))
    }

    /// The members that are made: those that must be there, and those that may be, as far as there is
    /// room. Where not all can be there, others have their turn each time.
    fn wanted(
        &self,
        all: &Flattened<'a>,
        required: &BTreeSet<&'a str>,
        names: &IndexSet<&'a str>,
        most: usize,
        position: Position,
        mut choice: Choice,
    ) -> Vec<&'a str> {
        let start = if most < names.len() { choice.take(names.len()) } else { 0 };
        let turns = names.iter().skip(start).chain(names.iter().take(start)).copied();
        let mut wanted: Vec<&'a str> = Vec::new();
        for (at, name) in turns.enumerate() {
            let optional = || {
                wanted.len() < position.room
                    && self.is_possible(all, name)
                    && !self.is_structured(&self.schemas_of(all, name), position.depth + 1)
                    && self.wants(position, choice.plus(at))
            };
            if required.contains(name) || optional() {
                wanted.push(name);
            }
        }
        wanted.extend(required.iter().filter(|name| !names.contains(**name)));
        wanted
    }

    /// Adds members until there are as many as there must be: any, and of what is deep the flattest.
    fn needed(
        &self,
        all: &Flattened<'a>,
        names: &IndexSet<&'a str>,
        least: usize,
        members: &mut Map<String, Value>,
        inside: Position,
        mut choice: Choice,
    ) {
        if members.len() >= least {
            return;
        }
        let min_depths = self.sampler.min_depths();
        let depth = |name: &&str| self.schemas_of(all, name).iter().map(|id| min_depths.of(*id)).max();
        let usable = |name: &&str| {
            !members.contains_key(*name)
                && self.is_possible(all, name)
                && !self.is_structured(&self.schemas_of(all, name), inside.depth)
        };
        let mut rest: Vec<&str> = names.iter().copied().filter(usable).collect();
        if inside.depth > MAX_OPTIONAL_DEPTH {
            rest.sort_by_key(depth);
        } else if !rest.is_empty() {
            let start = choice.take(rest.len());
            rest.rotate_left(start);
        }
        for (at, name) in rest.into_iter().enumerate() {
            if members.len() >= least {
                return;
            }
            if let Some(value) = self.member(all, name, inside, choice.plus(at)) {
                members.insert(name.to_owned(), value);
            }
        }
    }

    /// Names that must be there. Schemas that depend on them join.
    fn present(
        &self,
        all: &mut Flattened<'a>,
        position: Position,
        choice: &mut Choice,
    ) -> Option<BTreeSet<&'a str>> {
        let direction = self.options.direction;
        let mut required = BTreeSet::new();
        loop {
            required.extend(
                all.schemas.iter().flat_map(|schema| schema.required_in(direction)).map(String::as_str),
            );
            let needed: Vec<&str> = all
                .schemas
                .iter()
                .flat_map(|schema| &schema.dependent_required)
                .filter(|(name, _)| required.contains(name.as_str()))
                .flat_map(|(_, needed)| needed.iter().map(String::as_str))
                .collect();
            required.extend(needed);
            let dependent: Vec<SchemaId> = all
                .schemas
                .iter()
                .flat_map(|schema| &schema.dependent_schemas)
                .filter(|(name, _)| required.contains(name.as_str()) || self.may_want(all, name))
                .map(|(_, id)| *id)
                .collect();
            let before = (required.len(), all.schemas.len());
            if !self.flatten_all(&dependent, position.depth, choice, all) {
                return None;
            }
            required.extend(
                all.schemas.iter().flat_map(|schema| schema.required_in(direction)).map(String::as_str),
            );
            if before == (required.len(), all.schemas.len()) {
                return Some(required);
            }
        }
    }

    /// Whether a member may be there by choice.
    fn may_want(&self, all: &Flattened<'a>, name: &str) -> bool {
        self.options.completeness != Completeness::Minimal && self.is_possible(all, name)
    }

    /// Whether a member that need not be there can be there.
    fn is_possible(&self, all: &Flattened<'a>, name: &str) -> bool {
        let min_depths = self.sampler.min_depths();
        !all.forbidden.contains(name)
            && self
                .schemas_of(all, name)
                .iter()
                .all(|id| min_depths.of(*id) != UNSATISFIABLE && !self.is_foreign(*id))
            && self.is_name(all, name)
    }

    fn is_name(&self, all: &Flattened<'a>, name: &str) -> bool {
        let mut names = all.schemas.iter().filter_map(|schema| schema.property_names);
        names.all(|id| self.evaluator().is_valid(id, &Value::String(name.to_owned())))
    }

    /// All schemas of a member.
    fn schemas_of(&self, all: &Flattened<'a>, name: &str) -> Vec<SchemaId> {
        let mut own: Vec<SchemaId> = Vec::new();
        for schema in &all.schemas {
            own.extend(self.evaluator().members_schemas(schema, name));
        }
        if own.is_empty() {
            own.extend(all.schemas.iter().filter_map(|schema| schema.unevaluated_properties));
        }
        own.sort_unstable();
        own.dedup();
        own
    }

    fn member(&self, all: &Flattened<'a>, name: &str, inside: Position, mut choice: Choice) -> Option<Value> {
        let own = self.schemas_of(all, name);
        if let Some(tags) = all.tags.get(name) {
            // A mapping has texts only; they may stand for numbers, booleans and `null`.
            let fits = |tag: &Value| own.iter().all(|id| self.evaluator().is_valid(*id, tag));
            let meant = |tag: &&str| {
                let scalar = serde_json::from_str(tag).ok();
                std::iter::once(Value::from(*tag)).chain(scalar).find(fits)
            };
            let tags: Vec<Value> = tags.iter().filter_map(meant).collect();
            if let Some(tag) = tags.get(choice.take(tags.len())) {
                return Some(tag.clone());
            }
        }
        self.inner().part(&own, inside, choice)
    }

    /// What the optional members that are there ask for.
    fn depend(
        &self,
        all: &Flattened<'a>,
        members: &mut Map<String, Value>,
        inside: Position,
        choice: Choice,
    ) -> Option<()> {
        loop {
            let mut missing = all
                .schemas
                .iter()
                .flat_map(|schema| &schema.dependent_required)
                .filter(|(name, _)| members.contains_key(*name))
                .flat_map(|(_, needed)| needed)
                .filter(|name| !members.contains_key(*name));
            let Some(name) = missing.next() else { return Some(()) };
            let value = self.member(all, name, inside, choice)?;
            members.insert(name.clone(), value);
        }
    }

    /// Members that no schema names: as many as are asked for, and one for show.
    fn others(
        &self,
        all: &Flattened<'a>,
        members: &mut Map<String, Value>,
        count: std::ops::Range<usize>,
        position: Position,
        choice: Choice,
    ) {
        let explicit = |id: &SchemaId| self.schemas[*id].boolean.is_none();
        let described = all.schemas.iter().any(|schema| {
            schema.additional_properties.as_ref().is_some_and(explicit)
                || schema.unevaluated_properties.as_ref().is_some_and(explicit)
                || !schema.pattern_properties.is_empty()
        });
        let declared = all.schemas.iter().any(|schema| !schema.properties.is_empty());
        let open = self.options.destination == Destination::Body || !declared;
        let for_show = described && open && self.wants(position, choice);
        let wanted = if for_show { count.start.max(members.len() + 1) } else { count.start };
        let wanted = wanted.min(count.end);
        let room = position.room / (wanted + 1);
        let inside = Position { depth: position.depth + 1, room };
        for shift in 0..wanted.saturating_mul(2).max(16) {
            if members.len() >= wanted {
                return;
            }
            let Some(name) = self.other_name(all, shift, position, choice) else { continue };
            if members.contains_key(&name) || !self.is_possible(all, &name) {
                continue;
            }
            if let Some(value) = self.member(all, &name, inside, choice.plus(shift)) {
                members.insert(name, value);
            }
        }
    }

    fn other_name(
        &self,
        all: &Flattened<'a>,
        shift: usize,
        position: Position,
        choice: Choice,
    ) -> Option<String> {
        let mut patterns = all.schemas.iter().flat_map(|schema| schema.pattern_properties.keys());
        let names: Vec<SchemaId> = all.schemas.iter().filter_map(|schema| schema.property_names).collect();
        if let Some(source) = patterns.next() {
            return pattern::text(source, u32::try_from(shift).unwrap_or(0));
        }
        if names.is_empty() {
            return Some(format!("member{shift}"));
        }
        let name =
            self.inner().part(&names, Position { depth: position.depth + 1, room: 0 }, choice.plus(shift))?;
        name.as_str().map(str::to_owned)
    }
}
