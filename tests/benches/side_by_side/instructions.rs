//! Instructions per request and per call, counted by callgrind. They do not depend on what else the
//! machine does.
//!
//! This program runs itself under valgrind, twice for each side: the difference between a long and
//! a short run leaves out start and end of the process. The server's side answers requests in
//! process, without a socket. The client's side is the whole process of a client, transport
//! included, that makes its calls one after another; the server that answers them runs outside of
//! valgrind and is not counted. Both clients stand on the same reqwest, on one thread, and talk to
//! the same server.

use std::net::SocketAddr;
use std::process::Command;

use tower::ServiceExt as _;

use crate::client::{self, Length};
use crate::{Side, fixtures, handwritten, load, stub};

/// Counts of the short and the long run.
const COUNTS: [u32; 2] = [500, 1500];

/// Handles that many requests on one side, and stops: those that valgrind counts.
#[derive(clap::Args)]
pub(crate) struct Counted {
    /// Used by this program itself under valgrind: handle this many requests and stop
    #[arg(long, hide = true, requires_all = ["side", "operation"])]
    count: Option<u32>,
    #[arg(long, hide = true, requires = "count")]
    side: Option<Side>,
    #[arg(long, hide = true, requires = "count")]
    operation: Option<String>,
    /// Send the requests to this server instead of answering them
    #[arg(long, hide = true, requires = "count")]
    server: Option<SocketAddr>,
}

impl Counted {
    /// Runs, and returns whether anything was asked for.
    pub(crate) fn run(&self) -> bool {
        let (Some(count), Some(side), Some(operation)) = (self.count, self.side, &self.operation) else {
            return false;
        };
        match self.server {
            Some(server) => {
                client::call(side, operation, server, Length::Calls(count));
            }
            None => answer(count, side, operation),
        }
        true
    }
}

/// Answers `count` requests and stops.
fn answer(count: u32, side: Side, operation: &str) {
    let operation = fixtures::operations()
        .into_iter()
        .find(|candidate| candidate.name == operation)
        .expect("an operation of this benchmark");
    let app = match side {
        Side::Generated => stub::app(operation.name),
        Side::Handwritten => handwritten::app(operation.name),
    };
    load::single_thread().block_on(async {
        for _ in 0..count {
            let response = app.clone().oneshot(operation.request()).await.expect("an answer");
            assert_eq!(response.status().as_u16(), operation.status);
        }
    });
}

/// The server's, generated and handwritten; nothing where valgrind is not installed.
pub(crate) fn per_request(operation: &str) -> Option<(u64, u64)> {
    per_exchange(&["--operation", operation])
}

/// The client's, generated and handwritten; nothing where valgrind is not installed.
pub(crate) fn per_call(operation: &str, server: SocketAddr) -> Option<(u64, u64)> {
    per_exchange(&["--operation", operation, "--server", &server.to_string()])
}

fn per_exchange(arguments: &[&str]) -> Option<(u64, u64)> {
    let counted = |side: &str| -> Option<u64> {
        let [short, long] = COUNTS.map(|count| count_instructions(count, side, arguments));
        Some((long? - short?) / u64::from(COUNTS[1] - COUNTS[0]))
    };
    Some((counted("generated")?, counted("handwritten")?))
}

fn count_instructions(count: u32, side: &str, arguments: &[&str]) -> Option<u64> {
    let program = std::env::current_exe().ok()?;
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(program)
        .args(["--count", &count.to_string(), "--side", side])
        .args(arguments)
        .output()
        .ok()?;
    String::from_utf8_lossy(&output.stderr)
        .lines()
        .find_map(|line| line.split_once("Collected :"))
        .and_then(|(_, figure)| figure.trim().parse().ok())
}
