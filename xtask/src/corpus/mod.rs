//! `cargo xtask corpus`: every document of a folder through the whole generator, and the outcome
//! through the compiler.
//!
//! Each document is loaded and generated in a process of its own ([`document`]), so that a panic, a
//! hang or a document that eats all memory is a row of the table and not the end of the run. The
//! files go into one scratch workspace ([`scratch`]), which is compiled at once ([`compile`]).

use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::thread;

use anyhow::{Context as _, ensure};
use indicatif::{ProgressBar, ProgressStyle};

pub(crate) mod compile;
pub(crate) mod document;
mod round_trip;
mod row;
mod scratch;
mod shortfalls;
mod table;

use row::Row;
use scratch::Scratch;
use shortfalls::Shortfalls;

/// What to run.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Folder with documents (*.json, *.yaml, *.yml)
    folder: PathBuf,
    /// Only the documents whose file name without extension is this; may be repeated
    #[arg(long, value_name = "NAME")]
    only: Vec<String>,
    /// Generate, and leave the compiler out
    #[arg(long, conflicts_with = "round_trip")]
    no_compile: bool,
    /// Also send sampled values from each client to its server stub and back
    #[arg(long)]
    round_trip: bool,
    /// Write everything that was found to this file
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// Processes at a time; 1 gives undisturbed times
    #[arg(long, value_name = "N")]
    jobs: Option<usize>,
    /// Seconds that one document may take to generate
    #[arg(long, default_value_t = 120)]
    timeout: u64,
}

/// Runs the documents of a folder and prints a table. The exit code is 1 when something falls short
/// that is not expected to, or no longer does although it is.
pub(crate) fn run(root: &Path, options: &Options) -> anyhow::Result<u8> {
    let documents = documents(&options.folder, &options.only)?;
    let shortfalls = Shortfalls::read(root)?;
    let jobs = options.jobs.unwrap_or_else(|| thread::available_parallelism().map_or(1, usize::from)).max(1);
    let scratch = Scratch::new(root, &documents, options.round_trip)?;
    let mut rows = generate(&scratch, &documents, jobs, options.timeout)?;
    if !options.no_compile {
        compile::check(&scratch, &mut rows, jobs)?;
    }
    if options.round_trip {
        round_trip::run(&scratch, &documents, &mut rows, jobs)?;
    }
    let mut findings = shortfalls.compare(&rows);
    findings.sort();
    table::print(&rows, &findings);
    if let Some(path) = &options.json {
        let text = serde_json::to_string_pretty(&table::summary(&rows)).context("cannot write JSON")?;
        std::fs::write(path, text + "\n").with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(u8::from(!findings.is_empty()))
}

/// The documents to run, sorted by name.
fn documents(folder: &Path, only: &[String]) -> anyhow::Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut found = Vec::new();
    for entry in entries {
        let path = entry.with_context(|| format!("cannot read {}", folder.display()))?.path();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let stem = document::name(&path);
        // What is said of a document beside it is read with it.
        let beside = stem.ends_with(".overlay") || stem.ends_with(".selection");
        if path.is_file() && unplug_codegen::guard::is_document(&name) && !beside {
            found.push(path.canonicalize().unwrap_or(path));
        }
    }
    found.sort();
    ensure!(!found.is_empty(), "{} holds no document (*.json, *.yaml or *.yml)", folder.display());
    for name in only {
        let there = found.iter().any(|path| document::name(path) == *name);
        ensure!(there, "{} holds no document named `{name}`", folder.display());
    }
    if !only.is_empty() {
        found.retain(|path| only.contains(&document::name(path)));
    }
    for pair in found.windows(2) {
        let [first, second] = pair else { continue };
        let (one, other) = (document::name(first), document::name(second));
        ensure!(one != other, "two documents are named `{one}`; rename or remove one");
    }
    Ok(found)
}

fn generate(scratch: &Scratch, documents: &[PathBuf], jobs: usize, timeout: u64) -> anyhow::Result<Vec<Row>> {
    let bar = progress("generating", documents.len());
    let (send, receive) = mpsc::channel();
    let next = std::sync::atomic::AtomicUsize::new(0);
    let mut rows: Vec<Option<Row>> = documents.iter().map(|_| None).collect();
    thread::scope(|scope| {
        for _ in 0..jobs {
            let (send, next) = (send.clone(), &next);
            scope.spawn(move || {
                loop {
                    let index = next.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
                    let Some(path) = documents.get(index) else { return };
                    let row = document::in_own_process(path, &scratch.folder(path), timeout);
                    if send.send((index, row)).is_err() {
                        return;
                    }
                }
            });
        }
        drop(send);
        for (index, row) in receive {
            bar.inc(1);
            rows[index] = Some(row?);
        }
        anyhow::Ok(())
    })?;
    bar.finish_and_clear();
    Ok(rows.into_iter().flatten().collect())
}

/// A bar on standard error; nothing when that is no terminal.
fn progress(what: &'static str, length: usize) -> ProgressBar {
    let style = ProgressStyle::with_template("{msg:>12} [{bar:40}] {pos}/{len} {elapsed}");
    let bar = ProgressBar::new(u64::try_from(length).unwrap_or(u64::MAX)).with_message(what);
    match style {
        Ok(style) => bar.with_style(style.progress_chars("=> ")),
        Err(_) => bar,
    }
}
