//! Every example of the three corrected documents goes through the generated types of both sides
//! and comes out as equal JSON.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use unplug_openapi::ir::StatusSpec::{Code, Default as DefaultStatus};
use unplug_tests::documents::Vendor;
use unplug_tests::examples::{self, Example, Part};

type RoundTrip = fn(&Value) -> Result<Value, serde_json::Error>;

fn through<T: DeserializeOwned + Serialize>(value: &Value) -> Result<Value, serde_json::Error> {
    // Through text, as on the wire, so that nothing leans on the order or identity of values.
    let decoded: T = serde_json::from_str(&value.to_string())?;
    serde_json::from_str(&serde_json::to_string(&decoded)?)
}

/// The same type of both sides.
macro_rules! both {
    ($($path:tt)+) => {
        [through::<unplug_client::$($path)+> as RoundTrip, through::<unplug_server_stub::$($path)+>]
    };
}

/// The types that an example belongs to. A new place in a document needs a new line here.
fn types_of(vendor: Vendor, part: Part) -> [RoundTrip; 2] {
    match (vendor, part) {
        (Vendor::Rocketchat, Part::Request) => both!(rocketchat::types::IntegrationsRemoveBody),
        (Vendor::Rocketchat, Part::Response(Code(200))) => both!(rocketchat::types::IntegrationsRemoveOkBody),
        (Vendor::Rocketchat, Part::Response(Code(400))) => {
            both!(rocketchat::types::IntegrationsRemoveBadRequestBody)
        }
        (Vendor::Rocketchat, Part::Response(Code(401))) => both!(rocketchat::types::AuthorizationError),
        (Vendor::Rocketchat, Part::Response(Code(403))) => {
            both!(rocketchat::types::IntegrationsRemoveForbiddenBody)
        }
        (Vendor::Rocketchat, Part::Response(Code(429))) => {
            both!(rocketchat::types::IntegrationsRemoveTooManyRequestsBody)
        }
        (Vendor::Kombo, Part::Request) => [through::<serde_json::Map<String, Value>>; 2],
        (Vendor::Kombo, Part::Response(Code(200))) => {
            both!(kombo::types::DeleteIntegrationsIntegrationIdPositiveResponse)
        }
        (Vendor::Kombo, Part::Response(DefaultStatus)) => both!(kombo::types::ErrorResponseGeneral),
        (Vendor::Vercel, Part::Response(Code(429))) => both!(vercel::types::RateLimitedResponse),
        (Vendor::Vercel, Part::Response(Code(400..=410))) => both!(vercel::types::ErrorResponse),
        (Vendor::Vercel, Part::Parameter) => [through::<String>; 2],
        other => panic!("no type is known for examples of {other:?}"),
    }
}

fn assert_equal(vendor: Vendor, example: &Example) {
    for (side, round_trip) in ["client", "server"].into_iter().zip(types_of(vendor, example.part)) {
        let place = format!("{} {:?} `{}`, {side}", vendor.name(), example.part, example.name);
        match round_trip(&example.value) {
            Ok(value) => assert_eq!(value, example.value, "{place}"),
            Err(error) => panic!("{place}: {error}"),
        }
    }
}

#[test]
fn every_example_survives_both_sides() {
    for (vendor, at_least) in [(Vendor::Rocketchat, 16), (Vendor::Kombo, 4), (Vendor::Vercel, 6)] {
        let examples = examples::all(&vendor.document().api);
        assert!(examples.len() >= at_least, "{}: {} examples", vendor.name(), examples.len());
        for example in &examples {
            assert_equal(vendor, example);
        }
    }
}

#[track_caller]
fn assert_refused(vendor: Vendor, part: Part, value: &Value) {
    for round_trip in types_of(vendor, part) {
        assert!(round_trip(value).is_err(), "{value} was taken");
    }
}

