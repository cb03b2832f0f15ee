//! Rules about responses.

use crate::check::Checker;
use crate::diagnostic::Diagnostic;
use crate::ir::StatusSpec;
use crate::resolve::LocatedNode;
use crate::version::Version;

/// The keys are statuses.
pub(in crate::check) fn check<'a>(checker: &mut Checker<'a>, responses: &LocatedNode<'a>) {
    for (status, response) in responses.members() {
        if status.starts_with("x-") || status.parse::<StatusSpec>().is_ok() {
            continue;
        }
        let remedy = checker.remedy(response.node, "write a status such as `404`, `4XX` or `default`");
        let diagnostic = Diagnostic::warning(
            "invalid-status",
            format!("`{status}` is no status of a response; the response is left out"),
        )
        .label(response.head(""))
        .pointer(&response.pointer)
        .reason(
            "a response is declared for a code from 100 to 599, for a class such as `2XX`, or for `default`",
        )
        .remedy(remedy);
        checker.report(diagnostic, responses);
    }
}

/// Before 3.2 the description is required.
pub(in crate::check) fn description<'a>(checker: &mut Checker<'a>, response: &LocatedNode<'a>) {
    if checker.version >= Version::V32 || response.field("description").is_some() {
        return;
    }
    let remedy = checker.remedy(response.node, "add `description`");
    let diagnostic = Diagnostic::warning("missing-field", "the response has no `description`")
        .label(response.head(""))
        .pointer(&response.pointer)
        .reason("the specification requires it in a Response Object; nothing that is generated depends on it")
        .remedy(remedy);
    checker.report(diagnostic, response);
}
