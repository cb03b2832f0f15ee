//! Tasks of this workspace. `cargo xtask help` lists them.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context as _;
use clap::{Parser, Subcommand};
use unplug_codegen::report::Outcome;

mod bench;
mod cargo;
mod codegen;
mod corpus;
mod corrected;
mod demo;
mod diff;
mod report;
mod scaffold;
mod schema_suite;

/// Tasks of the Unplug workspace.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", disable_help_subcommand = false)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Regenerate the client and the server stub from specs/, then compare with the handlers
    Codegen {
        /// Write nothing; report what is missing, stale or extra (exit code 4 when something is)
        #[arg(long)]
        check: bool,
        /// Leave out the comparison with the handlers (which compiles them)
        #[arg(long)]
        no_diff: bool,
        /// Say which operations of the client progenitor builds, and why it does not build the others
        #[arg(short, long)]
        verbose: bool,
    },
    /// Compare the documents with what the handlers say of themselves, with an earlier revision, or with a
    /// newer published copy (exit code 1 on breaking drift, 2 when an input cannot be used)
    Diff(diff::Options),
    /// Generate and compile every document of a folder, and print a table of what came of each
    Corpus(corpus::Options),
    /// Judge generated code by the JSON Schema test suite: every case of it as a request and as a response
    SchemaSuite(schema_suite::Options),
    /// Print a document with its corrections applied, as JSON
    Corrected {
        /// Name of the document: its file name without the extension
        name: String,
    },
    /// Print the corrections of a document as a bug report for its publisher, in Markdown
    Report(report::Options),
    /// Append handlers for the operations of a document that have none; they answer 501
    Scaffold(scaffold::Options),
    /// Serve on a temporary database, remove one integration at each vendor, and remove it again
    Demo,
    /// Measure generated against handwritten code, side by side
    Bench(bench::Options),
}

fn main() -> ExitCode {
    let result = match run_for_corpus() {
        Ok(Some(code)) => Ok(code),
        Ok(None) => run(),
        Err(error) => Err(error),
    };
    let _ = std::io::stdout().flush();
    match result {
        Ok(code) => ExitCode::from(code),
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Runs this program as a process of `corpus`, when it was started as one: for one document, or one
/// run of the compiler.
fn run_for_corpus() -> anyhow::Result<Option<u8>> {
    if let Some((document, folder)) = corpus::document::arguments()? {
        return corpus::document::run(&document, &folder).map(Some);
    }
    corpus::compile::measure()
}

/// Compares, and writes what differs to the standard output.
fn compare(root: &Path, options: &diff::Options) -> anyhow::Result<u8> {
    diff::run(root, options, &mut std::io::stdout().lock(), &mut std::io::stderr())
}

fn run() -> anyhow::Result<u8> {
    let task = Arguments::parse().task;
    let here = std::env::current_dir().context("cannot tell the current directory")?;
    let root = &workspace_root(&here)?;
    match task {
        Task::Codegen { check, no_diff, verbose } => {
            let generated = codegen::run(root, check, verbose)?;
            if generated == Outcome::Fresh && !no_diff {
                return compare(root, &diff::Options::brief());
            }
            Ok(generated.exit_code())
        }
        Task::Diff(options) => compare(root, &options),
        Task::Corpus(options) => corpus::run(root, &options),
        Task::SchemaSuite(options) => schema_suite::run(root, &options),
        Task::Corrected { name } => corrected::run(root, &name),
        Task::Report(options) => report::run(root, &options),
        Task::Scaffold(options) => scaffold::run(root, &options),
        Task::Demo => demo::run(root),
        Task::Bench(options) => bench::run(root, &options),
    }
}

/// The root of the workspace in which this program runs: the nearest directory, upwards from `here`,
/// that has `specs/` and the manifest of a workspace. Never the one in which it was compiled, because a
/// checkout may have been copied together with its build directory.
fn workspace_root(here: &Path) -> anyhow::Result<PathBuf> {
    let is_root = |directory: &&Path| {
        let manifest = std::fs::read_to_string(directory.join("Cargo.toml")).unwrap_or_default();
        directory.join("specs").is_dir() && manifest.lines().any(|line| line.trim() == "[workspace]")
    };
    here.ancestors().find(is_root).map(Path::to_path_buf).with_context(|| {
        format!(
            "{} is not in the workspace: no directory above it has both specs/ and a Cargo.toml with [workspace]",
            here.display()
        )
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;

    #[test]
    fn the_workspace_is_the_nearest_one_above() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("copy");
        let inner = root.join("crates/client");
        std::fs::create_dir_all(root.join("specs")).unwrap();
        std::fs::create_dir_all(inner.join("src")).unwrap();
        std::fs::write(inner.join("Cargo.toml"), "[package]\n").unwrap();
        assert!(workspace_root(&inner).unwrap_err().to_string().contains("is not in the workspace"));
        std::fs::write(root.join("Cargo.toml"), "[workspace]\nmembers = []\n").unwrap();
        for here in [&root, &inner, &inner.join("src"), &root.join("specs")] {
            assert_eq!(workspace_root(here).unwrap(), root);
        }
    }
}
