//! The examples of a document, against the schemas beside them.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use unplug_openapi::Document;
use unplug_openapi::diagnostic::Diagnostic;
use unplug_openapi::ir::{
    Api, Direction, Example, Header, JsonType, Location, MediaType, Operation, ParameterShape, SchemaId,
};
use unplug_openapi::syntax::{Node, SourceFile, Span};

use crate::error::CheckerError;
use crate::schemas::{self, Compiled, Mismatch};

/// Mismatches that are reported for one example.
const MAX_MISMATCHES_SHOWN: usize = 5;

/// An example that does not fit, in one of the ways in which it does not.
pub(crate) struct ExampleMismatch<'a> {
    /// `METHOD /path`, or the pointer of the schema.
    pub(crate) owner: String,
    pub(crate) example: &'a Example,
    /// What does not fit; or why the schema cannot be used to tell.
    pub(crate) problem: Result<Mismatch, CheckerError>,
}

/// Every example of a document that does not fit the schema beside it, as warnings with the locations
/// in the text: examples of parameters, headers, bodies and schemas, also of webhooks and
/// callbacks.
///
/// In a body that is sent, a property that is only read may be missing although it is required, and
/// the reverse. An example of a media type other than JSON that is one text is not checked, because
/// it is what is sent and not the value that the schema describes.
#[must_use]
pub fn examples(document: &Document) -> Vec<Diagnostic> {
    let mismatches = mismatches(&document.api, Some(&document.root));
    mismatches.iter().map(|mismatch| diagnostic(document, mismatch)).collect()
}

pub(crate) fn mismatches<'a>(api: &'a Api, root: Option<&Node>) -> Vec<ExampleMismatch<'a>> {
    let mut checker =
        Examples { api, root, compiled: HashMap::new(), seen: HashSet::new(), found: Vec::new() };
    for operation in &api.operations {
        checker.operation(&format!("{} {}", operation.method.as_str(), operation.path), operation);
        for callback in &operation.callbacks {
            checker.operation(&format!("callback {}", callback.name), &callback.operation);
        }
    }
    for webhook in &api.webhooks {
        checker.operation(&format!("webhook {}", webhook.name), &webhook.operation);
    }
    for (index, schema) in (0..).zip(&api.schemas.all) {
        checker.check(&schema.location.pointer, SchemaId(index), &schema.examples, None);
    }
    checker.found
}

struct Examples<'a, 'r> {
    api: &'a Api,
    root: Option<&'r Node>,
    compiled: HashMap<SchemaId, Result<Compiled, CheckerError>>,
    /// Parts that several operations refer to are reported once.
    seen: HashSet<(SchemaId, *const SourceFile, Span)>,
    found: Vec<ExampleMismatch<'a>>,
}

impl<'a> Examples<'a, '_> {
    fn operation(&mut self, owner: &str, operation: &'a Operation) {
        for parameter in &operation.parameters {
            match &parameter.shape {
                ParameterShape::Schema { schema, .. } => {
                    self.check(owner, *schema, &parameter.examples, Some(Direction::Request));
                }
                ParameterShape::Content(media_type) => self.media_type(owner, media_type, Direction::Request),
            }
        }
        for media_type in operation.body.iter().flat_map(|body| &body.contents) {
            self.media_type(owner, media_type, Direction::Request);
        }
        for response in &operation.responses {
            for Header { schema, examples, .. } in &response.headers {
                if let Some(schema) = schema {
                    self.check(owner, *schema, examples, Some(Direction::Response));
                }
            }
            for media_type in &response.contents {
                self.media_type(owner, media_type, Direction::Response);
            }
        }
    }

    fn media_type(&mut self, owner: &str, media_type: &'a MediaType, direction: Direction) {
        let Some(schema) = media_type.schema else { return };
        let is_json = crate::body::is_json(&media_type.name);
        for example in &media_type.examples {
            let is_as_sent = !is_json
                && example.value.is_string()
                && !schemas::types(&self.api.schemas, schema).contains(&JsonType::String);
            if !is_as_sent {
                self.check(owner, schema, std::slice::from_ref(example), Some(direction));
            }
        }
    }

    fn check(&mut self, owner: &str, id: SchemaId, examples: &'a [Example], direction: Option<Direction>) {
        for example in examples {
            let location = &example.location;
            if !self.seen.insert((id, Arc::as_ptr(&location.file), location.span)) {
                continue;
            }
            let mut add =
                |problem| self.found.push(ExampleMismatch { owner: owner.to_owned(), example, problem });
            let compiled = self.compiled.entry(id).or_insert_with(|| Compiled::new(self.api, [(id, None)]));
            match compiled {
                Err(error) => add(Err(error.clone())),
                Ok(compiled) => {
                    let mismatches = compiled.check(self.api, self.root, (id, None), &example.value);
                    let counted =
                        mismatches.into_iter().filter(|found| !may_be_missing(self.api, found, direction));
                    counted.take(MAX_MISMATCHES_SHOWN).for_each(|mismatch| add(Ok(mismatch)));
                }
            }
        }
    }
}

/// Whether it is only a property that this side does not send. Without a side, either will do.
fn may_be_missing(api: &Api, mismatch: &Mismatch, direction: Option<Direction>) -> bool {
    let Some(name) = &mismatch.missing else { return false };
    let schemas = [mismatch.schema, schemas::resolved(&api.schemas, mismatch.schema)];
    let only = schemas.iter().find_map(|id| api.schemas[*id].one_way.get(name));
    only.is_some_and(|only| direction != Some(*only))
}

fn diagnostic(document: &Document, mismatch: &ExampleMismatch<'_>) -> Diagnostic {
    let example = mismatch.example;
    let (name, owner) = (&example.name, &mismatch.owner);
    let finding = match &mismatch.problem {
        Err(CheckerError::Schema { message, .. }) => Diagnostic::warning(
            "unchecked-example",
            format!(
                "{owner}: whether the example `{name}` fits cannot be told, because its schema cannot be used"
            ),
        )
        .label(example.location.label(""))
        .reason(message.clone()),
        Ok(mismatch) => {
            let (pointer, node) = inside(document, &example.location, &mismatch.instance);
            let schema = document.root.pointer(&mismatch.at.pointer);
            let schema = schema.filter(|node| node.file.name == mismatch.at.file);
            let decided = schema.map_or_else(
                || document.api.schemas[mismatch.schema].location.label("asked for here"),
                |node| node.label("asked for here"),
            );
            Diagnostic::warning(
                "invalid-example",
                format!("{owner}: the example `{name}` does not fit its schema: {}", mismatch.message),
            )
            .label(node.map_or_else(|| example.location.label(""), |node| node.label("")))
            .label(decided)
            .pointer(pointer)
            .reason("one of the two is wrong, and whoever copies the example learns which")
        }
    };
    finding.remedy("find out what the API really does, and correct the example or the schema in the overlay")
}

/// The part of an example that does not fit, where the document's own tree has it.
fn inside<'d>(document: &'d Document, location: &Location, instance: &str) -> (String, Option<&'d Node>) {
    let pointer = format!("{}{instance}", location.pointer);
    let is_here = |node: &&Node| document.files.iter().any(|file| Arc::ptr_eq(file, &node.file));
    let whole = document.root.pointer(&location.pointer);
    let same =
        whole.is_some_and(|node| Arc::ptr_eq(&node.file, &location.file) && node.span == location.span);
    let node = document.root.pointer(&pointer).filter(is_here).filter(|_| same);
    (pointer, node)
}
