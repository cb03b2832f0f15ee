//! The golden module of `odd.yaml`, compiled and used: requests that progenitor cannot build, and
//! answers that no vendor of this workspace gives.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    unexpected_cfgs,
    unreachable_pub,
    missing_docs,
    reason = "tests"
)]

#[rustfmt::skip]
#[path = "../golden/odd/mod.rs"]
#[allow(
    dead_code,
    unreachable_pub,
    clippy::doc_markdown,
    reason = "a golden module is not the crate's interface"
)]
mod odd;
mod streams;
#[path = "../../../client/tests/support/mod.rs"]
mod support;

use support::{Loopback, answer, json};
use unplug_client_runtime::{Builder, Error};
use unplug_wire::multipart::{File, Part};

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
    credentials().into_iter().fold(builder, Builder::credentials).build().unwrap()
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
        x_opt: Some(1.5.into()),
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
        ("application/x-www-form-urlencoded", "a=x+%26+y&tags=1&tags=2&o=%7B%22x%22%3A1%7D"),
        ("text/plain", "plain"),
        ("application/octet-stream", "\u{1}\u{2}"),
    ];
    for (sent, (media_type, body)) in sent.iter().zip(expected) {
        assert!(sent.starts_with("PUT /base/upload/;x=1.2/z HTTP/1.1\r\n"), "{sent}");
        assert!(sent.contains(&format!("content-type: {media_type}\r\n")), "{sent}");
        // The members of an object have no order.
        let pairs =
            |text: &str| text.split('&').map(str::to_owned).collect::<std::collections::BTreeSet<_>>();
        let content = sent.split_once("\r\n\r\n").map(|(_, content)| content).unwrap_or_default();
        match media_type {
            "application/json" => {
                let json = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
                assert_eq!(json(content), json(body));
            }
            "application/x-www-form-urlencoded" => assert_eq!(pairs(content), pairs(body)),
            _ => assert_eq!(content, body),
        }
        // The only scheme is one that the client cannot serve.
        assert!(!sent.contains("authorization"), "{sent}");
    }
}

