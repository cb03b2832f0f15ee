//! The documents against what they were at a git revision.

use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, bail};
use unplug_codegen::upgrade::load_applicable;
use unplug_codegen::workspace::Workspace;
use unplug_contract::{Description, Options, compare as compare_apis, document_added, document_removed};
use unplug_openapi::Document;
use unplug_openapi::diagnostic::Diagnostic;

use super::names::Names;
use super::{Compared, hint, inputs, plural, rust_items};

pub(super) fn compare(
    root: &Path,
    revision: &str,
    workspace: &Workspace,
    only: Option<&str>,
) -> anyhow::Result<Compared> {
    let now = loaded(workspace, only)?;
    let folder = tempfile::tempdir().context("cannot make a temporary folder")?;
    let found = check_out(root, revision, folder.path())?;
    // A revision from before the documents has none, and that is no error.
    let earlier = Workspace::new(folder.path());
    let mut before = Vec::new();
    if found {
        let known =
            |name: &str| Ok::<_, anyhow::Error>(earlier.documents()?.iter().any(|input| input.name == name));
        if only.map_or(Ok(true), known)? {
            before = loaded(&earlier, only)
                .with_context(|| format!("the documents at `{revision}` cannot be compared"))?;
        }
    }
    let wording = format!("at {revision}");
    let mut compared = Compared {
        what: format!("{} document{} compared with `{revision}`", now.len(), plural(now.len())),
        before: "before",
        after: "now",
        before_files: format!("{revision}:"),
        ..Compared::default()
    };
    for (document, diagnostics) in &before {
        let Some((other, others)) = now.iter().find(|(other, _)| other.name == document.name) else {
            compared.documents.push(document.name.clone());
            compared.findings.extend(document_removed(&document.api, file(document)));
            continue;
        };
        compared.documents.push(document.name.clone());
        let names = Names::of(&document.api);
        let options = Options { whole_document: true, rust: Some(&names), ..Options::default() };
        let one = Description::document(document, &wording).with_diagnostics(diagnostics);
        let two = Description::document(other, "now").with_diagnostics(others);
        let found = compare_apis(&one, &two, &options);
        let effects = rust_items::effects(root, (file(document), file(other)), &document.api, &other.api);
        compared.add(found, effects);
    }
    for (document, _) in
        now.iter().filter(|(document, _)| !before.iter().any(|(one, _)| one.name == document.name))
    {
        compared.documents.push(document.name.clone());
        compared.findings.extend(document_added(&document.api, file(document)));
    }
    compared.hint = hint(&compared.findings);
    Ok(compared)
}

/// The documents, each with what was found while it was loaded. Corrections that do not apply are among
/// that: the rest is compared all the same.
fn loaded(workspace: &Workspace, only: Option<&str>) -> anyhow::Result<Vec<(Document, Vec<Diagnostic>)>> {
    let mut documents = Vec::new();
    for input in inputs(workspace, only)? {
        let loaded = load_applicable(workspace, &input)?;
        match loaded.document {
            Some(document) => documents.push((document, loaded.diagnostics)),
            None => bail!(
                "specs/{} cannot be used:\n{}",
                input.document,
                unplug_openapi::diagnostic::render(&loaded.diagnostics, false)
            ),
        }
    }
    Ok(documents)
}

fn file(document: &Document) -> &str {
    document.files.first().map_or(document.name.as_str(), |file| &file.name)
}

/// Writes `specs/` as it was. `false` when the revision has no such folder.
fn check_out(root: &Path, revision: &str, into: &Path) -> anyhow::Result<bool> {
    let inside = git(root, &["rev-parse", "--is-inside-work-tree"])?;
    if !inside.status.success() {
        bail!("{} is in no git checkout, so there is no revision to compare with", root.display());
    }
    let commit = format!("{revision}^{{commit}}");
    if !git(root, &["rev-parse", "--verify", "--quiet", "--end-of-options", &commit])?.status.success() {
        bail!("git knows no revision `{revision}` here; a shallow checkout has few, `git fetch` gets more");
    }
    let listed = git(root, &["ls-tree", "-r", "-z", "--name-only", "--end-of-options", &commit, "specs/"])?;
    if !listed.status.success() {
        bail!("git cannot list specs/ at `{revision}`: {}", String::from_utf8_lossy(&listed.stderr).trim());
    }
    let mut found = false;
    for name in listed.stdout.split(|byte| *byte == 0).filter(|name| !name.is_empty()) {
        let name = std::str::from_utf8(name).context("a file name in specs/ is not UTF-8")?;
        let text = git(root, &["show", "--end-of-options", &format!("{commit}:./{name}")])?;
        if !text.status.success() {
            bail!("git cannot read {name} at `{revision}`: {}", String::from_utf8_lossy(&text.stderr).trim());
        }
        let path = into.join(name);
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent).with_context(|| format!("cannot create {}", parent.display()))?;
        }
        std::fs::write(&path, &text.stdout).with_context(|| format!("cannot write {}", path.display()))?;
        found = true;
    }
    Ok(found)
}

fn git(root: &Path, arguments: &[&str]) -> anyhow::Result<std::process::Output> {
    let mut command = Command::new("git");
    command.arg("-C").arg(root).args(arguments);
    // Set when git itself runs this task, for another repository perhaps.
    for variable in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"] {
        command.env_remove(variable);
    }
    command.output().context("cannot run git")
}
