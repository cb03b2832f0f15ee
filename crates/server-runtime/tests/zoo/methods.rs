//! `HEAD`, `OPTIONS` and encoded bodies, byte by byte over a connection.

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tower_http::cors::CorsLayer;

use super::{Seen, app};

/// The whole answer to a request, which is sent as it stands here.
async fn exchange(router: axum::Router, request: &str) -> String {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let server = tokio::spawn(async move { axum::serve(listener, router).await });
    let mut stream = tokio::net::TcpStream::connect(address).await.unwrap();
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    server.abort();
    answer
}

async fn send(method: &str, path: &str, headers: &str, body: &str) -> (String, String) {
    let head = format!(
        "{method} {path} HTTP/1.1\r\nHost: zoo\r\nAuthorization: Bearer t\r\nConnection: close\r\n{headers}"
    );
    let length = if body.is_empty() { String::new() } else { format!("Content-Length: {}\r\n", body.len()) };
    let answer = exchange(app(&Seen::default()), &format!("{head}{length}\r\n{body}")).await;
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    let lines = head.lines().filter(|line| !line.starts_with("date:") && !line.starts_with("connection:"));
    (lines.collect::<Vec<_>>().join("\n"), body.to_owned())
}

#[tokio::test]
async fn head_is_get_without_the_body() {
    for path in ["/v1/animals/1", "/v1/animals/2", "/v1/animals/404", "/v1/animals/x", "/v1/animals/500"] {
        let (get, body) = send("GET", path, "", "").await;
        let (head, nothing) = send("HEAD", path, "", "").await;
        assert!(get.contains("content-length: ") && !body.is_empty(), "{get}");
        assert_eq!((head, &*nothing), (get, ""), "{path}");
    }
    // One that the document declares is its own operation.
    let (head, nothing) = send("HEAD", "/films/mp4", "", "").await;
    assert_eq!(nothing, "");
    assert!(head.starts_with("HTTP/1.1 200 OK") || head.starts_with("HTTP/1.1 404"), "{head}");
}

#[tokio::test]
async fn options_are_the_methods_of_the_path() {
    let (head, body) = send("OPTIONS", "/v1/animals/1", "", "").await;
    assert_eq!((&*head, &*body), ("HTTP/1.1 204 No Content\nallow: GET, PUT, HEAD, OPTIONS", ""));
    let (head, _) = send("OPTIONS", "/special/checks", "Origin: https://a.example\r\n", "").await;
    assert_eq!(head, "HTTP/1.1 204 No Content\nallow: POST, DELETE, OPTIONS");
    assert!(send("OPTIONS", "/v1/nothing", "", "").await.0.starts_with("HTTP/1.1 404 "));
    assert!(send("HEAD", "/special/checks", "", "").await.0.starts_with("HTTP/1.1 405 "));
}

#[tokio::test]
async fn a_layer_answers_preflight_requests() {
    use axum::http::{HeaderName, HeaderValue, Method};
    let cors = CorsLayer::new()
        .allow_origin(HeaderValue::from_static("https://app.example.com"))
        .allow_methods([Method::PUT])
        .allow_headers([HeaderName::from_static("authorization")]);
    let router = app(&Seen::default()).layer(cors);
    let preflight = "OPTIONS /v1/animals/ida HTTP/1.1\r\nHost: zoo\r\nConnection: close\r\n\
         Origin: https://app.example.com\r\nAccess-Control-Request-Method: PUT\r\n\
         Access-Control-Request-Headers: authorization\r\n\r\n";
    let answer = exchange(router, preflight).await;
    assert!(answer.starts_with("HTTP/1.1 200 OK"), "{answer}");
    for line in [
        "access-control-allow-origin: https://app.example.com\r\n",
        "access-control-allow-methods: PUT\r\n",
        "access-control-allow-headers: authorization\r\n",
    ] {
        assert!(answer.contains(line), "{answer}");
    }
}

#[tokio::test]
async fn encoded_bodies_are_refused_with_what_is_taken() {
    let json = "Content-Type: application/json\r\n";
    for coding in ["gzip", "br", "identity, gzip", "GZIP", "identity\r\nContent-Encoding: deflate"] {
        let headers = format!("{json}Content-Encoding: {coding}\r\n");
        let (head, body) = send("PUT", "/v1/animals/ida", &headers, r#"{"name":"Ida"}"#).await;
        assert!(head.starts_with("HTTP/1.1 415 "), "{coding}: {head}");
        assert!(head.contains("\naccept-encoding: identity") && head.contains("\nx-envelope: zoo"), "{head}");
        assert!(body.starts_with("UnsupportedContentEncoding"), "{body}");
    }
    for coding in ["identity", "Identity", ""] {
        let headers = format!("{json}Content-Encoding: {coding}\r\n");
        let (head, _) = send("PUT", "/v1/animals/ida", &headers, r#"{"name":"Ida"}"#).await;
        assert!(head.starts_with("HTTP/1.1 201 "), "{coding}: {head}");
    }
}
