//! `cargo xtask diff`

use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::bail;
use clap::builder::{PossibleValuesParser, TypedValueParser as _};
use unplug_codegen::upgrade::upgrade;
use unplug_codegen::workspace::{DocumentFiles, Workspace};
use unplug_contract::render::Title;
use unplug_contract::{Accepted, Comparison, Date, FailOn, Finding, Format, Judged, report, rules};
use unplug_openapi::Document;

mod base;
mod described;
mod names;
mod rust_items;
mod types;
mod upstream;

/// The file with accepted findings, beside `specs/`.
const ACCEPTED: &str = "contract.accepted.toml";
/// Exit code when there is nothing to compare because an input cannot be used.
const UNUSABLE: u8 = 2;

/// What to compare, and how to say it.
#[derive(clap::Args, Default)]
pub(crate) struct Options {
    /// How to print the findings
    #[arg(long, default_value = "text", value_parser = possible_values::<Format>(&Format::WORDS))]
    format: Format,
    /// Which findings make the exit code 1
    #[arg(long, default_value = "breaking", value_parser = possible_values::<FailOn>(&FailOn::WORDS))]
    fail_on: FailOn,
    /// Print what a rule means and what to do, and compare nothing
    #[arg(long, value_name = "RULE")]
    explain: Option<String>,
    /// Compare with the documents as they were at a git revision, instead of with the handlers
    #[arg(long, value_name = "REV", conflicts_with = "upstream")]
    base: Option<String>,
    /// Compare with newer published copies, instead of with the handlers
    #[arg(long, value_name = "FILE|DIR")]
    upstream: Option<PathBuf>,
    /// Take the newer copy in: store it, drop the corrections that it has made, and regenerate
    #[arg(long, requires = "upstream")]
    apply: bool,
    /// Only the document of this name
    #[arg(long, value_name = "NAME")]
    only: Option<String>,
}

impl Options {
    /// The end of `cargo xtask codegen`: a few lines.
    pub(crate) fn brief() -> Self {
        Self { format: Format::Brief, ..Self::default() }
    }
}

fn possible_values<T>(words: &'static [&'static str]) -> impl clap::builder::TypedValueParser<Value = T>
where
    T: std::str::FromStr + Clone + Send + Sync + 'static,
    T::Err: std::error::Error + Send + Sync + 'static,
{
    PossibleValuesParser::new(words).try_map(|word: String| word.parse())
}

/// What was found, and between what.
#[derive(Default)]
struct Compared {
    findings: Vec<Finding>,
    what: String,
    /// What becomes of each correction in a newer copy, and of the Rust items, a line each.
    ledger: Vec<String>,
    before: &'static str,
    after: &'static str,
    /// What stands before the file names of the earlier documents.
    before_files: String,
    /// The names of the documents that were compared.
    documents: Vec<String>,
    /// What to do next.
    hint: Option<String>,
}

impl Compared {
    /// Adds what was found in a document, and what that does to its generated items.
    fn add(&mut self, found: Vec<Finding>, effects: anyhow::Result<rust_items::Effects>) {
        self.findings.extend(found);
        match effects {
            Ok(effects) => {
                self.findings.extend(effects.findings);
                self.ledger.extend(effects.lines);
            }
            Err(error) => self.ledger.push(format!("{:>12} cannot be told: {error:#}", "rust")),
        }
    }

    fn extend(&mut self, types: types::Compared) {
        let schemas = types.schemas;
        self.findings.extend(types.findings);
        self.what = format!("{}, {schemas} schema{} with their types", self.what, plural(schemas));
    }
}

/// Compares, prints to `out`, and returns the exit code: 0 or 1 as `--fail-on` says, 2 when an input
/// cannot be used, with the reason in `errors`.
pub(crate) fn run(
    root: &Path,
    options: &Options,
    out: &mut dyn Write,
    errors: &mut dyn Write,
) -> anyhow::Result<u8> {
    match compared(root, options, out) {
        Ok(Outcome::Done(code)) => Ok(code),
        Ok(Outcome::Compared(mut compared)) => {
            let judged = match judged(root, options, &mut compared) {
                Ok(judged) => judged,
                Err(error) => {
                    writeln!(errors, "error: {error:#}")?;
                    return Ok(UNUSABLE);
                }
            };
            let for_people = matches!(options.format, Format::Text | Format::Brief);
            for line in compared.ledger.iter().filter(|_| for_people) {
                writeln!(out, "{line}")?;
            }
            let title = Title {
                what: &compared.what,
                before: compared.before,
                after: compared.after,
                before_files: &compared.before_files,
                accepted: judged.accepted.len(),
            };
            for (finding, entry) in judged.accepted.iter().filter(|_| options.format == Format::Text) {
                let (heading, message) = (finding.heading(), &finding.message);
                writeln!(out, "{:>12} {heading}: {message} [{}], {entry}", "accepted", finding.rule)?;
            }
            let code = report(out, &judged.open, &title, options.format, options.fail_on)?;
            for problem in &judged.problems {
                writeln!(errors, "error: {problem}")?;
            }
            if let Some(hint) = compared.hint.filter(|_| for_people) {
                writeln!(out, "{:>12} {hint}", "next")?;
            }
            let wrong = !judged.problems.is_empty() && options.fail_on != FailOn::Never;
            Ok(code.max(u8::from(wrong)))
        }
        Err(error) => {
            writeln!(errors, "error: {error:#}")?;
            Ok(UNUSABLE)
        }
    }
}

