//! Violations in ajv's words and order.

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
        (
            "unevaluated",
            r#"{"a":"x","c":1}"#,
            " must NOT have unevaluated properties [unevaluatedProperties]",
        ),
        ("unevaluated", r#"{"a":1}"#, "/a must be string [type]"),
        ("unevaluated", r#"{"b":"x"}"#, "/b must be integer [type]"),
        ("items", r#"["a","b",7]"#, "/1 must be integer [type]"),
        ("items", r#"["a",1]"#, " must contain at least 1 and no more than 2 valid item(s) [contains]"),
        ("items", "[7,7,7]", "/0 must be string [type]"),
        ("items", r#"["a",7,7,"b"]"#, "/3 must be boolean [type]"),
        ("names", "{}", " must NOT have fewer than 1 properties [minProperties]"),
        (
            "names",
            r#"{"a":"","b":"","c":"","d":""}"#,
            " must NOT have more than 3 properties [maxProperties]",
        ),
        (
            "names",
            r#"{"A":""}"#,
            " must match pattern \"^[a-z]+$\" [pattern]\n property name must be valid [propertyNames]",
        ),
        ("names", r#"{"a":1}"#, "/a must be string [type]"),
        ("names", r#"{"xa":""}"#, "/xa must be integer [type]"),
        ("names", "[]", " must be object [type]"),
        (
            "dependent",
            r#"{"card":1,"name":""}"#,
            " must have properties address, name when property card is present [dependentRequired]",
        ),
        ("dependent", r#"{"vat":1}"#, " must have required property 'country' [required]"),
        (
            "branches",
            r#"{"a":1}"#,
            " must have required property 'b' [required]\n must match \"then\" schema [if]\n must be equal to constant [const]\n must match exactly one schema in oneOf [oneOf]",
        ),
        ("branches", "1", " must match exactly one schema in oneOf [oneOf]"),
        (
            "branches",
            "[1]",
            "/0 must be equal to constant [const]\n must contain at least 1 valid item(s) [contains]\n must be equal to constant [const]\n must match exactly one schema in oneOf [oneOf]",
        ),
        (
            "choice",
            "9",
            " must be >= 10 [minimum]\n must be string [type]\n must match a schema in anyOf [anyOf]",
        ),
        (
            "choice",
            "\"no\"",
            " must be integer [type]\n must match pattern \"ok$\" [pattern]\n must match a schema in anyOf [anyOf]",
        ),
        ("negated", r#"{"four":4}"#, " must NOT be valid [not]"),
        ("unique", "[]", " must NOT have fewer than 1 items [minItems]"),
        (
            "unique",
            r#"[1,{"a":1,"b":2},{"b":2.0,"a":1}]"#,
            " must NOT have duplicate items (items ## 1 and 2 are identical) [uniqueItems]",
        ),
        ("unique", "[true]", "/0 must be integer,object [type]"),
        ("never", "1", " boolean schema is false [false schema]"),
        ("tree", r#"{"children":[{"size":9}]}"#, "/children/0/size must be < 9 [exclusiveMaximum]"),
        ("tree", r#"{"size":-1}"#, "/size must be >= 0 [minimum]"),
        ("tree", r#"{"size":1.5}"#, "/size must be integer [type]"),
        ("tree", r#"{"size":1e30}"#, "/size must be <= 9 [maximum]"),
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
    assert_eq!(outcome.rejected(400), "body/a~1b~0c must be string [type]");
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
            0 => assert_eq!(
                outcome.rejected(400),
                "body/name must NOT have fewer than 1 characters [minLength]"
            ),
            10 => assert_eq!(outcome.status, 201),
            _ => assert_eq!(
                outcome.rejected(400),
                "body/name must NOT have more than 10 characters [maxLength]"
            ),
        }
    }
}

#[tokio::test]
async fn every_keyword_of_the_same_kind_is_reached() {
    let json = [("content-type", "application/json")];
    let cases = [
        (r#"{"name":"Ida","weight":0}"#, "body/weight must be > 0 [exclusiveMinimum]"),
        (r#"{"name":"Ida","weight":0.7}"#, "body/weight must be multiple of 0.5 [multipleOf]"),
        (r#"{"name":"Ida","born":1}"#, "body/born must be string,null [type]"),
        (r#"{"name":null}"#, "body/name must be string [type]"),
        (r#"{"legs":1e19,"name":"x"}"#, "body/legs must match format \"int64\" [format]"),
        (
            r#"{"name":"Ida","parents":[{"name":"Eva","parents":[{}]}]}"#,
            "body/parents/0/parents/0 must have required property 'name' [required]",
        ),
        (r#"{"name":"Ida","parents":[{},{},{}]}"#, "body/parents must NOT have more than 2 items [maxItems]"),
        ("[]", "body must be object [type]"),
        ("null", "body must be object [type]"),
    ];
    for (body, message) in cases {
        let outcome = call("PUT", "/v1/animals/ida", &json, body).await;
        assert_eq!(outcome.rejected(400), message, "{body}");
    }
}
