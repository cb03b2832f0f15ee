//! `cargo xtask report`

use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use unplug_openapi::diagnostic;

use crate::corrected;

/// Whose corrections, and where to.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Name of the document: its file name without the extension
    name: String,
    /// Write the report to this file instead of printing it
    #[arg(long)]
    output: Option<PathBuf>,
}

/// Renders the corrections of a document as a bug report for its publisher.
pub(crate) fn run(root: &Path, options: &Options) -> anyhow::Result<u8> {
    let document = corrected::document(root, &options.name)?;
    let report = match unplug_openapi::overlay::report::render(&document) {
        Ok(report) => report,
        Err(diagnostics) => {
            eprintln!("{}", diagnostic::render(&diagnostics, false));
            bail!("the corrections of `{}` cannot be reported", options.name);
        }
    };
    match &options.output {
        Some(path) => {
            std::fs::write(path, report).with_context(|| format!("cannot write {}", path.display()))?;
        }
        None => print!("{report}"),
    }
    Ok(0)
}
