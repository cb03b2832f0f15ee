//! Each keyword in ajv's words, and in its order.
#![allow(clippy::unwrap_used, reason = "tests")]

use unplug_server_runtime::schema::{Check, Literal, Pattern, Schema};
use unplug_server_runtime::validate::violations;
use unplug_server_stub::{Expected, Location, Violation};
use unplug_wire::json::{self, Number, Types};

use super::{located_messages, messages};

/// What ajv says of a value, line by line, each after its place.
fn wrong(schema: &'static Schema, value: &str) -> String {
    let value = json::read(value.as_bytes()).unwrap();
    let found = violations(schema, &value, Location::Body, String::new());
    let located = located_messages(&found).join("\n");
    let plain = messages(&found);
    assert!(located.lines().zip(&plain).all(|(line, message)| line.ends_with(message)), "{located}");
    located.replace("body", "")
}

const fn number(number: u64) -> Literal {
    Literal::Number(Number::Unsigned(number))
}

static NAMES: Pattern = Pattern::regex("^[a-z]+$");
static PREFIX: Pattern = Pattern::prefix("^x", "x");
static SUFFIX: Pattern = Pattern::suffix("ok$", "ok");
static NOTHING: Schema = Schema(&[Check::Nothing]);

static UNEVALUATED: Schema = Schema(&[
    Check::Properties(&[("a", &Schema::STRING)]),
    Check::UnevaluatedProperties { within: &UNEVALUATED, schema: &NOTHING },
]);
static TUPLE: Schema = Schema(&[
    Check::ARRAY,
    Check::PrefixItems(&[&Schema::STRING]),
    Check::Contains { schema: &Schema(&[Check::Const(number(7))]), min: 1, max: Some(2) },
    Check::UnevaluatedItems { within: &TUPLE, schema: &NOTHING },
]);
static MEMBERS: Schema = Schema(&[
    Check::OBJECT,
    Check::MaxProperties(3),
    Check::MinProperties(1),
    Check::PropertyNames(&Schema(&[Check::Pattern(&NAMES)])),
    Check::AdditionalProperties { properties: &["n"], patterns: &[&PREFIX], schema: &NOTHING },
    Check::PatternProperties(&[(&PREFIX, &Schema::INTEGER)]),
]);
static DEPENDENT: Schema = Schema(&[
    Check::DependentRequired(&[("card", &["address", "name"]), ("tax", &["country"])]),
    Check::DependentSchemas(&[("vat", &Schema(&[Check::Required(&["country"])]))]),
]);
static CONDITIONAL: Schema = Schema(&[Check::If {
    condition: &Schema(&[Check::Required(&["a"])]),
    then: Some(&Schema(&[Check::Required(&["b"])])),
    otherwise: None,
}]);
static BRANCHES: Schema = Schema(&[Check::OneOf(&[
    &CONDITIONAL,
    &Schema(&[
        Check::ARRAY,
        Check::Contains { schema: &Schema(&[Check::Const(number(2))]), min: 1, max: None },
    ]),
])]);
static CHOICE: Schema = Schema(&[Check::AnyOf(&[
    &Schema(&[Check::INTEGER, Check::Minimum(Number::Unsigned(10)), Check::Width(64)]),
    &Schema(&[Check::STRING, Check::Pattern(&SUFFIX)]),
])]);
static NUMBERS: Schema = Schema(&[
    Check::NUMBER,
    Check::Maximum(Number::Unsigned(9)),
    Check::Minimum(Number::Negative(-9)),
    Check::ExclusiveMaximum(Number::Unsigned(9)),
    Check::ExclusiveMinimum(Number::Negative(-9)),
    Check::MultipleOf(Number::Float(0.5)),
]);
static ITEMS: Schema = Schema(&[
    Check::MaxItems(4),
    Check::MinItems(1),
    Check::Items { from: 3, schema: &NOTHING },
    Check::UniqueItems,
]);
static TEXT: Schema = Schema(&[
    Check::Type(Types::STRING.or(Types::NULL), &["string", "null"]),
    Check::MaxLength(3),
    Check::MinLength(1),
    Check::Enum(&[Literal::String("abc"), Literal::Null]),
]);

