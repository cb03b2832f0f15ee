//! What an upgrade to a newer published copy would do to our corrections. Nothing is written.

use std::path::Path;
use std::sync::Arc;

use unplug_openapi::diagnostic::Diagnostic;
use unplug_openapi::load::load_with;
use unplug_openapi::overlay::{self, Judgement};
use unplug_openapi::syntax::{self, SourceFile};
use unplug_openapi::{Document, Sources};

use super::applicable::{usable, with_applicable};
use super::{Error, beside, io, loaded, remaining};
use crate::workspace::Workspace;

/// A newer copy, and what becomes of our corrections in it.
#[derive(Debug)]
pub struct Preview {
    /// The copy with the corrections that still stand.
    pub document: Document,
    /// What was found while it was loaded.
    pub diagnostics: Vec<Diagnostic>,
    /// What becomes of each correction, in the overlay's order.
    pub judgements: Vec<Judgement>,
}

/// Tries the corrections of the document `name` on the copy at `newer`. Nothing is written.
///
/// # Errors
/// When a file cannot be read, or a document or the overlay cannot be used.
pub fn preview(workspace: &Workspace, name: &str, newer: &Path) -> Result<Preview, Error> {
    let old = workspace.find(name)?;
    let before = loaded(workspace, &old)?;
    let text = std::fs::read_to_string(newer).map_err(io("read", newer))?;
    let source = || SourceFile::new(newer.display().to_string(), text.as_str());
    let root = syntax::parse(Arc::new(source())).map_err(|diagnostics| Error::After { diagnostics })?;
    let settings = workspace.settings()?;
    let mut judgements = Vec::new();
    let mut standing = None;
    if let Some((file, overlay)) = beside(&before, old.overlay.as_ref()) {
        let evaluation = overlay::evaluate(&before.published, &root, &overlay)
            .map_err(|diagnostics| Error::Before { document: old.document.clone(), diagnostics })?;
        let text = remaining(file, &overlay, &evaluation, &old.document)?;
        standing = text.map(|text| SourceFile::new(format!("specs/{file}"), text));
        judgements = evaluation.judgements;
    }
    let sources = || {
        let overlay = standing.as_ref().map(|own| SourceFile::new(own.name.as_str(), own.text.as_str()));
        Sources { overlay, settings: settings.clone(), ..Sources::new(source()) }
    };
    // Overlays that the settings name are ours, everything else is the copy's.
    let mut read = |path: &str| {
        workspace.part(path).or_else(|_| std::fs::read_to_string(path).map_err(|error| error.to_string()))
    };
    let loaded = load_with(name, sources(), &mut read);
    // A correction that does not apply is among the judgements; the others hold all the same.
    let loaded = with_applicable(name, sources(), loaded, &mut read);
    let (document, mut diagnostics) = usable(loaded)?;
    diagnostics.retain(|diagnostic| !diagnostic.rule.starts_with("correction-"));
    Ok(Preview { document, diagnostics, judgements })
}
