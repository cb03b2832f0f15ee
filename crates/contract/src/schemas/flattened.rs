//! The flattened form: a schema as alternatives without references, `allOf` and unions.
//!
//! A set of schemas that apply together is expanded into alternatives, each a list of schemas whose
//! own keywords all hold. `null` is kept apart, so that `nullable`, `type: [.., "null"]` and
//! `anyOf: [.., {type: "null"}]` come to the same; unions of one member disappear, and nested ones
//! are flattened.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use serde_json::Value;
use unplug_openapi::ir::{Flatten, Keyword, Schema, SchemaId, Schemas, TypeSet};

use super::fits::Limits;
use super::values::canonical;

/// How many alternatives a product of several unions may have before it is left as it is.
const MOST_COMBINATIONS: usize = 256;
/// How many list entries the alternatives of one schema may have in all.
const MOST_ENTRIES: usize = 2_000_000;

/// Schemas that apply together, as a number that is equal when they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Set(u32);

/// One way to be valid.
#[derive(Clone, Debug)]
pub(crate) struct Alternative {
    /// Schemas whose own keywords all hold, in the order of discovery.
    pub(crate) parts: Rc<[SchemaId]>,
    /// What their types and values leave, without `null`.
    pub(crate) types: TypeSet,
    /// The only values that are valid, without `null`, as canonical texts.
    pub(crate) values: Option<Rc<Vec<(String, Value)>>>,
    /// The member of the innermost union that it comes from.
    pub(crate) branch: Option<SchemaId>,
}

/// A flattened schema.
#[derive(Clone, Debug, Default)]
pub(crate) struct Flattened {
    pub(crate) null: bool,
    pub(crate) alternatives: Vec<Alternative>,
    /// Whether `oneOf` chooses one of the alternatives.
    pub(crate) exclusive: bool,
    /// Whether a discriminator tells the alternatives apart.
    pub(crate) tagged: bool,
    /// The schemas with a union and a discriminator, in the order of discovery.
    pub(crate) discriminators: Vec<SchemaId>,
    /// The schemas whose unions would give too many combinations; they are not in `alternatives`.
    pub(crate) unexpanded: Vec<SchemaId>,
}

impl Flattened {
    pub(crate) fn types(&self) -> TypeSet {
        self.alternatives.iter().fold(TypeSet::NONE, |all, one| all.or(one.types))
    }

    /// Whether no value is valid.
    pub(crate) fn is_nothing(&self) -> bool {
        !self.null && self.alternatives.is_empty()
    }
}

/// Makes flattened forms of the schemas of one API, each once.
pub(crate) struct Flattener<'a> {
    pub(crate) schemas: &'a Schemas,
    numbers: HashMap<Rc<[SchemaId]>, Set>,
    sets: Vec<Rc<[SchemaId]>>,
    flattened: Vec<Option<Rc<Flattened>>>,
    resolved: HashMap<SchemaId, SchemaId>,
    nulls: HashMap<SchemaId, bool>,
    pub(super) prints: HashMap<(Set, u8), u64>,
}

/// An expansion on its way.
#[derive(Clone)]
struct State {
    pending: Vec<SchemaId>,
    parts: Vec<SchemaId>,
    seen: HashSet<SchemaId>,
    types: TypeSet,
    unions: Vec<(SchemaId, bool)>,
    branch: Option<SchemaId>,
}

/// Adds what applies with the schemas of a state to it.
struct Closing<'s, 'a> {
    schemas: &'a Schemas,
    state: &'s mut State,
}

impl Flatten<()> for Closing<'_, '_> {
    fn enter(&mut self, id: SchemaId, (): ()) -> bool {
        let (schema, state) = (&self.schemas[id], &mut *self.state);
        if schema.boolean == Some(false) {
            return false;
        }
        state.types = state.types.and(TypeSet::allowed(&schema.types));
        if state.types.is_empty() {
            return false;
        }
        // A reference that says nothing else is only the way to what it refers to.
        if schema.reference.is_none() || schema.constrains() {
            state.parts.push(id);
        }
        for (branches, one) in [(&schema.one_of, true), (&schema.any_of, false)] {
            if !branches.is_empty() {
                state.unions.push((id, one));
            }
        }
        true
    }

