//! New text for values: JSON, and YAML in block style.

use serde_json::Value;

/// JSON over several lines, of which all but the first begin with `indentation`.
pub(super) fn json(value: &Value, indentation: &str, step: &str, line_break: &str) -> String {
    let mut text = String::new();
    push_json(value, indentation, step, line_break, &mut text);
    text
}

fn push_json(value: &Value, indentation: &str, step: &str, line_break: &str, text: &mut String) {
    let inner = format!("{indentation}{step}");
    let mut entries = 0;
    let mut separate = |text: &mut String| {
        if entries > 0 {
            text.push(',');
        }
        entries += 1;
        text.push_str(line_break);
        text.push_str(&inner);
    };
    match value {
        Value::Object(members) if !members.is_empty() => {
            text.push('{');
            for (key, value) in members {
                separate(text);
                text.push_str(&Value::from(key.as_str()).to_string());
                text.push_str(": ");
                push_json(value, &inner, step, line_break, text);
            }
            text.extend([line_break, indentation, "}"]);
        }
        Value::Array(items) if !items.is_empty() => {
            text.push('[');
            for item in items {
                separate(text);
                push_json(item, &inner, step, line_break, text);
            }
            text.extend([line_break, indentation, "]"]);
        }
        other => text.push_str(&other.to_string()),
    }
}

/// A member of a block mapping whose keys stand in `column`.
pub(super) fn member(key: &str, value: &Value, column: usize, line_break: &str) -> String {
    let mut text = scalar(key);
    text.push(':');
    match value {
        Value::Object(members) if !members.is_empty() => {
            push_line(&mut text, column + 2, line_break);
            text.push_str(&block(value, column + 2, line_break));
        }
        Value::Array(items) if !items.is_empty() => {
            push_line(&mut text, column + 2, line_break);
            text.push_str(&block(value, column + 2, line_break));
        }
        Value::String(lines) if is_literal(lines) => {
            text.push_str(" |-");
            for line in lines.split('\n') {
                text.push_str(line_break);
                if !line.is_empty() {
                    text.extend(std::iter::repeat_n(' ', column + 2));
                    text.push_str(line);
                }
            }
        }
        other => {
            text.push(' ');
            text.push_str(&block(other, column, line_break));
        }
    }
    text
}

/// A value that begins in `column` of a line, in block style.
pub(super) fn block(value: &Value, column: usize, line_break: &str) -> String {
    let mut text = String::new();
    match value {
        Value::Object(members) if !members.is_empty() => {
            for (index, (key, value)) in members.iter().enumerate() {
                if index > 0 {
                    push_line(&mut text, column, line_break);
                }
                text.push_str(&member(key, value, column, line_break));
            }
        }
        Value::Array(items) if !items.is_empty() => {
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    push_line(&mut text, column, line_break);
                }
                text.push_str("- ");
                text.push_str(&block(item, column + 2, line_break));
            }
        }
        Value::String(string) => text.push_str(&scalar(string)),
        other => text.push_str(&other.to_string()),
    }
    text
}

fn push_line(text: &mut String, column: usize, line_break: &str) {
    text.push_str(line_break);
    text.extend(std::iter::repeat_n(' ', column));
}

/// Several lines that a literal block gives back as they are.
fn is_literal(text: &str) -> bool {
    text.contains('\n')
        && !text.starts_with([' ', '\n'])
        && !text.ends_with('\n')
        && text.chars().all(|character| character == '\n' || !character.is_control())
        && text.lines().all(|line| !line.ends_with(' '))
}

/// Whether a string can stand between brackets without quotes.
pub(super) fn is_plain_in_flow(text: &str) -> bool {
    scalar(text) == text
        && text.chars().all(|character| character.is_ascii_alphanumeric() || " _-./".contains(character))
}

/// A string: plain where every reader takes it for one, otherwise in quotes.
fn scalar(text: &str) -> String {
    let first = text.chars().next();
    let is_word = first.is_some_and(|first| first.is_ascii_alphabetic() || matches!(first, '_' | '/' | '$'))
        && text
            .chars()
            .all(|character| character.is_ascii_alphanumeric() || " _-./+$(){}".contains(character))
        && !text.ends_with([' ', ':']);
    // Words that some version of YAML takes for another type.
    let is_reserved = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"]
        .iter()
        .any(|word| text.eq_ignore_ascii_case(word));
    if is_word && !is_reserved && !text.contains("  ") {
        return text.to_owned();
    }
    if !text.is_empty() && text.chars().all(|character| !character.is_control()) {
        return format!("'{}'", text.replace('\'', "''"));
    }
    Value::from(text).to_string()
}
