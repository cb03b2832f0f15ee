//! Upgrades a document to a newer published copy: the copy itself, byte for byte, and what has to
//! change beside it so that the workspace still builds.
//!
//! Corrections that the publisher has made leave the overlay. Operations that are new in the copy
//! are not generated until somebody asks for them, because a generated operation without a handler
//! does not compile: a selection beside the document keeps to the operations that were there.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use unplug_openapi::diagnostic::{self, Diagnostic};
use unplug_openapi::load::{EXTENSIONS, load_with};
use unplug_openapi::overlay::{self, Evaluation, Judgement};
use unplug_openapi::rewrite::rewrite;
use unplug_openapi::syntax::{self, Node, SourceFile, Value};
use unplug_openapi::{Document, Loaded, Sources};

use crate::error::io;
use crate::workspace::{self, COMMAND, DocumentFiles, Workspace};

mod applicable;
mod files;
mod preview;
mod selection;

pub use applicable::load_applicable;
pub use preview::{Preview, preview};
pub use selection::SelectionChange;

/// Why a document was not upgraded. Nothing has been written then, except as [`Error::Undone`]
/// says.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// Files of the workspace, or the copy, cannot be read or written.
    #[error(transparent)]
    Workspace(#[from] workspace::Error),
    /// The copy's name does not end like that of a document.
    #[error("{path} is no document: its name has to end in .json, .yaml or .yml", path = path.display())]
    Extension {
        /// The copy.
        path: PathBuf,
    },
    /// The copy is what is here already.
    #[error("specs/{document} is the same as this copy, byte for byte: there is nothing to upgrade")]
    Same {
        /// File name of the document.
        document: String,
    },
    /// The document as it is here has errors, so that nothing can be compared with it.
    #[error("specs/{document} cannot be used as it is; correct it first:\n{}", rendered(diagnostics))]
    Before {
        /// File name of the document.
        document: String,
        /// What is wrong.
        diagnostics: Vec<Diagnostic>,
    },
    /// Corrections do not apply to the copy.
    #[error("these corrections do not apply to the newer copy; look at each, then rewrite or remove it:\n{}",
        rendered(&inapplicable(judgements)))]
    Inapplicable {
        /// Those corrections.
        judgements: Vec<Judgement>,
    },
    /// The copy, with the corrections that are left, cannot be used.
    #[error("the newer copy cannot be used with the corrections that are left:\n{}", rendered(diagnostics))]
    After {
        /// What is wrong.
        diagnostics: Vec<Diagnostic>,
    },
    /// None of the operations that are generated today is in the copy.
    #[error("no operation that is generated today is in the newer copy; is it a copy of `{name}`?")]
    NothingLeft {
        /// Name of the document.
        name: String,
    },
    /// A file beside the document cannot be edited without changing what else it says.
    #[error("specs/{file} has to change, but {source}; remove by hand: {}", places.join(", "))]
    Text {
        /// File name.
        file: String,
        /// Why.
        source: unplug_openapi::rewrite::Unwritable,
        /// `file:line` of what has to go.
        places: Vec<String>,
    },
    /// Writing failed half-way, and what had been written could not be undone either.
    #[error("{cause}; and this was left as it is: {}", left.join(", "))]
    Undone {
        /// What failed first.
        cause: Box<workspace::Error>,
        /// Files that now have another content.
        left: Vec<String>,
    },
}

fn rendered(diagnostics: &[Diagnostic]) -> String {
    diagnostic::render(diagnostics, false)
}

fn inapplicable(judgements: &[Judgement]) -> Vec<Diagnostic> {
    let why = |judgement: &Judgement| match &judgement.outcome {
        overlay::Outcome::Inapplicable { why } => Some(Diagnostic::clone(why)),
        _ => None,
    };
    judgements.iter().filter_map(why).collect()
}

/// What was done.
#[derive(Clone, Debug)]
pub struct Upgrade {
    /// File name of the document now.
    pub document: String,
    /// File name of the document before, where it had another extension; it is removed.
    pub removed: Option<String>,
    /// What became of the overlay.
    pub overlay: OverlayChange,
    /// What became of the selection.
    pub selection: SelectionChange,
    /// What became of each correction.
    pub judgements: Vec<Judgement>,
    /// Operations of the copy that were not there before, as `METHOD /path`.
    pub new_operations: Vec<String>,
    /// Operations that are gone, as `METHOD /path`: their handlers no longer compile.
    pub gone_operations: Vec<String>,
}

/// What became of an overlay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OverlayChange {
    /// There is none, or it stands as it was.
    Unchanged,
    /// What the publisher has made was taken out of this file.
    Rewritten(String),
    /// The publisher has made all of it, so this file was removed.
    Removed(String),
}

