//! Rules about security schemes and requirements.

use crate::check::{Checker, Version, suggest};
use crate::diagnostic::Diagnostic;
use crate::resolve::{Place, Trees};

/// A scheme says what is sent, depending on its type.
pub(in crate::check) fn scheme<'a>(checker: &mut Checker<'a>, scheme: &Place<'a>) {
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
pub(super) fn requirements<'a>(checker: &mut Checker<'a>, owner: &Place<'a>, list: &Place<'a>) {
    let root = checker.trees.root();
    let declared: Vec<&str> = root
        .field("components")
        .and_then(|components| components.field("securitySchemes"))
        .and_then(|schemes| schemes.node.as_object())
        .map(|schemes| schemes.keys().map(String::as_str).collect())
        .unwrap_or_default();
    for requirement in list.items() {
        for (name, scopes) in requirement.members() {
            if declared.contains(&name) || by_uri(checker.trees, checker.version, owner, name).is_some() {
                continue;
            }
            let meant = suggest::nearest(name, declared.iter().copied());
            let what = meant.map_or_else(
                || format!("declare `{name}`"),
                |meant| format!("write `{meant}` if that is what is meant"),
            );
            let remedy = checker.remedy(scopes.node, &what);
            let diagnostic = Diagnostic::warning(
                "unknown-security-scheme",
                format!("there is no security scheme `{name}`"),
            )
            .label(scopes.head(""))
            .pointer(&scopes.pointer)
            .reason(
                "`components.securitySchemes` does not declare it, so its credential is unknown; it is \
                         left to whoever uses the generated code",
            )
            .remedy(remedy);
            // The requirement itself is the owner, because every operation may inherit it.
            checker.report(diagnostic, &requirement);
        }
    }
}

/// 3.2 may also name a scheme by its URI.
pub(crate) fn by_uri<'a>(
    trees: &'a Trees,
    version: Version,
    owner: &Place<'a>,
    name: &str,
) -> Option<Place<'a>> {
    let may_be = version >= Version::V32 && name.contains(['#', '/', '.']);
    trees.resolve(owner.tree, name).ok().filter(|_| may_be)
}
