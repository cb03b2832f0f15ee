//! The examples of a document, with the place that each belongs to.

use serde_json::Value;
use unplug_openapi::ir::{Api, MediaType, ParameterShape, StatusSpec};

/// Which part of an operation an example is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The request body.
    Request,
    /// The body of the response with this status.
    Response(StatusSpec),
    /// A parameter.
    Parameter,
}

/// One example.
#[derive(Clone, Debug)]
pub struct Example {
    /// `operationId`
    pub operation: String,
    /// What it is an example of.
    pub part: Part,
    /// Name of the parameter, or the key of the example.
    pub name: String,
    /// The value.
    pub value: Value,
}

/// Every example of the bodies and parameters of every operation.
#[must_use]
pub fn all(api: &Api) -> Vec<Example> {
    let mut examples = Vec::new();
    for operation in &api.operations {
        let mut add = |part: Part, name: &str, value: &Value| {
            examples.push(Example {
                operation: operation.id.clone(),
                part,
                name: name.to_owned(),
                value: value.clone(),
            });
        };
        for parameter in &operation.parameters {
            let own = parameter.examples.iter();
            let inner = match &parameter.shape {
                ParameterShape::Content(media_type) => media_type.examples.as_slice(),
                ParameterShape::Schema { .. } => &[],
            };
            own.chain(inner).for_each(|example| add(Part::Parameter, &parameter.name, &example.value));
        }
        let mut add_all = |part: Part, contents: &[MediaType]| {
            for example in contents.iter().flat_map(|media_type| &media_type.examples) {
                add(part, &example.name, &example.value);
            }
        };
        operation.body.iter().for_each(|body| add_all(Part::Request, &body.contents));
        for response in &operation.responses {
            add_all(Part::Response(response.status), &response.contents);
        }
    }
    examples
}
