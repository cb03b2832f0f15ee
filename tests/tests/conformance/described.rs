//! A description that says too much or too little is found out.

use serde_json::json;
use unplug_conformance::Rule;
use unplug_handlers::seed::demo::rocketchat::ADMIN;
use unplug_tests::described::Described;
use unplug_tests::documents::Vendor;
use unplug_tests::raw::{Answer, request};
use unplug_tests::server::Server;

const RESPONSES: &str = "/paths/~1api~1v1~1integrations.remove/post/responses";

/// Asks for an integration that does not exist, as somebody who may remove everything.
async fn refused(server: &Server) -> Answer {
    let address = server.recorder.url().trim_start_matches("http://").parse().unwrap();
    request("POST", "/rocketchat/api/v1/integrations.remove")
        .header("x-user-id", ADMIN.0)
        .header("x-auth-token", ADMIN.1)
        .header("content-type", "application/json")
        .body(r#"{"type": "webhook-incoming", "integrationId": "unknown"}"#)
        .send(address)
        .await
}

#[tokio::test]
async fn lies_of_a_description_are_found() {
    let server = Server::start().await;
    assert_eq!(refused(&server).await.status, 400);
    let exchange = server.recorder.take().remove(0);
    let truth = Vendor::Rocketchat.description();
    let mut described = Described::new(Vendor::Rocketchat, &truth);
    assert_eq!(described.record(&exchange), []);
    let before = described.unseen();
    assert!(!before.iter().any(|part| part == "400" || part == "400 header x-ratelimit-limit"), "{before:?}");

    // A status that is described and never answered.
    let mut lie = truth.clone();
    lie.pointer_mut(RESPONSES).unwrap()["418"] = json!({ "description": "Never" });
    let mut described = Described::new(Vendor::Rocketchat, &lie);
    assert_eq!(described.record(&exchange), []);
    let more: Vec<String> = described.unseen().into_iter().filter(|part| !before.contains(part)).collect();
    assert_eq!(more, ["418"]);

    // A header and a member that are answered and not described.
    let mut lie = truth;
    let answer = &mut lie.pointer_mut(RESPONSES).unwrap()["400"];
    answer["headers"].as_object_mut().unwrap().remove("X-RateLimit-Limit").unwrap();
    let schema = &mut answer["content"]["application/json"]["schema"];
    schema["properties"].as_object_mut().unwrap().remove("error").unwrap();
    schema["additionalProperties"] = json!(false);
    let mut found: Vec<Rule> =
        Described::new(Vendor::Rocketchat, &lie).record(&exchange).iter().map(|found| found.rule).collect();
    found.sort();
    assert_eq!(found, [Rule::UndeclaredHeader, Rule::InvalidBody]);
}
