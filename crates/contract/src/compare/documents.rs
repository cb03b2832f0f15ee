//! Documents that come and go.

use std::collections::BTreeSet;

use unplug_openapi::ir::Api;

use super::checks::{Checks, run};
use crate::description::Description;
use crate::finding::{Finding, ReportedLocation, SourceLine};
use crate::locator::Locators;
use crate::part::Part;
use crate::routes::label;
use crate::verdict::Direction;
use crate::wording::Wording;

/// The findings about a document that is only there now.
#[must_use]
pub fn document_added(api: &Api, file: &str) -> Vec<Finding> {
    findings((None, Some(api)), api, file)
}

/// The findings about a document that is no longer there.
#[must_use]
pub fn document_removed(api: &Api, file: &str) -> Vec<Finding> {
    findings((Some(api), None), api, file)
}

fn findings<'a>(
    (before, after): (Option<&'a Api>, Option<&'a Api>),
    api: &'a Api,
    file: &str,
) -> Vec<Finding> {
    let direction = Direction::Request;
    let part = Part {
        before,
        after,
        name: format!("the document `{file}`"),
        locators: Locators::default(),
        direction,
        documents: true,
        today: None,
        roots: (None, None),
        apis: (api, api),
        wording: Wording { before: "before", after: "now" },
    };
    let mut found = Vec::new();
    run(&Checks::new(true).document, Some(direction), &mut found, |check, found| check(&part, found));
    let line = || SourceLine { file: file.to_owned(), line: 1, excerpt: String::new() };
    let location =
        |there: bool| ReportedLocation { pointer: String::new(), absent: !there, source: there.then(line) };
    let operations: BTreeSet<String> = api.operations.iter().map(|operation| label(api, operation)).collect();
    let finding = |(rule, difference): super::Found<'a>| {
        let (severity, audience, reason) = difference.change.judge(direction);
        Finding {
            rule: rule.id,
            change: difference.change,
            direction,
            severity,
            audience,
            operations: operations.iter().cloned().collect(),
            places: Vec::new(),
            document: api.name.clone(),
            fingerprint: String::new(),
            message: difference.message,
            reason,
            before: location(before.is_some()),
            after: location(after.is_some()),
            rust: Vec::new(),
        }
    };
    let mut findings: Vec<Finding> = found.into_iter().map(finding).collect();
    let own = Description::new(api, "");
    crate::accepted::identify(&mut findings, &own, &own);
    findings
}
