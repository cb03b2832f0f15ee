//! Rules about base URLs.

use crate::check::Checker;
use crate::diagnostic::Diagnostic;
use crate::resolve::LocatedNode;

/// The names between braces in a URL template, in order.
fn template_names(template: &str) -> impl Iterator<Item = &str> {
    template.split('{').skip(1).filter_map(|part| part.split_once('}')).map(|(name, _)| name)
}

/// Every variable of the URL must be described.
pub(in crate::check) fn check<'a>(checker: &mut Checker<'a>, server: &LocatedNode<'a>) {
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
        .reason("it has no default, so a caller has to give a value before there is a base URL")
        .remedy(remedy);
        checker.report(diagnostic, server);
    }
}
