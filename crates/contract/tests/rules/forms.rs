//! What is written in another way and means the same, and what differs although it looks alike.

use unplug_contract::Severity::{Breaking, Compatible, Note};

use crate::{both, documents, found, none, operations};

fn parameter(parameter: &str) -> String {
    format!("{{parameters: [{{{parameter}}}], responses: {{'200': {{description: Done}}}}}}")
}

fn query(schema: &str) -> String {
    parameter(&format!("name: q, in: query, schema: {schema}"))
}

fn header(schema: &str) -> String {
    format!("{{responses: {{'200': {{description: Done, headers: {{X-A: {{schema: {schema}}}}}}}}}}}")
}

#[test]
fn parameters_are_texts() {
    let changed = |one: &str, other: &str| operations(&query(one), &query(other));
    for single in
        ["{type: integer}", "{type: number, maximum: 9}", "{type: boolean}", "{type: integer, enum: [1, 2]}"]
    {
        assert_eq!(changed(single, "{type: string}"), [("type-changed", Compatible)], "{single}");
        assert_eq!(changed("{type: string}", single), [("type-changed", Breaking)], "{single}");
    }
    assert_eq!(changed("{type: integer}", "{type: string, maxLength: 2}"), [("type-changed", Breaking)]);
    assert_eq!(changed("{type: integer}", "{type: string, format: uuid}"), [("type-changed", Breaking)]);
    assert_eq!(
        changed("{type: integer, enum: [1]}", "{type: string, enum: ['1', '2']}"),
        [("type-changed", Compatible)]
    );
    assert_eq!(changed("{type: boolean}", "{type: integer}"), [("type-changed", Breaking)]);
    // In a header of a response it is the reverse.
    let answered = |one: &str, other: &str| operations(&header(one), &header(other));
    assert_eq!(answered("{type: integer}", "{type: string}"), [("type-changed", Breaking)]);
    assert_eq!(answered("{type: string}", "{type: integer}"), [("type-changed", Compatible)]);
    // As JSON they have nothing in common.
    found("{type: integer}", "{type: string}", "type-changed", [Breaking, Breaking]);
}

#[test]
fn a_single_text_is_a_list_of_one() {
    let list = |items: &str| format!("{{type: array, items: {items}}}");
    let changed = |one: &str, other: &str| operations(&query(one), &query(other));
    assert_eq!(changed("{type: string}", &list("{type: string}")), [("type-changed", Compatible)]);
    assert_eq!(changed(&list("{type: string}"), "{type: string}"), [("type-changed", Breaking)]);
    assert_eq!(
        changed("{type: string}", &list("{type: string, maxLength: 3}")),
        [("type-changed", Compatible), ("max-length-changed", Breaking)]
    );
    let two = "{type: array, minItems: 2, items: {type: string}}";
    assert_eq!(changed("{type: string}", two), [("type-changed", Breaking)]);
    // A text may hold the comma that stands between items; a number does not.
    let joined = |schema: &str| parameter(&format!("name: q, in: query, explode: false, schema: {schema}"));
    let changed = operations(&joined("{type: integer}"), &joined(&list("{type: integer}")));
    assert_eq!(changed, [("type-changed", Compatible)]);
    let changed = operations(&joined("{type: string}"), &joined(&list("{type: string}")));
    assert_eq!(changed, [("type-changed", Breaking)]);
}

#[test]
fn whole_numbers() {
    none("{type: integer}", "{type: integer, multipleOf: 1}");
    none("{type: integer}", "{type: number, multipleOf: 1}");
    none("{type: integer, multipleOf: 5}", "{type: number, multipleOf: 5}");
    none("{type: integer, minimum: 1}", "{type: integer, minimum: 0.5}");
    none("{type: integer, maximum: 1}", "{type: integer, exclusiveMaximum: 1.5}");
    none("{type: integer, minimum: 1}", "{type: integer, exclusiveMinimum: 0.0}");
    none("{type: integer, format: int32}", "{type: integer, format: int32, maximum: 2147483647}");
    none("{type: integer, format: int32}", "{type: integer, format: int32, minimum: -2147483648}");
    found(
        "{type: integer, format: int32}",
        "{type: integer, format: int32, minimum: 0}",
        "minimum-changed",
        [Breaking, Compatible],
    );
    found("{type: number}", "{type: number, multipleOf: 1}", "multiple-of-changed", [Breaking, Compatible]);
    found("{type: integer}", "{type: integer, multipleOf: 2}", "multiple-of-changed", [Breaking, Compatible]);
    found(
        "{type: number, minimum: 1}",
        "{type: number, minimum: 0.5}",
        "minimum-changed",
        [Compatible, Breaking],
    );
}

