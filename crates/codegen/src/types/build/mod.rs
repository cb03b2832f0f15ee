//! From schemas to definitions.

use std::collections::{BTreeMap, HashMap, VecDeque};

use unplug_openapi::diagnostic::Diagnostic;
use unplug_openapi::ir::{Api, JsonType, Schema, SchemaId};

use super::effective::{Effective, Key, Part, UnionSource, only_constrains, reduce, shapes};
use super::inline_name::InlineName;
use super::{EnumDef, Shape, TypeDef, TypeId, TypeKind, TypeUse, Types};
use crate::names::{self, Namespace, RustName};

mod any_of;
mod classify;
mod numbers;
mod object;
mod union;
mod values;

pub(crate) use numbers::{integer_shape, number_shape};

/// Schemas that are resolved one within the other before structs are put off: a document with
/// many schemas that refer to each other can lead through all of them, and the stack is bounded.
const MAX_DEPTH: usize = 60;

/// Builds the [`Types`] of an API.
#[derive(Debug)]
pub(crate) struct Builder<'a> {
    pub(super) api: &'a Api,
    names: Namespace,
    chosen: BTreeMap<SchemaId, String>,
    memo: HashMap<Key, State>,
    defs: Vec<Option<TypeDef>>,
    /// Structs that have a name, while their fields are still to be resolved.
    deferred: VecDeque<(Key, TypeId, String)>,
    /// How many schemas are being resolved at the moment, one within the other.
    depth: usize,
    uses: BTreeMap<SchemaId, TypeUse>,
    assumed: BTreeMap<SchemaId, (JsonType, bool)>,
    diagnostics: Vec<Diagnostic>,
}

#[derive(Clone, Debug)]
enum State {
    Done(TypeUse),
    /// An array or map whose element is being resolved. When the element leads back here, the
    /// type needs an item of its own.
    Open {
        nullable: bool,
        newtype: Option<TypeId>,
    },
}

/// What a combination of schemas becomes, before its parts are looked at.
pub(super) enum SchemaKind {
    /// A type that needs no definition.
    Plain(Shape),
    /// A list; `None` when nothing is said of its items.
    Array(Option<Key>),
    /// An object without declared properties, whose members have a schema.
    Map(Key),
    /// An object with properties.
    Struct,
    /// Listed values.
    Enum(EnumDef),
    /// One value.
    Const(serde_json::Value),
    /// `oneOf` or `anyOf`.
    Union(UnionSource),
    /// `anyOf` of objects that a value may match together: all ways to be valid.
    AnyOf(Vec<Key>),
    /// `anyOf` of lists that a value may match together, with the schemas of their items.
    Lists(Vec<Vec<SchemaId>>),
    /// The same with maps and their values.
    Maps(Vec<Vec<SchemaId>>),
    /// Several `type`s.
    Types(Vec<JsonType>),
}

impl SchemaKind {
    /// Whether it holds values of one type only, by the schema's keywords.
    fn is_of_one_type(&self) -> bool {
        matches!(
            self,
            Self::Struct
                | Self::Map(_)
                | Self::Array(_)
                | Self::Plain(Shape::FreeForm | Shape::String | Shape::Secret)
        )
    }
}

impl<'a> Builder<'a> {
    /// A builder for the API, with nothing resolved.
    pub(crate) fn new(api: &'a Api) -> Self {
        Self {
            api,
            names: Namespace::types(),
            chosen: BTreeMap::new(),
            memo: HashMap::new(),
            defs: Vec::new(),
            deferred: VecDeque::new(),
            depth: 0,
            uses: BTreeMap::new(),
            assumed: BTreeMap::new(),
            diagnostics: Vec::new(),
        }
    }

