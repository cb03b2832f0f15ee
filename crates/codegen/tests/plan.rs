//! Names and types that the plan decides on.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use unplug_codegen::emit::rust_type;
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
fn operations_hide_no_method_of_the_client() {
    let names = ["new", "builder", "call", "callDirectly", "clone", "into", "cloned"];
    let paths: Vec<String> = names
        .iter()
        .map(|name| {
            format!("/{name}: {{get: {{operationId: {name}, responses: {{'204': {{description: ''}}}}}}}}")
        })
        .collect();
    let api = api(&format!("{{{}}}", paths.join(", ")), "{}");
    let (plan, _) = Plan::new(&api);
    let found: Vec<_> = plan.operations.iter().map(|operation| operation.rust_name.as_str()).collect();
    let expected = [
        "new_operation",
        "builder_operation",
        "call_operation",
        "call_directly_operation",
        "clone_operation",
        "into_operation",
        "cloned",
    ];
    assert_eq!(found, expected);
}

#[test]
fn values_have_the_names_and_descriptions_of_the_document() {
    let api = api(
        "{/a: {get: {operationId: a, responses: {'200': {description: ''}}}}}",
        "{Size: {type: integer, enum: [1, 2, -1], x-enum-varnames: [SMALL, large_one, small],
                 x-enum-descriptions: ['', 'Two.', 'Less.']},
          Kind: {type: string, enum: [c, d], x-enum-varnames: {c: cat}, x-enum-descriptions: {d: 'A dog.'}},
          Short: {type: string, enum: [c, d], x-enum-varnames: [cat]},
          Open: {type: string, x-extensible-enum: [c, d], x-enumNames: [Cat, Dog]}}",
    );
    let (plan, _) = Plan::new(&api);
    let variants = |name: &str| -> Vec<(String, Option<String>)> {
        let def = plan.types.defs.iter().find(|def| def.name.to_string() == name).unwrap();
        let TypeKind::Enum(def) = &def.kind else { panic!("{name} is no enumeration") };
        def.variants.iter().map(|v| (v.variant.to_string(), v.description.clone())).collect()
    };
    let expect = |given: &[(&str, Option<&str>)]| -> Vec<(String, Option<String>)> {
        given.iter().map(|(name, text)| ((*name).to_owned(), text.map(str::to_owned))).collect()
    };
    let size = [("Small", None), ("LargeOne", Some("Two.")), ("Small2", Some("Less."))];
    assert_eq!(variants("Size"), expect(&size));
    assert_eq!(variants("Kind"), expect(&[("Cat", None), ("D", Some("A dog."))]));
    assert_eq!(variants("Short"), expect(&[("C", None), ("D", None)]));
    assert_eq!(variants("Open"), expect(&[("Cat", None), ("Dog", None)]));
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
    assert!(diagnostics[0].position().is_some());
}

