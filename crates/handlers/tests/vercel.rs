//! Vercel, request by request.
#![allow(clippy::unwrap_used, reason = "tests")]

mod support;

use std::time::Duration;

use axum::http::Request;
use serde_json::json;
use support::{Database, Reply, Server};
use unplug_handlers::seed;
use unplug_handlers::seed::demo::vercel::{
    FULL, OF_ACCOUNT, OF_OTHER_TEAM, OF_TEAM, OWN_ONLY, READ_ONLY, UNINSTALLED,
};
use unplug_handlers::store::Api;

const TEAM: &str = "teamId=team_1a2b3c4d5e6f7g8h9i0j1k2l";
const SLUG: &str = "slug=my-team-url-slug";
const OTHER_TEAM: &str = "teamId=team_9z8y7x6w5v4u3t2s1r0q9p8o";

async fn delete(server: &Server, token: &str, id: &str, query: &str) -> Reply {
    let mark = if query.is_empty() { "" } else { "?" };
    let path = format!("/vercel/v1/integrations/configuration/{id}{mark}{query}");
    let request = Request::delete(path).header("Authorization", format!("Bearer {token}"));
    server.send(request, "").await
}

fn refused(reply: &Reply, status: u16, code: &str) {
    assert_eq!(reply.status, status, "{reply:?}");
    let body = reply.json();
    assert_eq!(body["error"]["code"], code, "{reply:?}");
    assert!(body["error"]["message"].is_string());
}

async fn configurations(server: &Server) -> i64 {
    server.database.count("SELECT count(*) FROM vercel_configurations").await
}

#[tokio::test]
async fn a_deletion_is_answered_with_nothing() {
    let server = Server::demo().await;
    for (id, query) in [(OF_ACCOUNT, ""), (OF_TEAM, TEAM)] {
        let reply = delete(&server, FULL, id, query).await;
        assert_eq!(reply.status, 204, "{reply:?}");
        assert_eq!(reply.text, "");
        assert!(!reply.headers.contains_key("content-type"));
        refused(&delete(&server, FULL, id, query).await, 404, "not_found");
    }
    let records = server.database.store.audit_records(Api::Vercel).await.unwrap();
    assert_eq!(records.len(), 2);
    assert_eq!(records[1].subject, OF_TEAM);
    assert_eq!(records[1].actor, "ZspSRT4ljIEEmMHgoDwKWDei");
    assert_eq!(records[1].snapshot["token"], "demo-full");
    assert_eq!(records[1].snapshot["resources_removed"]["webhooks"], 1);
}

#[tokio::test]
async fn a_team_may_be_named_by_id_by_slug_or_by_both() {
    for query in [TEAM.to_owned(), SLUG.to_owned(), format!("{TEAM}&{SLUG}")] {
        let server = Server::demo().await;
        let reply = delete(&server, FULL, OF_TEAM, &query).await;
        assert_eq!(reply.status, 204, "{query}: {reply:?}");
    }
}

#[tokio::test]
async fn another_owners_configuration_is_not_found() {
    let server = Server::demo().await;
    for (token, id, query) in [
        // A team's, without the team.
        (FULL, OF_TEAM, ""),
        // The account's, for the team.
        (FULL, OF_ACCOUNT, TEAM),
        // Another team's.
        (FULL, OF_OTHER_TEAM, TEAM),
        (OWN_ONLY, OF_TEAM, ""),
        (FULL, "icfg_nothing", ""),
    ] {
        refused(&delete(&server, token, id, query).await, 404, "not_found");
    }
    assert_eq!(configurations(&server).await, 4);
}

#[tokio::test]
async fn an_unknown_team_and_a_forbidden_one_look_alike() {
    let server = Server::demo().await;
    let forbidden = delete(&server, FULL, OF_OTHER_TEAM, OTHER_TEAM).await;
    refused(&forbidden, 403, "forbidden");
    for query in ["teamId=team_unknown", "slug=unknown", "slug=another-team"] {
        let reply = delete(&server, FULL, OF_OTHER_TEAM, query).await;
        assert_eq!((reply.status, reply.text), (403, forbidden.text.clone()), "{query}");
    }
    refused(&delete(&server, OWN_ONLY, OF_TEAM, TEAM).await, 403, "forbidden");
    assert_eq!(configurations(&server).await, 4);
}

#[tokio::test]
async fn an_invalid_query_is_a_bad_request() {
    let server = Server::demo().await;
    let long = format!("slug={}", "x".repeat(257));
    let disagreeing = format!("{TEAM}&slug=another-team");
    for query in ["teamId=", "slug=", "teamId=a&teamId=b", &long, &disagreeing] {
        refused(&delete(&server, FULL, OF_TEAM, query).await, 400, "bad_request");
    }
    assert_eq!(configurations(&server).await, 4);
}

