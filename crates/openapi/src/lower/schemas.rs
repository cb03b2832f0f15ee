//! Schemas.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet, VecDeque};

use serde_json::Value;

use super::Lowering;
use super::dynamic::{Bindings, DynamicScope};
use super::messages::example;
use super::operations::texts;
use crate::check::usual_type;
use crate::ir::{JsonType, Keyword, KeywordValueMut, RateLimitRole, Schema, SchemaId};
use crate::resolve::{LocatedNode, TreeId, Trees};
use crate::syntax::{Node, pointer};
use crate::version::Version;

/// Schemas by the place where they stand.
#[derive(Default)]
pub(super) struct Arena<'a> {
    pub(super) all: Vec<Schema>,
    /// Ids by [`LocatedNode::address`] and by what is bound on the way.
    ids: HashMap<(usize, Bindings), SchemaId>,
    /// Components that have their name: other schemas of the same place are bound otherwise.
    named: HashSet<usize>,
    pending: VecDeque<(SchemaId, LocatedNode<'a>, Bindings)>,
    /// What `$dynamicRef`s mean.
    pub(super) scope: DynamicScope<'a>,
    /// Schemas with a `discriminator`, whose implicit mapping needs all schemas to be there.
    pub(super) discriminators: Vec<(SchemaId, LocatedNode<'a>)>,
    /// Where each schema stands, by id.
    pub(super) nodes: Vec<LocatedNode<'a>>,
}

impl<'a> Arena<'a> {
    pub(super) fn new(trees: &'a Trees) -> Self {
        Self { scope: DynamicScope::new(trees), ..Self::default() }
    }

    pub(super) fn schema(&self, id: SchemaId) -> &Schema {
        &self.all[id.0 as usize]
    }

    /// The id of the schema at a position, while there are so many.
    pub(super) fn id(&self, position: usize) -> Option<SchemaId> {
        let id = u32::try_from(position).ok().map(SchemaId);
        id.filter(|_| position < self.all.len())
    }

    pub(super) fn add(&mut self, mut schema: Schema, located: LocatedNode<'a>) -> SchemaId {
        schema.holder = holder(&located);
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
        let bindings = self.arena.scope.entered(self.trees, located);
        let key = (located.address(), bindings);
        if let Some(id) = self.arena.ids.get(&key) {
            return *id;
        }
        let mut schema = Schema::unconstrained(located.location());
        schema.name = component_name(located);
        schema.bound = schema.name.is_some() && !self.arena.named.insert(located.address());
        if schema.bound {
            schema.name = None;
        }
        let id = self.arena.add(schema, located.clone());
        self.arena.ids.insert(key, id);
        self.arena.pending.push_back((id, located.clone(), bindings));
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
        while let Some((id, located, bindings)) = self.arena.pending.pop_front() {
            let mut schema = self.arena.schema(id).clone();
            self.arena.scope.current = bindings;
            self.fill(&mut schema, id, &located);
            self.arena.all[id.0 as usize] = schema;
        }
        self.arena.scope.current = Bindings::NONE;
        self.drop_empty_objects();
        self.implicit_mappings();
        self.choices_of_parents();
        self.nullable_compositions();
    }

    fn fill(&mut self, schema: &mut Schema, id: SchemaId, located: &LocatedNode<'a>) {
        schema.boolean = located.node.as_bool();
        // Where a reference leads nowhere, the check has said so, and anything is valid in its place.
        let unknown = [Keyword::UnevaluatedProperties, Keyword::UnevaluatedItems];
        let unknown: &[Keyword] = if self.leads_nowhere(located) { &unknown } else { &[] };
        if let Some(reference) = located.text("$ref") {
            let target = self.trees.resolve_at(located, reference);
            schema.reference = target.ok().map(|target| self.schema(&target));
            if self.version == Version::V30 {
                return;
            }
        }
        // What a schema that is not there evaluates is not known.
        for keyword in Keyword::ALL.iter().filter(|keyword| !unknown.contains(keyword)) {
            self.keyword(schema, *keyword, located);
        }
        let dynamic = located.text("$dynamicRef");
        if let Some(target) = dynamic.and_then(|reference| self.dynamic_target(located, reference)) {
            let target = self.schema(&target);
            if schema.reference.is_none() {
                schema.reference = Some(target);
            } else {
                schema.all_of.push(self.part_of(id, |part| part.reference = Some(target)));
            }
        }
        self.dependencies(schema, located);
        older_words(schema, located, self.version);
        facts(schema, located);
        if located.field("discriminator").is_some() {
            self.discriminator(schema, id, located);
        }
    }

    /// Whether a reference of a schema leads nowhere.
    fn leads_nowhere(&self, located: &LocatedNode<'a>) -> bool {
        let mut references = ["$ref", "$dynamicRef"].into_iter().filter_map(|key| located.text(key));
        references.any(|reference| self.trees.resolve_at(located, reference).is_err())
    }

    /// Reads `dependencies`, which 2019-09 divided into `dependentRequired` and `dependentSchemas`.
    fn dependencies(&mut self, schema: &mut Schema, located: &LocatedNode<'a>) {
        let field = located.field("dependencies");
        for (name, needed) in field.iter().flat_map(LocatedNode::members) {
            if needed.node.as_array().is_some() {
                let known = schema.dependent_required.entry(name.to_owned()).or_default();
                known.extend(texts(Some(&needed)));
            } else if needed.node.as_object().is_some() || needed.node.as_bool().is_some() {
                let dependent = self.schema(&needed);
                schema.dependent_schemas.entry(name.to_owned()).or_insert(dependent);
            }
        }
    }

    /// Reads a keyword, as its kind of value is read.
    fn keyword(&mut self, schema: &mut Schema, keyword: Keyword, located: &LocatedNode<'a>) {
        let name = keyword.name();
        match schema.value_mut(keyword) {
            KeywordValueMut::Flag(flag) => *flag = located.flag(name).unwrap_or_default(),
            KeywordValueMut::Count(count) => *count = located.node.get(name).and_then(Node::meant_u64),
            KeywordValueMut::Number(number) => {
                *number = located.node.get(name).and_then(Node::meant_number);
            }
            KeywordValueMut::Text(text) => *text = located.string(name),
            KeywordValueMut::Types(types) => *types = self::types(located),
            KeywordValueMut::Json(value) => *value = located.get(name).map(|value| value.node.to_json()),
            KeywordValueMut::JsonList(values) => *values = values_of(located.field(name).as_ref()),
            KeywordValueMut::Names(names) => {
                let mut seen = HashSet::new();
                *names = texts(located.field(name).as_ref());
                names.retain(|name| seen.insert(name.clone()));
            }
            KeywordValueMut::NameLists(lists) => {
                let field = located.field(name);
                let members = field.iter().flat_map(LocatedNode::members);
                *lists = members.map(|(name, needed)| (name.to_owned(), texts(Some(&needed)))).collect();
            }
            KeywordValueMut::Examples(examples) => {
                examples.extend(located.get("example").map(|value| example("example", &value)));
                let listed = located.field(name);
                let listed = listed.iter().flat_map(LocatedNode::items).enumerate();
                examples.extend(listed.map(|(index, value)| example(&index.to_string(), &value)));
            }
            KeywordValueMut::Schema(single) => {
                *single = located.field(name).map(|schema| self.schema(&schema));
            }
            KeywordValueMut::Schemas(list) => {
                let field = located.field(name);
                *list = field.iter().flat_map(LocatedNode::items).map(|item| self.schema(&item)).collect();
            }
            KeywordValueMut::SchemaMap(map) => {
                let field = located.field(name);
                let members = field.iter().flat_map(LocatedNode::members);
                *map = members.map(|(name, schema)| (name.to_owned(), self.schema(&schema))).collect();
            }
        }
    }
}

/// Gives what only 3.0 writes the meaning that it has since 3.1.
fn older_words(schema: &mut Schema, located: &LocatedNode<'_>, version: Version) {
    if located.flag("nullable") == Some(true)
        && !schema.types.is_empty()
        && !schema.types.contains(&JsonType::Null)
    {
        schema.types.push(JsonType::Null);
    }
    // A boolean turns the bound itself into an exclusive one.
    if located.flag("exclusiveMinimum") == Some(true) {
        schema.exclusive_minimum = schema.minimum.take();
    }
    if located.flag("exclusiveMaximum") == Some(true) {
        schema.exclusive_maximum = schema.maximum.take();
    }
    if version > Version::V30 {
        return;
    }
    schema.nullable = schema.types.len() > 1 && schema.types.contains(&JsonType::Null);
    // 3.0 has formats where later versions have content keywords.
    if schema.types.contains(&JsonType::String) {
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

/// Extensions, those that have a meaning here among them.
fn facts(schema: &mut Schema, located: &LocatedNode<'_>) {
    for (key, value) in located.members() {
        if key.starts_with("x-") && Keyword::from_name(key).is_none() {
            schema.extensions.insert(key.to_owned(), value.node.to_json());
        }
    }
    schema.rate_limit = located.string("x-rate-limit").map(RateLimitRole::from);
    schema.gone = match located.text("x-gone") {
        Some(only) => vec![only.to_owned()],
        None => texts(located.field("x-gone").as_ref()),
    };
}

/// The name of a schema that stands directly under the components of the document.
fn component_name(located: &LocatedNode<'_>) -> Option<String> {
    let name = located.pointer.strip_prefix("/components/schemas/")?;
    let own = located.tree == TreeId::DOCUMENT && !name.contains('/');
    own.then(|| pointer::unescaped(name).into_owned())
}

/// The name of the component of another kind within which a schema stands.
fn holder(located: &LocatedNode<'_>) -> Option<String> {
    let mut tokens = pointer::tokens(&located.pointer)?;
    let within = tokens.next()? == "components" && tokens.next()? != "schemas";
    tokens.next().filter(|_| within).map(Cow::into_owned)
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
