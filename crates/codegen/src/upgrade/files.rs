//! Writes several files so that either all of them change or none.

use std::path::{Path, PathBuf};

use super::{Changes, Error};
use crate::error::io;
use crate::workspace::{self, Workspace, prepare};

/// What a file had before, to put it back.
struct Before {
    path: PathBuf,
    bytes: Option<Vec<u8>>,
}

impl Changes {
    /// Writes everything beside its place first, then moves it there. What fails on the way is put
    /// back as it was.
    pub(super) fn write(&self, workspace: &Workspace) -> Result<(), Error> {
        let specs = workspace.specs();
        let mut prepared = Vec::new();
        for (name, text) in &self.written {
            let path = specs.join(name);
            let file = prepare(&path, text).map_err(io("write", &path))?;
            prepared.push((file, Before::of(&path)?));
        }
        let removed = self.removed.iter().map(|name| Before::of(&specs.join(name)));
        let removed: Vec<Before> = removed.collect::<Result<_, _>>()?;
        let mut changed = Vec::new();
        for (file, before) in prepared {
            if let Err(error) = file.persist(&before.path) {
                return Err(undo(changed, io("write", &before.path)(error.error)));
            }
            changed.push(before);
        }
        for before in removed {
            if let Err(error) = std::fs::remove_file(&before.path) {
                return Err(undo(changed, io("remove", &before.path)(error)));
            }
            changed.push(before);
        }
        Ok(())
    }
}

impl Before {
    fn of(path: &Path) -> Result<Self, workspace::Error> {
        match std::fs::read(path) {
            Ok(bytes) => Ok(Self { path: path.to_path_buf(), bytes: Some(bytes) }),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                Ok(Self { path: path.to_path_buf(), bytes: None })
            }
            Err(error) => Err(io("read", path)(error)),
        }
    }

    fn restore(&self) -> std::io::Result<()> {
        match &self.bytes {
            Some(bytes) => std::fs::write(&self.path, bytes),
            None => std::fs::remove_file(&self.path),
        }
    }
}

fn undo(changed: Vec<Before>, cause: workspace::Error) -> Error {
    let left: Vec<String> = changed
        .into_iter()
        .filter(|before| before.restore().is_err())
        .map(|before| before.path.display().to_string())
        .collect();
    if left.is_empty() { cause.into() } else { Error::Undone { cause: Box::new(cause), left } }
}
