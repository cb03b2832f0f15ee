//! Schemas: every way in which a keyword can differ, and what is the same in other words.

use unplug_contract::Severity::{Breaking, Compatible, Note};

use super::{both, found, none};

#[test]
fn an_integer_is_a_number() {
    found("{type: integer}", "{type: number}", "type-changed", [Compatible, Breaking]);
    found("{type: number}", "{type: integer}", "type-changed", [Breaking, Compatible]);
    found("{type: string}", "{type: integer}", "type-changed", [Breaking, Breaking]);
}

#[test]
fn types_are_a_set() {
    none("{type: [string, integer]}", "{type: [integer, string]}");
    none("{type: [string, integer]}", "{anyOf: [{type: integer}, {type: string}]}");
    none("{type: [number, integer]}", "{type: number}");
    found("{type: [string, integer]}", "{type: string}", "type-changed", [Breaking, Compatible]);
    found("{}", "{type: object, properties: {a: {type: string}}}", "type-changed", [Breaking, Compatible]);
}

#[test]
fn null_is_told_apart() {
    let null = "{type: [string, 'null'], maxLength: 3}";
    none(null, "{anyOf: [{type: string, maxLength: 3}, {type: 'null'}]}");
    found(null, "{type: string, maxLength: 3}", "null-changed", [Breaking, Compatible]);
    found("{type: string, maxLength: 3}", null, "null-changed", [Compatible, Breaking]);
}

#[test]
fn one_value_is_a_constant() {
    none("{type: string, enum: [a]}", "{const: a}");
    none("{type: string, enum: [a, b]}", "{oneOf: [{const: b, title: B}, {const: a, title: A}]}");
    none("{enum: [1, 2]}", "{type: integer, enum: [2, 1.0]}");
    none("{type: boolean}", "{enum: [false, true]}");
    none("{type: string, enum: [a, 1]}", "{const: a}");
}

#[test]
fn values_come_and_go() {
    found("{enum: [a, b]}", "{enum: [b]}", "enum-value-removed", [Breaking, Compatible]);
    found("{enum: [b]}", "{enum: [b, a]}", "enum-value-added", [Compatible, Breaking]);
    found("{type: boolean}", "{type: boolean, const: true}", "enum-value-removed", [Breaking, Compatible]);
}

#[test]
fn a_set_is_closed_and_opened() {
    found("{type: string}", "{type: string, enum: [a]}", "enum-added", [Breaking, Compatible]);
    found("{type: string, enum: [a]}", "{type: string}", "enum-removed", [Compatible, Breaking]);
    none("{type: string}", "{anyOf: [{type: string}, {enum: [a, b]}]}");
    found(
        "{anyOf: [{type: string, maxLength: 1}, {enum: [abc]}]}",
        "{anyOf: [{type: string, maxLength: 1}, {enum: [a]}]}",
        "enum-value-removed",
        [Breaking, Compatible],
    );
}

#[test]
fn the_tightest_bound_counts() {
    found(
        "{type: number, minimum: 1}",
        "{type: number, minimum: 2}",
        "minimum-changed",
        [Breaking, Compatible],
    );
    found("{type: number}", "{type: number, exclusiveMaximum: 2}", "maximum-changed", [Breaking, Compatible]);
    found(
        "{type: number, maximum: 2}",
        "{type: number, exclusiveMaximum: 2}",
        "maximum-changed",
        [Breaking, Compatible],
    );
    none("{type: number, minimum: 1}", "{allOf: [{type: number, minimum: 0}, {minimum: 1.0}]}");
}

#[test]
fn whole_numbers_have_no_open_bounds() {
    none("{type: integer, exclusiveMinimum: 0}", "{type: integer, minimum: 1}");
    found(
        "{type: number, exclusiveMinimum: 0}",
        "{type: number, minimum: 1}",
        "minimum-changed",
        [Breaking, Compatible],
    );
}

#[test]
fn steps_are_compared_by_their_multiples() {
    let of = |step: &str| format!("{{type: number, multipleOf: {step}}}");
    found(&of("5"), &of("10"), "multiple-of-changed", [Breaking, Compatible]);
    found(&of("10"), &of("2.5"), "multiple-of-changed", [Compatible, Breaking]);
    found(&of("4"), &of("6"), "multiple-of-changed", [Breaking, Breaking]);
    found("{type: number}", &of("6"), "multiple-of-changed", [Breaking, Compatible]);
    none(&of("2"), &of("2.0"));
}

