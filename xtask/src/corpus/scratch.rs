//! The scratch workspace: for each document the two generated crates as they would be if it stood in
//! `specs/`, with the manifests and lints of the real ones. All depend on the same runtimes, which compile once.

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use toml_edit::{DocumentMut, Item, Table, value};

use super::documents::Document;

/// The crates of a document, by folder.
pub(crate) const CRATES: [&str; 2] = ["client", "server-stub"];

/// The program of a document that sends values from the one to the other and back.
pub(crate) const ROUND_TRIP: &str = "round-trip";

/// A Cargo workspace below `target/`.
#[derive(Debug)]
pub(crate) struct Scratch {
    root: PathBuf,
}

impl Scratch {
    /// Lays out the workspace for some documents; their modules are written later, and what an
    /// earlier run compiled is kept.
    ///
    /// # Errors
    /// When files cannot be read or written.
    pub(crate) fn new(project: &Path, documents: &[Document], round_trip: bool) -> anyhow::Result<Self> {
        let scratch = Self { root: project.join("target/corpus") };
        let manifest = read_manifest(&project.join("Cargo.toml"))?;
        for document in documents {
            for name in CRATES {
                let from = project.join("crates").join(name);
                let to = scratch.folder(document).join(name);
                copy_sources(&from.join("src"), &to.join("src"))?;
                let package = package(document, name);
                let text = package_manifest(read_manifest(&from.join("Cargo.toml"))?, &package).to_string();
                write_if_changed(&to.join("Cargo.toml"), &text)?;
            }
            if round_trip {
                let text = round_trip_manifest(document);
                write_if_changed(&scratch.folder(document).join(ROUND_TRIP).join("Cargo.toml"), &text)?;
            }
        }
        let crates = || CRATES.into_iter().chain(round_trip.then_some(ROUND_TRIP));
        let members =
            documents.iter().flat_map(|document| crates().map(|name| format!("{}/{name}", document.slug())));
        let text = workspace_manifest(manifest, project, members.collect()).to_string();
        write_if_changed(&scratch.root.join("Cargo.toml"), &text)?;
        let lock = std::fs::read_to_string(project.join("Cargo.lock")).context("cannot read Cargo.lock")?;
        if !scratch.root.join("Cargo.lock").exists() {
            write_if_changed(&scratch.root.join("Cargo.lock"), &lock)?;
        }
        Ok(scratch)
    }

    /// The folder of the workspace.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// The folder of a document's crates.
    pub(crate) fn folder(&self, document: &Document) -> PathBuf {
        self.root.join(document.slug())
    }
}

/// Name of a crate's package. It is also the library's name, with `_` for `-`.
pub(crate) fn package(document: &Document, name: &str) -> String {
    format!("corpus-{}-{name}", document.slug())
}

pub(crate) fn read_manifest(path: &Path) -> anyhow::Result<DocumentMut> {
    let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    text.parse().with_context(|| format!("{} is not TOML", path.display()))
}

/// The program that sends sampled values to and fro.
fn round_trip_manifest(document: &Document) -> String {
    let [client, stub] = CRATES.map(|name| package(document, name));
    format!(
        "[package]\n\
         name = \"{}\"\n\
         version.workspace = true\n\
         edition.workspace = true\n\
         publish = false\n\n\
         [dependencies]\n\
         axum.workspace = true\n\
         bytes.workspace = true\n\
         client = {{ package = \"{client}\", path = \"../client\" }}\n\
         stub = {{ package = \"{stub}\", path = \"../server-stub\" }}\n\
         unplug-round-trip.workspace = true\n",
        package(document, ROUND_TRIP)
    )
}

/// The project's own workspace manifest with other members. Warnings are errors.
pub(crate) fn workspace_manifest(
    mut manifest: DocumentMut,
    project: &Path,
    members: toml_edit::Array,
) -> DocumentMut {
    // Nobody debugs these, and they are many.
    manifest["profile"]["dev"]["debug"] = value(false);
    manifest["workspace"]["members"] = value(members);
    manifest["workspace"]["lints"]["rust"]["warnings"] = deny();
    if let Some(dependencies) = manifest["workspace"]["dependencies"].as_table_mut() {
        for (_, dependency) in dependencies.iter_mut() {
            if let Some(path) = dependency.get("path").and_then(Item::as_str) {
                let path = project.join(path).to_string_lossy().into_owned();
                dependency["path"] = value(path);
            }
        }
    }
    manifest
}

fn deny() -> Item {
    let mut lint = toml_edit::InlineTable::new();
    lint.insert("level", "deny".into());
    lint.insert("priority", (-2_i64).into());
    value(lint)
}

/// A crate's own manifest under another name, without what belongs to its tests and its documents.
pub(crate) fn package_manifest(mut manifest: DocumentMut, package: &str) -> DocumentMut {
    manifest["package"]["name"] = value(package);
    manifest.remove("dev-dependencies");
    manifest.remove("example");
    // `build.rs` watches `specs/`, and there is none here.
    manifest["package"]["build"] = value(false);
    // The documents' own features go; code that only a feature compiles has to be known still.
    let schemars = manifest.get("features").and_then(|features| features.get("schemars")).cloned();
    let mut features = Table::new();
    features.extend(schemars.map(|feature| ("schemars", feature)));
    manifest["features"] = Item::Table(features);
    manifest
}

pub(crate) fn copy_sources(from: &Path, to: &Path) -> anyhow::Result<()> {
    let entries = std::fs::read_dir(from).with_context(|| format!("cannot read {}", from.display()))?;
    for entry in entries {
        let path = entry.with_context(|| format!("cannot read {}", from.display()))?.path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else { continue };
        if name == "generated" {
            continue;
        }
        let text =
            std::fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        write_if_changed(&to.join(name), &text)?;
    }
    Ok(())
}

/// Files that stay as they are keep their times, so that Cargo need not compile them again.
pub(crate) fn write_if_changed(path: &Path, text: &str) -> anyhow::Result<()> {
    if std::fs::read_to_string(path).is_ok_and(|present| present == text) {
        return Ok(());
    }
    let folder = path.parent().unwrap_or(path);
    std::fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))?;
    std::fs::write(path, text).with_context(|| format!("cannot write {}", path.display()))
}