#[test]
fn keywords_beside_listed_values_count() {
    none("{type: string, enum: [a, bb]}", "{type: string, enum: [a, bb], maxLength: 2, minLength: 1}");
    found(
        "{type: string, enum: [a, bbb]}",
        "{type: string, enum: [a, bbb], maxLength: 2}",
        "enum-value-removed",
        [Breaking, Compatible],
    );
    found(
        "{type: string, enum: [a, b1]}",
        "{type: string, enum: [a, b1], pattern: '^[a-z]+$'}",
        "enum-value-removed",
        [Breaking, Compatible],
    );
    found(
        "{type: integer, enum: [1, 9]}",
        "{type: integer, enum: [1, 9], maximum: 5}",
        "enum-value-removed",
        [Breaking, Compatible],
    );
    found(
        "{type: object, enum: [{a: 1}, {a: 2}]}",
        "{type: object, enum: [{a: 1}]}",
        "enum-value-removed",
        [Breaking, Compatible],
    );
    found(
        "{type: array, enum: [[1]]}",
        "{type: array, enum: [[1], [2]]}",
        "enum-value-added",
        [Compatible, Breaking],
    );
    found(
        "{type: integer, enum: [2, 3]}",
        "{type: integer, enum: [2, 3], multipleOf: 2}",
        "enum-value-removed",
        [Breaking, Compatible],
    );
    none("{type: object, enum: [{a: 1, b: 2}]}", "{type: object, enum: [{b: 2, a: 1}]}");
    // What is newly valid counts as well where a set is closed.
    found("{type: string, minLength: 3}", "{enum: [ab, abcd]}", "enum-added", [Breaking, Breaking]);
}

#[test]
fn what_is_evaluated_is_not_left_over() {
    none(
        "{type: object, additionalProperties: {type: string}}",
        "{type: object, additionalProperties: {type: string}, unevaluatedProperties: false}",
    );
    none(
        "{type: array, items: {type: string}}",
        "{type: array, items: {type: string}, unevaluatedItems: false}",
    );
    none(
        "{type: object, properties: {a: {}}, additionalProperties: false}",
        "{type: object, properties: {a: {}}, unevaluatedProperties: false}",
    );
    found(
        "{type: object, properties: {a: {}}}",
        "{type: object, properties: {a: {}}, unevaluatedProperties: false}",
        "additional-properties-changed",
        [Breaking, Compatible],
    );
}

#[test]
fn branches_that_overlap_refuse() {
    let numbers = "{oneOf: [{type: integer}, {type: number}]}";
    found("{type: number}", numbers, "union-kind-changed", [Breaking, Compatible]);
    found(numbers, "{type: number}", "union-kind-changed", [Compatible, Breaking]);
    found(
        numbers,
        "{anyOf: [{type: integer}, {type: number}]}",
        "union-kind-changed",
        [Compatible, Breaking],
    );
    none("{oneOf: [{type: integer}, {type: string}]}", "{type: [integer, string]}");
}

#[test]
fn patterns_are_compared_as_automata() {
    none("{type: string, pattern: '^[0-9]+$'}", "{type: string, pattern: '^\\d{1,}$'}");
    none("{type: string}", "{type: string, pattern: '.*'}");
    found(
        "{type: string, pattern: '^[a-z]+$'}",
        "{type: string, pattern: '^[a-z0-9]+$'}",
        "pattern-changed",
        [Compatible, Breaking],
    );
    found(
        "{type: string, pattern: '^a'}",
        "{type: string, pattern: '^b'}",
        "pattern-changed",
        [Breaking, Breaking],
    );
    found(
        "{type: string, pattern: '^(?!a)'}",
        "{type: string, pattern: '^(?!b)'}",
        "cannot-decide",
        [Note, Note],
    );
}

