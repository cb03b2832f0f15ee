//! `unplug seed`

use std::io::{ErrorKind, Read as _, Write as _};
use std::path::Path;
use std::process::ExitCode;

use anyhow::Context as _;
use unplug_handlers::seed::{self, Seed};

use crate::{cli, database};

/// Loads a file into a database, or prints an example of such a file.
pub(crate) async fn run(options: cli::Seed) -> anyhow::Result<ExitCode> {
    let Some(path) = options.file else {
        return print_example();
    };
    let (name, text) = read(&path)?;
    let seed = Seed::parse(&text).with_context(|| format!("cannot load {name}"))?;
    let store = database::open(&options.database).await?;
    let into = options.database.display();
    store.load(&seed).await.with_context(|| format!("cannot load {name} into {into}"))?;
    store.close().await;
    println!("loaded into {into}: {}", seed.summary());
    Ok(ExitCode::SUCCESS)
}

fn print_example() -> anyhow::Result<ExitCode> {
    let text = seed::example().to_yaml().context("cannot write the example")?;
    match std::io::stdout().write_all(text.as_bytes()) {
        // `unplug seed --example | head` has seen enough.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => {}
        result => result.context("cannot write the example")?,
    }
    Ok(ExitCode::SUCCESS)
}

/// What to call the input, and what is in it.
fn read(path: &Path) -> anyhow::Result<(String, String)> {
    if path == Path::new("-") {
        let mut text = String::new();
        std::io::stdin().read_to_string(&mut text).context("cannot read standard input")?;
        return Ok(("standard input".to_owned(), text));
    }
    let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    Ok((path.display().to_string(), text))
}
