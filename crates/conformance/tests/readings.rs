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

#[test]
fn brackets_lead_to_members_of_members() {
    let checker = checker(
        "{name: filter, in: query, style: deepObject, explode: true, schema: {type: object, additionalProperties: \
         false, properties: {price: {type: object, properties: {gte: {type: integer}}}, tags: {type: array, \
         maxItems: 2, items: {type: string}}, rows: {type: array, items: {type: object, required: [id], properties: \
         {id: {type: integer}}}}}}}",
    );
    for good in [
        "filter[price][gte]=1",
        "filter%5Bprice%5D%5Bgte%5D=1",
        "filter[tags][]=a&filter[tags][]=b",
        "filter[tags][1]=a&filter[tags][0]=b",
        "filter[tags]=a",
        "filter[rows][0][id]=1&filter[rows][1][id]=2",
    ] {
        assert_eq!(rules(&checker, &format!("/a?{good}")), [], "{good}");
    }
    for bad in [
        "filter[price][gte]=x",
        "filter[other]=1",
        "filter[tags][]=a&filter[tags][]=b&filter[tags][]=c",
        "filter[rows][0][id]=1&filter[rows][1][x]=2",
    ] {
        assert_eq!(rules(&checker, &format!("/a?{bad}")), [Rule::InvalidParameter], "{bad}");
    }
}

fn body_rules(body: &'static str) -> Vec<Rule> {
    let text = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {/a: {post: {requestBody: {required: true, content: \
        {application/x-www-form-urlencoded: {schema: {type: object, required: [q], additionalProperties: false, \
        properties: {q: {type: string}, n: {type: integer}, tags: {type: array, items: {type: integer}}, cols: \
        {type: array, maxItems: 2, items: {type: string}}, pipes: {type: array, items: {type: integer}}, deep: \
        {type: object, properties: {a: {type: object, properties: {b: {type: integer}}}}}, json: {type: object, \
        properties: {a: {type: integer}}}, size: {type: object, properties: {width: {type: integer}}}}}, encoding: \
        {cols: {explode: false}, pipes: {style: pipeDelimited}, deep: {style: deepObject}, size: {style: form}}}}}, \
        responses: {'204': {description: None.}}}}}";
    let loaded = load_text("t", SourceFile::new("t.yaml", text.to_owned()), None);
    let document = loaded.document.unwrap_or_else(|| panic!("{:#?}", loaded.diagnostics));
    let request = Request::builder().method("POST").uri("/a");
    let request = request.header("content-type", "application/x-www-form-urlencoded").body(body).unwrap();
    let exchange = Exchange::new(request, Response::builder().status(204).body("").unwrap());
    let checker = Checker::for_document(&document).unwrap();
    checker.check_request(&exchange).into_iter().map(|finding| finding.rule).collect()
}

#[test]
fn fields_of_a_form_are_read_by_their_encoding() {
    for good in [
        "q=1&n=2",
        "q=a+b&tags=1&tags=2",
        "q=&cols=a,b",
        "q=&cols=a%2Cb,c",
        "q=x&pipes=1|2%7C3",
        "q=x&deep[a][b]=1",
        "q=x&json=%7B%22a%22:1%7D",
        "q=x&width=1",
    ] {
        assert_eq!(body_rules(good), [], "{good}");
    }
    for bad in [
        "n=2",
        "q=x&n=y",
        "q=x&tags=y",
        "q=x&cols=a,b,c",
        "q=x&pipes=1|y",
        "q=x&deep[a][b]=y",
        "q=x&json=%7B%22a%22:%22y%22%7D",
        "q=x&width=y",
        "q=x&other=1",
    ] {
        assert_eq!(body_rules(bad), [Rule::InvalidBody], "{bad}");
    }
}
