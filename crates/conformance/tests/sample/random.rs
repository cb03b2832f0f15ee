//! Random small schemas.

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

use super::sampled;

/// Schemas that mostly have values: each keyword stands beside the type that it is about.
fn schemas() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(json!(true)),
        Just(json!({ "type": ["string", "null"] })),
        Just(json!({ "type": "boolean" })),
        prop::collection::vec(prop_oneof![Just(json!("a")), Just(json!(1)), Just(json!(null))], 1..3)
            .prop_map(|values| json!({ "enum": values })),
        (-5..5i64, 0..9i64, 1..4u8).prop_map(|(least, more, step)| {
            json!({ "type": "integer", "minimum": least, "maximum": least + more, "multipleOf": step })
        }),
        (-4..4i32, 0..9i32).prop_map(|(least, more)| {
            json!({ "type": "number", "exclusiveMinimum": f64::from(least) / 2.0, "maximum": f64::from(least + more) / 2.0 })
        }),
        (0..4u8, 0..4u8).prop_map(|(least, more)| json!({ "type": "string", "minLength": least, "maxLength": least + more })),
        prop_oneof![Just("^a"), Just("b$"), Just("^[a-c]{2,4}$"), Just("\\d")]
            .prop_map(|pattern| json!({ "type": "string", "pattern": pattern })),
    ];
    leaf.prop_recursive(3, 24, 3, |inner| {
        let names = || prop::sample::select(vec!["a", "b", "cc", "d/e", "f~"]).prop_map(str::to_owned);
        let members = prop::collection::btree_map(names(), inner.clone(), 0..3);
        prop_oneof![
            (inner.clone(), 0..3u8, 0..3u8, any::<bool>()).prop_map(|(items, least, more, unique)| json!({
                "type": "array", "items": items, "minItems": least, "maxItems": least + more, "uniqueItems": unique
            })),
            prop::collection::vec(inner.clone(), 1..3).prop_map(|items| json!({ "type": "array", "prefixItems": items })),
            (inner.clone(), 0..2u8).prop_map(|(item, most)| json!({ "type": "array", "contains": item, "maxContains": 1 + most })),
            (members, prop::collection::vec(names(), 0..2), any::<bool>()).prop_map(|(members, required, open)| {
                json!({ "type": "object", "properties": members, "required": required, "additionalProperties": open })
            }),
            (inner.clone(), 0..3u8).prop_map(|(others, least)| json!({
                "type": "object", "additionalProperties": others, "minProperties": least, "maxProperties": least + 1
            })),
            prop::collection::vec(inner.clone(), 1..4).prop_map(|branches| json!({ "oneOf": branches })),
            prop::collection::vec(inner.clone(), 1..4).prop_map(|branches| json!({ "anyOf": branches })),
            prop::collection::vec(inner.clone(), 1..3).prop_map(|parts| json!({ "allOf": parts })),
            inner.clone().prop_map(|not| json!({ "type": ["string", "integer"], "not": not })),
            (inner.clone(), inner.clone(), inner).prop_map(|(condition, then, other)| json!({
                "if": condition, "then": then, "else": other
            })),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    /// `sampled` checks with a validator of its own.
    #[test]
    fn values_of_any_schema_are_as_they_should_be(schema in schemas()) {
        if schema.is_object() {
            let _ = sampled(&schema, &json!({}), 4);
        }
    }
}

/// Random schemas contradict themselves now and then, but not often.
#[test]
fn most_schemas_have_values() {
    let mut runner = TestRunner::deterministic();
    let (mut all, mut with_values) = (0, 0);
    while all < 200 {
        let schema = schemas().new_tree(&mut runner).unwrap().current();
        if schema.is_object() {
            all += 1;
            match sampled(&schema, &json!({}), 1).valid {
                Ok(_) => with_values += 1,
                Err(unsampled) => println!("{schema}: {unsampled}"),
            }
        }
    }
    assert!(with_values * 100 >= all * 90, "{with_values} of {all}");
}
