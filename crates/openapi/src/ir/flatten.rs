//! Schemas that apply together to one value.
//!
//! `$ref`, `allOf` and what stands beside them are followed here and nowhere else. What becomes of
//! unions, conditions and the like is for whoever flattens: code generation folds a union with one
//! branch, the comparison of documents makes a product of all, sampling chooses.

use std::collections::HashSet;

use super::{SchemaId, Schemas};

/// What is done with each schema on the way. `C` is what a branch hands on to all below it.
pub trait Flatten<C> {
    /// A schema is met for the first time; `false` when no value can be valid.
    fn enter(&mut self, id: SchemaId, context: C) -> bool;

    /// Everything that the schema refers to has been met. Returns what else applies because of it,
    /// for example a branch of its `oneOf`; `None` when no value can be valid.
    fn leave(&mut self, id: SchemaId, context: C) -> Option<Vec<(SchemaId, C)>>;
}

enum Step<C> {
    Enter(SchemaId, C),
    Leave(SchemaId, C),
}

impl Schemas {
    /// Goes from schemas to all that applies with them: each schema before what it refers to, `$ref`
    /// before `allOf`, and each once, so that a cycle is cut. `false` when no value can be valid.
    ///
    /// `seen` are the schemas that are known already.
    pub fn flatten<C: Copy>(
        &self,
        ids: impl IntoIterator<Item = (SchemaId, C), IntoIter: DoubleEndedIterator>,
        seen: &mut HashSet<SchemaId>,
        with: &mut impl Flatten<C>,
    ) -> bool {
        let mut steps: Vec<Step<C>> = Vec::new();
        let enter = |(id, context)| Step::Enter(id, context);
        steps.extend(ids.into_iter().rev().map(enter));
        while let Some(step) = steps.pop() {
            match step {
                Step::Enter(id, context) => {
                    if !seen.insert(id) {
                        continue;
                    }
                    if !with.enter(id, context) {
                        return false;
                    }
                    let schema = &self[id];
                    steps.push(Step::Leave(id, context));
                    let parts = schema.all_of.iter().rev().chain(&schema.reference);
                    steps.extend(parts.map(|part| Step::Enter(*part, context)));
                }
                Step::Leave(id, context) => match with.leave(id, context) {
                    Some(more) => steps.extend(more.into_iter().rev().map(enter)),
                    None => return false,
                },
            }
        }
        true
    }

    /// The schema with everything that it refers to and all branches of its unions, in the order of
    /// the text: what may be said about the value at all.
    #[must_use]
    pub fn with_alternatives(&self, id: SchemaId) -> Vec<SchemaId> {
        let mut all = Alternatives { schemas: self, found: Vec::new() };
        self.flatten([(id, ())], &mut HashSet::new(), &mut all);
        all.found
    }

    /// The first schema of those for which `says` gives something.
    pub fn find<T>(&self, id: SchemaId, says: impl FnMut(SchemaId) -> Option<T>) -> Option<T> {
        self.with_alternatives(id).into_iter().find_map(says)
    }

    /// The properties that a schema declares in any way, each with the first schema of that name.
    #[must_use]
    pub fn declared_properties(&self, id: SchemaId) -> Vec<(String, SchemaId)> {
        let mut declared: Vec<(String, SchemaId)> = Vec::new();
        let mut names = HashSet::new();
        for part in self.with_alternatives(id) {
            for (name, property) in &self[part].properties {
                if names.insert(name.as_str()) {
                    declared.push((name.clone(), *property));
                }
            }
        }
        declared
    }

    /// The properties that only a condition declares for values of the schemas: those in `if`, `then`,
    /// `else` and `dependentSchemas`, whose schemas hold for some values and not for others.
    #[must_use]
    pub fn conditional_properties(&self, ids: impl IntoIterator<Item = SchemaId>) -> Vec<&str> {
        let mut names: Vec<&str> = Vec::new();
        let mut seen = HashSet::new();
        let mut pending: Vec<SchemaId> = ids.into_iter().flat_map(|id| self[id].conditions()).collect();
        pending.reverse();
        while let Some(id) = pending.pop() {
            let parts = self.with_alternatives(id).into_iter().filter(|part| seen.insert(*part));
            for part in parts.collect::<Vec<_>>() {
                let new = self[part].properties.keys().map(String::as_str);
                for name in new {
                    if !names.contains(&name) {
                        names.push(name);
                    }
                }
                pending.extend(self[part].conditions());
            }
        }
        names
    }

    /// Whether which members a schema evaluates depends on the value: on a branch, or a condition.
    #[must_use]
    pub fn is_conditional(&self, id: SchemaId) -> bool {
        self.with_alternatives(id).into_iter().any(|part| {
            let schema = &self[part];
            !schema.one_of.is_empty() || !schema.any_of.is_empty() || schema.conditions().next().is_some()
        })
    }
}

struct Alternatives<'a> {
    schemas: &'a Schemas,
    found: Vec<SchemaId>,
}

impl Flatten<()> for Alternatives<'_> {
    fn enter(&mut self, id: SchemaId, (): ()) -> bool {
        self.found.push(id);
        true
    }

    fn leave(&mut self, id: SchemaId, (): ()) -> Option<Vec<(SchemaId, ())>> {
        let schema = &self.schemas[id];
        Some(schema.one_of.iter().chain(&schema.any_of).map(|branch| (*branch, ())).collect())
    }
}
