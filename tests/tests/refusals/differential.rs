//! Arbitrary bodies, judged twice: by the server, and by an independent JSON Schema validator with
//! the schema of the document. The two must agree on which bodies are valid.

use std::cell::Cell;

use bytes::Bytes;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::{Map, Value, json};
use unplug_conformance::{Checker, Exchange, Rule};
use unplug_tests::documents::Vendor;
use unplug_tests::raw::Answer;
use unplug_tests::server::Server;

use crate::{assert_envelope, good};

fn scalar() -> impl Strategy<Value = Value> {
    prop_oneof![
        prop::sample::select(vec![json!(null), json!(true), json!(0), json!(-1.5), json!(u64::MAX)]),
        any::<String>().prop_map(Value::from),
        any::<f64>().prop_map(|number| json!(number)),
    ]
}

fn value() -> impl Strategy<Value = Value> {
    scalar().prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::hash_map(".{0,4}", inner, 0..4)
                .prop_map(|members| Value::Object(members.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

/// A member that is often there, and often a text from `likely`.
fn member(likely: &[&'static str]) -> impl Strategy<Value = Option<Value>> + use<> {
    let likely = prop::sample::select(likely.to_vec()).prop_map(Value::from);
    prop::option::of(prop_oneof![3 => likely, 1 => value()])
}

/// Mostly objects with the names that the schemas speak of, sometimes anything.
fn body() -> impl Strategy<Value = Value> {
    let types = [
        "webhook-incoming",
        "webhook-outgoing",
        "xwebhook-incoming-",
        "webhook-outgoing webhook-incoming",
        "webhook",
    ];
    let near =
        (member(&types), member(&["unknown", ""]), member(&["http://nowhere.example", ""]), member(&["x"]));
    let near = near.prop_map(|(kind, id, url, more)| {
        let members = [("type", kind), ("integrationId", id), ("target_url", url), ("more", more)];
        let members = members.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
        Value::Object(members.collect::<Map<_, _>>())
    });
    prop_oneof![4 => near, 1 => value()]
}

/// Whether the document calls it valid.
fn valid(checker: &Checker, method: &str, target: &str, body: &Value) -> bool {
    let request = http::Request::builder()
        .method(method)
        .uri(target)
        .header("content-type", "application/json")
        .body(Bytes::from(body.to_string()))
        .unwrap();
    let findings = checker.check_request(&Exchange::new(request, http::Response::new(Bytes::new())));
    let relevant: Vec<_> =
        findings.iter().filter(|finding| finding.rule != Rule::MissingCredentials).collect();
    assert!(relevant.iter().all(|finding| finding.rule == Rule::InvalidBody), "{relevant:?}");
    relevant.is_empty()
}

/// Whether it was refused because of its body.
fn refused_as_invalid(vendor: Vendor, answer: &Answer) -> bool {
    let json = answer.json();
    match vendor {
        Vendor::Rocketchat => json["errorType"] == "invalid-params",
        Vendor::Kombo => json["error"]["code"] == "PLATFORM.INPUT_INVALID",
        Vendor::Vercel => false,
    }
}

#[test]
fn server_and_validator_agree_on_which_bodies_are_valid() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    for (vendor, method) in [(Vendor::Rocketchat, "POST"), (Vendor::Kombo, "DELETE")] {
        let server = runtime.block_on(Server::start());
        let checker = vendor.checker();
        // The same cases in every run, so that a failure is a failure for everybody.
        let config = Config { cases: 400, failure_persistence: None, ..Config::default() };
        let mut runner = TestRunner::new_with_rng(config, deterministic());
        let verdicts = [Cell::new(0_u32), Cell::new(0_u32)];
        let outcome = runner.run(&body(), |body| {
            let request = good(vendor).body(body.to_string());
            let answer = runtime.block_on(request.send(server.address));
            prop_assert!(answer.status < 500, "{}", answer.status);
            if answer.status != 200 {
                assert_envelope(vendor, &body.to_string(), &answer);
            }
            let expected = valid(&checker, method, crate::target(vendor), &body);
            let verdict = &verdicts[usize::from(expected)];
            verdict.set(verdict.get() + 1);
            prop_assert_eq!(
                !refused_as_invalid(vendor, &answer),
                expected,
                "{} {}",
                answer.status,
                answer.json()
            );
            Ok(())
        });
        if let Err(error) = outcome {
            panic!("{}: {error}", vendor.name());
        }
        let [invalid, valid] = verdicts.map(Cell::into_inner);
        assert!(invalid > 20 && valid > 20, "too one-sided: {invalid} invalid, {valid} valid");
    }
}

fn deterministic() -> proptest::test_runner::TestRng {
    proptest::test_runner::TestRng::deterministic_rng(proptest::test_runner::RngAlgorithm::ChaCha)
}
