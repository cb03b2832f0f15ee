//! Which Rust type holds the numbers that a schema allows.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use unplug_codegen::emit::rust_type;
use unplug_codegen::plan::Plan;
use unplug_openapi::load::load_text;
use unplug_openapi::syntax::SourceFile;

/// The types of the properties, by name. They are required, so that no `Option` is around them.
fn types(version: &str, properties: &[(&str, &str)]) -> Vec<(String, String)> {
    let names: Vec<&str> = properties.iter().map(|(name, _)| *name).collect();
    let lines: Vec<String> =
        properties.iter().map(|(name, schema)| format!("        {name}: {{{schema}}}\n")).collect();
    let lines = lines.concat();
    let text = format!(
        "openapi: {version}\ninfo: {{title: T, version: '1'}}\npaths: {{}}\ncomponents:\n  schemas:\n    \
         Counter:\n      type: object\n      required: [{}]\n      properties:\n{lines}",
        names.join(", ")
    );
    let loaded = load_text("t", SourceFile::new("t.yaml", text), None);
    assert!(!loaded.has_errors(), "{:?}", loaded.diagnostics);
    let api = loaded.document.unwrap().api;
    let plan = Plan::new(&api).0;
    let counter = plan.types.defs.iter().find(|def| def.name.to_string() == "Counter").unwrap();
    let fields = plan.types.struct_fields(counter.schema).unwrap();
    let field = |field: &unplug_codegen::types::Field| {
        let ty = rust_type::local(&plan.types, &field.ty).to_string().replace(' ', "");
        (field.name.clone(), ty)
    };
    fields.iter().map(field).collect()
}

/// `a03-int-bounds.yaml` of the public reports: bounds that are written as the floats nearest to them.
const REPORTED: [(&str, &str, &str); 5] = [
    (
        "signed",
        "type: integer, format: int64, minimum: -9223372036854776000, maximum: 9223372036854776000",
        "i64",
    ),
    ("unsigned", "type: integer, format: uint64, minimum: 0, maximum: 18446744073709552000", "u64"),
    ("plain", "type: integer, minimum: 0, maximum: 4294967295", "i64"),
    ("big", "type: integer, minimum: 0, maximum: 1.8446744073709552e19", "u64"),
    ("ratio", "type: integer, minimum: 0.0, maximum: 10.0", "i64"),
];

const NUMBER: &str = "unplug_wire::json::Number";

const OTHERS: [(&str, &str, &str); 14] = [
    ("bare", "type: integer", "i64"),
    ("small", "type: integer, format: int32", "i32"),
    ("unnamed", "type: integer, minimum: -9223372036854776000, maximum: 9223372036854776000", "i64"),
    ("exact", "type: integer, minimum: 0, maximum: 18446744073709551615", "u64"),
    ("above", "type: integer, exclusiveMinimum: -1, maximum: 18446744073709551615", "u64"),
    ("positive", "type: integer, minimum: 1, maximum: 9223372036854775808", "u64"),
    ("long", "type: integer, minimum: 0, maximum: 1.0e+30", NUMBER),
    ("both", "type: integer, minimum: -1, maximum: 18446744073709551615", NUMBER),
    ("upper", "type: integer, maximum: 18446744073709551615", NUMBER),
    ("lower", "type: integer, minimum: -1.0e+19", NUMBER),
    ("number", "type: number", NUMBER),
    ("decimal", "type: number, format: decimal, maximum: 10", NUMBER),
    ("double", "type: number, format: double", "f64"),
    ("float", "type: number, format: float", "f64"),
];

#[test]
fn every_number_that_the_limits_admit_has_room() {
    let all: Vec<_> = REPORTED.into_iter().chain(OTHERS).collect();
    let properties: Vec<_> = all.iter().map(|(name, schema, _)| (*name, *schema)).collect();
    let expected: Vec<_> = all.iter().map(|(name, _, ty)| ((*name).to_owned(), (*ty).to_owned())).collect();
    for version in ["3.1.0", "3.2.0"] {
        assert_eq!(types(version, &properties), expected, "{version}");
    }
    // 3.0 has a boolean in place of the exclusive limit.
    let (properties, expected): (Vec<_>, Vec<_>) =
        properties.into_iter().zip(expected).filter(|((_, schema), _)| !schema.contains("exclusive")).unzip();
    assert_eq!(types("3.0.3", &properties), expected);
}

#[test]
fn limits_count_wherever_they_stand() {
    let found = types(
        "3.1.0",
        &[
            ("all", "allOf: [{type: integer, minimum: 0}, {maximum: 1.8446744073709552e19}]"),
            ("nullable", "type: [integer, 'null'], minimum: 0, maximum: 18446744073709551615"),
            ("list", "type: array, items: {type: integer, maximum: 1.0e+25}"),
            ("map", "type: object, additionalProperties: {type: number}"),
        ],
    );
    let types: Vec<&str> = found.iter().map(|(_, ty)| ty.as_str()).collect();
    let map = format!("std::collections::BTreeMap<String,{NUMBER}>");
    assert_eq!(types, ["u64", "Option<u64>", &format!("Vec<{NUMBER}>"), &map]);
}
