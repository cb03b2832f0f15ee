//! Random schemas: the same in other words is the same, and an edit that breaks one way is
//! compatible the other way.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use proptest::prelude::*;
use serde_json::{Map, Value, json};
use unplug_contract::{Description, Direction, Finding, Options, Severity, compare_schemas};
use unplug_openapi::ir::{Api, SchemaId};
use unplug_openapi::load::load_text;
use unplug_openapi::syntax::SourceFile;

fn api(schema: &Value, components: Map<String, Value>) -> Api {
    let mut schemas = Map::from_iter([("Root".to_owned(), schema.clone())]);
    schemas.extend(components);
    let document = json!({
        "openapi": "3.1.0",
        "info": {"title": "A", "version": "1"},
        "paths": {},
        "components": {"schemas": schemas},
    });
    let loaded = load_text("a", SourceFile::new("a.json", document.to_string()), None);
    loaded.document.unwrap_or_else(|| panic!("{:?}", loaded.diagnostics)).api
}

fn found(before: &Api, after: &Api, direction: Direction) -> Vec<Finding> {
    let root = |api: &Api| {
        let named = |schema: &unplug_openapi::ir::Schema| schema.name.as_deref() == Some("Root");
        SchemaId(u32::try_from(api.schemas.all.iter().position(named).unwrap()).unwrap())
    };
    let (one, other) = (Description::new(before, "before"), Description::new(after, "now"));
    compare_schemas((&one, root(before)), (&other, root(after)), direction, &Options::default())
}

/// A source of choices that is the same for the same seed.
struct Choices(u64);

impl Choices {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit.max(1)
    }

    fn shuffle<T>(&mut self, list: &mut [T]) {
        for at in (1..list.len()).rev() {
            list.swap(at, self.below(at + 1));
        }
    }
}

fn leaf() -> impl Strategy<Value = Value> {
    prop_oneof![
        (0..4_u64, 4..9_u64)
            .prop_map(|(low, high)| json!({"type": "string", "minLength": low, "maxLength": high})),
        (0..9_i64).prop_map(|low| json!({"type": "integer", "minimum": low})),
        Just(json!({"type": "number", "exclusiveMaximum": 7.5})),
        Just(json!({"type": "boolean"})),
        Just(json!({"type": ["string", "null"], "pattern": "^a"})),
        Just(json!({"type": "string", "enum": ["a", "b", "c"]})),
        Just(json!({"const": "only"})),
        Just(json!({"type": ["integer", "string"]})),
        Just(json!({})),
    ]
}

fn schema() -> impl Strategy<Value = Value> {
    leaf().prop_recursive(4, 40, 4, |inner| {
        prop_oneof![
            inner.clone().prop_map(|items| json!({"type": "array", "items": items, "minItems": 1})),
            proptest::collection::btree_map("[a-e]", inner.clone(), 1..5).prop_flat_map(|properties| {
                let names: Vec<String> = properties.keys().cloned().collect();
                proptest::sample::subsequence(names.clone(), 0..=names.len()).prop_map(
                    move |required| json!({"type": "object", "properties": properties, "required": required}),
                )
            }),
            inner.clone().prop_map(|values| json!({"type": "object", "additionalProperties": values})),
            proptest::collection::vec(inner.clone(), 2..4).prop_map(|all| {
                let tagged = all.into_iter().enumerate().map(|(tag, value)| {
                    json!({
                        "type": "object",
                        "required": ["tag", "value"],
                        "properties": {"tag": {"const": tag}, "value": value},
                    })
                });
                json!({"oneOf": tagged.collect::<Vec<_>>()})
            }),
            inner.prop_map(|value| json!({"anyOf": [value, {"type": "null"}]})),
        ]
    })
}

/// The same in other words.
fn rewritten(schema: &Value, choices: &mut Choices, components: &mut Map<String, Value>) -> Value {
    let Value::Object(members) = schema else { return schema.clone() };
    let mut copy = Map::new();
    for (key, member) in members {
        let value = match (key.as_str(), member) {
            ("properties", Value::Object(properties)) => {
                let mut all: Vec<(String, Value)> = properties
                    .iter()
                    .map(|(name, schema)| (name.clone(), rewritten(schema, choices, components)))
                    .collect();
                choices.shuffle(&mut all);
                Value::Object(all.into_iter().collect())
            }
            ("items" | "additionalProperties", schema) => rewritten(schema, choices, components),
            ("oneOf" | "anyOf", Value::Array(branches)) => {
                let mut all: Vec<Value> =
                    branches.iter().map(|branch| rewritten(branch, choices, components)).collect();
                choices.shuffle(&mut all);
                // Nested by one level more.
                if all.len() > 2 && choices.below(2) == 0 {
                    let inner = all.split_off(1);
                    all.push(json!({ key: inner }));
                }
                Value::Array(all)
            }
            ("required" | "enum" | "type", Value::Array(list)) => {
                let mut list = list.clone();
                choices.shuffle(&mut list);
                Value::Array(list)
            }
            (_, other) => other.clone(),
        };
        copy.insert(key.clone(), value);
    }
    if let Some(value) = copy.get("const").cloned()
        && choices.below(2) == 0
    {
        copy.shift_remove("const");
        copy.insert("enum".to_owned(), json!([value]));
    }
    let copy = divided(copy, choices);
    wrapped(copy, choices, components)
}

