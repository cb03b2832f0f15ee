//! Handlers for what has none, in a small workspace of its own.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

use std::path::Path;
use std::process::Command;

use unplug_codegen::scaffold::{Error, Scaffold, scaffold};
use unplug_codegen::workspace::Workspace;

const DOCUMENT: &str = "\
openapi: 3.1.0
info: { title: Depot, version: '1' }
security: [{ key: [] }]
paths:
  /parts/{id}:
    get:
      operationId: getPart
      summary: One part
      parameters:
        - { name: id, in: path, required: true, schema: { type: string, minLength: 3 } }
        - { name: fields, in: query, description: 'Which \"fields\"', schema: { type: array, items: { type: string } } }
      responses:
        '200':
          description: ok
          headers: { ETag: { schema: { type: string } } }
          content: { application/json: { schema: { $ref: '#/components/schemas/Part' } } }
        '404': { description: none }
  /types:
    post:
      operationId: type
      security: []
      requestBody:
        required: true
        content: { application/json: { schema: { $ref: '#/components/schemas/Part' } } }
      responses: { '204': { description: stored } }
components:
  securitySchemes: { key: { type: apiKey, in: header, name: X-Key, x-rust-name: key } }
  schemas:
    Part: { type: object, properties: { name: { type: string, pattern: '^\"#' }, parts: { type: array, items: { $ref: '#/components/schemas/Part' } } } }
";

const LIB: &str = "//! Handlers.\n\npub mod app;\npub mod zoo;\n\npub use app::app;\n";
const APP: &str = "\
fn app(config: AppConfig) -> Router {
    Router::new()
        .nest_service(\"/zoo\", zoo::router(&config)) // the first
        .fallback(unknown)
}
";
const DESCRIBE: &str = "fn main() {\n    let all = json!({\n        \"zoo\": zoo(),\n    });\n}\n";

/// As somebody wrote it: one operation is bound, and the function of another is there already.
const WRITTEN: &str = "\
use unplug_server_stub::depot as stub;

// Mine.
pub struct Service   { pub store: Store }

fn router() -> Router {
    stub::router(stub::Handlers { get_part: handler(get_part) /* one */ }, Security, Service)
}

async fn get_part(_: Service, _: User, _: stub::GetPartRequest) -> Result<stub::GetPartResponse, Fault> {
    todo()
}

impl stub::Security for Security {
    type Caller = users::User;
}
";
const DESCRIPTION: &str =
    "#[derive(OpenApi)]\n#[openapi(info(title = \"D\"), paths(super::get_part))]\nstruct D;\n";

struct Specs {
    folder: tempfile::TempDir,
    workspace: Workspace,
}

impl Specs {
    fn new(files: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let all = [
            ("specs/depot.yaml", DOCUMENT),
            ("crates/handlers/src/lib.rs", LIB),
            ("crates/handlers/src/app.rs", APP),
            ("crates/handlers/examples/describe.rs", DESCRIBE),
        ];
        for (path, text) in all.iter().chain(files) {
            let path = folder.path().join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        }
        let workspace = Workspace::new(folder.path());
        Self { folder, workspace }
    }

    fn scaffold(&self) -> Scaffold {
        scaffold(&self.workspace, "depot").unwrap()
    }

    fn read(&self, path: &str) -> String {
        std::fs::read_to_string(self.folder.path().join("crates/handlers").join(path)).unwrap()
    }
}

/// Every line of `before` is in `after`, in the same order, and nothing else than additions is.
#[track_caller]
fn only_added(before: &str, after: &str) {
    let mut rest = after.chars();
    for character in before.chars() {
        assert!(rest.any(|other| other == character), "{after}");
    }
}

#[test]
fn an_api_without_handlers_gets_all_of_them() {
    let specs = Specs::new(&[]);
    let made = specs.scaffold();
    assert_eq!(made.handlers, ["get_part", "type_operation"]);
    assert!(made.by_hand.is_empty(), "{:?}", made.by_hand);
    assert!(made.diff().contains("--- /dev/null\n+++ b/crates/handlers/src/depot.rs\n"));
    made.write(&specs.workspace).unwrap();
    let module = specs.read("src/depot.rs");
    syn::parse_file(&module).unwrap();
    syn::parse_file(&specs.read("src/depot/description.rs")).unwrap();
    for expected in [
        "path = \"/parts/{id}\"",
        "operation_id = \"getPart\"",
        "security((\"key\" = []))",
        "(\"id\" = inline(get_part_schemas::IdParameter), Path)",
        "Query, nullable = false, description = \"Which \\\"fields\\\"\")",
        "(status = 404, description = \"none\")",
        "(\"ETag\" = inline(get_part_schemas::ETagHeader))",
        "request_body(content = inline(type_schemas::Body), content_type = \"application/json\")",
        "r#type: unplug_server_stub::handler(type_operation)",
        "IdParameter = r#\"{\"minLength\":3,\"type\":\"string\"}\"# {}",
        "\"Part\" = r##\"{",
        "Rejection::NotImplemented",
    ] {
        assert!(module.contains(expected), "{expected}\n{module}");
    }
    let description = specs.read("src/depot/description.rs");
    assert!(description.contains("super::type_operation"), "{description}");
    assert!(description.contains("add_security_scheme(description, \"key\","), "{description}");
    assert!(!description.contains("x-rust-name"), "{description}");
    assert_eq!(specs.read("src/lib.rs"), LIB.replace("pub mod zoo;", "pub mod depot;\npub mod zoo;"));
    let line = ".nest_service(\"/depot\", crate::depot::router(&config))";
    only_added(APP, &specs.read("src/app.rs"));
    assert!(
        specs.read("src/app.rs").contains(&format!("zoo::router(&config))\n        {line} // the first"))
    );
    let entry = "        \"zoo\": zoo(),\n        \"depot\": unplug_handlers::depot::description(),\n    });";
    assert!(specs.read("examples/describe.rs").contains(entry));
    // Once more, and nothing is left to do.
    let again = specs.scaffold();
    assert!(again.changes.is_empty() && again.handlers.is_empty(), "{}", again.diff());
}