/// Upgrades the document `name` to the copy at `newer`. The generated crates are then stale.
///
/// # Errors
/// See [`Error`]. Everything is tried in memory before the first file is written.
pub fn upgrade(workspace: &Workspace, name: &str, newer: &Path) -> Result<Upgrade, Error> {
    let old = workspace.find(name)?;
    let extension = extension(newer)?;
    let bytes = std::fs::read(newer).map_err(io("read", newer))?;
    let text = String::from_utf8(bytes).map_err(|error| {
        io("read", newer)(std::io::Error::new(std::io::ErrorKind::InvalidData, error.utf8_error()))
    })?;
    let before = loaded(workspace, &old)?;
    if old.document == format!("{name}.{extension}") && before.published.file.text == text {
        return Err(Error::Same { document: old.document });
    }
    let changes = Changes::new(workspace, &old, &before, &format!("{name}.{extension}"), text)?;
    changes.write(workspace)?;
    Ok(changes.done)
}

fn extension(path: &Path) -> Result<String, Error> {
    let given = path.extension().and_then(|extension| extension.to_str()).map(str::to_ascii_lowercase);
    given
        .filter(|given| EXTENSIONS.contains(&given.as_str()))
        .ok_or_else(|| Error::Extension { path: path.to_path_buf() })
}

fn loaded(workspace: &Workspace, files: &DocumentFiles) -> Result<Document, Error> {
    let loaded = workspace.load(files)?;
    let sound = !loaded.has_errors();
    loaded
        .document
        .filter(|_| sound)
        .ok_or_else(|| Error::Before { document: files.document.clone(), diagnostics: loaded.diagnostics })
}

/// Everything that is going to be written.
struct Changes {
    /// File names in `specs/` with their new text, the document first.
    written: Vec<(String, String)>,
    /// File names in `specs/` that go.
    removed: Vec<String>,
    done: Upgrade,
}

impl Changes {
    fn new(
        workspace: &Workspace,
        old: &DocumentFiles,
        before: &Document,
        document: &str,
        text: String,
    ) -> Result<Self, Error> {
        let root = parse(document, &text)?;
        let corrections = Corrections::new(old, before, root, document)?;
        let settings = workspace.settings()?;
        let copy = Copy { workspace, settings, old, document, text, overlay: corrections.text };
        let here = selection::routes(workspace, document, corrections.corrected);
        let own = beside(before, old.selection.as_ref());
        let own_text = own.as_ref().map(|(_, selection)| selection.file.text.clone());
        let kept = selection::keep(&old.name, before, own, &here, &|selection| copy.load(selection))?;
        let loaded = copy.load(kept.text.as_deref().or(own_text.as_deref()));
        if loaded.has_errors() {
            return Err(Error::After { diagnostics: loaded.diagnostics });
        }
        let removed = (old.document != document).then(|| old.document.clone());
        let mut gone: Vec<String> = removed.iter().cloned().collect();
        let mut written = vec![(document.to_owned(), copy.text)];
        match (&corrections.change, copy.overlay) {
            (OverlayChange::Rewritten(file), Some(text)) => written.push((file.clone(), text)),
            (OverlayChange::Removed(file), _) => gone.push(file.clone()),
            _ => {}
        }
        if let (Some(file), Some(text)) = (kept.change.file(), kept.text) {
            written.push((file.to_owned(), text));
        }
        let had = selection::routes(workspace, &old.document, Node::clone(&before.root));
        let used: BTreeSet<String> = before.api.operations.iter().map(selection::route).collect();
        let done = Upgrade {
            document: document.to_owned(),
            removed,
            overlay: corrections.change,
            selection: kept.change,
            judgements: corrections.judgements,
            new_operations: selection::without(&here, &had),
            gone_operations: selection::without(&used, &here),
        };
        Ok(Self { written, removed: gone, done })
    }
}

/// The corrections in the newer copy.
struct Corrections {
    corrected: Node,
    judgements: Vec<Judgement>,
    change: OverlayChange,
    /// The overlay as it will be; `None` when there is none.
    text: Option<String>,
}

impl Corrections {
    fn new(old: &DocumentFiles, before: &Document, root: Node, document: &str) -> Result<Self, Error> {
        let Some((file, overlay)) = beside(before, old.overlay.as_ref()) else {
            let change = OverlayChange::Unchanged;
            return Ok(Self { corrected: root, judgements: Vec::new(), change, text: None });
        };
        let evaluation = evaluated(before, &root, &overlay, &old.document)?;
        let text = remaining(file, &overlay, &evaluation, document)?;
        let change = match &text {
            Some(text) if *text == overlay.file.text => OverlayChange::Unchanged,
            Some(_) => OverlayChange::Rewritten(file.clone()),
            None => OverlayChange::Removed(file.clone()),
        };
        Ok(Self { corrected: evaluation.corrected, judgements: evaluation.judgements, change, text })
    }
}

