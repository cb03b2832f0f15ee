//! What describes an object: its fields, and the kinds of value that they may hold.

use super::{Checker, Weight};
use crate::resolve::LocatedNode;
use crate::syntax::{Node, Value};
use crate::version::Version;

/// One kind of object.
pub(super) struct ObjectType {
    /// The specification's name for it.
    pub(super) name: &'static str,
    pub(super) fields: &'static [Field],
    /// What is done when one cannot be used, as the end of a sentence.
    pub(super) instead: &'static str,
    /// Whether an error in it matters by itself, whatever it is to its owner.
    pub(super) independent: bool,
    /// Whether a Reference Object may stand in its place.
    pub(super) reference: bool,
    /// Whether a boolean may stand in its place, as with schemas.
    pub(super) boolean: bool,
    /// What members hold that are no field; `None`: there are no others.
    pub(super) others: Option<Kind>,
    /// What the table cannot say.
    pub(super) rule: Option<Rule>,
}

type Rule = for<'a> fn(&mut Checker<'a>, &LocatedNode<'a>);

/// Whether a field must be there.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Need {
    Optional,
    /// The specification demands it, but all that matters can be known without it.
    Expected,
    Required,
}

/// One field.
#[derive(Clone, Copy)]
pub(super) struct Field {
    pub(super) name: &'static str,
    pub(super) kind: Kind,
    pub(super) need: Need,
    pub(super) since: Version,
    pub(super) until: Version,
    /// What a mistake in it costs, at most.
    pub(super) weight: Weight,
}

pub(super) const fn field(name: &'static str, kind: Kind) -> Field {
    Field {
        name,
        kind,
        need: Need::Optional,
        since: Version::V30,
        until: Version::V32,
        weight: Weight::Fatal,
    }
}

/// A field whose content can be left out or be anything: what has it can be used nevertheless.
pub(super) const fn wider(name: &'static str, kind: Kind) -> Field {
    Field { weight: Weight::Wider, ..field(name, kind) }
}

/// A field whose content is only for readers.
pub(super) const fn prose(name: &'static str, kind: Kind) -> Field {
    Field { weight: Weight::Prose, ..field(name, kind) }
}

impl Field {
    pub(super) const fn required(self) -> Self {
        Self { need: Need::Required, ..self }
    }

    pub(super) const fn expected(self) -> Self {
        Self { need: Need::Expected, ..self }
    }

    pub(super) const fn since(self, since: Version) -> Self {
        Self { since, ..self }
    }

    pub(super) const fn until(self, until: Version) -> Self {
        Self { until, ..self }
    }
}

pub(super) const fn object(name: &'static str, fields: &'static [Field]) -> ObjectType {
    ObjectType {
        name,
        fields,
        instead: "it is left out",
        independent: false,
        reference: false,
        boolean: false,
        others: None,
        rule: None,
    }
}

impl ObjectType {
    pub(super) const fn instead(self, instead: &'static str) -> Self {
        Self { instead, ..self }
    }

    pub(super) const fn independent(self) -> Self {
        Self { independent: true, ..self }
    }

    pub(super) const fn or_reference(self) -> Self {
        Self { reference: true, ..self }
    }

    pub(super) const fn others(self, kind: Kind) -> Self {
        Self { others: Some(kind), ..self }
    }

    pub(super) const fn rule(self, rule: Rule) -> Self {
        Self { rule: Some(rule), ..self }
    }
}

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
    /// Whether a value that is not `null` has the right shape on the outside.
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
