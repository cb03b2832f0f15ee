//! Multipart bodies (RFC 7578): what the client writes byte by byte, and what others write.

use unplug_wire::multipart::File;

use crate::client::types::{AnyScalar, Code, Row, SendPartsBodyUnion as Union};
use crate::client::{SendPartsMultipart, SendPartsRequest};
use crate::{answering, assert_read, caught, client, refused, request};

fn body(body: SendPartsMultipart) -> SendPartsRequest {
    SendPartsRequest { body }
}

fn only_id() -> SendPartsMultipart {
    SendPartsMultipart {
        id: "1".to_owned(),
        count: None,
        address: None,
        rows: None,
        names: None,
        union: None,
        scalar: None,
        code: None,
        file: None,
        files: None,
        some: None,
        image: None,
        note: None,
        data: None,
    }
}

fn row(sku: &str) -> Row {
    Row { sku: sku.to_owned(), n: None }
}

fn file(name: Option<&str>, content_type: Option<&str>, bytes: &[u8]) -> File {
    File {
        file_name: name.map(str::to_owned),
        content_type: content_type.map(str::to_owned),
        ..File::from(bytes.to_vec())
    }
}

const ID: &str = "Content-Disposition: form-data; name=\"id\"\r\n\r\n1";

/// A request whose parts are these, with what stands before their content.
fn sent(parts: &[&str]) -> Vec<u8> {
    let parts: Vec<String> = parts.iter().map(|part| format!("--b\r\n{part}\r\n")).collect();
    let body = parts.concat() + "--b--\r\n";
    request("POST /multipart", &["Content-Type: multipart/form-data; boundary=b"], body.as_bytes())
}

/// The parts that the client sends, each as it stands between the boundaries.
async fn written(value: &SendPartsMultipart) -> Vec<String> {
    let server = answering(crate::NO_CONTENT).await;
    client(&server).send_parts(&body(value.clone())).await.unwrap();
    let (_, headers, body) = caught(&server);
    let [media_type] = headers.as_slice() else { panic!("{headers:?}") };
    let boundary = media_type.strip_prefix("content-type: multipart/form-data; boundary=").unwrap();
    let delimiter = format!("--{boundary}");
    let mut parts: Vec<&str> = body.split(delimiter.as_str()).collect();
    assert_eq!((parts.first(), parts.last()), (Some(&""), Some(&"--\r\n")), "{body}");
    parts.remove(0);
    parts.pop();
    let between = |part: &str| part.strip_prefix("\r\n").unwrap().strip_suffix("\r\n").unwrap().to_owned();
    parts.into_iter().map(between).collect()
}

/// The client writes those parts, and the stub reads them as the same value.
macro_rules! assert_parts {
    ($value:expr, $($part:expr),+) => {
        let value = $value;
        let id = "Content-Disposition: form-data; name=\"id\"\r\n\
                  Content-Type: text/plain; charset=utf-8\r\n\r\n1";
        let parts = [id, $($part),+];
        assert_eq!(written(&value).await, parts);
        assert_read(sent(&parts), &body(value)).await;
    };
}

#[tokio::test]
async fn values_by_their_type() {
    assert_parts!(
        SendPartsMultipart {
            count: Some(-7),
            address: Some(row("a")),
            rows: Some(vec![row("b"), row("c")]),
            names: Some(vec!["x y".to_owned(), "\u{e9}".to_owned()]),
            ..only_id()
        },
        "Content-Disposition: form-data; name=\"count\"\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n-7",
        "Content-Disposition: form-data; name=\"address\"\r\nContent-Type: application/json\r\n\r\n{\"sku\":\"a\"}",
        "Content-Disposition: form-data; name=\"rows\"\r\nContent-Type: application/json\r\n\r\n{\"sku\":\"b\"}",
        "Content-Disposition: form-data; name=\"rows\"\r\nContent-Type: application/json\r\n\r\n{\"sku\":\"c\"}",
        "Content-Disposition: form-data; name=\"names\"\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nx y",
        "Content-Disposition: form-data; name=\"names\"\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n\u{e9}"
    );
}

#[tokio::test]
async fn unions_of_text_and_object() {
    for (union, part) in [
        (Union::String("text".to_owned()), "Content-Type: text/plain; charset=utf-8\r\n\r\ntext"),
        (Union::String("5".to_owned()), "Content-Type: text/plain; charset=utf-8\r\n\r\n5"),
        (Union::String("{}".to_owned()), "Content-Type: application/json\r\n\r\n\"{}\""),
        (Union::Row(row("a")), "Content-Type: application/json\r\n\r\n{\"sku\":\"a\"}"),
    ] {
        assert_parts!(
            SendPartsMultipart { union: Some(union), ..only_id() },
            &*format!("Content-Disposition: form-data; name=\"union\"\r\n{part}")
        );
    }
    // Without a content type a part is text; an object in it is JSON all the same.
    let bare = |content: &str| format!("Content-Disposition: form-data; name=\"union\"\r\n\r\n{content}");
    for (content, union) in [
        ("{\"sku\":\"a\"}", Union::Row(row("a"))),
        ("{\"other\":\"a\"}", Union::String("{\"other\":\"a\"}".to_owned())),
        ("text", Union::String("text".to_owned())),
    ] {
        let value = body(SendPartsMultipart { union: Some(union), ..only_id() });
        assert_read(sent(&[ID, &*bare(content)]), &value).await;
    }
}

