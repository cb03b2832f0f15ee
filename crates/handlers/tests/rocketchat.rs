//! Rocket.Chat, request by request.
#![allow(clippy::unwrap_used, reason = "tests")]

mod support;

use std::time::Duration;

use axum::http::Request;
use serde_json::{Value, json};
use support::{Database, Reply, Server};
use unplug_handlers::seed::demo::rocketchat::{ADMIN, COMPLETE, INCOMING, NOBODY, OUTGOING, OWNER};
use unplug_handlers::seed::{self, RocketchatUser, Seed};
use unplug_handlers::store::Api;
use unplug_handlers::store::rocketchat::Permission::{
    self, ManageIncoming, ManageOutgoing, ManageOwnIncoming, ManageOwnOutgoing,
};
use unplug_handlers::{RocketchatVersion, Secret};

const PATH: &str = "/rocketchat/api/v1/integrations.remove";

async fn remove(server: &Server, (user, token): (&str, &str), body: Value) -> Reply {
    let request = Request::post(PATH)
        .header("X-User-Id", user)
        .header("X-Auth-Token", token)
        .header("Content-Type", "application/json");
    server.send(request, body.to_string()).await
}

async fn integrations(server: &Server) -> i64 {
    server.database.count("SELECT count(*) FROM rocketchat_integrations").await
}

#[tokio::test]
async fn the_whole_stored_document_comes_back() {
    let server = Server::demo().await;
    let reply = remove(&server, ADMIN, json!({"type": "webhook-outgoing", "integrationId": OUTGOING})).await;
    assert_eq!(reply.status, 200, "{reply:?}");
    assert_eq!(
        reply.json(),
        json!({
            "integration": {
                "_id": OUTGOING,
                "type": "webhook-outgoing",
                "name": "Testing via REST API",
                "enabled": false,
                "username": "rocket.cat",
                "urls": ["http://text2gif.guggy.com/guggify"],
                "scriptEnabled": false,
                "userId": "rocket.cat",
                "channel": [],
                "_createdAt": "2017-01-06T13:42:14.143Z",
                "_createdBy": {"username": "graywolf336", "_id": OWNER.0},
                "_updatedAt": "2017-01-06T13:42:14.144Z",
            },
            "success": true,
        })
    );
}

#[tokio::test]
async fn every_stored_field_comes_back_with_its_own_type() {
    let server = Server::demo().await;
    for expected in seed::demo().rocketchat.integrations {
        let body = json!({"type": expected.family, "integrationId": expected.id});
        let reply = remove(&server, ADMIN, body).await;
        assert_eq!(reply.status, 200, "{reply:?}");
        assert_eq!(reply.json()["integration"], serde_json::to_value(&expected).unwrap());
    }
    assert_eq!(integrations(&server).await, 0);
}

#[tokio::test]
async fn a_second_removal_is_a_400_without_a_kind() {
    let server = Server::demo().await;
    let body = json!({"type": "webhook-outgoing", "integrationId": OUTGOING});
    assert_eq!(remove(&server, ADMIN, body.clone()).await.status, 200);
    let reply = remove(&server, ADMIN, body).await;
    assert_eq!(reply.status, 400);
    assert_eq!(reply.json(), json!({"success": false, "error": "No integration found."}));
}

#[tokio::test]
async fn an_outgoing_integration_can_be_named_by_an_address() {
    let server = Server::demo().await;
    let body = json!({"type": "webhook-outgoing", "target_url": "https://mirror.example.com/hook"});
    let reply = remove(&server, ADMIN, body).await;
    assert_eq!(reply.json()["integration"]["_id"], COMPLETE);
    let none = json!({"type": "webhook-outgoing", "target_url": "https://nowhere.example.com/"});
    let reply = remove(&server, ADMIN, none).await;
    assert_eq!(reply.json()["error"], "No integration found.");
}

#[tokio::test]
async fn a_wrong_type_never_removes_the_other_family() {
    let server = Server::demo().await;
    for (word, id) in [("webhook-incoming", OUTGOING), ("webhook-outgoing", INCOMING)] {
        let reply = remove(&server, ADMIN, json!({"type": word, "integrationId": id})).await;
        assert_eq!(reply.status, 400);
        assert_eq!(reply.json(), json!({"success": false, "error": "No integration found."}));
    }
    assert_eq!(integrations(&server).await, 3);
}

