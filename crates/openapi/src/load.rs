//! The whole way from files to an API.

use std::ffi::OsStr;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::check;
use crate::diagnostic::Diagnostic;
use crate::ir::Api;
use crate::lower::{Checked, lower};
use crate::overlay::{self, AppliedAction, Strictness};
use crate::resolve::Trees;
use crate::selection::Selection;
use crate::settings::{FurtherOverlay, SETTINGS, Settings};
use crate::syntax::{self, Node, SourceFile};
use crate::version::Version;

/// A document that can be used.
#[derive(Clone, Debug)]
pub struct Document {
    /// File stem, for example `rocketchat`.
    pub name: String,
    /// The tree with the corrections in it.
    pub root: Arc<Node>,
    /// The tree as published.
    pub published: Arc<Node>,
    /// The corrections that were made.
    pub corrections: Vec<AppliedAction>,
    /// Every file that was read: the document, the overlay, the selection, the settings, and what
    /// references drew in.
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
    /// Whether there is an error among the findings.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(Diagnostic::is_error)
    }

    fn failed(diagnostics: Vec<Diagnostic>) -> Self {
        Self { document: None, diagnostics }
    }
}

/// The texts of a document and of what is said beside it.
#[derive(Debug)]
pub struct Sources {
    /// The document as published.
    pub document: SourceFile,
    /// Its corrections.
    pub overlay: Option<SourceFile>,
    /// Which part of it is wanted; without one, all of it.
    pub selection: Option<SourceFile>,
    /// What is decided beside the documents of its folder.
    pub settings: Option<SourceFile>,
}

impl Sources {
    /// A document by itself.
    #[must_use]
    pub fn new(document: SourceFile) -> Self {
        Self { document, overlay: None, selection: None, settings: None }
    }
}

/// What the names of documents, overlays and selections end with.
pub const EXTENSIONS: [&str; 3] = ["yaml", "yml", "json"];

/// Loads a document with its overlay and the files it refers to.
#[must_use]
pub fn load(document: &Path, overlay: Option<&Path>) -> Loaded {
    load_files(document, overlay, None)
}

/// Loads a document with its overlay and the files it refers to, or what a selection wants of it.
#[must_use]
pub fn load_files(document: &Path, overlay: Option<&Path>, selection: Option<&Path>) -> Loaded {
    let name = document.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let mut diagnostics = Vec::new();
    let mut open = |path: &Path| match read(&path.to_string_lossy()) {
        Ok(text) => Some(SourceFile::new(path.to_string_lossy(), text)),
        Err(why) => {
            diagnostics.push(unreadable(path, &why));
            None
        }
    };
    let settings = Some(document.with_file_name(SETTINGS)).filter(|path| path.is_file());
    let document = open(document);
    let overlay = overlay.and_then(&mut open);
    let selection = selection.and_then(&mut open);
    let settings = settings.as_deref().and_then(&mut open);
    match document.filter(|_| diagnostics.is_empty()) {
        Some(document) => load_with(&name, Sources { document, overlay, selection, settings }, &mut read),
        None => Loaded::failed(diagnostics),
    }
}

