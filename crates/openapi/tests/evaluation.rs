//! What becomes of corrections in a newer copy of their document.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;
use std::sync::Arc;

use serde_json::{Value, json};
use unplug_openapi::overlay::{self, Evaluation, Outcome};
use unplug_openapi::rewrite::rewrite;
use unplug_openapi::syntax::{self, Node, SourceFile};

fn node(name: &str, text: &str) -> Node {
    let file = Arc::new(SourceFile::new(name, text));
    syntax::parse(file).unwrap_or_else(|findings| panic!("{findings:?}"))
}

/// An overlay with these targets, and what happens there as a member in YAML flow style.
fn overlay(actions: &[(&str, &str)]) -> Node {
    let mut text = "overlay: 1.1.0\ninfo: {title: T, version: '1'}\nactions:\n".to_owned();
    for (target, change) in actions {
        let target = Value::from(*target);
        writeln!(text, "- {{description: d, x-source: s, target: {target}, {change}}}").unwrap();
    }
    node("doc.overlay.yaml", &text)
}

fn evaluate(ours: &str, newer: &str, actions: &[(&str, &str)]) -> Evaluation {
    overlay::evaluate(&node("ours.yaml", ours), &node("newer.yaml", newer), &overlay(actions)).unwrap()
}

fn outcomes(evaluation: &Evaluation) -> Vec<&str> {
    evaluation.judgements.iter().map(|judgement| judgement.outcome.as_str()).collect()
}

const OURS: &str = "a: {type: string, required: 'true'}\nb: {required: 'true'}\n";

#[test]
fn an_update_that_the_publisher_has_made_is_unnecessary() {
    let found = evaluate(OURS, "a: {type: integer}\n", &[("$.a", "update: {type: integer}")]);
    assert_eq!(outcomes(&found), ["unnecessary"]);
    assert_eq!(found.corrected.to_json(), json!({"a": {"type": "integer"}}));
}

#[test]
fn a_removal_does_not_hide_what_the_publisher_changed() {
    let ours = "a: {enum: [x, y], n: 1}\nlist: [one, two]\n";
    let newer = "a: {enum: [x, z], n: 2}\nlist: [zero, one, three]\n";
    let actions =
        [("$.a.enum", "remove: true"), ("$.a.n", "remove: true"), ("$.list[?@ == 'one']", "remove: true")];
    let found = evaluate(ours, newer, &actions);
    assert_eq!(outcomes(&found), ["stands", "stands", "stands"]);
    let hidden: Vec<Vec<(&str, &str)>> = found
        .judgements
        .iter()
        .map(|judgement| judgement.hidden.iter().map(|hidden| (&*hidden.pointer, &*hidden.text)).collect())
        .collect();
    assert_eq!(
        hidden,
        [vec![("/a/enum", "\"z\" is new, \"y\" is gone")], vec![("/a/n", "was 1, is 2")], vec![]]
    );
}

#[test]
fn a_target_that_selects_the_wrong_value_is_followed_to_where_it_was() {
    let actions = [("$[?@.required == 'true']", "update: {required: true}")];
    let found = evaluate(OURS, "b: {required: true}\na: {required: true}\n", &actions);
    assert_eq!(outcomes(&found), ["unnecessary"]);
    let places: Vec<_> = found.judgements[0].targets.iter().map(|place| place.pointer.as_str()).collect();
    assert_eq!(places, ["/a", "/b"]);
    assert_eq!(found.judgements[0].targets[0].label("").file.name, "newer.yaml");
}

#[test]
fn of_a_target_at_two_places_one_may_be_mended() {
    let actions = [("$[?@.required == 'true']", "update: {required: true}")];
    let found = evaluate(OURS, "a: {required: true}\nb: {required: 'true'}\n", &actions);
    assert!(matches!(&found.judgements[0].outcome, Outcome::Partly { made } if made == &["/a"]));
    assert_eq!(found.corrected.to_json(), json!({"a": {"required": true}, "b": {"required": true}}));
}

