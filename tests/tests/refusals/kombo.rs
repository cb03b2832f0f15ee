//! Kombo's own refusals.

use serde_json::json;
use unplug_tests::documents::Vendor;
use unplug_tests::raw::Request;
use unplug_tests::server::Server;

use crate::{assert_refused, request};

pub(crate) const TARGET: &str = "/kombo/v1/integrations/workday:HWUTwvyx2wLoSUHphiWVrp28";
pub(crate) use unplug_handlers::seed::demo::kombo::KEY;

pub(crate) fn like(method: &str, target: &str) -> Request {
    request(method, target)
        .header("authorization", format!("Bearer {KEY}"))
        .header("content-type", "application/json")
        .body("{}")
}

pub(crate) fn good() -> Request {
    like("DELETE", TARGET)
}

fn code(answer: &unplug_tests::raw::Answer) -> serde_json::Value {
    answer.json()["error"]["code"].clone()
}

#[tokio::test]
async fn a_body_of_another_type_is_input_invalid() {
    let server = Server::start().await;
    for body in ["[]", "null", "1", "\"\"", "{"] {
        let answer = good().body(body).send(server.address).await;
        assert_refused(Vendor::Kombo, body, &answer);
        assert_eq!((answer.status, code(&answer)), (400, json!("PLATFORM.INPUT_INVALID")), "{body}");
    }
}

#[tokio::test]
async fn the_body_may_be_left_out_or_hold_more() {
    for request in [
        good().body(""),
        good().body("").without("content-type"),
        good().body("").header("content-length", "0"),
        good().body(r#"{"more":[1,{"a":null}]}"#),
    ] {
        let server = Server::start().await;
        let answer = request.send(server.address).await;
        assert_eq!(answer.status, 200, "{}", String::from_utf8_lossy(&answer.body));
        assert_eq!(answer.json(), json!({"status": "success", "data": {}}));
    }
}

#[tokio::test]
async fn an_integration_that_is_not_there_or_elsewhere_is_not_found() {
    let server = Server::start().await;
    for id in [
        "unknown",
        unplug_handlers::seed::demo::kombo::PERSONIO,
        "%20",
        "'%20OR%201=1",
        "workday%3AHWUTwvyx2wLoSUHphiWVrp2",
    ] {
        let answer = like("DELETE", &format!("/kombo/v1/integrations/{id}")).send(server.address).await;
        assert_refused(Vendor::Kombo, id, &answer);
        assert_eq!((answer.status, code(&answer)), (404, json!("PLATFORM.INTEGRATION_NOT_FOUND")), "{id}");
    }
}

#[tokio::test]
async fn an_id_may_be_percent_encoded() {
    let server = Server::start().await;
    let encoded = TARGET.replace(':', "%3A");
    assert_eq!(like("DELETE", &encoded).send(server.address).await.status, 200);
}

#[tokio::test]
async fn the_scheme_has_no_case_and_the_key_has() {
    let server = Server::start().await;
    let upper =
        good().without("authorization").header("authorization", format!("Bearer {}", KEY.to_uppercase()));
    let answer = upper.send(server.address).await;
    assert_eq!((answer.status, code(&answer)), (401, json!("PLATFORM.AUTHENTICATION_INVALID")));
    let lower = good().without("authorization").header("authorization", format!("bearer {KEY}"));
    assert_eq!(lower.send(server.address).await.status, 200);
}
