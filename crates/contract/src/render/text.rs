//! Text for people, in the manner of cargo.

use std::io::{self, Write};

use super::{Title, operations, place, sorted, summary};
use crate::finding::{Finding, Severity};

/// Prints every finding, worst first, and a summary line.
///
/// # Errors
/// When `out` cannot be written.
pub fn text(out: &mut dyn Write, findings: &[Finding], title: &Title<'_>) -> io::Result<()> {
    for finding in sorted(findings) {
        writeln!(out, "{:>12} {}", finding.severity.as_str(), operations(finding))?;
        writeln!(out, "{:>12} {} [{}]", "", finding.message, finding.rule)?;
        writeln!(out, "{:>12} {}: {}", "for", finding.whom.as_str(), finding.reason)?;
        for (side, site) in [(title.before, &finding.before), (title.after, &finding.after)] {
            writeln!(out, "{side:>12} {}", place(site))?;
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
    const MOST: usize = 5;
    for finding in sorted(findings).into_iter().take(MOST) {
        let site = if finding.after.place.is_some() { &finding.after } else { &finding.before };
        let place = site.place.as_ref().map(|place| format!(" ({}:{})", place.file, place.line));
        writeln!(
            out,
            "{:>12} {}: {} [{}]{}",
            finding.severity.as_str(),
            operations(finding),
            finding.message,
            finding.rule,
            place.unwrap_or_default()
        )?;
    }
    if findings.len() > MOST {
        writeln!(out, "{:>12} {} more", "and", findings.len() - MOST)?;
    }
    summary_line(out, findings, title)
}

fn summary_line(out: &mut dyn Write, findings: &[Finding], title: &Title<'_>) -> io::Result<()> {
    let breaking = findings.iter().any(|finding| finding.severity == Severity::Breaking);
    let verb = if breaking { "Drift" } else { "Agree" };
    writeln!(out, "{verb:>12} {}: {}", title.what, summary(findings))
}
