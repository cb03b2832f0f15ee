//! Patterns that are plain text need no regular expression.

use unplug_codegen::types::{Literal, literal_pattern};

#[test]
fn plain_text_with_anchors_is_a_literal() {
    let cases = [
        ("webhook-incoming", Literal::Contains("webhook-incoming".to_owned())),
        ("^id-", Literal::StartsWith("id-".to_owned())),
        ("\\.json$", Literal::EndsWith(".json".to_owned())),
        ("^a\\/b$", Literal::Equals("a/b".to_owned())),
        ("", Literal::Contains(String::new())),
    ];
    for (pattern, expected) in cases {
        assert_eq!(literal_pattern(pattern), Some(expected), "{pattern}");
    }
}

#[test]
fn anything_more_is_a_regular_expression() {
    for pattern in ["a.c", "a*", "[ab]", "a|b", "(a)", "\\d", "a{2}", "a^", "$a", "\\", "a?", "\\b"] {
        assert_eq!(literal_pattern(pattern), None, "{pattern}");
    }
}
