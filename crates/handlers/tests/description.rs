//! What the handlers say of themselves.
#![allow(clippy::unwrap_used, reason = "tests")]

use serde_json::{Value, json};
use unplug_handlers::{kombo, rocketchat, vercel};

/// The one operation of a description.
fn operation(description: &utoipa::openapi::OpenApi, path: &str, method: &str) -> Value {
    let value = serde_json::to_value(description).unwrap();
    let paths = value["paths"].as_object().unwrap();
    assert_eq!(paths.len(), 1);
    paths[path][method].clone()
}

fn statuses(operation: &Value) -> Vec<String> {
    operation["responses"].as_object().unwrap().keys().cloned().collect()
}

#[test]
fn rocketchat_describes_its_operation() {
    let description = rocketchat::description();
    let operation = operation(&description, "/api/v1/integrations.remove", "post");
    assert_eq!(operation["operationId"], "post-api-v1-integrations.remove");
    assert_eq!(operation["security"], json!([{"authToken": [], "userId": []}]));
    assert_eq!(operation["requestBody"]["required"], true);
    assert_eq!(statuses(&operation), ["200", "400", "401", "403", "429"]);
    assert_eq!(operation.get("parameters"), None);
}

#[test]
fn kombo_describes_its_operation() {
    let operation = operation(&kombo::description(), "/integrations/{integration_id}", "delete");
    assert_eq!(operation["operationId"], "DeleteIntegrationsIntegrationId");
    assert_eq!(operation["security"], json!([{"ApiKey": []}]));
    assert_eq!(operation["requestBody"]["required"], false);
    assert_eq!(statuses(&operation), ["200", "default"]);
    assert_eq!(operation["parameters"][0]["in"], "path");
}

#[test]
fn vercel_describes_its_operation() {
    let path = "/v1/integrations/configuration/{id}";
    let operation = operation(&vercel::description(), path, "delete");
    assert_eq!(operation["operationId"], "deleteConfiguration");
    assert_eq!(operation["security"], json!([{"bearerToken": []}]));
    let expected = ["204", "400", "401", "403", "404", "410", "429"];
    assert_eq!(statuses(&operation), expected);
    let parameters = operation["parameters"].as_array().unwrap();
    let required: Vec<_> = parameters
        .iter()
        .map(|parameter| (parameter["name"].as_str().unwrap(), &parameter["required"]))
        .collect();
    let (yes, no) = (json!(true), json!(false));
    assert_eq!(required, [("id", &yes), ("teamId", &no), ("slug", &no)]);
}
