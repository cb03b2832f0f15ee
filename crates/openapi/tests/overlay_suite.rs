//! Overlays as the specification's own suite has them: the compliant sets give their result, valid
//! overlays load, invalid ones are refused. The suite is read where it lies beside the repository.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use unplug_openapi::diagnostic::{self, Diagnostic};
use unplug_openapi::overlay::{self, Strictness};
use unplug_openapi::syntax::{self, Node, SourceFile};

const DOCUMENT: &str = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\n";

/// A folder of the suite; says so and returns nothing when the suite is not there.
fn suite(folder: &str) -> Option<PathBuf> {
    let suite = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/suites/overlay");
    if suite.is_dir() {
        return Some(suite.join(folder));
    }
    // Not `eprintln!`, which the test runner keeps to itself when a test passes.
    let line = b"skipped: the folder ../shared/suites/overlay with the overlay suite is not there\n";
    std::io::stderr().write_all(line).unwrap();
    None
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    assert!(!paths.is_empty(), "{}", folder.display());
    paths
}

fn read(path: &Path) -> Node {
    let text = fs::read_to_string(path).unwrap();
    let file = Arc::new(SourceFile::new(path.display().to_string(), text));
    syntax::parse(file).unwrap_or_else(|findings| panic!("{}", diagnostic::render(&findings, false)))
}

/// What is wrong with an overlay by itself.
fn errors(path: &Path) -> Vec<Diagnostic> {
    let document = syntax::parse(Arc::new(SourceFile::new("doc.yaml", DOCUMENT))).unwrap();
    let (_, _, mut findings) = overlay::apply(document, read(path), Strictness::Plain);
    findings.retain(Diagnostic::is_error);
    findings
}

#[test]
fn compliant_sets_give_their_result() {
    let Some(folder) = suite("compliant-sets") else { return };
    for set in entries(&folder) {
        let (document, overlay) = (read(&set.join("openapi.yaml")), read(&set.join("overlay.yaml")));
        let (result, _, findings) = overlay::apply(document, overlay, Strictness::Plain);
        let rendered = diagnostic::render(&findings, false);
        assert!(!findings.iter().any(Diagnostic::is_error), "{}:\n{rendered}", set.display());
        assert_eq!(result.to_json(), read(&set.join("output.yaml")).to_json(), "{}", set.display());
    }
}

#[test]
fn valid_overlays_load() {
    for version in ["v1.0", "v1.1"] {
        let Some(folder) = suite(&format!("tests/{version}/pass")) else { return };
        for path in entries(&folder) {
            let found = errors(&path);
            assert!(found.is_empty(), "{}", diagnostic::render(&found, false));
        }
    }
}

#[test]
fn invalid_overlays_are_refused_where_they_are_wrong() {
    for version in ["v1.0", "v1.1"] {
        let Some(folder) = suite(&format!("tests/{version}/fail")) else { return };
        for path in entries(&folder) {
            let found = errors(&path);
            assert!(!found.is_empty(), "{} is taken", path.display());
            let located = found.iter().all(|finding| !finding.labels.is_empty());
            assert!(located, "{}", diagnostic::render(&found, false));
        }
    }
}

#[test]
fn a_version_that_is_not_finished_is_refused_by_name() {
    let Some(folder) = suite("tests/v1.2-dev/pass") else { return };
    for path in entries(&folder) {
        let found = errors(&path);
        let versions: Vec<_> = found.iter().filter(|finding| finding.rule == "overlay-version").collect();
        assert_eq!(versions.len(), 1, "{}", path.display());
        assert!(versions[0].message.contains("1.2"), "{}", versions[0].message);
    }
}
