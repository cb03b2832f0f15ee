//! What breaks code, as a finding.

use super::{Effect, ItemChange};
use crate::accepted::fingerprint;
use crate::finding::{Finding, ReportedLocation, SourceLine};
use crate::rules;
use crate::verdict::{Audience, Change, Direction, Severity};

/// How many items a sentence lists.
const MAX_LISTED: usize = 4;

/// The finding about the items of one generated crate that break the code which uses them; `None` when
/// none does. `files` are those of the document, before and after.
#[must_use]
pub fn finding(document: &str, files: (&str, &str), folder: &str, changes: &[ItemChange]) -> Option<Finding> {
    let breaking = changes.iter().filter(|change| change.effect == Effect::Breaking);
    let items: Vec<String> = breaking.map(|change| change.item.clone()).collect();
    if items.is_empty() {
        return None;
    }
    let listed: Vec<String> = items.iter().take(MAX_LISTED).map(|item| format!("`{item}`")).collect();
    let more = items.len().saturating_sub(MAX_LISTED);
    let more = if more == 0 { String::new() } else { format!(" and {more} more") };
    let rule = rules::find("rust-items-changed").ok()?.id;
    let parts = [document, rule, folder].into_iter().chain(items.iter().map(String::as_str));
    let place = |file: &str| ReportedLocation {
        pointer: String::new(),
        absent: false,
        source: Some(SourceLine { file: file.to_owned(), line: 1, excerpt: String::new() }),
    };
    Some(Finding {
        fingerprint: fingerprint(parts),
        document: document.to_owned(),
        rule,
        change: Change::Moved,
        direction: Direction::Request,
        severity: Severity::Breaking,
        audience: if folder == "client" { Audience::Callers } else { Audience::Server },
        operations: Vec::new(),
        places: Vec::new(),
        message: format!("crates/{folder}: {}{more} changed", listed.join(", ")),
        reason: "Code that uses these items does not compile any more.",
        before: place(files.0),
        after: place(files.1),
        rust: items,
    })
}