#[test]
fn of_two_places_one_may_be_lost() {
    let actions = [("$[?@.required == 'true']", "update: {required: true}")];
    let found = evaluate(OURS, "b: {required: 'true'}\n", &actions);
    assert_eq!(outcomes(&found), ["stands"]);
    assert_eq!(found.judgements[0].lost, ["/a"]);
    // Where neither is there, or only in a third form, nothing can be corrected.
    for newer in ["c: 1\n", "a: {required: true}\nb: {required: 'maybe'}\n"] {
        assert_eq!(outcomes(&evaluate(OURS, newer, &actions)), ["inapplicable"], "{newer}");
    }
}

#[test]
fn an_update_may_be_made_in_part() {
    let actions = [("$.a", "update: {type: integer, format: int64, required: true}")];
    let ours = "a: {type: integer, required: 'true'}\n";
    let found = evaluate(ours, "a: {type: integer, required: true}\n", &actions);
    // `type` was right before, so only `required` has been made.
    assert!(matches!(&found.judgements[0].outcome, Outcome::Partly { made } if made == &["/a/required"]));
    let expected = json!({"a": {"type": "integer", "required": true, "format": "int64"}});
    assert_eq!(found.corrected.to_json(), expected);
}

#[test]
fn a_list_that_is_there_is_not_appended_twice() {
    let actions = [("$.a", "update: {required: [x, y], title: T}")];
    let found = evaluate("a: {type: object}\n", "a: {required: [y, x]}\n", &actions);
    assert!(matches!(&found.judgements[0].outcome, Outcome::Partly { made } if made == &["/a/required"]));
    assert_eq!(found.corrected.to_json(), json!({"a": {"required": ["y", "x"], "title": "T"}}));
    let found = evaluate("a: {type: object}\n", "a: {required: [y, x, z], title: T}\n", &actions);
    assert_eq!(outcomes(&found), ["unnecessary"]);
    // Half of a list is no part that has been made.
    let found = evaluate("a: {type: object}\n", "a: {required: [x]}\n", &actions);
    assert_eq!(outcomes(&found), ["stands"]);
}

#[test]
fn an_item_is_appended_only_where_it_is_missing() {
    let actions = [("$.tags", "update: {name: x}")];
    assert_eq!(outcomes(&evaluate("tags: []\n", "tags: [{name: x}]\n", &actions)), ["unnecessary"]);
    assert_eq!(outcomes(&evaluate("tags: []\n", "tags: [{name: y}]\n", &actions)), ["stands"]);
}

#[test]
fn a_removal_is_unnecessary_when_only_its_target_is_gone() {
    let actions = [("$.a.required", "remove: true")];
    let found = evaluate(OURS, "a: {type: string}\n", &actions);
    assert_eq!(outcomes(&found), ["unnecessary"]);
    assert_eq!(found.judgements[0].targets[0].pointer, "/a");
    assert_eq!(outcomes(&evaluate(OURS, OURS, &actions)), ["stands"]);
    assert_eq!(outcomes(&evaluate(OURS, "b: 1\n", &actions)), ["inapplicable"]);
    let both = [("$[*].required", "remove: true")];
    let found = evaluate(OURS, "a: {type: string}\nb: {required: 'true'}\n", &both);
    assert!(matches!(&found.judgements[0].outcome, Outcome::Partly { made } if made == &["/a/required"]));
}

#[test]
fn a_removal_and_what_takes_its_place_count_together() {
    let actions = [
        ("$.a.type", "remove: true"),
        ("$.a", "update: {type: [string, integer]}"),
        ("$.b", "update: {x: 1}"),
    ];
    let found = evaluate(OURS, "a: {type: [string, integer]}\nb: {}\n", &actions);
    assert_eq!(outcomes(&found), ["unnecessary", "unnecessary", "stands"]);
    let found = evaluate(OURS, OURS, &actions);
    assert_eq!(outcomes(&found), ["stands", "stands", "stands"]);
}

#[test]
fn a_value_of_another_kind_cannot_be_corrected() {
    let found = evaluate("a: {b: {}}\n", "a: {b: text}\n", &[("$.a", "update: {b: {c: 1}}")]);
    let Outcome::Inapplicable { why } = &found.judgements[0].outcome else { panic!("{found:?}") };
    assert_eq!(why.rule, "overlay-incompatible");
    assert_eq!(found.corrected.to_json(), json!({"a": {"b": "text"}}));
}

