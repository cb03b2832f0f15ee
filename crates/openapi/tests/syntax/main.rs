//! Reading JSON and YAML: values, places and findings.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use std::sync::Arc;

use unplug_openapi::diagnostic::Diagnostic;
use unplug_openapi::syntax::{self, Node, SourceFile};

mod bounds;
mod json_text;
mod nodes;
mod properties;
mod yaml_text;

fn file(name: &str, text: &str) -> Arc<SourceFile> {
    Arc::new(SourceFile::new(name, text))
}

fn good(name: &str, text: &str) -> Node {
    syntax::parse(file(name, text)).unwrap_or_else(|findings| panic!("{text:?}: {findings:?}"))
}

fn bad(name: &str, text: &str) -> Vec<Diagnostic> {
    match syntax::parse(file(name, text)) {
        Ok(node) => panic!("{text:?} was read as {}", node.to_json()),
        Err(findings) => findings,
    }
}

/// Rule, line and column of each finding.
fn places(findings: &[Diagnostic]) -> Vec<(&str, usize, usize)> {
    findings
        .iter()
        .map(|finding| {
            let (_, line, column) = finding.position().expect("a place");
            (finding.rule, line, column)
        })
        .collect()
}

fn json_value(text: &str) -> serde_json::Value {
    good("a.json", text).to_json()
}

fn yaml_value(text: &str) -> serde_json::Value {
    good("a.yaml", text).to_json()
}
