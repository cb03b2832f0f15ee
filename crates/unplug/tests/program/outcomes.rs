//! What `unplug remove` says of the vendors' answers, and its exit codes.

use serde_json::{Value, json};

use crate::support::{
    Folder, KOMBO_ELSEWHERE, REMOVALS, ROCKETCHAT, ROCKETCHAT_NOBODY, ROCKETCHAT_OWN, Server, VERCEL,
    VERCEL_READ_ONLY, unplug,
};

const ROCKETCHAT_REMOVAL: usize = 0;
const KOMBO_REMOVAL: usize = 1;
const VERCEL_REMOVAL: usize = 2;

/// The fields that say what happened.
fn result(outcome: &Value) -> (&str, Option<u64>, Option<&str>) {
    (outcome["outcome"].as_str().unwrap(), outcome["status"].as_u64(), outcome["code"].as_str())
}

#[test]
fn removed_at_each_vendor_and_then_gone() {
    let folder = Folder::new();
    let server = Server::demo(&folder);
    let gone = [
        (400, None, "No integration found."),
        (404, Some("PLATFORM.INTEGRATION_NOT_FOUND"), "There is no integration with the ID"),
        (404, Some("not_found"), "Could not find the Integration Configuration"),
    ];
    // Vercel's answer does not say whether the removal has yet to be settled.
    let done = ["removed", "removed", "accepted"];
    for ((removal, outcome), (status, code, message)) in REMOVALS.iter().zip(done).zip(gone) {
        let first = removal.run(&server.url, &[]).json(0);
        assert_eq!(first["outcome"], outcome);
        let second = removal.run(&server.url, &[]).json(3);
        assert_eq!(result(&second), ("gone", Some(status), code));
        let words = second["message"].as_str().unwrap();
        assert!(words.contains(message), "{words}");
    }
}

#[test]
fn the_result_as_json_has_these_fields() {
    let folder = Folder::new();
    let server = Server::demo(&folder);
    let outcomes: Vec<Value> = REMOVALS.iter().map(|removal| removal.run(&server.url, &[]).json(0)).collect();
    assert_eq!(
        outcomes,
        [
            json!({
                "api": "rocketchat",
                "integration": "oNLthAt9RwMw39N2B",
                "outcome": "removed",
                "status": 200,
                "code": null,
                "message": "removed \"Testing via REST API\" (oNLthAt9RwMw39N2B) and its history",
                "retry_after_seconds": null,
            }),
            json!({
                "api": "kombo",
                "integration": "workday:HWUTwvyx2wLoSUHphiWVrp28",
                "outcome": "removed",
                "status": 200,
                "code": null,
                "message": "deleted; this cannot be undone",
                "retry_after_seconds": null,
            }),
            json!({
                "api": "vercel",
                "integration": "icfg_3bwCLgxL8qt5kjRLcv2Dit7F",
                "outcome": "accepted",
                "status": 204,
                "code": null,
                "message": "removed, or to be removed, with its webhooks, log drains and project env variables",
                "retry_after_seconds": null,
            }),
        ]
    );
}

#[test]
fn the_result_as_text_is_one_line() {
    let folder = Folder::new();
    let server = Server::demo(&folder);
    let url = format!("{}/vercel", server.url);
    let arguments = ["remove", "vercel", "--server", &url, "icfg_3bwCLgxL8qt5kjRLcv2Dit7F"];
    assert_eq!(
        unplug(&arguments, VERCEL).stdout,
        "vercel icfg_3bwCLgxL8qt5kjRLcv2Dit7F: accepted (204): \
         removed, or to be removed, with its webhooks, log drains and project env variables\n"
    );
    let again = unplug(&arguments, VERCEL);
    assert_eq!(again.code, 3);
    assert_eq!(
        again.stdout,
        "vercel icfg_3bwCLgxL8qt5kjRLcv2Dit7F: gone (404): \
         Could not find the Integration Configuration: icfg_3bwCLgxL8qt5kjRLcv2Dit7F\n"
    );
}

