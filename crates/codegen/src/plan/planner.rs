//! Names of operations and their messages, and the types that their schemas become.

use std::collections::BTreeSet;

use unplug_openapi::diagnostic::Diagnostic;
use unplug_openapi::ir::{Api, MediaType, Operation, Response, Schema, SchemaId, SequenceItems};

use super::variants::content_variants;
use super::{ContentKind, is_bodiless, multipart, reason};
use crate::names::{self, Namespace};
use crate::types::Builder;
use crate::types::inline_name::InlineName;

/// Methods that a client has besides those of its operations: its own ones, and those of traits that it
/// has or that everything has, which an operation would hide.
const CLIENT_METHODS: [&str; 17] = [
    "assemble",
    "borrow",
    "borrow_mut",
    "builder",
    "call",
    "call_directly",
    "clone",
    "clone_from",
    "clone_into",
    "fmt",
    "from",
    "into",
    "new",
    "to_owned",
    "try_from",
    "try_into",
    "type_id",
];

/// Names the operations, then gives every schema that they use a type.
pub(super) struct Planner<'a> {
    /// The names that are taken.
    pub(super) names: Namespace,
    /// The types so far.
    pub(super) builder: Builder<'a>,
}

/// The names of an operation, decided before anything else so that no type takes them.
pub(super) struct OperationName<'a> {
    pub(super) operation: &'a Operation,
    pub(super) rust_name: String,
    pub(super) prefix: String,
}

impl<'a> Planner<'a> {
    pub(super) fn name_operations(&mut self, api: &'a Api) -> Vec<OperationName<'a>> {
        let mut functions = Namespace::new();
        api.operations
            .iter()
            .map(|operation| {
                let wanted = operation.rust_name.as_deref().unwrap_or(&operation.id);
                let mut wanted = names::snake(wanted);
                if CLIENT_METHODS.contains(&wanted.as_str()) {
                    wanted.push_str("_operation");
                }
                let mut rust_name = functions.claim_snake(&wanted);
                while !self.take_messages(operation, &names::pascal(&rust_name)) {
                    rust_name = functions.claim_snake(&wanted);
                }
                OperationName { operation, prefix: names::pascal(&rust_name), rust_name }
            })
            .collect()
    }

    /// Takes the names of all messages of an operation, or none of them.
    fn take_messages(&mut self, operation: &Operation, prefix: &str) -> bool {
        let names = message_names(self.builder.api(), operation, prefix);
        let free = names.iter().all(|name| self.names.is_free(name));
        if free {
            for name in &names {
                self.names.take(name);
            }
        }
        free
    }

    /// Resolves every schema that the operation uses.
    pub(super) fn resolve(&mut self, operation: &'a Operation, prefix: &str) {
        let inline = InlineName::new(prefix);
        for parameter in &operation.parameters {
            if let Some(schema) = parameter.schema() {
                self.schema(schema, inline.child(&parameter.name));
            }
        }
        if let Some(body) = &operation.body {
            self.contents(&body.contents, &inline.child("Body"));
        }
        for response in &operation.responses {
            let inline = inline.child(&reason(response.status));
            for header in &response.headers {
                if let Some(schema) = header.schema {
                    self.schema(schema, inline.child(&header.name));
                }
            }
            if !is_bodiless(operation, response) {
                self.contents(&response.contents, &inline.child("Body"));
            }
        }
    }

    fn contents(&mut self, contents: &'a [MediaType], inline: &InlineName) {
        let schemas = &self.builder.api().schemas;
        let variants = content_variants(contents, schemas);
        for (media_type, variant) in contents.iter().zip(variants) {
            let own = inline.child(&variant.to_string());
            let inline = if contents.len() == 1 { inline } else { &own };
            let kind = ContentKind::of_media_type(media_type, schemas);
            if kind == ContentKind::Multipart {
                self.parts(media_type, inline);
                continue;
            }
            if let Some(items) = SequenceItems::of(schemas, media_type, kind) {
                if let SequenceItems::ByEvent { json, events } = items {
                    self.builder.report(data_by_event(&schemas[events], json));
                }
                if let Some(schema) = items.schema() {
                    self.schema(schema, inline.child("Item"));
                }
            } else if let Some(schema) = media_type.schema {
                self.schema(schema, inline.clone());
            }
        }
    }

    /// Resolves the parts of a multipart body that have types of their own.
    fn parts(&mut self, media_type: &'a MediaType, inline: &InlineName) {
        let api = self.builder.api();
        let Some(layout) = multipart::layout(api, media_type) else { return };
        let inline = media_type
            .schema
            .map_or_else(|| inline.clone(), |id| InlineName::of(&api.schemas, id, inline.clone()));
        for member in layout.members.iter().filter(|member| member.is_typed()) {
            self.builder.schemas(&member.schemas, &inline.child(member.name));
        }
    }

    fn schema(&mut self, id: SchemaId, inline: InlineName) {
        let inline = InlineName::of(&self.builder.api().schemas, id, inline);
        self.builder.schema(id, &inline);
    }
}

/// The name of the struct of headers that only this response has.
pub(super) fn own_headers_name(prefix: &str, response: &Response) -> String {
    format!("{prefix}{}Headers", reason(response.status))
}

fn message_names(api: &Api, operation: &Operation, prefix: &str) -> BTreeSet<String> {
    let mut names: BTreeSet<String> = ["Request", "Response", "Success", "Error"]
        .into_iter()
        .map(|suffix| format!("{prefix}{suffix}"))
        .collect();
    if operation.body.as_ref().is_some_and(|body| body.contents.len() > 1) {
        names.insert(format!("{prefix}Body"));
    }
    if let Some(body) = &operation.body {
        let structs = multipart::struct_names(api, body, prefix);
        names.extend(structs.into_iter().flatten().map(|name| name.to_string()));
    }
    for response in &operation.responses {
        let name = format!("{prefix}{}", reason(response.status));
        if !response.headers.is_empty() {
            names.insert(own_headers_name(prefix, response));
        }
        if response.contents.len() > 1 {
            names.insert(format!("{name}Body"));
        }
        names.insert(name);
    }
    names
}

fn data_by_event(events: &Schema, json: bool) -> Diagnostic {
    let handed_on = if json { "any JSON" } else { "text" };
    Diagnostic::warning(
        "event-data-differs",
        format!("the data of these events has several schemas; it is handed on as {handed_on}"),
    )
    .label(events.location.label("described here"))
    .pointer(events.location.pointer.clone())
    .reason("which data goes with which `event` is more than the type of one event can say")
    .remedy("read `event` first, and then the data")
}
