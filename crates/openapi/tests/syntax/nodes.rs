//! Reading a tree.

use unplug_openapi::syntax::{Node, SourceFile, Value};

use crate::good;

#[test]
fn pointers_lead_to_values() {
    let mut node = good("a.json", r#"{"a/b": {"~": [10, 20]}, "": 3, "01": 4}"#);
    assert_eq!(node.pointer("").unwrap().type_name(), "object");
    assert_eq!(node.pointer("/a~1b/~0/1").unwrap().as_u64(), Some(20));
    assert_eq!(node.pointer("/").unwrap().as_u64(), Some(3));
    assert_eq!(node.pointer("/01").unwrap().as_u64(), Some(4));
    for nowhere in ["x", "/x", "/a~1b/~0/2", "/a~1b/~0/01", "/a~1b/~0/+1", "/a~1b/~0/-"] {
        assert!(node.pointer(nowhere).is_none(), "{nowhere}");
    }
    node.pointer_mut("/a~1b/~0/0").unwrap().value = Value::Bool(true);
    assert_eq!(node.pointer("/a~1b/~0/0").unwrap().as_bool(), Some(true));
}

#[test]
fn integers_may_be_written_as_floats() {
    let node = good("a.json", "[3, 3.0, 3.5, -1, 1e300, \"3\"]");
    let found: Vec<_> = node.as_array().unwrap().iter().map(Node::as_u64).collect();
    assert_eq!(found, [Some(3), Some(3), None, None, None, None]);
}

#[test]
fn equal_values_are_equal_wherever_they_stand() {
    let one = good("a.json", r#"{"a": [1, "x"], "b": null}"#);
    let two = good("a.yaml", "b:\na:\n  - 1\n  - x\n");
    assert!(one.same_value(&two));
    for other in ["{a: [1, x]}", "{a: [1, y], b: }", "{a: [1], b: }", "{a: [1, x], c: }", "[]"] {
        assert!(!one.same_value(&good("a.yaml", other)), "{other}");
    }
}

#[test]
fn lines_and_columns_count_characters() {
    let source = SourceFile::new("a", "é=1\r\nü\n");
    assert_eq!(source.line_column(0), (1, 1));
    assert_eq!(source.line_column(1), (1, 1));
    assert_eq!(source.line_column(2), (1, 2));
    assert_eq!(source.line_column(6), (2, 1));
    assert_eq!(source.line_column(9), (3, 1));
    assert_eq!(source.line_column(9_999), (3, 1));
}
