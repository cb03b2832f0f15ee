//! Rules about base URLs.

use crate::check::Checker;
use crate::check::rules::paths::template_names;
use crate::diagnostic::Diagnostic;
use crate::resolve::Place;

/// Every variable of the URL must be described.
pub(in crate::check) fn check<'a>(checker: &mut Checker<'a>, server: &Place<'a>) {
    let Some(url) = server.field("url") else {
        return;
    };
    let variables = server.field("variables");
    for name in template_names(url.node.as_str().unwrap_or_default()) {
        if variables.as_ref().is_some_and(|all| all.get(name).is_some()) {
            continue;
        }
        let remedy = checker.remedy(url.node, &format!("add `{name}` to `variables`"));
        let diagnostic = Diagnostic::warning(
            "undeclared-server-variable",
            format!("the URL needs a value for `{name}`, which `variables` does not describe"),
        )
        .at(url.node, "")
        .pointer(&url.pointer)
        .reason("without its default there is no base URL to call; the server is left out")
        .remedy(remedy);
        checker.report(diagnostic, server);
    }
}
