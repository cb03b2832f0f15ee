//! What the handlers say of themselves, against what they answer.
//!
//! The description is a promise in both directions: an answer has nothing that is not described, and
//! what is described is answered at some time. The stub does not see to either: it knows the document,
//! and not which of its statuses and headers a handler really uses.

use std::collections::BTreeSet;

use serde_json::Value;
use unplug_conformance::{Checker, Exchange, Finding};
use unplug_openapi::ir::{Api, Response, SchemaId, Schemas, StatusSpec};
use unplug_openapi::load::load_text;
use unplug_openapi::syntax::SourceFile;

use crate::documents::Vendor;

/// Members that are nested deeper are not asked for; a schema may contain itself.
const MAX_MEMBER_DEPTH: usize = 12;

/// A description, and which parts of it were seen in answers.
pub struct Described {
    checker: Checker,
    seen: BTreeSet<String>,
}

impl Described {
    /// The handlers' description of a vendor's API.
    ///
    /// # Panics
    /// When it cannot be used.
    #[must_use]
    pub fn of(vendor: Vendor) -> Self {
        Self::new(vendor, &vendor.description())
    }

    /// Another description of the same API.
    ///
    /// # Panics
    /// When it is no `OpenAPI` document.
    #[must_use]
    #[expect(clippy::panic, reason = "a test cannot go on without its description")]
    pub fn new(vendor: Vendor, description: &Value) -> Self {
        let file = SourceFile {
            name: format!("the description of {}", vendor.name()),
            text: format!("{description:#}"),
        };
        let loaded = load_text(vendor.name(), file, None);
        let text = unplug_openapi::diagnostic::render(&loaded.diagnostics, false);
        let document = loaded.document.unwrap_or_else(|| panic!("{text}"));
        let checker = Checker::for_document(&document).unwrap_or_else(|error| panic!("{error}"));
        let checker = checker.mounted_at(&format!("/{}", vendor.name())).only_declared_headers();
        Self { checker, seen: BTreeSet::new() }
    }

    /// Checks an exchange against the description, and notes what of the description it shows.
    pub fn record(&mut self, exchange: &Exchange) -> Vec<Finding> {
        if let Some(described) = self.checker.declared_response(exchange) {
            let status = status(described);
            let response = &exchange.response;
            self.seen.extend(response.headers().keys().map(|name| format!("{status} header {name}")));
            if let Ok(body) = serde_json::from_slice(response.body()) {
                found_members(&body, &format!("{status} member "), &mut self.seen);
            }
            self.seen.insert(status);
        }
        self.checker.check(exchange)
    }

    /// The statuses, headers and members that are described and were never seen.
    #[must_use]
    pub fn unseen(&self) -> Vec<String> {
        parts(self.checker.api()).difference(&self.seen).cloned().collect()
    }
}

/// Everything that a description says of responses.
fn parts(api: &Api) -> BTreeSet<String> {
    let mut parts = BTreeSet::new();
    for response in api.operations.iter().flat_map(|operation| &operation.responses) {
        let status = status(response);
        let header = |name: &str| format!("{status} header {}", name.to_ascii_lowercase());
        parts.extend(response.headers.iter().map(|described| header(&described.name)));
        for schema in response.contents.iter().filter_map(|media_type| media_type.schema) {
            described_members(
                &api.schemas,
                schema,
                &format!("{status} member "),
                MAX_MEMBER_DEPTH,
                &mut parts,
            );
        }
        parts.insert(status);
    }
    parts
}

fn status(response: &Response) -> String {
    match response.status {
        StatusSpec::Code(code) => code.to_string(),
        StatusSpec::Range(class) => format!("{class}XX"),
        StatusSpec::Default => "default".to_owned(),
    }
}

fn described_members(
    schemas: &Schemas,
    id: SchemaId,
    prefix: &str,
    depth: usize,
    parts: &mut BTreeSet<String>,
) {
    let Some(depth) = depth.checked_sub(1) else { return };
    let schema = &schemas[id];
    for (name, property) in &schema.properties {
        let path = format!("{prefix}/{name}");
        described_members(schemas, *property, &path, depth, parts);
        parts.insert(path);
    }
    if let Some(item) = schema.items {
        described_members(schemas, item, &format!("{prefix}/[]"), depth, parts);
    }
    let in_place = schema.all_of.iter().chain(&schema.any_of).chain(&schema.one_of);
    for part in schema.reference.iter().chain(in_place) {
        described_members(schemas, *part, prefix, depth, parts);
    }
}

fn found_members(value: &Value, prefix: &str, parts: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                let path = format!("{prefix}/{name}");
                found_members(member, &path, parts);
                parts.insert(path);
            }
        }
        Value::Array(items) => {
            for item in items {
                found_members(item, &format!("{prefix}/[]"), parts);
            }
        }
        _ => {}
    }
}
