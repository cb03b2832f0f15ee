//! What a client writes is what a server reads.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use bytes::Bytes;
use proptest::prelude::*;
use serde_json::{Value, json};
use unplug_wire::json::Types;
use unplug_wire::multipart::{Content, File, Form, Part, PartForm, Parts, boundary_of, compose, parse};

/// Names as they may be: whatever is not the escape of another character.
fn name() -> impl Strategy<Value = String> {
    let odd = prop_oneof!["[a-z]{1,8}", "\\PC{0,8}", "[\"\\\\;=\r\n ]{1,6}"];
    odd.prop_filter("an escape", |name| !["%22", "%0D", "%0A"].iter().any(|escape| name.contains(escape)))
}

/// Contents, many of them with what could end a part.
fn content() -> impl Strategy<Value = Bytes> {
    let pieces = prop_oneof![
        Just(b"\r\n".to_vec()),
        Just(b"--unplug-boundary-0000000000000000".to_vec()),
        Just(b"\r\n--unplug-boundary-0000000000000001--".to_vec()),
        Just(b"\r\n--".to_vec()),
        proptest::collection::vec(any::<u8>(), 0..12),
    ];
    proptest::collection::vec(pieces, 0..6).prop_map(|pieces| pieces.concat().into())
}

fn part() -> impl Strategy<Value = Part> {
    let media_type = proptest::option::of("[a-z]{1,5}/[a-z]{1,5}");
    let names = (proptest::option::of(name()), proptest::option::of(name()));
    let headers = proptest::collection::vec(("X-[A-Za-z0-9]{1,4}", "[!-~]([ -~]{0,4}[!-~])?"), 0..2);
    (names, media_type, content(), headers).prop_map(|((name, file_name), content_type, bytes, headers)| {
        Part { name, file_name, content_type, bytes, headers }
    })
}

fn round_trip(parts: &[Part]) -> Vec<Part> {
    let (boundary, body) = compose(parts).unwrap();
    for part in parts {
        let boundary = boundary.as_bytes();
        assert!(!part.bytes.windows(boundary.len()).any(|window| window == boundary));
    }
    let boundary = boundary_of(&format!("multipart/form-data; boundary={boundary}")).unwrap();
    parse(&body, &boundary).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn parts_arrive_as_they_were_sent(parts in proptest::collection::vec(part(), 0..6)) {
        prop_assert_eq!(round_trip(&parts), parts);
    }

    #[test]
    fn no_bytes_make_the_reader_fall_over(
        pieces in proptest::collection::vec(prop_oneof![
            Just(b"\r\n".to_vec()),
            Just(b"--b".to_vec()),
            Just(b"--".to_vec()),
            Just(b"Content-Disposition: form-data; name=\"a\"".to_vec()),
            Just(b"content-type:".to_vec()),
            proptest::collection::vec(any::<u8>(), 0..6),
        ], 0..20),
    ) {
        let body = Bytes::from(pieces.concat());
        if let Ok(parts) = parse(&body, "b") {
            prop_assert!(parts.iter().all(|part| !part.bytes.windows(5).any(|w| w == b"\r\n--b\r")));
        }
    }

    #[test]
    fn members_arrive_as_they_were_sent(
        text in "\\PC{0,10}|-?[0-9]{1,4}|true|null|\\{\\}|\"a\"",
        number in any::<i64>(),
        items in proptest::collection::vec("\\PC{0,6}|[0-9]{1,3}", 0..4),
        flag in any::<bool>(),
        file in (proptest::option::of(name()), content()),
        open in prop_oneof![
            "\\PC{0,6}|[0-9]{1,3}|\\[\\]|false|null".prop_map(Value::from),
            any::<i32>().prop_map(Value::from),
            Just(json!({"a": [1, "b"]})),
            Just(json!(null)),
        ],
    ) {
        let file = File {
            file_name: file.0,
            content_type: Some("a/b".to_owned()),
            bytes: file.1,
            headers: vec![("X-A".to_owned(), "b".to_owned())],
        };
        let sent = Form::new()
            .value("text", Content::TEXT, Some(&text))
            .value("number", Content::TEXT, Some(&number))
            .value("flag", Content::TEXT, Some(&flag))
            .value("open", Content::OPEN, Some(&open))
            .value("object", Content::JSON, Some(&json!({"text": text})))
            .value("left out", Content::TEXT, None::<&String>)
            .required_list("items", Content::TEXT, &items)
            .list("objects", Content::JSON, Some(&vec![json!({"a": number}), json!({})]))
            .file("file", "c/d", Some(&file))
            .files("files", "c/d", Some(&vec![file.clone(), File::from(vec![1])]))
            .others(&[Part { name: Some("x".to_owned()), bytes: "1".into(), ..Part::default() }])
            .finish()
            .unwrap();
        let parts = round_trip(&sent);
        let mut members = TABLE.decode(&parts).unwrap();
        prop_assert_eq!(members.value::<String>("text"), Some(text.clone()));
        prop_assert_eq!(members.value::<i64>("number"), Some(number));
        prop_assert_eq!(members.value::<bool>("flag"), Some(flag));
        prop_assert_eq!(members.value::<Value>("open"), Some(open));
        prop_assert_eq!(members.value::<Value>("object"), Some(json!({"text": text})));
        prop_assert_eq!(members.optional_value::<String>("left out"), Some(None));
        prop_assert_eq!(members.value::<Vec<String>>("items"), Some(items));
        prop_assert_eq!(members.value::<Value>("objects"), Some(json!([{"a": number}, {}])));
        prop_assert_eq!(members.file("file"), Some(file.clone()));
        let second = File { content_type: Some("c/d".to_owned()), ..File::from(vec![1]) };
        prop_assert_eq!(members.files("files"), Some(vec![file, second]));
        prop_assert_eq!(members.others(), &sent[sent.len() - 1..]);
    }
}

