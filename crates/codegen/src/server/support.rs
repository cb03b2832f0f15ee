//! What the stub cannot serve.

use unplug_openapi::diagnostic::{Diagnostic, Label};
use unplug_openapi::ir::Origin;

use crate::plan::{ContentKind, OperationPlan};

/// Why an operation has to be left out, if it has.
pub(super) fn unsupported(operation: &OperationPlan<'_>) -> Option<Diagnostic> {
    let bodies = operation.body.iter().flat_map(|body| &body.variants);
    let answers = operation.responses.iter().flat_map(|response| &response.contents);
    let found =
        bodies.map(|content| (content, "request body")).chain(answers.map(|content| (content, "response")));
    for (content, what) in found {
        if content.kind == ContentKind::Multipart {
            let name = &content.media_type.name;
            let message = format!("the server stub has no {name} for a {what}");
            return Some(left_out(operation, message, &content.media_type.origin));
        }
    }
    None
}

fn left_out(operation: &OperationPlan<'_>, message: String, origin: &Origin) -> Diagnostic {
    let label = Label { file: origin.file.clone(), span: origin.span, text: String::new() };
    Diagnostic::warning("server-operation-left-out", message)
        .label(label)
        .pointer(origin.pointer.clone())
        .reason(format!(
            "the operation {} is left out of the server stub, and its path answers as one that is not declared",
            operation.operation.id
        ))
}

/// A `pattern` that the runtime cannot read.
pub(super) fn ignored_pattern(source: &str, origin: &Origin) -> Diagnostic {
    let label = Label { file: origin.file.clone(), span: origin.span, text: String::new() };
    Diagnostic::warning("pattern-invalid", format!("'{source}' is not a regular expression of ECMA-262"))
        .label(label)
        .pointer(origin.pointer.clone())
        .reason("the server stub does not check it")
        .remedy("correct the expression in the overlay")
}