#[test]
fn what_cannot_be_expressed_is_any_json_and_reported() {
    let api =
        api("{}", "{A: {oneOf: [{type: string}, {type: integer}], anyOf: [{type: boolean}, {type: array}]}}");
    assert_eq!(rules(&api), ["several-unions"]);
    let (plan, _) = Plan::new(&api);
    let TypeKind::Alias(ty) = &plan.types.defs[0].kind else { panic!("a component keeps its name") };
    assert_eq!(rust_type::local(&plan.types, ty).to_string(), "serde_json :: Value");
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
        ("*/*", ContentKind::Bytes),
        ("text/plain", ContentKind::Text),
        ("application/atom+xml", ContentKind::Bytes),
        ("text/xml; charset=utf-8", ContentKind::Bytes),
        ("text/event-stream", ContentKind::EventStream),
        ("application/x-ndjson", ContentKind::JsonLines),
        ("application/stream+json", ContentKind::JsonLines),
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

/// The type of the only response's only body.
fn body_of(content: &str) -> String {
    let text = format!(
        r"openapi: 3.2.0
info: {{title: T, version: '1'}}
paths:
  /a:
    get:
      operationId: a
      responses: {{'200': {{description: d, content: {{{content}}}}}}}
components:
  schemas:
    Chunk: {{type: object, properties: {{n: {{type: integer}}}}}}
    Event: {{type: object, properties: {{event: {{type: string}}, data: {{$ref: '#/components/schemas/Chunk'}}}}}}
    Ping: {{type: object, properties: {{event: {{const: ping}}, data: {{type: string}}}}}}
    Raw:
      type: object
      properties: {{data: {{type: string, contentMediaType: application/json}}}}
    Typed:
      type: object
      properties:
        data:
          type: string
          contentMediaType: application/json
          contentSchema: {{$ref: '#/components/schemas/Chunk'}}
    Frame: {{type: object, properties: {{kind: {{type: string}}, data: {{type: string}}}}}}
"
    );
    let loaded = load_text("t", SourceFile::new("t.yaml", text), None);
    assert!(!loaded.has_errors(), "{:?}", loaded.diagnostics);
    let api = loaded.document.unwrap().api;
    let (plan, _) = Plan::new(&api);
    let body = plan.operations[0].responses[0].body_type().unwrap();
    rust_type::of_body(&plan.types, body).to_string().replace(' ', "")
}

#[test]
fn what_a_range_is_its_schema_says() {
    let bytes = "runtime::ByteStream";
    assert_eq!(body_of("'*/*': {}"), bytes);
    assert_eq!(body_of("'*/*': {schema: {type: string, format: binary}}"), bytes);
    assert_eq!(body_of("'application/*': {schema: {$ref: '#/components/schemas/Chunk'}}"), "types::Chunk");
    assert_eq!(body_of("'*/*': {schema: {type: array, items: {type: string}}}"), "Vec<String>");
    assert_eq!(body_of("text/plain: {schema: {$ref: '#/components/schemas/Chunk'}}"), "String");
    assert_eq!(body_of("application/xml: {schema: {$ref: '#/components/schemas/Chunk'}}"), bytes);
}

#[test]
fn a_schema_of_events_is_for_the_event_or_for_its_data() {
    let events = |content: &str| {
        let ty = body_of(&format!("text/event-stream: {content}"));
        let item = ty.strip_prefix("runtime::EventStream<").unwrap();
        item.strip_suffix('>').unwrap().to_owned()
    };
    assert_eq!(events("{}"), "String");
    assert_eq!(events("{schema: {type: string}}"), "String");
    assert_eq!(events("{schema: {$ref: '#/components/schemas/Chunk'}}"), "types::Chunk");
    assert_eq!(
        events("{schema: {type: array, items: {$ref: '#/components/schemas/Chunk'}}}"),
        "types::Chunk"
    );
    assert_eq!(events("{schema: {$ref: '#/components/schemas/Event'}}"), "types::Chunk");
    assert_eq!(events("{itemSchema: {$ref: '#/components/schemas/Event'}}"), "types::Chunk");
    assert_eq!(events("{itemSchema: {$ref: '#/components/schemas/Ping'}}"), "String");
    assert_eq!(events("{itemSchema: {$ref: '#/components/schemas/Raw'}}"), "serde_json::Value");
    assert_eq!(events("{itemSchema: {$ref: '#/components/schemas/Typed'}}"), "types::Chunk");
    assert_eq!(events("{itemSchema: {allOf: [{$ref: '#/components/schemas/Typed'}]}}"), "types::Chunk");
    // `kind` is no field of an event, so that this is the schema of the data.
    assert_eq!(events("{itemSchema: {$ref: '#/components/schemas/Frame'}}"), "types::Frame");
    let events_of = |branches: &str| events(&format!("{{itemSchema: {{oneOf: [{branches}]}}}}"));
    let [chunk, ping, raw] =
        ["Event", "Ping", "Raw"].map(|name| format!("{{$ref: '#/components/schemas/{name}'}}"));
    // Text that is no JSON can come, so that nothing but text has room for all of it.
    assert_eq!(events_of(&format!("{chunk}, {ping}")), "String");
    assert_eq!(events_of(&format!("{chunk}, {raw}")), "serde_json::Value");
    let by_event = "type: object, properties: {event: {type: string}, data: {type: string}}, oneOf: [
        {properties: {event: {const: a}, data: {contentMediaType: application/json, contentSchema: {$ref: '#/components/schemas/Chunk'}}}},
        {properties: {event: {const: b}}}]";
    assert_eq!(events(&format!("{{itemSchema: {{{by_event}}}}}")), "String");
    let all_json = by_event.replace("{event: {const: b}}", "{data: {contentMediaType: application/json}}");
    assert_eq!(events(&format!("{{itemSchema: {{{all_json}}}}}")), "serde_json::Value");
    let lines = "runtime::JsonLines<types::Chunk>";
    assert_eq!(body_of("application/jsonl: {itemSchema: {$ref: '#/components/schemas/Chunk'}}"), lines);
    // Said of the whole text, not of the values in it.
    let any = "runtime::JsonLines<serde_json::Value>";
    assert_eq!(body_of("application/jsonl: {schema: {type: string, format: binary}}"), any);
}