#[test]
fn what_follows_from_the_same_condition_is_compared() {
    let condition = |then: &str| format!("{{type: object, if: {{required: [a]}}, then: {then}}}");
    found(
        &condition("{required: [b]}"),
        &condition("{required: [b, c]}"),
        "property-required-changed",
        [Breaking, Compatible],
    );
    found("{not: {enum: [a]}}", "{not: {enum: [a, b]}}", "not-changed", [Breaking, Compatible]);
    found(
        "{not: {type: [string, integer]}}",
        "{not: {type: integer}}",
        "not-changed",
        [Compatible, Breaking],
    );
    found("{not: {enum: [a]}}", "{not: {enum: [b]}}", "not-changed", [Breaking, Breaking]);
}

#[test]
fn required_members_that_callers_need_not_send() {
    let member = |keyword: &str| {
        format!("{{type: object, required: [a], properties: {{a: {{type: string{keyword}}}}}}}")
    };
    let (hidden, plain) = (member(", readOnly: true"), member(""));
    assert_eq!(both(&hidden, &plain), [vec![("read-only-changed", Breaking)], vec![]]);
    assert_eq!(both(&plain, &hidden), [vec![("read-only-changed", Compatible)], vec![]]);
    let hidden = member(", writeOnly: true");
    assert_eq!(both(&plain, &hidden), [vec![], vec![("write-only-changed", Breaking)]]);
    assert_eq!(both(&hidden, &plain), [vec![], vec![("write-only-changed", Compatible)]]);
    // Neither did callers have to send it, nor do they when it comes.
    let without = "{type: object, properties: {}}";
    assert_eq!(both(without, &member(", readOnly: true"))[0], []);
}

#[test]
fn values_of_a_discriminator_are_on_the_wire() {
    let union = |cat: &str, mapping: &str| {
        format!(
            "paths: {{/a: {{post: {{requestBody: {{required: true, content: {{application/json: {{schema: {{oneOf: \
             [{{$ref: '#/components/x/{cat}'}}, {{$ref: '#/components/x/Dog'}}], discriminator: {{propertyName: kind{mapping}}}}}}}}}}}, \
             responses: {{'200': {{description: Done}}}}}}}}}}\n"
        )
    };
    let document = |cat: &str, mapping: &str| {
        let schemas = format!(
            "    {cat}: {{type: object, required: [kind], properties: {{kind: {{type: string}}, lives: {{type: integer}}}}}}\n    \
             Dog: {{type: object, required: [kind], properties: {{kind: {{type: string}}, barks: {{type: boolean}}}}}}\n"
        );
        crate::load(&format!(
            "openapi: 3.1.0\ninfo: {{title: A, version: '1'}}\n{}components:\n  schemas:\n{schemas}",
            union(cat, mapping).replace("/x/", "/schemas/")
        ))
    };
    let changed = |one: (&str, &str), other: (&str, &str)| {
        crate::rules_and_severities(&document(one.0, one.1), &document(other.0, other.1))
    };
    assert_eq!(changed(("Cat", ""), ("Kitty", "")), [("discriminator-changed", Breaking)]);
    assert_eq!(changed(("Cat", ""), ("Kitty", ", mapping: {Cat: Kitty}")), []);
    let key = |key: &str| format!(", mapping: {{{key}: Cat}}");
    assert_eq!(changed(("Cat", &key("cat")), ("Cat", &key("kitty"))), [("discriminator-changed", Breaking)]);
    assert_eq!(
        changed(("Cat", &key("cat")), ("Cat", ", mapping: {cat: Cat, kitty: Cat}")),
        [("discriminator-changed", Compatible)]
    );
    assert_eq!(
        changed(("Cat", ", mapping: {cat: Cat, kitty: Cat}"), ("Cat", &key("cat"))),
        [("discriminator-changed", Breaking)]
    );
    let swapped = changed(("Cat", ", mapping: {a: Cat, b: Dog}"), ("Cat", ", mapping: {a: Dog, b: Cat}"));
    assert!(swapped.contains(&("discriminator-changed", Breaking)), "{swapped:?}");
}

