//! The validator against the `jsonschema` crate, on random schemas and values.

use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use serde_json::{Value, json};

use unplug_server_runtime::Location;
use unplug_server_runtime::schema::{Check, Literal, Pattern, Schema};
use unplug_server_runtime::validate::{is_valid, violations};
use unplug_wire::json::{self, Number, Types};

fn leaked<T>(items: Vec<T>) -> &'static [T] {
    items.leak()
}

fn text(text: &str) -> &'static str {
    text.to_owned().leak()
}

fn number(value: &Value) -> Number {
    match (value.as_u64(), value.as_i64()) {
        (Some(number), _) => Number::Unsigned(number),
        (_, Some(number)) => Number::Negative(number),
        _ => Number::Float(value.as_f64().unwrap()),
    }
}

fn literal(value: &Value) -> Literal {
    match value {
        Value::Null => Literal::Null,
        Value::Bool(value) => Literal::Bool(*value),
        Value::Number(_) => Literal::Number(number(value)),
        Value::String(value) => Literal::String(text(value)),
        Value::Array(items) => Literal::Array(leaked(items.iter().map(literal).collect())),
        Value::Object(members) => {
            let members = members.iter().map(|(name, value)| (text(name), literal(value)));
            Literal::Object(leaked(members.collect()))
        }
    }
}

/// As the generator does it, but at run time.
fn lower(schema: &Value) -> &'static Schema {
    let checks = match schema {
        Value::Bool(true) => vec![],
        Value::Bool(false) => vec![Check::Nothing],
        schema => {
            let mut checks: Vec<_> = ORDER.iter().filter_map(|keyword| check(keyword, schema)).collect();
            let within: &'static Schema = Box::leak(Box::new(Schema(leaked(checks))));
            let unevaluated = |keyword: &str| schema.get(keyword).map(lower);
            let both = (unevaluated("unevaluatedItems"), unevaluated("unevaluatedProperties"));
            checks = vec![Check::Reference(within)];
            checks.extend(both.0.map(|schema| Check::UnevaluatedItems { within, schema }));
            checks.extend(both.1.map(|schema| Check::UnevaluatedProperties { within, schema }));
            checks
        }
    };
    Box::leak(Box::new(Schema(leaked(checks))))
}

const ORDER: [&str; 31] = [
    "type",
    "const",
    "enum",
    "not",
    "anyOf",
    "oneOf",
    "allOf",
    "if",
    "maximum",
    "minimum",
    "exclusiveMaximum",
    "exclusiveMinimum",
    "multipleOf",
    "maxLength",
    "minLength",
    "pattern",
    "maxItems",
    "minItems",
    "prefixItems",
    "items",
    "contains",
    "uniqueItems",
    "maxProperties",
    "minProperties",
    "required",
    "propertyNames",
    "additionalProperties",
    "properties",
    "patternProperties",
    "dependentRequired",
    "dependentSchemas",
];

fn each(value: &Value) -> &'static [&'static Schema] {
    leaked(value.as_array().unwrap().iter().map(lower).collect())
}

fn by_name(value: &Value) -> &'static [(&'static str, &'static Schema)] {
    let members = value.as_object().unwrap().iter();
    leaked(members.map(|(name, schema)| (text(name), lower(schema))).collect())
}

fn names(value: &Value) -> &'static [&'static str] {
    leaked(value.as_array().unwrap().iter().map(|name| text(name.as_str().unwrap())).collect())
}

fn pattern(source: &str) -> &'static Pattern {
    Box::leak(Box::new(Pattern::regex(text(source))))
}

