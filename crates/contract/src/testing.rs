//! Two schemas against each other, for the tests of the rules.
#![allow(clippy::panic, reason = "tests")]

use unplug_openapi::ir::Api;
use unplug_openapi::load::load_text;
use unplug_openapi::syntax::SourceFile;

use crate::finding::Severity;
use crate::{Options, Side, compare};

/// An API whose only operation takes (or gives) a JSON body of this schema.
fn api(schema: &str, response: bool) -> Api {
    let content = format!("content: {{application/json: {{schema: {schema}}}}}");
    let (body, answer) = if response {
        (String::new(), format!(", {content}"))
    } else {
        (format!("requestBody: {{required: true, {content}}}, "), String::new())
    };
    let text = format!(
        "openapi: 3.1.0\ninfo: {{title: A, version: '1'}}\npaths:\n  /a: {{post: {{operationId: a, \
         {body}responses: {{'200': {{description: Done{answer}}}}}}}}}\n"
    );
    let loaded = load_text("a", SourceFile::new("a.yaml", text.clone()), None);
    let document = loaded.document;
    document.unwrap_or_else(|| panic!("{:?}\n{text}", loaded.diagnostics)).api
}

/// What is found when an operation changes in this way. Webhooks and security schemes may be used by
/// name: `token` travels in a header, `basic` is HTTP.
#[track_caller]
pub(crate) fn operations(before: &str, after: &str) -> Vec<(&'static str, Severity)> {
    documents(
        &format!("paths: {{'/a/{{id}}': {{post: {before}}}}}"),
        &format!("paths: {{'/a/{{id}}': {{post: {after}}}}}"),
    )
}

/// As [`operations`], for whole documents apart from `info`.
#[track_caller]
pub(crate) fn documents(before: &str, after: &str) -> Vec<(&'static str, Severity)> {
    let api = |rest: &str| {
        let text = format!(
            "openapi: 3.1.0\ninfo: {{title: A, version: '1'}}\n{rest}\ncomponents:\n  securitySchemes:\n    \
             token: {{type: apiKey, in: header, name: X-Token}}\n    basic: {{type: http, scheme: basic}}\n"
        );
        let loaded = load_text("a", SourceFile::new("a.yaml", text.clone()), None);
        loaded.document.unwrap_or_else(|| panic!("{:?}\n{text}", loaded.diagnostics)).api
    };
    let (before, after) = (api(before), api(after));
    let options = Options { whole_document: true, rust: None };
    let found = compare(&Side::new(&before, "before"), &Side::new(&after, "now"), &options);
    found.iter().map(|finding| (finding.rule, finding.severity)).collect()
}

/// What is found when a request, and when a response, changes in this way.
#[track_caller]
pub(crate) fn both(before: &str, after: &str) -> [Vec<(&'static str, Severity)>; 2] {
    [false, true].map(|response| {
        let (before, after) = (api(before, response), api(after, response));
        let (before, after) = (Side::new(&before, "before"), Side::new(&after, "now"));
        let options = Options { whole_document: true, rust: None };
        let found = compare(&before, &after, &options);
        found.iter().map(|finding| (finding.rule, finding.severity)).collect()
    })
}

/// Exactly this rule, with these severities in a request and in a response.
#[track_caller]
pub(crate) fn found(before: &str, after: &str, rule: &'static str, severities: [Severity; 2]) {
    let expected = severities.map(|severity| vec![(rule, severity)]);
    assert_eq!(both(before, after), expected, "{before} → {after}");
}

/// Nothing in either direction.
#[track_caller]
pub(crate) fn none(before: &str, after: &str) {
    for (one, other) in [(before, after), (after, before)] {
        assert_eq!(both(one, other), [vec![], vec![]], "{one} → {other}");
    }
}
