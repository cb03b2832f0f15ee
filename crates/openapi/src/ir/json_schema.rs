//! Schemas as JSON Schema 2020-12.

use std::collections::{HashMap, HashSet};

use serde_json::{Map, Number, Value, json};

use super::{Schema, SchemaId, Schemas};

/// What turns the id of a schema into JSON: a `$ref` to it or the schema itself.
type Embed<'a> = &'a mut dyn FnMut(SchemaId) -> Value;

impl Schemas {
    /// A self-contained JSON Schema (2020-12) with the same meaning; what is referred to stands
    /// under `$defs`.
    ///
    /// `discriminator` is left out, because it does not change what is valid.
    #[must_use]
    pub fn to_json_schema(&self, id: SchemaId) -> Value {
        let mut export = Export::new(self, id);
        let mut root = match export.embed(id) {
            Value::Object(root) => root,
            // A boolean schema cannot carry `$schema`.
            boolean => return boolean,
        };
        let mut definitions = Map::new();
        while let Some(target) = export.pending.pop() {
            let definition = export.inline(target);
            definitions.insert(export.names[&target].clone(), definition);
        }
        definitions.sort_keys();
        root.shift_insert(0, "$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
        if !definitions.is_empty() {
            root.insert("$defs".to_owned(), Value::Object(definitions));
        }
        Value::Object(root)
    }

    /// Every schema in one JSON Schema (2020-12), under `$defs` by its number: what validates many
    /// of them compiles `{"$ref": "…#/$defs/7"}` instead of one export for each, whose definitions
    /// would be there again and again.
    ///
    /// Only what can make a value invalid is in it, `format` included.
    #[must_use]
    pub fn to_definitions(&self) -> Value {
        let mut definitions = Map::new();
        for (number, schema) in self.all.iter().enumerate() {
            let definition = schema.boolean.map_or_else(|| schema.with_references(), Value::Bool);
            definitions.insert(number.to_string(), definition);
        }
        json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$defs": definitions,
        })
    }
}

/// A walk through the schemas that one of them reaches.
struct Export<'a> {
    schemas: &'a Schemas,
    /// Names under `$defs` of everything that a reference leads to. Only references make cycles,
    /// so that embedding the rest in place comes to an end.
    names: HashMap<SchemaId, String>,
    seen: HashSet<SchemaId>,
    pending: Vec<SchemaId>,
}

impl<'a> Export<'a> {
    fn new(schemas: &'a Schemas, root: SchemaId) -> Self {
        let mut names = HashMap::new();
        let mut taken = HashSet::new();
        for id in schemas.reachable([root]) {
            let Some(target) = schemas[id].reference else {
                continue;
            };
            names.entry(target).or_insert_with(|| {
                let name = definition_name(&schemas[target], target);
                if taken.insert(name.clone()) {
                    name
                } else {
                    let name = format!("{name}-{}", target.0);
                    taken.insert(name.clone());
                    name
                }
            });
        }
        Self { schemas, names, seen: HashSet::new(), pending: Vec::new() }
    }

    fn embed(&mut self, id: SchemaId) -> Value {
        let Some(name) = self.names.get(&id) else {
            return self.inline(id);
        };
        if self.seen.insert(id) {
            self.pending.push(id);
        }
        json!({ "$ref": format!("#/$defs/{name}") })
    }

    fn inline(&mut self, id: SchemaId) -> Value {
        let schema = &self.schemas[id];
        if let Some(boolean) = schema.boolean {
            return Value::Bool(boolean);
        }
        let mut members = Map::new();
        if let Some(target) = schema.reference
            && let Value::Object(reference) = self.embed(target)
        {
            members = reference;
        }
        members.extend(schema.annotations());
        members.extend(schema.assertions());
        members.extend(schema.applicators(&mut |id| self.embed(id)));
        Value::Object(members)
    }
}

/// The name of a definition: the component's, in characters that need no escaping.
fn definition_name(schema: &Schema, id: SchemaId) -> String {
    match &schema.name {
        Some(name) => name
            .chars()
            .map(|character| match character {
                'a'..='z' | 'A'..='Z' | '0'..='9' | '.' | '_' | '-' => character,
                _ => '_',
            })
            .collect(),
        None => format!("schema-{}", id.0),
    }
}

/// A map that leaves out what is absent.
struct Keywords(Map<String, Value>);

impl Keywords {
    fn set(&mut self, keyword: &str, value: Option<Value>) {
        if let Some(value) = value {
            self.0.insert(keyword.to_owned(), value);
        }
    }

    fn text(&mut self, keyword: &str, value: Option<&String>) {
        self.set(keyword, value.map(|text| json!(text)));
    }

    fn flag(&mut self, keyword: &str, value: bool) {
        self.set(keyword, value.then_some(Value::Bool(true)));
    }

    fn count(&mut self, keyword: &str, value: Option<u64>) {
        self.set(keyword, value.map(|count| json!(count)));
    }

