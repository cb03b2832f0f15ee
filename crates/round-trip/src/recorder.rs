//! The server: puts credentials on requests, and keeps the last exchange.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use bytes::Bytes;
use http_body_util::BodyExt as _;
use tower::ServiceExt as _;
use unplug_conformance::Exchange;

use crate::credentials::Credentials;

/// The router of a stub, with what goes in and out of it kept.
#[derive(Clone, Debug)]
pub(crate) struct Recorder {
    router: Arc<Mutex<Router>>,
    credentials: Arc<Credentials>,
    last: Arc<Mutex<Option<Exchange>>>,
}

impl Recorder {
    pub(crate) fn new(router: Router, credentials: Credentials) -> Self {
        let router = Arc::new(Mutex::new(router));
        Self { router, credentials: Arc::new(credentials), last: Arc::default() }
    }

    /// Lets another router of the stub answer from now on.
    pub(crate) fn serve_by(&self, router: Router) {
        *self.router.lock().unwrap_or_else(PoisonError::into_inner) = router;
    }

    /// Serves on a free loopback port until the process ends.
    pub(crate) async fn serve(&self) -> std::io::Result<SocketAddr> {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        let recorder = self.clone();
        let app = Router::new()
            .fallback(|| async { StatusCode::INTERNAL_SERVER_ERROR })
            .layer(axum::middleware::from_fn_with_state(recorder, record));
        tokio::spawn(async move { axum::serve(listener, app).await });
        Ok(address)
    }

    /// The last exchange.
    pub(crate) fn last(&self) -> Option<Exchange> {
        self.last.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Sends a request to the stub in process. It has its credentials already.
    pub(crate) async fn replay(
        &self,
        request: http::Request<Bytes>,
    ) -> Result<http::Response<Bytes>, String> {
        let router = self.router.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let Ok(response) = router.oneshot(request.map(Body::from)).await;
        whole(response).await
    }

    async fn answer(&self, request: Request) -> Result<Response, String> {
        let (parts, body) = request.into_parts();
        let body = body.collect().await.map_err(|error| error.to_string())?.to_bytes();
        let mut answered = None;
        for kind in 0..self.credentials.kinds() {
            let mut request = http::Request::new(body.clone());
            request.method_mut().clone_from(&parts.method);
            request.uri_mut().clone_from(&parts.uri);
            request.headers_mut().clone_from(&parts.headers);
            self.credentials.put(&mut request, kind);
            let response = self.replay(request.clone()).await?;
            let refused = response.status() == StatusCode::UNAUTHORIZED && is_rejection(&response);
            answered = Some(Exchange::new(request, response));
            if !refused {
                break;
            }
        }
        let exchange = answered.ok_or("no request was made")?;
        let response = exchange.response.clone().map(Body::from);
        *self.last.lock().unwrap_or_else(PoisonError::into_inner) = Some(exchange);
        Ok(response)
    }
}

/// A 401 of the document's own is an answer like any other.
pub(crate) fn is_rejection(response: &http::Response<Bytes>) -> bool {
    serde_json::from_slice::<serde_json::Value>(response.body())
        .is_ok_and(|body| body.get("rejection").is_some())
}

async fn record(State(recorder): State<Recorder>, request: Request, _: Next) -> Response {
    match recorder.answer(request).await {
        Ok(response) => response,
        Err(why) => (StatusCode::INTERNAL_SERVER_ERROR, why).into_response(),
    }
}

async fn whole(response: Response) -> Result<http::Response<Bytes>, String> {
    let (parts, body) = response.into_parts();
    let body = body.collect().await.map_err(|error| error.to_string())?.to_bytes();
    Ok(http::Response::from_parts(parts, body))
}