#[test]
fn lengths() {
    found("{type: string}", "{type: string, minLength: 1}", "min-length-changed", [Breaking, Compatible]);
    found("{type: string, maxLength: 2}", "{type: string}", "max-length-changed", [Compatible, Breaking]);
    none("{type: string, minLength: 0}", "{type: string}");
    none("{allOf: [{maxLength: 3}, {maxLength: 2}], type: string}", "{type: string, maxLength: 2}");
    none("{type: integer, minLength: 1}", "{type: integer}");
}

#[test]
fn texts_match_patterns() {
    found("{type: string}", "{type: string, pattern: a}", "pattern-changed", [Breaking, Compatible]);
    found("{type: string, pattern: a}", "{type: string}", "pattern-changed", [Compatible, Breaking]);
    found(
        "{type: string, pattern: a}",
        "{type: string, pattern: b}",
        "pattern-changed",
        [Breaking, Breaking],
    );
    found("{type: string, pattern: '(?=a)'}", "{type: string, pattern: b}", "cannot-decide", [Note, Note]);
    none(
        "{type: string, pattern: a, allOf: [{pattern: b}]}",
        "{type: string, pattern: b, allOf: [{pattern: a}]}",
    );
}

#[test]
fn formats() {
    let text = |format: &str| format!("{{type: string, format: {format}}}");
    let number = |format: &str| format!("{{type: integer, format: {format}}}");
    found(&number("int32"), &number("int64"), "format-changed", [Compatible, Breaking]);
    found(&text("date"), &text("date-time"), "format-changed", [Breaking, Breaking]);
    found(&text("uri"), &text("uri-reference"), "format-changed", [Compatible, Breaking]);
    found("{type: string}", &text("uuid"), "format-changed", [Breaking, Compatible]);
    found("{type: string}", &text("password"), "format-changed", [Note, Note]);
    none("{type: string, format: binary}", "{type: string, contentMediaType: application/octet-stream}");
}

#[test]
fn content() {
    let base64 = "{type: string, contentEncoding: base64}";
    found("{type: string}", base64, "content-encoding-changed", [Breaking, Breaking]);
    found(
        base64,
        "{type: string, contentEncoding: base32}",
        "content-encoding-changed",
        [Breaking, Breaking],
    );
    none(base64, "{type: string, format: byte}");
}

#[test]
fn lists() {
    found("{type: array}", "{type: array, minItems: 1}", "min-items-changed", [Breaking, Compatible]);
    found("{type: array, maxItems: 1}", "{type: array}", "max-items-changed", [Compatible, Breaking]);
    found(
        "{type: array}",
        "{type: array, uniqueItems: true}",
        "unique-items-changed",
        [Breaking, Compatible],
    );
    found(
        "{type: array, uniqueItems: true}",
        "{type: array}",
        "unique-items-changed",
        [Compatible, Breaking],
    );
    none("{type: array, minItems: 0, items: true}", "{type: array}");
}

#[test]
fn items_are_compared_in_their_turn() {
    let list = |items: &str| format!("{{type: array, items: {items}}}");
    found(
        &list("{type: string}"),
        &list("{type: string, maxLength: 1}"),
        "max-length-changed",
        [Breaking, Compatible],
    );
    found("{type: array}", &list("{type: string}"), "type-changed", [Breaking, Compatible]);
    found(
        "{type: array, prefixItems: [{type: string}]}",
        "{type: array, prefixItems: [{type: string}, {type: string}]}",
        "type-changed",
        [Breaking, Compatible],
    );
}

#[test]
fn contained() {
    let some = "{type: array, contains: {const: 1}}";
    found("{type: array}", some, "contains-changed", [Breaking, Compatible]);
    found(
        some,
        "{type: array, contains: {const: 1}, minContains: 2}",
        "contains-changed",
        [Breaking, Compatible],
    );
    found(
        some,
        "{type: array, contains: {const: 1}, maxContains: 2}",
        "contains-changed",
        [Breaking, Compatible],
    );
    none("{type: array, contains: {const: 1}, minContains: 0}", "{type: array}");
}

const EMPTY: &str = "{type: object}";
const A: &str = "{type: object, properties: {a: {type: string}}}";

