//! Rocket.Chat's own refusals.

use serde_json::{Value, json};
use unplug_handlers::seed::demo::rocketchat::{ADMIN, INCOMING, NOBODY, OUTGOING, OWNER};
use unplug_tests::documents::Vendor;
use unplug_tests::raw::Request;
use unplug_tests::server::Server;

use crate::{assert_refused, request};

pub(crate) const TARGET: &str = "/rocketchat/api/v1/integrations.remove";
pub(crate) const TOKEN: &str = ADMIN.1;
const USER: &str = ADMIN.0;

pub(crate) fn like(method: &str, target: &str) -> Request {
    request(method, target)
        .header("x-auth-token", TOKEN)
        .header("x-user-id", USER)
        .header("content-type", "application/json")
        .body(r#"{"type":"webhook-outgoing","integrationId":"oNLthAt9RwMw39N2B"}"#)
}

pub(crate) fn good() -> Request {
    like("POST", TARGET)
}

/// Every way in which a body can break a keyword of the schema, with the messages of the
/// validator that the vendor uses, in its order.
fn broken() -> Vec<(Value, &'static [&'static str])> {
    const ONE_OF: &str = "must match exactly one schema in oneOf";
    const NO_TYPE: &str = "must have required property 'type'";
    const NO_ID: &str = "must have required property 'integrationId'";
    const NO_URL: &str = "must have required property 'target_url'";
    const STRING: &str = "must be string";
    const OBJECT: &str = "must be object";
    const INCOMING: &str = r#"must match pattern "webhook-incoming""#;
    const OUTGOING: &str = r#"must match pattern "webhook-outgoing""#;
    vec![
        (json!({}), &[NO_TYPE, NO_TYPE, NO_TYPE, ONE_OF]),
        (json!({"integrationId": "a"}), &[NO_TYPE, NO_TYPE, NO_TYPE, ONE_OF]),
        (json!({"type": "webhook-outgoing"}), &[NO_ID, NO_URL, NO_ID, ONE_OF]),
        (json!({"type": "webhook-incoming"}), &[NO_ID, NO_URL, NO_ID, ONE_OF]),
        (json!({"type": "webhook-incoming", "target_url": "a"}), &[NO_ID, OUTGOING, NO_ID, ONE_OF]),
        (json!({"type": "invalid-type", "integrationId": "a"}), &[INCOMING, NO_URL, OUTGOING, ONE_OF]),
        (json!({"type": "", "integrationId": "a"}), &[INCOMING, NO_URL, OUTGOING, ONE_OF]),
        (json!({"type": "Webhook-Incoming", "integrationId": "a"}), &[INCOMING, NO_URL, OUTGOING, ONE_OF]),
        (
            json!({"type": "x", "integrationId": "a", "target_url": "b"}),
            &[INCOMING, OUTGOING, OUTGOING, ONE_OF],
        ),
        (json!({"type": 5, "integrationId": "a"}), &[STRING, NO_URL, STRING, ONE_OF]),
        (json!({"type": null, "integrationId": "a"}), &[STRING, NO_URL, STRING, ONE_OF]),
        (json!({"type": ["webhook-incoming"], "integrationId": "a"}), &[STRING, NO_URL, STRING, ONE_OF]),
        (json!({"type": "webhook-incoming", "integrationId": 5}), &[STRING, NO_URL, OUTGOING, ONE_OF]),
        (json!({"type": "webhook-incoming", "integrationId": null}), &[STRING, NO_URL, OUTGOING, ONE_OF]),
        (json!({"type": "webhook-outgoing", "target_url": true}), &[NO_ID, STRING, NO_ID, ONE_OF]),
        // Two branches match: which of the two integrations is meant? The first branch, which does
        // not, is still reported.
        (json!({"type": "webhook-outgoing", "target_url": "a", "integrationId": "b"}), &[INCOMING, ONE_OF]),
        (json!([]), &[OBJECT, OBJECT, OBJECT, ONE_OF]),
        (json!("webhook-incoming"), &[OBJECT, OBJECT, OBJECT, ONE_OF]),
        (json!(null), &[OBJECT, OBJECT, OBJECT, ONE_OF]),
    ]
}

#[tokio::test]
async fn each_keyword_of_the_body_is_checked_with_the_vendors_messages() {
    let server = Server::start().await;
    for (body, messages) in broken() {
        let case = body.to_string();
        let answer = good().body(case.clone()).send(server.address).await;
        assert_refused(Vendor::Rocketchat, &case, &answer);
        assert_eq!(answer.status, 400, "{case}");
        let expected = json!({
            "success": false,
            "error": format!("{} [invalid-params]", messages.join("\n ")),
            "errorType": "invalid-params",
        });
        assert_eq!(answer.json(), expected, "{case}");
    }
}

