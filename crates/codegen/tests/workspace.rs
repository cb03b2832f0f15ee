//! The driver on a small workspace of its own: write, check, mend, and the words for it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

use std::path::Path;

use unplug_codegen::guard::{self, Recorded};
use unplug_codegen::report::{self, Mode, Outcome};
use unplug_codegen::workspace::{CrateKind, Error, Problem, Workspace};

const DOCUMENT: &str = "\
openapi: 3.1.0
info: { title: Mini, version: '1' }
paths:
  /things/{id}:
    delete:
      operationId: removeThing
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
      responses:
        '204': { description: removed }
        '404': { description: not there }
";

const MANIFEST: &str = "[package]\nname = \"client\"\n\n[features]\ndefault = []\n";

fn workspace(documents: &[(&str, &str)]) -> (tempfile::TempDir, Workspace) {
    let folder = tempfile::tempdir().unwrap();
    let write = |path: &str, text: &str| {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    };
    for (name, text) in documents {
        write(&format!("specs/{name}"), text);
    }
    write("crates/client/Cargo.toml", MANIFEST);
    write("crates/server-stub/Cargo.toml", "[package]\nname = \"server-stub\"\n");
    let workspace = Workspace::new(folder.path());
    (folder, workspace)
}

/// Compares everything; mends it in write mode. Gives the outcome and the words.
fn run(workspace: &Workspace, mode: Mode) -> (Outcome, String) {
    let generation = workspace.generate().unwrap();
    let compared: Vec<_> = generation
        .targets
        .iter()
        .map(|target| {
            let problems = workspace.compare(target).unwrap();
            if mode == Mode::Write {
                for problem in &problems {
                    workspace.fix(target, problem).unwrap();
                }
            }
            (target, problems)
        })
        .collect();
    let mut words = Vec::new();
    let outcome = report::render(&mut words, &generation, &compared, mode).unwrap();
    (outcome, String::from_utf8(words).unwrap())
}

#[test]
fn what_was_written_is_fresh_and_two_runs_give_the_same_bytes() {
    let (_folder, workspace) = workspace(&[("mini.yaml", DOCUMENT)]);
    assert_eq!(run(&workspace, Mode::Check).0, Outcome::Stale);
    assert_eq!(run(&workspace, Mode::Write).0, Outcome::Fresh);
    let (outcome, words) = run(&workspace, Mode::Check);
    assert_eq!(outcome, Outcome::Fresh, "{words}");
    let texts = |workspace: &Workspace| -> Vec<_> {
        workspace.generate().unwrap().targets.into_iter().map(|target| target.files).collect()
    };
    assert_eq!(texts(&workspace), texts(&workspace));
}

#[test]
fn every_deleted_edited_or_added_file_is_named_with_its_fix_and_mended() {
    let (_folder, workspace) = workspace(&[("mini.yaml", DOCUMENT)]);
    run(&workspace, Mode::Write);
    for kind in [CrateKind::Client, CrateKind::ServerStub] {
        let generated = workspace.generated(kind);
        let place = format!("crates/{}/src/generated", kind.directory());
        std::fs::remove_file(generated.join("mini/operations.rs")).unwrap();
        std::fs::write(generated.join("mini/extra.rs"), "// stray").unwrap();
        let list = generated.join("mod.rs");
        let text = std::fs::read_to_string(&list).unwrap();
        std::fs::write(&list, text.replace("mini", "maxi")).unwrap();

        let (outcome, words) = run(&workspace, Mode::Check);
        assert_eq!((outcome, outcome.exit_code()), (Outcome::Stale, 4));
        for expected in [
            format!("problem: {place}/mini/operations.rs is missing"),
            format!("fix: will write {place}/mini/operations.rs"),
            format!("problem: {place}/mini/extra.rs is not generated from any document"),
            format!("fix: will remove {place}/mini/extra.rs"),
            format!("problem: {place}/mod.rs differs from what its document generates"),
            format!("fix: will rewrite {place}/mod.rs"),
            "(run `cargo xtask codegen` to update)".to_owned(),
        ] {
            assert!(words.contains(&expected), "no {expected:?} in:\n{words}");
        }
        let (outcome, words) = run(&workspace, Mode::Write);
        assert_eq!(outcome, Outcome::Fresh);
        for expected in [
            format!("     Updated {} (specs/mini.yaml)\n", kind.directory()),
            format!("       Wrote {place}/mini/operations.rs ("),
            format!("     Removed {place}/mini/extra.rs\n"),
            format!("     Rewrote {place}/mod.rs\n"),
        ] {
            assert!(words.contains(&expected), "no {expected:?} in:\n{words}");
        }
        assert!(!words.contains("problem:") && !words.contains("Generated "), "{words}");
        assert_eq!(run(&workspace, Mode::Check).0, Outcome::Fresh);
        assert!(!generated.join("mini/extra.rs").exists());
    }
}

