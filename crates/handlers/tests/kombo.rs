//! Kombo, request by request.
#![allow(clippy::unwrap_used, reason = "tests")]

mod support;

use std::net::SocketAddr;
use std::pin::pin;
use std::time::Duration;

use axum::http::Request;
use axum::http::request::Builder;
use serde_json::{Value, json};
use support::{Database, Reply, Server};
use unplug_handlers::credential::CredentialDigest;
use unplug_handlers::seed::demo::kombo::{BOUND_KEY, DEVELOPMENT_KEY, KEY, PERSONIO, WORKDAY};
use unplug_handlers::store::Api;
use unplug_handlers::store::kombo::{Removal, Removed};

fn delete(id: &str) -> Builder {
    Request::delete(format!("/kombo/v1/integrations/{id}"))
}

fn with_key(request: Builder, key: &str) -> Builder {
    request.header("Authorization", format!("Bearer {key}")).header("Content-Type", "application/json")
}

async fn remove(server: &Server, id: &str) -> Reply {
    server.send(with_key(delete(id), KEY), "{}").await
}

/// Asserts a refusal in the vendor's envelope and gives its error.
fn refusal(reply: &Reply, status: u16, code: Option<&str>) -> Value {
    assert_eq!(reply.status, status, "{reply:?}");
    let body = reply.json();
    assert_eq!(body["status"], "error");
    let error = body["error"].as_object().unwrap();
    let fields: Vec<_> = error.keys().map(String::as_str).collect();
    assert_eq!(fields, ["code", "title", "message", "log_url"]);
    assert_eq!(error["code"], json!(code));
    assert!(!error["message"].as_str().unwrap().is_empty());
    body["error"].clone()
}

#[tokio::test]
async fn a_deletion_is_answered_with_an_empty_success() {
    let server = Server::demo().await;
    let reply = remove(&server, WORKDAY).await;
    assert_eq!(reply.status, 200, "{reply:?}");
    assert_eq!(reply.json(), json!({"status": "success", "data": {}}));
    assert_eq!(reply.header("ratelimit-limit"), "300");
    assert_eq!(reply.header("ratelimit-remaining"), "299");
    assert_eq!(reply.header("ratelimit-reset"), "60");
    let records = server.database.store.audit_records(Api::Kombo).await.unwrap();
    assert_eq!(records[0].actor, "demo-production");
    assert_eq!(records[0].at, "2026-03-04T05:06:07.089Z");
}

#[tokio::test]
async fn the_body_may_be_left_out() {
    let server = Server::demo().await;
    let request = delete(WORKDAY).header("Authorization", format!("Bearer {KEY}"));
    let reply = server.send(request, "").await;
    assert_eq!(reply.status, 200, "{reply:?}");
}

#[tokio::test]
async fn a_second_deletion_finds_nothing() {
    let server = Server::demo().await;
    assert_eq!(remove(&server, WORKDAY).await.status, 200);
    let error = refusal(&remove(&server, WORKDAY).await, 404, Some("PLATFORM.INTEGRATION_NOT_FOUND"));
    assert!(error["message"].as_str().unwrap().contains(WORKDAY));
    let log = error["log_url"].as_str().unwrap();
    assert!(log.starts_with("https://app.kombo.dev/my-prod/logs?interactionId="), "{log}");
}

#[tokio::test]
async fn every_call_has_a_log_address_of_its_own() {
    let server = Server::demo().await;
    let first = remove(&server, "nothing").await.json();
    let second = remove(&server, "nothing").await.json();
    assert_ne!(first["error"]["log_url"], second["error"]["log_url"]);
}

#[tokio::test]
async fn a_key_cannot_reach_another_environment() {
    let server = Server::demo().await;
    let reply = remove(&server, PERSONIO).await;
    refusal(&reply, 404, Some("PLATFORM.INTEGRATION_NOT_FOUND"));
    let there = "SELECT count(*) FROM kombo_integrations WHERE environment_id = 'my-dev'";
    assert_eq!(server.database.count(there).await, 1);
}

