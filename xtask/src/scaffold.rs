//! `cargo xtask scaffold`

use std::path::Path;

use unplug_codegen::scaffold::scaffold;
use unplug_codegen::workspace::{COMMAND, Workspace};

/// For which document.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Name of the document: its file name without the extension
    name: String,
    /// Print the changes as a diff and write nothing
    #[arg(long)]
    dry_run: bool,
}

/// Appends handlers for the operations that have none.
pub(crate) fn run(root: &Path, options: &Options) -> anyhow::Result<u8> {
    let workspace = Workspace::new(root);
    let scaffold = scaffold(&workspace, &options.name)?;
    if options.dry_run {
        print!("{}", scaffold.diff());
    } else {
        scaffold.write(&workspace)?;
        for change in &scaffold.changes {
            let word = if change.before.is_some() { "Extended" } else { "Created" };
            eprintln!("{word:>12} {}", change.path);
        }
    }
    for sentence in &scaffold.by_hand {
        eprintln!("{:>12} {sentence}", "By hand");
    }
    match scaffold.handlers.as_slice() {
        [] if scaffold.changes.is_empty() => eprintln!("{:>12} every operation has a handler", "Unchanged"),
        [] => {}
        handlers => eprintln!(
            "{:>12} {} answer 501 until they are written; `{COMMAND}` compares them with the document",
            "Finished",
            handlers.join(", ")
        ),
    }
    Ok(0)
}