static TABLE: Parts = Parts {
    declared: &[
        ("text", PartForm::One(Types::STRING)),
        ("number", PartForm::One(Types::INTEGER)),
        ("flag", PartForm::One(Types::BOOLEAN)),
        ("open", PartForm::One(Types::ALL)),
        ("object", PartForm::One(Types::OBJECT)),
        ("items", PartForm::Many(Types::STRING)),
        ("objects", PartForm::Many(Types::OBJECT)),
        ("file", PartForm::File),
        ("files", PartForm::Files),
    ],
    others: None,
};

#[test]
fn lists_of_files_that_must_be_there_are_not_sent_empty() {
    let refused = Form::new().required_files("scans", "a/b", &Vec::new()).finish();
    assert_eq!(refused.unwrap_err(), "scans has no file, and must have one");
}

#[test]
fn media_types_that_end_the_line_are_not_sent() {
    let part = Part { content_type: Some("a/b\r\nX: y".to_owned()), ..Part::default() };
    assert!(compose(&[part]).unwrap_err().contains("no media type"));
    for (name, value) in
        [("X", "a\r\nY: b"), ("X: y", "a"), ("", "a"), ("content-type", "a/b"), ("Content-Disposition", "x")]
    {
        let headers = vec![(name.to_owned(), value.to_owned())];
        let error = compose(&[Part { headers, ..Part::default() }]).unwrap_err();
        assert!(error.contains("is no header of a part"), "{name}: {error}");
    }
}

