//! Parameters in all places and styles.

use axum::body::Body;
use axum::http::{HeaderValue, Request};

use super::{call, get, send};

/// The fields of a request that are not `None`.
fn given(request: &str) -> Vec<&str> {
    let fields = request.split_once('{').unwrap().1.trim_end_matches(" }");
    fields.split(", ").filter(|field| !field.ends_with(": None")).map(str::trim).collect()
}

#[tokio::test]
async fn a_path_parameter_is_decoded_and_validated() {
    assert_eq!(given(get("/v1/animals/7").await.request()), ["id: 7"]);
    assert_eq!(given(get("/v1/animals/%37").await.request()), ["id: 7"]);
    let cases = [
        ("0", "path/id: expected at least 1 [minimum]"),
        ("seven", "path/id: expected integer [type]"),
        ("1.5", "path/id: expected integer [type]"),
        ("2147483648", "path/id: expected int32 [format]"),
        ("%20", "path/id: expected integer [type]"),
        ("07", "path/id: expected integer [type]"),
        ("%ff", "path/id: expected UTF-8 [encoding]"),
    ];
    for (id, message) in cases {
        assert_eq!(get(&format!("/v1/animals/{id}")).await.rejected(400), message, "{id}");
    }
}

#[tokio::test]
async fn several_parameters_may_share_a_segment() {
    let outcome = get("/v1/reports/a%2Fb%2Ec.pdf").await;
    assert!(outcome.request().contains(r#"name: "a/b.c""#), "{}", outcome.text);
    let wrong = get("/v1/reports/year.doc").await;
    assert_eq!(wrong.rejected(400), "path/extension: expected \"pdf\" [const]");
}

#[tokio::test]
async fn path_styles_are_read() {
    let outcome = get("/v1/maze/.a%20b/;matrix=1;matrix=2/x,1,y,2").await;
    let expected =
        r#"WalkMazeRequest { label: "a b", matrix: [1, 2], list: WalkMazeList { x: Some(1), y: Some(2) } }"#;
    assert!(outcome.request().ends_with(expected), "{}", outcome.request());
    let wrong = get("/v1/maze/a/matrix/x,1,y").await;
    assert_eq!(
        wrong.rejected(400),
        "path/label: not written as declared [syntax]\n\
         path/matrix: not written as declared [syntax]\n\
         path/list: not written as declared [syntax]"
    );
    let wrong = get("/v1/maze/.a/;matrix=x/x,1,x,2").await;
    let message = "path/matrix/0: expected integer [type]\npath/list: given more than once [duplicate]";
    assert_eq!(wrong.rejected(400), message);
}

#[tokio::test]
async fn query_arrays_are_read_in_both_ways() {
    let outcome = get("/v1/animals/1?fields=a+b&fields=%2C&tags=1,2,3").await;
    assert_eq!(
        outcome.request().split_once("fields: ").unwrap().1.split_once(", page").unwrap().0,
        r#"Some(["a b", ","]), tags: Some([1, 2, 3])"#
    );
    let cases = [
        (
            "fields=a&fields=a",
            "query/fields: expected items that differ, and 0 and 1 are equal [uniqueItems]",
        ),
        ("fields=a&fields=b&fields=c&fields=d", "query/fields: expected at most 3 items [maxItems]"),
        ("tags=1,x", "query/tags/1: expected integer [type]"),
        ("tags=1&tags=2", "query/tags: given more than once [duplicate]"),
        ("fields=%ff", "query/fields: expected UTF-8 [encoding]"),
    ];
    for (query, message) in cases {
        assert_eq!(get(&format!("/v1/animals/1?{query}")).await.rejected(400), message, "{query}");
    }
}

#[tokio::test]
async fn query_objects_are_read_in_all_ways() {
    let outcome =
        get("/v1/animals/1?page[size]=5&page%5Bafter%5D=x&lat=1.5&lon=-2&filter=%7B%22age%22:3%7D").await;
    let request = outcome.request();
    assert!(request.contains(r#"page: Some(Page { size: Some(5), after: Some("x") })"#), "{request}");
    assert!(request.contains("near: Some(GetAnimalNear { lat: 1.5, lon: -2 })"), "{request}");
    assert!(request.contains("filter: Some(GetAnimalFilter { age: 3 })"), "{request}");
    let cases = [
        ("page[size]=500", "query/page/size: expected at most 100 [maximum]"),
        ("page[other]=1", "query/page: unexpected member 'other' [additionalProperties]"),
        ("page[size]=5&page[size]=6", "query/page: given more than once [duplicate]"),
        ("lat=1", "query/near: expected 'lon', which is missing [required]"),
        ("filter=%7B", "query/filter: not written as declared [syntax]"),
        ("filter={\"age\":\"x\"}", "query/filter/age: expected integer [type]"),
    ];
    for (query, message) in cases {
        let query = query.replace('"', "%22").replace('{', "%7B").replace('}', "%7D");
        assert_eq!(get(&format!("/v1/animals/1?{query}")).await.rejected(400), message, "{query}");
    }
}

#[tokio::test]
async fn unknown_parameters_are_ignored_and_empty_ones_are_values() {
    assert_eq!(given(get("/v1/animals/1?unknown=1&unknown=2&&=").await.request()), ["id: 1"]);
    assert_eq!(get("/v1/animals/1?loud=").await.rejected(400), "query/loud: expected boolean [type]");
    assert_eq!(given(get("/v1/animals/1?loud=true").await.request()), ["id: 1", "loud: Some(true)"]);
    let twice = get("/v1/animals/1?loud=true&loud=true").await;
    assert_eq!(twice.rejected(400), "query/loud: given more than once [duplicate]");
}

#[tokio::test]
async fn headers_are_read_and_refused_when_repeated() {
    let outcome = call("GET", "/v1/animals/1", &[("X-Depth", "3")], Body::empty()).await;
    assert_eq!(given(outcome.request()), ["id: 1", "x_depth: Some(3)"]);
    let lists = [("x-list", "a, b"), ("x-list", "c")];
    let outcome = call("GET", "/v1/animals/1", &lists, Body::empty()).await;
    assert!(outcome.request().contains(r#"x_list: Some(["a", "b", "c"])"#));
    let twice = [("x-depth", "3"), ("x-depth", "3")];
    let outcome = call("GET", "/v1/animals/1", &twice, Body::empty()).await;
    assert_eq!(outcome.rejected(400), "header/x-depth: given more than once [duplicate]");
    let bytes = HeaderValue::from_bytes(b"\xff").unwrap();
    let request = Request::get("/v1/animals/1").header("authorization", "Bearer t").header("x-depth", bytes);
    let outcome = send(request.body(Body::empty()).unwrap()).await;
    assert_eq!(outcome.rejected(400), "header/x-depth: expected UTF-8 [encoding]");
}

#[tokio::test]
async fn cookies_are_read() {
    let outcome = call("GET", "/v1/animals/1", &[("cookie", "a=b; theme=dark; c")], Body::empty()).await;
    assert_eq!(given(outcome.request()), ["id: 1", "theme: Some(Dark)"]);
    let wrong = call("GET", "/v1/animals/1", &[("cookie", "theme=blue")], Body::empty()).await;
    let message = "cookie/theme: expected one of \"dark\", \"light\" [enum]";
    assert_eq!(wrong.rejected(400), message);
    let twice = [("cookie", "theme=dark"), ("cookie", "theme=light")];
    let twice = call("GET", "/v1/animals/1", &twice, Body::empty()).await;
    assert_eq!(twice.rejected(400), "cookie/theme: given more than once [duplicate]");
}

#[tokio::test]
async fn everything_that_is_wrong_is_told_at_once() {
    let outcome = get("/v1/animals/x?loud=maybe&tags=a").await;
    assert_eq!(outcome.rejected(400).lines().count(), 3);
}

#[tokio::test]
async fn styles_beyond_the_usual_are_read() {
    let nothing = "id: \"1\", undeclared: \"u\"";
    let request = |outcome: &super::Outcome| given(outcome.request()).join(", ");
    assert_eq!(request(&get("/v1/styles/u/(1)").await), nothing);
    for (query, expected) in [
        (
            "deep[at][from]=1&deep[names][]=a&deep[names][]=b&deep[any][k][0]=true&deep[any][k][1]=x",
            r#"at: Some(StylesDeepAt { from: Some(1) }), names: Some(["a", "b"]), any: Some(Object {"k": Array [Bool(true), String("x")]})"#,
        ),
        ("deep[names]=a&deep[names]=b", r#"names: Some(["a", "b"])"#),
        ("either=5", "either: Some(Integer(5))"),
        ("either=5&either=6", "either: Some(Array([5, 6]))"),
        ("mixed=5", "mixed: Some(Integer(5))"),
        ("mixed=five", r#"mixed: Some(String("five"))"#),
        ("empty", "empty: Some(true)"),
        ("empty=false", "empty: Some(false)"),
        ("x=1&y=2&either=5&deep[at][from]=1", r#"open: Some({"x": 1, "y": 2})"#),
        ("list%5B%5D=a&list[]=b", r#"list: Some(["a", "b"])"#),
    ] {
        let query = query.replace('[', "%5B").replace(']', "%5D");
        let outcome = get(&format!("/v1/styles/u/(1)?{query}")).await;
        assert!(outcome.request().contains(expected), "{query}: {}", outcome.request());
    }
    let headers = [("cookie", "a=7; b=8"), ("x-json", "[1, 2]"), ("x-things", r#"{"a":1}, {"a":2}"#)];
    let outcome = call("GET", "/v1/styles/u/(1)", &headers, Body::empty()).await;
    let request = outcome.request();
    assert!(request.contains("crumbs: Some(StylesCrumbs { a: Some(7) })"), "{request}");
    assert!(request.contains("x_json: Some([1, 2])"), "{request}");
    assert!(request.contains("x_things: Some([StylesCrumbs { a: Some(1) }, StylesCrumbs { a: Some(2) }])"));
    let wrong = get("/v1/styles/u/(1)?deep%5Bat%5D%5Bfrom%5D=x&deep%5Bnames%5D%5Bk%5D=1").await;
    assert_eq!(wrong.rejected(400), "query/deep: not written as declared [syntax]");
    let wrong = get("/v1/styles/u/(1)?deep%5Bat%5D%5Bfrom%5D=x").await;
    assert_eq!(wrong.rejected(400), "query/deep/at/from: expected integer [type]");
}
