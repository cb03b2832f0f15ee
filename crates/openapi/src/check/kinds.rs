//! The kinds of value that a field may hold, and the finding when it holds another.

use super::objects::ObjectType;
use crate::syntax::{Node, Value};

/// What a field holds.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    /// Anything at all.
    Any,
    Text,
    Flag,
    Number,
    /// A non-negative integer.
    Count,
    /// `exclusiveMinimum`: a boolean in 3.0, a number since.
    Bound,
    /// A schema's `type`: one name, or since 3.1 a list of names.
    TypeNames,
    /// One of these words.
    Word(&'static [&'static str]),
    Object(&'static ObjectType),
    List(&'static Kind),
    /// As a list; an object without the list around it has a rule of its own.
    Alternatives(&'static Kind),
    Map(&'static Kind),
}

impl Kind {
    /// Does a value that is not `null` have the right shape on the outside?
    pub(super) fn fits(self, node: &Node) -> bool {
        match self {
            Self::Any => true,
            Self::Text | Self::Word(_) => node.as_str().is_some(),
            Self::Flag => node.as_bool().is_some(),
            Self::Number => node.as_number().is_some(),
            Self::Count => node.as_u64().is_some(),
            Self::Bound => node.as_bool().is_some() || node.as_number().is_some(),
            Self::TypeNames => node.as_str().is_some() || node.as_array().is_some(),
            Self::Object(object) => {
                node.as_object().is_some() || (object.boolean && node.as_bool().is_some())
            }
            Self::Map(_) => node.as_object().is_some(),
            Self::List(_) => node.as_array().is_some(),
            Self::Alternatives(_) => node.as_array().is_some() || node.as_object().is_some(),
        }
    }

    /// What a text means that stands where a boolean or a number belongs, or a number that stands
    /// where a text does.
    pub(super) fn meaning(self, node: &Node) -> Option<String> {
        if let (Self::Text, Value::Number(_)) = (self, &node.value) {
            return Some(node.file.slice(node.span).to_owned());
        }
        node.as_str()?;
        match self {
            Self::Flag => node.meant_flag().map(|flag| flag.to_string()),
            Self::Number => node.meant_number().map(|number| number.to_string()),
            Self::Count => node.meant_u64().map(|count| count.to_string()),
            Self::Bound => {
                let flag = node.meant_flag().map(|flag| flag.to_string());
                flag.or_else(|| node.meant_number().map(|number| number.to_string()))
            }
            _ => None,
        }
    }

    /// For "must be …".
    pub(super) fn expected(self) -> String {
        match self {
            Self::Any => "a value".to_owned(),
            Self::Text => "a string".to_owned(),
            Self::Flag => "a boolean".to_owned(),
            Self::Number => "a number".to_owned(),
            Self::Count => "a non-negative integer".to_owned(),
            Self::Bound => "a number (or a boolean in OpenAPI 3.0)".to_owned(),
            Self::TypeNames => "the name of a type or an array of such names".to_owned(),
            Self::Word(words) => format!("one of {}", quoted(words)),
            Self::Object(object) if object.boolean => "an object or a boolean".to_owned(),
            Self::Object(_) | Self::Map(_) => "an object".to_owned(),
            Self::List(item) | Self::Alternatives(item) => format!("an array of {}", item.plural()),
        }
    }

    fn plural(self) -> &'static str {
        match self {
            Self::Text | Self::Word(_) => "strings",
            Self::Object(object) if object.boolean => "schemas",
            Self::Object(_) | Self::Map(_) => "objects",
            _ => "values",
        }
    }

    /// How the value could be written so that it has the right type.
    pub(super) fn repair(self, node: &Node) -> String {
        let text = node.as_str().unwrap_or_default();
        let unquoted = match self {
            Self::Flag => matches!(text, "true" | "false"),
            Self::Number | Self::Bound => text.parse::<f64>().is_ok(),
            Self::Count => text.parse::<u64>().is_ok(),
            _ => false,
        };
        if unquoted {
            return format!("write `{text}` without quotes");
        }
        match (self, &node.value) {
            (Self::Text | Self::Word(_), Value::Bool(flag)) => format!("write `\"{flag}\"`"),
            (Self::Text | Self::Word(_), Value::Number(number)) => format!("write `\"{number}\"`"),
            (Self::List(_) | Self::Alternatives(_), _) => "write an array".to_owned(),
            _ => format!("write {}", self.expected()),
        }
    }
}

/// `"a"`, `"b"` or `"c"`, in backticks.
pub(super) fn quoted(words: &[&str]) -> String {
    let words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    match words.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => words.concat(),
    }
}

/// A value in a few words: `the string "true"`.
pub(super) fn describe(node: &Node) -> String {
    match &node.value {
        Value::Null => "null".to_owned(),
        Value::Bool(flag) => format!("the boolean {flag}"),
        Value::Number(number) => format!("the number {number}"),
        Value::String(text) if text.chars().count() <= 40 => format!("the string {text:?}"),
        Value::String(_) => "a string".to_owned(),
        Value::Array(_) => "an array".to_owned(),
        Value::Object(_) => "an object".to_owned(),
    }
}

/// `a Parameter Object`, `an Operation Object`.
pub(super) fn with_article(object: &str) -> String {
    let article = if object.starts_with(['A', 'E', 'I', 'O']) { "an" } else { "a" };
    format!("{article} {object}")
}