    fn number(&mut self, keyword: &str, value: Option<&Number>) {
        self.set(keyword, value.cloned().map(Value::Number));
    }

    fn list(&mut self, keyword: &str, value: Vec<Value>) {
        self.set(keyword, (!value.is_empty()).then_some(Value::Array(value)));
    }

    fn map(&mut self, keyword: &str, value: Map<String, Value>) {
        self.set(keyword, (!value.is_empty()).then_some(Value::Object(value)));
    }
}

impl Schema {
    /// All keywords that can make a value invalid, except `$ref`. Subschemas stand as `true`.
    pub(super) fn keywords(&self) -> Map<String, Value> {
        let mut keywords = self.assertions();
        keywords.extend(self.applicators(&mut |_| Value::Bool(true)));
        keywords
    }

    /// What can make a value invalid; subschemas stand as references to their numbers.
    fn with_references(&self) -> Value {
        let refer = |id: SchemaId| json!({ "$ref": format!("#/$defs/{}", id.0) });
        let mut keywords = Keywords(Map::new());
        keywords.text("format", self.format.as_ref());
        if let Some(target) = self.reference {
            keywords.set("$ref", Some(json!(format!("#/$defs/{}", target.0))));
        }
        keywords.0.extend(self.assertions());
        keywords.0.extend(self.applicators(&mut |id| refer(id)));
        Value::Object(keywords.0)
    }

    fn annotations(&self) -> Map<String, Value> {
        let mut all = Keywords(Map::new());
        all.text("title", self.title.as_ref());
        all.text("description", self.description.as_ref());
        all.set("default", self.default.clone());
        all.list("examples", self.examples.iter().map(|example| example.value.clone()).collect());
        all.text("format", self.format.as_ref());
        all.flag("deprecated", self.deprecated);
        all.flag("readOnly", self.read_only);
        all.flag("writeOnly", self.write_only);
        all.text("contentEncoding", self.content_encoding.as_ref());
        all.text("contentMediaType", self.content_media_type.as_ref());
        all.set("x-extensible-enum", self.extensible_enumeration.clone().map(Value::Array));
        all.text("x-rust-name", self.rust_name.as_ref());
        all.flag("x-secret", self.secret);
        all.0.extend(self.extensions.clone());
        all.0
    }

    fn assertions(&self) -> Map<String, Value> {
        let mut all = Keywords(Map::new());
        match self.types.as_slice() {
            [] => {}
            [only] => all.set("type", Some(json!(only.as_str()))),
            several => all.list("type", several.iter().map(|name| json!(name.as_str())).collect()),
        }
        all.set("const", self.constant.clone());
        all.set("enum", self.enumeration.clone().map(Value::Array));
        all.list("required", self.required.iter().map(|name| json!(name)).collect());
        all.map(
            "dependentRequired",
            self.dependent_required.iter().map(|(name, needed)| (name.clone(), json!(needed))).collect(),
        );
        all.count("minProperties", self.min_properties);
        all.count("maxProperties", self.max_properties);
        all.count("minContains", self.min_contains);
        all.count("maxContains", self.max_contains);
        all.count("minItems", self.min_items);
        all.count("maxItems", self.max_items);
        all.flag("uniqueItems", self.unique_items);
        all.number("minimum", self.minimum.as_ref());
        all.number("maximum", self.maximum.as_ref());
        all.number("exclusiveMinimum", self.exclusive_minimum.as_ref());
        all.number("exclusiveMaximum", self.exclusive_maximum.as_ref());
        all.number("multipleOf", self.multiple_of.as_ref());
        all.count("minLength", self.min_length);
        all.count("maxLength", self.max_length);
        all.text("pattern", self.pattern.as_ref());
        all.0
    }

    fn applicators(&self, embed: Embed<'_>) -> Map<String, Value> {
        let mut all = Keywords(Map::new());
        for (keyword, schemas) in [
            ("properties", &self.properties),
            ("patternProperties", &self.pattern_properties),
            ("dependentSchemas", &self.dependent_schemas),
        ] {
            all.map(keyword, schemas.iter().map(|(name, id)| (name.clone(), embed(*id))).collect());
        }
        for (keyword, schemas) in [
            ("prefixItems", &self.prefix_items),
            ("allOf", &self.all_of),
            ("anyOf", &self.any_of),
            ("oneOf", &self.one_of),
        ] {
            all.list(keyword, schemas.iter().map(|id| embed(*id)).collect());
        }
        for (keyword, schema) in [
            ("additionalProperties", self.additional_properties),
            ("unevaluatedProperties", self.unevaluated_properties),
            ("propertyNames", self.property_names),
            ("items", self.items),
            ("contains", self.contains),
            ("unevaluatedItems", self.unevaluated_items),
            ("not", self.not),
            ("if", self.if_),
            ("then", self.then),
            ("else", self.else_),
        ] {
            all.set(keyword, schema.map(&mut *embed));
        }
        all.0
    }
}
