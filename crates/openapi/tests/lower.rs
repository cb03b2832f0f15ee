//! What the IR says about a document.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use unplug_openapi::diagnostic::{Severity, render};
use unplug_openapi::ir::{
    Api, JsonType, Method, Operation, ParameterShape, SchemaId, SecuritySchemeKind, StatusSpec,
};
use unplug_openapi::load::{Loaded, load_text};
use unplug_openapi::syntax::SourceFile;

fn load(name: &str, text: &str) -> Loaded {
    load_text(name, SourceFile::new(format!("{name}.yaml"), text), None)
}

/// A document that must load without any error or warning.
fn sound(name: &str, text: &str) -> Api {
    let mut loaded = load(name, text);
    loaded.diagnostics.retain(|finding| finding.severity > Severity::Note);
    assert_eq!(render(&loaded.diagnostics, false), "");
    loaded.document.unwrap().api
}

/// One of the documents in `tests/specs/valid`.
fn valid(name: &str) -> Api {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/specs/valid");
    let text = fs::read_to_string(path.join(format!("{name}.yaml"))).unwrap();
    sound(name, &text)
}

/// A document of 3.1 with these components' schemas, in YAML flow style.
fn schemas(schemas: &str) -> Api {
    sound(
        "schemas",
        &format!(
            "openapi: 3.1.0\ninfo: {{title: T, version: '1'}}\npaths: {{}}\ncomponents: {{schemas: {{{schemas}}}}}"
        ),
    )
}

fn component(api: &Api, name: &str) -> SchemaId {
    let found = api.schemas.iter().find(|(_, schema)| schema.name.as_deref() == Some(name));
    found.unwrap_or_else(|| panic!("no component {name}")).0
}

fn operation<'a>(api: &'a Api, id: &str) -> &'a Operation {
    api.operations.iter().find(|operation| operation.id == id).unwrap()
}

/// The mapping of a component, each schema by its name.
fn mapping(api: &Api, name: &str) -> Vec<(String, String)> {
    let discriminator = api.schemas[component(api, name)].discriminator.as_ref().unwrap();
    discriminator
        .mapping
        .iter()
        .map(|(value, id)| {
            (value.clone(), api.schemas[*id].name.clone().or(api.schemas[*id].rust_name.clone()).unwrap())
        })
        .collect()
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected.iter().map(|(one, two)| ((*one).to_owned(), (*two).to_owned())).collect()
}

#[test]
fn a_document_of_3_0_means_the_same_as_its_translation_to_3_1() {
    let (old, new) = (valid("pets-3.0"), valid("pets-3.1"));
    assert_eq!(
        old.schemas.to_json_schema(component(&old, "Pet")),
        new.schemas.to_json_schema(component(&new, "Pet"))
    );
    let image = |api: &Api| {
        let body = api.operations[0].body.as_ref().unwrap();
        api.schemas.to_json_schema(body.contents[1].schema.unwrap())
    };
    assert_eq!(image(&old), image(&new));
    assert_eq!((old.openapi.as_str(), new.openapi.as_str()), ("3.0.3", "3.1.0"));
}

#[test]
fn every_keyword_reaches_the_json_schema() {
    let api = valid("keywords");
    let schema = api.schemas.to_json_schema(component(&api, "Everything"));
    insta::assert_snapshot!("keywords", serde_json::to_string_pretty(&schema).unwrap());
}

/// A JSON Schema that is put into a document and taken out again is the same.
#[test]
fn a_json_schema_survives_a_round_trip() {
    let api = valid("keywords");
    for name in ["Everything", "Name", "List"] {
        let schema = api.schemas.to_json_schema(component(&api, name));
        let document = json!({
            "openapi": "3.1.0",
            "info": { "title": "Round trip", "version": "1" },
            "paths": {},
            "components": { "schemas": rebase(&schema) },
        });
        let again = sound("again", &document.to_string());
        assert_eq!(again.schemas.to_json_schema(component(&again, "Root")), schema, "{name}");
    }
}

/// Turns a schema with `$defs` into components, with its root as `Root`.
fn rebase(schema: &Value) -> Value {
    let text = schema.to_string().replace("#/$defs/", "#/components/schemas/");
    let mut root: Value = serde_json::from_str(&text).unwrap();
    let members = root.as_object_mut().unwrap();
    members.shift_remove("$schema");
    let mut components = members.shift_remove("$defs").unwrap_or_else(|| json!({}));
    components.as_object_mut().unwrap().insert("Root".to_owned(), root);
    components
}

