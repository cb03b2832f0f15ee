//! What is the same for all three.

use std::time::Duration;

use unplug_tests::documents::Vendor;
use unplug_tests::server::{Options, Server};

use crate::{assert_envelope, assert_no_credential, assert_refused, good, like, request, target};

#[tokio::test]
async fn another_method_is_refused_and_the_right_one_named() {
    let server = Server::start().await;
    for vendor in Vendor::ALL {
        let right = if vendor == Vendor::Rocketchat { "POST" } else { "DELETE" };
        for method in ["GET", "POST", "PUT", "PATCH", "DELETE", "TRACE", "PURGE"] {
            if method == right {
                continue;
            }
            let answer = like(vendor, method, target(vendor)).send(server.address).await;
            let case = format!("{} {method}", vendor.name());
            assert_eq!(answer.status, 405, "{case}");
            assert_refused(vendor, &case, &answer);
            let allow = answer.header("allow").unwrap_or_default();
            assert!(allow.contains(right), "{case}: {allow:?}");
        }
        let head = like(vendor, "HEAD", target(vendor)).send(server.address).await;
        assert_eq!(head.status, 405, "{} HEAD", vendor.name());
        let options = like(vendor, "OPTIONS", target(vendor)).send(server.address).await;
        assert_eq!(options.status, 204, "{} OPTIONS", vendor.name());
        assert_eq!(options.header("allow"), Some(&*format!("{right}, OPTIONS")), "{}", vendor.name());
    }
}

/// Vercel's operation has no body, and does not wait for one.
#[tokio::test]
async fn a_body_that_stops_arriving_is_not_waited_for() {
    let options = Options { body_timeout: Duration::from_millis(100), ..Options::default() };
    let server = Server::with(options).await;
    for vendor in [Vendor::Rocketchat, Vendor::Kombo] {
        let never = good(vendor).body("").header("transfer-encoding", "chunked");
        let answer = never.send(server.address).await;
        assert_eq!(answer.status, 400, "{}", vendor.name());
        assert_refused(vendor, vendor.name(), &answer);
    }
}

#[tokio::test]
async fn another_path_is_refused_by_the_vendor_that_it_belongs_to() {
    let server = Server::start().await;
    for vendor in Vendor::ALL {
        let prefix = format!("/{}", vendor.name());
        let whole = target(vendor);
        let unversioned = whole.replacen("/v1", "", 1);
        for path in [
            prefix.clone(),
            format!("{prefix}/"),
            format!("{prefix}/nothing"),
            format!("{whole}/more"),
            format!("{whole}/"),
            format!("{prefix}/v2/integrations"),
            unversioned,
            whole.to_uppercase().replacen(&prefix.to_uppercase(), &prefix, 1),
        ] {
            let method = if vendor == Vendor::Rocketchat { "POST" } else { "DELETE" };
            let answer = like(vendor, method, &path).send(server.address).await;
            assert_refused(vendor, &path, &answer);
            assert_eq!(answer.status, 404, "{path}");
        }
    }
}

#[tokio::test]
async fn paths_that_cannot_be_decoded_are_refused() {
    let server = Server::start().await;
    for vendor in [Vendor::Kombo, Vendor::Vercel] {
        let base = target(vendor).rsplit_once('/').unwrap().0;
        for id in ["%ff", "%c3%28", "%", "%zz", "%0", "%f0%9f%92"] {
            let answer = like(vendor, "DELETE", &format!("{base}/{id}")).send(server.address).await;
            assert_refused(vendor, id, &answer);
        }
        let long = "a".repeat(20_000);
        for id in ["%00", "%2e%2e%2f", "..%2f..", "%0d%0aSet-Cookie:x", "%F0%9F%92%A9", &long] {
            let answer = like(vendor, "DELETE", &format!("{base}/{id}")).send(server.address).await;
            assert_refused(vendor, id, &answer);
            assert_eq!(answer.header("set-cookie"), None);
        }
    }
}

