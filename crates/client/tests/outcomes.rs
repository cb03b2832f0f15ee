//! Every kind of answer, from a real socket, for each of the three APIs.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    missing_docs,
    unreachable_pub,
    reason = "tests"
)]

mod support;

use std::time::{Duration, SystemTime};

use support::{Loopback, Step, answer, json};
use unplug_client::rocketchat::IntegrationsRemoveError;
use unplug_client::vercel::DeleteConfigurationError;
use unplug_client::{Error, TransportKind, kombo, rocketchat, vercel};

fn kombo_client(url: &str) -> kombo::Client {
    kombo::Client::new(
        kombo::Server::Custom(format!("{url}/v1")),
        kombo::Credentials { api_key: "key-of-kombo".into() },
    )
    .unwrap()
}

fn kombo_request() -> kombo::DeleteIntegrationRequest {
    kombo::DeleteIntegrationRequest { integration_id: "personio:1".to_owned(), body: None }
}

fn vercel_client(url: &str) -> vercel::Client {
    vercel::Client::new(
        vercel::Server::Custom(url.to_owned()),
        vercel::Credentials { bearer_token: "token-of-vercel".into() },
    )
    .unwrap()
}

fn vercel_request() -> vercel::DeleteConfigurationRequest {
    vercel::DeleteConfigurationRequest {
        id: "icfg_1".to_owned(),
        team_id: Some("team_1".to_owned()),
        slug: None,
    }
}

fn rocketchat_client(url: &str) -> rocketchat::Client {
    rocketchat::Client::new(
        rocketchat::Server::Custom(url.to_owned()),
        rocketchat::Credentials { auth_token: "token".into(), user_id: "user".into() },
    )
    .unwrap()
}

fn rocketchat_request() -> rocketchat::IntegrationsRemoveRequest {
    let body = r#"{"type":"webhook-incoming","integrationId":"x1"}"#;
    rocketchat::IntegrationsRemoveRequest { body: serde_json::from_str(body).unwrap() }
}