    fn leave(&mut self, _: SchemaId, (): ()) -> Option<Vec<(SchemaId, ())>> {
        Some(Vec::new())
    }
}

impl<'a> Flattener<'a> {
    pub(crate) fn new(schemas: &'a Schemas) -> Self {
        Self {
            schemas,
            numbers: HashMap::new(),
            sets: Vec::new(),
            flattened: Vec::new(),
            resolved: HashMap::new(),
            nulls: HashMap::new(),
            prints: HashMap::new(),
        }
    }

    /// The schemas of a number.
    pub(crate) fn ids(&self, set: Set) -> Rc<[SchemaId]> {
        self.sets.get(set.0 as usize).cloned().unwrap_or_else(|| Rc::from([]))
    }

    /// The number of these schemas together. References that say nothing else are followed.
    pub(crate) fn set(&mut self, ids: &[SchemaId]) -> Set {
        let mut ids: Vec<SchemaId> = ids.iter().map(|id| self.resolve(*id)).collect();
        if ids.len() > 1 {
            ids.sort_unstable();
            ids.dedup();
        }
        let ids: Rc<[SchemaId]> = ids.into();
        if let Some(set) = self.numbers.get(&ids) {
            return *set;
        }
        let set = Set(u32::try_from(self.sets.len()).unwrap_or(u32::MAX));
        self.sets.push(Rc::clone(&ids));
        self.flattened.push(None);
        self.numbers.insert(ids, set);
        set
    }

    fn resolve(&mut self, id: SchemaId) -> SchemaId {
        let schemas = self.schemas;
        *self
            .resolved
            .entry(id)
            .or_insert_with(|| if schemas[id].reference.is_some() { schemas.resolve(id) } else { id })
    }

    pub(crate) fn flattened(&mut self, set: Set) -> Rc<Flattened> {
        let index = set.0 as usize;
        if let Some(Some(flattened)) = self.flattened.get(index) {
            return Rc::clone(flattened);
        }
        let ids = self.ids(set);
        let flattened = Rc::new(self.expand(&ids));
        if let Some(place) = self.flattened.get_mut(index) {
            *place = Some(Rc::clone(&flattened));
        }
        flattened
    }

    /// Whether every value is valid.
    pub(crate) fn is_anything(&mut self, set: Set) -> bool {
        let flattened = self.flattened(set);
        let free = |one: &Alternative| {
            one.types == TypeSet::NON_NULL
                && one.values.is_none()
                && one.parts.iter().all(|id| says_nothing(&self.schemas[*id]))
        };
        flattened.null
            && flattened.unexpanded.is_empty()
            && !flattened.exclusive
            && flattened.alternatives.iter().any(free)
    }

    fn null(&mut self, id: SchemaId) -> bool {
        let schemas = self.schemas;
        *self.nulls.entry(id).or_insert_with(|| schemas.is_nullable(id))
    }

    fn expand(&mut self, ids: &[SchemaId]) -> Flattened {
        // Half a product would be compared with half of another one: all of it, or none.
        self.expanded(ids, true).or_else(|| self.expanded(ids, false)).unwrap_or_default()
    }