#[test]
fn servers_are_where_requests_go() {
    let at = |servers: &str, path: &str, own: &str| {
        format!(
            "{servers}\npaths: {{{path}: {{get: {{operationId: a, {own}responses: {{'200': {{description: Done}}}}}}}}}}"
        )
    };
    let with = |url: &str| at(&format!("servers: [{{url: '{url}'}}]"), "/a", "");
    for same in ["HTTPS://Api.Example", "https://api.example:443", "https://api.example/"] {
        assert_eq!(documents(&with("https://api.example"), &with(same)), [], "{same}");
    }
    assert_eq!(documents(&with("http://api.example"), &with("http://api.example:80")), []);
    let moved = [("server-removed", Breaking), ("server-added", Compatible)];
    assert_eq!(documents(&with("https://api.example"), &with("https://api.example:8443")), moved);
    assert_eq!(documents(&with("https://api.example/a"), &with("https://api.example/A")), moved);
    // The base path stands with the server, or with the path.
    let paths = at("servers: [{url: 'https://api.example'}]", "/v1/a", "");
    assert_eq!(documents(&with("https://api.example/v1"), &paths), []);
    assert_eq!(documents(&paths, &with("https://api.example/v1")), []);
    // The same server for each operation, instead of for the document.
    let own = at("", "/a", "servers: [{url: 'https://api.example'}], ");
    assert_eq!(documents(&with("https://api.example"), &own), []);
    assert_eq!(documents(&own, &with("https://api.example")), []);
    assert_eq!(documents(&with("https://old.example"), &own), moved);
}

fn lived(extensions: &str) -> String {
    format!(
        "paths: {{/a: {{get: {{operationId: a, {extensions}responses: {{'200': {{description: Done}}}}}}}}, /b: {{get: {{responses: {{'200': {{description: Done}}}}}}}}}}"
    )
}

#[test]
fn what_was_announced_to_go_may_go() {
    let rest = "paths: {/b: {get: {responses: {'200': {description: Done}}}}}";
    let gone = |extensions: &str| documents_with_trees(&lived(extensions), rest);
    assert_eq!(gone(""), [("operation-removed", Breaking)]);
    assert_eq!(gone("deprecated: true, "), [("operation-removed", Compatible)]);
    assert_eq!(gone("deprecated: true, x-sunset: '2026-01-01', "), [("operation-removed", Compatible)]);
    assert_eq!(gone("deprecated: true, x-sunset: '2027-01-02', "), [("operation-removed", Breaking)]);
    assert_eq!(gone("deprecated: true, x-sunset: soon, "), [("operation-removed", Breaking)]);
    assert_eq!(gone("x-sunset: '2026-01-01', "), [("operation-removed", Breaking)]);
    let (one, other) = (
        "{type: object, required: [a], properties: {a: {type: string, deprecated: true}}}",
        "{type: object, properties: {b: {type: string}}}",
    );
    assert_eq!(both(one, other)[1], [("property-added", Compatible), ("property-removed", Compatible)]);
    let needed = |deprecated: &str| {
        operations(
            &parameter(&format!("name: q, in: query, required: true, {deprecated}schema: {{type: string}}")),
            "{responses: {'200': {description: Done}}}",
        )
    };
    assert_eq!(needed(""), [("parameter-removed", Breaking)]);
    assert_eq!(needed("deprecated: true, "), [("parameter-removed", Compatible)]);
}

#[test]
fn an_operation_that_promises_nothing_breaks_nobody() {
    let at = |level: &str, schema: &str| {
        lived(&format!("{level}parameters: [{{name: q, in: query, schema: {schema}}}], "))
    };
    let changed = |level: &str| {
        documents_with_trees(&at(level, "{type: string}"), &at(level, "{type: string, maxLength: 3}"))
    };
    assert_eq!(changed(""), [("max-length-changed", Breaking)]);
    assert_eq!(changed("x-stability-level: beta, "), [("max-length-changed", Breaking)]);
    assert_eq!(changed("x-stability-level: alpha, "), [("max-length-changed", Compatible)]);
    let level = |one: &str, other: &str| documents_with_trees(&lived(one), &lived(other));
    let changed = |severity| vec![("stability-level-changed", severity)];
    assert_eq!(level("", "x-stability-level: beta, "), changed(Breaking));
    assert_eq!(level("x-stability-level: beta, ", ""), changed(Compatible));
}