#[test]
fn rocketchat_removes_by_target_url_and_never_the_other_family() {
    let folder = Folder::new();
    let server = Server::demo(&folder);
    let url = format!("{}/rocketchat", server.url);
    let remove = |arguments: &[&str]| {
        let mut all = vec!["remove", "rocketchat", "--output", "json"];
        all.extend(arguments);
        unplug(&all, &[ROCKETCHAT, &[("ROCKETCHAT_URL", url.as_str())]].concat())
    };
    // An outgoing integration under the wrong type.
    remove(&["--type", "incoming", "oQ7dWm4XcVb9KtR2s"]).json(3);
    let target = "https://mirror.example.com/hook";
    let removed = remove(&["--type", "outgoing", "--target-url", target]).json(0);
    assert_eq!(removed["integration"], target);
    assert!(removed["message"].as_str().unwrap().contains("oQ7dWm4XcVb9KtR2s"), "{removed}");
    remove(&["--type", "outgoing", "oQ7dWm4XcVb9KtR2s"]).json(3);
    // The vendor's own word for the family.
    remove(&["--type", "webhook-incoming", "iJ5sTn8FhGz3PwL6v"]).json(0);
}

#[test]
fn vercel_removes_for_a_team_named_by_id_or_by_slug() {
    for more in [["--team-id", "team_1a2b3c4d5e6f7g8h9i0j1k2l"], ["--slug", "my-team-url-slug"]] {
        let folder = Folder::new();
        let server = Server::demo(&folder);
        let id = "icfg_cuwj0AdCdH3BwWT4LPijCC7t";
        let removal = &REMOVALS[VERCEL_REMOVAL];
        removal.run_as(VERCEL, &server.url, id, &[]).json(3);
        removal.run_as(VERCEL, &server.url, id, &more).json(0);
        removal.run_as(VERCEL, &server.url, id, &more).json(3);
    }
}

#[test]
fn uninstalled_already_is_gone_too() {
    let folder = Folder::new();
    let server = Server::demo(&folder);
    let run = REMOVALS[VERCEL_REMOVAL].run_as(VERCEL, &server.url, "icfg_9yTgHvB2nMzXcQwErUiOpAsD", &[]);
    assert_eq!(result(&run.json(3)), ("gone", Some(410), Some("gone")));
}

#[test]
fn credentials_that_are_not_accepted_are_4() {
    let folder = Folder::new();
    let server = Server::demo(&folder);
    let wrong = [
        ("ROCKETCHAT_AUTH_TOKEN", "wrong"),
        ("ROCKETCHAT_USER_ID", "aobEdbYhXfu5hkeqG"),
        ("KOMBO_API_KEY", "wrong"),
        ("VERCEL_TOKEN", "wrong"),
    ];
    let codes = [None, Some("PLATFORM.AUTHENTICATION_INVALID"), Some("forbidden")];
    for (removal, code) in REMOVALS.iter().zip(codes) {
        let refused = removal.run_as(&wrong, &server.url, removal.id, &[]).json(4);
        assert_eq!(result(&refused), ("unauthenticated", Some(401), code), "{}", removal.api);
        removal.run(&server.url, &[]).json(0);
    }
}

#[test]
fn credentials_that_do_not_allow_it_are_5() {
    let folder = Folder::new();
    let server = Server::demo(&folder);
    let incoming_of_somebody = "iJ5sTn8FhGz3PwL6v";
    let [rocketchat, kombo, vercel] = &REMOVALS;
    let nobody = rocketchat.run_as(ROCKETCHAT_NOBODY, &server.url, rocketchat.id, &[]);
    assert_eq!(result(&nobody.json(5)), ("forbidden", Some(403), None));
    let url = format!("{}/rocketchat", server.url);
    let arguments = [
        "remove",
        "rocketchat",
        "--output",
        "json",
        "--server",
        &url,
        "--type",
        "incoming",
        incoming_of_somebody,
    ];
    // A 400 on the wire.
    let not_own = unplug(&arguments, ROCKETCHAT_OWN).json(5);
    assert_eq!(result(&not_own), ("forbidden", Some(400), Some("error-invalid-integration")));
    let elsewhere = kombo.run_as(KOMBO_ELSEWHERE, &server.url, kombo.id, &[]);
    assert_eq!(result(&elsewhere.json(5)), ("forbidden", Some(403), Some("PLATFORM.IP_NOT_WHITELISTED")));
    let read_only = vercel.run_as(VERCEL_READ_ONLY, &server.url, vercel.id, &[]);
    assert_eq!(result(&read_only.json(5)), ("forbidden", Some(403), Some("forbidden")));
    for removal in &REMOVALS {
        removal.run(&server.url, &[]).json(0);
    }
}

