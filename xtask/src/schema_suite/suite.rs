//! The files of the suite.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context as _, anyhow};
use serde_json::Value;
use unplug_openapi::syntax::{self, Node, SourceFile};

/// A file of the suite: all groups of one keyword.
pub(crate) struct KeywordFile {
    /// Its name without extension: the keyword.
    pub(crate) name: String,
    /// Its groups.
    pub(crate) groups: Vec<Group>,
}

/// A schema with instances.
pub(crate) struct Group {
    /// What it is about.
    pub(crate) description: String,
    /// The schema.
    pub(crate) schema: Value,
    /// What the schema refers to and has to stand elsewhere in a document, by name.
    pub(crate) definitions: Vec<(String, Value)>,
    /// The instances.
    pub(crate) tests: Vec<Test>,
}

/// An instance.
pub(crate) struct Test {
    /// What it is about.
    pub(crate) description: String,
    /// The instance as it stands in the file.
    pub(crate) text: String,
    /// Whether it is valid under the group's schema.
    pub(crate) valid: bool,
}

/// The files in a folder, sorted by name.
pub(crate) fn files(folder: &Path, only: &[String]) -> anyhow::Result<Vec<KeywordFile>> {
    let entries = std::fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut paths: Vec<PathBuf> = entries.map(|entry| Ok(entry?.path())).collect::<anyhow::Result<_>>()?;
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    let mut files = Vec::new();
    for path in paths {
        let name = path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if only.is_empty() || only.contains(&name) {
            let groups = read(&path).with_context(|| format!("cannot use {}", path.display()))?;
            files.push(KeywordFile { name, groups });
        }
    }
    Ok(files)
}

fn read(path: &Path) -> anyhow::Result<Vec<Group>> {
    let text = std::fs::read_to_string(path)?;
    let file = Arc::new(SourceFile::new(path.to_string_lossy(), text));
    let root = syntax::parse(file).map_err(|found| anyhow!("{} findings in its JSON", found.len()))?;
    root.as_array().context("it is no list")?.iter().map(group).collect()
}

fn group(node: &Node) -> anyhow::Result<Group> {
    let tests = node.get("tests").and_then(Node::as_array).context("a group has no tests")?;
    Ok(Group {
        description: text(node, "description")?,
        schema: node.get("schema").context("a group has no schema")?.to_json(),
        definitions: Vec::new(),
        tests: tests.iter().map(test).collect::<anyhow::Result<_>>()?,
    })
}

fn test(node: &Node) -> anyhow::Result<Test> {
    let data = node.get("data").context("a test has no data")?;
    let valid = node.get("valid").and_then(Node::as_bool).context("a test does not say what is valid")?;
    let text_of_data = data.file.slice(data.span).replace(['\n', '\r'], " ");
    Ok(Test { description: text(node, "description")?, text: text_of_data, valid })
}

fn text(node: &Node, key: &str) -> anyhow::Result<String> {
    node.get(key).and_then(Node::as_str).map(str::to_owned).with_context(|| format!("there is no {key}"))
}
