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
    let breaking = findings.iter().any(|finding| finding.severity == Severity::Breaking);
    let verb = if breaking { "Drift" } else { "Agree" };
    writeln!(out, "{verb:>12} {}: {}", title.what, summary(findings))
}
