//! `cargo xtask bench`

use std::path::Path;

use anyhow::Context as _;

/// What to measure.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Milliseconds per measurement
    #[arg(long, default_value_t = 500)]
    milliseconds: u64,
    /// Rounds; the sides alternate within each
    #[arg(long, default_value_t = 15)]
    rounds: usize,
}

/// Builds the benchmark in release and runs it.
pub(crate) fn run(root: &Path, options: &Options) -> anyhow::Result<u8> {
    let status = crate::cargo::cargo(root)
        .args(["bench", "--package", "unplug-tests", "--bench", "side_by_side", "--"])
        .args(["--milliseconds", &options.milliseconds.to_string(), "--rounds", &options.rounds.to_string()])
        .status()
        .context("cannot run cargo")?;
    Ok(u8::from(!status.success()))
}
