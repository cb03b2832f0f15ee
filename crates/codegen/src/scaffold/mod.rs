//! Handlers for operations that have none yet.
//!
//! A function is appended for each, described as the document describes the operation and
//! answering 501, and bound in the `Handlers { … }` literal. What exists is never changed:
//! everything is put in at places that are found in the syntax. Where a place is not found, the
//! text to add by hand is given instead.

use std::path::PathBuf;

use similar::TextDiff;
use unplug_openapi::Document;
use unplug_openapi::diagnostic::{self, Diagnostic};

use crate::error::io;
use crate::names;
use crate::plan::{OperationPlan, Plan};
use crate::workspace::{self, Workspace};

mod handler;
mod insert;
mod schemas;
mod skeleton;

/// Where the handwritten handlers are, below the workspace's root.
const HANDLERS: &str = "crates/handlers";

/// Why nothing was scaffolded.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// Files cannot be read or written, or there is no such document.
    #[error(transparent)]
    Workspace(#[from] workspace::Error),
    /// The document has errors.
    #[error("specs/{document} cannot be used:\n{}", diagnostic::render(diagnostics, false))]
    Document {
        /// Name of the document.
        document: String,
        /// What is wrong.
        diagnostics: Vec<Diagnostic>,
    },
    /// A handwritten file is not Rust, so that places in it cannot be found.
    #[error("{path} is not Rust: {source}; correct it first", path = path.display())]
    NotRust {
        /// The file.
        path: PathBuf,
        /// What the parser says.
        source: syn::Error,
    },
}

/// What a scaffold adds.
#[derive(Clone, Debug, Default)]
pub struct Scaffold {
    /// Files that are new or longer than before.
    pub changes: Vec<FileChange>,
    /// Handlers that are added, by their function's name.
    pub handlers: Vec<String>,
    /// What has to be added by hand, in whole sentences with the text to add.
    pub by_hand: Vec<String>,
}

/// A file with its text before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileChange {
    /// Below the workspace's root, with slashes.
    pub path: String,
    /// `None` for a new file.
    pub before: Option<String>,
    /// The whole text.
    pub after: String,
}

impl Scaffold {
    fn push(&mut self, path: String, before: Option<String>, after: String) {
        if before.as_ref() != Some(&after) {
            self.changes.push(FileChange { path, before, after });
        }
    }

    /// The changes as a unified diff.
    #[must_use]
    pub fn diff(&self) -> String {
        let one = |change: &FileChange| {
            let before = change.before.as_deref().unwrap_or_default();
            let from =
                if change.before.is_some() { format!("a/{}", change.path) } else { "/dev/null".to_owned() };
            let diff = TextDiff::from_lines(before, &change.after);
            diff.unified_diff().context_radius(3).header(&from, &format!("b/{}", change.path)).to_string()
        };
        self.changes.iter().map(one).collect()
    }

    /// Writes the changes.
    ///
    /// # Errors
    /// When a file cannot be written; each is written whole or not at all.
    pub fn write(&self, workspace: &Workspace) -> Result<(), workspace::Error> {
        for change in &self.changes {
            workspace.write(&workspace.root().join(&change.path), &change.after)?;
        }
        Ok(())
    }
}

/// Works out what is missing for the document `name`. Nothing is written; doing so and asking again
/// gives nothing.
///
/// # Errors
/// See [`Error`].
pub fn scaffold(workspace: &Workspace, name: &str) -> Result<Scaffold, Error> {
    let document = workspace
        .document(name)?
        .map_err(|diagnostics| Error::Document { document: name.to_owned(), diagnostics })?;
    let (plan, _) = Plan::new(&document.api);
    let context = Context::new(workspace, &document, &plan);
    let mut scaffold = Scaffold::default();
    match context.read(&context.module_file())? {
        Some(text) => context.extend(&text, &mut scaffold)?,
        None => skeleton::create(&context, &mut scaffold)?,
    }
    Ok(scaffold)
}

/// What everything here needs to know.
struct Context<'a> {
    workspace: &'a Workspace,
    document: &'a Document,
    /// Name of the module, in both crates.
    module: String,
    operations: Vec<&'a OperationPlan<'a>>,
    /// Whether any operation asks who is calling.
    secured: bool,
}

impl<'a> Context<'a> {
    fn new(workspace: &'a Workspace, document: &'a Document, plan: &'a Plan<'a>) -> Self {
        let operations = plan.operations.iter().collect();
        let secured = plan.is_secured();
        Self { workspace, document, module: names::module(&document.name), operations, secured }
    }

    fn module_file(&self) -> String {
        format!("{HANDLERS}/src/{}.rs", self.module)
    }

    fn description_file(&self) -> String {
        format!("{HANDLERS}/src/{}/description.rs", self.module)
    }

    /// A handwritten file; `None` when it is not there.
    fn read(&self, path: &str) -> Result<Option<String>, Error> {
        let path = self.workspace.root().join(path);
        match std::fs::read_to_string(&path) {
            Ok(text) => Ok(Some(text)),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(io("read", &path)(error).into()),
        }
    }

    fn parse(&self, path: &str, text: &str) -> Result<syn::File, Error> {
        let path = self.workspace.root().join(path);
        syn::parse_file(text).map_err(|source| Error::NotRust { path, source })
    }

    /// Adds to a module that exists.
    fn extend(&self, text: &str, scaffold: &mut Scaffold) -> Result<(), Error> {
        let path = self.module_file();
        let file = self.parse(&path, text)?;
        let literal = insert::handlers_literal(&file);
        let bound = literal.as_ref().map(insert::Literal::fields).unwrap_or_default();
        let (known, taken) = insert::functions(&file);
        let missing: Vec<(&OperationPlan<'_>, String)> = self
            .operations
            .iter()
            .filter(|plan| !bound.contains(&plan.rust_name))
            .map(|plan| (*plan, handler::function(plan, &taken)))
            .collect();
        if missing.is_empty() {
            return Ok(());
        }
        let types = insert::service_types(&file);
        let mut after = text.to_owned();
        let fields: Vec<String> =
            missing.iter().map(|(plan, function)| handler::binding(plan, function)).collect();
        match &literal {
            Some(literal) => literal.insert(&mut after, &fields),
            None => scaffold.by_hand.push(format!(
                "{path} has no literal `Handlers {{ … }}`: bind there `{}`",
                fields.join("`, `")
            )),
        }
        let mut described = Vec::new();
        for (plan, function) in missing.iter().filter(|(_, function)| !known.contains(function)) {
            after.push_str(&handler::source(&self.module, (*plan, function.as_str()), self.document, &types));
            described.push(function.clone());
        }
        scaffold.handlers.extend(described.iter().cloned());
        scaffold.push(path, Some(text.to_owned()), after);
        self.describe(&described, scaffold)
    }

    /// Lists functions in the `paths(…)` of the module's description.
    fn describe(&self, functions: &[String], scaffold: &mut Scaffold) -> Result<(), Error> {
        if functions.is_empty() {
            return Ok(());
        }
        let path = self.description_file();
        let listed: Vec<String> = functions.iter().map(|name| format!("super::{name}")).collect();
        let text = self.read(&path)?;
        let changed = match &text {
            Some(text) => insert::into_paths(&self.parse(&path, text)?, text, &listed),
            None => None,
        };
        match changed {
            Some(after) => scaffold.push(path, text, after),
            None => scaffold.by_hand.push(format!(
                "{path} has no `#[openapi(paths(…))]`: list the new handlers where this API describes itself: \
                 `{}`",
                listed.join("`, `")
            )),
        }
        Ok(())
    }
}
