//! The values that schemas list, for `enum` and `const`.

use std::collections::HashSet;

use serde_json::Value;
use unplug_openapi::ir::{Schema, Schemas, TypeSet};

use super::fits::Limits;
use super::flattened::Alternative;
use super::pair::{Flatteners, SchemaPair};
use super::types::Kind;
use super::view::View;
use crate::locator::{Locator, Locators};
use crate::wording::Wording;

/// A value as its canonical text, and as it is.
type Listed = (String, Value);

/// The values of one kind that two schemas list.
pub(crate) struct ValuesPair<'a> {
    before: Values<'a>,
    after: Values<'a>,
    pub(crate) locators: Locators<'a>,
    pub(crate) wording: Wording<'a>,
    /// Both booleans are always listed.
    is_boolean: bool,
}

/// The listed values of all alternatives, and the alternatives that list none.
struct Values<'a> {
    listed: Vec<Listed>,
    texts: HashSet<String>,
    open: Vec<Open<'a>>,
    keyword: Option<Locator<'a>>,
}

impl<'a> ValuesPair<'a> {
    pub(crate) fn new(
        schemas: &Flatteners<'a>,
        pair: &SchemaPair<'a>,
        kind: Kind,
        (before, after): (&[Alternative], &[Alternative]),
    ) -> Self {
        let before = Values::of(schemas.before.schemas, before, kind);
        let after = Values::of(schemas.after.schemas, after, kind);
        let locators = (before.locator(&pair.locators.0), after.locator(&pair.locators.1));
        Self { before, after, locators, wording: pair.wording, is_boolean: kind == Kind::Boolean }
    }

    /// The only valid values, where any value was valid before.
    pub(crate) fn closed(&self) -> Option<Vec<&Value>> {
        self.is_closed(&self.before, &self.after).then(|| self.after.all())
    }

    /// The only values that were valid, where any value is now.
    pub(crate) fn opened(&self) -> Option<Vec<&Value>> {
        self.is_closed(&self.after, &self.before).then(|| self.before.all())
    }

    /// Whether the only values that are valid now were valid before; or the reverse, where any value is now.
    pub(crate) fn is_part(&self) -> bool {
        let (closed, open) = if self.after.open.is_empty() {
            (&self.after, &self.before)
        } else {
            (&self.before, &self.after)
        };
        let valid = |(text, value): &Listed| {
            open.texts.contains(text) || open.open.iter().any(|open| open.accepts(value))
        };
        closed.listed.iter().all(valid)
    }

    /// Listed values that are no longer valid; none where the set was closed or opened as a whole.
    pub(crate) fn lost(&self) -> Vec<&Value> {
        self.without(&self.before, &self.after)
    }

    /// Listed values that are newly valid; none where the set was closed or opened as a whole.
    pub(crate) fn gained(&self) -> Vec<&Value> {
        self.without(&self.after, &self.before)
    }

    fn is_closed(&self, open: &Values<'a>, closed: &Values<'a>) -> bool {
        !self.is_boolean && !open.open.is_empty() && closed.open.is_empty()
    }

    fn without<'v>(&self, values: &'v Values<'a>, other: &Values<'a>) -> Vec<&'v Value> {
        if self.is_closed(values, other) || self.is_closed(other, values) {
            return Vec::new();
        }
        let accepted = |value: &Value| other.open.iter().any(|open| open.accepts(value));
        let own =
            values.listed.iter().filter(|(text, value)| !other.texts.contains(text) && !accepted(value));
        own.map(|(_, value)| value).collect()
    }
}

impl<'a> Values<'a> {
    fn of(schemas: &'a Schemas, alternatives: &[Alternative], kind: Kind) -> Self {
        let mut values = Self { listed: Vec::new(), texts: HashSet::new(), open: Vec::new(), keyword: None };
        for one in alternatives {
            let view = View::new(schemas, one, Locator::root());
            let of_kind = |value: &Value| !TypeSet::of_value(value).and(kind.types()).is_empty();
            let listed: Vec<Listed> = match &one.values {
                Some(listed) => listed.iter().filter(|(_, value)| of_kind(value)).cloned().collect(),
                None if kind == Kind::Boolean => {
                    [true, false].iter().map(|flag| (flag.to_string(), Value::Bool(*flag))).collect()
                }
                None => {
                    values.open.push(Open::of(view));
                    continue;
                }
            };
            if values.keyword.is_none() {
                let keyword = |schema: &Schema| match (&schema.constant, &schema.enumeration) {
                    (Some(_), _) => Some("const"),
                    (None, Some(_)) => Some("enum"),
                    (None, None) => None,
                };
                values.keyword = view.first(keyword).map(|(keyword, id)| view.at(id, keyword));
            }
            values.listed.extend(listed.into_iter().filter(|(text, _)| values.texts.insert(text.clone())));
        }
        values
    }

    fn all(&self) -> Vec<&Value> {
        self.listed.iter().map(|(_, value)| value).collect()
    }

    fn locator(&self, whole: &Locator<'a>) -> Locator<'a> {
        match (&self.keyword, self.open.first()) {
            (Some(keyword), _) => keyword.clone(),
            (None, Some(open)) => open.view.absent(),
            (None, None) => whole.clone().absent(),
        }
    }
}

/// An alternative that lists no values.
struct Open<'a> {
    view: View<'a>,
    limits: Vec<Limits<'a>>,
}

impl<'a> Open<'a> {
    fn of(view: View<'a>) -> Self {
        let limits = view.schemas().map(|(_, schema)| Limits::of(schema)).collect();
        Self { view, limits }
    }

    /// Whether a value is valid by types, lengths, bounds and patterns. Other keywords are not looked at:
    /// the value then counts as valid, which is no false alarm.
    fn accepts(&self, value: &Value) -> bool {
        !self.view.types.and(TypeSet::of_value(value)).is_empty()
            && self.limits.iter().all(|limits| limits.allow(value))
    }
}
