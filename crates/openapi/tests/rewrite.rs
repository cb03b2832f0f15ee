//! Texts that are edited in place.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use std::sync::Arc;

use proptest::prelude::*;
use serde_json::{Value, json};
use unplug_openapi::rewrite::{Unwritable, rewrite};
use unplug_openapi::syntax::{self, Node, SourceFile};

fn node(name: &str, text: &str) -> Node {
    let file = Arc::new(SourceFile::new(name, text));
    syntax::parse(file).unwrap_or_else(|findings| panic!("{text}\n{findings:?}"))
}

/// Rewrites `text` to hold another value.
fn edited(name: &str, text: &str, wanted: &Value) -> Result<String, Unwritable> {
    rewrite(&node(name, text), &node("wanted.json", &wanted.to_string()))
}

#[track_caller]
fn check(text: &str, wanted: &Value, expected: &str) {
    let name = if text.starts_with('{') { "a.json" } else { "a.yaml" };
    assert_eq!(edited(name, text, wanted).unwrap(), expected);
}

#[test]
fn a_scalar_is_replaced_where_it_stands() {
    check("a: 1 # one\nb: 'x'\n", &json!({"a": 2, "b": "x"}), "a: 2 # one\nb: 'x'\n");
    check("{\"a\" : 1,\n\"b\":[ 2 ]}", &json!({"a": 1, "b": [3]}), "{\"a\" : 1,\n\"b\":[ 3 ]}");
    check("a: 1\n", &json!({"a": "no"}), "a: 'no'\n");
    check("a: 1\r\nb: 2\r\n", &json!({"a": 1, "b": 2, "c": {"d": 1}}), "a: 1\r\nb: 2\r\nc:\r\n  d: 1\r\n");
}

#[test]
fn members_are_added_after_the_last() {
    check(
        "a:\n  b: 1 # one\n\n# end\nz: 1\n",
        &json!({"a": {"b": 1, "c": ["x", {"d": [true]}]}, "z": 1}),
        "a:\n  b: 1 # one\n  c:\n    - x\n    - d:\n        - true\n\n# end\nz: 1\n",
    );
    check("{\n  \"a\": {}\n}\n", &json!({"a": {}, "b": [1]}), "{\n  \"a\": {},\n  \"b\": [\n    1\n  ]\n}\n");
    check("a: {b: 1}\n", &json!({"a": {"b": 1, "c": "x"}}), "a: {b: 1, c: x}\n");
    // Where several levels end at once, the inner one comes first.
    check("a:\n  b: 1", &json!({"a": {"b": 1, "c": 2}, "d": 3}), "a:\n  b: 1\n  c: 2\nd: 3");
}

#[test]
fn members_and_items_are_taken_out() {
    check("# a\na: 1\n# b\nb: 2 # two\nc: 3\n", &json!({"a": 1, "c": 3}), "# a\na: 1\n# b\nc: 3\n");
    check("- a: 1\n  b: 2\n- c\n", &json!([{"b": 2}, "c"]), "- b: 2\n- c\n");
    check("{\"a\": 1, \"b\": 2, \"c\": 3}", &json!({"a": 1}), "{\"a\": 1}");
    check("{\n  \"a\": 1,\n  \"b\": 2\n}", &json!({"b": 2}), "{\n  \"b\": 2\n}");
    check("a:\n  b: 1\nc: 2\n", &json!({"a": {}, "c": 2}), "a: {}\nc: 2\n");
    check("a: 1\nb: 2", &json!({"a": 1}), "a: 1\n");
}

#[test]
fn a_value_of_another_kind_takes_the_place() {
    check("a: 1\nb: 2\n", &json!({"a": {"c": [1]}, "b": 2}), "a:\n  c:\n    - 1\nb: 2\n");
    check("a:\n  - 1\n  - 2\nb: 2\n", &json!({"a": "x y", "b": 2}), "a: x y\nb: 2\n");
    check("a:\nb: 2\n", &json!({"a": "x", "b": 2}), "a: x\nb: 2\n");
    check("a: |\n  one\nb: 2\n", &json!({"a": 1, "b": 2}), "a: 1\nb: 2\n");
    check("- >-\n  one\n- 2\n", &json!(["x", 2]), "- x\n- 2\n");
    check("a: 1\n", &json!({"a": "one\n  two"}), "a: |-\n  one\n    two\n");
}

#[test]
fn what_stands_for_two_places_is_not_edited() {
    let text = "a: &x {b: 1}\nc: *x\n";
    assert_eq!(edited("a.yaml", text, &json!({"a": {"b": 1}, "c": {"b": 2}})), Err(Unwritable));
    assert_eq!(edited("a.yaml", text, &json!({"a": {"b": 2}, "c": {"b": 1}})), Err(Unwritable));
    // Both at once are one edit too many, which is refused as well.
    assert_eq!(edited("a.yaml", "a: &x 1\nb: *x\n", &json!({"b": 1})), Err(Unwritable));
}

fn value() -> impl Strategy<Value = Value> {
    let text = prop_oneof!["[a-z]{0,3}", "[ -~]{0,6}", Just("a\n b\nc".to_owned()), "\\PC{0,4}"];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i32>().prop_map(Value::from),
        text.prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            proptest::collection::btree_map("[a-d]|[ -~]{1,4}", inner, 0..4)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    /// Any JSON text can be made to hold any other value.
    #[test]
    fn json_can_always_be_edited(before in value(), after in value(), pretty in any::<bool>()) {
        let text = if pretty { format!("{before:#}") } else { before.to_string() };
        let text = edited("a.json", &text, &after).unwrap();
        prop_assert_eq!(node("a.json", &text).to_json(), after);
    }

    /// Block YAML made by this module can be edited again, and holds what it should.
    #[test]
    fn yaml_can_always_be_edited(before in value(), after in value()) {
        let first = edited("a.yaml", "first: 1\n", &json!({"first": 1, "x": before})).unwrap();
        let second = edited("a.yaml", &first, &json!({"first": 1, "x": after})).unwrap();
        prop_assert_eq!(node("a.yaml", &second).to_json(), json!({"first": 1, "x": after}));
    }
}
