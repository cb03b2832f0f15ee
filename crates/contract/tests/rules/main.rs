//! What the rules find, case by case; `pairs.rs` shows all of them at once.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use unplug_contract::{
    Description, Finding, Options, Severity, compare, document_added, document_removed, rules,
};
use unplug_openapi::Document;
use unplug_openapi::load::load_text;
use unplug_openapi::syntax::SourceFile;

mod forms;
mod parts;
mod schemas;

fn load(text: &str) -> Document {
    let loaded = load_text("a", SourceFile::new("specs/a.yaml", text), None);
    loaded.document.unwrap_or_else(|| panic!("{:?}\n{text}", loaded.diagnostics))
}

/// A document whose only operation takes (or gives) a JSON body of this schema.
fn body(schema: &str, response: bool) -> Document {
    let content = format!("content: {{application/json: {{schema: {schema}}}}}");
    let (body, answer) = if response {
        (String::new(), format!(", {content}"))
    } else {
        (format!("requestBody: {{required: true, {content}}}, "), String::new())
    };
    load(&format!(
        "openapi: 3.1.0\ninfo: {{title: A, version: '1'}}\npaths:\n  /a: {{post: {{operationId: a, \
         {body}responses: {{'200': {{description: Done{answer}}}}}}}}}\n"
    ))
}

fn rules_and_severities(before: &Document, after: &Document) -> Vec<(&'static str, Severity)> {
    let (before, after) = (Description::new(&before.api, "before"), Description::new(&after.api, "now"));
    let found = compare(&before, &after, &Options { whole_document: true, ..Options::default() });
    found.iter().map(|finding| (finding.rule, finding.severity)).collect()
}

/// What is found when an operation changes in this way. Webhooks and security schemes may be used by
/// name: `token` travels in a header, `basic` is HTTP.
#[track_caller]
fn operations(before: &str, after: &str) -> Vec<(&'static str, Severity)> {
    documents(
        &format!("paths: {{'/a/{{id}}': {{post: {before}}}}}"),
        &format!("paths: {{'/a/{{id}}': {{post: {after}}}}}"),
    )
}

/// As [`operations`], for whole documents apart from `info`.
#[track_caller]
fn documents(before: &str, after: &str) -> Vec<(&'static str, Severity)> {
    let document = |rest: &str| {
        load(&format!(
            "openapi: 3.1.0\ninfo: {{title: A, version: '1'}}\n{rest}\ncomponents:\n  securitySchemes:\n    \
             token: {{type: apiKey, in: header, name: X-Token}}\n    basic: {{type: http, scheme: basic}}\n"
        ))
    };
    rules_and_severities(&document(before), &document(after))
}

/// What is found when a request, and when a response, changes in this way.
#[track_caller]
fn both(before: &str, after: &str) -> [Vec<(&'static str, Severity)>; 2] {
    [false, true].map(|response| rules_and_severities(&body(before, response), &body(after, response)))
}

/// Exactly this rule, with these severities in a request and in a response.
#[track_caller]
fn found(before: &str, after: &str, rule: &'static str, severities: [Severity; 2]) {
    let expected = severities.map(|severity| vec![(rule, severity)]);
    assert_eq!(both(before, after), expected, "{before} → {after}");
}

/// Nothing in either direction.
#[track_caller]
fn none(before: &str, after: &str) {
    for (one, other) in [(before, after), (after, before)] {
        assert_eq!(both(one, other), [vec![], vec![]], "{one} → {other}");
    }
}

fn with_parameter(parameter: &str) -> String {
    format!(
        "{{operationId: a, parameters: [{{name: id, in: path, required: true, schema: {{type: string}}}}{parameter}], \
         responses: {{'200': {{description: Done}}}}}}"
    )
}

fn with_part(part: &str) -> String {
    format!(
        "{{operationId: a, parameters: [{{name: id, in: path, required: true, schema: {{type: string}}}}], \
         responses: {{'200': {{description: Done}}}}, {part}}}"
    )
}

fn with_responses(responses: &str) -> String {
    format!(
        "{{operationId: a, parameters: [{{name: id, in: path, required: true, schema: {{type: string}}}}], \
         responses: {{{responses}}}}}"
    )
}

#[test]
fn documents_come_and_go() {
    let text = "openapi: 3.1.0\ninfo: {title: A, version: '1'}\npaths: {/a: {get: {operationId: a, responses: \
        {'200': {description: A}}}}}\n";
    let document = load(text);
    let one = |mut found: Vec<Finding>| {
        assert_eq!(found.len(), 1);
        found.remove(0)
    };
    let new = one(document_added(&document.api, "specs/a.yaml"));
    let gone = one(document_removed(&document.api, "specs/a.yaml"));
    assert_eq!((new.severity, gone.severity), (Severity::Compatible, Severity::Breaking));
    assert_eq!(new.operations, ["GET /a"]);
    assert!(new.before.absent && !new.after.absent && !gone.before.absent && gone.after.absent);
}

#[test]
fn ids_are_unique_and_kebab_case() {
    let ids: std::collections::BTreeSet<&str> = rules::ALL.iter().map(|rule| rule.id).collect();
    assert_eq!(ids.len(), rules::ALL.len());
    for rule in rules::ALL {
        assert!(rule.id.chars().all(|letter| letter.is_ascii_lowercase() || letter == '-'), "{}", rule.id);
        assert!(rule.summary.ends_with('.') && rule.advice.ends_with('.'), "{}", rule.id);
        assert!(rule.explanation.len() > 40, "{}", rule.id);
    }
}

#[test]
fn an_unknown_rule_names_the_nearest() {
    assert_eq!(rules::find("status-added").unwrap().id, "status-added");
    let error = rules::find("statusadded").unwrap_err();
    assert_eq!(error.nearest, "status-added");
    assert_eq!(
        rules::find("max-lenght-changed").unwrap_err().to_string(),
        "there is no rule `max-lenght-changed`; did you mean `max-length-changed`? RULES.md lists all of them"
    );
    rules::find("").unwrap_err();
    rules::find(&"x".repeat(1_000_000)).unwrap_err();
}