    /// `None` when the unions have too many combinations.
    fn expanded(&mut self, ids: &[SchemaId], unions: bool) -> Option<Flattened> {
        let mut flattened = Flattened { null: ids.iter().all(|id| self.null(*id)), ..Flattened::default() };
        let start = State {
            pending: ids.to_vec(),
            parts: Vec::new(),
            seen: HashSet::new(),
            types: TypeSet::NON_NULL,
            unions: Vec::new(),
            branch: None,
        };
        let mut stack = vec![start];
        let mut entries = 0;
        let mut products = 1_usize;
        while let Some(mut state) = stack.pop() {
            let pending = std::mem::take(&mut state.pending);
            let mut seen = std::mem::take(&mut state.seen);
            let schemas = self.schemas;
            if !schemas.flatten(
                pending.into_iter().map(|id| (id, ())),
                &mut seen,
                &mut Closing { schemas, state: &mut state },
            ) {
                continue;
            }
            state.seen = seen;
            let Some((owner, one)) = state.unions.pop() else {
                entries += state.parts.len();
                self.finish(state, &mut flattened);
                continue;
            };
            let schema = &self.schemas[owner];
            let branches = if one { &schema.one_of } else { &schema.any_of };
            let many = !state.unions.is_empty() && branches.len() > 1;
            if many {
                products = products.saturating_mul(branches.len());
            }
            entries += state.parts.len().saturating_mul(branches.len());
            if unions && (products > MOST_COMBINATIONS || entries > MOST_ENTRIES) {
                return None;
            }
            if !unions && branches.len() > 1 {
                flattened.unexpanded.push(owner);
                stack.push(state);
                continue;
            }
            if schema.discriminator.is_some() && !flattened.discriminators.contains(&owner) {
                flattened.discriminators.push(owner);
            }
            if branches.len() > 1 {
                flattened.exclusive |= one;
                flattened.tagged |= schema.discriminator.is_some();
            }
            for branch in branches.iter().rev() {
                let mut next = state.clone();
                next.pending.push(*branch);
                next.branch = if branches.len() > 1 { Some(*branch) } else { state.branch };
                stack.push(next);
            }
        }
        if flattened.alternatives.len() < 2 {
            flattened.exclusive = false;
        }
        Some(flattened)
    }

    fn finish(&self, state: State, flattened: &mut Flattened) {
        let values = self.values(&state.parts, state.types);
        let mut types = state.types;
        if let Some(values) = &values {
            types = types
                .and(values.iter().fold(TypeSet::NONE, |all, (_, value)| all.or(TypeSet::of_value(value))));
            if types.is_empty() {
                return;
            }
        }
        flattened.alternatives.push(Alternative {
            parts: state.parts.into(),
            types,
            values: values.map(Rc::new),
            branch: state.branch,
        });
    }

    fn values(&self, parts: &[SchemaId], types: TypeSet) -> Option<Vec<(String, Value)>> {
        let mut found: Option<Vec<(String, Value)>> = None;
        for id in parts {
            let Some(listed) = listed(&self.schemas[*id]) else { continue };
            found = Some(match found {
                None => {
                    let fits = |value: &&Value| !types.and(TypeSet::of_value(value)).is_empty();
                    let mut seen = HashSet::new();
                    let values =
                        listed.into_iter().filter(fits).map(|value| (canonical(value), value.clone()));
                    values.filter(|(text, _)| seen.insert(text.clone())).collect()
                }
                Some(before) => {
                    let texts: HashSet<String> = listed.into_iter().map(canonical).collect();
                    before.into_iter().filter(|(text, _)| texts.contains(text)).collect()
                }
            });
        }
        if let Some(values) = &mut found {
            let limits: Vec<Limits<'_>> = parts.iter().map(|id| Limits::of(&self.schemas[*id])).collect();
            values.retain(|(_, value)| limits.iter().all(|limits| limits.allow(value)));
        }
        found
    }
}

/// Has it no keyword of its own that limits values? What it refers to, and its unions, are other parts.
fn says_nothing(schema: &Schema) -> bool {
    let combined = |keyword| matches!(keyword, Keyword::AllOf | Keyword::AnyOf | Keyword::OneOf);
    schema.boolean != Some(false)
        && schema.keywords().all(|keyword| combined(keyword) || !keyword.role().constrains())
}

/// The values of `const` and `enum`.
fn listed(schema: &Schema) -> Option<Vec<&Value>> {
    match (&schema.constant, &schema.enumeration) {
        (None, None) => None,
        (Some(value), None) => Some(vec![value]),
        (None, Some(values)) => Some(values.iter().collect()),
        (Some(value), Some(values)) => Some(if values.contains(value) { vec![value] } else { Vec::new() }),
    }
}
