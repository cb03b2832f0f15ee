//! The document of all types of an API.

use std::fs;

use serde_json::Value;
use unplug_openapi::load::load_text;
use unplug_openapi::syntax::SourceFile;

use crate::{golden, root};
use unplug_wire::value::schema::type_document;

/// Members in alphabetical order: which order there is depends on the features of `serde_json`.
fn sorted(value: &Value) -> Value {
    match value {
        Value::Object(members) => {
            let mut names: Vec<_> = members.keys().collect();
            names.sort();
            names.into_iter().map(|name| (name.clone(), sorted(&members[name]))).collect()
        }
        Value::Array(items) => items.iter().map(sorted).collect(),
        other => other.clone(),
    }
}

/// `UPDATE_GOLDEN=1 cargo test -p unplug-tests --test type_schemas` rewrites the files.
#[test]
fn the_schemas_are_the_golden_ones() {
    for golden in golden() {
        let path = root().join(format!("crates/codegen/tests/golden/schemas/{}.json", golden.name));
        let document = sorted(&type_document(golden.name, &golden.types));
        let text = format!("{}\n", serde_json::to_string_pretty(&document).unwrap());
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, &text).unwrap();
        }
        let known = fs::read_to_string(&path).unwrap_or_default();
        assert!(known == text, "{} is stale; run with UPDATE_GOLDEN=1", path.display());
    }
}

fn loads(name: &str, document: &Value, types: usize) {
    let source = SourceFile::new(format!("{name}.json"), document.to_string());
    let loaded = load_text(name, source, None);
    let text = unplug_openapi::diagnostic::render(&loaded.diagnostics, false);
    assert!(loaded.diagnostics.is_empty(), "{name}: {text}");
    let api = loaded.document.expect("the document can be used").api;
    let named = api.schemas.all.iter().filter(|schema| schema.name.is_some()).count();
    assert_eq!(named, types, "{name}");
}

#[test]
fn the_documents_load_without_a_complaint_and_have_every_type() {
    for golden in golden() {
        loads(golden.name, &type_document(golden.name, &golden.types), golden.types.len());
    }
    for (name, types) in unplug_client::type_schemas() {
        loads(name, &unplug_client::type_document(name, &types), types.len());
    }
}

#[test]
fn both_sides_say_the_same() {
    let client = unplug_client::type_schemas();
    let server = unplug_server_stub::type_schemas();
    assert_eq!(client.len(), server.len());
    for ((name, client), (other, server)) in client.iter().zip(&server) {
        assert_eq!(name, other);
        let client = unplug_client::type_document(name, client);
        assert_eq!(client, unplug_server_stub::type_document(name, server), "{name}");
    }
}