#[tokio::test]
async fn credentials_that_are_missing_or_wrong_are_a_401_before_anything_else() {
    let server = Server::start().await;
    for vendor in Vendor::ALL {
        let names: &[&str] = match vendor {
            Vendor::Rocketchat => &["x-auth-token", "x-user-id"],
            Vendor::Kombo | Vendor::Vercel => &["authorization"],
        };
        for name in names {
            let case = |what: &str| format!("{} {what} {name}", vendor.name());
            let without = good(vendor).without(name);
            let value = |value: &[u8]| without.clone().header(name, value);
            for (what, request) in [
                ("no", without.clone()),
                ("no, bad body,", without.clone().body("{")),
                ("empty", value(b"")),
                ("wrong", value(b"wrong")),
                ("scheme only in", value(b"Bearer")),
                ("empty bearer in", value(b"Bearer ")),
                ("unknown bearer in", value(b"Bearer nobody-has-this-token-0123456789")),
                ("basic in", value(b"Basic ZGVtbzpkZW1v")),
                ("not UTF-8 in", value(b"Bearer \xff\xfe")),
                ("latin-1 in", value(b"\xe9t\xe9")),
                ("long", value("x".repeat(8_000).as_bytes())),
                ("twice", value(b"one").header(name, "two")),
            ] {
                let answer = request.send(server.address).await;
                assert_refused(vendor, &case(what), &answer);
                assert_eq!(answer.status, 401, "{}", case(what));
                assert_no_credential(&case(what), &answer);
            }
            // The right credential twice is no credential either: which one counts?
            let twice = good(vendor).header(name, "second").send(server.address).await;
            assert_refused(vendor, &case("right and another"), &twice);
        }
    }
    assert_nothing_removed(&server).await;
}

#[tokio::test]
async fn large_bodies_are_refused_or_not_looked_at() {
    let server = Server::start().await;
    let large = vec![b' '; 10 * 1024 * 1024];
    for vendor in [Vendor::Rocketchat, Vendor::Kombo] {
        for (case, request) in [
            ("with its length", good(vendor).body(large.clone())),
            ("in chunks", good(vendor).body("").chunked(&large)),
        ] {
            let answer = request.send(server.address).await;
            assert_refused(vendor, case, &answer);
            assert_eq!(answer.status, 413, "{} {case}", vendor.name());
        }
    }
    // Vercel's operation has no body; one that is sent must not keep the answer back.
    let other = "/vercel/v1/integrations/configuration/icfg_unknown";
    let request = like(Vendor::Vercel, "DELETE", other).header("content-type", "application/json");
    let answer = request.body(large.clone()).send(server.address).await;
    assert_refused(Vendor::Vercel, "10 MB", &answer);
    // Nor does anybody without credentials make the server read that much.
    for vendor in Vendor::ALL {
        let stranger = request_without_credentials(vendor).body(large.clone());
        let answer = stranger.send(server.address).await;
        assert_refused(vendor, "10 MB from a stranger", &answer);
        assert!(matches!(answer.status, 401 | 413), "{} {}", vendor.name(), answer.status);
    }
    assert_nothing_removed(&server).await;
}

fn request_without_credentials(vendor: Vendor) -> unplug_tests::raw::Request {
    let method = if vendor == Vendor::Rocketchat { "POST" } else { "DELETE" };
    request(method, target(vendor)).header("content-type", "application/json")
}

#[tokio::test]
async fn bodies_that_are_no_json_are_refused() {
    let server = Server::start().await;
    for vendor in [Vendor::Rocketchat, Vendor::Kombo] {
        let deep_array = "[".repeat(100_000);
        let closed = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
        let deep_object = r#"{"a":"#.repeat(100_000);
        for body in [
            &b"{"[..],
            b"}",
            b"{}{}",
            b"{\"a\"}",
            b"{'a':1}",
            b"{a:1}",
            b"{\"a\":1,}",
            b"nul",
            b"\xff",
            b"{\"a\":\"\xff\xfe\"}",
            b"{\"a\":\"\xed\xa0\x80\"}",
            b"\xef\xbb\xbf{",
            b"{\"a\":NaN}",
            b"{\"a\":01}",
            b"{\"a\":\"\n\"}",
            b"{\"a\":\"\\ud800\"",
            b"<html></html>",
            b"a=1&b=2",
            deep_array.as_bytes(),
            deep_object.as_bytes(),
            closed.as_bytes(),
        ] {
            let case = format!("{} {}", vendor.name(), String::from_utf8_lossy(&body[..body.len().min(20)]));
            let answer = good(vendor).body(body).send(server.address).await;
            assert_refused(vendor, &case, &answer);
            assert_eq!(answer.status, 400, "{case}");
            let chunked = good(vendor).body("").chunked(body).send(server.address).await;
            assert_refused(vendor, &case, &chunked);
        }
    }
    assert_nothing_removed(&server).await;
}

