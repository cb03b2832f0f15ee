//! The stubs of the three documents: credentials, base paths, validation,
//! and what goes out.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode};
use axum::response::{IntoResponse, Response};
use http_body_util::BodyExt;
use serde_json::{Value, json};
use tower::ServiceExt;
use unplug_server_stub::{Fault, Rejection, RequestContext, handler, kombo, rocketchat, vercel};

/// Takes every credential and renders a rejection as JSON that names it.
struct Open;

fn rendered(rejection: &Rejection) -> Response {
    let status = StatusCode::from_u16(rejection.usual_status()).unwrap();
    let text = match rejection {
        Rejection::Invalid(violations) => {
            violations.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n ")
        }
        Rejection::Internal(_) => "internal".to_owned(),
        other => format!("{other:?}"),
    };
    (status, axum::Json(json!({ "rejected": text }))).into_response()
}

impl rocketchat::Security for Open {
    type Caller = String;

    async fn authenticate(
        &self,
        credentials: rocketchat::Credentials,
        context: &RequestContext,
    ) -> Result<String, Rejection> {
        assert_eq!(context.operation, Some(&rocketchat::INTEGRATIONS_REMOVE));
        let rocketchat::Credentials::AuthTokenUserId { auth_token, user_id } = credentials;
        Ok(format!("{}/{}", user_id.expose(), auth_token.expose()))
    }

    fn reject(&self, rejection: &Rejection, _: &RequestContext) -> Response {
        rendered(rejection)
    }
}

impl kombo::Security for Open {
    type Caller = String;

    async fn authenticate(
        &self,
        credentials: kombo::Credentials,
        _: &RequestContext,
    ) -> Result<String, Rejection> {
        let kombo::Credentials::ApiKey { api_key } = credentials;
        Ok(api_key.expose().to_owned())
    }

    fn reject(&self, rejection: &Rejection, _: &RequestContext) -> Response {
        rendered(rejection)
    }
}

impl vercel::Security for Open {
    type Caller = String;

    async fn authenticate(
        &self,
        credentials: vercel::Credentials,
        _: &RequestContext,
    ) -> Result<String, Rejection> {
        let vercel::Credentials::BearerToken { bearer_token } = credentials;
        Ok(bearer_token.expose().to_owned())
    }

    fn reject(&self, rejection: &Rejection, _: &RequestContext) -> Response {
        rendered(rejection)
    }
}

async fn integrations_remove(
    (): (),
    caller: String,
    request: rocketchat::IntegrationsRemoveRequest,
) -> Result<rocketchat::IntegrationsRemoveResponse, Fault> {
    let body = json!({ "success": false, "error": format!("{caller} {:?}", request.body) });
    let headers = rocketchat::XRateLimitHeaders::default();
    Ok(rocketchat::IntegrationsRemoveBadRequest { headers, body: serde_json::from_value(body)? }.into())
}

async fn delete_integration(
    (): (),
    _: String,
    request: kombo::DeleteIntegrationRequest,
) -> Result<kombo::DeleteIntegrationResponse, Fault> {
    match &*request.integration_id {
        "there" => {
            let body = json!({ "status": "success", "data": request.body.unwrap_or_default() });
            let headers = kombo::RateLimitHeaders { ratelimit_limit: Some(300), ..Default::default() };
            Ok(kombo::DeleteIntegrationOk { headers, body: serde_json::from_value(body)? }.into())
        }
        id => {
            let code = "INTEGRATION.MODEL_NOT_AVAILABLE";
            let error = json!({ "code": code, "title": null, "message": id, "log_url": null });
            Ok(kombo::DeleteIntegrationDefault {
                status: unplug_server_stub::DefaultStatus::new(404)?,
                headers: kombo::RateLimitConcurrencyHeaders::default(),
                body: serde_json::from_value(json!({ "status": "error", "error": error }))?,
            }
            .into())
        }
    }
}

async fn delete_configuration(
    (): (),
    _: String,
    request: vercel::DeleteConfigurationRequest,
) -> Result<vercel::DeleteConfigurationResponse, Fault> {
    if request.team_id.as_deref() == Some("") {
        return Err(Fault::internal("an empty team was let through"));
    }
    Ok(vercel::DeleteConfigurationResponse::NoContent)
}

fn app() -> Router {
    let integrations_remove = handler(integrations_remove);
    let delete_integration = handler(delete_integration);
    let delete_configuration = handler(delete_configuration);
    Router::new()
        .nest("/rocketchat", rocketchat::router(rocketchat::Handlers { integrations_remove }, Open, ()))
        .nest("/kombo", kombo::router(kombo::Handlers { delete_integration }, Open, ()))
        .nest("/vercel", vercel::router(vercel::Handlers { delete_configuration }, Open, ()))
}

async fn send(request: Request<Body>) -> (u16, HeaderMap, Value) {
    let (parts, body) = app().oneshot(request).await.unwrap().into_parts();
    let body = body.collect().await.unwrap().to_bytes();
    let body = if body.is_empty() { Value::Null } else { serde_json::from_slice(&body).unwrap() };
    (parts.status.as_u16(), parts.headers, body)
}

async fn remove_at_rocketchat(body: &str) -> (u16, HeaderMap, Value) {
    let request = Request::post("/rocketchat/api/v1/integrations.remove")
        .header("X-Auth-Token", "token")
        .header("X-User-Id", "user")
        .header("content-type", "application/json");
    send(request.body(Body::from(body.to_owned())).unwrap()).await
}

