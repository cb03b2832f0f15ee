//! Operations and parameters.

use std::collections::HashMap;

use super::{Draft, Lowering, names};
use crate::check::{is_reserved, styles};
use crate::diagnostic::Diagnostic;
use crate::ir::{
    JsonType, Operation, Parameter, ParameterIn, ParameterShape, Route, Schema, SchemaId, Style,
};
use crate::resolve::{LocatedNode, LocatedOperation, LocatedParameter};
use crate::syntax::Node;
use crate::template::{QueryHole, Template};

impl<'a> Lowering<'a> {
    /// All operations, sound or not.
    pub(super) fn operations(&mut self, root: &LocatedNode<'a>) -> Vec<Draft<'a>> {
        let found = self.trees.operations();
        let mut ids = Ids::new(&found);
        let ids: Vec<String> = found.iter().map(|operation| self.operation_id(&mut ids, operation)).collect();
        let wanted = self.select(&found, &ids);
        let mut drafts = Vec::with_capacity(found.len());
        for ((operation, id), wanted) in found.iter().zip(ids).zip(wanted) {
            if wanted {
                let callbacks = self.callbacks(root, &operation.located);
                drafts.push(Draft { callbacks, ..self.draft(root, operation, id) });
            }
        }
        drafts
    }

    /// An operation, with the first error that it touches.
    pub(super) fn draft(
        &mut self,
        root: &LocatedNode<'a>,
        found: &LocatedOperation<'a>,
        id: String,
    ) -> Draft<'a> {
        self.spoiled = None;
        let operation = self.operation(root, found, id);
        let spoiled = self.spoiled.take();
        Draft { operation, located: found.located.clone(), spoiled, callbacks: Vec::new() }
    }

    fn operation_id(&mut self, ids: &mut Ids<'a>, operation: &LocatedOperation<'a>) -> String {
        let Some(id) = operation.located.field("operationId") else {
            return ids.derived(operation);
        };
        let Some(text) = id.node.as_str() else {
            return ids.derived(operation);
        };
        let Some(first) = ids.given.get(text) else {
            ids.given.insert(text, id);
            return text.to_owned();
        };
        let instead = ids.taken.unique(names::derived_id(&operation.method, operation.path));
        let diagnostic = Diagnostic::warning(
            "duplicate-operation-id",
            format!("the operationId `{text}` is used twice; this operation is called `{instead}` instead"),
        )
        .at(id.node, "used again here")
        .label(first.node.label("used here first"))
        .pointer(&id.pointer)
        .reason("an operationId names one operation")
        .remedy(self.remedy(&id, "give it an operationId of its own"));
        self.report(diagnostic);
        instead
    }

    fn operation(&mut self, root: &LocatedNode<'a>, found: &LocatedOperation<'a>, id: String) -> Operation {
        let located = &found.located;
        for used in found.items.iter().chain([located]) {
            self.touch(used);
        }
        let mut servers = Self::servers(located);
        for item in &found.items {
            if servers.is_empty() {
                servers = Self::servers(item);
            }
        }
        let prose = |key: &str| {
            let own = located.string(key);
            own.or_else(|| found.items.iter().find_map(|item| item.string(key)))
        };
        let (route, parameters) = self.parameters(found);
        Operation {
            id,
            rust_name: located.string("x-rust-name"),
            method: found.method.clone(),
            path: found.path.to_owned(),
            route,
            summary: prose("summary"),
            description: prose("description"),
            tags: texts(located.field("tags").as_ref()),
            deprecated: located.flag("deprecated").unwrap_or_default(),
            parameters,
            body: located.field("requestBody").and_then(|listed| self.body(&listed)),
            responses: self.responses(located),
            security: self.security(root, located),
            servers,
            callbacks: Vec::new(),
            location: located.location(),
        }
    }

    /// Where requests go, and the parameters: those that are declared, and those that only the
    /// path has, which are text.
    fn parameters(&mut self, operation: &LocatedOperation<'a>) -> (Route, Vec<Parameter>) {
        let merged = self.trees.parameters(operation);
        let template = Template::of(operation.path, &merged);
        let mut parameters = Vec::new();
        for found in merged {
            let parameter_in = found.located.text("in").unwrap_or_default();
            let name = found.located.text("name").unwrap_or_default();
            let in_query = template.query_holes.iter().find(|hole| hole.name == name);
            let in_path = template.holes.iter().any(|hole| hole == name);
            if (parameter_in == "path" && !in_path && in_query.is_none()) || is_reserved(parameter_in, name) {
                continue;
            }
            self.touch(&found.listed);
            self.touch(&found.located);
            let Some(mut parameter) = self.parameter(&found) else { continue };
            match in_query {
                Some(hole) if parameter_in == "query" || (parameter_in == "path" && !in_path) => {
                    to_query(&mut parameter, hole);
                }
                _ => {}
            }
            parameters.push(parameter);
        }
        self.undeclared(operation, &template, &mut parameters);
        (Route { path: template.path, query: template.query }, parameters)
    }

