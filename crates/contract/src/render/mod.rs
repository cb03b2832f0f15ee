//! Findings for people and machines.

use std::fmt::Write as _;
use std::io::{self, Write};

use crate::finding::{Finding, ReportedLocation};
use crate::verdict::Severity;

mod github;
mod junit;
mod markdown;
mod text;

pub use github::github;
pub use junit::junit;
pub use markdown::markdown;
pub use text::{brief, text};

/// What was compared with what.
#[derive(Clone, Debug)]
pub struct Title<'a> {
    /// What was compared, for example `12 operations compared with their handlers`.
    pub what: &'a str,
    /// Name of the `before` description beside its lines, for example `document`.
    pub before: &'a str,
    /// Name of the `after` description, for example `handler`.
    pub after: &'a str,
    /// What stands before the file names of the `before` description to tell them from those of the
    /// other, for example `HEAD:`; empty where the names do so themselves.
    pub before_files: &'a str,
    /// How many findings more there are, which somebody has accepted.
    pub accepted: usize,
}

impl Title<'_> {
    fn lines(&self, finding: &Finding) -> [String; 2] {
        [line(&finding.before, self.before_files), line(&finding.after, "")]
    }
}

/// Findings as an array of objects.
///
/// # Errors
/// When `out` cannot be written.
pub fn json(out: &mut dyn Write, findings: &[Finding]) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, &sorted(findings))?;
    writeln!(out)
}

/// Worst first.
fn sorted(findings: &[Finding]) -> Vec<&Finding> {
    let mut sorted: Vec<&Finding> = findings.iter().collect();
    sorted.sort_by_key(|finding| {
        (std::cmp::Reverse(finding.severity), finding.operations.first(), finding.rule)
    });
    sorted
}

fn count(findings: &[Finding], severity: Severity) -> usize {
    findings.iter().filter(|finding| finding.severity == severity).count()
}

/// The first operation, and how many more there are.
fn operations(finding: &Finding) -> String {
    match finding.operations.as_slice() {
        [] | [_] => finding.heading().to_owned(),
        [first, others @ ..] => {
            format!("{first} and {} other operation{}", others.len(), plural(others.len()))
        }
    }
}

/// For example `specs/a.yaml:12: minLength: 1`, or what would hold it.
fn line(location: &ReportedLocation, prefix: &str) -> String {
    let absent = if location.absent { " (not there; it would stand in this)" } else { "" };
    match &location.source {
        Some(source) if source.excerpt.is_empty() => {
            format!("{prefix}{}:{}{absent}", source.file, source.line)
        }
        Some(source) => format!("{prefix}{}:{}: {}{absent}", source.file, source.line, source.excerpt),
        None if location.absent => "nothing".to_owned(),
        None => format!("{} (in no source file)", location.pointer),
    }
}

/// The other places that a difference is reached by, a line each, as far as they are told apart.
fn other_places(finding: &Finding) -> Vec<String> {
    let told = finding.places.iter().filter(|place| !place.part.is_empty());
    let other = told.filter(|place| {
        Some(&place.operation) != finding.operations.first() || !finding.message.starts_with(&place.part)
    });
    other.map(|place| format!("{}: {}", place.operation, place.part)).collect()
}

/// For example `1 breaking, 0 compatible, 2 notes`.
fn summary(findings: &[Finding], title: &Title<'_>) -> String {
    let notes = count(findings, Severity::Note);
    let mut text = format!(
        "{} breaking, {} compatible, {notes} note{}",
        count(findings, Severity::Breaking),
        count(findings, Severity::Compatible),
        plural(notes)
    );
    if title.accepted > 0 {
        let _ = write!(text, ", {} accepted", title.accepted);
    }
    text
}

fn plural(number: usize) -> &'static str {
    if number == 1 { "" } else { "s" }
}
