//! A second client and a second server that share no code with ours: requests and answers as bytes.
//!
//! `second_client.yaml` has every style of a parameter, every encoding of a form and every kind of
//! body. What the generated client puts on the wire is caught by a TCP socket and compared with the
//! bytes that the specification's tables show; the same bytes, and others that mean the same, are
//! written to a socket on which the generated stub listens.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    unexpected_cfgs,
    unreachable_pub,
    missing_docs,
    reason = "tests of generated code, whose feature `schemars` is one of the generated crates'"
)]

use std::fmt::Debug;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
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

mod forms;
mod headers;
mod multipart;
mod numbers;
mod overlapping;
mod paths;
mod queries;

use support::{Loopback, Step};

/// The one request that a handler saw, as text.
type Seen = Arc<Mutex<Option<String>>>;

struct Refusals;

impl stub::Security for Refusals {
    fn reject(&self, rejection: &Rejection, _: &RequestContext) -> Response {
        let text = match rejection {
            Rejection::Invalid(violations) => {
                violations.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
            }
            other => format!("{other:?}"),
        };
        (StatusCode::from_u16(rejection.usual_status()).unwrap(), text).into_response()
    }
}

fn note(seen: &Seen, request: &impl Debug) {
    *seen.lock().unwrap() = Some(format!("{request:?}"));
}

/// Handlers that note what they get and answer without content.
macro_rules! handlers {
    ($seen:ty; $($name:ident($request:ident) -> $response:ident),*; $($other:ident),*) => {
        stub::Handlers {
            $($name: handler(|seen: $seen, (): (), request: stub::$request| async move {
                note(&seen, &request);
                Ok::<_, Fault>(stub::$response::NoContent)
            }),)*
            $($other: handler($other)),*
        }
    };
}

fn router(seen: &Seen) -> axum::Router {
    use headers::header_simple;
    use numbers::numbers;
    use overlapping::overlapping;
    let handlers = handlers! {
        Seen;
        path_simple(PathSimpleRequest) -> PathSimpleResponse,
        path_simple_explode(PathSimpleExplodeRequest) -> PathSimpleExplodeResponse,
        path_label(PathLabelRequest) -> PathLabelResponse,
        path_label_explode(PathLabelExplodeRequest) -> PathLabelExplodeResponse,
        path_matrix(PathMatrixRequest) -> PathMatrixResponse,
        path_matrix_explode(PathMatrixExplodeRequest) -> PathMatrixExplodeResponse,
        query_form(QueryFormRequest) -> QueryFormResponse,
        query_form_explode(QueryFormExplodeRequest) -> QueryFormExplodeResponse,
        query_delimited(QueryDelimitedRequest) -> QueryDelimitedResponse,
        query_deep_object(QueryDeepObjectRequest) -> QueryDeepObjectResponse,
        whole_query(WholeQueryRequest) -> WholeQueryResponse,
        encoded_query(EncodedQueryRequest) -> EncodedQueryResponse,
        filtered(FilteredRequest) -> FilteredResponse,
        cookie_form(CookieFormRequest) -> CookieFormResponse,
        cookie_style(CookieStyleRequest) -> CookieStyleResponse,
        get_doc(GetDocRequest) -> GetDocResponse,
        get_file(GetFileRequest) -> GetFileResponse,
        usual_form(UsualFormRequest) -> UsualFormResponse,
        styled_form(StyledFormRequest) -> StyledFormResponse,
        send_parts(SendPartsRequest) -> SendPartsResponse;
        header_simple, numbers, overlapping
    };
    stub::router(handlers, Refusals, Arc::clone(seen))
}

/// Writes a request to a socket on which the stub listens. Returns the answer as it came, and what the
/// handler saw.
async fn exchange(bytes: &[u8]) -> (Vec<u8>, Option<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address: SocketAddr = listener.local_addr().unwrap();
    let seen = Seen::default();
    let router = router(&seen);
    let server = tokio::spawn(async move { axum::serve(listener, router).await });
    let mut socket = TcpStream::connect(address).await.unwrap();
    socket.write_all(bytes).await.unwrap();
    let mut answer = Vec::new();
    socket.read_to_end(&mut answer).await.unwrap();
    server.abort();
    let seen = seen.lock().unwrap().take();
    (answer, seen)
}