#[tokio::test]
async fn rocketchat_needs_both_credentials() {
    for header in ["X-Auth-Token", "X-User-Id"] {
        let request = Request::post("/rocketchat/api/v1/integrations.remove").header(header, "x");
        let (status, _, body) = send(request.body(Body::from("{")).unwrap()).await;
        assert_eq!((status, body), (401, json!({ "rejected": "Unauthenticated(Missing)" })));
    }
    let (status, _, body) = remove_at_rocketchat(r#"{"type":"webhook-incoming","integrationId":"i"}"#).await;
    assert_eq!(status, 400);
    assert!(body["error"].as_str().unwrap().starts_with("user/token "), "{body}");
}

#[tokio::test]
async fn rocketchat_hears_of_every_branch() {
    let one = "body: expected a value that exactly one schema of `oneOf` matches";
    let missing = |name: &str| format!("body: expected '{name}', which is missing");
    let (kind, id, url) = (missing("type"), missing("integrationId"), missing("target_url"));
    let pattern = |name: &str| format!("body/type: expected text that matches the pattern webhook-{name}");
    let (incoming, outgoing) = (pattern("incoming"), pattern("outgoing"));
    let object = "body: expected object".to_owned();
    let cases = [
        ("{}", vec![&kind, &kind, &kind]),
        (r#"{"integrationId":"i"}"#, vec![&kind, &kind, &kind]),
        (r#"{"type":"webhook-outgoing"}"#, vec![&id, &url, &id]),
        (r#"{"type":"other"}"#, vec![&id, &url, &id]),
        (r#"{"type":"other","integrationId":"i"}"#, vec![&incoming, &url, &outgoing]),
        ("[]", vec![&object, &object, &object]),
    ];
    for (body, mut expected) in cases {
        let one = one.to_owned();
        expected.push(&one);
        let expected = expected.into_iter().map(String::as_str).collect::<Vec<_>>().join("\n ");
        let (status, _, answer) = remove_at_rocketchat(body).await;
        assert_eq!((status, answer), (400, json!({ "rejected": expected })), "{body}");
    }
    // Two branches match: what is wrong with the third stands before.
    let both = r#"{"type":"webhook-outgoing","integrationId":"i","target_url":"u"}"#;
    let (_, _, answer) = remove_at_rocketchat(both).await;
    assert_eq!(answer["rejected"], format!("{incoming}\n {one}"));
}

#[tokio::test]
async fn kombo_takes_an_object_or_nothing() {
    let request = |body: &'static str, content_type: Option<&str>| {
        let mut request = Request::delete("/kombo/v1/integrations/there").header("authorization", "Bearer k");
        if let Some(content_type) = content_type {
            request = request.header("content-type", content_type);
        }
        request.body(Body::from(body)).unwrap()
    };
    let json_type = Some("application/json");
    for (body, content_type, data) in [
        ("", None, json!({})),
        ("", json_type, json!({})),
        ("{}", json_type, json!({})),
        (r#"{"b":1,"a":1.0}"#, json_type, json!({ "b": 1, "a": 1.0 })),
    ] {
        let (status, headers, answer) = send(request(body, content_type)).await;
        assert_eq!((status, answer), (200, json!({ "status": "success", "data": data })));
        assert_eq!(headers["ratelimit-limit"], "300");
        assert!(!headers.contains_key("ratelimit-reset"));
    }
    for body in ["[]", "null", "1", "{", "\"x\""] {
        assert_eq!(send(request(body, json_type)).await.0, 400, "{body}");
    }
    assert_eq!(send(request("{}", None)).await.0, 415);
}

#[tokio::test]
async fn kombo_sends_codes_that_the_document_does_not_name() {
    let request = Request::delete("/kombo/v1/integrations/a%20b%2Fc").header("authorization", "bearer k");
    let (status, headers, body) = send(request.body(Body::empty()).unwrap()).await;
    let error = json!({
        "code": "INTEGRATION.MODEL_NOT_AVAILABLE", "title": null, "message": "a b/c", "log_url": null,
    });
    assert_eq!((status, body), (404, json!({ "status": "error", "error": error })));
    assert_eq!(headers["content-type"], "application/json");
}

#[tokio::test]
async fn vercel_answers_204_and_refuses_repeated_parameters() {
    let request = |query: &str| {
        let uri = format!("/vercel/v1/integrations/configuration/icfg_1{query}");
        Request::delete(uri).header("authorization", "Bearer t").body(Body::empty()).unwrap()
    };
    let (status, headers, body) = send(request("?teamId=team_1&other=1")).await;
    assert_eq!((status, body), (204, Value::Null));
    assert!(!headers.contains_key("content-type") && !headers.contains_key("content-length"));
    let (status, _, body) = send(request("?teamId=a&teamId=b")).await;
    let message = "query/teamId: given more than once";
    assert_eq!((status, body), (400, json!({ "rejected": message })));
    assert_eq!(send(request("?slug=%ff")).await.0, 400);
}

#[tokio::test]
async fn base_paths_are_those_of_the_servers() {
    assert_eq!(
        (rocketchat::BASE_PATHS, kombo::BASE_PATHS, vercel::BASE_PATHS),
        (&[""][..], &["/v1"][..], &[""][..])
    );
    for (method, path, status) in [
        ("DELETE", "/kombo/integrations/there", 404),
        ("DELETE", "/kombo/v1/integrations/", 404),
        ("DELETE", "/vercel/integrations/configuration/icfg_1", 404),
        ("GET", "/vercel/v1/integrations/configuration/icfg_1", 405),
        ("GET", "/rocketchat/api/v1/integrations.remove", 405),
        ("POST", "/rocketchat/api/v1/integrationsXremove", 404),
    ] {
        let request = Request::builder().method(method).uri(path).body(Body::empty()).unwrap();
        let (found, headers, body) = send(request).await;
        assert_eq!(found, status, "{path}");
        assert!(body["rejected"].is_string());
        assert_eq!(headers.contains_key("allow"), status == 405);
    }
}
