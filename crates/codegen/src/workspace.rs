//! Finds the documents of a workspace, generates its two crates in memory, and compares or writes.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use proc_macro2::TokenStream;
use quote::quote;
use unplug_openapi::check;
use unplug_openapi::diagnostic::{Diagnostic, Severity};
use unplug_openapi::syntax::SourceFile;
use unplug_openapi::{Document, Sources};

use crate::client::DirectOperation;
use crate::error::io;
use crate::generate::{Files, format_tokens, generate};
use crate::guard;

pub use crate::error::Error;

/// The command that brings generated code up to date; every message that needs it says this.
pub const COMMAND: &str = "cargo xtask codegen";

/// A document in `specs/` and what lies beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentFiles {
    /// File stem, and name of the generated module.
    pub name: String,
    /// File name of the document.
    pub document: String,
    /// File name of the overlay.
    pub overlay: Option<String>,
    /// File name of the selection.
    pub selection: Option<String>,
}

impl DocumentFiles {
    /// The document's own file, then those beside it.
    pub fn names(&self) -> impl Iterator<Item = &String> {
        std::iter::once(&self.document).chain(&self.overlay).chain(&self.selection)
    }
}

/// A generated crate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CrateKind {
    /// `crates/client`
    Client,
    /// `crates/server-stub`
    ServerStub,
}

impl CrateKind {
    /// Directory below `crates/`, and the word for it in output.
    #[must_use]
    pub fn directory(self) -> &'static str {
        match self {
            Self::Client => "client",
            Self::ServerStub => "server-stub",
        }
    }
}

/// Everything that belongs into one crate's `src/generated`.
#[derive(Debug)]
pub struct Target {
    /// Which crate.
    pub kind: CrateKind,
    /// Path below `src/generated` → text.
    pub files: Files,
    /// The modules of the crate, each of which is a Cargo feature of the client.
    pub modules: Vec<String>,
}

/// The result of a run, before anything is written.
#[derive(Debug)]
pub struct Generation {
    /// What was read, in order of name.
    pub inputs: Vec<DocumentFiles>,
    /// The documents that could be used.
    pub documents: Vec<unplug_openapi::Document>,
    /// Everything there is to say about the documents.
    pub diagnostics: Vec<Diagnostic>,
    /// The crates; empty when a document could not be used.
    pub targets: Vec<Target>,
    /// By document, the operations whose requests progenitor does not build.
    pub direct: BTreeMap<String, Vec<DirectOperation>>,
}

impl Generation {
    /// Whether every document could be used.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.inputs.len() == self.documents.len()
            && self.diagnostics.iter().all(|diagnostic| diagnostic.severity < Severity::Error)
    }
}

/// The folder that holds `specs/` and `crates/`.
#[derive(Clone, Debug)]
pub struct Workspace {
    root: PathBuf,
}

impl Workspace {
    /// A workspace with its root folder.
    pub fn new(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }

    /// The root folder.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// `specs/`
    #[must_use]
    pub fn specs(&self) -> PathBuf {
        self.root.join("specs")
    }

    /// The folder that the generator owns in a crate.
    #[must_use]
    pub fn generated(&self, kind: CrateKind) -> PathBuf {
        self.root.join("crates").join(kind.directory()).join("src/generated")
    }

    /// The documents in `specs/`, by name.
    ///
    /// # Errors
    /// When the folder cannot be read, is empty, or holds two documents of one name, or an overlay
    /// or a selection without its document.
    pub fn documents(&self) -> Result<Vec<DocumentFiles>, Error> {
        let specs = self.specs();
        let mut names = Vec::new();
        for entry in std::fs::read_dir(&specs).map_err(io("read", &specs))? {
            let entry = entry.map_err(io("read", &specs))?;
            if let Ok(name) = entry.file_name().into_string()
                && guard::is_document(&name)
            {
                names.push(name);
            }
        }
        names.sort();
        let mut found: BTreeMap<String, DocumentFiles> = BTreeMap::new();
        let (mut overlays, mut selections) = (Vec::new(), Vec::new());
        for file in names {
            let stem = file.rsplit_once('.').map_or(file.as_str(), |(stem, _)| stem);
            if let Some(name) = stem.strip_suffix(".overlay") {
                overlays.push((name.to_owned(), file));
            } else if let Some(name) = stem.strip_suffix(".selection") {
                selections.push((name.to_owned(), file));
            } else if let Some(first) = found.get(stem) {
                let (name, first) = (stem.to_owned(), first.document.clone());
                return Err(Error::SameName { name, first, second: file });
            } else {
                let name = stem.to_owned();
                found.insert(
                    name.clone(),
                    DocumentFiles { name, document: file, overlay: None, selection: None },
                );
            }
        }
        for (name, overlay) in overlays {
            match found.get_mut(&name) {
                Some(files) => files.overlay = Some(overlay),
                None => return Err(Error::OverlayWithoutDocument { overlay }),
            }
        }
        for (name, selection) in selections {
            match found.get_mut(&name) {
                Some(files) => files.selection = Some(selection),
                None => return Err(Error::SelectionWithoutDocument { selection }),
            }
        }
        if found.is_empty() {
            return Err(Error::NoDocuments { path: specs });
        }
        Ok(found.into_values().collect())
    }

