//! Names and types that the plan decides on.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use unplug_codegen::plan::{ContentKind, Plan};
use unplug_codegen::types::{Decision, TypeKind};
use unplug_openapi::ir::Api;
use unplug_openapi::load::load_text;
use unplug_openapi::syntax::SourceFile;

fn api(paths: &str, schemas: &str) -> Api {
    let text = format!(
        "openapi: 3.1.0\ninfo: {{title: T, version: '1'}}\npaths: {paths}\ncomponents:\n  schemas: {schemas}\n"
    );
    let loaded = load_text("t", SourceFile::new("t.yaml", text), None);
    assert!(!loaded.has_errors(), "{:?}", loaded.diagnostics);
    loaded.document.unwrap().api
}

fn type_names(plan: &Plan<'_>) -> Vec<String> {
    plan.types.defs.iter().map(|def| def.name.to_string()).collect()
}

fn rules(api: &Api) -> Vec<&'static str> {
    Plan::new(api).1.iter().map(|diagnostic| diagnostic.rule).collect()
}

#[test]
fn operations_never_share_a_message() {
    let api = api(
        "{/a: {get: {operationId: get_a, responses: {'200': {description: ''}}},
               put: {operationId: getA, responses: {'200': {description: ''}}}},
          /b: {get: {x-rust-name: fetch, operationId: b, responses: {'200': {description: ''}}},
               put: {operationId: type, responses: {'200': {description: ''}}}}}",
        "{}",
    );
    let (plan, diagnostics) = Plan::new(&api);
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    let names: Vec<_> = plan
        .operations
        .iter()
        .map(|operation| (operation.rust_name.as_str(), operation.prefix.as_str()))
        .collect();
    let expected = [("get_a", "GetA"), ("get_a_2", "GetA2"), ("fetch", "Fetch"), ("type", "Type")];
    assert_eq!(names, expected);
}

#[test]
fn a_component_gives_way_to_a_message_and_to_a_chosen_name() {
    let api = api(
        "{/a: {get: {operationId: a, responses: {'200': {description: ''}}}}}",
        "{AOk: {type: object, properties: {x: {type: string}}},
          Cat: {type: object, properties: {x: {type: string}}},
          Feline: {x-rust-name: Cat, type: object, properties: {x: {type: string}}}}",
    );
    let (plan, _) = Plan::new(&api);
    assert_eq!(type_names(&plan), ["AOk2", "Cat2", "Cat"]);
    assert_eq!(plan.operations[0].responses[0].struct_name.to_string(), "AOk");
}

#[test]
fn two_schemas_with_one_chosen_name_are_reported() {
    let api = api(
        "{}",
        "{A: {x-rust-name: Same, type: object, properties: {x: {type: string}}},
          B: {x-rust-name: Same, type: object, properties: {x: {type: string}}}}",
    );
    let (plan, diagnostics) = Plan::new(&api);
    assert_eq!(type_names(&plan), ["Same", "Same2"]);
    assert_eq!(diagnostics.len(), 1);
    assert_eq!(diagnostics[0].rule, "name-taken");
    assert_eq!(diagnostics[0].pointer, "/components/schemas/B");
    assert!(diagnostics[0].location().is_some());
}

#[test]
fn what_cannot_be_expressed_is_any_json_and_reported() {
    let api =
        api("{}", "{A: {oneOf: [{type: string}, {type: integer}], anyOf: [{type: boolean}, {type: array}]}}");
    assert_eq!(rules(&api), ["several-unions"]);
    let (plan, _) = Plan::new(&api);
    let TypeKind::Alias(ty) = &plan.types.defs[0].kind else { panic!("a component keeps its name") };
    assert_eq!(plan.types.tokens(ty, None).to_string(), "serde_json :: Value");
}

#[test]
fn a_discriminator_that_misses_a_branch_is_reported() {
    let api = api(
        "{}",
        "{A: {discriminator: {propertyName: kind, mapping: {b: '#/components/schemas/B'}},
              oneOf: [{$ref: '#/components/schemas/B'},
                      {type: object, properties: {kind: {type: string}}, required: [kind]}]},
          B: {type: object, properties: {kind: {type: string}}, required: [kind]}}",
    );
    assert_eq!(rules(&api), ["discriminator-without-tag"]);
    let (plan, _) = Plan::new(&api);
    let TypeKind::Union(union) = &plan.types.defs[0].kind else { panic!("two branches are a union") };
    assert_eq!(union.decision, Decision::Merged);
}

#[test]
fn a_reference_that_leads_only_to_itself_ends() {
    let api = api(
        "{}",
        "{A: {allOf: [{$ref: '#/components/schemas/B'}], description: a},
          B: {properties: {a: {$ref: '#/components/schemas/A'}}, allOf: [{$ref: '#/components/schemas/C'}]},
          C: {type: object, additionalProperties: {$ref: '#/components/schemas/C'}},
          D: {type: array, items: {type: array, items: {$ref: '#/components/schemas/D'}}}}",
    );
    let (plan, diagnostics) = Plan::new(&api);
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    assert!(type_names(&plan).contains(&"D".to_owned()));
}

#[test]
fn media_types_have_their_ways() {
    for (name, kind) in [
        ("application/json", ContentKind::Json),
        ("application/problem+json; charset=utf-8", ContentKind::Json),
        ("*/*", ContentKind::Json),
        ("text/plain", ContentKind::Text),
        ("application/atom+xml", ContentKind::Text),
        ("text/event-stream", ContentKind::Bytes),
        ("image/png", ContentKind::Bytes),
        ("application/x-www-form-urlencoded", ContentKind::Form),
        ("multipart/form-data", ContentKind::Multipart),
    ] {
        assert_eq!(ContentKind::of(name), kind, "{name}");
    }
}

#[test]
fn what_webhooks_and_callbacks_carry_has_types() {
    let api = api(
        "{/a: {post: {operationId: subscribe, responses: {'204': {description: ''}},
               callbacks: {onData: {'{$request.query.url}': {
                 post: {requestBody: {content: {application/json: {schema: {type: object, properties: {n: {type: integer}}}}}},
                        responses: {'204': {description: ''}}}}}}}}}
webhooks:
  new-pet:
    post:
      requestBody: {content: {application/json: {schema: {type: object, properties: {name: {type: string}}}}}}
      responses: {'200': {description: '', content: {application/json: {schema: {type: object, properties: {seen: {type: boolean}}}}}}}
  both:
    post: {requestBody: {content: {application/json: {schema: {enum: [a, b]}}}}}
    put: {requestBody: {content: {application/json: {schema: {enum: [c, d]}}}}}",
        "{}",
    );
    let (plan, diagnostics) = Plan::new(&api);
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    assert_eq!(plan.operations.len(), 1);
    assert_eq!(
        type_names(&plan),
        [
            "NewPetWebhookBody",
            "NewPetWebhookOkBody",
            "BothWebhookPostBody",
            "BothWebhookPutBody",
            "SubscribeOnDataCallbackBody"
        ]
    );
}
