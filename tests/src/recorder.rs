//! A reverse proxy on loopback that records what goes over the wire.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use bytes::Bytes;
use http::header::{CONNECTION, CONTENT_LENGTH, HOST, TRANSFER_ENCODING};
use http::{HeaderMap, Response, StatusCode};
use http_body_util::BodyExt as _;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use unplug_conformance::Exchange;

/// Passes requests on to a server and keeps every exchange.
#[derive(Debug)]
pub struct Recorder {
    address: SocketAddr,
    exchanges: Exchanges,
    task: JoinHandle<()>,
}

type Exchanges = Arc<Mutex<Vec<Exchange>>>;

#[derive(Clone)]
struct Forwarding {
    upstream: SocketAddr,
    client: reqwest::Client,
    exchanges: Exchanges,
}

impl Recorder {
    /// Listens on a free port and passes everything on to `upstream`.
    ///
    /// # Errors
    /// When no port can be opened.
    pub async fn start(upstream: SocketAddr) -> std::io::Result<Self> {
        let client = reqwest::Client::builder()
            .no_proxy()
            .redirect(reqwest::redirect::Policy::none())
            .timeout(Duration::from_secs(30))
            .build()
            .map_err(std::io::Error::other)?;
        let exchanges = Exchanges::default();
        let state = Forwarding { upstream, client, exchanges: Arc::clone(&exchanges) };
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let address = listener.local_addr()?;
        let app = Router::new().fallback(forward).with_state(state);
        let task = tokio::spawn(async move {
            // Ends with the task; there is no other way out of `serve`.
            let _ = axum::serve(listener, app).await;
        });
        Ok(Self { address, exchanges, task })
    }

    /// `http://127.0.0.1:PORT`
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// What was recorded since the last time.
    #[must_use]
    pub fn take(&self) -> Vec<Exchange> {
        std::mem::take(&mut self.exchanges.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Drop for Recorder {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn forward(State(state): State<Forwarding>, request: Request) -> Response<Body> {
    match exchange(&state, request).await {
        Ok(exchange) => {
            let answer = exchange.response.clone().map(Body::from);
            state.exchanges.lock().unwrap_or_else(PoisonError::into_inner).push(exchange);
            answer
        }
        // Seen by the client as an undeclared status, so that no test takes it for an answer.
        Err(why) => {
            let mut answer = Response::new(Body::from(format!("recorder: {why}")));
            *answer.status_mut() = StatusCode::BAD_GATEWAY;
            answer
        }
    }
}

async fn exchange(
    state: &Forwarding,
    request: Request,
) -> Result<Exchange, Box<dyn std::error::Error + Send + Sync>> {
    let (parts, body) = request.into_parts();
    let body = body.collect().await?.to_bytes();
    let target = parts.uri.path_and_query().map_or("/", |target| target.as_str());
    let answer = state
        .client
        .request(parts.method.clone(), format!("http://{}{target}", state.upstream))
        .headers(end_to_end(&parts.headers))
        .body(body.clone())
        .send()
        .await?;
    let mut response = Response::new(Bytes::new());
    *response.status_mut() = answer.status();
    *response.headers_mut() = end_to_end(answer.headers());
    *response.body_mut() = answer.bytes().await?;
    Ok(Exchange { request: http::Request::from_parts(parts, body), response })
}

/// Headers that are about the message and not about one connection.
fn end_to_end(headers: &HeaderMap) -> HeaderMap {
    let mut kept = headers.clone();
    for name in [HOST, CONNECTION, CONTENT_LENGTH, TRANSFER_ENCODING] {
        kept.remove(name);
    }
    kept
}
