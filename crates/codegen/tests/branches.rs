//! Branches of an `anyOf` that a value may match together.
#![allow(clippy::unwrap_used, reason = "tests")]

use unplug_codegen::plan::Plan;
use unplug_openapi::load::load_text;
use unplug_openapi::syntax::SourceFile;

/// The rules of what is said about a body that is any of these branches.
fn said(branches: &str) -> Vec<(&'static str, String)> {
    let text = format!(
        "openapi: 3.1.0\ninfo: {{title: T, version: '1'}}\npaths: {{/a: {{post: {{operationId: a, \
         requestBody: {{content: {{application/json: {{schema: {{anyOf: [{branches}]}}}}}}}}, \
         responses: {{'204': {{description: Done}}}}}}}}}}\ncomponents: {{schemas: {{\
         Cat: {{type: object, required: [kind], properties: {{kind: {{const: cat}}, name: {{type: string}}}}}}, \
         Dog: {{type: object, required: [kind], properties: {{kind: {{const: dog}}, size: {{type: integer}}}}}}, \
         Price: {{type: object, properties: {{amount: {{type: integer}}}}}}}}}}\n"
    );
    let loaded = load_text("t", SourceFile::new("t.yaml", text), None);
    let api = loaded.document.unwrap().api;
    let (_, diagnostics) = Plan::new(&api);
    diagnostics.into_iter().map(|found| (found.rule, found.pointer)).collect()
}

const PET: &str = "{oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}], \
                   discriminator: {propertyName: kind}}";

#[test]
fn a_union_with_a_tag_beside_an_object_is_said_to_lose_members() {
    let found = said(&format!("{PET}, {{$ref: '#/components/schemas/Price'}}"));
    let place = "/paths/~1a/post/requestBody/content/application~1json/schema";
    assert_eq!(found, [("branches-not-compared", place.to_owned())]);
}

#[test]
fn nothing_is_said_where_nothing_can_be_lost() {
    for beside in ["{type: 'null'}", "{type: string}", "{type: array, items: {type: string}}"] {
        assert_eq!(said(&format!("{PET}, {beside}")), [], "{beside}");
    }
    let objects = "{$ref: '#/components/schemas/Price'}, {$ref: '#/components/schemas/Cat'}";
    assert_eq!(said(objects), [], "these are one struct");
}