/// An open object as two parts of an `allOf`; `null` as a branch.
fn divided(mut copy: Map<String, Value>, choices: &mut Choices) -> Value {
    if let Some(Value::Object(properties)) = copy.get("properties").cloned()
        && properties.len() > 1
        && choices.below(2) == 0
    {
        let mut all: Vec<(String, Value)> = properties.into_iter().collect();
        let second: Map<String, Value> = all.split_off(1).into_iter().collect();
        copy.insert("properties".to_owned(), Value::Object(all.into_iter().collect()));
        return json!({"allOf": [copy, {"properties": second}]});
    }
    if copy.get("type").and_then(Value::as_array).is_some_and(|types| types.contains(&json!("null")))
        && choices.below(2) == 0
    {
        copy.insert("type".to_owned(), json!("string"));
        return json!({"anyOf": [{"type": "null"}, copy]});
    }
    Value::Object(copy)
}

/// A union or an `allOf` of one member, or a reference.
fn wrapped(copy: Value, choices: &mut Choices, components: &mut Map<String, Value>) -> Value {
    match choices.below(8) {
        0 => json!({ "allOf": [copy] }),
        1 => json!({ "oneOf": [copy] }),
        2 => json!({"anyOf": [copy], "description": "A union of one member"}),
        3 => {
            let name = format!("Part{}", components.len());
            let reference = json!({ "$ref": format!("#/components/schemas/{name}") });
            components.insert(name, copy);
            reference
        }
        _ => copy,
    }
}

/// Keywords that make any schema of their type stricter.
const STRICTER: &[(&str, &str)] = &[
    ("maxLength", "3"),
    ("minLength", "8"),
    ("pattern", "\"z$\""),
    ("maximum", "-5"),
    ("multipleOf", "100"),
    ("maxItems", "1"),
    ("minItems", "3"),
    ("uniqueItems", "true"),
    ("minProperties", "9"),
    ("maxProperties", "0"),
    ("required", "[\"zz\"]"),
    ("dependentRequired", "{\"a\": [\"zz\"]}"),
    ("not", "{\"const\": 5}"),
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_rewritten_schema_equals_itself(schema in schema(), seed in any::<u64>()) {
        let mut components = Map::new();
        let copy = rewritten(&schema, &mut Choices(seed), &mut components);
        let (before, after) = (api(&schema, Map::new()), api(&copy, components));
        for direction in [Direction::Request, Direction::Response] {
            prop_assert_eq!(found(&before, &after, direction), vec![], "{} → {}", schema, copy);
            prop_assert_eq!(found(&after, &before, direction), vec![], "{} → {}", copy, schema);
        }
    }

    #[test]
    fn what_breaks_one_way_is_compatible_the_other_way(
        schema in schema(),
        keyword in 0..STRICTER.len(),
    ) {
        let (keyword, value) = STRICTER[keyword];
        let value: Value = serde_json::from_str(value).unwrap();
        let strict = json!({"allOf": [schema, {keyword: value}]});
        let (before, after) = (api(&schema, Map::new()), api(&strict, Map::new()));
        let worst = |found: Vec<Finding>| found.iter().map(|finding| finding.severity).max();
        for (direction, there, back) in [
            (Direction::Request, Severity::Breaking, Severity::Compatible),
            (Direction::Response, Severity::Compatible, Severity::Breaking),
        ] {
            let (forward, reverse) = (worst(found(&before, &after, direction)), worst(found(&after, &before, direction)));
            prop_assert!(
                matches!((forward, reverse), (None | Some(Severity::Note), None | Some(Severity::Note)))
                    || (forward, reverse) == (Some(there), Some(back)),
                "{schema} and {keyword}: {forward:?}, {reverse:?}"
            );
        }
    }
}