#[test]
fn a_new_document_is_said_with_its_operations_and_files() {
    let (_folder, workspace) = workspace(&[("mini.yaml", DOCUMENT)]);
    let (_, words) = run(&workspace, Mode::Write);
    for expected in [
        "   Generated client (specs/mini.yaml): 1 operation\n",
        "   Operation DELETE /things/{id} (removeThing)\n",
        "       Wrote crates/client/src/generated/mini/operations.rs (",
        "   Generated server-stub (specs/mini.yaml): 1 operation\n",
    ] {
        assert!(words.contains(expected), "no {expected:?} in:\n{words}");
    }
    assert_eq!(words.matches("Operation ").count(), 1, "{words}");
    for unwanted in ["problem:", "fixed:", "missing"] {
        assert!(!words.contains(unwanted), "{unwanted:?} in:\n{words}");
    }
}

#[test]
fn checking_writes_nothing() {
    let (folder, workspace) = workspace(&[("mini.yaml", DOCUMENT)]);
    run(&workspace, Mode::Check);
    assert!(!folder.path().join("crates/client/src").exists());
    assert_eq!(std::fs::read_to_string(folder.path().join("crates/client/Cargo.toml")).unwrap(), MANIFEST);
}

#[test]
fn a_further_document_gets_its_modules_and_its_feature() {
    let (folder, workspace) = workspace(&[("mini.yaml", DOCUMENT), ("other.yaml", DOCUMENT)]);
    let (_, words) = run(&workspace, Mode::Check);
    assert!(words.contains("crates/client/Cargo.toml has no feature for one of the documents"), "{words}");
    run(&workspace, Mode::Write);
    let manifest = std::fs::read_to_string(folder.path().join("crates/client/Cargo.toml")).unwrap();
    assert!(manifest.contains("default = [\"mini\", \"other\"]"), "{manifest}");
    let list = std::fs::read_to_string(workspace.generated(CrateKind::Client).join("mod.rs")).unwrap();
    assert!(list.contains("#[cfg(feature = \"other\")]\npub mod other;"), "{list}");
}

#[test]
fn a_document_that_cannot_be_used_fails_and_nothing_is_compared() {
    let broken = DOCUMENT.replace("required: true", "required: 'true'");
    let (_folder, workspace) = workspace(&[("mini.yaml", &broken), ("other.yaml", DOCUMENT)]);
    let generation = workspace.generate().unwrap();
    assert!(!generation.is_complete());
    let text = unplug_openapi::diagnostic::render(&generation.diagnostics, false);
    assert!(text.contains("specs/mini.yaml:8:"), "{text}");
    let (outcome, words) = run(&workspace, Mode::Check);
    assert_eq!((outcome, outcome.exit_code()), (Outcome::Failed, 100), "{words}");
    assert!(words.contains("Failure specs/mini.yaml"), "{words}");
}

#[test]
fn a_workspace_that_makes_no_sense_is_refused_in_words() {
    let message = |documents: &[(&str, &str)]| {
        let (_folder, workspace) = workspace(documents);
        workspace.generate().map(|_| ()).unwrap_err().to_string()
    };
    assert!(message(&[("mini.yaml", DOCUMENT), ("mini.json", "{}")]).contains("two documents named `mini`"));
    assert!(message(&[("mini.overlay.yaml", "")]).contains("specs/mini.overlay.yaml corrects a document"));
    assert!(message(&[("README.md", "")]).contains("holds no OpenAPI document"));
    let missing = Workspace::new("/nonexistent").generate().unwrap_err();
    assert!(matches!(missing, Error::Io { action: "read", .. }), "{missing}");
}

