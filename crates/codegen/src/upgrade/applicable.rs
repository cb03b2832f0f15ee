//! Those corrections of an overlay that apply to a copy.

use std::collections::HashSet;
use std::sync::Arc;

use unplug_openapi::diagnostic::Diagnostic;
use unplug_openapi::load::load_with;
use unplug_openapi::overlay::{self, Strictness};
use unplug_openapi::rewrite::rewrite;
use unplug_openapi::syntax::{self, Node, SourceFile, Value};
use unplug_openapi::{Loaded, Sources};

use super::Error;
use crate::workspace::{self, DocumentFiles, Workspace};

/// Loads a document of the workspace with those of its corrections that apply. What is wrong with the
/// others is among the diagnostics.
///
/// # Errors
/// When a file cannot be read.
pub fn load_applicable(workspace: &Workspace, files: &DocumentFiles) -> Result<Loaded, workspace::Error> {
    let loaded = workspace.load(files)?;
    if loaded.document.is_some() || files.overlay.is_none() {
        return Ok(loaded);
    }
    let sources = workspace.sources(files)?;
    let mut read = |path: &str| workspace.part(path);
    Ok(with_applicable(&files.name, sources, loaded, &mut read))
}

/// Loads a document again with those corrections that apply, where the others leave nothing to use.
pub(super) fn with_applicable(
    name: &str,
    sources: Sources,
    loaded: Loaded,
    read: &mut dyn FnMut(&str) -> Result<String, String>,
) -> Loaded {
    if loaded.document.is_some() {
        return loaded;
    }
    let Some((overlay, failed)) = sources.overlay.as_ref().and_then(|own| applicable(&sources.document, own))
    else {
        return loaded;
    };
    let sources = Sources { overlay, ..sources };
    let mut again = load_with(name, sources, read);
    let corrections = failed.into_iter().filter(Diagnostic::is_error);
    again.diagnostics.extend(corrections);
    again
}

/// The overlay without the actions that fail, and why they do; no overlay when none is left. `None` when
/// that cannot be told.
fn applicable(document: &SourceFile, own: &SourceFile) -> Option<(Option<SourceFile>, Vec<Diagnostic>)> {
    let parsed = |file: &SourceFile| {
        syntax::parse(Arc::new(SourceFile::new(file.name.as_str(), file.text.as_str()))).ok()
    };
    let (root, actions) = (parsed(document)?, parsed(own)?);
    let (_, applied, failed) = overlay::apply(root, actions.clone(), Strictness::Corrections);
    let applied: HashSet<_> = applied.iter().map(|action| action.span).collect();
    let mut left = actions.clone();
    let Value::Array(list) = &mut left.pointer_mut("/actions")?.value else { return None };
    list.retain(|action| applied.contains(&action.span) || !changes(action));
    if list.is_empty() {
        return Some((None, failed));
    }
    let text = rewrite(&actions, &left).ok()?;
    Some((Some(SourceFile::new(own.name.as_str(), text)), failed))
}

fn changes(action: &Node) -> bool {
    ["update", "remove", "copy"].iter().any(|field| action.get(field).is_some())
}

/// Why a copy cannot be used, when it cannot.
pub(super) fn usable(loaded: Loaded) -> Result<(unplug_openapi::Document, Vec<Diagnostic>), Error> {
    match loaded.document {
        Some(document) => Ok((document, loaded.diagnostics)),
        None => Err(Error::After { diagnostics: loaded.diagnostics }),
    }
}