/// A request as bytes: its first line up to the version, further lines, and a body.
fn request(line: &str, headers: &[&str], body: &[u8]) -> Vec<u8> {
    let mut bytes = format!("{line} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n").into_bytes();
    for header in headers {
        bytes.extend_from_slice(format!("{header}\r\n").as_bytes());
    }
    if !body.is_empty() {
        bytes.extend_from_slice(format!("Content-Length: {}\r\n", body.len()).as_bytes());
    }
    bytes.extend_from_slice(b"\r\n");
    bytes.extend_from_slice(body);
    bytes
}

/// Asserts that the stub reads the request as that value.
#[track_caller]
fn assert_read<R: Debug>(bytes: Vec<u8>, expected: &R) -> impl Future<Output = ()> {
    let place = std::panic::Location::caller();
    let expected = format!("{expected:?}");
    async move {
        let (answer, seen) = exchange(&bytes).await;
        let sent = String::from_utf8_lossy(&bytes);
        let answer = String::from_utf8_lossy(&answer);
        assert_eq!(seen.as_deref(), Some(expected.as_str()), "{place}\n{sent}\n{answer}");
    }
}

/// Asserts that the stub refuses the request, and returns its answer.
async fn refused(bytes: Vec<u8>) -> String {
    let (answer, seen) = exchange(&bytes).await;
    let answer = String::from_utf8_lossy(&answer).into_owned();
    assert_eq!(seen, None, "{}", String::from_utf8_lossy(&bytes));
    assert!(answer.starts_with("HTTP/1.1 4"), "{answer}");
    answer
}

fn client(server: &Loopback) -> client::Client {
    client::Client::new(client::Server::Custom(server.url.clone())).unwrap()
}

/// A server that answers every request with these bytes.
async fn answering(answer: &str) -> Loopback {
    Loopback::start(vec![Step::Answer(answer.as_bytes().to_vec())]).await
}

const NO_CONTENT: &str = "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n";

/// The only request that came, without what every request has.
fn caught(server: &Loopback) -> (String, Vec<String>, String) {
    let requests = server.requests();
    assert_eq!(requests.len(), 1, "{requests:?}");
    let (head, body) = requests[0].split_once("\r\n\r\n").unwrap();
    let mut lines = head.lines();
    let line = lines.next().unwrap().trim_end_matches(" HTTP/1.1").to_owned();
    let usual = ["accept:", "host:", "user-agent:", "content-length:"];
    let is_usual = |line: &&str| usual.iter().any(|usual| line.to_ascii_lowercase().starts_with(usual));
    (line, lines.filter(|line| !is_usual(line)).map(str::to_owned).collect(), body.to_owned())
}

/// Asserts that the client sends this value as that line with those headers, and that the stub reads
/// it from the same bytes.
macro_rules! assert_both {
    ($operation:ident, $value:expr, $line:expr $(, $header:expr)*) => {{
        let value = $value;
        let server = crate::answering(crate::NO_CONTENT).await;
        crate::client(&server).$operation(&value).await.unwrap();
        let headers: &[&str] = &[$($header),*];
        let (line, sent, _) = crate::caught(&server);
        assert_eq!((line.as_str(), sent), ($line, headers.iter().map(|line| (*line).to_owned()).collect()));
        crate::assert_read(crate::request($line, headers, b""), &value).await;
    }};
}
pub(crate) use assert_both;

/// Asserts that the client does not send the value, and why.
macro_rules! assert_unsent {
    ($operation:ident, $value:expr, $why:expr) => {{
        let server = crate::answering(crate::NO_CONTENT).await;
        let error = crate::client(&server).$operation(&$value).await.unwrap_err().to_string();
        assert!(error.contains($why), "{error}");
        assert_eq!(server.requests(), [""; 0]);
    }};
}
pub(crate) use assert_unsent;

/// The table's `["blue", "black", "brown"]`.
fn colors() -> Vec<String> {
    ["blue", "black", "brown"].map(str::to_owned).to_vec()
}

/// The table's `{ "R": 100, "G": 200, "B": 150 }`.
fn rgb() -> client::types::Rgb {
    client::types::Rgb { r: 100, g: 200, b: 150 }
}
