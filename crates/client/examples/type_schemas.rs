//! Prints what the generated types read, as one `OpenAPI` document of schemas per API in one JSON
//! object. `cargo xtask diff` compares it with the documents in `specs/`.

fn main() {
    let described = unplug_client::type_schemas();
    let documents: serde_json::Map<String, serde_json::Value> = described
        .into_iter()
        .map(|(api, types)| (api.to_owned(), unplug_client::type_document(api, &types)))
        .collect();
    println!("{}", serde_json::Value::Object(documents));
}
