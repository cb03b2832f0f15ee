//! Text on the wire that could mean several things: what the schema allows is what it means.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use http::{Request, Response};
use unplug_conformance::{Checker, Exchange, Rule};
use unplug_openapi::load::load_text;
use unplug_openapi::syntax::SourceFile;

/// A checker for `GET /a` with these parameters, at the server's own address.
fn checker(parameters: &str) -> Checker {
    let text = format!(
        "openapi: 3.1.0\ninfo: {{title: T, version: '1'}}\nservers: [{{url: '{{site}}'}}]\n\
         paths: {{/a: {{get: {{parameters: [{parameters}], responses: {{'204': {{description: None.}}}}}}}}}}\n"
    );
    let loaded = load_text("t", SourceFile::new("t.yaml", text), None);
    let document = loaded.document.unwrap_or_else(|| panic!("{:#?}", loaded.diagnostics));
    Checker::for_document(&document).unwrap()
}

fn rules(checker: &Checker, target: &str) -> Vec<Rule> {
    let request = Request::builder().uri(target).body("").unwrap();
    let exchange = Exchange::new(request, Response::builder().status(204).body("").unwrap());
    checker.check_request(&exchange).into_iter().map(|finding| finding.rule).collect()
}

#[test]
fn a_server_that_is_one_variable_has_no_base_path() {
    let checker = checker("");
    assert_eq!(rules(&checker, "/a"), []);
    assert_eq!(rules(&checker, "/b"), [Rule::UnknownOperation]);
}

#[test]
fn a_list_in_a_branch_of_a_union_may_have_one_item() {
    let checker = checker(
        "{name: ids, in: query, schema: {anyOf: [{type: array, maxItems: 2, items: {type: string}}, \
         {type: 'null'}]}}",
    );
    assert_eq!(rules(&checker, "/a?ids=x"), []);
    assert_eq!(rules(&checker, "/a?ids=x&ids=y"), []);
    assert_eq!(rules(&checker, "/a?ids=x&ids=y&ids=z"), [Rule::InvalidParameter]);
}

#[test]
fn each_item_is_read_as_what_it_may_be() {
    let item = "{anyOf: [{type: string, enum: [failed]}, {type: integer, minimum: 100}]}";
    let checker = checker(&format!("{{name: s, in: query, schema: {{type: array, items: {item}}}}}"));
    assert_eq!(rules(&checker, "/a?s=failed&s=404"), []);
    assert_eq!(rules(&checker, "/a?s=failed&s=4"), [Rule::InvalidParameter]);
}

#[test]
fn a_free_form_object_has_what_belongs_to_no_other_parameter() {
    let checker = checker(
        "{name: page, in: query, schema: {type: integer}}, \
         {name: prefs, in: query, required: true, schema: {type: object, additionalProperties: {type: integer}}}",
    );
    assert_eq!(rules(&checker, "/a?page=1&volume=3"), []);
    assert_eq!(rules(&checker, "/a?page=1"), [Rule::MissingParameter]);
    assert_eq!(rules(&checker, "/a?volume=loud"), [Rule::InvalidParameter]);
}

#[test]
fn a_pattern_that_cannot_be_read_leaves_the_rest_to_be_checked() {
    let checker =
        checker("{name: path, in: query, schema: {type: string, maxLength: 3, pattern: '^/[\\w-/]*$'}}");
    assert_eq!(checker.unread_patterns(), ["^/[\\w-/]*$"]);
    assert_eq!(rules(&checker, "/a?path=abc"), []);
    assert_eq!(rules(&checker, "/a?path=abcd"), [Rule::InvalidParameter]);
}
