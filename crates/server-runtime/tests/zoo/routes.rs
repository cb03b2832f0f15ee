//! Operations that share their path and method.

use axum::body::Body;

use super::{call, get};

async fn token(query: &str, body: &'static str) -> super::Outcome {
    let json = [("content-type", "application/json")];
    call("POST", &format!("/v1/token{query}"), &json, Body::from(body)).await
}

#[tokio::test]
async fn the_first_operation_that_fits_handles_the_request() {
    assert!(token("", r#"{"user": 1}"#).await.request().starts_with("GetTokenRequest"));
    assert!(token("", r#"{"code": 1}"#).await.request().starts_with("TokenByCodeRequest"));
    assert!(token("", r#"{"user": 1, "code": 1}"#).await.request().starts_with("GetTokenRequest"));
    // The fixed query goes first, and is no condition for the others.
    let both = r#"{"token": 1, "user": 1}"#;
    assert!(token("?refresh", both).await.request().starts_with("RefreshTokenRequest"));
    assert!(token("?refresh", r#"{"user": 1}"#).await.request().starts_with("GetTokenRequest"));
}

#[tokio::test]
async fn a_chosen_operation_answers_alone() {
    let answer = async |chosen: &'static str, body: &'static str| {
        let seen = super::Seen::default();
        let options = super::RouterOptions { chosen: vec![chosen], ..super::RouterOptions::default() };
        let request =
            axum::http::Request::post("/v1/token?refresh").header("content-type", "application/json");
        let request = request.body(Body::from(body)).unwrap();
        let response = tower::ServiceExt::oneshot(super::app_with(&seen, options), request).await.unwrap();
        let seen = seen.lock().unwrap().join("");
        (response.status().as_u16(), seen.split(' ').next().unwrap_or_default().to_owned())
    };
    let all = r#"{"user": 1, "code": 1, "token": 1}"#;
    assert_eq!(answer("tokenByCode", all).await, (204, "TokenByCodeRequest".to_owned()));
    assert_eq!(answer("getToken", all).await, (204, "GetTokenRequest".to_owned()));
    assert_eq!(answer("tokenByCode", r#"{"token": 1}"#).await, (400, String::new()));
    // One that shares its path with no other changes nothing.
    assert_eq!(answer("getReport", all).await, (204, "RefreshTokenRequest".to_owned()));
}

#[tokio::test]
async fn the_first_rejection_stands_when_nothing_fits() {
    let message = "body: expected 'user', which is missing [required]";
    assert_eq!(token("", "{}").await.rejected(400), message);
    let message = "body: expected 'token', which is missing [required]";
    assert_eq!(token("?refresh", "{}").await.rejected(400), message);
}

#[tokio::test]
async fn a_handler_that_was_called_has_the_last_word() {
    // The first operation wants a number and credentials, the second a word and none.
    assert!(get("/v1/vault/left").await.request().contains("OpenDrawerRequest"));
    let refused = get("/v1/vault/locked").await;
    assert_eq!((refused.status, refused.seen.len()), (400, 1));
    // The first operation refuses the caller, the second has no such drawer.
    get("/v1/vault/7").await.rejected(403);
}
