//! The emitted client as text. `odd.yaml` has what the vendors' documents do not; its module is
//! compiled and used by the tests of the client runtime.
//!
//! `UPDATE_GOLDEN=1 cargo test -p unplug-codegen --test client` rewrites the files.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use std::path::{Path, PathBuf};

use unplug_codegen::EmittedFile;
use unplug_codegen::client::emit;
use unplug_codegen::plan::Plan;
use unplug_openapi::diagnostic::Diagnostic;
use unplug_openapi::load::load_text;
use unplug_openapi::syntax::SourceFile;

const ODD: &str = include_str!("client/odd.yaml");

fn emitted(text: &str) -> (Vec<EmittedFile>, Vec<Diagnostic>) {
    let loaded = load_text("odd", SourceFile::new("odd.yaml".to_owned(), text.to_owned()), None);
    let document = loaded.document.unwrap_or_else(|| panic!("{:?}", loaded.diagnostics));
    let (plan, mut diagnostics) = Plan::new(&document.api);
    let (files, more) = emit(&plan);
    diagnostics.extend(more);
    (files, diagnostics)
}

fn text_of(file: &EmittedFile) -> String {
    prettyplease::unparse(&syn::parse2(file.tokens.clone()).expect("the tokens are Rust"))
}

fn file(files: &[EmittedFile], name: &str) -> String {
    text_of(files.iter().find(|file| file.path.ends_with(name)).expect("the file is emitted"))
}

fn golden(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../client-runtime/tests/golden").join(path)
}

#[test]
fn odd_documents_give_the_golden_module() {
    let (files, diagnostics) = emitted(ODD);
    let rules: Vec<_> = diagnostics.iter().map(|diagnostic| diagnostic.rule).collect();
    assert_eq!(rules, ["unsupported-security-scheme"], "digest, and nothing else");
    assert!(diagnostics[0].position().is_some());
    let mut stale = Vec::new();
    for file in &files {
        let (path, text) = (golden(&file.path), text_of(file));
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            std::fs::write(&path, &text).unwrap();
        }
        if std::fs::read_to_string(&path).unwrap_or_default() != text {
            stale.push(path);
        }
    }
    assert!(stale.is_empty(), "stale, run with UPDATE_GOLDEN=1: {stale:?}");
}

#[test]
fn two_runs_give_the_same_tokens() {
    let tokens = || emitted(ODD).0.iter().map(|file| file.tokens.to_string()).collect::<Vec<_>>();
    assert_eq!(tokens(), tokens());
}

#[test]
fn progenitor_builds_what_it_can_and_no_more() {
    let (files, _) = emitted(ODD);
    let operations = file(&files, "operations.rs");
    // What progenitor builds needs nothing of the operation; the runtime names it in its refusals.
    let count = |closure: &str| operations.matches(closure).count();
    assert_eq!((count("|wire, _|"), count("|wire, operation|")), (7, 10), "{operations}");
    let wire = file(&files, "wire.rs");
    assert!(!operations.contains("api-version"), "{operations}");
    assert!(!wire.contains("pub mod types"), "{wire}");
}

#[test]
fn an_optional_body_is_added_to_what_progenitor_builds() {
    let text = r"
openapi: 3.1.0
info: {title: T, version: '1'}
paths:
  /a/{id}:
    delete:
      operationId: remove
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
        - {name: X-Reason, in: header, schema: {type: string}}
      requestBody: {content: {application/json: {schema: {type: object}}}}
      responses: {'204': {description: removed}}
";
    let (files, diagnostics) = emitted(text);
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    let operations = file(&files, "operations.rs");
    assert!(operations.contains("with_body(wire.client.delete(url)"), "{operations}");
    assert!(operations.contains("\"X-Reason\""), "{operations}");
    assert_eq!(operations.matches("pub fn ").count(), 1, "{operations}");
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
    let (_, diagnostics) = emitted(text);
    let [diagnostic] = diagnostics.as_slice() else { panic!("{diagnostics:?}") };
    assert_eq!(diagnostic.rule, "unknown-rate-limit-role");
    assert_eq!(diagnostic.position().map(|(_, line, _)| line), Some(11));
}
