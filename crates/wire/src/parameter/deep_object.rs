//! Style `deepObject`: `name[a]=1&name[b][c]=2&name[d][]=3&name[d][]=4`.
//!
//! The specification describes objects of one level only. Lists, which form bodies have in this style
//! too, and deeper levels are read as they are commonly written: a list as `[]` or `[0]`, `[1]`… or as
//! a repeated name, an object by its members.

use std::borrow::Cow;

use super::MAX_DEEP_OBJECT_LEVELS;
use super::spec::{Form, Members};
use super::text::{DecodeError, Decoded, EncodedText, Refusal, empty, leaf_text};
use crate::json::{Json, Types};

/// Brackets of one name; with more it is no value of any parameter.
const MAX_BRACKETS: usize = 16;

/// `name[member]=value`, `name[member][]=item`, `name[member][0][x]=value`.
pub(super) fn encode(name: &str, value: &Json<'_>, form: &Form) -> Result<Vec<(String, String)>, Refusal> {
    if !(matches!(value, Json::Object(_))
        || (matches!(value, Json::Array(_)) && form.items.is_some())
        || form.scalar != Types::NONE)
    {
        return Err("is no object, which this style is for".to_owned());
    }
    let foreign = form.members.filter(|members| !members.foreign.is_empty());
    let mut encoder = Encoder { foreign, pairs: Vec::new() };
    encoder.encode(name.to_owned(), value, form, 0)?;
    Ok(encoder.pairs)
}

struct Encoder {
    /// The members of the parameter, when some names belong to something else.
    foreign: Option<Members>,
    pairs: Vec<(String, String)>,
}

impl Encoder {
    fn encode(&mut self, name: String, value: &Json<'_>, form: &Form, level: u8) -> Result<(), Refusal> {
        match value {
            Json::Object(members) if level < MAX_DEEP_OBJECT_LEVELS => {
                if members.is_empty() {
                    return Err(empty("object"));
                }
                for (member, value) in members {
                    // Digits alone would be places in a list.
                    let digits = member.bytes().all(|byte| byte.is_ascii_digit());
                    if member.contains(['[', ']']) || (digits && level > 0) || member.is_empty() {
                        return Err(format!("has the member {member:?}, which cannot stand in brackets"));
                    }
                    let name = format!("{name}[{member}]");
                    if self.foreign.is_some_and(|members| members.is_foreign(&name)) {
                        return Err(format!("has the member {name}, which is the name of another parameter"));
                    }
                    self.encode(name, value, &form.member(member), level + 1)?;
                }
                Ok(())
            }
            Json::Array(items) if level < MAX_DEEP_OBJECT_LEVELS => {
                if items.is_empty() {
                    return Err(empty("list"));
                }
                let flat = !items.iter().any(Json::is_structured);
                let form = form.item();
                for (index, item) in items.iter().enumerate() {
                    let name = if flat { format!("{name}[]") } else { format!("{name}[{index}]") };
                    self.encode(name, item, &form, level + 1)?;
                }
                Ok(())
            }
            other => {
                self.pairs.push((name, leaf_text(other)?));
                Ok(())
            }
        }
    }
}

/// What came below a name.
#[derive(Debug, Default)]
struct Tree<'r> {
    values: Vec<EncodedText<'r>>,
    children: Vec<(String, Tree<'r>)>,
}

/// Reads the object; `None` when none of its members is there.
pub(super) fn decode<'r>(
    name: &str,
    form: Form,
    pairs: &[(Cow<'r, str>, EncodedText<'r>)],
) -> Option<Decoded<'r>> {
    let mut tree = Tree::default();
    for (sent, value) in pairs {
        let Some(rest) = sent.strip_prefix(name).filter(|rest| rest.starts_with('[')) else {
            continue;
        };
        if form.members.is_some_and(|members| members.is_foreign(sent)) {
            continue;
        }
        let Some(keys) = keys(rest) else {
            return Some(Err(DecodeError::Syntax));
        };
        let mut node = &mut tree;
        for key in keys {
            let known = node.children.iter().position(|(known, _)| known == key);
            let index = known.unwrap_or_else(|| {
                node.children.push((key.to_owned(), Tree::default()));
                node.children.len() - 1
            });
            node = &mut node.children[index].1;
        }
        node.values.push(*value);
    }
    (!tree.children.is_empty()).then(|| tree.value(form))
}

/// `[a][b]` as `a`, `b`.
fn keys(rest: &str) -> Option<Vec<&str>> {
    let inside = rest.strip_prefix('[')?.strip_suffix(']')?;
    let keys: Vec<&str> = inside.split("][").collect();
    (keys.len() <= MAX_BRACKETS && !keys.iter().any(|key| key.contains(['[', ']']))).then_some(keys)
}

impl<'r> Tree<'r> {
    fn value(self, form: Form) -> Decoded<'r> {
        if self.children.is_empty() {
            return form.gather(&self.values);
        }
        if !self.values.is_empty() {
            return Err(DecodeError::Syntax);
        }
        let open = form.is_open();
        let list = self.children.iter().all(|(key, _)| key.bytes().all(|byte| byte.is_ascii_digit()));
        match (form.items, form.members) {
            (Some(items), _) if list => self.list(*items),
            (_, Some(members)) => self.object(|name| members.form(name)),
            _ if open && list => self.list(Form::OPEN),
            _ if open => self.object(|_| Some(Form::OPEN)),
            _ => Err(DecodeError::Syntax),
        }
    }

    /// Items by their number; those without one follow in order.
    fn list(mut self, form: Form) -> Decoded<'r> {
        let number = |key: &str| key.parse::<u64>().unwrap_or(u64::MAX);
        self.children.sort_by_key(|(key, _)| number(key));
        let mut items = Vec::new();
        for (key, child) in self.children {
            if key.is_empty() && child.children.is_empty() {
                for value in child.values {
                    items.push(form.gather(&[value])?);
                }
            } else {
                items.push(child.value(form)?);
            }
        }
        Ok(Json::Array(items))
    }

    fn object(self, form: impl Fn(&str) -> Option<Form>) -> Decoded<'r> {
        let members = self.children.into_iter().map(|(name, child)| {
            // What is not declared is kept for `additionalProperties: false` to refuse.
            let form = form(&name).unwrap_or(Form::OPEN);
            Ok((Cow::Owned(name), child.value(form)?))
        });
        members.collect::<Result<_, _>>().map(Json::Object)
    }
}
