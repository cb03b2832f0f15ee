//! Corrections as a bug report for the publisher.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use std::path::Path;

use unplug_openapi::load::load_text;
use unplug_openapi::overlay::report::{self, EXTENSIONS};
use unplug_openapi::syntax::SourceFile;
use unplug_openapi::{Document, load};

const YAML: &str = "\
openapi: 3.1.0
info: {title: Pets, version: '2'} # ours
paths:
  /pets/{id}:
    get:
      operationId: getPet
      parameters:
        - name: id
          in: path
          required: true
          schema: {type: integer}
      responses:
        '200':
          description: 'A pet'   # or two
          content:
            application/json:
              schema:
                type: object
                properties:
                  name: {type: string}
                  born: {type: string}
";

const OVERLAY: &str = r#"overlay: 1.1.0
info: {title: T, version: '1'}
actions:
  - target: $.paths.*.get
    description: No name → one for Rust.
    x-source: Name chosen
    update: {x-rust-name: pet}
  - target: $.paths.*.get.parameters[?@.name == 'id'].schema
    description: "`id` is an integer → text; `a``b` is one."
    x-source: ['T: a test', 'I: the pattern', unmarked]
    update: {type: string, x-secret: true}
  - target: $.paths.*.get.responses
    description: There is no 404.
    x-source: 'X: tried'
    update:
      '404':
        description: |-
          Nobody.
          Ever.
        content: {text/plain: {schema: {type: string, enum: ['no', '404', "it's"]}}}
  - target: $..properties.born
    description: It is always there → it never is.
    x-source: 'S: the source'
    remove: true
"#;

fn document(name: &str, text: &str, overlay: Option<&str>) -> Document {
    let overlay = overlay.map(|text| SourceFile::new("specs/pets.overlay.yaml", text));
    let loaded = load_text("pets", SourceFile::new(name, text), overlay);
    loaded.document.unwrap_or_else(|| panic!("{:?}", loaded.diagnostics))
}

#[test]
fn a_report_proposes_changes_of_their_text() {
    let document = document("specs/pets.yaml", YAML, Some(OVERLAY));
    insta::assert_snapshot!(report::render(&document).unwrap());
}

#[test]
fn a_document_without_corrections_says_so() {
    let document = document("specs/pets.yaml", YAML, None);
    insta::assert_snapshot!(report::render(&document).unwrap(), @r"
    # What Pets 2 says, and what happens

    Document: `pets.yaml`, OpenAPI 3.1.0, SHA-256 `42988b5ace9c016279b79b1d7e4ab3c6105d19e833621060c9446f28bfa3d1e4`.

    No correction of it is known to be needed.
    ");
}

#[test]
fn corrections_that_only_choose_names_are_no_defects() {
    let overlay = &OVERLAY[..OVERLAY.find("  - target: $.paths.*.get.parameters").unwrap()];
    let text = report::render(&document("specs/pets.yaml", YAML, Some(overlay))).unwrap();
    assert!(text.contains("No correction of it is known to be needed."), "{text}");
    assert!(text.contains("One more correction only concerns the reporting side"), "{text}");
}

#[test]
fn what_stands_elsewhere_in_the_text_is_proposed_as_json() {
    let aliased = YAML
        .replace("name: {type: string}", "name: &text {type: string}")
        .replace("born: {type: string}", "born: *text");
    let overlay = OVERLAY.replace("    remove: true\n", "    update: {type: integer}\n");
    let text = report::render(&document("specs/pets.yaml", &aliased, Some(&overlay))).unwrap();
    let last = &text[text.find("## 3.").unwrap()..];
    assert!(last.contains("Proposed change (of the values as JSON):"), "{last}");
    assert!(last.contains("-  \"type\": \"string\"\n+  \"type\": \"integer\"\n"), "{last}");
}

#[test]
fn the_real_documents_are_reported() {
    let specs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../specs");
    for (file, own) in [("rocketchat.json", 3), ("kombo.yaml", 5), ("vercel.json", 5)] {
        let path = specs.join(file);
        let document = load(&path, Some(&path.with_extension("overlay.yaml"))).document.unwrap();
        let text = report::render(&document).unwrap();
        let sections = text.lines().filter(|line| line.starts_with("## ")).count();
        let corrections = document.corrections.len();
        assert!(sections > 0 && sections < corrections, "{file}: {sections} of {corrections}");
        assert_eq!(corrections - sections, own, "{file}");
        assert!(!text.contains("(of the values as JSON)"), "{file}: every change is an edit of the text");
        for name in EXTENSIONS {
            let added = text.lines().any(|line| line.starts_with('+') && line.contains(name));
            assert!(!added, "{file} is told about {name}");
        }
    }
}
