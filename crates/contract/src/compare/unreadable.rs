//! What could not be read of the later description.

use std::collections::HashSet;

use unplug_openapi::diagnostic::Diagnostic;

use super::Comparison;
use crate::finding::{Finding, ReportedLocation, SourceLine};
use crate::rule::Check;
use crate::rules;
use crate::verdict::Direction;

impl Comparison<'_> {
    /// A finding for each part of the later description that could not be read there, and could in the
    /// earlier one.
    pub(super) fn unreadable(&self) -> Vec<Finding> {
        let known: HashSet<(&str, &str)> = self.before.diagnostics.iter().map(key).collect();
        let new = self.after.diagnostics.iter().filter(|diagnostic| !known.contains(&key(diagnostic)));
        new.filter_map(finding).collect()
    }
}

fn key(diagnostic: &Diagnostic) -> (&str, &str) {
    (diagnostic.rule, &diagnostic.message)
}

fn finding(diagnostic: &Diagnostic) -> Option<Finding> {
    let checks = rules::ALL.iter().flat_map(|rule| rule.checks.iter().map(move |check| (rule, check)));
    let judged = |(rule, check): (_, &Check)| match check {
        Check::Unreadable(judge) => Some((rule, judge(diagnostic)?)),
        _ => None,
    };
    let (rule, change) = checks.into_iter().find_map(judged)?;
    let direction = Direction::Request;
    let (severity, audience, _) = change.judge(direction);
    let source = diagnostic.labels.first().map(|label| {
        let (line, _) = label.file.line_column(label.span.start);
        let text = label.file.text.lines().nth(line - 1).unwrap_or_default();
        SourceLine { file: label.file.name.clone(), line, excerpt: crate::lines::shortened(text.trim()) }
    });
    let after = ReportedLocation { pointer: diagnostic.pointer.clone(), absent: false, source };
    Some(Finding {
        rule: rule.id,
        change,
        direction,
        severity,
        audience,
        operations: Vec::new(),
        places: Vec::new(),
        document: String::new(),
        fingerprint: String::new(),
        message: format!("{} [{}]", diagnostic.message, diagnostic.rule),
        reason: "What cannot be read is compared with nothing: whether it still means the same, nobody knows.",
        before: ReportedLocation { pointer: String::new(), absent: true, source: None },
        after,
        rust: Vec::new(),
    })
}
