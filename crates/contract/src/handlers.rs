//! Finds the handwritten `#[utoipa::path(…)]` of an operation in Rust sources, because a
//! description that comes out of a running program has no file and line any more.

use std::path::{Path, PathBuf};

use proc_macro2::TokenTree;
use syn::spanned::Spanned as _;
use unplug_openapi::ir::without_names;

use crate::finding::SourceLine;
use crate::rust_items::Files;

mod items;

use items::Item;

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

/// One `#[utoipa::path(…)]` attribute.
#[derive(Clone, Debug)]
struct Attribute {
    /// `operation_id`, or the function's name.
    operation_id: String,
    /// `path`, when it is written out.
    path: Option<String>,
    file: String,
    first_line: usize,
    lines: Vec<String>,
}

/// Where each operation is described.
#[derive(Clone, Debug, Default)]
pub struct HandlerSources {
    attributes: Vec<Attribute>,
    /// The types that the descriptions are derived from.
    types: Vec<Item>,
}

/// Every Rust file below `directory`, named relative to `root`; in order of the names, because the
/// system lists folders in any order and the findings are to be the same every time.
///
/// # Errors
/// When a folder or file cannot be read.
pub fn rust_files(directory: &Path, root: &Path) -> Result<Files, Error> {
    let mut files = Files::new();
    let mut pending = vec![directory.to_path_buf()];
    while let Some(folder) = pending.pop() {
        let io = |source| Error::Io { path: folder.clone(), source };
        for entry in std::fs::read_dir(&folder).map_err(io)? {
            let path = entry.map_err(io)?.path();
            if path.is_dir() {
                pending.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let read = std::fs::read_to_string(&path);
                let text = read.map_err(|source| Error::Io { path: path.clone(), source })?;
                files.insert(path.strip_prefix(root).unwrap_or(&path).display().to_string(), text);
            }
        }
    }
    Ok(files)
}

impl HandlerSources {
    /// Reads every Rust file below `directory`. Files are named relative to `root`.
    ///
    /// # Errors
    /// When a file cannot be read or is not Rust.
    pub fn read(directory: &Path, root: &Path) -> Result<Self, Error> {
        let mut sources = Self::default();
        for (name, text) in rust_files(directory, root)? {
            sources.add(&name, &text).map_err(|source| Error::NotRust { path: root.join(&name), source })?;
        }
        Ok(sources)
    }

    /// Adds one file.
    ///
    /// # Errors
    /// When the text is not Rust.
    pub fn add(&mut self, file: &str, text: &str) -> Result<(), syn::Error> {
        let lines: Vec<&str> = text.lines().collect();
        self.add_items(file, &lines, &syn::parse_file(text)?.items);
        Ok(())
    }

    fn add_items(&mut self, file: &str, lines: &[&str], items: &[syn::Item]) {
        for item in items {
            match item {
                syn::Item::Fn(function) => self.add_function(file, lines, function),
                syn::Item::Struct(_) | syn::Item::Enum(_) => self.types.extend(Item::read(file, lines, item)),
                syn::Item::Mod(syn::ItemMod { content: Some((_, items)), .. }) => {
                    self.add_items(file, lines, items);
                }
                _ => {}
            }
        }
    }

    fn add_function(&mut self, file: &str, lines: &[&str], function: &syn::ItemFn) {
        for attribute in &function.attrs {
            let segments = &attribute.path().segments;
            if segments.len() != 2 || segments[0].ident != "utoipa" || segments[1].ident != "path" {
                continue;
            }
            let span = attribute.span();
            let (first, last) = (span.start().line, span.end().line);
            let own = lines.iter().skip(first.saturating_sub(1)).take(last + 1 - first);
            self.attributes.push(Attribute {
                operation_id: text_of("operation_id", attribute)
                    .unwrap_or_else(|| function.sig.ident.to_string()),
                path: text_of("path", attribute),
                file: file.to_owned(),
                first_line: first,
                lines: own.map(|line| line.trim().to_owned()).collect(),
            });
        }
    }

    /// The line of an operation's description that the steps lead to, or its first line. Each step
    /// is a text without spaces that is looked for from the line of the step before it on; one that
    /// is not found is left out. A step `status=…` confines the later ones to that answer.
    ///
    /// The id need not be unique among several APIs; the path then decides.
    #[must_use]
    pub fn line(&self, operation_id: &str, path: &str, steps: &[String]) -> Option<SourceLine> {
        let of_id = || self.attributes.iter().filter(|attribute| attribute.operation_id == operation_id);
        let same_path = |attribute: &&Attribute| {
            attribute.path.as_deref().is_some_and(|own| without_names(own) == without_names(path))
        };
        let attribute = of_id().find(same_path).or_else(|| of_id().next())?;
        let index = attribute.index(steps);
        Some(SourceLine {
            file: attribute.file.clone(),
            line: attribute.first_line + index,
            excerpt: attribute.lines.get(index).cloned().unwrap_or_default(),
        })
    }
}

impl Attribute {
    fn index(&self, steps: &[String]) -> usize {
        const STATUS: &str = "status=";
        let lines: Vec<String> = self.lines.iter().map(|line| squashed(line)).collect();
        let (mut index, mut end) = (0, lines.len());
        for step in steps {
            let holds = |line: &String| line.contains(step) || line.replace('"', "").contains(step);
            let Some(found) = lines[index..end].iter().position(holds) else { continue };
            index += found;
            if step.starts_with(STATUS) {
                let next = lines[index + 1..].iter().position(|line| line.contains(STATUS));
                end = next.map_or(end, |next| index + 1 + next);
            }
        }
        index
    }
}

/// Header names have no case.
fn squashed(line: &str) -> String {
    line.split_whitespace().collect::<String>().to_ascii_lowercase()
}

/// The text in `key = "text"`, directly in the attribute.
fn text_of(key: &str, attribute: &syn::Attribute) -> Option<String> {
    let mut tokens = attribute.meta.require_list().ok()?.tokens.clone().into_iter();
    while let Some(token) = tokens.next() {
        if !matches!(&token, TokenTree::Ident(ident) if ident == key) {
            continue;
        }
        if let (Some(TokenTree::Punct(sign)), Some(TokenTree::Literal(text))) = (tokens.next(), tokens.next())
            && sign.as_char() == '='
        {
            return syn::parse_str::<syn::LitStr>(&text.to_string()).ok().map(|text| text.value());
        }
    }
    None
}
