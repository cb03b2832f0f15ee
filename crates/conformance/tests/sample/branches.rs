//! Which branches of unions the values match.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::sampled;

#[test]
fn branches_and_values_take_turns() {
    let kinds = |name: &str| json!({ "type": "object", "properties": { "kind": { "enum": [format!("{name}1"), format!("{name}2")] } }, "required": ["kind"] });
    let schema = json!({ "oneOf": [kinds("a"), kinds("b"), kinds("c")] });
    let values = sampled(&schema, &json!({}), 6).valid.unwrap();
    let found: BTreeSet<&str> = values.iter().map(|value| value["kind"].as_str().unwrap()).collect();
    assert_eq!(found, BTreeSet::from(["a1", "a2", "b1", "b2", "c1", "c2"]));
}

/// The members of each of the values, sorted.
fn members(values: &[Value]) -> BTreeSet<Vec<&str>> {
    let mut found = BTreeSet::new();
    for value in values {
        let mut names: Vec<&str> = value.as_object().unwrap().keys().map(String::as_str).collect();
        names.sort_unstable();
        found.insert(names);
    }
    found
}

#[test]
fn values_match_several_branches_of_an_any_of() {
    let branch = |name: &str| json!({ "type": "object", "properties": { name: { "type": "integer" } }, "required": [name] });
    let schema = json!({ "anyOf": [branch("a"), branch("b"), branch("c"), { "type": "string" }] });
    let values = sampled(&schema, &json!({}), 16).valid.unwrap();
    let objects: Vec<Value> = values.into_iter().filter(Value::is_object).collect();
    let found = members(&objects);
    for wanted in [vec!["a"], vec!["b"], vec!["a", "b"], vec!["a", "b", "c"]] {
        assert!(found.contains(&wanted), "{wanted:?} is not among {found:?}");
    }
}

#[test]
fn branches_that_exclude_each_other_do_not_stop_those_that_do_not() {
    let branch = |name: &str, kind: &str| {
        json!({
            "type": "object",
            "properties": { "kind": { "const": kind }, name: { "type": "string" } },
            "required": ["kind", name],
        })
    };
    let schema = json!({ "anyOf": [branch("a", "x"), branch("b", "y"), branch("c", "x")] });
    let values = sampled(&schema, &json!({}), 16).valid.unwrap();
    let found = members(&values);
    for wanted in [vec!["a", "kind"], vec!["b", "kind"]] {
        assert!(found.contains(&wanted), "{wanted:?} is not among {found:?}");
    }
    assert!(found.iter().any(|names| names.contains(&"a") && names.contains(&"c")), "{found:?}");
}
