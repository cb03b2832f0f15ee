//! Violations in the runtime's own words.

use super::call;

/// What is wrong with a property of the schema `Checked`.
async fn wrong(property: &str, value: &str) -> String {
    let body = format!("{{\"{property}\":{value}}}");
    let json = [("content-type", "application/json")];
    let outcome = call("POST", "/special/checks", &json, body).await;
    outcome.rejected(400).replace(&format!("body/{property}"), "")
}

#[tokio::test]
async fn each_keyword_has_its_words() {
    let cases = [
        ("unevaluated", r#"{"a":"x","c":1}"#, ": unexpected member 'c' [unevaluatedProperties]"),
        ("unevaluated", r#"{"a":1}"#, "/a: expected string [type]"),
        (
            "unevaluated",
            r#"{"b":"x"}"#,
            "/b: expected integer [type]\n: expected a value that `then` matches [if]",
        ),
        ("items", r#"["a","b",7]"#, "/1: expected integer [type]"),
        (
            "items",
            r#"["a",1]"#,
            "/0: expected 7 [const]\n/1: expected 7 [const]\n: expected 1 to 2 items that `contains` matches [contains]",
        ),
        ("items", "[7,7,7]", "/0: expected string [type]"),
        ("items", r#"["a",7,7,"b"]"#, "/3: expected boolean [type]"),
        ("names", "{}", ": expected at least 1 members [minProperties]"),
        ("names", r#"{"a":"","b":"","c":"","d":""}"#, ": expected at most 3 members [maxProperties]"),
        (
            "names",
            r#"{"A":""}"#,
            ": expected text that matches the pattern ^[a-z]+$ [pattern]\n: unexpected member name 'A' [propertyNames]",
        ),
        ("names", r#"{"a":1}"#, "/a: expected string [type]"),
        ("names", r#"{"xa":""}"#, "/xa: expected integer [type]"),
        ("names", "[]", ": expected object [type]"),
        (
            "dependent",
            r#"{"card":1,"name":""}"#,
            ": expected address, name beside 'card' [dependentRequired]",
        ),
        ("dependent", r#"{"vat":1}"#, ": expected 'country', which is missing [required]"),
        (
            "branches",
            r#"{"a":1}"#,
            ": expected 'b', which is missing [required]\n: expected a value that `then` matches [if]\n: expected 1 [const]\n: expected a value that exactly one schema of `oneOf` matches [oneOf]",
        ),
        ("branches", "1", ": expected a value that exactly one schema of `oneOf` matches [oneOf]"),
        (
            "branches",
            "[1]",
            "/0: expected 2 [const]\n: expected at least 1 items that `contains` matches [contains]\n: expected 1 [const]\n: expected a value that exactly one schema of `oneOf` matches [oneOf]",
        ),
        (
            "choice",
            "9",
            ": expected at least 10 [minimum]\n: expected string [type]\n: expected a value that a schema of `anyOf` matches [anyOf]",
        ),
        (
            "choice",
            "\"no\"",
            ": expected integer [type]\n: expected text that matches the pattern ok$ [pattern]\n: expected a value that a schema of `anyOf` matches [anyOf]",
        ),
        ("negated", r#"{"four":4}"#, ": expected a value that `not` does not match [not]"),
        ("unique", "[]", ": expected at least 1 items [minItems]"),
        (
            "unique",
            r#"[1,{"a":1,"b":2},{"b":2.0,"a":1}]"#,
            ": expected items that differ, and 1 and 2 are equal [uniqueItems]",
        ),
        ("unique", "[true]", "/0: expected integer or object [type]"),
        ("never", "1", ": expected nothing [false]"),
        ("tree", r#"{"children":[{"size":9}]}"#, "/children/0/size: expected less than 9 [exclusiveMaximum]"),
        ("tree", r#"{"size":-1}"#, "/size: expected at least 0 [minimum]"),
        ("tree", r#"{"size":1.5}"#, "/size: expected integer [type]"),
        ("tree", r#"{"size":1e30}"#, "/size: expected at most 9 [maximum]"),
    ];
    for (property, value, expected) in cases {
        assert_eq!(wrong(property, value).await, expected, "{property}: {value}");
    }
}

#[tokio::test]
async fn what_is_valid_passes() {
    let valid = [
        r#"{"unevaluated":{"a":"x","b":1}}"#,
        r#"{"items":["a",7,true,false]}"#,
        r#"{"items":["a",1,7,7]}"#,
        r#"{"names":{"x":1,"y":"z"}}"#,
        r#"{"dependent":{"card":1,"name":"","address":"","vat":1,"country":""}}"#,
        r#"{"choice":10.0}"#,
        r#"{"broken":{"text":"no pattern can be read","other":1}}"#,
        r#"{"choice":"is ok"}"#,
        r#"{"negated":{"four":5}}"#,
        r#"{"unique":[1,{"a":1},{"a":2},2]}"#,
        r#"{"tree":{"size":8,"children":[{},{"children":[]}]}}"#,
        r#"{"unknown":{"a":[1,2,{"b":null}]}}"#,
    ];
    for body in valid {
        let json = [("content-type", "application/json")];
        let outcome = call("POST", "/special/checks", &json, body).await;
        assert_eq!((outcome.status, &*outcome.text), (204, ""), "{body}");
    }
}

#[tokio::test]
async fn pointers_are_escaped() {
    let json = [("content-type", "application/json")];
    let outcome = call("PUT", "/v1/animals/ida", &json, r#"{"name":"Ida","a/b~c":1}"#).await;
    assert_eq!(outcome.rejected(400), "body/a~1b~0c: expected string [type]");
}

#[tokio::test]
async fn lengths_are_in_code_points() {
    let json = [("content-type", "application/json")];
    for (name, length) in [
        ("äöüßéèêëāă", 10),
        ("🦀🦀🦀🦀🦀🦀🦀🦀🦀🦀", 10),
        ("12345678901", 11),
        ("🦀🦀🦀🦀🦀🦀🦀🦀🦀🦀🦀", 11),
        ("", 0),
    ] {
        assert_eq!(name.chars().count(), length);
        let outcome = call("PUT", "/v1/animals/ida", &json, format!("{{\"name\":\"{name}\"}}")).await;
        match length {
            0 => assert_eq!(outcome.rejected(400), "body/name: expected at least 1 characters [minLength]"),
            10 => assert_eq!(outcome.status, 201),
            _ => assert_eq!(outcome.rejected(400), "body/name: expected at most 10 characters [maxLength]"),
        }
    }
}

#[tokio::test]
async fn every_keyword_of_the_same_kind_is_reached() {
    let json = [("content-type", "application/json")];
    let cases = [
        (r#"{"name":"Ida","weight":0}"#, "body/weight: expected more than 0 [exclusiveMinimum]"),
        (r#"{"name":"Ida","weight":0.7}"#, "body/weight: expected a multiple of 0.5 [multipleOf]"),
        (r#"{"name":"Ida","born":1}"#, "body/born: expected string or null [type]"),
        (r#"{"name":null}"#, "body/name: expected string [type]"),
        (r#"{"legs":1e19,"name":"x"}"#, "body/legs: expected int64 [format]"),
        (
            r#"{"name":"Ida","parents":[{"name":"Eva","parents":[{}]}]}"#,
            "body/parents/0/parents/0: expected 'name', which is missing [required]",
        ),
        (r#"{"name":"Ida","parents":[{},{},{}]}"#, "body/parents: expected at most 2 items [maxItems]"),
        ("[]", "body: expected object [type]"),
        ("null", "body: expected object [type]"),
    ];
    for (body, message) in cases {
        let outcome = call("PUT", "/v1/animals/ida", &json, body).await;
        assert_eq!(outcome.rejected(400), message, "{body}");
    }
}
