//! The golden module of `twins.yaml`: the same operations, once through progenitor and once through
//! our own writer. Nobody can tell them apart by what is sent, nor by how calls end.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    unexpected_cfgs,
    unreachable_pub,
    missing_docs,
    reason = "tests"
)]

#[rustfmt::skip]
#[path = "golden/twins/mod.rs"]
#[allow(
    dead_code,
    unreachable_pub,
    clippy::doc_markdown,
    reason = "a golden module is not the crate's interface"
)]
mod twins;
#[path = "../../client/tests/support/mod.rs"]
mod support;

use std::time::Duration;

use support::{Loopback, Step, answer};
use twins::{
    Client, Credentials, DeleteVersionDirectlyRequest, DeleteVersionRequest, GetFileDirectlyRequest,
    GetFileRequest, GetThingDirectlyRequest, GetThingRequest, PatchBytesDirectlyRequest, PatchBytesRequest,
    PostTextDirectlyRequest, PostTextRequest, PutJsonDirectlyRequest, PutJsonRequest, Server, types,
};
use unplug_client_runtime::{Authorizer, Builder, Error, Retry, TransportKind};

fn builder(url: &str) -> Builder<Client> {
    Client::builder()
        .server(Server::Custom(format!("{url}/ba%25se")))
        .credentials(Credentials::Key { key: "secret".into() })
}

/// The heads' lines in order of name, the paths of twins made equal, and the body.
fn without_way(request: &str) -> (Vec<String>, String) {
    let (head, body) = request.split_once("\r\n\r\n").unwrap();
    let mut lines: Vec<_> = head.lines().map(str::to_lowercase).collect();
    lines[0] = lines[0].replace("/ba%25se/b/", "/ba%25se/a/");
    lines[1..].sort();
    (lines, body.to_owned())
}

/// Asserts that the requests came in pairs of the same bytes, and returns one of each pair.
fn pairs(requests: &[String]) -> Vec<String> {
    assert!(requests.len().is_multiple_of(2), "{requests:?}");
    for pair in requests.chunks(2) {
        assert!(pair[0].contains("/ba%25se/a/") && pair[1].contains("/ba%25se/b/"), "{pair:?}");
        assert_eq!(without_way(&pair[0]), without_way(&pair[1]));
    }
    requests.iter().step_by(2).cloned().collect()
}

/// Makes the same call both ways and returns how the two ended.
macro_rules! both {
    ($client:expr, $one:ident($request:expr), $other:ident($twin:expr)) => {
        (
            $client.$one(&$request).await.map_err(|error| outcome(&error)).map(|_| ()),
            $client.$other(&$twin).await.map_err(|error| outcome(&error)).map(|_| ()),
        )
    };
}

/// How a call ended, without its type.
fn outcome<E: std::fmt::Debug>(error: &Error<E>) -> String {
    match error {
        Error::Transport(error) => format!("{:?}", error.kind()),
        Error::Request(error) => error.why().to_owned(),
        other => format!("{:?}", other.status()),
    }
}

fn file() -> (GetFileRequest, GetFileDirectlyRequest) {
    (GetFileRequest {}, GetFileDirectlyRequest::default())
}

fn text(body: &str) -> (PostTextRequest, PostTextDirectlyRequest) {
    (
        PostTextRequest { body: body.to_owned() },
        PostTextDirectlyRequest { body: body.to_owned(), unsent: None },
    )
}

fn get(color: &str) -> (GetThingRequest, GetThingDirectlyRequest) {
    let (color, x_trace) = (color.to_owned(), vec!["t1".to_owned(), "t2".to_owned()]);
    let (ids, must) = (Some(vec![1, 2]), vec!["a.b".to_owned(), "c&d=é/+".to_owned()]);
    (
        GetThingRequest {
            id: -7,
            color: color.clone(),
            x_opt: Some(1.5.into()),
            x_trace: x_trace.clone(),
            flag: Some(true),
            ids: ids.clone(),
            must: must.clone(),
        },
        GetThingDirectlyRequest {
            id: -7,
            color,
            x_opt: Some(1.5.into()),
            x_trace,
            flag: Some(true),
            ids,
            must,
            unsent: None,
        },
    )
}

