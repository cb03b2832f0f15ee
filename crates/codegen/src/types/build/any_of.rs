//! `anyOf` of objects of which a value may match several: one struct with the members of all, so that
//! none is lost, whichever branches it matches. Lists and maps of such objects have one type of item.

use indexmap::IndexMap;
use serde_json::Value;
use unplug_openapi::diagnostic::Diagnostic;
use unplug_openapi::ir::{JsonType, SchemaId, TypeSet};

use super::{Builder, SchemaKind, bases};
use crate::names::{Namespace, RustName, snake};
use crate::types::effective::{Effective, Key, Part, UnionSource};
use crate::types::inline_name::InlineName;
use crate::types::{Additional, DeclaredBy, Field, Shape, StructDef, TypeUse};

/// The rule of branches that may lose members of each other.
const NOT_COMPARED: &str = "branches-not-compared";
/// Ways to be valid of one union; one with more stays an enum.
const MAX_ALTERNATIVES: usize = 64;
/// Unions within unions.
const MAX_NESTED_UNIONS: usize = 8;
/// Levels of properties that are compared.
const MAX_COMPARED_LEVELS: usize = 4;

/// One way to be valid: schemas that apply together, without a union among them.
pub(super) struct Alternative<'a> {
    key: Key,
    effective: Effective<'a>,
    members: IndexMap<&'a str, Member<'a>>,
    /// Whether no member is allowed that it does not declare.
    closed: bool,
    /// Whether its type keeps members that it does not declare.
    keeps_others: bool,
    /// Schemas of the items of a list, or of the values of a map.
    inner: Vec<SchemaId>,
}

/// What the alternatives of a group have in common.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Common {
    Object,
    Map,
    List,
}

/// A property of one alternative.
struct Member<'a> {
    schemas: Vec<SchemaId>,
    types: TypeSet,
    /// All values that are allowed, when they are listed.
    listed: Option<Vec<&'a Value>>,
}

impl Alternative<'_> {
    /// What it is; `None` when nothing of it can be lost.
    fn kind(&self) -> Option<Common> {
        if self.effective.constant().is_some() || self.effective.enumeration().is_some() {
            return None;
        }
        match self.effective.types_or_inferred().as_slice() {
            [JsonType::Object] if self.members.is_empty() && !self.inner.is_empty() => Some(Common::Map),
            [JsonType::Object] => Some(Common::Object),
            [JsonType::Array] if !self.inner.is_empty() => Some(Common::List),
            _ => None,
        }
    }

    /// Whether no value matches both: a property that one of them requires has no value for both, or may
    /// not be there for the other.
    fn excludes(&self, other: &Self) -> bool {
        let common =
            self.members.iter().filter_map(|(name, own)| Some((name, own, other.members.get(name)?)));
        let mut needed =
            common.filter(|(name, ..)| self.effective.requires(name) || other.effective.requires(name));
        let one_way = |one: &Self, two: &Self| {
            two.closed && one.effective.required().any(|name| !two.members.contains_key(name))
        };
        needed.any(|(_, own, other)| own.excludes(other)) || one_way(self, other) || one_way(other, self)
    }
}

/// What all alternatives are; `None` when they differ, or when nothing of them can be lost.
fn common(alternatives: &[Alternative<'_>]) -> Option<Common> {
    let first = alternatives.first()?.kind()?;
    alternatives.iter().all(|alternative| alternative.kind() == Some(first)).then_some(first)
}

impl Member<'_> {
    fn excludes(&self, other: &Self) -> bool {
        let listed_apart = match (&self.listed, &other.listed) {
            (Some(own), Some(others)) => !own.iter().any(|value| others.contains(value)),
            _ => false,
        };
        listed_apart || self.types.and(other.types).is_empty()
    }

    fn is_structured(&self) -> bool {
        !self.types.and(TypeSet::STRUCTURED).is_empty()
    }
}

