//! A type's schema accepts a value exactly when the type reads it.

use jsonschema::{Draft, Validator};
use serde_json::{Map, Value, json};
use unplug_codegen::plan::Plan;
use unplug_conformance::sample::{Direction, Sampler, Use};
use unplug_openapi::ir::{Api, SchemaId};
use unplug_openapi::{Document, load};
use unplug_tests::documents::Vendor;

use crate::{golden, root};

/// Valid values of each schema, and broken ones of each of these.
const VALID: usize = 8;
const BROKEN: usize = 60;

/// Reads a value as a type.
type Read<'t> = &'t dyn Fn(&Value) -> Result<(), String>;

/// What was compared.
#[derive(Debug, Default)]
struct Count {
    read: usize,
    refused: usize,
    types: usize,
}

/// Values of every kind, whatever the schema says.
fn odd() -> Vec<Value> {
    vec![
        json!(null),
        json!(true),
        json!(false),
        json!(0),
        json!(-1),
        json!(1.0),
        json!(1.5),
        json!(3_000_000_000_u32),
        json!(i64::MIN),
        json!(u64::MAX),
        json!(1e17),
        json!(1e18),
        json!(1e19),
        json!(1e30),
        json!(""),
        json!("text"),
        json!("1"),
        json!([]),
        json!([null]),
        json!(["text", 1]),
        json!([[], {}]),
        json!({}),
        json!({ "undeclared": 1 }),
    ]
}

/// The value with one place changed, at every depth up to a few levels.
fn mutants(value: &Value, depth: usize, found: &mut Vec<Value>) {
    if found.len() > 4_000 || depth == 0 {
        return;
    }
    match value {
        Value::Object(members) => {
            let with = |name: &str, member: Value| {
                let mut members: Map<String, Value> = members.clone();
                members.insert(name.to_owned(), member);
                Value::Object(members)
            };
            for (name, member) in members {
                let mut without = members.clone();
                without.remove(name);
                found.push(Value::Object(without));
                found.extend(odd().into_iter().map(|odd| with(name, odd)));
                let mut inner = Vec::new();
                mutants(member, depth - 1, &mut inner);
                found.extend(inner.into_iter().map(|member| with(name, member)));
            }
            found.extend(odd().into_iter().map(|odd| with("undeclared", odd)));
        }
        Value::Array(items) => {
            found.extend(odd().into_iter().map(|odd| {
                let mut items = items.clone();
                items.push(odd);
                Value::Array(items)
            }));
            if let Some(first) = items.first() {
                let mut inner = Vec::new();
                mutants(first, depth - 1, &mut inner);
                found.extend(inner.into_iter().map(|first| {
                    let mut items = items.clone();
                    items[0] = first;
                    Value::Array(items)
                }));
            }
        }
        Value::String(text) => {
            found.extend(
                [format!("{text}x"), format!("x{text}"), text.chars().skip(1).collect()].map(Value::from),
            );
        }
        _ => {}
    }
}

fn values(sampler: &Sampler<'_>, schema: SchemaId) -> Vec<Value> {
    let mut all = odd();
    for direction in [Direction::Request, Direction::Response] {
        // What cannot be sampled is counted by the sampler's own tests.
        for valid in sampler.valid(schema, direction, Use::Body, VALID).unwrap_or_default() {
            all.extend(sampler.broken_values(schema, &valid, BROKEN).into_iter().map(|broken| broken.value));
            mutants(&valid, 3, &mut all);
            all.push(valid);
        }
    }
    all
}

fn validator(document: &Value, name: &str) -> Validator {
    let schema = json!({
        "$ref": format!("#/components/schemas/{name}"),
        "components": document["components"],
    });
    jsonschema::options().with_draft(Draft::Draft202012).build(&schema).unwrap()
}

/// Puts every type of an API to the test; gives the disagreements.
fn compare<'t>(
    api: &Api,
    document: &Value,
    read: impl Fn(&str) -> Option<Box<dyn Fn(&Value) -> Result<(), String> + 't>>,
    count: &mut Count,
) -> Vec<String> {
    let (plan, _) = Plan::new(api);
    let sampler = Sampler::new(api, 5);
    let mut wrong = Vec::new();
    for def in &plan.types.defs {
        let name = def.name.to_string();
        let Some(read) = read(&name) else {
            wrong.push(format!("{}: {name} is not listed", api.name));
            continue;
        };
        let validator = validator(document, &name);
        count.types += 1;
        wrong.extend(disagreements(
            &format!("{}: {name}", api.name),
            &validator,
            &*read,
            &values(&sampler, def.schema),
            count,
        ));
    }
    wrong
}

fn disagreements(
    place: &str,
    validator: &Validator,
    read: Read<'_>,
    values: &[Value],
    count: &mut Count,
) -> Vec<String> {
    let mut wrong = Vec::new();
    for value in values {
        let (valid, outcome) = (validator.is_valid(value), read(value));
        *(if outcome.is_ok() { &mut count.read } else { &mut count.refused }) += 1;
        if valid != outcome.is_ok() {
            wrong.push(format!("{place}: schema {valid}, type {outcome:?}: {value}"));
        }
    }
    wrong
}

fn report(wrong: &[String], count: &Count) {
    println!("{count:?}");
    let shown: Vec<_> = wrong.iter().take(20).map(String::as_str).collect();
    assert!(wrong.is_empty(), "{} disagreements:\n{}", wrong.len(), shown.join("\n"));
    assert!(count.read > 0 && count.refused > count.read / 4, "{count:?}");
}

fn document(path: &str) -> Document {
    load(&root().join(path), None).document.expect("the document can be used")
}

#[test]
fn types_of_the_golden_files_read_what_their_schemas_accept() {
    let mut wrong = Vec::new();
    let mut count = Count::default();
    for golden in golden() {
        let schemas = unplug_wire::value::schema::type_document(golden.name, &golden.types);
        let read = |name: &str| {
            let described = *golden.types.iter().find(|described| described.name() == name)?;
            Some(Box::new(move |value: &Value| described.read(value)) as Box<dyn Fn(&Value) -> _>)
        };
        wrong.extend(compare(&document(golden.document).api, &schemas, read, &mut count));
    }
    report(&wrong, &count);
}

#[test]
fn types_of_the_vendors_read_what_their_schemas_accept() {
    let mut wrong = Vec::new();
    let mut count = Count::default();
    let all = unplug_client::type_schemas();
    for vendor in Vendor::ALL {
        let (_, types) = all.iter().find(|(name, _)| *name == vendor.name()).expect("it is generated");
        let schemas = unplug_client::type_document(vendor.name(), types);
        let read = |name: &str| {
            let described = *types.iter().find(|described| described.name() == name)?;
            Some(Box::new(move |value: &Value| described.read(value)) as Box<dyn Fn(&Value) -> _>)
        };
        wrong.extend(compare(&vendor.document().api, &schemas, read, &mut count));
    }
    report(&wrong, &count);
}
