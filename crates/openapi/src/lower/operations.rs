//! Operations and parameters.

use std::collections::{HashMap, HashSet};

use super::{Draft, Lowering, names, origin};
use crate::check::{is_reserved, styles, template_names};
use crate::diagnostic::Diagnostic;
use crate::ir::{Operation, Parameter, ParameterLocation, ParameterShape, Style};
use crate::resolve::{OperationPlace, ParameterPlace, Place};
use crate::syntax::Node;

impl<'a> Lowering<'a> {
    /// All operations, sound or not.
    pub(super) fn operations(&mut self, root: &Place<'a>) -> Vec<Draft<'a>> {
        let found = self.trees.operations();
        let mut ids = Ids::new(&found);
        let ids: Vec<String> = found.iter().map(|operation| self.operation_id(&mut ids, operation)).collect();
        let wanted = self.select(&found, &ids);
        let mut drafts = Vec::with_capacity(found.len());
        for ((operation, id), wanted) in found.iter().zip(ids).zip(wanted) {
            if wanted {
                let callbacks = self.callbacks(root, &operation.place);
                drafts.push(Draft { callbacks, ..self.draft(root, operation, id) });
            }
        }
        drafts
    }

    /// An operation, with the first error that it touches.
    pub(super) fn draft(&mut self, root: &Place<'a>, found: &OperationPlace<'a>, id: String) -> Draft<'a> {
        self.spoiled = None;
        let operation = self.operation(root, found, id);
        let spoiled = self.spoiled.take();
        Draft { operation, place: found.place.clone(), spoiled, callbacks: Vec::new() }
    }

    fn operation_id(&mut self, ids: &mut Ids<'a>, operation: &OperationPlace<'a>) -> String {
        let Some(id) = operation.place.field("operationId") else {
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

    fn operation(&mut self, root: &Place<'a>, found: &OperationPlace<'a>, id: String) -> Operation {
        let place = &found.place;
        for used in found.items.iter().chain([place]) {
            self.touch(used);
        }
        let mut servers = Self::servers(place);
        for item in &found.items {
            if servers.is_empty() {
                servers = Self::servers(item);
            }
        }
        let prose = |key: &str| {
            let own = place.string(key);
            own.or_else(|| found.items.iter().find_map(|item| item.string(key)))
        };
        Operation {
            id,
            rust_name: place.string("x-rust-name"),
            method: found.method.clone(),
            path: found.path.to_owned(),
            summary: prose("summary"),
            description: prose("description"),
            tags: texts(place.field("tags").as_ref()),
            deprecated: place.flag("deprecated").unwrap_or_default(),
            parameters: self.parameters(found),
            body: place.field("requestBody").and_then(|listed| self.body(&listed)),
            responses: self.responses(place),
            security: self.security(root, place),
            servers,
            callbacks: Vec::new(),
            origin: origin(place),
        }
    }

    fn parameters(&mut self, operation: &OperationPlace<'a>) -> Vec<Parameter> {
        let merged = self.trees.parameters(operation);
        let template = template_names(operation.path);
        let mut parameters = Vec::new();
        for found in merged {
            let location = found.place.text("in").unwrap_or_default();
            let name = found.place.text("name").unwrap_or_default();
            let unused = location == "path" && !template.contains(&name);
            if unused || is_reserved(location, name) {
                continue;
            }
            self.touch(&found.listed);
            self.touch(&found.place);
            parameters.extend(self.parameter(&found));
        }
        let mut declared: HashSet<String> = parameters
            .iter()
            .filter(|parameter| parameter.location == ParameterLocation::Path)
            .map(|parameter| parameter.name.clone())
            .collect();
        for name in template {
            if declared.insert(name.to_owned()) {
                parameters.push(self.undeclared(operation, name));
            }
        }
        parameters
    }

    /// A path parameter that the path has and nobody describes.
    fn undeclared(&mut self, operation: &OperationPlace<'a>, name: &str) -> Parameter {
        Parameter {
            name: name.to_owned(),
            rust_name: None,
            location: ParameterLocation::Path,
            required: true,
            deprecated: false,
            description: None,
            shape: ParameterShape::Schema {
                style: Style::Simple,
                explode: false,
                allow_reserved: false,
                schema: self.plain_text(&operation.items[0]),
            },
            examples: Vec::new(),
            origin: origin(&operation.items[0]),
        }
    }

    fn parameter(&mut self, found: &ParameterPlace<'a>) -> Option<Parameter> {
        let place = &found.place;
        let location: ParameterLocation = place.text("in")?.parse().ok()?;
        Some(Parameter {
            name: place.string("name")?,
            rust_name: place.string("x-rust-name"),
            location,
            required: location == ParameterLocation::Path || place.flag("required").unwrap_or_default(),
            deprecated: place.flag("deprecated").unwrap_or_default(),
            description: self.description(&found.listed, place),
            shape: self.shape(place, location)?,
            examples: self.examples(place),
            origin: origin(place),
        })
    }

    fn shape(&mut self, place: &Place<'a>, location: ParameterLocation) -> Option<ParameterShape> {
        let described = place.field("schema");
        if let (Some(content), None) = (place.field("content"), &described) {
            let media_types = self.contents(&content);
            if let Some(first) = media_types.into_iter().next() {
                return Some(ParameterShape::Content(first));
            }
        }
        let schema = match described {
            Some(schema) => self.schema(&schema),
            // As in Swagger 2.0: the parameter is its own schema.
            None if place.field("type").is_some() => self.schema(place),
            None => self.plain_text(place),
        };
        let allowed = styles(location.as_str());
        let style =
            place.text("style").filter(|style| allowed.contains(style)).or(allowed.first().copied())?;
        Some(ParameterShape::Schema {
            style: style.parse().ok()?,
            explode: place.flag("explode").unwrap_or(matches!(style, "form" | "cookie")),
            allow_reserved: place.flag("allowReserved").unwrap_or_default(),
            schema,
        })
    }
}

/// The operation ids of a document.
struct Ids<'a> {
    /// Where each id was first given.
    given: HashMap<&'a str, Place<'a>>,
    /// All that cannot be taken for a derived one.
    taken: names::Taken,
}

impl<'a> Ids<'a> {
    fn new(operations: &[OperationPlace<'a>]) -> Self {
        let given = operations.iter().filter_map(|operation| operation.place.string("operationId"));
        Self { given: HashMap::new(), taken: names::Taken::new(given) }
    }

    fn derived(&mut self, operation: &OperationPlace<'a>) -> String {
        self.taken.unique(names::derived_id(&operation.method, operation.path))
    }
}

/// The strings of a list.
pub(super) fn texts(list: Option<&Place<'_>>) -> Vec<String> {
    list.and_then(|list| list.node.as_array())
        .unwrap_or_default()
        .iter()
        .filter_map(Node::as_str)
        .map(str::to_owned)
        .collect()
}