#[tokio::test]
async fn the_same_bytes_are_sent() {
    let server = Loopback::start(vec![answer("200 OK", &[], "")]).await;
    let client = builder(&server.url).build().unwrap();
    for color in [r"r e/d\..%?#é", "a:b;c=d,e+f@g!h$i&j'k(l)m*n", "%25%2F", "..."] {
        let (one, other) = get(color);
        assert_eq!(both!(client, get_thing(one), get_thing_directly(other)), (Ok(()), Ok(())));
    }
    let thing: types::Thing = serde_json::from_str(r#"{"z":"é\"","a":0.1,"o":["x"]}"#).unwrap();
    let (one, other) =
        (PutJsonRequest { body: thing.clone() }, PutJsonDirectlyRequest { body: thing, unsent: None });
    assert_eq!(both!(client, put_json(one), put_json_directly(other)), (Ok(()), Ok(())));
    let (one, other) = text("é\n");
    assert_eq!(both!(client, post_text(one), post_text_directly(other)), (Ok(()), Ok(())));
    let body = bytes::Bytes::from_static(b"a\r\n\r\nb");
    let (one, other) =
        (PatchBytesRequest { body: body.clone() }, PatchBytesDirectlyRequest { body, unsent: None });
    assert_eq!(both!(client, patch_bytes(one), patch_bytes_directly(other)), (Ok(()), Ok(())));

    let sent = pairs(&server.requests());
    assert!(sent[0].contains("/ba%25se/a/things/-7/r%20e%2Fd"), "{sent:?}");
    assert!(sent[0].contains("?flag=true&ids%5B%5D=1&ids%5B%5D=2&must=a.b&must=c%26d%3D"), "{sent:?}");
    assert!(sent[1].contains("/-7/a%3Ab%3Bc%3Dd%2Ce%2Bf%40g"), "{sent:?}");
    assert!(sent[2].contains("/-7/%2525%252F?"), "{sent:?}");
    assert!(sent[4].ends_with(r#"{"z":"é\"","a":0.1,"o":["x"]}"#), "{sent:?}");
    assert!(sent.iter().all(|request| request.contains("x-key: secret\r\n")), "{sent:?}");
    assert!(sent.iter().all(|request| !request.contains("api-version")), "{sent:?}");
}

#[tokio::test]
async fn an_api_version_is_sent_when_the_document_declares_it() {
    let server = Loopback::start(vec![answer("200 OK", &[], "")]).await;
    let client = builder(&server.url).build().unwrap();
    let one = DeleteVersionRequest { api_version: "7".to_owned() };
    let other = DeleteVersionDirectlyRequest { api_version: "7".to_owned(), unsent: None };
    assert_eq!(both!(client, delete_version(one), delete_version_directly(other)), (Ok(()), Ok(())));
    let sent = pairs(&server.requests());
    assert_eq!(sent[0].matches("api-version").count(), 1, "{sent:?}");
    assert!(sent[0].contains("\r\napi-version: 7\r\n"), "{sent:?}");
}

#[tokio::test]
async fn what_cannot_be_sent_is_refused_before_anything_is() {
    let server = Loopback::start(vec![answer("200 OK", &[], "")]).await;
    let client = builder(&server.url).build().unwrap();
    let (one, other) = get("..");
    let (one, other) = both!(client, get_thing(one), get_thing_directly(other));
    let (one, other) = (one.unwrap_err(), other.unwrap_err());
    assert!(one.contains("color") && one.contains("made of dots"), "{one}");
    assert_eq!(one, other);
    let one = DeleteVersionRequest { api_version: "a\nb".to_owned() };
    let other = DeleteVersionDirectlyRequest { api_version: "a\nb".to_owned(), unsent: None };
    let (one, other) = both!(client, delete_version(one), delete_version_directly(other));
    assert!(one.unwrap_err().contains("cannot be sent in a header"));
    assert!(other.unwrap_err().contains("cannot be sent in a header"));
    assert!(server.requests().is_empty());
}

#[tokio::test]
async fn attempts_are_the_same() {
    let again = answer("429 Too Many Requests", &[("Retry-After", "0")], "");
    let fine = answer("200 OK", &[], "");
    let steps = [again.clone(), again, fine];
    let server = Loopback::start([steps.clone(), steps].concat()).await;
    let retry = Retry::new(3).first_wait(Duration::from_millis(1));
    let client = builder(&server.url).retry(retry).build().unwrap();
    let (one, other) = text("again");
    assert_eq!(both!(client, post_text(one), post_text_directly(other)), (Ok(()), Ok(())));
    let sent = server.requests();
    assert_eq!(sent.len(), 6);
    pairs(&[0, 3, 1, 4, 2, 5].map(|index: usize| sent[index].clone()));
    assert!(sent.iter().all(|request| request.contains("x-key: secret\r\n")), "{sent:?}");
}

#[tokio::test]
async fn a_lost_answer_is_the_same() {
    let server = Loopback::start(vec![Step::Lose]).await;
    let client = builder(&server.url).retry(Retry::new(2).first_wait(Duration::ZERO)).build().unwrap();
    let lost = || Err(format!("{:?}", TransportKind::Lost));
    // What POST does cannot be done twice; what GET does can.
    let (one, other) = text("lost");
    assert_eq!(both!(client, post_text(one), post_text_directly(other)), (lost(), lost()));
    assert_eq!(server.requests().len(), 2);
    let (one, other) = get("red");
    assert_eq!(both!(client, get_thing(one), get_thing_directly(other)), (lost(), lost()));
    assert_eq!(server.requests().len(), 6);
}

#[tokio::test]
async fn time_limits_are_the_same() {
    let server = Loopback::start(vec![Step::Silence]).await;
    let client = builder(&server.url).timeout(Duration::from_millis(80)).build().unwrap();
    let late = || Err(format!("{:?}", TransportKind::Timeout));
    let (one, other) = text("late");
    assert_eq!(both!(client, post_text(one), post_text_directly(other)), (late(), late()));
    let (one, other) = file();
    assert_eq!(both!(client, get_file(one), get_file_directly(other)), (late(), late()));
}

#[tokio::test]
async fn streams_are_the_same() {
    let head = b"HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\n\r\n".to_vec();
    let step = Step::Slow(vec![head, b"piece".to_vec()], Duration::from_millis(1));
    let server = Loopback::start(vec![step]).await;
    let client = builder(&server.url).timeout(Duration::from_secs(5)).build().unwrap();
    let (one, other) = file();
    let mut one = client.get_file(&one).await.unwrap().into_inner();
    let mut other = client.get_file_directly(&other).await.unwrap().into_inner();
    assert_eq!(one.next().await.unwrap().unwrap(), other.next().await.unwrap().unwrap());
}

#[tokio::test]
async fn challenges_are_answered_the_same() {
    let refused = answer("401 Unauthorized", &[("WWW-Authenticate", "Digest realm=r")], "");
    let fine = answer("200 OK", &[], "");
    let server = Loopback::start([refused.clone(), fine.clone(), refused, fine].to_vec()).await;
    let authorizer = Authorizer::new(|challenge| Some(format!("Digest for {}", challenge.challenge?)));
    let builder = Client::builder().server(Server::Custom(format!("{}/ba%25se", server.url)));
    let client = builder.credentials(Credentials::Digest { digest: authorizer }).build().unwrap();
    let (one, other) = text("who");
    assert_eq!(both!(client, post_text(one), post_text_directly(other)), (Ok(()), Ok(())));
    let sent = server.requests();
    assert!(!sent[0].contains("authorization"), "{sent:?}");
    assert!(sent[1].contains("authorization: Digest for Digest realm=r\r\n"), "{sent:?}");
    pairs(&[0, 2, 1, 3].map(|index: usize| sent[index].clone()));
}
