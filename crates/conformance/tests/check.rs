//! Exchanges against a small document that uses every part of the checks.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use http::{Request, Response};
use unplug_conformance::{Checker, Coverage, Exchange, Finding, Rule};
use unplug_openapi::Document;
use unplug_openapi::load::load_text;
use unplug_openapi::syntax::SourceFile;

const TEXT: &str = include_str!("shop.yaml");
const GOOD: &str = "/base/v2/items/7?lang=en&api_key=k";

fn document() -> Document {
    let loaded = load_text("shop", SourceFile::new("shop.yaml", TEXT), None);
    loaded.document.unwrap_or_else(|| panic!("{:#?}", loaded.diagnostics))
}

fn checker() -> Checker {
    Checker::for_document(&document()).unwrap()
}

/// An exchange of `GET target`, changed as the case needs.
struct Case {
    request: http::request::Builder,
    sent: &'static str,
    response: http::response::Builder,
    body: &'static str,
}

fn case(method: &str, target: &str, status: u16) -> Case {
    Case {
        request: Request::builder().method(method).uri(target),
        sent: "",
        response: Response::builder().status(status),
        body: "",
    }
}

/// A good answer to a good request.
fn good() -> Case {
    case("GET", GOOD, 200).header("x-left", "3").json(r#"{"name":"a"}"#)
}

impl Case {
    fn header(mut self, name: &str, value: &str) -> Self {
        self.response = self.response.header(name, value);
        self
    }

    fn json(self, body: &'static str) -> Self {
        self.body(body, "application/json; charset=utf-8")
    }

    fn body(mut self, body: &'static str, content_type: &str) -> Self {
        self.body = body;
        self.header("content-type", content_type)
    }

    fn sending(mut self, name: &str, value: &str) -> Self {
        self.request = self.request.header(name, value);
        self
    }

    fn sending_json(mut self, body: &'static str) -> Self {
        self.sent = body;
        self.sending("content-type", "application/json")
    }

    fn exchange(self) -> Exchange {
        Exchange::new(self.request.body(self.sent).unwrap(), self.response.body(self.body).unwrap())
    }

    fn check(self) -> Vec<Finding> {
        checker().check(&self.exchange())
    }

    fn check_request(self) -> Vec<Finding> {
        checker().check_request(&self.exchange())
    }
}

fn rules(findings: &[Finding]) -> Vec<Rule> {
    findings.iter().map(|finding| finding.rule).collect()
}

/// Number of the first line of the document that holds the text.
fn line_of(text: &str) -> usize {
    TEXT.lines().position(|line| line.contains(text)).unwrap() + 1
}

#[test]
fn a_good_exchange_has_no_findings() {
    assert_eq!(good().check(), []);
    assert_eq!(case("GET", GOOD, 204).check(), []);
    let text = case("GET", GOOD, 200).header("x-left", "0").body("short", "text/plain");
    assert_eq!(text.check(), []);
    let refused = case("GET", GOOD, 451).body(r#"{"title":""}"#, "application/problem+json");
    assert_eq!(refused.check(), []);
}

#[test]
fn method_and_path_decide_the_operation() {
    let checker = checker();
    let operation = |method: &str, target: &str| {
        let exchange = case(method, target, 200).exchange();
        checker.operation(&exchange).map(|operation| operation.id.clone())
    };
    assert_eq!(operation("GET", "/base/v2/items/7").as_deref(), Some("getItem"));
    assert_eq!(operation("HEAD", "/base/v2/items/7").as_deref(), Some("headItem"));
    assert_eq!(
        operation("GET", "/base/v2/items/special").as_deref(),
        Some("getSpecial"),
        "literal text comes before a parameter"
    );
    assert_eq!(operation("GET", "https://other.example/base/v2/items/7").as_deref(), Some("getItem"));
    for (method, target) in [
        ("GET", "/items/7"),
        ("PUT", "/base/v2/items/7"),
        ("GET", "/base/v2/items/7/"),
        ("GET", "/base/v2/items/"),
    ] {
        assert_eq!(operation(method, target), None, "{method} {target}");
        assert_eq!(rules(&case(method, target, 200).check()), [Rule::UnknownOperation]);
    }
}

#[test]
fn a_server_may_be_mounted_under_a_path() {
    let mounted = checker().mounted_at("/shop/");
    let target = "/shop/base/v2/items/7?lang=en&api_key=k";
    assert_eq!(mounted.check(&case("GET", target, 204).exchange()), []);
    assert_eq!(rules(&mounted.check(&case("GET", GOOD, 204).exchange())), [Rule::UnknownOperation]);
}

#[test]
fn an_undeclared_status_points_at_the_operation() {
    let findings = case("GET", GOOD, 500).check();
    assert_eq!(rules(&findings), [Rule::UndeclaredStatus]);
    let line = findings[0].decided_by.as_ref().unwrap();
    assert_eq!(line.file, "shop.yaml");
    assert_eq!(line.pointer, "/paths/~1items~1{id}/get");
    assert!((line_of("    get:")..=line_of("operationId: getItem")).contains(&line.line));
    assert!(findings[0].to_string().contains("shop.yaml:"), "{}", findings[0]);
}

#[test]
fn the_media_type_is_declared_and_there() {
    let html = good_without_type().body("{}", "text/html");
    assert_eq!(rules(&html.check()), [Rule::UndeclaredContentType]);
    let mut none = good_without_type();
    none.body = "{}";
    assert_eq!(rules(&none.check()), [Rule::MissingContentType]);
    let twice = good().header("content-type", "text/plain");
    assert_eq!(rules(&twice.check()), [Rule::DuplicateHeader]);
    let any = case("GET", "/base/v2/items/special", 299).body("x", "image/png");
    assert_eq!(any.check(), []);
}

fn good_without_type() -> Case {
    case("GET", GOOD, 200).header("x-left", "3")
}

#[test]
fn headers_are_there_once_and_fit() {
    let none = case("GET", GOOD, 200).json(r#"{"name":"a"}"#);
    assert_eq!(rules(&none.check()), [Rule::MissingHeader]);
    assert_eq!(rules(&good().header("x-left", "3").check()), [Rule::DuplicateHeader]);
    for value in ["-1", "many", "", "1.5", "+1"] {
        let bad = case("GET", GOOD, 200).header("x-left", value).json(r#"{"name":"a"}"#);
        let findings = bad.check();
        assert_eq!(rules(&findings), [Rule::InvalidHeader], "{value:?}");
        assert_eq!(findings[0].decided_by.as_ref().unwrap().line, line_of("X-Left"));
    }
    assert_eq!(good().header("x-tags", "a, b").header("X-Tags", "c").check(), []);
    assert_eq!(rules(&good().header("x-tags", "a, long").check()), [Rule::InvalidHeader]);
}

#[test]
fn a_body_that_does_not_fit_points_at_the_keyword() {
    let body = |text| good_without_type().json(text).check();
    let findings = body(r#"{"name":5}"#);
    assert_eq!(rules(&findings), [Rule::InvalidBody]);
    let line = findings[0].decided_by.as_ref().unwrap();
    assert_eq!(line.pointer, "/components/schemas/Item/properties/name/type");
    assert_eq!(line.line, line_of("        name:") + 1);

    let findings = body(r#"{"name":"a","parent":{"name":"b","parent":{}}}"#);
    let line = findings[0].decided_by.as_ref().unwrap();
    assert_eq!(line.pointer, "/components/schemas/Item/required", "through the recursion");
    assert_eq!(line.line, line_of("required: [name]"));

    let findings = body(r#"{"name":"a","price":-1}"#);
    assert_eq!(findings[0].decided_by.as_ref().unwrap().line, line_of("oneOf:") + 1);
    assert_eq!(rules(&body(r#"{"name":"a","more":1}"#)), [Rule::InvalidBody]);
    assert_eq!(rules(&body("{")), [Rule::MalformedBody]);
    let long = good_without_type().body("too long", "text/plain");
    assert_eq!(rules(&long.check()), [Rule::InvalidBody]);
}

#[test]
fn without_the_tree_a_finding_points_at_the_schema() {
    let checker = Checker::new(&document().api).unwrap();
    let findings = checker.check(&good_without_type().json(r#"{"name":5}"#).exchange());
    let line = findings[0].decided_by.as_ref().unwrap();
    assert_eq!(line.pointer, "/components/schemas/Item/properties/name");
}

#[test]
fn values_do_not_reach_the_message() {
    let findings = good_without_type().json(r#"{"name":"a","password":"hunter2"}"#).check();
    assert_eq!(rules(&findings), [Rule::InvalidBody]);
    let text = findings[0].to_string();
    assert!(text.contains("/password") && !text.contains("hunter2"), "{text}");
}

#[test]
fn a_body_is_there_exactly_when_declared() {
    let mut no_content = case("GET", GOOD, 204);
    no_content.body = "x";
    assert_eq!(rules(&no_content.check()), [Rule::UnexpectedBody]);
    assert_eq!(rules(&good_without_type().check()), [Rule::MissingBody]);
    let head = case("HEAD", "/base/v2/items/7", 200).header("content-type", "application/json");
    assert_eq!(head.check(), []);
    let head = case("HEAD", "/base/v2/items/7", 200).json("{}");
    assert_eq!(rules(&head.check()), [Rule::UnexpectedBody]);
    let created = case("POST", "/base/v2/items", 201).sending_json(r#"{"name":"a"}"#);
    assert_eq!(created.check(), []);
}

#[test]
fn credentials_of_one_alternative_are_enough() {
    let target = "/base/v2/items/7?lang=en";
    assert_eq!(rules(&case("GET", target, 204).check_request()), [Rule::MissingCredentials]);
    let half = case("GET", target, 204).sending("authorization", "Bearer t");
    assert_eq!(rules(&half.check_request()), [Rule::MissingCredentials]);
    let basic = case("GET", target, 204).sending("authorization", "Basic t").sending("x-tenant", "1");
    assert_eq!(rules(&basic.check_request()), [Rule::MissingCredentials]);
    let both = case("GET", target, 204).sending("authorization", "bearer t").sending("x-tenant", "1");
    assert_eq!(both.check_request(), []);
}

#[test]
fn parameters_are_read_by_their_style_and_checked() {
    let check = |target: &str| rules(&case("GET", target, 204).check_request());
    let with = |query: &str| check(&format!("{GOOD}&{query}"));
    assert_eq!(with("fields=name&fields=price"), []);
    assert_eq!(with("fields=name&fields=colour"), [Rule::InvalidParameter]);
    assert_eq!(with("ids=1%7C2"), []);
    assert_eq!(with("ids=1%7Cx"), [Rule::InvalidParameter]);
    assert_eq!(with("ids=1&ids=2"), [Rule::DuplicateParameter]);
    assert_eq!(with("filter%5Bmax%5D=1.5"), []);
    assert_eq!(with("filter[max]=x"), [Rule::InvalidParameter]);
    assert_eq!(with("filter[min]=1"), [Rule::InvalidParameter]);
    assert_eq!(check("/base/v2/items/0?lang=en&api_key=k"), [Rule::InvalidParameter]);
    assert_eq!(check("/base/v2/items/x?lang=en&api_key=k"), [Rule::InvalidParameter]);
    assert_eq!(check("/base/v2/items/7?api_key=k"), [Rule::MissingParameter]);
    assert_eq!(check("/base/v2/items/7?lang=deu&api_key=k"), [Rule::InvalidParameter]);
    assert_eq!(check("/base/v2/items/7?lang=10&api_key=k"), [], "a number is also a text");
}

#[test]
fn a_bad_request_must_not_be_accepted() {
    let post = |body| case("POST", "/base/v2/items", 201).sending_json(body).check();
    assert_eq!(rules(&post(r#"{"name":1}"#)), [Rule::InvalidRequestAccepted]);
    assert_eq!(rules(&post("")), [Rule::InvalidRequestAccepted]);
    let refused = case("GET", "/base/v2/items/x", 400).body(r#"{"title":"no"}"#, "application/problem+json");
    assert_eq!(refused.check(), [], "refusing it is right");
}

#[test]
fn coverage_counts_declared_statuses_and_names_the_missing_ones() {
    let checker = checker();
    let mut coverage = Coverage::new(checker.api());
    assert_eq!(coverage.missing().len(), 6);
    for status in [200, 404, 404, 451, 500] {
        coverage.record(&checker, &case("GET", GOOD, status).exchange());
    }
    coverage.record(&checker, &case("GET", "/nowhere", 404).exchange());
    let missing: Vec<String> = coverage.missing().iter().map(ToString::to_string).collect();
    assert_eq!(missing, ["getItem 204", "headItem 200", "getSpecial default", "addItem 201"]);
    assert_eq!(coverage.count("getItem", 404), 2);
    assert_eq!(coverage.count("getItem", 500), 1);
    let table = coverage.to_string();
    for expected in [
        "shop: 2 of 6 declared statuses exercised",
        "404 ×2, 451 ×1",
        "MISSING",
        "undeclared: getItem answered 500 ×1",
    ] {
        assert!(table.contains(expected), "{table}");
    }
}

#[test]
fn examples_fit_their_own_schema() {
    let findings = checker().check_examples();
    assert_eq!(rules(&findings), [Rule::InvalidExample]);
    assert!(findings[0].message.contains("`Bad`"), "{}", findings[0]);
    assert!(findings[0].message.contains(&format!("shop.yaml:{}", line_of("Bad:"))), "{}", findings[0]);
    let line = findings[0].decided_by.as_ref().unwrap();
    assert_eq!(line.pointer, "/components/schemas/Item/properties/name/type");
}
