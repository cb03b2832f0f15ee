//! The schemas of one API, ready to check values.

use std::sync::Arc;

use serde_json::Value;
use unplug_openapi::ir::{Api, Direction, MediaType, ParameterShape, SchemaId};
use unplug_openapi::syntax::Node;

use crate::error::CheckerError;
use crate::schemas::{Compiled, Mismatch};

/// Checks the values of an API's messages. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Validation {
    api: Arc<Api>,
    root: Option<Arc<Node>>,
    compiled: Arc<Compiled>,
}

impl Validation {
    /// The schemas that messages use. With the document's tree, mismatches name the line of the
    /// keyword; without it, the line where the schema begins.
    ///
    /// # Errors
    /// When one of them cannot be compiled.
    pub(crate) fn new(api: &Api, root: Option<&Arc<Node>>) -> Result<Self, CheckerError> {
        let compiled = Compiled::new(api, used_schemas(api))?;
        Ok(Self { api: Arc::new(api.clone()), root: root.cloned(), compiled: Arc::new(compiled) })
    }

    pub(crate) fn api(&self) -> &Api {
        &self.api
    }

    /// The tree of the document, when there is one.
    pub(crate) fn root(&self) -> Option<&Node> {
        self.root.as_deref()
    }

    /// Patterns that the validator cannot read.
    pub(crate) fn unread_patterns(&self) -> &[String] {
        &self.compiled.unread
    }

    /// Mismatches of the reading that fits, or of the likeliest when none does.
    pub(crate) fn mismatches(
        &self,
        schema: SchemaId,
        direction: Direction,
        readings: &[Value],
    ) -> Vec<Mismatch> {
        let root = self.root.as_deref();
        let mut first = None;
        for value in readings {
            let mismatches = self.compiled.check(&self.api, root, (schema, Some(direction)), value);
            if mismatches.is_empty() {
                return mismatches;
            }
            first.get_or_insert(mismatches);
        }
        first.unwrap_or_default()
    }
}

/// The schemas of parameters, headers and bodies, and which way these go.
fn used_schemas(api: &Api) -> Vec<(SchemaId, Option<Direction>)> {
    let content = |contents: &[MediaType]| {
        contents.iter().filter_map(|media_type| media_type.schema).collect::<Vec<_>>()
    };
    let (mut sent, mut received) = (Vec::new(), Vec::new());
    for operation in &api.operations {
        for parameter in &operation.parameters {
            match &parameter.shape {
                ParameterShape::Schema { schema, .. } => sent.push(*schema),
                ParameterShape::Content(media_type) => sent.extend(media_type.schema),
            }
        }
        sent.extend(operation.body.iter().flat_map(|body| content(&body.contents)));
        for response in &operation.responses {
            received.extend(response.headers.iter().filter_map(|header| header.schema));
            received.extend(content(&response.contents));
        }
    }
    let sent = sent.into_iter().map(|id| (id, Some(Direction::Request)));
    sent.chain(received.into_iter().map(|id| (id, Some(Direction::Response)))).collect()
}
