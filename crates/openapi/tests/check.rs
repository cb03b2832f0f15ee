//! What the check says: the whole rendered message for one small document per rule.
//!
//! A rule without a document, or a document that is not listed here, fails the last test.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use unplug_openapi::diagnostic::render;
use unplug_openapi::load::{Loaded, load_text};
use unplug_openapi::syntax::SourceFile;

fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Loads a file of the workspace under the name that a user would give.
fn load(path: &str) -> Loaded {
    let text = fs::read_to_string(workspace().join(path)).unwrap();
    let stem = Path::new(path).file_stem().unwrap().to_str().unwrap();
    load_text(stem, SourceFile::new(path, text), None)
}

/// All findings, and which operations are left.
fn report(loaded: &Loaded) -> String {
    let left = match &loaded.document {
        None => "The document cannot be used.".to_owned(),
        Some(document) => {
            let operations: Vec<String> = document
                .api
                .operations
                .iter()
                .map(|operation| format!("{} {}", operation.method, operation.path))
                .collect();
            format!("Operations: {}", operations.join(", "))
        }
    };
    format!("{}\n{left}", render(&loaded.diagnostics, false))
}

macro_rules! invalid {
    ($($test:ident: $file:literal)*) => {
        $(
            #[test]
            fn $test() {
                let loaded = load(concat!("tests/specs/invalid/", $file, ".yaml"));
                insta::assert_snapshot!($file, report(&loaded));
            }
        )*

        const LISTED: &[&str] = &[$($file),*];
    };
}

invalid! {
    ambiguous_path: "ambiguous-path"
    contradictions: "contradictions"
    dialect: "dialect"
    duplicate_media_type: "duplicate-media-type"
    duplicate_operation_id: "duplicate-operation-id"
    duplicate_parameter: "duplicate-parameter"
    empty_field: "empty-field"
    enum_labels: "enum-labels"
    endless_schema: "endless-schema"
    field_of_an_older_version: "field-of-an-older-version"
    field_of_another_version: "field-of-another-version"
    ignored_beside_reference: "ignored-beside-reference"
    ignored_parameter: "ignored-parameter"
    invalid_content: "invalid-content"
    invalid_path: "invalid-path"
    invalid_status: "invalid-status"
    invalid_style: "invalid-style"
    invalid_value: "invalid-value"
    missing_field: "missing-field"
    missing_info: "missing-info"
    missing_paths: "missing-paths"
    mutual_inheritance: "mutual-inheritance"
    no_version: "no-version"
    not_an_object: "not-an-object"
    webhook_left_out: "webhook-left-out"
    x_webhooks: "x-webhooks"
    yaml_boolean_word: "yaml-boolean-word"
    nullable_composition: "nullable-composition"
    nullable_without_type: "nullable-without-type"
    path_parameter_not_required: "path-parameter-not-required"
    reference_cycle: "reference-cycle"
    schema_and_content: "schema-and-content"
    swagger: "swagger"
    type_mismatch: "type-mismatch"
    undeclared_path_parameter: "undeclared-path-parameter"
    undeclared_server_variable: "undeclared-server-variable"
    unknown_field: "unknown-field"
    unknown_security_scheme: "unknown-security-scheme"
    unreadable_security: "unreadable-security"
    unresolved_mapping: "unresolved-mapping"
    unresolved_reference: "unresolved-reference"
    unsupported_version: "unsupported-version"
    unused_path_parameter: "unused-path-parameter"
    unusual_path: "unusual-path"
}

#[test]
fn every_invalid_document_is_tested() {
    let folder = workspace().join("tests/specs/invalid");
    let files: BTreeSet<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path().file_stem().unwrap().to_str().unwrap().to_owned())
        .collect();
    let listed: BTreeSet<String> = LISTED.iter().map(|name| (*name).to_owned()).collect();
    assert_eq!(files, listed);
}

#[test]
fn rocketchat_as_published_has_exactly_two_errors() {
    let loaded = load("specs/rocketchat.json");
    // What is meant is plain, so that nothing is left out; but an error has to be corrected.
    assert!(loaded.has_errors());
    let lines: Vec<usize> = loaded.diagnostics.iter().map(|finding| finding.position().unwrap().1).collect();
    assert_eq!(lines, [190, 200]);
    insta::assert_snapshot!("rocketchat", render(&loaded.diagnostics, false));
    let api = loaded.document.unwrap().api;
    assert!(api.operations[0].parameters.iter().all(|parameter| parameter.required));
}

#[test]
fn kombo_as_published_is_a_valid_document() {
    let loaded = load("specs/kombo.yaml");
    assert_eq!(render(&loaded.diagnostics, false), "");
    assert_eq!(loaded.document.unwrap().api.operations.len(), 1);
}

#[test]
fn the_corrected_documents_are_without_a_finding() {
    let mut corrected = 0;
    for entry in fs::read_dir(workspace().join("specs")).unwrap() {
        let overlay = entry.unwrap().path();
        let Some(stem) = overlay.to_str().unwrap().strip_suffix(".overlay.yaml") else { continue };
        let published = ["yaml", "json"].map(|kind| PathBuf::from(format!("{stem}.{kind}")));
        let document = published.iter().find(|path| path.exists()).unwrap();
        let loaded = unplug_openapi::load(document, Some(&overlay));
        assert_eq!(render(&loaded.diagnostics, false), "");
        assert!(!loaded.document.unwrap().api.operations.is_empty());
        corrected += 1;
    }
    assert!(corrected >= 3, "rocketchat, kombo and vercel");
}

#[test]
fn a_finding_in_the_overlay_is_not_to_be_corrected_in_the_overlay() {
    let document = SourceFile::new(
        "specs/pets.json",
        r#"{"openapi":"3.1.0","info":{"title":"Pets","version":"1"},"paths":{"/pets":{"get":{"responses":{}}}}}"#,
    );
    let overlay = SourceFile::new(
        "specs/pets.overlay.yaml",
        "overlay: 1.0.0\n\
         info: {title: Pets, version: '1'}\n\
         actions:\n\
         - target: $.paths['/pets'].get\n\
         \x20 description: It goes away.\n\
         \x20 x-source: https://example.com\n\
         \x20 update: {deprecated: 'true'}\n",
    );
    let loaded = load_text("pets", document, Some(overlay));
    insta::assert_snapshot!("in-the-overlay", report(&loaded));
}
