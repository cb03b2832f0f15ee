//! Short numbers that are equal for schemas that look the same, down to a depth.

use std::collections::BTreeSet;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash as _, Hasher as _};

use serde_json::Value;
use unplug_openapi::ir::{Keyword, KeywordValue, Role, SchemaId};

use super::flattened::{Alternative, Flattener, Set};
use super::values::canonical;
use super::view::View;
use crate::locator::Locator;

impl Flattener<'_> {
    /// Equal when the two sets mean the same as far as `depth` levels down show.
    pub(crate) fn fingerprint(&mut self, ids: &[SchemaId], depth: u8) -> u64 {
        let set = self.set(ids);
        self.print(set, depth)
    }

    fn print(&mut self, set: Set, depth: u8) -> u64 {
        if let Some(print) = self.prints.get(&(set, depth)) {
            return *print;
        }
        let flattened = self.flattened(set);
        let mut parts: Vec<u64> =
            flattened.alternatives.iter().map(|one| self.print_alternative(one, depth)).collect();
        parts.sort_unstable();
        let mut hasher = DefaultHasher::new();
        (flattened.null, flattened.types().bits(), parts, flattened.unexpanded.len()).hash(&mut hasher);
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
        let mut others: Vec<(Keyword, &str, u64)> = Vec::new();
        for (_, schema) in view.schemas() {
            for keyword in Keyword::ALL.iter().filter(|keyword| compared(**keyword) == Compared::ByItself) {
                match schema.value(*keyword) {
                    KeywordValue::SchemaMap(map) => {
                        for (name, id) in map {
                            others.push((*keyword, name, self.fingerprint(&[*id], depth)));
                        }
                    }
                    value => {
                        for id in value.schemas() {
                            others.push((*keyword, "", self.fingerprint(&[id], depth)));
                        }
                    }
                }
            }
        }
        others.sort_unstable();
        others.dedup();
        others.hash(hasher);
    }
}

/// How the values that several schemas have for a keyword come to one.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Compared {
    /// It is no part of what a schema looks like, or is merged with others ([`View`]).
    Elsewhere,
    /// The largest count applies.
    Largest,
    /// The smallest count applies.
    Smallest,
    /// All apply.
    All,
    /// The schemas of each are compared by themselves.
    ByItself,
}

fn compared(keyword: Keyword) -> Compared {
    match keyword {
        // They belong to the alternative, or are flattened.
        Keyword::Type
        | Keyword::Const
        | Keyword::Enum
        | Keyword::AllOf
        | Keyword::AnyOf
        | Keyword::OneOf
        // They are merged with others.
        | Keyword::Minimum
        | Keyword::Maximum
        | Keyword::ExclusiveMinimum
        | Keyword::ExclusiveMaximum
        | Keyword::Required
        | Keyword::Properties
        | Keyword::AdditionalProperties
        | Keyword::UnevaluatedProperties
        | Keyword::Items
        | Keyword::PrefixItems
        | Keyword::UnevaluatedItems => Compared::Elsewhere,
        Keyword::MinLength | Keyword::MinItems | Keyword::MinProperties | Keyword::MinContains => {
            Compared::Largest
        }
        Keyword::MaxLength | Keyword::MaxItems | Keyword::MaxProperties | Keyword::MaxContains => {
            Compared::Smallest
        }
        Keyword::Format => Compared::All,
        other => match other.role() {
            Role::Annotation | Role::Content => Compared::Elsewhere,
            Role::Assertion => Compared::All,
            Role::InPlace | Role::Inside => Compared::ByItself,
        },
    }
}

/// Keywords without schemas below.
fn plain(view: &View<'_>, hasher: &mut DefaultHasher) {
    let text = |number: Option<String>| number.unwrap_or_default();
    for lower in [true, false] {
        text(view.bound(lower).map(|((bound, _), _)| bound.to_string())).hash(hasher);
    }
    view.required().keys().collect::<Vec<_>>().hash(hasher);
    for keyword in Keyword::ALL {
        let values = || view.schemas().map(|(_, schema)| schema.value(*keyword));
        let counts = || {
            values().filter_map(|value| match value {
                KeywordValue::Count(count) => *count,
                _ => None,
            })
        };
        match compared(*keyword) {
            Compared::Largest => counts().max().hash(hasher),
            Compared::Smallest => counts().min().hash(hasher),
            Compared::All => {
                let texts: BTreeSet<String> = values().flat_map(texts_of).collect();
                texts.hash(hasher);
            }
            Compared::Elsewhere | Compared::ByItself => {}
        }
    }
}

/// A value as texts that are equal when the values are; none when the keyword is absent.
fn texts_of(value: KeywordValue<'_>) -> Vec<String> {
    let KeywordValue::NameLists(lists) = value else {
        return value.to_json(&mut |_| Value::Null).iter().map(canonical).collect();
    };
    let sorted = lists.iter().map(|(name, needed)| {
        let needed: BTreeSet<&String> = needed.iter().collect();
        format!("{name:?} {needed:?}")
    });
    sorted.collect()
}
