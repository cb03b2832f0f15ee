//! Schemas as JSON Schema 2020-12.

use std::collections::{HashMap, HashSet};

use serde_json::{Map, Value, json};

use super::{Direction, Keyword, Role, Schema, SchemaId, Schemas, ValueKind};

/// What turns the id of a schema into JSON: a `$ref` to it or the schema itself.
type Embed<'a> = &'a mut dyn FnMut(SchemaId) -> Value;

impl Schemas {
    /// A self-contained JSON Schema (2020-12) with the same meaning; what is referred to stands
    /// under `$defs`.
    ///
    /// `discriminator` is left out, because it does not change what is valid.
    #[must_use]
    pub fn to_json_schema(&self, id: SchemaId) -> Value {
        self.export(id, None)
    }

    /// The same for the messages of one direction: what need not be there is not required.
    #[must_use]
    pub fn to_json_schema_in(&self, id: SchemaId, direction: Direction) -> Value {
        self.export(id, Some(direction))
    }

    fn export(&self, id: SchemaId, direction: Option<Direction>) -> Value {
        let mut export = Export::new(self, id, direction);
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
    /// Only what can make a value invalid in messages of the direction is in it, a `format` where it is
    /// asserted.
    #[must_use]
    pub fn to_definitions(&self, direction: Direction) -> Value {
        let mut definitions = Map::new();
        for (number, schema) in self.all.iter().enumerate() {
            let definition =
                schema.boolean.map_or_else(|| self.with_references(schema, direction), Value::Bool);
            definitions.insert(number.to_string(), definition);
        }
        json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$defs": definitions,
        })
    }

    /// What can make a value invalid; subschemas stand as references to their numbers.
    fn with_references(&self, schema: &Schema, direction: Direction) -> Value {
        let refer = |id: SchemaId| json!({ "$ref": format!("#/$defs/{}", id.0) });
        let mut members = Map::new();
        let format = self.asserted_format(schema);
        members.extend(format.map(|format| ("format".to_owned(), json!(format.name()))));
        if let Some(Value::Object(reference)) = schema.reference.map(refer) {
            members.extend(reference);
        }
        schema.write(Role::Assertion, &mut members);
        schema.narrow_required(Some(direction), &mut members);
        schema.write_applicators(&mut members, &mut |id| refer(id));
        Value::Object(members)
    }
}

/// A walk through the schemas that one of them reaches.
struct Export<'a> {
    schemas: &'a Schemas,
    direction: Option<Direction>,
    /// Names under `$defs` of everything that a reference leads to. Only references make cycles,
    /// so that embedding the rest in place comes to an end.
    names: HashMap<SchemaId, String>,
    seen: HashSet<SchemaId>,
    pending: Vec<SchemaId>,
}

impl<'a> Export<'a> {
    fn new(schemas: &'a Schemas, root: SchemaId, direction: Option<Direction>) -> Self {
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
        Self { schemas, direction, names, seen: HashSet::new(), pending: Vec::new() }
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
        schema.write(Role::Annotation, &mut members);
        members.extend(schema.extensions.clone());
        schema.write(Role::Assertion, &mut members);
        schema.narrow_required(self.direction, &mut members);
        schema.write_applicators(&mut members, &mut |id| self.embed(id));
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

impl Schema {
    /// Writes the keywords of a role that hold no schemas.
    fn write(&self, role: Role, members: &mut Map<String, Value>) {
        for keyword in Keyword::ALL.iter().filter(|keyword| keyword.role() == role) {
            let value = self.value(*keyword).to_json(&mut |_| Value::Null);
            members.extend(value.map(|value| (keyword.name().to_owned(), value)));
        }
    }

    /// Leaves only those names required that count in the direction.
    fn narrow_required(&self, direction: Option<Direction>, members: &mut Map<String, Value>) {
        let Some(direction) = direction.filter(|_| !self.one_way.is_empty()) else { return };
        let names: Vec<&String> = self.required_in(direction).collect();
        if names.is_empty() {
            members.shift_remove("required");
        } else {
            members.insert("required".to_owned(), json!(names));
        }
    }

    /// Writes the keywords that hold schemas: those with names first, then lists, then single ones.
    fn write_applicators(&self, members: &mut Map<String, Value>, embed: Embed<'_>) {
        for kind in [ValueKind::SchemaMap, ValueKind::Schemas, ValueKind::Schema] {
            for keyword in Keyword::ALL.iter().filter(|keyword| keyword.kind() == kind) {
                let value = self.value(*keyword).to_json(embed);
                members.extend(value.map(|value| (keyword.name().to_owned(), value)));
            }
        }
    }
}