#[tokio::test]
async fn a_token_that_may_only_read_deletes_nothing() {
    let server = Server::demo().await;
    for (id, query) in [(OF_ACCOUNT, ""), (OF_TEAM, TEAM), ("icfg_nothing", "")] {
        refused(&delete(&server, READ_ONLY, id, query).await, 403, "forbidden");
    }
    assert_eq!(configurations(&server).await, 4);
}

#[tokio::test]
async fn a_token_for_teams_cannot_act_on_its_own_account() {
    let mut seed = seed::demo();
    seed.vercel.accounts[0].tokens[0].own_access = None;
    let server = Server::configured(Database::with(&seed).await, |_| ());
    refused(&delete(&server, FULL, OF_ACCOUNT, "").await, 403, "forbidden");
    assert_eq!(delete(&server, FULL, OF_TEAM, TEAM).await.status, 204);
}

#[tokio::test]
async fn an_uninstalled_configuration_is_gone_every_time() {
    let server = Server::demo().await;
    refused(&delete(&server, FULL, UNINSTALLED, "").await, 410, "gone");
    refused(&delete(&server, FULL, UNINSTALLED, "").await, 410, "gone");
    // Nobody else learns that there was one.
    refused(&delete(&server, FULL, UNINSTALLED, TEAM).await, 404, "not_found");
}

#[tokio::test]
async fn without_a_valid_token_nothing_is_told() {
    let server = Server::demo().await;
    let path = format!("/vercel/v1/integrations/configuration/{OF_ACCOUNT}");
    for authorization in [None, Some("Bearer no-such-token-anywhere"), Some("Basic ZGVtbzpkZW1v")] {
        let mut request = Request::delete(&path);
        if let Some(authorization) = authorization {
            request = request.header("Authorization", authorization);
        }
        refused(&server.send(request, "").await, 401, "forbidden");
    }
}

#[tokio::test]
async fn the_window_is_told_in_epoch_seconds() {
    let server = Server::configured(Database::demo().await, |config| {
        config.limits.vercel = config.limits.vercel.with_calls(1);
    });
    refused(&delete(&server, FULL, "icfg_nothing", "").await, 404, "not_found");
    let reply = delete(&server, FULL, OF_ACCOUNT, "").await;
    refused(&reply, 429, "rate_limited");
    assert_eq!(
        reply.json()["error"]["limit"],
        json!({
            "remaining": 0,
            // 2026-03-04T05:07:07.089Z, rounded up.
            "reset": 1_772_600_828_i64,
            "resetMs": 1_772_600_827_089_i64,
            "total": 1,
        })
    );
    // Another token has a window of its own.
    refused(&delete(&server, OWN_ONLY, "icfg_nothing", "").await, 404, "not_found");
    server.clock.advance(Duration::from_mins(1));
    assert_eq!(delete(&server, FULL, OF_ACCOUNT, "").await.status, 204);
}

#[tokio::test]
async fn everything_else_has_the_vendors_envelope_too() {
    let server = Server::demo().await;
    let authorized =
        |request: axum::http::request::Builder| request.header("Authorization", format!("Bearer {FULL}"));
    let path = format!("/vercel/v1/integrations/configuration/{OF_ACCOUNT}");
    let reply = server.send(authorized(Request::get(&path)), "").await;
    refused(&reply, 405, "method_unknown");
    assert_eq!(reply.header("allow"), "DELETE, OPTIONS");
    let reply = server.send(authorized(Request::delete("/vercel/v1/nothing")), "").await;
    refused(&reply, 404, "not_found");
    sqlx::query("DROP TABLE vercel_log_drains")
        .execute(&mut server.database.connection().await)
        .await
        .unwrap();
    let reply = server.send(authorized(Request::delete(&path)), "").await;
    refused(&reply, 500, "internal_server_error");
    assert!(!reply.text.contains("vercel_log_drains"), "{}", reply.text);
}

#[tokio::test]
async fn what_belongs_to_no_vendor_says_which_there_are() {
    let server = Server::demo().await;
    let reply = server.send(Request::get("/github/v3"), "").await;
    assert_eq!(reply.status, 404);
    let message = reply.json()["message"].as_str().unwrap().to_owned();
    for known in ["/github/v3", "/rocketchat", "/kombo", "/vercel"] {
        assert!(message.contains(known), "{message}");
    }
}
