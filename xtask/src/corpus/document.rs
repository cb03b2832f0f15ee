//! One document: loaded, generated and written, in a process of its own.

use std::io::Write as _;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context as _, ensure};
use unplug_codegen::generate::{Files, GeneratedApi, generate, generate_round_trip};
use unplug_openapi::diagnostic::{Diagnostic, Severity};
use unplug_openapi::ir::Method;
use unplug_openapi::syntax::{self, Node, SourceFile};

use super::documents::Document;
use super::process;
use super::row::{Failure, Finding, Generated, Row};
use super::scratch::write_if_changed;

/// The hidden task that generates one document; see [`in_own_process`].
pub(crate) const TASK: &str = "corpus-document";

/// Runs [`run`] in another process and measures it.
///
/// # Errors
/// When the process cannot be started or says something that is not understood.
pub(crate) fn in_own_process(document: &Document, folder: &Path, limit: Duration) -> anyhow::Result<Row> {
    let program = std::env::current_exe().context("cannot find the task's own program")?;
    let ended = process::run(Command::new(program).arg(TASK).arg(&document.path).arg(folder), limit)?;
    let mut row = Row {
        name: document.name.clone(),
        generated: None,
        failure: None,
        peak_bytes: ended.peak_bytes,
        seconds: ended.seconds,
        client: None,
        server_stub: None,
        round_trip: None,
    };
    if ended.timed_out {
        row.failure = Some(Failure::Timeout);
    } else if ended.status.success() {
        let made: Generated =
            serde_json::from_str(&ended.output).context("a document's process said no JSON")?;
        row.failure = (!made.usable).then_some(Failure::Unusable);
        row.generated = Some(made);
    } else if ended.status.code() == Some(1) {
        anyhow::bail!("{}: {}", document.path.display(), ended.errors.trim());
    } else {
        row.failure = Some(Failure::Panic(ended.why()));
    }
    Ok(row)
}

/// Loads and generates one document, writes the modules below `folder`, and prints what came of it
/// as JSON.
///
/// # Errors
/// When a file cannot be written, or on a defect of the generator.
pub(crate) fn run(path: &Path, folder: &Path) -> anyhow::Result<u8> {
    let start = Instant::now();
    let loaded = unplug_openapi::load::load_beside(path);
    let load_seconds = start.elapsed().as_secs_f64();
    let mut made = Generated { load_seconds, ..Generated::default() };
    let mut diagnostics = loaded.diagnostics;
    if let Some(document) = loaded.document {
        made.operations = count_operations(&document.published);
        let start = Instant::now();
        let file = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let banner = format!("// Generated from {file} by `cargo xtask corpus`. Do not edit.\n");
        let generated = generate(&document.api, &banner)?;
        write_module(&folder.join("client/src/generated"), &document.name, &generated.client)?;
        write_module(&folder.join("server-stub/src/generated"), &document.name, &generated.server_stub)?;
        let program = folder.join("round-trip");
        if program.is_dir() {
            write_if_changed(&program.join("src/main.rs"), &generate_round_trip(&document.api, &banner)?)?;
        }
        made.emit_seconds = start.elapsed().as_secs_f64();
        made.usable = true;
        made.version.clone_from(&document.api.openapi);
        count_generated(&mut made, document.api.operations.len(), &generated);
        diagnostics.extend(generated.diagnostics);
    } else if let Ok(text) = std::fs::read_to_string(path) {
        let file = std::sync::Arc::new(SourceFile::new(path.to_string_lossy(), text));
        made.operations = syntax::read(&file).root.as_ref().map_or(0, count_operations);
    }
    for diagnostic in &diagnostics {
        if diagnostic.severity > Severity::Note {
            made.diagnostics.push(finding(diagnostic));
        }
        if diagnostic.is_error() || leaves_out(diagnostic) {
            *made.rules.entry(diagnostic.rule.to_owned()).or_default() += 1;
        }
    }
    serde_json::to_writer(std::io::stdout().lock(), &made).context("cannot print the outcome")?;
    std::io::stdout().flush().context("cannot print the outcome")?;
    Ok(0)
}

fn leaves_out(diagnostic: &Diagnostic) -> bool {
    diagnostic.rule == "operation-left-out"
}

fn count_generated(made: &mut Generated, kept: usize, generated: &GeneratedApi) {
    // 3.2 has further places for operations.
    made.operations = made.operations.max(kept);
    made.kept = kept;
    let lines = |files: &Files| files.values().map(|text| text.lines().count()).sum();
    made.client_lines = lines(&generated.client);
    made.server_lines = lines(&generated.server_stub);
}

fn finding(diagnostic: &Diagnostic) -> Finding {
    Finding {
        rule: diagnostic.rule.to_owned(),
        severity: diagnostic.severity.to_string(),
        message: diagnostic.message.clone(),
        pointer: diagnostic.pointer.clone(),
        place: diagnostic.position().map(|(file, line, column)| format!("{file}:{line}:{column}")),
    }
}

fn write_module(generated: &Path, name: &str, files: &Files) -> anyhow::Result<()> {
    let module = unplug_codegen::names::module(name);
    let folder = generated.join(&module);
    if folder.is_dir() {
        std::fs::remove_dir_all(&folder).with_context(|| format!("cannot remove {}", folder.display()))?;
    }
    std::fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
    for (path, text) in files {
        let path = generated.join(path);
        std::fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))?;
    }
    let list = generated.join("mod.rs");
    let module = unplug_codegen::names::ident(&module);
    std::fs::write(&list, format!("/// The API of `{name}`.\npub mod {module};\n"))
        .with_context(|| format!("cannot write {}", list.display()))
}

/// Operations as they stand in the document, sound or not: what is generated is measured against
/// this.
fn count_operations(root: &Node) -> usize {
    let items = root.get("paths").and_then(Node::as_object).into_iter().flat_map(|paths| paths.values());
    let members = items.filter_map(|item| item.node.as_object()).flat_map(|item| item.keys());
    members.filter(|key| Method::from_field(key).is_some()).count()
}

/// The task's arguments, when this process is one that [`in_own_process`] started.
pub(crate) fn arguments() -> anyhow::Result<Option<(std::path::PathBuf, std::path::PathBuf)>> {
    let mut arguments = std::env::args_os().skip(1);
    if arguments.next().is_none_or(|task| task != TASK) {
        return Ok(None);
    }
    let (path, folder) = (arguments.next(), arguments.next());
    ensure!(path.is_some() && folder.is_some(), "{TASK} takes a document and a folder");
    Ok(path.zip(folder).map(|(path, folder)| (path.into(), folder.into())))
}
