//! One edit on either side gives exactly one finding, with both places; no edit gives none.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use std::collections::BTreeSet;

use unplug_contract::{Finding, HandlerSources, Place, Severity, compare, render};
use unplug_openapi::ir::Api;
use unplug_openapi::load::load_text;
use unplug_openapi::syntax::SourceFile;

const DOCUMENT: &str = include_str!("document.yaml");
const DESCRIPTION: &str = include_str!("description.yaml");
const HANDLERS: &str = include_str!("handlers.rs.txt");

fn api(name: &str, text: &str) -> Api {
    let loaded = load_text(name, SourceFile { name: name.to_owned(), text: text.to_owned() }, None);
    assert!(loaded.diagnostics.is_empty(), "{:?}", loaded.diagnostics);
    loaded.document.unwrap().api
}

fn handlers() -> HandlerSources {
    let mut sources = HandlerSources::default();
    sources.add("src/things.rs", HANDLERS).unwrap();
    sources
}

fn findings(document: &str, description: &str) -> Vec<Finding> {
    compare(&api("things.yaml", document), &api("description", description), &handlers())
}

/// Edits a text in the one place where it has `from`.
#[track_caller]
fn edited(text: &str, from: &str, to: &str) -> String {
    assert_eq!(text.matches(from).count(), 1, "{from:?} in {text}");
    text.replace(from, to)
}

/// The one line that has this text, counted from `after`.
#[track_caller]
fn place(file: &str, text: &str, after: &str, line: &str) -> Place {
    let start = text.find(after).unwrap_or_else(|| panic!("no {after:?} in {text}"));
    let at = start + text[start..].find(line).unwrap_or_else(|| panic!("no {line:?} after {after:?}"));
    let number = text[..at].matches('\n').count();
    Place {
        file: file.to_owned(),
        line: number + 1,
        excerpt: text.lines().nth(number).unwrap().trim().to_owned(),
    }
}

/// Which side is edited.
#[derive(Clone, Copy, PartialEq)]
enum Side {
    Document,
    Handlers,
}
use Side::{Document, Handlers};

/// A place: the first line with the second text after the first.
type At = Option<(&'static str, &'static str)>;

struct Case {
    rule: &'static str,
    severity: Severity,
    /// The text that the edit replaces, and by what.
    edit: (Side, &'static str, &'static str),
    message: &'static str,
    document: At,
    handlers: At,
}

impl Case {
    fn check(&self) {
        let (side, from, to) = self.edit;
        let (mut document, mut description) = (DOCUMENT.to_owned(), DESCRIPTION.to_owned());
        let text = if side == Document { &mut document } else { &mut description };
        *text = edited(text, from, to);
        let found = findings(&document, &description);
        let [finding] = &found[..] else {
            panic!("{} findings for {}: {found:#?}", found.len(), self.rule);
        };
        assert_eq!((finding.rule, finding.severity), (self.rule, self.severity), "{finding:#?}");
        assert_eq!(finding.message, self.message);
        let expected = self.document.map(|(after, line)| place("things.yaml", &document, after, line));
        assert_eq!(finding.document, expected, "{}", self.message);
        let expected = self.handlers.map(|(after, line)| place("src/things.rs", HANDLERS, after, line));
        assert_eq!(finding.handlers, expected, "{}", self.message);
        assert!(!finding.reason.is_empty());
    }
}

#[test]
fn nothing_planted_nothing_found() {
    assert_eq!(findings(DOCUMENT, DESCRIPTION), []);
}

mod cases;

#[test]
fn every_rule_is_planted() {
    let planted: BTreeSet<&str> = cases::all().map(|case| case.rule).collect();
    let rules = [
        "body-missing",
        "body-required-differs",
        "body-undeclared",
        "header-missing",
        "header-undeclared",
        "media-type-missing",
        "media-type-undeclared",
        "operation-id-differs",
        "operation-missing",
        "operation-undeclared",
        "parameter-missing",
        "parameter-required-differs",
        "parameter-type-differs",
        "parameter-undeclared",
        "security-differs",
        "status-missing",
        "status-undeclared",
    ];
    assert_eq!(planted, BTreeSet::from(rules));
    // A rule that is added to the comparison is missing here until it is planted.
    let comparison = include_str!("../../src/compare.rs");
    let used = comparison.match_indices("rule: \"").map(|(at, start)| {
        let rest = &comparison[at + start.len()..];
        &rest[..rest.find('"').unwrap()]
    });
    assert_eq!(used.collect::<BTreeSet<_>>(), planted);
}

#[test]
fn every_planted_edit_is_found_once_and_on_both_sides() {
    for case in cases::all() {
        case.check();
    }
}

