//! The same three operations as a careful person writes them with axum and serde alone: look at the
//! credentials, decode, validate all that the document says, handle, encode.

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{delete, post};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::fixtures;

/// The router of one API.
pub(crate) fn app(api: &str) -> Router {
    match api {
        "rocketchat" => Router::new().route("/api/v1/integrations.remove", post(integrations_remove)),
        "kombo" => Router::new().route("/v1/integrations/{integration_id}", delete(delete_integration)),
        _ => Router::new().route("/v1/integrations/configuration/{id}", delete(delete_configuration)),
    }
}

fn is_json(headers: &HeaderMap) -> bool {
    headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.split(';').next())
        .is_some_and(|essence| essence.trim().eq_ignore_ascii_case("application/json"))
}

fn single<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let mut values = headers.get_all(name).iter();
    let value = values.next()?;
    if values.next().is_some() { None } else { value.to_str().ok() }
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    let (scheme, token) = single(headers, "authorization")?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then_some(token)
}

fn json_response(status: StatusCode, body: &impl Serialize) -> Response {
    match serde_json::to_vec(body) {
        Ok(bytes) => (status, [(header::CONTENT_TYPE, "application/json")], bytes).into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

#[derive(Deserialize)]
struct RemoveBody {
    #[serde(rename = "type")]
    family: Option<String>,
    #[serde(rename = "integrationId")]
    integration_id: Option<String>,
    target_url: Option<String>,
}

#[derive(Serialize)]
struct Removed<'a> {
    integration: Integration<'a>,
    success: bool,
}

#[derive(Serialize)]
struct Integration<'a> {
    #[serde(rename = "_id")]
    id: &'a str,
    r#type: &'a str,
    name: &'a str,
    enabled: bool,
    username: &'a str,
    #[serde(rename = "userId")]
    user_id: &'a str,
    #[serde(rename = "scriptEnabled")]
    script_enabled: bool,
    channel: [&'a str; 1],
    #[serde(rename = "_createdAt")]
    created_at: &'a str,
    #[serde(rename = "_updatedAt")]
    updated_at: &'a str,
    #[serde(rename = "_createdBy")]
    created_by: Option<Value>,
}

async fn integrations_remove(headers: HeaderMap, body: Bytes) -> Response {
    let authenticated = single(&headers, "x-auth-token") == Some(fixtures::TOKEN)
        && single(&headers, "x-user-id") == Some(fixtures::USER);
    if !authenticated {
        return json_response(StatusCode::UNAUTHORIZED, &json!({"success": false}));
    }
    if !is_json(&headers) {
        return json_response(StatusCode::BAD_REQUEST, &json!({"success": false}));
    }
    let Ok(body) = serde_json::from_slice::<RemoveBody>(&body) else {
        return json_response(StatusCode::BAD_REQUEST, &json!({"success": false}));
    };
    let family = body.family.as_deref();
    let incoming = family.is_some_and(|family| family.contains("webhook-incoming"));
    let outgoing = family.is_some_and(|family| family.contains("webhook-outgoing"));
    let branches = [
        incoming && body.integration_id.is_some(),
        outgoing && body.target_url.is_some(),
        outgoing && body.integration_id.is_some(),
    ];
    if branches.iter().filter(|matches| **matches).count() != 1 {
        return json_response(StatusCode::BAD_REQUEST, &json!({"success": false}));
    }
    let integration = Integration {
        id: body.integration_id.as_deref().unwrap_or_default(),
        r#type: family.unwrap_or_default(),
        name: fixtures::NAME,
        enabled: true,
        username: fixtures::USERNAME,
        user_id: fixtures::USER,
        script_enabled: false,
        channel: [fixtures::CHANNEL],
        created_at: fixtures::CREATED_AT,
        updated_at: fixtures::CREATED_AT,
        created_by: None,
    };
    json_response(StatusCode::OK, &Removed { integration, success: true })
}

async fn delete_integration(Path(id): Path<String>, headers: HeaderMap, body: Bytes) -> Response {
    if bearer(&headers) != Some(fixtures::TOKEN) {
        return json_response(StatusCode::UNAUTHORIZED, &json!({"status": "error"}));
    }
    if !body.is_empty()
        && (!is_json(&headers) || serde_json::from_slice::<serde_json::Map<String, Value>>(&body).is_err())
    {
        return json_response(StatusCode::BAD_REQUEST, &json!({"status": "error"}));
    }
    if id != fixtures::ID {
        return json_response(StatusCode::NOT_FOUND, &json!({"status": "error"}));
    }
    json_response(StatusCode::OK, &json!({"status": "success", "data": {}}))
}

async fn delete_configuration(
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Response {
    if bearer(&headers) != Some(fixtures::TOKEN) {
        return json_response(StatusCode::UNAUTHORIZED, &json!({"error": {}}));
    }
    let (mut team, mut slug) = (None, None);
    for pair in query.as_deref().unwrap_or_default().split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let slot = match name {
            "teamId" => &mut team,
            "slug" => &mut slug,
            _ => continue,
        };
        let Ok(value) = percent_encoding::percent_decode_str(value).decode_utf8() else {
            return json_response(StatusCode::BAD_REQUEST, &json!({"error": {}}));
        };
        if slot.replace(value.into_owned()).is_some() {
            return json_response(StatusCode::BAD_REQUEST, &json!({"error": {}}));
        }
    }
    if id != fixtures::ID || team.as_deref() != Some(fixtures::TEAM) || slug.is_some() {
        return json_response(StatusCode::NOT_FOUND, &json!({"error": {}}));
    }
    StatusCode::NO_CONTENT.into_response()
}
