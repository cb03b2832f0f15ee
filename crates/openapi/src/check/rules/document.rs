//! Rules about the document as a whole.

use crate::check::{Checker, Version};
use crate::diagnostic::Diagnostic;
use crate::resolve::Place;

/// There should be operations, and what is not generated is said.
pub(in crate::check) fn check<'a>(checker: &mut Checker<'a>, document: &Place<'a>) {
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
    if let Some(webhooks) = document.field("webhooks") {
        let count = webhooks.members().count();
        if count > 0 {
            let diagnostic =
                Diagnostic::note("not-generated", format!("{} not generated", are(count, "webhook")))
                    .label(webhooks.head(""))
                    .pointer(&webhooks.pointer)
                    .reason("a webhook is a call in the other direction; only `paths` are generated");
            checker.report(diagnostic, document);
        }
    }
    if let Some(security) = document.field("security") {
        super::security::requirements(checker, document, &security);
    }
}

/// `1 webhook is`, `2 webhooks are`.
pub(super) fn are(count: usize, what: &str) -> String {
    if count == 1 { format!("1 {what} is") } else { format!("{count} {what}s are") }
}
