//! Request bodies: media types, sizes, absence, syntax.

use axum::body::Body;
use bytes::Bytes;

use super::{Outcome, call};

async fn put(content_type: &str, body: impl Into<Body>) -> Outcome {
    call("PUT", "/v1/animals/ida", &[("content-type", content_type)], body).await
}

async fn check(headers: &[(&str, &str)], body: impl Into<Body>) -> Outcome {
    call("POST", "/special/checks", headers, body).await
}

#[tokio::test]
async fn each_media_type_has_its_own_content() {
    let json = put("application/json", r#"{"name":"Ida","weight":1.5,"born":null,"legs":4.0}"#).await;
    let request = json.request();
    assert!(request.contains("Json(Animal {") && request.contains("born: Some(None)"), "{request}");
    assert!(request.contains("legs: Some(4)"), "{request}");
    let form = put("application/x-www-form-urlencoded", "name=I+d%61&legs=4&toys=ball&toys=rope").await;
    let expected = r#"Form(PutAnimalBodyForm { name: "I da", legs: Some(4), toys: Some(["ball", "rope"]) })"#;
    assert!(form.request().contains(expected), "{}", form.request());
    assert!(put("text/plain", "hällo").await.request().contains(r#"Text("hällo")"#));
    let bytes = put("image/png", Bytes::from_static(b"\x89\xff")).await;
    assert!(bytes.request().contains(r#"Bytes(b"\x89\xff")"#), "{}", bytes.request());
}

#[tokio::test]
async fn the_content_type_may_have_parameters() {
    for media_type in [
        "application/json; charset=utf-8",
        "Application/JSON;charset=\"UTF-8\"",
        "application/json; version=2; charset=us-ascii",
    ] {
        assert_eq!(put(media_type, r#"{"name":"Ida"}"#).await.status, 201, "{media_type}");
    }
}

#[tokio::test]
async fn other_media_types_are_refused() {
    for media_type in ["application/xml", "application/json; charset=latin-nine", "json", "", "text/html"] {
        let outcome = put(media_type, r#"{"name":"Ida"}"#).await;
        let text = outcome.rejected(415);
        assert!(text.starts_with("UnsupportedMediaType"), "{media_type}: {text}");
        assert!(text.contains("application/x-www-form-urlencoded"), "{text}");
    }
    let twice = [("content-type", "application/json"), ("content-type", "application/json")];
    call("PUT", "/v1/animals/ida", &twice, "{}").await.rejected(415);
    let none = call("PUT", "/v1/animals/ida", &[], "{}").await;
    assert!(none.rejected(415).contains("sent: None"));
}

#[tokio::test]
async fn an_optional_body_may_be_absent() {
    let none = "CheckRequest { body: None }";
    assert_eq!(check(&[], Body::empty()).await.request(), none);
    let json = [("content-type", "application/json")];
    assert_eq!(check(&json, Body::empty()).await.request(), none);
    let zero = [("content-type", "application/json"), ("content-length", "0")];
    assert_eq!(check(&zero, Body::empty()).await.request(), none);
    assert!(check(&json, "{}").await.request().contains("Some(Checked"));
    check(&[("content-type", "text/plain")], Body::empty()).await.rejected(415);
}

#[tokio::test]
async fn a_required_body_must_be_there() {
    let message = "body: expected a body [required]";
    assert_eq!(put("application/json", Body::empty()).await.rejected(400), message);
    assert_eq!(call("PUT", "/v1/animals/ida", &[], Body::empty()).await.rejected(400), message);
    let both = call("PUT", "/v1/animals/1", &[], Body::empty()).await;
    assert_eq!(both.rejected(400).lines().count(), 2);
}

#[tokio::test]
async fn what_is_no_json_is_refused() {
    let deep = "[".repeat(200_000);
    let nested = format!("{{\"x\":{}{}}}", "[".repeat(130), "]".repeat(130));
    let cases: [(&[u8], &str); 10] = [
        (b"{", "syntax"),
        (b"{\"name\":\"Ida\"} x", "syntax"),
        (b"{\"name\":\"\xff\"}", "syntax"),
        (b"{\"name\":\"\\ud800\"}", "syntax"),
        (b"{\"name\":\xef\xbb\xbf\"Ida\"}", "syntax"),
        (b"{'name':'Ida'}", "syntax"),
        (b"NaN", "syntax"),
        (b"{\"name\":\"Ida\",\"name\":\"Eva\"}", "duplicate"),
        (&deep.as_bytes()[..60_000], "syntax"),
        (nested.as_bytes(), "syntax"),
    ];
    for (body, keyword) in cases {
        let outcome = put("application/json", Bytes::copy_from_slice(body)).await;
        let text = outcome.rejected(400);
        assert!(text.ends_with(&format!("[{keyword}]")), "{text}");
        assert_eq!(text.lines().count(), 1);
    }
    let form = put("application/x-www-form-urlencoded", "name=%ff").await;
    assert_eq!(form.rejected(400), "body/name: expected UTF-8 [encoding]");
    let form = put("application/x-www-form-urlencoded", "name=ab&name=cd").await;
    assert_eq!(form.rejected(400), "body/name: given more than once [duplicate]");
    let text = put("text/plain", Bytes::from_static(b"\xff")).await;
    assert_eq!(text.rejected(400), "body: expected UTF-8 [encoding]");
}

#[tokio::test]
async fn text_is_read_in_the_encoding_that_the_message_names() {
    let cases: [(&str, &[u8]); 8] = [
        ("application/json", b"\xef\xbb\xbf{\"name\":\"caf\xc3\xa9\"}"),
        ("application/json; charset=iso-8859-1", b"{\"name\":\"caf\xe9\"}"),
        ("application/json; charset=\"Latin1\"", b"{\"name\":\"caf\xe9\"}"),
        ("application/json; charset=UTF-16LE", b"{\0\"\0n\0a\0m\0e\0\"\0:\0\"\0c\0a\0f\0\xe9\0\"\0}\0"),
        ("application/json; charset=utf-16", b"\xfe\xff\0{\0\"\0n\0a\0m\0e\0\"\0:\0\"\0c\0a\0f\0\xe9\0\"\0}"),
        ("text/plain; charset=iso-8859-1", b"caf\xe9"),
        ("text/plain; charset=windows-1252", b"caf\xe9"),
        ("text/plain;charset=utf-16be", b"\0c\0a\0f\0\xe9"),
    ];
    for (content_type, body) in cases {
        let outcome = put(content_type, Bytes::copy_from_slice(body)).await;
        assert!(outcome.request().contains("\"caf\u{e9}\""), "{content_type}: {}", outcome.request());
    }
    let odd = put("text/plain; charset=utf-16le", Bytes::from_static(b"abc")).await;
    assert_eq!(odd.rejected(400), "body: expected the encoding that the media type names [encoding]");
    put("text/plain; charset=latin-nine", "x").await.rejected(415);
    // The limits of a text are in characters, whatever its encoding.
    let long = put("text/plain; charset=utf-16", [0, b'a'].repeat(20)).await;
    assert_eq!(long.status, 201);
}

#[tokio::test]
async fn long_bodies_are_refused_whether_announced_or_not() {
    let limit = 64 * 1024;
    let fits = format!("{{\"name\":\"Ida\"{}}}", " ".repeat(limit - 14));
    assert_eq!(put("application/json", fits.clone()).await.status, 201);
    let outcome = put("application/json", format!("{fits} ")).await;
    assert_eq!(outcome.rejected(413), "PayloadTooLarge { limit: 65536 }");
    let length = "10485760";
    let headers = [("content-type", "application/json"), ("content-length", length)];
    call("PUT", "/v1/animals/ida", &headers, vec![b' '; 10_485_760]).await.rejected(413);
}

/// More than half of what the tests allow.
static LONG: &[u8] = [b' '; 40_000].as_slice();

/// A body that comes in pieces, as over the wire.
struct Pieces<I>(I);

impl<I: Iterator<Item = &'static [u8]> + Unpin> http_body::Body for Pieces<I> {
    type Data = Bytes;
    type Error = std::io::Error;

    fn poll_frame(
        mut self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Result<http_body::Frame<Bytes>, std::io::Error>>> {
        std::task::Poll::Ready(self.0.next().map(|piece| match piece {
            b"cut" => Err(std::io::Error::other("connection reset")),
            piece => Ok(http_body::Frame::data(Bytes::from_static(piece))),
        }))
    }
}

#[tokio::test]
async fn bodies_may_come_in_pieces() {
    let body = |pieces: Vec<&'static [u8]>| Body::new(Pieces(pieces.into_iter()));
    let whole = put("application/json", body(vec![b"{\"na", b"", b"me\":", b"\"Ida\"}"])).await;
    assert!(whole.request().contains("Ida"));
    let cut = put("application/json", body(vec![b"{\"na", b"cut"])).await;
    assert_eq!(cut.rejected(400), "body: expected the rest of the body [syntax]");
    let long = put("application/json", body(vec![LONG, LONG])).await;
    long.rejected(413);
}
