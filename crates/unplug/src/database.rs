//! Opening the database that a person named.

use std::path::Path;

use anyhow::{anyhow, bail};
use unplug_handlers::store::Store;

/// Opens the file, creating it as needed. The commonest slips are named before the database gets
/// to see them, because it says "unable to open database file" to all of them.
pub(crate) async fn open(path: &Path) -> anyhow::Result<Store> {
    const OTHER: &str = "choose another file with --database";
    if path.is_dir() {
        bail!("cannot open the database {}: it is a folder; {OTHER}", path.display());
    }
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty() && !folder.is_dir()) {
        bail!(
            "cannot open the database {}: there is no folder {}; create it, or {OTHER}",
            path.display(),
            folder.display()
        );
    }
    // The error names the file, and its cause.
    Store::open(path).await.map_err(|error| anyhow!("{error}; {OTHER}"))
}