#[test]
fn an_exceeded_rate_limit_is_6_and_says_how_long_to_wait() {
    /// Rocket.Chat's documented default, per minute.
    const CALLS: usize = 10;
    let folder = Folder::new();
    let server = Server::demo(&folder);
    let removal = &REMOVALS[ROCKETCHAT_REMOVAL];
    for _ in 0..CALLS {
        removal.run_as(ROCKETCHAT, &server.url, "nothing", &[]).json(3);
    }
    let limited = removal.run(&server.url, &[]).json(6);
    assert_eq!(result(&limited), ("rate-limited", Some(429), Some("error-too-many-requests")));
    let wait = limited["retry_after_seconds"].as_u64().unwrap();
    assert!((1..=60).contains(&wait), "{limited}");
    let mut arguments = vec!["remove", "rocketchat", "--type", "outgoing", "nothing"];
    let url = format!("{}/rocketchat", server.url);
    arguments.extend(["--server", &url]);
    let text = unplug(&arguments, ROCKETCHAT);
    assert_eq!(text.code, 6);
    assert!(text.stdout.contains("; try again in "), "{text:?}");
    assert_eq!(text.stdout.lines().count(), 1);
}

#[test]
fn a_wrong_request_is_7() {
    let folder = Folder::new();
    let server = Server::demo(&folder);
    let removal = &REMOVALS[VERCEL_REMOVAL];
    let teams = ["--team-id", "team_1a2b3c4d5e6f7g8h9i0j1k2l", "--slug", "another-team"];
    let refused = removal.run(&server.url, &teams).json(7);
    assert_eq!(result(&refused), ("invalid", Some(400), Some("bad_request")));
    // The path would be that of another operation.
    let unsent = REMOVALS[KOMBO_REMOVAL].run_as(REMOVALS[KOMBO_REMOVAL].credentials, &server.url, "..", &[]);
    let unsent = unsent.json(7);
    assert_eq!(result(&unsent), ("invalid", None, None));
    assert!(unsent["message"].as_str().unwrap().contains("nothing was sent"), "{unsent}");
}

#[test]
fn any_id_arrives_as_it_is() {
    let folder = Folder::new();
    let server = Server::demo(&folder);
    for id in ["a/b", "ä ö", "a?b#c", "%2e%2e", "a\"b\\c", "*"] {
        for removal in &REMOVALS {
            let gone = removal.run_as(removal.credentials, &server.url, id, &[]).json(3);
            assert_eq!(gone["integration"], id);
            if removal.api != "rocketchat" {
                let words = gone["message"].as_str().unwrap();
                assert!(words.contains(id), "{words}");
            }
        }
    }
}

#[test]
fn anything_else_is_1_or_2_and_prints_no_result() {
    for removal in &REMOVALS {
        let missing = removal.run_as(&[], "http://127.0.0.1:1", "a", &[]);
        let name = removal.credentials[0].0;
        assert_eq!(missing.error(1), format!("set {name} in the environment, or give --credentials FILE"));
        let wrong = removal.run(" ", &["--attempts", "0"]);
        assert!(wrong.error(2).contains("--attempts"), "{wrong:?}");
    }
}

#[test]
fn another_program_s_answer_is_9_and_never_taken_for_gone() {
    let folder = Folder::new();
    let server = Server::demo(&folder);
    for removal in &REMOVALS {
        // Below the wrong vendor, where every path is a 404.
        let other = if removal.api == "kombo" { "/vercel" } else { "/kombo/v1" };
        let url = format!("{}{other}", server.url);
        let mut arguments = vec!["remove"];
        arguments.extend(removal.arguments);
        arguments.extend(["--server", &url, "--output", "json", removal.id]);
        let outcome = unplug(&arguments, removal.credentials).json(9);
        assert_eq!(result(&outcome), ("unexpected", Some(404), None));
        let words = outcome["message"].as_str().unwrap();
        assert!(words.ends_with("Is the server URL right?"), "{words}");
    }
}