/// Browsers escape by percent; older senders put a backslash before a quote, or write `filename*`.
#[test]
fn file_names_are_read_as_others_write_them() {
    let name = |disposition: &str| {
        let body = format!("--b\r\nContent-Disposition: form-data; name=f; {disposition}\r\n\r\n\r\n--b--");
        parse(&body.into(), "b").unwrap().remove(0).file_name
    };
    for (disposition, expected) in [
        ("filename=\"na\u{ef}ve \u{65e5}.txt\"", "na\u{ef}ve \u{65e5}.txt"),
        ("filename=\"a%22b.txt\"", "a\"b.txt"),
        (r#"filename="a\"b.txt""#, "a\"b.txt"),
        (r#"filename="\"a\" \"b\"""#, "\"a\" \"b\""),
        (r#"filename="C:\dir\"; x=y"#, r"C:\dir\"),
        (r#"filename="C:\dir\""#, r"C:\dir\"),
        ("filename=plain.txt", "plain.txt"),
        ("filename=\"a;b=c.txt\"", "a;b=c.txt"),
        ("filename*=UTF-8''na%C3%AFve%20%E2%82%AC.txt", "na\u{ef}ve \u{20ac}.txt"),
        ("filename=\"naive.txt\"; filename*=utf-8'en'na%C3%AFve.txt", "na\u{ef}ve.txt"),
        ("filename*=UTF-8''na%C3%AFve.txt; filename=\"naive.txt\"", "na\u{ef}ve.txt"),
        ("filename*=iso-8859-1''na%EFve.txt", "na\u{ef}ve.txt"),
        ("filename*=unknown''x; filename=\"naive.txt\"", "naive.txt"),
    ] {
        assert_eq!(name(disposition).as_deref(), Some(expected), "{disposition}");
    }
}

#[test]
fn contents_are_not_shown() {
    let file = File::from(b"secret".to_vec());
    assert_eq!(format!("{file:?}"), "File { file_name: None, content_type: None, length: 6 }");
    let part = Part { bytes: "secret".into(), ..Part::default() };
    assert!(!format!("{part:?}").contains("secret"));
}

#[test]
fn preambles_padding_and_longer_boundaries_are_read() {
    let body = "preamble\r\n--b \t\r\nContent-Disposition: form-data; name=a; x=\"y;z\"\r\n\r\n\
                1\r\n--bb\r\n2\r\n--b--x\r\nepilogue";
    let parts = parse(&body.into(), "b").unwrap();
    assert_eq!(parts.len(), 1);
    assert_eq!((parts[0].name.as_deref(), &parts[0].bytes[..]), (Some("a"), &b"1\r\n--bb\r\n2"[..]));
    let without_content = parse(&"--b\r\nA: b\r\n\r\n--b--".into(), "b");
    let headers = vec![("A".to_owned(), "b".to_owned())];
    assert_eq!(without_content.unwrap(), [Part { headers, ..Part::default() }]);
    assert_eq!(parse(&"--b\r\n\r\n\r\n--b--".into(), "b").unwrap(), [Part::default()]);
    assert_eq!(parse(&"--b--".into(), "b").unwrap(), []);
}

#[test]
fn what_is_not_multipart_is_refused() {
    let long = format!("--b\r\nX: {}\r\n\r\n1\r\n--b--", "y".repeat(9000));
    let cases = [
        ("", "must have the boundary"),
        ("--c\r\n\r\n\r\n--c--", "must have the boundary"),
        ("--b\r\n\r\n1", "must end with the boundary"),
        ("--b\r\nX", "come to an end"),
        (&*long, "come to an end"),
        ("--b\r\nX\r\n\r\n\r\n--b--", "headers with names"),
        ("--b\r\n X: y\r\n\r\n\r\n--b--", "headers with names"),
        ("--b\r\nContent-Type: a/b\r\nContent-Type: a/b\r\n\r\n\r\n--b--", "one Content-Type"),
        ("--b\r\nContent-Disposition: form-data; name=\"a\r\n\r\n\r\n--b--", "can be read"),
        ("--b\r\nContent-Disposition: form-data; name=a; name=b\r\n\r\n\r\n--b--", "can be read"),
        ("--b\r\nContent-Transfer-Encoding: base64\r\n\r\n\r\n--b--", "as they are"),
    ];
    for (body, why) in cases {
        let error = parse(&body.to_owned().into(), "b").unwrap_err();
        assert!(error.contains(why), "{body}: {error}");
    }
}

#[test]
fn boundaries_are_found_in_media_types() {
    let found = |text| boundary_of(text);
    assert_eq!(found("multipart/form-data; boundary=a"), Some("a".to_owned()));
    assert_eq!(found("multipart/form-data;charset=utf-8; BOUNDARY=\"a=;b\""), None, "no boundary has `;`");
    assert_eq!(found("multipart/form-data; boundary=\"a=b c\""), Some("a=b c".to_owned()));
    for none in ["multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"a"]
    {
        assert_eq!(found(none), None, "{none}");
    }
    assert_eq!(found(&format!("a/b; boundary={}", "x".repeat(71))), None);
}