const SELECTED: &str = "\
openapi: 3.1.0
info: { title: Many, version: '1' }
paths:
  /things/{id}:
    get:
      operationId: getThing
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
      responses:
        '200':
          description: a thing
          content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } }
  /others:
    get:
      operationId: listOthers
      parameters: [{ in: query }]
      responses: { '204': { description: none } }
components:
  schemas:
    Thing: { type: object, properties: { size: { type: integer } } }
    Other: { type: object, properties: { unused: { type: string } } }
";

#[test]
fn a_selection_limits_what_is_generated_and_is_guarded() {
    let selection = "operations: [getThing]\n";
    let (folder, workspace) = workspace(&[("many.yaml", SELECTED), ("many.selection.yaml", selection)]);
    let (outcome, words) = run(&workspace, Mode::Write);
    assert_eq!(outcome, Outcome::Fresh, "{words}");
    for kind in [CrateKind::Client, CrateKind::ServerStub] {
        let generated = workspace.generated(kind);
        let types = std::fs::read_to_string(generated.join("many/types.rs")).unwrap();
        let banner =
            "// Generated from specs/many.yaml and specs/many.selection.yaml by `cargo xtask codegen`.";
        assert!(types.starts_with(banner), "{types}");
        assert!(types.contains("struct Thing") && !types.contains("Other {"), "{types}");
        let mut all = String::new();
        for entry in std::fs::read_dir(generated.join("many")).unwrap() {
            all.push_str(&std::fs::read_to_string(entry.unwrap().path()).unwrap());
        }
        assert!(all.contains("GetThing") && !all.contains("ListOthers"));
        let guard = std::fs::read_to_string(generated.join("guard.rs")).unwrap();
        assert!(guard.contains("\"many.selection.yaml\""));
        assert!(guard.contains(&guard::digest(selection.as_bytes())));
    }
    let specs = folder.path().join("specs");
    let wrong = "operations: [getThings]\n";
    std::fs::write(specs.join("many.selection.yaml"), wrong).unwrap();
    let generation = workspace.generate().unwrap();
    assert!(!generation.is_complete() && generation.targets.is_empty());
    assert_eq!(generation.diagnostics.len(), 1);
    assert_eq!(generation.diagnostics[0].position().unwrap(), ("specs/many.selection.yaml", 1, 14));
    assert!(generation.diagnostics[0].remedy.as_ref().unwrap().contains("`getThing`"));

    std::fs::remove_file(specs.join("many.selection.yaml")).unwrap();
    assert!(!workspace.generate().unwrap().is_complete(), "the error elsewhere counts again");
    std::fs::write(specs.join("other.selection.yaml"), selection).unwrap();
    let lonely = workspace.generate().unwrap_err();
    assert!(matches!(lonely, Error::SelectionWithoutDocument { .. }), "{lonely}");
}

#[test]
fn the_build_guard_names_what_changed() {
    let (folder, workspace) = workspace(&[("mini.yaml", DOCUMENT)]);
    let specs = folder.path().join("specs");
    let digest: &'static str = guard::digest(DOCUMENT.as_bytes()).leak();
    let recorded = [Recorded { file: "mini.yaml", digest }];
    assert!(guard::findings(&specs, &recorded).is_empty());

    std::fs::write(specs.join("mini.yaml"), format!("{DOCUMENT}# edited\n")).unwrap();
    std::fs::write(specs.join("new.json"), "{}").unwrap();
    assert_eq!(
        guard::findings(&specs, &recorded),
        [
            "specs/mini.yaml changed after its code was generated",
            "specs/new.json is new: no code was generated from it"
        ]
    );
    std::fs::remove_file(specs.join("mini.yaml")).unwrap();
    assert!(guard::findings(&specs, &recorded)[1].contains("specs/mini.yaml is gone"));
    assert!(guard::findings(Path::new("/nonexistent"), &recorded).is_empty());
    drop(workspace);
}

#[test]
fn the_digest_is_fnv_1a_as_published() {
    // Test vectors of the FNV-1a 128-bit hash: the empty text is the offset basis, "a" the second.
    assert_eq!(guard::digest(b""), "6c62272e07bb014262b821756295c58d");
    assert_eq!(guard::digest(b"a"), "d228cb696f1a8caf78912b704e4a8964");
}

