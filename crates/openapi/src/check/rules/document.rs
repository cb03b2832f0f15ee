//! Rules about the document as a whole.

use crate::check::Checker;
use crate::diagnostic::Diagnostic;
use crate::resolve::LocatedNode;
use crate::version::Version;

/// There should be operations, and what is not generated is said.
pub(in crate::check) fn check<'a>(checker: &mut Checker<'a>, document: &LocatedNode<'a>) {
    let has = |name: &str| document.field(name).is_some();
    let other = checker.version > Version::V30 && (has("components") || has("webhooks"));
    if !has("paths") && !other {
        let remedy = checker.remedy(document.node, "add `paths`");
        let diagnostic = Diagnostic::warning("missing-field", "the document has no `paths`")
            .label(document.head(""))
            .reason("there is no operation that could be generated")
            .remedy(remedy);
        checker.report(diagnostic, document);
    }
    webhooks(checker);
    if let Some(security) = document.field("security") {
        super::security::requirements(checker, document, &security);
    }
}

/// Webhooks are typed, and nothing more; said once. What 3.0 documents write as an extension is
/// checked like the field.
fn webhooks(checker: &mut Checker<'_>) {
    let trees = checker.trees;
    let maps = trees.webhook_maps();
    let count: usize = maps.iter().map(|map| map.members().count()).sum();
    let Some(first) = maps.first().filter(|_| count > 0) else {
        return;
    };
    for (_, item) in maps.iter().flat_map(LocatedNode::members) {
        checker.expect_path_item(item);
    }
    let diagnostic =
        Diagnostic::note("webhook-not-served", format!("{} typed, but neither sent nor served", are(count, "webhook")))
            .label(first.head(""))
            .pointer(&first.pointer)
            .reason("a webhook is a call in the other direction: the client and the server stub are generated from `paths`");
    checker.report(diagnostic, first);
}

/// `1 webhook is`, `2 webhooks are`.
pub(super) fn are(count: usize, what: &str) -> String {
    if count == 1 { format!("1 {what} is") } else { format!("{count} {what}s are") }
}
