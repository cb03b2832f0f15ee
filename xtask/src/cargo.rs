//! Runs Cargo for the tasks that need crates which the tasks themselves must not depend on: they
//! would not compile while their generated code is stale.

use std::path::Path;
use std::process::Command;

/// A Cargo command in the workspace.
pub(crate) fn cargo(root: &Path) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root);
    // Set by the Cargo that runs this task, for this task only.
    for variable in ["CARGO_MANIFEST_DIR", "CARGO_PKG_NAME", "CARGO_PKG_VERSION", "CARGO_MANIFEST_PATH"] {
        command.env_remove(variable);
    }
    command
}
