//! Vercel's own refusals.

use serde_json::json;
use unplug_tests::documents::Vendor;
use unplug_tests::raw::Request;
use unplug_tests::server::Server;

use crate::{assert_refused, request};

pub(crate) const TARGET: &str = "/vercel/v1/integrations/configuration/icfg_3bwCLgxL8qt5kjRLcv2Dit7F";
pub(crate) use unplug_handlers::seed::demo::vercel::FULL as TOKEN;
const TEAM_CONFIGURATION: &str = "/vercel/v1/integrations/configuration/icfg_cuwj0AdCdH3BwWT4LPijCC7t";

pub(crate) fn like(method: &str, target: &str) -> Request {
    request(method, target).header("authorization", format!("Bearer {TOKEN}"))
}

pub(crate) fn good() -> Request {
    like("DELETE", TARGET)
}

#[tokio::test]
async fn query_parameters_are_checked() {
    let server = Server::start().await;
    let too_long = format!("teamId={}", "a".repeat(257));
    let too_long_in_characters = format!("slug={}", "%C3%A4".repeat(257));
    for query in [
        // The bounds of the schemas.
        "teamId=",
        "slug=",
        &too_long,
        &too_long_in_characters,
        "teamId=team_1a2b3c4d5e6f7g8h9i0j1k2l&teamId=team_1a2b3c4d5e6f7g8h9i0j1k2l",
        "slug=my-team-url-slug&slug=another-team",
        "teamId=%ff",
        "slug=%ff",
        // Both given, and they disagree.
        "teamId=team_1a2b3c4d5e6f7g8h9i0j1k2l&slug=another-team",
    ] {
        let answer = like("DELETE", &format!("{TEAM_CONFIGURATION}?{query}")).send(server.address).await;
        assert_refused(Vendor::Vercel, query, &answer);
        assert_eq!((answer.status, &answer.json()["error"]["code"]), (400, &json!("bad_request")), "{query}");
    }
}

#[tokio::test]
async fn a_team_name_as_long_as_allowed_is_looked_up() {
    let server = Server::start().await;
    let longest = format!("{TEAM_CONFIGURATION}?teamId={}", "%C3%A4".repeat(256));
    assert_eq!(like("DELETE", &longest).send(server.address).await.status, 403);
}

#[tokio::test]
async fn the_owner_decides_what_can_be_found() {
    let server = Server::start().await;
    for (query, status, code) in [
        // A team's configuration needs the team named.
        ("", 404, "not_found"),
        ("?teamId=team_unknown", 403, "forbidden"),
        ("?slug=unknown", 403, "forbidden"),
        // A team that exists and that the token may not act for.
        ("?teamId=team_9z8y7x6w5v4u3t2s1r0q9p8o", 403, "forbidden"),
        ("?slug=another-team", 403, "forbidden"),
    ] {
        let answer = like("DELETE", &format!("{TEAM_CONFIGURATION}{query}")).send(server.address).await;
        assert_refused(Vendor::Vercel, query, &answer);
        assert_eq!((answer.status, &answer.json()["error"]["code"]), (status, &json!(code)), "{query}");
    }
    let elsewhere = "/vercel/v1/integrations/configuration/icfg_6hJkL4zXcVbN8mQwErTyUiOp";
    for target in [
        elsewhere.to_owned(),
        format!("{elsewhere}?teamId=team_1a2b3c4d5e6f7g8h9i0j1k2l"),
        format!("{TARGET}?teamId=team_1a2b3c4d5e6f7g8h9i0j1k2l"),
        "/vercel/v1/integrations/configuration/icfg_unknown".to_owned(),
    ] {
        let answer = like("DELETE", &target).send(server.address).await;
        assert_refused(Vendor::Vercel, &target, &answer);
        assert_eq!((answer.status, &answer.json()["error"]["code"]), (404, &json!("not_found")), "{target}");
    }
}

#[tokio::test]
async fn a_team_is_named_by_id_or_slug_or_both() {
    for query in [
        "?teamId=team_1a2b3c4d5e6f7g8h9i0j1k2l",
        "?slug=my-team-url-slug",
        "?slug=my%2Dteam%2Durl%2Dslug",
        "?teamId=team_1a2b3c4d5e6f7g8h9i0j1k2l&slug=my-team-url-slug",
        "?teamId=team_1a2b3c4d5e6f7g8h9i0j1k2l&unknown=1&unknown=2",
    ] {
        let server = Server::start().await;
        let answer = like("DELETE", &format!("{TEAM_CONFIGURATION}{query}")).send(server.address).await;
        assert_eq!(answer.status, 204, "{query}: {}", String::from_utf8_lossy(&answer.body));
        assert!(answer.body.is_empty());
        assert_eq!(answer.header("content-type"), None);
    }
}

#[tokio::test]
async fn a_token_that_may_only_read_is_forbidden() {
    let server = Server::start().await;
    for token in [unplug_handlers::seed::demo::vercel::READ_ONLY] {
        let request = good().without("authorization").header("authorization", format!("Bearer {token}"));
        let answer = request.send(server.address).await;
        assert_refused(Vendor::Vercel, token, &answer);
        assert_eq!((answer.status, &answer.json()["error"]["code"]), (403, &json!("forbidden")));
    }
}

#[tokio::test]
async fn a_body_that_nobody_asked_for_changes_nothing() {
    let server = Server::start().await;
    let request = good().header("content-type", "application/json").body(r#"{"id":"other"}"#);
    assert_eq!(request.send(server.address).await.status, 204);
}
