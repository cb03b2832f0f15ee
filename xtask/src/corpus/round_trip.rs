//! Builds the round-trip program of each document, and runs it.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::Context as _;

use super::compile;
use super::row::{RoundTrip, Row};
use super::scratch::{ROUND_TRIP, Scratch, package};

/// Runs the programs of every document whose crates compile, and notes in its row what they found.
///
/// # Errors
/// When Cargo or a program cannot be started.
pub(crate) fn run(
    scratch: &Scratch,
    documents: &[PathBuf],
    rows: &mut [Row],
    jobs: usize,
) -> anyhow::Result<()> {
    let measurements = scratch.root().join("measurements-round-trip");
    std::fs::create_dir_all(&measurements)
        .with_context(|| format!("cannot create {}", measurements.display()))?;
    let packages: Vec<String> =
        documents.iter().map(|path| package(&super::document::name(path), ROUND_TRIP)).collect();
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
    let bar = super::progress("round trips", wanted.len());
    for ((row, package), document) in rows.iter_mut().zip(&packages).zip(documents) {
        if !wanted.contains(&package) {
            continue;
        }
        row.round_trip = Some(if let Some(Some(program)) = outcome.finished.get(package) {
            drive(program, document)?
        } else {
            let errors = outcome.errors.get(package).cloned().unwrap_or_default();
            let stopped = format!("the program does not compile: {}", errors.join("\n"));
            RoundTrip { stopped: Some(stopped), ..RoundTrip::default() }
        });
        bar.inc(1);
    }
    bar.finish_and_clear();
    Ok(())
}

fn drive(program: &Path, document: &Path) -> anyhow::Result<RoundTrip> {
    let output = Command::new(program)
        .arg(document)
        .stdin(Stdio::null())
        .output()
        .with_context(|| format!("cannot run {}", program.display()))?;
    Ok(serde_json::from_slice(&output.stdout).unwrap_or_else(|_| {
        let errors = String::from_utf8_lossy(&output.stderr);
        let errors = errors.lines().take(5).collect::<Vec<_>>().join(" ");
        RoundTrip { stopped: Some(format!("{}: {errors}", output.status)), ..RoundTrip::default() }
    }))
}
