//! What is asked for and how its text is written, byte by byte on a real socket.

#![allow(clippy::unwrap_used, clippy::panic, missing_docs, unreachable_pub, reason = "tests")]

mod support;

use support::{Loopback, Step};
use unplug_client::vercel::{
    Client, Credentials, DeleteConfigurationError, DeleteConfigurationRequest, Server,
};
use unplug_client::{Error, vercel};

async fn refused(content_type: &str, body: &[u8]) -> (Result<String, String>, String) {
    let mut bytes = format!(
        "HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Type: {content_type}\r\nContent-Length: {}\r\n\r\n",
        body.len()
    )
    .into_bytes();
    bytes.extend_from_slice(body);
    let server = Loopback::start(vec![Step::Answer(bytes)]).await;
    let credentials = Credentials { bearer_token: "token".into() };
    let client = Client::new(Server::Custom(server.url.clone()), credentials).unwrap();
    let request = DeleteConfigurationRequest { id: "icfg_1".to_owned(), team_id: None, slug: None };
    let message = match client.delete_configuration(&request).await {
        Err(Error::Declared(declared)) => match declared.error {
            DeleteConfigurationError::NotFound(vercel::types::ErrorResponse { error, .. }) => {
                Ok(error.message)
            }
            other => panic!("{other:?}"),
        },
        Err(Error::Malformed { why, .. }) => Err(why),
        other => panic!("{other:?}"),
    };
    (message, server.requests().remove(0))
}

const UTF_8: &[u8] = b"{\"error\":{\"code\":\"not_found\",\"message\":\"caf\xc3\xa9\"}}";
const LATIN_1: &[u8] = b"{\"error\":{\"code\":\"not_found\",\"message\":\"caf\xe9\"}}";

#[tokio::test]
async fn json_may_have_a_mark_or_another_encoding() {
    let marked = [b"\xef\xbb\xbf", UTF_8].concat();
    let text = std::str::from_utf8(UTF_8).unwrap();
    let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let marked_little = [b"\xff\xfe", &*little].concat();
    let cases = [
        ("application/json", UTF_8),
        ("application/json", &*marked),
        ("application/json; charset=UTF-8", &*marked),
        ("application/json; charset=iso-8859-1", LATIN_1),
        ("application/json;version=1;charset=\"windows-1252\"", LATIN_1),
        ("application/json; charset=utf-16le", &*little),
        ("application/json; charset=utf-16", &*marked_little),
    ];
    for (content_type, body) in cases {
        let (message, request) = refused(content_type, body).await;
        assert_eq!(message.as_deref(), Ok("caf\u{e9}"), "{content_type}");
        assert_eq!(request.matches("\r\naccept: application/json\r\n").count(), 1, "{request}");
    }
    let (message, _) = refused("application/json; charset=latin-nine", UTF_8).await;
    assert!(message.unwrap_err().contains("encoding"));
    let (message, _) = refused("application/json; charset=utf-16le", UTF_8).await;
    assert!(message.is_err());
}
