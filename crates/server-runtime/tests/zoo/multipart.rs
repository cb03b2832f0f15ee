//! Multipart bodies: files, values, lists of both, and what is wrong with them.

use std::fmt::Write as _;

use super::{Outcome, call};

/// A body with the boundary `b`; each part is its headers' rest after `name="…"` and its content.
fn body(parts: &[(&str, &str, &str)]) -> String {
    let mut body = String::new();
    for (name, rest, content) in parts {
        let _ =
            write!(body, "--b\r\nContent-Disposition: form-data; name=\"{name}\"{rest}\r\n\r\n{content}\r\n");
    }
    body + "--b--\r\n"
}

async fn send(method: &str, parts: &[(&str, &str, &str)]) -> Outcome {
    let headers = [("content-type", "Multipart/Form-Data; charset=utf-8; boundary=\"b\"")];
    call(method, "/v1/uploads", &headers, body(parts)).await
}

const PHOTO: (&str, &str, &str) = ("photo", "; filename=\"a%22b.png\"\r\nContent-Type: image/png", "\0\u{1}");
const ANIMAL: (&str, &str, &str) = ("animal", "\r\nContent-Type: application/json", r#"{"name":"Ida"}"#);
const TAG: (&str, &str, &str) = ("tags", "", "red");

async fn with(parts: &[(&str, &str, &str)]) -> Outcome {
    send("POST", &[&[PHOTO, ANIMAL, TAG], parts].concat()).await
}

#[tokio::test]
async fn each_part_has_its_type() {
    let outcome = with(&[
        ("more", "; filename=\"1.pdf\"", "one"),
        ("more", "; filename=\"2.pdf\"", "two"),
        ("sketch", "\r\nContent-Type: image/jpeg", "x"),
        ("caption", "", "12"),
        ("legs", "", "4"),
        ("tags", "", "12"),
        ("relatives", "", r#"{"kind":"aunt"}"#),
        ("relatives", "\r\nContent-Type: application/json", r#"[{"kind":"uncle"},{}]"#),
        ("either", "", "https://example.com"),
    ])
    .await;
    let request = outcome.request();
    let expected = [
        "animal: Animal { name: \"Ida\"",
        "photo: File { file_name: Some(\"a\\\"b.png\"), content_type: Some(\"image/png\"), length: 2 }",
        "more: Some([File { file_name: Some(\"1.pdf\"), content_type: None, length: 3 }, File {",
        "sketch: Some(File { file_name: None, content_type: Some(\"image/jpeg\"), length: 1 })",
        "caption: Some(\"12\")",
        "notes: None",
        "legs: Some(4)",
        "tags: [\"red\", \"12\"]",
        "kind: Some(Aunt) }, UploadRelativesItem { kind: Some(Uncle) }, UploadRelativesItem { kind: None }])",
        "either: Some(File {",
    ];
    for text in expected {
        assert!(request.contains(text), "{text}\n{request}");
    }
}

#[tokio::test]
async fn answers_have_parts() {
    let outcome = with(&[]).await;
    assert_eq!(outcome.status, 200, "{}", outcome.text);
    let media_type = outcome.headers["content-type"].to_str().unwrap();
    let boundary = media_type.strip_prefix("multipart/mixed; boundary=").unwrap();
    let expected = format!(
        "--{boundary}\r\nContent-Type: image/png\r\n\r\n\0\u{1}\r\n--{boundary}\r\n\r\n\r\n--{boundary}--\r\n"
    );
    assert_eq!(outcome.text, expected);
}

#[tokio::test]
async fn wrong_parts_are_rejected_with_their_place() {
    type Sent = [(&'static str, &'static str, &'static str)];
    let cases: [(&Sent, &str); 13] = [
        (&[("caption", "", "too long"), ("legs", "", "1")], "body/caption: expected at most 5 characters"),
        (&[("legs", "", "-1")], "body/legs: expected at least 0"),
        (&[("legs", "", "four")], "body/legs: expected integer"),
        (&[("legs", "", "1"), ("legs", "", "2")], "body/legs: given more than once"),
        (&[("photo", "", "")], "body/photo: given more than once"),
        (&[("tags", "", "x")], "body/tags/1: expected at least 2 characters"),
        (&[("more", "", ""), ("more", "", ""), ("more", "", "")], "body/more: expected at most 2 items"),
        (&[("relatives", "", r#"{"kind":"cat"}"#)], "body/relatives/0/kind: expected one of"),
        (
            &[("relatives", "\r\nContent-Type: application/json", "{")],
            "body/relatives: not written as declared",
        ),
        (&[("caption", "", "short")], "body: expected legs beside 'caption'"),
        (&[("other", "", "")], "body: unexpected member 'other'"),
        (&[("notes", "\r\nContent-Type: text/plain; charset=latin-nine", "")], "body/notes: expected UTF-8"),
        (&[("notes", "\r\nContent-Type: text", "")], "body/notes: not written as declared"),
    ];
    for (parts, expected) in cases {
        let outcome = with(parts).await;
        let text = outcome.rejected(400);
        assert!(text.starts_with(expected), "{parts:?}: {text}");
        assert_eq!(text.lines().count(), 1, "{text}");
    }
    let missing = send("POST", &[ANIMAL, TAG]).await;
    assert_eq!(missing.rejected(400), "body: expected 'photo', which is missing [required]");
    let missing = send("POST", &[PHOTO, ANIMAL]).await;
    assert_eq!(missing.rejected(400), "body: expected 'tags', which is missing [required]");
    let animal = send("POST", &[PHOTO, TAG, ("animal", "", r#"{"name":""}"#)]).await;
    assert_eq!(animal.rejected(400), "body/animal/name: expected at least 1 characters [minLength]");
}

#[tokio::test]
async fn what_is_not_multipart_is_rejected() {
    let post = |media_type: &'static str, body: &'static str| async move {
        call("POST", "/v1/uploads", &[("content-type", media_type)], body).await
    };
    let none = post("multipart/form-data", "--b--").await;
    assert_eq!(none.rejected(400), "body: must have a boundary in its media type [syntax]");
    let cut = post("multipart/form-data; boundary=b", "--b\r\n\r\nhalf").await;
    assert_eq!(cut.rejected(400), "body: must end with the boundary that its media type names [syntax]");
    let nameless = post("multipart/form-data; boundary=b", "--b\r\n\r\nx\r\n--b--").await;
    assert_eq!(nameless.rejected(400), "body: not written as declared [syntax]");
    post("multipart/mixed; boundary=b", "--b--").await.rejected(415);
    post("multipart/form-data; boundary=\"b", "--b--").await.rejected(415);
}

#[tokio::test]
async fn several_media_types_are_told_apart() {
    let mixed = [("content-type", "multipart/mixed; boundary=\"b;=\\\"c\"")];
    let mixed = call("PUT", "/v1/uploads", &mixed, "--b").await;
    assert_eq!(mixed.rejected(400), "body: must have a boundary in its media type [syntax]");
    let mixed = [("content-type", "multipart/mixed; boundary=b")];
    let mixed = call("PUT", "/v1/uploads", &mixed, "--b\r\nContent-Type: a/b\r\n\r\nx\r\n--b--").await;
    let expected =
        "Multipart([Part { name: None, file_name: None, content_type: Some(\"a/b\"), length: 1 }])";
    assert!(mixed.request().contains(expected), "{}", mixed.request());
    let kind = ("kind", "", "all");
    let form = send("PUT", &[kind, ("type", "", "7"), ("Type", "", "true"), ("n", "", "5")]).await;
    let expected = "type: Some(Integer(7)), type_2: Some(true), additional: None, \
                    additional_2: [Part { name: Some(\"n\"), file_name: None, content_type: None, length: 1 }]";
    assert!(form.request().contains(expected), "{}", form.request());
    let other = send("PUT", &[kind, ("n", "", "five")]).await;
    assert_eq!(other.rejected(400), "body/n: expected integer [type]");
    let wrong = send("PUT", &[("kind", "", "some")]).await;
    assert_eq!(wrong.rejected(400), "body/kind: expected \"all\" [const]");
}