#[tokio::test]
async fn bodies_of_another_shape_are_refused() {
    let server = Server::start().await;
    for vendor in [Vendor::Rocketchat, Vendor::Kombo] {
        for body in ["null", "true", "0", "1e999", "\"{}\"", "[]", "[{}]"] {
            let answer = good(vendor).body(body).send(server.address).await;
            assert_refused(vendor, body, &answer);
            assert_eq!(answer.status, 400, "{} {body}", vendor.name());
        }
    }
    assert_nothing_removed(&server).await;
}

#[tokio::test]
async fn another_media_type_is_refused() {
    let server = Server::start().await;
    for vendor in [Vendor::Rocketchat, Vendor::Kombo] {
        let bare = good(vendor).without("content-type");
        for content_type in [
            "text/plain",
            "text/html",
            "application/xml",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "application/octet-stream",
            "application/jsonx",
            "application/json/more",
            "json",
            "/",
            "application/",
        ] {
            let answer = bare.clone().header("content-type", content_type).send(server.address).await;
            assert_refused(vendor, content_type, &answer);
        }
        let not_text = bare.clone().header("content-type", b"\xff\xfe").send(server.address).await;
        assert_refused(vendor, "not text", &not_text);
        let none = bare.send(server.address).await;
        assert_refused(vendor, "no content type", &none);
        let twice = good(vendor).header("content-type", "text/plain").send(server.address).await;
        assert_refused(vendor, "two content types", &twice);
    }
    assert_nothing_removed(&server).await;
}

#[tokio::test]
async fn spelling_of_the_media_type_does_not_matter() {
    for content_type in
        ["application/json", "APPLICATION/JSON", "application/json;charset=utf-8", "application/json ; x=y"]
    {
        let server = Server::start().await;
        for vendor in [Vendor::Rocketchat, Vendor::Kombo] {
            let bare = good(vendor).without("content-type");
            let answer = bare.header("content-type", content_type).send(server.address).await;
            assert_eq!(answer.status, 200, "{} {content_type}", vendor.name());
        }
    }
}

#[tokio::test]
async fn a_failure_inside_is_the_vendors_500_and_says_nothing_of_its_cause() {
    use unplug_tests::backend::{INTERNAL_CAUSE, Mode};
    let server = Server::start().await;
    server.switch.set(Mode::Failing);
    for vendor in Vendor::ALL {
        let answer = good(vendor).send(server.address).await;
        let body = String::from_utf8_lossy(&answer.body);
        assert_eq!(answer.status, 500, "{} {body}", vendor.name());
        assert_envelope(vendor, "failing store", &answer);
        for word in [INTERNAL_CAUSE, "disk", "sqlite", "SQL", "remove:", "cannot"] {
            assert!(!body.contains(word), "{} leaks {word:?}: {body}", vendor.name());
        }
        assert_no_credential("failing store", &answer);
    }
    assert_nothing_removed(&server).await;
}

#[tokio::test]
async fn after_all_refusals_the_good_request_still_works() {
    let server = Server::start().await;
    for vendor in Vendor::ALL {
        let _ = good(vendor).body("{").send(server.address).await;
        let expected = if vendor == Vendor::Vercel { 204 } else { 200 };
        let fresh = Server::start().await;
        assert_eq!(good(vendor).send(fresh.address).await.status, expected, "{}", vendor.name());
    }
}

#[track_caller]
fn nothing(records: usize) {
    assert_eq!(records, 0, "a refused request removed something");
}

async fn assert_nothing_removed(server: &Server) {
    for api in unplug_handlers::store::Api::ALL {
        nothing(server.store.audit_records(api).await.unwrap().len());
    }
}
