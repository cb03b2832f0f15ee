//! What the stub cannot check.

use unplug_openapi::diagnostic::{Diagnostic, Label};
use unplug_openapi::ir::Origin;

/// A `pattern` that the runtime cannot read.
pub(super) fn ignored_pattern(source: &str, origin: &Origin) -> Diagnostic {
    let label = Label { file: origin.file.clone(), span: origin.span, text: String::new() };
    Diagnostic::warning("pattern-invalid", format!("'{source}' is not a regular expression of ECMA-262"))
        .label(label)
        .pointer(origin.pointer.clone())
        .reason("the server stub does not check it")
        .remedy("correct the expression in the overlay")
}
