//! Requests that break the document, or HTTP, or good sense: each is refused in the vendor's own
//! envelope, with a status that is the caller's fault, and in time.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod any_vendor;
mod differential;
mod keywords;
mod kombo;
mod rocketchat;
mod vercel;

use unplug_tests::documents::Vendor;
use unplug_tests::raw::{self, Answer, Request};

/// A good request of each vendor, by the demo data set. It is only good once: it removes.
fn good(vendor: Vendor) -> Request {
    match vendor {
        Vendor::Rocketchat => rocketchat::good(),
        Vendor::Kombo => kombo::good(),
        Vendor::Vercel => vercel::good(),
    }
}

/// The same credentials and body for another method or target.
fn like(vendor: Vendor, method: &str, target: &str) -> Request {
    match vendor {
        Vendor::Rocketchat => rocketchat::like(method, target),
        Vendor::Kombo => kombo::like(method, target),
        Vendor::Vercel => vercel::like(method, target),
    }
}

/// The path of the operation with an id that exists.
fn target(vendor: Vendor) -> &'static str {
    match vendor {
        Vendor::Rocketchat => rocketchat::TARGET,
        Vendor::Kombo => kombo::TARGET,
        Vendor::Vercel => vercel::TARGET,
    }
}

/// The vendor's envelope and a status that blames the caller.
#[track_caller]
fn assert_refused(vendor: Vendor, case: &str, answer: &Answer) {
    let status = answer.status;
    let body = String::from_utf8_lossy(&answer.body);
    assert!((400..500).contains(&status), "{case}: {status} {body}");
    assert_envelope(vendor, case, answer);
}

/// The vendor's envelope, whatever the status.
#[track_caller]
fn assert_envelope(vendor: Vendor, case: &str, answer: &Answer) {
    let body = String::from_utf8_lossy(&answer.body);
    let content_type = answer.header("content-type").unwrap_or_default();
    assert!(content_type.starts_with("application/json"), "{case}: {content_type:?} {body}");
    let json = answer.json();
    let fits = match vendor {
        Vendor::Rocketchat => json["success"] == false && json["error"].is_string(),
        Vendor::Kombo => {
            let error = json["error"].as_object();
            let fields = ["code", "title", "message", "log_url"];
            json["status"] == "error"
                && error.is_some_and(|error| {
                    fields.iter().all(|field| error.contains_key(*field)) && error["message"].is_string()
                })
        }
        Vendor::Vercel => json["error"]["code"].is_string() && json["error"]["message"].is_string(),
    };
    assert!(fits, "{case}: not {}'s envelope: {} {body}", vendor.name(), answer.status);
}

/// No credential that was sent comes back.
#[track_caller]
fn assert_no_credential(case: &str, answer: &Answer) {
    let body = String::from_utf8_lossy(&answer.body);
    let secrets = [rocketchat::TOKEN, kombo::KEY, vercel::TOKEN];
    assert!(secrets.iter().all(|secret| !body.contains(secret)), "{case}: {body}");
}

fn request(method: &str, target: &str) -> Request {
    raw::request(method, target)
}