    /// The document `name` and what lies beside it.
    ///
    /// # Errors
    /// As [`Workspace::documents`], and when there is none of this name.
    pub fn find(&self, name: &str) -> Result<DocumentFiles, Error> {
        let documents = self.documents()?;
        let names: Vec<String> = documents.iter().map(|files| files.name.clone()).collect();
        documents.into_iter().find(|files| files.name == name).ok_or_else(|| Error::UnknownDocument {
            name: name.to_owned(),
            nearest: check::nearest(name, names.iter().map(String::as_str)).map(str::to_owned),
            names,
        })
    }

    /// Loads the document `name`; gives what is wrong with it when that is an error.
    ///
    /// # Errors
    /// As [`Workspace::find`], and when a file cannot be read.
    pub fn document(&self, name: &str) -> Result<Result<Document, Vec<Diagnostic>>, Error> {
        let loaded = self.load(&self.find(name)?)?;
        let sound = !loaded.has_errors();
        Ok(loaded.document.filter(|_| sound).ok_or(loaded.diagnostics))
    }

    /// Loads every document and generates both crates in memory.
    ///
    /// # Errors
    /// When files cannot be read, or on a defect of the generator. What is wrong with a document
    /// is in [`Generation::diagnostics`] instead.
    pub fn generate(&self) -> Result<Generation, Error> {
        let inputs = self.documents()?;
        let mut generation = Generation {
            inputs,
            documents: Vec::new(),
            diagnostics: Vec::new(),
            targets: Vec::new(),
            direct: BTreeMap::new(),
        };
        generation.diagnostics.extend(self.undocumented_settings(&generation.inputs)?);
        for files in &generation.inputs {
            let loaded = self.load(files)?;
            // An error is corrected here, even where the rest could be generated.
            let sound = !loaded.has_errors();
            generation.diagnostics.extend(loaded.diagnostics);
            generation.documents.extend(loaded.document.filter(|_| sound));
        }
        if generation.is_complete() {
            let mut files = [Files::new(), Files::new()];
            for document in &generation.documents {
                let input = generation.inputs.iter().find(|input| input.name == document.name);
                let generated = generate(&document.api, &input.map_or_else(String::new, document_banner))?;
                generation.diagnostics.extend(generated.diagnostics);
                generation.direct.insert(document.name.clone(), generated.direct);
                files[0].extend(generated.client);
                files[1].extend(generated.server_stub);
            }
            let [client_files, server_files] = files;
            generation.targets = vec![
                self.target(CrateKind::Client, &generation, client_files)?,
                self.target(CrateKind::ServerStub, &generation, server_files)?,
            ];
        }
        Ok(generation)
    }

    /// Loads one document with what stands beside it.
    ///
    /// # Errors
    /// When a file cannot be read. What is wrong with the document is in the result instead.
    pub fn load(&self, files: &DocumentFiles) -> Result<unplug_openapi::Loaded, Error> {
        let mut part = |path: &str| self.part(path);
        Ok(unplug_openapi::load::load_with(&files.name, self.sources(files)?, &mut part))
    }

    /// The texts of a document and of what stands beside it.
    pub(crate) fn sources(&self, files: &DocumentFiles) -> Result<Sources, Error> {
        let read = |file: &String| {
            let path = self.specs().join(file);
            let text = std::fs::read_to_string(&path).map_err(io("read", &path))?;
            Ok(SourceFile { name: format!("specs/{file}"), text })
        };
        Ok(Sources {
            document: read(&files.document)?,
            overlay: files.overlay.as_ref().map(read).transpose()?,
            selection: files.selection.as_ref().map(read).transpose()?,
            settings: self.settings()?,
        })
    }

