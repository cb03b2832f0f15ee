//! Builds the round-trip program of each document, and runs it.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::Context as _;

use super::documents::Document;
use super::row::{RoundTrip, Row};
use super::scratch::{ROUND_TRIP, Scratch, package};
use super::{compile, process, side_by_side};

/// Runs the programs of every document whose crates compile, and notes in its row what they found.
///
/// # Errors
/// When Cargo or a program cannot be started.
pub(crate) fn run(
    scratch: &Scratch,
    documents: &[Document],
    rows: &mut [Row],
    jobs: usize,
    limit: Duration,
) -> anyhow::Result<()> {
    let measurements = scratch.root().join("measurements-round-trip");
    std::fs::create_dir_all(&measurements)
        .with_context(|| format!("cannot create {}", measurements.display()))?;
    let packages: Vec<String> = documents.iter().map(|document| package(document, ROUND_TRIP)).collect();
    let wanted: Vec<&String> = rows
        .iter()
        .zip(&packages)
        .filter(|(row, _)| row.compiles() == Some(true))
        .map(|(_, package)| package)
        .collect();
    if wanted.is_empty() {
        return Ok(());
    }
    let outcome = compile::run(scratch, "build", &wanted, &measurements, jobs)?;
    let trips: Vec<(&Document, &mut Row, &String)> = documents
        .iter()
        .zip(rows)
        .zip(&packages)
        .filter(|(_, package)| wanted.contains(package))
        .map(|((document, row), package)| (document, row, package))
        .collect();
    let found = side_by_side("round trips", &trips, jobs, |(document, _, package)| {
        if let Some(Some(program)) = outcome.finished.get(*package) {
            return drive(program, &document.path, limit);
        }
        let errors = outcome.errors.get(*package).cloned().unwrap_or_default();
        Ok(stopped(format!("the program does not compile: {}", errors.join("\n"))))
    })?;
    for ((_, row, _), found) in trips.into_iter().zip(found) {
        row.round_trip = Some(found);
    }
    Ok(())
}

fn drive(program: &PathBuf, document: &Path, limit: Duration) -> anyhow::Result<RoundTrip> {
    let ended = process::run(Command::new(program).arg(document), limit)?;
    if ended.timed_out {
        return Ok(stopped(format!("not done after {} s", limit.as_secs())));
    }
    Ok(serde_json::from_str(&ended.output).unwrap_or_else(|_| stopped(ended.why())))
}

fn stopped(why: String) -> RoundTrip {
    RoundTrip { stopped: Some(why), ..RoundTrip::default() }
}
