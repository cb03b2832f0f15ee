//! Branches of `oneOf` that differ in a format.

#![allow(clippy::unwrap_used, reason = "tests")]

use unplug_codegen::plan::Plan;
use unplug_openapi::Sources;
use unplug_openapi::load::load_sources;
use unplug_openapi::syntax::SourceFile;

/// The pointers of the warnings that branches are not told apart.
fn warned(branches: &str, settings: &str) -> Vec<String> {
    let text = format!(
        "openapi: 3.1.0\ninfo: {{title: T, version: '1'}}\npaths: {{}}\ncomponents:\n  schemas:\n    \
         Day: {{type: object, properties: {{on: {{type: string, format: date}}}}}}\n    \
         Moment: {{type: object, properties: {{on: {{type: string, format: date-time}}}}}}\n    \
         Either: {{oneOf: [{branches}]}}\n"
    );
    let sources = Sources {
        settings: Some(SourceFile::new("unplug.toml", settings.to_owned())),
        ..Sources::new(SourceFile::new("t.yaml", text))
    };
    let api = load_sources("t", sources).document.unwrap().api;
    let found = Plan::new(&api).1;
    found.into_iter().filter(|found| found.rule == "format-not-asserted").map(|found| found.pointer).collect()
}

const ASSERTED: &str = "[documents.t]\nformats = \"asserted\"\n";

#[test]
fn branches_that_nothing_tells_apart_are_named() {
    for branches in [
        "{type: string, format: date}, {type: string, format: uuid}",
        "{type: string}, {type: integer}, {type: string, format: date}",
        "{$ref: '#/components/schemas/Day'}, {$ref: '#/components/schemas/Moment'}",
        "{type: array, items: {type: string, format: date}}, {type: array, items: {type: string, format: time}}",
    ] {
        assert_eq!(warned(branches, ""), ["/components/schemas/Either"], "{branches}");
        assert_eq!(warned(branches, ASSERTED), [""; 0], "{branches}");
    }
    // Never asserted.
    for branches in [
        "{type: string, format: phone}, {type: string, format: iban}",
        "{type: integer, format: int32}, {type: integer, format: int64}",
    ] {
        assert_eq!(warned(branches, ASSERTED), ["/components/schemas/Either"], "{branches}");
    }
    for branches in [
        "{type: string, format: date}, {type: integer, format: int64}",
        "{type: string, format: date, maxLength: 10}, {type: string, format: date-time}",
        "{type: string, format: date}, {type: string, format: date}",
    ] {
        assert_eq!(warned(branches, ""), [""; 0], "{branches}");
    }
}