    /// A file that a document refers to. Parts of documents stand in folders below `specs/`: a file in
    /// `specs/` itself is a document of its own.
    pub(crate) fn part(&self, path: &str) -> Result<String, String> {
        let inside = Path::new(path).components().all(|step| matches!(step, std::path::Component::Normal(_)));
        if !inside || !path.starts_with("specs/") {
            return Err("it is not below specs/".to_owned());
        }
        std::fs::read_to_string(self.root.join(path)).map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound => "there is no such file".to_owned(),
            _ => error.to_string(),
        })
    }

    fn target(&self, kind: CrateKind, generation: &Generation, mut files: Files) -> Result<Target, Error> {
        let inputs = &generation.inputs;
        files.insert("mod.rs".to_owned(), module_list(kind, inputs)?);
        files.insert("guard.rs".to_owned(), self.guard_source(generation)?);
        let modules = inputs.iter().map(|input| crate::names::module(&input.name)).collect();
        Ok(Target { kind, files, modules })
    }

    fn guard_source(&self, generation: &Generation) -> Result<String, Error> {
        let mut records = String::new();
        let own = generation.inputs.iter().flat_map(DocumentFiles::names).map(String::as_str);
        let read = generation.documents.iter().flat_map(|document| &document.files);
        let parts = read.filter_map(|file| file.name.strip_prefix("specs/"));
        let names: std::collections::BTreeSet<&str> = own.chain(parts).collect();
        for file in names {
            let path = self.specs().join(file);
            let digest = guard::digest(&std::fs::read(&path).map_err(io("read", &path))?);
            records.extend([
                "    Recorded {\n",
                &format!("        file: {file:?},\n"),
                &format!("        digest: {digest:?},\n"),
                "    },\n",
            ]);
        }
        let source = include_str!("guard.rs");
        Ok(format!(
            "// Generated by `{COMMAND}`. Do not edit.\n\n{source}\n\
             /// The documents from which this crate was generated.\n\
             pub const RECORDED: &[Recorded] = &[\n{records}];\n"
        ))
    }

    /// What is missing, stale or extra in a crate's `src/generated`.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn compare(&self, target: &Target) -> Result<Vec<Problem>, Error> {
        let directory = self.generated(target.kind);
        let mut present = BTreeMap::new();
        read_tree(&directory, "", &mut present)?;
        let mut problems = Vec::new();
        for (path, wanted) in &target.files {
            match present.remove(path) {
                None => problems.push(Problem::Missing { path: path.clone() }),
                Some(bytes) if bytes == wanted.as_bytes() => {}
                Some(bytes) => problems.push(Problem::Stale {
                    path: path.clone(),
                    found: String::from_utf8_lossy(&bytes).into_owned(),
                }),
            }
        }
        problems.extend(present.into_keys().map(|path| Problem::Extra { path }));
        if self.manifest_with_features(target)?.is_some() {
            problems.push(Problem::Features);
        }
        Ok(problems)
    }

    fn manifest(&self, kind: CrateKind) -> PathBuf {
        self.root.join("crates").join(kind.directory()).join("Cargo.toml")
    }

    /// The manifest as it should be, when it is not.
    fn manifest_with_features(&self, target: &Target) -> Result<Option<String>, Error> {
        if target.kind != CrateKind::Client {
            return Ok(None);
        }
        let path = self.manifest(target.kind);
        let text = std::fs::read_to_string(&path).map_err(io("read", &path))?;
        crate::features::with_features(&text, target.modules.iter().map(String::as_str))
            .map_err(|source| Error::Manifest { path, source })
    }

    /// Fixes one problem. A file is written beside its place and then moved there, so that an
    /// interrupted run never leaves half a file.
    ///
    /// # Errors
    /// When a file cannot be written or removed.
    pub fn fix(&self, target: &Target, problem: &Problem) -> Result<(), Error> {
        let path = self.generated(target.kind).join(problem.path());
        match problem {
            Problem::Extra { .. } => std::fs::remove_file(&path).map_err(io("remove", &path)),
            Problem::Missing { path: name } | Problem::Stale { path: name, .. } => {
                match target.files.get(name) {
                    Some(text) => self.write(&path, text),
                    None => Ok(()),
                }
            }
            Problem::Features => match self.manifest_with_features(target)? {
                Some(text) => self.write(&self.manifest(target.kind), &text),
                None => Ok(()),
            },
        }
    }

    /// Writes a file beside its place and then moves it there.
    pub(crate) fn write(&self, path: &Path, text: &str) -> Result<(), Error> {
        let parent = path.parent().unwrap_or(&self.root);
        std::fs::create_dir_all(parent).map_err(io("create", parent))?;
        let file = prepare(path, text).map_err(io("write", path))?;
        file.persist(path).map_err(|error| io("write", path)(error.error))?;
        Ok(())
    }
}

