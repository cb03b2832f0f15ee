//! Rules about a single operation.

use crate::check::Checker;
use crate::diagnostic::Diagnostic;
use crate::resolve::LocatedNode;
use crate::version::Version;

use super::document::are;

/// An operation says what it answers, and requires only schemes that are declared.
pub(in crate::check) fn check<'a>(checker: &mut Checker<'a>, operation: &LocatedNode<'a>) {
    if checker.version == Version::V30 && operation.field("responses").is_none() {
        let remedy = checker.remedy(operation.node, "add `responses`");
        let diagnostic = Diagnostic::warning("missing-field", "the operation has no `responses`")
            .label(operation.head(""))
            .pointer(&operation.pointer)
            .reason("every answer of the server counts as undeclared")
            .remedy(remedy);
        checker.report(diagnostic, operation);
    }
    if let Some(callbacks) = operation.field("callbacks") {
        let count = callbacks.members().count();
        if count > 0 {
            let diagnostic =
                Diagnostic::note("callback-not-served", format!("{} typed, but neither sent nor served", are(count, "callback")))
                    .label(callbacks.head(""))
                    .pointer(&callbacks.pointer)
                    .reason("a callback is a call in the other direction: the client and the server stub are generated from `paths`");
            checker.report(diagnostic, operation);
        }
    }
    if let Some(security) = operation.field("security") {
        super::security::requirements(checker, operation, &security);
    }
}
