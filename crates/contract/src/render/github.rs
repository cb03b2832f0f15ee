//! Workflow commands, which GitHub shows beside the lines.

use std::io::{self, Write};

use super::{Title, operations, sorted};
use crate::finding::{Finding, SourceLine};
use crate::verdict::{Change, Severity};

/// Prints one annotation for each finding: an error for what breaks, a warning for what cannot be
/// decided and a notice for the rest, at the line of the `after` description, or of the other one where
/// that has no line.
///
/// # Errors
/// When `out` cannot be written.
pub fn github(out: &mut dyn Write, findings: &[Finding], title: &Title<'_>) -> io::Result<()> {
    for finding in sorted(findings) {
        let command = match (finding.severity, finding.change) {
            (Severity::Breaking, _) => "error",
            (_, Change::Undecided) => "warning",
            _ => "notice",
        };
        let mut properties = Vec::new();
        if let Some(SourceLine { file, line, .. }) =
            finding.after.source.as_ref().or(finding.before.source.as_ref())
        {
            properties.push(format!("file={},line={line}", property(file)));
        }
        properties.push(format!("title={}", property(finding.rule)));
        let text = format!(
            "{}: {}\n{}\n{}",
            operations(finding),
            finding.message,
            finding.reason,
            title.lines(finding)[0]
        );
        writeln!(out, "::{command} {}::{}", properties.join(","), data(&text))?;
    }
    Ok(())
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::{data, property};

    #[test]
    fn nothing_ends_a_command_or_a_property() {
        assert_eq!(data("50%\r\n::error::x"), "50%25%0D%0A::error::x");
        assert_eq!(property("a,b:c%\n"), "a%2Cb%3Ac%25%0A");
    }
}
