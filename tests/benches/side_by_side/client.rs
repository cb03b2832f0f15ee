//! A call of the generated client against the same call with reqwest by hand: build the request,
//! send it, look at the status, decode the body.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use serde::Deserialize;
use serde_json::{Map, Value};
use unplug_client::{kombo, rocketchat, vercel};

use crate::{Compared, Side, alternate, fixtures, handwritten, instructions, load, print_row};

/// Prints a row for each operation.
pub(crate) fn compare(rounds: usize, time: Duration) {
    for operation in ["rocketchat", "kombo", "vercel"] {
        let server = load::serve(handwritten::app(operation));
        let [generated, by_hand] =
            Side::BOTH.map(|side| move || call(side, operation, server, Length::Time(time)));
        let compared: Compared = alternate(rounds, generated, by_hand);
        print_row(operation, compared, instructions::per_call(operation, server));
    }
}

/// Makes the call of that operation over and over, and returns calls per second.
pub(crate) fn call(side: Side, operation: &str, server: SocketAddr, length: Length) -> f64 {
    let make_calls = match (side, operation) {
        (Side::Generated, "rocketchat") => rocketchat_generated,
        (Side::Handwritten, "rocketchat") => rocketchat_by_hand,
        (Side::Generated, "kombo") => kombo_generated,
        (Side::Handwritten, "kombo") => kombo_by_hand,
        (Side::Generated, _) => vercel_generated,
        (Side::Handwritten, _) => vercel_by_hand,
    };
    make_calls(server, length)
}

/// When a run of calls ends.
#[derive(Clone, Copy)]
pub(crate) enum Length {
    Time(Duration),
    Calls(u32),
}

impl Length {
    /// Calls between two looks at the clock.
    fn batch(self) -> u32 {
        match self {
            Self::Time(_) => 64,
            Self::Calls(calls) => calls,
        }
    }

    fn is_reached(self, started: Instant) -> bool {
        match self {
            Self::Time(time) => started.elapsed() >= time,
            Self::Calls(_) => true,
        }
    }
}

/// Awaits the call over and over, and gives calls per second.
macro_rules! calls_per_second {
    ($length:expr, $call:expr) => {
        load::single_thread().block_on(async {
            let (started, mut calls) = (Instant::now(), 0_u32);
            loop {
                for _ in 0..$length.batch() {
                    $call;
                }
                calls += $length.batch();
                if $length.is_reached(started) {
                    break;
                }
            }
            f64::from(calls) / started.elapsed().as_secs_f64()
        })
    };
}

fn rocketchat_generated(server: SocketAddr, length: Length) -> f64 {
    let credentials = rocketchat::Credentials {
        auth_token: fixtures::TOKEN.to_owned().into(),
        user_id: fixtures::USER.to_owned().into(),
    };
    let client = rocketchat::Client::new(rocketchat::Server::Custom(format!("http://{server}")), credentials)
        .expect("a client");
    let body = rocketchat::types::IntegrationsRemoveBodyOutgoingById {
        r#type: "webhook-outgoing".to_owned(),
        integration_id: fixtures::ID.to_owned(),
    };
    let request = rocketchat::IntegrationsRemoveRequest { body: body.into() };
    calls_per_second!(length, {
        let reply = client.integrations_remove(&request).await.expect("removed");
        assert_eq!(reply.body.integration.id, fixtures::ID);
    })
}

#[derive(Deserialize)]
struct Removed {
    integration: Integration,
    success: bool,
}

#[derive(Deserialize)]
#[allow(dead_code, reason = "decoded as the generated client decodes them")]
struct Integration {
    #[serde(rename = "_id")]
    id: String,
    r#type: String,
    name: String,
    enabled: bool,
    username: String,
    #[serde(rename = "userId")]
    user_id: String,
    #[serde(rename = "scriptEnabled")]
    script_enabled: bool,
    channel: Vec<String>,
    #[serde(rename = "_createdAt")]
    created_at: String,
    #[serde(rename = "_updatedAt")]
    updated_at: String,
}

#[derive(serde::Serialize)]
struct RemoveBody<'a> {
    r#type: &'a str,
    #[serde(rename = "integrationId")]
    integration_id: &'a str,
}

/// A client that says who it is, as the generated one does: both send the same headers.
fn http() -> reqwest::Client {
    reqwest::Client::builder()
        .user_agent(concat!("unplug-client-runtime/", env!("CARGO_PKG_VERSION")))
        .timeout(Duration::from_secs(30))
        .build()
        .expect("a client")
}

fn rocketchat_by_hand(server: SocketAddr, length: Length) -> f64 {
    let client = http();
    let base = format!("http://{server}");
    calls_per_second!(length, {
        let response = client
            .post(format!("{base}/api/v1/integrations.remove"))
            .header("x-auth-token", fixtures::TOKEN)
            .header("x-user-id", fixtures::USER)
            .header("accept", "application/json")
            .json(&RemoveBody { r#type: "webhook-outgoing", integration_id: fixtures::ID })
            .send()
            .await
            .expect("an answer");
        assert_eq!(response.status().as_u16(), 200);
        let removed: Removed = response.json().await.expect("the declared body");
        assert!(removed.success && removed.integration.id == fixtures::ID);
    })
}

fn kombo_generated(server: SocketAddr, length: Length) -> f64 {
    let credentials = kombo::Credentials { api_key: fixtures::TOKEN.to_owned().into() };
    let client = kombo::Client::new(kombo::Server::Custom(format!("http://{server}/v1")), credentials)
        .expect("a client");
    let request =
        kombo::DeleteIntegrationRequest { integration_id: fixtures::ID.to_owned(), body: Some(Map::new()) };
    calls_per_second!(length, {
        let reply = client.delete_integration(&request).await.expect("deleted");
        assert!(reply.body.data.is_empty());
    })
}

#[derive(Deserialize)]
struct Deleted {
    status: String,
    data: Map<String, Value>,
}

fn kombo_by_hand(server: SocketAddr, length: Length) -> f64 {
    let client = http();
    let base = format!("http://{server}/v1");
    calls_per_second!(length, {
        let response = client
            .delete(format!("{base}/integrations/{}", fixtures::ID))
            .bearer_auth(fixtures::TOKEN)
            .header("accept", "application/json")
            .json(&Map::new())
            .send()
            .await
            .expect("an answer");
        assert_eq!(response.status().as_u16(), 200);
        let deleted: Deleted = response.json().await.expect("the declared body");
        assert!(deleted.status == "success" && deleted.data.is_empty());
    })
}

fn vercel_generated(server: SocketAddr, length: Length) -> f64 {
    let credentials = vercel::Credentials { bearer_token: fixtures::TOKEN.to_owned().into() };
    let client = vercel::Client::new(vercel::Server::Custom(format!("http://{server}")), credentials)
        .expect("a client");
    let request = vercel::DeleteConfigurationRequest {
        id: fixtures::ID.to_owned(),
        team_id: Some(fixtures::TEAM.to_owned()),
        slug: None,
    };
    calls_per_second!(length, {
        client.delete_configuration(&request).await.expect("removed");
    })
}

fn vercel_by_hand(server: SocketAddr, length: Length) -> f64 {
    let client = http();
    let base = format!("http://{server}");
    calls_per_second!(length, {
        let response = client
            .delete(format!("{base}/v1/integrations/configuration/{}", fixtures::ID))
            .query(&[("teamId", fixtures::TEAM)])
            .bearer_auth(fixtures::TOKEN)
            .header("accept", "application/json")
            .send()
            .await
            .expect("an answer");
        assert_eq!(response.status().as_u16(), 204);
    })
}
