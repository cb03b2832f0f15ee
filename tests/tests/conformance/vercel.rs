//! Vercel: 204, 400, 401, 403, 404, 410, 429.

use std::time::Duration;

use unplug_client::Error;
use unplug_client::vercel::{
    Client, Credentials, DeleteConfigurationError, DeleteConfigurationRequest, Server as BaseUrl,
    types::ErrorDetailCode,
};
use unplug_handlers::limit::RateLimitRule;
use unplug_handlers::seed::demo::vercel::{
    FULL, OF_ACCOUNT, OF_TEAM, OTHER_TEAM_SLUG, OWN_ONLY, READ_ONLY, TEAM, TEAM_SLUG, UNINSTALLED,
};
use unplug_tests::documents::Vendor;
use unplug_tests::server::{Options, Server};

use crate::{Seen, TIMEOUT, assert_rate_limit};

fn client(server: &Server, token: Option<&str>) -> Client {
    let base = BaseUrl::Custom(server.base_url(Vendor::Vercel));
    let builder = Client::builder().server(base).timeout(TIMEOUT);
    match token {
        None => builder,
        Some(token) => builder.credentials(Credentials { bearer_token: token.into() }),
    }
    .build()
    .unwrap()
}

fn deletion(id: &str) -> DeleteConfigurationRequest {
    DeleteConfigurationRequest { id: id.to_owned(), team_id: None, slug: None }
}

fn for_team(id: &str, team_id: Option<&str>, slug: Option<&str>) -> DeleteConfigurationRequest {
    DeleteConfigurationRequest {
        id: id.to_owned(),
        team_id: team_id.map(str::to_owned),
        slug: slug.map(str::to_owned),
    }
}

async fn refused(client: &Client, request: &DeleteConfigurationRequest) -> DeleteConfigurationError {
    match client.delete_configuration(request).await {
        Err(Error::Declared(declared)) => declared.error,
        other => panic!("not a declared error: {other:?}"),
    }
}

#[tokio::test]
async fn every_declared_status_is_exercised() {
    let mut seen = Seen::new(Vendor::Vercel);
    successes(&mut seen).await;
    refusals(&mut seen).await;
    rate_limit(&mut seen).await;
    let coverage = seen.finish();
    for status in [204, 400, 401, 403, 404, 410, 429] {
        assert!(coverage.count("deleteConfiguration", status) > 0, "{status}");
    }
}

async fn successes(seen: &mut Seen) {
    let server = Server::start().await;
    let vercel = client(&server, Some(FULL));
    vercel.delete_configuration(&deletion(OF_ACCOUNT)).await.unwrap();
    vercel.delete_configuration(&for_team(OF_TEAM, Some(TEAM), None)).await.unwrap();
    for exchange in seen.check(&server) {
        assert_eq!(exchange.response.status(), 204);
        assert!(exchange.response.headers().get("content-type").is_none());
    }
    for (team, slug) in [(None, Some(TEAM_SLUG)), (Some(TEAM), Some(TEAM_SLUG))] {
        let server = Server::start().await;
        let vercel = client(&server, Some(FULL));
        vercel.delete_configuration(&for_team(OF_TEAM, team, slug)).await.unwrap();
        seen.check(&server);
    }
}

async fn refusals(seen: &mut Seen) {
    let server = Server::start().await;
    let vercel = client(&server, Some(FULL));
    let disagreeing = for_team(OF_TEAM, Some(TEAM), Some(OTHER_TEAM_SLUG));
    let DeleteConfigurationError::BadRequest(refusal) = refused(&vercel, &disagreeing).await else {
        panic!("not a 400");
    };
    assert_eq!(refusal.error.code, ErrorDetailCode::BadRequest);
    for stranger in [None, Some("nobody-has-this-token")] {
        let error = refused(&client(&server, stranger), &deletion(OF_ACCOUNT)).await;
        assert!(matches!(error, DeleteConfigurationError::Unauthorized(_)), "{error:?}");
    }
    for (token, request) in [
        (READ_ONLY, deletion(OF_ACCOUNT)),
        (READ_ONLY, for_team(OF_TEAM, Some(TEAM), None)),
        (OWN_ONLY, for_team(OF_TEAM, Some(TEAM), None)),
        (FULL, for_team(OF_TEAM, None, Some("unknown"))),
    ] {
        let error = refused(&client(&server, Some(token)), &request).await;
        assert!(matches!(error, DeleteConfigurationError::Forbidden(_)), "{error:?}");
    }
    for request in [deletion("icfg_unknown"), deletion(OF_TEAM), for_team(OF_ACCOUNT, Some(TEAM), None)] {
        let error = vercel.delete_configuration(&request).await.unwrap_err();
        assert!(matches!(error.declared(), Some(DeleteConfigurationError::NotFound(_))), "{error:?}");
        assert!(error.is_gone());
    }
    let error = vercel.delete_configuration(&deletion(UNINSTALLED)).await.unwrap_err();
    assert!(matches!(error.declared(), Some(DeleteConfigurationError::Gone(_))), "{error:?}");
    assert!(error.is_gone());
    seen.check(&server);
}

async fn rate_limit(seen: &mut Seen) {
    let mut options = Options::default();
    options.limits.vercel = RateLimitRule::new(1, Duration::from_mins(1));
    let server = Server::with(options).await;
    let vercel = client(&server, Some(FULL));
    refused(&vercel, &deletion("icfg_unknown")).await;
    let error = vercel.delete_configuration(&deletion(OF_ACCOUNT)).await.unwrap_err();
    assert_rate_limit(error.rate_limit(), 1, 0);
    let Some(DeleteConfigurationError::TooManyRequests(refusal)) = error.declared() else {
        panic!("not a 429: {error:?}");
    };
    let limit = &refusal.error.limit;
    assert!(limit.reset > 1_600_000_000 && limit.reset < 100_000_000_000, "seconds: {}", limit.reset);
    assert_eq!(limit.total, 1);
    seen.check(&server);
}
