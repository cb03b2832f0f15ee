//! Instructions per request: this program, answering requests in process under callgrind.

use std::process::Command;

use tower::ServiceExt as _;

use crate::{fixtures, handwritten, load, stub};

/// Counts of the short and the long run; their difference leaves out start and end of the process.
const COUNTS: [usize; 2] = [500, 1500];

/// Answers `count` requests and stops.
pub(crate) fn answer(count: usize, side: &str, operation: &str) {
    let operation = fixtures::operations()
        .into_iter()
        .find(|candidate| candidate.name == operation)
        .expect("an operation of this benchmark");
    let app = if side == "generated" { stub::app(operation.name) } else { handwritten::app(operation.name) };
    load::single_thread().block_on(async {
        for _ in 0..count {
            let response = app.clone().oneshot(operation.request()).await.expect("an answer");
            assert_eq!(response.status().as_u16(), operation.status);
        }
    });
}

/// Generated and handwritten, or nothing where valgrind is not installed.
pub(crate) fn per_request(operation: &str) -> Option<(u64, u64)> {
    Command::new("valgrind").arg("--version").output().ok()?;
    let counted = |side| -> Option<u64> {
        let [short, long] = COUNTS.map(|count| count_instructions(count, side, operation));
        Some((long? - short?) / (COUNTS[1] - COUNTS[0]) as u64)
    };
    Some((counted("generated")?, counted("handwritten")?))
}

fn count_instructions(count: usize, side: &str, operation: &str) -> Option<u64> {
    let program = std::env::current_exe().ok()?;
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(program)
        .args(["--count", &count.to_string(), "--side", side, "--operation", operation])
        .output()
        .ok()?;
    String::from_utf8_lossy(&output.stderr)
        .lines()
        .find_map(|line| line.split_once("Collected :"))
        .and_then(|(_, figure)| figure.trim().parse().ok())
}
