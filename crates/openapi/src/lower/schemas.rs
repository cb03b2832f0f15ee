//! Schemas.

use std::collections::{HashMap, HashSet, VecDeque};

use indexmap::IndexMap;
use serde_json::Value;

use super::Lowering;
use super::messages::example;
use super::operations::texts;
use crate::check::{Version, usual_type};
use crate::ir::{JsonType, Schema, SchemaId};
use crate::resolve::{LocatedNode, TreeId};
use crate::syntax::Node;

/// Schemas by the place where they stand.
#[derive(Default)]
pub(super) struct Arena<'a> {
    pub(super) all: Vec<Schema>,
    /// Ids by [`LocatedNode::address`].
    ids: HashMap<usize, SchemaId>,
    pending: VecDeque<(SchemaId, LocatedNode<'a>)>,
    /// Schemas with a `discriminator`, whose implicit mapping needs all schemas to be there.
    pub(super) discriminators: Vec<(SchemaId, LocatedNode<'a>)>,
    /// Where each schema stands, by id.
    pub(super) nodes: Vec<LocatedNode<'a>>,
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

    pub(super) fn add(&mut self, schema: Schema, located: LocatedNode<'a>) -> SchemaId {
        let next = u32::try_from(self.all.len()).unwrap_or(u32::MAX);
        self.all.push(schema);
        self.nodes.push(located);
        SchemaId(next)
    }
}

impl<'a> Lowering<'a> {
    /// Lowers the schemas of the components, so that they come first and in order.
    pub(super) fn component_schemas(&mut self, root: &LocatedNode<'a>) {
        let schemas = root.field("components").and_then(|components| components.field("schemas"));
        for (_, located) in schemas.iter().flat_map(LocatedNode::members) {
            self.schema(&located);
        }
    }

    /// The id of the schema at a place. Its content follows in [`Lowering::lower_schemas`].
    pub(super) fn schema(&mut self, located: &LocatedNode<'a>) -> SchemaId {
        let key = located.address();
        if let Some(id) = self.arena.ids.get(&key) {
            return *id;
        }
        let mut schema = Schema::unconstrained(located.location());
        schema.name = component_name(located);
        let id = self.arena.add(schema, located.clone());
        self.arena.ids.insert(key, id);
        self.arena.pending.push_back((id, located.clone()));
        id
    }

    /// A schema of its own for a text that the document does not describe.
    pub(super) fn plain_text(&mut self, located: &LocatedNode<'a>) -> SchemaId {
        let mut schema = Schema::unconstrained(located.location());
        schema.types.push(JsonType::String);
        self.arena.add(schema, located.clone())
    }

    /// Lowers every schema that was asked for, and all that those lead to.
    pub(super) fn lower_schemas(&mut self) {
        while let Some((id, located)) = self.arena.pending.pop_front() {
            let mut schema = Schema::unconstrained(located.location());
            schema.name.clone_from(&self.arena.schema(id).name);
            self.fill(&mut schema, id, &located);
            self.arena.all[id.0 as usize] = schema;
        }
        self.implicit_mappings();
    }

    fn fill(&mut self, schema: &mut Schema, id: SchemaId, located: &LocatedNode<'a>) {
        schema.boolean = located.node.as_bool();
        let reference = located.text("$ref").or_else(|| located.text("$dynamicRef"));
        if let Some(reference) = reference {
            // Where this fails, the check has said so, and anything is valid in its place.
            let dynamic = located.text("$ref").is_none() && self.trees.is_ambiguous(located, reference);
            if let Ok(target) = self.trees.resolve_at(located, reference)
                && !dynamic
            {
                schema.reference = Some(self.schema(&target));
            }
            if self.version == Version::V30 && located.text("$ref").is_some() {
                return;
            }
        }
        annotations(schema, located);
        self.values(schema, located);
        self.objects(schema, located);
        self.arrays(schema, located);
        self.combinations(schema, located);
        bounds(schema, located);
        if located.field("discriminator").is_some() {
            self.discriminator(schema, id, located);
        }
    }

    fn values(&mut self, schema: &mut Schema, located: &LocatedNode<'a>) {
        schema.types = types(located);
        if located.flag("nullable") == Some(true)
            && !schema.types.is_empty()
            && !schema.types.contains(&JsonType::Null)
        {
            schema.types.push(JsonType::Null);
        }
        schema.constant = located.get("const").map(|value| value.node.to_json());
        schema.enumeration = values_of(located.field("enum").as_ref());
        schema.extensible_enumeration = values_of(located.field("x-extensible-enum").as_ref());
        schema.format = located.string("format");
        schema.pattern = located.string("pattern");
        schema.min_length = count(located, "minLength");
        schema.max_length = count(located, "maxLength");
        schema.content_encoding = located.string("contentEncoding");
        schema.content_media_type = located.string("contentMediaType");
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

    fn objects(&mut self, schema: &mut Schema, located: &LocatedNode<'a>) {
        schema.properties = self.map(located, "properties");
        schema.pattern_properties = self.map(located, "patternProperties");
        schema.dependent_schemas = self.map(located, "dependentSchemas");
        schema.additional_properties = self.single(located, "additionalProperties");
        schema.unevaluated_properties = self.single(located, "unevaluatedProperties");
        schema.property_names = self.single(located, "propertyNames");
        let mut seen = HashSet::new();
        schema.required = texts(located.field("required").as_ref());
        schema.required.retain(|name| seen.insert(name.clone()));
        schema.dependent_required = located
            .field("dependentRequired")
            .iter()
            .flat_map(LocatedNode::members)
            .map(|(name, needed)| (name.to_owned(), texts(Some(&needed))))
            .collect();
        schema.min_properties = count(located, "minProperties");
        schema.max_properties = count(located, "maxProperties");
    }

    fn arrays(&mut self, schema: &mut Schema, located: &LocatedNode<'a>) {
        schema.items = self.single(located, "items");
        schema.prefix_items = self.list(located, "prefixItems");
        schema.contains = self.single(located, "contains");
        schema.unevaluated_items = self.single(located, "unevaluatedItems");
        schema.min_contains = count(located, "minContains");
        schema.max_contains = count(located, "maxContains");
        schema.min_items = count(located, "minItems");
        schema.max_items = count(located, "maxItems");
        schema.unique_items = located.flag("uniqueItems").unwrap_or_default();
    }

    fn combinations(&mut self, schema: &mut Schema, located: &LocatedNode<'a>) {
        schema.all_of = self.list(located, "allOf");
        schema.any_of = self.list(located, "anyOf");
        schema.one_of = self.list(located, "oneOf");
        schema.not = self.single(located, "not");
        schema.if_ = self.single(located, "if");
        schema.then = self.single(located, "then");
        schema.else_ = self.single(located, "else");
    }

    fn single(&mut self, located: &LocatedNode<'a>, keyword: &str) -> Option<SchemaId> {
        located.field(keyword).map(|schema| self.schema(&schema))
    }

    fn list(&mut self, located: &LocatedNode<'a>, keyword: &str) -> Vec<SchemaId> {
        let list = located.field(keyword);
        let items: Vec<LocatedNode<'a>> = list.iter().flat_map(LocatedNode::items).collect();
        items.iter().map(|item| self.schema(item)).collect()
    }

    fn map(&mut self, located: &LocatedNode<'a>, keyword: &str) -> IndexMap<String, SchemaId> {
        let map = located.field(keyword);
        let members: Vec<_> = map.iter().flat_map(LocatedNode::members).collect();
        members.into_iter().map(|(name, schema)| (name.to_owned(), self.schema(&schema))).collect()
    }
}

fn annotations(schema: &mut Schema, located: &LocatedNode<'_>) {
    schema.rust_name = located.string("x-rust-name");
    schema.title = located.string("title");
    schema.description = located.string("description");
    schema.default = located.get("default").map(|value| value.node.to_json());
    schema.deprecated = located.flag("deprecated").unwrap_or_default();
    schema.read_only = located.flag("readOnly").unwrap_or_default();
    schema.write_only = located.flag("writeOnly").unwrap_or_default();
    schema.secret = located.flag("x-secret").unwrap_or_default();
    if let Some(value) = located.get("example") {
        schema.examples.push(example("example", &value));
    }
    for (index, value) in located.field("examples").iter().flat_map(LocatedNode::items).enumerate() {
        schema.examples.push(example(&index.to_string(), &value));
    }
    for (key, value) in located.members() {
        if key.starts_with("x-") && !OWN_EXTENSIONS.contains(&key) {
            schema.extensions.insert(key.to_owned(), value.node.to_json());
        }
    }
}

/// Extensions that have a field of their own in [`Schema`].
const OWN_EXTENSIONS: &[&str] = &["x-rust-name", "x-extensible-enum", "x-secret"];

/// The name of a schema that stands directly under the components of the document.
fn component_name(located: &LocatedNode<'_>) -> Option<String> {
    let name = located.pointer.strip_prefix("/components/schemas/")?;
    let own = located.tree == TreeId::DOCUMENT && !name.contains('/');
    own.then(|| name.replace("~1", "/").replace("~0", "~"))
}

fn types(located: &LocatedNode<'_>) -> Vec<JsonType> {
    let Some(node) = located.node.get("type") else {
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

fn values_of(list: Option<&LocatedNode<'_>>) -> Option<Vec<Value>> {
    let list = list?.node.as_array()?;
    Some(list.iter().map(Node::to_json).collect())
}

fn count(located: &LocatedNode<'_>, keyword: &str) -> Option<u64> {
    located.node.get(keyword).and_then(Node::meant_u64)
}

/// Numeric bounds; 3.0's boolean `exclusiveMinimum` turns the minimum itself into an exclusive one.
fn bounds(schema: &mut Schema, located: &LocatedNode<'_>) {
    let number = |keyword: &str| located.node.get(keyword).and_then(Node::meant_number);
    schema.multiple_of = number("multipleOf");
    schema.minimum = number("minimum");
    schema.maximum = number("maximum");
    schema.exclusive_minimum = number("exclusiveMinimum");
    schema.exclusive_maximum = number("exclusiveMaximum");
    if located.flag("exclusiveMinimum") == Some(true) {
        schema.exclusive_minimum = schema.minimum.take();
    }
    if located.flag("exclusiveMaximum") == Some(true) {
        schema.exclusive_maximum = schema.maximum.take();
    }
}
