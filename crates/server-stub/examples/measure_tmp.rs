//! x
#![allow(warnings)]
use axum::{Router, body::Body, http::*, response::*, routing::post, extract::State};
use http_body_util::BodyExt;
use tower::ServiceExt;
use unplug_server_stub::{*, rocketchat::*};
use serde_json::json;
#[derive(Clone)] struct Svc(std::sync::Arc<String>);
struct Sec;
impl rocketchat::Security for Sec {
    type Caller = String;
    async fn authenticate(&self, c: Credentials, _: &RequestContext) -> Result<String, Rejection> {
        let Credentials::AuthTokenUserId { auth_token, user_id } = c;
        if auth_token.expose() != "token" || user_id.expose() != "user" { return Err(Rejection::Unauthenticated(AuthenticationFailure::Unknown)); }
        Ok("user".to_owned())
    }
    fn reject(&self, r: &Rejection, _: &RequestContext) -> Response { (StatusCode::BAD_REQUEST, format!("{r:?}")).into_response() }
}
async fn remove(_: Svc, c: String, r: IntegrationsRemoveRequest) -> Result<IntegrationsRemoveResponse, Fault> {
    let headers = IntegrationsRemoveBadRequestHeaders::default();
    Ok(IntegrationsRemoveBadRequest { headers, body: IntegrationsRemoveBadRequestBody { success: false, error: Some("No integration found.".to_owned()), ..serde_json::from_value(json!({"success": false, "error":"x"})).unwrap() } }.into())
}
#[derive(serde::Deserialize)] struct In { r#type: String, #[serde(rename="integrationId")] id: Option<String>, target_url: Option<String> }
#[derive(serde::Serialize)] struct Out { success: bool, error: String }
async fn hand(State(_): State<Svc>, headers: HeaderMap, body: axum::Json<In>) -> Response {
    let t = headers.get("x-auth-token").and_then(|v| v.to_str().ok()); let u = headers.get("x-user-id").and_then(|v| v.to_str().ok());
    if t != Some("token") || u != Some("user") { return StatusCode::UNAUTHORIZED.into_response(); }
    let b = body.0;
    let inc = b.r#type.contains("webhook-incoming") && b.id.is_some();
    let ou = b.r#type.contains("webhook-outgoing") && b.target_url.is_some();
    let oi = b.r#type.contains("webhook-outgoing") && b.id.is_some();
    if u8::from(inc)+u8::from(ou)+u8::from(oi) != 1 { return StatusCode::BAD_REQUEST.into_response(); }
    (StatusCode::BAD_REQUEST, axum::Json(Out{success:false,error:"No integration found.".to_owned()})).into_response()
}
fn req() -> Request<Body> { Request::post("/api/v1/integrations.remove").header("x-auth-token","token").header("x-user-id","user").header("content-type","application/json").header("host","localhost").header("accept","*/*").body(Body::from(r#"{"type":"webhook-outgoing","integrationId":"oNLthAt9RwMw39N2B"}"#)).unwrap() }
#[tokio::main(flavor="current_thread")] async fn main() {
    let svc = Svc(Default::default());
    let generated = rocketchat::router(Handlers { integrations_remove: handler(remove) }, Sec, svc.clone());
    let by_hand: Router = Router::new().route("/api/v1/integrations.remove", post(hand)).with_state(svc);
    for round in 0..4 { for (n, app) in [("generated", &generated), ("by hand", &by_hand)] {
        let t = std::time::Instant::now(); let count = 300_000;
        for _ in 0..count { let r = app.clone().oneshot(req()).await.unwrap(); assert_eq!(r.status(), 400); std::hint::black_box(r.into_body().collect().await.unwrap()); }
        println!("{n}: {} ns", t.elapsed().as_nanos()/count);
    } }
    let t = std::time::Instant::now(); for _ in 0..300_000 { std::hint::black_box(req()); } println!("building: {} ns", t.elapsed().as_nanos()/300_000);
}
