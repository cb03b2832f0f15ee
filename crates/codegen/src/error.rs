//! What can go wrong around generation.

use std::path::{Path, PathBuf};

/// What can go wrong around generation, apart from what the documents themselves get wrong.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A file or folder could not be read or written.
    #[error("cannot {action} {path}: {source}", path = path.display())]
    Io {
        /// For example `read`.
        action: &'static str,
        /// The file or folder.
        path: PathBuf,
        /// Cause.
        source: std::io::Error,
    },
    /// Two documents have the same name apart from the extension.
    #[error("specs/ holds two documents named `{name}`: {first} and {second}; rename or remove one")]
    SameName {
        /// The file stem.
        name: String,
        /// File name.
        first: String,
        /// File name.
        second: String,
    },
    /// There is no document of this name.
    #[error("there is no document `{name}` in specs/; {}", alternatives(nearest.as_deref(), names))]
    UnknownDocument {
        /// The name that was given.
        name: String,
        /// What was probably meant.
        nearest: Option<String>,
        /// All there are.
        names: Vec<String>,
    },
    /// `specs/` has an overlay, but not the document it corrects.
    #[error("specs/{overlay} corrects a document that is not there; add it or remove the overlay")]
    OverlayWithoutDocument {
        /// File name.
        overlay: String,
    },
    /// `specs/` has a selection, but not the document it selects from.
    #[error("specs/{selection} selects from a document that is not there; add it or remove the selection")]
    SelectionWithoutDocument {
        /// File name.
        selection: String,
    },
    /// The folder has no documents.
    #[error("{path} holds no OpenAPI document (*.json, *.yaml or *.yml)", path = path.display())]
    NoDocuments {
        /// The folder.
        path: PathBuf,
    },
    /// The client crate's manifest is not TOML.
    #[error("{path} is not TOML: {source}", path = path.display())]
    Manifest {
        /// The manifest.
        path: PathBuf,
        /// What the parser says.
        source: toml_edit::TomlError,
    },
    /// An emitter made tokens that are not Rust: a defect of this crate, never of a document.
    #[error("the code made for {path} is not Rust ({source}); this is a defect of the generator")]
    NotRust {
        /// Path below `src/generated`.
        path: String,
        /// What the parser says.
        source: syn::Error,
    },
}

fn alternatives(nearest: Option<&str>, names: &[String]) -> String {
    match nearest {
        Some(nearest) => format!("did you mean `{nearest}`?"),
        None => format!("there are: {}", names.join(", ")),
    }
}

pub(crate) fn io(action: &'static str, path: &Path) -> impl FnOnce(std::io::Error) -> Error {
    let path = path.to_path_buf();
    move |source| Error::Io { action, path, source }
}
