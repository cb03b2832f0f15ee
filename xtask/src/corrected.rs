//! `cargo xtask corrected`

use std::path::Path;

use anyhow::{Context as _, bail};
use unplug_codegen::workspace::Workspace;

/// Prints a document with its corrections applied, as JSON, for tools that know no overlays.
pub(crate) fn run(root: &Path, name: &str) -> anyhow::Result<u8> {
    let generation = Workspace::new(root).generate()?;
    let Some(document) = generation.documents.iter().find(|document| document.name == name) else {
        if generation.inputs.iter().any(|input| input.name == name) {
            eprintln!("{}", unplug_openapi::diagnostic::render(&generation.diagnostics, false));
            bail!("specs/{name} cannot be used");
        }
        let names: Vec<&str> = generation.inputs.iter().map(|input| input.name.as_str()).collect();
        bail!("there is no document `{name}` in specs/; there are: {}", names.join(", "));
    };
    let text = serde_json::to_string_pretty(&document.root.to_json()).context("cannot write JSON")?;
    println!("{text}");
    Ok(0)
}
