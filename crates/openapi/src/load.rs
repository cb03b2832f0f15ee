//! The whole way from files to an API.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::sync::Arc;

use crate::check::{self, Version};
use crate::diagnostic::Diagnostic;
use crate::ir::Api;
use crate::lower::{Checked, lower};
use crate::overlay::{self, AppliedAction};
use crate::resolve::Trees;
use crate::syntax::{self, Node, SourceFile};

/// A document that can be used.
#[derive(Clone, Debug)]
pub struct Document {
    /// File stem, for example `rocketchat`.
    pub name: String,
    /// The tree with the corrections in it.
    pub root: Node,
    /// The tree as published.
    pub published: Node,
    /// The corrections that were made.
    pub corrections: Vec<AppliedAction>,
    /// Every file that was read: the document, the overlay, and what references drew in.
    pub files: Vec<Arc<SourceFile>>,
    /// What the document says, without the operations that an error has been found in.
    pub api: Api,
}

/// What loading gave.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The document; `None` when errors leave nothing to use. An error that concerns only some
    /// operations leaves the others here, so whoever needs all of them asks
    /// [`Loaded::has_errors`] as well.
    pub document: Option<Document>,
    /// All findings, in the order of the text.
    pub diagnostics: Vec<Diagnostic>,
}

impl Loaded {
    /// Is there an error among the findings?
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(Diagnostic::is_error)
    }

    fn failed(diagnostics: Vec<Diagnostic>) -> Self {
        Self { document: None, diagnostics }
    }
}

/// Loads a document with its overlay and the files it refers to.
#[must_use]
pub fn load(document: &Path, overlay: Option<&Path>) -> Loaded {
    let name = document.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let mut diagnostics = Vec::new();
    let mut open = |path: &Path| match read(&path.to_string_lossy()) {
        Ok(text) => Some(SourceFile::new(path.to_string_lossy(), text)),
        Err(why) => {
            diagnostics.push(unreadable(path, &why));
            None
        }
    };
    let source = open(document);
    let corrections = overlay.map(&mut open);
    match (source, corrections) {
        (Some(source), Some(Some(overlay))) => load_with(&name, source, Some(overlay), &mut read),
        (Some(source), None) => load_with(&name, source, None, &mut read),
        _ => Loaded::failed(diagnostics),
    }
}

/// Loads a document from texts, without reading any file. A `$ref` to another file is unresolved.
#[must_use]
pub fn load_text(name: &str, document: SourceFile, overlay: Option<SourceFile>) -> Loaded {
    load_with(name, document, overlay, &mut |_| Err("other files are not read here".to_owned()))
}

fn load_with(
    name: &str,
    document: SourceFile,
    overlay: Option<SourceFile>,
    read: &mut dyn FnMut(&str) -> Result<String, String>,
) -> Loaded {
    let document = Arc::new(document);
    let reading = syntax::read(&document);
    let mut diagnostics = reading.diagnostics;
    let Some(published) = reading.root else {
        return Loaded::failed(diagnostics);
    };
    let correction_file =
        overlay.as_ref().map_or_else(|| overlay_beside(&document.name), |overlay| overlay.name.clone());
    let mut files = vec![Arc::clone(&document)];
    let mut root = published.clone();
    let mut corrections = Vec::new();
    let mut sound = true;
    if let Some(overlay) = overlay.map(Arc::new) {
        let reading = syntax::read(&overlay);
        files.push(overlay);
        diagnostics.extend(reading.diagnostics);
        let Some(actions) = reading.root else {
            return Loaded::failed(diagnostics);
        };
        let findings;
        (root, corrections, findings) = overlay::apply(root, actions);
        sound = !findings.iter().any(Diagnostic::is_error);
        diagnostics.extend(findings);
    }
    let (version, openapi) = match Version::of(&root) {
        Ok(version) => version,
        Err(finding) => {
            diagnostics.push(*finding);
            return Loaded::failed(diagnostics);
        }
    };
    let (trees, findings) = Trees::gather(&document.name, root, read);
    diagnostics.extend(findings);
    let findings = check::check(&trees, version, &correction_file);
    let lowered = lower(Checked {
        trees: &trees,
        name,
        version,
        openapi: &openapi,
        findings: &findings,
        corrections: &correction_file,
    });
    diagnostics.extend(findings.diagnostics);
    diagnostics.extend(lowered.diagnostics);
    check::sort(&mut diagnostics, &document.name);
    files.extend(trees.files());
    let api = lowered.api.filter(|_| sound);
    let document = api.zip(trees.into_root()).map(|(api, root)| Document {
        name: name.to_owned(),
        root,
        published,
        corrections,
        files,
        api,
    });
    Loaded { document, diagnostics }
}

/// Where the corrections of a document belong: `specs/a.overlay.yaml` for `specs/a.json`.
fn overlay_beside(document: &str) -> String {
    let end = match document.rfind('.') {
        Some(dot) if !document[dot..].contains('/') => dot,
        _ => document.len(),
    };
    format!("{}.overlay.yaml", &document[..end])
}

fn read(path: &str) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| match error.kind() {
        ErrorKind::NotFound => "there is no such file".to_owned(),
        ErrorKind::InvalidData => "it is not UTF-8 text".to_owned(),
        _ => error.to_string(),
    })
}

fn unreadable(path: &Path, why: &str) -> Diagnostic {
    Diagnostic::error("unreadable-file", format!("{} cannot be read: {why}", path.display()))
        .reason("nothing is known about the API without it")
        .remedy("check the path; an OpenAPI document is UTF-8 text")
}
