//! HTTP as bytes, for requests that no client would send.

use std::net::SocketAddr;
use std::time::Duration;

use serde_json::Value;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// An answer as it came.
#[derive(Clone, Debug)]
pub struct Answer {
    /// Status.
    pub status: u16,
    /// Headers with names in lower case, in the order in which they came.
    pub headers: Vec<(String, String)>,
    /// Body.
    pub body: Vec<u8>,
}

impl Answer {
    /// The first value of a header.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(found, _)| found == name).map(|(_, value)| value.as_str())
    }

    /// The body as JSON; `Null` when it is none.
    #[must_use]
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_default()
    }
}

/// A request under construction. Nothing is checked.
#[derive(Clone, Debug)]
pub struct Request {
    line: String,
    headers: Vec<(String, Vec<u8>)>,
    body: Vec<u8>,
    with_length: bool,
}

/// `method` and `target` as they go into the first line.
#[must_use]
pub fn request(method: &str, target: &str) -> Request {
    Request {
        line: format!("{method} {target} HTTP/1.1"),
        headers: Vec::new(),
        body: Vec::new(),
        with_length: true,
    }
}

impl Request {
    /// One more header; the same name may come again.
    #[must_use]
    pub fn header(mut self, name: &str, value: impl AsRef<[u8]>) -> Self {
        self.headers.push((name.to_owned(), value.as_ref().to_vec()));
        self
    }

    /// Takes out every header with the name.
    #[must_use]
    pub fn without(mut self, name: &str) -> Self {
        self.headers.retain(|(found, _)| !found.eq_ignore_ascii_case(name));
        self
    }

    /// The body. Its length is sent with it.
    #[must_use]
    pub fn body(mut self, body: impl Into<Vec<u8>>) -> Self {
        self.body = body.into();
        self
    }

    /// The body in chunks, without its length.
    #[must_use]
    pub fn chunked(mut self, body: impl AsRef<[u8]>) -> Self {
        self.with_length = false;
        self.body = body.as_ref().chunks(16 * 1024).fold(Vec::new(), |mut all, chunk| {
            all.extend_from_slice(format!("{:x}\r\n", chunk.len()).as_bytes());
            all.extend_from_slice(chunk);
            all.extend_from_slice(b"\r\n");
            all
        });
        self.body.extend_from_slice(b"0\r\n\r\n");
        self.header("transfer-encoding", "chunked")
    }

    fn bytes(&self) -> Vec<u8> {
        let mut bytes = format!("{}\r\nhost: localhost\r\nconnection: close\r\n", self.line).into_bytes();
        for (name, value) in &self.headers {
            bytes.extend_from_slice(name.as_bytes());
            bytes.extend_from_slice(b": ");
            bytes.extend_from_slice(value);
            bytes.extend_from_slice(b"\r\n");
        }
        if self.with_length && !self.body.is_empty() {
            bytes.extend_from_slice(format!("content-length: {}\r\n", self.body.len()).as_bytes());
        }
        bytes.extend_from_slice(b"\r\n");
        bytes.extend_from_slice(&self.body);
        bytes
    }

    /// Sends it and waits for the whole answer, for 20 seconds at most.
    ///
    /// # Panics
    /// When there is no complete answer in that time. That is a finding: a server always answers.
    #[expect(clippy::panic, reason = "no answer is a failed test")]
    pub async fn send(&self, server: SocketAddr) -> Answer {
        match tokio::time::timeout(
            Duration::from_secs(20),
            exchange(server, self.bytes(), self.line.starts_with("HEAD ")),
        )
        .await
        {
            Ok(Ok(answer)) => answer,
            Ok(Err(error)) => panic!("{}: no answer: {error}", self.line),
            Err(elapsed) => panic!("{}: no answer: {elapsed}", self.line),
        }
    }
}

async fn exchange(server: SocketAddr, bytes: Vec<u8>, head: bool) -> std::io::Result<Answer> {
    let (mut reader, mut writer) = TcpStream::connect(server).await?.into_split();
    // A server may answer before it has read all and close; that is no error of the exchange.
    let writing = tokio::spawn(async move {
        let _ = writer.write_all(&bytes).await;
        writer
    });
    let mut received = Vec::new();
    let outcome = reader.read_to_end(&mut received).await;
    writing.abort();
    match (parse(&received, head), outcome) {
        (Some(answer), _) => Ok(answer),
        (None, Err(error)) => Err(error),
        (None, Ok(_)) => Err(std::io::Error::other(format!("{} bytes that are no HTTP", received.len()))),
    }
}

/// The answer to HEAD tells a length and has no body.
fn parse(received: &[u8], head_only: bool) -> Option<Answer> {
    let mut headers = [httparse::EMPTY_HEADER; 64];
    let mut head = httparse::Response::new(&mut headers);
    let httparse::Status::Complete(length) = head.parse(received).ok()? else { return None };
    let headers: Vec<(String, String)> = head
        .headers
        .iter()
        .map(|header| (header.name.to_ascii_lowercase(), String::from_utf8_lossy(header.value).into_owned()))
        .collect();
    let body = received[length..].to_vec();
    let declared = headers.iter().find(|(name, _)| name == "content-length");
    let complete =
        declared.is_none_or(|(_, length)| length.parse() == Ok(body.len())) || (head_only && body.is_empty());
    complete.then_some(Answer { status: head.code?, headers, body })
}
