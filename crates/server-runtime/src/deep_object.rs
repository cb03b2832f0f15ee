//! Style `deepObject`: `name[a]=1&name[b][c]=2&name[d][]=3&name[d][]=4`.
//!
//! The specification describes one level only. Deeper ones are read as they are commonly written:
//! a list as `[]` or `[0]`, `[1]`… or as a repeated name, an object by its members.

use std::borrow::Cow;

use super::json::Json;
use super::parameter::{Form, Members};
use super::schema::Types;
use super::text::{Raw, Read, Unreadable};

/// More brackets than this are no value of any parameter.
const MOST_LEVELS: usize = 16;

/// What came below a name.
#[derive(Debug, Default)]
struct Tree<'r> {
    values: Vec<Raw<'r>>,
    children: Vec<(String, Tree<'r>)>,
}

/// Reads the object; `None` when none of its members is there.
pub(crate) fn read<'r>(
    name: &str,
    form: Form,
    members: Members,
    pairs: &[(Cow<'r, str>, Raw<'r>)],
) -> Option<Read<'r>> {
    let mut tree = Tree::default();
    for (sent, value) in pairs {
        let Some(rest) = sent.strip_prefix(name).filter(|rest| rest.starts_with('[')) else {
            continue;
        };
        if members.is_foreign(sent) {
            continue;
        }
        let Some(keys) = keys(rest) else {
            return Some(Err(Unreadable::Syntax));
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
    (keys.len() <= MOST_LEVELS && !keys.iter().any(|key| key.contains(['[', ']']))).then_some(keys)
}

impl<'r> Tree<'r> {
    fn value(self, form: Form) -> Read<'r> {
        if self.children.is_empty() {
            return form.gather(&self.values);
        }
        if !self.values.is_empty() {
            return Err(Unreadable::Syntax);
        }
        let open = form.items.is_none() && form.members.is_none() && form.scalar == Types::ALL;
        let list = self.children.iter().all(|(key, _)| key.bytes().all(|byte| byte.is_ascii_digit()));
        match (form.items, form.members) {
            (Some(items), _) if list => self.list(*items),
            (_, Some(members)) => self.object(|name| members.form(name)),
            _ if open && list => self.list(Form::OPEN),
            _ if open => self.object(|_| Some(Form::OPEN)),
            _ => Err(Unreadable::Syntax),
        }
    }

    /// Items by their number; those without one follow in order.
    fn list(mut self, form: Form) -> Read<'r> {
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

    fn object(self, form: impl Fn(&str) -> Option<Form>) -> Read<'r> {
        let members = self.children.into_iter().map(|(name, child)| {
            // What is not declared is kept for `additionalProperties: false` to refuse.
            let form = form(&name).unwrap_or(Form::OPEN);
            Ok((Cow::Owned(name), child.value(form)?))
        });
        members.collect::<Result<_, _>>().map(Json::Object)
    }
}