/// The findings, told apart by whether somebody has accepted them.
fn judged(root: &Path, options: &Options, compared: &mut Compared) -> anyhow::Result<Judged> {
    let path = root.join(ACCEPTED);
    let accepted = match std::fs::read_to_string(&path) {
        Ok(text) => Accepted::parse(ACCEPTED, &text)?,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Accepted::default(),
        Err(error) => bail!("cannot read {}: {error}", path.display()),
    };
    let comparison = match (&options.base, &options.upstream) {
        (Some(_), _) => Comparison::Base,
        (None, Some(_)) => Comparison::Upstream,
        (None, None) => Comparison::Handlers,
    };
    let findings = std::mem::take(&mut compared.findings);
    Ok(accepted.judge(findings, comparison, &compared.documents, Date::today()))
}

/// What was compared, or the exit code of what was done instead.
enum Outcome {
    Compared(Compared),
    Done(u8),
}

fn compared(root: &Path, options: &Options, out: &mut dyn Write) -> anyhow::Result<Outcome> {
    if let Some(rule) = &options.explain {
        writeln!(out, "{}", rules::explain(rules::find(rule)?).trim_end())?;
        return Ok(Outcome::Done(0));
    }
    let workspace = Workspace::new(root);
    if let Some(revision) = &options.base {
        let compared = base::compare(root, revision, &workspace, options.only.as_deref())?;
        return Ok(Outcome::Compared(compared));
    }
    let documents = documents(&workspace, options.only.as_deref())?;
    Ok(Outcome::Compared(if let Some(path) = &options.upstream {
        if options.apply {
            return Ok(Outcome::Done(apply(&workspace, path, &documents, out)?));
        }
        upstream::compare(&workspace, path, &documents)?
    } else {
        let mut compared = described::compare(root, &documents)?;
        compared.extend(types::compare(root, &documents)?);
        compared
    }))
}

/// Upgrades a document to a newer copy, and regenerates. The exit code is that of the regeneration.
fn apply(
    workspace: &Workspace,
    path: &Path,
    documents: &[Document],
    out: &mut dyn Write,
) -> anyhow::Result<u8> {
    let name = upstream::name_of(path, documents)?;
    write!(out, "{}", upgrade(workspace, name, path)?)?;
    Ok(crate::codegen::run(workspace.root(), false, false)?.exit_code())
}

/// The files of the documents of a workspace, or of the one that is asked for.
fn inputs(workspace: &Workspace, only: Option<&str>) -> anyhow::Result<Vec<DocumentFiles>> {
    let mut inputs = workspace.documents()?;
    if let Some(name) = only
        && !inputs.iter().any(|input| input.name == name)
    {
        let names: Vec<&str> = inputs.iter().map(|input| input.name.as_str()).collect();
        bail!("there is no document `{name}` in specs/; there are: {}", names.join(", "));
    }
    inputs.retain(|input| only.is_none_or(|name| input.name == name));
    Ok(inputs)
}

/// What to do about operations that are new.
fn hint(findings: &[Finding]) -> Option<String> {
    let new = findings.iter().filter(|finding| finding.rule == "operation-added").count();
    let hint = || format!("`cargo xtask scaffold` writes the handlers of {new} new operation{}", plural(new));
    (new > 0).then(hint)
}

/// The corrected documents of a workspace.
fn documents(workspace: &Workspace, only: Option<&str>) -> anyhow::Result<Vec<Document>> {
    let mut documents = Vec::new();
    for input in inputs(workspace, only)? {
        let loaded = workspace.load(&input)?;
        let sound = !loaded.has_errors();
        match loaded.document.filter(|_| sound) {
            Some(document) => documents.push(document),
            None => bail!(
                "specs/{} cannot be used:\n{}",
                input.document,
                unplug_openapi::diagnostic::render(&loaded.diagnostics, false)
            ),
        }
    }
    Ok(documents)
}

fn plural(number: usize) -> &'static str {
    if number == 1 { "" } else { "s" }
}

#[cfg(test)]
mod tests;

#[cfg(test)]
mod vendor_tests;