#[test]
fn what_is_written_stays_as_it_is() {
    let specs = Specs::new(&[
        ("crates/handlers/src/depot.rs", WRITTEN),
        ("crates/handlers/src/depot/description.rs", DESCRIPTION),
    ]);
    let made = specs.scaffold();
    assert_eq!(made.handlers, ["type_operation"]);
    made.write(&specs.workspace).unwrap();
    let module = specs.read("src/depot.rs");
    only_added(WRITTEN, &module);
    let literal = "stub::Handlers { get_part: handler(get_part), r#type: unplug_server_stub::handler(type_operation) \
                   /* one */ }";
    assert!(module.contains(literal), "{module}");
    assert!(module.contains("async fn type_operation(\n    _: Service,\n    _: (),\n"), "{module}");
    syn::parse_file(&module).unwrap();
    let expected = DESCRIPTION.replace("super::get_part", "super::get_part, super::type_operation");
    assert_eq!(specs.read("src/depot/description.rs"), expected);
    for file in [("src/lib.rs", LIB), ("src/app.rs", APP), ("examples/describe.rs", DESCRIBE)] {
        assert_eq!(specs.read(file.0), file.1, "registered already");
    }
    assert!(specs.scaffold().changes.is_empty());
}

#[test]
fn the_types_of_the_file_are_used_and_written_functions_only_bound() {
    let unbound = WRITTEN.replace("get_part: handler(get_part) /* one */", "");
    let without = unbound.replace("async fn get_part", "async fn part");
    for (text, handlers) in
        [(&unbound, vec!["type_operation"]), (&without, vec!["get_part", "type_operation"])]
    {
        let specs = Specs::new(&[
            ("crates/handlers/src/depot.rs", text),
            ("crates/handlers/src/depot/description.rs", DESCRIPTION),
        ]);
        let made = specs.scaffold();
        assert_eq!(made.handlers, handlers);
        let module = &made.changes[0].after;
        assert!(module.contains("get_part: unplug_server_stub::handler(get_part), r#type:"), "{module}");
        let appended = module.contains("_: users :: User,\n    _: unplug_server_stub::depot::GetPartRequest");
        assert_eq!(appended, handlers.len() == 2, "{module}");
    }
}

#[test]
fn what_has_no_place_is_left_to_a_person() {
    let specs = Specs::new(&[("crates/handlers/src/depot.rs", "fn router() {}\n")]);
    let made = specs.scaffold();
    assert_eq!(made.by_hand.len(), 2);
    assert!(made.by_hand[0].contains("has no literal `Handlers"), "{:?}", made.by_hand);
    assert!(made.by_hand[1].contains("super::get_part`, `super::type_operation"), "{:?}", made.by_hand);
    // Without a service and a caller in the file, both are found by inference.
    assert!(made.changes[0].after.contains("async fn get_part<S, C>(\n    _: S,\n    _: C,\n"));
    let specs = Specs::new(&[("crates/handlers/src/depot.rs", "fn router( {}\n")]);
    let error = scaffold(&specs.workspace, "depot").unwrap_err();
    assert!(matches!(error, Error::NotRust { .. }), "{error}");
    let error = scaffold(&specs.workspace, "depo").unwrap_err();
    assert_eq!(error.to_string(), "there is no document `depo` in specs/; did you mean `depot`?");
}

/// Compiles a copy of the workspace with one more API; takes minutes, so it only runs when asked
/// for (`--run-ignored all`).
#[test]
#[ignore = "compiles a copy of the workspace"]
fn what_is_scaffolded_compiles_and_agrees_with_its_document() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let folder = tempfile::tempdir().unwrap();
    for entry in ["Cargo.toml", "Cargo.lock", "crates", "xtask", "tests", "specs"] {
        copy(&root.join(entry), &folder.path().join(entry));
    }
    std::fs::write(folder.path().join("specs/depot.yaml"), DOCUMENT).unwrap();
    for arguments in [&["codegen", "--no-diff"][..], &["scaffold", "depot"], &["diff"]] {
        let output = Command::new(env!("CARGO"))
            .args(["run", "--quiet", "--package", "xtask", "--"])
            .args(arguments)
            .current_dir(folder.path())
            .env("CARGO_TARGET_DIR", root.join("target/scaffold"))
            .output()
            .unwrap();
        let text =
            String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{arguments:?}\n{text}");
    }
}

fn copy(from: &Path, to: &Path) {
    if !from.is_dir() {
        std::fs::copy(from, to).unwrap();
        return;
    }
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        if entry.file_name() != "target" {
            copy(&entry.path(), &to.join(entry.file_name()));
        }
    }
}
