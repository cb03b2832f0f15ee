//! Responses that are made while they are sent, and request bodies of several values.

use std::pin::Pin;
use std::task::{Context, Poll};

use axum::body::Body;
use axum::http::Request;
use futures_core::Stream;
use http_body_util::BodyExt;
use tower::ServiceExt;

use super::{Outcome, Seen, app, call, get};

/// Chunks that are never there when they are first asked for; `tear` is an error.
pub(super) struct Paced {
    chunks: std::vec::IntoIter<&'static str>,
    asked: bool,
}

impl Paced {
    pub(super) fn new(chunks: Vec<&'static str>) -> Self {
        Self { chunks: chunks.into_iter(), asked: false }
    }
}

impl Stream for Paced {
    type Item = Result<&'static str, std::io::Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.asked = !self.asked;
        if self.asked {
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        Poll::Ready(self.chunks.next().map(|chunk| match chunk {
            "tear" => Err(std::io::Error::other("a secret of the disk")),
            chunk => Ok(chunk),
        }))
    }
}

/// Status, and the body up to where it breaks off.
async fn torn(uri: &str) -> (u16, String) {
    let request = Request::get(uri).body(Body::empty()).unwrap();
    let (parts, mut body) = app(&Seen::default()).oneshot(request).await.unwrap().into_parts();
    let mut text = String::new();
    while let Some(frame) = body.frame().await {
        match frame {
            Ok(frame) => text.push_str(std::str::from_utf8(frame.data_ref().unwrap()).unwrap()),
            Err(_) => return (parts.status.as_u16(), text),
        }
    }
    panic!("{text} is whole");
}

#[tokio::test]
async fn bytes_are_sent_as_they_come() {
    let film = get("/v1/films/mp4").await;
    assert_eq!((film.status, &*film.text), (200, "abc"));
    assert_eq!(film.headers["content-type"], "video/mp4");
    let empty = get("/v1/films/empty").await;
    assert_eq!((empty.status, &*empty.text), (200, ""));
    assert_eq!(empty.headers["content-type"], "video/*");
    let missing = get("/v1/films/none").await;
    assert_eq!((missing.status, &*missing.text), (404, "gone"));
    assert_eq!(torn("/v1/films/torn").await, (200, "a".to_owned()));
    // A media type that is not declared is a defect of the handler.
    assert_eq!(get("/v1/films/lie").await.rejected(500), "something failed");
}

#[tokio::test]
async fn events_are_written_as_the_standard_has_it() {
    let text = get("/v1/films/news").await;
    assert_eq!(text.headers["content-type"], "text/event-stream");
    assert_eq!(text.text, "event: e\nid: 1\ndata: a\ndata: b\n\ndata: \n\n");
    let json = get("/v1/news?broken=false").await;
    let expected = "data: {\"size\":0}\n\ndata: {\"size\":1}\n\ndata: {\"size\":2}\n\ndata: [DONE]\n\n";
    assert_eq!(json.text, expected);
    // Nothing of an event that cannot be written is sent, and nothing after it.
    assert_eq!(torn("/v1/news?broken=true").await, (200, "data: {\"size\":1}\n\n".to_owned()));
}

#[tokio::test]
async fn json_values_are_written_as_their_media_type_has_it() {
    let news = get("/v1/news").await;
    assert_eq!(news.headers["content-type"], "application/json-seq");
    assert_eq!(news.text, "\u{1e}{\"size\":1}\n\u{1e}{\"size\":2}\n");
}

#[tokio::test]
async fn head_has_no_body() {
    let film = call("HEAD", "/v1/films/x", &[], Body::empty()).await;
    assert_eq!((film.status, film.bytes.len()), (200, 0));
}

async fn post(media_type: &str, body: &str) -> Outcome {
    call("POST", "/v1/news", &[("content-type", media_type)], body.to_owned()).await
}

#[tokio::test]
async fn every_value_of_a_body_is_checked() {
    let lines = post("application/x-ndjson", "{\"size\":1}\n\n{\"after\":\"x\"}").await;
    assert_eq!((lines.status, &*lines.text), (202, "{\"after\":\"it\"}"));
    let expected =
        "JsonLines([Page { size: Some(1), after: None }, Page { size: None, after: Some(\"x\") }])";
    assert_eq!(lines.request(), expected);
    assert_eq!(post("application/x-ndjson", "").await.request(), "JsonLines([])");
    let wrong = post("application/x-ndjson", "{}\n{\"size\":101}\n{\n{\"size\":1,\"size\":2}").await;
    let found: Vec<&str> = wrong.rejected(400).lines().collect();
    assert_eq!(found[0], "body/1/size: expected at most 100 [maximum]");
    assert!(
        found[1].starts_with("body/2: expected JSON") && found[2].starts_with("body/3: duplicate member")
    );
    assert_eq!(found.len(), 3);
    let sequence = post("application/json-seq", "\u{1e}{\n}\n\u{1e}{}\n").await;
    assert!(sequence.request().starts_with("ApplicationJsonSeq([Page"), "{}", sequence.request());
    let long = post("application/json-seq", "\u{1e}{}\u{1e}{}\u{1e}{}").await;
    assert_eq!(long.rejected(400), "body: expected at most 2 items [maxItems]");
}

#[tokio::test]
async fn xml_is_bytes_and_text_is_text_whatever_their_schema() {
    assert_eq!(post("text/xml", "<a>").await.request(), "Bytes(b\"<a>\")");
    assert_eq!(post("text/csv", "a,b").await.request(), "Text(\"a,b\")");
    assert_eq!(post("text/csv", "").await.request(), "Text(\"\")");
}
