//! Taking a part of a document.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use unplug_openapi::Sources;
use unplug_openapi::diagnostic::render;
use unplug_openapi::ir::Api;
use unplug_openapi::load::{Loaded, load_sources};
use unplug_openapi::syntax::SourceFile;

const DOCUMENT: &str = r"
openapi: 3.1.0
info: {title: Pets, version: '1'}
security: [{key: []}]
webhooks:
  petAdopted: {post: {requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Adoption'}}}}}}
  petLost: {post: {responses: {'204': {description: Done.}}}}
paths:
  /pets:
    parameters: [{name: trace, in: header, schema: {type: string}}]
    get:
      operationId: listPets
      tags: [pets, public]
      responses:
        '200': {description: Pets., content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}}
    post:
      operationId: addPet
      tags: [pets]
      callbacks:
        onAdded: {'{$request.query.url}': {post: {requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Added'}}}}}}}
        onFailed: {'{$request.query.url}': {post: {responses: {'204': {description: Done.}}}}}
      parameters: [{in: query, schema: {type: string}}]
      responses: {'204': {description: Done.}}
  /owners/{id}:
    get:
      operationId: getOwner
      tags: [owners]
      security: [{other: []}]
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses: {'200': {$ref: '#/components/responses/Owner'}}
  /broken:
    get:
      tags: [pets]
      parameters: [{name: a, in: query, required: 'true', schema: {$ref: '#/components/schemas/Nothing'}}]
      responses: {'204': {description: Done.}}
components:
  securitySchemes:
    key: {type: apiKey, in: header, name: X-Key}
    other: {type: http, scheme: basic}
  responses:
    Owner: {description: An owner., content: {application/json: {schema: {$ref: '#/components/schemas/Owner'}}}}
  schemas:
    Unused: {type: object, properties: {x: {$ref: '#/components/schemas/Gone'}}}
    Owner: {type: object, properties: {pets: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}
    Pet: {type: object, discriminator: {propertyName: kind}, properties: {kind: {type: string}}}
    Cat: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {lives: {type: integer}}}]}
    Adoption: {type: object, properties: {by: {type: string}}}
    Added: {type: object, properties: {id: {type: string}}}
";

fn load(selection: &str) -> Loaded {
    let sources = Sources {
        selection: Some(SourceFile::new("specs/pets.selection.yaml", selection)),
        ..Sources::new(SourceFile::new("specs/pets.yaml", DOCUMENT))
    };
    load_sources("pets", sources)
}

/// A selection that leaves nothing to complain about.
fn selected(selection: &str) -> Api {
    let loaded = load(selection);
    assert_eq!(render(&loaded.diagnostics, false), "");
    loaded.document.unwrap().api
}

fn operations(api: &Api) -> Vec<&str> {
    api.operations.iter().map(|operation| operation.id.as_str()).collect()
}

fn components(api: &Api) -> Vec<&str> {
    api.schemas.iter().filter_map(|(_, schema)| schema.name.as_deref()).collect()
}

#[test]
fn the_document_as_a_whole_has_errors_that_a_selection_need_not_see() {
    let loaded = load_sources("pets", Sources::new(SourceFile::new("specs/pets.yaml", DOCUMENT)));
    assert!(loaded.has_errors());
    assert_eq!(operations(&loaded.document.unwrap().api), ["listPets", "getOwner", "get_broken"]);
}

#[test]
fn an_operation_comes_with_what_it_reaches_and_nothing_else() {
    let api = selected("operations: [listPets]");
    assert_eq!(operations(&api), ["listPets"]);
    // The cat is a pet, which only the discriminator knows.
    assert_eq!(components(&api), ["Pet", "Cat"]);
    assert_eq!(api.security_schemes.keys().collect::<Vec<_>>(), ["key"]);
    assert!(api.webhooks.is_empty());
    let body = api.operations[0].responses[0].contents[0].schema.unwrap();
    let pet = api.schemas[api.schemas[body].items.unwrap()].reference.unwrap();
    assert_eq!(api.schemas[pet].name.as_deref(), Some("Pet"));
    let cat = api.schemas[pet].discriminator.as_ref().unwrap().mapping["Cat"];
    assert_eq!(api.schemas[cat].name.as_deref(), Some("Cat"));
}

#[test]
fn an_operation_may_be_named_by_its_method_and_path() {
    let api = selected("operations: ['get /owners/{id}']");
    assert_eq!(operations(&api), ["getOwner"]);
    assert_eq!(components(&api), ["Owner", "Pet", "Cat"]);
    assert_eq!(api.security_schemes.keys().collect::<Vec<_>>(), ["other"]);
}

#[test]
fn a_tag_selects_all_that_have_it() {
    let api = selected("{tags: [owners, public], x-why: two screens need them}");
    assert_eq!(operations(&api), ["listPets", "getOwner"]);
}

#[test]
fn a_webhook_is_there_only_when_it_is_listed() {
    let loaded = load("webhooks: [petAdopted]");
    let rules: Vec<_> = loaded.diagnostics.iter().map(|finding| finding.rule).collect();
    assert_eq!(rules, ["webhook-not-served"]);
    let api = loaded.document.unwrap().api;
    assert_eq!((operations(&api).len(), api.webhooks.len()), (0, 1));
    assert_eq!(components(&api), ["Adoption"]);
}

#[test]
fn an_error_in_what_is_selected_is_reported() {
    let loaded = load("operations: [addPet, listPets]\ncallbacks: [onAdded]");
    insta::assert_snapshot!("selected-error", render(&loaded.diagnostics, false));
    assert_eq!(operations(&loaded.document.unwrap().api), ["listPets"]);
}

#[test]
fn a_callback_is_there_only_when_it_is_listed() {
    let document = DOCUMENT.replace("      parameters: [{in: query, schema: {type: string}}]\n", "");
    let load = |selection: &str| {
        let sources = Sources {
            selection: Some(SourceFile::new("specs/pets.selection.yaml", selection)),
            ..Sources::new(SourceFile::new("specs/pets.yaml", document.as_str()))
        };
        load_sources("pets", sources)
    };
    let loaded = load("operations: [addPet]");
    assert_eq!(render(&loaded.diagnostics, false), "");
    assert!(loaded.document.unwrap().api.operations[0].callbacks.is_empty());
    let api = load("{operations: [addPet], callbacks: [onAdded]}").document.unwrap().api;
    assert_eq!(api.operations[0].callbacks.len(), 1);
    assert_eq!(components(&api), ["Added"]);
}

macro_rules! refused {
    ($($test:ident: $selection:expr)*) => {
        $(
            #[test]
            fn $test() {
                let loaded = load($selection);
                assert!(loaded.document.is_none());
                insta::assert_snapshot!(stringify!($test), render(&loaded.diagnostics, false));
            }
        )*
    };
}

refused! {
    entries_that_match_nothing: "operations:\n  - listPetz\n  - GET /owner/{id}\n  - listPets\ntags: [owner]\n\
        webhooks: [petAdoptd]\ncallbacks: [onAdded]\n"
    an_unknown_field_and_wrong_types: "operation: [listPets]\ntags: pets\noperations: [5, '', listPets]\n"
    a_list_instead_of_an_object: "- listPets\n"
    an_empty_selection: "{operations: [], callbacks: [onAdded]}"
    a_selection_that_is_no_yaml: "operations: [listPets\n"
}
