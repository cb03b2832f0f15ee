//! All three APIs as one router.

use axum::Router;
use axum::body::Body;
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use serde_json::json;
use tower_http::map_request_body::MapRequestBodyLayer;
use tower_http::timeout::RequestBodyTimeoutLayer;

pub use crate::config::{AppConfig, Limits};
use crate::store::Api;
use crate::{kombo, rocketchat, vercel};

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
