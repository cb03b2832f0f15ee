//! Alternatives of credentials, and the order of checks.

use axum::body::Body;
use axum::http::Request;

use super::{Outcome, send};

type Headers = &'static [(&'static str, &'static str)];

async fn with(uri: &str, headers: &[(&str, &str)]) -> Outcome {
    let mut request = Request::get(uri);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    send(request.body(Body::empty()).unwrap()).await
}

fn caller(outcome: &Outcome) -> &str {
    outcome.request().split_once(": ").unwrap().0
}

#[tokio::test]
async fn every_alternative_is_tried() {
    let animal = "/v1/animals/1";
    assert_eq!(caller(&with(animal, &[("authorization", "bearer  a.b ")]).await), "token a.b");
    let session = with(animal, &[("cookie", "x=1; session=abc")]).await;
    assert_eq!(caller(&session), "session abc");
    let basic = [("authorization", "Basic aWRhOnNlYzpyZXQ=")];
    let both = with("/v1/animals/1?api_key=k%21", &basic).await;
    assert!(both.request().starts_with("key k! login ida:sec:ret: "), "{}", both.request());
}

#[tokio::test]
async fn what_is_missing_or_malformed_is_unauthenticated() {
    let missing = "Unauthenticated(Missing)";
    let malformed = "Unauthenticated(Malformed)";
    let cases: [(&str, Headers, &str); 11] = [
        ("", &[], missing),
        ("?api_key=k", &[], missing),
        ("", &[("authorization", "Basic aWRhOmE=")], missing),
        ("", &[("authorization", "Digest x")], missing),
        ("", &[("authorization", "Bearer")], malformed),
        ("", &[("authorization", "Bearer a b")], malformed),
        ("", &[("authorization", "Bearer a"), ("authorization", "Bearer a")], malformed),
        ("", &[("authorization", "")], malformed),
        ("?api_key=k", &[("authorization", "Basic ***")], malformed),
        ("?api_key=k&api_key=k", &[("authorization", "Basic aWRhOmE=")], malformed),
        ("", &[("cookie", "session=a; session=b")], malformed),
    ];
    for (query, headers, expected) in cases {
        let outcome = with(&format!("/v1/animals/1{query}"), headers).await;
        assert_eq!(outcome.rejected(401), expected, "{query} {headers:?}");
    }
}

#[tokio::test]
async fn optional_credentials_may_be_left_out_but_not_be_malformed() {
    let maze = "/v1/maze/.a/;matrix=1/x,1";
    assert_eq!(caller(&with(maze, &[]).await), "None");
    assert_eq!(caller(&with(maze, &[("authorization", "Bearer t")]).await), "Some(\"token t\")");
    with(maze, &[("authorization", "Bearer")]).await.rejected(401);
}

#[tokio::test]
async fn authentication_comes_before_everything_else_of_the_request() {
    let body = || Body::from("{");
    let put = |token: &str| {
        let request = Request::put("/v1/animals/1?fields=a&fields=a").header("content-type", "no/no");
        request.header("authorization", token).body(body()).unwrap()
    };
    send(put("Nobody")).await.rejected(401);
    assert_eq!(send(put("Bearer forbidden")).await.rejected(403), "Forbidden(\"not you\")");
    send(put("Bearer t")).await.rejected(415);
}

#[tokio::test]
async fn paths_come_before_authentication() {
    with("/v1/nothing", &[]).await.rejected(404);
    let request = Request::post("/v1/animals/1").body(Body::empty()).unwrap();
    send(request).await.rejected(405);
}

#[tokio::test]
async fn digest_certificates_and_other_schemes_are_handed_over() {
    let vault = "/v1/vault/7";
    let header = r#"Digest username="ida", realm="r", nonce="n", uri="/v1/vault/7", response="0a", qop=auth"#;
    let digest = with(vault, &[("authorization", header)]).await;
    assert_eq!(caller(&digest), "digest 0a Digest { username");
    assert_eq!(caller(&with(vault, &[("authorization", "hoba raw words")]).await), "custom raw words");
    assert_eq!(caller(&with(vault, &[("x-vault", "open")]).await), "open");
    let certificate = unplug_server_runtime::ClientCertificate(bytes::Bytes::from_static(b"der"));
    let request = Request::get(vault).extension(certificate).body(Body::empty()).unwrap();
    assert_eq!(caller(&send(request).await), "certificate ClientCertificate(3 bytes)");
}
