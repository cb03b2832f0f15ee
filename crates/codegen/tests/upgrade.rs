//! Upgrades documents to newer copies, in a small workspace of its own.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::Path;

use unplug_codegen::upgrade::{Error, OverlayChange, SelectionChange, Upgrade, upgrade};
use unplug_codegen::workspace::Workspace;

const DOCUMENT: &str = r#"{
  "openapi": "3.1.0",
  "info": { "title": "Mini", "version": "1" },
  "paths": {
    "/things/{id}": {
      "delete": {
        "operationId": "removeThing",
        "parameters": [
          { "name": "id", "in": "path", "required": "true", "schema": { "type": "string" } }
        ],
        "responses": { "204": { "description": "removed" } }
      }
    }
  }
}
"#;

const OVERLAY: &str = "\
overlay: 1.1.0
info: { title: Corrections, version: '1' }
extends: mini.json # the document
actions:
  # A string
  - target: $.paths.*.delete.parameters[?@.required == 'true']
    description: a string → a boolean
    x-source: 'X: tried'
    update: { required: true }
  - target: $.paths['/things/{id}'].delete.responses
    description: no 404 → sent
    x-source: 'X: tried'
    update: { '404': { description: not there } } # seen
";

const NEWER: &str = "\
openapi: 3.1.0
info: { title: Mini, version: '1' }
paths:
  /things:
    get:
      operationId: listThings
      responses: { '200': { description: ok } }
  /things/{id}:
    delete:
      operationId: removeThing
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
      responses:
        '204': { description: removed }
";

struct Specs {
    folder: tempfile::TempDir,
    workspace: Workspace,
}

impl Specs {
    fn new(files: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("specs")).unwrap();
        for (name, text) in files {
            std::fs::write(folder.path().join("specs").join(name), text).unwrap();
        }
        let workspace = Workspace::new(folder.path());
        Self { folder, workspace }
    }

    fn upgrade(&self, file: &str, text: &str) -> Result<Upgrade, Error> {
        let path = self.folder.path().join(file);
        std::fs::write(&path, text).unwrap();
        upgrade(&self.workspace, "mini", &path)
    }

    fn refuse(&self, file: &str, text: &str) -> Error {
        let before = self.files();
        let error = self.upgrade(file, text).unwrap_err();
        assert_eq!(self.files(), before, "nothing is written");
        error
    }

    fn files(&self) -> BTreeMap<String, String> {
        let entries = std::fs::read_dir(self.folder.path().join("specs")).unwrap();
        let file = |path: &Path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, std::fs::read_to_string(path).unwrap())
        };
        entries.map(|entry| file(&entry.unwrap().path())).collect()
    }

    fn operations(&self) -> Vec<String> {
        let generation = self.workspace.generate();
        // The two crates have no manifest here, which is found out only after the documents.
        let documents = generation.unwrap().documents;
        documents
            .into_iter()
            .flat_map(|document| document.api.operations)
            .map(|operation| operation.id)
            .collect()
    }
}

