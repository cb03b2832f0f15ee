//! `cargo check` of all scratch crates at once, each measured by itself.
//!
//! Cargo is told to run this task's own program in place of rustc ([`measure`]), which runs rustc
//! and notes how long it took and how much memory it had. So crates are compiled side by side, in
//! one target directory, and each still has its own figures.

use std::collections::HashMap;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::Context as _;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use wait4::Wait4 as _;

use super::documents::Document;
use super::row::{Compiled, Row};
use super::scratch::{CRATES, Scratch, package};

/// The variable that makes this program a compiler that is measured: where to note the figures.
const MEASUREMENTS: &str = "UNPLUG_CORPUS_MEASUREMENTS";

/// Errors of one crate that are kept.
const MAX_ERRORS: usize = 5;

#[derive(Deserialize, Serialize)]
struct Measurement {
    seconds: f64,
    peak_bytes: u64,
}

/// Checks the crates of every document that generated, and notes the outcome in its row.
///
/// # Errors
/// When Cargo cannot be run, or fails before it comes to the crates.
pub(crate) fn check(
    scratch: &Scratch,
    documents: &[Document],
    rows: &mut [Row],
    jobs: usize,
) -> anyhow::Result<()> {
    let measurements = scratch.root().join("measurements");
    std::fs::create_dir_all(&measurements)
        .with_context(|| format!("cannot create {}", measurements.display()))?;
    let packages: Vec<[String; 2]> =
        documents.iter().map(|document| CRATES.map(|name| package(document, name))).collect();
    let wanted: Vec<&String> = rows
        .iter()
        .zip(&packages)
        .filter(|(row, _)| row.failure.is_none())
        .flat_map(|(_, packages)| packages)
        .collect();
    if wanted.is_empty() {
        return Ok(());
    }
    let outcome = run(scratch, "check", &wanted, &measurements, jobs)?;
    let compiled = |package: &String| {
        let errors = outcome.errors.get(package).cloned().unwrap_or_default();
        let measured: Option<Measurement> = std::fs::read(measurements.join(format!("{package}.json")))
            .ok()
            .and_then(|text| serde_json::from_slice(&text).ok());
        Compiled {
            compiles: outcome.finished.contains_key(package),
            seconds: measured.as_ref().map(|measured| measured.seconds),
            peak_bytes: measured.as_ref().map(|measured| measured.peak_bytes),
            errors,
        }
    };
    for (row, [client, server_stub]) in rows.iter_mut().zip(&packages) {
        if row.failure.is_none() {
            row.client = Some(compiled(client));
            row.server_stub = Some(compiled(server_stub));
        }
    }
    Ok(())
}

/// What Cargo said.
#[derive(Default)]
pub(super) struct Outcome {
    /// Packages that compile, with the program of those that have one.
    pub(super) finished: HashMap<String, Option<PathBuf>>,
    /// What the compiler says of the others.
    pub(super) errors: HashMap<String, Vec<String>>,
}

/// Runs a Cargo command for some packages.
///
/// # Errors
/// When Cargo cannot be run, or fails before it comes to the packages.
pub(super) fn run(
    scratch: &Scratch,
    command_name: &'static str,
    packages: &[&String],
    measurements: &Path,
    jobs: usize,
) -> anyhow::Result<Outcome> {
    let program = std::env::current_exe().context("cannot find the task's own program")?;
    let mut command = crate::cargo::cargo(scratch.root());
    command
        .args([command_name, "--keep-going", "--message-format", "json", "--jobs", &jobs.to_string()])
        .args(packages.iter().flat_map(|package| ["--package", package.as_str()]))
        .env("RUSTC_WORKSPACE_WRAPPER", program)
        .env(MEASUREMENTS, measurements)
        .env("CARGO_TARGET_DIR", scratch.root().join("target"))
        .env("CARGO_INCREMENTAL", "0")
        .env_remove("RUSTFLAGS")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().context("cannot run cargo")?;
    let complaints = child
        .stderr
        .take()
        .map(|stream| std::thread::spawn(move || std::io::read_to_string(stream).unwrap_or_default()));
    let bar = super::progress(if command_name == "check" { "checking" } else { "building" }, packages.len());
    let mut outcome = Outcome::default();
    let output = child.stdout.take().context("cargo has no output")?;
    for line in BufReader::new(output).lines() {
        let line = line.context("cannot read what cargo says")?;
        let Ok(message) = serde_json::from_str::<Value>(&line) else { continue };
        let name = package_of(&message);
        match message["reason"].as_str() {
            Some("compiler-artifact") if packages.iter().any(|package| **package == name) => {
                let program = message["executable"].as_str().map(PathBuf::from);
                outcome.finished.insert(name, program);
                bar.inc(1);
            }
            Some("compiler-message") if message["message"]["level"] == "error" => {
                let errors = outcome.errors.entry(name).or_default();
                if let Some(text) =
                    message["message"]["rendered"].as_str().filter(|_| errors.len() < MAX_ERRORS)
                {
                    errors.push(text.to_owned());
                }
            }
            _ => {}
        }
    }
    bar.finish_and_clear();
    let status = child.wait().context("cannot wait for cargo")?;
    let complaints = complaints.and_then(|thread| thread.join().ok()).unwrap_or_default();
    if let Some((package, errors)) = outcome.errors.iter().find(|(name, _)| !packages.contains(name)) {
        anyhow::bail!("{package}, which the generated crates need, does not compile:\n{}", errors.join("\n"));
    }
    anyhow::ensure!(
        status.success() || !(outcome.errors.is_empty() && outcome.finished.is_empty()),
        "cargo failed before it came to the generated crates:\n{complaints}"
    );
    // A compiler that was killed reports no error of its own.
    for package in packages.iter().filter(|package| !outcome.finished.contains_key(**package)) {
        outcome.errors.entry((*package).clone()).or_insert_with(|| vec![complaints.clone()]);
    }
    Ok(outcome)
}

/// `path+file:///…/client#corpus-x-client@0.1.0` is `corpus-x-client`.
fn package_of(message: &Value) -> String {
    let id = message["package_id"].as_str().unwrap_or_default();
    let id = id.rsplit_once('#').map_or(id, |(_, name)| name);
    id.split('@').next().unwrap_or(id).to_owned()
}

/// When Cargo runs this program in place of rustc: runs rustc, and notes what it took.
///
/// # Errors
/// When rustc cannot be started.
pub(crate) fn measure() -> anyhow::Result<Option<u8>> {
    let Some(folder) = std::env::var_os(MEASUREMENTS).map(PathBuf::from) else { return Ok(None) };
    let mut arguments = std::env::args_os().skip(1);
    let Some(rustc) = arguments.next() else { return Ok(None) };
    let arguments: Vec<_> = arguments.collect();
    let start = Instant::now();
    let mut child = Command::new(rustc).args(&arguments).spawn().context("cannot run rustc")?;
    let ended = child.wait4().context("cannot wait for rustc")?;
    let named = arguments.iter().position(|argument| argument == "--crate-name");
    let name = named.and_then(|at| arguments.get(at + 1)).and_then(|name| name.to_str());
    if let Some(name) = name.filter(|name| name.starts_with("corpus_")) {
        let measurement =
            Measurement { seconds: start.elapsed().as_secs_f64(), peak_bytes: ended.rusage.maxrss };
        let path = folder.join(format!("{}.json", name.replace('_', "-")));
        let text = serde_json::to_string(&measurement).context("cannot write JSON")?;
        std::fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))?;
    }
    let code = ended.status.code().unwrap_or(1);
    Ok(Some(u8::try_from(code).unwrap_or(1)))
}
