//! The documents against newer published copies.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use unplug_contract::{Options, Side, compare as compare_apis, match_copies};
use unplug_openapi::Document;
use unplug_openapi::load::EXTENSIONS;

use super::names::Names;
use super::{Compared, plural};

pub(super) fn compare(path: &Path, documents: &[Document]) -> anyhow::Result<Compared> {
    let mut copies = Vec::new();
    for file in files(path)? {
        copies.push(published(&file)?);
    }
    let apis: Vec<_> = copies.iter().map(|copy| &copy.api).collect();
    let ours: Vec<_> = documents.iter().map(|document| &document.api).collect();
    let matched = match_copies(&ours, &apis);
    let mut findings = Vec::new();
    let mut compared = 0;
    for (copy, position) in copies.iter().zip(matched) {
        let Some(document) = position.and_then(|position| documents.get(position)) else { continue };
        let names = Names::of(&document.api);
        let options = Options { whole_document: true, rust: Some(&names) };
        let before = Side::document(document, "in our document");
        let after = Side::document(copy, "in the published copy");
        findings.extend(compare_apis(&before, &after, &options));
        compared += 1;
    }
    if compared == 0 {
        let names: Vec<&str> = documents.iter().map(|document| document.name.as_str()).collect();
        bail!(
            "{} is a copy of none of {}: neither a name nor half of the operations agree",
            path.display(),
            names.join(", ")
        );
    }
    let copies = if compared == 1 { "its published copy" } else { "their published copies" };
    let what = format!("{compared} document{} compared with {copies}", plural(compared));
    Ok(Compared { findings, what, before: "ours", after: "published" })
}

/// The documents that a path stands for.
fn files(path: &Path) -> anyhow::Result<Vec<PathBuf>> {
    if path.is_file() {
        return Ok(vec![path.to_owned()]);
    }
    let entries = std::fs::read_dir(path).with_context(|| format!("cannot read {}", path.display()))?;
    let mut files = Vec::new();
    for entry in entries {
        let file = entry.with_context(|| format!("cannot read {}", path.display()))?.path();
        let stem = file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let beside = stem.ends_with(".overlay") || stem.ends_with(".selection");
        let known = file.extension().is_some_and(|own| EXTENSIONS.iter().any(|known| own == *known));
        if known && !beside {
            files.push(file);
        }
    }
    files.sort();
    if files.is_empty() {
        bail!("{} has no document in it", path.display());
    }
    Ok(files)
}

/// A published copy as it is to be compared.
///
/// This is the one place to apply to it what still applies of our corrections.
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
