//! Names on the wire that more than one parameter of an operation may mean.

use std::collections::{HashMap, HashSet};

use serde_json::Value;
use unplug_openapi::ir::{Api, Operation, Parameter, ParameterIn, ParameterShape, SchemaId, Schemas, Style};

/// Names that belong to several parameters at once: an exploded object is written as one parameter
/// for each member, and documents declare some of its members beside it, or in a second object.
/// Which of them such a name is meant for, a request does not say.
#[derive(Clone, Debug, Default)]
pub struct AmbiguousNames(HashSet<(ParameterIn, String)>);

impl AmbiguousNames {
    /// The ambiguous names of an operation's parameters.
    #[must_use]
    pub fn of(api: &Api, operation: &Operation) -> Self {
        let mut owners: HashMap<(ParameterIn, String), usize> = HashMap::new();
        for parameter in &operation.parameters {
            let mut names = exploded(parameter).map(|id| members(&api.schemas, id)).unwrap_or_default();
            if names.is_empty() {
                names.insert(parameter.name.clone());
            }
            for name in names {
                *owners.entry((parameter.parameter_in, name)).or_default() += 1;
            }
        }
        Self(owners.into_iter().filter(|(_, count)| *count > 1).map(|(name, _)| name).collect())
    }

    /// The value without the members whose names are ambiguous; `None` when nothing is left.
    #[must_use]
    pub fn without_ambiguous(&self, parameter: &Parameter, value: &Value) -> Option<Value> {
        match value {
            Value::Object(all) if exploded(parameter).is_some() => {
                let is_own = |name: &String| !self.0.contains(&(parameter.parameter_in, name.clone()));
                let own: serde_json::Map<String, Value> = all
                    .iter()
                    .filter(|(name, _)| is_own(name))
                    .map(|(name, value)| (name.clone(), value.clone()))
                    .collect();
                (all.is_empty() || !own.is_empty()).then_some(Value::Object(own))
            }
            _ => Some(value.clone()),
        }
    }
}

/// The schema of a parameter that is written as one for each member.
fn exploded(parameter: &Parameter) -> Option<SchemaId> {
    match &parameter.shape {
        ParameterShape::Schema { style: Style::Form | Style::Cookie, explode: true, schema, .. } => {
            Some(*schema)
        }
        _ => None,
    }
    .filter(|_| matches!(parameter.parameter_in, ParameterIn::Query | ParameterIn::Cookie))
}

/// The members that a schema and its parts describe; none when it is for no object.
fn members(schemas: &Schemas, id: SchemaId) -> HashSet<String> {
    let mut found = HashSet::new();
    let mut seen = HashSet::new();
    let mut pending = vec![id];
    while let Some(id) = pending.pop() {
        if !seen.insert(id) {
            continue;
        }
        let schema = &schemas[id];
        found.extend(schema.properties.keys().cloned());
        let parts = schema.all_of.iter().chain(&schema.any_of).chain(&schema.one_of);
        pending.extend(schema.reference.iter().chain(parts));
    }
    found
}
