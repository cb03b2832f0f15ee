//! `cargo xtask corpus`: every document of a folder through the whole generator, and the outcome
//! through the compiler.
//!
//! Each document is loaded and generated in a process of its own ([`document`]), so that a panic, a
//! hang or a document that eats all memory is a row of the table and not the end of the run. The
//! files go into one scratch workspace ([`scratch`]), which is compiled at once ([`compile`]).

use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use anyhow::Context as _;
use indicatif::{ProgressBar, ProgressStyle};

pub(crate) mod compile;
pub(crate) mod document;
mod documents;
mod process;
mod round_trip;
mod row;
pub(crate) mod scratch;
mod shortfalls;
mod table;

use documents::Document;
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
    /// Seconds that one document may take to generate, and again for its round trip
    #[arg(long, default_value_t = 120)]
    timeout: u64,
}

/// Runs the documents of a folder and prints a table. The exit code is 1 when something falls short
/// that is not expected to, or no longer does although it is.
pub(crate) fn run(root: &Path, options: &Options) -> anyhow::Result<u8> {
    let documents = documents::documents(&options.folder, &options.only)?;
    let shortfalls = Shortfalls::read(root)?;
    let jobs = options.jobs.unwrap_or_else(|| thread::available_parallelism().map_or(1, usize::from)).max(1);
    let limit = Duration::from_secs(options.timeout);
    let scratch = Scratch::new(root, &documents, options.round_trip)?;
    let mut rows = generate(&scratch, &documents, jobs, limit)?;
    if !options.no_compile {
        compile::check(&scratch, &documents, &mut rows, jobs)?;
    }
    if options.round_trip {
        round_trip::run(&scratch, &documents, &mut rows, jobs, limit)?;
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

fn generate(
    scratch: &Scratch,
    documents: &[Document],
    jobs: usize,
    limit: Duration,
) -> anyhow::Result<Vec<Row>> {
    side_by_side("generating", documents, jobs, |document| {
        document::in_own_process(document, &scratch.folder(document), limit)
    })
}

/// Does the same for each of many, some at a time. The results are in their order.
fn side_by_side<T: Sync, R: Send>(
    what: &'static str,
    of: &[T],
    jobs: usize,
    act: impl Fn(&T) -> anyhow::Result<R> + Sync,
) -> anyhow::Result<Vec<R>> {
    let bar = progress(what, of.len());
    let (send, receive) = mpsc::channel();
    let next = std::sync::atomic::AtomicUsize::new(0);
    let mut results: Vec<Option<R>> = of.iter().map(|_| None).collect();
    thread::scope(|scope| {
        for _ in 0..jobs {
            let (send, next, act) = (send.clone(), &next, &act);
            scope.spawn(move || {
                loop {
                    let index = next.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
                    let Some(one) = of.get(index) else { return };
                    if send.send((index, act(one))).is_err() {
                        return;
                    }
                }
            });
        }
        drop(send);
        for (index, result) in receive {
            bar.inc(1);
            results[index] = Some(result?);
        }
        anyhow::Ok(())
    })?;
    bar.finish_and_clear();
    Ok(results.into_iter().flatten().collect())
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
