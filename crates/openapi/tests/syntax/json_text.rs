//! JSON: values, places and findings.

use serde_json::json;
use unplug_openapi::diagnostic::Severity;
use unplug_openapi::syntax;

use crate::{bad, file, good, json_value, places};

#[test]
fn every_kind_of_value() {
    let text = r#" {"a": [1, -2, 0.5, 1e3, true, false, null, "x", {}, []], "b": {"c": ""}} "#;
    assert_eq!(
        json_value(text),
        json!({"a": [1, -2, 0.5, 1e3, true, false, null, "x", {}, []], "b": {"c": ""}})
    );
}

#[test]
fn scalars_stand_alone_and_a_byte_order_mark_is_skipped() {
    assert_eq!(json_value("\u{feff} true\r\n"), json!(true));
    let node = good("a.json", "\u{feff}\"x\"");
    assert_eq!(node.file.slice(node.span), "\"x\"");
    assert_eq!(node.file.line_column(node.span.start), (1, 1));
}

#[test]
fn numbers_are_exact_up_to_64_bits_and_floats_beyond() {
    assert_eq!(json_value("18446744073709551615"), json!(u64::MAX));
    assert_eq!(json_value("-9223372036854775808"), json!(i64::MIN));
    assert_eq!(json_value("18446744073709551616"), json!(18_446_744_073_709_551_616_f64));
    assert_eq!(json_value("1.0").to_string(), "1.0");
    assert_eq!(json_value("-0").to_string(), "-0.0");
    assert_eq!(json_value("0.1"), json!(0.1));
}

#[test]
fn numbers_that_no_float_holds_are_refused() {
    for text in ["1e999", "-1e999", &"9".repeat(400)] {
        assert_eq!(places(&bad("a.json", text)), [("number-out-of-range", 1, 1)]);
    }
}

#[test]
fn malformed_numbers_are_refused() {
    for text in ["01", "-", "1.", ".5", "+1", "1e", "1e+", "--1", "0x10", "1.2.3", "12px", "1_000"] {
        assert_eq!(places(&bad("a.json", text)), [("syntax", 1, 1)], "{text}");
    }
}

#[test]
fn escapes() {
    assert_eq!(
        json_value(r#""\"\\\/\b\f\n\r\t\u00e9\uD83D\uDE00 é😀""#),
        json!("\"\\/\u{8}\u{c}\n\r\té😀 é😀")
    );
}

#[test]
fn bad_strings_point_at_the_spot() {
    for (text, column) in [
        (r#""ab\x""#, 4),
        (r#""ab\ud83d""#, 4),
        (r#""ab\ud83dx\ude00""#, 4),
        (r#""ab\ud83d\u0041""#, 4),
        (r#""ab\ude00""#, 4),
        (r#""ab\u12g4""#, 4),
        (r#""ab\u12"#, 4),
        (r#""ab\"#, 4),
        ("\"ab\u{1}\"", 4),
        ("\"ab\n\"", 1),
        ("\"ab", 1),
    ] {
        assert_eq!(places(&bad("a.json", text)), [("syntax", 1, column)], "{text:?}");
    }
}

#[test]
fn syntax_errors_point_at_line_and_column() {
    for (text, line, column) in [
        ("", 1, 1),
        ("{\n  \"a\": 1,\n}", 2, 9),
        ("[1, 2,]", 1, 6),
        ("{\"a\" 1}", 1, 6),
        ("{\"a\": 1 \"b\": 2}", 1, 9),
        ("{a: 1}", 1, 2),
        ("{'a': 1}", 1, 2),
        ("[1\n2]", 2, 1),
        ("[1, 2", 1, 5),
        ("{\"a\": tru}", 1, 7),
        ("{\"é\": NaN}", 1, 7),
        ("[1] x", 1, 5),
        ("[1}", 1, 3),
        ("{\"a\":", 1, 5),
        ("// comment\n{}", 1, 1),
    ] {
        assert_eq!(places(&bad("a.json", text)), [("syntax", line, column)], "{text:?}");
    }
}

#[test]
fn the_last_of_repeated_keys_counts_with_a_warning() {
    let reading = syntax::read(&file("a.json", "{\"a\": 1,\n \"b\": 2,\n \"a\": 3}"));
    assert_eq!(reading.root.unwrap().to_json(), json!({"a": 3, "b": 2}));
    assert_eq!(places(&reading.diagnostics), [("duplicate-key", 3, 2)]);
    assert_eq!(reading.diagnostics[0].severity, Severity::Warning);
    assert_eq!(reading.diagnostics[0].labels.len(), 2);
}

#[test]
fn endless_repetition_of_a_key_is_summed_up() {
    let text = format!("{{{}\"a\":1}}", "\"a\":1,".repeat(5000));
    let reading = syntax::read(&file("a.json", &text));
    assert!(reading.root.is_some());
    assert!(reading.diagnostics.len() < 100);
    let last = &reading.diagnostics.last().unwrap().message;
    assert!(last.contains("4950 more"), "{last}");
}

#[test]
fn places_of_values_and_keys() {
    let node = good("a.json", "{\n  \"ä\": [1, {\"b\": \"x\"}]\n}");
    let member = node.member("ä").unwrap();
    assert_eq!(node.file.slice(member.key_span), "\"ä\"");
    assert_eq!(node.file.slice(member.node.span), "[1, {\"b\": \"x\"}]");
    let deep = node.pointer("/ä/1/b").unwrap();
    assert_eq!(node.file.slice(deep.span), "\"x\"");
    assert_eq!(node.file.line_column(deep.span.start), (2, 18));
}
