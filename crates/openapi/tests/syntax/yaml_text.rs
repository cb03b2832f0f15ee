//! YAML: values, places and findings.

use serde_json::json;
use unplug_openapi::diagnostic::Severity;
use unplug_openapi::syntax;

use crate::{bad, file, good, places, yaml_value};

#[test]
fn block_and_flow_styles() {
    let text = "# é comment\nopenapi: 3.1.0\npaths:\n  /a:\n    get: {tags: [x, 'y z', \"w\\n\"]}\n\
                list:\n- 1\n- - 2\n  - b: ~\nempty:\nliteral: |\n  one\n    two\n\nfolded: >-\n  one\n  two\n";
    assert_eq!(
        yaml_value(text),
        json!({
            "openapi": "3.1.0",
            "paths": {"/a": {"get": {"tags": ["x", "y z", "w\n"]}}},
            "list": [1, [2, {"b": null}]],
            "empty": null,
            "literal": "one\n  two\n",
            "folded": "one two"
        })
    );
}

#[test]
fn the_core_schema_decides_what_a_plain_scalar_is() {
    for (text, value) in [
        ("true", json!(true)),
        ("False", json!(false)),
        ("NULL", json!(null)),
        ("~", json!(null)),
        ("12", json!(12)),
        ("+12", json!(12)),
        ("-12", json!(-12)),
        ("0o17", json!(15)),
        ("0xfF", json!(255)),
        ("1.5", json!(1.5)),
        (".5", json!(0.5)),
        ("1.", json!(1.0)),
        ("1e3", json!(1000.0)),
        ("18446744073709551615", json!(u64::MAX)),
        // Text since YAML 1.2.
        ("yes", json!("yes")),
        ("No", json!("No")),
        ("on", json!("on")),
        ("off", json!("off")),
        ("y", json!("y")),
        ("1_000", json!("1_000")),
        ("12:30:45", json!("12:30:45")),
        ("2024-01-01", json!("2024-01-01")),
        ("2024-01-01T00:00:00Z", json!("2024-01-01T00:00:00Z")),
        ("1.0.0", json!("1.0.0")),
        ("0b11", json!("0b11")),
        ("0x", json!("0x")),
        ("-0x1", json!("-0x1")),
        ("1e", json!("1e")),
        (".", json!(".")),
        ("-", json!([null])),
        ("tRUE", json!("tRUE")),
        // Quotes make text of anything.
        ("'12'", json!("12")),
        ("\"true\"", json!("true")),
        ("!!str 12", json!("12")),
        ("! 12", json!("12")),
        ("!!int '12'", json!(12)),
        ("!!float 1", json!(1)),
        ("!!null ''", json!(null)),
        ("!!binary aGk=", json!("aGk=")),
    ] {
        assert_eq!(yaml_value(text), value, "{text}");
    }
}

#[test]
fn keys_are_text_as_written() {
    assert_eq!(
        yaml_value("200: a\n4.0: b\ntrue: c\n~: d\n'x y': e\n0x10: f\n"),
        json!({"200": "a", "4.0": "b", "true": "c", "~": "d", "x y": "e", "0x10": "f"})
    );
}

#[test]
fn aliases_repeat_their_anchor_and_keep_its_place() {
    let node = good("a.yaml", "a: &x {k: [1]}\nb: *x\n&n name: 1\nc: *n\n");
    assert_eq!(node.to_json(), json!({"a": {"k": [1]}, "b": {"k": [1]}, "name": 1, "c": "name"}));
    let item = node.pointer("/b/k/0").unwrap();
    assert_eq!(item.file.line_column(item.span.start), (1, 12));
    assert_eq!(yaml_value("- &k a\n- *k : 1\n"), json!(["a", {"a": 1}]));
}

#[test]
fn merge_keys_add_what_is_missing() {
    let text = "base: &base {a: 1, b: 2}\nmore: &more {b: 3, c: 4}\none:\n  <<: *base\n  b: own\n\
                both:\n  <<: [*base, *more]\n'<<': text\n";
    let value = yaml_value(text);
    assert_eq!(value["one"], json!({"a": 1, "b": "own"}));
    assert_eq!(value["both"], json!({"a": 1, "b": 2, "c": 4}));
    assert_eq!(value["<<"], json!("text"));
    assert_eq!(places(&bad("a.yaml", "a: 1\n<<: 2\n")), [("bad-merge", 2, 5)]);
}

#[test]
fn places_are_bytes_even_behind_other_scripts() {
    let text = format!(
        "# {}\nключ: [漢字, \"é\"] # ü\nlast: &a value\nblock: |\n  ünï\n  two\n\nend: 1\n",
        "é".repeat(1000)
    );
    let node = good("a.yaml", &text);
    let slice = |pointer: &str| node.file.slice(node.pointer(pointer).unwrap().span);
    assert_eq!(node.file.slice(node.member("ключ").unwrap().key_span), "ключ");
    assert_eq!(slice("/ключ"), "[漢字, \"é\"]");
    assert_eq!(slice("/ключ/0"), "漢字");
    assert_eq!(slice("/ключ/1"), "\"é\"");
    assert_eq!(slice("/last"), "&a value");
    assert_eq!(slice("/block"), "ünï\n  two");
    assert_eq!(slice("/end"), "1");
    assert!(slice("").ends_with("end: 1"));
}

