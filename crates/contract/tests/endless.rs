//! Schemas of any depth, breadth and recursion come to an end.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use unplug_contract::{Description, Finding, Options, compare};
use unplug_openapi::ir::{Api, Schema, SchemaId};
use unplug_openapi::load::load_text;
use unplug_openapi::syntax::SourceFile;

fn api(schemas: &str) -> Api {
    let text = format!(
        "openapi: 3.1.0\ninfo: {{title: A, version: '1'}}\npaths:\n  /a: {{post: {{operationId: a, requestBody: \
         {{content: {{application/json: {{schema: {{$ref: '#/components/schemas/Root'}}}}}}}}, \
         responses: {{'200': {{description: Done}}}}}}}}\ncomponents:\n  schemas:\n{schemas}"
    );
    let loaded = load_text("a", SourceFile::new("a.yaml", text), None);
    loaded.document.unwrap_or_else(|| panic!("{:?}", loaded.diagnostics)).api
}

/// Compares within a time that leaves room for slow machines and none for squares.
#[track_caller]
fn compared(before: &Api, after: &Api) -> Vec<Finding> {
    let start = Instant::now();
    let found =
        compare(&Description::new(before, "before"), &Description::new(after, "now"), &Options::default());
    println!("{:.2?}", start.elapsed());
    assert!(start.elapsed() < Duration::from_mins(1), "{:?}", start.elapsed());
    found
}

fn rules(found: &[Finding]) -> Vec<&str> {
    found.iter().map(|finding| finding.rule).collect()
}

#[test]
fn schemas_that_contain_themselves() {
    let tree = |leaf: &str| {
        api(&format!(
            "    Root: {{type: object, properties: {{next: {{$ref: '#/components/schemas/Root'}}, \
             list: {{type: array, items: {{$ref: '#/components/schemas/Root'}}}}, \
             either: {{anyOf: [{{$ref: '#/components/schemas/Root'}}, {{type: string}}]}}, leaf: {leaf}}}}}\n"
        ))
    };
    let (one, other) = (tree("{type: string}"), tree("{type: string, maxLength: 1}"));
    assert_eq!(rules(&compared(&one, &one)), [""; 0]);
    assert_eq!(rules(&compared(&one, &other)), ["max-length-changed"]);
    assert_eq!(rules(&compared(&other, &one)), ["max-length-changed"]);
    let cycle = api("    Root: {anyOf: [{$ref: '#/components/schemas/Root'}, {type: string}]}\n");
    assert_eq!(rules(&compared(&cycle, &cycle)), [""; 0]);
    // Unfolded by one level it is still the same.
    let unfolded =
        api("    Root: {type: object, properties: {next: {$ref: '#/components/schemas/Next'}}}\n    \
         Next: {type: object, properties: {next: {$ref: '#/components/schemas/Root'}}}\n");
    let folded = api("    Root: {type: object, properties: {next: {$ref: '#/components/schemas/Root'}}}\n");
    assert_eq!(rules(&compared(&unfolded, &folded)), [""; 0]);
}

#[test]
fn a_hundred_thousand_parts_and_thousands_of_branches() {
    for (keyword, count) in [("allOf", 100_000), ("anyOf", 5_000), ("oneOf", 5_000)] {
        let mut root = api("    Root: {type: object}\n");
        let location = root.schemas.all[0].location.clone();
        let mut add = |schema: Schema| {
            root.schemas.all.push(schema);
            SchemaId(u32::try_from(root.schemas.all.len() - 1).unwrap())
        };
        let mut parts = Vec::new();
        for number in 0..count {
            let mut value = Schema::unconstrained(location.clone());
            value.constant = Some(number.into());
            let mut part = Schema::unconstrained(location.clone());
            part.properties.insert(format!("p{number}"), add(value));
            parts.push(add(part));
        }
        let first = &mut root.schemas.all[0];
        match keyword {
            "allOf" => first.all_of = parts,
            "anyOf" => first.any_of = parts,
            _ => first.one_of = parts,
        }
        assert_eq!(rules(&compared(&root, &root)), [""; 0], "{keyword}");
    }
}

/// Deeper than any text may be, as references make it.
#[test]
fn ten_thousand_levels() {
    let chain = |last: &str| {
        let mut api = api("    Root: {type: object}\n");
        let location = api.schemas.all[0].location.clone();
        let first = u32::try_from(api.schemas.all.len()).unwrap();
        for number in 0..10_000_u32 {
            let mut level = Schema::unconstrained(location.clone());
            level.properties.insert("next".to_owned(), SchemaId(first + number + 1));
            api.schemas.all.push(level);
        }
        let mut leaf = Schema::unconstrained(location);
        leaf.pattern = Some(last.to_owned());
        api.schemas.all.push(leaf);
        api.schemas.all[0].properties.insert("next".to_owned(), SchemaId(first));
        api
    };
    let one = chain("a");
    let mut other = one.clone();
    other.schemas.all.last_mut().unwrap().pattern = None;
    assert_eq!(rules(&compared(&one, &one)), [""; 0]);
    assert_eq!(rules(&compared(&one, &other)), ["pattern-changed"]);
}

#[test]
fn unions_with_too_many_combinations_are_not_decided() {
    let unions = |last: &str| {
        let mut parts = String::new();
        for number in 0..20 {
            let _ = writeln!(
                parts,
                "      - anyOf: [{{required: [a{number}]}}, {{required: [b{number}]}}, {{required: [{last}]}}]"
            );
        }
        api(&format!("    Root:\n      type: object\n      allOf:\n{parts}"))
    };
    assert_eq!(rules(&compared(&unions("c"), &unions("c"))), [""; 0]);
    assert_eq!(rules(&compared(&unions("c"), &unions("d"))), ["cannot-decide"]);
}