#[tokio::test]
async fn without_a_valid_key_nothing_is_told() {
    let server = Server::demo().await;
    for authorization in
        [None, Some("Bearer no-such-key-in-any-environment"), Some("Bearer"), Some("Basic ZGVtbzpkZW1v")]
    {
        let mut request = delete(WORKDAY).header("Content-Type", "application/json");
        if let Some(authorization) = authorization {
            request = request.header("Authorization", authorization);
        }
        let reply = server.send(request, "{}").await;
        let error = refusal(&reply, 401, Some("PLATFORM.AUTHENTICATION_INVALID"));
        assert_eq!(error["log_url"], Value::Null, "{authorization:?}");
        assert!(!reply.headers.contains_key("ratelimit-limit"));
    }
}

#[tokio::test]
async fn invalid_input_is_named_and_counts_as_a_call() {
    let server = Server::demo().await;
    for (body, said) in [("[]", "must be object"), ("{", "body")] {
        let reply = server.send(with_key(delete(WORKDAY), KEY), body).await;
        let error = refusal(&reply, 400, Some("PLATFORM.INPUT_INVALID"));
        let message = error["message"].as_str().unwrap();
        assert!(message.contains(said), "{message}");
        assert_eq!(reply.header("ratelimit-limit"), "300");
    }
    assert_eq!(remove(&server, WORKDAY).await.header("ratelimit-remaining"), "297");
}

#[tokio::test]
async fn the_window_is_told_in_seconds_left() {
    let server = Server::configured(Database::demo().await, |config| {
        config.limits.kombo = config.limits.kombo.with_calls(2);
    });
    remove(&server, "nothing").await;
    server.clock.advance(Duration::from_millis(2_500));
    let second = remove(&server, "nothing").await;
    assert_eq!(second.header("ratelimit-remaining"), "0");
    assert_eq!(second.header("ratelimit-reset"), "58");
    let refused = remove(&server, WORKDAY).await;
    refusal(&refused, 429, Some("PLATFORM.RATE_LIMIT_EXCEEDED"));
    assert_eq!(refused.header("ratelimit-limit"), "2");
    assert_eq!(refused.header("ratelimit-remaining"), "0");
    assert_eq!(refused.header("ratelimit-reset"), "58");
    server.clock.advance(Duration::from_millis(57_500));
    assert_eq!(remove(&server, WORKDAY).await.status, 200);
}

fn from(address: &str) -> SocketAddr {
    SocketAddr::new(address.parse().unwrap(), 4711)
}

#[tokio::test]
async fn a_bound_key_works_from_its_networks_only() {
    let server = Server::demo().await;
    let request = || with_key(delete("nothing"), BOUND_KEY);
    for (peer, inside) in [
        (Some(from("192.0.2.200")), true),
        (Some(from("::ffff:192.0.2.200")), true),
        (Some(from("2001:db8:1::1")), true),
        (Some(from("192.0.3.1")), false),
        (Some(from("2001:db9::1")), false),
        (None, false),
    ] {
        let reply = server.send_from(peer, request(), "{}").await;
        if inside {
            refusal(&reply, 404, Some("PLATFORM.INTEGRATION_NOT_FOUND"));
            assert_eq!(reply.header("ratelimit-limit"), "60", "the limit is the key's own");
        } else {
            refusal(&reply, 403, Some("PLATFORM.IP_NOT_WHITELISTED"));
        }
    }
}

/// Holds the database's write lock until the connection is dropped.
async fn held(database: &Database) -> sqlx::sqlite::SqliteConnection {
    let mut connection = database.connection().await;
    sqlx::raw_sql("BEGIN IMMEDIATE").execute(&mut connection).await.unwrap();
    connection
}

#[tokio::test]
async fn a_deletion_that_takes_too_long_is_given_up_and_undone() {
    let server = Server::configured(Database::demo().await, |config| {
        config.kombo_task_timeout = Duration::from_millis(50);
    });
    let lock = held(&server.database).await;
    let reply = remove(&server, WORKDAY).await;
    refusal(&reply, 504, Some("PLATFORM.TASK_TIMED_OUT"));
    drop(lock);
    // Nothing of it happens later, and the store goes on working.
    let store = &server.database.store;
    let digest = CredentialDigest::of(KEY);
    let key = store.kombo_api_key(&digest).await.unwrap().unwrap();
    let removed = store
        .remove_kombo_integration(Removal {
            integration_id: WORKDAY,
            key: &key,
            at: jiff::Timestamp::UNIX_EPOCH,
        })
        .await
        .unwrap();
    assert!(matches!(removed, Removed::Done(_)), "{removed:?}");
    assert_eq!(store.audit_records(Api::Kombo).await.unwrap().len(), 1);
}