#[test]
fn only_a_stale_file_has_a_diff_and_it_is_bounded() {
    let (_folder, workspace) = workspace(&[("mini.yaml", DOCUMENT)]);
    run(&workspace, Mode::Write);
    let path = workspace.generated(CrateKind::Client).join("mini/mod.rs");
    let text = "// not what is generated\n".repeat(500);
    std::fs::write(&path, text).unwrap();
    let generation = workspace.generate().unwrap();
    let problems = workspace.compare(&generation.targets[0]).unwrap();
    assert!(matches!(problems.as_slice(), [Problem::Stale { .. }]));
    let (_, words) = run(&workspace, Mode::Check);
    assert!(words.lines().count() < 70, "{words}");
    assert!(words.contains(" more lines"), "{words}");
}

#[test]
fn overlays_that_documents_share_are_applied_and_guarded() {
    let document = |id: &str| {
        format!(
            "openapi: 3.1.0\ninfo: {{title: T, version: '1'}}\npaths:\n  /x: {{get: {{operationId: {id}, \
             responses: {{'204': {{description: Done.}}}}}}}}\n"
        )
    };
    let rules = "overlay: 1.1.0\ninfo: {title: House, version: '1'}\nactions:\n\
                 - {target: $.paths.*.get, update: {x-rust-name: by_house_rules}}\n";
    let settings = "[documents.one]\noverlays = [\"rules/house.yaml\"]\n\
                    [documents.two]\noverlays = [\"rules/house.yaml\"]\n";
    let (_folder, workspace) = workspace(&[
        ("one.yaml", &document("getOne")),
        ("two.yaml", &document("getTwo")),
        ("rules/house.yaml", rules),
        ("unplug.toml", settings),
    ]);
    let generation = workspace.generate().unwrap();
    assert!(generation.is_complete(), "{:?}", generation.diagnostics);
    let files = &generation.targets[0].files;
    for module in ["one", "two"] {
        assert!(files[&format!("{module}/operations.rs")].contains("pub fn by_house_rules"), "{module}");
    }
    assert!(files["guard.rs"].contains("\"rules/house.yaml\""), "{}", files["guard.rs"]);
}

#[test]
fn parts_of_a_document_are_read_and_guarded() {
    let document = "\
openapi: 3.1.0
info: { title: Mini, version: '1' }
paths:
  /things: { $ref: 'parts/things.yaml' }
  /lost: { get: { responses: { '204': { description: Done., headers: { x: { $ref: '../secret.yaml' } } } } } }
";
    let part = "get: { operationId: getThings, responses: { '204': { description: Done. } } }\n";
    let (folder, workspace) = workspace(&[("mini.yaml", document), ("parts/things.yaml", part)]);
    let generation = workspace.generate().unwrap();
    let found: Vec<_> = generation.diagnostics.iter().map(|found| found.message.as_str()).collect();
    assert!(found.iter().any(|message| message.contains("not below specs/")), "{found:?}");

    let alone = document.lines().filter(|line| !line.contains("/lost")).collect::<Vec<_>>().join("\n");
    std::fs::write(folder.path().join("specs/mini.yaml"), alone).unwrap();
    let generation = workspace.generate().unwrap();
    assert!(generation.is_complete(), "{:?}", generation.diagnostics);
    let files = &generation.targets[0].files;
    assert!(files["mini/operations.rs"].contains("pub fn get_things"), "{}", files["mini/operations.rs"]);
    assert!(files["guard.rs"].contains("\"parts/things.yaml\""), "{}", files["guard.rs"]);

    let digest: &'static str = guard::digest(part.as_bytes()).leak();
    let recorded = [Recorded { file: "parts/things.yaml", digest }];
    let specs = folder.path().join("specs");
    std::fs::remove_file(specs.join("mini.yaml")).unwrap();
    assert!(guard::findings(&specs, &recorded).is_empty());
    std::fs::write(specs.join("parts/things.yaml"), "get: {}\n").unwrap();
    assert_eq!(
        guard::findings(&specs, &recorded),
        ["specs/parts/things.yaml changed after its code was generated"]
    );
}
