//! Loading whole files: those that are there, those that are not, real ones and damaged ones.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use std::collections::BTreeSet;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};
use unplug_openapi::diagnostic::render;
use unplug_openapi::ir::{Api, Parameter, ParameterIn};
use unplug_openapi::load::{Loaded, load, load_text};
use unplug_openapi::syntax::{self, SourceFile};

fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Rendered findings, without the folder that the test runs in.
fn findings(loaded: &Loaded, folder: &Path) -> String {
    render(&loaded.diagnostics, false).replace(&format!("{}/", folder.display()), "")
}

const DOCUMENT: &str = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\n";

#[test]
fn a_file_that_is_not_there_is_a_finding() {
    let folder = tempfile::tempdir().unwrap();
    let missing = folder.path().join("missing.yaml");
    let loaded = load(&missing, None);
    assert!(loaded.document.is_none() && loaded.has_errors());
    insta::assert_snapshot!("missing-file", findings(&loaded, folder.path()));

    let document = folder.path().join("document.yaml");
    fs::write(&document, DOCUMENT).unwrap();
    let loaded = load(&document, Some(&missing));
    assert!(loaded.document.is_none(), "published errors must not pass for corrected");
    assert!(load(&document, None).document.is_some());
}

#[test]
fn text_that_is_not_utf_8_is_a_finding() {
    let folder = tempfile::tempdir().unwrap();
    let document = folder.path().join("latin.yaml");
    fs::write(&document, b"openapi: 3.1.0\ninfo: {title: \xe9}\n").unwrap();
    insta::assert_snapshot!("not-utf-8", findings(&load(&document, None), folder.path()));
}

#[test]
fn findings_in_other_files_name_those_files() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    write(
        "main.yaml",
        "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths:\n  /a: {$ref: paths.yaml}\n  \
         /b: {$ref: 'paths.yaml#/nothing'}\n  /c: {$ref: missing.yaml}\n  /d: {$ref: broken.json}\n  \
         /e: {get: {responses: {'204': {description: Done.}}}}\n",
    );
    write("paths.yaml", "get:\n  deprecated: 'no'\n  responses:\n    '200': {$ref: '../../outside.yaml'}\n");
    write("broken.json", "{");
    let loaded = load(&folder.path().join("main.yaml"), None);
    insta::assert_snapshot!("other-files", {
        let text = findings(&loaded, folder.path());
        // The way out of the folder depends on where the folder is.
        let parent = folder.path().parent().unwrap().parent().unwrap();
        text.replace(&format!("{}/", parent.display()).replace("//", "/"), "/")
    });
    let document = loaded.document.unwrap();
    assert_eq!(document.api.operations.len(), 2);
}

#[test]
fn an_overlay_corrects_before_the_check() {
    let overlay = "overlay: 1.0.0\ninfo: {title: T, version: '1'}\nactions:\n\
        - target: $.info\n  description: It is called otherwise.\n  x-source: https://example.com\n  \
        update: {title: Other}\n";
    let source = |text: &str| SourceFile::new("t.yaml", text);
    let loaded = load_text("t", source(DOCUMENT), Some(SourceFile::new("t.overlay.yaml", overlay)));
    let document = loaded.document.unwrap();
    assert_eq!(document.api.title, "Other");
    assert_eq!(document.published.pointer("/info/title").unwrap().as_str(), Some("T"));
    assert_eq!(document.root.pointer("/info/title").unwrap().as_str(), Some("Other"));
    assert_eq!((document.corrections.len(), document.files.len()), (1, 2));

    let useless = overlay.replace("title: Other", "title: T");
    let loaded = load_text("t", source(DOCUMENT), Some(SourceFile::new("t.overlay.yaml", useless)));
    assert!(loaded.document.is_none(), "a correction that changes nothing is an error");
}

/// Real documents, where they are at hand.
#[test]
fn real_documents_load_without_a_panic() {
    let folder = workspace().join("../shared/spec-corpus");
    let Ok(entries) = fs::read_dir(&folder) else {
        // Not `eprintln!`, which the test runner keeps to itself when a test passes.
        let line = b"skipped: the folder ../shared/spec-corpus with real documents is not there\n";
        std::io::stderr().write_all(line).unwrap();
        return;
    };
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|kind| kind == "json" || kind == "yaml"))
        .collect();
    paths.sort();
    let (mut usable, mut kept, mut left_out) = (0, 0, 0);
    for path in &paths {
        let loaded = load(path, None);
        let text = render(&loaded.diagnostics, false);
        let rule = |rule| loaded.diagnostics.iter().filter(|finding| finding.rule == rule).count();
        left_out += rule("operation-left-out");
        let name = path.file_name().unwrap().to_string_lossy();
        let Some(document) = &loaded.document else {
            println!("{name}: cannot be used");
            assert!(loaded.has_errors(), "{name}: no reason is given");
            continue;
        };
        usable += 1;
        kept += document.api.operations.len();
        println!(
            "{name}: {} operations, {} lines of findings",
            document.api.operations.len(),
            text.lines().count()
        );
        assert_consistent(&document.api);
        for operation in document.api.operations.iter().take(5) {
            for schema in operation.schemas() {
                assert!(!document.api.schemas.to_json_schema(schema).is_null());
            }
        }
    }
    println!("{usable} of {} documents load, with {kept} operations; {left_out} are left out", paths.len());
    assert!(usable * 10 >= paths.len() * 9, "only {usable} of {} documents load", paths.len());
}

