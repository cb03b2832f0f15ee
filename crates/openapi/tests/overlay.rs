//! Applying overlays: what they change, and every way in which one can be wrong.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use std::fmt::Write as _;
use std::sync::Arc;

use proptest::prelude::*;
use serde_json::{Value, json};
use unplug_openapi::diagnostic::{self, Diagnostic, Severity};
use unplug_openapi::overlay::{self, ActionKind, AppliedAction, Strictness};
use unplug_openapi::syntax::{self, Node, SourceFile};

const DOCUMENT: &str = r#"openapi: 3.0.0
info: {title: T, version: "1"}
paths:
  /a:
    get:
      parameters:
        - {name: id, in: query, required: "true"}
        - {name: dummy, in: query}
      tags: [x, y]
  /b:
    get: {summary: B}
"#;

fn node(name: &str, text: &str) -> Node {
    let file = Arc::new(SourceFile::new(name, text));
    syntax::parse(file).unwrap_or_else(|findings| panic!("{findings:?}"))
}

type Outcome = (Node, Vec<AppliedAction>, Vec<Diagnostic>);

/// A target and what happens there, the latter as a member in YAML flow style.
type Action<'a> = (&'a str, &'a str);

/// Applies an overlay with these actions; all have the same evidence.
fn apply_to(document: &str, version: &str, actions: &[Action<'_>], strictness: Strictness) -> Outcome {
    let mut text = format!("overlay: {version}\ninfo: {{title: T, version: '1'}}\nactions:\n");
    for (target, change) in actions {
        let target = Value::from(*target);
        writeln!(text, "- {{description: d, x-source: s, target: {target}, {change}}}").unwrap();
    }
    overlay::apply(node("doc.yaml", document), node("doc.overlay.yaml", &text), strictness)
}

fn apply(version: &str, actions: &[Action<'_>]) -> Outcome {
    apply_to(DOCUMENT, version, actions, Strictness::Corrections)
}

fn corrected(version: &str, actions: &[Action<'_>]) -> Value {
    let (root, applied, findings) = apply(version, actions);
    assert!(findings.is_empty(), "{}", diagnostic::render(&findings, false));
    assert_eq!(applied.len(), actions.len());
    root.to_json()
}

fn rules(findings: &[Diagnostic]) -> Vec<&str> {
    findings.iter().map(|finding| finding.rule).collect()
}

/// The rules of an overlay that leaves the document as it is.
fn refused(version: &str, actions: &[Action<'_>]) -> Vec<&'static str> {
    let (root, applied, findings) = apply(version, actions);
    assert_eq!(root.to_json(), node("doc.yaml", DOCUMENT).to_json());
    assert!(applied.is_empty());
    findings.iter().map(|finding| finding.rule).collect()
}

#[test]
fn an_update_merges_objects_deeply() {
    let value = corrected(
        "1.0.0",
        &[("$.paths['/a']", "update: {get: {summary: A, tags: [z]}, post: {summary: new}}")],
    );
    let get = &value["paths"]["/a"]["get"];
    assert_eq!(get["summary"], "A");
    assert_eq!(get["tags"], json!(["x", "y", "z"]));
    assert_eq!(get["parameters"].as_array().unwrap().len(), 2);
    assert_eq!(value["paths"]["/a"]["post"], json!({"summary": "new"}));
}

#[test]
fn an_update_replaces_a_primitive_by_one_of_another_type() {
    let target = "$.paths['/a'].get.parameters[?@.name == 'id']";
    let value = corrected("1.0.0", &[(target, "update: {required: true}")]);
    assert_eq!(value["paths"]["/a"]["get"]["parameters"][0]["required"], json!(true));
}

#[test]
fn an_array_target_gets_items_appended() {
    for version in ["1.0.0", "1.1.0"] {
        let target = "$.paths['/a'].get.tags";
        let tags = |update: &str| {
            let value = corrected(version, &[(target, &format!("update: {update}"))]);
            value["paths"]["/a"]["get"]["tags"].clone()
        };
        assert_eq!(tags("{n: 1}"), json!(["x", "y", {"n": 1}]));
        assert_eq!(tags("z"), json!(["x", "y", "z"]));
        assert_eq!(tags("[z, w]"), json!(["x", "y", "z", "w"]));
    }
}

#[test]
fn updates_of_primitive_values_came_with_1_1() {
    let update = ("$.paths['/b'].get.summary", "update: Better");
    assert_eq!(corrected("1.1.0", &[update])["paths"]["/b"]["get"]["summary"], "Better");
    assert_eq!(refused("1.0.0", &[update]), ["overlay-target"]);
    let remove = ("$.paths['/a'].get.tags[?@ == 'x']", "remove: true");
    assert_eq!(corrected("1.1.0", &[remove])["paths"]["/a"]["get"]["tags"], json!(["y"]));
    assert_eq!(corrected("1.0.0", &[remove])["paths"]["/a"]["get"]["tags"], json!(["y"]));
}

#[test]
fn removal_takes_every_match_whatever_the_indexes() {
    let value = corrected("1.0.0", &[("$.paths['/a'].get.parameters[*]", "remove: true")]);
    assert_eq!(value["paths"]["/a"]["get"]["parameters"], json!([]));
    let value = corrected("1.1.0", &[("$..get", "remove: true"), ("$.paths['/b']", "remove: true")]);
    assert_eq!(value["paths"], json!({"/a": {}}));
    // A parent and its child at once.
    let value = corrected("1.1.0", &[("$.paths['/a'].get.parameters[0]['name','in']", "remove: true")]);
    assert_eq!(value["paths"]["/a"]["get"]["parameters"][0], json!({"required": "true"}));
    let value = corrected("1.1.0", &[("$.paths..*", "remove: true")]);
    assert_eq!(value["paths"], json!({}));
}

#[test]
fn copy_merges_a_value_from_elsewhere() {
    let copy = ("$.paths['/b'].get", "copy: \"$.paths['/a'].get\"");
    let value = corrected("1.1.0", &[copy]);
    assert_eq!(value["paths"]["/b"]["get"]["summary"], "B");
    assert_eq!(value["paths"]["/b"]["get"]["tags"], json!(["x", "y"]));
    assert_eq!(refused("1.0.0", &[copy]), ["overlay-unknown-field"]);
    let several = ("$.paths['/b'].get", "copy: \"$.paths.*.get\"");
    assert_eq!(refused("1.1.0", &[several]), ["overlay-copy"]);
    let none = ("$.paths['/b'].get", "copy: \"$.nowhere\"");
    assert_eq!(refused("1.1.0", &[none]), ["overlay-copy"]);
}

#[test]
fn actions_build_on_each_other() {
    let value = corrected(
        "1.1.0",
        &[
            ("$.paths['/a'].get.tags", "remove: true"),
            ("$.paths['/a'].get", "update: {tags: {now: object}}"),
            ("$.paths['/a'].get.tags.now", "update: text"),
        ],
    );
    assert_eq!(value["paths"]["/a"]["get"]["tags"], json!({"now": "text"}));
}

#[test]
fn a_record_says_what_was_done_and_why() {
    let text = "overlay: 1.1.0\ninfo: {title: T, version: '1'}\nextends: doc.yaml\nx-note: n\nactions:\n\
                - target: $.paths.*.get\n  description: claim, then reality\n  x-source: [one, two]\n  update: {x-a: 1}\n";
    let overlay = node("doc.overlay.yaml", text);
    let (_, applied, findings) = overlay::apply(node("doc.yaml", DOCUMENT), overlay, Strictness::Corrections);
    assert!(findings.is_empty());
    let [action] = applied.as_slice() else { panic!("{applied:?}") };
    assert_eq!(action.target, "$.paths.*.get");
    assert_eq!(action.description, "claim, then reality");
    assert_eq!(action.sources, ["one", "two"]);
    assert_eq!(action.matches, ["/paths/~1a/get", "/paths/~1b/get"]);
    assert_eq!(action.kind, ActionKind::Update);
    assert_eq!(action.file.name, "doc.overlay.yaml");
    assert!(action.file.slice(action.span).starts_with("target: $.paths"));
}

#[test]
fn corrected_values_point_at_the_overlay_and_others_at_the_document() {
    let (root, _, _) = apply("1.1.0", &[("$.info", "update: {title: New, x-a: {b: 1}}")]);
    let file = |pointer: &str| root.pointer(pointer).unwrap().file.name.clone();
    assert_eq!(file("/info/title"), "doc.overlay.yaml");
    assert_eq!(file("/info/x-a/b"), "doc.overlay.yaml");
    assert_eq!(file("/info/version"), "doc.yaml");
    assert_eq!(file("/info"), "doc.yaml");
    let title = root.pointer("/info/title").unwrap();
    assert_eq!(title.file.slice(title.span), "New");
    assert_eq!(root.get("info").unwrap().member("x-a").unwrap().key_file.name, "doc.overlay.yaml");
    assert_eq!(root.get("info").unwrap().member("title").unwrap().key_file.name, "doc.yaml");
}

#[test]
fn a_correction_that_matches_or_changes_nothing_is_an_error() {
    assert_eq!(
        refused("1.1.0", &[("$.paths['/gone']", "remove: true"), ("$.info", "update: {title: T}")]),
        ["correction-matches-nothing", "correction-changes-nothing"]
    );
    // Order is no difference, nor is an empty list.
    assert_eq!(
        refused("1.1.0", &[("$.info", "update: {version: '1', title: T}"), ("$.info", "update: {}")]),
        ["correction-changes-nothing"; 2]
    );
}

#[test]
fn in_a_plain_overlay_they_are_notes() {
    let actions = [("$.paths['/gone']", "remove: true"), ("$.info", "update: {title: T}")];
    let (root, applied, findings) = apply_to(DOCUMENT, "1.1.0", &actions, Strictness::Plain);
    assert_eq!(root.to_json(), node("doc.yaml", DOCUMENT).to_json());
    assert!(applied.is_empty());
    assert_eq!(rules(&findings), ["correction-matches-nothing", "correction-changes-nothing"]);
    assert!(findings.iter().all(|finding| finding.severity == Severity::Note));
}

#[test]
fn beside_a_removal_nothing_else_has_an_impact() {
    for beside in ["update: {title: T}", "copy: $.paths", "update: {title: T}, copy: $.paths"] {
        let action = ("$.info", &*format!("remove: true, {beside}"));
        assert_eq!(corrected("1.1.0", &[action]).get("info"), None, "{beside}");
    }
}

#[test]
fn an_action_without_impact_is_an_error_only_among_corrections() {
    for idle in ["x-note: n", "remove: false", "update: {title: N}, copy: $.paths"] {
        let action = [("$.info", idle)];
        assert_eq!(refused("1.1.0", &action), ["overlay-action"], "{idle}");
        let (root, _, findings) = apply_to(DOCUMENT, "1.1.0", &action, Strictness::Plain);
        assert_eq!(root.to_json(), node("doc.yaml", DOCUMENT).to_json());
        assert!(findings.iter().all(|finding| finding.severity == Severity::Note), "{idle}");
    }
}

#[test]
fn a_plain_overlay_needs_no_evidence() {
    let text =
        "{overlay: 1.0.0, info: {title: '', version: ''}, actions: [{target: $.info, update: {x-a: 1}}]}";
    let (root, applied, findings) =
        overlay::apply(node("doc.yaml", DOCUMENT), node("o.yaml", text), Strictness::Plain);
    assert!(findings.is_empty(), "{}", diagnostic::render(&findings, false));
    assert_eq!(root.to_json()["info"]["x-a"], 1);
    assert_eq!((applied.len(), &*applied[0].description, applied[0].sources.len()), (1, "", 0));
}

#[test]
fn equal_actions_are_refused() {
    let twice = [("$.info", "update: {x-a: 1, x-b: 2}"), ("$.info", "update: {x-b: 2, x-a: 1}")];
    let (_, _, findings) = apply("1.1.0", &twice);
    assert_eq!(findings[0].rule, "overlay-equal-actions");
    assert_eq!(findings[0].pointer, "/actions/1");
}

#[test]
fn what_matches_nothing_shows_how_far_it_leads() {
    let (_, _, findings) = apply("1.1.0", &[("$.paths['/a'].post.summary", "remove: true")]);
    let label = &findings[0].labels[1];
    assert_eq!(label.file.name, "doc.yaml");
    assert_eq!(label.text, "`$.paths['/a']` leads here; inside are `get`");
}

#[test]
fn incompatible_updates_are_refused_whole() {
    for update in [
        ("$.info", "update: text"),
        ("$.info", "update: [1]"),
        ("$.info", "update: {x-a: 1, title: {a: b}}"),
        ("$.paths['/a']", "update: {get: {tags: text}}"),
        ("$.paths['/a']", "update: {get: null}"),
        ("$.paths['/b'].get.summary", "update: {a: b}"),
    ] {
        assert_eq!(refused("1.1.0", &[update]), ["overlay-incompatible"], "{update:?}");
    }
}

#[test]
fn targets_of_different_kinds_are_refused() {
    assert_eq!(refused("1.1.0", &[("$.*", "update: {a: 1}")]), ["overlay-target"]);
    assert_eq!(refused("1.1.0", &[("$", "remove: true")]), ["overlay-target"]);
}

#[test]
fn paths_that_are_none_are_pointed_at() {
    for target in ["paths", "$.x-foo", "$[", "$.paths[/a]", "$.a."] {
        assert_eq!(refused("1.1.0", &[(target, "remove: true")]), ["overlay-jsonpath"], "{target}");
    }
    let (_, _, findings) = apply("1.1.0", &[("$.paths.x-foo", "remove: true")]);
    let (file, line, column) = findings[0].position().unwrap();
    assert_eq!((file, line), ("doc.overlay.yaml", 4));
    assert!(column > "- {description: d, x-source: s, target: ".len());
}

#[test]
fn expressions_that_could_exhaust_the_stack_are_refused() {
    for target in [
        format!("$[?{}@.a{}]", "(".repeat(100_000), ")".repeat(100_000)),
        format!("$[?{}", "@[?".repeat(1000)),
        format!("$[?{}@.a]", "!".repeat(4000)),
        format!("$[?{}@.a{}]", "!(".repeat(1000), ")".repeat(1000)),
        format!("${}", ".a".repeat(100_000)),
    ] {
        assert_eq!(refused("1.1.0", &[(&target, "remove: true")]), ["overlay-jsonpath"]);
    }
}

#[test]
fn copies_that_multiply_are_stopped() {
    let document = json!({"x": {"list": vec![1; 60_000]}}).to_string();
    let names: Vec<_> =
        (0..6).map(|level| (format!("$.x.n{level}"), format!("update: {{n{level}: {{}}}}"))).collect();
    let actions: Vec<_> =
        names.iter().flat_map(|(target, update)| [("$.x", update.as_str()), (target, "copy: $.x")]).collect();
    let (root, applied, findings) = apply_to(&document, "1.1.0", &actions, Strictness::Corrections);
    assert_eq!(applied.len(), 10);
    assert_eq!(rules(&findings), ["overlay-too-large"; 2]);
    assert!(root.extent().nodes < 2_000_000);
}

#[test]
fn copies_that_deepen_are_stopped() {
    let targets: Vec<_> = (0..12).map(|level| format!("${}", ".x".repeat(1 << level))).collect();
    let mut actions = vec![("$", "update: {x: {}}")];
    actions.extend(targets.iter().map(|target| (target.as_str(), "copy: $")));
    let (root, applied, findings) = apply_to("{}", "1.1.0", &actions, Strictness::Corrections);
    assert!(rules(&findings).contains(&"overlay-too-large"), "{:?}", rules(&findings));
    assert!(applied.len() > 6);
    assert!(root.extent().depth <= syntax::MAX_DEPTH + 1);
}

fn findings_of(overlay: &str) -> Vec<(&'static str, String)> {
    let overlay = node("o.yaml", overlay);
    let (_, _, findings) = overlay::apply(node("doc.yaml", DOCUMENT), overlay, Strictness::Corrections);
    findings.into_iter().map(|finding| (finding.rule, finding.pointer)).collect()
}

#[test]
fn every_problem_of_an_overlay_is_reported_at_once() {
    let text = "
overlay: 2.0.0
info: {title: 1, extra: x}
extends: []
other: 1
actions:
- just text
- target: $.info
- {target: $.paths, update: {x-a: 1}, remove: true, description: '', x-source: []}
- {target: 1, remove: 'yes', description: d, x-source: [a, 2]}
- {target: $.info, update: {x-b: 1}, description: d}
- {target: $.info, update: {x-c: 1}, x-source: s}
- {target: $.info, updte: {x-c: 1}, description: d, x-source: s}
";
    assert_eq!(
        findings_of(text),
        [
            ("overlay-version", "/overlay"),
            ("overlay-unknown-field", "/other"),
            ("overlay-unknown-field", "/info/extra"),
            ("overlay-type-mismatch", "/info/title"),
            ("overlay-missing-field", "/info"),
            ("overlay-type-mismatch", "/extends"),
            ("overlay-type-mismatch", "/actions/0"),
            ("correction-without-description", "/actions/1"),
            ("correction-without-source", "/actions/1"),
            ("overlay-action", "/actions/1"),
            ("overlay-missing-field", "/actions/2/description"),
            ("correction-without-source", "/actions/2/x-source"),
            ("overlay-type-mismatch", "/actions/3/x-source/1"),
            ("overlay-type-mismatch", "/actions/3/target"),
            ("overlay-type-mismatch", "/actions/3/remove"),
            ("correction-without-source", "/actions/4"),
            ("correction-without-description", "/actions/5"),
            ("overlay-unknown-field", "/actions/6/updte"),
            ("overlay-action", "/actions/6"),
        ]
        .map(|(rule, pointer)| (rule, pointer.to_owned()))
    );
}

#[test]
fn an_overlay_needs_its_parts() {
    assert_eq!(findings_of("[]")[0].0, "overlay-type-mismatch");
    let missing: Vec<_> = findings_of("{}").into_iter().map(|(rule, _)| rule).collect();
    assert_eq!(missing, ["overlay-missing-field"; 3]);
    let empty = "{overlay: 1.0.1, info: {title: a, version: b}, actions: []}";
    assert_eq!(findings_of(empty), [("overlay-missing-field", "/actions".to_owned())]);
    let actions = "{overlay: 1.0.1, info: {title: a, version: b}, actions: {}}";
    assert_eq!(findings_of(actions), [("overlay-type-mismatch", "/actions".to_owned())]);
}

#[test]
fn patch_versions_make_no_difference() {
    let text = |version: &str| {
        format!(
            "{{overlay: {version}, info: {{title: a, version: b}}, actions: [{{target: $.info, remove: true, description: d, x-source: s}}]}}"
        )
    };
    for version in ["1.0.0", "1.0.1", "1.1.0", "1.1.17"] {
        assert_eq!(findings_of(&text(version)), [], "{version}");
    }
    for version in ["1.2.0", "1.1", "'1'", "1.0.x", "0.9.0", "1.10.0", "v1.1.0"] {
        assert_eq!(findings_of(&text(version))[0].0, "overlay-version", "{version}");
    }
}

#[test]
fn a_correction_without_evidence_is_not_on_record_but_its_effect_is_checked() {
    let text = "overlay: 1.1.0\ninfo: {title: T, version: '1'}\nactions:\n- {target: $.nowhere, remove: true, x-source: s}\n- {target: $.info, remove: true, x-source: s}\n";
    let (_, applied, findings) =
        overlay::apply(node("doc.yaml", DOCUMENT), node("o.yaml", text), Strictness::Corrections);
    assert!(applied.is_empty());
    assert_eq!(
        rules(&findings),
        ["correction-without-description", "correction-without-description", "correction-matches-nothing"]
    );
}

/// What RFC 7396-like merging of two objects without arrays comes to, as the specification says.
fn merged(target: &Value, update: &Value) -> Option<Value> {
    match (target, update) {
        (Value::Object(target), Value::Object(update)) => {
            let mut result = target.clone();
            for (key, value) in update {
                let value = match target.get(key) {
                    Some(existing) => merged(existing, value)?,
                    None => value.clone(),
                };
                result.insert(key.clone(), value);
            }
            Some(Value::Object(result))
        }
        (Value::Object(_), _) | (_, Value::Object(_)) => None,
        (_, primitive) => Some(primitive.clone()),
    }
}

fn any_object() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(json!(null)),
        any::<bool>().prop_map(Value::from),
        any::<i8>().prop_map(Value::from)
    ];
    let value = leaf.prop_recursive(4, 24, 4, |inner| {
        prop::collection::btree_map("[a-d]", inner, 0..4).prop_map(|members| members.into_iter().collect())
    });
    prop::collection::btree_map("[a-d]", value, 0..4).prop_map(|members| members.into_iter().collect())
}

proptest! {
    #[test]
    fn updates_follow_the_merge_rules(document in any_object(), update in any_object()) {
        let change = format!("update: {update}");
        let (root, applied, findings) =
            apply_to(&document.to_string(), "1.1.0", &[("$", &change)], Strictness::Corrections);
        let result = root.to_json();
        match merged(&document, &update) {
            None => {
                prop_assert_eq!(&result, &document);
                prop_assert_eq!(rules(&findings), ["overlay-incompatible"]);
            }
            Some(expected) => {
                prop_assert_eq!(&result, &expected);
                let changes = expected != document;
                prop_assert_eq!(applied.len(), usize::from(changes));
                let expected_rules = if changes { vec![] } else { vec!["correction-changes-nothing"] };
                prop_assert_eq!(rules(&findings), expected_rules);
            }
        }
    }

    #[test]
    fn no_target_makes_it_panic(target in r"\$?[$.@*\[\]()?!=<>&|'a-c0-2:, -]{0,24}") {
        for change in ["remove: true", "update: {a: 1}", "update: [1]", "copy: \"$.info\""] {
            let (root, _, findings) = apply("1.1.0", &[(&target, change)]);
            drop((root.to_json(), diagnostic::render(&findings, false)));
        }
    }
}
