//! Schemas that are put together from others: what each means on the wire, in bytes.
//!
//! The stub of `composition.yaml` gets JSON texts and answers with what it understood; the client gets
//! JSON texts from a TCP socket, and what it sends is caught there. Nothing may be lost, and what the
//! document allows is never refused.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    unexpected_cfgs,
    unreachable_pub,
    missing_docs,
    reason = "tests of generated code, whose feature `schemars` is one of the generated crates'"
)]

use axum::body::Body;
use axum::http::{Request, StatusCode};
use axum::response::{IntoResponse, Response};
use http_body_util::BodyExt;
use serde_json::Value;
use tower::ServiceExt;
use unplug_server_runtime::{Fault, Rejection, RequestContext, handler};

#[rustfmt::skip]
#[path = "generated/client/mod.rs"]
#[allow(dead_code, unreachable_pub, clippy::pedantic, reason = "a golden module is not an interface")]
mod client;
#[rustfmt::skip]
#[path = "generated/stub/mod.rs"]
#[allow(dead_code, unused_imports, unreachable_pub, clippy::pedantic, reason = "a golden module is not an interface")]
mod stub;
#[path = "../../../client/tests/support/mod.rs"]
mod support;

mod directions;
mod nulls;
mod parents;
mod tags;

use support::{Loopback, json};

struct Refusals;

impl stub::Security for Refusals {
    fn reject(&self, rejection: &Rejection, _: &RequestContext) -> Response {
        let status = StatusCode::from_u16(rejection.usual_status()).unwrap();
        (status, format!("{rejection:?}")).into_response()
    }
}

/// Handlers that answer with what they got.
macro_rules! echo {
    ($($name:ident($request:ident) -> $response:ident),*; $($other:ident),*) => {
        stub::Handlers {
            $($name: handler(|(): (), (): (), request: stub::$request| async move {
                Ok::<_, Fault>(stub::$response::Ok(request.body))
            }),)*
            $($other: handler($other)),*
        }
    };
}

fn router() -> axum::Router {
    use directions::ask;
    let handlers = echo! {
        echo_account(EchoAccountRequest) -> EchoAccountResponse,
        echo_ship(EchoShipRequest) -> EchoShipResponse,
        echo_pets(EchoPetsRequest) -> EchoPetsResponse,
        echo_message(EchoMessageRequest) -> EchoMessageResponse,
        echo_tags(EchoTagsRequest) -> EchoTagsResponse;
        ask
    };
    stub::router(handlers, Refusals, ())
}

/// What the stub answers to a JSON text.
async fn answer(path: &str, body: &str) -> (u16, String) {
    let request = Request::post(path).header("Content-Type", "application/json");
    let request = request.body(Body::from(body.to_owned())).unwrap();
    let response = router().oneshot(request).await.unwrap();
    let status = response.status().as_u16();
    let bytes = response.into_body().collect().await.unwrap().to_bytes();
    (status, String::from_utf8_lossy(&bytes).into_owned())
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|_| panic!("{text}"))
}

/// Asserts that the stub reads the text and writes all of it again.
#[track_caller]
fn assert_kept(path: &'static str, body: &'static str) -> impl Future<Output = ()> {
    let place = std::panic::Location::caller();
    async move {
        let (status, text) = answer(path, body).await;
        assert_eq!(status, 200, "{place}\n{body}\n{text}");
        assert_eq!(parsed(&text), parsed(body), "{place}");
    }
}

/// Asserts that the stub refuses the text.
#[track_caller]
fn assert_refused(path: &'static str, body: impl Into<String>) -> impl Future<Output = ()> {
    let place = std::panic::Location::caller();
    let body = body.into();
    async move {
        let (status, text) = answer(path, &body).await;
        assert!((400..500).contains(&status), "{place}\n{body}\n{status} {text}");
    }
}

fn client(server: &Loopback) -> client::Client {
    client::Client::new(client::Server::Custom(server.url.clone())).unwrap()
}

/// The JSON of the only request.
fn sent(server: &Loopback) -> Value {
    let requests = server.requests();
    assert_eq!(requests.len(), 1, "{requests:?}");
    parsed(requests[0].split_once("\r\n\r\n").unwrap().1)
}

/// Asserts that the client reads the second text as an answer to the first, and loses nothing of either.
macro_rules! assert_exchanged {
    ($operation:ident($request:ident), $sent:expr, $received:expr) => {{
        let (text, received) = ($sent, $received);
        let server = crate::Loopback::start(vec![crate::json("200 OK", received)]).await;
        let body = unplug_wire::value::read(text.as_bytes()).unwrap();
        let request = crate::client::$request { body };
        let answer = crate::client(&server).$operation(&request).await.unwrap();
        assert_eq!(crate::sent(&server), crate::parsed(text));
        assert_eq!(serde_json::to_value(&*answer).unwrap(), crate::parsed(received));
    }};
}
pub(crate) use assert_exchanged;
