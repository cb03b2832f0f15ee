//! How diagnostics look.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use std::sync::Arc;

use proptest::prelude::*;
use unplug_openapi::diagnostic::{Diagnostic, Label, Severity, render};
use unplug_openapi::syntax::{self, Node, SourceFile, Span};

fn node(name: &str, text: &str) -> Node {
    syntax::parse(Arc::new(SourceFile::new(name, text))).unwrap()
}

fn findings(name: &str, text: &str) -> String {
    let reading = syntax::read(&Arc::new(SourceFile::new(name, text)));
    render(&reading.diagnostics, false)
}

fn label(file: &Arc<SourceFile>, start: usize, end: usize, text: &str) -> Label {
    Label { file: Arc::clone(file), span: Span::new(start, end), text: text.to_owned() }
}

#[test]
fn a_finding_shows_place_excerpt_reason_and_remedy() {
    let text = "{\n  \"parameters\": [\n    {\n      \"name\": \"X-Auth-Token\",\n      \"required\": \"true\"\n    }\n  ]\n}\n";
    let root = node("specs/api.json", text);
    let finding = Diagnostic::error("type-mismatch", "`required` must be a boolean")
        .at(root.pointer("/parameters/0/required").unwrap(), "this is a string")
        .pointer("/parameters/0/required")
        .reason("the text \"true\" is not the value true")
        .remedy("write `true` without quotes");
    assert_eq!(finding.position(), Some(("specs/api.json", 5, 19)));
    insta::assert_snapshot!(render(&[finding], false));
}

#[test]
fn several_places_of_a_file_share_an_excerpt_and_distant_ones_do_not() {
    let far = "#\n".repeat(100);
    let root = node("a.yaml", &format!("é: 1\nb: 2\n{far}c: 3\n"));
    let other = node("b.yaml", "x: 漢字\ny: 2\n");
    let finding = Diagnostic::warning("some-rule", "these belong together")
        .at(root.get("b").unwrap(), "the primary place")
        .at(root.get("é").unwrap(), "near")
        .at(root.get("c").unwrap(), "far")
        .at(other.get("x").unwrap(), "elsewhere")
        .label(other.member("y").unwrap().key_label(""));
    insta::assert_snapshot!(render(&[finding], false));
}

#[test]
fn a_value_of_many_lines_is_shown_by_its_first() {
    let root = node("a.json", "{\n  \"a\": {\n    \"b\": 1\n  }\n}");
    let finding = Diagnostic::note("some-rule", "look").at(root.get("a").unwrap(), "here");
    insta::assert_snapshot!(render(&[finding], false));
}

#[test]
fn findings_are_separated_and_need_no_place() {
    let bare = Diagnostic::error("no-file", "nothing to show").remedy("none");
    insta::assert_snapshot!(render(&[bare.clone(), bare], false));
    assert_eq!(render(&[], false), "");
}

#[test]
fn syntax_errors_of_json() {
    insta::assert_snapshot!("trailing_comma", findings("a.json", "{\n  \"a\": [1, 2,]\n}"));
    insta::assert_snapshot!("open_object", findings("a.json", "{\n  \"a\": {\n    \"b\": 1\n"));
    insta::assert_snapshot!("comment", findings("a.json", "{\n  // why\n}"));
    insta::assert_snapshot!("repeated_key", findings("a.json", "{\n  \"a\": 1,\n  \"a\": 2\n}"));
}

#[test]
fn syntax_errors_of_yaml() {
    insta::assert_snapshot!("tab", findings("a.yaml", "a:\n\tb: 1\n"));
    insta::assert_snapshot!("colon", findings("a.yaml", "description: see: this\n"));
    insta::assert_snapshot!("recursive", findings("a.yaml", "a: &x\n  b: *x\n"));
    insta::assert_snapshot!("empty", findings("a.yaml", ""));
}

#[test]
fn a_minified_file_is_cut_around_the_place() {
    let text = format!("{{\"list\": [{}tru]}}", "\"item\",".repeat(100_000));
    let shown = findings("min.json", &text);
    assert!(shown.contains("min.json:1:700011"), "{shown}");
    assert!(shown.contains("\"item\",tru]}"), "{shown}");
    assert!(shown.lines().all(|line| line.chars().count() < 200), "{shown}");
    assert_eq!(shown.matches("^^^").count(), 1, "{shown}");
}

#[test]
fn control_characters_do_not_reach_the_terminal() {
    let text = "{\"a\u{1b}[31m\u{202e}\": 1}";
    let file = Arc::new(SourceFile::new("a\u{1b}[1m.json", text));
    let finding = Diagnostic::error("some-rule", "bad \u{1b}[31m")
        .label(label(&file, 1, 5, "\u{1b}[32m"))
        .reason("\u{1b}[33m")
        .remedy("\u{7}");
    let shown = render(&[finding], false);
    assert!(!shown.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{shown:?}");
}

#[test]
fn colour_is_optional() {
    let finding = Diagnostic::error("some-rule", "bad");
    assert!(!render(std::slice::from_ref(&finding), false).contains('\u{1b}'));
    assert!(render(&[finding], true).contains('\u{1b}'));
}

#[test]
fn severities_are_ordered_and_named() {
    assert!(Severity::Note < Severity::Warning && Severity::Warning < Severity::Error);
    assert_eq!(Severity::Warning.to_string(), "warning");
    assert!(Diagnostic::error("a", "b").is_error());
    assert!(!Diagnostic::warning("a", "b").is_error());
}

proptest! {
    #[test]
    fn any_span_of_any_text_can_be_shown(
        text in "[a é漢\t\r\n\u{feff}\u{0}-\u{1f}]{0,60}",
        spans in prop::collection::vec((0..80_usize, 0..80_usize), 0..4),
    ) {
        let file = Arc::new(SourceFile::new("a.txt", text));
        let mut finding = Diagnostic::error("some-rule", "bad");
        for (start, end) in spans {
            finding = finding.label(label(&file, start, end, "here"));
        }
        let shown = render(&[finding], false);
        prop_assert!(shown.starts_with("error[some-rule]: bad"));
    }

    #[test]
    fn any_text_of_a_finding_can_be_shown(text in any::<String>()) {
        let file = Arc::new(SourceFile::new(text.as_str(), text.as_str()));
        let finding = Diagnostic::error("some-rule", text.as_str())
            .label(label(&file, 0, text.len(), &text))
            .reason(text.as_str())
            .remedy(text.as_str());
        for color in [false, true] {
            prop_assert!(!render(std::slice::from_ref(&finding), color).is_empty());
        }
    }
}
