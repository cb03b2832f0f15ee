//! Edits on either side give exactly the findings that they should; no edit gives none.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use unplug_contract::{Finding, HandlerSources, Options, Side, compare};
use unplug_openapi::Document;
use unplug_openapi::load::load_text;
use unplug_openapi::syntax::SourceFile;

const DOCUMENT: &str = include_str!("document.yaml");
const DESCRIPTION: &str = include_str!("description.yaml");
const HANDLERS: &str = include_str!("handlers.rs.txt");

fn load(name: &str, text: &str) -> Document {
    let loaded = load_text(name, SourceFile { name: name.to_owned(), text: text.to_owned() }, None);
    assert!(loaded.diagnostics.is_empty(), "{:?}", loaded.diagnostics);
    loaded.document.unwrap()
}

fn handlers() -> HandlerSources {
    let mut sources = HandlerSources::default();
    sources.add("src/things.rs", HANDLERS).unwrap();
    sources
}

fn findings(document: &str, description: &str) -> Vec<Finding> {
    let (document, description) = (load("things.yaml", document), load("description", description));
    let sources = handlers();
    let before = Side::document(&document, "in the document");
    let after = Side::handlers(&description.api, "in the handler", &sources);
    compare(&before, &after, &Options::default())
}

#[test]
fn nothing_planted_nothing_found() {
    let description = DESCRIPTION.replace(
        "in: header\n        required: true\n        schema: {type: string}",
        "in: header\n        required: true\n        schema: {type: [string, \"null\"]}",
    );
    assert_eq!(findings(DOCUMENT, &description), []);
}
