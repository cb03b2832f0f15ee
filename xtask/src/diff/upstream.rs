//! The documents against newer published copies.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use unplug_codegen::upgrade;
use unplug_codegen::workspace::Workspace;
use unplug_contract::{Description, Options, compare as compare_apis, match_copies};
use unplug_openapi::Document;
use unplug_openapi::load::documents_in;
use unplug_openapi::overlay::{Judgement, Outcome};

use super::names::Names;
use super::rust_items;
use super::{Compared, hint, plural};

pub(super) fn compare(
    workspace: &Workspace,
    path: &Path,
    documents: &[Document],
) -> anyhow::Result<Compared> {
    let mut copies = Vec::new();
    let files = files(path)?;
    for file in &files {
        copies.push(published(file)?);
    }
    let apis: Vec<_> = copies.iter().map(|copy| &copy.api).collect();
    let ours: Vec<_> = documents.iter().map(|document| &document.api).collect();
    let matched = match_copies(&ours, &apis);
    let mut compared = Compared { before: "ours", after: "published", ..Compared::default() };
    let mut count = 0;
    for (file, position) in files.iter().zip(matched) {
        let Some(document) = position.and_then(|position| documents.get(position)) else { continue };
        let preview = upgrade::preview(workspace, &document.name, file)?;
        compared.ledger.extend(preview.judgements.iter().map(line));
        let copy = &preview.document;
        compared.documents.push(document.name.clone());
        let names = Names::of(&document.api);
        let options = Options { whole_document: true, rust: Some(&names), ..Options::default() };
        let ours = workspace.load(&workspace.find(&document.name)?)?.diagnostics;
        let before = Description::document(document, "in our document").with_diagnostics(&ours);
        let after =
            Description::document(copy, "in the published copy").with_diagnostics(&preview.diagnostics);
        let copy_file = file.display().to_string();
        let our_file = document.files.first().map_or(document.name.as_str(), |file| &file.name);
        let effects = rust_items::effects(workspace.root(), (our_file, &copy_file), &document.api, &copy.api);
        compared.add(compare_apis(&before, &after, &options), effects);
        count += 1;
    }
    if count == 0 {
        let names: Vec<&str> = documents.iter().map(|document| document.name.as_str()).collect();
        bail!(
            "{} is a copy of none of {}: neither a name nor half of the operations agree",
            path.display(),
            names.join(", ")
        );
    }
    let copies = if count == 1 { "its published copy" } else { "their published copies" };
    compared.what = format!("{count} document{} compared with {copies}", plural(count));
    compared.hint = hint(&compared.findings);
    Ok(compared)
}

/// The name of the document that a file is a copy of.
pub(super) fn name_of<'d>(file: &Path, documents: &'d [Document]) -> anyhow::Result<&'d str> {
    if !file.is_file() {
        bail!("{} is no file; a document is upgraded to one copy at a time", file.display());
    }
    let copy = published(file)?;
    let ours: Vec<_> = documents.iter().map(|document| &document.api).collect();
    let matched = match_copies(&ours, &[&copy.api]).into_iter().next().flatten();
    let document = matched.and_then(|position| documents.get(position));
    document.map(|document| document.name.as_str()).with_context(|| {
        format!(
            "{} is a copy of no document in specs/: neither a name nor half of the operations agree",
            file.display()
        )
    })
}

/// What becomes of a correction, and where it stands.
fn line(judgement: &Judgement) -> String {
    let action = &judgement.action;
    let (line, _) = action.file.line_column(action.span.start);
    let mut more = match &judgement.outcome {
        Outcome::Partly { made } => format!(" (made: {})", made.join(", ")),
        Outcome::Inapplicable { why } => format!(" ({})", why.message),
        Outcome::Unnecessary | Outcome::Stands => String::new(),
    };
    for hidden in &judgement.hidden {
        // The comparison of the corrected copies cannot show it.
        let _ =
            write!(more, " (the publisher has changed what it removes, {}: {})", hidden.pointer, hidden.text);
    }
    let word = judgement.outcome.as_str();
    format!("{word:>12} {}:{line}: {}{more}", action.file.name, action.description.trim())
}

/// The documents that a path stands for.
fn files(path: &Path) -> anyhow::Result<Vec<PathBuf>> {
    if path.is_file() {
        return Ok(vec![path.to_owned()]);
    }
    let files = documents_in(path).with_context(|| format!("cannot read {}", path.display()))?;
    if files.is_empty() {
        bail!("{} holds no document (*.json, *.yaml or *.yml)", path.display());
    }
    Ok(files)
}

/// A published copy as it is, which tells whose copy it is.
fn published(file: &Path) -> anyhow::Result<Document> {
    let loaded = unplug_openapi::load(file, None);
    match loaded.document {
        Some(document) => Ok(document),
        None => bail!(
            "{} cannot be used:\n{}",
            file.display(),
            unplug_openapi::diagnostic::render(&loaded.diagnostics, false)
        ),
    }
}
