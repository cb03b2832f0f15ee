//! The document's schemas as the text of `described!`.

use std::fmt::Write as _;

use serde_json::{Map, Value};
use unplug_openapi::ir::{Api, SchemaId};

/// Types of one handler that stand for the document's schemas.
pub(super) struct Described<'a> {
    api: &'a Api,
    types: Vec<(String, Value)>,
}

impl<'a> Described<'a> {
    pub(super) fn new(api: &'a Api) -> Self {
        Self { api, types: Vec::new() }
    }

    /// The name of a type for a schema, made of `name`.
    pub(super) fn add(&mut self, name: &str, schema: Option<SchemaId>) -> String {
        let schema =
            schema.map_or_else(|| Value::Object(Map::new()), |id| self.api.schemas.to_json_schema(id));
        let first = crate::names::pascal(name);
        let numbered = (2..).map(|number| format!("{first}{number}"));
        let mut names = std::iter::once(first.clone()).chain(numbered);
        // One that says the same under the same name is used again.
        let is_same = |name: &String, (other, known): &(String, Value)| name == other && schema == *known;
        let is_other = |name: &String, (other, known): &(String, Value)| name == other && schema != *known;
        let name = names.find(|name| !self.types.iter().any(|known| is_other(name, known))).unwrap_or(first);
        if self.types.iter().any(|known| is_same(&name, known)) {
            return name;
        }
        self.types.push((name.clone(), schema));
        name
    }

    /// The entries of `described!`; `None` when there is nothing.
    pub(super) fn source(&self) -> Option<String> {
        if self.types.is_empty() {
            return None;
        }
        let mut source = String::new();
        for (name, schema) in &self.types {
            let (schema, components) = separated(schema.clone());
            let _ = write!(source, "    {name} = {} {{", raw(&schema));
            for (component, schema) in &components {
                let _ = write!(source, "\n        {component:?} = {},", raw(schema));
            }
            source.push_str(if components.is_empty() { "}\n" } else { "\n    }\n" });
        }
        Some(source)
    }
}

/// A schema whose references lead to components, and these.
fn separated(mut schema: Value) -> (Value, Map<String, Value>) {
    let mut components = Map::new();
    if let Value::Object(members) = &mut schema {
        members.remove("$schema");
        if let Some(Value::Object(definitions)) = members.remove("$defs") {
            components = definitions;
        }
    }
    redirect(&mut schema);
    components.values_mut().for_each(redirect);
    (schema, components)
}

/// Schemas are nested no deeper than a document may be, so that recursion ends.
fn redirect(schema: &mut Value) {
    match schema {
        Value::Object(members) => {
            if let Some(Value::String(reference)) = members.get_mut("$ref")
                && let Some(name) = reference.strip_prefix("#/$defs/")
            {
                *reference = format!("#/components/schemas/{name}");
            }
            members.values_mut().for_each(redirect);
        }
        Value::Array(items) => items.iter_mut().for_each(redirect),
        _ => {}
    }
}

/// JSON as a raw string literal.
fn raw(value: &Value) -> String {
    let text = value.to_string();
    let longest = text.split(|character| character != '#').map(str::len).max().unwrap_or(0);
    let hashes = "#".repeat(longest + 1);
    format!("r{hashes}\"{text}\"{hashes}")
}