#[tokio::test]
async fn a_text_that_looks_like_another_type() {
    let bare = |name: &str, content: &str| {
        format!("Content-Disposition: form-data; name=\"{name}\"\r\n\r\n{content}")
    };
    for (name, content, value) in [
        ("scalar", "5", SendPartsMultipart { scalar: Some(AnyScalar::Integer(5)), ..only_id() }),
        (
            "scalar",
            "100",
            SendPartsMultipart { scalar: Some(AnyScalar::String("100".to_owned())), ..only_id() },
        ),
        ("code", "12345", SendPartsMultipart { code: Some(Code::String("12345".to_owned())), ..only_id() }),
        ("code", "7", SendPartsMultipart { code: Some(Code::Integer(7)), ..only_id() }),
    ] {
        assert_read(sent(&[ID, &*bare(name, content)]), &body(value)).await;
    }
    refused(sent(&[ID, &*bare("code", "1234")])).await;
}

#[tokio::test]
async fn files_with_names_and_headers() {
    let disposition =
        |name: &str| format!("Content-Disposition: form-data; name=\"file\"; filename=\"{name}\"");
    for (name, written) in [
        ("plain.txt", "plain.txt"),
        ("a \"b\".txt", "a %22b%22.txt"),
        ("na\u{ef}ve \u{65e5}\u{672c}.txt", "na\u{ef}ve \u{65e5}\u{672c}.txt"),
        ("a;b=c\\d.txt", "a;b=c\\d.txt"),
        ("line\r\nend", "line%0D%0Aend"),
    ] {
        let checked = vec![("X-Checksum".to_owned(), "abc".to_owned())];
        let file = File { headers: checked, ..file(Some(name), Some("text/plain"), b"content") };
        assert_parts!(
            SendPartsMultipart { file: Some(file), ..only_id() },
            &*format!(
                "{}\r\nContent-Type: text/plain\r\nX-Checksum: abc\r\n\r\ncontent",
                disposition(written)
            )
        );
    }
    // As senders write them that do not keep to RFC 7578.
    for (written, name) in
        [("filename=\"a\\\"b.txt\"", "a\"b.txt"), ("filename*=UTF-8''na%C3%AFve.txt", "na\u{ef}ve.txt")]
    {
        let part = format!("Content-Disposition: form-data; name=\"file\"; {written}\r\n\r\nx");
        let value = SendPartsMultipart { file: Some(file(Some(name), None, b"x")), ..only_id() };
        assert_read(sent(&[ID, &*part]), &body(value)).await;
    }
}

/// Without a content type of its own a file has the declared one: of a list the first.
#[tokio::test]
async fn one_file_or_several() {
    let some = |files: Vec<File>| SendPartsMultipart { some: Some(files), ..only_id() };
    let octets = "Content-Type: application/octet-stream";
    let part = |name: &str, content: &str| {
        format!(
            "Content-Disposition: form-data; name=\"some\"; filename=\"{name}\"\r\n{octets}\r\n\r\n{content}"
        )
    };
    let typed = |name: &str, bytes: &[u8]| file(Some(name), Some("application/octet-stream"), bytes);
    let (one, two) = (part("1", "x"), part("2", ""));
    assert_parts!(some(vec![typed("1", b"x")]), &*one);
    assert_parts!(some(vec![typed("1", b"x"), typed("2", b"")]), &*one, &*two);
    assert_parts!(
        SendPartsMultipart { image: Some(file(None, Some("image/png"), b"\x01")), ..only_id() },
        "Content-Disposition: form-data; name=\"image\"\r\nContent-Type: image/png\r\n\r\n\u{1}"
    );
    let jpeg = file(Some("a.jpg"), Some("image/jpeg"), b"\x01");
    assert_parts!(
        SendPartsMultipart { image: Some(jpeg), ..only_id() },
        "Content-Disposition: form-data; name=\"image\"; filename=\"a.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n\u{1}"
    );
    let without = SendPartsMultipart { image: Some(file(None, None, b"x")), ..only_id() };
    let image = written(&without).await.pop().unwrap();
    assert!(image.contains("Content-Type: image/png\r\n"), "{image}");
}

/// Of a list of media types the one that the value can be written in.
#[tokio::test]
async fn a_list_of_content_types() {
    assert_parts!(
        SendPartsMultipart { note: Some("*text*".to_owned()), data: Some(row("a")), ..only_id() },
        "Content-Disposition: form-data; name=\"note\"\r\nContent-Type: text/markdown\r\n\r\n*text*",
        "Content-Disposition: form-data; name=\"data\"\r\nContent-Type: application/json\r\n\r\n{\"sku\":\"a\"}"
    );
}
