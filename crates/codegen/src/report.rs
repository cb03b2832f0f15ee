//! The report of what a run found and did: right-aligned verbs, `problem:`, `fix:`, one summary line.

use std::io::{self, Write};

use similar::TextDiff;
use unplug_openapi::Document;

use crate::workspace::{COMMAND, CrateKind, DocumentFiles, Generation, Problem, Target};

/// Lines of a diff that are shown before it is cut.
const MAX_DIFF_LINES: usize = 40;

/// Operations of a new document that are listed.
const MAX_LISTED_OPERATIONS: usize = 20;

/// What to do with what is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Report only.
    Check,
    /// The problems have been fixed; say so.
    Write,
}

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Everything is as it should be.
    Fresh,
    /// Check only: something must be regenerated.
    Stale,
    /// A document cannot be used.
    Failed,
}

impl Outcome {
    /// Exit code of the process: 0 fresh, 4 stale, 100 failed.
    #[must_use]
    pub fn exit_code(self) -> u8 {
        match self {
            Self::Fresh => 0,
            Self::Stale => 4,
            Self::Failed => 100,
        }
    }
}

fn verb(out: &mut dyn Write, verb: &str, rest: &str) -> io::Result<()> {
    writeln!(out, "{verb:>12} {rest}")
}

/// Prints every target, one group per document, and the summary line.
///
/// # Errors
/// When `out` cannot be written.
pub fn render(
    out: &mut dyn Write,
    generation: &Generation,
    compared: &[(&Target, Vec<Problem>)],
    mode: Mode,
) -> io::Result<Outcome> {
    let mut counts = Counts::default();
    if compared.is_empty() {
        for input in &generation.inputs {
            let usable = generation.documents.iter().any(|document| document.name == input.name);
            if !usable {
                counts.failed += 1;
                verb(out, "Failure", &format!("specs/{}: see the errors above", input.document))?;
            }
        }
        counts.failed = counts.failed.max(1);
    }
    for (target, problems) in compared {
        for group in groups(&generation.inputs) {
            let of_group: Vec<&Problem> =
                problems.iter().filter(|problem| group.owns(problem.path(), &generation.inputs)).collect();
            let name = format!("{} ({})", target.kind.directory(), group.label(target));
            if of_group.is_empty() {
                if group.is_listed(target) {
                    counts.fresh += 1;
                    verb(out, if mode == Mode::Check { "Fresh" } else { "Unchanged" }, &name)?;
                }
                continue;
            }
            counts.stale += 1;
            match mode {
                Mode::Check => {
                    verb(out, "Stale", &name)?;
                    for problem in of_group {
                        render_problem(out, target, problem)?;
                    }
                }
                Mode::Write => {
                    let new = of_group.iter().all(|problem| matches!(problem, Problem::Missing { .. }));
                    match group.document(generation).filter(|_| new) {
                        Some(document) => render_new(out, &name, target, document)?,
                        None => verb(out, "Updated", &name)?,
                    }
                    for problem in of_group {
                        render_fixed(out, target, problem)?;
                    }
                }
            }
        }
    }
    summary(out, &counts, mode)
}

/// Prints per document how many operations progenitor builds, and why it does not build the others.
///
/// # Errors
/// When `out` cannot be written.
pub fn render_ways(out: &mut dyn Write, generation: &Generation) -> io::Result<()> {
    for document in &generation.documents {
        let Some(direct) = generation.direct.get(&document.name) else { continue };
        let all = document.api.operations.len();
        let built = all - direct.len();
        verb(out, "Progenitor", &format!("{}: builds {built} of {all} operations", document.name))?;
        for direct in direct {
            verb(out, "direct:", &format!("{}, because {}", direct.operation, direct.reason))?;
        }
    }
    Ok(())
}

#[derive(Default)]
struct Counts {
    fresh: usize,
    stale: usize,
    failed: usize,
}

fn summary(out: &mut dyn Write, counts: &Counts, mode: Mode) -> io::Result<Outcome> {
    writeln!(out, "{:>12}", "-------")?;
    let checked = counts.fresh + counts.stale + counts.failed;
    let (word, outcome) = match (counts.failed, counts.stale, mode) {
        (1.., ..) => ("Failure", Outcome::Failed),
        (0, 1.., Mode::Check) => ("Stale", Outcome::Stale),
        (0, 0, Mode::Check) => ("Fresh", Outcome::Fresh),
        (0, _, Mode::Write) => ("Success", Outcome::Fresh),
    };
    let stale_word = if mode == Mode::Check { "stale" } else { "updated" };
    verb(
        out,
        word,
        &format!(
            "{} checked: {} fresh, {} {stale_word}, {} failed",
            counted(checked, "target"),
            counts.fresh,
            counts.stale,
            counts.failed
        ),
    )?;
    match outcome {
        Outcome::Stale => verb(out, "", &format!("(run `{COMMAND}` to update)"))?,
        Outcome::Failed => verb(out, "", &format!("(fix the documents, then run `{COMMAND}`)"))?,
        Outcome::Fresh => {}
    }
    Ok(outcome)
}