impl<'a> Builder<'a> {
    /// The branches of an `anyOf` in groups: those of one group are objects that a value may match
    /// together, with members that only some of them keep.
    pub(super) fn overlapping(&self, base: &Key, source: &UnionSource) -> Vec<Vec<usize>> {
        let alternatives: Vec<Vec<Alternative<'a>>> = source
            .branches
            .iter()
            .map(|branch| {
                let key = base.iter().copied().chain([Part::Whole(*branch)]).collect();
                let found = self.alternatives(key, 0).unwrap_or_default();
                if common(&found).is_some() { found } else { Vec::new() }
            })
            .collect();
        let mut group: Vec<usize> = (0..alternatives.len()).collect();
        for one in 0..alternatives.len() {
            for two in one + 1..alternatives.len() {
                if group[one] != group[two] && self.any_loses(&alternatives[one], &alternatives[two], 0) {
                    let (kept, gone) = (group[one], group[two]);
                    group.iter_mut().filter(|of| **of == gone).for_each(|of| *of = kept);
                }
            }
        }
        let mut groups: IndexMap<usize, Vec<usize>> = IndexMap::new();
        for (branch, of) in group.into_iter().enumerate() {
            groups.entry(of).or_default().push(branch);
        }
        groups.into_values().collect()
    }

    /// Warns where a value may match several branches of an `anyOf`, one of which cannot be compared with
    /// the others: what it matches besides is not kept.
    pub(super) fn report_not_compared(&mut self, base: &Key, source: &UnionSource) {
        let objects = |id: &&SchemaId| self.api.schemas.types_of(**id).has(JsonType::Object);
        let objects: Vec<SchemaId> = source.branches.iter().filter(objects).copied().collect();
        let not_compared = objects.iter().find(|branch| {
            let key = base.iter().copied().chain([Part::Whole(**branch)]).collect();
            self.alternatives(key, 0).is_none()
        });
        let Some(branch) = not_compared.filter(|_| objects.len() > 1) else { return };
        let (owner, branch) = (&self.api.schemas[source.owner], &self.api.schemas[*branch]);
        let pointer = &owner.location.pointer;
        let known = |found: &Diagnostic| found.rule == NOT_COMPARED && found.pointer == *pointer;
        if self.diagnostics.iter().any(known) {
            return;
        }
        self.diagnostics.push(
            Diagnostic::warning(NOT_COMPARED, "a value may match several branches of this `anyOf`")
                .label(owner.location.label("its type keeps the members of one of them"))
                .label(branch.location.label("this one has a tag, or very many ways to be valid"))
                .pointer(pointer.clone())
                .reason("members that only another branch declares are not kept")
                .remedy("require a property whose values tell the branches apart, or correct it to `oneOf`"),
        );
    }

    /// The struct that an `anyOf` is as a whole, when a value may match any of its branches together.
    pub(super) fn merged_objects(
        &mut self,
        effective: &Effective<'a>,
        union: &UnionSource,
    ) -> Option<SchemaKind> {
        let tagged = effective.first(|schema| schema.discriminator.as_ref()).is_some();
        if union.exclusive || tagged || union.branches.len() < 2 {
            return None;
        }
        let base = bases(effective);
        if self.overlapping(&base, union).len() > 1 {
            return None;
        }
        let found = union.branches.iter().map(|branch| {
            let key = base.iter().copied().chain([Part::Whole(*branch)]).collect();
            self.alternatives(key, 0)
        });
        let found: Vec<_> = found.collect::<Option<Vec<_>>>()?.into_iter().flatten().collect();
        let common = common(&found)?;
        let mut inner: Vec<Vec<SchemaId>> = Vec::new();
        for alternative in &found {
            if let Some(json_type) = alternative.effective.assumed_type() {
                self.assume(&alternative.key, json_type, alternative.effective.nullable);
            }
            if !inner.contains(&alternative.inner) {
                inner.push(alternative.inner.clone());
            }
        }
        Some(match common {
            Common::List => SchemaKind::Lists(inner),
            Common::Map => SchemaKind::Maps(inner),
            Common::Object => {
                SchemaKind::AnyOf(found.into_iter().map(|alternative| alternative.key).collect())
            }
        })
    }

