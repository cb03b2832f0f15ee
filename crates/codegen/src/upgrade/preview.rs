//! What an upgrade to a newer published copy would do to our corrections. Nothing is written.

use std::path::Path;
use std::sync::Arc;

use unplug_openapi::load::load_with;
use unplug_openapi::overlay::{self, Judgement};
use unplug_openapi::syntax::{self, SourceFile};
use unplug_openapi::{Document, Sources};

use super::{Error, beside, io, loaded, remaining};
use crate::workspace::Workspace;

/// A newer copy, and what becomes of our corrections in it.
#[derive(Debug)]
pub struct Preview {
    /// The copy with the corrections that still stand; as it is published when one of them does not
    /// apply to it, because then a person has to look first.
    pub document: Document,
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
    let mut judgements = Vec::new();
    let mut standing = None;
    if let Some((file, overlay)) = beside(&before, old.overlay.as_ref()) {
        let evaluation = overlay::evaluate(&before.published, &root, &overlay)
            .map_err(|diagnostics| Error::Before { document: old.document.clone(), diagnostics })?;
        if evaluation.inapplicable().next().is_none() {
            let text = remaining(file, &overlay, &evaluation, &old.document)?;
            standing = text.map(|text| SourceFile::new(format!("specs/{file}"), text));
        }
        judgements = evaluation.judgements;
    }
    let sources = Sources { document: source(), overlay: standing, selection: None };
    let mut read = |path: &str| std::fs::read_to_string(path).map_err(|error| error.to_string());
    let copy = load_with(name, sources, &mut read);
    let document = copy.document.ok_or(Error::After { diagnostics: copy.diagnostics })?;
    Ok(Preview { document, judgements })
}