#[tokio::test]
async fn only_so_many_deletions_of_one_integration_are_under_way() {
    let server = Server::configured(Database::demo().await, |config| {
        config.limits.kombo_concurrency = 1;
    });
    let lock = held(&server.database).await;
    let mut one = pin!(remove(&server, WORKDAY));
    let mut other = pin!(remove(&server, WORKDAY));
    // Whichever comes first holds the only place and waits for the lock.
    let (refused, waiting) = tokio::select! {
        refused = &mut one => (refused, other),
        refused = &mut other => (refused, one),
    };
    drop(lock);
    let admitted = waiting.await;
    assert_eq!(admitted.status, 200, "{admitted:?}");
    refusal(&refused, 429, Some("PLATFORM.CONCURRENCY_LIMIT_EXCEEDED"));
    assert_eq!(refused.header("concurrency-limit"), "1");
    assert_eq!(refused.header("concurrency-remaining"), "0");
}

#[tokio::test]
async fn an_internal_failure_does_not_show_its_cause() {
    let server = Server::demo().await;
    sqlx::query("DROP TABLE kombo_webhook_events")
        .execute(&mut server.database.connection().await)
        .await
        .unwrap();
    let reply = remove(&server, WORKDAY).await;
    refusal(&reply, 500, Some("PLATFORM.UNKNOWN_ERROR"));
    assert!(!reply.text.contains("kombo_webhook_events"), "{}", reply.text);
    let there = "SELECT count(*) FROM kombo_integrations";
    assert_eq!(server.database.count(there).await, 3);
}

#[tokio::test]
async fn everything_else_has_the_vendors_envelope_too() {
    let server = Server::demo().await;
    let reply = server.send(with_key(Request::get("/kombo/v1/nothing"), KEY), "").await;
    refusal(&reply, 404, None);
    let path = format!("/kombo/integrations/{WORKDAY}");
    let reply = server.send(with_key(Request::delete(path), KEY), "").await;
    refusal(&reply, 404, None);
    let path = format!("/kombo/v1/integrations/{WORKDAY}");
    let reply = server.send(with_key(Request::get(path), KEY), "").await;
    refusal(&reply, 405, None);
    let request =
        delete(WORKDAY).header("Authorization", format!("Bearer {KEY}")).header("Content-Type", "text/plain");
    let reply = server.send(request, "{}").await;
    refusal(&reply, 415, Some("PLATFORM.INPUT_INVALID"));
    let reply = server.send(with_key(delete(WORKDAY), KEY), "x".repeat(10_000_000)).await;
    refusal(&reply, 413, Some("PLATFORM.INPUT_INVALID"));
}

#[tokio::test]
async fn callers_of_another_environment_take_up_no_places() {
    let server = Server::configured(Database::demo().await, |config| {
        config.limits.kombo_concurrency = 1;
    });
    let lock = held(&server.database).await;
    let ask = |key| server.send(with_key(delete(WORKDAY), key), "{}");
    let mut owners = [Box::pin(ask(KEY)), Box::pin(ask(KEY))];
    let mut others = [Box::pin(ask(DEVELOPMENT_KEY)), Box::pin(ask(DEVELOPMENT_KEY))];
    // Of two calls from each environment one is refused, and one waits for the lock.
    let owner = async {
        let [one, other] = &mut owners;
        tokio::select! { refused = &mut *one => (refused, other), refused = &mut *other => (refused, one) }
    };
    let outsider = async {
        let [one, other] = &mut others;
        tokio::select! { refused = &mut *one => (refused, other), refused = &mut *other => (refused, one) }
    };
    let ((owner, waiting_owner), (outsider, waiting_outsider)) = tokio::join!(owner, outsider);
    for refused in [&owner, &outsider] {
        refusal(refused, 429, Some("PLATFORM.CONCURRENCY_LIMIT_EXCEEDED"));
    }
    drop(lock);
    let (owner, outsider) = tokio::join!(waiting_owner, waiting_outsider);
    assert_eq!(owner.status, 200, "{owner:?}");
    refusal(&outsider, 404, Some("PLATFORM.INTEGRATION_NOT_FOUND"));
}
