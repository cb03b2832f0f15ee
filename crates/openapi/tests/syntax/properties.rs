//! What holds for every text and every value.

use proptest::prelude::*;
use serde_json::json;
use unplug_openapi::diagnostic::Diagnostic;
use unplug_openapi::syntax::{self, Node, Value, pointer};

use crate::{file, good};

/// A JSON value of any shape, at most a few levels deep.
fn any_json() -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(serde_json::Value::from),
        any::<i64>().prop_map(serde_json::Value::from),
        any::<u64>().prop_map(serde_json::Value::from),
        any::<f64>().prop_map(serde_json::Value::from),
        any::<String>().prop_map(serde_json::Value::from),
        "[a-z0-9~:#&*!|>' -]{0,8}".prop_map(serde_json::Value::from),
    ];
    leaf.prop_recursive(6, 48, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(serde_json::Value::from),
            prop::collection::vec((any::<String>(), inner), 0..6)
                .prop_map(|members| members.into_iter().collect()),
        ]
    })
}

/// Fragments that lead a YAML reader into its corners.
fn yaml_like() -> impl Strategy<Value = String> {
    let fragment = prop::sample::select(vec![
        "a",
        "é",
        "漢",
        " ",
        "  ",
        "\n",
        "\n  ",
        "\r\n",
        "\r",
        ": ",
        ":",
        "- ",
        "? ",
        "[",
        "]",
        "{",
        "}",
        ",",
        "'",
        "\"",
        "\\",
        "\\u",
        "&a ",
        "*a",
        "!!str ",
        "! ",
        "!x ",
        "%TAG ! x\n",
        "---\n",
        "...\n",
        "# c\n",
        "|",
        "|-\n",
        ">+\n",
        "|2\n",
        "<<: ",
        "~",
        "1",
        ".inf",
        "\t",
        "\0",
        "\u{feff}",
        "\u{85}",
        "\u{2028}",
        "@",
        "`",
        "true",
        "\u{7f}",
    ]);
    prop::collection::vec(fragment, 0..24).prop_map(|fragments| fragments.concat())
}

/// Every value and key lies within the text, and every child within its parent where a parser
/// that has no aliases produced it.
fn check_spans(node: &Node) {
    let text = &node.file.text;
    assert!(text.get(node.span.start..node.span.end).is_some(), "{:?} in {text:?}", node.span);
    match &node.value {
        Value::Array(items) => items.iter().for_each(check_spans),
        Value::Object(members) => {
            for member in members.values() {
                let span = member.key_span;
                assert!(text.get(span.start..span.end).is_some(), "{span:?} in {text:?}");
                check_spans(&member.node);
            }
        }
        _ => {}
    }
}

/// The text of every value reads again as that value.
fn check_slices(node: &Node) {
    let slice = node.file.slice(node.span);
    assert!(good("part.json", slice).same_value(node), "{slice:?}");
    match &node.value {
        Value::Array(items) => items.iter().for_each(check_slices),
        Value::Object(members) => {
            for (key, member) in members.iter() {
                let slice = node.file.slice(member.key_span);
                assert_eq!(good("key.json", slice).as_str(), Some(key.as_str()));
                check_slices(&member.node);
            }
        }
        _ => {}
    }
}

proptest! {
    #[test]
    fn any_value_survives_json_text(value in any_json()) {
        let compact = good("a.json", &value.to_string());
        prop_assert_eq!(&compact.to_json(), &value);
        check_slices(&compact);
        let pretty = good("a.json", &serde_json::to_string_pretty(&value).unwrap());
        prop_assert_eq!(&pretty.to_json(), &value);
        check_slices(&pretty);
    }

    #[test]
    fn any_value_reads_the_same_as_yaml(value in any_json()) {
        // A leading line keeps the reader from taking it for JSON. Next line and the separators
        // are escaped, as a YAML writer does: in a quoted scalar they may fold.
        let text: String = serde_json::to_string_pretty(&value)
            .unwrap()
            .chars()
            .flat_map(|c| match c {
                '\u{7f}'..='\u{9f}' | '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}' =>
                    format!("\\u{:04x}", c as u32).chars().collect::<Vec<_>>(),
                other => vec![other],
            })
            .collect();
        let node = good("a.yaml", &format!("# yaml\n{text}\n"));
        prop_assert_eq!(node.to_json(), value);
        check_spans(&node);
    }

    #[test]
    fn no_text_makes_the_json_reader_panic(text in any::<String>()) {
        let reading = syntax::read(&file("a.json", &text));
        prop_assert_eq!(reading.root.is_some(), serde_json::from_str::<serde_json::Value>(&text).is_ok());
    }

    #[test]
    fn no_json_like_text_makes_the_json_reader_panic(text in r#"[\[\]{},:"\\ue0-9.tfn é-]{0,24}"#) {
        let reading = syntax::read(&file("a.json", &text));
        let other = serde_json::from_str::<serde_json::Value>(&text);
        prop_assert_eq!(reading.root.is_some(), other.is_ok(), "{:?} {:?}", reading.diagnostics, other);
    }

    #[test]
    fn no_text_makes_the_yaml_reader_panic(text in prop_oneof![any::<String>(), yaml_like()]) {
        let reading = syntax::read(&file("a.yaml", &text));
        if let Some(root) = &reading.root {
            check_spans(root);
        } else {
            prop_assert!(reading.diagnostics.iter().any(Diagnostic::is_error));
        }
    }

    #[test]
    fn pointers_lead_back(keys in prop::collection::vec(any::<String>(), 0..5)) {
        let mut value = json!("here");
        let mut place = String::new();
        for key in &keys {
            place = pointer::child(&place, key);
        }
        for key in keys.iter().rev() {
            value = json!({ key: value });
        }
        let node = good("a.json", &value.to_string());
        prop_assert_eq!(node.pointer(&place).and_then(Node::as_str), Some("here"));
    }
}
