//! A server on the loopback interface that answers what the test tells it, byte by byte.

#![allow(dead_code, reason = "not every test file uses all of it")]

use std::fmt::Write as _;
use std::sync::{Arc, Mutex};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// What the server does with one request.
#[derive(Clone)]
pub enum Step {
    /// Sends these bytes and closes.
    Answer(Vec<u8>),
    /// Reads the request and closes without an answer.
    Lose,
    /// Reads the request and never answers.
    Silence,
    /// Sends these bytes one after the other with a pause before each, and never ends.
    Slow(Vec<Vec<u8>>, std::time::Duration),
}

/// A complete answer.
pub fn answer(status: &str, headers: &[(&str, &str)], body: &str) -> Step {
    let mut text = format!("HTTP/1.1 {status}\r\nConnection: close\r\n");
    for (name, value) in headers {
        write!(text, "{name}: {value}\r\n").unwrap();
    }
    if !status.starts_with("204") {
        write!(text, "Content-Length: {}\r\n", body.len()).unwrap();
    }
    Step::Answer(format!("{text}\r\n{body}").into_bytes())
}

/// An answer with a JSON body.
pub fn json(status: &str, body: &str) -> Step {
    answer(status, &[("Content-Type", "application/json; charset=utf-8")], body)
}

pub struct Loopback {
    pub url: String,
    requests: Arc<Mutex<Vec<String>>>,
}

impl Loopback {
    /// Starts a server that takes one step per connection; the last step is repeated.
    pub async fn start(steps: Vec<Step>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let requests = Arc::new(Mutex::new(Vec::new()));
        let seen = Arc::clone(&requests);
        tokio::spawn(async move {
            let mut steps = steps.into_iter().peekable();
            let mut step = Step::Lose;
            loop {
                let (stream, _) = listener.accept().await.unwrap();
                if let Some(next) = steps.next() {
                    step = next;
                }
                tokio::spawn(serve(stream, step.clone(), Arc::clone(&seen)));
            }
        });
        Self { url, requests }
    }

    /// The requests so far, as text.
    pub fn requests(&self) -> Vec<String> {
        self.requests.lock().unwrap().clone()
    }
}

async fn serve(mut stream: TcpStream, step: Step, seen: Arc<Mutex<Vec<String>>>) {
    let mut bytes = Vec::new();
    loop {
        let mut chunk = [0; 4096];
        let count = stream.read(&mut chunk).await.unwrap_or_default();
        if count == 0 {
            return;
        }
        bytes.extend_from_slice(&chunk[..count]);
        let text = String::from_utf8_lossy(&bytes).into_owned();
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let length = head
                .lines()
                .filter_map(|line| line.split_once(": "))
                .find(|(name, _)| name.eq_ignore_ascii_case("content-length"))
                .map_or(0, |(_, length)| length.parse().unwrap());
            if body.len() >= length {
                seen.lock().unwrap().push(text);
                break;
            }
        }
    }
    match step {
        Step::Answer(answer) => {
            let _ = stream.write_all(&answer).await;
            let _ = stream.shutdown().await;
        }
        Step::Lose => {}
        Step::Silence => std::future::pending().await,
        Step::Slow(pieces, pause) => {
            for piece in pieces {
                tokio::time::sleep(pause).await;
                let _ = stream.write_all(&piece).await;
            }
            std::future::pending::<()>().await;
        }
    }
}