#[test]
fn a_constant_goes_with_what_it_is_a_part_of() {
    let body = |other: &str| {
        format!(
            "{{description: '', content: {{application/json: {{schema: {{type: object, required: [ok],
               properties: {{ok: {{const: false}}, {other}: {{type: string}}}}}}}}}}}}"
        )
    };
    let (error, detail) = (body("error"), body("detail"));
    let paths = format!(
        "{{/a: {{get: {{operationId: a, responses: {{'400': {error}, '403': {detail}, '429': {error}}}}}}}}}"
    );
    let api = api(&paths, "{Failure: {type: object, properties: {ok: {const: false}}}}");
    let (plan, _) = Plan::new(&api);
    assert_eq!(
        type_names(&plan),
        [
            "Failure",
            "FailureOk",
            "ABadRequestBody",
            "ABadRequestBodyOk",
            "AForbiddenBody",
            "AForbiddenBodyOk"
        ]
        .map(str::to_owned)
    );
}

#[test]
fn headers_are_one_type_where_the_document_says_so() {
    let text = "
openapi: 3.1.0
info: {title: T, version: '1'}
paths:
  /a:
    get:
      operationId: a
      responses:
        '200': {description: '', headers: &limits {X-Rate-Limit: {$ref: '#/components/headers/X-Rate-Limit'}, X-Rate-Reset: {$ref: '#/components/headers/X-Rate-Reset'}}}
        '201': {description: '', headers: *limits}
        '202': {description: '', headers: &own {X-Own: {schema: {type: string}}}}
        '203': {description: '', headers: *own}
        '400': {$ref: '#/components/responses/Refused'}
        '404': {$ref: '#/components/responses/Refused'}
components:
  headers:
    X-Rate-Limit: {schema: {type: integer}}
    X-Rate-Reset: {schema: {type: integer}}
  responses:
    Refused: {description: '', headers: {Retry-After: {schema: {type: integer}}}}
";
    let loaded = load_text("t", SourceFile::new("t.yaml", text), None);
    assert!(!loaded.has_errors(), "{:?}", loaded.diagnostics);
    let api = loaded.document.unwrap().api;
    let (plan, _) = Plan::new(&api);
    let structs = plan.operations[0]
        .responses
        .iter()
        .map(|response| (response.headers_struct.as_ref().unwrap().to_string(), response.declares_headers));
    let expected = [
        ("XRateHeaders", true),
        ("XRateHeaders", false),
        ("AAcceptedHeaders", true),
        ("ANonAuthoritativeInformationHeaders", true),
        ("RefusedHeaders", true),
        ("RefusedHeaders", false),
    ];
    assert_eq!(structs.collect::<Vec<_>>(), expected.map(|(name, first)| (name.to_owned(), first)));
}

#[test]
fn a_type_that_is_not_named_is_assumed_and_said() {
    let api = api(
        "{}",
        "{Pet: {properties: {name: {type: string}}, required: [name]},
          Words: {items: {type: string}},
          Code: {pattern: '^a'},
          Mixed: {minimum: 3, properties: {name: {type: string}}},
          Length: {minLength: 2}, Patterns: {patternProperties: {a: {type: string}}},
          Needs: {required: [a]}, Values: {additionalProperties: {type: string}}, Tuple: {prefixItems: [{}]},
          Named: {type: object, allOf: [{required: [a]}, {properties: {a: {type: string}}}]}}",
    );
    assert_eq!(rules(&api), ["type-assumed"]);
    let (plan, _) = Plan::new(&api);
    for whole in ["Words", "Code", "Mixed", "Length", "Patterns", "Needs", "Values", "Tuple"] {
        let found = plan.types.defs.iter().find(|def| def.name.to_string() == whole).unwrap();
        let is_whole =
            matches!(&found.kind, TypeKind::Alias(ty) if ty.shape == unplug_codegen::types::Shape::Value);
        assert!(is_whole, "{whole}: {:?}", found.kind);
    }
}