fn check(keyword: &str, schema: &Value) -> Option<Check> {
    let value = schema.get(keyword)?;
    let count = || value.as_u64().unwrap();
    Some(match keyword {
        "type" => types(value),
        "const" => Check::Const(literal(value)),
        "enum" => Check::Enum(leaked(value.as_array().unwrap().iter().map(literal).collect())),
        "not" => Check::Not(lower(value)),
        "anyOf" => Check::AnyOf(each(value)),
        "oneOf" => Check::OneOf(each(value)),
        "allOf" => Check::AllOf(each(value)),
        "if" => Check::If {
            condition: lower(value),
            then: schema.get("then").map(lower),
            otherwise: schema.get("else").map(lower),
        },
        "maximum" => Check::Maximum(number(value)),
        "minimum" => Check::Minimum(number(value)),
        "exclusiveMaximum" => Check::ExclusiveMaximum(number(value)),
        "exclusiveMinimum" => Check::ExclusiveMinimum(number(value)),
        "multipleOf" => Check::MultipleOf(number(value)),
        "maxLength" => Check::MaxLength(count()),
        "minLength" => Check::MinLength(count()),
        "pattern" => Check::Pattern(pattern(value.as_str().unwrap())),
        "maxItems" => Check::MaxItems(count()),
        "minItems" => Check::MinItems(count()),
        "prefixItems" => Check::PrefixItems(each(value)),
        "items" => Check::Items {
            from: schema.get("prefixItems").map_or(0, |prefix| prefix.as_array().unwrap().len()),
            schema: lower(value),
        },
        "contains" => Check::Contains {
            schema: lower(value),
            min: schema.get("minContains").map_or(1, |min| min.as_u64().unwrap()),
            max: schema.get("maxContains").map(|max| max.as_u64().unwrap()),
        },
        "uniqueItems" => Check::UniqueItems,
        "maxProperties" => Check::MaxProperties(count()),
        "minProperties" => Check::MinProperties(count()),
        "required" => Check::Required(names(value)),
        "propertyNames" => Check::PropertyNames(lower(value)),
        "additionalProperties" => {
            let keys = |keyword: &str| {
                let members = schema.get(keyword).and_then(Value::as_object);
                members.map(|members| members.keys().cloned().collect::<Vec<_>>()).unwrap_or_default()
            };
            Check::AdditionalProperties {
                properties: leaked(keys("properties").iter().map(|name| text(name)).collect()),
                patterns: leaked(keys("patternProperties").iter().map(|name| pattern(name)).collect()),
                schema: lower(value),
            }
        }
        "properties" => Check::Properties(by_name(value)),
        "patternProperties" => {
            let members = value.as_object().unwrap().iter();
            let lowered = members.map(|(source, schema)| (pattern(source), lower(schema)));
            Check::PatternProperties(leaked(lowered.collect()))
        }
        "dependentRequired" => {
            let members = value.as_object().unwrap().iter();
            let lowered = members.map(|(name, needed)| (text(name), names(needed)));
            Check::DependentRequired(leaked(lowered.collect()))
        }
        "dependentSchemas" => Check::DependentSchemas(by_name(value)),
        _ => return None,
    })
}

fn types(value: &Value) -> Check {
    let listed = value.as_array().cloned().unwrap_or_else(|| vec![value.clone()]);
    let set = listed.iter().fold(Types::NONE, |set, name| {
        set.or(match name.as_str().unwrap() {
            "null" => Types::NULL,
            "boolean" => Types::BOOLEAN,
            "object" => Types::OBJECT,
            "array" => Types::ARRAY,
            "number" => Types::NUMBER,
            "string" => Types::STRING,
            _ => Types::INTEGER,
        })
    });
    Check::Type(set, &[])
}

fn member_name() -> impl Strategy<Value = String> {
    prop::sample::select(vec!["a", "b", "ab", "c"]).prop_map(str::to_owned)
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(json!(null)),
        any::<bool>().prop_map(Value::from),
        (-3_i64..6).prop_map(Value::from),
        prop::sample::select(vec![0.5, 1.0, 2.0, -1.5, 2.5, 1e20]).prop_map(Value::from),
        prop::sample::select(vec!["", "a", "ab", "abc", "ä", "🦀b"]).prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 20, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..5).prop_map(Value::from),
            btree_map(member_name(), inner, 0..4)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

fn type_name() -> impl Strategy<Value = Value> {
    let names = vec!["null", "boolean", "object", "array", "number", "string", "integer"];
    prop::sample::select(names).prop_map(Value::from)
}

fn own_keyword() -> impl Strategy<Value = (&'static str, Value)> {
    let limit = || prop_oneof![(-2_i64..4).prop_map(Value::from), Just(json!(1.5))];
    let small = || (0_u64..4).prop_map(Value::from);
    let names =
        || btree_map(member_name(), Just(()), 0..3).prop_map(|names| json!(names.keys().collect::<Vec<_>>()));
    prop_oneof![
        type_name().prop_map(|name| ("type", name)),
        btree_map(type_name().prop_map(|name| name.to_string()), Just(()), 1..4).prop_map(|names| {
            ("type", names.keys().map(|name| serde_json::from_str::<Value>(name).unwrap()).collect())
        }),
        value().prop_map(|value| ("const", value)),
        vec(value(), 1..4).prop_map(|values| ("enum", values.into())),
        limit().prop_map(|limit| ("maximum", limit)),
        limit().prop_map(|limit| ("minimum", limit)),
        limit().prop_map(|limit| ("exclusiveMaximum", limit)),
        limit().prop_map(|limit| ("exclusiveMinimum", limit)),
        prop::sample::select(vec![json!(2), json!(0.5), json!(3)]).prop_map(|step| ("multipleOf", step)),
        small().prop_map(|count| ("maxLength", count)),
        small().prop_map(|count| ("minLength", count)),
        prop::sample::select(vec!["^a", "b$", "^ab$", "[a-b]{2}", ""])
            .prop_map(|source| ("pattern", source.into())),
        small().prop_map(|count| ("maxItems", count)),
        small().prop_map(|count| ("minItems", count)),
        Just(("uniqueItems", json!(true))),
        small().prop_map(|count| ("maxProperties", count)),
        small().prop_map(|count| ("minProperties", count)),
        names().prop_map(|names| ("required", names)),
        btree_map(member_name(), names(), 0..3).prop_map(|names| ("dependentRequired", json!(names))),
    ]
}

