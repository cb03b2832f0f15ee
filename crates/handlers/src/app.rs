//! All three APIs as one router.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use serde_json::json;
use tower_http::map_request_body::MapRequestBodyLayer;
use tower_http::timeout::RequestBodyTimeoutLayer;

use crate::clock::{Clock, SystemClock};
use crate::limit::RateLimitRule;
use crate::store::{Api, Store};
use crate::{kombo, rocketchat, vercel};

/// What the server is made of.
#[derive(Clone, Debug)]
pub struct AppConfig {
    /// The store that all three APIs work on.
    pub store: Store,
    /// Where the time is read.
    pub clock: Arc<dyn Clock>,
    /// How much a caller may ask.
    pub limits: Limits,
    /// How long Kombo's deletion may take before it is given up with
    /// `PLATFORM.TASK_TIMED_OUT`.
    pub kombo_task_timeout: Duration,
    /// How long the next piece of a request body may keep the server waiting. A body that stops
    /// arriving is then refused like one that is cut off.
    pub body_timeout: Duration,
}

impl AppConfig {
    /// The machine's clock, the vendors' limits, 30 seconds for a Kombo task.
    #[must_use]
    pub fn new(store: Store) -> Self {
        Self {
            store,
            clock: Arc::new(SystemClock),
            limits: Limits::default(),
            kombo_task_timeout: Duration::from_secs(30),
            body_timeout: Duration::from_secs(10),
        }
    }
}

/// How much a caller may ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Rocket.Chat, per user and route. The documented default is 10 calls in
    /// 60 seconds.
    pub rocketchat: RateLimitRule,
    /// Kombo, per API key, unless the key has its own number. 300 per minute is what
    /// the documentation's sample headers show.
    pub kombo: RateLimitRule,
    /// Kombo, calls under way per integration. Documented as 30 for actions; that a
    /// deletion counts as one is a choice.
    pub kombo_concurrency: u32,
    /// Vercel, per token. The number is a choice.
    pub vercel: RateLimitRule,
}

impl Default for Limits {
    fn default() -> Self {
        const MINUTE: Duration = Duration::from_mins(1);
        Self {
            rocketchat: RateLimitRule::new(10, MINUTE),
            kombo: RateLimitRule::new(300, MINUTE),
            kombo_concurrency: 30,
            vercel: RateLimitRule::new(100, MINUTE),
        }
    }
}

/// The router: `/rocketchat`, `/kombo` and `/vercel`, each with the base path that
/// its document gives.
///
/// Serve it with `into_make_service_with_connect_info::<SocketAddr>()`: without the
/// caller's address, a Kombo key that is bound to networks is refused.
#[expect(
    clippy::needless_pass_by_value,
    reason = "a configuration makes one server; sharing it would share no counters"
)]
pub fn app(config: AppConfig) -> Router {
    let body_timeout = config.body_timeout;
    Router::new()
        .nest_service("/rocketchat", rocketchat::router(&config))
        .nest_service("/kombo", kombo::router(&config))
        .nest_service("/vercel", vercel::router(&config))
        .fallback(unknown_api)
        // The outer one comes last: the stub reads a body that is timed, in axum's own type.
        .layer(MapRequestBodyLayer::new(Body::new))
        .layer(RequestBodyTimeoutLayer::new(body_timeout))
}

/// A path that belongs to none of the vendors, so no vendor's envelope fits.
async fn unknown_api(uri: Uri) -> Response {
    let known: Vec<_> = Api::ALL.iter().map(|api| format!("/{}", api.as_str())).collect();
    let message = format!("There is no API at {}. There are: {}.", uri.path(), known.join(", "));
    (StatusCode::NOT_FOUND, axum::Json(json!({ "error": "not_found", "message": message }))).into_response()
}