    /// The ways to be valid; `None` when there are too many, or a tag says which one is meant.
    fn alternatives(&self, key: Key, nested: usize) -> Option<Vec<Alternative<'a>>> {
        let effective = Effective::new(&self.api.schemas, &key);
        if effective.unions.is_empty() {
            return Some(vec![self.alternative(key, effective)]);
        }
        if nested == MAX_NESTED_UNIONS || effective.first(|schema| schema.discriminator.as_ref()).is_some() {
            return None;
        }
        let mut keys = vec![bases(&effective)];
        for union in &effective.unions {
            let with = |key: &Key, branch| key.iter().copied().chain([Part::Whole(branch)]).collect::<Key>();
            keys = keys
                .iter()
                .flat_map(|key| union.branches.iter().map(move |branch| with(key, *branch)))
                .take(MAX_ALTERNATIVES + 1)
                .collect();
        }
        let mut found = Vec::new();
        for key in keys {
            found.extend(self.alternatives(key, nested + 1)?);
            if found.len() > MAX_ALTERNATIVES {
                return None;
            }
        }
        Some(found)
    }

    fn alternative(&self, key: Key, effective: Effective<'a>) -> Alternative<'a> {
        let mut members: IndexMap<&str, Member<'a>> = IndexMap::new();
        for (name, schemas) in effective.properties() {
            let own = self.schemas_together(&schemas);
            let null = if own.nullable { TypeSet::NULL } else { TypeSet::NONE };
            let types = own.types.as_deref().map_or(TypeSet::ALL, TypeSet::of).or(null);
            let mut listed = match (own.constant(), own.enumeration()) {
                (Some(constant), _) => Some(vec![constant]),
                (None, Some((values, false))) => Some(values),
                _ => None,
            };
            if let Some(listed) = listed.as_mut().filter(|_| own.nullable) {
                listed.push(&Value::Null);
            }
            members.insert(name, Member { schemas, types, listed });
        }
        let says = |id: Option<SchemaId>| id.is_some_and(|id| self.api.schemas[id].boolean != Some(false));
        let keeps_others = effective.own.iter().any(|(_, schema)| {
            says(schema.additional_properties)
                || says(schema.unevaluated_properties)
                || !schema.pattern_properties.is_empty()
        });
        let closed = self.is_closed(&effective);
        let own = || effective.own.iter().map(|(_, schema)| *schema);
        let inner = if own().any(|schema| !schema.prefix_items.is_empty()) {
            Vec::new()
        } else if effective.types_or_inferred() == [JsonType::Array] {
            own().filter_map(|schema| schema.items).collect()
        } else {
            self.member_schemas(&effective)
        };
        Alternative { key, effective, members, closed, keeps_others, inner }
    }

    fn schemas_together(&self, ids: &[SchemaId]) -> Effective<'a> {
        let key: Key = ids.iter().map(|id| Part::Whole(*id)).collect();
        Effective::new(&self.api.schemas, &key)
    }

    fn any_loses(&self, left: &[Alternative<'a>], right: &[Alternative<'a>], level: usize) -> bool {
        left.iter().any(|left| right.iter().any(|right| self.loses(left, right, level)))
    }

    /// Whether a value may match both and have members that neither type keeps all of.
    fn loses(&self, left: &Alternative<'a>, right: &Alternative<'a>, level: usize) -> bool {
        if level == MAX_COMPARED_LEVELS || left.kind() != right.kind() {
            return false;
        }
        if matches!(left.kind(), Some(Common::List | Common::Map)) {
            return left.inner != right.inner && self.values_lose(&left.inner, &right.inner, level + 1);
        }
        if left.keeps_others || right.keeps_others || left.excludes(right) {
            return false;
        }
        let lacks = |one: &Alternative<'_>, two: &Alternative<'_>| {
            !two.closed && one.members.keys().any(|name| !two.members.contains_key(name))
        };
        let within = |(name, own): (&&str, &Member<'a>)| {
            let other = right.members.get(*name).filter(|other| other.schemas != own.schemas);
            other.is_some_and(|other| {
                own.is_structured()
                    && other.is_structured()
                    && self.values_lose(&own.schemas, &other.schemas, level + 1)
            })
        };
        (lacks(left, right) && lacks(right, left)) || left.members.iter().any(within)
    }

    fn values_lose(&self, left: &[SchemaId], right: &[SchemaId], level: usize) -> bool {
        let of = |schemas: &[SchemaId]| {
            let key = schemas.iter().map(|id| Part::Whole(*id)).collect();
            self.alternatives(key, 0).unwrap_or_default()
        };
        let (left, right) = (of(left), of(right));
        self.any_loses(&left, &right, level)
    }

    /// Whether `null` is valid for one of the alternatives.
    pub(super) fn any_is_nullable(&self, keys: &[Key]) -> bool {
        keys.iter().any(|key| Effective::new(&self.api.schemas, key).nullable)
    }

    /// One field for each property of any alternative, required where all of them require it.
    pub(super) fn any_of_objects(&mut self, keys: &[Key], parent: &InlineName) -> StructDef {
        let alternatives: Vec<Alternative<'a>> = keys
            .iter()
            .map(|key| self.alternative(key.clone(), Effective::new(&self.api.schemas, key)))
            .collect();
        let mut properties: Vec<&'a str> = Vec::new();
        for alternative in &alternatives {
            let own = alternative.effective.own.iter().map(|(id, _)| *id);
            let conditional = self.api.schemas.conditional_properties(own);
            let declared = alternative.members.keys().copied();
            for name in declared.chain(alternative.effective.required()).chain(conditional) {
                if !properties.contains(&name) {
                    properties.push(name);
                }
            }
        }
        let mut names = Namespace::new();
        let additional = RustName::new(&names.claim_snake("additional"));
        let fields: Vec<Field> = properties
            .into_iter()
            .map(|name| {
                let field = names.claim_snake(&snake(name));
                self.field_of_any(&alternatives, name, &field, parent)
            })
            .collect();
        let kept = alternatives.iter().any(|alternative| alternative.keeps_others);
        let kept = kept || fields.iter().any(|field| field.declared_by == DeclaredBy::Some);
        let additional = kept.then(|| Additional { field: additional, ty: Shape::Value.into() });
        StructDef { fields, additional, closed: false }
    }

    fn field_of_any(
        &mut self,
        alternatives: &[Alternative<'a>],
        name: &str,
        field: &str,
        parent: &InlineName,
    ) -> Field {
        let mut lists: Vec<&[SchemaId]> = Vec::new();
        let mut certain = true;
        for alternative in alternatives {
            match alternative.members.get(name) {
                Some(member) if lists.contains(&member.schemas.as_slice()) => {}
                Some(member) => lists.push(&member.schemas),
                // What it does not declare may be anything.
                None => certain &= alternative.closed,
            }
        }
        let required = alternatives.iter().all(|alternative| alternative.effective.requires(name));
        let ty = if lists.is_empty() || (required && !certain) {
            TypeUse::any()
        } else {
            self.any_of_lists(&lists, &parent.child(name))
        };
        let described = || lists.iter().copied().flatten().map(|id| &self.api.schemas[*id]);
        Field {
            name: name.to_owned(),
            field: RustName::new(field),
            required,
            boxed: false,
            description: described().find_map(|schema| schema.description.clone()),
            deprecated: described().any(|schema| schema.deprecated),
            schemas: match lists.as_slice() {
                [only] if certain && required => only.to_vec(),
                _ => Vec::new(),
            },
            declared_by: if certain || ty.shape == Shape::Value { DeclaredBy::All } else { DeclaredBy::Some },
            ty,
        }
    }

    /// The type of a property whose schemas differ between branches; any JSON where they cannot be told
    /// apart.
    pub(super) fn any_of_lists(&mut self, lists: &[&[SchemaId]], inline: &InlineName) -> TypeUse {
        let [first, others @ ..] = lists else { return TypeUse::any() };
        if others.is_empty() {
            return self.schemas(first, inline);
        }
        if let Some(ty) = self.plain(first)
            && others.iter().all(|list| self.plain(list).as_ref() == Some(&ty))
        {
            return ty;
        }
        let common: Vec<SchemaId> =
            first.iter().copied().filter(|id| others.iter().all(|list| list.contains(id))).collect();
        let own = |list: &&[SchemaId]| list.iter().copied().filter(|id| !common.contains(id)).collect();
        let own: Vec<Vec<SchemaId>> = lists.iter().map(own).collect();
        if own.iter().all(|list| list.len() == 1) {
            let either = own.iter().flatten().map(|id| Part::Either(*id));
            return self.resolve(common.iter().map(|id| Part::Whole(*id)).chain(either).collect(), inline);
        }
        let structured = lists.iter().any(|list| {
            let types = self.schemas_together(list).types;
            let types = types.as_deref().map_or(TypeSet::ALL, TypeSet::of);
            !types.and(TypeSet::STRUCTURED).is_empty()
        });
        if structured || common.is_empty() { TypeUse::any() } else { self.schemas(&common, inline) }
    }

    /// The type, when it needs no definition and is no object.
    fn plain(&mut self, ids: &[SchemaId]) -> Option<TypeUse> {
        let effective = self.schemas_together(ids);
        if !effective.unions.is_empty() {
            return None;
        }
        match self.classify(&effective) {
            SchemaKind::Plain(shape) if shape != Shape::FreeForm => {
                let nullable = effective.nullable && shape != Shape::Value && shape != Shape::Null;
                Some(TypeUse { shape, nullable })
            }
            _ => None,
        }
    }
}
