//! What each format looks like.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use unplug_contract::render::Title;
use unplug_contract::{Description, FailOn, Finding, Format, Options, RustNames, compare, report};
use unplug_openapi::Document;
use unplug_openapi::ir::SchemaId;
use unplug_openapi::load::load_text;
use unplug_openapi::syntax::SourceFile;

const BEFORE: &str = "\
openapi: 3.1.0
info: {title: Things, version: '1'}
paths:
  /things:
    get:
      operationId: listThings
      parameters:
      - {name: a|b, in: query, schema: {type: string, enum: [\"<x>\", \"100%\"]}}
      responses:
        '200':
          description: All
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Thing'}
    post:
      operationId: addThing
      responses:
        '200':
          description: Added
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Thing'}
components:
  schemas:
    Thing:
      type: object
      required: [id]
      properties:
        id: {type: string}
        size: {type: integer, default: 1}
";

struct Names;

impl RustNames for Names {
    fn operation(&self, id: &str, _: unplug_contract::Direction) -> Vec<String> {
        vec![format!("things::{id}")]
    }

    fn schema(&self, id: SchemaId) -> Vec<String> {
        if id == SchemaId(0) { vec!["things::types::Thing".to_owned()] } else { Vec::new() }
    }
}

fn load(name: &str, text: &str) -> Document {
    let loaded = load_text("things", SourceFile::new(name, text), None);
    assert!(!loaded.has_errors(), "{:?}", loaded.diagnostics);
    loaded.document.unwrap()
}

fn findings() -> Vec<Finding> {
    let after = BEFORE
        .replace("enum: [\"<x>\", \"100%\"]", "enum: [\"<x>\"]")
        .replace("required: [id]\n", "minProperties: 1\n")
        .replace("default: 1", "default: 2");
    let (before, after) = (load("specs/things.yaml", BEFORE), load("new, things.yaml", &after));
    let options = Options { whole_document: true, rust: Some(&Names), ..Options::default() };
    compare(
        &Description::document(&before, "in our document"),
        &Description::document(&after, "in the copy"),
        &options,
    )
}

const TITLE: Title<'_> =
    Title { what: "2 operations compared", before: "ours", after: "copy", before_files: "", accepted: 0 };

fn printed(findings: &[Finding], format: Format) -> String {
    let mut out = Vec::new();
    report(&mut out, findings, &TITLE, format, FailOn::Never).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn every_format() {
    let found = findings();
    assert!(found.len() > 3);
    for (name, format) in [
        ("text", Format::Text),
        ("brief", Format::Brief),
        ("json", Format::Json),
        ("github", Format::Github),
        ("markdown", Format::Markdown),
        ("junit", Format::Junit),
    ] {
        insta::assert_snapshot!(name, printed(&found, format));
        insta::assert_snapshot!(format!("{name}_of_nothing"), printed(&[], format));
    }
}

#[test]
fn exit_codes() {
    let all = findings();
    let notes: Vec<Finding> =
        all.iter().filter(|finding| finding.severity.as_str() == "note").cloned().collect();
    let code =
        |found: &[Finding], fail_on| report(&mut Vec::new(), found, &TITLE, Format::Json, fail_on).unwrap();
    for (fail_on, codes) in
        [(FailOn::Breaking, [1, 0, 0]), (FailOn::Any, [1, 1, 0]), (FailOn::Never, [0, 0, 0])]
    {
        assert_eq!([code(&all, fail_on), code(&notes, fail_on), code(&[], fail_on)], codes, "{fail_on:?}");
    }
}

#[test]
fn words_of_formats_are_read() {
    for word in Format::WORDS {
        word.parse::<Format>().unwrap();
    }
    for word in FailOn::WORDS {
        word.parse::<FailOn>().unwrap();
    }
    let error = "xml".parse::<Format>().unwrap_err().to_string();
    assert_eq!(error, "`xml` is not one of text, json, github, markdown, junit");
}