#[test]
fn the_json_schema_judges_as_the_document_says() {
    let api = valid("keywords");
    let schema = api.schemas.to_json_schema(component(&api, "Everything"));
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    let good = json!({"id": "0a", "kind": "thing", "state": null, "nothing": null, "pair": ["a", 1],
        "next": {"id": "1", "kind": "thing", "x-note": "n"}, "described": "abc", "free": [1], "more": true});
    assert!(validator.is_valid(&good));
    for (pointer, bad) in [
        ("/id", json!("")),
        ("/kind", json!("other")),
        ("/nothing", json!(1)),
        ("/state", json!("maybe")),
        ("/pair", json!(["a", 1, 2])),
        ("/next", json!({"id": "1"})),
        ("/next", json!({"id": "1", "kind": "thing", "x-note": 1})),
        ("/described", json!("abcd")),
        ("/described", json!("")),
        ("/more", json!("text")),
    ] {
        let mut value = good.clone();
        *value.pointer_mut(pointer).unwrap() = bad.clone();
        assert!(!validator.is_valid(&value), "{pointer} = {bad}");
    }
    for (added, value) in [("never", json!(1)), ("forbidden", json!(true)), ("mode", json!(1))] {
        let mut changed = good.clone();
        changed[added] = value;
        assert!(!validator.is_valid(&changed), "{added}");
    }
}

#[test]
fn recursion_is_a_cycle_of_ids() {
    let api = schemas(
        "Tree: {type: object, properties: {left: {$ref: '#/components/schemas/Tree'}, right: {$ref: '#/components/schemas/Tree'}}}",
    );
    let tree = component(&api, "Tree");
    for side in ["left", "right"] {
        let id = api.schemas[tree].properties[side];
        assert_eq!(api.schemas[id].reference, Some(tree));
        assert_eq!(api.schemas.resolve(id), tree);
    }
    assert_eq!(api.schemas.reachable([tree]).len(), 3);
}

#[test]
fn resolving_stops_where_a_keyword_stands_beside_the_reference() {
    let api = schemas(
        "A: {type: string}, B: {$ref: '#/components/schemas/A', description: Only words.}, \
         C: {$ref: '#/components/schemas/B', maxLength: 1}",
    );
    let [a, b, c] = ["A", "B", "C"].map(|name| component(&api, name));
    assert_eq!(api.schemas.resolve(b), a);
    assert_eq!(api.schemas.resolve(c), c);
}

#[test]
fn null_is_allowed_where_every_part_allows_it() {
    let api = schemas(
        "Yes: {type: [string, 'null']}, No: {type: string}, Any: {}, Never: false, \
         Ref: {$ref: '#/components/schemas/Yes'}, Enum: {type: [string, 'null'], enum: [a]}, \
         NullEnum: {enum: [a, null]}, One: {oneOf: [{type: 'null'}, {type: string}]}, \
         All: {allOf: [{$ref: '#/components/schemas/Yes'}, {$ref: '#/components/schemas/No'}]}, \
         Not: {not: {type: 'null'}}, Const: {const: null}",
    );
    let nullable: Vec<&str> =
        ["Yes", "No", "Any", "Never", "Ref", "Enum", "NullEnum", "One", "All", "Not", "Const"]
            .into_iter()
            .filter(|name| api.schemas.is_nullable(component(&api, name)))
            .collect();
    assert_eq!(nullable, ["Yes", "Any", "Ref", "NullEnum", "One", "Const"]);
    assert!(api.schemas[component(&api, "Enum")].is_nullable(), "its own keywords name null");
    assert_eq!(api.schemas[component(&api, "Yes")].types, [JsonType::String, JsonType::Null]);
}

#[test]
fn an_operation_has_the_parameters_of_its_path_item_unless_it_replaces_them() {
    let api = valid("operations");
    let get = operation(&api, "getItem");
    let mut listing = String::new();
    for parameter in &get.parameters {
        let shape = match &parameter.shape {
            ParameterShape::Schema { style, explode, allow_reserved, schema } => {
                let types = &api.schemas[*schema].types;
                format!("{style:?} explode={explode} reserved={allow_reserved} {types:?}")
            }
            ParameterShape::Content(media_type) => {
                format!("{} {}", media_type.name, media_type.examples.len())
            }
        };
        let examples: Vec<String> =
            parameter.examples.iter().map(|example| format!("{}={}", example.name, example.value)).collect();
        writeln!(
            listing,
            "{} {} required={} deprecated={} rust={:?} {shape} {examples:?}",
            parameter.parameter_in,
            parameter.name,
            parameter.required,
            parameter.deprecated,
            parameter.rust_name
        )
        .unwrap();
    }
    insta::assert_snapshot!("parameters", listing);
}

