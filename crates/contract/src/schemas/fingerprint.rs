//! Short numbers that are equal for schemas that look the same, down to a depth.

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash as _, Hasher as _};

use unplug_openapi::ir::SchemaId;

use super::normal::{Alternative, Normalizer, Set};
use super::values::canonical;
use super::view::View;
use crate::locator::Locator;

impl Normalizer<'_> {
    /// Equal when the two sets mean the same as far as `depth` levels down show.
    pub(crate) fn fingerprint(&mut self, ids: &[SchemaId], depth: u8) -> u64 {
        let set = self.set(ids);
        self.print(set, depth)
    }

    fn print(&mut self, set: Set, depth: u8) -> u64 {
        if let Some(print) = self.prints.get(&(set, depth)) {
            return *print;
        }
        let normal = self.normal(set);
        let mut parts: Vec<u64> =
            normal.alternatives.iter().map(|one| self.print_alternative(one, depth)).collect();
        parts.sort_unstable();
        let mut hasher = DefaultHasher::new();
        (normal.null, normal.types().bits(), parts, normal.unexpanded.len()).hash(&mut hasher);
        let print = hasher.finish();
        self.prints.insert((set, depth), print);
        print
    }

    pub(super) fn print_alternative(&mut self, one: &Alternative, depth: u8) -> u64 {
        let view = View::new(self.schemas, one, Locator::root());
        let mut hasher = DefaultHasher::new();
        one.types.bits().hash(&mut hasher);
        if let Some(values) = &one.values {
            let mut texts: Vec<&str> = values.iter().map(|(text, _)| text.as_str()).collect();
            texts.sort_unstable();
            texts.hash(&mut hasher);
            return hasher.finish();
        }
        plain(&view, &mut hasher);
        if depth > 0 {
            self.below(&view, depth - 1, &mut hasher);
        }
        hasher.finish()
    }

    fn below(&mut self, view: &View<'_>, depth: u8, hasher: &mut DefaultHasher) {
        let mut properties: Vec<(&str, u64)> = Vec::new();
        for (name, ids) in view.properties() {
            properties.push((name, self.fingerprint(&ids, depth)));
        }
        properties.sort_unstable();
        properties.hash(hasher);
        let (listed, rest) = view.items();
        for ids in listed.iter().chain([&rest, &view.additional().0]) {
            self.fingerprint(ids, depth).hash(hasher);
        }
        let mut others: Vec<(u8, &str, u64)> = Vec::new();
        for (_, schema) in view.schemas() {
            let single =
                [schema.property_names, schema.contains, schema.not, schema.if_, schema.then, schema.else_];
            for (number, id) in (0..).zip(single) {
                if let Some(id) = id {
                    others.push((number, "", self.fingerprint(&[id], depth)));
                }
            }
            for (number, map) in [(10, &schema.pattern_properties), (11, &schema.dependent_schemas)] {
                for (name, id) in map {
                    others.push((number, name, self.fingerprint(&[*id], depth)));
                }
            }
        }
        others.sort_unstable();
        others.dedup();
        others.hash(hasher);
    }
}

/// Keywords without schemas below.
fn plain(view: &View<'_>, hasher: &mut DefaultHasher) {
    let text = |number: Option<String>| number.unwrap_or_default();
    for lower in [true, false] {
        text(view.bound(lower).map(|((bound, _), _)| bound.to_string())).hash(hasher);
    }
    let largest = [
        view.largest(|schema| schema.min_length),
        view.largest(|schema| schema.min_items),
        view.largest(|schema| schema.min_properties),
    ];
    let smallest = [
        view.smallest(|schema| schema.max_length),
        view.smallest(|schema| schema.max_items),
        view.smallest(|schema| schema.max_properties),
    ];
    for limit in largest.iter().chain(&smallest) {
        limit.map(|(value, _)| value).hash(hasher);
    }
    let texts = [
        view.all(|schema| schema.pattern.clone()),
        view.all(|schema| schema.format.clone()),
        view.all(|schema| schema.multiple_of.as_ref().map(|number| canonical(&number.clone().into()))),
    ];
    for found in &texts {
        found.keys().collect::<Vec<_>>().hash(hasher);
    }
    view.required().keys().collect::<Vec<_>>().hash(hasher);
    view.first(|schema| schema.unique_items.then_some(())).is_some().hash(hasher);
    let mut dependent: Vec<(&str, Vec<&str>)> = Vec::new();
    for (_, schema) in view.schemas() {
        for (name, needed) in &schema.dependent_required {
            let mut needed: Vec<&str> = needed.iter().map(String::as_str).collect();
            needed.sort_unstable();
            dependent.push((name, needed));
        }
    }
    dependent.sort_unstable();
    dependent.dedup();
    dependent.hash(hasher);
}
