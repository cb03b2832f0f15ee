//! The generated types against the generated tables: what passes the tables decodes, and encodes
//! back to equal JSON. The tables against the `jsonschema` crate on the document's own schemas.

use std::sync::LazyLock;

use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use serde_json::{Value, json};
use unplug_openapi::syntax::SourceFile;

use super::call;

/// Names and texts that the document's schemas mention.
const WORDS: [&str; 28] = [
    "unevaluated",
    "items",
    "names",
    "dependent",
    "choice",
    "negated",
    "unique",
    "never",
    "tree",
    "a",
    "b",
    "card",
    "address",
    "name",
    "vat",
    "country",
    "children",
    "size",
    "x",
    "xy",
    "Ida",
    "weight",
    "born",
    "legs",
    "parents",
    "is ok",
    "",
    "three",
];

fn word() -> impl Strategy<Value = String> {
    prop::sample::select(WORDS.to_vec()).prop_map(str::to_owned)
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(json!(null)),
        any::<bool>().prop_map(Value::from),
        (-2_i64..12).prop_map(Value::from),
        prop::sample::select(vec![0.5, 7.0, 4.0, 1e19]).prop_map(Value::from),
        word().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        let members = prop_oneof![
            3 => btree_map(word(), inner.clone(), 0..4),
            1 => btree_map(prop::sample::select(vec!["a", "b", "name", "size", "children", "x"])
                .prop_map(str::to_owned), inner.clone(), 0..4),
        ];
        prop_oneof![vec(inner, 0..4).prop_map(Value::from), members.prop_map(|members| json!(members)),]
    })
}

/// A value for one of the document's object schemas: its properties with any values.
fn members_of(names: &'static [&'static str]) -> impl Strategy<Value = Value> {
    let name = prop::sample::select(names.to_vec()).prop_map(str::to_owned);
    btree_map(name, value(), 1..3).prop_map(|members| json!(members))
}

fn oracle(schema: &str) -> jsonschema::Validator {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/zoo/zoo.yaml");
    let text = std::fs::read_to_string(path).unwrap();
    let source = SourceFile { name: "zoo.yaml".to_owned(), text };
    let document = unplug_openapi::load::load_text("zoo", source, None).document.unwrap();
    let mut root = document.root.to_json();
    // Its patterns are no expressions, which the other validator does not take.
    let properties = &mut root["components"]["schemas"]["Checked"]["properties"];
    properties.as_object_mut().unwrap().remove("broken").unwrap();
    root["$ref"] = format!("#/components/schemas/{schema}").into();
    jsonschema::draft202012::new(&root).unwrap()
}

static CHECKED: LazyLock<jsonschema::Validator> = LazyLock::new(|| oracle("Checked"));
static ANIMAL: LazyLock<jsonschema::Validator> = LazyLock::new(|| oracle("Animal"));

/// Sends the values to an operation and compares what becomes of each with the other validator.
fn compare(
    oracle: &jsonschema::Validator,
    method: &str,
    uri: &str,
    values: &[Value],
) -> Result<(), TestCaseError> {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    for value in values {
        let json = [("content-type", "application/json")];
        let outcome = runtime.block_on(call(method, uri, &json, value.to_string()));
        // Integers are 64 bits wide here, which JSON Schema does not ask for.
        let too_wide = outcome.text.contains("int64");
        let accepted = outcome.status < 300;
        prop_assert!(accepted || outcome.status == 400, "{value}: {}", outcome.text);
        prop_assert_eq!(accepted, oracle.is_valid(value) && !too_wide, "{}: {}", value, outcome.text);
        // The last resort of the decoder: a value that is valid and yet does not fit its type.
        prop_assert!(!outcome.text.contains("declared type"), "{value}: {}", outcome.text);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_schema_checked(values in vec(members_of(&WORDS[..9]), 30)) {
        compare(&CHECKED, "POST", "/special/checks", &values)?;
    }

    #[test]
    fn the_schema_animal(values in vec(members_of(&["name", "weight", "born", "legs", "parents", "x"]), 30)) {
        compare(&ANIMAL, "PUT", "/v1/animals/ida", &values)?;
    }
}
