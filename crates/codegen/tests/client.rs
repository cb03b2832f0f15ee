//! The emitted client as text. `odd.yaml` has what the vendors' documents do not, `twins.yaml` the same
//! operations for both ways to a request; their modules are compiled and used by the tests of the
//! client's runtime.
//!
//! `UPDATE_GOLDEN=1 cargo test -p unplug-codegen --test client` rewrites the files.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use std::fmt::Write as _;
use std::path::Path;

use unplug_codegen::EmittedFile;
use unplug_codegen::client::{EmittedClient, emit};
use unplug_codegen::plan::Plan;
use unplug_openapi::Document;
use unplug_openapi::load::{load_beside, load_text};
use unplug_openapi::syntax::SourceFile;

const ODD: &str = include_str!("client/odd.yaml");
const TWINS: &str = include_str!("client/twins.yaml");

fn emitted(name: &str, text: &str) -> EmittedClient {
    let loaded = load_text(name, SourceFile::new(format!("{name}.yaml"), text.to_owned()), None);
    let document = loaded.document.unwrap_or_else(|| panic!("{:?}", loaded.diagnostics));
    emitted_document(&document)
}

fn emitted_document(document: &Document) -> EmittedClient {
    let (plan, mut diagnostics) = Plan::new(&document.api);
    let mut emitted = emit(&plan);
    diagnostics.append(&mut emitted.diagnostics);
    EmittedClient { diagnostics, ..emitted }
}

fn text_of(file: &EmittedFile) -> String {
    prettyplease::unparse(&syn::parse2(file.tokens.clone()).expect("the tokens are Rust"))
}

fn file(files: &[EmittedFile], name: &str) -> String {
    text_of(files.iter().find(|file| file.path.ends_with(name)).expect("the file is emitted"))
}

fn folder() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Compares with a file, or writes it.
fn assert_golden(path: &Path, text: &str) {
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    let golden = std::fs::read_to_string(path).unwrap_or_default();
    assert!(golden == text, "{} is stale, run with UPDATE_GOLDEN=1", path.display());
}

fn assert_golden_module(emitted: &EmittedClient) {
    for file in &emitted.files {
        let path = folder().join("../client-runtime/tests/golden").join(&file.path);
        assert_golden(&path, &text_of(file));
    }
}

#[test]
fn odd_documents_give_the_golden_module() {
    let emitted = emitted("odd", ODD);
    let rules: Vec<_> = emitted.diagnostics.iter().map(|diagnostic| diagnostic.rule).collect();
    assert_eq!(rules, ["unsupported-security-scheme"], "hoba, and nothing else");
    assert!(emitted.diagnostics[0].position().is_some());
    assert_golden_module(&emitted);
}

#[test]
fn of_twins_one_goes_each_way() {
    let emitted = emitted("twins", TWINS);
    assert!(emitted.diagnostics.is_empty(), "{:?}", emitted.diagnostics);
    let direct: Vec<_> = emitted.direct.iter().map(|direct| direct.operation.as_str()).collect();
    assert!(direct.iter().all(|operation| operation.contains("/b/")), "{direct:?}");
    let progenitor = file(&emitted.files, "progenitor.rs");
    assert_eq!(progenitor.matches("pub async fn ").count(), direct.len(), "{progenitor}");
    assert_golden_module(&emitted);
}

#[test]
fn two_runs_give_the_same_tokens() {
    let tokens = || emitted("odd", ODD).files.iter().map(|file| file.tokens.to_string()).collect::<Vec<_>>();
    assert_eq!(tokens(), tokens());
}

/// Which operations go which way, and why, over all documents that serve as fixtures.
#[test]
fn reasons_are_golden() {
    let fixtures = folder().join("../../tests/specs/valid");
    let mut paths: Vec<_> =
        std::fs::read_dir(&fixtures).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.is_file());
    paths.sort();
    paths.push(folder().join("tests/client/odd.yaml"));
    let mut text = String::new();
    for path in paths {
        let document = load_beside(&path).document.unwrap_or_else(|| panic!("{}", path.display()));
        let emitted = emitted_document(&document);
        let (all, direct) = (document.api.operations.len(), emitted.direct.len());
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        writeln!(text, "{name}: progenitor builds {} of {all} operations", all - direct).unwrap();
        for direct in emitted.direct {
            writeln!(text, "  {} is written directly, because {}", direct.operation, direct.reason).unwrap();
        }
    }
    assert_golden(&folder().join("tests/client/reasons.txt"), &text);
}

#[test]
fn an_unknown_rate_limit_role_is_pointed_at() {
    let text = r"
openapi: 3.1.0
info: {title: T, version: '1'}
paths:
  /a:
    get:
      operationId: a
      responses:
        '204':
          description: none
          headers: {X-Left: {schema: {type: integer}, x-rate-limit: leftover}}
";
    let diagnostics = emitted("odd", text).diagnostics;
    let [diagnostic] = diagnostics.as_slice() else { panic!("{diagnostics:?}") };
    assert_eq!(diagnostic.rule, "unknown-rate-limit-role");
    assert_eq!(diagnostic.position().map(|(_, line, _)| line), Some(11));
}
