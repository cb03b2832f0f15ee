//! Kombo: 200, and `default` through each of the eight codes.

use std::time::Duration;

use unplug_client::Error;
use unplug_client::kombo::{
    Client, Credentials, DeleteIntegrationDefault, DeleteIntegrationError, DeleteIntegrationRequest,
    Server as BaseUrl, types::ErrorResponseGeneralErrorCode as Code,
};
use unplug_handlers::limit::RateLimitRule;
use unplug_handlers::seed::demo::kombo::{BOUND_KEY, GREENHOUSE, KEY, WORKDAY};
use unplug_tests::backend::Mode;
use unplug_tests::documents::Vendor;
use unplug_tests::server::{Options, Server};

use crate::{Seen, TIMEOUT, assert_rate_limit};

fn client(server: &Server, key: Option<&str>) -> Client {
    let base = BaseUrl::Custom(server.base_url(Vendor::Kombo));
    let builder = Client::builder().server(base).timeout(TIMEOUT);
    match key {
        None => builder,
        Some(key) => builder.credentials(Credentials { api_key: key.into() }),
    }
    .build()
    .unwrap()
}

/// With the empty object as body, as the vendor's own samples have it.
fn deletion(id: &str) -> DeleteIntegrationRequest {
    DeleteIntegrationRequest { integration_id: id.to_owned(), body: Some(serde_json::Map::new()) }
}

async fn refused(client: &Client, id: &str) -> DeleteIntegrationDefault {
    match client.delete_integration(&deletion(id)).await {
        Err(Error::Declared(declared)) => match declared.error {
            DeleteIntegrationError::Default(refusal) => refusal,
        },
        other => panic!("not a declared error: {other:?}"),
    }
}

#[track_caller]
fn assert_code(refusal: &DeleteIntegrationDefault, status: u16, code: &Code) {
    let found = refusal.body.error.code.as_ref();
    assert_eq!((refusal.status, found), (status, Some(code)), "{refusal:?}");
    assert!(!refusal.body.error.message.is_empty());
}

#[tokio::test]
async fn every_declared_status_is_exercised_and_default_through_each_code() {
    let mut seen = Seen::new(Vendor::Kombo);
    successes(&mut seen).await;
    refusals(&mut seen).await;
    rate_limit(&mut seen).await;
    concurrency(&mut seen).await;
    timeout(&mut seen).await;
    let coverage = seen.finish();
    for status in [200, 400, 401, 403, 404, 429, 500, 504] {
        assert!(coverage.count("DeleteIntegrationsIntegrationId", status) > 0, "{status}");
    }
}

async fn successes(seen: &mut Seen) {
    let server = Server::start().await;
    let kombo = client(&server, Some(KEY));
    let reply = kombo.delete_integration(&deletion(WORKDAY)).await.unwrap();
    assert!(reply.body.data.is_empty());
    assert_rate_limit(reply.rate_limit(), 1_000_000, 999_999);
    let without_body = DeleteIntegrationRequest { integration_id: GREENHOUSE.to_owned(), body: None };
    kombo.delete_integration(&without_body).await.unwrap();
    let exchanges = seen.check(&server);
    assert_eq!(exchanges[0].request.body(), "{}");
    assert_eq!(exchanges[1].request.body(), "", "the body may be left out");
}

async fn refusals(seen: &mut Seen) {
    let server = Server::start().await;
    let kombo = client(&server, Some(KEY));
    assert_code(&refused(&kombo, "unknown").await, 404, &Code::PlatformIntegrationNotFound);
    for stranger in [None, Some("nobody-has-this-key")] {
        let refusal = refused(&client(&server, stranger), WORKDAY).await;
        assert_code(&refusal, 401, &Code::PlatformAuthenticationInvalid);
    }
    let elsewhere = refused(&client(&server, Some(BOUND_KEY)), WORKDAY).await;
    assert_code(&elsewhere, 403, &Code::PlatformIpNotWhitelisted);
    server.switch.set(Mode::Failing);
    assert_code(&refused(&kombo, WORKDAY).await, 500, &Code::PlatformUnknownError);
    server.switch.set(Mode::Normal);
    seen.check(&server);
    // A second deletion finds nothing.
    kombo.delete_integration(&deletion(WORKDAY)).await.unwrap();
    let error = kombo.delete_integration(&deletion(WORKDAY)).await.unwrap_err();
    assert!(error.is_gone(), "{error}");
    seen.check(&server);
    input_invalid(seen, &server).await;
}

/// The generated client cannot send a body that is no object, so this one goes by hand, over the
/// same wire.
async fn input_invalid(seen: &mut Seen, server: &Server) {
    let url = format!("{}/integrations/{GREENHOUSE}", server.base_url(Vendor::Kombo));
    let http = plain_http();
    let answer = http.delete(url).bearer_auth(KEY).json(&[1]).send().await.unwrap();
    assert_eq!(answer.status(), 400);
    let body: serde_json::Value = answer.json().await.unwrap();
    assert_eq!(body["error"]["code"], "PLATFORM.INPUT_INVALID");
    seen.check_refusals(server);
}

fn plain_http() -> reqwest::Client {
    reqwest::Client::builder().no_proxy().timeout(TIMEOUT).build().unwrap()
}

async fn rate_limit(seen: &mut Seen) {
    let mut options = Options::default();
    options.limits.kombo = RateLimitRule::new(1, Duration::from_mins(1));
    let server = Server::with(options).await;
    let kombo = client(&server, Some(KEY));
    refused(&kombo, "unknown").await;
    let error = kombo.delete_integration(&deletion(WORKDAY)).await.unwrap_err();
    assert_rate_limit(error.rate_limit(), 1, 0);
    let Some(DeleteIntegrationError::Default(refusal)) = error.declared() else {
        panic!("not declared: {error:?}");
    };
    assert_code(refusal, 429, &Code::PlatformRateLimitExceeded);
    let seconds = refusal.headers.ratelimit_reset.unwrap();
    assert!((1..=60).contains(&seconds), "seconds left: {seconds}");
    seen.check(&server);
}

async fn concurrency(seen: &mut Seen) {
    let mut options = Options::default();
    options.limits.kombo_concurrency = 1;
    let server = Server::with(options).await;
    let kombo = client(&server, Some(KEY));
    // The first one waits in the store, and takes the only place.
    server.switch.set(Mode::Waiting);
    let first = tokio::spawn({
        let kombo = kombo.clone();
        async move { kombo.delete_integration(&deletion(WORKDAY)).await }
    });
    server.switch.until_waiting(1).await;
    let second = refused(&kombo, WORKDAY).await;
    assert_code(&second, 429, &Code::PlatformConcurrencyLimitExceeded);
    let headers = &second.headers;
    assert_eq!((headers.concurrency_limit, headers.concurrency_remaining), (Some(1), Some(0)));
    server.switch.set(Mode::Normal);
    first.await.unwrap().unwrap();
    // The place is free again.
    assert_code(&refused(&kombo, WORKDAY).await, 404, &Code::PlatformIntegrationNotFound);
    seen.check(&server);
}

async fn timeout(seen: &mut Seen) {
    let options = Options { kombo_task_timeout: Duration::from_millis(50), ..Options::default() };
    let server = Server::with(options).await;
    let kombo = client(&server, Some(KEY));
    server.switch.set(Mode::Waiting);
    assert_code(&refused(&kombo, WORKDAY).await, 504, &Code::PlatformTaskTimedOut);
    // Given up is given up: nothing was removed.
    let removed = server.store.audit_records(unplug_handlers::store::Api::Kombo).await.unwrap();
    assert_eq!(removed, []);
    seen.check(&server);
}
