//! Formats where the document asserts them: the stub refuses other texts, and both sides find the branch
//! that a format tells. The `jsonschema` crate judges what is of a format.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    unexpected_cfgs,
    unreachable_pub,
    missing_docs,
    reason = "tests of generated code, whose feature `schemars` is one of the generated crates'"
)]

use axum::body::Body;
use axum::http::{Request, StatusCode};
use axum::response::{IntoResponse, Response};
use http_body_util::BodyExt;
use serde_json::json;
use tower::ServiceExt;
use unplug_server_runtime::{Fault, Rejection, RequestContext, handler};
use unplug_wire::value::Format;

#[rustfmt::skip]
#[path = "generated/client/mod.rs"]
#[allow(dead_code, unreachable_pub, clippy::pedantic, reason = "a golden module is not an interface")]
mod client;
#[rustfmt::skip]
#[path = "generated/stub/mod.rs"]
#[allow(dead_code, unused_imports, unreachable_pub, clippy::pedantic, reason = "a golden module is not an interface")]
mod stub;

use client::types::{Note, NoteWhen, NoteWho};

struct Refusals;

impl stub::Security for Refusals {
    fn reject(&self, rejection: &Rejection, _: &RequestContext) -> Response {
        let text = match rejection {
            Rejection::Invalid(violations) => violations
                .iter()
                .map(|one| format!("{one} [{}]", one.keyword()))
                .collect::<Vec<_>>()
                .join("\n"),
            other => format!("{other:?}"),
        };
        (StatusCode::from_u16(rejection.usual_status()).unwrap(), text).into_response()
    }
}

/// What the stub answers to a query and a JSON text.
async fn answer(query: &str, body: &str) -> (u16, String) {
    let handlers = stub::Handlers {
        echo_note: handler(|(): (), (): (), request: stub::EchoNoteRequest| async move {
            Ok::<_, Fault>(stub::EchoNoteResponse::Ok(request.body))
        }),
    };
    let request = Request::post(format!("/notes{query}")).header("Content-Type", "application/json");
    let request = request.body(Body::from(body.to_owned())).unwrap();
    let response = stub::router(handlers, Refusals, ()).oneshot(request).await.unwrap();
    let status = response.status().as_u16();
    let bytes = response.into_body().collect().await.unwrap().to_bytes();
    (status, String::from_utf8_lossy(&bytes).into_owned())
}

#[tokio::test]
async fn the_stub_refuses_texts_of_another_format() {
    for (query, body, expected) in [
        ("", r#"{"at":"yesterday"}"#, "body/at: expected date-time [format]"),
        ("", r#"{"at":"2026-02-29T01:02:03Z"}"#, "body/at: expected date-time [format]"),
        ("", r#"{"maybe":"2026-13-01"}"#, "body/maybe: expected date [format]"),
        ("", r#"{"ratio":1e400}"#, "body/ratio: expected double [format]"),
        ("", r#"{"text":"x"}"#, "body/text: expected a value that exactly one schema of `oneOf` matches"),
        (
            "",
            r#"{"when":{"on":"x"}}"#,
            "body/when: expected a value that exactly one schema of `oneOf` matches",
        ),
        ("?since=2026", "{}", "query/since: expected date-time [format]"),
        ("?ids=0f8fad5b-d9cb-469f-a165-70867728950e,1", "{}", "query/ids/1: expected uuid [format]"),
    ] {
        let (status, text) = answer(query, body).await;
        assert!(status == 400 && text.contains(expected), "{query} {body}: {status} {text}");
    }
}

const KEPT: [&str; 7] = [
    r#"{"at":"2026-11-26T01:02:03.5+01:00","maybe":null,"phone":"any text"}"#,
    r#"{"maybe":"2024-02-29","text":"::1"}"#,
    r#"{"when":{"on":"2026-11-26"}}"#,
    r#"{"when":{"on":"2026-11-26T01:02:03Z"}}"#,
    r#"{"who":{"id":"ida@example.com"}}"#,
    r#"{"who":["https://example.com/"]}"#,
    r#"{"code":{"id":"b-1"}}"#,
];

#[tokio::test]
async fn the_stub_takes_texts_of_the_format() {
    for body in KEPT {
        assert_eq!(answer("?since=2026-11-26T01:02:03Z", body).await, (200, body.to_owned()));
    }
}

#[test]
fn the_format_tells_the_branch() {
    let read = |body: &str| unplug_wire::value::read::<Note>(body.as_bytes()).unwrap();
    for body in KEPT {
        assert_eq!(serde_json::to_string(&read(body)).unwrap(), body);
    }
    assert!(matches!(read(KEPT[2]).when, Some(NoteWhen::Day(_))));
    assert!(matches!(read(KEPT[3]).when, Some(NoteWhen::Moment(_))));
    let who = |id: &str| read(&json!({ "who": { "id": id } }).to_string()).who.unwrap();
    let (by_id, by_mail) = (who("0f8fad5b-d9cb-469f-a165-70867728950e"), who("ida@example.com"));
    assert_ne!(std::mem::discriminant::<NoteWho>(&by_id), std::mem::discriminant(&by_mail));
    assert!(unplug_wire::value::read::<Note>(br#"{"who":{"id":"x"}}"#).is_err());
    // Branches of one type are told apart by whatever else their schemas say.
    let code = |id: &str| read(&json!({ "code": { "id": id } }).to_string()).code.unwrap();
    assert_ne!(std::mem::discriminant(&code("a-1")), std::mem::discriminant(&code("b-1")));
}

/// Texts of every format and near misses, for all formats.
const TEXTS: &str = include_str!("../../../../tests/specs/formats.txt");

#[test]
fn the_jsonschema_crate_agrees_on_every_format() {
    let formats = [
        Format::DateTime,
        Format::Date,
        Format::Time,
        Format::Duration,
        Format::Email,
        Format::Hostname,
        Format::Ipv4,
        Format::Ipv6,
        Format::Uri,
        Format::UriReference,
        Format::Uuid,
        Format::JsonPointer,
    ];
    let mut differing = Vec::new();
    for format in formats {
        let schema = json!({ "format": format.name() });
        let judge = jsonschema::options().should_validate_formats(true).build(&schema).unwrap();
        let (mut fitting, mut others) = (0, 0);
        for text in TEXTS.lines() {
            let fits = format.fits(text);
            if fits != judge.is_valid(&json!(text)) {
                differing.push(format!("{}: {text:?} {fits}", format.name()));
            }
            *(if fits { &mut fitting } else { &mut others }) += 1;
        }
        assert!(fitting > 1 && others > 1, "{} has no texts", format.name());
    }
    assert!(differing.is_empty(), "{differing:#?}");
}
