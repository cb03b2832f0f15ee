//! `cargo xtask corrected`

use std::path::Path;

use anyhow::{Context as _, bail};
use unplug_codegen::workspace::Workspace;
use unplug_openapi::{Document, diagnostic};

/// Prints a document with its corrections applied, as JSON, for tools that know no overlays.
pub(crate) fn run(root: &Path, name: &str) -> anyhow::Result<u8> {
    let document = document(root, name)?;
    let text = serde_json::to_string_pretty(&document.root.to_json()).context("cannot write JSON")?;
    println!("{text}");
    Ok(0)
}

/// A document of the workspace. What is wrong with one that cannot be used is printed.
pub(crate) fn document(root: &Path, name: &str) -> anyhow::Result<Document> {
    Workspace::new(root).document(name)?.or_else(|diagnostics| {
        eprintln!("{}", diagnostic::render(&diagnostics, false));
        bail!("specs/{name} cannot be used")
    })
}