#[tokio::test]
async fn rocketchat_statuses_have_their_own_types() {
    let server = Loopback::start(vec![
        json("400 Bad Request", r#"{"success":false,"error":"a","errorType":"invalid-params"}"#),
        json("401 Unauthorized", r#"{"status":"error","message":"You must be logged in to do this."}"#),
        json("403 Forbidden", r#"{"success":false,"error":"no"}"#),
        answer(
            "429 Too Many Requests",
            &[
                ("Content-Type", "application/json"),
                ("X-RateLimit-Limit", "10"),
                ("X-RateLimit-Remaining", "0"),
                ("X-RateLimit-Reset", "1700000057000"),
            ],
            r#"{"success":false,"error":"Error, too many requests. [error-too-many-requests]"}"#,
        ),
    ])
    .await;
    let client = rocketchat_client(&server.url);
    let mut errors = Vec::new();
    for _ in 0..4 {
        errors.push(client.integrations_remove(&rocketchat_request()).await.unwrap_err());
    }
    assert!(matches!(errors[0].declared(), Some(IntegrationsRemoveError::BadRequest(_))), "{:?}", errors[0]);
    assert!(
        matches!(errors[1].declared(), Some(IntegrationsRemoveError::Unauthorized(_))),
        "{:?}",
        errors[1]
    );
    assert!(matches!(errors[2].declared(), Some(IntegrationsRemoveError::Forbidden(_))), "{:?}", errors[2]);
    assert!(
        matches!(errors[3].declared(), Some(IntegrationsRemoveError::TooManyRequests(_))),
        "{:?}",
        errors[3]
    );
    let limit = errors[3].rate_limit().unwrap();
    assert_eq!((limit.limit, limit.remaining), (Some(10), Some(0)));
    let resets_at = SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_057);
    assert_eq!(limit.resets_at, Some(resets_at));

    let request = &server.requests()[0];
    assert!(request.starts_with("POST /api/v1/integrations.remove HTTP/1.1\r\n"), "{request}");
    let lower = request.to_lowercase();
    assert!(lower.contains("\r\nx-auth-token: token\r\n"), "{request}");
    assert!(lower.contains("\r\nx-user-id: user\r\n"), "{request}");
    assert!(lower.contains("\r\ncontent-type: application/json\r\n"), "{request}");
    assert!(!lower.contains("api-version"), "{request}");
}

#[tokio::test]
async fn kombo_answers_decode_and_the_headers_arrive() {
    let server = Loopback::start(vec![
        answer(
            "200 OK",
            &[
                ("Content-Type", "application/json"),
                ("RateLimit-Limit", "300"),
                ("RateLimit-Remaining", "298"),
                ("RateLimit-Reset", "57"),
                ("X-Request-Id", "r-1"),
            ],
            r#"{"status":"success","data":{}}"#,
        ),
        json(
            "418 I'm a teapot",
            r#"{"status":"error","error":{"code":"INTEGRATION.MODEL_NOT_AVAILABLE","title":null,"message":"m","log_url":null}}"#,
        ),
    ])
    .await;
    let client = kombo_client(&server.url);
    let before = SystemTime::now();
    let reply = client.delete_integration(&kombo_request()).await.unwrap();
    let limit = reply.rate_limit().unwrap();
    assert_eq!((limit.limit, limit.remaining), (Some(300), Some(298)));
    assert!(limit.resets_at.unwrap() >= before + Duration::from_secs(57));
    assert_eq!(reply.headers.ratelimit_limit, Some(300));
    assert_eq!(reply.raw().headers["x-request-id"], "r-1");
    assert_eq!(reply.raw().status, 200);

    let error = client.delete_integration(&kombo_request()).await.unwrap_err();
    let Some(kombo::DeleteIntegrationError::Default(default)) = error.declared() else {
        panic!("{error:?}");
    };
    assert_eq!(default.status, 418);
    let code = default.body.error.code.as_ref().unwrap();
    assert_eq!(code.as_str(), "INTEGRATION.MODEL_NOT_AVAILABLE");
    assert!(error.to_string().starts_with("DELETE /integrations/{integration_id}: "), "{error}");

    let requests = server.requests();
    assert!(
        requests[0].starts_with("DELETE /v1/integrations/personio:1 HTTP/1.1\r\n")
            || requests[0].starts_with("DELETE /v1/integrations/personio%3A1 HTTP/1.1\r\n")
    );
    assert!(requests[0].to_lowercase().contains("\r\nauthorization: bearer key-of-kombo\r\n"));
    assert!(requests[0].ends_with("\r\n\r\n"), "no body was asked for: {}", requests[0]);
}

#[test]
fn calls_can_move_between_threads() {
    fn send<T: Send>(_: T) {}
    let client = kombo_client("http://127.0.0.1:1");
    send(client.delete_integration(&kombo_request()));
}

#[tokio::test]
async fn an_optional_body_is_sent_when_given() {
    let server = Loopback::start(vec![json("200 OK", r#"{"status":"success","data":{}}"#)]).await;
    let mut request = kombo_request();
    request.body = Some(serde_json::from_str("{}").unwrap());
    kombo_client(&server.url).delete_integration(&request).await.unwrap();
    let sent = &server.requests()[0];
    assert!(sent.ends_with("\r\n\r\n{}"), "{sent}");
    assert!(sent.to_lowercase().contains("content-type: application/json"), "{sent}");
}

#[tokio::test]
async fn vercel_statuses_have_their_own_types() {
    let error = |code: &str| format!(r#"{{"error":{{"code":"{code}","message":"m"}}}}"#);
    let server = Loopback::start(vec![
        answer("204 No Content", &[], ""),
        json("400 Bad Request", &error("bad_request")),
        json("401 Unauthorized", &error("forbidden")),
        json("403 Forbidden", &error("forbidden")),
        json("404 Not Found", &error("not_found")),
        json("410 Gone", &error("gone")),
        json(
            "429 Too Many Requests",
            r#"{"error":{"code":"rate_limited","message":"m","limit":{"remaining":0,"reset":1700000000,"resetMs":1700000000000,"total":6}}}"#,
        ),
    ])
    .await;
    let client = vercel_client(&server.url);
    let reply = client.delete_configuration(&vercel_request()).await.unwrap();
    assert_eq!(reply.raw().status, 204);
    let mut errors = Vec::new();
    for _ in 0..6 {
        errors.push(client.delete_configuration(&vercel_request()).await.unwrap_err());
    }
    assert!(matches!(errors[0].declared(), Some(DeleteConfigurationError::BadRequest(_))));
    assert!(matches!(errors[1].declared(), Some(DeleteConfigurationError::Unauthorized(_))));
    assert!(matches!(errors[2].declared(), Some(DeleteConfigurationError::Forbidden(_))));
    assert!(matches!(errors[3].declared(), Some(DeleteConfigurationError::NotFound(_))));
    assert!(matches!(errors[4].declared(), Some(DeleteConfigurationError::Gone(_))));
    assert!(matches!(errors[5].declared(), Some(DeleteConfigurationError::TooManyRequests(_))));
    let gone: Vec<bool> = errors.iter().map(Error::is_gone).collect();
    assert_eq!(gone, [false, false, false, true, true, false]);
    let limit = errors[5].rate_limit().unwrap();
    assert_eq!((limit.limit, limit.remaining), (Some(6), Some(0)));
    let resets_at = SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000);
    assert_eq!(limit.resets_at, Some(resets_at));
    let sent = &server.requests()[0];
    assert!(
        sent.starts_with("DELETE /v1/integrations/configuration/icfg_1?teamId=team_1 HTTP/1.1\r\n"),
        "{sent}"
    );
}

#[tokio::test]
async fn what_the_document_does_not_declare_is_kept_whole() {
    let page = "<html>Bad Gateway</html>";
    let server = Loopback::start(vec![
        answer("502 Bad Gateway", &[("Content-Type", "text/html"), ("Via", "proxy")], page),
        answer("302 Found", &[("Location", "http://127.0.0.1:1/elsewhere")], ""),
    ])
    .await;
    let client = vercel_client(&server.url);
    let error = client.delete_configuration(&vercel_request()).await.unwrap_err();
    let Error::Undeclared(response) = &error else { panic!("{error:?}") };
    assert_eq!(response.status, 502);
    assert_eq!(response.headers["via"], "proxy");
    assert_eq!(response.body, page);
    assert!(error.to_string().contains("502 Bad Gateway"), "{error}");

    let error = client.delete_configuration(&vercel_request()).await.unwrap_err();
    assert!(matches!(&error, Error::Undeclared(r) if r.status == 302), "{error:?}");
    assert_eq!(server.requests().len(), 2, "a redirect is not followed");
}

#[tokio::test]
async fn a_declared_status_with_the_wrong_content_is_kept_whole() {
    let server = Loopback::start(vec![
        answer("401 Unauthorized", &[("X-Gateway", "g")], ""),
        answer("500 Oops", &[("Content-Type", "text/html")], "<html>"),
        json("200 OK", "{\"status\":"),
        json("200 OK", r#"{"status":"other","data":{}}"#),
    ])
    .await;
    let client = kombo_client(&server.url);
    for (status, body, word) in [
        (401, "", "empty"),
        (500, "<html>", "text/html"),
        (200, "{\"status\":", "JSON"),
        (200, r#"{"status":"other","data":{}}"#, "JSON"),
    ] {
        let error = client.delete_integration(&kombo_request()).await.unwrap_err();
        let Error::Malformed { response, why } = &error else { panic!("{error:?}") };
        assert_eq!(response.status, status);
        assert_eq!(response.body, body);
        assert!(why.contains(word), "{why}");
        assert_eq!(error.status(), Some(status));
    }
}

#[tokio::test]
async fn a_body_longer_than_allowed_is_cut() {
    let long = "x".repeat(100_000);
    let server = Loopback::start(vec![json("200 OK", &long)]).await;
    let client = kombo::Client::builder()
        .server(kombo::Server::Custom(server.url.clone()))
        .max_response_bytes(1000)
        .build()
        .unwrap();
    let error = client.delete_integration(&kombo_request()).await.unwrap_err();
    let Error::Malformed { response, why } = &error else { panic!("{error:?}") };
    assert_eq!((response.status, response.body.len()), (200, 1000));
    assert!(why.contains("1000 bytes"), "{why}");
}

#[tokio::test]
async fn no_answer_is_a_transport_error() {
    let server = Loopback::start(vec![Step::Silence, Step::Lose]).await;
    let client = vercel::Client::builder()
        .server(vercel::Server::Custom(server.url.clone()))
        .timeout(Duration::from_millis(200))
        .build()
        .unwrap();
    for (kind, carried_out) in [(TransportKind::Timeout, true), (TransportKind::Lost, true)] {
        let error = client.delete_configuration(&vercel_request()).await.unwrap_err();
        let Error::Transport(transport) = &error else { panic!("{error:?}") };
        assert_eq!(transport.kind(), kind);
        assert_eq!(transport.may_have_been_carried_out(), carried_out);
    }
    let nobody = vercel_client("http://127.0.0.1:1");
    let error = nobody.delete_configuration(&vercel_request()).await.unwrap_err();
    let Error::Transport(transport) = &error else { panic!("{error:?}") };
    assert_eq!(transport.kind(), TransportKind::Connect);
    assert!(!transport.may_have_been_carried_out());
}

#[tokio::test]
async fn an_answer_that_breaks_off_is_lost() {
    let half = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{".to_vec();
    let server = Loopback::start(vec![Step::Answer(half)]).await;
    let error = kombo_client(&server.url).delete_integration(&kombo_request()).await.unwrap_err();
    let Error::Transport(transport) = &error else { panic!("{error:?}") };
    assert_eq!(transport.kind(), TransportKind::Lost);
    assert_eq!(error.status(), Some(200));
}

#[tokio::test]
async fn a_path_parameter_never_leads_elsewhere() {
    let server = Loopback::start(vec![json("200 OK", r#"{"status":"success","data":{}}"#)]).await;
    let client = kombo_client(&server.url);
    for id in ["", ".", ".."] {
        let request = kombo::DeleteIntegrationRequest { integration_id: id.to_owned(), body: None };
        let error = client.delete_integration(&request).await.unwrap_err();
        assert!(matches!(error, Error::Request(_)), "{error:?}");
    }
    for id in ["../x", r"..\x", "a?b#c", "%2e%2e", "ü", "a\nb"] {
        let request = kombo::DeleteIntegrationRequest { integration_id: id.to_owned(), body: None };
        client.delete_integration(&request).await.unwrap();
    }
    let paths: Vec<String> =
        server.requests().iter().map(|request| request.split(' ').nth(1).unwrap().to_owned()).collect();
    let expected = ["..%2Fx", "..%5Cx", "a%3Fb%23c", "%252e%252e", "%C3%BC", "a%0Ab"];
    assert_eq!(paths, expected.map(|id| format!("/v1/integrations/{id}")));
}