#[test]
fn comments_are_no_part_of_a_value() {
    let text =
        "- \"x\" # c\n- 'y' # c\n- z # c\n- [a] # c\n- {a: b} # c\n- [ # c\n  a # c\n  ] # c\n- | # c\n  t\n";
    let node = good("a.yaml", text);
    let slices: Vec<_> = node.as_array().unwrap().iter().map(|item| node.file.slice(item.span)).collect();
    assert_eq!(slices, ["\"x\"", "'y'", "z", "[a]", "{a: b}", "[ # c\n  a # c\n  ]", "t"]);
}

#[test]
fn block_collections_end_with_their_last_item() {
    let node = good("a.yaml", "a:\n  b: 1\n  c:\n  - x\n  - y   # note\n\n\nd: 2\n");
    let slice = |pointer: &str| node.file.slice(node.pointer(pointer).unwrap().span);
    assert_eq!(slice("/a"), "b: 1\n  c:\n  - x\n  - y");
    assert_eq!(slice("/a/c"), "- x\n  - y");
}

#[test]
fn findings_name_the_place() {
    for (text, rule, line, column) in [
        ("", "empty-document", 1, 1),
        ("# nothing\n", "empty-document", 1, 1),
        ("a: 1\n---\nb: 2\n", "several-documents", 2, 1),
        ("a: 1e999\n", "number-out-of-range", 1, 4),
        ("a: 0xfffffffffffffffff\n", "number-out-of-range", 1, 4),
        ("? [a]\n: b\n", "key-not-text", 1, 3),
        ("a: &x [*x]\n", "recursive-alias", 1, 8),
        ("a: *nowhere\n", "syntax", 1, 4),
        ("a: [1, 2\nb: 3\n", "syntax", 2, 2),
        ("a: 'x\n", "syntax", 1, 4),
        ("a: b: c\n", "syntax", 1, 5),
    ] {
        assert_eq!(places(&bad("a.yaml", text)), [(rule, line, column)], "{text:?}");
    }
}

#[test]
fn what_has_a_plain_reading_is_read_with_a_warning() {
    for (text, rule, line, column, value) in [
        ("a: 1\nb: 2\na: 3\n", "duplicate-key", 3, 1, json!({"a": 3, "b": 2})),
        ("200: a\n'200': b\n", "duplicate-key", 2, 1, json!({"200": "b"})),
        ("a: .inf\n", "not-json", 1, 4, json!({"a": ".inf"})),
        ("a: -.INF\n", "not-json", 1, 4, json!({"a": "-.INF"})),
        ("a: .nan\n", "not-json", 1, 4, json!({"a": ".nan"})),
        ("é: !Ref x\n", "unknown-tag", 1, 4, json!({"é": "x"})),
        ("a: !!set {x, y}\n", "unknown-tag", 1, 4, json!({"a": {"x": null, "y": null}})),
        ("a: !!int x\n", "tag-mismatch", 1, 4, json!({"a": "x"})),
    ] {
        let reading = syntax::read(&file("a.yaml", text));
        assert_eq!(places(&reading.diagnostics), [(rule, line, column)], "{text:?}");
        assert_eq!(reading.diagnostics[0].severity, Severity::Warning);
        assert_eq!(reading.root.unwrap().to_json(), value);
    }
}

#[test]
fn all_findings_come_at_once() {
    let findings = bad("a.yaml", "a: .inf\nb: !x 1\na: 2\n? {}\n: 1\n");
    assert_eq!(
        places(&findings),
        [("not-json", 1, 4), ("unknown-tag", 2, 4), ("duplicate-key", 3, 1), ("key-not-text", 4, 3)]
    );
}

#[test]
fn a_byte_order_mark_and_document_markers_are_allowed() {
    let node = good("a.yaml", "\u{feff}%YAML 1.2\n--- # start\né: ü\n...\n");
    assert_eq!(node.to_json(), json!({"é": "ü"}));
    let value = node.get("é").unwrap();
    assert_eq!(node.file.slice(value.span), "ü");
}

#[test]
fn json_in_a_yaml_file_is_read_as_json() {
    assert_eq!(yaml_value("{\"a\": \"\\ud83d\\ude00\"}"), json!({"a": "😀"}));
    assert_eq!(yaml_value("{a: 1, b: [x]}"), json!({"a": 1, "b": ["x"]}));
    assert_eq!(good("openapi", "{\"a\": 1}").to_json(), json!({"a": 1}));
    assert_eq!(good("openapi", "a: 1").to_json(), json!({"a": 1}));
}

#[test]
fn brackets_may_close_where_their_key_begins() {
    let text = "a:
  b: {
    \"é\": 'it''s', # why } [
    c: [
    1,
    # more
  2
  ], d: \"}\\\"\"
  } # end
  e: [
x, y z
]
  f: |
    {
    }
  g: 1
";
    let node = good("a.yaml", text);
    assert_eq!(
        node.to_json(),
        json!({"a": {"b": {"é": "it's", "c": [1, 2], "d": "}\""}, "e": ["x", "y z"], "f": "{\n}\n", "g": 1}})
    );
    let slice = |pointer: &str| node.file.slice(node.pointer(pointer).unwrap().span);
    assert_eq!(slice("/a/g"), "1");
    assert_eq!(slice("/a/b/c/1"), "2");
    assert!(slice("/a/b").ends_with("\"}\\\"\"\n  }"));
    assert_eq!(slice("/a/e"), "[\nx, y z\n]");
}

#[test]
fn a_text_between_brackets_keeps_its_line_breaks() {
    assert_eq!(
        yaml_value("a:\n  b: [\n    one\n    two,\n    \"x\n\n    y\"\n  ]\n"),
        json!({"a": {"b": ["one two", "x\ny"]}})
    );
}