/// Edits that change nothing for a caller.
#[test]
fn other_words_for_the_same_are_no_difference() {
    for (side, from, to) in [
        (Document, "/things/{thing_id}:\n", "/things/{thing_id}:\n    summary: A thing\n"),
        (Handlers, "servers: [{url: /v1}]", "servers: [{url: https://handlers.example/v1/}]"),
        (Handlers, "name: x-team", "name: X-TEAM"),
        (Handlers, "x-left:", "X-LEFT:"),
        (Document, "schema: {type: [string, \"null\"]}", "schema: {type: string}"),
    ] {
        let (mut document, mut description) = (DOCUMENT.to_owned(), DESCRIPTION.to_owned());
        let text = if side == Document { &mut document } else { &mut description };
        *text = edited(text, from, to);
        assert_eq!(findings(&document, &description), [], "{from:?}");
    }
    // Two ways of saying that anybody may call.
    let document = edited(DOCUMENT, "operationId: getThing", "operationId: getThing\n      security: []");
    let named = "operationId: getThing\n      security: [{bearer: []}]";
    let description = edited(DESCRIPTION, named, "operationId: getThing\n      security: [{}]");
    assert_eq!(findings(&document, &description), []);
}

#[test]
fn a_moved_operation_is_missing_here_and_undeclared_there() {
    let description = edited(DESCRIPTION, "/things/{id}:", "/thing/{id}:");
    let found = findings(DOCUMENT, &description);
    let of_put: Vec<_> = found.iter().filter(|finding| finding.operation.starts_with("PUT")).collect();
    let [missing, undeclared] = of_put[..] else { panic!("{found:#?}") };
    assert_eq!((missing.rule, undeclared.rule), ("operation-missing", "operation-undeclared"));
    assert_eq!(missing.operation, "PUT /v1/things/{thing_id}");
    assert_eq!(missing.message, "the handler of `putThing` says it serves `PUT /v1/thing/{id}`");
    assert_eq!(undeclared.operation, "PUT /v1/thing/{id}");
    assert_eq!(missing.handlers, undeclared.handlers);
}

#[test]
fn a_handler_that_is_in_no_source_has_no_place() {
    let (document, description) = (api("things.yaml", DOCUMENT), api("description", DESCRIPTION));
    let found = compare(&document, &without_answers(description), &HandlerSources::default());
    assert!(!found.is_empty());
    for finding in found {
        assert_eq!(finding.handlers, None);
        assert!(finding.document.is_some());
    }
}

fn without_answers(mut api: Api) -> Api {
    for operation in &mut api.operations {
        operation.responses.clear();
    }
    api
}

#[test]
fn sources_are_read_from_folders_and_broken_ones_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    std::fs::create_dir_all(root.join("src/deep")).unwrap();
    std::fs::write(root.join("src/deep/things.rs"), HANDLERS).unwrap();
    std::fs::write(root.join("src/notes.txt"), "fn {").unwrap();
    let sources = HandlerSources::read(&root.join("src"), root).unwrap();
    let place = sources.place("deleteParts", "/things/{thing}/parts", &[]).unwrap();
    assert_eq!(place.file, "src/deep/things.rs");
    assert!(place.excerpt.starts_with("#[utoipa::path(delete"), "{place:?}");
    assert_eq!(sources.place("nobody", "/", &[]), None);

    std::fs::write(root.join("src/broken.rs"), "fn {").unwrap();
    let error = HandlerSources::read(&root.join("src"), root).unwrap_err().to_string();
    assert!(error.contains("broken.rs is not Rust: "), "{error}");
    let error = HandlerSources::read(&root.join("missing"), root).unwrap_err().to_string();
    assert!(error.starts_with("cannot read ") && error.contains("missing"), "{error}");
}

fn text(findings: &[Finding], operations: usize) -> String {
    let mut out = Vec::new();
    render::text(&mut out, findings, operations).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn agreement_as_text() {
    assert_eq!(
        text(&[], 1),
        "       Agree 1 operation compared with their handlers: 0 breaking, 0 compatible, 0 notes\n"
    );
}

#[test]
fn drift_as_text() {
    let document = edited(DOCUMENT, "operationId: getThing", "operationId: fetchThing");
    let description = edited(DESCRIPTION, "    put:\n", "    x-put:\n");
    let description = edited(&description, "4XX:", "\"404\":");
    assert_eq!(text(&findings(&document, &description), 2), include_str!("drift.txt"));
}

#[test]
fn findings_as_json_have_these_fields() {
    let description = edited(DESCRIPTION, "    put:\n", "    x-put:\n");
    let json = serde_json::to_value(findings(DOCUMENT, &description)).unwrap();
    assert_eq!(
        json,
        serde_json::json!([{
            "rule": "operation-missing",
            "severity": "breaking",
            "operation": "PUT /v1/things/{thing_id}",
            "message": "no handler describes `putThing`",
            "reason": "Callers who keep to the document call an operation that nobody claims to serve.",
            "document": {"file": "things.yaml", "line": 12, "excerpt": "operationId: putThing"},
            "handlers": {"file": "src/things.rs", "line": 6, "excerpt": "path = \"/things/{id}\","},
        }])
    );
}
