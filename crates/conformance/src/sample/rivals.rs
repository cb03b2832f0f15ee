//! What tells the chosen branch of a `oneOf` apart when every branch fits whatever is plain.
//!
//! Branches that require nothing of their own all fit an object which has only what they share. Then
//! a member that only the others describe, with a value that they refuse, is the one way to a value
//! which exactly one branch fits.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use unplug_openapi::ir::SchemaId;

use super::flatten::Together;
use super::generate::Generator;
use super::text::Carrier;

impl<'a> Generator<'_, 'a> {
    /// Adds members until no branch that was not chosen fits, as far as that is possible. Only JSON
    /// has room for them: a form is not given members that it does not declare.
    pub(super) fn part_from_rivals(&self, all: &Together<'a>, value: &mut Value) {
        if self.wish.carrier != Carrier::Body || !value.is_object() {
            return;
        }
        for rival in &all.rivals {
            if !self.sampler.evaluator.is_valid(*rival, value) {
                continue;
            }
            let member = self.refused_by(*rival, all, value);
            if let (Some((name, refused)), Some(members)) = (member, value.as_object_mut()) {
                members.insert(name.to_owned(), refused);
            }
        }
    }

    /// A member that is not there yet, which the rival refuses and the chosen schemas do not.
    fn refused_by(&self, rival: SchemaId, all: &Together<'a>, value: &Value) -> Option<(&'a str, Value)> {
        let evaluator = &self.sampler.evaluator;
        let mut described = Vec::new();
        self.described(rival, &mut BTreeSet::new(), &mut described);
        let declared = |name: &str| all.schemas.iter().any(|schema| schema.properties.contains_key(name));
        described.into_iter().find_map(|(name, id)| {
            if value.get(name).is_some() || declared(name) || !self.is_possible(all, name) {
                return None;
            }
            let own = self.schemas_of(all, name);
            // What nobody describes, a reader may drop.
            if own.is_empty() {
                return None;
            }
            let wrong = [json!("unplug"), json!(7), json!(true)];
            let refused = wrong.into_iter().find(|wrong| {
                !evaluator.is_valid(id, wrong) && own.iter().all(|own| evaluator.is_valid(*own, wrong))
            });
            refused.map(|refused| (name, refused))
        })
    }

    /// The members that a schema and its parts describe.
    fn described(&self, id: SchemaId, seen: &mut BTreeSet<SchemaId>, into: &mut Vec<(&'a str, SchemaId)>) {
        if !seen.insert(id) {
            return;
        }
        let schema = &self.schemas[id];
        into.extend(schema.properties.iter().map(|(name, member)| (name.as_str(), *member)));
        for part in schema.reference.iter().chain(&schema.all_of) {
            self.described(*part, seen, into);
        }
    }
}
