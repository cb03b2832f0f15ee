//! Schemas.

use std::collections::{HashMap, HashSet, VecDeque};

use indexmap::IndexMap;
use serde_json::Value;

use super::messages::example;
use super::operations::texts;
use super::{Lowering, origin};
use crate::check::{Version, usual_type};
use crate::ir::{JsonType, Schema, SchemaId};
use crate::resolve::{Place, PlaceKey, TreeId};
use crate::syntax::Node;

/// Schemas by the place where they stand.
#[derive(Default)]
pub(super) struct Arena<'a> {
    pub(super) all: Vec<Schema>,
    ids: HashMap<PlaceKey, SchemaId>,
    pending: VecDeque<(SchemaId, Place<'a>)>,
    /// Schemas with a `discriminator`, whose implicit mapping needs all schemas to be there.
    pub(super) discriminators: Vec<(SchemaId, Place<'a>)>,
    /// Where each schema stands, by id.
    pub(super) places: Vec<Place<'a>>,
}

impl<'a> Arena<'a> {
    pub(super) fn schema(&self, id: SchemaId) -> &Schema {
        &self.all[id.0 as usize]
    }

    /// The id of the schema at a position, while there are so many.
    pub(super) fn id(&self, position: usize) -> Option<SchemaId> {
        let id = u32::try_from(position).ok().map(SchemaId);
        id.filter(|_| position < self.all.len())
    }

    pub(super) fn add(&mut self, schema: Schema, place: Place<'a>) -> SchemaId {
        let next = u32::try_from(self.all.len()).unwrap_or(u32::MAX);
        self.all.push(schema);
        self.places.push(place);
        SchemaId(next)
    }
}

impl<'a> Lowering<'a> {
    /// Lowers the schemas of the components, so that they come first and in order.
    pub(super) fn component_schemas(&mut self, root: &Place<'a>) {
        let schemas = root.field("components").and_then(|components| components.field("schemas"));
        for (_, place) in schemas.iter().flat_map(Place::members) {
            self.schema(&place);
        }
    }

    /// The id of the schema at a place. Its content follows in [`Lowering::lower_schemas`].
    pub(super) fn schema(&mut self, place: &Place<'a>) -> SchemaId {
        let key = place.key();
        if let Some(id) = self.arena.ids.get(&key) {
            return *id;
        }
        let mut schema = Schema::unconstrained(origin(place));
        schema.name = component_name(place);
        let id = self.arena.add(schema, place.clone());
        self.arena.ids.insert(key, id);
        self.arena.pending.push_back((id, place.clone()));
        id
    }

    /// A schema of its own for a text that the document does not describe.
    pub(super) fn plain_text(&mut self, place: &Place<'a>) -> SchemaId {
        let mut schema = Schema::unconstrained(origin(place));
        schema.types.push(JsonType::String);
        self.arena.add(schema, place.clone())
    }

    /// Lowers every schema that was asked for, and all that those lead to.
    pub(super) fn lower_schemas(&mut self) {
        while let Some((id, place)) = self.arena.pending.pop_front() {
            let mut schema = Schema::unconstrained(origin(&place));
            schema.name.clone_from(&self.arena.schema(id).name);
            self.fill(&mut schema, id, &place);
            self.arena.all[id.0 as usize] = schema;
        }
        self.implicit_mappings();
    }

    fn fill(&mut self, schema: &mut Schema, id: SchemaId, place: &Place<'a>) {
        schema.boolean = place.node.as_bool();
        let reference = place.text("$ref").or_else(|| place.text("$dynamicRef"));
        if let Some(reference) = reference {
            // Where this fails, the check has said so, and anything is valid in its place.
            let dynamic = place.text("$ref").is_none() && self.trees.is_ambiguous(place, reference);
            if let Ok(target) = self.trees.resolve_at(place, reference)
                && !dynamic
            {
                schema.reference = Some(self.schema(&target));
            }
            if self.version == Version::V30 && place.text("$ref").is_some() {
                return;
            }
        }
        annotations(schema, place);
        self.values(schema, place);
        self.objects(schema, place);
        self.arrays(schema, place);
        self.combinations(schema, place);
        bounds(schema, place);
        if place.field("discriminator").is_some() {
            self.discriminator(schema, id, place);
        }
    }

    fn values(&mut self, schema: &mut Schema, place: &Place<'a>) {
        schema.types = types(place);
        if place.flag("nullable") == Some(true)
            && !schema.types.is_empty()
            && !schema.types.contains(&JsonType::Null)
        {
            schema.types.push(JsonType::Null);
        }
        schema.constant = place.get("const").map(|value| value.node.to_json());
        schema.enumeration = values_of(place.field("enum").as_ref());
        schema.extensible_enumeration = values_of(place.field("x-extensible-enum").as_ref());
        schema.format = place.string("format");
        schema.pattern = place.string("pattern");
        schema.min_length = count(place, "minLength");
        schema.max_length = count(place, "maxLength");
        schema.content_encoding = place.string("contentEncoding");
        schema.content_media_type = place.string("contentMediaType");
        // 3.0 has formats where later versions have content keywords.
        if self.version == Version::V30 && schema.types.contains(&JsonType::String) {
            match schema.format.as_deref() {
                Some("byte") if schema.content_encoding.is_none() => {
                    schema.content_encoding = Some("base64".to_owned());
                }
                Some("binary") if schema.content_media_type.is_none() => {
                    schema.content_media_type = Some("application/octet-stream".to_owned());
                }
                _ => {}
            }
        }
    }

    fn objects(&mut self, schema: &mut Schema, place: &Place<'a>) {
        schema.properties = self.map(place, "properties");
        schema.pattern_properties = self.map(place, "patternProperties");
        schema.dependent_schemas = self.map(place, "dependentSchemas");
        schema.additional_properties = self.single(place, "additionalProperties");
        schema.unevaluated_properties = self.single(place, "unevaluatedProperties");
        schema.property_names = self.single(place, "propertyNames");
        let mut seen = HashSet::new();
        schema.required = texts(place.field("required").as_ref());
        schema.required.retain(|name| seen.insert(name.clone()));
        schema.dependent_required = place
            .field("dependentRequired")
            .iter()
            .flat_map(Place::members)
            .map(|(name, needed)| (name.to_owned(), texts(Some(&needed))))
            .collect();
        schema.min_properties = count(place, "minProperties");
        schema.max_properties = count(place, "maxProperties");
    }

    fn arrays(&mut self, schema: &mut Schema, place: &Place<'a>) {
        schema.items = self.single(place, "items");
        schema.prefix_items = self.list(place, "prefixItems");
        schema.contains = self.single(place, "contains");
        schema.unevaluated_items = self.single(place, "unevaluatedItems");
        schema.min_contains = count(place, "minContains");
        schema.max_contains = count(place, "maxContains");
        schema.min_items = count(place, "minItems");
        schema.max_items = count(place, "maxItems");
        schema.unique_items = place.flag("uniqueItems").unwrap_or_default();
    }

    fn combinations(&mut self, schema: &mut Schema, place: &Place<'a>) {
        schema.all_of = self.list(place, "allOf");
        schema.any_of = self.list(place, "anyOf");
        schema.one_of = self.list(place, "oneOf");
        schema.not = self.single(place, "not");
        schema.if_ = self.single(place, "if");
        schema.then = self.single(place, "then");
        schema.else_ = self.single(place, "else");
    }

    fn single(&mut self, place: &Place<'a>, keyword: &str) -> Option<SchemaId> {
        place.field(keyword).map(|schema| self.schema(&schema))
    }

    fn list(&mut self, place: &Place<'a>, keyword: &str) -> Vec<SchemaId> {
        let list = place.field(keyword);
        let items: Vec<Place<'a>> = list.iter().flat_map(Place::items).collect();
        items.iter().map(|item| self.schema(item)).collect()
    }

    fn map(&mut self, place: &Place<'a>, keyword: &str) -> IndexMap<String, SchemaId> {
        let map = place.field(keyword);
        let members: Vec<_> = map.iter().flat_map(Place::members).collect();
        members.into_iter().map(|(name, schema)| (name.to_owned(), self.schema(&schema))).collect()
    }
}

fn annotations(schema: &mut Schema, place: &Place<'_>) {
    schema.rust_name = place.string("x-rust-name");
    schema.title = place.string("title");
    schema.description = place.string("description");
    schema.default = place.get("default").map(|value| value.node.to_json());
    schema.deprecated = place.flag("deprecated").unwrap_or_default();
    schema.read_only = place.flag("readOnly").unwrap_or_default();
    schema.write_only = place.flag("writeOnly").unwrap_or_default();
    schema.secret = place.flag("x-secret").unwrap_or_default();
    if let Some(value) = place.get("example") {
        schema.examples.push(example("example", &value));
    }
    for (index, value) in place.field("examples").iter().flat_map(Place::items).enumerate() {
        schema.examples.push(example(&index.to_string(), &value));
    }
    for (key, value) in place.members() {
        if key.starts_with("x-") && !OWN_EXTENSIONS.contains(&key) {
            schema.extensions.insert(key.to_owned(), value.node.to_json());
        }
    }
}

/// Extensions that have a field of their own in [`Schema`].
const OWN_EXTENSIONS: &[&str] = &["x-rust-name", "x-extensible-enum", "x-secret"];

/// The name of a schema that stands directly under the components of the document.
fn component_name(place: &Place<'_>) -> Option<String> {
    let name = place.pointer.strip_prefix("/components/schemas/")?;
    let own = place.tree == TreeId::DOCUMENT && !name.contains('/');
    own.then(|| name.replace("~1", "/").replace("~0", "~"))
}

fn types(place: &Place<'_>) -> Vec<JsonType> {
    let Some(node) = place.node.get("type") else {
        return Vec::new();
    };
    let names = match node.as_array() {
        Some(list) => list.iter().filter_map(Node::as_str).collect(),
        None => node.as_str().into_iter().collect::<Vec<_>>(),
    };
    let mut types = Vec::with_capacity(names.len());
    let known = names.into_iter().filter_map(usual_type).filter_map(JsonType::from_name);
    for name in known {
        if !types.contains(&name) {
            types.push(name);
        }
    }
    types
}

fn values_of(list: Option<&Place<'_>>) -> Option<Vec<Value>> {
    let list = list?.node.as_array()?;
    Some(list.iter().map(Node::to_json).collect())
}

fn count(place: &Place<'_>, keyword: &str) -> Option<u64> {
    place.node.get(keyword).and_then(Node::meant_u64)
}

/// Numeric bounds; 3.0's boolean `exclusiveMinimum` turns the minimum itself into an exclusive one.
fn bounds(schema: &mut Schema, place: &Place<'_>) {
    let number = |keyword: &str| place.node.get(keyword).and_then(Node::meant_number);
    schema.multiple_of = number("multipleOf");
    schema.minimum = number("minimum");
    schema.maximum = number("maximum");
    schema.exclusive_minimum = number("exclusiveMinimum");
    schema.exclusive_maximum = number("exclusiveMaximum");
    if place.flag("exclusiveMinimum") == Some(true) {
        schema.exclusive_minimum = schema.minimum.take();
    }
    if place.flag("exclusiveMaximum") == Some(true) {
        schema.exclusive_maximum = schema.maximum.take();
    }
}