/// Where a problem is, from the root of the workspace.
fn place(target: &Target, problem: &Problem) -> String {
    match problem {
        Problem::Features => format!("crates/{}/Cargo.toml", target.kind.directory()),
        _ => format!("crates/{}/src/generated/{}", target.kind.directory(), problem.path()),
    }
}

/// What a crate now has of a document that had no code before.
fn render_new(out: &mut dyn Write, name: &str, target: &Target, document: &Document) -> io::Result<()> {
    let operations = &document.api.operations;
    verb(out, "Generated", &format!("{name}: {}", counted(operations.len(), "operation")))?;
    // Both crates have the same ones.
    if target.kind != CrateKind::Client {
        return Ok(());
    }
    for operation in operations.iter().take(MAX_LISTED_OPERATIONS) {
        let (method, path, id) = (operation.method.as_str(), &operation.path, &operation.id);
        verb(out, "Operation", &format!("{method} {path} ({id})"))?;
    }
    let rest = operations.len().saturating_sub(MAX_LISTED_OPERATIONS);
    if rest > 0 {
        verb(out, "", &format!("… {rest} more operations"))?;
    }
    Ok(())
}

fn counted(count: usize, noun: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{plural}")
}

fn render_fixed(out: &mut dyn Write, target: &Target, problem: &Problem) -> io::Result<()> {
    let place = place(target, problem);
    match problem {
        Problem::Missing { path } => {
            let lines = target.files.get(path).map_or(0, |text| text.lines().count());
            verb(out, "Wrote", &format!("{place} ({})", counted(lines, "line")))
        }
        Problem::Stale { .. } | Problem::Features => verb(out, "Rewrote", &place),
        Problem::Extra { .. } => verb(out, "Removed", &place),
    }
}

fn render_problem(out: &mut dyn Write, target: &Target, problem: &Problem) -> io::Result<()> {
    let place = place(target, problem);
    let (what, fix) = match problem {
        Problem::Missing { .. } => (format!("{place} is missing"), "write"),
        Problem::Stale { .. } => (format!("{place} differs from what its document generates"), "rewrite"),
        Problem::Extra { .. } => (format!("{place} is not generated from any document"), "remove"),
        Problem::Features => (format!("{place} has no feature for one of the documents"), "rewrite"),
    };
    verb(out, "problem:", &what)?;
    verb(out, "fix:", &format!("will {fix} {place}"))?;
    if let (Problem::Stale { found, path }, Some(wanted)) = (problem, target.files.get(problem.path())) {
        render_diff(out, path, found, wanted)?;
    }
    Ok(())
}

fn render_diff(out: &mut dyn Write, path: &str, found: &str, wanted: &str) -> io::Result<()> {
    let diff = TextDiff::from_lines(found, wanted);
    let unified =
        diff.unified_diff().context_radius(3).header(&format!("a/{path}"), &format!("b/{path}")).to_string();
    let mut lines = unified.lines();
    for line in lines.by_ref().take(MAX_DIFF_LINES) {
        writeln!(out, "{:>12} {line}", "")?;
    }
    let rest = lines.count();
    if rest > 0 {
        writeln!(out, "{:>12} … {rest} more lines", "")?;
    }
    Ok(())
}

/// Files of one document, or those that belong to none.
enum Group<'a> {
    Document(&'a DocumentFiles),
    Shared,
}

fn groups(inputs: &[DocumentFiles]) -> impl Iterator<Item = Group<'_>> {
    inputs.iter().map(Group::Document).chain(std::iter::once(Group::Shared))
}

impl Group<'_> {
    fn prefix(files: &DocumentFiles) -> String {
        format!("{}/", crate::names::module(&files.name))
    }

    fn owns(&self, path: &str, inputs: &[DocumentFiles]) -> bool {
        match self {
            Self::Document(files) => path.starts_with(&Self::prefix(files)),
            Self::Shared => !inputs.iter().any(|files| path.starts_with(&Self::prefix(files))),
        }
    }

    /// The document of the group, when it could be used.
    fn document<'g>(&self, generation: &'g Generation) -> Option<&'g Document> {
        match self {
            Self::Document(files) => generation.documents.iter().find(|document| document.name == files.name),
            Self::Shared => None,
        }
    }

    fn is_listed(&self, target: &Target) -> bool {
        match self {
            Self::Document(files) => target.files.keys().any(|path| path.starts_with(&Self::prefix(files))),
            Self::Shared => true,
        }
    }

    fn label(&self, target: &Target) -> String {
        match (self, target.kind) {
            (Self::Document(files), _) => format!("specs/{}", files.document),
            (Self::Shared, CrateKind::Client) => "features, module list and build guard".to_owned(),
            (Self::Shared, CrateKind::ServerStub) => "module list and build guard".to_owned(),
        }
    }
}
