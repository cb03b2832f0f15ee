//! Everything that is not a handler's answer comes in the envelope.

use axum::body::Body;

use super::{Limits, Seen, app, call, get};
use unplug_server_runtime::respond::Encode;

#[tokio::test]
async fn unknown_paths_and_methods() {
    for path in [
        "/",
        "/v1",
        "/v1/animals",
        "/v1/animals/",
        "/v1/animals/1/",
        "/animals/1",
        "/v1/checks",
        "/v2/animals/1",
        "/v1/animals//1",
    ] {
        assert_eq!(get(path).await.rejected(404), "UnknownPath", "{path}");
    }
    for method in ["POST", "DELETE", "TRACE", "PURGE"] {
        let outcome = call(method, "/v1/animals/1", &[], Body::empty()).await;
        assert_eq!(outcome.headers["allow"], "GET, PUT, HEAD, OPTIONS");
        assert!(outcome.rejected(405).starts_with("MethodNotAllowed"), "{method}");
    }
}

#[tokio::test]
async fn every_base_path_is_served() {
    for base in ["/v1", "/live/v1", "/test/v1"] {
        assert_eq!(get(&format!("{base}/animals/1")).await.status, 200, "{base}");
    }
    assert_eq!(call("POST", "/special/checks", &[], Body::empty()).await.status, 204);
}

#[tokio::test]
async fn operations_left_out_answer_501_after_their_checks() {
    let outcome = call("DELETE", "/special/checks", &[], Body::empty()).await;
    assert_eq!(outcome.rejected(501), "NotImplemented(\"checks are kept\")");
}

#[tokio::test]
async fn internal_causes_are_not_sent() {
    for id in [200, 500, 501, 4] {
        let outcome = get(&format!("/v1/animals/{id}")).await;
        assert_eq!((outcome.status, &*outcome.text), (500, "something failed"), "{id}");
        assert_eq!(outcome.headers["x-envelope"], "zoo");
    }
    let outcome = call("GET", "/v1/animals/1", &[], Body::empty()).await;
    assert_eq!(outcome.status, 200, "a panic in one request must not touch the next");
}

#[tokio::test]
async fn panics_outside_of_handlers_are_caught() {
    let request = axum::http::Request::get("/v1/animals/1").header("authorization", "Bearer panics");
    let outcome = super::send(request.body(Body::empty()).unwrap()).await;
    assert_eq!(outcome.rejected(500), "something failed");
    let outcome = get("/v1/cannot-be-told").await;
    assert_eq!((outcome.status, &*outcome.text), (500, ""));
}

#[tokio::test]
async fn a_nested_router_answers_below_its_prefix() {
    let seen = Seen::default();
    let nested = axum::Router::new().nest("/zoo", app(&seen));
    for (path, status) in [("/zoo/v1/animals/1", 401), ("/zoo/nothing", 404), ("/zoo/special/checks", 405)] {
        let request = axum::http::Request::get(path).body(Body::empty()).unwrap();
        let response = tower::ServiceExt::oneshot(nested.clone(), request).await.unwrap();
        assert_eq!(response.status().as_u16(), status, "{path}");
        assert_eq!(response.headers()["x-envelope"], "zoo");
    }
}

#[tokio::test]
async fn a_body_of_ten_megabytes_is_answered_over_a_real_connection() {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let server = tokio::spawn(async move { axum::serve(listener, app(&Seen::default())).await });
    for length in [100_000_usize, 10 * 1024 * 1024] {
        let mut stream = tokio::net::TcpStream::connect(address).await.unwrap();
        let head = format!(
            "PUT /v1/animals/ida HTTP/1.1\r\nhost: zoo\r\nauthorization: Bearer t\r\n\
             content-type: application/json\r\nconnection: close\r\ncontent-length: {length}\r\n\r\n"
        );
        stream.write_all(head.as_bytes()).await.unwrap();
        stream.write_all(&vec![b' '; length]).await.unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.unwrap();
        assert!(answer.starts_with("HTTP/1.1 413 "), "{answer}");
        assert!(answer.contains("x-envelope: zoo"), "{answer}");
    }
    server.abort();
}

#[test]
fn secrets_are_not_in_debug_output() {
    let credentials = super::Credentials::KeyLogin {
        key: "very".into(),
        login: unplug_server_runtime::Basic { username: "ida".to_owned(), password: "secret".into() },
    };
    let text = format!("{credentials:?}");
    assert!(!text.contains("very") && !text.contains("secret"), "{text}");
    let request = axum::http::Request::get("/v1/x?api_key=very").header("authorization", "secret");
    let (parts, ()) = request.body(()).unwrap().into_parts();
    let text = format!("{:?}", unplug_server_runtime::RequestContext::new(None, parts));
    assert!(!text.contains("very") && !text.contains("secret"), "{text}");
}

#[test]
fn limits_are_one_mebibyte_by_default() {
    assert_eq!(Limits::default().body, 1_048_576);
}

#[test]
fn a_response_that_cannot_be_written_is_an_error() {
    let response = super::GetAnimalOk {
        headers: super::GetAnimalOkHeaders { x_ratio: 1.0.into(), x_names: Some(vec!["\r\n".to_owned()]) },
        body: super::GetAnimalOkBody::Text(String::new()),
    };
    let error = response.encode().unwrap_err().to_string();
    assert!(error.contains("x-names"), "{error}");
}
