//! Whatever a document says, generating from it ends in code or in findings: never in a panic, and
//! in a time that its size explains.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};
use unplug_codegen::generate::generate;
use unplug_openapi::load::{Loaded, load_text};
use unplug_openapi::syntax::{self, SourceFile};

/// Loads and generates both sides. Gives what loading found.
fn run(name: &str, text: &str) -> Loaded {
    let loaded = load_text("damaged", SourceFile::new(name, text), None);
    match &loaded.document {
        Some(document) => {
            generate(&document.api, "// Generated.\n").expect("what is generated is Rust");
        }
        None => assert!(loaded.has_errors(), "no reason is given for refusing {text}"),
    }
    loaded
}

fn documents() -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    for folder in ["tests/golden", "tests/client", "../../tests/specs/valid", "../../tests/specs/invalid"] {
        let entries = std::fs::read_dir(root.join(folder)).unwrap().map(|entry| entry.unwrap().path());
        paths.extend(entries.filter(|path| path.extension().is_some_and(|kind| kind == "yaml")));
    }
    paths.sort();
    paths.into_iter().map(|path| (path.clone(), std::fs::read_to_string(path).unwrap())).collect()
}

/// What is done to a part of a document.
#[derive(Clone, Debug)]
enum Damage {
    Delete(Index),
    Replace(Index, Value),
    /// Puts a copy of one part in the place of another.
    Copy(Index, Index),
    /// Puts a copy of one part into another, under a key that may mean something.
    Insert(Index, Index, &'static str),
    Refer(Index, Index),
    /// Turns a value into one of another type that looks alike.
    Swap(Index),
}

const KEYS: &[&str] = &[
    "type",
    "allOf",
    "oneOf",
    "anyOf",
    "not",
    "items",
    "properties",
    "required",
    "enum",
    "const",
    "additionalProperties",
    "discriminator",
    "nullable",
    "default",
    "format",
    "x-rust-name",
    "parameters",
    "requestBody",
    "responses",
    "content",
    "headers",
    "schema",
    "encoding",
    "security",
    "callbacks",
    "webhooks",
    "x-webhooks",
    "servers",
    "style",
    "explode",
    "operationId",
    "$ref",
    "$defs",
    "prefixItems",
    "if",
    "then",
];

fn damage() -> impl Strategy<Value = Damage> {
    let values = vec![
        json!(null),
        json!(true),
        json!(false),
        json!(-1),
        json!(1e300),
        json!(""),
        json!("text"),
        json!("\u{0}\u{202e}r#self\"*/ \\"),
        json!([]),
        json!({}),
        json!([null, 1, "a", [], {}]),
        json!({"$ref": "#"}),
        json!({"$ref": "#/components/schemas/"}),
        json!({"type": ["object", "string", "null", "array"], "properties": {"": {}, "self": {}, "Self": {}}}),
        json!({"enum": [null, "", "a", "A", "+", "-", 1, 1.0, [], {}, true]}),
        json!({"oneOf": [{}, {"type": "null"}, {"const": 1}, true, false]}),
    ];
    prop_oneof![
        any::<Index>().prop_map(Damage::Delete),
        (any::<Index>(), prop::sample::select(values)).prop_map(|(at, value)| Damage::Replace(at, value)),
        any::<(Index, Index)>().prop_map(|(from, to)| Damage::Copy(from, to)),
        (any::<(Index, Index)>(), prop::sample::select(KEYS))
            .prop_map(|((from, to), key)| Damage::Insert(from, to, key)),
        any::<(Index, Index)>().prop_map(|(from, to)| Damage::Refer(from, to)),
        any::<Index>().prop_map(Damage::Swap),
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
    let part = |index: &Index| document.pointer(chosen(index)).unwrap().clone();
    match damage {
        Damage::Delete(at) => {
            let Some((parent, token)) = chosen(at).rsplit_once('/') else { return };
            let key = token.replace("~1", "/").replace("~0", "~");
            match document.pointer_mut(parent) {
                Some(Value::Object(members)) => drop(members.remove(&key)),
                Some(Value::Array(items)) => drop(items.remove(key.parse().unwrap())),
                _ => {}
            }
        }
        Damage::Replace(at, value) => *document.pointer_mut(chosen(at)).unwrap() = value.clone(),
        Damage::Copy(from, to) => *document.pointer_mut(chosen(to)).unwrap() = part(from),
        Damage::Insert(from, to, key) => {
            let part = part(from);
            match document.pointer_mut(chosen(to)).unwrap() {
                Value::Object(members) => drop(members.insert((*key).to_owned(), part)),
                Value::Array(items) => items.push(part),
                other => *other = json!({ *key: part }),
            }
        }
        Damage::Refer(from, to) => {
            *document.pointer_mut(chosen(to)).unwrap() = json!({ "$ref": format!("#{}", chosen(from)) });
        }
        Damage::Swap(at) => {
            let value = document.pointer_mut(chosen(at)).unwrap();
            *value = match &value {
                Value::String(text) => {
                    text.parse().map_or_else(|_| json!([text]), |number: i64| json!(number))
                }
                Value::Array(items) => items.first().cloned().unwrap_or_default(),
                Value::Object(members) => members.values().cloned().collect(),
                other => json!(other.to_string()),
            };
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_damaged_document_is_generated_or_refused(
        choice in any::<Index>(),
        damages in prop::collection::vec(damage(), 1..8),
    ) {
        let documents = documents();
        let (path, text) = &documents[choice.index(documents.len())];
        let file = Arc::new(SourceFile::new(path.to_string_lossy(), text.as_str()));
        let mut document = syntax::parse(file).unwrap().to_json();
        for damage in &damages {
            // Copies of copies grow without end.
            if document.to_string().len() < 200_000 {
                apply(&mut document, damage);
            }
        }
        run("damaged.json", &document.to_string());
    }

    #[test]
    fn a_cut_text_is_generated_or_refused(choice in any::<Index>(), end in any::<Index>(), doubled in any::<bool>()) {
        let documents = documents();
        let (_, text) = &documents[choice.index(documents.len())];
        let end = text.floor_char_boundary(end.index(text.len() + 1));
        let tail = if doubled { &text[text.ceil_char_boundary(end / 2)..] } else { "" };
        run("cut.yaml", &format!("{}{tail}", &text[..end]));
    }
}

/// A document whose schemas `S0` to `S<length>` are made by a function, with one operation that
/// answers with the first.
fn chain(length: usize, link: impl Fn(&str) -> String) -> String {
    let mut text = String::from(
        r##"{"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": {"/a": {"get": {"responses":
        {"200": {"description": "", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/S0"}}}}}}}},
        "components": {"schemas": {"##,
    );
    for index in 0..length {
        let next = format!(r##"{{"$ref": "#/components/schemas/S{}"}}"##, index + 1);
        write!(text, "\"S{index}\": {}, ", link(&next)).unwrap();
    }
    write!(text, "\"S{length}\": {{\"type\": \"integer\"}}}}}}}}").unwrap();
    text
}

/// Time that a debug build on a slow machine may take.
const PATIENCE: Duration = Duration::from_mins(1);

#[test]
fn long_chains_of_schemas_need_no_stack() {
    let links: [fn(&str) -> String; 9] = [
        |next| format!(r#"{{"type": "object", "properties": {{"a": {next}}}}}"#),
        |next| format!(r#"{{"type": "object", "properties": {{"a": {{"properties": {{"b": {next}}}}}}}}}"#),
        |next| format!(r#"{{"type": "array", "items": {next}}}"#),
        |next| format!(r#"{{"type": "object", "additionalProperties": {next}}}"#),
        |next| format!(r#"{{"allOf": [{next}, {{"properties": {{"x": {{"type": "string"}}}}}}]}}"#),
        |next| format!(r#"{{"oneOf": [{next}, {{"type": "string"}}]}}"#),
        |next| format!(r#"{{"allOf": [{next}, {next}], "anyOf": [{next}, {{"type": "string"}}]}}"#),
        |next| format!(r#"{{"not": {next}, "if": {next}, "then": {next}}}"#),
        str::to_owned,
    ];
    for link in links {
        let start = Instant::now();
        let loaded = run("chain.json", &chain(3_000, link));
        assert!(!loaded.has_errors() && loaded.document.is_some());
        assert!(start.elapsed() < PATIENCE, "{}: {:?}", link("S"), start.elapsed());
    }
}

#[test]
fn reference_cycles_of_every_kind_come_to_an_end() {
    let cycle = |link: &str| chain(1, |_| link.replace("NEXT", r##"{"$ref": "#/components/schemas/S0"}"##));
    for link in [
        "NEXT",
        r#"{"allOf": [NEXT]}"#,
        r#"{"allOf": [NEXT, {"type": "object"}], "oneOf": [NEXT, NEXT]}"#,
        r#"{"oneOf": [{"allOf": [NEXT]}, {"type": "string"}]}"#,
        r#"{"type": "array", "items": NEXT}"#,
        r#"{"type": "array", "items": {"type": "array", "prefixItems": [NEXT], "contains": NEXT}}"#,
        r#"{"additionalProperties": NEXT, "patternProperties": {"a": NEXT}, "propertyNames": NEXT}"#,
        r#"{"properties": {"a": NEXT, "b": {"not": NEXT}}, "dependentSchemas": {"a": NEXT}}"#,
        r##"{"$ref": "#/components/schemas/S0/properties/a", "properties": {"a": NEXT}}"##,
        r#"{"discriminator": {"propertyName": "k", "mapping": {"a": "S0"}}, "oneOf": [NEXT]}"#,
    ] {
        let start = Instant::now();
        assert!(run("cycle.json", &cycle(link)).document.is_some(), "{link}");
        assert!(start.elapsed() < PATIENCE, "{link}");
    }
}

#[test]
fn many_of_a_kind_cost_what_their_number_explains() {
    let many =
        |count: usize, part: &dyn Fn(usize) -> String| (0..count).map(part).collect::<Vec<_>>().join(", ");
    let schema = |schema: String| chain(1, |_| schema.clone());
    let operations = |part: &dyn Fn(usize) -> String| {
        format!(
            r#"{{"openapi": "3.1.0", "info": {{"title": "T", "version": "1"}}, "paths": {{{}}}}}"#,
            many(1_000, part)
        )
    };
    let documents = [
        schema(format!(r#"{{"type": "string", "enum": [{}]}}"#, many(20_000, &|n| format!("\"v{n}\"")))),
        schema(format!(r#"{{"enum": [{}]}}"#, many(5_000, &|n| format!("\"{}\"", "-".repeat(n % 50))))),
        schema(format!(
            r#"{{"type": "object", "properties": {{{}}}}}"#,
            many(5_000, &|n| format!("\"{}p{}\": {{\"type\": \"string\"}}", "_".repeat(n % 50), n / 50))
        )),
        schema(format!(
            r#"{{"type": "object", "properties": {{{}}}}}"#,
            many(5_000, &|n| format!("\"p{n}\": {{\"$ref\": \"#/components/schemas/No{n}\"}}"))
        )),
        schema(format!(
            r#"{{"oneOf": [{}]}}"#,
            many(500, &|n| format!(
                r#"{{"type": "object", "required": ["k"], "properties": {{"k": {{"const": "v{n}"}}}}}}"#
            ))
        )),
        operations(&|n| format!(r#""/a{n}/{{id}}": {{"get": {{"operationId": "same"}}}}"#)),
        operations(&|n| format!(r#""/a{n}": {{"get": {{"security": [{{"none{n}": []}}]}}}}"#)),
    ];
    for text in documents {
        let (start, beginning) = (Instant::now(), text[..200].to_owned());
        assert!(run("many.json", &text).document.is_some());
        assert!(start.elapsed() < PATIENCE, "{:?}: {beginning}", start.elapsed());
    }
}