/// The newer copy with what will lie beside it.
struct Copy<'a> {
    workspace: &'a Workspace,
    settings: Option<SourceFile>,
    old: &'a DocumentFiles,
    document: &'a str,
    text: String,
    overlay: Option<String>,
}

impl Copy<'_> {
    fn load(&self, selection: Option<&str>) -> Loaded {
        let name = |file: Option<&String>, kind: &str| {
            let file = file.cloned().unwrap_or_else(|| format!("{}.{kind}.yaml", self.old.name));
            format!("specs/{file}")
        };
        let (overlay, picked) = (self.old.overlay.as_ref(), self.old.selection.as_ref());
        let sources = Sources {
            document: SourceFile::new(format!("specs/{}", self.document), self.text.as_str()),
            overlay: self.overlay.as_deref().map(|text| SourceFile::new(name(overlay, "overlay"), text)),
            selection: selection.map(|text| SourceFile::new(name(picked, "selection"), text)),
            settings: self.settings.clone(),
        };
        load_with(&self.old.name, sources, &mut |path| self.workspace.part(path))
    }
}

fn parse(file: &str, text: &str) -> Result<Node, Error> {
    let file = Arc::new(SourceFile::new(format!("specs/{file}"), text));
    syntax::parse(file).map_err(|diagnostics| Error::After { diagnostics })
}

/// The tree of a file beside the document, with its file name.
fn beside<'a>(document: &Document, file: Option<&'a String>) -> Option<(&'a String, Node)> {
    let file = file?;
    let source = document.files.iter().find(|source| source.name == format!("specs/{file}"))?;
    Some((file, syntax::read(source).root?))
}

fn evaluated(before: &Document, root: &Node, overlay: &Node, document: &str) -> Result<Evaluation, Error> {
    let evaluation = overlay::evaluate(&before.published, root, overlay)
        .map_err(|diagnostics| Error::Before { document: document.to_owned(), diagnostics })?;
    let judgements: Vec<Judgement> = evaluation.inapplicable().cloned().collect();
    if judgements.is_empty() { Ok(evaluation) } else { Err(Error::Inapplicable { judgements }) }
}

/// The overlay's text without what is made; `None` when nothing is left.
fn remaining(
    file: &str,
    overlay: &Node,
    evaluation: &Evaluation,
    document: &str,
) -> Result<Option<String>, Error> {
    let Some(mut left) = evaluation.remaining(overlay) else {
        return Ok(None);
    };
    // The overlay names the document that it belongs to, perhaps by a file name.
    if let Some(extends) = left.pointer_mut("/extends")
        && extends.as_str().is_some_and(|name| name != document && !name.contains('/'))
    {
        extends.value = Value::String(document.to_owned());
    }
    rewrite(overlay, &left).map(Some).map_err(|source| Error::Text {
        file: file.to_owned(),
        source,
        places: evaluation.unnecessary().map(place).collect(),
    })
}

fn place(judgement: &Judgement) -> String {
    let (line, _) = judgement.action.file.line_column(judgement.action.span.start);
    format!("{}:{line}", judgement.action.file.name)
}

impl std::fmt::Display for Upgrade {
    /// The report for a person: what was written, which corrections are gone, what to do next.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        writeln!(formatter, "specs/{} is the newer copy, byte for byte", self.document)?;
        if let Some(removed) = &self.removed {
            writeln!(formatter, "specs/{removed} is removed")?;
        }
        match &self.overlay {
            OverlayChange::Unchanged => {}
            OverlayChange::Rewritten(file) => {
                writeln!(formatter, "specs/{file} is without what the publisher has made")?;
            }
            OverlayChange::Removed(file) => {
                writeln!(formatter, "specs/{file} is removed: the publisher has made all of it")?;
            }
        }
        for judgement in &self.judgements {
            let (where_from, what) = (place(judgement), &judgement.action.description);
            match &judgement.outcome {
                overlay::Outcome::Unnecessary => {
                    writeln!(formatter, "  made by the publisher ({where_from} before): {what}")?;
                }
                overlay::Outcome::Partly { made } => {
                    let made = made.join(", ");
                    writeln!(formatter, "  made in part ({where_from} before; {made}): {what}")?;
                }
                _ => {}
            }
        }
        for operation in &self.gone_operations {
            writeln!(formatter, "gone: {operation}; remove its handler and its line in `Handlers`")?;
        }
        write!(formatter, "{}", self.selection)?;
        if !self.new_operations.is_empty() {
            let new = self.new_operations.join(", ");
            writeln!(formatter, "new, and not generated unless the selection lists them: {new}")?;
            writeln!(
                formatter,
                "to generate one, add it to the selection, run `{COMMAND} --no-diff`, then `cargo xtask scaffold`"
            )?;
        }
        writeln!(formatter, "now run `{COMMAND}`")
    }
}