#[test]
fn listed_values_that_the_type_refuses_have_no_variant() {
    let api = api(
        "{}",
        "{Word: {type: string, enum: [a, 1, b]}, Never: {type: string, enum: [1, 2]},
          Both: {allOf: [{enum: [a]}, {type: string, enum: [b]}]}}",
    );
    let (plan, _) = Plan::new(&api);
    let listed =
        |name: &str| match &plan.types.defs.iter().find(|def| def.name.to_string() == name).unwrap().kind {
            TypeKind::Enum(found) => {
                found.variants.iter().map(|variant| variant.value.to_string()).collect::<Vec<_>>()
            }
            other => panic!("{other:?}"),
        };
    assert_eq!(listed("Word"), ["\"a\"", "\"b\""]);
    assert_eq!(listed("Never"), ["1", "2"]);
    assert_eq!(listed("Both"), ["\"a\"", "\"b\""]);
}

#[test]
fn members_that_only_a_condition_declares_are_fields() {
    let api = api(
        "{}",
        "{Payment: {type: object, properties: {kind: {type: string}},
            if: {properties: {kind: {const: card}}},
            then: {properties: {card: {type: object}}}, else: {$ref: '#/components/schemas/Other'},
            dependentSchemas: {card: {if: {required: [a]}, then: {properties: {pin: {type: string}}}}}},
          Other: {type: object, properties: {iban: {type: string}}},
          Rest: {type: object, properties: {a: {type: string}}, unevaluatedProperties: {type: integer}}}",
    );
    let (plan, _) = Plan::new(&api);
    let fields =
        |name: &str| match &plan.types.defs.iter().find(|def| def.name.to_string() == name).unwrap().kind {
            TypeKind::Struct(definition) => definition.clone(),
            other => panic!("{other:?}"),
        };
    let names: Vec<String> = fields("Payment").fields.iter().map(|field| field.name.clone()).collect();
    assert_eq!(names, ["kind", "card", "iban", "pin"]);
    let rest = fields("Rest").additional.unwrap();
    assert_eq!(rest.ty.shape, unplug_codegen::types::Shape::Integer);
}

/// What an `encoding` says of a part to no effect.
#[test]
fn what_an_encoding_says_to_no_effect_is_reported() {
    let api = api(
        "{/a: {post: {operationId: a,
            requestBody: {content: {
              multipart/form-data: {
                schema: {type: object, properties: {
                  file: {type: string, format: binary}, row: {type: object}, list: {type: array}}},
                encoding: {
                  file: {headers: {X-A: {schema: {type: string}}}},
                  row: {headers: {X-A: {schema: {type: string}}}},
                  list: {explode: false}}}}},
            responses: {'204': {description: ''}}}}}",
        "{}",
    );
    let (_, diagnostics) = Plan::new(&api);
    let content = "/paths/~1a/post/requestBody/content";
    let found: Vec<_> = diagnostics.iter().map(|found| (found.rule, found.pointer.as_str())).collect();
    let expected = [
        ("part-headers", format!("{content}/multipart~1form-data/encoding/row")),
        ("part-style", format!("{content}/multipart~1form-data/encoding/list")),
    ];
    let expected: Vec<_> = expected.iter().map(|(rule, pointer)| (*rule, pointer.as_str())).collect();
    assert_eq!(found, expected);
}

/// A declared encoding of text reaches both sides, and one that nobody knows is reported.
#[test]
fn declared_encodings_of_text_are_known_or_reported() {
    let api = api(
        "{/a: {post: {operationId: a,
            requestBody: {content: {
              'text/plain; charset=latin-nine': {schema: {type: string}},
              'application/json; charset=ISO-8859-1': {schema: {type: object}}}},
            responses: {'200': {description: '', content: {'application/json; charset=klingon': {}}}}}}}",
        "{}",
    );
    let (plan, diagnostics) = Plan::new(&api);
    let found: Vec<_> = diagnostics.iter().map(|found| (found.rule, found.pointer.as_str())).collect();
    let request = "/paths/~1a/post/requestBody/content/text~1plain; charset=latin-nine";
    let response = "/paths/~1a/post/responses/200/content/application~1json; charset=klingon";
    assert_eq!(found, [("unknown-charset", request), ("unknown-charset", response)]);
    let (files, _) = unplug_codegen::server::emit(&plan);
    let text: String = files.iter().map(|file| file.tokens.to_string()).collect();
    assert!(text.contains("application/json;charset=ISO-8859-1"), "the stub reads by it");
}