#[test]
fn members_come_and_go() {
    found(EMPTY, A, "property-added", [Compatible, Compatible]);
    found(A, EMPTY, "property-removed", [Compatible, Compatible]);
    let needed = "{type: object, required: [a], properties: {a: {type: string}}}";
    found(EMPTY, needed, "property-added", [Breaking, Compatible]);
    found(needed, EMPTY, "property-removed", [Compatible, Breaking]);
    found(A, needed, "property-required-changed", [Breaking, Compatible]);
    found(needed, A, "property-required-changed", [Compatible, Breaking]);
}

#[test]
fn closed_objects_take_no_others() {
    let closed = "{type: object, additionalProperties: false}";
    let with = "{type: object, additionalProperties: false, properties: {a: {type: string}}}";
    found(closed, with, "property-added", [Compatible, Breaking]);
    found(with, closed, "property-removed", [Breaking, Compatible]);
    found(EMPTY, closed, "additional-properties-changed", [Breaking, Compatible]);
    none(EMPTY, "{type: object, additionalProperties: true}");
    none(EMPTY, "{type: object, additionalProperties: {}}");
    none(closed, "{type: object, unevaluatedProperties: false}");
    let texts = "{type: object, additionalProperties: {type: string}}";
    found(closed, texts, "additional-properties-changed", [Compatible, Breaking]);
    found(texts, EMPTY, "additional-properties-changed", [Compatible, Breaking]);
}

#[test]
fn parts_are_one_object() {
    none(
        "{allOf: [{type: object, properties: {a: {type: string}}, required: [a]}, {properties: {b: {type: integer}}}]}",
        "{type: object, required: [a], properties: {b: {type: integer}, a: {type: string}}}",
    );
}

#[test]
fn read_only_members_are_no_part_of_a_request() {
    let plain = "{type: object, required: [a], properties: {a: {type: string}}}";
    let read = "{type: object, required: [a], properties: {a: {type: string, readOnly: true}}}";
    let write = "{type: object, required: [a], properties: {a: {type: string, writeOnly: true}}}";
    let [request, response] = both(plain, read);
    assert_eq!(request, [("read-only-changed", Compatible)]);
    assert_eq!(response, []);
    let [request, response] = both(plain, write);
    assert_eq!(request, []);
    assert_eq!(response, [("write-only-changed", Breaking)]);
}

#[test]
fn sizes() {
    let object = "{type: object}";
    found(object, "{type: object, minProperties: 1}", "min-properties-changed", [Breaking, Compatible]);
    found("{type: object, maxProperties: 1}", object, "max-properties-changed", [Compatible, Breaking]);
    none(object, "{type: object, minProperties: 0}");
}

#[test]
fn names() {
    let short = "{type: object, propertyNames: {maxLength: 1}}";
    none("{type: object}", "{type: object, propertyNames: {type: string}}");
    found("{type: object}", short, "property-names-changed", [Breaking, Compatible]);
    found(
        short,
        "{type: object, propertyNames: {maxLength: 2}}",
        "max-length-changed",
        [Compatible, Breaking],
    );
}

#[test]
fn patterns() {
    let texts = "{type: object, patternProperties: {^x: {type: string}}}";
    found("{type: object}", texts, "pattern-properties-changed", [Breaking, Compatible]);
    found(texts, "{type: object}", "pattern-properties-changed", [Compatible, Breaking]);
    found(
        "{type: object, additionalProperties: false}",
        "{type: object, additionalProperties: false, patternProperties: {^x: {type: string}}}",
        "pattern-properties-changed",
        [Compatible, Breaking],
    );
}

#[test]
fn dependents() {
    let object = "{type: object}";
    let needs = "{type: object, dependentRequired: {a: [b, c]}}";
    found(object, needs, "dependent-required-changed", [Breaking, Compatible]);
    found(
        needs,
        "{type: object, dependentRequired: {a: [c, d]}}",
        "dependent-required-changed",
        [Breaking, Breaking],
    );
    none(needs, "{type: object, dependentRequired: {a: [c, b]}}");
    let brings = "{type: object, dependentSchemas: {a: {maxProperties: 2}}}";
    found(object, brings, "dependent-schemas-changed", [Breaking, Compatible]);
    let more = "{type: object, dependentSchemas: {a: {maxProperties: 3}}}";
    found(brings, more, "max-properties-changed", [Compatible, Breaking]);
}

