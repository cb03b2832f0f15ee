//! Rocket.Chat: 200, 400, 401, 403, 429.

use std::time::Duration;

use unplug_client::Error;
use unplug_client::rocketchat::{
    Client, Credentials, IntegrationsRemoveError, IntegrationsRemoveOk, IntegrationsRemoveRequest,
    Server as BaseUrl,
    types::{
        IntegrationType, IntegrationsRemoveBody, IntegrationsRemoveBodyIncoming,
        IntegrationsRemoveBodyOutgoingById, IntegrationsRemoveBodyOutgoingByUrl,
    },
};
use unplug_handlers::RocketchatVersion;
use unplug_handlers::limit::RateLimitRule;
use unplug_handlers::seed::demo::rocketchat::{ADMIN, COMPLETE, INCOMING, NOBODY, OUTGOING, OWNER};
use unplug_tests::documents::Vendor;
use unplug_tests::server::{Options, Server};

use crate::{Seen, TIMEOUT, assert_rate_limit};

fn client(server: &Server, user: Option<(&str, &str)>) -> Client {
    let base = BaseUrl::Custom(server.base_url(Vendor::Rocketchat));
    let builder = Client::builder().server(base).timeout(TIMEOUT);
    match user {
        None => builder,
        Some((id, token)) => {
            builder.credentials(Credentials { auth_token: token.into(), user_id: id.into() })
        }
    }
    .build()
    .unwrap()
}

fn incoming(id: &str) -> IntegrationsRemoveRequest {
    let body = IntegrationsRemoveBodyIncoming {
        r#type: "webhook-incoming".to_owned(),
        integration_id: id.to_owned(),
    };
    IntegrationsRemoveRequest { body: IntegrationsRemoveBody::Incoming(body) }
}

fn outgoing(id: &str) -> IntegrationsRemoveRequest {
    let body = IntegrationsRemoveBodyOutgoingById {
        r#type: "webhook-outgoing".to_owned(),
        integration_id: id.to_owned(),
    };
    IntegrationsRemoveRequest { body: IntegrationsRemoveBody::OutgoingById(body) }
}

fn outgoing_to(url: &str) -> IntegrationsRemoveRequest {
    let body = IntegrationsRemoveBodyOutgoingByUrl {
        r#type: "webhook-outgoing".to_owned(),
        target_url: url.to_owned(),
    };
    IntegrationsRemoveRequest { body: IntegrationsRemoveBody::OutgoingByUrl(body) }
}

async fn removed(client: &Client, request: &IntegrationsRemoveRequest) -> IntegrationsRemoveOk {
    client.integrations_remove(request).await.unwrap().into_inner()
}

async fn refused(client: &Client, request: &IntegrationsRemoveRequest) -> IntegrationsRemoveError {
    match client.integrations_remove(request).await {
        Err(Error::Declared(declared)) => declared.error,
        other => panic!("not a declared error: {other:?}"),
    }
}

#[tokio::test]
async fn every_declared_status_is_exercised() {
    let mut seen = Seen::new(Vendor::Rocketchat);
    successes(&mut seen).await;
    refusals(&mut seen).await;
    refusals_of_server_9(&mut seen).await;
    rate_limit(&mut seen).await;
    let coverage = seen.finish();
    for status in [200, 400, 401, 403, 429] {
        assert!(coverage.count("post-api-v1-integrations.remove", status) > 0, "{status}");
    }
}

