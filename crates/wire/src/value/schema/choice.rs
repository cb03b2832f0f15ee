//! Unions: what each variant reads, and what decides between them.

#![allow(clippy::must_use_candidate, reason = "called by generated code, which uses every result")]

use schemars::Schema;
use serde_json::{Map, Value, json};

/// A union says how its variant is chosen.
pub trait Choice {
    /// How the variant is chosen.
    fn choice() -> Chosen;
}

/// How the variant of a union is chosen.
pub struct Chosen {
    /// How many variants may fit.
    pub how: How,
    /// By variant, what its value has to be beyond its type; variants without are left out.
    pub limits: Vec<(&'static str, Vec<Limit>)>,
}

/// How many variants may fit.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum How {
    /// One and no more.
    ExactlyOne,
    /// Any number: the best is taken, or a tag has decided before.
    AnyOf,
}

/// What a value has to be.
pub enum Limit {
    /// Itself, when it is text.
    Text(&'static [Rule]),
    /// The member of this name, when it is text.
    Member(&'static str, &'static [Rule]),
    /// An object without other members than these.
    Only(&'static [&'static str]),
    /// An object whose member of this name is one of these texts.
    Tag(&'static str, &'static [&'static str]),
    /// The same, or anything without such a member that keeps to these limits.
    TagIfAny(&'static str, &'static [&'static str], &'static [Limit]),
    /// Anything but what has such a tag.
    NoTag(&'static str, &'static [&'static str]),
}

/// What a text has to be.
pub enum Rule {
    /// This text.
    Equals(&'static str),
    /// One of these texts.
    OneOf(&'static [&'static str]),
    /// It starts so.
    StartsWith(&'static str),
    /// It ends so.
    EndsWith(&'static str),
    /// It has this somewhere.
    Contains(&'static str),
    /// At least so many code points.
    MinLength(u64),
    /// At most so many code points.
    MaxLength(u64),
    /// It is of this format.
    Format(&'static str),
    /// `null` passes as well.
    Null,
}

/// The schema of a union of these variants.
pub fn union(chosen: &Chosen, variants: Vec<(&'static str, Schema)>) -> Schema {
    let keyword = match chosen.how {
        How::ExactlyOne => "oneOf",
        How::AnyOf => "anyOf",
    };
    let branches = variants.into_iter().map(|(name, schema)| {
        let limits = chosen.limits.iter().find(|(variant, _)| *variant == name);
        limits.map_or(&[] as &[Limit], |(_, limits)| limits).iter().fold(schema.into(), limited)
    });
    let mut members = Map::new();
    members.insert(keyword.to_owned(), branches.collect());
    super::exact(members.into())
}

/// The schema with a limit: beside its keywords, or around them where both have the same.
fn limited(schema: Value, limit: &Limit) -> Value {
    let keywords = limit.keywords();
    match schema {
        Value::Object(mut members) if !keywords.keys().any(|keyword| members.contains_key(keyword)) => {
            members.extend(keywords);
            Value::Object(members)
        }
        Value::Bool(true) => Value::Object(keywords),
        other => json!({ "allOf": [other, keywords] }),
    }
}

impl Limit {
    fn keywords(&self) -> Map<String, Value> {
        let keywords = match self {
            Self::Text(rules) => return all(rules),
            Self::Member(name, rules) => json!({ "properties": { *name: all(rules) } }),
            Self::Only(names) => {
                let names: Map<String, Value> =
                    names.iter().map(|name| ((*name).to_owned(), Value::Bool(true))).collect();
                json!({ "properties": names, "additionalProperties": false })
            }
            Self::Tag(name, texts) => tagged(name, texts),
            Self::TagIfAny(name, texts, limits) => {
                let absent = json!({ "not": { "type": "object", "required": [name] } });
                json!({ "anyOf": [tagged(name, texts), limits.iter().fold(absent, limited)] })
            }
            Self::NoTag(name, texts) => json!({ "not": tagged(name, texts) }),
        };
        match keywords {
            Value::Object(keywords) => keywords,
            _ => Map::new(),
        }
    }
}

/// The tags as texts, and as the numbers, booleans or `null` that they may stand for.
fn tagged(name: &str, texts: &[&str]) -> Value {
    let meant = texts.iter().flat_map(|text| {
        let scalar = serde_json::from_str(text).ok().filter(|value: &Value| !value.is_string());
        std::iter::once(Value::from(*text)).chain(scalar)
    });
    let meant: Vec<Value> = meant.collect();
    let tag = match meant.as_slice() {
        [only] => json!({ "const": only }),
        several => json!({ "enum": several }),
    };
    json!({ "type": "object", "required": [name], "properties": { name: tag } })
}

/// The rules together. They are about text; what else a value may be is its type's matter.
fn all(rules: &[Rule]) -> Map<String, Value> {
    let nullable = rules.iter().any(|rule| matches!(rule, Rule::Null));
    let mut keywords = Map::new();
    let mut rest = Vec::new();
    for (keyword, value) in rules.iter().filter_map(|rule| rule.keyword(nullable)) {
        if keywords.contains_key(keyword) {
            rest.push(json!({ keyword: value }));
        } else {
            keywords.insert(keyword.to_owned(), value);
        }
    }
    if !rest.is_empty() {
        keywords.insert("allOf".to_owned(), Value::Array(rest));
    }
    keywords
}

impl Rule {
    fn keyword(&self, nullable: bool) -> Option<(&'static str, Value)> {
        Some(match self {
            Self::Equals(text) if nullable => ("enum", json!([text, null])),
            Self::Equals(text) => ("const", json!(text)),
            Self::OneOf(texts) if nullable => {
                ("enum", texts.iter().map(|text| json!(text)).chain([Value::Null]).collect())
            }
            Self::OneOf(texts) => ("enum", json!(texts)),
            Self::StartsWith(text) => ("pattern", json!(format!("^{}", escaped(text)))),
            Self::EndsWith(text) => ("pattern", json!(format!("{}$", escaped(text)))),
            Self::Contains(text) => ("pattern", json!(escaped(text))),
            Self::MinLength(length) => ("minLength", json!(length)),
            Self::MaxLength(length) => ("maxLength", json!(length)),
            Self::Format(name) => ("format", json!(name)),
            Self::Null => return None,
        })
    }
}

/// The text as a regular expression for exactly itself.
fn escaped(text: &str) -> String {
    let mut expression = String::with_capacity(text.len());
    for character in text.chars() {
        if r"\^$.|?*+()[]{}".contains(character) {
            expression.push('\\');
        }
        expression.push(character);
    }
    expression
}
