//! Texts made to exhaust the stack or the memory.

use std::fmt::Write as _;

use unplug_openapi::syntax::{CONTAINER_WEIGHT, MAX_ALIAS_NODES, MAX_DEPTH, MAX_WEIGHT};

use crate::{bad, good};

#[test]
fn nesting_is_limited_without_a_stack_overflow() {
    for (name, unit) in [
        ("a.json", "["),
        ("a.json", "{\"a\":"),
        ("a.yaml", "["),
        ("a.yaml", "{a: "),
        ("a.yaml", "- "),
        ("a.yaml", "? "),
        ("a.yaml", "[{"),
    ] {
        let findings = bad(name, &unit.repeat(100_000));
        assert_eq!(findings[0].rule, "nesting-too-deep", "{name} {unit}");
        assert_eq!(findings.len(), 1);
    }
}

#[test]
fn the_limit_itself_is_allowed() {
    let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    assert_eq!(good("a.json", &nested(MAX_DEPTH)).extent().depth, MAX_DEPTH);
    assert_eq!(bad("a.json", &nested(MAX_DEPTH + 1))[0].rule, "nesting-too-deep");
    let dashes = |depth: usize| format!("{}x", "- ".repeat(depth));
    assert_eq!(good("a.yaml", &dashes(MAX_DEPTH)).extent().depth, MAX_DEPTH + 1);
    assert_eq!(bad("a.yaml", &dashes(MAX_DEPTH + 1))[0].rule, "nesting-too-deep");
}

#[test]
fn aliases_that_multiply_are_stopped() {
    let mut text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..30 {
        let alias = format!("*a{}", level - 1);
        let list = vec![alias; 10].join(", ");
        writeln!(text, "a{level}: &a{level} [{list}]").unwrap();
    }
    assert_eq!(bad("a.yaml", &text)[0].rule, "alias-expansion");
}

#[test]
fn long_texts_count_by_their_size() {
    let long = "x".repeat(1_000_000);
    let aliases = "- *a\n".repeat(MAX_ALIAS_NODES / 1000);
    assert_eq!(bad("a.yaml", &format!("- &a {long}\n{aliases}"))[0].rule, "alias-expansion");
}

#[test]
fn aliases_that_deepen_are_stopped() {
    let mut text = "a0: &a0 [x]\n".to_owned();
    for level in 1..=MAX_DEPTH {
        writeln!(text, "a{level}: &a{level} [*a{}]", level - 1).unwrap();
    }
    assert_eq!(bad("a.yaml", &text)[0].rule, "nesting-too-deep");
}

#[test]
fn many_plain_aliases_are_fine() {
    let text = format!("- &a {{x: 1}}\n{}", "- *a\n".repeat(10_000));
    assert_eq!(good("a.yaml", &text).as_array().unwrap().len(), 10_001);
}

#[test]
fn a_document_of_too_many_values_is_refused() {
    let findings = bad("a.json", &format!("[{}0]", "{},".repeat(MAX_WEIGHT / CONTAINER_WEIGHT)));
    assert_eq!((findings[0].rule, findings.len()), ("document-too-large", 1));
}
