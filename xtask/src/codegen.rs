//! `cargo xtask codegen`

use std::io::{IsTerminal as _, Write as _};
use std::path::Path;

use anyhow::Context as _;
use unplug_codegen::report::{self, Mode, Outcome};
use unplug_codegen::workspace::Workspace;

/// Regenerates, or checks that nothing needs it.
pub(crate) fn run(root: &Path, check: bool, verbose: bool) -> anyhow::Result<Outcome> {
    let workspace = Workspace::new(root);
    let mut out = std::io::stderr().lock();
    let names: Vec<String> =
        workspace.documents()?.into_iter().map(|files| format!("specs/{}", files.document)).collect();
    writeln!(out, "{:>12} {}", if check { "Checking" } else { "Generating" }, names.join(", "))?;
    let generation = workspace.generate()?;
    if !generation.diagnostics.is_empty() {
        let colour = std::io::stderr().is_terminal();
        writeln!(out, "{}", unplug_openapi::diagnostic::render(&generation.diagnostics, colour))?;
    }
    if verbose {
        report::render_ways(&mut out, &generation)?;
    }
    let mut compared = Vec::new();
    for target in &generation.targets {
        let problems = workspace.compare(target)?;
        if !check {
            for problem in &problems {
                workspace.fix(target, problem)?;
            }
        }
        compared.push((target, problems));
    }
    let mode = if check { Mode::Check } else { Mode::Write };
    report::render(&mut out, &generation, &compared, mode).context("cannot write the report")
}
