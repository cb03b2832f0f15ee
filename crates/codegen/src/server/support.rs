//! What the stub cannot check.

use unplug_openapi::diagnostic::Diagnostic;
use unplug_openapi::ir::Location;

/// A `pattern` that the runtime cannot read.
pub(super) fn ignored_pattern(source: &str, location: &Location) -> Diagnostic {
    Diagnostic::warning("pattern-invalid", format!("'{source}' is not a regular expression of ECMA-262"))
        .label(location.label(""))
        .pointer(location.pointer.clone())
        .reason("the server stub does not check it")
        .remedy("correct the expression in the overlay")
}