    /// The API that is built.
    pub(crate) fn api(&self) -> &'a Api {
        self.api
    }

    /// Takes over the names of messages, then gives every schema that has a name of its own that
    /// name: first those chosen beside the document, then components.
    pub(crate) fn reserve(&mut self, taken: Namespace) {
        self.names = taken;
        for (index, schema) in self.api.schemas.all.iter().enumerate() {
            if let Some(wanted) = &schema.rust_name {
                let name = self.names.claim(&names::pascal(wanted));
                if name != names::pascal(wanted) {
                    self.report_taken(schema, wanted, &name);
                }
                self.chosen.insert(schema_id(index), name);
            }
        }
        for (index, schema) in self.api.schemas.all.iter().enumerate() {
            let id = schema_id(index);
            if let Some(wanted) = schema.name.as_ref().filter(|_| !self.chosen.contains_key(&id)) {
                let name = self.names.claim(&names::pascal(wanted));
                // What lets `null` pass beside the rest stands in the same place; the rest has the name.
                let (rest, _) = reduce(&self.api.schemas, id);
                let stands = |id: SchemaId| &self.api.schemas[id].location.pointer;
                // So has a component that binds a `$dynamicRef` in another one.
                let is_its_own = stands(rest) == stands(id) || self.api.schemas[rest].bound;
                if rest != id && is_its_own && !self.chosen.contains_key(&rest) {
                    self.chosen.insert(rest, name.clone());
                }
                self.chosen.insert(id, name);
            }
        }
    }

    /// Notes that values are read as one type although the schema, taken literally, admits others as
    /// well: no type could hold them, so that both sides refuse them alike.
    fn assume(&mut self, key: &[Part], json_type: JsonType, nullable: bool) {
        let whole = key.iter().find_map(|part| match part {
            Part::Whole(id) => Some(*id),
            Part::Own(_) | Part::Typed(..) | Part::Either(_) => None,
        });
        let Some(id) = whole else { return };
        if self.assumed.insert(id, (json_type, nullable)).is_some() {
            return;
        }
        let location = &self.api.schemas[id].location;
        self.diagnostics.push(
            Diagnostic::warning("type-assumed", format!("`type` is missing; `{json_type}` is assumed"))
                .label(location.label("only the keywords tell what is meant"))
                .pointer(location.pointer.clone())
                .reason(
                    "without `type`, values of every other type are valid too; client and server stub \
                     refuse them, because the generated type cannot hold them; as with every object, \
                     members that are not declared are not kept",
                )
                .remedy(format!("add `type: {json_type}`")),
        );
    }

    fn report_taken(&mut self, schema: &Schema, wanted: &str, given: &str) {
        self.diagnostics.push(
            Diagnostic::warning(
                "name-taken",
                format!("the Rust name `{wanted}` is taken; the type is called `{given}`"),
            )
            .label(schema.location.label("named here"))
            .pointer(schema.location.pointer.clone())
            .remedy("choose another `x-rust-name`"),
        );
    }

    /// Resolves every component. One that needs no item of its own becomes a type alias.
    pub(crate) fn components(&mut self) {
        for (index, schema) in self.api.schemas.all.iter().enumerate() {
            let id = schema_id(index);
            let Some(name) = schema.name.as_ref().and_then(|_| self.chosen.get(&id).cloned()) else {
                continue;
            };
            let ty = self.schema(id, &InlineName::new(name.as_str()));
            let own_item = matches!(ty.shape, Shape::Named(item)
                if self.defs[item.0].as_ref().is_none_or(|def| def.name.to_string() == name));
            if !own_item {
                let kind = TypeKind::Alias(ty);
                self.defs.push(Some(definition(&name, id, schema, kind)));
            }
        }
    }

    /// Resolves a schema; without a name of its own its type is called `inline`.
    pub(crate) fn schema(&mut self, id: SchemaId, inline: &InlineName) -> TypeUse {
        let ty = self.schemas(&[id], inline);
        while let Some((key, id, name)) = self.deferred.pop_front() {
            let effective = Effective::new(&self.api.schemas, &key);
            let kind = TypeKind::Struct(self.object(&effective, &InlineName::new(name.as_str())));
            self.set(id, &key, &name, &effective, kind);
        }
        ty
    }

    /// Resolves schemas that apply together, as one type.
    pub(crate) fn schemas(&mut self, ids: &[SchemaId], inline: &InlineName) -> TypeUse {
        let key = ids.iter().map(|id| Part::Whole(*id)).collect();
        let ty = self.resolve(key, inline);
        for id in ids {
            self.uses.entry(*id).or_insert_with(|| ty.clone());
        }
        ty
    }

    pub(super) fn resolve(&mut self, key: Key, inline: &InlineName) -> TypeUse {
        let mut null = None;
        let mut parts = Key::new();
        for part in key {
            let part = match part {
                Part::Whole(id) => {
                    let (id, joins) = reduce(&self.api.schemas, id);
                    null = null.or(joins);
                    Part::Whole(id)
                }
                other => other,
            };
            if !parts.contains(&part) {
                parts.push(part);
            }
        }
        self.drop_silent(&mut parts);
        self.depth += 1;
        let mut ty = self.reduced(parts, inline);
        self.depth -= 1;
        if let Some(null) = null {
            ty.nullable = null && ty.shape != Shape::Value && ty.shape != Shape::Null;
        }
        ty
    }

    /// Leaves out schemas that add nothing to the type, so that the rest keeps its name.
    fn drop_silent(&self, parts: &mut Key) {
        if parts.len() < 2 {
            return;
        }
        let speaks = |part: &Part| match part {
            Part::Whole(id) => !only_constrains(&self.api.schemas[*id]),
            Part::Own(id) => shapes(&self.api.schemas[*id]),
            Part::Typed(..) | Part::Either(_) => true,
        };
        if parts.iter().any(speaks) {
            parts.retain(speaks);
        }
    }

    fn reduced(&mut self, key: Key, inline: &InlineName) -> TypeUse {
        match self.memo.get(&key).cloned() {
            Some(State::Done(ty)) => return ty,
            Some(State::Open { nullable, newtype }) => {
                return self.recursion(key, inline, nullable, newtype);
            }
            None => {}
        }
        let mut effective = Effective::new(&self.api.schemas, &key);
        let nullable = effective.nullable;
        let kind = self.classify(&effective);
        if kind.is_of_one_type()
            && let Some(json_type) = effective.assumed_type()
        {
            self.assume(&key, json_type, nullable);
        }
        match kind {
            SchemaKind::Plain(shape) => {
                let nullable = nullable && shape != Shape::Value && shape != Shape::Null;
                let ty = TypeUse { shape, nullable };
                self.memo.insert(key, State::Done(ty.clone()));
                ty
            }
            SchemaKind::Array(item) => self.structural(key, nullable, |builder| {
                let item =
                    item.map_or_else(TypeUse::any, |item| builder.element(&item, &inline.child("Item")));
                Shape::Array(Box::new(item))
            }),
            SchemaKind::Map(value) => self.structural(key, nullable, |builder| {
                Shape::Map(Box::new(builder.element(&value, &inline.child("Value"))))
            }),
            SchemaKind::Struct if self.depth > MAX_DEPTH => {
                let name = self.name(&key, inline);
                let id = TypeId(self.defs.len());
                self.defs.push(None);
                let ty = TypeUse { shape: Shape::Named(id), nullable };
                self.memo.insert(key.clone(), State::Done(ty.clone()));
                self.deferred.push_back((key, id, name));
                ty
            }
            SchemaKind::Struct => self.define(key, inline, &effective, |builder, inline| {
                TypeKind::Struct(builder.object(&effective, inline))
            }),
            SchemaKind::Enum(values) => self.define(key, inline, &effective, |_, _| TypeKind::Enum(values)),
            SchemaKind::Const(value) => self.define(key, inline, &effective, |_, _| TypeKind::Const(value)),
            SchemaKind::Union(union) => {
                let base = bases(&effective);
                self.define(key, inline, &effective, |builder, inline| {
                    builder.union(&base, &effective, &union, inline)
                })
            }
            SchemaKind::Lists(items) => self.structural(key, nullable, |builder| {
                let items: Vec<&[SchemaId]> = items.iter().map(Vec::as_slice).collect();
                Shape::Array(Box::new(builder.any_of_lists(&items, &inline.child("Item"))))
            }),
            SchemaKind::Maps(values) => self.structural(key, nullable, |builder| {
                let values: Vec<&[SchemaId]> = values.iter().map(Vec::as_slice).collect();
                Shape::Map(Box::new(builder.any_of_lists(&values, &inline.child("Value"))))
            }),
            SchemaKind::AnyOf(keys) => {
                effective.nullable |= self.any_is_nullable(&keys);
                self.define(key, inline, &effective, |builder, inline| {
                    TypeKind::Struct(builder.any_of_objects(&keys, inline))
                })
            }
            SchemaKind::Types(types) => self.define(key, inline, &effective, |builder, inline| {
                builder.several_types(&effective, &types, inline)
            }),
        }
    }

    fn element(&mut self, key: &[Part], inline: &InlineName) -> TypeUse {
        let ids: Vec<SchemaId> = key.iter().map(|part| part.schema()).collect();
        self.schemas(&ids, inline)
    }

    fn structural(&mut self, key: Key, nullable: bool, shape: impl FnOnce(&mut Self) -> Shape) -> TypeUse {
        let open = State::Open { nullable, newtype: None };
        self.memo.insert(key.clone(), open);
        let shape = shape(self);
        let mut ty = TypeUse { shape, nullable };
        if let Some(State::Open { newtype: Some(id), .. }) = self.memo.get(&key) {
            let id = *id;
            ty.nullable = false;
            if let Some(def) = &mut self.defs[id.0] {
                def.kind = TypeKind::Newtype(ty);
            }
            ty = TypeUse { shape: Shape::Named(id), nullable };
        }
        self.memo.insert(key, State::Done(ty.clone()));
        ty
    }

    /// The element of an array or map leads back to it.
    fn recursion(
        &mut self,
        key: Key,
        inline: &InlineName,
        nullable: bool,
        newtype: Option<TypeId>,
    ) -> TypeUse {
        let id = newtype.unwrap_or_else(|| {
            let name = self.name(&key, inline);
            let id = TypeId(self.defs.len());
            let (schema_id, schema) = self.anchor(&key);
            // The kind is set when the outer type is known.
            let kind = TypeKind::Newtype(TypeUse::any());
            self.defs.push(Some(definition(&name, schema_id, schema, kind)));
            let newtype = Some(id);
            self.memo.insert(key, State::Open { nullable, newtype });
            id
        });
        TypeUse { shape: Shape::Named(id), nullable }
    }

    fn define(
        &mut self,
        key: Key,
        inline: &InlineName,
        effective: &Effective<'a>,
        kind: impl FnOnce(&mut Self, &InlineName) -> TypeKind,
    ) -> TypeUse {
        let name = self.name(&key, inline);
        let id = TypeId(self.defs.len());
        self.defs.push(None);
        let nullable = effective.nullable;
        let ty = TypeUse { shape: Shape::Named(id), nullable };
        self.memo.insert(key.clone(), State::Done(ty));
        let mut kind = kind(self, &InlineName::new(name.as_str()));
        let nullable = nullable | take_null(&mut kind);
        self.set(id, &key, &name, effective, kind);
        let ty = TypeUse { shape: Shape::Named(id), nullable };
        self.memo.insert(key, State::Done(ty.clone()));
        ty
    }

    fn set(&mut self, id: TypeId, key: &Key, name: &str, effective: &Effective<'a>, kind: TypeKind) {
        let (schema_id, schema) = self.anchor(key);
        let mut def = definition(name, schema_id, schema, kind);
        def.description = effective.first(|schema| schema.description.clone());
        self.defs[id.0] = Some(def);
    }

    pub(super) fn anchor(&self, key: &Key) -> (SchemaId, &'a Schema) {
        let id = key.first().map_or(SchemaId(0), |part| part.schema());
        (id, &self.api.schemas[id])
    }

    fn name(&mut self, key: &Key, inline: &InlineName) -> String {
        let chosen = match key.as_slice() {
            [Part::Whole(id)] => self.chosen.get(id),
            _ => None,
        };
        match chosen {
            Some(name) => name.clone(),
            None => self.names.claim(inline.as_str()),
        }
    }

    /// Notes the type of a schema that was resolved as a part of something else.
    pub(super) fn remember(&mut self, id: SchemaId, ty: &TypeUse) {
        self.uses.entry(id).or_insert_with(|| ty.clone());
    }

    pub(crate) fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    pub(super) fn chosen_name(&self, id: SchemaId) -> Option<&str> {
        self.chosen.get(&id).map(String::as_str)
    }

    /// Everything that was resolved.
    pub(crate) fn finish(self) -> (Types<'a>, Vec<Diagnostic>) {
        let mut types = Types {
            api: self.api,
            defs: self.defs.into_iter().flatten().collect(),
            uses: self.uses,
            assumed: self.assumed,
        };
        super::share::share(&mut types);
        super::recursion::box_cycles(&mut types);
        super::decision::decide(&mut types);
        (types, self.diagnostics)
    }
}

/// A variant that may be `null` makes the whole union nullable, as `null` has no variant.
fn take_null(kind: &mut TypeKind) -> bool {
    let variants = match kind {
        TypeKind::Union(union) => union.variants.iter_mut().map(|v| &mut v.ty).collect(),
        TypeKind::Alias(ty) => vec![ty],
        _ => Vec::new(),
    };
    variants.into_iter().fold(false, |any, ty| any | std::mem::take(&mut ty.nullable))
}

/// The parts of a combination beside its union.
fn bases(effective: &Effective<'_>) -> Key {
    effective.own.iter().map(|(id, _)| Part::Own(*id)).collect()
}

fn definition(name: &str, id: SchemaId, schema: &Schema, kind: TypeKind) -> TypeDef {
    TypeDef {
        name: RustName::new(name),
        schema: id,
        description: schema.description.clone(),
        deprecated: schema.deprecated,
        kind,
    }
}

fn schema_id(index: usize) -> SchemaId {
    SchemaId(u32::try_from(index).unwrap_or(u32::MAX))
}