    /// Adds what the template has and no parameter declares.
    fn undeclared(
        &mut self,
        operation: &LocatedOperation<'a>,
        template: &Template,
        parameters: &mut Vec<Parameter>,
    ) {
        let declared = |parameters: &[Parameter], parameter_in, name: &str| {
            parameters.iter().any(|known| known.parameter_in == parameter_in && known.name == name)
        };
        for name in &template.holes {
            if !declared(parameters, ParameterIn::Path, name) {
                let text = self.text(operation);
                parameters.push(implied(text, name, ParameterIn::Path, true, operation));
            }
        }
        for hole in &template.query_holes {
            if !declared(parameters, ParameterIn::Query, &hole.wire) {
                let text = self.text(operation);
                let parameter_in = ParameterIn::Query;
                parameters.push(implied(text, &hole.wire, parameter_in, hole.required, operation));
            }
        }
    }

    /// A schema for text that the document does not have.
    fn text(&mut self, operation: &LocatedOperation<'a>) -> SchemaId {
        let mut schema = Schema::unconstrained(operation.located.location());
        schema.types.push(JsonType::String);
        self.arena.add(schema, operation.located.clone())
    }

    fn parameter(&mut self, found: &LocatedParameter<'a>) -> Option<Parameter> {
        let located = &found.located;
        let parameter_in = ParameterIn::from_name(located.text("in")?)?;
        Some(Parameter {
            name: located.string("name")?,
            rust_name: located.string("x-rust-name"),
            parameter_in,
            required: parameter_in == ParameterIn::Path || located.flag("required").unwrap_or_default(),
            allow_empty: located.flag("allowEmptyValue").unwrap_or_default(),
            deprecated: located.flag("deprecated").unwrap_or_default(),
            description: self.description(&found.listed, located),
            shape: self.shape(located, parameter_in)?,
            examples: self.examples(located),
            location: located.location(),
        })
    }

    fn shape(&mut self, located: &LocatedNode<'a>, parameter_in: ParameterIn) -> Option<ParameterShape> {
        let described = located.field("schema");
        if let (Some(content), None) = (located.field("content"), &described) {
            let media_types = self.contents(&content);
            if let Some(first) = media_types.into_iter().next() {
                return Some(ParameterShape::Content(first));
            }
        }
        let schema = match described {
            Some(schema) => self.schema(&schema),
            // As in Swagger 2.0: the parameter is its own schema.
            None if located.field("type").is_some() => self.schema(located),
            None => self.plain_text(located),
        };
        let allowed = styles(parameter_in.as_str());
        let style =
            located.text("style").filter(|style| allowed.contains(style)).or(allowed.first().copied())?;
        Some(ParameterShape::Schema {
            style: Style::from_name(style)?,
            explode: located.flag("explode").unwrap_or(matches!(style, "form" | "cookie")),
            allow_reserved: located.flag("allowReserved").unwrap_or_default(),
            schema,
        })
    }
}

/// Moves a parameter to where the template's query has it.
fn to_query(parameter: &mut Parameter, hole: &QueryHole) {
    parameter.required = hole.required || (parameter.required && parameter.parameter_in != ParameterIn::Path);
    parameter.parameter_in = ParameterIn::Query;
    if parameter.name != hole.wire {
        parameter.rust_name.get_or_insert(parameter.name.clone());
        parameter.name.clone_from(&hole.wire);
    }
    if let ParameterShape::Schema { style, explode, .. } = &mut parameter.shape
        && matches!(style, Style::Simple | Style::Label | Style::Matrix)
    {
        (*style, *explode) = (Style::Form, true);
    }
}

/// A parameter that only the template has.
fn implied(
    schema: SchemaId,
    name: &str,
    parameter_in: ParameterIn,
    required: bool,
    operation: &LocatedOperation<'_>,
) -> Parameter {
    let in_path = parameter_in == ParameterIn::Path;
    let style = if in_path { Style::Simple } else { Style::Form };
    Parameter {
        name: name.to_owned(),
        rust_name: None,
        parameter_in,
        required,
        allow_empty: false,
        deprecated: false,
        description: None,
        shape: ParameterShape::Schema { style, explode: !in_path, allow_reserved: false, schema },
        examples: Vec::new(),
        location: operation.located.location(),
    }
}

/// The operation ids of a document.
struct Ids<'a> {
    /// Where each id was first given.
    given: HashMap<&'a str, LocatedNode<'a>>,
    /// All that cannot be taken for a derived one.
    taken: names::Taken,
}

impl<'a> Ids<'a> {
    fn new(operations: &[LocatedOperation<'a>]) -> Self {
        let given = operations.iter().filter_map(|operation| operation.located.string("operationId"));
        Self { given: HashMap::new(), taken: names::Taken::new(given) }
    }

    fn derived(&mut self, operation: &LocatedOperation<'a>) -> String {
        self.taken.unique(names::derived_id(&operation.method, operation.path))
    }
}

/// The strings of a list.
pub(super) fn texts(list: Option<&LocatedNode<'_>>) -> Vec<String> {
    list.and_then(|list| list.node.as_array())
        .unwrap_or_default()
        .iter()
        .filter_map(Node::as_str)
        .map(str::to_owned)
        .collect()
}