#[test]
fn responses_bodies_and_headers_are_resolved() {
    let api = valid("operations");
    let get = operation(&api, "getItem");
    let statuses: Vec<StatusSpec> = get.responses.iter().map(|response| response.status).collect();
    assert_eq!(statuses, [StatusSpec::Code(200), StatusSpec::Range(4), StatusSpec::Default]);
    let ok = &get.responses[0];
    assert_eq!(ok.description, "Said beside the reference.");
    let headers: Vec<(&str, bool, Option<&str>)> = ok
        .headers
        .iter()
        .map(|header| {
            (
                header.name.as_str(),
                header.required,
                header.rate_limit.as_ref().map(unplug_openapi::ir::RateLimitRole::as_str),
            )
        })
        .collect();
    assert_eq!(headers, [("X-Limit", false, Some("limit")), ("X-Json", true, None)]);
    assert!(ok.headers.iter().all(|header| header.schema.is_some()));
    assert_eq!(ok.contents[0].name, "application/json");
    assert_eq!(ok.contents[0].examples[0].value, json!({"id": "1"}));
    let schema = ok.contents[0].schema.unwrap();
    assert_eq!(api.schemas.resolve(schema), component(&api, "Item"));
    assert_eq!(get.responses[2].contents[0].schema, None);

    let delete = operation(&api, "delete_items_id");
    let body = delete.body.as_ref().unwrap();
    assert_eq!((body.required, body.contents[0].name.as_str()), (false, "text/plain"));
    assert_eq!(body.location.pointer, "/components/requestBodies/Reason");

    let put = operation(&api, "put_items_id").body.as_ref().unwrap();
    let encoding = &put.contents[0].encoding["file"];
    assert!(put.required);
    assert_eq!((encoding.content_type.as_deref(), encoding.explode), (Some("image/png"), Some(true)));
    assert_eq!(encoding.headers[0].name, "X-Part");
}

#[test]
fn prose_and_names_are_kept() {
    let api = valid("operations");
    assert_eq!((api.name.as_str(), api.title.as_str()), ("operations", "Operations"));
    let get = operation(&api, "getItem");
    assert_eq!(get.rust_name.as_deref(), Some("item"));
    assert_eq!(get.summary.as_deref(), Some("Of the path item"));
    assert_eq!((&get.tags[..], get.deprecated), (&["items".to_owned()][..], true));
    assert_eq!(get.path, "/items/{id}");
    assert_eq!(get.location.pointer, "/paths/~1items~1{id}/get");
}

#[test]
fn security_is_inherited_replaced_or_taken_away() {
    let api = valid("operations");
    let alternatives = |id: &str| -> Vec<Vec<(&str, usize)>> {
        operation(&api, id)
            .security
            .iter()
            .map(|needed| needed.iter().map(|(name, scopes)| (name.as_str(), scopes.len())).collect())
            .collect()
    };
    assert_eq!(alternatives("getItem"), [vec![("key", 0)], vec![("token", 1), ("user", 0)]]);
    assert!(alternatives("delete_items_id").is_empty());
    assert_eq!(alternatives("put_items_id"), [vec![], vec![("key", 0)]]);

    let key = &api.security_schemes["key"];
    assert_eq!(key.rust_name.as_deref(), Some("api_key"));
    assert!(matches!(&key.kind, SecuritySchemeKind::ApiKey { name, .. } if name == "X-Key"));
    let token = &api.security_schemes["token"].kind;
    assert!(matches!(token, SecuritySchemeKind::Http { scheme } if scheme == "bearer"));
    let names: Vec<&String> = api.security_schemes.keys().collect();
    assert_eq!(names, ["key", "token", "user", "tls", "sso"]);
}

#[test]
fn servers_of_the_nearest_place_count() {
    let api = valid("operations");
    let server = &api.servers[0];
    assert_eq!(server.name.as_deref(), Some("regional"));
    assert_eq!(server.default_url(), "https://eu.example.com/v1/");
    assert_eq!(server.base_path(), "/v1");
    assert_eq!(server.variables["region"].values, ["eu", "us"]);
    assert_eq!(operation(&api, "getItem").servers[0].url, "https://items.example.com");
    assert_eq!(operation(&api, "delete_items_id").servers[0].base_path(), "/internal");

    let none = schemas("");
    assert_eq!((none.servers[0].url.as_str(), none.servers[0].base_path().as_str()), ("/", ""));
    assert!(none.servers[0].location.is_none());
}

