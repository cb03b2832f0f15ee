//! The whole task, on folders of its own.
#![allow(clippy::unwrap_used, reason = "tests")]

use std::path::Path;
use std::process::Command;

use serde_json::Value;
use unplug_contract::{FailOn, Format};

use super::{Options, run};

const THINGS: &str = "\
openapi: 3.1.0
info: {title: Things, version: '1'}
paths:
  /things:
    get:
      operationId: listThings
      parameters:
      - {name: limit, in: query, schema: {type: integer, maximum: 100}}
      responses: {'200': {description: All}}
";

fn workspace(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), files);
    folder
}

fn write(root: &Path, files: &[(&str, &str)]) {
    for (name, text) in files {
        let path = root.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
}

fn git(root: &Path, arguments: &[&str]) {
    let mut command = Command::new("git");
    command.arg("-C").arg(root);
    command.args(["-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false"]);
    for variable in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"] {
        command.env_remove(variable);
    }
    let output = command.args(arguments).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// A workspace whose files are committed.
fn committed(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = workspace(files);
    git(folder.path(), &["init", "--quiet"]);
    git(folder.path(), &["add", "--all"]);
    git(folder.path(), &["commit", "--quiet", "--message", "Before"]);
    folder
}

/// Exit code, what was printed, and the error.
fn ran(root: &Path, options: &Options) -> (u8, String, String) {
    let (mut out, mut errors) = (Vec::new(), Vec::new());
    let code = run(root, options, &mut out, &mut errors).unwrap();
    (code, String::from_utf8(out).unwrap(), String::from_utf8(errors).unwrap())
}

fn base(revision: &str) -> Options {
    Options { base: Some(revision.to_owned()), format: Format::Json, ..Options::default() }
}

fn upstream(path: &Path) -> Options {
    Options { upstream: Some(path.to_owned()), format: Format::Json, ..Options::default() }
}

#[track_caller]
fn rules(out: &str) -> Vec<String> {
    let findings: Vec<Value> = serde_json::from_str(out).unwrap();
    findings.iter().map(|finding| finding["rule"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_revision_is_compared_with_what_is_now() {
    let folder = committed(&[("specs/things.yaml", THINGS), ("specs/parts/a.yaml", "type: string\n")]);
    let root = folder.path();
    assert_eq!(ran(root, &base("HEAD")), (0, "[]\n".to_owned(), String::new()));
    write(root, &[("specs/things.yaml", &THINGS.replace("100", "50"))]);
    let (code, out, errors) = ran(root, &base("HEAD"));
    assert_eq!((code, rules(&out), errors.as_str()), (1, vec!["maximum-changed".to_owned()], ""));
    let finding: Value = serde_json::from_str::<Vec<Value>>(&out).unwrap().remove(0);
    assert_eq!(finding["before"]["file"], "specs/things.yaml");
    assert_eq!(finding["after"]["line"], 8);
    assert_eq!(finding["rust"], serde_json::json!(["things::ListThingsRequest"]));
    let never = Options { fail_on: FailOn::Never, ..base("HEAD") };
    assert_eq!(ran(root, &never).0, 0);
}

#[test]
fn documents_come_and_go() {
    let folder = committed(&[("specs/things.yaml", THINGS), ("specs/gone.yaml", THINGS)]);
    let root = folder.path();
    std::fs::remove_file(root.join("specs/gone.yaml")).unwrap();
    write(root, &[("specs/new.yaml", THINGS)]);
    let (code, out, _) = ran(root, &base("HEAD"));
    assert_eq!((code, rules(&out)), (1, vec!["document-removed".to_owned(), "document-added".to_owned()]));
    let only = Options { only: Some("new".to_owned()), ..base("HEAD") };
    let (code, out, _) = ran(root, &only);
    assert_eq!((code, rules(&out)), (0, vec!["document-added".to_owned()]));
}

#[test]
fn a_revision_from_before_the_documents_has_none() {
    let folder = committed(&[("README.md", "Nothing yet\n")]);
    write(folder.path(), &[("specs/things.yaml", THINGS)]);
    let (code, out, errors) = ran(folder.path(), &base("HEAD"));
    assert_eq!((code, rules(&out), errors.as_str()), (0, vec!["document-added".to_owned()], ""));
}

#[test]
fn a_revision_that_cannot_be_compared_is_explained() {
    let folder = committed(&[("specs/things.yaml", THINGS)]);
    for revision in ["no-such-branch", "--help", ""] {
        let (code, out, errors) = ran(folder.path(), &base(revision));
        assert_eq!((code, out.as_str()), (2, ""), "{revision}");
        assert!(errors.contains(&format!("git knows no revision `{revision}` here")), "{errors}");
    }
    let folder = workspace(&[("specs/things.yaml", THINGS)]);
    let (code, _, errors) = ran(folder.path(), &base("HEAD"));
    assert_eq!(code, 2);
    assert!(errors.contains("is in no git checkout"), "{errors}");
    let folder = committed(&[("specs/things.yaml", "swagger: '2.0'\n")]);
    write(folder.path(), &[("specs/things.yaml", THINGS)]);
    let (code, _, errors) = ran(folder.path(), &base("HEAD"));
    assert_eq!(code, 2);
    assert!(errors.contains("the documents at `HEAD` cannot be compared"), "{errors}");
}

#[test]
fn copies_are_found_by_name_or_by_operations() {
    let folder = workspace(&[("specs/things.yaml", THINGS)]);
    let copies = workspace(&[
        ("named/things.json", &serde_json::json!({
            "openapi": "3.0.3",
            "info": {"title": "Things", "version": "1"},
            "paths": {"/other": {"get": {"operationId": "other", "responses": {"200": {"description": "One"}}}}},
        }).to_string()),
        ("alike/published-api.yaml", &THINGS.replace("100", "50")),
        ("alike/published-api.overlay.yaml", "overlay: 1.0.0\n"),
        ("foreign/api.yaml", &THINGS.replace("/things", "/other")),
        ("broken/api.yaml", "swagger: '2.0'\n"),
    ]);
    let at = |name: &str| ran(folder.path(), &upstream(&copies.path().join(name)));
    let (code, out, errors) = at("named");
    assert_eq!(
        (code, rules(&out), errors.as_str()),
        (
            1,
            ["rust-items-changed", "rust-items-changed", "operation-removed", "operation-added"]
                .map(str::to_owned)
                .to_vec(),
            ""
        )
    );
    for name in ["alike", "alike/published-api.yaml"] {
        let (code, out, _) = at(name);
        assert_eq!((code, rules(&out)), (1, vec!["maximum-changed".to_owned()]), "{name}");
    }
    for (name, message) in [
        ("foreign", "is a copy of none of things: neither a name nor half of the operations agree"),
        ("broken", "cannot be used"),
        ("missing", "cannot read"),
    ] {
        let (code, out, errors) = at(name);
        assert_eq!((code, out.as_str()), (2, ""), "{name}");
        assert!(errors.contains(message), "{errors}");
    }
}

#[test]
fn one_document_is_chosen_by_name() {
    let folder = workspace(&[("specs/things.yaml", THINGS)]);
    let options = Options { only: Some("thing".to_owned()), ..upstream(folder.path()) };
    let (code, _, errors) = ran(folder.path(), &options);
    assert_eq!(code, 2);
    assert!(errors.contains("there is no document `thing` in specs/; there are: things"), "{errors}");
}

#[test]
fn rules_are_explained_without_any_document() {
    let explain = |rule: &str| {
        ran(Path::new("/nowhere"), &Options { explain: Some(rule.to_owned()), ..Options::default() })
    };
    let (code, out, errors) = explain("status-added");
    assert_eq!((code, errors.as_str()), (0, ""));
    assert!(out.starts_with("## `status-added`\n") && out.contains("**What to do.**"), "{out}");
    let (code, out, errors) = explain("status-add");
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(errors.contains("did you mean `status-added`?"), "{errors}");
}

/// A document with one operation that a newer copy changes, and corrections of it.
const PIECES: &str = "\
openapi: 3.1.0
info: {title: Pieces, version: '1'}
paths:
  /pieces/{id}:
    get:
      operationId: getPiece
      parameters:
      - {name: id, in: path, required: true, schema: {type: string}}
      - {name: view, in: query, schema: {$ref: '#/components/schemas/View'}}
      responses:
        '200': {description: One, content: {application/json: {schema: {$ref: '#/components/schemas/Piece'}}}}
  /old:
    get:
      operationId: getOld
      responses: {'204': {description: None}}
components:
  schemas:
    View: {type: string}
    Piece: {type: object, properties: {name: {type: string}}}
";

const CORRECTIONS: &str = "\
overlay: 1.0.0
info: {title: Corrections, version: '1'}
extends: pieces.yaml
actions:
- target: $.components.schemas.Piece.properties.name
  description: The name is never longer.
  x-source: a test
  update: {maxLength: 20}
- target: $.paths['/old'].get
  description: It is not used any more.
  x-source: a test
  update: {deprecated: true}
";

#[test]
fn what_cannot_be_read_in_a_newer_copy_is_found() {
    let folder = workspace(&[("specs/pieces.yaml", PIECES)]);
    let copies = workspace(&[
        ("reference/pieces.yaml", &PIECES.replace("schemas/View'", "schemas/Views'")),
        ("type/pieces.yaml", &PIECES.replace("View: {type: string}", "View: {type: text}")),
    ]);
    for name in ["reference", "type"] {
        let (code, out, errors) = ran(folder.path(), &upstream(&copies.path().join(name)));
        assert_eq!((code, errors.as_str()), (1, ""), "{name}");
        assert!(rules(&out).contains(&"unreadable".to_owned()), "{name}: {out}");
    }
}

#[test]
fn one_correction_that_does_not_apply_leaves_the_others() {
    let files = [("specs/pieces.yaml", PIECES), ("specs/pieces.overlay.yaml", CORRECTIONS)];
    let folder = workspace(&files);
    let without = PIECES.replace(
        "  /old:\n    get:\n      operationId: getOld\n      responses: {'204': {description: None}}\n",
        "",
    );
    let copies = workspace(&[("pieces.yaml", &without)]);
    let options = Options { format: Format::Text, ..upstream(&copies.path().join("pieces.yaml")) };
    let (code, out, errors) = ran(folder.path(), &options);
    assert_eq!((code, errors.as_str()), (1, ""), "{out}");
    assert!(out.contains("inapplicable specs/pieces.overlay.yaml:9: It is not used any more."), "{out}");
    assert!(out.contains("stands specs/pieces.overlay.yaml:5: The name is never longer."), "{out}");
    assert!(!out.contains("max-length-changed"), "the other correction holds: {out}");
    assert!(out.contains("[operation-removed]"), "{out}");
    // The same between a revision and now.
    let folder = committed(&files);
    write(folder.path(), &[("specs/pieces.yaml", &without)]);
    let (code, out, errors) = ran(folder.path(), &Options { format: Format::Text, ..base("HEAD") });
    assert_eq!((code, errors.as_str()), (1, ""), "{out}");
    assert!(out.contains("[operation-removed]") && out.contains("[unreadable]"), "{out}");
    assert!(out.contains("HEAD:specs/pieces.yaml:13:"), "{out}");
    assert!(!out.contains("max-length-changed"), "{out}");
}

#[test]
fn a_renamed_variable_is_the_same_operation() {
    let renamed = PIECES.replace("{id}", "{piece}").replace("name: id,", "name: piece,");
    let folder = workspace(&[("specs/pieces.yaml", PIECES)]);
    let copies = workspace(&[("pieces.yaml", &renamed)]);
    let path = copies.path().join("pieces.yaml");
    let (code, out, _) = ran(folder.path(), &upstream(&path));
    assert_eq!(rules(&out), ["rust-items-changed", "rust-items-changed", "path-parameter-renamed"]);
    assert_eq!(code, 1, "the field of the request has another name");
    let (_, out, _) = ran(folder.path(), &Options { format: Format::Text, ..upstream(&path) });
    assert!(out.contains("Drift") && out.contains("GetPieceRequest"), "{out}");
    // Nothing is gone, and a selection goes on to mean the operation.
    for selection in [None, Some("operations: ['GET /pieces/{id}']\n")] {
        let folder = workspace(&[("specs/pieces.yaml", PIECES)]);
        if let Some(selection) = selection {
            write(folder.path(), &[("specs/pieces.selection.yaml", selection)]);
        }
        let upgrade = unplug_codegen::upgrade::upgrade(
            &unplug_codegen::workspace::Workspace::new(folder.path()),
            "pieces",
            &path,
        )
        .unwrap();
        assert_eq!((upgrade.gone_operations, upgrade.new_operations), (Vec::new(), Vec::new()));
        let written = std::fs::read_to_string(folder.path().join("specs/pieces.selection.yaml"));
        assert_eq!(written.ok().as_deref(), selection);
    }
}

#[test]
fn servers_and_new_operations_are_said_as_such() {
    let folder = committed(&[("specs/things.yaml", THINGS)]);
    let more = THINGS.replace("paths:\n", "servers: [{url: 'https://new.example'}]\npaths:\n  /new:\n    get: {operationId: getNew, responses: {'204': {description: None}}}\n");
    write(folder.path(), &[("specs/things.yaml", &more)]);
    let (_, out, _) = ran(folder.path(), &Options { format: Format::Text, ..base("HEAD") });
    assert!(out.contains("breaking servers\n"), "{out}");
    assert!(out.contains("cargo xtask scaffold"), "{out}");
}

/// What is found between a revision and now, with these accepted findings.
fn with_accepted(entries: &str) -> (u8, String, String) {
    let folder = committed(&[("specs/things.yaml", THINGS)]);
    write(folder.path(), &[("specs/things.yaml", &THINGS.replace("100", "50")), (super::ACCEPTED, entries)]);
    ran(folder.path(), &Options { format: Format::Text, ..base("HEAD") })
}

#[test]
fn findings_are_accepted() {
    let folder = committed(&[("specs/things.yaml", THINGS)]);
    write(folder.path(), &[("specs/things.yaml", &THINGS.replace("100", "50"))]);
    let (_, out, _) = ran(folder.path(), &base("HEAD"));
    let finding: Value = serde_json::from_str::<Vec<Value>>(&out).unwrap().remove(0);
    let print = finding["fingerprint"].as_str().unwrap().to_owned();
    // Lines before it shift nothing.
    write(
        folder.path(),
        &[("specs/things.yaml", &THINGS.replace("100", "50").replace("info:", "# More\n\ninfo:"))],
    );
    let (_, out, _) = ran(folder.path(), &base("HEAD"));
    assert!(out.contains(&print), "{out}");

    let entry = |rule: &str, comparison: &str, expires: &str| {
        format!(
            "# Accepted\n\n[[accepted]]\nfingerprint = \"{print}\"\ncomparison = \"{comparison}\"\ndocument = \"things\"\n\
             rule = \"{rule}\"\nreason = \"Nobody asks for more.\"\nowner = \"the API team\"\nexpires = {expires}\n"
        )
    };
    let (code, out, errors) = with_accepted(&entry("maximum-changed", "base", "2999-12-31"));
    assert_eq!((code, errors.as_str()), (0, ""), "{out}");
    assert!(out.contains("accepted GET /things: "), "{out}");
    assert!(out.contains("by the API team until 2999-12-31: Nobody asks for more."), "{out}");
    assert!(out.contains("0 breaking, 0 compatible, 0 notes, 1 accepted"), "{out}");
    let (code, _, errors) = with_accepted(&entry("maximum-changed", "base", "\"2020-12-31\""));
    assert_eq!(code, 1);
    assert!(errors.contains("contract.accepted.toml:3: expired on 2020-12-31"), "{errors}");
    let (code, _, errors) = with_accepted(&entry("minimum-changed", "base", "2999-12-31"));
    assert_eq!(code, 1);
    assert!(errors.contains("contract.accepted.toml:3: nothing to accept: `minimum-changed`"), "{errors}");
    let (code, _, errors) = with_accepted(&entry("maximum-changed", "upstream", "2999-12-31"));
    assert_eq!((code, errors.as_str()), (1, ""), "an entry of another comparison is not missed");
}

#[test]
fn accepted_findings_are_read_strictly() {
    for (text, message) in [
        ("[[accepted]\n", "contract.accepted.toml:1: "),
        ("\nother = 1\n", "contract.accepted.toml:2: `other` is unknown here"),
        ("[[accepted]]\nrule = 'no-such'\n", "`comparison` is missing"),
        (
            "[[accepted]]\ncomparison = 'base'\nrule = 'maximum-change'\n",
            "contract.accepted.toml:3: there is no rule `maximum-change`; did you mean `maximum-changed`?",
        ),
        (
            "[[accepted]]\ncomparison = 'main'\n",
            "contract.accepted.toml:2: `comparison`: `main` is not one of handlers, base, upstream",
        ),
        (
            "[[accepted]]\ncomparison = 'base'\nrule = 'maximum-changed'\nexpires = 'soon'\n",
            "contract.accepted.toml:4: `expires`: a day is written `2027-01-31`",
        ),
        ("[[accepted]]\nuntil = 'soon'\n", "contract.accepted.toml:2: `until` is unknown"),
    ] {
        let (code, _, errors) = with_accepted(text);
        assert_eq!(code, 2, "{text}");
        assert!(errors.contains(message), "{errors}");
    }
}

#[test]
fn what_cannot_be_decided_fails_when_asked_for() {
    let pattern = |text: &str| {
        THINGS.replace("type: integer, maximum: 100", &format!("type: string, pattern: '{text}'"))
    };
    let folder = committed(&[("specs/things.yaml", &pattern("^(?!a)"))]);
    write(folder.path(), &[("specs/things.yaml", &pattern("^(?!b)"))]);
    assert_eq!(ran(folder.path(), &base("HEAD")).0, 0);
    let strict = Options { fail_on: FailOn::Undecided, ..base("HEAD") };
    let (code, out, _) = ran(folder.path(), &strict);
    assert_eq!((code, rules(&out)), (1, vec!["cannot-decide".to_owned()]));
    let github = Options { format: Format::Github, ..base("HEAD") };
    assert!(ran(folder.path(), &github).1.starts_with("::warning file=specs/things.yaml,line=8,"));
}
