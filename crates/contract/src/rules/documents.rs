//! Documents as a whole.

use std::collections::BTreeSet;

use unplug_openapi::ir::Api;

use crate::compare::route::label;
use crate::finding::{Finding, Severity, Site, Whom};
use crate::rule::{Change, Direction, Rule};

pub(crate) const ADDED: Rule = Rule {
    id: "document-added",
    summary: "There is a document that was not there.",
    explanation: "`specs/orders.yaml` is new since the base revision: both crates get a module for it.",
    advice: "Write its handlers.",
};

pub(crate) const REMOVED: Rule = Rule {
    id: "document-removed",
    summary: "A document is gone.",
    explanation: "`specs/orders.yaml` was there at the base revision: its operations, and the module of the generated \
        client, are gone.",
    advice: "Keep it until nobody uses the module.",
};

/// A document that is only there now.
#[must_use]
pub fn added(api: &Api, file: &str) -> Finding {
    let message = format!("the document `{file}` is new");
    whole(&ADDED, Change::Wider, api, message, file, true)
}

/// A document that is no longer there.
#[must_use]
pub fn removed(api: &Api, file: &str) -> Finding {
    let message = format!("the document `{file}` is gone");
    whole(&REMOVED, Change::Narrower, api, message, file, false)
}

fn whole(rule: &'static Rule, change: Change, api: &Api, message: String, file: &str, new: bool) -> Finding {
    let (severity, whom, reason): (Severity, Whom, &'static str) = change.judge(Direction::Request);
    let place = || crate::finding::Place { file: file.to_owned(), line: 1, excerpt: String::new() };
    let site = |absent: bool| Site { pointer: String::new(), absent, place: (!absent).then(place) };
    let operations: BTreeSet<String> = api.operations.iter().map(|operation| label(api, operation)).collect();
    Finding {
        rule: rule.id,
        severity,
        whom,
        operations: operations.into_iter().collect(),
        message,
        reason,
        before: site(new),
        after: site(!new),
        rust: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use unplug_openapi::load::load_text;
    use unplug_openapi::syntax::SourceFile;

    use super::{added, removed};
    use crate::finding::Severity;

    #[test]
    fn documents_come_and_go() {
        let text = "openapi: 3.1.0\ninfo: {title: A, version: '1'}\npaths: {/a: {get: {operationId: a, responses: \
            {'200': {description: A}}}}}\n";
        let loaded = load_text("a", SourceFile::new("specs/a.yaml", text), None);
        let document = loaded.document.unwrap();
        let (new, gone) = (added(&document.api, "specs/a.yaml"), removed(&document.api, "specs/a.yaml"));
        assert_eq!((new.severity, gone.severity), (Severity::Compatible, Severity::Breaking));
        assert_eq!(new.operations, ["GET /a"]);
        assert!(new.before.absent && !new.after.absent && !gone.before.absent && gone.after.absent);
    }
}
