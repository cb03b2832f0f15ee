//! Answers that are handed on as they come: bytes, events, JSON lines.

use unplug_client_runtime::{Error, StreamError};

use super::support::{self, Loopback, answer, json};
use super::{client, odd, thing};

#[tokio::test]
async fn downloads_are_streams_and_failures_are_not() {
    let server = Loopback::start(vec![
        answer("200 OK", &[("Content-Type", "application/pdf"), ("ETag", "e")], "%PDF"),
        answer("200 OK", &[("Content-Type", "image/png")], "png"),
        answer("200 OK", &[("Content-Type", "application/json")], r#"{"a":"b"}"#),
        answer("404 Not Found", &[("Content-Type", "application/octet-stream")], "gone"),
        answer("200 OK", &[("Content-Type", "text/html")], "<p>"),
        answer("200 OK", &[("Content-Type", "application/pdf")], ""),
        answer("200 OK", &[], "%PDF"),
    ])
    .await;
    let client = client(&server.url);
    let request = odd::DownloadRequest { name: "a".to_owned() };
    let reply = client.download(&request).await.unwrap();
    assert!(reply.raw().body.is_empty());
    let odd::DownloadOk { headers, body } = reply.into_inner();
    assert_eq!(headers.e_tag.as_deref(), Some("e"));
    let odd::DownloadOkBody::Bytes(body) = body else { panic!("{body:?}") };
    assert_eq!(body.collect().await.unwrap(), "%PDF");
    let mut reply = client.download(&request).await.unwrap();
    let odd::DownloadOkBody::Image(body) = &mut reply.body else { panic!("{reply:?}") };
    assert_eq!(body.next().await.unwrap().unwrap(), "png");
    assert!(body.next().await.is_none() && body.next().await.is_none());
    let reply = client.download(&request).await.unwrap();
    assert!(matches!(&reply.body, odd::DownloadOkBody::Json(thing) if thing.a == "b"));
    let error = client.download(&request).await.unwrap_err();
    assert!(matches!(error.declared(), Some(odd::DownloadError::NotFound(body)) if body == "gone"));
    let error = client.download(&request).await.unwrap_err();
    assert!(matches!(&error, Error::Malformed { response, .. } if response.body == "<p>"), "{error:?}");
    for expected in ["", "%PDF"] {
        let odd::DownloadOkBody::Bytes(body) = client.download(&request).await.unwrap().into_inner().body
        else {
            panic!()
        };
        assert_eq!(body.collect().await.unwrap(), expected);
    }
}

#[tokio::test]
async fn answers_that_have_no_body() {
    let server = Loopback::start(vec![
        answer("200 OK", &[("Content-Type", "application/pdf"), ("ETag", "e")], ""),
        answer("500 Oops", &[("Content-Type", "application/json")], ""),
        answer("205 Reset Content", &[], ""),
    ])
    .await;
    let client = client(&server.url);
    let request = odd::ProbeRequest { name: "a".to_owned() };
    assert_eq!(client.probe(&request).await.unwrap().headers.e_tag, "e");
    let error = client.probe(&request).await.unwrap_err();
    assert!(matches!(error.declared(), Some(odd::ProbeError::Default(error)) if error.status == 500));
    let request = odd::KeepRequest { name: "a".to_owned(), body: Some(thing()) };
    client.keep(&request).await.unwrap();
    assert!(server.requests()[2].contains("content-type: application/json\r\n"), "{}", server.requests()[2]);
}

#[tokio::test]
async fn events_are_read_one_by_one() {
    let events = [("Content-Type", "text/event-stream; charset=utf-8")];
    let server = Loopback::start(vec![
        answer("200 OK", &[("Content-Type", "application/json")], r#"{"a":"whole"}"#),
        answer(
            "200 OK",
            &events,
            "event: piece\nid: 7\nretry: 20\ndata: {\"n\":\ndata: 1}\n\n: alive\n\ndata: oops\r\rdata: {\"n\":2}\n\n\
             data: [DONE]\n\ndata: {\"n\":3}\n\n",
        ),
        answer("200 OK", &events, "data: [DONE]\n\ndata: a\ndata: b\n\ndata: not ended\n"),
    ])
    .await;
    let client = client(&server.url);
    let request = odd::ChatRequest { body: odd::types::Small { n: 1 } };
    let whole = client.chat(&request).await.unwrap();
    assert!(matches!(&*whole, odd::ChatOkBody::Json(thing) if thing.a == "whole"));
    let odd::ChatOkBody::EventStream(mut events) = client.chat(&request).await.unwrap().into_inner() else {
        panic!()
    };
    let first = events.next().await.unwrap().unwrap();
    assert_eq!((first.event.as_deref(), first.id.as_deref(), first.data.n), (Some("piece"), Some("7"), 1));
    assert_eq!(first.retry, Some(std::time::Duration::from_millis(20)));
    let wrong = events.next().await.unwrap().unwrap_err();
    assert!(matches!(&wrong, StreamError::Malformed(item) if item.text == "oops"), "{wrong:?}");
    assert_eq!(events.next().await.unwrap().unwrap().data.n, 2);
    assert!(events.next().await.is_none() && events.next().await.is_none());
    let texts = client.listen(&odd::ListenRequest {}).await.unwrap().into_inner().collect().await.unwrap();
    let texts: Vec<&str> = texts.iter().map(|event| &*event.data).collect();
    assert_eq!(texts, ["[DONE]", "a\nb"]);
}

#[tokio::test]
async fn a_stream_may_last_longer_than_a_call_and_not_be_silent() {
    use std::time::Duration;
    let head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n";
    let slow = |head: &str| {
        let pieces = [head, "data: 1", "\n\n", "data: 2\n", "\n", "data: 3\n\n"];
        let pieces = pieces.iter().map(|piece| piece.as_bytes().to_vec()).collect();
        support::Step::Slow(pieces, Duration::from_millis(100))
    };
    let server = Loopback::start(vec![
        slow(head),
        slow(head),
        // An answer that is no stream has to be whole in time.
        slow("HTTP/1.1 500 Oops\r\nContent-Length: 1000\r\n\r\n"),
        support::Step::Silence,
    ])
    .await;
    let client = odd::Client::builder()
        .server(odd::Server::Custom(server.url.clone()))
        .timeout(Duration::from_millis(350))
        .idle_timeout(Duration::from_millis(250))
        .build()
        .unwrap();
    let timeout = unplug_client_runtime::TransportKind::Timeout;
    // Without a time of its own, a silence may be as long as a call.
    let unset = odd::Client::builder()
        .server(odd::Server::Custom(server.url.clone()))
        .timeout(Duration::from_millis(350))
        .build()
        .unwrap();
    for client in [&client, &unset] {
        let mut events = client.listen(&odd::ListenRequest {}).await.unwrap();
        for expected in ["1", "2", "3"] {
            assert_eq!(events.next().await.unwrap().unwrap().data, expected);
        }
        let silent = events.next().await.unwrap().unwrap_err();
        assert!(matches!(&silent, StreamError::Transport(error) if error.kind() == timeout), "{silent:?}");
        assert!(events.next().await.is_none());
    }
    for status in [Some(500), None] {
        let error = client.listen(&odd::ListenRequest {}).await.unwrap_err();
        assert_eq!(error.status(), status);
        assert!(matches!(&error, Error::Transport(error) if error.kind() == timeout), "{error:?}");
    }
}

/// A connection that ends before the stream does is an error, however it ends.
#[tokio::test]
async fn streams_that_end_early_say_so() {
    let events = |head: &str, body: &str| {
        let head = format!("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n{head}\r\n");
        support::Step::Answer((head + body).into_bytes())
    };
    let closed = "Connection: close\r\n";
    let server = Loopback::start(vec![
        events(closed, "data: 1\n\ndata: 2\n"),
        events(closed, "data: 1\n\ndata: 2"),
        events(closed, "data: 1\n\n: a comment\nevent: e"),
        events(closed, "data: 1\n\ndata: [DONE]"),
        events("Content-Length: 40\r\n", "data: 1\n\ndata: 2\n\n"),
        events("Transfer-Encoding: chunked\r\n", "9\r\ndata: 1\n\n\r\n"),
    ])
    .await;
    let client = odd::Client::builder().server(odd::Server::Custom(server.url.clone())).build().unwrap();
    for expected in ["Incomplete", "Incomplete", "", "", "2", "Transport"] {
        let mut events = client.listen(&odd::ListenRequest {}).await.unwrap();
        assert_eq!(events.next().await.unwrap().unwrap().data, "1");
        let mut next = events.next().await;
        if expected == "2" {
            assert_eq!(next.unwrap().unwrap().data, "2");
            next = events.next().await;
        }
        match next {
            None => assert_eq!(expected, ""),
            Some(Err(StreamError::Incomplete(item))) => {
                assert_eq!((expected, item.text.as_str()), ("Incomplete", "2"));
            }
            Some(Err(StreamError::Transport(_))) => assert!(matches!(expected, "2" | "Transport")),
            Some(other) => panic!("{expected}: {other:?}"),
        }
        assert!(events.next().await.is_none());
    }
}

#[tokio::test]
async fn json_lines_come_and_go() {
    let server = Loopback::start(vec![
        answer(
            "200 OK",
            &[("Content-Type", "application/x-ndjson")],
            "{\"n\":1}\r\n\n{\"n\":\"x\"}\n{\"n\":3}",
        ),
        answer("403 No", &[("Content-Type", "application/jsonl")], "{\"n\":1}\n{\"n\":2}\n"),
        answer("403 No", &[("Content-Type", "application/jsonl")], "{\"n\":1}\n{"),
        json("201 Created", r#"{"n":1}"#),
        json("201 Created", r#"{"n":1}"#),
        json("400 Bad Request", r#"{"n":2}"#),
    ])
    .await;
    let client = client(&server.url);
    let request = odd::ReadLogRequest {};
    let mut lines = client.read_log(&request).await.unwrap();
    assert_eq!(lines.next().await.unwrap().unwrap().n, 1);
    let wrong = lines.next().await.unwrap().unwrap_err();
    assert!(matches!(&wrong, StreamError::Malformed(item) if item.text == "{\"n\":\"x\"}"));
    assert_eq!(lines.next().await.unwrap().unwrap().n, 3);
    assert!(lines.next().await.is_none());
    let error = client.read_log(&request).await.unwrap_err();
    let Some(odd::ReadLogError::Status4xx(refused)) = error.declared() else { panic!("{error:?}") };
    assert_eq!(refused.body.iter().map(|small| small.n).collect::<Vec<_>>(), [1, 2]);
    let error = client.read_log(&request).await.unwrap_err();
    assert!(matches!(error, Error::Malformed { .. }), "{error:?}");

    let small = |n| odd::types::Small { n };
    let write = async |body| client.write_log(&odd::WriteLogRequest { body: Some(body) }).await;
    let lines = write(odd::WriteLogBody::JsonLines(vec![small(1), small(2)])).await.unwrap();
    assert_eq!((lines.status, lines.body.n), (201, 1));
    write(odd::WriteLogBody::ApplicationJsonSeq(vec![serde_json::json!([1])])).await.unwrap();
    let error = write(odd::WriteLogBody::Bytes(bytes::Bytes::from_static(b"<a/>"))).await.unwrap_err();
    let Some(odd::WriteLogError::Default(default)) = error.declared() else { panic!("{error:?}") };
    assert_eq!((default.status, default.body.n), (400, 2));
    let sent = server.requests();
    assert!(sent[3].ends_with("\r\n\r\n{\"n\":1}\n{\"n\":2}\n"), "{}", sent[3]);
    assert!(sent[4].ends_with("\r\n\r\n\u{1e}[1]\n"), "{}", sent[4]);
    assert!(sent[5].contains("content-type: application/xml\r\n"), "{}", sent[5]);
}
