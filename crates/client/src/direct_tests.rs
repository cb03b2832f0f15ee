//! The golden module of `odd.yaml`, compiled and used: requests that progenitor cannot build, and
//! answers that no vendor of this workspace gives.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

#[rustfmt::skip]
#[path = "../tests/golden/odd/mod.rs"]
#[allow(
    dead_code,
    unreachable_pub,
    clippy::doc_markdown,
    reason = "a golden module is not the crate's interface"
)]
mod odd;
#[path = "../tests/support/mod.rs"]
#[allow(unreachable_pub, reason = "shared with the integration tests")]
mod support;

use crate::Error;
use support::{Loopback, answer, json};

fn credentials() -> Vec<odd::Credentials> {
    vec![
        odd::Credentials::BasicCookie {
            basic_user: "me".into(),
            basic_password: "pass".into(),
            cookie: "chip".into(),
        },
        odd::Credentials::Oauth { oauth: "access".into() },
    ]
}

fn client(url: &str) -> odd::Client {
    let builder = odd::Client::builder().server(odd::Server::Custom(format!("{url}/base/")));
    credentials().into_iter().fold(builder, crate::Builder::credentials).build().unwrap()
}

fn thing() -> odd::types::Thing {
    serde_json::from_str(r#"{"a":"x & y","tags":["1","2"],"o":{"x":1}}"#).unwrap()
}

#[tokio::test]
async fn parameters_and_media_types_as_declared() {
    let server = Loopback::start(vec![
        answer("200 OK", &[("Content-Type", "application/json"), ("X-Count", "3")], r#"{"a":"b"}"#),
        answer(
            "200 OK",
            &[
                ("Content-Type", "text/plain; charset=utf-8"),
                ("X-Count", "4"),
                ("X-List", "a, b"),
                ("X-List", "c"),
                ("X-Color", "green"),
            ],
            "hello",
        ),
        answer("201 Created", &[], ""),
        answer("404 Not Found", &[("Content-Type", "text/html")], "<p>"),
        answer("409 Conflict", &[("Content-Type", "application/problem+json")], "{}"),
        answer("307 Temporary Redirect", &[("Location", "/elsewhere")], ""),
        answer("200 OK", &[("Content-Type", "application/json")], r#"{"a":"b"}"#),
        answer("500 Oops", &[], ""),
    ])
    .await;
    let client = client(&server.url);
    let request = odd::GetThingRequest {
        id: 7,
        color: "red".into(),
        ids: Some(vec![1, 2]),
        must: vec!["a b".to_owned()],
        flag: None,
        x_trace: vec!["t1".to_owned(), "t2".to_owned()],
        x_opt: Some(1.5),
    };
    let mut results = Vec::new();
    for _ in 0..8 {
        results.push(client.get_thing(&request).await);
    }
    let [ok, text, created, missing, range, elsewhere, headless, undeclared] = results.try_into().unwrap();
    let ok = ok.unwrap().into_inner();
    assert!(matches!(&ok, odd::GetThingSuccess::Ok(ok) if ok.headers.x_count == 3));
    let odd::GetThingSuccess::Ok(text) = text.unwrap().into_inner() else { panic!() };
    assert!(matches!(&text.body, odd::GetThingOkBody::Text(text) if text == "hello"));
    assert_eq!(text.headers.x_list.unwrap(), ["a", "b", "c"]);
    assert_eq!(text.headers.x_color, Some("green".into()));
    assert!(matches!(*created.unwrap(), odd::GetThingSuccess::Created));
    let missing = missing.unwrap_err();
    assert!(matches!(missing.declared(), Some(odd::GetThingError::NotFound(_))), "{missing:?}");
    let range = range.unwrap_err();
    assert!(matches!(range.declared(), Some(odd::GetThingError::Status4xx(e)) if e.status == 409));
    let elsewhere = elsewhere.unwrap_err();
    assert!(matches!(elsewhere.declared(), Some(odd::GetThingError::Status3xx(e)) if e.status == 307));
    assert!(matches!(headless, Err(Error::Malformed { why, .. }) if why.contains("x-count")));
    assert!(matches!(undeclared, Err(Error::Undeclared(_))));

    let sent = &server.requests()[0];
    assert!(sent.starts_with("GET /base/things/7/red?ids=1&ids=2&must=a+b HTTP/1.1\r\n"), "{sent}");
    let sent = sent.to_lowercase();
    assert!(sent.contains("\r\nx-trace: t1,t2\r\n") && sent.contains("\r\nx-opt: 1.5\r\n"), "{sent}");
    assert!(sent.contains("\r\nauthorization: basic bwu6cgfzcw==\r\n"), "{sent}");
    assert!(sent.contains("\r\ncookie: sid=chip\r\n"), "{sent}");
}

#[tokio::test]
async fn unusual_styles_and_cookies() {
    let server = Loopback::start(vec![answer("204 No Content", &[], "")]).await;
    let client = client(&server.url);
    let request = odd::SearchRequest {
        filter: Some(serde_json::from_str(r#"{"a":"1&2","b":3}"#).unwrap()),
        pipes: Some(vec!["p".to_owned(), "q".to_owned()]),
        body: None,
        session: Some("s 1".to_owned()),
        json: Some(serde_json::from_str(r#"{"k":[1]}"#).unwrap()),
        colour: "green".into(),
    };
    // No success is declared, so `default` is one with a 2xx status.
    let reply = client.search(&request).await.unwrap();
    assert_eq!(reply.status, 204);
    client.search_options(&odd::SearchOptionsRequest::default()).await.unwrap();

    let sent = server.requests();
    let query = "filter%5Ba%5D=1%262&filter%5Bb%5D=3&pipes=p%7Cq&json=%7B%22k%22%3A%5B1%5D%7D&colour=green";
    assert!(sent[0].starts_with(&format!("GET /base/search?{query} HTTP/1.1\r\n")), "{}", sent[0]);
    assert!(sent[0].contains("cookie: session=s%201; sid=chip\r\n"), "{}", sent[0]);
    assert!(sent[1].starts_with("OPTIONS /base/search HTTP/1.1\r\n"), "{}", sent[1]);
    assert!(!sent[1].to_lowercase().contains("authorization"), "{}", sent[1]);
}

#[tokio::test]
async fn bodies_of_several_media_types() {
    let form = answer("200 OK", &[("Content-Type", "application/x-www-form-urlencoded")], "n=5");
    let server = Loopback::start(vec![form]).await;
    let client = client(&server.url);
    let bodies = [
        odd::ReplaceBody::Json(thing()),
        odd::ReplaceBody::Form(thing()),
        odd::ReplaceBody::Text("plain".to_owned()),
        odd::ReplaceBody::Bytes(bytes::Bytes::from_static(b"\x01\x02")),
    ];
    for body in bodies {
        let request = odd::ReplaceRequest { x: "1".to_owned(), y: "2".to_owned(), body };
        let reply = client.replace(&request).await.unwrap();
        assert_eq!(reply.n, 5);
    }
    let sent = server.requests();
    let expected = [
        ("application/json", r#"{"a":"x & y","tags":["1","2"],"o":{"x":1}}"#),
        ("application/x-www-form-urlencoded", "a=x%20%26%20y&tags=1&tags=2&o=%7B%22x%22%3A1%7D"),
        ("text/plain", "plain"),
        ("application/octet-stream", "\u{1}\u{2}"),
    ];
    for (sent, (media_type, body)) in sent.iter().zip(expected) {
        assert!(sent.starts_with("PUT /base/upload/;x=1.2/z HTTP/1.1\r\n"), "{sent}");
        assert!(sent.contains(&format!("content-type: {media_type}\r\n")), "{sent}");
        assert!(sent.ends_with(&format!("\r\n\r\n{body}")), "{sent}");
        // The only scheme is one that the client cannot serve.
        assert!(!sent.contains("authorization"), "{sent}");
    }
}

#[tokio::test]
async fn multipart_goes_out_and_does_not_come_in() {
    let server = Loopback::start(vec![
        answer("202 Accepted", &[("Content-Type", "text/csv")], "a,b"),
        answer("500 Oops", &[("Content-Type", "multipart/mixed; boundary=x")], "--x--"),
    ])
    .await;
    let client = client(&server.url);
    let request = odd::UploadRequest { x: "1".to_owned(), y: "2".to_owned(), body: Some(thing()) };
    let reply = client.upload(&request).await.unwrap();
    assert_eq!((reply.status, reply.body.as_str()), (202, "a,b"));
    let error = client.upload(&request).await.unwrap_err();
    assert!(matches!(&error, Error::Malformed { response, .. } if response.body == "--x--"), "{error:?}");
    let sent = &server.requests()[0];
    assert!(sent.contains("authorization: Bearer access\r\n"), "{sent}");
    assert!(sent.contains("content-type: multipart/form-data; boundary=unplug-boundary-0\r\n"), "{sent}");
    let part = "--unplug-boundary-0\r\nContent-Disposition: form-data; name=\"a\"\r\n\
                Content-Type: text/plain; charset=utf-8\r\n\r\nx & y\r\n";
    assert!(sent.contains(part), "{sent}");
    assert!(sent.ends_with("{\"x\":1}\r\n--unplug-boundary-0--\r\n"), "{sent}");
}

#[tokio::test]
async fn bodies_that_are_lists() {
    let server = Loopback::start(vec![json("200 OK", "")]).await;
    client(&server.url).batch(&odd::BatchRequest { body: vec![thing()] }).await.unwrap();
    assert!(server.requests()[0].ends_with(r#"[{"a":"x & y","tags":["1","2"],"o":{"x":1}}]"#));
}

#[tokio::test]
async fn a_key_in_the_query_is_sent_and_never_shown() {
    let server = Loopback::start(vec![json("200 OK", ""), support::Step::Lose]).await;
    let client = odd::Client::builder()
        .server(odd::Server::Custom(server.url.clone()))
        .credentials(odd::Credentials::Key { key: "hunter 2".into() })
        .build()
        .unwrap();
    let request = odd::BatchRequest { body: Vec::new() };
    client.batch(&request).await.unwrap();
    assert!(server.requests()[0].starts_with("POST /batch?api_key=hunter+2 HTTP/1.1"));
    let error = client.batch(&request).await.unwrap_err();
    let text = format!("{error} {error:?} {:?}", std::error::Error::source(&error));
    assert!(!text.contains("hunter") && !text.contains("api_key"), "{text}");
}

#[tokio::test]
async fn a_post_that_is_no_removal_is_not_sent_again_after_a_lost_answer() {
    let server = Loopback::start(vec![support::Step::Lose]).await;
    let client = odd::Client::builder()
        .server(odd::Server::Custom(server.url.clone()))
        .retry(crate::Retry::new(3))
        .build()
        .unwrap();
    client.batch(&odd::BatchRequest { body: Vec::new() }).await.unwrap_err();
    assert_eq!(server.requests().len(), 1);
}

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
    assert!(matches!(&wrong, crate::StreamError::Malformed(item) if item.text == "oops"), "{wrong:?}");
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
    let mut events = client.listen(&odd::ListenRequest {}).await.unwrap();
    for expected in ["1", "2", "3"] {
        assert_eq!(events.next().await.unwrap().unwrap().data, expected);
    }
    let silent = events.next().await.unwrap().unwrap_err();
    let timeout = crate::TransportKind::Timeout;
    assert!(matches!(&silent, crate::StreamError::Transport(error) if error.kind() == timeout), "{silent:?}");
    assert!(events.next().await.is_none());
    for status in [Some(500), None] {
        let error = client.listen(&odd::ListenRequest {}).await.unwrap_err();
        assert_eq!(error.status(), status);
        assert!(matches!(&error, Error::Transport(error) if error.kind() == timeout), "{error:?}");
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
    assert!(matches!(&wrong, crate::StreamError::Malformed(item) if item.text == "{\"n\":\"x\"}"));
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

#[test]
fn servers_have_variables_and_operations_may_have_their_own() {
    use crate::Server as _;
    let first = odd::Server::first().unwrap();
    assert_eq!(first.base_url(0), "https://demo.example.com:443/v1");
    assert_eq!(first.base_url(1), "https://upload.example.com/");
    let custom = odd::Server::Custom("http://127.0.0.1".to_owned());
    assert_eq!(custom.base_url(1), "http://127.0.0.1");
}
