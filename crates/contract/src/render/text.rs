//! Text for people, in the manner of cargo.

use std::io::{self, Write};

use super::{Title, operations, other_places, sorted, summary};
use crate::finding::Finding;
use crate::verdict::{Change, Severity};

/// How many findings the brief form shows.
const MAX_BRIEF: usize = 5;
/// How many other places of a finding are listed.
const MAX_PLACES: usize = 5;

/// Prints every finding, worst first, and a summary line.
///
/// # Errors
/// When `out` cannot be written.
pub fn text(out: &mut dyn Write, findings: &[Finding], title: &Title<'_>) -> io::Result<()> {
    for finding in sorted(findings) {
        writeln!(out, "{:>12} {}", finding.severity.as_str(), operations(finding))?;
        writeln!(out, "{:>12} {} [{}]", "", finding.message, finding.rule)?;
        writeln!(out, "{:>12} {}: {}", "for", finding.audience.as_str(), finding.reason)?;
        for (name, line) in [title.before, title.after].into_iter().zip(title.lines(finding)) {
            writeln!(out, "{name:>12} {line}")?;
        }
        let others = other_places(finding);
        for place in others.iter().take(MAX_PLACES) {
            writeln!(out, "{:>12} {place}", "also")?;
        }
        if others.len() > MAX_PLACES {
            writeln!(out, "{:>12} in {} more places", "also", others.len() - MAX_PLACES)?;
        }
        if finding.severity == Severity::Breaking || finding.change == Change::Undecided {
            writeln!(out, "{:>12} {}", "fingerprint", finding.fingerprint)?;
        }
        if !finding.rust.is_empty() {
            writeln!(out, "{:>12} {}", "rust", finding.rust.join(", "))?;
        }
    }
    summary_line(out, findings, title)
}

/// Prints one line for each of the worst findings, and the summary line.
///
/// # Errors
/// When `out` cannot be written.
pub fn brief(out: &mut dyn Write, findings: &[Finding], title: &Title<'_>) -> io::Result<()> {
    for finding in sorted(findings).into_iter().take(MAX_BRIEF) {
        let location = if finding.after.source.is_some() { &finding.after } else { &finding.before };
        let source = location.source.as_ref().map(|source| format!(" ({}:{})", source.file, source.line));
        writeln!(
            out,
            "{:>12} {}: {} [{}]{}",
            finding.severity.as_str(),
            operations(finding),
            finding.message,
            finding.rule,
            source.unwrap_or_default()
        )?;
    }
    if findings.len() > MAX_BRIEF {
        writeln!(out, "{:>12} {} more", "and", findings.len() - MAX_BRIEF)?;
    }
    summary_line(out, findings, title)
}

fn summary_line(out: &mut dyn Write, findings: &[Finding], title: &Title<'_>) -> io::Result<()> {
    let breaking = findings.iter().any(|finding| finding.severity == Severity::Breaking);
    let verb = if breaking { "Drift" } else { "Agree" };
    writeln!(out, "{verb:>12} {}: {}", title.what, summary(findings, title))
}