#[test]
fn a_copy_replaces_the_document_and_what_it_has_made_leaves_the_overlay() {
    let specs = Specs::new(&[("mini.json", DOCUMENT), ("mini.overlay.yaml", OVERLAY)]);
    let done = specs.upgrade("newer.yaml", NEWER).unwrap();
    let files = specs.files();
    let names: Vec<&str> = files.keys().map(String::as_str).collect();
    assert_eq!(names, ["mini.overlay.yaml", "mini.selection.yaml", "mini.yaml"]);
    assert_eq!(files["mini.yaml"], NEWER);
    let expected = OVERLAY
        .replace("mini.json #", "mini.yaml #")
        .replace("  - target: $.paths.*.delete.parameters[?@.required == 'true']\n", "")
        .replace("    description: a string → a boolean\n    x-source: 'X: tried'\n", "")
        .replace("    update: { required: true }\n", "");
    assert_eq!(files["mini.overlay.yaml"], expected);
    assert_eq!(
        files["mini.selection.yaml"],
        "# The operations that have handlers. To generate more of the document, list it here.\n\
         operations:\n  - \"DELETE /things/{id}\"\n"
    );
    assert_eq!(specs.operations(), ["removeThing"]);
    assert_eq!(done.removed.as_deref(), Some("mini.json"));
    assert_eq!(done.overlay, OverlayChange::Rewritten("mini.overlay.yaml".to_owned()));
    assert_eq!(done.selection, SelectionChange::Written("mini.selection.yaml".to_owned()));
    assert_eq!(done.new_operations, ["GET /things"]);
    assert!(done.gone_operations.is_empty());
    insta::assert_snapshot!(done.to_string(), @"
    specs/mini.yaml is the newer copy, byte for byte
    specs/mini.json is removed
    specs/mini.overlay.yaml is without what the publisher has made
      made by the publisher (specs/mini.overlay.yaml:6 before): a string → a boolean
    specs/mini.selection.yaml is new: it keeps to the operations that have handlers
    new, and not generated unless the selection lists them: GET /things
    to generate one, add it to the selection, run `cargo xtask codegen --no-diff`, then `cargo xtask scaffold`
    now run `cargo xtask codegen`
    ");
    // Once more, and there is nothing to do.
    assert!(matches!(specs.refuse("newer.yaml", NEWER), Error::Same { .. }));
}

#[test]
fn an_overlay_of_which_nothing_is_left_is_removed() {
    let overlay = &OVERLAY[..OVERLAY.find("  - target: $.paths['").unwrap()];
    let specs = Specs::new(&[("mini.json", DOCUMENT), ("mini.overlay.yaml", overlay)]);
    let done = specs.upgrade("newer.json", &DOCUMENT.replace("\"true\"", "true")).unwrap();
    assert_eq!(done.overlay, OverlayChange::Removed("mini.overlay.yaml".to_owned()));
    assert_eq!(done.selection, SelectionChange::Unchanged);
    assert_eq!(specs.files().into_keys().collect::<Vec<_>>(), ["mini.json"]);
}

#[test]
fn a_correction_that_does_not_apply_refuses_the_copy() {
    let specs = Specs::new(&[("mini.json", DOCUMENT), ("mini.overlay.yaml", OVERLAY)]);
    let error = specs.refuse("newer.yaml", &NEWER.replace("/things/{id}", "/objects/{id}"));
    let Error::Inapplicable { judgements } = &error else { panic!("{error}") };
    assert_eq!(judgements.len(), 2);
    assert!(error.to_string().contains("specs/mini.overlay.yaml:6"), "{error}");
}

#[test]
fn a_copy_that_cannot_be_used_is_refused() {
    let specs = Specs::new(&[("mini.json", DOCUMENT), ("mini.overlay.yaml", OVERLAY)]);
    let broken = NEWER.replace("{ name: id, in: path,", "{ name: id, in: nowhere,");
    let error = specs.refuse("newer.yaml", &broken);
    assert!(matches!(&error, Error::After { .. }), "{error}");
    assert!(error.to_string().contains("specs/mini.yaml:12"), "{error}");
    let error = specs.refuse("newer.yaml", "paths: [");
    assert!(matches!(&error, Error::After { .. }), "{error}");
    assert!(matches!(specs.refuse("newer.txt", NEWER), Error::Extension { .. }));
    // What is new in it may be wrong: it is not generated.
    let wrong = NEWER.replace("operationId: listThings", "operationId: 3");
    assert!(specs.upgrade("newer.yaml", &wrong).is_ok());
}

#[test]
fn a_copy_of_something_else_is_refused() {
    let document = DOCUMENT.replace("\"true\"", "true");
    let specs = Specs::new(&[("mini.json", &document)]);
    let other = NEWER.replace("/things/{id}", "/objects/{id}");
    let error = specs.refuse("newer.yaml", &other);
    assert!(matches!(&error, Error::NothingLeft { .. }), "{error}");
}

#[test]
fn an_unknown_name_is_told_with_the_nearest() {
    let specs = Specs::new(&[("mini.json", DOCUMENT)]);
    let error = upgrade(&specs.workspace, "mimi", Path::new("newer.yaml")).unwrap_err();
    assert_eq!(error.to_string(), "there is no document `mimi` in specs/; did you mean `mini`?");
}

#[test]
fn a_selection_keeps_to_what_was_generated() {
    let document = DOCUMENT
        .replace("\"true\"", "true")
        .replace("\"operationId\"", "\"tags\": [\"all\"],\n        \"operationId\"");
    let newer = NEWER.replace("operationId", "tags: [all]\n      operationId");
    for (selection, expected) in [
        // By a tag that a new operation has too.
        ("tags: [all] # every one\n", Some("operations:\n  - DELETE /things/{id} # every one\n")),
        // By its id, which stays.
        ("operations: [removeThing]\n", None),
    ] {
        let specs = Specs::new(&[("mini.json", &document), ("mini.selection.yaml", selection)]);
        let done = specs.upgrade("newer.yaml", &newer).unwrap();
        let text = specs.files()["mini.selection.yaml"].clone();
        if let Some(expected) = expected {
            assert!(text.contains(expected), "{text}");
            assert_eq!(done.selection, SelectionChange::Rewritten("mini.selection.yaml".to_owned()));
        } else {
            assert_eq!(text, selection);
            assert_eq!(done.selection, SelectionChange::Unchanged);
        }
        assert_eq!(specs.operations(), ["removeThing"]);
    }
}

#[test]
fn what_is_gone_leaves_the_selection() {
    let two = NEWER.replace("openapi: 3.1.0", "openapi: 3.1.0\n# two operations");
    let selection = "operations:\n  - listThings # a list\n  - removeThing\n";
    let specs = Specs::new(&[("mini.yaml", &two), ("mini.selection.yaml", selection)]);
    let document = DOCUMENT.replace("\"true\"", "true");
    let done = specs.upgrade("newer.json", &document).unwrap();
    assert_eq!(done.gone_operations, ["GET /things"]);
    assert_eq!(specs.files()["mini.selection.yaml"], "operations:\n  - removeThing\n");
    assert!(done.to_string().contains("gone: GET /things; remove its handler"));
}

#[test]
fn rocketchats_newer_copy_is_taken_in() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let Ok(newer) = std::fs::read_to_string(root.join("../shared/upstream/rocketchat-integrations.yaml"))
    else {
        // Not `eprintln!`, which the test runner keeps to itself when a test passes.
        let line = b"skipped: the file ../shared/upstream/rocketchat-integrations.yaml is not there\n";
        std::io::stderr().write_all(line).unwrap();
        return;
    };
    let read = |name: &str| std::fs::read_to_string(root.join("specs").join(name)).unwrap();
    let (document, overlay) = (read("rocketchat.json"), read("rocketchat.overlay.yaml"));
    let specs = Specs::new(&[("mini.json", &document), ("mini.overlay.yaml", &overlay)]);
    let done = specs.upgrade("newer.yaml", &newer).unwrap();
    assert_eq!(specs.operations(), ["post-api-v1-integrations.remove"]);
    assert_eq!(done.new_operations.len(), 14);
    let files = specs.files();
    assert_eq!(files["mini.yaml"], newer);
    // Three corrections of 30 are gone, and of the rest every line is there.
    let actions = |text: &str| text.matches("  - target: ").count();
    assert_eq!((actions(&overlay), actions(&files["mini.overlay.yaml"])), (30, 27));
    let lines: Vec<&str> = overlay.lines().collect();
    for line in files["mini.overlay.yaml"].lines().filter(|line| !line.starts_with("extends:")) {
        assert!(lines.contains(&line), "{line}");
    }
}
