//! Objects: their members, and what holds for the others.

use std::collections::BTreeSet;

use indexmap::IndexMap;
use unplug_openapi::ir::{Schema, SchemaId};

use super::flattened::Flattener;
use super::pair::{AlternativePair, Flatteners};
use super::view::{Found, View};
use crate::locator::Locator;
use crate::verdict::Direction;

/// Two objects.
pub(crate) struct ObjectPair<'a> {
    pub(crate) pair: AlternativePair<'a>,
    members: Vec<Member<'a>>,
    pub(crate) before: Undeclared,
    pub(crate) after: Undeclared,
}

/// A member that a description declares or requires.
pub(crate) struct Member<'a> {
    pub(crate) name: &'a str,
    /// The schemas that apply to it.
    pub(crate) schemas: (Option<Vec<SchemaId>>, Option<Vec<SchemaId>>),
    /// The schema that requires it.
    pub(crate) required: (Option<SchemaId>, Option<SchemaId>),
    /// The schema that hides it from messages of this direction, by `readOnly` or `writeOnly`.
    pub(crate) hidden: (Option<SchemaId>, Option<SchemaId>),
}

/// What holds for members that are not declared.
pub(crate) struct Undeclared {
    pub(crate) schemas: Vec<SchemaId>,
    /// The keyword that says it.
    pub(crate) keyword: Found<&'static str>,
    pub(crate) rest: Rest,
}

/// How much is valid for members that are not declared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Rest {
    Nothing,
    Limited,
    Anything,
}

impl<'a> ObjectPair<'a> {
    pub(crate) fn new(schemas: &mut Flatteners<'a>, pair: AlternativePair<'a>) -> Self {
        let properties = (pair.before.properties(), pair.after.properties());
        let required = (pair.before.required(), pair.after.required());
        let hidden = hides(pair.direction).map(|hides| {
            let before: IndexMap<_, _> = hiding(&mut schemas.before, &properties.0, hides);
            (before, hiding(&mut schemas.after, &properties.1, hides))
        });
        let names = properties.0.keys().chain(properties.1.keys());
        let names = names.chain(required.0.keys()).chain(required.1.keys()).copied();
        let mut seen = BTreeSet::new();
        let member = |name: &'a str| Member {
            name,
            schemas: (properties.0.get(name).cloned(), properties.1.get(name).cloned()),
            required: (required.0.get(name).copied(), required.1.get(name).copied()),
            hidden: hidden.as_ref().map_or((None, None), |(before, after)| {
                (before.get(name).copied(), after.get(name).copied())
            }),
        };
        let members = names.filter(|name| seen.insert(*name)).map(member).collect();
        let before = Undeclared::new(&mut schemas.before, &pair.before);
        let after = Undeclared::new(&mut schemas.after, &pair.after);
        Self { pair, members, before, after }
    }

    /// The members that are a part of the message.
    pub(crate) fn members(&self) -> impl Iterator<Item = &Member<'a>> {
        self.members.iter().filter(|member| member.hidden == (None, None))
    }

    /// The same, in the order of their names.
    pub(crate) fn members_by_name(&self) -> Vec<&Member<'a>> {
        let mut members: Vec<&Member<'a>> = self.members().collect();
        members.sort_unstable_by_key(|member| member.name);
        members
    }

    /// The members that both declare, and one at least hides; in the order of their names.
    pub(crate) fn hidden(&self) -> Vec<&Member<'a>> {
        let declared = |member: &&Member<'a>| member.schemas.0.is_some() && member.schemas.1.is_some();
        let hidden = self.members.iter().filter(|member| member.hidden != (None, None));
        let mut members: Vec<&Member<'a>> = hidden.filter(declared).collect();
        members.sort_unstable_by_key(|member| member.name);
        members
    }

    /// Where the schema of a member stands.
    pub(crate) fn declaration(view: &View<'a>, ids: &[SchemaId]) -> Locator<'a> {
        ids.first().map_or_else(|| view.whole(), |id| Locator::at(&view.schemas[*id].location))
    }
}

/// Whether a schema hides a member.
type Hides = fn(&Schema) -> bool;

/// The keyword by which members are no part of a message of this direction.
fn hides(direction: Option<Direction>) -> Option<Hides> {
    match direction? {
        Direction::Request => Some(|schema| schema.read_only),
        Direction::Response => Some(|schema| schema.write_only),
    }
}

fn hiding<'a>(
    side: &mut Flattener<'_>,
    properties: &IndexMap<&'a str, Vec<SchemaId>>,
    hides: Hides,
) -> IndexMap<&'a str, SchemaId> {
    let mut found = IndexMap::new();
    for (name, ids) in properties {
        // The keyword may stand beside a reference, or behind it.
        let schemas = side.schemas;
        let set = side.set(ids);
        let flattened = side.flattened(set);
        let parts = flattened.alternatives.first().map(|one| one.parts.iter().copied());
        let all = ids.iter().copied().chain(parts.into_iter().flatten());
        if let Some(id) = all.into_iter().find(|id| hides(&schemas[*id])) {
            found.insert(*name, id);
        }
    }
    found
}

impl Undeclared {
    fn new(side: &mut Flattener<'_>, view: &View<'_>) -> Self {
        let (schemas, keyword) = view.additional();
        let set = side.set(&schemas);
        let rest = if side.flattened(set).is_nothing() {
            Rest::Nothing
        } else if side.is_anything(set) {
            Rest::Anything
        } else {
            Rest::Limited
        };
        Self { schemas, keyword, rest }
    }
}
