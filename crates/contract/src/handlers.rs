//! Finds the handwritten `#[utoipa::path(…)]` of an operation in Rust sources, because a
//! description that comes out of a running program has no file and line any more.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use syn::spanned::Spanned as _;

use crate::finding::Place;

/// The sources could not be read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A file or folder cannot be read.
    #[error("cannot read {path}: {source}", path = path.display())]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// Cause.
        source: std::io::Error,
    },
    /// A file is not Rust.
    #[error("{path} is not Rust: {source}", path = path.display())]
    NotRust {
        /// The file.
        path: PathBuf,
        /// What the parser says.
        source: syn::Error,
    },
}

/// The lines of one `#[utoipa::path(…)]` attribute.
#[derive(Clone, Debug)]
struct Attribute {
    file: String,
    first_line: usize,
    lines: Vec<String>,
}

/// Where each operation is described, by operation id.
#[derive(Clone, Debug, Default)]
pub struct HandlerSources {
    attributes: BTreeMap<String, Attribute>,
}

impl HandlerSources {
    /// Reads every Rust file below `directory`. Files are named relative to `root`.
    ///
    /// # Errors
    /// When a file cannot be read or is not Rust.
    pub fn read(directory: &Path, root: &Path) -> Result<Self, Error> {
        let mut sources = Self::default();
        let mut pending = vec![directory.to_path_buf()];
        while let Some(path) = pending.pop() {
            let io = |source| Error::Io { path: path.clone(), source };
            for entry in std::fs::read_dir(&path).map_err(io)? {
                let entry = entry.map_err(io)?.path();
                if entry.is_dir() {
                    pending.push(entry);
                } else if entry.extension().is_some_and(|extension| extension == "rs") {
                    let text = std::fs::read_to_string(&entry)
                        .map_err(|source| Error::Io { path: entry.clone(), source })?;
                    let name = entry.strip_prefix(root).unwrap_or(&entry).display().to_string();
                    sources
                        .add(&name, &text)
                        .map_err(|source| Error::NotRust { path: entry.clone(), source })?;
                }
            }
        }
        Ok(sources)
    }

    /// Adds one file.
    ///
    /// # Errors
    /// When the text is not Rust.
    pub fn add(&mut self, file: &str, text: &str) -> Result<(), syn::Error> {
        let lines: Vec<&str> = text.lines().collect();
        for item in syn::parse_file(text)?.items {
            let syn::Item::Fn(function) = item else { continue };
            for attribute in &function.attrs {
                let path = attribute.path();
                let is_description =
                    path.segments.len() == 2 && path.segments[0].ident == "utoipa" && path.segments[1].ident == "path";
                if !is_description {
                    continue;
                }
                let span = attribute.span();
                let (first, last) = (span.start().line, span.end().line);
                let own: Vec<String> = lines
                    .iter()
                    .skip(first.saturating_sub(1))
                    .take(last + 1 - first)
                    .map(|line| line.trim().to_owned())
                    .collect();
                let id = operation_id(&own).unwrap_or_else(|| function.sig.ident.to_string());
                self.attributes.insert(id, Attribute { file: file.to_owned(), first_line: first, lines: own });
            }
        }
        Ok(())
    }

    /// The line of an operation's description that contains one of the needles, or its first line.
    #[must_use]
    pub fn place(&self, operation_id: &str, needles: &[String]) -> Option<Place> {
        let attribute = self.attributes.get(operation_id)?;
        let index = needles
            .iter()
            .find_map(|needle| attribute.lines.iter().position(|line| line.contains(needle.as_str())))
            .unwrap_or(0);
        Some(Place {
            file: attribute.file.clone(),
            line: attribute.first_line + index,
            excerpt: attribute.lines.get(index).cloned().unwrap_or_default(),
        })
    }
}

fn operation_id(lines: &[String]) -> Option<String> {
    let line = lines.iter().find_map(|line| line.split_once("operation_id"))?.1;
    let (_, rest) = line.split_once('"')?;
    let (id, _) = rest.split_once('"')?;
    Some(id.to_owned())
}
