//! Does the time for an operation grow with the number of operations? A document is taken once,
//! twice and four times, and brought from its text to formatted files.
//!
//! `cargo bench -p unplug-codegen --bench scaling [-- DOCUMENT]`; without one, a document of the
//! tests is taken fifty times as often.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a benchmark"
)]

use std::time::Instant;

use serde_json::{Map, Value};
use unplug_codegen::generate::generate;
use unplug_openapi::load::load_text;
use unplug_openapi::syntax::SourceFile;

/// Runs of each size; the fastest counts.
const RUNS: usize = 3;

fn main() {
    let given = std::env::args().skip(1).find(|argument| !argument.starts_with("--"));
    let own = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/specs/valid/pets-3.1.yaml");
    let path = given.clone().unwrap_or_else(|| own.to_owned());
    let text = std::fs::read_to_string(&path).expect("the document can be read");
    let loaded = load_text("once", SourceFile::new(path.clone(), text), None);
    let document = loaded.document.expect("the document can be used").root.to_json();
    let often = if given.is_some() { 1 } else { 50 };
    println!("{path}");
    println!("times  operations     MB  seconds  ms/operation  ratio");
    let mut first = None;
    for times in [1, 2, 4] {
        let text = several(&document, times * often).to_string();
        let (operations, seconds) = (0..RUNS)
            .map(|_| run(&text))
            .min_by(|left, right| left.1.total_cmp(&right.1))
            .expect("there are runs");
        let each = seconds * 1000.0 / f64::from(operations);
        let ratio = each / *first.get_or_insert(each);
        let size = text.len() / 1_000_000;
        println!("{times:>5}  {operations:>10}  {size:>5}  {seconds:>7.2}  {each:>12.3}  {ratio:>5.2}");
    }
}

fn run(text: &str) -> (u32, f64) {
    let start = Instant::now();
    let loaded = load_text("several", SourceFile::new("several.json", text), None);
    let document = loaded.document.expect("the copies can be used");
    let generated = generate(&document.api, "").expect("code comes out");
    assert!(!generated.client.is_empty() && !generated.server_stub.is_empty());
    (u32::try_from(document.api.operations.len()).unwrap_or(u32::MAX), start.elapsed().as_secs_f64())
}

/// The document with copies of its paths and components beside each other, each with its own names.
fn several(document: &Value, times: usize) -> Value {
    let mut whole = document.clone();
    let mut paths = Map::new();
    let mut components: Map<String, Value> = Map::new();
    for copy in 0..times {
        let own = renamed(document, copy);
        for (path, item) in own["paths"].as_object().into_iter().flatten() {
            paths.insert(format!("/copy{copy}{path}"), item.clone());
        }
        for (kind, items) in own["components"].as_object().into_iter().flatten() {
            let into = components.entry(kind.clone()).or_insert_with(|| Value::Object(Map::new()));
            for (name, item) in items.as_object().into_iter().flatten() {
                let name = if kind == "securitySchemes" { name.clone() } else { format!("{name}Copy{copy}") };
                into.as_object_mut().expect("an object").insert(name, item.clone());
            }
        }
    }
    whole["paths"] = Value::Object(paths);
    whole["components"] = Value::Object(components);
    whole
}

/// References to components and operation ids with the number of the copy.
fn renamed(value: &Value, copy: usize) -> Value {
    match value {
        Value::Object(members) => Value::Object(
            members
                .iter()
                .map(|(name, value)| {
                    let value = match (name.as_str(), value.as_str()) {
                        ("$ref", Some(target)) if target.starts_with("#/components/") => {
                            let mut steps: Vec<String> = target.split('/').map(str::to_owned).collect();
                            if let Some(component) = steps.get_mut(3) {
                                *component = format!("{component}Copy{copy}");
                            }
                            Value::String(steps.join("/"))
                        }
                        ("operationId", Some(id)) => Value::String(format!("{id}Copy{copy}")),
                        _ => renamed(value, copy),
                    };
                    (name.clone(), value)
                })
                .collect(),
        ),
        Value::Array(items) => Value::Array(items.iter().map(|item| renamed(item, copy)).collect()),
        other => other.clone(),
    }
}