fn schema() -> impl Strategy<Value = Value> {
    let object = |keywords: Vec<(&'static str, Value)>| {
        Value::Object(keywords.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
    };
    let leaf = prop_oneof![
        1 => any::<bool>().prop_map(Value::from),
        8 => vec(own_keyword(), 0..3).prop_map(object),
    ];
    leaf.prop_recursive(3, 24, 4, move |inner| {
        let list = || vec(inner.clone(), 1..4).prop_map(Value::from);
        let named = || btree_map(member_name(), inner.clone(), 0..3).prop_map(|map| json!(map));
        let patterns = prop::sample::select(vec!["^a", "b$", "c"]).prop_map(str::to_owned);
        let small = || (0_u64..3).prop_map(Value::from);
        let applicator = prop_oneof![
            inner.clone().prop_map(|schema| vec![("not", schema)]),
            list().prop_map(|schemas| vec![("anyOf", schemas)]),
            list().prop_map(|schemas| vec![("oneOf", schemas)]),
            list().prop_map(|schemas| vec![("allOf", schemas)]),
            (inner.clone(), inner.clone(), inner.clone()).prop_map(|(a, b, c)| vec![
                ("if", a),
                ("then", b),
                ("else", c)
            ]),
            list().prop_map(|schemas| vec![("prefixItems", schemas)]),
            inner.clone().prop_map(|schema| vec![("items", schema)]),
            inner.clone().prop_map(|schema| vec![("contains", schema)]),
            (inner.clone(), small(), small()).prop_map(|(a, b, c)| vec![
                ("contains", a),
                ("minContains", b),
                ("maxContains", c)
            ]),
            inner.clone().prop_map(|schema| vec![("propertyNames", schema)]),
            inner.clone().prop_map(|schema| vec![("additionalProperties", schema)]),
            named().prop_map(|schemas| vec![("properties", schemas)]),
            btree_map(patterns, inner.clone(), 0..3).prop_map(|map| vec![("patternProperties", json!(map))]),
            named().prop_map(|schemas| vec![("dependentSchemas", schemas)]),
            inner.clone().prop_map(|schema| vec![("unevaluatedItems", schema)]),
            inner.clone().prop_map(|schema| vec![("unevaluatedProperties", schema)]),
        ];
        (vec(applicator, 0..4), vec(own_keyword(), 0..2)).prop_map(move |(applicators, own)| {
            object(applicators.into_iter().flatten().chain(own).collect())
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn agrees_with_another_validator(schema in schema(), values in vec(value(), 6)) {
        let oracle = jsonschema::draft202012::new(&schema).unwrap();
        let table = lower(&schema);
        for value in values {
            let text = value.to_string();
            let read = json::read(text.as_bytes()).unwrap();
            let valid = is_valid(table, &read);
            prop_assert_eq!(valid, oracle.is_valid(&value), "{} against {}", value, schema);
            let found = violations(table, &read, Location::Body, String::new());
            prop_assert_eq!(valid, found.is_empty(), "{} against {}: {:?}", value, schema, found);
        }
    }
}

#[test]
fn violations_name_their_way_through_the_schema() {
    let table = lower(&json!({
        "allOf": [{"properties": {"a/b": {"items": {"oneOf": [{"type": "string"}, {"minimum": 3}]}}}}],
        "patternProperties": {"^x~": {"dependentSchemas": {"y": {"required": ["z"]}}}},
    }));
    let found = |text: &str| {
        let value = json::read(text.as_bytes()).unwrap();
        let found = violations(table, &value, Location::Body, String::new());
        found.iter().map(|found| (found.instance_path.clone(), found.schema_pointer())).collect::<Vec<_>>()
    };
    let place = |instance: &str, schema: &str| (instance.to_owned(), schema.to_owned());
    let one_of = "/allOf/0/properties/a~1b/items/oneOf";
    assert_eq!(
        found(r#"{"a/b": [5, 2]}"#),
        [
            place("/a~1b/1", &format!("{one_of}/0/type")),
            place("/a~1b/1", &format!("{one_of}/1/minimum")),
            place("/a~1b/1", one_of),
        ]
    );
    let required = "/patternProperties/^x~0/dependentSchemas/y/required";
    assert_eq!(found(r#"{"x~": {"y": 1}}"#), [place("/x~0", required)]);
}

#[test]
fn there_are_no_more_violations_than_anybody_reads() {
    static SEVENS: Schema =
        Schema(&[Check::Contains { schema: &Schema(&[Check::STRING]), min: 1, max: None }]);
    let value = json::Json::Array(vec![json::Json::Null; 100_000]);
    assert_eq!(violations(&SEVENS, &value, Location::Body, String::new()).len(), 100);
}

#[test]
fn a_schema_that_only_refers_to_itself_ends() {
    static CIRCLE: Schema = Schema(&[Check::Reference(&CIRCLE)]);
    let found = violations(&CIRCLE, &json::Json::Null, Location::Body, String::new());
    assert_eq!(found.len(), 1);
    assert!(!is_valid(&CIRCLE, &json::Json::Null));
}
