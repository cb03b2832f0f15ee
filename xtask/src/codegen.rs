//! `cargo xtask codegen`

use std::io::{IsTerminal as _, Write as _};
use std::path::Path;

use anyhow::Context as _;
use unplug_codegen::report::{self, Mode, Outcome};
use unplug_codegen::workspace::Workspace;

/// Regenerates or checks, then compares with the handlers.
pub(crate) fn run(root: &Path, check: bool, no_diff: bool, verbose: bool) -> anyhow::Result<u8> {
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
    let outcome =
        report::render(&mut out, &generation, &compared, mode).context("cannot write the report")?;
    drop(out);
    if outcome == Outcome::Fresh && !no_diff {
        let options = crate::diff::Options::brief();
        return crate::diff::run(root, &options, &mut std::io::stdout().lock(), &mut std::io::stderr());
    }
    Ok(outcome.exit_code())
}
