//! Examples against the schemas beside them, with their places.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use std::io::Write;
use std::path::Path;
use std::time::Instant;

use unplug_conformance::examples;
use unplug_openapi::diagnostic::{Diagnostic, render};
use unplug_openapi::load;
use unplug_openapi::load::load_text;
use unplug_openapi::syntax::SourceFile;

fn found(text: &str) -> Vec<Diagnostic> {
    let loaded = load_text("shop", SourceFile::new("shop.yaml", text), None);
    assert!(!loaded.has_errors(), "{}", render(&loaded.diagnostics, false));
    examples(&loaded.document.unwrap_or_else(|| panic!("{:?}", loaded.diagnostics)))
}

/// Rule, line of the example, line of what decided.
fn places(text: &str) -> Vec<(&'static str, usize, Option<usize>)> {
    let line = |finding: &Diagnostic, index: usize| {
        finding.labels.get(index).map(|label| label.file.line_column(label.span.start).0)
    };
    found(text).iter().map(|finding| (finding.rule, line(finding, 0).unwrap(), line(finding, 1))).collect()
}

fn document(version: &str, rest: &str) -> String {
    format!("openapi: {version}\ninfo: {{title: T, version: '1'}}\npaths:\n{rest}")
}

#[test]
fn examples_of_every_kind_are_checked() {
    let text = document(
        "3.0.3",
        "  /a/{id}:
    post:
      parameters:
        - {name: id, in: path, required: true, schema: {type: integer}, example: 'x'}
        - name: filter
          in: query
          content:
            application/json:
              schema: {type: object}
              examples: {One: {value: []}, Two: {value: {}}}
      requestBody:
        content:
          application/json:
            schema: {$ref: '#/components/schemas/Item'}
            example: {name: 1}
      responses:
        '200':
          description: ok
          headers:
            X-A: {schema: {type: integer}, example: many}
            X-B: {schema: {type: integer}, examples: {Good: {value: 1}}}
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Item'}
              examples: {Good: {value: {name: a}}, Bad: {$ref: '#/components/examples/Bad'}}
components:
  examples:
    Bad:
      value:
        name:
          first: A
  schemas:
    Item:
      type: object
      required: [name]
      example: {}
      properties:
        name:
          type: string
          minLength: 1
          example: ''
",
    );
    let invalid = "invalid-example";
    let line = |needle: &str| text.lines().position(|line| line.contains(needle)).unwrap() + 1;
    let string = line("          type: string");
    assert_eq!(
        places(&text),
        [
            (invalid, line("name: id, in: path"), Some(line("name: id, in: path"))),
            (invalid, line("One: {value"), Some(line("schema: {type: object}"))),
            (invalid, line("example: {name: 1}"), Some(string)),
            (invalid, line("example: many"), Some(line("example: many"))),
            (invalid, line("first: A"), Some(string)),
            (invalid, line("example: {}"), Some(line("required: [name]"))),
            (invalid, line("example: ''"), Some(line("minLength: 1"))),
        ]
    );
    let messages: Vec<String> = found(&text).into_iter().map(|finding| finding.message).collect();
    assert_eq!(
        messages[4],
        "POST /a/{id}: the example `Bad` does not fit its schema: the value is not of type \"string\" at /name"
    );
    assert!(messages[5].starts_with("/components/schemas/Item: the example `example`"), "{}", messages[5]);
}

#[test]
fn a_schema_of_3_1_has_a_list_of_examples() {
    let text = document(
        "3.1.0",
        "  /a: {get: {responses: {'200': {description: ok, content: {application/json: {schema:\n    \
         {type: [integer, 'null'], examples: [1, null,\n    'x']}}}}}}}\n",
    );
    assert_eq!(places(&text), [("invalid-example", 6, Some(5))]);
}

#[test]
fn what_a_side_does_not_send_may_be_missing() {
    let text = |body: &str, answer: &str| {
        document(
            "3.0.3",
            &format!(
                "  /a:\n    post:\n      requestBody:\n        content:\n          application/json:\n            \
                 schema: {{$ref: '#/components/schemas/Item'}}\n            example: {body}\n      responses:\n        \
                 '200':\n          description: ok\n          content:\n            application/json:\n              \
                 schema: {{$ref: '#/components/schemas/Item'}}\n              example: {answer}\n\
                 components:\n  schemas:\n    Item:\n      type: object\n      required: [id, secret, name]\n      \
                 properties:\n        id: {{type: string, readOnly: true}}\n        \
                 secret: {{type: string, writeOnly: true}}\n        name: {{type: string}}\n"
            ),
        )
    };
    assert!(found(&text("{secret: a, name: b}", "{id: a, name: b}")).is_empty());
    assert_eq!(found(&text("{id: a, secret: b}", "{id: a, name: b}")).len(), 1);
    assert_eq!(found(&text("{id: a, name: b}", "{secret: a, name: b}")).len(), 2);
}

#[test]
fn a_text_of_another_media_type_is_what_is_sent() {
    let text = |media_type: &str| {
        document(
            "3.0.3",
            &format!(
                "  /a: {{get: {{responses: {{'200': {{description: ok, content: {{{media_type}: {{schema: \
                 {{type: object}}, example: '<a/>'}}}}}}}}}}}}\n"
            ),
        )
    };
    assert!(found(&text("application/xml")).is_empty());
    assert_eq!(found(&text("application/json")).len(), 1);
}

#[test]
fn examples_of_webhooks_and_callbacks_are_checked() {
    let operation = "{post: {requestBody: {content: {application/json: {schema: {type: integer}, example: x}}}, \
                     responses: {'200': {description: ok}}}}";
    let text = document(
        "3.1.0",
        &format!(
            "  /a:\n    get:\n      responses: {{'200': {{description: ok}}}}\n      callbacks:\n        \
             done:\n          '{{$request.body#/url}}': {operation}\nwebhooks:\n  new: {operation}\n"
        ),
    );
    let owners: Vec<String> = found(&text).into_iter().map(|finding| finding.message).collect();
    assert_eq!(owners.len(), 2);
    assert!(owners[0].starts_with("callback done: "), "{owners:?}");
    assert!(owners[1].starts_with("webhook new: "), "{owners:?}");
}

#[test]
fn examples_of_real_documents_are_checked_in_time() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/spec-corpus");
    let Ok(entries) = std::fs::read_dir(folder) else {
        // Not `eprintln!`, which the test runner keeps to itself when a test passes.
        let line = b"skipped: the folder ../shared/spec-corpus with real documents is not there\n";
        std::io::stderr().write_all(line).unwrap();
        return;
    };
    let mut checked = 0;
    for entry in entries {
        let path = entry.unwrap().path();
        let small = std::fs::metadata(&path).is_ok_and(|metadata| metadata.len() < 500_000);
        let wanted = small || std::env::var_os("UNPLUG_EXAMPLES_ALL").is_some();
        let kind = path.extension().is_some_and(|kind| kind == "json" || kind == "yaml");
        let Some(document) = (wanted && kind).then(|| load(&path, None).document).flatten() else { continue };
        let start = Instant::now();
        let findings = examples(&document);
        println!("{:>6} in {:?}: {}", findings.len(), start.elapsed(), path.display());
        for finding in &findings {
            assert_eq!(finding.position().unwrap().0, document.files[0].name, "{finding:?}");
        }
        checked += 1;
    }
    assert!(checked > 10, "{checked}");
}
