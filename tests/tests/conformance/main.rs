//! Every declared status of every operation, as a real exchange between the generated client and
//! the real server over a loopback socket. What went over the wire is checked against the
//! corrected document in both directions, and the coverage tables must be complete. It is checked
//! against what the handlers say of themselves as well, and all that they say must have been seen.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod described;
mod kombo;
mod rocketchat;
mod vercel;

use std::time::{Duration, SystemTime};

use unplug_client::RateLimit;
use unplug_conformance::{Checker, Coverage, Exchange};
use unplug_tests::described::Described;
use unplug_tests::documents::Vendor;
use unplug_tests::server::Server;

/// A call that takes longer has hung.
const TIMEOUT: Duration = Duration::from_secs(20);

/// What was seen of one API so far.
struct Seen {
    checker: Checker,
    coverage: Coverage,
    described: Described,
}

impl Seen {
    fn new(vendor: Vendor) -> Self {
        let checker = vendor.checker();
        let coverage = Coverage::new(checker.api());
        Self { checker, coverage, described: Described::of(vendor) }
    }

    /// Checks what the server's recorder holds. The client's requests must keep to the document
    /// too, except that credentials may be left out on purpose.
    #[track_caller]
    fn check(&mut self, server: &Server) -> Vec<Exchange> {
        let exchanges = server.recorder.take();
        assert!(!exchanges.is_empty(), "nothing was recorded");
        for exchange in &exchanges {
            let mut findings = self.checker.check_response(exchange);
            findings.extend(
                self.checker
                    .check_request(exchange)
                    .into_iter()
                    .filter(|finding| finding.rule != unplug_conformance::Rule::MissingCredentials),
            );
            findings.extend(self.checker.check(exchange));
            findings.extend(self.described.record(exchange));
            let text: Vec<String> = findings.iter().map(ToString::to_string).collect();
            assert!(text.is_empty(), "{}", text.join("\n"));
            self.coverage.record(&self.checker, exchange);
        }
        exchanges
    }

    /// Checks exchanges whose requests break the document on purpose, each in one way.
    #[track_caller]
    fn check_refusals(&mut self, server: &Server) {
        for exchange in server.recorder.take() {
            assert_eq!(self.checker.check_response(&exchange), []);
            assert_eq!(self.checker.check_request(&exchange).len(), 1);
            assert_eq!(self.described.record(&exchange), []);
            self.coverage.record(&self.checker, &exchange);
        }
    }

    /// Prints the table; it must have no gap.
    #[track_caller]
    fn finish(self) -> Coverage {
        println!("{}", self.coverage);
        let missing: Vec<String> = self.coverage.missing().iter().map(ToString::to_string).collect();
        assert!(missing.is_empty(), "never exercised: {}", missing.join(", "));
        let unseen = self.described.unseen();
        assert!(unseen.is_empty(), "described by the handlers and never answered: {}", unseen.join(", "));
        self.coverage
    }
}

/// A rate limit whose window of a minute began just now.
#[track_caller]
fn assert_rate_limit(found: Option<RateLimit>, limit: u64, remaining: u64) {
    let found = found.expect("the answer says something of the rate limit");
    assert_eq!((found.limit, found.remaining), (Some(limit), Some(remaining)));
    let resets_at = found.resets_at.expect("and when it starts again");
    let left = resets_at.duration_since(SystemTime::now()).expect("in the future");
    assert!(left <= Duration::from_secs(61), "{left:?}");
}