#[test]
fn the_words_of_3_2() {
    let api = valid("streams-3.2");
    let methods: Vec<&str> = api.operations.iter().map(|operation| operation.method.as_str()).collect();
    assert_eq!(methods, ["QUERY", "PURGE", "GET", "GET", "GET", "GET"]);
    assert_eq!(api.operations[1].method, Method::Other("PURGE".to_owned()));
    let query = &api.operations[0];
    assert!(matches!(query.parameters[0].shape, ParameterShape::Content(_)));
    let lines = &query.responses[0].contents[0];
    let line = api.schemas.resolve(lines.item_schema.unwrap());
    assert_eq!(line, component(&api, "Line"));
    let discriminator = api.schemas[line].discriminator.as_ref().unwrap();
    assert_eq!(discriminator.default, Some(component(&api, "Gap")));
    assert_eq!(api.servers[0].name.as_deref(), Some("main"));
    let by_uri = api.operations[1].security[0].keys().next().unwrap();
    assert!(matches!(api.security_schemes[by_uri].kind, SecuritySchemeKind::ApiKey { .. }));
}

#[test]
fn mappings_are_explicit_then_implicit() {
    let api = valid("discriminators");
    assert_eq!(
        mapping(&api, "Listed"),
        pairs(&[("dog", "Dog"), ("hound", "Dog"), ("Cat", "Cat"), ("Bird", "Bird")])
    );
    let animals = pairs(&[("kitten", "Kitten"), ("Cat", "Cat"), ("Dog", "Dog"), ("Animal", "AnimalBase")]);
    assert_eq!(mapping(&api, "Animal"), animals);
}

#[test]
fn a_name_that_its_own_schema_forbids_is_no_tag() {
    let component = |name: &str| format!("{{$ref: '#/components/schemas/{name}'}}");
    let either = |a: &str, b: &str| {
        format!("{{oneOf: [{}, {}], discriminator: {{propertyName: type}}}}", component(a), component(b))
    };
    let kind = |schema: &str| format!("{{type: object, properties: {{type: {schema}}}}}");
    let api = schemas(&format!(
        "Item: {item}, Song: {song}, Talk: {{allOf: [{talk}]}}, \
         Shape: {shape}, Kind: {{type: string, enum: [disc, box]}}, Disc: {shared}, Box: {shared}",
        item = either("Song", "Talk"),
        song = kind("{type: string, enum: [song, tune]}"),
        talk = kind("{const: talk}"),
        shape = either("Disc", "Box"),
        shared = kind(&component("Kind")),
    ));
    assert_eq!(mapping(&api, "Item"), pairs(&[("song", "Song"), ("tune", "Song"), ("talk", "Talk")]));
    // What both list does not tell them apart.
    assert_eq!(mapping(&api, "Shape"), pairs(&[("Disc", "Disc"), ("Box", "Box")]));
}

#[test]
fn mutual_inheritance_leaves_a_schema_that_ends() {
    let text = include_str!("../../../tests/specs/invalid/mutual-inheritance.yaml");
    let api = load("pets", text).document.unwrap().api;
    let schema = api.schemas.to_json_schema(component(&api, "Pet"));
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    assert!(validator.is_valid(&json!({"kind": "Cat", "lives": 9})));
    assert!(!validator.is_valid(&json!({"kind": "Cat", "lives": "nine"})));
    assert!(!validator.is_valid(&json!({"lives": 9})), "the parent's own keywords are kept");
}

#[test]
fn an_endless_schema_cannot_catch_later_stages() {
    let text = include_str!("../../../tests/specs/invalid/endless-schema.yaml");
    let api = load("pets", text).document.unwrap().api;
    for (id, _) in api.schemas.iter() {
        let (schema, nullable) = (api.schemas.to_json_schema(id), api.schemas.is_nullable(id));
        let validator = jsonschema::draft202012::new(&schema).unwrap();
        assert_eq!(validator.is_valid(&Value::Null), nullable, "{schema}");
    }
}