#[test]
fn negations() {
    let not = "{type: string, not: {const: a}}";
    found("{type: string}", not, "not-changed", [Breaking, Compatible]);
    found(not, "{type: string}", "not-changed", [Compatible, Breaking]);
    found(not, "{type: string, not: {const: b}}", "not-changed", [Breaking, Breaking]);
    found(not, "{type: string, not: {minLength: 3}}", "cannot-decide", [Note, Note]);
    none(not, "{type: string, not: {enum: [a]}}");
}

#[test]
fn conditions() {
    let with = |then: &str| format!("{{type: object, if: {{required: [a]}}, then: {{required: [{then}]}}}}");
    found("{type: object}", &with("b"), "condition-changed", [Breaking, Compatible]);
    found(&with("b"), "{type: object}", "condition-changed", [Compatible, Breaking]);
    found(&with("b"), &with("b").replace("[a]", "[d]"), "cannot-decide", [Note, Note]);
    none("{type: object, if: {required: [a]}}", "{type: object}");
}

const CAT: &str =
    "{type: object, required: [kind, lives], properties: {kind: {const: cat}, lives: {type: integer}}}";
const DOG: &str =
    "{type: object, required: [kind, bark], properties: {kind: {const: dog}, bark: {type: string}}}";
const FISH: &str =
    "{type: object, required: [kind, depth], properties: {kind: {const: fish}, depth: {type: number}}}";

fn one_of(branches: &[&str]) -> String {
    format!("{{oneOf: [{}]}}", branches.join(", "))
}

#[test]
fn branches_come_and_go() {
    found(&one_of(&[CAT, DOG, FISH]), &one_of(&[FISH, CAT]), "union-branch-removed", [Breaking, Compatible]);
    found(&one_of(&[CAT, DOG]), &one_of(&[FISH, DOG, CAT]), "union-branch-added", [Compatible, Breaking]);
    let strict = "{type: object, required: [kind, lives], properties: {kind: {const: cat}, lives: {type: integer, minimum: 1}}}";
    none(&one_of(&[CAT, DOG]), &format!("{{anyOf: [{CAT}, {DOG}, {strict}]}}"));
    found(&one_of(&[CAT, DOG]), &one_of(&[DOG, strict]), "minimum-changed", [Breaking, Compatible]);
}

#[test]
fn other_ways_to_write_a_union() {
    none(&one_of(&[CAT, DOG, FISH]), &one_of(&[&one_of(&[DOG, FISH]), CAT]));
    none(CAT, &one_of(&[CAT]));
    none(&one_of(&[CAT, DOG]), &format!("{{anyOf: [{DOG}, {CAT}]}}"));
    none(
        &format!("{{oneOf: [{CAT}, {DOG}, {{type: 'null'}}]}}"),
        &format!("{{anyOf: [{{type: 'null'}}, {{anyOf: [{DOG}, {CAT}]}}]}}"),
    );
}

#[test]
fn overlapping_branches_are_told_apart_by_the_keyword() {
    let branches = "[{type: object, required: [a]}, {type: object, required: [b]}]";
    let (any, one) = (format!("{{anyOf: {branches}}}"), format!("{{oneOf: {branches}}}"));
    found(&any, &one, "union-kind-changed", [Breaking, Compatible]);
    found(&one, &any, "union-kind-changed", [Compatible, Breaking]);
}

#[test]
fn unions_that_have_nothing_in_common_are_not_decided() {
    let other = |name: &str| format!("{{type: object, required: [{name}]}}");
    found(
        &one_of(&[&other("a"), &other("b")]),
        &one_of(&[&other("c"), &other("d")]),
        "cannot-decide",
        [Note, Note],
    );
}

#[test]
fn annotations_are_notes() {
    for (keyword, rule) in [
        ("default: 1", "default-changed"),
        ("deprecated: true", "schema-deprecated-changed"),
        ("x-extensible-enum: [1]", "known-values-changed"),
        ("x-rate-limit: limit", "extension-changed"),
        ("x-secret: true", "extension-changed"),
        ("x-rust-name: Number", "extension-changed"),
    ] {
        let with = format!("{{type: integer, {keyword}}}");
        found("{type: integer}", &with, rule, [Note, Note]);
        found(&with, "{type: integer}", rule, [Note, Note]);
    }
    none("{type: integer, title: A, description: a}", "{type: integer, title: B}");
}
