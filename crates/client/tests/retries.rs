//! Retries, the vendors' clocks, and "already gone".

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    missing_docs,
    unreachable_pub,
    reason = "tests"
)]

mod support;

use std::time::Duration;

use support::{Loopback, Step, answer, json};
use unplug_client::{Error, Removal, RemovalResult, Retry, kombo, rocketchat, vercel};

const OK: &str = r#"{"status":"success","data":{}}"#;
const KOMBO_GONE: &str = r#"{"status":"error","error":{"code":"PLATFORM.INTEGRATION_NOT_FOUND","title":null,"message":"m","log_url":null}}"#;
const VERCEL_GONE: &str = r#"{"error":{"code":"not_found","message":"m"}}"#;
const ROCKETCHAT_GONE: &str = r#"{"success":false,"error":"No integration found."}"#;

fn quick(attempts: u32) -> Retry {
    Retry::new(attempts).first_wait(Duration::from_millis(1)).max_wait(Duration::from_secs(5))
}

fn kombo_client(url: &str, retry: Retry) -> kombo::Client {
    kombo::Client::builder().server(kombo::Server::Custom(url.to_owned())).retry(retry).build().unwrap()
}

fn kombo_request() -> kombo::DeleteIntegrationRequest {
    kombo::DeleteIntegrationRequest { integration_id: "i".to_owned(), body: None }
}

#[tokio::test]
async fn nothing_is_tried_again_unless_asked_for() {
    let server = Loopback::start(vec![Step::Lose]).await;
    let client = kombo_client(&server.url, Retry::default());
    client.delete_integration(&kombo_request()).await.unwrap_err();
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn an_overloaded_server_is_asked_again() {
    let server = Loopback::start(vec![
        answer("503 Service Unavailable", &[("Content-Type", "text/plain")], "busy"),
        answer("429 Too Many Requests", &[("Retry-After", "0")], ""),
        json("200 OK", OK),
    ])
    .await;
    kombo_client(&server.url, quick(3)).delete_integration(&kombo_request()).await.unwrap();
    assert_eq!(server.requests().len(), 3);
}

#[tokio::test]
async fn attempts_are_counted() {
    let server = Loopback::start(vec![answer("503 Service Unavailable", &[], "")]).await;
    let client = kombo_client(&server.url, quick(3));
    let error = client.delete_integration(&kombo_request()).await.unwrap_err();
    assert_eq!(error.status(), Some(503));
    assert_eq!(server.requests().len(), 3);
}

#[tokio::test]
async fn a_clock_beyond_the_cap_ends_the_call_at_once() {
    for headers in [[("Retry-After", "3600")], [("ratelimit-reset", "3600")]] {
        let server = Loopback::start(vec![answer("429 Too Many Requests", &headers, "")]).await;
        let client = kombo_client(&server.url, quick(9));
        let error = client.delete_integration(&kombo_request()).await.unwrap_err();
        assert_eq!(error.status(), Some(429));
        assert_eq!(server.requests().len(), 1);
    }
}

#[tokio::test]
async fn other_statuses_are_final() {
    let server = Loopback::start(vec![json("500 Internal Server Error", KOMBO_GONE)]).await;
    let client = kombo_client(&server.url, quick(3));
    client.delete_integration(&kombo_request()).await.unwrap_err();
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn gone_after_a_lost_answer_is_already_gone() {
    let server = Loopback::start(vec![Step::Lose, json("404 Not Found", KOMBO_GONE)]).await;
    let client = kombo_client(&server.url, quick(2));
    let result = client.delete_integration(&kombo_request()).await;
    assert!(matches!(result, Err(Error::AlreadyGone(_))), "{result:?}");
    assert!(matches!(result.or_already_gone().unwrap(), Removal::AlreadyGone));

    let server = Loopback::start(vec![Step::Lose, json("404 Not Found", VERCEL_GONE)]).await;
    let client = vercel::Client::builder()
        .server(vercel::Server::Custom(server.url.clone()))
        .retry(quick(2))
        .build()
        .unwrap();
    let request = vercel::DeleteConfigurationRequest { id: "i".to_owned(), team_id: None, slug: None };
    let result = client.delete_configuration(&request).await;
    assert!(matches!(result, Err(Error::AlreadyGone(_))), "{result:?}");

    // A POST is repeated too, because the document marks it as a removal.
    let server = Loopback::start(vec![Step::Lose, json("400 Bad Request", ROCKETCHAT_GONE)]).await;
    let client = rocketchat::Client::builder()
        .server(rocketchat::Server::Custom(server.url.clone()))
        .retry(quick(2))
        .build()
        .unwrap();
    let body = r#"{"type":"webhook-incoming","integrationId":"x1"}"#;
    let request = rocketchat::IntegrationsRemoveRequest { body: serde_json::from_str(body).unwrap() };
    let result = client.integrations_remove(&request).await;
    assert!(matches!(result, Err(Error::AlreadyGone(_))), "{result:?}");
}

#[tokio::test]
async fn gone_without_a_lost_answer_is_an_error() {
    let server =
        Loopback::start(vec![answer("503 Service Unavailable", &[], ""), json("404 Not Found", KOMBO_GONE)])
            .await;
    let client = kombo_client(&server.url, quick(2));
    let error = client.delete_integration(&kombo_request()).await.unwrap_err();
    assert!(matches!(error, Error::Declared(_)), "{error:?}");
    assert!(error.is_gone());
}

#[tokio::test]
async fn another_refusal_after_a_lost_answer_stays_an_error() {
    let refused = r#"{"error":{"code":"forbidden","message":"m"}}"#;
    let server = Loopback::start(vec![Step::Lose, json("403 Forbidden", refused)]).await;
    let client = vercel::Client::builder()
        .server(vercel::Server::Custom(server.url.clone()))
        .retry(quick(2))
        .build()
        .unwrap();
    let request = vercel::DeleteConfigurationRequest { id: "i".to_owned(), team_id: None, slug: None };
    let error = client.delete_configuration(&request).await.unwrap_err();
    assert!(matches!(error, Error::Declared(_)), "{error:?}");
    assert!(!error.is_gone());
}