/// Each of the three bodies removes, and gives back the whole stored document.
async fn successes(seen: &mut Seen) {
    let server = Server::start().await;
    let admin = client(&server, Some(ADMIN));
    let first = removed(&admin, &outgoing(OUTGOING)).await.body.integration;
    assert_eq!(first.id, OUTGOING);
    assert_eq!(first.r#type, IntegrationType::WebhookOutgoing);
    assert_eq!(first.channel, Vec::<String>::new());
    assert_eq!(first.urls.as_deref(), Some(&["http://text2gif.guggy.com/guggify".to_owned()][..]));
    assert!(!first.enabled && !first.script_enabled);
    assert_eq!(first.created_by.unwrap().username, "graywolf336");

    let second = removed(&admin, &outgoing_to("https://mirror.example.com/hook")).await.body.integration;
    assert_eq!(second.id, COMPLETE);
    assert_eq!(second.channel, ["#builds", "#general"]);
    let token = second.token.clone().unwrap();
    assert_eq!(token.expose(), "demo-webhook-Yb3Lk8Wq5Zt2");
    assert!(!format!("{second:?}").contains(token.expose()), "a secret is not in Debug");

    let reply = admin.integrations_remove(&incoming(INCOMING)).await.unwrap();
    assert_eq!(reply.body.integration.r#type, IntegrationType::WebhookIncoming);
    assert!(reply.body.integration.created_by.is_none());
    assert_rate_limit(reply.rate_limit(), 1_000_000, 999_997);
    assert_eq!(seen.check(&server).len(), 3);

    // An owner may remove what they created.
    let server = Server::start().await;
    let owner = client(&server, Some(OWNER));
    removed(&owner, &outgoing(OUTGOING)).await;
    seen.check(&server);
}

async fn refusals(seen: &mut Seen) {
    let server = Server::start().await;
    let admin = client(&server, Some(ADMIN));
    let owner = client(&server, Some(OWNER));
    let mut wrong_type = IntegrationsRemoveBodyIncoming {
        r#type: "webhook-incoming-invalid".to_owned(),
        integration_id: INCOMING.to_owned(),
    };
    let invalid_type =
        IntegrationsRemoveRequest { body: IntegrationsRemoveBody::Incoming(wrong_type.clone()) };
    for (caller, request, error, error_type) in [
        (&admin, incoming("unknown"), "No integration found.", None),
        (&admin, incoming(OUTGOING), "No integration found.", None),
        (&admin, invalid_type, "Invalid integration type.", None),
        (
            &owner,
            incoming(INCOMING),
            "Invalid integration [error-invalid-integration]",
            Some("error-invalid-integration"),
        ),
    ] {
        let IntegrationsRemoveError::BadRequest(refusal) = refused(caller, &request).await else {
            panic!("not a 400");
        };
        assert_eq!(refusal.body.error, error);
        assert_eq!(refusal.body.error_type.as_deref(), error_type);
        assert!(refusal.headers.x_rate_limit_reset.is_some());
    }
    seen.check(&server);

    // The client does not stop a body that the document refuses; the server says why. This one
    // exchange breaks the document on purpose, so only its response is checked.
    "neither".clone_into(&mut wrong_type.r#type);
    let request = IntegrationsRemoveRequest { body: IntegrationsRemoveBody::Incoming(wrong_type) };
    let IntegrationsRemoveError::BadRequest(refusal) = refused(&admin, &request).await else {
        panic!("not a 400");
    };
    assert_eq!(refusal.body.error_type.as_deref(), Some("invalid-params"));
    assert!(refusal.body.error.ends_with("must match exactly one schema in oneOf [invalid-params]"));
    seen.check_refusals(&server);

    let stranger = Some((ADMIN.0, "not-the-token-of-this-user"));
    for caller in [client(&server, None), client(&server, stranger)] {
        let IntegrationsRemoveError::Unauthorized(refusal) = refused(&caller, &incoming("a")).await else {
            panic!("not a 401");
        };
        assert_eq!(refusal.message.as_deref(), Some("You must be logged in to do this."));
        assert_eq!(refusal.status.as_deref(), Some("error"));
    }
    let nobody = client(&server, Some(NOBODY));
    let IntegrationsRemoveError::Forbidden(refusal) = refused(&nobody, &incoming("a")).await else {
        panic!("not a 403");
    };
    assert!(refusal.error.ends_with("[error-unauthorized]"));
    seen.check(&server);
}

/// What server 9 refuses in other words; the client reads them into the same outcome.
async fn refusals_of_server_9(seen: &mut Seen) {
    let options = Options { rocketchat_version: RocketchatVersion::V9, ..Options::default() };
    let server = Server::with(options).await;
    let IntegrationsRemoveError::Unauthorized(refusal) =
        refused(&client(&server, None), &incoming("a")).await
    else {
        panic!("not a 401");
    };
    assert_eq!(refusal.error.as_deref(), Some("You must be logged in to do this."));
    assert_eq!((refusal.status, refusal.message), (None, None));
    let IntegrationsRemoveError::Forbidden(refusal) =
        refused(&client(&server, Some(NOBODY)), &incoming("a")).await
    else {
        panic!("not a 403");
    };
    assert!(refusal.error.ends_with("[error-unauthorized]"));
    assert_eq!(refusal.error_type.as_deref(), Some("error-forbidden"));
    let admin = client(&server, Some(ADMIN));
    let IntegrationsRemoveError::BadRequest(refusal) = refused(&admin, &incoming("unknown")).await else {
        panic!("not a 400");
    };
    assert_eq!((&*refusal.body.error, refusal.body.error_type), ("No integration found.", None));
    removed(&admin, &incoming(INCOMING)).await;
    seen.check(&server);
}

async fn rate_limit(seen: &mut Seen) {
    let mut options = Options::default();
    options.limits.rocketchat = RateLimitRule::new(2, Duration::from_mins(1));
    let server = Server::with(options).await;
    let admin = client(&server, Some(ADMIN));
    let first = refused(&admin, &incoming("unknown")).await;
    assert!(matches!(first, IntegrationsRemoveError::BadRequest(_)), "{first:?}");
    refused(&admin, &incoming("unknown")).await;
    let error = admin.integrations_remove(&incoming("unknown")).await.unwrap_err();
    assert_rate_limit(error.rate_limit(), 2, 0);
    let Some(IntegrationsRemoveError::TooManyRequests(refusal)) = error.declared() else {
        panic!("not a 429: {error:?}");
    };
    assert!(refusal.body.error.ends_with("[error-too-many-requests]"));
    let reset = refusal.headers.x_rate_limit_reset.unwrap();
    assert!(reset > 1_600_000_000_000, "milliseconds since the epoch: {reset}");
    // Counted by user: another one still gets through.
    let other = refused(&client(&server, Some(OWNER)), &incoming("unknown")).await;
    assert!(matches!(other, IntegrationsRemoveError::BadRequest(_)), "{other:?}");
    for exchange in seen.check(&server) {
        assert_eq!(exchange.response.headers().get("retry-after"), None, "the vendor sends none");
    }
}
