//! Real documents, where they are at hand, against themselves and against other ways to write them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::time::Instant;

use serde_json::Value;
use unplug_contract::{Description, Finding, Options, Severity, compare};
use unplug_openapi::Document;
use unplug_openapi::load::{self, load_text};
use unplug_openapi::syntax::SourceFile;

mod rewrite;

/// Larger documents take more than a second without optimisation.
const SMALL: u64 = 300_000;

fn documents() -> Option<Vec<PathBuf>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/spec-corpus");
    let is_document = |path: &PathBuf| path.extension().is_some_and(|kind| kind == "json" || kind == "yaml");
    let paths = fs::read_dir(folder).ok()?.map(|entry| entry.unwrap().path()).filter(is_document);
    let mut paths: Vec<PathBuf> = paths.collect();
    paths.sort();
    if paths.is_empty() { None } else { Some(paths) }
}

/// Runs a check on the documents, or says that there are none.
fn on_each(wanted: impl Fn(u64) -> bool, check: impl Fn(&str, &Document)) {
    let Some(paths) = documents() else {
        // Not `eprintln!`, which the test runner keeps to itself when a test passes.
        let line = b"skipped: the folder ../shared/spec-corpus with real documents is not there\n";
        std::io::stderr().write_all(line).unwrap();
        return;
    };
    let mut checked = 0;
    for path in paths.iter().filter(|path| wanted(fs::metadata(path).unwrap().len())) {
        let name = path.file_name().unwrap().to_string_lossy();
        // A few need corrections before they can be used at all.
        let Some(document) = load::load(path, None).document else { continue };
        let start = Instant::now();
        check(&name, &document);
        println!("{name}: {:.2?}", start.elapsed());
        checked += 1;
    }
    assert!(checked > 0);
}

fn differences(before: &Document, after: &Document) -> Vec<Finding> {
    let options = Options { whole_document: true, ..Options::default() };
    compare(&Description::document(before, "before"), &Description::document(after, "now"), &options)
}

fn against_itself(name: &str, document: &Document) {
    assert_eq!(differences(document, document), [], "{name}");
}

fn read(name: &str, text: String) -> Document {
    let loaded = load_text(name, SourceFile { name: name.to_owned(), text }, None);
    loaded.document.unwrap_or_else(|| {
        let first = loaded.diagnostics.iter().find(|found| found.is_error());
        panic!("{name} cannot be read any more: {first:?}")
    })
}

/// The same in other words: the other syntax, members in another order, 3.1 instead of 3.0.
fn against_copies(name: &str, document: &Document) {
    let json = document.root.to_json();
    let shuffled = rewrite::shuffled(&json);
    let copy = if Path::new(name).extension().is_some_and(|kind| kind == "json") {
        read("copy.yaml", rewrite::yaml(&shuffled))
    } else {
        read("copy.json", shuffled.to_string())
    };
    nothing_breaks(name, &differences(document, &copy));
    nothing_breaks(name, &differences(&copy, document));
    if json.get("openapi").and_then(Value::as_str).is_some_and(|version| version.starts_with("3.0")) {
        let converted = read("converted.json", rewrite::to_3_1(&json).to_string());
        nothing_breaks(name, &differences(document, &converted));
        nothing_breaks(name, &differences(&converted, document));
    }
}

#[track_caller]
fn nothing_breaks(name: &str, found: &[Finding]) {
    let breaking: Vec<&Finding> =
        found.iter().filter(|finding| finding.severity == Severity::Breaking).collect();
    assert!(breaking.is_empty(), "{name}: {} breaking, first {:#?}", breaking.len(), breaking.first());
    let wrong: Vec<&Finding> =
        found.iter().filter(|finding| finding.severity == Severity::Compatible).collect();
    assert!(wrong.is_empty(), "{name}: {} compatible, first {:#?}", wrong.len(), wrong.first());
}

#[test]
fn small_documents_agree_with_themselves() {
    on_each(|size| size < SMALL, against_itself);
}

#[test]
fn small_documents_agree_with_their_copies() {
    on_each(|size| size < SMALL, against_copies);
}

#[test]
#[ignore = "takes minutes without optimisation"]
fn all_documents_agree_with_themselves() {
    on_each(|_| true, against_itself);
}

#[test]
#[ignore = "takes minutes without optimisation"]
fn all_documents_agree_with_their_copies() {
    on_each(|_| true, against_copies);
}