#[tokio::test]
async fn who_is_not_logged_in_is_told_so() {
    let server = Server::demo().await;
    let expected = json!({
        "success": false,
        "error": "You must be logged in to do this.",
        "status": "error",
        "message": "You must be logged in to do this.",
    });
    for (user, token) in [
        (Some(ADMIN.0), None),
        (None, Some(ADMIN.1)),
        (None, None),
        (Some(ADMIN.0), Some(OWNER.1)),
        (Some(OWNER.0), Some(ADMIN.1)),
        (Some(ADMIN.0), Some("")),
        (Some("nobody"), Some(ADMIN.1)),
    ] {
        let mut request = Request::post(PATH).header("Content-Type", "application/json");
        if let Some(user) = user {
            request = request.header("X-User-Id", user);
        }
        if let Some(token) = token {
            request = request.header("X-Auth-Token", token);
        }
        let reply = server.send(request, r#"{"type": "webhook-outgoing", "integrationId": "x"}"#).await;
        assert_eq!(reply.status, 401, "{user:?} {token:?}");
        assert_eq!(reply.json(), expected);
    }
}

#[tokio::test]
async fn login_is_checked_before_permission_and_permission_before_the_body() {
    let server = Server::demo().await;
    let reply = remove(&server, ("nobody", "no-such-token"), json!({})).await;
    assert_eq!(reply.status, 401);
    let reply = remove(&server, NOBODY, json!({})).await;
    assert_eq!(reply.status, 403);
    assert_eq!(
        reply.json(),
        json!({
            "success": false,
            "error": "User does not have the permissions required for this action [error-unauthorized]",
        })
    );
    assert_eq!(remove(&server, ADMIN, json!({})).await.status, 400);
}

#[tokio::test]
async fn the_messages_of_the_validator_are_joined_as_the_vendor_does() {
    let server = Server::demo().await;
    for (body, error) in [
        (
            json!({}),
            "must have required property 'type'\n must have required property 'type'\n must have required property 'type'\n must match exactly one schema in oneOf [invalid-params]",
        ),
        (
            json!({"type": "webhook-incoming"}),
            "must have required property 'integrationId'\n must have required property 'target_url'\n must have required property 'integrationId'\n must match exactly one schema in oneOf [invalid-params]",
        ),
        (
            json!({"type": "webhook-outgoing", "integrationId": OUTGOING, "target_url": "http://text2gif.guggy.com/guggify"}),
            "must match pattern \"webhook-incoming\"\n must match exactly one schema in oneOf [invalid-params]",
        ),
    ] {
        let reply = remove(&server, ADMIN, body.clone()).await;
        assert_eq!(reply.status, 400, "{body}");
        assert_eq!(
            reply.json(),
            json!({"success": false, "error": error, "errorType": "invalid-params"}),
            "{body}"
        );
    }
    assert_eq!(integrations(&server).await, 3);
}

#[tokio::test]
async fn a_type_that_only_contains_a_family_is_no_type() {
    let server = Server::demo().await;
    for word in ["webhook-outgoing-invalid", "my webhook-incoming"] {
        let reply = remove(&server, ADMIN, json!({"type": word, "integrationId": OUTGOING})).await;
        assert_eq!(reply.status, 400);
        assert_eq!(reply.json(), json!({"success": false, "error": "Invalid integration type."}));
    }
}

#[tokio::test]
async fn empty_names_are_none() {
    let server = Server::demo().await;
    for (body, error) in [
        (
            json!({"type": "webhook-outgoing", "integrationId": ""}),
            "An integrationId or target_url needs to be provided.",
        ),
        (
            json!({"type": "webhook-outgoing", "target_url": ""}),
            "An integrationId or target_url needs to be provided.",
        ),
        (json!({"type": "webhook-incoming", "integrationId": ""}), "No integration found."),
    ] {
        let reply = remove(&server, ADMIN, body).await;
        assert_eq!(reply.status, 400);
        assert_eq!(reply.json(), json!({"success": false, "error": error}));
    }
}

/// A user with these permissions, who created both integrations or neither.
fn world(permissions: &[Permission], created: bool) -> Seed {
    let mut seed = seed::demo();
    seed.rocketchat.users = vec![RocketchatUser {
        id: "uTester".to_owned(),
        username: "tester".to_owned(),
        permissions: permissions.to_vec(),
        tokens: vec![Secret::from("the-token-of-the-tester-of-this".to_owned())],
    }];
    for integration in &mut seed.rocketchat.integrations {
        integration.created_by = created.then(|| unplug_handlers::store::rocketchat::Creator {
            id: "uTester".to_owned(),
            username: "tester".to_owned(),
        });
    }
    seed
}

#[tokio::test]
async fn the_four_permissions_let_through_what_they_say() {
    const DONE: &str = "done";
    const NOT_OWN: &str = "Invalid integration [error-invalid-integration]";
    const OTHER_FAMILY: &str = "Unauthorized [not_authorized]";
    let table: &[(&[Permission], bool, &str, &str)] = &[
        // permissions, created by the caller, incoming, outgoing
        (&[ManageIncoming], false, DONE, OTHER_FAMILY),
        (&[ManageIncoming], true, DONE, OTHER_FAMILY),
        (&[ManageOwnIncoming], false, NOT_OWN, OTHER_FAMILY),
        (&[ManageOwnIncoming], true, DONE, OTHER_FAMILY),
        (&[ManageOutgoing], false, OTHER_FAMILY, DONE),
        (&[ManageOutgoing], true, OTHER_FAMILY, DONE),
        (&[ManageOwnOutgoing], false, OTHER_FAMILY, NOT_OWN),
        (&[ManageOwnOutgoing], true, OTHER_FAMILY, DONE),
        (&[ManageIncoming, ManageOwnOutgoing], false, DONE, NOT_OWN),
        (&[ManageOwnIncoming, ManageOutgoing], false, NOT_OWN, DONE),
        (&[ManageOwnIncoming, ManageOwnOutgoing], true, DONE, DONE),
        (&[ManageIncoming, ManageOwnIncoming], false, DONE, OTHER_FAMILY),
        (&[ManageIncoming, ManageOutgoing], false, DONE, DONE),
    ];
    for (permissions, created, incoming, outgoing) in table {
        let case = format!("{permissions:?}, created: {created}");
        let database = Database::with(&world(permissions, *created)).await;
        let server = Server::configured(database, |_| ());
        for (word, id, method, expected) in [
            ("webhook-incoming", INCOMING, "deleteIncomingIntegration", incoming),
            ("webhook-outgoing", OUTGOING, "deleteOutgoingIntegration", outgoing),
        ] {
            let caller = ("uTester", "the-token-of-the-tester-of-this");
            let reply = remove(&server, caller, json!({"type": word, "integrationId": id})).await;
            if *expected == DONE {
                assert_eq!(reply.status, 200, "{case}: {reply:?}");
                continue;
            }
            assert_eq!(reply.status, 400, "{case}: {reply:?}");
            let kind = expected.split(['[', ']']).nth(1).unwrap();
            assert_eq!(
                reply.json(),
                json!({"success": false, "error": expected, "errorType": kind, "details": {"method": method}}),
                "{case}"
            );
        }
    }
}

#[tokio::test]
async fn server_9_refuses_permissions_by_403_and_names_invalid_bodies_otherwise() {
    let answer = async |permissions: &[Permission], (user, token): (&str, &str), body: Value| {
        let database = Database::with(&world(permissions, false)).await;
        let server = Server::configured(database, |config| config.rocketchat_version = RocketchatVersion::V9);
        let reply = remove(&server, (user, token), body).await;
        (reply.status, reply.json())
    };
    let tester = ("uTester", "the-token-of-the-tester-of-this");
    let outgoing = || json!({"type": "webhook-outgoing", "integrationId": OUTGOING});
    assert_eq!(
        answer(&[ManageIncoming], tester, outgoing()).await,
        (
            403,
            json!({"success": false, "error": "Unauthorized [not_authorized]", "errorType": "error-forbidden"})
        )
    );
    let (status, body) = answer(&[], tester, outgoing()).await;
    assert_eq!((status, &body["errorType"]), (403, &json!("error-forbidden")));
    let not_logged_in = json!({"success": false, "error": "You must be logged in to do this."});
    assert_eq!(answer(&[ManageIncoming], ("uTester", "wrong"), outgoing()).await, (401, not_logged_in));
    let (status, body) = answer(&[ManageIncoming], tester, json!({})).await;
    assert_eq!((status, &body["errorType"]), (400, &json!("error-invalid-params")));
    assert!(body["error"].as_str().unwrap().ends_with("must match exactly one schema in oneOf"), "{body}");
    // What is no permission's business is as before.
    let (status, body) = answer(&[ManageOwnOutgoing], tester, outgoing()).await;
    assert_eq!((status, &body["errorType"]), (400, &json!("error-invalid-integration")));
    assert_eq!(answer(&[ManageOutgoing], tester, outgoing()).await.0, 200);
}

#[tokio::test]
async fn the_window_is_told_in_epoch_milliseconds_and_starts_again() {
    let server = Server::configured(Database::demo().await, |config| {
        config.limits.rocketchat = config.limits.rocketchat.with_calls(2);
    });
    let nothing = || json!({"type": "webhook-incoming", "integrationId": "nothing"});
    let first = remove(&server, ADMIN, nothing()).await;
    assert_eq!(first.status, 400);
    assert_eq!(first.header("x-ratelimit-limit"), "2");
    assert_eq!(first.header("x-ratelimit-remaining"), "1");
    // 2026-03-04T05:07:07.089Z
    assert_eq!(first.header("x-ratelimit-reset"), "1772600827089");
    // An invalid body does not reach the limiter.
    let invalid = remove(&server, ADMIN, json!({})).await;
    assert!(!invalid.headers.contains_key("x-ratelimit-limit"));
    server.clock.advance(Duration::from_millis(17_500));
    assert_eq!(remove(&server, ADMIN, nothing()).await.header("x-ratelimit-remaining"), "0");

    let refused = remove(&server, ADMIN, nothing()).await;
    assert_eq!(refused.status, 429);
    assert_eq!(refused.header("x-ratelimit-remaining"), "0");
    assert_eq!(refused.header("x-ratelimit-reset"), "1772600827089");
    assert!(!refused.headers.contains_key("retry-after"));
    assert_eq!(
        refused.json(),
        json!({
            "success": false,
            "error": "Error, too many requests. Please slow down. You must wait 43 seconds before trying this endpoint again. [error-too-many-requests]",
            "errorType": "error-too-many-requests",
        })
    );
    // Another user has a window of their own, and a new one begins for the first.
    assert_eq!(remove(&server, OWNER, nothing()).await.status, 400);
    server.clock.advance(Duration::from_millis(42_500));
    assert_eq!(remove(&server, ADMIN, nothing()).await.status, 400);
}

#[tokio::test]
async fn a_removal_is_audited_with_its_caller() {
    let server = Server::demo().await;
    let body = json!({"type": "webhook-outgoing", "integrationId": OUTGOING});
    assert_eq!(remove(&server, OWNER, body).await.status, 200);
    let records = server.database.store.audit_records(Api::Rocketchat).await.unwrap();
    assert_eq!(records.len(), 1);
    assert_eq!(records[0].actor, OWNER.0);
    assert_eq!(records[0].at, "2026-03-04T05:06:07.089Z");
}

#[tokio::test]
async fn everything_else_has_the_vendors_envelope_too() {
    let server = Server::demo().await;
    let authorized = |request: axum::http::request::Builder| {
        request.header("X-User-Id", ADMIN.0).header("X-Auth-Token", ADMIN.1)
    };
    let cases = [
        (authorized(Request::get(PATH)), 405),
        (authorized(Request::post("/rocketchat/api/v1/nothing")), 404),
        (authorized(Request::post("/rocketchat/")), 404),
        (authorized(Request::post(PATH)).header("Content-Type", "text/plain"), 415),
    ];
    for (request, status) in cases {
        let reply = server.send(request, "x").await;
        assert_eq!(reply.status, status, "{reply:?}");
        assert_eq!(reply.json()["success"], false);
        assert!(reply.json()["error"].is_string());
    }
}

#[tokio::test]
async fn an_internal_failure_does_not_show_its_cause() {
    let server = Server::demo().await;
    sqlx::query("DROP TABLE rocketchat_integration_urls")
        .execute(&mut server.database.connection().await)
        .await
        .unwrap();
    let body = json!({"type": "webhook-outgoing", "integrationId": OUTGOING});
    let reply = remove(&server, ADMIN, body).await;
    assert_eq!(reply.status, 500);
    assert_eq!(reply.json(), json!({"success": false, "error": "Internal server error"}));
}
