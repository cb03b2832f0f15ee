//! `unplug seed`

use std::io::Write as _;
use std::process::ExitCode;

use anyhow::Context as _;
use unplug_handlers::seed::{self, Seed};
use unplug_handlers::store::Store;

use crate::cli;

/// Loads a file into a database, or prints an example of such a file.
pub(crate) async fn run(options: cli::Seed) -> anyhow::Result<ExitCode> {
    let Some(path) = options.file else {
        let text = seed::example().to_yaml().context("cannot write the example")?;
        std::io::stdout().write_all(text.as_bytes()).context("cannot write")?;
        return Ok(ExitCode::SUCCESS);
    };
    let text = std::fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    let seed = Seed::parse(&text).with_context(|| format!("{} cannot be loaded", path.display()))?;
    let store = Store::open(&options.database)
        .await
        .with_context(|| format!("cannot open the database {}", options.database.display()))?;
    store
        .load(&seed)
        .await
        .with_context(|| format!("cannot load {} into {}", path.display(), options.database.display()))?;
    println!("{}", seed.summary());
    Ok(ExitCode::SUCCESS)
}