#[track_caller]
fn assert_survives(vendor: Vendor, part: Part, value: &Value) {
    for round_trip in types_of(vendor, part) {
        assert_eq!(&round_trip(value).unwrap(), value);
    }
}

#[test]
fn an_unknown_code_keeps_its_text() {
    let part = Part::Response(DefaultStatus);
    let envelope = |code: Value| json!({"status": "error", "error": {"code": code, "title": null, "message": "m", "log_url": null}});
    for code in
        ["INTEGRATION.MODEL_NOT_AVAILABLE", "", "Other", "other", "PLATFORM.rate_limit_exceeded", "é\u{0}"]
    {
        assert_survives(Vendor::Kombo, part, &envelope(json!(code)));
    }
    assert_survives(Vendor::Kombo, part, &envelope(Value::Null));
    for code in [json!(5), json!({}), json!(["PLATFORM.INPUT_INVALID"])] {
        assert_refused(Vendor::Kombo, part, &envelope(code));
    }
    let vercel = json!({"error": {"code": "teapot", "message": "m"}});
    assert_survives(Vendor::Vercel, Part::Response(Code(404)), &vercel);
}

#[test]
fn absent_and_null_are_kept_apart() {
    let part = Part::Response(DefaultStatus);
    let error = json!({"code": null, "title": null, "message": "m", "log_url": null});
    for field in ["code", "title", "message", "log_url"] {
        let mut error = error.clone();
        error.as_object_mut().unwrap().remove(field);
        // Required, also where it may be null.
        assert_refused(Vendor::Kombo, part, &json!({"status": "error", "error": error}));
    }
    let mut null = error.clone();
    null["message"] = Value::Null;
    assert_refused(Vendor::Kombo, part, &json!({"status": "error", "error": null}));

    let refusal = json!({"success": false, "error": "e"});
    let part = Part::Response(Code(400));
    assert_survives(Vendor::Rocketchat, part, &refusal);
    let mut null = refusal;
    null["errorType"] = Value::Null;
    // Optional, but not nullable.
    assert_refused(Vendor::Rocketchat, part, &null);
}

#[test]
fn a_constant_is_checked() {
    for value in [
        json!({"success": true, "error": "e"}),
        json!({"success": "false", "error": "e"}),
        json!({"error": "e"}),
    ] {
        assert_refused(Vendor::Rocketchat, Part::Response(Code(400)), &value);
    }
    for value in [
        json!({"status": "failure", "data": {}}),
        json!({"status": 1, "data": {}}),
        json!({"status": "success"}),
    ] {
        assert_refused(Vendor::Kombo, Part::Response(Code(200)), &value);
    }
}

#[test]
fn the_true_types_of_a_stored_integration_are_asked_for() {
    let examples = examples::all(&Vendor::Rocketchat.document().api);
    let part = Part::Response(Code(200));
    let good = examples.into_iter().find(|example| example.part == part).unwrap().value;
    for (field, wrong) in [
        ("channel", json!(false)),
        ("channel", json!("#general")),
        ("enabled", json!("true")),
        ("scriptEnabled", json!("sendMessage")),
        ("_createdBy", json!("rocket.cat")),
        ("urls", json!("http://one.example")),
    ] {
        let mut bad = good.clone();
        bad["integration"][field] = wrong;
        assert_refused(Vendor::Rocketchat, part, &bad);
    }
    let mut nobody = good;
    nobody["integration"]["_createdBy"] = Value::Null;
    assert_survives(Vendor::Rocketchat, part, &nobody);
}

#[test]
fn unknown_fields_are_ignored_and_free_form_ones_kept() {
    let value = json!({"status": "success", "data": {"a": [1, {"b": null}]}});
    assert_survives(Vendor::Kombo, Part::Response(Code(200)), &value);
    let mut more = value.clone();
    more["more"] = json!(1);
    for round_trip in types_of(Vendor::Kombo, Part::Response(Code(200))) {
        assert_eq!(round_trip(&more).unwrap(), value);
    }
}