#[test]
fn each_keyword_has_its_words() {
    let cases = [
        (&UNEVALUATED, r#"{"a":"x","c":1}"#, " must NOT have unevaluated properties"),
        (&UNEVALUATED, r#"{"a":1}"#, "/a must be string"),
        (&TUPLE, r#"["a",1]"#, " must contain at least 1 and no more than 2 valid item(s)"),
        (&TUPLE, "[7,7,7]", "/0 must be string"),
        (&TUPLE, r#"["a",7,7,"b"]"#, " must NOT have more than 3 items"),
        (&MEMBERS, "{}", " must NOT have fewer than 1 properties"),
        (&MEMBERS, r#"{"a":"","b":"","c":"","d":""}"#, " must NOT have more than 3 properties"),
        (&MEMBERS, r#"{"A":""}"#, " must match pattern \"^[a-z]+$\"\n property name must be valid"),
        (&MEMBERS, r#"{"a":1}"#, " must NOT have additional properties"),
        (&MEMBERS, r#"{"xa":""}"#, "/xa must be integer"),
        (&MEMBERS, "[]", " must be object"),
        (
            &DEPENDENT,
            r#"{"card":1,"name":""}"#,
            " must have properties address, name when property card is present",
        ),
        (&DEPENDENT, r#"{"tax":1}"#, " must have property country when property tax is present"),
        (&DEPENDENT, r#"{"vat":1}"#, " must have required property 'country'"),
        (&CHOICE, "9", " must be >= 10\n must be string\n must match a schema in anyOf"),
        (&CHOICE, "\"no\"", " must be integer\n must match pattern \"ok$\"\n must match a schema in anyOf"),
        (&NUMBERS, "10", " must be <= 9"),
        (&NUMBERS, "-10", " must be >= -9"),
        (&NUMBERS, "9", " must be < 9"),
        (&NUMBERS, "-9", " must be > -9"),
        (&NUMBERS, "0.7", " must be multiple of 0.5"),
        (&ITEMS, "[1,2,3,4,5]", " must NOT have more than 4 items"),
        (&ITEMS, "[]", " must NOT have fewer than 1 items"),
        (&ITEMS, "[1,2,3,4]", " must NOT have more than 3 items"),
        (&ITEMS, "[1,2,2.0]", " must NOT have duplicate items (items ## 1 and 2 are identical)"),
        (&TEXT, "1", " must be string,null"),
        (&TEXT, "\"abcd\"", " must NOT have more than 3 characters"),
        (&TEXT, "\"\"", " must NOT have fewer than 1 characters"),
        (&TEXT, "\"ab\"", " must be equal to one of the allowed values"),
        (&NOTHING, "1", " boolean schema is false"),
        (&Schema::INTEGER, "1e19", " must match format \"int64\""),
    ];
    for (schema, value, expected) in cases {
        assert_eq!(wrong(schema, value), expected, "{value}");
    }
}

static CONTAINING: Schema =
    Schema(&[Check::Contains { schema: &Schema(&[Check::Const(number(2))]), min: 1, max: None }]);
static CONTAINING_BRANCH: Schema = Schema(&[Check::AnyOf(&[&CONTAINING])]);
static OTHERWISE: Schema = Schema(&[Check::AllOf(&[&Schema(&[Check::If {
    condition: &CONTAINING,
    then: None,
    otherwise: Some(&Schema(&[Check::Not(&Schema::ANYTHING)])),
}])])]);

#[test]
fn what_was_tried_is_told_inside_of_branches_only() {
    let b_missing = " must have required property 'b'";
    assert_eq!(wrong(&CONDITIONAL, r#"{"a":1}"#), b_missing);
    assert_eq!(wrong(&CONTAINING, "[1,3]"), " must contain at least 1 valid item(s)");
    assert_eq!(wrong(&OTHERWISE, "[1]"), " must NOT be valid");
    assert_eq!(
        wrong(&BRANCHES, r#"{"a":1}"#),
        format!(
            "{b_missing}\n must match \"then\" schema\n must be array\n must match exactly one schema in oneOf"
        )
    );
    // Two branches match, which leaves nothing of them.
    assert_eq!(wrong(&BRANCHES, "[2]"), " must match exactly one schema in oneOf");
    assert_eq!(
        wrong(&CONTAINING_BRANCH, "[1]"),
        "/0 must be equal to constant\n must contain at least 1 valid item(s)\n must match a schema in anyOf"
    );
}

#[test]
fn what_no_schema_says_is_worded_alike() {
    let not_json = json::read(b"{").unwrap_err();
    let repeated = json::read(br#"{"a":1,"a":2}"#).unwrap_err();
    let cases = [
        (Expected::Body, "must have a request body"),
        (Expected::WholeBody, "must be sent as a whole"),
        (Expected::Once, "must NOT be given more than once"),
        (Expected::Utf8, "must be UTF-8"),
        (Expected::DeclaredForm, "must be written as declared"),
        (not_json.into(), "must be JSON: EOF while parsing an object at line 1 column 1"),
        (repeated.into(), "must NOT have duplicate member 'a' at line 1 column 10"),
        (Expected::Parts("must have a boundary"), "must have a boundary"),
        (Expected::DeclaredType("no".to_owned()), "must be of the declared type: no"),
    ];
    for (expected, message) in cases {
        let violation = Violation::new(Location::Query, "/a".to_owned(), expected);
        assert_eq!(located_messages(&[violation]), [format!("query/a {message}")]);
    }
}