#[tokio::test]
async fn refusals_of_a_valid_body_say_why() {
    let server = Server::start().await;
    for (body, error) in [
        (json!({"type": "webhook-incoming-invalid", "integrationId": "a"}), "Invalid integration type."),
        (json!({"type": "xwebhook-outgoing", "target_url": "a"}), "Invalid integration type."),
        (json!({"type": "webhook-incoming", "integrationId": "unknown"}), "No integration found."),
        (json!({"type": "webhook-incoming", "integrationId": ""}), "No integration found."),
        (
            json!({"type": "webhook-outgoing", "integrationId": ""}),
            "An integrationId or target_url needs to be provided.",
        ),
        (
            json!({"type": "webhook-outgoing", "target_url": "http://nowhere.example"}),
            "No integration found.",
        ),
        // An incoming id with the outgoing type: never the other family.
        (json!({"type": "webhook-outgoing", "integrationId": INCOMING}), "No integration found."),
        (json!({"type": "webhook-incoming", "integrationId": OUTGOING}), "No integration found."),
        (json!({"type": "webhook-incoming", "integrationId": "' OR 1=1 --"}), "No integration found."),
        (json!({"type": "webhook-incoming", "integrationId": "\u{0}"}), "No integration found."),
    ] {
        let case = body.to_string();
        let answer = good().body(case.clone()).send(server.address).await;
        assert_refused(Vendor::Rocketchat, &case, &answer);
        assert_eq!(answer.status, 400, "{case}");
        assert_eq!(answer.json(), json!({"success": false, "error": error}), "{case}");
    }
}

#[tokio::test]
async fn a_missing_body_is_an_invalid_one() {
    let server = Server::start().await;
    for request in [good().body(""), good().body("").without("content-type"), good().body("  ")] {
        let answer = request.send(server.address).await;
        assert_refused(Vendor::Rocketchat, "no body", &answer);
        assert_eq!(answer.status, 400);
    }
}

#[tokio::test]
async fn a_key_that_is_there_twice_does_not_smuggle_a_value() {
    let server = Server::start().await;
    let body = r#"{"type":"webhook-incoming","type":"webhook-outgoing","integrationId":"oNLthAt9RwMw39N2B"}"#;
    let answer = good().body(body).send(server.address).await;
    assert_refused(Vendor::Rocketchat, "duplicate key", &answer);
}

#[tokio::test]
async fn unknown_members_are_ignored() {
    let server = Server::start().await;
    let body = json!({"type": "webhook-outgoing", "integrationId": OUTGOING, "more": {"a": [1, null]}});
    assert_eq!(good().body(body.to_string()).send(server.address).await.status, 200);
}

#[tokio::test]
async fn authentication_comes_before_permission_and_permission_before_the_body() {
    let server = Server::start().await;
    let nobody = good()
        .without("x-auth-token")
        .without("x-user-id")
        .header("x-auth-token", NOBODY.1)
        .header("x-user-id", NOBODY.0);
    for body in ["", "{", "{}", r#"{"type":"webhook-incoming","integrationId":"a"}"#] {
        let answer = nobody.clone().body(body).send(server.address).await;
        assert_refused(Vendor::Rocketchat, body, &answer);
        assert_eq!(answer.status, 403, "{body:?}");
        let expected = "User does not have the permissions required for this action [error-unauthorized]";
        assert_eq!(answer.json(), json!({"success": false, "error": expected}), "{body:?}");
    }
    // A token belongs to one user.
    let mixed = good().without("x-user-id").header("x-user-id", OWNER.0);
    let answer = mixed.send(server.address).await;
    assert_eq!(answer.status, 401);
    let text = "You must be logged in to do this.";
    assert_eq!(answer.json(), json!({"success": false, "error": text, "status": "error", "message": text}));
}

#[tokio::test]
async fn a_deep_value_in_an_unknown_member_is_answered() {
    let server = Server::start().await;
    for depth in [100, 1_000, 100_000] {
        let deep = format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        let body = format!(r#"{{"type":"webhook-incoming","integrationId":"unknown","more":{deep}}}"#);
        let answer = good().body(body).send(server.address).await;
        assert_refused(Vendor::Rocketchat, "deep", &answer);
        assert_eq!(answer.status, 400, "{depth}");
    }
}