/// What is done to a document.
#[derive(Clone, Debug)]
enum Damage {
    Drop(Index),
    Replace(Index, Value),
    /// Puts a copy of one part in the place of another.
    Copy(Index, Index),
    /// Puts a reference to one part in the place of another.
    Refer(Index, Index),
}

fn damage() -> impl Strategy<Value = Damage> {
    let values = [
        json!(null),
        json!(true),
        json!(-1),
        json!(1.5),
        json!(""),
        json!("text"),
        json!([]),
        json!({}),
        json!([null]),
        json!({"$ref": "#"}),
        json!({"$ref": "#/paths/~"}),
        json!({"$ref": 5}),
        json!({"type": ["object", 3], "required": true}),
        json!({"in": "path", "name": "x{}"}),
    ];
    prop_oneof![
        any::<Index>().prop_map(Damage::Drop),
        (any::<Index>(), prop::sample::select(values.to_vec()))
            .prop_map(|(at, value)| Damage::Replace(at, value)),
        any::<(Index, Index)>().prop_map(|(from, to)| Damage::Copy(from, to)),
        any::<(Index, Index)>().prop_map(|(from, to)| Damage::Refer(from, to)),
    ]
}

/// Pointers to all parts of a value.
fn pointers(value: &Value) -> Vec<String> {
    let mut found = vec![String::new()];
    let mut next = 0;
    while next < found.len() {
        let at = found[next].clone();
        match value.pointer(&at).unwrap() {
            Value::Array(items) => found.extend((0..items.len()).map(|index| format!("{at}/{index}"))),
            Value::Object(members) => {
                found.extend(members.keys().map(|key| syntax::pointer::child(&at, key)));
            }
            _ => {}
        }
        next += 1;
    }
    found
}

fn apply(document: &mut Value, damage: &Damage) {
    let all = pointers(document);
    let chosen = |index: &Index| all[index.index(all.len())].as_str();
    match damage {
        Damage::Drop(at) => {
            let pointer = chosen(at);
            let Some((parent, token)) = pointer.rsplit_once('/') else { return };
            let key = token.replace("~1", "/").replace("~0", "~");
            match document.pointer_mut(parent) {
                Some(Value::Object(members)) => {
                    members.shift_remove(&key);
                }
                Some(Value::Array(items)) => {
                    items.remove(key.parse().unwrap());
                }
                _ => {}
            }
        }
        Damage::Replace(at, value) => {
            *document.pointer_mut(chosen(at)).unwrap() = value.clone();
        }
        Damage::Copy(from, to) => {
            let part = document.pointer(chosen(from)).unwrap().clone();
            *document.pointer_mut(chosen(to)).unwrap() = part;
        }
        Damage::Refer(from, to) => {
            let reference = json!({ "$ref": format!("#{}", chosen(from)) });
            *document.pointer_mut(chosen(to)).unwrap() = reference;
        }
    }
}

/// What emitters may rely on.
fn assert_consistent(api: &Api) {
    let mut ids = BTreeSet::new();
    for operation in &api.operations {
        assert!(ids.insert(&operation.id), "{} is there twice", operation.id);
        for name in operation.security.iter().flat_map(|needed| needed.keys()) {
            assert!(api.security_schemes.contains_key(name), "no scheme {name}");
        }
        let in_path = |parameter: &&Parameter| parameter.parameter_in == ParameterIn::Path;
        let mut declared: Vec<&str> =
            operation.parameters.iter().filter(in_path).map(|parameter| parameter.name.as_str()).collect();
        let mut needed: Vec<&str> =
            operation.path.split('{').skip(1).map(|part| part.split('}').next().unwrap()).collect();
        declared.sort_unstable();
        needed.sort_unstable();
        needed.dedup();
        assert_eq!(declared, needed, "{}", operation.path);
        let mut parameters = BTreeSet::new();
        for parameter in &operation.parameters {
            assert!(parameter.required || parameter.parameter_in != ParameterIn::Path);
            assert!(parameters.insert((parameter.parameter_in, &parameter.name)), "{} twice", parameter.name);
        }
        for id in api.schemas.reachable(operation.schemas()) {
            assert!((id.0 as usize) < api.schemas.all.len());
        }
    }
    assert!(!api.servers.is_empty());
}

fn starting_point(name: &str) -> Value {
    let path = workspace().join("tests/specs/valid").join(name);
    let file = Arc::new(SourceFile::new(name, fs::read_to_string(path).unwrap()));
    syntax::parse(file).unwrap().to_json()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is wrong with a document, it ends in findings, and what is left can be used.
    #[test]
    fn a_damaged_document_never_panics(
        name in prop::sample::select(vec![
            "operations.yaml", "keywords.yaml", "discriminators.yaml", "streams-3.2.yaml", "pets-3.0.yaml",
        ]),
        damages in prop::collection::vec(damage(), 1..6),
    ) {
        let mut document = starting_point(name);
        for damage in &damages {
            apply(&mut document, damage);
        }
        let loaded = load_text("damaged", SourceFile::new("damaged.json", document.to_string()), None);
        prop_assert_eq!(render(&loaded.diagnostics, false).is_empty(), loaded.diagnostics.is_empty());
        match &loaded.document {
            None => prop_assert!(loaded.has_errors()),
            Some(document) => {
                assert_consistent(&document.api);
                let schemas = &document.api.schemas;
                for (id, _) in schemas.iter() {
                    let target = schemas.resolve(id);
                    prop_assert_eq!(schemas.is_nullable(id), schemas.is_nullable(target));
                    prop_assert!(!schemas.to_json_schema(id).is_null());
                }
            }
        }
    }
}
