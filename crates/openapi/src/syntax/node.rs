//! Reading a tree.

use std::sync::Arc;

use indexmap::IndexMap;
use serde_json::Number;

use super::{Member, Node, SourceFile, Span, Value, pointer};
use crate::diagnostic::{Label, Labelled};

impl Node {
    /// A value that stands at `span` of `file`.
    #[must_use]
    pub fn new(file: Arc<SourceFile>, span: Span, value: Value) -> Self {
        Self { file, span, value }
    }

    /// The value of member `key`; `None` when there is none or this is no object.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.member(key).map(|member| &member.node)
    }

    /// Member `key` with the place of its key.
    #[must_use]
    pub fn member(&self, key: &str) -> Option<&Member> {
        self.as_object()?.get(key)
    }

    /// The value at a JSON pointer (RFC 6901); `""` is this node itself.
    ///
    /// `None` when the pointer is malformed or leads nowhere.
    #[must_use]
    pub fn pointer(&self, pointer: &str) -> Option<&Node> {
        pointer::tokens(pointer)?.try_fold(self, |node, token| match &node.value {
            Value::Object(members) => members.get(token.as_ref()).map(|member| &member.node),
            Value::Array(items) => items.get(pointer::index(&token)?),
            _ => None,
        })
    }

    /// As [`Node::pointer`], to change the value.
    #[must_use]
    pub fn pointer_mut(&mut self, pointer: &str) -> Option<&mut Node> {
        pointer::tokens(pointer)?.try_fold(self, |node, token| match &mut node.value {
            Value::Object(members) => members.get_mut(token.as_ref()).map(|member| &mut member.node),
            Value::Array(items) => items.get_mut(pointer::index(&token)?),
            _ => None,
        })
    }

    /// The text, when this is a string.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match &self.value {
            Value::String(text) => Some(text),
            _ => None,
        }
    }

    /// The truth value, when this is one.
    #[must_use]
    pub fn as_bool(&self) -> Option<bool> {
        match self.value {
            Value::Bool(flag) => Some(flag),
            _ => None,
        }
    }

    /// The number, when this is one.
    #[must_use]
    pub fn as_number(&self) -> Option<&Number> {
        match &self.value {
            Value::Number(number) => Some(number),
            _ => None,
        }
    }

    /// The number as a non-negative integer. `3.0` is the integer 3, as in JSON Schema.
    #[must_use]
    pub fn as_u64(&self) -> Option<u64> {
        let number = self.as_number()?;
        number.as_u64().or_else(|| {
            let float = number.as_f64()?;
            // Above 2^53 a float names several integers, so none is meant for certain.
            let exact = float.fract() == 0.0 && (0.0..=9_007_199_254_740_992.0).contains(&float);
            #[allow(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a whole number within 0..=2^53"
            )]
            exact.then_some(float as u64)
        })
    }

    /// The truth value, also when it is written as text: `"true"`, or one of the words that are a
    /// boolean in YAML 1.1 and stand there without quotes.
    #[must_use]
    pub fn meant_flag(&self) -> Option<bool> {
        let text = match &self.value {
            Value::Bool(flag) => return Some(*flag),
            Value::String(text) => text,
            _ => return None,
        };
        let is = |word: &str| text.eq_ignore_ascii_case(word);
        if is("true") || is("false") {
            return Some(is("true"));
        }
        self.is_yaml_boolean_word().then(|| is("yes") || is("on"))
    }

    /// Whether it is `yes`, `no`, `on` or `off` without quotes.
    #[must_use]
    pub fn is_yaml_boolean_word(&self) -> bool {
        self.as_str().is_some_and(|text| {
            let known = ["yes", "no", "on", "off"].iter().any(|word| text.eq_ignore_ascii_case(word));
            known && self.file.slice(self.span) == text
        })
    }

    /// The number, also when it is written as text.
    #[must_use]
    pub fn meant_number(&self) -> Option<Number> {
        match &self.value {
            Value::Number(number) => Some(number.clone()),
            Value::String(text) => text.parse().ok(),
            _ => None,
        }
    }

    /// As [`Node::as_u64`], also when it is written as text.
    #[must_use]
    pub fn meant_u64(&self) -> Option<u64> {
        match &self.value {
            Value::String(text) => text.parse().ok(),
            _ => self.as_u64(),
        }
    }

    /// The items, when this is an array.
    #[must_use]
    pub fn as_array(&self) -> Option<&[Node]> {
        match &self.value {
            Value::Array(items) => Some(items),
            _ => None,
        }
    }

    /// The members, when this is an object.
    #[must_use]
    pub fn as_object(&self) -> Option<&IndexMap<String, Member>> {
        match &self.value {
            Value::Object(members) => Some(members),
            _ => None,
        }
    }

    /// Whether it is `null`.
    #[must_use]
    pub fn is_null(&self) -> bool {
        matches!(self.value, Value::Null)
    }

    /// JSON's name of the type: `null`, `boolean`, `number`, `string`, `array` or `object`.
    #[must_use]
    pub fn type_name(&self) -> &'static str {
        match self.value {
            Value::Null => "null",
            Value::Bool(_) => "boolean",
            Value::Number(_) => "number",
            Value::String(_) => "string",
            Value::Array(_) => "array",
            Value::Object(_) => "object",
        }
    }

    /// The value without its places.
    #[must_use]
    pub fn to_json(&self) -> serde_json::Value {
        match &self.value {
            Value::Null => serde_json::Value::Null,
            Value::Bool(flag) => serde_json::Value::Bool(*flag),
            Value::Number(number) => serde_json::Value::Number(number.clone()),
            Value::String(text) => serde_json::Value::String(text.clone()),
            Value::Array(items) => items.iter().map(Node::to_json).collect(),
            Value::Object(members) => {
                members.iter().map(|(key, member)| (key.clone(), member.node.to_json())).collect()
            }
        }
    }

    /// Whether both hold the same value, wherever they stand. Member order does not count.
    #[must_use]
    pub fn same_value(&self, other: &Node) -> bool {
        match (&self.value, &other.value) {
            (Value::Null, Value::Null) => true,
            (Value::Bool(one), Value::Bool(two)) => one == two,
            (Value::Number(one), Value::Number(two)) => one == two,
            (Value::String(one), Value::String(two)) => one == two,
            (Value::Array(one), Value::Array(two)) => {
                one.len() == two.len() && one.iter().zip(two).all(|(a, b)| a.same_value(b))
            }
            (Value::Object(one), Value::Object(two)) => {
                one.len() == two.len()
                    && one.iter().all(|(key, member)| {
                        two.get(key).is_some_and(|other| member.node.same_value(&other.node))
                    })
            }
            _ => false,
        }
    }

    /// How much the tree holds and how deep it is.
    #[must_use]
    pub fn extent(&self) -> Extent {
        let (own, children) = match &self.value {
            Value::String(text) => (text.len(), Extent::default()),
            Value::Array(items) => (0, items.iter().map(Node::extent).collect()),
            Value::Object(members) => (
                members.keys().map(String::len).sum(),
                members.values().map(|member| member.node.extent()).collect(),
            ),
            _ => (0, Extent::default()),
        };
        Extent { nodes: children.nodes + 1, text: children.text + own, depth: children.depth + 1 }
    }

    /// Points at this value, with `text` beside the marker.
    #[must_use]
    pub fn label(&self, text: impl Into<String>) -> Label {
        Label { file: Arc::clone(&self.file), span: self.span, text: text.into() }
    }
}

impl Labelled for Node {
    fn label(&self, text: String) -> Label {
        Node::label(self, text)
    }
}

impl Member {
    /// Points at the key, with `text` beside the marker.
    #[must_use]
    pub fn key_label(&self, text: impl Into<String>) -> Label {
        Label { file: Arc::clone(&self.key_file), span: self.key_span, text: text.into() }
    }
}

/// How much a tree holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Extent {
    /// Values, containers included.
    pub nodes: usize,
    /// Bytes of strings and keys.
    pub text: usize,
    /// Levels of nesting; a scalar has one.
    pub depth: usize,
}

impl Extent {
    /// Roughly what a copy costs, in nodes: long texts count by their size.
    pub(crate) fn weight(self) -> usize {
        self.nodes + self.text / 64
    }
}

impl FromIterator<Extent> for Extent {
    fn from_iter<I: IntoIterator<Item = Extent>>(extents: I) -> Self {
        extents.into_iter().fold(Extent::default(), |sum, extent| Extent {
            nodes: sum.nodes + extent.nodes,
            text: sum.text + extent.text,
            depth: sum.depth.max(extent.depth),
        })
    }
}