#[test]
fn a_copy_whose_source_is_gone_cannot_be_made() {
    let actions = [("$.a", "copy: $.b")];
    let ours = "a: {}\nb: {x: 1}\n";
    assert_eq!(outcomes(&evaluate(ours, "a: {}\n", &actions)), ["inapplicable"]);
    assert_eq!(outcomes(&evaluate(ours, "a: {x: 1}\nb: {x: 1}\n", &actions)), ["unnecessary"]);
    assert_eq!(outcomes(&evaluate(ours, "a: {}\nb: {x: 2}\n", &actions)), ["stands"]);
}

#[test]
fn an_overlay_that_does_not_fit_our_own_copy_is_not_evaluated() {
    let actions = overlay(&[("$.nothing", "remove: true")]);
    let problems =
        overlay::evaluate(&node("ours.yaml", OURS), &node("newer.yaml", OURS), &actions).unwrap_err();
    assert_eq!(problems[0].rule, "correction-matches-nothing");
}

#[test]
fn the_rest_of_an_overlay_keeps_its_text() {
    let text = "\
overlay: 1.1.0 # the version
info: {title: T, version: '1'}
actions:
  # One
  - target: $.a
    description: d
    x-source: s
    update: {type: integer}   # as of 2026

  # Two
  - target: $.b
    description: >-
      folded
      text
    x-source: [s, t]
    update:
      required: true
      title: \"B\"
";
    let actions = node("doc.overlay.yaml", text);
    let newer = "a: {type: integer}\nb: {required: true}\n";
    let found = overlay::evaluate(&node("ours.yaml", OURS), &node("newer.yaml", newer), &actions).unwrap();
    assert_eq!(outcomes(&found), ["unnecessary", "partly-made"]);
    let rest = rewrite(&actions, &found.remaining(&actions).unwrap()).unwrap();
    let expected = text
        .replace("  - target: $.a\n    description: d\n    x-source: s\n", "")
        .replace("    update: {type: integer}   # as of 2026\n", "")
        .replace("      required: true\n", "");
    assert_eq!(rest, expected);
    let all = "a: {type: integer}\nb: {required: true, title: B}\n";
    let found = overlay::evaluate(&node("ours.yaml", OURS), &node("newer.yaml", all), &actions).unwrap();
    assert!(found.remaining(&actions).is_none());
}

#[test]
fn rocketchats_newer_copy_has_three_of_our_corrections() {
    let specs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../specs");
    let upstream =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/upstream/rocketchat-integrations.yaml");
    let Ok(newer) = std::fs::read_to_string(&upstream) else {
        // Not `eprintln!`, which the test runner keeps to itself when a test passes.
        let line = b"skipped: the file ../shared/upstream/rocketchat-integrations.yaml is not there\n";
        std::io::stderr().write_all(line).unwrap();
        return;
    };
    let read = |name: &str| node(name, &std::fs::read_to_string(specs.join(name)).unwrap());
    let (ours, actions) = (read("rocketchat.json"), read("rocketchat.overlay.yaml"));
    let found = overlay::evaluate(&ours, &node("newer.yaml", &newer), &actions).unwrap();
    for judgement in &found.judgements {
        eprintln!("{:>12} {} {:?}", judgement.outcome.as_str(), judgement.action.target, judgement.outcome);
    }
    let made: Vec<&str> = found.unnecessary().map(|judgement| judgement.action.target.as_str()).collect();
    let post = "$.paths['/api/v1/integrations.remove'].post.responses";
    assert_eq!(
        made,
        [
            "$.components.parameters[?@.required == 'true']".to_owned(),
            format!(
                "{post}['200'].content['application/json'].examples['Outgoing integration example'].value"
            ),
            format!("{post}['400'].content['application/json'].examples[?@.value.success == 'false'].value"),
        ]
    );
    let text = rewrite(&actions, &found.remaining(&actions).unwrap()).unwrap();
    let lines = |text: &str| text.lines().count();
    assert!(lines(&text) < lines(&actions.file.text));
    for line in text.lines() {
        assert!(actions.file.text.lines().any(|own| own == line), "{line}");
    }
}
