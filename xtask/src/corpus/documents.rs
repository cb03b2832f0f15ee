//! The documents of a folder, each with a name of its own.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, ensure};
use unplug_openapi::load::documents_in;

/// A document of the folder.
#[derive(Clone, Debug)]
pub(crate) struct Document {
    /// The file.
    pub(crate) path: PathBuf,
    /// The file's name without extension; with it where two documents differ in nothing else.
    pub(crate) name: String,
}

impl Document {
    /// The name as a folder and as a part of a package's name. No two documents share one.
    pub(crate) fn slug(&self) -> String {
        let letter =
            |letter: char| if letter.is_ascii_alphanumeric() { letter.to_ascii_lowercase() } else { '-' };
        let words: String = self.name.chars().map(letter).collect();
        if words == self.name {
            return words;
        }
        let mut hasher = DefaultHasher::new();
        self.name.hash(&mut hasher);
        format!("{words}-{:08x}", hasher.finish() >> 32)
    }
}

/// The documents in a folder, sorted by file name; all of them, or only those that are named.
///
/// # Errors
/// When the folder cannot be read, holds no document, or not one that is named.
pub(crate) fn documents(folder: &Path, only: &[String]) -> anyhow::Result<Vec<Document>> {
    let paths = documents_in(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let paths: Vec<_> = paths.into_iter().map(|path| path.canonicalize().unwrap_or(path)).collect();
    ensure!(!paths.is_empty(), "{} holds no document (*.json, *.yaml or *.yml)", folder.display());
    let mut found = named(paths);
    for name in only {
        let there = found.iter().any(|document| document.name == *name);
        ensure!(there, "{} holds no document named `{name}`", folder.display());
    }
    if !only.is_empty() {
        found.retain(|document| only.contains(&document.name));
    }
    Ok(found)
}

fn named(paths: Vec<PathBuf>) -> Vec<Document> {
    let mut stems: HashMap<String, usize> = HashMap::new();
    for path in &paths {
        *stems.entry(stem(path)).or_default() += 1;
    }
    let name = |path: &Path| match stem(path) {
        stem if stems.get(&stem) == Some(&1) => stem,
        _ => path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
    };
    paths.into_iter().map(|path| Document { name: name(&path), path }).collect()
}

fn stem(path: &Path) -> String {
    path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_differ_in_signs_case_or_extension_stay_apart() {
        let paths = ["a.b.json", "a-b.json", "A-b.json", "pets.json", "pets.yaml", "plain.yml"];
        let found = named(paths.iter().map(PathBuf::from).collect());
        let names: Vec<&str> = found.iter().map(|document| document.name.as_str()).collect();
        assert_eq!(names, ["a.b", "a-b", "A-b", "pets.json", "pets.yaml", "plain"]);
        let slugs: std::collections::BTreeSet<String> = found.iter().map(Document::slug).collect();
        assert_eq!(slugs.len(), paths.len(), "{slugs:?}");
        assert!(slugs.contains("a-b") && slugs.contains("plain"), "{slugs:?}");
    }
}
