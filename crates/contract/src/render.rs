//! Findings as text for people.

use std::io::{self, Write};

use crate::finding::{Finding, Place, Severity};

/// Prints every finding, worst first, and a summary line.
///
/// # Errors
/// When `out` cannot be written.
pub fn text(out: &mut dyn Write, findings: &[Finding], operations: usize) -> io::Result<()> {
    let mut sorted: Vec<&Finding> = findings.iter().collect();
    sorted.sort_by_key(|finding| (std::cmp::Reverse(finding.severity), &finding.operation, finding.rule));
    for finding in sorted {
        writeln!(out, "{:>12} {}", finding.severity.as_str(), finding.operation)?;
        writeln!(out, "{:>12} {} [{}]", "", finding.message, finding.rule)?;
        writeln!(out, "{:>12} {}", "", finding.reason)?;
        place(out, "document", finding.document.as_ref())?;
        place(out, "handler", finding.handlers.as_ref())?;
    }
    let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
    let verb = if count(Severity::Breaking) > 0 { "Drift" } else { "Agree" };
    writeln!(
        out,
        "{verb:>12} {operations} operation{} compared with their handlers: {} breaking, {} compatible, {} note{}",
        plural(operations),
        count(Severity::Breaking),
        count(Severity::Compatible),
        count(Severity::Note),
        plural(count(Severity::Note))
    )
}

fn plural(number: usize) -> &'static str {
    if number == 1 { "" } else { "s" }
}

fn place(out: &mut dyn Write, side: &str, place: Option<&Place>) -> io::Result<()> {
    match place {
        Some(place) => writeln!(out, "{side:>12} {}:{}: {}", place.file, place.line, place.excerpt),
        None => writeln!(out, "{side:>12} nothing"),
    }
}
