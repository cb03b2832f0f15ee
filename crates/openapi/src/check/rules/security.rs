//! Rules about security schemes and requirements.

use crate::check::Checker;
use crate::diagnostic::Diagnostic;
use crate::resolve::{LocatedNode, Trees};
use crate::version::Version;

/// A scheme says what is sent, depending on its type.
pub(in crate::check) fn scheme<'a>(checker: &mut Checker<'a>, scheme: &LocatedNode<'a>) {
    let needed: &[&str] = match scheme.text("type") {
        Some("apiKey") => &["name", "in"],
        Some("http") => &["scheme"],
        _ => &[],
    };
    for field in needed.iter().filter(|field| scheme.field(field).is_none()) {
        let remedy = checker.remedy(scheme.node, &format!("add `{field}`"));
        let kind = scheme.text("type").unwrap_or_default();
        let diagnostic = Diagnostic::warning(
            "missing-field",
            format!("a security scheme of type `{kind}` has no `{field}`"),
        )
        .label(scheme.head(""))
        .pointer(&scheme.pointer)
        .reason("without it nobody knows what to send; it is left to whoever uses the generated code")
        .remedy(remedy);
        checker.report(diagnostic, scheme);
    }
}

/// Every scheme that is required must be declared.
pub(super) fn requirements<'a>(checker: &mut Checker<'a>, owner: &LocatedNode<'a>, list: &LocatedNode<'a>) {
    let root = checker.trees.root();
    let schemes = root.field("components").and_then(|components| components.field("securitySchemes"));
    let declared = schemes.as_ref().and_then(|schemes| schemes.node.as_object());
    if list.node.as_object().is_some() {
        one_alternative(checker, owner, list);
    }
    for requirement in list.alternatives() {
        for (name, scopes) in requirement.members() {
            let is_declared = declared.is_some_and(|schemes| schemes.contains_key(name));
            if is_declared || by_uri(checker.trees, checker.version, owner, name).is_some() {
                continue;
            }
            let names = declared.into_iter().flat_map(|schemes| schemes.keys());
            let meant = checker.suggestions.nearest(name, names.map(String::as_str));
            let what = meant.map_or_else(
                || format!("declare `{name}`"),
                |meant| format!("write `{meant}` if that is what is meant"),
            );
            let remedy = checker.remedy(scopes.node, &what);
            let diagnostic =
                Diagnostic::warning("unknown-security-scheme", format!("there is no security scheme `{name}`"))
                    .label(scopes.head(""))
                    .pointer(&scopes.pointer)
                    .reason("`components.securitySchemes` does not declare it, so its credential is unknown; it is left to whoever uses the generated code")
                    .remedy(remedy);
            checker.report(diagnostic, &requirement);
        }
    }
}

/// `security: {key: []}` without the list around it leaves no doubt about what is meant.
fn one_alternative<'a>(checker: &mut Checker<'a>, owner: &LocatedNode<'a>, list: &LocatedNode<'a>) {
    let remedy = checker.remedy(list.node, "write an array");
    let diagnostic =
        Diagnostic::warning("type-mismatch", "`security` must be an array of objects, found an object")
            .label(list.head(""))
            .pointer(&list.pointer)
            .reason("it lists alternatives; it is read as the only one")
            .remedy(remedy);
    checker.report(diagnostic, owner);
}

/// 3.2 may also name a scheme by its URI.
pub(crate) fn by_uri<'a>(
    trees: &'a Trees,
    version: Version,
    owner: &LocatedNode<'a>,
    name: &str,
) -> Option<LocatedNode<'a>> {
    let may_be = version >= Version::V32 && name.contains(['#', '/', '.']);
    trees.resolve(owner.tree, name).ok().filter(|_| may_be)
}