/// As [`documents`], on the first day of 2027, with the trees of both.
fn documents_with_trees(before: &str, after: &str) -> Vec<(&'static str, unplug_contract::Severity)> {
    let document =
        |rest: &str| crate::load(&format!("openapi: 3.1.0\ninfo: {{title: A, version: '1'}}\n{rest}\n"));
    let (before, after) = (document(before), document(after));
    let options =
        unplug_contract::Options { whole_document: true, today: "2027-01-01".parse().ok(), rust: None };
    let found = unplug_contract::compare(
        &unplug_contract::Description::document(&before, "before"),
        &unplug_contract::Description::document(&after, "now"),
        &options,
    );
    found.iter().map(|finding| (finding.rule, finding.severity)).collect()
}

/// One change of a shared part is one finding, with all its places; a request and a response are two.
#[test]
fn one_change_is_one_finding() {
    let document = |id: &str, answers: &str, security: &str| {
        let operation = |id: &str| {
            format!(
                "  /{id}: {{get: {{operationId: {id}, responses: {{'200': {{$ref: '#/components/responses/Done'}}{answers}}}}}}}\n"
            )
        };
        let paths: String = ["a", "b", "c"].iter().map(|id| operation(id)).collect();
        crate::load(&format!(
            "openapi: 3.1.0\ninfo: {{title: A, version: '1'}}\n{security}paths:\n{paths}  /d: {{post: {{operationId: d, requestBody: \
             {{content: {{application/json: {{schema: {{$ref: '#/components/schemas/Id'}}}}}}}}, responses: {{'204': {{description: Done}}}}}}}}\n\
             components:\n  securitySchemes: {{token: {{type: apiKey, in: header, name: X-Token}}}}\n  schemas: {{Id: {id}}}\n  responses:\n    \
             Done: {{description: Done, content: {{application/json: {{schema: {{$ref: '#/components/schemas/Id'}}}}}}}}\n    \
             Gone: {{description: Gone}}\n"
        ))
    };
    let compared = |one: &unplug_openapi::Document, other: &unplug_openapi::Document| {
        let (before, after) = (
            unplug_contract::Description::document(one, "before"),
            unplug_contract::Description::document(other, "now"),
        );
        let options = unplug_contract::Options { whole_document: true, ..Default::default() };
        unplug_contract::compare(&before, &after, &options)
    };
    let plain = document("{type: string}", "", "");
    let found = compared(&plain, &document("{type: integer}", "", ""));
    let [response, request] = &found[..] else { panic!("{found:#?}") };
    assert_eq!(
        (response.audience.as_str(), &response.operations[..]),
        ("clients", &["GET /a", "GET /b", "GET /c"].map(str::to_owned)[..])
    );
    assert_eq!(
        (request.audience.as_str(), &request.operations[..]),
        ("callers", &["POST /d".to_owned()][..])
    );
    assert_eq!(request.places[0].part, "the request body");
    assert_eq!(response.places[2].part, "the body of the response 200");
    let found =
        compared(&plain, &document("{type: string}", ", '410': {$ref: '#/components/responses/Gone'}", ""));
    assert_eq!((found.len(), found[0].operations.len()), (1, 3), "{found:#?}");
    let found = compared(&plain, &document("{type: string}", "", "security: [{token: []}]\n"));
    assert_eq!((found.len(), found[0].operations.len()), (1, 4), "{found:#?}");
    let found = compared(
        &document("{type: string}", "", "security: [{token: []}]\n"),
        &document("{type: string}", "", "security: [{}]\n"),
    );
    assert_eq!((found.len(), found[0].operations.len()), (1, 4), "{found:#?}");
}