fn parcel() -> odd::UploadMultipart {
    odd::UploadMultipart {
        scans: vec![
            File { file_name: Some("a\"b\r\n.tif".to_owned()), ..File::from(b"one".to_vec()) },
            File { content_type: Some("image/tiff".to_owned()), ..File::from(b"--two".to_vec()) },
        ],
        label: bytes::Bytes::from_static(b"unplug-boundary-0000000000000000").into(),
        manual: None,
        sizes: vec![1.5.into(), 2.0.into()],
        note: Some("1,2".to_owned()),
        open: serde_json::from_str(r#""7""#).ok(),
        stops: Some(vec![odd::types::Thing { o: None, ..thing() }]),
        a: "x & y".to_owned(),
        tags: Some(Vec::new()),
        o: thing().o,
    }
}

fn parts(sent: &str, boundary: &str) -> Vec<String> {
    let (_, body) = sent.split_once("\r\n\r\n").unwrap();
    let delimiter = format!("--{boundary}\r\n");
    let parts = body.split(&delimiter).skip(1);
    let mut parts: Vec<String> = parts.map(str::to_owned).collect();
    let last = parts.last_mut().unwrap();
    *last = last.strip_suffix(&format!("--{boundary}--\r\n")).unwrap().to_owned();
    parts
}

#[tokio::test]
async fn multipart_goes_out_and_comes_in() {
    let parts_of_answer = "--x\r\nContent-Type: a/b\r\n\r\n1\r\n--x\r\n\r\n\r\n--x--";
    let server = Loopback::start(vec![
        answer("202 Accepted", &[("Content-Type", "text/csv")], "a,b"),
        answer("500 Oops", &[("Content-Type", "multipart/mixed; boundary=\"x\"")], parts_of_answer),
        answer("500 Oops", &[("Content-Type", "multipart/mixed; boundary=y")], parts_of_answer),
    ])
    .await;
    let client = client(&server.url);
    let request = odd::UploadRequest { x: "1".to_owned(), y: "2".to_owned(), body: Some(parcel()) };
    let reply = client.upload(&request).await.unwrap();
    assert_eq!((reply.status, reply.body.as_str()), (202, "a,b"));
    let error = client.upload(&request).await.unwrap_err();
    let Some(odd::UploadError::Default(default)) = error.declared() else { panic!("{error:?}") };
    let first = Part { content_type: Some("a/b".to_owned()), bytes: "1".into(), ..Part::default() };
    assert_eq!(default.body, [first, Part::default()]);
    let error = client.upload(&request).await.unwrap_err();
    assert!(matches!(&error, Error::Malformed { why, .. } if why.contains("boundary")), "{error:?}");

    let sent = &server.requests()[0];
    assert!(sent.contains("authorization: Bearer access\r\n"), "{sent}");
    // The first one is in a content.
    let boundary = "unplug-boundary-0000000000000001";
    assert!(sent.contains(&format!("content-type: multipart/form-data; boundary={boundary}\r\n")), "{sent}");
    let part = |name: &str, rest: &str, content: &str| {
        format!("Content-Disposition: form-data; name=\"{name}\"{rest}\r\n\r\n{content}\r\n")
    };
    let text = "\r\nContent-Type: text/plain; charset=utf-8";
    let json = "\r\nContent-Type: application/json";
    let expected = [
        part("scans", "; filename=\"a%22b%0D%0A.tif\"\r\nContent-Type: application/octet-stream", "one"),
        part("scans", "\r\nContent-Type: image/tiff", "--two"),
        part("label", "\r\nContent-Type: image/png", "unplug-boundary-0000000000000000"),
        part("sizes", text, "1.5"),
        part("sizes", text, "2.0"),
        part("note", "\r\nContent-Type: text/csv", "1,2"),
        part("open", json, "\"7\""),
        part("stops", json, r#"{"a":"x & y","tags":["1","2"]}"#),
        part("a", text, "x & y"),
        part("o", json, r#"{"x":1}"#),
    ];
    assert_eq!(parts(sent, boundary), expected);
}

#[tokio::test]
async fn parts_without_types_go_out_as_they_are() {
    let server = Loopback::start(vec![answer("204 No Content", &[], "")]).await;
    let client = client(&server.url);
    let part = Part { name: Some("n".to_owned()), bytes: "1".into(), ..Part::default() };
    let form = odd::PutParcelsMultipartFormData {
        file: Some(File::from(Vec::new())),
        additional: vec![part.clone()],
        ..Default::default()
    };
    let bodies = [
        odd::PutParcelsBody::Multipart(vec![part, Part::default()]),
        odd::PutParcelsBody::MultipartFormData(form),
    ];
    for body in bodies {
        client.put_parcels(&odd::PutParcelsRequest { body: Some(body) }).await.unwrap();
    }
    let sent = server.requests();
    let boundary = "unplug-boundary-0000000000000000";
    assert!(
        sent[0].contains(&format!("content-type: multipart/mixed; boundary={boundary}\r\n")),
        "{}",
        sent[0]
    );
    let named = "Content-Disposition: form-data; name=\"n\"\r\n\r\n1\r\n";
    assert_eq!(parts(&sent[0], boundary), [named, "\r\n\r\n"]);
    let file =
        "Content-Disposition: form-data; name=\"File\"\r\nContent-Type: application/octet-stream\r\n\r\n\r\n";
    assert_eq!(parts(&sent[1], boundary), [file, named]);
}

#[tokio::test]
async fn what_would_not_arrive_is_not_sent() {
    let client = client("http://127.0.0.1:9");
    let body = odd::UploadMultipart { scans: Vec::new(), ..parcel() };
    let request = odd::UploadRequest { x: "1".to_owned(), y: "2".to_owned(), body: Some(body) };
    let error = client.upload(&request).await.unwrap_err();
    let why = "the body cannot be sent: scans has no file, and must have one";
    assert!(matches!(&error, Error::Request(error) if error.why() == why), "{error:?}");
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
        .retry(unplug_client_runtime::Retry::new(3))
        .build()
        .unwrap();
    client.batch(&odd::BatchRequest { body: Vec::new() }).await.unwrap_err();
    assert_eq!(server.requests().len(), 1);
}

#[test]
fn servers_have_variables_and_operations_may_have_their_own() {
    use unplug_client_runtime::Server as _;
    let first = odd::Server::first().unwrap();
    assert_eq!(first.base_url(0), "https://demo.example.com:443/v1");
    assert_eq!(first.base_url(1), "https://upload.example.com/");
    let custom = odd::Server::Custom("http://127.0.0.1".to_owned());
    assert_eq!(custom.base_url(1), "http://127.0.0.1");
    let custom = odd::Server::Custom("http://127.0.0.1/v1".to_owned());
    assert_eq!(
        (custom.base_url(1), custom.base_url(2)),
        ("http://127.0.0.1".into(), "http://127.0.0.1/v2".into())
    );
    assert_eq!(first.base_url(2), "https://demo.example.com:443/v2");
    let other = odd::Server::Custom2 { undeclared: "mine".to_owned() };
    assert_eq!(other.base_url(0), "https://mine.example.com");
    let port = |port: &str| {
        let tenant = "demo".to_owned();
        let server = odd::Server::TenantExampleComPort { tenant, port: port.to_owned() };
        odd::Client::builder().server(server).build()
    };
    assert!(port("8443").is_ok());
    let refused = port("80").unwrap_err().to_string();
    assert!(refused.contains("port must be one of 443, 8443"), "{refused}");
}

#[tokio::test]
async fn a_challenge_is_answered_once() {
    let refusal = answer("401 No", &[("WWW-Authenticate", r#"Digest realm="r", nonce="n""#)], "");
    let form = answer("200 OK", &[("Content-Type", "application/x-www-form-urlencoded")], "n=5");
    let server = Loopback::start(vec![refusal.clone(), form, refusal.clone(), refusal]).await;
    let authorizer = unplug_client_runtime::Authorizer::new(|challenge| {
        let realm = challenge.challenge?;
        assert_eq!(challenge.body, Some(&b"plain"[..]));
        Some(format!("Digest {} {} after {realm}", challenge.method, challenge.uri))
    });
    let credentials = odd::Credentials::Digest { digest: authorizer };
    assert_eq!(format!("{credentials:?}"), "Digest { digest: Authorizer }");
    let builder = odd::Client::builder().server(odd::Server::Custom(server.url.clone()));
    let client = builder.credentials(credentials).build().unwrap();
    let body = odd::ReplaceBody::Text("plain".to_owned());
    let request = odd::ReplaceRequest { x: "1".to_owned(), y: "2".to_owned(), body };
    assert_eq!(client.replace(&request).await.unwrap().n, 5);
    assert!(client.replace(&request).await.is_err());
    let sent = server.requests();
    assert_eq!(sent.len(), 4);
    assert!(!sent[0].contains("authorization"), "{}", sent[0]);
    let answered = "authorization: Digest PUT /upload/;x=1.2/z after Digest realm=\"r\", nonce=\"n\"\r\n";
    assert!(sent[1].contains(answered), "{}", sent[1]);
}

#[tokio::test]
async fn other_schemes_queries_of_paths_and_pairs_in_a_segment() {
    let empty = || answer("204 No", &[], "");
    let server = Loopback::start(vec![empty(), empty(), empty(), empty(), empty()]).await;
    let builder = odd::Client::builder().server(odd::Server::Custom(server.url.clone()));
    let client = builder.credentials(odd::Credentials::Hoba { hoba: "key words".into() }).build().unwrap();
    let mut request = odd::LockedRequest { either: Some("a,b".to_owned().into()), any: Some(5.into()) };
    client.locked(&request).await.unwrap();
    request.either = Some(vec!["a".to_owned(), "b".to_owned()].into());
    client.locked(&request).await.unwrap();
    request.either = Some(vec!["a".to_owned()].into());
    client.locked(&request).await.unwrap();
    request.either = Some(Vec::<String>::new().into());
    let refused = client.locked(&request).await.unwrap_err().to_string();
    assert!(refused.contains("empty list"), "{refused}");
    request = odd::LockedRequest { either: None, any: Some("5".into()) };
    client.locked(&request).await.unwrap();

    let pair =
        |a: &str, b: &str| odd::PairsRequest { a: a.to_owned(), b: b.to_owned(), undeclared: "u".to_owned() };
    client.pairs(&pair("a", "b.c")).await.unwrap();
    for (a, b) in [("a.b", "c"), ("", "c"), ("a", "")] {
        assert!(matches!(client.pairs(&pair(a, b)).await.unwrap_err(), Error::Request(_)), "{a} {b}");
    }
    let sent = server.requests();
    assert!(sent[0].starts_with("GET /locked?always=a%20b&either=a%2Cb HTTP/1.1\r\n"), "{}", sent[0]);
    assert!(
        sent[0].contains("authorization: hoba key words\r\n") && sent[0].contains("any: 5\r\n"),
        "{}",
        sent[0]
    );
    assert!(sent[1].starts_with("GET /locked?always=a%20b&either=a&either=b HTTP/1.1\r\n"), "{}", sent[1]);
    assert!(sent[2].starts_with("GET /locked?always=a%20b&either=a HTTP/1.1\r\n"), "{}", sent[2]);
    assert!(sent[3].contains("any: 5\r\n"), "{}", sent[3]);
    assert!(sent[4].starts_with("GET /pairs/a.b.c/u HTTP/1.1\r\n"), "{}", sent[4]);
}

#[tokio::test]
async fn headers_of_every_kind_are_read() {
    let headers = [
        ("X-Object", "a,x y,b,2"),
        ("X-Exploded", "k=1,l=2"),
        ("X-Json", r#"["a, b"]"#),
        ("X-Big", "18446744073709551615"),
        ("x_big", "true"),
        ("X-Union", "5"),
        ("Set-Cookie", "a=1; Path=/"),
        ("Set-Cookie", "b=2"),
    ];
    let server = Loopback::start(vec![answer("200 OK", &headers, "")]).await;
    let builder = odd::Client::builder().server(odd::Server::Custom(server.url.clone()));
    let text = || "t".to_owned();
    let request = odd::PairsRequest { a: text(), b: text(), undeclared: text() };
    let reply = builder.build().unwrap().pairs(&request).await.unwrap();
    let odd::PairsSuccess::Ok(odd::PairsOk { headers }) = &*reply else { panic!("{reply:?}") };
    assert_eq!((headers.x_object.a.as_deref(), headers.x_object.b), (Some("x y"), Some(2)));
    assert_eq!(headers.x_exploded, [("k".to_owned(), 1), ("l".to_owned(), 2)].into());
    assert_eq!(headers.x_json, ["a, b"]);
    assert_eq!((headers.x_big, headers.x_big_2), (u64::MAX, Some(true)));
    assert_eq!(headers.x_union, Some(5.into()));
    assert_eq!(headers.set_cookie.as_deref(), Some(&["a=1; Path=/".to_owned(), "b=2".to_owned()][..]));
}