/// The files of a folder that are named as documents are, without the overlays and selections beside
/// them, in order of their names.
///
/// # Errors
/// When the folder cannot be read.
pub fn documents_in(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let lower = |part: Option<&OsStr>| part.map(|part| part.to_string_lossy().to_ascii_lowercase());
        let known = lower(path.extension()).is_some_and(|own| EXTENSIONS.contains(&own.as_str()));
        let stem = lower(path.file_stem()).unwrap_or_default();
        let beside = stem.ends_with(".overlay") || stem.ends_with(".selection");
        if known && !beside && path.is_file() {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// Loads a document with the overlay and the selection that stand beside it: for `pets.json`,
/// `pets.overlay.yaml` and `pets.selection.yaml`, or the same with another of [`EXTENSIONS`].
#[must_use]
pub fn load_beside(document: &Path) -> Loaded {
    let beside = |kind: &str| {
        let path = |extension| document.with_extension(format!("{kind}.{extension}"));
        EXTENSIONS.into_iter().map(path).find(|path| path.is_file())
    };
    load_files(document, beside("overlay").as_deref(), beside("selection").as_deref())
}

/// Loads a document from texts, without reading any file. A `$ref` to another file is unresolved.
#[must_use]
pub fn load_text(name: &str, document: SourceFile, overlay: Option<SourceFile>) -> Loaded {
    load_sources(name, Sources { overlay, ..Sources::new(document) })
}

/// As [`load_text`], with all that can be said beside a document.
#[must_use]
pub fn load_sources(name: &str, sources: Sources) -> Loaded {
    load_with(name, sources, &mut |_| Err("other files are not read here".to_owned()))
}

/// As [`load_sources`], with a way to read the files that a `$ref` names. It gets their path, which is
/// relative where the document's own is, and gives their text or why there is none.
#[must_use]
pub fn load_with(
    name: &str,
    sources: Sources,
    read: &mut dyn FnMut(&str) -> Result<String, String>,
) -> Loaded {
    let document = Arc::new(sources.document);
    let reading = syntax::read(&document);
    let mut diagnostics = reading.diagnostics;
    let Some(published) = reading.root.map(Arc::new) else {
        return Loaded::failed(diagnostics);
    };
    let correction_file = sources
        .overlay
        .as_ref()
        .map_or_else(|| overlay_beside(&document.name), |overlay| overlay.name.clone());
    let mut files = vec![Arc::clone(&document)];
    let settings_file = sources.settings.as_ref().map(|file| file.name.clone());
    let settings = match sources.settings.map(|file| read_settings(file, name, &mut files)).transpose() {
        Ok(settings) => settings.unwrap_or_default(),
        Err(findings) => {
            diagnostics.extend(findings);
            return Loaded::failed(diagnostics);
        }
    };
    let mut overlays = Vec::new();
    overlays.extend(sources.overlay.map(|overlay| (overlay, Strictness::Corrections)));
    for further in &settings.overlays {
        match further_overlay(settings_file.as_deref().unwrap_or_default(), further, read) {
            Ok(overlay) => overlays.push((overlay, further.strictness)),
            Err(finding) => diagnostics.push(*finding),
        }
    }
    let mut sound = !diagnostics.iter().any(Diagnostic::is_error);
    let mut root = Arc::clone(&published);
    let mut corrections = Vec::new();
    for (overlay, strictness) in overlays {
        let overlay = Arc::new(overlay);
        let reading = syntax::read(&overlay);
        files.push(overlay);
        diagnostics.extend(reading.diagnostics);
        let Some(actions) = reading.root else {
            return Loaded::failed(diagnostics);
        };
        let (changed, made, findings) = overlay::apply(Node::clone(&root), actions, strictness);
        root = Arc::new(changed);
        if strictness == Strictness::Corrections {
            corrections.extend(made);
        }
        sound &= !findings.iter().any(Diagnostic::is_error);
        diagnostics.extend(findings);
    }
    let selection = match sources.selection.map(|file| read_selection(file, &mut files)).transpose() {
        Ok(selection) => selection,
        Err(findings) => {
            diagnostics.extend(findings);
            return Loaded::failed(diagnostics);
        }
    };
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
        selection: selection.as_ref(),
    });
    let mut found = findings.diagnostics;
    found.extend(lowered.diagnostics);
    if let Some(reach) = &lowered.reach {
        found.retain(|finding| reach.covers(&trees, finding));
    }
    sound &= lowered.unmatched.is_empty();
    diagnostics.extend(found);
    diagnostics.extend(lowered.unmatched);
    check::sort(&mut diagnostics, &document.name);
    files.extend(trees.files());
    let mut api = lowered.api.filter(|_| sound);
    if let Some(api) = &mut api {
        api.schemas.formats = settings.formats;
    }
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

fn read_selection(file: SourceFile, files: &mut Vec<Arc<SourceFile>>) -> Result<Selection, Vec<Diagnostic>> {
    let file = Arc::new(file);
    files.push(Arc::clone(&file));
    let reading = syntax::read(&file);
    match reading.root {
        Some(root) => Selection::read(&root),
        None => Err(reading.diagnostics),
    }
}

/// An overlay that the settings name; its path starts at their folder.
fn further_overlay(
    settings: &str,
    further: &FurtherOverlay,
    read: &mut dyn FnMut(&str) -> Result<String, String>,
) -> Result<SourceFile, Box<Diagnostic>> {
    let folder = settings.rfind('/').map_or("", |end| &settings[..=end]);
    let name = format!("{folder}{}", further.file);
    match read(&name) {
        Ok(text) => Ok(SourceFile { name, text }),
        Err(why) => {
            let message = format!("the overlay {name} cannot be read: {why}");
            let finding = Diagnostic::error("unreadable-file", message)
                .reason(format!("{settings} says that it belongs to the document"))
                .remedy("correct the path, which starts at the folder of that file, or take it out");
            Err(finding.into())
        }
    }
}

fn read_settings(
    file: SourceFile,
    name: &str,
    files: &mut Vec<Arc<SourceFile>>,
) -> Result<Settings, Vec<Diagnostic>> {
    let file = Arc::new(file);
    files.push(Arc::clone(&file));
    Settings::read(&file, name)
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