#[test]
fn a_long_chain_of_references_needs_no_stack() {
    let mut chain = String::new();
    for link in 0..5_000 {
        write!(chain, "S{link}: {{allOf: [{{$ref: '#/components/schemas/S{}'}}]}}, ", link + 1).unwrap();
    }
    chain.push_str("S5000: {type: string}");
    let loaded = load(
        "chain",
        &format!(
            "openapi: 3.1.0\ninfo: {{title: T, version: '1'}}\npaths: {{}}\ncomponents: {{schemas: {{{chain}}}}}"
        ),
    );
    assert!(loaded.diagnostics.iter().all(|finding| finding.rule == "schema-chain-too-long"));
    assert_eq!(loaded.diagnostics.len(), 10_000 / 129);
    let api = loaded.document.unwrap().api;
    let first = component(&api, "S0");
    assert!(api.schemas.reachable([first]).len() < 200);
    assert!(api.schemas.is_nullable(first), "so long a chain is given up");
    assert!(api.schemas.to_json_schema(first)["$defs"].as_object().unwrap().len() < 100);
}

#[test]
fn names_from_other_files_are_not_component_names() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/specs/valid/multi-file/main.yaml");
    let loaded = unplug_openapi::load(&path, None);
    assert_eq!(render(&loaded.diagnostics, false), "");
    let document = loaded.document.unwrap();
    let files: Vec<&str> = document.files.iter().map(|file| file.name.rsplit('/').next().unwrap()).collect();
    assert_eq!(files, ["main.yaml", "paths.yaml", "owner.json"]);
    let api = document.api;
    let ids: Vec<&str> = api.operations.iter().map(|operation| operation.id.as_str()).collect();
    assert_eq!(ids, ["listPets", "get_owners"]);
    let pet = component(&api, "Pet");
    let owner = api.schemas.resolve(api.schemas[pet].properties["owner"]);
    assert_eq!(api.schemas[owner].name, None);
    let pets = api.schemas[owner].properties["pets"];
    let item = api.schemas[pets].items.unwrap();
    assert_eq!(api.schemas.resolve(item), pet, "the document seen from another file is the same tree");
}

/// YAML as people write it: anchors, merge keys, dates, words of YAML 1.1, large numbers.
#[test]
fn yaml_of_the_real_world_means_what_its_author_meant() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/specs/valid/real-world-yaml.yaml");
    let loaded = load("real-world-yaml", &fs::read_to_string(path).unwrap());
    insta::assert_snapshot!("real-world-yaml", render(&loaded.diagnostics, false));
    let api = loaded.document.unwrap().api;
    assert_eq!(api.version, "1.10");
    let operation = operation(&api, "listYards");
    assert_eq!(operation.parameters[0].name, "after");
    let statuses: Vec<_> = operation.responses.iter().map(|response| response.status).collect();
    assert_eq!(
        statuses,
        [StatusSpec::Code(200), StatusSpec::Code(404), StatusSpec::Range(5), StatusSpec::Default]
    );
    assert_eq!(operation.responses[2].description, "The server is at fault.");
    let failure = component(&api, "Failure");
    for response in &operation.responses[1..] {
        let schema = response.contents[0].schema.unwrap();
        assert_eq!(api.schemas[schema].reference, Some(failure));
    }
    insta::assert_snapshot!(
        "real-world-yaml-yard",
        serde_json::to_string_pretty(&api.schemas.to_json_schema(component(&api, "Yard"))).unwrap()
    );
}

#[test]
fn anchors_ids_and_dynamic_references_lead_to_schemas() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/specs/invalid/dialect.yaml");
    let api = load("dialect", &fs::read_to_string(path).unwrap()).document.unwrap().api;
    let schema = |name: &str| &api.schemas[component(&api, name)];
    let pet = schema("Pet");
    let name = api.schemas.resolve(pet.properties["again"]);
    assert_eq!(api.schemas[name].types, [JsonType::String]);
    assert_eq!(api.schemas[pet.properties["name"]].reference, Some(name));
    assert_eq!(api.schemas[pet.properties["name"]].max_length, Some(20));
    assert_eq!(api.schemas[pet.properties["within"]].reference, Some(name));
    let tree = schema("Tree");
    for anything in ["other", "missing", "old"] {
        assert!(api.schemas[tree.properties[anything]].allows_everything(), "{anything}");
    }
    let child = |tree: &unplug_openapi::ir::Schema| {
        let items = api.schemas[tree.properties["children"]].items.unwrap();
        api.schemas[items].reference.unwrap()
    };
    assert_eq!(child(tree), component(&api, "Tree"));
    // The extended tree binds the anchor for all that it leads to.
    let extended = component(&api, "ExtendedTree");
    let bound = api.schemas[extended].reference.unwrap();
    assert_ne!(bound, component(&api, "Tree"));
    assert_eq!(child(&api.schemas[bound]), extended);
    let local = api.schemas.resolve(tree.properties["local"]);
    assert_eq!(api.schemas[local].types, [JsonType::String]);
}
