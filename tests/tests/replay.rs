//! Every response example of the documents, sent by a server that plays it back: the generated
//! client decodes it by its status, and loses nothing.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use std::fmt::Debug;
use std::time::Duration;

use serde_json::Value;
use tokio::net::TcpListener;
use unplug_client::{Error, Reply, kombo, rocketchat, vercel};
use unplug_openapi::ir::StatusSpec;
use unplug_tests::documents::Vendor;
use unplug_tests::examples::{self, Part};

/// What one call came to, whatever the API.
#[derive(Debug, PartialEq)]
enum Outcome {
    Success(u16),
    /// Status, and the name of the variant that the error decoded to.
    Declared(u16, String),
    Undeclared(u16),
    Malformed(u16),
}

fn outcome<T, E: Debug>(result: Result<Reply<T>, Error<E>>) -> (Outcome, Vec<u8>) {
    match result {
        Ok(reply) => (Outcome::Success(reply.raw().status), reply.raw().body.to_vec()),
        Err(error) => {
            let raw = error.response().unwrap_or_else(|| panic!("{error}")).clone();
            let outcome = match &error {
                Error::Declared(declared) => {
                    let debug = format!("{:?}", declared.error);
                    Outcome::Declared(raw.status, debug.split(['(', ' ']).next().unwrap().to_owned())
                }
                Error::Undeclared(_) => Outcome::Undeclared(raw.status),
                Error::Malformed { .. } => Outcome::Malformed(raw.status),
                other => panic!("{other:?}"),
            };
            (outcome, raw.body.to_vec())
        }
    }
}

/// Calls a server that gives this one answer.
async fn call(vendor: Vendor, status: u16, content_type: Option<&str>, body: Vec<u8>) -> (Outcome, Vec<u8>) {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let content_type = content_type.map(str::to_owned);
    let app = axum::Router::new().fallback(move || {
        let mut answer = http::Response::builder().status(status);
        if let Some(content_type) = &content_type {
            answer = answer.header("content-type", content_type);
        }
        let answer = answer.body(axum::body::Body::from(body.clone())).unwrap();
        async move { answer }
    });
    let task = tokio::spawn(async move { axum::serve(listener, app).await });
    let timeout = Duration::from_secs(20);
    let result = match vendor {
        Vendor::Rocketchat => {
            let client = rocketchat::Client::builder().server(rocketchat::Server::Custom(url));
            let body = rocketchat::types::IntegrationsRemoveBodyIncoming {
                r#type: "webhook-incoming".to_owned(),
                integration_id: "a".to_owned(),
            };
            let request = rocketchat::IntegrationsRemoveRequest { body: body.into() };
            outcome(client.timeout(timeout).build().unwrap().integrations_remove(&request).await)
        }
        Vendor::Kombo => {
            let client = kombo::Client::builder().server(kombo::Server::Custom(url));
            let request = kombo::DeleteIntegrationRequest { integration_id: "a".to_owned(), body: None };
            outcome(client.timeout(timeout).build().unwrap().delete_integration(&request).await)
        }
        Vendor::Vercel => {
            let client = vercel::Client::builder().server(vercel::Server::Custom(url));
            let request =
                vercel::DeleteConfigurationRequest { id: "a".to_owned(), team_id: None, slug: None };
            outcome(client.timeout(timeout).build().unwrap().delete_configuration(&request).await)
        }
    };
    task.abort();
    result
}

/// The variant that a status must decode to.
fn variant(vendor: Vendor, status: u16) -> &'static str {
    match (vendor, status) {
        (Vendor::Kombo, _) => "Default",
        (_, 400) => "BadRequest",
        (_, 401) => "Unauthorized",
        (_, 403) => "Forbidden",
        (_, 404) => "NotFound",
        (_, 410) => "Gone",
        (_, 429) => "TooManyRequests",
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn every_response_example_decodes_by_its_status() {
    for vendor in Vendor::ALL {
        for example in examples::all(&vendor.document().api) {
            let statuses = match example.part {
                Part::Response(StatusSpec::Code(code)) => vec![code],
                Part::Response(StatusSpec::Default) => vec![400, 418, 429, 500, 503, 599],
                _ => continue,
            };
            for status in statuses {
                let body = example.value.to_string().into_bytes();
                let (found, bytes) = call(vendor, status, Some("application/json"), body.clone()).await;
                let expected = match status {
                    200 => Outcome::Success(200),
                    _ => Outcome::Declared(status, variant(vendor, status).to_owned()),
                };
                assert_eq!(found, expected, "{} `{}`", vendor.name(), example.name);
                assert_eq!(bytes, body, "the bytes are kept");
            }
        }
    }
    let (found, _) = call(Vendor::Vercel, 204, None, Vec::new()).await;
    assert_eq!(found, Outcome::Success(204));
}

#[tokio::test]
async fn an_answer_that_breaks_the_document_is_kept_as_it_came() {
    let html = b"<html>busy</html>".to_vec();
    for vendor in Vendor::ALL {
        let status = if vendor == Vendor::Vercel { 404 } else { 200 };
        for (content_type, body) in [
            (Some("text/html"), html.clone()),
            (Some("application/json"), html.clone()),
            (Some("application/json"), b"{}".to_vec()),
            (Some("application/json"), b"[]".to_vec()),
            (Some("application/json"), b"\xff\xfe".to_vec()),
            (Some("application/json"), "[".repeat(100_000).into_bytes()),
            (Some("application/json"), Vec::new()),
            (None, Vec::new()),
        ] {
            let (found, bytes) = call(vendor, status, content_type, body.clone()).await;
            assert_eq!(found, Outcome::Malformed(status), "{} {content_type:?}", vendor.name());
            assert_eq!(bytes, body);
        }
    }
    // Kombo's load balancer: plain text and HTML under `default`.
    for status in [500, 502, 503] {
        let (found, bytes) = call(Vendor::Kombo, status, Some("text/html"), html.clone()).await;
        assert_eq!((found, bytes), (Outcome::Malformed(status), html.clone()));
    }
}

#[tokio::test]
async fn a_status_that_is_not_declared_is_kept_as_it_came() {
    let body = br#"{"success":true,"error":{"code":"a","message":"b"}}"#.to_vec();
    for vendor in [Vendor::Rocketchat, Vendor::Vercel] {
        for status in [201, 202, 302, 402, 418, 500, 503] {
            let (found, bytes) = call(vendor, status, Some("application/json"), body.clone()).await;
            assert_eq!((found, &bytes), (Outcome::Undeclared(status), &body), "{}", vendor.name());
        }
    }
}

#[tokio::test]
async fn a_401_never_decodes_as_a_success() {
    let body = serde_json::json!({"status": "error", "message": "You must be logged in to do this."});
    let body = Value::to_string(&body).into_bytes();
    let (as_401, _) = call(Vendor::Rocketchat, 401, Some("application/json"), body.clone()).await;
    assert_eq!(as_401, Outcome::Declared(401, "Unauthorized".to_owned()));
    let (as_200, _) = call(Vendor::Rocketchat, 200, Some("application/json"), body).await;
    assert_eq!(as_200, Outcome::Malformed(200));
}