/// Writes a text beside the file that it is for.
pub(crate) fn prepare(path: &Path, text: &str) -> std::io::Result<tempfile::NamedTempFile> {
    let mut file = tempfile::NamedTempFile::new_in(path.parent().unwrap_or(path))?;
    file.write_all(text.as_bytes())?;
    allow_reading(&file)?;
    Ok(file)
}

/// A temporary file is private to its owner; source code is not.
#[cfg(unix)]
fn allow_reading(file: &tempfile::NamedTempFile) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    file.as_file().set_permissions(std::fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn allow_reading(_: &tempfile::NamedTempFile) -> std::io::Result<()> {
    Ok(())
}

/// A difference between what is generated and what is on disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The file is not there.
    Missing {
        /// Path below `src/generated`.
        path: String,
    },
    /// The file has other text.
    Stale {
        /// Path below `src/generated`.
        path: String,
        /// The text on disk.
        found: String,
    },
    /// The generator does not make this file.
    Extra {
        /// Path below `src/generated`.
        path: String,
    },
    /// The client's `Cargo.toml` lacks the feature of a document.
    Features,
}

impl Problem {
    /// Path below `src/generated`; for the manifest, relative to that folder.
    #[must_use]
    pub fn path(&self) -> &str {
        match self {
            Self::Missing { path } | Self::Stale { path, .. } | Self::Extra { path } => path,
            Self::Features => "../../Cargo.toml",
        }
    }
}

fn document_banner(files: &DocumentFiles) -> String {
    let names: Vec<String> = files.names().map(|name| format!("specs/{name}")).collect();
    let (last, others) = names.split_last().map_or(("", &[][..]), |(last, others)| (last.as_str(), others));
    let sources =
        if others.is_empty() { last.to_owned() } else { format!("{} and {last}", others.join(", ")) };
    format!("// Generated from {sources} by `{COMMAND}`. Do not edit.\n")
}

fn module_list(kind: CrateKind, inputs: &[DocumentFiles]) -> Result<String, Error> {
    let mut modules = TokenStream::new();
    let mut described = TokenStream::new();
    for input in inputs {
        let (feature, module) = (&input.name, crate::names::ident(&crate::names::module(&input.name)));
        let doc = format!(" The API of `specs/{}`.", input.document);
        let feature = (kind == CrateKind::Client).then(|| quote!(#[cfg(feature = #feature)]));
        let name = &input.name;
        modules.extend(quote! { #[doc = #doc] #feature pub mod #module; });
        described.extend(quote! { #feature (#name, #module::types::type_schemas()), });
    }
    let tokens = quote! {
        #modules

        /// The types of each API, with their own JSON Schema.
        #[cfg(feature = "schemars")]
        #[must_use]
        pub fn type_schemas() -> Vec<(&'static str, Vec<unplug_wire::value::schema::TypeSchema>)> {
            Vec::from([#described])
        }
    };
    let text = format_tokens("mod.rs", tokens)?;
    Ok(format!("// Generated by `{COMMAND}`. Do not edit.\n\n{text}"))
}

fn read_tree(directory: &Path, prefix: &str, into: &mut BTreeMap<String, Vec<u8>>) -> Result<(), Error> {
    let entries = match std::fs::read_dir(directory) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(io("read", directory)(error)),
    };
    for entry in entries {
        let entry = entry.map_err(io("read", directory))?;
        let path = entry.path();
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if path.is_dir() {
            read_tree(&path, &format!("{name}/"), into)?;
        } else {
            into.insert(name, std::fs::read(&path).map_err(io("read", &path))?);
        }
    }
    Ok(())
}
